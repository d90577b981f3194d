"""The classification of records: editions in force from a day on, each a tree of codes."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.urls import reverse

from inti.models import Bertanggal, Kueri, Rekam, Riwayat


class VersiKlasifikasi(Bertanggal):
    """An edition of the classification, for example that of Permendagri 83/2022."""

    kunci_aturan, mengganti, rute_aturan = (), True, "arsip:versiklasifikasi"

    nama = models.CharField("nama versi", max_length=80)
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "versi klasifikasi"
        verbose_name_plural = "versi klasifikasi"
        ordering = ["-berlaku_mulai", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nama"],
                condition=models.Q(dibuang_pada__isnull=True),
                name="versiklas_tunggal",
                violation_error_message="Versi dengan nama ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class KlasifikasiKueri(Kueri):
    def pada(self, hari: dt.date) -> KlasifikasiKueri:
        """Codes of the edition in force on a day."""
        return self.hidup().filter(versi_klasifikasi__in=VersiKlasifikasi.objects.pada(hari).values("pk"))


class Klasifikasi(Rekam):
    """A code of the tree. Letters and records keep the code itself, so that a later edition changes none of them."""

    lingkup_kantor = True

    versi_klasifikasi = models.ForeignKey(
        VersiKlasifikasi, verbose_name="versi", on_delete=models.PROTECT, related_name="kode_set"
    )
    kode = models.CharField("kode", max_length=20)
    nama = models.CharField("masalah", max_length=200)
    induk = models.ForeignKey(
        "self", verbose_name="di bawah", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    tingkat = models.PositiveSmallIntegerField("tingkat", editable=False, default=1)
    urut = models.CharField(max_length=80, editable=False, db_index=True)

    objects = KlasifikasiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "klasifikasi"
        verbose_name_plural = "klasifikasi"
        ordering = ["urut", "id"]
        permissions = [
            ("impor_klasifikasi", "Mengimpor klasifikasi"),
            ("kelola_kantor", "Mengelola surat dan arsip seluruh kantor"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["versi_klasifikasi", "kode"],
                condition=models.Q(dibuang_pada__isnull=True),
                name="klasifikasi_tunggal",
                violation_error_message="Kode ini sudah ada pada versi yang sama.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:klasifikasi", args=[self.pk])
