"""Acts: every service call as data. History rows point here; so do double-submit keys and take-backs."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from inti.formats.waktu import saat
from inti.konteks import DAFTAR_LAYANAN


class Perubahan(models.Model):
    """One act of the office: which service was called with what, by whom, when and why, and what it touched."""

    layanan = models.CharField(max_length=80)
    argumen = models.JSONField(default=dict)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True, db_index=True)
    sebab = models.CharField(max_length=500, blank=True)
    kunci = models.CharField(max_length=64, null=True, unique=True)
    objek = models.JSONField(default=list)
    hasil_label = models.CharField(max_length=80, blank=True)
    hasil_id = models.CharField(max_length=40, blank=True)
    mengembalikan = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="dikembalikan_oleh")

    class Meta:
        verbose_name = "perubahan"
        verbose_name_plural = "perubahan"
        permissions = [("lihat_riwayat", "Melihat riwayat perubahan")]

    def __str__(self) -> str:
        return f"{self.sebutan} ({saat(self.waktu)})"

    @property
    def sebutan(self) -> str:
        """How the act reads to a person."""
        layanan = DAFTAR_LAYANAN.get(self.layanan)
        return layanan.bunyi(self.argumen) if layanan else self.layanan


class JejakBaca(models.Model):
    """Who read what of a sensitive person, unmasked a number, exported a list, or was refused. Never the value read."""

    class Jenis(models.TextChoices):
        BUKA = "buka", "Halaman orang dibuka"
        TAMPIL = "tampil", "Nomor ditampilkan"
        EKSPOR = "ekspor", "Daftar diekspor"
        UNDUH = "unduh", "Berkas diunduh"
        CARI = "cari", "Pencarian"
        DITOLAK = "ditolak", "Akses ditolak"

    jenis = models.CharField(max_length=10, choices=Jenis)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True, db_index=True)
    objek_label = models.CharField(max_length=80, blank=True)
    objek_id = models.CharField(max_length=40, blank=True)
    keterangan = models.CharField(max_length=200, blank=True)
    alamat = models.GenericIPAddressField(null=True)

    class Meta:
        verbose_name = "jejak baca"
        verbose_name_plural = "jejak baca"
        indexes = [models.Index(fields=["objek_label", "objek_id", "waktu"], name="jejak_objek")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {saat(self.waktu)}"
