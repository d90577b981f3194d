"""Companies: their identity only; what the office does with them belongs to the apps above."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.formats.nomor import HasilNomor
from inti.formats.usaha import npwp_tampil, periksa_nib, periksa_npp_usaha, periksa_npwp_usaha
from inti.models.dasar import Rekam, Riwayat

NOMOR: dict[str, tuple[str, Callable[[object], HasilNomor]]] = {
    "npp": ("NPP", periksa_npp_usaha),
    "nib": ("NIB", periksa_nib),
    "npwp": ("NPWP", periksa_npwp_usaha),
}


class Perusahaan(Rekam):
    """A company, known by at least one of NPP, NIB and NPWP; no two living ones bear the same number.

    Numbers are kept bare (`inti.formats.usaha`): an NPWP always has 16 digits.
    """

    lingkup_kantor = True

    nama = models.CharField("nama perusahaan", max_length=160)
    npp = models.CharField("NPP", max_length=12, blank=True)
    nib = models.CharField("NIB", max_length=13, blank=True)
    npwp = models.CharField("NPWP", max_length=16, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "perusahaan"
        verbose_name_plural = "perusahaan"
        ordering = ["nama", "id"]
        permissions = [("impor_perusahaan", "Mengimpor perusahaan")]
        indexes = [models.Index(fields=["nama", "id"], name="perusahaan_nama")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(npp="", nib="", npwp=""),
                name="perusahaan_bernomor",
                violation_error_message="Isi paling sedikit satu dari NPP, NIB, dan NPWP.",
            ),
            *(
                models.UniqueConstraint(
                    fields=[bidang],
                    condition=Q(dibuang_pada__isnull=True) & ~Q(**{bidang: ""}),
                    name=f"perusahaan_{bidang}_tunggal",
                    violation_error_message=f"{sebutan} ini sudah dipakai perusahaan lain.",
                )
                for bidang, sebutan in (("npp", "NPP"), ("nib", "NIB"), ("npwp", "NPWP"))
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Page of the company."""
        return reverse("perusahaan", args=[self.pk])

    @property
    def npwp_tampil(self) -> str:
        """The NPWP, masked where it is a person's NIK."""
        return npwp_tampil(self.npwp)

    def clean(self) -> None:
        """Numbers that are there must be sound and kept bare. Raises ValidationError at each that is not."""
        galat = {}
        for bidang, (_, periksa) in NOMOR.items():
            nilai = getattr(self, bidang)
            hasil = periksa(nilai) if nilai else HasilNomor("")
            if not hasil.sah:
                galat[bidang] = ValidationError(hasil.galat[0].pesan, code=hasil.galat[0].kode)
            setattr(self, bidang, hasil.nilai)
        if galat:
            raise ValidationError(galat)
