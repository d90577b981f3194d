"""Places where papers lie: building, room, cupboard, shelf, box, folder, as one tree."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.dasar import Rekam, Riwayat


class Tempat(Rekam):
    """A place in the tree. `jalur` is the chain of codes from the root, so that what lies below is one prefix."""

    lingkup_kantor = True

    class Jenis(models.TextChoices):
        GEDUNG = "gedung", "Gedung"
        RUANG = "ruang", "Ruang"
        LEMARI = "lemari", "Lemari"
        RAK = "rak", "Rak"
        BOKS = "boks", "Boks"
        FOLDER = "folder", "Folder"

    kode = models.SlugField("kode", max_length=20, help_text="Singkat, misalnya L2 atau BOKS-014.")
    nama = models.CharField("nama tempat", max_length=80)
    jenis = models.CharField("jenis", max_length=8, choices=Jenis)
    induk = models.ForeignKey(
        "self", verbose_name="terletak di", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    jalur = models.CharField(max_length=200, editable=False, db_index=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "tempat"
        verbose_name_plural = "tempat"
        ordering = ["jalur"]
        constraints = [
            models.UniqueConstraint(
                fields=["jalur"],
                condition=Q(dibuang_pada__isnull=True),
                name="tempat_tunggal",
                violation_error_message="Kode ini sudah dipakai di tempat yang sama.",
            )
        ]

    def __str__(self) -> str:
        return self.jalur.strip("/").replace("/", " / ").upper()

    def get_absolute_url(self) -> str:
        """Page of the place."""
        return reverse("tempat", args=[self.pk])

    @property
    def kedalaman(self) -> int:
        """How far below the root: 0 for a place without one above."""
        return self.jalur.count("/") - 1
