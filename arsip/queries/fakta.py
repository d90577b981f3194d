"""Facts of the archive beside the work of the desk."""

from __future__ import annotations

from django.urls import reverse

from arsip.queries.rekam import belum_ditempatkan
from inti.models import Pengguna
from inti.queries.meja import FaktaMeja


def belum(pengguna: Pengguna) -> list[FaktaMeja]:
    """How many records lie nowhere yet; nothing when none does."""
    alamat = reverse("arsip:berkas_belum")
    return [FaktaMeja("Arsip belum ditempatkan", "{}", alamat, kueri=belum_ditempatkan(pengguna), bila_ada=True)]
