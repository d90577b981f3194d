"""A noun declared once: columns, filter, form, facts, verbs, pages and routes follow from one class.

    class SekolahSumber(Sumber):
        model, jalur, rute = Sekolah, "magang/sekolah/", "sekolah"
        kolom = (K("nama", utama=True, urut=True), K("jenis"), K("kota"))
        cari, saring = ("nama", "kota"), ("jenis",)
        isian = ("nama", "jenis", "pimpinan", "kota")

Its app's `isi.py` says `DariSumber(".sumber.sekolah.SekolahSumber")`, and its routes are there; with an `ikon` also its
line in the menu, with a `jenis` its export, with an `importir` its import.

What is not said follows from the model: titles from its names, permissions from Django's own four, facts from the form.
A page that needs more is a class of its own, given in `halaman`: it inherits the generated one's attributes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.forms import ModelForm, modelform_factory
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from inti.access import boleh_atau_usul
from inti.documents.resmi import KertasResmi
from inti.forms.dasar import FormRekam
from inti.models import Bertanda, Lingkup, UnitKerja
from inti.pages.bidang import awal_besar, berkunci, cari_bidang, pembaca
from inti.pages.columns import Columns, Kolom, Status
from inti.pages.daftar import Daftar
from inti.pages.dasar import selesai
from inti.pages.formulir import Buang, Pulihkan, Tambah, Ubah
from inti.pages.kertas import massal_kertas, rute_kertas
from inti.pages.rincian import Bagian, Rincian
from inti.pages.saring import saringan
from inti.pages.uang import Uang
from inti.pages.verba import Aksi, verb
from inti.pendaftaran.macam import DariSumber, JenisEkspor, JenisImpor, Menu, Tindakan
from inti.permintaan import Permintaan
from inti.services.berkas import isian_tersimpan
from inti.sheets.rekam import ImporRekam


@dataclass(frozen=True)
class K:
    """A column by the path of an attribute ("unit.nama"); its title and how it reads follow from the field.

    The state of a `Bertanda` is drawn with its mark.
    """

    nama: str
    judul: str = ""
    utama: bool = False
    urut: bool | str = False  # only an indexed field that is never empty: itself, or the one named
    kelas: str = ""
    uang: bool = False  # whole rupiah, to the right
    jumlah: bool = False  # money with totals below the list
    ekspor: str | None = None  # the path of what exports get instead; empty: left out of them
    isi: Callable[[Any], Any] | None = None  # how it reads, where the field alone does not say

    def kolom(self, model: type[models.Model]) -> Kolom:
        """The list's column."""
        bidang = cari_bidang(model, self.nama)
        judul = self.judul or (awal_besar(str(bidang.verbose_name)) if bidang is not None else self.nama)
        urut = self.urut if isinstance(self.urut, str) else self.nama if self.urut else ""
        if self.isi is None and issubclass(model, Bertanda) and self.nama == model.bidang_keadaan:
            lain = {} if self.ekspor is None else {"ekspor": self.ekspor}
            return Status(judul, urut=urut, kelas=self.kelas or "hp-kanan", utama=self.utama, **lain)
        if self.uang or self.jumlah:
            jumlahkan = self.nama.replace(".", "__") if self.jumlah else ""
            return Uang(judul, self.nama, urut, self.kelas, self.utama, jumlahkan=jumlahkan)
        return Kolom(judul, self.isi or pembaca(self.nama, bidang), urut, self.kelas, self.utama, self.ekspor)


@dataclass(frozen=True)
class Verba:
    """An act on one record by its service, offered while `bila` holds; with a form, or with `tanya`, it asks first."""

    layanan: Callable[..., Any]
    teks: str
    izin: str
    pesan: str
    ikon: str = ""
    form: Any = None
    kata: str = ""  # in its address and route; empty: what follows the noun in the service's name
    tanya: bool = False
    utama: bool = False
    bahaya: bool = False
    bila: Callable[[Any], bool] = lambda _: True

    @property
    def nama(self) -> str:
        """In addresses and route names: the service's verb."""
        return self.kata or str(self.layanan.__name__).split("_", 1)[-1]


