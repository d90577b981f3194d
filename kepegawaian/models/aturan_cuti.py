"""Dated rules of leave, and what was kept on paper before the system."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Bertanggal, Lingkup, Rekam, Riwayat


class JenisCuti(models.TextChoices):
    """Kinds of leave (PP 11/2017 article 310). Joint leave isn't asked for: it stands in the calendar."""

    TAHUNAN = "tahunan", "Cuti tahunan"
    BESAR = "besar", "Cuti besar"
    SAKIT = "sakit", "Cuti sakit"
    MELAHIRKAN = "melahirkan", "Cuti melahirkan"
    PENTING = "penting", "Cuti karena alasan penting"
    CLTN = "cltn", "Cuti di luar tanggungan negara"


class AturanCuti(Bertanggal):
    """How much of a kind of leave a group of staff may have, in a span of time."""

    kunci_aturan, rute_aturan = ("jenis", "kelompok"), "kepegawaian:aturan_cuti"

    class Kelompok(models.TextChoices):
        PNS = "PNS", "PNS"
        CPNS = "CPNS", "CPNS"
        PPPK = "PPPK", "PPPK"

    class Satuan(models.TextChoices):
        HARI_KERJA = "hari_kerja", "hari kerja"
        HARI_KALENDER = "hari_kalender", "hari kalender"
        BULAN = "bulan", "bulan"

    jenis = models.CharField("jenis cuti", max_length=12, choices=JenisCuti)
    kelompok = models.CharField("kelompok pegawai", max_length=8, choices=Kelompok)
    hak = models.PositiveSmallIntegerField(
        "hak", help_text="Banyaknya dalam satuan di bawah; 0 berarti menurut keperluan."
    )
    satuan = models.CharField("satuan", max_length=14, choices=Satuan, default=Satuan.HARI_KERJA)
    masa_kerja = models.PositiveSmallIntegerField("masa kerja paling kurang (bulan)", default=0)
    simpan = models.PositiveSmallIntegerField(
        "paling banyak dengan sisa tahun lalu", default=0, help_text="Hanya cuti tahunan, misalnya 18."
    )
    simpan_tertunda = models.PositiveSmallIntegerField(
        "paling banyak bila ditangguhkan atau dua tahun tidak dipakai",
        default=0,
        help_text="Hanya cuti tahunan, misalnya 24.",
    )
    surat_mulai = models.PositiveSmallIntegerField(
        "surat dokter mulai hari ke", default=0, help_text="Hanya cuti sakit; 0 berarti tidak perlu."
    )
    surat_pemerintah_mulai = models.PositiveSmallIntegerField(
        "surat dokter pemerintah mulai hari ke", default=0, help_text="Hanya cuti sakit, misalnya 15."
    )
    kelahiran = models.PositiveSmallIntegerField(
        "sampai kelahiran anak ke", default=0, help_text="Hanya cuti melahirkan, misalnya 3."
    )
    jeda = models.PositiveSmallIntegerField(
        "jarak dari cuti besar terakhir (bulan)", default=0, help_text="Hanya cuti besar, misalnya 60."
    )
    riwayat = Riwayat()

    class Meta:
        verbose_name = "aturan cuti"
        verbose_name_plural = "aturan cuti"
        ordering = ["jenis", "kelompok", "-berlaku_mulai"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.kelompok}"

    @property
    def hak_tampil(self) -> str:
        """How much, in words."""
        return f"{self.hak} {self.get_satuan_display()}" if self.hak else "Menurut keperluan"

    @property
    def sisa_tampil(self) -> str:
        """How much with what was kept, and with what was put off; empty where nothing is kept."""
        return f"{self.simpan}, {self.simpan_tertunda}" if self.simpan else ""


class SaldoAwalCuti(Rekam):
    """What a person had kept when the system began with him: days of annual leave from the two years before."""

    subjek = "pegawai.pengguna_id"
    lingkup_oleh = Lingkup(
        unit="pegawai__unit", seluruh="kepegawaian.kelola_kantor", izin="kepegawaian.lihat_cuti_unit"
    )

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="saldo_awal_cuti"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    sisa_n1 = models.PositiveSmallIntegerField("sisa dari tahun sebelumnya", default=0)
    sisa_n2 = models.PositiveSmallIntegerField("sisa dari dua tahun sebelumnya", default=0)
    keterangan = models.CharField("keterangan", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "saldo awal cuti"
        verbose_name_plural = "saldo awal cuti"
        ordering = ["pegawai", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                condition=Q(dibuang_pada__isnull=True),
                name="saldo_awal_tunggal",
                violation_error_message="Saldo awal pegawai ini pada tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(sisa_n1__lte=12) & Q(sisa_n2__lte=12),
                name="saldo_awal_wajar",
                violation_error_message="Sisa satu tahun paling banyak 12 hari.",
            ),
        ]

    def __str__(self) -> str:
        return f"Saldo awal {self.tahun}, {self.pegawai}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:cuti_saldo")
