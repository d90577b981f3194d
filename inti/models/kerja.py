"""Jobs, saved views and notifications: what helps a user through the day."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class Tugas(models.Model):
    """A job in the background. django-tasks carries it to a worker; this row holds progress, result and the lease."""

    class Keadaan(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        BERJALAN = "berjalan", "Berjalan"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jenis = models.CharField("jenis", max_length=60)
    judul = models.CharField("judul", max_length=160)
    argumen = models.JSONField(default=dict)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="tugas")
    keadaan = models.CharField("keadaan", max_length=12, choices=Keadaan, default=Keadaan.ANTRE)
    kemajuan = models.PositiveIntegerField("kemajuan", default=0)
    jumlah = models.PositiveIntegerField("jumlah", default=0)
    pesan = models.CharField("pesan", max_length=300, blank=True)
    hasil = models.JSONField(null=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    paling_banyak = models.PositiveSmallIntegerField(default=3)
    minta_batal = models.BooleanField(default=False)
    sewa_sampai = models.DateTimeField(null=True)
    pemegang = models.CharField(max_length=64, blank=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    mulai_pada = models.DateTimeField(null=True)
    selesai_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "tugas latar"
        verbose_name_plural = "tugas latar"
        ordering = ["-dibuat_pada", "-id"]
        permissions = [("gabung_lembar", "Menggabungkan banyak lembar kerja")]
        indexes = [
            models.Index(fields=["keadaan", "sewa_sampai"], name="tugas_sewa"),
            models.Index(fields=["oleh", "-dibuat_pada"], name="tugas_milik"),
        ]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        """Page of the job, for its owner and those who look after jobs."""
        return reverse("tugas", args=[self.pk])

    @property
    def berakhir(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self.keadaan in {self.Keadaan.SELESAI, self.Keadaan.GAGAL, self.Keadaan.DIBATALKAN}


class ButirTugas(models.Model):
    """One thing of a batch that a job works through, and what came of it. Its words hold no number of a person."""

    class Keadaan(models.TextChoices):
        MENUNGGU = "menunggu", "Belum dikerjakan"
        SELESAI = "selesai", "Selesai"
        DITOLAK = "ditolak", "Tidak dapat"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"

    TANDA = {"menunggu": "25", "selesai": "selesai", "ditolak": "perlu", "dikembalikan": "batal"}

    tugas = models.ForeignKey(Tugas, on_delete=models.CASCADE, related_name="butir")
    urut = models.PositiveIntegerField()
    kunci = models.CharField(max_length=60)
    sebutan = models.CharField("butir", max_length=160)
    keadaan = models.CharField("keadaan", max_length=12, choices=Keadaan, default=Keadaan.MENUNGGU)
    kode = models.CharField("kode", max_length=60, blank=True)
    pesan = models.CharField("keterangan", max_length=300, blank=True)
    hasil_label = models.CharField(max_length=80, blank=True)
    hasil_id = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = "butir tugas"
        verbose_name_plural = "butir tugas"
        ordering = ["tugas", "urut"]
        constraints = [models.UniqueConstraint(fields=["tugas", "kunci"], name="butir_tugas_tunggal")]
        indexes = [models.Index(fields=["tugas", "keadaan", "urut"], name="butir_tugas_keadaan")]

    def __str__(self) -> str:
        return self.sebutan

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return self.TANDA[self.keadaan], self.get_keadaan_display()


class TampilanTersimpan(models.Model):
    """A user's own view of a list: its filters, order and columns under a name."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tampilan")
    daftar = models.CharField(max_length=80)
    nama = models.CharField("nama tampilan", max_length=40)
    parameter = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "tampilan tersimpan"
        verbose_name_plural = "tampilan tersimpan"
        ordering = ["nama"]
        constraints = [models.UniqueConstraint(fields=["pengguna", "daftar", "nama"], name="tampilan_tunggal")]

    def __str__(self) -> str:
        return self.nama


class Pemberitahuan(models.Model):
    """A notice to one user. Its text never holds a personal number."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pemberitahuan")
    teks = models.CharField("isi", max_length=200)
    tautan = models.CharField(max_length=200, blank=True)
    waktu = models.DateTimeField(auto_now_add=True)
    dibaca_pada = models.DateTimeField("dibaca", null=True)

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-waktu", "-id"]
        indexes = [models.Index(fields=["pengguna"], condition=Q(dibaca_pada__isnull=True), name="pemberitahuan_baru")]

    def __str__(self) -> str:
        return self.teks


class Percobaan(models.Model):
    """How often something public was tried from one address in one window of time (digest, not the address)."""

    kunci = models.CharField(max_length=64, unique=True)
    jumlah = models.PositiveIntegerField(default=0)
    waktu = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "percobaan"
        verbose_name_plural = "percobaan"

    def __str__(self) -> str:
        return f"{self.jumlah} percobaan"


class DetakPekerja(models.Model):
    """The last sign of life of a worker process, for `/-/siap`."""

    nama = models.CharField(max_length=64, unique=True)
    terakhir = models.DateTimeField()

    class Meta:
        verbose_name = "detak pekerja"
        verbose_name_plural = "detak pekerja"

    def __str__(self) -> str:
        return self.nama
