"""Plans against poverty and the families they are meant for."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.galat import Tetap
from inti.models import BerKeadaan, Bertanda, Kueri, Pengguna, Rekam, Riwayat


class RencanaKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Plans of the user's unit and below; a village sees approved ones with a family of its own."""
        if pengguna.unit is not None:
            return self.filter(unit__jalur__startswith=pengguna.unit.jalur)
        if pengguna.desa_id is None:
            return self.none()
        di_desa = SasaranIntervensi.objects.filter(rencana_id=models.OuterRef("pk"), desa_id=pengguna.desa_id)
        return self.filter(models.Exists(di_desa)).exclude(status="rancangan")


class SasaranKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Families of those plans; a village its own rows only."""
        if pengguna.unit is not None:
            return self.filter(rencana__unit__jalur__startswith=pengguna.unit.jalur, rencana__dibuang_pada=None)
        if pengguna.desa_id is None:
            return self.none()
        return self.filter(desa_id=pengguna.desa_id, rencana__dibuang_pada=None).exclude(rencana__status="rancangan")


def _desil(judul: str, awal: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        judul, default=awal, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )


def _rupiah(judul: str, bantuan: str = "") -> models.DecimalField:
    return models.DecimalField(
        judul,
        max_digits=15,
        decimal_places=0,
        default=Decimal(0),
        validators=[MinValueValidator(0)],
        help_text=bantuan,
    )


class RencanaIntervensi(BerKeadaan, Rekam):
    """A plan: what is done for which families, by which office, with whose money, and when."""

    class Program(models.TextChoices):
        PANGAN = "pangan", "Bantuan pangan"
        RUMAH = "rumah", "Rehabilitasi rumah tidak layak huni"
        SANITASI = "sanitasi", "Sanitasi dan air bersih"
        USAHA = "usaha", "Modal usaha"
        PELATIHAN = "pelatihan", "Pelatihan kerja"
        PENDIDIKAN = "pendidikan", "Bantuan pendidikan"
        KESEHATAN = "kesehatan", "Jaminan kesehatan"
        LAIN = "lain", "Lainnya"

    class Dana(models.TextChoices):
        KABUPATEN = "kabupaten", "APBD kabupaten/kota"
        PROVINSI = "provinsi", "APBD provinsi"
        PUSAT = "pusat", "APBN"
        DESA = "desa", "Dana desa"
        CSR = "csr", "Tanggung jawab sosial perusahaan"
        ZAKAT = "zakat", "Baznas dan lembaga amil"

    class Status(models.TextChoices):
        RANCANGAN = "rancangan", "Rancangan"
        DISETUJUI = "disetujui", "Disetujui"
        BERJALAN = "berjalan", "Berjalan"
        SELESAI = "selesai", "Selesai"

    TANDA = {"rancangan": "konsep", "disetujui": "25", "berjalan": "50", "selesai": "selesai"}
    TERBUKA = (Status.RANCANGAN, Status.DISETUJUI, Status.BERJALAN)

    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField("tahun", validators=[MinValueValidator(2015), MaxValueValidator(2100)])
    nama = models.CharField("nama rencana", max_length=160)
    program = models.CharField("program", max_length=12, choices=Program)
    opd = models.CharField("perangkat daerah pelaksana", max_length=120)
    sumber_dana = models.CharField("sumber dana", max_length=12, choices=Dana)
    anggaran = _rupiah("anggaran (Rp)", "Rupiah utuh, tanpa sen.")
    per_keluarga = _rupiah("perkiraan per keluarga (Rp)", "Boleh 0 bila berbeda-beda.")
    mulai = models.DateField("mulai")
    sampai = models.DateField("sampai")
    desil_min = _desil("desil terendah", 1)
    desil_max = _desil("desil tertinggi", 2)
    desa = models.JSONField("desa sasaran", default=list)  # region codes, which never change
    status = FSMField("status", default=Status.RANCANGAN, choices=Status.choices, protected=True, db_index=True)
    dirancang_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dirancang oleh", on_delete=models.PROTECT, related_name="+"
    )
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="disetujui oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disetujui_pada = models.DateTimeField("disetujui", null=True, blank=True)

    objects = RencanaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "rencana intervensi"
        verbose_name_plural = "rencana intervensi"
        ordering = ["-tahun", "-id"]
        permissions = [
            ("setujui_rencanaintervensi", "Menyetujui rencana intervensi"),
            ("jalankan_rencanaintervensi", "Menjalankan rencana intervensi dan mencatat hasilnya"),
            ("ekspor_intervensi", "Mengekspor rencana intervensi"),
        ]
        indexes = [models.Index(fields=["tahun", "id"], name="rencana_tahun")]
        constraints = [
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="rencana_jadwal"),
            models.CheckConstraint(condition=Q(desil_max__gte=F("desil_min")), name="rencana_desil"),
            models.CheckConstraint(condition=Q(anggaran__gte=0), name="rencana_anggaran"),
            models.CheckConstraint(
                condition=Q(status="rancangan") | Q(disetujui_oleh__isnull=False), name="rencana_disetujui_siapa"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    def tetap(self) -> Tetap | None:
        """A draft may be changed and thrown away."""
        if self.status == self.Status.RANCANGAN:
            return None
        return Tetap("BUKAN_RANCANGAN", "Rencana ini sudah disetujui.", "Susun rencana baru.")

    def get_absolute_url(self) -> str:
        return reverse("dtks:rencana", args=[self.pk])

    @property
    def desil_tampil(self) -> str:
        """The range in words."""
        return str(self.desil_min) if self.desil_min == self.desil_max else f"{self.desil_min} sampai {self.desil_max}"

    @transition(field=status, source=Status.RANCANGAN, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Approved by the head."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.BERJALAN)
    def jalankan(self) -> None:
        """Under way: results come in."""

    @transition(field=status, source=Status.BERJALAN, target=Status.SELESAI)
    def selesaikan(self) -> None:
        """The plan is closed: its families and amounts stay as they are."""


class SasaranIntervensi(Bertanda, Rekam):
    """A family that a plan is meant for, as the registry had it when it was picked, and what came of it.

    Rows are picked in sets, a hundred thousand at once, and get a version of their own with their first result.
    """

    tercatat = True
    riwayat_berkelompok = True

    class Hasil(models.TextChoices):
        BELUM = "belum", "Belum"
        DITERIMA = "diterima", "Diterima"
        TIDAK_DITEMUKAN = "tidak_ditemukan", "Tidak ditemukan"
        MENOLAK = "menolak", "Menolak"
        PINDAH = "pindah", "Pindah"

    bidang_keadaan = "hasil"
    TANDA = {
        "belum": "konsep",
        "diterima": "selesai",
        "tidak_ditemukan": "perlu",
        "menolak": "tolak",
        "pindah": "perlu",
    }

    rencana = models.ForeignKey(
        RencanaIntervensi,
        verbose_name="rencana",
        on_delete=models.PROTECT,
        related_name="sasaran",
        db_index=False,
        db_constraint=False,
    )
    keluarga = models.ForeignKey(
        "dtks.Keluarga", verbose_name="keluarga", on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    individu = models.ForeignKey(
        "dtks.Individu",
        verbose_name="kepala keluarga",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    desa = models.ForeignKey(
        "inti.Wilayah", verbose_name="desa", on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    desil = models.PositiveSmallIntegerField("desil saat dipilih")
    hasil = models.CharField("hasil", max_length=16, choices=Hasil, default=Hasil.BELUM)
    tanggal = models.DateField("tanggal hasil", null=True, blank=True)
    jumlah = _rupiah("jumlah (Rp)")
    catatan = models.CharField("catatan", max_length=200, blank=True)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dicatat oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    objects = SasaranKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "keluarga sasaran"
        verbose_name_plural = "keluarga sasaran"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "keluarga"], name="sasaran_tunggal"),
            models.CheckConstraint(
                condition=Q(hasil="belum", jumlah=0) | (~Q(hasil="belum") & Q(tanggal__isnull=False)),
                name="sasaran_hasil_bertanggal",
            ),
            models.CheckConstraint(condition=Q(hasil="diterima") | Q(jumlah=0), name="sasaran_jumlah_diterima"),
        ]
        indexes = [models.Index(fields=["rencana", "desa", "hasil"], name="sasaran_rekap")]

    def __str__(self) -> str:
        return f"Sasaran {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("dtks:sasaran", args=[self.pk])

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return self.TANDA[self.hasil], self.get_hasil_display()
