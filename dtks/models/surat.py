"""The letter of recommendation."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from dtks.models.layanan import LoketKueri, Permohonan
from inti.models import BerKeadaan, Rekam, Riwayat


class SuratKueri(LoketKueri):
    unit_pada, desa_pada = "permohonan__unit", "permohonan__desa"


class SuratRekomendasi(BerKeadaan, Rekam):
    """The letter of an accepted request: waits for approval, gets its number, is printed and handed over."""

    tercatat = True

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu persetujuan"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DISETUJUI = "disetujui", "Disetujui"
        DICETAK = "dicetak", "Sudah dicetak"
        DISERAHKAN = "diserahkan", "Diserahkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    TANDA = {
        "menunggu": "25",
        "dikembalikan": "perlu",
        "disetujui": "50",
        "dicetak": "75",
        "diserahkan": "selesai",
        "dibatalkan": "batal",
    }
    TERBUKA = (Status.MENUNGGU, Status.DIKEMBALIKAN, Status.DISETUJUI, Status.DICETAK)

    permohonan = models.ForeignKey(
        Permohonan, verbose_name="permohonan", on_delete=models.PROTECT, related_name="surat"
    )
    pemohon = models.CharField("pemohon", max_length=120)
    tujuan = models.CharField("tujuan", max_length=160)
    status = FSMField("status", default=Status.MENUNGGU, choices=Status.choices, protected=True, db_index=True)
    surat_keluar = models.OneToOneField(
        "arsip.SuratKeluar",
        verbose_name="surat keluar",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
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
    alasan_kembali = models.CharField("alasan dikembalikan atau dibatalkan", max_length=300, blank=True)
    diserahkan_kepada = models.CharField("diserahkan kepada", max_length=120, blank=True)
    diserahkan_pada = models.DateTimeField("diserahkan", null=True, blank=True)
    diminta_pada = models.DateTimeField("diminta", db_index=True)

    objects = SuratKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat rekomendasi"
        verbose_name_plural = "surat rekomendasi"
        ordering = ["-diminta_pada", "-id"]
        permissions = [
            ("setujui_suratrekomendasi", "Menyetujui surat rekomendasi"),
            ("cetak_suratrekomendasi", "Mencetak surat rekomendasi"),
            ("cetak_ulang_suratrekomendasi", "Mencetak ulang surat rekomendasi"),
            ("serahkan_suratrekomendasi", "Menyerahkan surat rekomendasi"),
            ("batalkan_suratrekomendasi", "Membatalkan surat rekomendasi"),
        ]
        indexes = [models.Index(fields=["diminta_pada", "id"], name="surat_diminta")]
        constraints = [
            models.UniqueConstraint(
                fields=["permohonan"], condition=~Q(status="dibatalkan"), name="surat_satu_berlaku"
            ),
        ]

    def __str__(self) -> str:
        return f"Surat {self.surat_keluar.nomor}" if self.surat_keluar else f"Surat untuk {self.pemohon}"

    def get_absolute_url(self) -> str:
        return reverse("dtks:surat", args=[self.pk])

    @transition(field=status, source=Status.MENUNGGU, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Approved: numbered, drawn and in the letter book."""

    @transition(field=status, source=Status.MENUNGGU, target=Status.DIKEMBALIKAN)
    def kembalikan(self) -> None:
        """Sent back to the counter with a reason."""

    @transition(field=status, source=Status.DIKEMBALIKAN, target=Status.MENUNGGU)
    def ajukan_lagi(self) -> None:
        """Mended and asked for again."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.DICETAK)
    def catat_cetak(self) -> None:
        """Printed for the first time; a reprint changes no state."""

    @transition(field=status, source=Status.DICETAK, target=Status.DISERAHKAN)
    def serahkan(self) -> None:
        """Handed to the citizen."""

    @transition(
        field=status,
        source=[Status.MENUNGGU, Status.DIKEMBALIKAN, Status.DISETUJUI, Status.DICETAK, Status.DISERAHKAN],
        target=Status.DIBATALKAN,
    )
    def batalkan(self) -> None:
        """Cancelled with a reason; its number stays cancelled for ever."""
