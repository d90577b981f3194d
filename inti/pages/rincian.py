"""The detail page: a summary with tabs, its history always among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpResponse

from inti.access import boleh, boleh_atau_usul
from inti.documents.resmi import KertasResmi
from inti.gerbang.diri import tentang_diri
from inti.pages.dasar import Halaman, objek_atau_404
from inti.pages.kertas import aksi_kertas
from inti.permintaan import Permintaan
from inti.queries.dokumen import dengan_cetakan, dokumen_kertas
from inti.queries.riwayat import riwayat_objek

RIWAYAT = "inti.lihat_riwayat"


@dataclass(frozen=True)
class Bagian:
    """A tab of a detail page: its key in the address, its name and template."""

    kunci: str
    nama: str
    template: str


class Rincian(Halaman):
    """A record by attributes. `bagian` are its tabs; `isi` gives a tab what it needs and no more."""

    template = "inti/rincian.html"
    model: ClassVar[type[models.Model]]
    bagian: ClassVar[tuple[Bagian, ...]] = ()
    hubungan: ClassVar[tuple[str, ...]] = ()
    daftar: ClassVar[tuple[str, str]] = ("", "")  # (name, route) of the list, for the crumbs
    ubah_rute: ClassVar[str] = ""
    buang_rute: ClassVar[str] = ""
    ubah_izin: ClassVar[str] = ""  # of changing and of the trash; empty: Django's own
    buang_izin: ClassVar[str] = ""
    ubah_diri: ClassVar[bool] = False  # its form may be opened for oneself; the service says which fields
    ada_riwayat: ClassVar[bool] = True
    cetak: ClassVar[tuple[type[KertasResmi], ...]] = ()  # papers that are issued of it: their verbs and a tab
    cetak_rute: ClassVar[str] = ""  # base of these papers' route names, as given to `rute_kertas`

    def get(self, request: Permintaan, pk: Any, bagian: str = "", **_: Any) -> HttpResponse:
        """Show one tab of the record."""
        objek = objek_atau_404(request, self.model, pk, hubungan=self.hubungan)
        semua = [
            *self.bagian,
            *([Bagian("cetakan", "Cetakan", "inti/bagian_cetakan.html")] if self.cetak else []),
            *(
                [Bagian("riwayat", "Riwayat", "inti/bagian_riwayat.html")]
                if self.ada_riwayat and boleh(request.user, RIWAYAT)
                else []
            ),
        ]
        kini = next((b for b in semua if b.kunci == bagian), None) if bagian else semua[0]
        if kini is None:
            raise Http404
        isi = self._isi(request, objek, kini.kunci)
        diri = tentang_diri(objek, request.user)
        aksi = _untuk(diri, self.aksi(request, objek))
        kertas = aksi_kertas(
            request.user, objek, self.cetak, self.cetak_rute, utama=not any(getattr(a, "utama", False) for a in aksi)
        )
        milik = f"{self.model._meta.app_label}.{{}}_{self.model._meta.model_name}"
        return self.tampil(
            request,
            {
                "judul": self.judul_objek(objek),
                "objek": objek,
                "bagian": semua,
                "bagian_kini": kini,
                "aksi": [*aksi, *_untuk(diri, kertas)],
                "tentang_diri": diri,
                "boleh_ubah": bool(self.ubah_rute)
                and (self.ubah_diri or not diri)
                and boleh_atau_usul(request.user, self.ubah_izin or milik.format("change"))
                and self.dapat_diubah(objek),
                "boleh_buang": bool(self.buang_rute)
                and not diri
                and boleh_atau_usul(request.user, self.buang_izin or milik.format("delete"))
                and objek.tetap() is None,
                **isi,
            },
        )

    def _isi(self, request: Permintaan, objek: Any, bagian: str) -> dict[str, Any]:
        if bagian == "riwayat":
            return {"peristiwa": riwayat_objek(objek)}
        if bagian == "cetakan" and self.cetak:
            return {"dokumen": dengan_cetakan(dokumen_kertas(objek, self.cetak))}
        return self.isi(request, objek, bagian)

    def judul_objek(self, objek: Any) -> str:
        """Title of the page."""
        return str(objek)

    def dapat_diubah(self, objek: Any) -> bool:
        """Whether this user may edit the record as it is; what its state forbids says the record itself (`tetap`)."""
        return objek.tetap() is None

    def isi(self, request: Permintaan, objek: Any, bagian: str) -> dict[str, Any]:
        """Context of one tab."""
        return {}

    def aksi(self, request: Permintaan, objek: Any) -> list[Any]:
        """Verbs that this user may do with this record now (see `Aksi`)."""
        return []


def _untuk(diri: bool, aksi: list[Any]) -> list[Any]:
    """Of one's own record only the verbs for oneself."""
    return [a for a in aksi if not diri or a.diri]
