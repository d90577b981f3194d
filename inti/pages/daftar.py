"""The list page: columns, filters, search, order, saved views, bulk actions, keyset paging, export. It remembers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from inti import registry
from inti.access import boleh, boleh_atau_usul
from inti.models import TampilanTersimpan
from inti.pages.columns import Columns
from inti.pages.dasar import Halaman, Massal
from inti.pages.keyset import ambil, bidang_boleh_urut
from inti.pages.uang import baris_jumlah, berjumlah, dengan_jumlah
from inti.permintaan import Permintaan

BATAS_HITUNG = 10_000
PER_HALAMAN = (25, 50, 100)


class Daftar(Halaman):
    """A list by attributes. What is sought goes by POST into the session: no address ever carries it."""

    template = "inti/daftar.html"
    model: ClassVar[type[models.Model]]
    columns: ClassVar[type[Columns]]
    filters: ClassVar[Any] = None
    urut_awal: ClassVar[str] = "-id"
    cari_di: ClassVar[tuple[str, ...]] = ()
    cari_petunjuk: ClassVar[str] = "Cari"
    tampilan: ClassVar[tuple[tuple[str, str], ...]] = ()  # (name, query string) of ready-made views
    massal: ClassVar[tuple[Massal, ...]] = ()
    tambah: ClassVar[tuple[str, str, str] | None] = None  # (text, route, permission)
    impor: ClassVar[str] = ""  # the kind of import that fills this list
    tautan: ClassVar[tuple[tuple[str, str, str, str], ...]] = ()  # further actions: (text, icon, route, permission)
    ekspor_izin: ClassVar[str] = ""
    lembar: ClassVar[Any] = None  # records to (headings, rows) for its export; None: as the columns show them
    keterangan: ClassVar[str] = ""
    kosong: ClassVar[tuple[str, str]] = ("Belum ada data", "Data yang dimasukkan akan tampil di sini.")

    @property
    def kunci(self) -> str:
        """Name under which the list remembers: the route's."""
        return str(self.request.resolver_match.view_name)  # type: ignore[union-attr]

    def kueri(self, request: Permintaan) -> QuerySet:
        """Rows the user may meet; an app narrows further by overriding."""
        return self.model._default_manager.all().untuk(request.user)  # type: ignore[attr-defined]

    def cari(self, kueri: QuerySet, teks: str) -> QuerySet:
        """Narrow to what is sought: every word must occur in one of `cari_di`. Large tables override this."""
        for kata in teks.split()[:6]:
            syarat = Q()
            for bidang in self.cari_di:
                syarat |= Q(**{f"{bidang}__icontains": kata})
            kueri = kueri.filter(syarat)
        return kueri

    def post(self, request: Permintaan, **_: Any) -> HttpResponse:
        """Keep what is sought in the session, or a view under a name, and show the list again."""
        parameter = self._parameter_bersih(QueryDict(request.POST.get("parameter", "")[:500]))
        if nama := request.POST.get("nama_tampilan", "").strip()[:40]:
            TampilanTersimpan.objects.update_or_create(
                pengguna=request.user, daftar=self.kunci, nama=nama, defaults={"parameter": parameter.urlencode()}
            )
        elif hapus := request.POST.get("hapus_tampilan", ""):
            TampilanTersimpan.objects.filter(pengguna=request.user, daftar=self.kunci, nama=hapus).delete()
        else:
            request.session[f"cari:{self.kunci}"] = request.POST.get("q", "").strip()[:120]
        return redirect(f"{request.path}?{parameter.urlencode()}" if parameter else f"{request.path}?semua=1")

    def get(self, request: Permintaan, **_: Any) -> HttpResponse:
        """The page, or its export with ?ekspor=xlsx|csv."""
        if ingat := self._ingatan(request):
            return redirect(f"{request.path}?{ingat}")
        q = request.session.get(f"cari:{self.kunci}", "")
        kueri = self.kueri(request)
        saring = self.filters(request.GET, queryset=kueri, request=request) if self.filters else None
        kueri = saring.qs if saring is not None else kueri
        if q:
            kueri = self.cari(kueri, q)
        urut = self._urut(request.GET.get("urut", ""))
        if request.GET.get("ekspor") in {"xlsx", "csv"}:
            return self._ekspor(request, kueri.order_by(urut, "pk"), request.GET["ekspor"])
        per = self._per(request.GET.get("per", ""))
        jumlah = kueri.order_by()[: BATAS_HITUNG + 1].count()
        massal = [m for m in self.massal if boleh(request.user, m.izin)]
        halaman = ambil(
            kueri.select_related(*self.columns.hubungan) if self.columns.hubungan else kueri,
            urut=urut,
            per=per,
            setelah=request.GET.get("setelah", ""),
            sebelum=request.GET.get("sebelum", ""),
        )
        self.lengkapi(halaman.baris)
        return self.tampil(
            request,
            {
                "q": q,
                "saring": saring,
                "aktif": self._chip(request, saring),
                "baris": self.columns.baris(halaman.baris, pilih=bool(massal)),
                "jumlahan": baris_jumlah(
                    self.columns,
                    halaman.baris,
                    kueri,
                    sebagian=halaman.setelah is not None or halaman.sebelum is not None,
                    pilih=bool(massal),
                ),
                "kepala": self._kepala(request, urut),
                "page": halaman,
                "jumlah": jumlah,
                "jumlah_teks": f"± {BATAS_HITUNG:,}".replace(",", ".")
                if jumlah > BATAS_HITUNG
                else f"{jumlah:,}".replace(",", "."),
                "per": per,
                "per_pilihan": PER_HALAMAN,
                "alamat_setelah": self._alamat(request, setelah=halaman.setelah),
                "alamat_sebelum": self._alamat(request, sebelum=halaman.sebelum),
                "alamat_ekspor": {f: self._alamat(request, ekspor=f) for f in ("xlsx", "csv")}
                if self.boleh_ekspor(request)
                else None,
                "parameter": self._parameter_bersih(request.GET).urlencode(),
                "tampilan_siap": self._tampilan(request),
                "massal_boleh": massal,
                "tambah_boleh": self.tambah if self.tambah and boleh_atau_usul(request.user, self.tambah[2]) else None,
                "impor_boleh": self.impor and boleh_atau_usul(request.user, registry.semua_importir()[self.impor].izin),
                "tautan_boleh": [t for t in self.tautan if boleh(request.user, t[3])],
                "nama_jamak": self.model._meta.verbose_name_plural,
            },
        )

    def lengkapi(self, baris: list[Any]) -> None:
        """Put on the rows of a page (or of a part of an export) what their columns show beyond the record."""

    def _lengkap(self, baris: Iterator[Any]) -> Iterator[Any]:
        while potong := list(itertools.islice(baris, 2000)):
            self.lengkapi(potong)
            yield from potong

    def boleh_ekspor(self, request: Permintaan) -> bool:
        """Whether this user may take the list away as a file."""
        return bool(self.ekspor_izin) and boleh(request.user, self.ekspor_izin)

    def _ekspor(self, request: Permintaan, kueri: QuerySet, bentuk: str) -> HttpResponse:
        from inti.services.ekspor import balasan_ekspor

        if not self.boleh_ekspor(request):
            raise PermissionDenied
        if self.columns.hubungan:
            kueri = kueri.select_related(*self.columns.hubungan)
        # A workbook is read by people, a csv by programs: only the first gets a row of totals.
        lembar = type(self).lembar
        kaki = lembar is None and bentuk == "xlsx" and bool(berjumlah(self.columns))
        objek = self._lengkap(kueri.iterator(chunk_size=2000))
        judul, baris = dengan_jumlah(self.columns, objek) if kaki else (lembar or self.columns.ekspor)(objek)
        nama = self.kunci.split(":")[-1].removesuffix("_daftar")
        return balasan_ekspor(request, nama=nama, judul=judul, baris=baris, bentuk=bentuk, kaki=int(kaki))

    def _ingatan(self, request: Permintaan) -> str:
        """Query string to return to, when the list is opened bare; empty when there is none."""
        kunci = f"daftar:{self.kunci}"
        if not request.GET:
            return str(request.session.get(kunci, ""))
        kini = self._parameter_bersih(request.GET).urlencode()
        if "bersih" in request.GET:
            kini = ""
            request.session.pop(f"cari:{self.kunci}", None)
        if request.session.get(kunci, "") != kini:
            request.session[kunci] = kini
        return ""

    def _parameter_bersih(self, masukan: QueryDict) -> QueryDict:
        """Only what the list knows: its filters, order and page size. Unknown keys fall away."""
        dikenal = {"urut", "per"} | (set(self.filters.base_filters) if self.filters else set())
        keluar = QueryDict(mutable=True)
        for nama in masukan:
            dasar = nama.removesuffix("_min").removesuffix("_max").removesuffix("_after").removesuffix("_before")
            if (nama in dikenal or dasar in dikenal) and (nilai := masukan.get(nama)):
                keluar[nama] = nilai[:80]
        return keluar

    def _alamat(self, request: Permintaan, **ganti: Any) -> str:
        if any(v is None for v in ganti.values()):
            return ""
        p = self._parameter_bersih(request.GET)
        for nama, nilai in ganti.items():
            p[nama] = str(nilai)
        return f"{request.path}?{p.urlencode()}"

    def _urut(self, diminta: str) -> str:
        boleh_urut = {k.urut for k in self.columns.semua.values() if k.urut and bidang_boleh_urut(self.model, k.urut)}
        return diminta if diminta.lstrip("-") in boleh_urut and diminta.count("-") <= 1 else self.urut_awal

    @staticmethod
    def _per(diminta: str) -> int:
        return int(diminta) if diminta in {str(p) for p in PER_HALAMAN} else PER_HALAMAN[1]

    def _kepala(self, request: Permintaan, urut: str) -> list[dict[str, Any]]:
        hasil = []
        for kolom in self.columns.semua.values():
            arah, tautan = "", ""
            if kolom.urut:
                arah = {kolom.urut: "ascending", f"-{kolom.urut}": "descending"}.get(urut, "")
                tautan = self._alamat(request, urut=f"-{kolom.urut}" if arah == "ascending" else kolom.urut)
            hasil.append({"judul": kolom.judul, "kelas": kolom.kelas, "tautan": tautan, "arah": arah})
        return hasil

    def _chip(self, request: Permintaan, saring: Any) -> list[tuple[str, str]]:
        """Active filters as (text, address without it)."""
        hasil = []
        p = self._parameter_bersih(request.GET)
        for nama in p:
            if nama in {"urut", "per"} or saring is None:
                continue
            tanpa = p.copy()
            del tanpa[nama]
            medan = saring.form.fields.get(nama)
            if medan is None:
                continue
            pilihan = {str(k): str(v) for k, v in getattr(medan, "choices", ())}
            hasil.append(
                (
                    f"{medan.label}: {pilihan.get(str(p[nama]), p[nama])}",
                    f"{request.path}?{tanpa.urlencode() or 'semua=1'}",
                )
            )
        return hasil

    def _tampilan(self, request: Permintaan) -> list[dict[str, Any]]:
        """Ready-made and own views with the one that is shown now marked."""
        kini = self._parameter_bersih(request.GET)
        milik = TampilanTersimpan.objects.filter(pengguna=request.user, daftar=self.kunci).values_list(
            "nama", "parameter"
        )
        semua = [("Semua", "", False), *((n, p, False) for n, p in self.tampilan), *((n, p, True) for n, p in milik)]
        return [
            {
                "nama": n,
                "alamat": f"{request.path}?{p or 'semua=1'}",
                "kini": QueryDict(p).dict() == kini.dict(),
                "milik": m,
            }
            for n, p, m in semua
        ]
