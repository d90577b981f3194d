"""Proposals: a service call that somebody without the right to it filled in, kept until one who has it decides."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.konteks import DAFTAR_LAYANAN
from inti.models.dasar import Kueri, Rekam, Riwayat
from inti.models.keadaan import BerKeadaan
from inti.models.pengguna import Pengguna


class UsulanKueri(Kueri):
    """One's own; those who may decide see the proposals of their unit and the units below it."""

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Narrow to what this user may meet."""
        milik = models.Q(pengusul=pengguna)
        if pengguna.unit is not None and not pengguna.hanya_mengusul:
            milik |= models.Q(unit__jalur__startswith=pengguna.unit.jalur)
        return self.filter(milik)


class Usulan(BerKeadaan, Rekam):
    """A stored call with a readable before and after. Approving replays it through the same guards."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu persetujuan"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DISETUJUI = "disetujui", "Disetujui"
        DITARIK = "ditarik", "Ditarik"

    TANDA = {"menunggu": "25", "dikembalikan": "perlu", "disetujui": "selesai", "ditarik": "batal"}
    TERBUKA = (Status.MENUNGGU, Status.DIKEMBALIKAN)

    layanan = models.CharField("perbuatan", max_length=80)
    argumen = models.JSONField(default=dict, blank=True)
    izin = models.CharField(max_length=100)
    alamat = models.CharField(max_length=200)
    kiriman = models.JSONField(default=list, blank=True)
    beda = models.JSONField(default=list, blank=True)
    sasaran = models.CharField("mengenai", max_length=160, blank=True)
    pengusul = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="pengusul", on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        "inti.UnitKerja", verbose_name="unit", null=True, on_delete=models.PROTECT, related_name="+"
    )
    subjek_orang = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="tentang",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sandi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="kata sandi pengusul dibuat oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    diajukan_pada = models.DateTimeField("diajukan", db_index=True)
    status = FSMField("status", default=Status.MENUNGGU, choices=Status.choices, protected=True, db_index=True)
    pemeriksa = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diperiksa oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    diperiksa_pada = models.DateTimeField("diperiksa", null=True, blank=True)
    catatan = models.CharField("yang perlu diperbaiki", max_length=300, blank=True)
    disunting = models.BooleanField("disunting pemeriksa", default=False)
    hasil = models.OneToOneField(
        "inti.Perubahan", null=True, blank=True, on_delete=models.PROTECT, related_name="usulan"
    )

    objects = UsulanKueri.as_manager()
    riwayat = Riwayat(excluded_fields=["argumen", "kiriman", "beda", "hasil"])

    class Meta:
        verbose_name = "usulan"
        verbose_name_plural = "usulan"
        ordering = ["-diajukan_pada", "-id"]
        permissions = [("setujui_usulan", "Memeriksa usulan"), ("tarik_usulan", "Menarik usulan sendiri")]
        indexes = [models.Index(fields=["diajukan_pada", "id"], name="usulan_diajukan")]

    def __str__(self) -> str:
        return f"{self.sebutan}: {self.sasaran}" if self.sasaran else self.sebutan

    def get_absolute_url(self) -> str:
        return reverse("usulan", args=[self.pk])

    @property
    def sebutan(self) -> str:
        """What would be done, as a person reads it."""
        layanan = DAFTAR_LAYANAN.get(self.layanan)
        return layanan.bunyi(self.argumen) if layanan else self.layanan

    @property
    def alamat_sunting(self) -> str:
        """The form it was filled in on, with what was typed."""
        return f"{self.alamat}?usulan={self.pk}"

    @transition(field=status, source=Status.MENUNGGU, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Replayed in the name of who decided."""

    @transition(field=status, source=Status.MENUNGGU, target=Status.DIKEMBALIKAN)
    def kembalikan(self) -> None:
        """Sent back with what must be mended."""

    @transition(field=status, source=[Status.MENUNGGU, Status.DIKEMBALIKAN], target=Status.MENUNGGU)
    def ajukan_lagi(self) -> None:
        """Mended by its proposer."""

    @transition(field=status, source=[Status.MENUNGGU, Status.DIKEMBALIKAN], target=Status.DITARIK)
    def tarik(self) -> None:
        """Withdrawn by its proposer."""
