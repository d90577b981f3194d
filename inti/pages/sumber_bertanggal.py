"""A table of dated rules declared once: a `Sumber` with days, legal base, mark, gaps, and "ganti mulai tanggal".

    class PeriodeSumber(SumberBertanggal):
        model, jalur = PeriodePengajuan, "periode/"
        kolom, isian = (K("nama", utama=True),), ("nama",)

Days, base and mark follow by themselves in columns, form and facts; key, gaps and route names stand on the model.
Where an app's own service must do more than store the row, it overrides `tambah`, `ubah` or `ganti`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from inti.access import boleh_atau_usul
from inti.forms.dasar import FormRekam
from inti.gerbang.pengajuan import isian_usulan
from inti.models import Bertanggal
from inti.pages.daftar import Daftar
from inti.pages.formulir import Tambah, Ubah
from inti.pages.rincian import Rincian
from inti.pages.saring import pilihan, saringan
from inti.pages.sumber import K, Sumber, buat_form
from inti.pages.verba import Aksi
from inti.permintaan import Permintaan
from inti.queries.aturan import celah
from inti.services import aturan

BERLAKU = [("kini", "Berlaku hari ini"), ("nanti", "Mulai kemudian hari"), ("lewat", "Tidak berlaku lagi")]
SETAHUN = dt.timedelta(days=365)
MASA = ("berlaku_mulai", "berlaku_sampai", "dasar_hukum", "tanda")


class FormBertanggal(FormRekam):
    """Form of a dated row. A new one of a table that ends the row before it may begin within that row's days."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and self.instance.mengganti:
            self.instance.menggantikan = True


class DaftarBertanggal(Daftar):
    template = "inti/daftar_bertanggal.html"

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """The list, with the days of this and the coming year on which a rule lacks."""
        hari = timezone.localdate()
        model: Any = self.model
        lubang = [] if model.celah_boleh else celah(model, hari, hari + SETAHUN)
        return super().tampil(request, {**isi, "celah": lubang[:20], "celah_lain": max(0, len(lubang) - 20)}, status)


class RincianBertanggal(Rincian):
    def aksi(self, request: Permintaan, objek: Any) -> list[Any]:
        """Another row from a day on."""
        s: Any = self.sumber  # type: ignore[attr-defined]
        if not s.ada_ganti or not boleh_atau_usul(request.user, s.izin("add")):
            return []
        return [Aksi("Ganti mulai tanggal", reverse(s.nama_rute("ganti"), args=[objek.pk]), "calendar-days")]


class TambahBertanggal(Tambah):
    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """By the table's own service."""
        return self.sumber.tambah(self.isian(request, form), request.user)  # type: ignore[attr-defined]


class UbahBertanggal(Ubah):
    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """By the table's own service."""
        return self.sumber.ubah(objek, self.isian(request, form), request.user)  # type: ignore[attr-defined]


class Ganti(Ubah):
    """The row's own form, but for a row that takes its place from a day on; its key stays."""

    pesan = "Aturan baru tersimpan; yang lama berakhir sehari sebelumnya."

    def get(self, request: Permintaan, pk: Any = None, **_: Any) -> HttpResponse:
        """The form with the values of today's row and no days."""
        objek = self.objek(request, pk)
        return self.lembar(request, self._form(request, objek, isian_usulan(request)), objek)

    def post(self, request: Permintaan, pk: Any = None, **_: Any) -> HttpResponse:
        """End the one, begin the other."""
        objek = self.objek(request, pk)
        return self.jalankan(request, self._form(request, objek, request.POST), objek)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """By the table's own service."""
        return self.sumber.ganti(objek, self.isian(request, form), request.user)  # type: ignore[attr-defined]

    def _form(self, request: Permintaan, objek: Any, data: Any) -> Any:
        baru = aturan.salinan(objek)
        baru.menggantikan = True
        form = self.buat_form(request, baru, data)
        for nama in objek.kunci_aturan:
            form.fields.pop(nama, None)
        return form