class Sumber:
    """A noun by attributes (see the module)."""

    model: ClassVar[type[models.Model]]
    jalur: ClassVar[str]  # where its pages begin, below the app's own address
    ruang: ClassVar[str]  # namespace of the app's routes, with its colon; empty in the kernel
    rute: ClassVar[str] = ""  # base of the route names; empty: the model's name
    judul: ClassVar[str] = ""
    kolom: ClassVar[tuple[K, ...]]
    saring: ClassVar[tuple[str, ...]] = ()
    cari: ClassVar[tuple[str, ...]] = ()
    cari_petunjuk: ClassVar[str] = ""
    urut_awal: ClassVar[str] = "-id"
    isian: ClassVar[tuple[str, ...]] = ()  # with neither this nor a form nobody writes such a record by hand
    form: ClassVar[Any] = None
    form_dasar: ClassVar[type[ModelForm]] = FormRekam  # what the generated form inherits
    fakta: ClassVar[tuple[str | K, ...]] = ()
    verba: ClassVar[tuple[Verba, ...]] = ()
    hak: ClassVar[dict[str, str]] = {}  # view, add, change, delete -> a permission other than Django's own
    layanan: ClassVar[dict[str, Callable[..., Any]]] = {}  # tambah, ubah, pulihkan: services in place of plain ones
    form_tambah: ClassVar[type[ModelForm] | None] = None  # of a new record, where it asks for more than a change does
    cetak: ClassVar[tuple[type[KertasResmi], ...]] = ()  # papers that are issued of it, one by one or many at once
    pilihan_sempit: ClassVar[bool] = True  # a form offers what its user reaches; False: what the form itself says
    sampah: ClassVar[bool] = True
    kembali_ke_daftar: ClassVar[bool] = False
    impor: ClassVar[type[ImporRekam] | None] = None  # the sheet that fills the list, and what the list exports
    ikon: ClassVar[str] = ""  # of its line in the menu; empty: none
    jenis: ClassVar[str] = ""  # word of its export (whose permission is the list's `ekspor_izin`) and of its import
    importir: ClassVar[str] = ""  # dotted path of what reads its sheets
    judul_ekspor: ClassVar[str] = ""  # empty: as the list's
    ekspor_urut: ClassVar[tuple[str, ...]] = ("id",)
    halaman: ClassVar[dict[type, type]] = {}  # Daftar, Rincian, … -> a class of the app's own that adds to it
    daftar: ClassVar[dict[str, Any]] = {}  # further attributes of the list: keterangan, kosong, ekspor_izin, impor, …
    rincian: ClassVar[dict[str, Any]] = {}  # further attributes of the record's page

    def __init_subclass__(cls) -> None:
        if not hasattr(cls, "model"):
            return  # a kind of declaration, not yet a noun
        cls.rute = cls.rute or str(cls.model._meta.model_name)
        cls.judul = cls.judul or str(cls.model._meta.verbose_name_plural).capitalize()
        cls.ruang = vars(cls).get("ruang", f"{cls.model._meta.app_label}:")

    @classmethod
    def izin(cls, apa: str) -> str:
        """The permission of viewing, adding, changing, deleting: Django's own unless `hak` says otherwise."""
        return cls.hak.get(apa) or f"{cls.model._meta.app_label}.{apa}_{cls.model._meta.model_name}"

    @classmethod
    def nama_rute(cls, apa: str = "") -> str:
        """Full name of a route: `apa` is daftar, tambah, sampah, ubah, buang, bagian or a verb; empty the record."""
        return f"{cls.ruang}{cls.rute}{'_' if apa else ''}{apa}"

    @classmethod
    def berform(cls) -> bool:
        """Whether there are pages for a new and a changed record."""
        return bool(cls.isian or cls.form)

    @classmethod
    def kelas_form(cls) -> Any:
        """The form of new and changed records."""
        return cls.form or modelform_factory(cls.model, form=cls.form_dasar, fields=cls.isian)

    @classmethod
    def pilihan(cls, form: Any, pengguna: Any) -> None:
        """Narrow what a form offers to what its user reaches: units to his own and those below."""
        if not cls.pilihan_sempit:
            return
        for nama, medan in form.fields.items():
            kueri = getattr(medan, "queryset", None)
            if kueri is None:
                continue
            kini = getattr(form.instance, f"{nama}_id", None)  # what stands there stays on offer, reached or not
            if kueri.model is UnitKerja and not getattr(cls.model, "lingkup_kantor", False):
                jalur = (getattr(cls.model, "lingkup_oleh", None) or Lingkup()).jalur(pengguna)
                medan.queryset = UnitKerja.objects.hidup().filter(Q(jalur__startswith=jalur) | Q(pk=kini))
                medan.initial = pengguna.unit
            elif hasattr(kueri, "untuk"):
                medan.queryset = kueri.filter(pk__in=kueri.untuk(pengguna).values("pk")) | kueri.filter(pk=kini)

    @classmethod
    @cache
    def kelas_kolom(cls) -> type[Columns]:
        """The columns of the list and of its export."""
        kolom = {k.nama.replace(".", "_"): k.kolom(cls.model) for k in cls.kolom}
        depan = {k.nama.split(".")[0] for k in cls.kolom}
        isi = {"hubungan": tuple(sorted(n for n in depan if berkunci(cls.model, n))), "rute": cls.nama_rute()}
        return type(f"{cls.__name__}Columns", (Columns,), kolom | isi)

    @classmethod
    def kelas(cls, dasar: type, izin: str, **isi: Any) -> Any:
        """A page: the app's own class where it gives one, else the kernel's, with this noun's attributes."""
        nama = (cls.judul, cls.nama_rute("daftar"))
        semua: dict[str, Any] = {"model": cls.model, "permission": cls.izin(izin), "sumber": cls}
        semua |= ({} if dasar is Daftar else {"daftar": nama}) | isi
        return type(f"{cls.__name__}{dasar.__name__}", (cls.halaman.get(dasar, dasar),), semua)

    @classmethod
    def tabel(cls, pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
        """Headings and rows of its export: what the user may meet, or with None all that is not in the trash."""
        if cls.impor is not None:
            return cls.impor.ekspor(pengguna)
        return cls.kelas_kolom().sumber(cls.tabel_kueri(pengguna).order_by(*cls.ekspor_urut))

    @classmethod
    def tabel_kueri(cls, pengguna: Any) -> Any:
        """The records of its export."""
        semua: Any = cls.model._default_manager
        return semua.hidup() if pengguna is None else semua.untuk(pengguna)

    @classmethod
    def pernyataan(cls, letak: DariSumber) -> dict[str, tuple[Any, ...]]:
        """Its menu line, export and import, as the app's `isi.py` would declare them one by one."""
        hasil: dict[str, tuple[Any, ...]] = {"menu": (), "tindakan": (), "ekspor": (), "impor": ()}
        if cls.ikon:
            rute, izin = cls.nama_rute("daftar"), cls.izin("view")
            sama = (letak.urut, letak.hitung, letak.kelompok, letak.utama, letak.app)
            hasil["menu"] = (Menu(cls.judul, cls.ikon, rute, izin, *sama),)
            if cls.berform():
                teks = f"{str(cls.model._meta.verbose_name).capitalize()} baru"
                hasil["tindakan"] = (Tindakan(teks, "plus", cls.nama_rute("tambah"), cls.izin("add"), app=letak.app),)
        judul_ekspor = cls.judul_ekspor or cls.judul
        if cls.impor is not None:
            jenis, kelas = cls.impor.jenis, f"{cls.impor.__module__}.{cls.impor.__name__}"
            hasil["impor"] = (JenisImpor(jenis, kelas, cls.izin("change")),)
            hasil["ekspor"] = (JenisEkspor(jenis, letak.kelas, cls.izin("view"), judul_ekspor),)
        if cls.jenis:
            hasil["ekspor"] = (JenisEkspor(cls.jenis, letak.kelas, cls.daftar["ekspor_izin"], judul_ekspor),)
        if cls.importir:
            hasil["impor"] = (JenisImpor(cls.jenis, cls.importir, cls.izin("impor")),)
        return hasil

    @classmethod
    def alamat_lain(cls) -> list[tuple[str, str, Any]]:
        """Further pages: (end of the address, name of the route, view)."""
        return []

    @classmethod
    @cache
    def alamat(cls) -> list[URLPattern]:
        """The noun's routes, each with its page."""
        satu = str(cls.model._meta.verbose_name)
        rincian = _rincian(cls)
        semua: list[tuple[str, str, Any]] = [
            ("", "daftar", _daftar(cls).as_view()),
            ("<int:pk>/", "", rincian.as_view()),
        ]
        if cls.berform():
            form = {"form": cls.kelas_form(), "buat_form": buat_form(cls)}
            if cls.kembali_ke_daftar:
                form["kembali"] = cls.nama_rute("daftar")
            baru = form | ({"form": cls.form_tambah} if cls.form_tambah else {}) | _simpan(cls, "tambah")
            form |= _simpan(cls, "ubah")
            semua += [
                ("baru/", "tambah", cls.kelas(Tambah, "add", judul=f"{satu.capitalize()} baru", **baru).as_view()),
                ("<int:pk>/ubah/", "ubah", cls.kelas(Ubah, "change", judul=f"Ubah {satu}", **form).as_view()),
            ]
        if cls.sampah:
            semua += [
                ("sampah/", "sampah", cls.kelas(Pulihkan, "delete", **_pulihkan(cls)).as_view()),
                ("<int:pk>/buang/", "buang", cls.kelas(Buang, "delete").as_view()),
            ]
        semua += [(f"<int:pk>/{v.nama}/", v.nama, _verba(cls, v)) for v in cls.verba]
        semua += cls.alamat_lain()
        semua.append(("<int:pk>/<slug:bagian>/", "bagian", rincian.as_view()))
        kertas = rute_kertas(cls.cetak, cls.jalur, cls.nama_rute())
        return kertas + [path(cls.jalur + ekor, view, name=cls.nama_rute(n).split(":")[-1]) for ekor, n, view in semua]


def _daftar(s: type[Sumber]) -> Any:
    satu = str(s.model._meta.verbose_name).capitalize()
    isi: dict[str, Any] = {
        "columns": s.kelas_kolom(),
        "judul": s.judul,
        "urut_awal": s.urut_awal,
        "cari_di": s.cari,
        "tambah": (f"{satu} baru", s.nama_rute("tambah"), s.izin("add")) if s.berform() else None,
        "filters": saringan(s.model, s.saring) if s.saring else None,
    }
    if s.cari:
        nama = [str(b.verbose_name) for c in s.cari if (b := cari_bidang(s.model, c)) is not None]
        isi["cari_petunjuk"] = s.cari_petunjuk or " atau ".join(nama)
    if s.impor is not None:
        isi |= {"impor": s.impor.jenis, "lembar": s.impor.lembar, "ekspor_izin": s.izin("view")}
    if s.importir:
        isi["impor"] = s.jenis
    if s.cetak:
        isi["massal"] = massal_kertas(s.cetak, s.nama_rute())
    if s.sampah:
        isi["tautan"] = (("Tempat sampah", "trash", s.nama_rute("sampah"), s.izin("delete")),)
    return s.kelas(Daftar, "view", **isi | s.daftar)


def _rincian(s: type[Sumber]) -> Any:
    semua = [f if isinstance(f, K) else K(f) for f in s.fakta or s.isian]
    induk: Any = s.halaman.get(Rincian, Rincian)
    pembaca = [(k.kolom(s.model).judul, k.kolom(s.model).pembaca()) for k in semua]

    def isi(self: Any, request: Permintaan, objek: Any, bagian: str) -> dict[str, Any]:
        fakta = {"fakta": [(judul, baca(objek)) for judul, baca in pembaca]}
        return fakta | induk.isi(self, request, objek, bagian)

    def aksi(self: Any, request: Permintaan, objek: Any) -> list[Any]:
        boleh = [v for v in s.verba if v.bila(objek) and boleh_atau_usul(request.user, v.izin)]
        return induk.aksi(self, request, objek) + [
            Aksi(
                v.teks,
                reverse(s.nama_rute(v.nama), args=[objek.pk]),
                v.ikon,
                v.utama,
                v.bahaya,
                v.form is None and not v.tanya,
            )
            for v in boleh
        ]

    atribut: dict[str, Any] = {
        "ubah_izin": s.izin("change"),
        "buang_izin": s.izin("delete"),
        "ubah_rute": s.nama_rute("ubah") if s.berform() else "",
        "buang_rute": s.nama_rute("buang") if s.sampah else "",
        "hubungan": tuple(k.nama for k in semua if berkunci(s.model, k.nama)),
        "cetak": s.cetak,
        "cetak_rute": s.nama_rute(),
        "bagian": (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),),
    }
    return s.kelas(Rincian, "view", isi=isi, aksi=aksi, **atribut | s.rincian)


