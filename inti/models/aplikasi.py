"""Which apps this office uses."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from inti.models.dasar import Rekam, Riwayat


class AplikasiAktif(Rekam):
    """An app's switch; an app without a row is in use. Off: nobody holds its rights, its jobs rest, its data stay."""

    lingkup_kantor = True

    kode = models.SlugField("aplikasi", max_length=30, unique=True)
    aktif = models.BooleanField("dipakai", default=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "aplikasi"
        verbose_name_plural = "aplikasi"

    def __str__(self) -> str:
        return self.kode

    def get_absolute_url(self) -> str:
        """The page of all switches."""
        return reverse("aplikasi")
