"""Dated rules of the service: what holds on a day, edited in the app, each row with its legal basis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from dtks.rules.jam import Jam, pukul, rentang_hari
from inti.models import Bertanggal, Riwayat


class JenisPermohonan(models.TextChoices):
    """Kinds of request."""

    PENGAJUAN_BARU = "pengajuan_baru", "Pengajuan baru"
    REAKTIVASI = "reaktivasi", "Reaktivasi PBI-JK"


class AturanLayanan(Bertanggal):
    """How a kind of request is judged and its letter issued, in a span of time."""

    kunci_aturan, rute_aturan = ("jenis",), "dtks:aturan"

    class Persetujuan(models.TextChoices):
        PEJABAT = "pejabat", "Pejabat menyetujui di aplikasi"
        LOKET = "loket", "Keputusan loket cukup, cetakan ditandatangani basah"

    jenis = models.CharField("jenis permohonan", max_length=20, choices=JenisPermohonan)
    desil_min = models.PositiveSmallIntegerField(
        "desil sasaran terendah", default=1, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    desil_max = models.PositiveSmallIntegerField(
        "desil sasaran tertinggi", default=5, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    id_dtks_wajib = models.BooleanField("ID-DTKS wajib pada surat pengantar", default=False)
    masa_berlaku_surat = models.PositiveSmallIntegerField(
        "masa berlaku surat (hari)", default=30, validators=[MinValueValidator(1)]
    )
    umur_pengantar = models.PositiveSmallIntegerField(
        "umur surat pengantar paling lama (hari)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Kosong: kantor belum menetapkannya; setiap permohonan menyebutkan itu.",
    )
    umur_faskes = models.PositiveSmallIntegerField(
        "umur surat faskes paling lama (hari)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Kosong: kantor belum menetapkannya; setiap permohonan menyebutkan itu.",
    )
    persetujuan = models.CharField("persetujuan surat", max_length=8, choices=Persetujuan, default=Persetujuan.PEJABAT)
    penandatangan = models.ForeignKey(
        "kepegawaian.Pegawai",
        verbose_name="penanda tangan cetakan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Wajib bila keputusan loket cukup.",
    )
    unit_pelaksana = models.ForeignKey(
        "inti.UnitKerja",
        verbose_name="unit pelaksana",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Unit yang memeriksa permohonan yang diajukan desa.",
    )
    tujuan_surat = models.CharField("surat ditujukan kepada", max_length=160)
    kode_klasifikasi = models.CharField("kode klasifikasi surat", max_length=20, default="400.9")

    riwayat = Riwayat()

    class Meta:
        verbose_name = "aturan layanan"
        verbose_name_plural = "aturan layanan"
        ordering = ["jenis", "-berlaku_mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(desil_min__lte=F("desil_max")),
                name="aturan_desil",
                violation_error_message="Desil terendah melebihi yang tertinggi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.masa}"

    @property
    def sasaran(self) -> str:
        """Whom the programme is for, in words."""
        return f"{self.desil_min} sampai {self.desil_max}"

    def clean(self) -> None:
        """Printing without approval needs a signer."""
        if self.persetujuan == self.Persetujuan.LOKET and self.penandatangan_id is None:
            raise ValidationError({"penandatangan": "Pilih penanda tangan cetakan."})

    @classmethod
    def kunci_wajib(cls) -> Iterable[dict[str, Any]]:
        """Each kind of request is judged by a rule."""
        return [{"jenis": j} for j in JenisPermohonan]


class SyaratBerkas(Bertanggal):
    """A paper asked for a kind of request in a span of time."""

    kunci_aturan, rute_aturan = ("jenis", "kode"), "dtks:syarat"
    celah_boleh = "berkas yang tidak tertulis tidak diminta"

    jenis = models.CharField("jenis permohonan", max_length=20, choices=JenisPermohonan)
    kode = models.SlugField("kode", max_length=30, help_text="Huruf kecil, misalnya ktp atau surat-faskes.")
    nama = models.CharField("nama berkas", max_length=80)
    wajib = models.BooleanField("wajib", default=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=10)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "syarat berkas"
        verbose_name_plural = "syarat berkas"
        ordering = ["jenis", "urutan", "id"]

    def __str__(self) -> str:
        return f"{self.nama} ({self.get_jenis_display()})"


class PeriodePengajuan(Bertanggal):
    """A span in which new entries may be proposed; outside it they are refused."""

    kunci_aturan, rute_aturan = (), "dtks:periode"
    celah_boleh = "di luar periode pengajuan memang belum dibuka"

    nama = models.CharField("nama periode", max_length=60)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "periode pengajuan"
        verbose_name_plural = "periode pengajuan"
        ordering = ["-berlaku_mulai"]

    def __str__(self) -> str:
        return f"{self.nama}, {self.masa}"

    def clean(self) -> None:
        """A period of proposals has an end."""
        if self.berlaku_sampai is None:
            raise ValidationError({"berlaku_sampai": "Isi hari terakhir pengajuan."})


class JamLayanan(Bertanggal):
    """When the counter is open on some days of the week, in a span of time. A day that no row names is closed."""

    kunci_aturan, rentang_aturan, rute_aturan = (), ("hari_awal", "hari_akhir"), "dtks:jam"
    celah_boleh = "hari yang tidak tertulis berarti tutup"

    class Hari(models.IntegerChoices):
        SENIN = 1, "Senin"
        SELASA = 2, "Selasa"
        RABU = 3, "Rabu"
        KAMIS = 4, "Kamis"
        JUMAT = 5, "Jumat"
        SABTU = 6, "Sabtu"
        MINGGU = 7, "Minggu"

    hari_awal = models.PositiveSmallIntegerField("dari hari", choices=Hari)
    hari_akhir = models.PositiveSmallIntegerField("sampai hari", choices=Hari)
    buka = models.TimeField("buka pukul")
    tutup = models.TimeField("tutup pukul")
    istirahat_mulai = models.TimeField("istirahat mulai", null=True, blank=True)
    istirahat_selesai = models.TimeField("istirahat selesai", null=True, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "jam layanan"
        verbose_name_plural = "jam layanan"
        ordering = ["hari_awal", "-berlaku_mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hari_awal__lte=F("hari_akhir")),
                name="jam_hari",
                violation_error_message="Sampai hari tidak boleh mendahului dari hari.",
            ),
            models.CheckConstraint(
                condition=Q(buka__lt=F("tutup")),
                name="jam_buka_tutup",
                violation_error_message="Jam tutup harus sesudah jam buka.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hari}, {self.pukul}"

    @property
    def jam(self) -> Jam:
        """The row as plain data."""
        istirahat = (
            (self.istirahat_mulai, self.istirahat_selesai) if self.istirahat_mulai and self.istirahat_selesai else None
        )
        return Jam(self.hari_awal, self.hari_akhir, self.buka, self.tutup, istirahat)

    @property
    def hari(self) -> str:
        """Days in words."""
        return rentang_hari(self.hari_awal, self.hari_akhir)

    @property
    def pukul(self) -> str:
        """Hours in words."""
        return pukul(self.jam)

    def clean(self) -> None:
        """A break has both ends, within the hours."""
        if (self.istirahat_mulai is None) != (self.istirahat_selesai is None):
            raise ValidationError({"istirahat_selesai": "Isi mulai dan selesai istirahat, atau kosongkan keduanya."})
        istirahat = self.jam.istirahat if self.buka and self.tutup else None
        if istirahat is not None and not self.buka <= istirahat[0] < istirahat[1] <= self.tutup:
            raise ValidationError({"istirahat_mulai": "Istirahat harus berada di antara jam buka dan jam tutup."})
