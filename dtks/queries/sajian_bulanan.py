"""The monthly report as tables and charts: made once, shown by the page, the PDF and the workbook alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dtks.models import JenisPermohonan
from dtks.queries.bulanan import ALASAN, DITERIMA, DITOLAK, Laporan, Waktu
from dtks.rules.bulanan import (
    LAYANAN,
    PENOLAKAN_TERBIT,
    RINGKAS,
    arti,
    arti_ramai,
    arti_waktu,
    sebut_rentang,
)
from inti.formats import bulan_tahun, ribuan
from inti.formats.tanggal import HARI
from inti.rules.bagan import Bagan, Batang, Kelompok

JENIS = {k: JenisPermohonan(k).label for k in LAYANAN} | {"reaktivasi": "Reaktivasi"}


@dataclass(frozen=True)
class Sel:
    """A cell: a number or a text, and the filters of the list behind it, if there is one."""

    nilai: int | str | None
    saring: tuple[tuple[str, str], ...] = ()
    pendek: str = ""  # for a phone

    @property
    def teks(self) -> str:
        if self.nilai is None:
            return "-"
        return ribuan(self.nilai) if isinstance(self.nilai, int) else self.nilai


@dataclass(frozen=True)
class TabelBulanan:
    """A table with its sum. `kata`: how many columns at the left are words; the rest are numbers."""

    kode: str
    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]
    jumlah: tuple[Sel, ...] | None = None
    catatan: str = ""
    kata: int = 1


@dataclass(frozen=True)
class Sajian:
    """What the report shows, in order."""

    rentang: str
    arti: tuple[str, ...]
    tabel: dict[str, TabelBulanan]
    bagan: dict[str, Bagan]


def sajikan(laporan: Laporan) -> Sajian:
    """Tables, charts and sentences of a report."""
    tabel = (
        _layanan(laporan),
        _penolakan(laporan),
        _waktu(laporan),
        _jam(laporan),
        _desa(laporan),
        _petugas(laporan),
    )
    bagan = {"bulan": _bagan_bulan(laporan), "alasan": _bagan_alasan(laporan)}
    if laporan.jam.jumlah:
        bagan["jam"] = _bagan_jam(laporan)
    if laporan.waktu_semua.tunggu_tercatat:
        bagan["tunggu"] = _bagan_tunggu(laporan)
    kalimat = arti(laporan.layanan.jumlah, laporan.alasan)
    kalimat += arti_waktu(laporan.waktu_semua.tunggu, laporan.waktu_semua.layan)
    kalimat += arti_ramai(laporan.jam)
    if laporan.terbuka:
        kalimat.append(f"{ribuan(laporan.terbuka)} permohonan belum diputus dan belum termasuk dalam tabel.")
    return Sajian(
        rentang=sebut_rentang(laporan.bulan[0], laporan.bulan[-1]),
        arti=tuple(kalimat),
        tabel={t.kode: t for t in tabel},
        bagan=bagan,
    )


def _pada(awal: dt.date, akhir: dt.date, **lain: str) -> tuple[tuple[str, str], ...]:
    """Filters of the list of requests: the months, then what else."""
    bulan = {"bulan": f"{awal:%Y-%m}"} | ({"sampai": f"{akhir:%Y-%m}"} if akhir != awal else {})
    return tuple((bulan | lain).items())


def _bulan(bulan: dt.date) -> Sel:
    return Sel(bulan_tahun(bulan), pendek=f"{bulan_tahun(bulan)[:3]} {bulan.year}")


def _layanan(laporan: Laporan) -> TabelBulanan:
    t, awal, akhir = laporan.layanan, laporan.bulan[0], laporan.bulan[-1]
    return TabelBulanan(
        "layanan",
        "Warga dilayani menurut jenis permohonan",
        ("Bulan", *JENIS.values(), "Jumlah"),
        tuple(
            (
                _bulan(b),
                *(Sel(t[b, k], _pada(b, b, status=DITERIMA, jenis=k)) for k in LAYANAN),
                Sel(t.jumlah_baris(b), _pada(b, b, status=DITERIMA)),
            )
            for b in t.baris
        ),
        (
            Sel("Jumlah"),
            *(Sel(t.jumlah_kolom(k), _pada(awal, akhir, status=DITERIMA, jenis=k)) for k in LAYANAN),
            Sel(t.jumlah, _pada(awal, akhir, status=DITERIMA)),
        ),
    )


def _penolakan(laporan: Laporan) -> TabelBulanan:
    t, awal, akhir = laporan.penolakan, laporan.bulan[0], laporan.bulan[-1]
    kolom = [k for k in ALASAN if k in PENOLAKAN_TERBIT or t.jumlah_kolom(k)]
    return TabelBulanan(
        "penolakan",
        "Warga ditolak menurut alasan",
        ("Bulan", "Ditolak", *(RINGKAS[k] for k in kolom)),
        tuple(
            (
                _bulan(b),
                Sel(t.jumlah_baris(b), _pada(b, b, status=DITOLAK)),
                *(Sel(t[b, k], _pada(b, b, status=DITOLAK, alasan=k)) for k in kolom),
            )
            for b in t.baris
        ),
        (
            Sel("Jumlah"),
            Sel(t.jumlah, _pada(awal, akhir, status=DITOLAK)),
            *(Sel(t.jumlah_kolom(k), _pada(awal, akhir, status=DITOLAK, alasan=k)) for k in kolom),
        ),
    )


def _waktu(laporan: Laporan) -> TabelBulanan:
    def baris(nama: Sel, w: Waktu) -> tuple[Sel, ...]:
        return nama, Sel(w.kunjungan), *map(Sel, (*w.tunggu, *w.layan))

    semua = laporan.waktu_semua
    return TabelBulanan(
        "waktu",
        "Waktu menunggu dan dilayani (menit)",
        ("Bulan", "Kunjungan", "Menunggu, tengah", "Menunggu, 9 dari 10", "Dilayani, tengah", "Dilayani, 9 dari 10"),
        tuple(baris(_bulan(b), laporan.waktu[b]) for b in laporan.bulan),
        baris(Sel("Semua"), semua),
        "Tengah: separuh warga tidak lebih lama dari ini. 9 dari 10: sembilan dari sepuluh warga tidak lebih lama dari ini. "
        f"Waktu menunggu tercatat pada {ribuan(semua.tunggu_tercatat)} dan waktu dilayani pada "
        f"{ribuan(semua.layan_tercatat)} dari {ribuan(semua.kunjungan)} kunjungan.",
    )


def _jam(laporan: Laporan) -> TabelBulanan:
    t = laporan.jam
    return TabelBulanan(
        "jam",
        "Kunjungan menurut hari dan jam datang",
        ("Hari", *(f"{j:02d}" for j in t.kolom), "Jumlah"),
        tuple((Sel(HARI[h]), *(Sel(t[h, j]) for j in t.kolom), Sel(t.jumlah_baris(h))) for h in t.baris),
        (Sel("Jumlah"), *(Sel(t.jumlah_kolom(j)) for j in t.kolom), Sel(t.jumlah)),
        "Jam datang, misalnya 08: pukul 08.00 sampai 08.59.",
    )


def _desa(laporan: Laporan) -> TabelBulanan:
    awal, akhir = laporan.bulan[0], laporan.bulan[-1]
    baris = []
    for nama, kecamatan, terima, tolak in laporan.desa:
        # A village is sought by its name and its kecamatan's, as the filter of the list takes it.
        saring = {"desa": f"{nama}, {kecamatan}"} if nama else {}
        hasil = [
            Sel(n, _pada(awal, akhir, status=s, **saring) if nama else ())
            for n, s in ((terima, DITERIMA), (tolak, DITOLAK))
        ]
        baris.append((Sel(nama.title() or "Tidak diketahui"), Sel(kecamatan.title()), *hasil, Sel(terima + tolak)))
    kepala = ("Desa", "Kecamatan", "Dilayani", "Ditolak", "Jumlah")
    return TabelBulanan("desa", "Menurut desa", kepala, tuple(baris), _jumlah(laporan, 2), kata=2)


def _petugas(laporan: Laporan) -> TabelBulanan:
    baris = tuple((Sel(nama or akun), Sel(a), Sel(b), Sel(a + b)) for nama, akun, a, b in laporan.petugas)
    kepala = ("Petugas", "Dilayani", "Ditolak", "Jumlah")
    return TabelBulanan("petugas", "Menurut petugas yang memutus", kepala, baris, _jumlah(laporan, 1))


def _jumlah(laporan: Laporan, kata: int) -> tuple[Sel, ...]:
    awal, akhir = laporan.bulan[0], laporan.bulan[-1]
    a, b = laporan.layanan.jumlah, laporan.penolakan.jumlah
    angka = (Sel(a, _pada(awal, akhir, status=DITERIMA)), Sel(b, _pada(awal, akhir, status=DITOLAK)), Sel(a + b))
    return (Sel("Jumlah"), *(Sel("") for _ in range(kata - 1)), *angka)


def _kata_bulan(bulan: list[dt.date]) -> list[str]:
    """`Feb`; with the year where it changes."""
    return [
        bulan_tahun(b)[:3] + (f" {b:%y}" if i and b.year != a.year else "")
        for i, (a, b) in enumerate(pairwise([bulan[0], *bulan]))
    ]


def _bagan_bulan(laporan: Laporan) -> Bagan:
    isi = [
        (b, laporan.layanan[b, "pengajuan_baru"], laporan.layanan[b, "reaktivasi"], laporan.penolakan.jumlah_baris(b))
        for b in laporan.bulan
    ]
    return Bagan(
        "Dilayani dan ditolak per bulan",
        _kalimat(
            f"{bulan_tahun(b)} dilayani {ribuan(baru + lama)}, ditolak {ribuan(tolak)}" for b, baru, lama, tolak in isi
        ),
        tuple(
            Kelompok(kata, (Batang((("b2", lama), ("b1", baru))), Batang((("b4", tolak),))))
            for kata, (_, baru, lama, tolak) in zip(_kata_bulan(laporan.bulan), isi, strict=True)
        ),
        (("b1", "Pengajuan baru"), ("b2", "Reaktivasi"), ("b4", "Ditolak")),
    )


def _bagan_alasan(laporan: Laporan) -> Bagan:
    isi = sorted(((n, k) for k, n in laporan.alasan.items() if n), key=lambda p: (-p[0], ALASAN.index(p[1])))
    return Bagan(
        "Alasan penolakan",
        _kalimat(f"{RINGKAS[k]} {ribuan(n)}" for n, k in isi),
        tuple(Kelompok(RINGKAS[k], (Batang((("b2" if i else "b1", n),)),)) for i, (n, k) in enumerate(isi)),
        datar=True,
    )


def _bagan_jam(laporan: Laporan) -> Bagan:
    t = laporan.jam
    isi = [(j, t.jumlah_kolom(j)) for j in t.kolom]
    puncak = max(n for _, n in isi)
    return Bagan(
        "Kunjungan menurut jam datang",
        _kalimat(f"pukul {j:02d} {ribuan(n)}" for j, n in isi),
        tuple(Kelompok(f"{j:02d}", (Batang((("b1" if n == puncak else "b2", n),)),)) for j, n in isi),
    )


def _bagan_tunggu(laporan: Laporan) -> Bagan:
    isi = [(b, laporan.waktu[b].tunggu) for b in laporan.bulan]
    return Bagan(
        "Lama menunggu per bulan (menit)",
        _kalimat(f"{bulan_tahun(b)} tengah {w[0]}, 9 dari 10 {w[1]}" for b, w in isi if w[0] is not None),
        tuple(
            Kelompok(kata, (Batang((("b1", w[0] or 0),)), Batang((("b2", w[1] or 0),))))
            for kata, (_, w) in zip(_kata_bulan(laporan.bulan), isi, strict=True)
        ),
        (("b1", "Tengah"), ("b2", "9 dari 10")),
    )


def _kalimat(butir: Iterable[str]) -> str:
    teks = "; ".join(butir)
    return f"{teks[:1].upper()}{teks[1:]}." if teks else "Belum ada data."
