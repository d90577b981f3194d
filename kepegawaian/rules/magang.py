"""Decisions about interns: placements, days of the logbook, marks. Plain data in; refusals with stable codes out.

Marks: report of the office's interns (weights 20, 25, 10, 30, 15; bands from 81, 71, 66, 61, 56). The published sheet
adds the marks up (477); the mark here is the weighted one (95.55). A mark between two printed bands (70.50 between
66-70 and 71-80) belongs to the band whose lower bound it has reached: 70.50 is Baik.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from inti.formats import hari_tanggal, tanggal_pendek
from inti.galat import AturanDilanggar

SEN = Decimal("0.01")
SABTU = 5


@dataclass(frozen=True)
class Rentang:
    """A stretch of days with its name, both ends included; `kunci` tells two of the same name apart."""

    nama: str
    mulai: dt.date
    sampai: dt.date
    kunci: int | None = None

    def __contains__(self, hari: dt.date) -> bool:
        return self.mulai <= hari <= self.sampai

    @property
    def tanggal(self) -> str:
        """02-11-2026 s.d. 30-11-2026."""
        return f"{tanggal_pendek(self.mulai)} s.d. {tanggal_pendek(self.sampai)}"

    def __str__(self) -> str:
        return f"{self.nama} ({self.tanggal})"


def periksa_masa(masa: Rentang) -> None:
    """Raises AturanDilanggar(MASA_TERBALIK) when it ends before it begins."""
    if masa.sampai < masa.mulai:
        raise AturanDilanggar("MASA_TERBALIK", f"{masa.nama.capitalize()} berakhir sebelum mulai.", "Perbaiki tanggal.")


def periksa_penempatan(masa: Rentang, semua: Sequence[Rentang]) -> None:
    """All placements of one intern together: each within the period, no two on one day.

    Raises AturanDilanggar(MASA_TERBALIK, PENEMPATAN_DI_LUAR_MASA, PENEMPATAN_TUMPANG), naming the entries.
    """
    urut = sorted(semua, key=lambda r: (r.mulai, r.sampai))
    for r in urut:
        periksa_masa(r)
        if r.mulai < masa.mulai or r.sampai > masa.sampai:
            raise AturanDilanggar(
                "PENEMPATAN_DI_LUAR_MASA",
                f"Penempatan {r} di luar masa magang {masa.tanggal}.",
                "Ubah penempatan atau masanya.",
            )
    for a, b in pairwise(urut):
        if b.mulai <= a.sampai:
            raise AturanDilanggar(
                "PENEMPATAN_TUMPANG", f"Penempatan {a} dan {b} tumpang tindih.", "Perbaiki tanggal salah satunya."
            )


def periksa_tertampung(catatan: Sequence[tuple[dt.date, str]], semua: Sequence[Rentang]) -> None:
    """Days already written (day, unit) must stay within a placement of that unit.

    Raises AturanDilanggar(CATATAN_TIDAK_TERTAMPUNG), naming the first such day.
    """
    for hari, unit in sorted(catatan):
        tempat = tempat_pada(semua, hari)
        if tempat is None or tempat.nama != unit:
            raise AturanDilanggar(
                "CATATAN_TIDAK_TERTAMPUNG",
                f"Catatan {hari_tanggal(hari)} di {unit} sudah ditulis dan tidak lagi termasuk penempatan itu.",
                "Pilih tanggal yang memuat catatan tersebut.",
            )


def tempat_pada(semua: Sequence[Rentang], hari: dt.date) -> Rentang | None:
    """The placement of a day."""
    return next((r for r in semua if hari in r), None)


def tempat_akun(semua: Sequence[Rentang], hari: dt.date) -> Rentang | None:
    """The placement that an account follows: of today, else the next one, else the last one."""
    if ini := tempat_pada(semua, hari):
        return ini
    urut = sorted(semua, key=lambda r: r.mulai)
    return next((r for r in urut if r.mulai > hari), urut[-1] if urut else None)


def periksa_hari(hari: dt.date, kini: dt.date, masa: Rentang, semua: Sequence[Rentang]) -> Rentang:
    """The placement of a day on which something may be written. Weekends are flagged elsewhere, not refused.

    Raises AturanDilanggar(HARI_DEPAN, HARI_DI_LUAR_MASA, BELUM_DITEMPATKAN).
    """
    if hari > kini:
        raise AturanDilanggar("HARI_DEPAN", f"{hari_tanggal(hari)} belum tiba.", "Isi paling lambat sampai hari ini.")
    if hari not in masa:
        raise AturanDilanggar(
            "HARI_DI_LUAR_MASA", f"{hari_tanggal(hari)} di luar masa magang {masa.tanggal}.", "Periksa tanggalnya."
        )
    tempat = tempat_pada(semua, hari)
    if tempat is None:
        raise AturanDilanggar(
            "BELUM_DITEMPATKAN", f"Belum ada penempatan pada {hari_tanggal(hari)}.", "Hubungi pembimbing."
        )
    return tempat


def akhir_pekan(hari: dt.date) -> bool:
    """Saturday or Sunday."""
    return hari.weekday() >= SABTU


def senin(hari: dt.date) -> dt.date:
    """Monday of the week of a day."""
    return hari - dt.timedelta(days=hari.weekday())


def minggu_ke(masa: Rentang, hari: dt.date) -> int:
    """Which week of the internship a day lies in, from 1."""
    return (senin(hari) - senin(masa.mulai)).days // 7 + 1


def periksa_aturan(komponen: Collection[tuple[str, Decimal]], skala: Collection[tuple[Decimal, str]]) -> None:
    """Weights (name, percent) sum to 100; the scale (lower bound, word) begins at 0 and names no bound twice.

    Raises AturanDilanggar(KOMPONEN_KOSONG, KOMPONEN_GANDA, BOBOT_TIDAK_100, SKALA_TIDAK_DARI_NOL, SKALA_GANDA).
    """
    if not komponen:
        raise AturanDilanggar("KOMPONEN_KOSONG", "Belum ada komponen nilai.", "Isi sedikitnya satu komponen.")
    nama = [n.strip().casefold() for n, _ in komponen]
    if len(set(nama)) < len(nama):
        raise AturanDilanggar("KOMPONEN_GANDA", "Ada komponen yang ditulis dua kali.", "Beri nama yang berbeda.")
    jumlah = sum((b for _, b in komponen), Decimal(0))
    if jumlah != 100:
        raise AturanDilanggar("BOBOT_TIDAK_100", f"Jumlah bobot {angka(jumlah)}, harus 100.", "Perbaiki bobotnya.")
    batas = [d for d, _ in skala]
    if not batas or min(batas) != 0:
        raise AturanDilanggar(
            "SKALA_TIDAK_DARI_NOL", "Skala harus mulai dari 0, agar setiap nilai berpredikat.", "Tambah baris dari 0."
        )
    if len(set(batas)) < len(batas):
        raise AturanDilanggar("SKALA_GANDA", "Ada batas skala yang ditulis dua kali.", "Perbaiki skalanya.")


def nilai_akhir(butir: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    """Of (weight in percent, mark 0 to 100): the plain sum, and the weighted mark to two decimals, half up.

    Raises AturanDilanggar(NILAI_DI_LUAR_SKALA).
    """
    for _, n in butir:
        if not 0 <= n <= 100:
            raise AturanDilanggar("NILAI_DI_LUAR_SKALA", f"Nilai {angka(n)} di luar 0 sampai 100.", "Perbaiki nilai.")
    jumlah = sum((n for _, n in butir), Decimal(0))
    akhir = sum((b * n for b, n in butir), Decimal(0)) / 100
    return jumlah.quantize(SEN), akhir.quantize(SEN, ROUND_HALF_UP)


def predikat(skala: Collection[tuple[Decimal, str]], nilai: Decimal) -> str:
    """The word of the highest band whose lower bound the mark reaches; empty when it reaches none."""
    return max(((d, p) for d, p in skala if d <= nilai), default=(Decimal(0), ""))[1]


def rentang_skala(skala: Collection[tuple[Decimal, str]]) -> list[tuple[str, str]]:
    """Bands as printed, the highest first: ("81–100", "Istimewa"), ("71–80", "Baik sekali")."""
    hasil, atas = [], Decimal(100)
    for dari, kata in sorted(skala, reverse=True):
        hasil.append((f"{angka(dari)}–{angka(max(atas, dari))}", kata))
        atas = dari - 1
    return hasil


def angka(nilai: Decimal) -> str:
    """A mark as printed: 95,55; whole numbers without decimals."""
    bulat = nilai.quantize(SEN, ROUND_HALF_UP)
    return str(int(bulat)) if bulat == bulat.to_integral_value() else f"{bulat:.2f}".replace(".", ",")
