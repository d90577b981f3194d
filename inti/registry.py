"""What the installed apps give to the house, as pages, commands and workers read it. Each app says it in its `isi.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, reverse
from django.utils.module_loading import import_string, module_has_submodule

from inti.pendaftaran.baca import baca_isi
from inti.pendaftaran.macam import (
    Aplikasi,
    BagianPeriksa,
    Fakta,
    Isi,
    Jadwal,
    JenisEkspor,
    JenisImpor,
    JenisPos,
    JenisTugas,
    Menu,
    Pekerjaan,
    Pencari,
    Subjek,
    TataLetak,
    Tindakan,
    Turunan,
)


@cache
def semua_isi() -> dict[str, Isi]:
    """What each app gives, by its label, lower apps first. Raises ImproperlyConfigured: a key that is not known."""
    return {a.label: baca_isi(a) for a in apps.get_app_configs() if module_has_submodule(a.module, "isi")}


def dengan_sumber(semua: dict[str, Isi]) -> dict[str, Isi]:
    """The same with the menu lines, acts, exports and imports that nouns declare of themselves. Imports the nouns."""
    hasil = {}
    for label, isi in semua.items():
        nouns = [import_string(s.kelas).pernyataan(s) for s in isi.sumber]
        tambahan: dict[str, Any] = {
            b: (*getattr(isi, b), *(p for n in nouns for p in n[b])) for b in ("menu", "tindakan", "ekspor", "impor")
        }
        hasil[label] = replace(isi, sumber=(), **tambahan)
    return hasil


@cache
def _lengkap() -> dict[str, Isi]:
    return dengan_sumber(semua_isi())


def alamat_sumber(label: str) -> list[URLPattern]:
    """Routes of the nouns that an app declares, for its `urls`: a noun is named in `isi.py` alone."""
    return [r for s in semua_isi()[label].sumber for r in import_string(s.kelas).alamat()]


@cache
def alamat_rute(rute: str) -> str:
    """Address of a declared route, which needs no argument; NoReverseMatch when there is none."""
    return reverse(rute)


def semua_aplikasi() -> dict[str, Aplikasi]:
    """The apps by label, in their order on the rail."""
    return dict(sorted(((n, i.aplikasi) for n, i in semua_isi().items()), key=lambda a: a[1].urut))


def semua_menu() -> list[Menu]:
    """Navigation in its order."""
    return sorted((m for i in _lengkap().values() for m in i.menu), key=lambda m: m.urut)


def semua_tindakan() -> list[Tindakan]:
    """Acts that the palette offers."""
    return [t for i in _lengkap().values() for t in i.tindakan]


def semua_pekerjaan() -> list[tuple[str, Pekerjaan]]:
    """Kinds of work that may wait for somebody, each with its app, in the order of the rail."""
    return [(n, p) for n in semua_aplikasi() for p in semua_isi()[n].pekerjaan]


def semua_fakta() -> list[Fakta]:
    """Facts beside the work of the desk in their order."""
    return sorted((f for i in semua_isi().values() for f in i.fakta), key=lambda f: f.urut)


def semua_jadwal() -> list[Jadwal]:
    """Sources of today's times."""
    return [j for i in semua_isi().values() for j in i.jadwal]


def semua_pencari() -> list[Pencari]:
    """Sources of the one search box."""
    return [p for i in semua_isi().values() for p in i.pencari]


@cache
def semua_kertas() -> dict[str, Any]:
    """Declared papers by code. Imports them. Raises ImproperlyConfigured: a code that two papers bear."""
    semua: list[Any] = [import_string(k) for i in semua_isi().values() for k in i.kertas]
    hasil = {k.kode: k for k in semua}
    if len(hasil) < len(semua) or {d.kode for i in semua_isi().values() for d in i.dokumen} & set(hasil):
        raise ImproperlyConfigured("Dua kertas memakai kode yang sama.")
    return hasil


def kertas(kode: str) -> Any:
    """A declared paper (`inti.documents.resmi.KertasResmi`); KeyError when none."""
    return semua_kertas()[kode]


def tata_letak(kode: str) -> TataLetak:
    """How a kind of document is drawn now; KeyError when none is declared."""
    for i in semua_isi().values():
        for d in i.dokumen:
            if d.kode == kode:
                modul = import_module(d.modul)
                return TataLetak(modul.TATA_LETAK, modul.gambar)
    satu = kertas(kode)
    return TataLetak(satu.tata_letak, satu.gambar)


def semua_importir() -> dict[str, JenisImpor]:
    """Kinds of import by name."""
    return {p.jenis: p for p in sorted((p for i in _lengkap().values() for p in i.impor), key=lambda p: p.jenis)}


def importir(jenis: str) -> Any:
    """The importer class of a kind; KeyError when none."""
    return import_string(semua_importir()[jenis].kelas)


def semua_ekspor() -> dict[str, JenisEkspor]:
    """Kinds of export by name."""
    return {e.jenis: e for e in sorted((e for i in _lengkap().values() for e in i.ekspor), key=lambda e: e.jenis)}


