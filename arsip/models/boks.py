"""A box of records: filled through a month, closed, and then shut until somebody says why it is opened again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.rekam import JenisArsip, siapa
from arsip.rules.label import TEMPAT, kode_label
from inti.formats import bulan_tahun
from inti.galat import Tetap
from inti.models import BerKeadaan, Lingkup, Rekam, Riwayat


class Boks(BerKeadaan, Rekam):
    """What a box of the tree of places holds, and whether it is closed. `jumlah` is counted at closing."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", "Terbuka"
        DITUTUP = "ditutup", "Ditutup"

    lingkup_oleh = Lingkup()  # they stand in the office's rooms: all of the office meet them, not all that lies in them
    TANDA = {"terbuka": "25", "ditutup": "selesai"}
    TERBUKA = (Status.TERBUKA,)

    tempat = models.OneToOneField("inti.Tempat", verbose_name="tempat", on_delete=models.PROTECT, related_name="boks")
    jenis = models.ForeignKey(
        JenisArsip, verbose_name="jenis arsip", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bulan = models.DateField("bulan", null=True, blank=True, help_text="Hari pertama bulan isinya.")
    status = FSMField("status", default=Status.TERBUKA, choices=Status.choices, protected=True, db_index=True)
    jumlah = models.PositiveIntegerField("jumlah isi saat ditutup", default=0, editable=False)
    ditutup_oleh = siapa("ditutup oleh")
    ditutup_pada = models.DateTimeField("ditutup", null=True, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "boks"
        verbose_name_plural = "boks"
        ordering = ["-id"]
        permissions = [("kelola_boks", "Mengelola boks arsip")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="ditutup") | Q(ditutup_pada__isnull=False), name="boks_ditutup_bertanggal"
            )
        ]

    def __str__(self) -> str:
        return self.tempat.nama

    def get_absolute_url(self) -> str:
        return reverse("arsip:boks", args=[self.pk])

    def tetap(self) -> Tetap | None:
        """A closed box is not edited."""
        if self.status == self.Status.DITUTUP:
            return Tetap("BOKS_DITUTUP", f"{self} sudah ditutup.", "Buka kembali dahulu.")
        return None

    @property
    def kode(self) -> str:
        """What its label's QR names."""
        return kode_label(TEMPAT, self.tempat_id)

    @property
    def bulan_tampil(self) -> str:
        """The month of its contents in words."""
        return bulan_tahun(self.bulan) if self.bulan else ""

    @transition(field=status, source=Status.TERBUKA, target=Status.DITUTUP)
    def tutup(self) -> None:
        """Nothing enters or leaves from here on."""

    @transition(field=status, source=Status.DITUTUP, target=Status.TERBUKA)
    def buka_kembali(self) -> None:
        """Opened again, with a reason."""
