"""Letters of the personnel desk: whom each concerns, of which kind, for which date; the letter itself is in the book."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Rekam, Riwayat
from kepegawaian.models.pegawai import PRIBADI


class SuratPegawai(Rekam):
    """A numbered letter about one person: KGB notice, or the list of papers that lack."""

    subjek = "pegawai.pengguna_id"
    lingkup_oleh = PRIBADI

    class Jenis(models.TextChoices):
        KGB = "kgb", "Pemberitahuan KGB"
        BERKAS = "berkas", "Permintaan kelengkapan berkas"

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="surat_set"
    )
    jenis = models.CharField("jenis surat", max_length=8, choices=Jenis)
    untuk = models.DateField("untuk tanggal", help_text="TMT KGB yang diberitahukan, atau tanggal surat.")
    tanggal = models.DateField("tanggal surat", db_index=True)
    nomor = models.CharField("nomor surat", max_length=80)
    dokumen = models.OneToOneField("inti.Dokumen", verbose_name="dokumen", on_delete=models.PROTECT, related_name="+")
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dibuat oleh", on_delete=models.PROTECT, related_name="+"
    )

    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat kepegawaian"
        verbose_name_plural = "surat kepegawaian"
        ordering = ["-tanggal", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "untuk"],
                condition=Q(jenis="kgb", dibuang_pada__isnull=True),
                name="suratpeg_kgb_tunggal",
                violation_error_message="Surat KGB untuk tanggal ini sudah diterbitkan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:surat", args=[self.pk])
