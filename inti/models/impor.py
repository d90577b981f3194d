"""Imports of spreadsheets: each a batch with its report, and what the rows that it changed said before."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from inti.models.dasar import Rekam, Riwayat


class BatchImpor(models.Model):
    """One saved import. With `NilaiLama` it is the history of a bulk change, written in sets."""

    class Status(models.TextChoices):
        TERSIMPAN = "tersimpan", "Tersimpan"
        SEBAGIAN = "sebagian", "Tersimpan tanpa baris yang ditolak"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    jenis = models.CharField("jenis", max_length=40)
    nama_berkas = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField(max_length=64)
    lembar = models.CharField("lembar", max_length=100, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField("waktu", auto_now_add=True, db_index=True)
    dibaca = models.PositiveIntegerField("dibaca", default=0)
    baru = models.PositiveIntegerField("baru", default=0)
    berubah = models.PositiveIntegerField("berubah", default=0)
    sama = models.PositiveIntegerField("sama", default=0)
    ditolak = models.PositiveIntegerField("ditolak", default=0)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.TERSIMPAN)
    laporan = models.JSONField("laporan", default=dict)

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-waktu", "-id"]
        indexes = [models.Index(fields=["jenis", "-waktu"], name="batch_impor_jenis")]

    def __str__(self) -> str:
        return f"{self.jenis} {self.waktu:%d-%m-%Y %H.%M}"


class NilaiLama(models.Model):
    """What one row said before a batch changed it. `sebelum` maps field names to values as the database kept them."""

    batch = models.ForeignKey(BatchImpor, on_delete=models.PROTECT, related_name="nilai_lama", db_index=False)
    model = models.CharField(max_length=60)
    objek_id = models.BigIntegerField()
    sebelum = models.JSONField()

    class Meta:
        verbose_name = "nilai lama"
        verbose_name_plural = "nilai lama"
        indexes = [
            models.Index(fields=["batch", "model"], name="nilai_lama_batch"),
            models.Index(fields=["model", "objek_id"], name="nilai_lama_objek"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.objek_id}"


class PetaJudul(Rekam):
    """What a heading of the office's own sheets means for one kind of import; no column: it is left out."""

    lingkup_kantor = True

    jenis = models.CharField("jenis impor", max_length=40)
    baku = models.CharField(max_length=120, editable=False)
    judul = models.CharField("judul pada lembar", max_length=120)
    kolom = models.CharField("kolom", max_length=60, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "pemetaan judul"
        verbose_name_plural = "pemetaan judul"
        ordering = ["jenis", "judul"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "baku"],
                condition=models.Q(dibuang_pada__isnull=True),
                name="petajudul_tunggal",
                violation_error_message="Judul ini sudah dipetakan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis}: {self.judul}"
