"""The month in figures: cross tables, percentiles, the span of months, and what they mean. Pure; months are their first day.

Source of the two tables' shape: services of one Dinas Sosial's counter, February to June 2022, as published.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inti.formats import bulan_tahun, ribuan
from inti.formats.tanggal import HARI

B = TypeVar("B", bound=Hashable)
K = TypeVar("K", bound=Hashable)

LAYANAN = ("pengajuan_baru", "reaktivasi")
PENOLAKAN_TERBIT = ("SUDAH_TERDAFTAR", "ID_DTKS_TIDAK_DICANTUMKAN", "PERIODE_BELUM_DIBUKA")
"""Reasons that have a column in the published table, in its order."""

RINGKAS = {
    "SUDAH_TERDAFTAR": "Sudah terdaftar",
    "ID_DTKS_TIDAK_DICANTUMKAN": "ID-DTKS tidak tercantum",
    "PERIODE_BELUM_DIBUKA": "Periode belum dibuka",
    "DESIL_DI_LUAR_SASARAN": "Di luar desil sasaran",
    "DATA_TIDAK_COCOK": "Data tidak cocok",
    "SURAT_FASKES_BELUM_ADA": "Surat faskes belum ada",
    "DIKECUALIKAN": "Dikecualikan",
    "BERKAS_BELUM_LENGKAP": "Berkas belum lengkap",
    "PENGANTAR_BELUM_ADA": "Pengantar belum ada",
    "TIDAK_TERDAFTAR": "Tidak terdaftar",
}
CEGAH = {
    "SUDAH_TERDAFTAR": "sudah terdaftar, sehingga cukup diurus di desa",
    "ID_DTKS_TIDAK_DICANTUMKAN": "membawa pengantar tanpa ID-DTKS",
    "PERIODE_BELUM_DIBUKA": "datang sebelum periode dibuka",
    "SURAT_FASKES_BELUM_ADA": "belum membawa surat faskes",
    "BERKAS_BELUM_LENGKAP": "belum lengkap berkasnya",
    "PENGANTAR_BELUM_ADA": "belum membawa pengantar desa",
    "TIDAK_TERDAFTAR": "belum terdaftar",
}
"""Reasons that a public check, the village or a list of papers tells before anybody travels. Not among them: what only
the counter finds out by comparing papers (DATA_TIDAK_COCOK) or what is nobody's to tell in public (desil, exclusion)."""
TERBANYAK_BULAN = 6  # of the span that is shown unasked


@dataclass
class TabelSilang(Generic[B, K]):
    """Counts by row and column with their sums; a cell that nothing fell into is 0."""

    baris: list[B]
    kolom: list[K]
    _sel: dict[tuple[B, K], int] = field(default_factory=lambda: defaultdict(int))

    def __getitem__(self, kunci: tuple[B, K]) -> int:
        return self._sel.get(kunci, 0)

    def jumlah_baris(self, baris: B) -> int:
        """Sum of a row."""
        return sum(self[baris, k] for k in self.kolom)

    def jumlah_kolom(self, kolom: K) -> int:
        """Sum of a column."""
        return sum(self[b, kolom] for b in self.baris)

    @property
    def jumlah(self) -> int:
        """Sum of all."""
        return sum(self.jumlah_kolom(k) for k in self.kolom)

    @property
    def terisi(self) -> list[K]:
        """Columns into which anything fell."""
        return [k for k in self.kolom if self.jumlah_kolom(k)]


def silang(isi: Iterable[tuple[B, K, int]], *, baris: Sequence[B], kolom: Sequence[K]) -> TabelSilang[B, K]:
    """Add counts up by (row, column). What is in neither list is left out."""
    hasil: TabelSilang[B, K] = TabelSilang(list(baris), list(kolom))
    ada_baris, ada_kolom = set(baris), set(kolom)
    for b, k, n in isi:
        if b in ada_baris and k in ada_kolom:
            hasil._sel[b, k] += n
    return hasil


def persentil(histogram: Mapping[int, int], persen: int) -> int | None:
    """Nearest-rank percentile of values counted in a histogram: the least value that `persen` % do not exceed.

    None when nothing was counted. Raises ValueError outside 1 to 100.
    """
    if not 1 <= persen <= 100:
        raise ValueError("Persentil 1 sampai 100.")
    jumlah = sum(histogram.values())
    if not jumlah:
        return None
    sisa = math.ceil(jumlah * persen / 100)
    for nilai in sorted(histogram):
        sisa -= histogram[nilai]
        if sisa <= 0:
            return nilai
    raise AssertionError("hitungan negatif dalam histogram")


