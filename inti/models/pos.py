"""Outgoing mail: an outbox that the worker empties."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.models.dasar import Rekam, Riwayat
from inti.models.keadaan import BerKeadaan
from inti.rules.pos import samar_alamat


class PosKeluar(BerKeadaan, Rekam):
    """One mail to one address. Its text and address are nobody's to read here, stay out of the history, and go in time.

    `kunci` makes the same mail once. `sebab_label` and `sebab_id` name the record on whose account it is sent.
    """

    lingkup_kantor = True
    usulan_tampil = False

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu dikirim"
        DITAHAN = "ditahan", "Ditahan"
        DISERAHKAN = "diserahkan", "Sedang diserahkan"
        TERKIRIM = "terkirim", "Terkirim"
        GAGAL = "gagal", "Gagal"
        TAK_PASTI = "tak_pasti", "Tidak pasti terkirim"
        BATAL = "batal", "Dibatalkan"

    TANDA = {
        "antre": "25", "ditahan": "perlu", "diserahkan": "50", "terkirim": "selesai", "gagal": "tolak",
        "tak_pasti": "perlu", "batal": "batal",
    }  # fmt: skip
    PERLU = (Status.DITAHAN, Status.GAGAL, Status.TAK_PASTI)  # somebody has to decide
    TERBUKA = (Status.ANTRE, Status.DISERAHKAN, *PERLU)

    kunci = models.CharField(max_length=80, editable=False)
    jenis = models.CharField("jenis pos", max_length=60, editable=False)
    kepada = models.EmailField("kepada", blank=True, editable=False)
    perihal = models.CharField("perihal", max_length=160, editable=False)
    isi = models.TextField("isi", blank=True, editable=False)
    lampiran = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="lampiran",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sebab_label = models.CharField(max_length=80, blank=True, editable=False)
    sebab_id = models.CharField(max_length=40, blank=True, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    status = FSMField("status", default=Status.ANTRE, choices=Status.choices, protected=True, db_index=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0, editable=False)
    galat = models.CharField("galat terakhir", max_length=120, blank=True, editable=False)
    coba_pada = models.DateTimeField("dicoba lagi", null=True, editable=False)
    diserahkan_pada = models.DateTimeField("diserahkan", null=True, editable=False)
    terkirim_pada = models.DateTimeField("terkirim", null=True, editable=False)

    riwayat = Riwayat(excluded_fields=["kepada", "isi", "lampiran"])

    class Meta:
        verbose_name = "pos keluar"
        verbose_name_plural = "pos keluar"
        ordering = ["-id"]
        permissions = [
            ("kirim_poskeluar", "Mengirim lagi pos keluar"),
            ("batalkan_poskeluar", "Membatalkan pos keluar"),
        ]
        indexes = [models.Index(fields=["status", "coba_pada"], name="pos_giliran")]
        constraints = [
            models.UniqueConstraint(fields=["kunci"], name="pos_tunggal", violation_error_message="Pos ini sudah ada."),
            models.CheckConstraint(
                condition=~Q(status="terkirim") | Q(terkirim_pada__isnull=False), name="pos_terkirim_berwaktu"
            ),
        ]

    def __str__(self) -> str:
        return self.perihal

    def get_absolute_url(self) -> str:
        """Page of the mail."""
        return reverse("pos", args=[self.pk])

    @property
    def kepada_samar(self) -> str:
        """The address with its name hidden."""
        return samar_alamat(self.kepada) or "sudah dihapus"

    @property
    def sebab(self) -> str:
        """The record on whose account it is sent, by kind and key, never by name."""
        if not self.sebab_label:
            return ""
        return f"{str(apps.get_model(self.sebab_label)._meta.verbose_name).capitalize()} {self.sebab_id}"

    @transition(field=status, source=Status.ANTRE, target=Status.DISERAHKAN)
    def serahkan(self) -> None:
        """Marked before it is handed over, so that a killed worker's mail is never sent again by itself."""

    @transition(field=status, source=Status.DISERAHKAN, target=Status.TERKIRIM)
    def kirimkan(self) -> None:
        """The mail server took it."""

    @transition(field=status, source=Status.DISERAHKAN, target=Status.ANTRE)
    def tunda(self) -> None:
        """Certainly not sent; tried again later."""

    @transition(field=status, source=Status.DISERAHKAN, target=Status.GAGAL)
    def gagalkan(self) -> None:
        """Certainly not sent, and not tried again by itself."""

    @transition(field=status, source=[Status.DISERAHKAN, Status.ANTRE], target=Status.TAK_PASTI)
    def ragukan(self) -> None:
        """Whether it went out is unknown: a worker died, the line broke, or a backup was put back."""

    @transition(field=status, source=Status.ANTRE, target=Status.DITAHAN)
    def tahan(self) -> None:
        """The office sends no mail at present."""

    @transition(field=status, source=[Status.DITAHAN, Status.GAGAL, Status.TAK_PASTI], target=Status.ANTRE)
    def antrekan(self) -> None:
        """Sent again because somebody says so."""

    @transition(
        field=status, source=[Status.ANTRE, Status.DITAHAN, Status.GAGAL, Status.TAK_PASTI], target=Status.BATAL
    )
    def batalkan(self) -> None:
        """Not to be sent."""
