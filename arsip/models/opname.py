"""Stocktaking: what is really in a room or a rack, box by box."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.rekam import BerkasArsip, siapa
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class OpnameKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> OpnameKueri:
        """Of the office's rooms: whoever works in a unit and may look at stocktakes."""
        return self.all() if pengguna.unit is not None else self.none()


class Opname(BerKeadaan, Rekam):
    """A stocktake of a place by one person."""

    class Status(models.TextChoices):
        BERJALAN = "berjalan", "Berjalan"
        DITUTUP = "ditutup", "Ditutup"

    TANDA = {"berjalan": "50", "ditutup": "selesai"}
    TERBUKA = (Status.BERJALAN,)

    tempat = models.ForeignKey(
        "inti.Tempat", verbose_name="tempat yang diperiksa", on_delete=models.PROTECT, related_name="+"
    )
    petugas = siapa("petugas")
    mulai_pada = models.DateTimeField("mulai", db_index=True)
    status = FSMField("status", default=Status.BERJALAN, choices=Status.choices, protected=True, db_index=True)
    ditutup_pada = models.DateTimeField("ditutup", null=True, blank=True)
    catatan = models.CharField("kesimpulan", max_length=300, blank=True)

    objects = OpnameKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "opname arsip"
        verbose_name_plural = "opname arsip"
        ordering = ["-mulai_pada", "-id"]
        permissions = [("catat_opname", "Melakukan opname arsip")]
        constraints = [
            models.UniqueConstraint(
                fields=["petugas"],
                condition=Q(status="berjalan", dibuang_pada__isnull=True),
                name="opname_satu_berjalan",
                violation_error_message="Anda masih mempunyai opname yang berjalan.",
            )
        ]

    def __str__(self) -> str:
        return f"Opname {self.tempat}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:opname", args=[self.pk])

    @transition(field=status, source=Status.BERJALAN, target=Status.DITUTUP)
    def tutup(self) -> None:
        """Done; what was not seen is written down as missing."""


class TemuanOpname(Rekam):
    """One thing of a stocktake: seen, missing, or found where it doesn't belong."""

    lingkup_kantor = True

    class Hasil(models.TextChoices):
        ADA = "ada", "Ada"
        HILANG = "hilang", "Tidak ditemukan"
        ASING = "asing", "Bukan di sini"

    opname = models.ForeignKey(Opname, verbose_name="opname", on_delete=models.PROTECT, related_name="temuan")
    berkas = models.ForeignKey(
        BerkasArsip, verbose_name="berkas", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tempat = models.ForeignKey(
        "inti.Tempat", verbose_name="tempat", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hasil = models.CharField("hasil", max_length=8, choices=Hasil, db_index=True)
    waktu = models.DateTimeField("dilihat")

    riwayat = Riwayat()

    class Meta:
        verbose_name = "temuan opname"
        verbose_name_plural = "temuan opname"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["opname", "berkas"], name="temuanopname_berkas"),
            models.UniqueConstraint(fields=["opname", "tempat"], name="temuanopname_tempat"),
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, tempat__isnull=True) | Q(berkas__isnull=True, tempat__isnull=False),
                name="temuanopname_satu",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.berkas or self.tempat}: {self.get_hasil_display()}"

    def get_absolute_url(self) -> str:
        """Where the thing itself is shown."""
        return self.berkas.get_absolute_url() if self.berkas else reverse("arsip:tempat_isi", args=[self.tempat_id])