def awal_bulan(hari: dt.date) -> dt.date:
    """First day of a date's month."""
    return hari.replace(day=1)


def bulan_berikut(bulan: dt.date) -> dt.date:
    """First day of the month after."""
    return dt.date(bulan.year + bulan.month // 12, bulan.month % 12 + 1, 1)


def deret_bulan(awal: dt.date, akhir: dt.date) -> list[dt.date]:
    """Months from `awal` to `akhir`, both included."""

    def jalan() -> Iterator[dt.date]:
        kini = awal_bulan(awal)
        while kini <= akhir:
            yield kini
            kini = bulan_berikut(kini)

    return list(jalan())


def rentang_bawaan(ada: Iterable[dt.date], hari: dt.date) -> tuple[dt.date, dt.date]:
    """The month shown unasked: the last one with records up to today, else the present one.

    In: days (or months) with records; today. An old register never hides what was done since.
    """
    bulan = max((b for b in map(awal_bulan, ada) if b <= hari), default=awal_bulan(hari))
    return bulan, bulan


def sebut_rentang(awal: dt.date, akhir: dt.date) -> str:
    """`Februari sampai Juni 2022`, `Juni 2022`, `Desember 2025 sampai Januari 2026`."""
    if awal_bulan(awal) == awal_bulan(akhir):
        return bulan_tahun(awal)
    depan = bulan_tahun(awal).split()[0] if awal.year == akhir.year else bulan_tahun(awal)
    return f"{depan} sampai {bulan_tahun(akhir)}"


def persen(bagian: int, jumlah: int) -> int:
    """Share in whole per cent, rounded half up; 0 of nothing. A part never reads 0 %, a rest never 100 %."""
    if not jumlah:
        return 0
    bulat = (200 * bagian + jumlah) // (2 * jumlah)
    return min(max(bulat, 1 if bagian else 0), 99 if bagian < jumlah else 100)


def arti(dilayani: int, alasan: Mapping[str, int]) -> list[str]:
    """What the figures mean, in sentences: how many went home unserved, and how many of them need not have travelled."""
    ditolak = sum(alasan.values())
    if not dilayani + ditolak:
        return ["Belum ada permohonan yang diputus pada bulan ini."]
    datang = dilayani + ditolak
    hasil = [
        f"Dari {ribuan(datang)} permohonan yang diputus, {ribuan(dilayani)} dilayani dan {ribuan(ditolak)} "
        f"({persen(ditolak, datang)}%) ditolak."
    ]
    dapat = {k: n for k, n in alasan.items() if n and k in CEGAH}
    if dapat:
        rincian = [f"{ribuan(n)} {CEGAH[k]}" for k, n in sorted(dapat.items(), key=lambda p: (-p[1], p[0]))]
        jumlah = sum(dapat.values())
        awal = "Semua penolakan" if jumlah == ditolak else f"{ribuan(jumlah)} penolakan ({persen(jumlah, ditolak)}%)"
        hasil.append(f"{awal} dapat dicegah sebelum warga berangkat: {_rangkai(rincian)}.")
    return hasil


def _rangkai(butir: Sequence[str]) -> str:
    if len(butir) < 2:
        return "".join(butir)
    return f"{'; '.join(butir[:-1])}; dan {butir[-1]}" if len(butir) > 2 else " dan ".join(butir)


def arti_waktu(tunggu: tuple[int | None, int | None], layan: tuple[int | None, int | None]) -> list[str]:
    """Waiting and serving (median, 90th percentile, in minutes) in a sentence; nothing where no time is known."""
    hasil = []
    if tunggu[0] is not None:
        hasil.append(
            f"Separuh warga menunggu paling lama {tunggu[0]} menit, sembilan dari sepuluh paling lama {tunggu[1]} menit."
        )
    if layan[0] is not None:
        hasil.append(f"Pelayanannya sendiri separuhnya selesai paling lama dalam {layan[0]} menit.")
    return hasil


def arti_ramai(jam: TabelSilang[int, int]) -> list[str]:
    """The busiest weekday and hour, so that a head knows when a second counter helps."""
    puncak = max(
        ((jam[h, j], h, j) for h in jam.baris for j in jam.kolom), default=(0, 0, 0), key=lambda p: (p[0], -p[1], -p[2])
    )
    if not puncak[0]:
        return []
    return [
        f"Paling ramai {HARI[puncak[1]]} pukul {puncak[2]:02d}.00 sampai {puncak[2] + 1:02d}.00 ({ribuan(puncak[0])} kunjungan)."
    ]
