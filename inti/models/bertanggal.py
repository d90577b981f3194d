"""What holds from a day on: one base for every table of rules.

A table says which fields name one rule (`kunci_aturan`); that its days are in order and that no two rows of one key hold
on one day stands in the database then, without a word in the table's own Meta.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.base import ModelBase
from django.urls import reverse

from inti.formats import tanggal_pendek
from inti.migrasi.tindih import TanpaTindih
from inti.models.dasar import Kueri, Rekam

ASAL_KANTOR, ASAL_BAWAAN, ASAL_CONTOH = "kantor", "bawaan program", "data contoh"


class Tanda(models.TextChoices):
    """How certain a figure is."""

    DUA = "FF", "FF: dua salinan peraturan yang tidak saling menyalin menyebut sama"
    SATU = "F", "F: tertulis pada satu salinan peraturan atau naskah umum"
    LAPORAN = "R", "R: tertulis pada laporan yang terbit"
    KENAL = "K", "K: diketahui, naskahnya belum dibaca ulang"
    PILIHAN = "P", "P: pilihan penyusun program, bukan bunyi peraturan"
    ANGGAPAN = "D", "D: nilai awal dari penyusun program, kantor dapat mengubahnya"


class BertanggalKueri(Kueri):
    def pada(self, hari: dt.date) -> Self:
        """Living rows in force on a day."""
        return self.hidup().filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari), berlaku_mulai__lte=hari
        )


class _DenganKendala(ModelBase):
    """Gives each table its two constraints by its declared key."""

    def __new__(cls, nama: str, dasar: tuple[type, ...], isi: dict[str, Any], **lain: Any) -> Any:
        meta = isi.get("Meta")
        if meta is not None and not getattr(meta, "abstract", False):
            kunci, rentang = isi.get("kunci_aturan", ()), isi.get("rentang_aturan", ())
            meta.constraints = [
                *getattr(meta, "constraints", []),
                models.CheckConstraint(
                    condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                    name="%(app_label)s_%(class)s_masa",
                    violation_error_message="Berlaku sampai tidak boleh sebelum berlaku mulai.",
                ),
                TanpaTindih(name="%(app_label)s_%(class)s_tindih", kunci=kunci, rentang=rentang),
            ]
        return super().__new__(cls, nama, dasar, isi, **lain)


class Bertanggal(Rekam, metaclass=_DenganKendala):
    """A rule that holds from a day on, until a day or until further notice. Of the whole office."""

    lingkup_kantor = True
    kunci_aturan: ClassVar[tuple[str, ...]]  # fields that name one rule; (): one row at a time
    rentang_aturan: ClassVar[
        tuple[str, ...]
    ] = ()  # two fields, from and to: rows whose ranges part may share their days
    mengganti: ClassVar[bool] = False  # a new row ends the one in force the day before by itself
    celah_boleh: ClassVar[str] = ""  # why days without a row are in order; empty: a gap is reported
    rute_aturan: ClassVar[str]  # base of its pages' route names, with their namespace
    bagian_dari: ClassVar[str] = ""  # the key of the record whose pages keep its rows; empty: it has its own

    menggantikan = False  # of one unsaved row: its saving ends the row in force the day before

    berlaku_mulai = models.DateField("berlaku mulai", db_index=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    dasar_hukum = models.CharField("dasar hukum", max_length=160)
    tanda = models.CharField(
        "tanda", max_length=2, choices=Tanda, blank=True, help_text="Seberapa pasti angkanya. Kosong: belum dipastikan."
    )
    asal = models.CharField("asal", max_length=80, default=ASAL_KANTOR, editable=False)
    diubah_kantor = models.BooleanField("diubah kantor", default=False, editable=False)

    objects = BertanggalKueri.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return reverse(self.rute_aturan, args=[self.pk])

    @property
    def masa(self) -> str:
        """From when until when, in words."""
        akhir = f"sampai {tanggal_pendek(self.berlaku_sampai)}" if self.berlaku_sampai else "seterusnya"
        return f"{tanggal_pendek(self.berlaku_mulai)} {akhir}"

    @classmethod
    def kendala(cls) -> TanpaTindih:
        """The constraint that holds its rows of one key apart."""
        return next(k for k in cls._meta.constraints if isinstance(k, TanpaTindih))

    @classmethod
    def kunci_wajib(cls) -> Iterable[dict[str, Any]]:
        """Keys that need a row even where nobody entered one yet."""
        return () if cls.kunci_aturan else ({},)
