"""How letters are numbered: a pattern per series, unit and time."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Kueri, Rekam, Riwayat


class Seri(models.TextChoices):
    """Books of numbers that an office keeps apart."""

    SURAT = "surat", "Surat dinas"
    SK = "sk", "Keputusan"
    NOTA = "nota", "Nota dinas"
    PERJANJIAN = "perjanjian", "Perjanjian"
    BERITA_ACARA = "ba", "Berita acara"
    TUGAS = "tugas", "Surat tugas"


class PolaNomor(Rekam):
    """The pattern of a series from a day on; for one unit, or for every unit that has none of its own.

    A series that has begun keeps the pattern with which it was opened until the year ends.
    """

    lingkup_kantor = True

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
    pola = models.CharField("pola", max_length=80)
    berlaku_mulai = models.DateField("berlaku mulai", db_index=True)

    objects = Kueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pola nomor"
        verbose_name_plural = "pola nomor"
        ordering = ["seri", "-berlaku_mulai", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seri", "unit", "berlaku_mulai"],
                condition=Q(dibuang_pada__isnull=True),
                name="polanomor_unit",
                violation_error_message="Pola untuk buku, unit, dan tanggal ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["seri", "berlaku_mulai"],
                condition=Q(dibuang_pada__isnull=True, unit__isnull=True),
                name="polanomor_kantor",
                violation_error_message="Pola untuk buku dan tanggal ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_seri_display()}: {self.pola}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:polanomor", args=[self.pk])


def pola_pada(seri: str, unit: object, hari: dt.date) -> PolaNomor | None:
    """The pattern in force for a series and unit on a day: the unit's own before the office's."""
    kueri = PolaNomor.objects.hidup().filter(seri=seri, berlaku_mulai__lte=hari)
    calon = kueri.filter(Q(unit=unit) | Q(unit__isnull=True)).order_by("-berlaku_mulai", "-id")
    return max(calon, key=lambda p: (p.unit_id is not None, p.berlaku_mulai, p.pk), default=None)
