"""Daily performance: the predikat matrix, what may be entered when, and what waits too long. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from inti.galat import AturanDilanggar
from inti.rules import kalender as rules_kalender
from kepegawaian.rules.nilai import Nilai

SEHARI = dt.timedelta(days=1)
TIDAK_ADA: frozenset[dt.date] = frozenset()


class Ekspektasi(StrEnum):
    """Result or behaviour against what was expected (PermenPANRB 6/2022)."""

    ATAS = "atas"
    SESUAI = "sesuai"
    BAWAH = "bawah"


class Predikat(StrEnum):
    """Performance of a month."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


def predikat(hasil: str, perilaku: str) -> Predikat:
    """The predikat of a pair of ratings. Source: PermenPANRB 6/2022, the matrix of results and behaviour.

    Raises ValueError for a rating that is none of the three.
    """
    h, p = Ekspektasi(hasil), Ekspektasi(perilaku)
    if h == p == Ekspektasi.ATAS:
        return Predikat.SANGAT_BAIK
    if h == p == Ekspektasi.BAWAH:
        return Predikat.SANGAT_KURANG
    if p == Ekspektasi.BAWAH:
        return Predikat.KURANG
    if h == Ekspektasi.BAWAH:
        return Predikat.BUTUH_PERBAIKAN
    return Predikat.BAIK


@dataclass(frozen=True, slots=True)
class BatasKinerja:
    """Values in force on a day. `norma` and `paling_banyak` in minutes, `hari_isi` in calendar, `hari_setuju` in working days."""

    norma: int = 450
    paling_banyak: int = 720
    hari_isi: int = 7
    hari_setuju: int = 3


def batas_pada(nilai: Nilai, hari: dt.date) -> BatasKinerja:
    """Limits out of the dated rule values; the usual one where no row is in force."""
    b = BatasKinerja()

    def ambil(kode: str, biasa: int) -> int:
        isi = nilai.angka(f"kinerja.{kode}", hari)
        return biasa if isi is None else isi

    return BatasKinerja(
        ambil("menit_sehari", b.norma),
        ambil("menit_paling_banyak", b.paling_banyak),
        ambil("batas_hari", b.hari_isi),
        ambil("hari_setuju", b.hari_setuju),
    )


def periksa_hari(tanggal: dt.date, hari: dt.date, *, bekerja: bool) -> None:
    """Whether anything may be entered for `tanggal`, today being `hari`.

    Raises AturanDilanggar: TANGGAL_DEPAN, BELUM_BEKERJA.
    """
    if tanggal > hari:
        raise AturanDilanggar(
            "TANGGAL_DEPAN", "Kegiatan tidak dapat diisi untuk hari yang belum tiba.", "Pilih hari ini atau sebelumnya."
        )
    if not bekerja:
        raise AturanDilanggar(
            "BELUM_BEKERJA",
            f"Menurut riwayat status, Anda tidak bekerja pada {tanggal:%d-%m-%Y}.",
            "Bila keliru, hubungi pengelola kepegawaian.",
        )


def hari_terakhir_isi(tanggal: dt.date, batas: BatasKinerja, dikembalikan: dt.date | None = None) -> dt.date:
    """Last day on which an activity of `tanggal` may be written; one that was returned counts from that day."""
    return max(tanggal, dikembalikan or tanggal) + batas.hari_isi * SEHARI


def periksa_batas_isi(
    tanggal: dt.date, hari: dt.date, batas: BatasKinerja, dikembalikan: dt.date | None = None
) -> None:
    """Refuse what is written too late. Raises AturanDilanggar(LEWAT_BATAS_ISI)."""
    akhir = hari_terakhir_isi(tanggal, batas, dikembalikan)
    if hari > akhir:
        raise AturanDilanggar(
            "LEWAT_BATAS_ISI",
            f"Batas mengisi kegiatan {tanggal:%d-%m-%Y} adalah {akhir:%d-%m-%Y}.",
            "Sampaikan kepada atasan Anda.",
        )


def periksa_menit(menit: Collection[int], batas: BatasKinerja) -> None:
    """Minutes of one day's activities together. Raises AturanDilanggar: MENIT_KOSONG, MENIT_BERLEBIH."""
    if any(m <= 0 for m in menit):
        raise AturanDilanggar("MENIT_KOSONG", "Waktu tiap kegiatan paling sedikit 1 menit.", "Perbaiki isian menit.")
    if sum(menit) > batas.paling_banyak:
        raise AturanDilanggar(
            "MENIT_BERLEBIH",
            f"Jumlah waktu sehari {sum(menit)} menit; paling banyak {batas.paling_banyak} menit.",
            "Kurangi menit kegiatan.",
        )


def hari_kerja(hari: dt.date, libur: Collection[dt.date] = TIDAK_ADA) -> bool:
    """Whether the office works on `hari`: Monday to Friday, no holiday."""
    return hari.weekday() < 5 and hari not in libur


def terlambat(diajukan: dt.date, hari: dt.date, batas: int, libur: Collection[dt.date] = TIDAK_ADA) -> bool:
    """Whether something proposed on `diajukan` has waited more than `batas` working days; that day doesn't count."""
    return rules_kalender.hari_kerja(diajukan + SEHARI, hari, libur) > batas


def batas_terlambat(hari: dt.date, batas: int, libur: Collection[dt.date] = TIDAK_ADA) -> dt.date:
    """The latest day of proposing that is late on `hari`: what was proposed then or before waits too long."""
    d, lewat = hari, 0
    while True:
        lewat += hari_kerja(d, libur)
        d -= SEHARI
        if lewat > batas:
            return d


def batas_putus(diajukan: dt.date, batas: int, libur: Collection[dt.date] = TIDAK_ADA) -> dt.date:
    """The last working day on which something proposed on `diajukan` is not late (`terlambat`)."""
    return rules_kalender.tambah_hari_kerja(diajukan, batas, libur)


def awal_bulan(hari: dt.date) -> dt.date:
    """First day of its month."""
    return hari.replace(day=1)


def akhir_bulan(hari: dt.date) -> dt.date:
    """Last day of its month."""
    return (hari.replace(day=28) + 4 * SEHARI).replace(day=1) - SEHARI