class SumberBertanggal(Sumber):
    """A table of dated rules by attributes (see the module)."""

    model: ClassVar[type[Bertanggal]]
    form_dasar = FormBertanggal
    sebelah: ClassVar[tuple[tuple[str, str, str, str], ...]] = ()  # further links of the list: text, icon, route, right
    ada_ganti: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        cls.rute = vars(cls).get("rute") or cls.model.rute_aturan.split(":")[-1]
        cls.jenis = vars(cls).get("jenis") or slugify(str(cls.model._meta.verbose_name))
        kunci = (*cls.model.kunci_aturan, *cls.model.rentang_aturan)
        cls.ekspor_urut = vars(cls).get("ekspor_urut") or (*kunci, "berlaku_mulai", "id")
        cls.isian = (*vars(cls).get("isian", ()), *MASA)
        cls.fakta = (*(vars(cls).get("fakta") or cls.isian), "asal", "diubah_kantor")
        super().__init_subclass__()
        cls.kolom = (
            *cls.kolom,
            K("masa", "Berlaku", urut="berlaku_mulai", kelas="t hp-penuh"),
            K("dasar_hukum", kelas="hp-tidak"),
            K("tanda", "Tanda", kelas="hp-tidak", isi=lambda o: o.tanda),
        )
        sampah = (("Tempat sampah", "trash", cls.nama_rute("sampah"), cls.izin("delete")),) if cls.sampah else ()
        cls.daftar = {
            "filters": _saringan(cls.model, cls.saring),
            "ekspor_izin": cls.izin("view"),
            "tampilan": (("Berlaku hari ini", "berlaku=kini"),),
            "tautan": (*cls.sebelah, *sampah),
        } | cls.daftar
        bawaan: dict[type, type] = {
            Daftar: DaftarBertanggal, Rincian: RincianBertanggal, Tambah: TambahBertanggal, Ubah: UbahBertanggal,
        }  # fmt: skip
        cls.halaman = bawaan | cls.halaman

    @classmethod
    def tambah(cls, isian: dict[str, Any], oleh: Any) -> Any:
        """Store a new row."""
        return aturan.aturan_tambah(model=cls.model._meta.label_lower, isian=isian, oleh=oleh)

    @classmethod
    def ubah(cls, objek: Any, isian: dict[str, Any], oleh: Any) -> Any:
        """Correct a row."""
        return aturan.aturan_ubah(objek=objek, isian=isian, oleh=oleh)

    @classmethod
    def ganti(cls, objek: Any, isian: dict[str, Any], oleh: Any) -> Any:
        """End a row and begin another."""
        return aturan.aturan_ganti(objek=objek, isian=isian, oleh=oleh)

    @classmethod
    def alamat_lain(cls) -> list[tuple[str, str, Any]]:
        """The page of "ganti mulai tanggal"."""
        if not cls.ada_ganti:
            return []
        form = {"form": cls.kelas_form(), "buat_form": buat_form(cls)}
        view = cls.kelas(Ganti, "add", judul="Ganti mulai tanggal", **form).as_view()
        return [("<int:pk>/ganti/", "ganti", view)]


def _saringan(model: type[Bertanggal], nama: tuple[str, ...]) -> type[django_filters.FilterSet]:
    """The table's own filters, whether a row is in force today, and on which day it was."""
    isi = {
        "berlaku": pilihan("Masa berlaku", BERLAKU, method=_menurut_masa),
        "pada": django_filters.DateFilter(
            label="Berlaku pada tanggal",
            method=_pada,
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
        ),
    }
    return type(f"{model.__name__}Filter", (saringan(model, nama),), isi)


def _menurut_masa(kueri: Any, nama: str, nilai: str) -> QuerySet:
    hari = timezone.localdate()
    hasil: QuerySet = {
        "kini": kueri.pada(hari), "nanti": kueri.filter(berlaku_mulai__gt=hari), "lewat": kueri.filter(berlaku_sampai__lt=hari),
    }[nilai]  # fmt: skip
    return hasil


def _pada(kueri: Any, nama: str, hari: dt.date) -> QuerySet:
    hasil: QuerySet = kueri.pada(hari)
    return hasil
