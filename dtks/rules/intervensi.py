"""Plans against poverty: what a plan may say, and its sums against its budget. Pure; money in whole rupiah."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from inti.formats import rupiah
from inti.galat import AturanDilanggar

NOL = Decimal(0)


def rupiah_bulat(nilai: Decimal) -> Decimal:
    """The amount when it is whole rupiah and not negative. Raises AturanDilanggar(RUPIAH_PECAHAN, RUPIAH_NEGATIF)."""
    if not nilai.is_finite() or nilai != nilai.to_integral_value():
        raise AturanDilanggar("RUPIAH_PECAHAN", "Jumlah uang ditulis dalam rupiah utuh.", "Hilangkan angka sen.")
    if nilai < 0:
        raise AturanDilanggar("RUPIAH_NEGATIF", "Jumlah uang tidak boleh kurang dari nol.", "Periksa jumlahnya.")
    return nilai


def periksa_rencana(tahun: int, mulai: dt.date, sampai: dt.date, desil: tuple[int, int], desa: Iterable[str]) -> None:
    """Schedule within the year and in order, desil 1 to 10 in order, a village. Raises AturanDilanggar."""
    if not (mulai <= sampai and mulai.year == tahun == sampai.year):
        raise AturanDilanggar("JADWAL", "Jadwal di luar tahun rencana atau terbalik.", "Periksa kedua tanggalnya.")
    if not 1 <= desil[0] <= desil[1] <= 10:
        raise AturanDilanggar("RENTANG_DESIL", "Rentang desil terbalik atau di luar 1 sampai 10.", "Perbaiki desilnya.")
    if not any(desa):
        raise AturanDilanggar("TANPA_DESA", "Belum ada desa sasaran.", "Pilih sedikitnya satu desa.")


@dataclass(frozen=True)
class TemuanRencana:
    """A warning: a stable code and its sentence."""

    kode: str
    kalimat: str


def periksa_anggaran(anggaran: Decimal, terpakai: Decimal, perlu: Decimal = NOL) -> list[TemuanRencana]:
    """What to warn of: spent more than the budget; or all targets together would need more than there is."""
    hasil = []
    if terpakai > anggaran:
        hasil.append(
            TemuanRencana(
                "ANGGARAN_TERLAMPAUI", f"Penyaluran melampaui anggaran sebesar {rupiah(terpakai - anggaran)}."
            )
        )
    elif perlu > anggaran:
        hasil.append(
            TemuanRencana("ANGGARAN_KURANG", f"Untuk semua sasaran, anggaran kurang {rupiah(perlu - anggaran)}.")
        )
    return hasil


def boleh_menambah(anggaran: Decimal, terpakai: Decimal, tambahan: Decimal, diakui: bool) -> None:
    """An amount that would pass the budget is taken only when who enters it says that he knows. Raises AturanDilanggar."""
    if tambahan > 0 and terpakai + tambahan > anggaran and not diakui:
        raise AturanDilanggar(
            "ANGGARAN_TERLAMPAUI",
            f"Dengan jumlah ini penyaluran melampaui anggaran sebesar {rupiah(terpakai + tambahan - anggaran)}.",
            "Periksa jumlahnya, atau tandai bahwa kelebihan ini diketahui.",
        )
