"""How letters are numbered: a pattern per series, unit and time."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from arsip.rules.pola import cacat_pola
from inti.models import Bertanggal, Riwayat


class Seri(models.TextChoices):
    """Books of numbers that an office keeps apart."""

    SURAT = "surat", "Surat dinas"
    SK = "sk", "Keputusan"
    NOTA = "nota", "Nota dinas"
    PERJANJIAN = "perjanjian", "Perjanjian"
    BERITA_ACARA = "ba", "Berita acara"
    TUGAS = "tugas", "Surat tugas"


class PolaNomor(Bertanggal):
    """The pattern of a series from a day on; for one unit, or for every unit that has none of its own.

    A series that has begun keeps the pattern with which it was opened until the year ends.
    """

    kunci_aturan, mengganti, rute_aturan = ("seri", "unit"), True, "arsip:polanomor"
    celah_boleh = "tanpa pola, setiap kode klasifikasi bernomor sendiri"

    class Satu(models.TextChoices):
        """What shares one running number."""

        KANTOR = "kantor", "Seluruh kantor"
        UNIT = "unit", "Setiap unit sendiri"
        KODE = "kode", "Setiap kode klasifikasi sendiri"

    seri = models.CharField("buku nomor", max_length=10, choices=Seri)
    unit = models.ForeignKey(
        "inti.UnitKerja",
        verbose_name="unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Kosong: berlaku bagi semua unit.",
    )
    urutan = models.CharField("nomor urut dihitung", max_length=6, choices=Satu, default=Satu.KANTOR)
    pola = models.CharField(
        "pola",
        max_length=80,
        help_text="Misalnya {kode}/{urut:03d}/{unit}/{bulan_romawi}/{tahun}. Buku yang sudah dibuka tahun ini tetap "
        "memakai pola lamanya sampai akhir tahun.",
    )
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "pola nomor"
        verbose_name_plural = "pola nomor"
        ordering = ["seri", "-berlaku_mulai", "-id"]

    def __str__(self) -> str:
        return f"{self.get_seri_display()}: {self.pola}"

    def clean(self) -> None:
        """A pattern that can't number is refused."""
        salah = cacat_pola(
            self.pola,
            per_kode=self.urutan == self.Satu.KODE,
            per_unit=self.urutan == self.Satu.UNIT or self.unit_id is not None,
        )
        if self.pola and salah:
            raise ValidationError({"pola": salah})


def pola_pada(seri: str, unit: object, hari: dt.date) -> PolaNomor | None:
    """The pattern in force for a series and unit on a day: the unit's own before the office's."""
    calon = PolaNomor.objects.pada(hari).filter(Q(unit=unit) | Q(unit__isnull=True), seri=seri)
    return max(calon, key=lambda p: p.unit_id is not None, default=None)
