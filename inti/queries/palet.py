"""What palette and search answer: acts, records and pages, each only as far as the user may go."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.module_loading import import_string

from inti.access import boleh, boleh_atau_usul
from inti.models import Pengguna
from inti.queries.meja import hitung_menunggu, kerja_saya
from inti.registry import Menu, alamat_rute, semua_aplikasi, semua_menu, semua_pencari, semua_tindakan
from inti.rules.palet import PALING_PENDEK, bagi_rata, kata_dasar, tandai, yang_cocok


@dataclass(frozen=True)
class Jawaban:
    """An answer: text and facts in pieces (True where they were found), its address, icon, and where it comes from.

    `lebih`: beyond the share of its source, shown once its group alone is asked for.
    """

    teks: list[tuple[str, bool]]
    keterangan: list[tuple[str, bool]]
    alamat: str
    ikon: str
    asal: str
    lebih: bool = False


@dataclass(frozen=True)
class KelompokJawaban:
    """A group of answers: tindakan, data or halaman."""

    kode: str
    judul: str
    isi: list[Jawaban]


def cukup(teks: str) -> bool:
    """Whether enough is typed to look for it."""
    return len(teks.strip()) >= PALING_PENDEK


def jawab(pengguna: Pengguna, teks: str, *, batas: int) -> list[KelompokJawaban]:
    """Groups that hold an answer, in their order; at most `batas` acts, pages, and records of each source.

    Too short a text (`cukup`) finds nothing and asks no source.
    """
    if not cukup(teks):
        return []
    dicari = kata_dasar(teks)
    semua = (
        KelompokJawaban("tindakan", "Tindakan", _tindakan(pengguna, dicari)[:batas]),
        KelompokJawaban("data", "Data", _data(pengguna, teks, dicari, batas)),
        KelompokJawaban("halaman", "Halaman", halaman(pengguna, dicari)[:batas]),
    )
    return [k for k in semua if k.isi]


def halaman(pengguna: Pengguna, dicari: list[str] | None = None) -> list[Jawaban]:
    """Pages of the menu that the user may open: those found, or all (None) in the order of the menu."""
    milik = [m for m in semua_menu() if boleh(pengguna, m.izin)]
    singkat = {n: a.singkat for n, a in semua_aplikasi().items()}
    if dicari is not None:
        milik = yang_cocok(milik, dicari, lambda m: (m.teks, f"{m.kelompok} {singkat[m.app]}"))
    return [_baris_halaman(m, singkat[m.app], dicari or []) for m in milik]


def _baris_halaman(m: Menu, asal: str, dicari: list[str]) -> Jawaban:
    return Jawaban(tandai(m.teks, dicari), [], alamat_rute(m.rute), m.ikon, asal if m.kelompok else "")


def _tindakan(pengguna: Pengguna, dicari: list[str]) -> list[Jawaban]:
    """Declared acts in the order of the rail, then what waits for the user; the better found come first."""
    rel = semua_aplikasi()
    urut = {n: k for k, n in enumerate(rel)}
    calon = [
        (t.teks, "", t.kata, alamat_rute(t.rute), t.ikon, t.app)
        for t in sorted(semua_tindakan(), key=lambda t: urut[t.app])
        if boleh_atau_usul(pengguna, t.izin)
    ]
    calon += [
        (f"{k.langkah}: {k.teks}", k.asal, k.asal, k.alamat, "check", k.app)
        for k in kerja_saya(pengguna, hitung_menunggu(pengguna))
    ]
    return [
        Jawaban(tandai(teks, dicari), tandai(fakta, dicari), alamat, ikon, rel[app].singkat)
        for teks, fakta, _, alamat, ikon, app in yang_cocok(calon, dicari, lambda c: (c[0], c[2]))
    ]


def _data(pengguna: Pengguna, teks: str, dicari: list[str], batas: int) -> list[Jawaban]:
    """Records as each source gives them; of more than `batas` each source shows its share first."""
    ikon = {n: a.ikon for n, a in semua_aplikasi().items()}
    sumber = [p for p in semua_pencari() if boleh(pengguna, p.izin)]
    temuan = [import_string(p.cari)(pengguna, teks)[:batas] for p in sumber]
    bagian = bagi_rata([len(t) for t in temuan], batas)
    return [
        Jawaban(tandai(t.teks, dicari), tandai(t.keterangan, dicari), t.alamat, ikon[p.app], p.judul, n >= jatah)
        for p, isi, jatah in zip(sumber, temuan, bagian, strict=True)
        for n, t in enumerate(isi)
    ]