def buat_form(s: type[Sumber]) -> Any:
    """The `buat_form` of a noun's form pages: its form, offering what the user reaches."""

    def buat_form(self: Any, request: Permintaan, objek: Any = None, data: Any = None) -> Any:
        form = self.form(data, request.FILES if data is not None else None, instance=objek)
        s.pilihan(form, request.user)
        return form

    return buat_form


def _simpan(s: type[Sumber], apa: str) -> dict[str, Any]:
    """How a form is stored: by the noun's own service, else plainly (no attribute at all)."""
    layanan = s.layanan.get(apa)
    if layanan is None:
        return {}
    sasaran = next(iter(inspect.signature(layanan).parameters))

    def simpan(self: Any, request: Permintaan, form: Any, objek: Any) -> Any:
        yang = {} if objek is None else {sasaran: objek}
        return layanan(**yang, **self.isian(request, form), oleh=request.user)

    return {"simpan": simpan}


def _pulihkan(s: type[Sumber]) -> dict[str, Any]:
    layanan = s.layanan.get("pulihkan")
    if layanan is None:
        return {}
    sasaran = next(iter(inspect.signature(layanan).parameters))
    return {"pulihkan": staticmethod(lambda *, objek, oleh: layanan(**{sasaran: objek}, oleh=oleh))}


def _verba(s: type[Sumber], v: Verba) -> Any:
    sasaran = next(iter(inspect.signature(v.layanan).parameters))

    def lakukan(request: Permintaan, objek: Any, form: Any = None) -> HttpResponse:
        isian = isian_tersimpan(form.cleaned_data, oleh=request.user) if form is not None else {}
        hasil = v.layanan(**{sasaran: objek}, oleh=request.user, **isian)
        return selesai(request, hasil if isinstance(hasil, s.model) else objek, v.pesan)

    return verb(s.model, permission=v.izin, form=v.form, judul=v.teks, tombol=v.teks, bahaya=v.bahaya)(lakukan)
