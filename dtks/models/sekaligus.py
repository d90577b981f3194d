"""Many people at once: a pasted list of NIKs, its answers on one screen, and the requests taken from it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from dtks.models.aturan import JenisPermohonan
from dtks.models.layanan import LoketKueri
from inti.models import Rekam, Riwayat


class Sekaligus(Rekam):
    """A list of NIKs that somebody brought: looked up in one go, and taken as requests under one cover letter."""

    nama = models.CharField("dari siapa", max_length=120, help_text="Misalnya: Desa Sumberjo, daftar 18 November.")
    jenis = models.CharField("jenis permohonan", max_length=20, choices=JenisPermohonan)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    desa = models.ForeignKey(
        "inti.Wilayah", verbose_name="desa", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="petugas", on_delete=models.PROTECT, related_name="+"
    )
    waktu = models.DateTimeField("diperiksa", db_index=True)
    isian = models.JSONField("isian bersama", default=dict, blank=True)
    berkas_ada = models.JSONField("berkas dibawa", default=list, blank=True)

    objects = LoketKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pemeriksaan sekaligus"
        verbose_name_plural = "pemeriksaan sekaligus"
        ordering = ["-waktu", "-id"]
        indexes = [models.Index(fields=["waktu", "id"], name="sekaligus_waktu")]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("dtks:sekaligus", args=[self.pk])


class SekaligusBaris(models.Model):
    """One line of the list: what was pasted, who that is, what is recommended, and the request that came of it."""

    class Hasil(models.TextChoices):
        DITEMUKAN = "ditemukan", "Ditemukan"
        GANDA = "ganda", "NIK dipakai lebih dari satu orang"
        TIDAK = "tidak", "Tidak ada di data terpadu"
        SALAH = "salah", "NIK tidak sah"
        ULANG = "ulang", "Sudah ada di baris lain"

    induk = models.ForeignKey(Sekaligus, on_delete=models.CASCADE, related_name="baris")
    urutan = models.PositiveSmallIntegerField()
    nik = models.CharField("NIK", max_length=40)
    hasil = models.CharField("hasil", max_length=10, choices=Hasil)
    individu = models.ForeignKey("dtks.Individu", null=True, on_delete=models.PROTECT, related_name="+")
    saran = models.CharField("saran", max_length=10, blank=True)
    kode = models.CharField("alasan", max_length=40, blank=True)
    pesan = models.CharField("keterangan", max_length=200, blank=True)
    dipilih = models.BooleanField("dimohonkan", default=False)
    permohonan = models.OneToOneField(
        "dtks.Permohonan", null=True, on_delete=models.PROTECT, related_name="baris_sekaligus"
    )

    class Meta:
        verbose_name = "baris pemeriksaan sekaligus"
        verbose_name_plural = "baris pemeriksaan sekaligus"
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["induk", "urutan"], name="sekaligus_urutan")]

    def __str__(self) -> str:
        return f"Baris {self.urutan}"
