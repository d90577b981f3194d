"""The parsing child: `python -m inti.sheets.anak`. Reads one request from stdin, writes frames to stdout, ends.

A 1.4 KB workbook can cost the parser gigabytes or abort the process, so it never runs in the web process. Here the
memory is limited before the parser is loaded; when this process dies the parent says so in one sentence.
Must not import Django: it starts in milliseconds and has nothing to leak.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from inti.sheets.anak_semua import bingkai_semua
from inti.sheets.batas import batasi_diri
from inti.sheets.berkas import CSV, BerkasTakTerpakai, kenali
from inti.sheets.cacat_sel import Tertukar, cacat_potongan, gabung_cacat
from inti.sheets.hilang import alamat
from inti.sheets.kolom import BARIS_AWAL, Judul, KolomLembar, calon_judul, cari_judul, tolak_judul_cacat
from inti.sheets.nilai import muat_penilai, nilai_potongan, sertakan_sel
from inti.sheets.potong import BukuPotong, Gabungan
from inti.sheets.saring import Saring
from inti.sheets.sumber import SumberLembar, buka_buku, buka_csv

POTONGAN, POTONGAN_AWAL = 2_000, 250  # rows in one frame, and in the first, for which the parent waits
LEMBAR_TERBANYAK = 60  # sheets that are looked into for more of the same
KELUAR_GALAT = 3  # a frame "galat" was sent; any other code but 0 means the parser died


def tulis(keluar: BinaryIO, isi: tuple[Any, ...]) -> None:
    """One frame: four bytes of length, then marshal: the fastest encoding of plain cells (version 2: no references)."""
    data = marshal.dumps(isi, 2)
    keluar.write(len(data).to_bytes(4, "little") + data)
    keluar.flush()


def pilih_lembar(sumber: SumberLembar, kolom: list[KolomLembar], diminta: str | None) -> tuple[str, Judul]:
    """The sheet to read: the named one, else of those that are seen the one whose heading matches most columns.

    Raises BerkasTakTerpakai.
    """
    sembunyi = set(sumber.tersembunyi())
    nama = [n for n in sumber.nama_lembar() if n not in sembunyi] or sumber.nama_lembar()
    if diminta is not None:
        nama = [n for n in sumber.nama_lembar() if n.strip().casefold() == diminta.strip().casefold()]
        if not nama:
            ada = ", ".join(n[:60] for n in sumber.nama_lembar()[:10])
            raise BerkasTakTerpakai("LEMBAR_TIDAK_ADA", f"Lembar yang diminta tidak ada. Lembar yang ada: {ada}.")
    terbaik: tuple[str, Judul] | None = None
    for n in nama:
        judul = cari_judul(sumber.baris_awal(n, BARIS_AWAL), kolom)
        if judul is not None and (terbaik is None or _lebih_baik(judul, terbaik[1])):
            terbaik = n, judul
            if judul.cocok == len(kolom):
                break
    calon = None
    if terbaik is None:
        calon = next((c for n in nama if (c := calon_judul(sumber.baris_awal(n, BARIS_AWAL), kolom))), None)
    judul = tolak_judul_cacat(terbaik[1] if terbaik else None, kolom, calon)
    return (terbaik[0] if terbaik else ""), judul


def lembar_serupa(sumber: SumberLembar, kolom: list[KolomLembar], terbaca: str, judul: Judul) -> list[str]:
    """Sheets that were not read and whose heading fits no worse: such as the other months of a book."""
    sembunyi = {*sumber.tersembunyi(), terbaca}
    lain = [n for n in sumber.nama_lembar() if n not in sembunyi][:LEMBAR_TERBANYAK]
    calon = ((n, cari_judul(sumber.baris_awal(n, BARIS_AWAL), kolom)) for n in lain)
    return [n for n, j in calon if j is not None and not j.kurang and j.cocok * 2 > judul.cocok]


def _lebih_baik(baru: Judul, lama: Judul) -> bool:
    return (not baru.kurang, baru.cocok) > (not lama.kurang, lama.cocok)


def potongan_data(
    baris: Iterator[list[Any]], judul: Judul, saring: Saring
) -> Iterator[tuple[list[int], list[Sequence[Any]]]]:
    """Rows under the heading, chunk by chunk: their numbers in the sheet, cells column by column in declared order.

    What `saring` takes for no data is left out. Works on whole columns: a Python step for each row would cost more than
    the parser.
    """
    lebar = max(judul.letak) + 1
    mulai = 1
    while potongan := list(islice(baris, POTONGAN if mulai > 1 else POTONGAN_AWAL)):
        nomor = list(range(mulai, mulai + len(potongan)))
        mulai += len(potongan)
        nomor, potongan = saring.potong(nomor, potongan)
        if potongan:
            if min(map(len, potongan)) < lebar:
                potongan = [[*b, *[""] * (lebar - len(b))] for b in potongan]
            semua = list(zip(*potongan, strict=False))
            kosong = ("",) * len(potongan)
            yield nomor, [semua[n] if n >= 0 else kosong for n in judul.letak]
    saring.akhir()


def isi_gabungan(
    baris: Iterator[list[Any]], gabungan: list[Gabungan], judul: Judul, diisi: list[str]
) -> Iterator[list[Any]]:
    """The rows with the value of a merged area in each of its rows, where it spans rows below the heading.

    Only the area's first column is filled: a caption across the table is no value of each column. `diisi` gets the areas.
    """
    kolom = {n for n in judul.letak if n >= 0}
    tegak = [(a, b) for a, b in gabungan if b[0] > a[0] and a[0] >= judul.baris and a[1] in kolom]
    diisi += [f"{alamat(*a)}:{alamat(b[0], a[1])}" for a, b in sorted(tegak)]
    mulai = {a: b[0] for a, b in tegak}
    berlaku: dict[int, tuple[int, Any]] = {}
    for n, isi in enumerate(baris):
        baru = {k: (mulai[n, k], isi[k]) for k in kolom if (n, k) in mulai and k < len(isi)} if mulai else {}
        berlaku = {k: v for k, v in berlaku.items() if n <= v[0]}
        if berlaku:
            isi = [*isi, *[""] * (max(berlaku) + 1 - len(isi))]
            for k, (_, nilai) in berlaku.items():
                isi[k] = nilai
        berlaku |= baru
        yield isi


_POLOS = {str, float, int, bool}


def sandikan(kolom: list[Sequence[Any]]) -> tuple[list[Sequence[Any]], list[int]]:
    """Dates as ISO bytes (marshal knows no dates), and which columns have any."""
    kolom_waktu = []
    for tempat, isi in enumerate(kolom):
        if not _POLOS.issuperset(map(type, isi)):
            kolom_waktu.append(tempat)
            kolom[tempat] = [s if type(s) in _POLOS else sandi_sel(s) for s in isi]
    return kolom, kolom_waktu


def sandi_sel(sel: Any) -> Any:
    """A cell as it travels: plain kinds as they are, dates and times as ISO bytes, the rest as text."""
    if type(sel) in _POLOS:
        return sel
    return sel.isoformat().encode() if isinstance(sel, dt.date | dt.time) else str(sel)


def layani(permintaan: dict[str, Any], keluar: BinaryIO) -> None:
    """Answer one request: frames `judul`, `data` …, `akhir`. Raises BerkasTakTerpakai."""
    jalur = Path(permintaan["jalur"])
    kolom = [KolomLembar(k[0], k[1], tuple(k[2]), k[3], rupa=k[4]) for k in permintaan["kolom"]]
    jenis = kenali(jalur)

    def tolak(galat: BerkasTakTerpakai) -> None:
        tulis(keluar, ("galat", galat.kode, galat.pesan, galat.rincian))
        os._exit(KELUAR_GALAT)  # the parser may be at work in the other thread, on the very bomb

    sumber, tunggu_pindai = (buka_csv(jalur, kolom), None) if jenis == CSV else buka_buku(jalur, jenis, tolak)
    if permintaan.get("semua"):
        for bingkai in bingkai_semua(sumber, jenis, tunggu_pindai, sandikan):
            tulis(keluar, bingkai)
        return
    lembar, judul = pilih_lembar(sumber, kolom, permintaan.get("lembar"))
    if tunggu_pindai is not None:
        tunggu_pindai()
    kepala = {
        "jenis": jenis,
        "lembar": lembar,
        "semua_lembar": sumber.nama_lembar(),
        "baris_judul": judul.baris,
        "asing": judul.asing,
        "ada": [n >= 0 for n in judul.letak],
    }
    tulis(keluar, ("judul", kepala))
    # In pieces the parser's work is still to come, and the parent judges all.
    diminta = permintaan["penilai"]
    menilai = muat_penilai(*diminta) if diminta and not isinstance(sumber, BukuPotong) else None
    muat = cache(lambda: menilai or muat_penilai(*diminta))  # loaded for the first row that looks like none
    minta = frozenset(permintaan.get("dengan_sel", ()))
    baik = (lambda sel: muat()(sel)[0] is not None) if diminta else None
    saring = Saring(judul, kolom, baik, permintaan["kelompok"])
    tertukar, digabung = Tertukar(kolom), list[str]()
    baris_lembar = sumber.semua_baris(lembar)
    if gabungan := sumber.gabungan(lembar):
        baris_lembar = isi_gabungan(baris_lembar, gabungan, judul, digabung)
    for urut, (nomor, isi) in enumerate(potongan_data(baris_lembar, judul, saring)):
        tertukar.lihat(isi)
        if menilai is None or urut % 2 == 0:
            tulis(keluar, ("data", nomor, *sandikan(isi)))
        else:  # every second chunk is judged here: the parent, idle till now, has the database to feed besides
            baris = list(zip(*isi, strict=True))
            nilai, temuan = ternilai = nilai_potongan(menilai, baris)
            gabung_cacat(ternilai, cacat_potongan(kolom, isi), baris)
            sertakan_sel(ternilai, nomor, baris, minta)
            polos = {n: ([sandi_sel(s) for s in sel], t) for n, (sel, t) in temuan.items()}
            tulis(keluar, ("nilai", nomor, nilai, polos))
    sumber.selesai(judul.baris)
    catatan = {
        "dilewati": saring.dilewati,
        "digabung": digabung,
        "tersembunyi": sumber.baris_disembunyikan(lembar),
        "serupa": [] if permintaan.get("lembar") else lembar_serupa(sumber, kolom, lembar, judul),
        "lembar_tersembunyi": [n for n in sumber.tersembunyi() if n != lembar],
        "tertukar": tertukar.judul(),
    }
    tulis(keluar, ("akhir", catatan))


def main() -> int:
    """Entry point. Exit 0: all was sent; 3: a refusal was sent; anything else: died."""
    permintaan = json.loads(sys.stdin.buffer.read())
    batasi_diri(permintaan["batas_memori"], permintaan["batas_cpu"])
    gc.disable()  # nothing here makes cycles; walking a million cells in search of some costs a tenth of the time
    keluar = sys.stdout.buffer
    try:
        layani(permintaan, keluar)
    except BerkasTakTerpakai as galat:
        tulis(keluar, ("galat", galat.kode, galat.pesan, galat.rincian))
        return KELUAR_GALAT
    return 0


if __name__ == "__main__":
    sys.exit(main())