def ekspor(jenis: str) -> Callable[[Any], Any]:
    """The function of a kind of export, from a user (None: everything) to headings and rows; KeyError when none."""
    sumber = import_string(semua_ekspor()[jenis].sumber)
    return getattr(sumber, "tabel", sumber)


def fungsi_tugas(jenis: str) -> Callable[..., Any]:
    """The function of a kind of job; KeyError when none."""
    return import_string(jenis_tugas(jenis).fungsi)


def jenis_pos(kode: str) -> JenisPos | None:
    """A kind of outgoing mail; None when it is not declared."""
    return next((p for i in semua_isi().values() for p in i.pos if p.kode == kode), None)


def jenis_tugas(jenis: str) -> JenisTugas:
    """A kind of job; KeyError when none."""
    return {t.jenis: t for i in semua_isi().values() for t in i.tugas}[jenis]


def aplikasi_tugas(jenis: str) -> str:
    """Label of the app that declares a kind of job; empty when none does."""
    return next((n for n, i in semua_isi().items() for t in i.tugas if t.jenis == jenis), "")


def balik_tugas(jenis: str) -> Callable[..., Any] | None:
    """The service that takes back one thing of a batch of this kind; None where there is none."""
    return import_string(balik) if (balik := jenis_tugas(jenis).balik) else None


def semua_periksa() -> list[BagianPeriksa]:
    """Parts of `periksa`, lower apps first."""
    return [p for i in semua_isi().values() for p in i.periksa]


def semua_turunan() -> list[Turunan]:
    """What was computed from the calendar of days off, lower apps first."""
    return [t for i in semua_isi().values() for t in i.turunan]


def semua_subjek() -> list[Subjek]:
    """What apps hold of people, lower apps first."""
    return [s for i in semua_isi().values() for s in i.subjek]


def semua_segel() -> dict[str, tuple[str, ...]]:
    """Columns sealed of each model besides the history tables."""
    return {s.model: tuple(s.kolom.split()) for i in semua_isi().values() for s in i.segel}


def jaga_tempat(tempat: Any, ke: Any) -> None:
    """Ask every app whether a place may move below `ke` (None: to the root). Raises AturanDilanggar."""
    for fungsi in _fungsi("jaga_tempat"):
        fungsi(tempat, ke)


def yang_beku(label: str, kunci: set[str]) -> dict[str, str]:
    """Of records named by label and keys those that concern an open request or a frozen person, each with why."""
    hasil: dict[str, str] = {}
    for fungsi in _fungsi("beku"):
        hasil |= fungsi(label, kunci)
    return hasil


def penerbit_surat() -> Callable[..., Any]:
    """The port for letters of lower apps, filled by the letter book.

    `penerbit_surat()(*, tanggal, tujuan, hal, klasifikasi, unit, penandatangan, data, snapshot, oleh)` gives the next
    number, draws `snapshot(nomor, kode)`, stores the print as the archive copy and returns the book's record, which
    bears `nomor`, `dokumen` and `get_absolute_url()`. `data(nomor)` says what the document says of itself. With `objek`
    the document is that record's, not the entry's; with `tunggal` its only valid one. Call it within a service.
    Raises LookupError when no letter book is installed.
    """
    for fungsi in _fungsi("penerbit_surat"):
        return fungsi
    raise LookupError("Buku surat belum terpasang.")


def pembatal_surat() -> Callable[..., Any]:
    """The port by which what `penerbit_surat` issued is cancelled: `(*, dokumen, alasan, oleh)`. Raises LookupError."""
    for fungsi in _fungsi("pembatal_surat"):
        return fungsi
    raise LookupError("Buku surat belum terpasang.")


def semua_templat_surat(mati: Collection[str] = ()) -> list[dict[str, Any]]:
    """Templates that apps give to the letter book, but for the apps named."""
    return [t for fungsi in _fungsi("templat_surat", mati) for t in fungsi()]


def semua_berkala(mati: Collection[str] = ()) -> list[Callable[[], Any]]:
    """What workers do from time to time, but for the apps named."""
    return _fungsi("berkala", mati)


def semua_harian(mati: Collection[str] = ()) -> list[Callable[[], Any]]:
    """What workers do once a day, but for the apps named."""
    return _fungsi("harian", mati)


def semua_hitung() -> dict[str, dict[str, str]]:
    """Questions that each app answers from its rules: app, name, dotted path of its function."""
    return {n: {f.rsplit(".", 1)[1]: f for f in i.hitung} for n, i in sorted(semua_isi().items()) if i.hitung}


def fungsi_hitung(app: str, nama: str) -> Callable[..., Any]:
    """The function of a question; KeyError when the app has none of that name."""
    return import_string(semua_hitung()[app][nama])


def semua_demo(bagian: str = "demo") -> list[Callable[..., Any]]:
    """Parts of the demonstration office in order; `demo_besar`: the fillers of `demo --besar`."""
    semua = sorted((d.urut, d.fungsi) for i in semua_isi().values() for d in getattr(i, bagian))
    return [import_string(fungsi) for _, fungsi in semua]


def _fungsi(bagian: str, mati: Collection[str] = ()) -> list[Callable[..., Any]]:
    return [import_string(f) for n, i in semua_isi().items() if n not in mati for f in getattr(i, bagian)]
