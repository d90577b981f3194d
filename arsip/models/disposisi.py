"""Dispositions: who was told by whom to see to a letter; chained, never deleted."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django_fsm import FSMField, transition

from arsip.models.masuk import SuratMasuk
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class InstruksiDisposisi(Rekam):
    """A sentence of the office's disposition sheet. A disposition keeps the words themselves."""

    lingkup_kantor = True

    nama = models.CharField("instruksi", max_length=80)
    urut = models.PositiveSmallIntegerField("urutan", default=50, db_index=True)

    objects = Kueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "instruksi disposisi"
        verbose_name_plural = "instruksi disposisi"
        ordering = ["urut", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nama"],
                condition=Q(dibuang_pada__isnull=True),
                name="instruksi_tunggal",
                violation_error_message="Instruksi ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("arsip:instruksidisposisi", args=[self.pk])


class DisposisiKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Dispositions of letters that this user may meet."""
        if not pengguna.has_perm("arsip.view_disposisi"):
            return self.none()
        return self.filter(surat__in=SuratMasuk.objects.untuk(pengguna).order_by().values("pk"))

    def terlambat(self) -> Self:
        """Open, and their day has passed."""
        return self.terbuka().filter(batas__lt=timezone.localdate())


class Disposisi(BerKeadaan, Rekam):
    """What one person is told to do with a letter. `instruksi` holds the sentences that were ticked."""

    class Status(models.TextChoices):
        DIKIRIM = "dikirim", "Belum dibaca"
        DIBACA = "dibaca", "Dikerjakan"
        SELESAI = "selesai", "Selesai"
        DITARIK = "ditarik", "Ditarik"

    TANDA = {"dikirim": "25", "dibaca": "50", "selesai": "selesai", "ditarik": "batal"}
    TERBUKA = (Status.DIKIRIM, Status.DIBACA)

    surat = models.ForeignKey(
        SuratMasuk, verbose_name="surat masuk", on_delete=models.PROTECT, related_name="disposisi"
    )
    induk = models.ForeignKey(
        "self", verbose_name="meneruskan", null=True, blank=True, on_delete=models.PROTECT, related_name="terusan"
    )
    dari = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dari", on_delete=models.PROTECT, related_name="disposisi_keluar"
    )
    kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="kepada", on_delete=models.PROTECT, related_name="disposisi_masuk"
    )
    instruksi = models.JSONField("instruksi", default=list, blank=True)
    catatan = models.CharField("catatan", max_length=500, blank=True)
    batas = models.DateField("batas waktu", null=True, blank=True)
    status = FSMField("status", default=Status.DIKIRIM, choices=Status.choices, protected=True, db_index=True)
    dikirim_pada = models.DateTimeField("dikirim", db_index=True)
    dibaca_pada = models.DateTimeField("dibaca", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True)
    hasil = models.CharField("hasil", max_length=500, blank=True)
    berkas_hasil = models.OneToOneField(
        "inti.BerkasTersimpan",
        verbose_name="berkas hasil",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    alasan_tarik = models.CharField("alasan ditarik", max_length=300, blank=True)
    diingatkan = models.DateField("terakhir diingatkan", null=True, blank=True, editable=False)

    objects = DisposisiKueri.as_manager()
    riwayat = Riwayat(excluded_fields=["diingatkan"])

    class Meta:
        verbose_name = "disposisi"
        verbose_name_plural = "disposisi"
        ordering = ["-dikirim_pada", "-id"]
        permissions = [("terima_disposisi", "Menerima dan meneruskan disposisi")]
        indexes = [
            models.Index(fields=["kepada", "status"], name="disposisi_kepada"),
            models.Index(fields=["status", "batas"], name="disposisi_batas"),
            models.Index(fields=["diubah_pada", "id"], name="disposisi_diubah"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(dari=F("kepada")),
                name="disposisi_bukan_diri",
                violation_error_message="Disposisi tidak dapat ditujukan kepada diri sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(status="ditarik") | ~Q(alasan_tarik=""), name="disposisi_tarik_beralasan"
            ),
            models.CheckConstraint(
                condition=~Q(status="selesai") | (Q(selesai_pada__isnull=False) & ~Q(hasil="")),
                name="disposisi_selesai_berhasil",
            ),
            models.UniqueConstraint(
                fields=["surat", "kepada"],
                condition=Q(status__in=["dikirim", "dibaca"]),
                name="disposisi_satu_terbuka",
                violation_error_message="Orang ini masih memegang disposisi surat yang sama.",
            ),
        ]

    def __str__(self) -> str:
        """Number of the letter alone: this stands in notices and logs."""
        return f"Disposisi {self.surat.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:disposisi", args=[self.pk])

    @property
    def lewat(self) -> int:
        """Days past the deadline of an open one; 0 when there are none."""
        if self.batas is None or not self.terbuka:
            return 0
        return max(0, (timezone.localdate() - self.batas).days)

    @property
    def lewat_teks(self) -> str:
        """How late in words."""
        return f"lewat {self.lewat} hari"

    @property
    def perintah(self) -> str:
        """Instructions and note in one line."""
        return "; ".join(b for b in (*self.instruksi, self.catatan) if b)

    @transition(field=status, source=Status.DIKIRIM, target=Status.DIBACA)
    def baca(self) -> None:
        """Its receiver has opened it."""

    @transition(field=status, source=[Status.DIKIRIM, Status.DIBACA], target=Status.SELESAI)
    def selesaikan(self) -> None:
        """Done, with its result."""

    @transition(field=status, source=Status.DIKIRIM, target=Status.DITARIK)
    def tarik(self) -> None:
        """Withdrawn before anybody read it."""
