"""Stored files, printed documents and their prints, and the gapless numbers they bear."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from inti.formats import kode_berkelompok


class BerkasTersimpan(models.Model):
    """A file in the store, under a name of ours. It belongs to a record, and who may see that may fetch it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nama_asli = models.CharField("nama berkas", max_length=200)
    jenis_isi = models.CharField("jenis isi", max_length=100)
    ukuran = models.PositiveBigIntegerField("ukuran (bita)")
    sha256 = models.CharField(max_length=64)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)
    pemilik_label = models.CharField(max_length=80, blank=True)
    pemilik_id = models.CharField(max_length=40, blank=True)
    dimusnahkan_pada = models.DateTimeField("dimusnahkan", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        indexes = [models.Index(fields=["pemilik_label", "pemilik_id"], name="berkas_pemilik")]

    def __str__(self) -> str:
        return self.nama_asli

    @property
    def jalur(self) -> str:
        """Path inside the store: two levels of folders so that none grows too large. Never from the user's name."""
        h = self.id.hex
        return f"{h[:2]}/{h[2:4]}/{h}"


class SeriNomor(models.Model):
    """A gapless series: one pattern in one year. Its row is the lock."""

    kode = models.CharField("seri", max_length=60)
    tahun = models.PositiveSmallIntegerField("tahun")
    pola = models.CharField("pola", max_length=80, help_text="Misalnya 400.9/{urut:04d}/{tahun}.")
    terakhir = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "seri nomor"
        verbose_name_plural = "seri nomor"
        constraints = [models.UniqueConstraint(fields=["kode", "tahun"], name="seri_tunggal")]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun}"

    def get_absolute_url(self) -> str:
        """Numbers of the series."""
        return reverse("seri", args=[self.pk])


class Nomor(models.Model):
    """A number given out: used, cancelled with its reason, or held in a block reserved for a power cut."""

    class Keadaan(models.TextChoices):
        DIPAKAI = "dipakai", "Dipakai"
        DICADANGKAN = "dicadangkan", "Dicadangkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    seri = models.ForeignKey(SeriNomor, on_delete=models.PROTECT, related_name="nomor")
    urut = models.PositiveIntegerField("urut")
    sisipan = models.CharField("sisipan", max_length=3, blank=True)
    teks = models.CharField("nomor", max_length=80)
    keadaan = models.CharField("keadaan", max_length=12, choices=Keadaan, default=Keadaan.DIPAKAI)
    asal = models.CharField("alasan disisipkan atau dicadangkan", max_length=300, blank=True)
    alasan = models.CharField("alasan", max_length=300, blank=True)  # why cancelled, or what it was used for by hand
    objek_label = models.CharField(max_length=80, blank=True)
    objek_id = models.CharField(max_length=40, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "nomor"
        verbose_name_plural = "nomor"
        ordering = ["seri", "urut", "sisipan"]
        permissions = [("batalkan_nomor", "Membatalkan nomor"), ("cadangkan_nomor", "Mencadangkan nomor")]
        constraints = [
            models.UniqueConstraint(fields=["seri", "urut", "sisipan"], name="nomor_tunggal"),
            models.CheckConstraint(condition=~Q(keadaan="dibatalkan") | ~Q(alasan=""), name="nomor_batal_beralasan"),
        ]

    def __str__(self) -> str:
        return self.teks


class Dokumen(models.Model):
    """What was issued: an immutable snapshot of its data, the stored PDF with its hash, and a code for checking it."""

    class Keadaan(models.TextChoices):
        BERLAKU = "berlaku", "Berlaku"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    kode = models.CharField("kode periksa", max_length=20, unique=True)
    jenis = models.CharField("jenis", max_length=60)
    judul = models.CharField("judul", max_length=160)
    nomor = models.CharField("nomor", max_length=80, blank=True)
    tanggal = models.DateField("tanggal")
    berlaku_sampai = models.DateField("berlaku sampai", null=True)
    penandatangan = models.CharField("penanda tangan", max_length=160, blank=True)
    snapshot = models.JSONField()
    snapshot_sha256 = models.CharField(max_length=64, editable=False)  # sealed; outlives the snapshot's destruction
    tata_letak = models.CharField(max_length=20)
    berkas = models.ForeignKey(BerkasTersimpan, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    keadaan = models.CharField("keadaan", max_length=12, choices=Keadaan, default=Keadaan.BERLAKU)
    alasan_batal = models.CharField(max_length=300, blank=True)
    objek_label = models.CharField(max_length=80)
    objek_id = models.CharField(max_length=40)
    tunggal = models.BooleanField(default=False, editable=False)  # while valid the only one of its kind and record
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        permissions = [("cetak_ulang", "Mencetak ulang dokumen")]
        indexes = [models.Index(fields=["objek_label", "objek_id"], name="dokumen_objek")]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "objek_label", "objek_id"],
                condition=Q(tunggal=True, keadaan="berlaku"),
                name="dokumen_tunggal",
                violation_error_message="Dokumen yang masih berlaku sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.judul} {self.nomor}".strip()

    @property
    def kedaluwarsa(self) -> bool:
        """Whether its last valid day is over."""
        return self.berlaku_sampai is not None and self.berlaku_sampai < timezone.localdate()

    @property
    def kode_tampil(self) -> str:
        """The code in groups of four, as printed."""
        return kode_berkelompok(self.kode)


class Cetakan(models.Model):
    """One print of a document: which copy, by whom, when, and for a reprint why."""

    dokumen = models.ForeignKey(Dokumen, on_delete=models.PROTECT, related_name="cetakan")
    ke = models.PositiveSmallIntegerField("cetakan ke")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()
    alasan = models.CharField("alasan", max_length=200, blank=True)

    class Meta:
        verbose_name = "cetakan"
        verbose_name_plural = "cetakan"
        ordering = ["dokumen", "ke"]
        constraints = [
            models.UniqueConstraint(fields=["dokumen", "ke"], name="cetakan_tunggal"),
            models.CheckConstraint(condition=Q(ke=1) | ~Q(alasan=""), name="cetak_ulang_beralasan"),
        ]

    def __str__(self) -> str:
        return f"Cetakan ke-{self.ke}"
