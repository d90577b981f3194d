"""The office's calendar of days off: national, joint leave, local. Filled from a library, then edited by people."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.dasar import Rekam, Riwayat


class HariLibur(Rekam):
    """A day on which the office doesn't work. `asal` is the day under which the national calendar gave it."""

    lingkup_kantor = True

    class Jenis(models.TextChoices):
        NASIONAL = "nasional", "Libur nasional"
        CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"
        DAERAH = "daerah", "Libur daerah"

    tanggal = models.DateField("tanggal")
    nama = models.CharField("nama hari", max_length=120)
    jenis = models.CharField("jenis", max_length=12, choices=Jenis, default=Jenis.NASIONAL)
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)
    asal = models.DateField(null=True, blank=True, editable=False)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["tanggal", "id"]
        indexes = [models.Index(fields=["tanggal", "id"], name="libur_tanggal")]
        constraints = [
            models.UniqueConstraint(
                fields=["tanggal"],
                condition=Q(dibuang_pada__isnull=True),
                name="libur_tanggal_tunggal",
                violation_error_message="Tanggal ini sudah tercatat sebagai hari libur.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Page of the day."""
        return reverse("libur", args=[self.pk])
