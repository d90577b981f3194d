"""Pages of declared papers: issue, print (again, with a reason), cancel, and many of a list in one PDF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from inti import registry
from inti.access import boleh, boleh_atau_usul, dengan_izin
from inti.documents.resmi import KertasResmi
from inti.forms.dasar import AlasanForm, CetakForm, FormObjek
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import Dokumen, JejakBaca, Pengguna
from inti.pages.dasar import Massal, kunci_dipilih, selesai, sudah_dikirim
from inti.pages.verba import Aksi, verb
from inti.permintaan import Permintaan
from inti.queries.dokumen import dokumen_berlaku, dokumen_kertas
from inti.services.dokumen import CETAK_ULANG
from inti.services.jejak import jejak_catat
from inti.services.kertas import kertas_batalkan, kertas_cetak, kertas_terbitkan
from inti.views.berkas import balasan_berkas

Kelas = type[KertasResmi]
TERBANYAK = 100  # papers in one PDF
BERLAKU = Dokumen.Keadaan.BERLAKU


def nama_rute(kertas: Kelas, rute: str, apa: str) -> str:
    """Full name of a paper's route: `apa` is terbit, cetak, batal or cetak_massal."""
    return f"{rute}_{kertas.kata.replace('-', '_')}_{apa}"


def rute_kertas(kertas: Iterable[Kelas], jalur: str, rute: str) -> list[URLPattern]:
    """Routes of a noun's papers: `jalur` is where its pages begin, `rute` the full name of its record's route.

    They stand before the record's tabs. Raises ImproperlyConfigured for a paper that no app's `isi.py` names.
    """
    hasil = []
    for k in kertas:
        if registry.semua_kertas().get(k.kode) is not k:
            raise ImproperlyConfigured(f"{k.__name__} belum disebut pada 'kertas' di isi.py aplikasinya.")
        semua: list[tuple[str, str, Any]] = []
        if "terbit" in k.izin:
            semua.append((f"<int:pk>/{k.kata}/", "terbit", _terbit(k)))
        if "batal" in k.izin:
            semua.append((f"<int:pk>/{k.kata}-batal/", "batal", _batal(k)))
        if "cetak" in k.izin:
            semua.append((f"<int:pk>/cetak-{k.kata}/", "cetak", _cetak(k)))
            semua.append((f"cetak-{k.kata}/", "cetak_massal", _cetak_massal(k, f"{rute}_daftar")))
        hasil += [path(jalur + ekor, view, name=nama_rute(k, rute, apa).split(":")[-1]) for ekor, apa, view in semua]
    return hasil


def aksi_kertas(
    pengguna: Pengguna, objek: Any, kertas: Iterable[Kelas], rute: str, *, utama: bool = True
) -> list[Aksi]:
    """Verbs on a record's papers that this user may do or propose now: issue, print or print again, cancel.

    With `utama` the first that brings a paper further (issue, first print) is the page's next step.
    """
    semua = list(kertas)
    if not semua:
        return []
    ada: dict[str, list[Any]] = {}
    for d in dokumen_kertas(objek, semua).filter(keadaan=BERLAKU):
        ada.setdefault(d.jenis, []).append(d)
    hasil = []
    for k in semua:
        milik = ada.get(k.kode, [])

        def ke(apa: str, k: Kelas = k) -> str:
            return reverse(nama_rute(k, rute, apa), args=[objek.pk])

        if milik and "batal" in k.izin and boleh_atau_usul(pengguna, k.izin["batal"]):
            hasil.append(Aksi(f"Batalkan {k.singkat}", ke("batal"), "x-circle", bahaya=True))
        if milik and "cetak" in k.izin and boleh(pengguna, k.izin["cetak"]):
            if len(milik) == 1 and not milik[0].banyak_cetak:
                hasil.append(
                    Aksi(f"Cetak {k.singkat}", ke("cetak"), "printer", utama, langsung=True, tab_baru=True, diri=True)
                )
                utama = False
            elif boleh(pengguna, CETAK_ULANG):
                hasil.append(Aksi(f"Cetak ulang {k.singkat}", ke("cetak"), "printer", diri=True))
        boleh_terbit = "terbit" in k.izin and boleh_atau_usul(pengguna, k.izin["terbit"])
        if boleh_terbit and not (milik and k.satu_saja) and k.ditawarkan(objek):
            hasil.append(Aksi(f"{k.kata_terbit[0]} {k.singkat}", ke("terbit"), "pencil-square", utama))
            utama = False
    return hasil


def massal_kertas(kertas: Iterable[Kelas], rute: str) -> tuple[Massal, ...]:
    """Bulk actions of a list: print the ticked records' papers into one PDF."""
    return tuple(
        Massal(f"Cetak {k.singkat}", nama_rute(k, rute, "cetak_massal"), k.izin["cetak"], "printer")
        for k in kertas
        if "cetak" in k.izin
    )


class _DenganDokumen(FormObjek):
    """Knows the record's valid papers (`berlaku`), and asks which one is meant where there are several."""

    kertas: ClassVar[Kelas]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kueri = dokumen_kertas(self.objek, [self.kertas]).filter(keadaan=BERLAKU)
        self.berlaku: list[Any] = list(kueri)
        if len(self.berlaku) > 1:
            pilihan = forms.ModelChoiceField(kueri, label="Dokumen", initial=self.berlaku[0], empty_label=None)
            self.fields = {"dokumen": pilihan, **self.fields}


class KertasCetakForm(_DenganDokumen, CetakForm):
    """A print: of the first nothing is asked, a further one needs its reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not any(d.banyak_cetak for d in self.berlaku):
            del self.fields["alasan"]
        else:
            self.fields["alasan"].help_text = "Misalnya: lembar pertama rusak."


class KertasBatalForm(_DenganDokumen, AlasanForm):
    """Cancelling: why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "alasan"
        ].help_text = "Lembar yang sudah dibagikan tidak berlaku lagi; nomornya tidak dipakai ulang."


def _form(dasar: type, k: Kelas) -> type:
    return type(f"{k.__name__}{dasar.__name__}", (dasar,), {"kertas": k})


def _terbit(k: Kelas) -> Any:
    def terbit(request: Permintaan, objek: Any) -> HttpResponse:
        hasil = kertas_terbitkan(objek=objek, kertas=k.kode, oleh=request.user)
        nomor = dokumen_berlaku([hasil], k)[hasil.pk].nomor
        return selesai(request, hasil, f"{k.sebutan} terbit{f' dengan nomor {nomor}' if nomor else ''}.")

    kata = k.kata_terbit[0]
    return verb(
        k.model,
        permission=k.izin["terbit"],
        judul=f"{kata} {k.singkat}",
        tombol=kata,
        template=k.template_terbit,
        hubungan=k.hubungan,
    )(terbit)


def _pastikan_boleh(request: Permintaan, k: Kelas) -> None:
    """A print is nothing that could wait as a proposal: it takes the right itself. Raises PermissionDenied."""
    if not boleh(request.user, k.izin["cetak"]):
        raise PermissionDenied


def _cetak(k: Kelas) -> Any:
    def cetak(request: Permintaan, objek: Any, form: Any) -> HttpResponse:
        _pastikan_boleh(request, k)
        return _pdf(request, k, [objek], form.cleaned_data)

    return verb(
        k.model,
        permission=k.izin["cetak"],
        form=_form(KertasCetakForm, k),
        judul=f"Cetak {k.singkat}",
        tombol="Cetak",
        template="inti/kertas_verba.html",
        hubungan=k.hubungan,
    )(cetak)


def _batal(k: Kelas) -> Any:
    def batal(request: Permintaan, objek: Any, form: Any) -> HttpResponse:
        hasil = kertas_batalkan(objek=objek, kertas=k.kode, oleh=request.user, **form.cleaned_data)
        return selesai(request, hasil, f"{k.sebutan} dibatalkan.")

    return verb(
        k.model,
        permission=k.izin["batal"],
        form=_form(KertasBatalForm, k),
        judul=f"Batalkan {k.singkat}",
        tombol="Batalkan",
        template="inti/kertas_verba.html",
        bahaya=True,
        hubungan=k.hubungan,
    )(batal)


def _cetak_massal(k: Kelas, daftar: str) -> Any:
    @dengan_izin(k.izin["cetak"], metode=("POST",))
    def cetak_massal(request: Permintaan) -> HttpResponse:
        """All ticked papers in one PDF; where some were printed before, the reason is asked for once."""
        _pastikan_boleh(request, k)
        pk = kunci_dipilih(request, terbanyak=TERBANYAK)
        kueri = k.model._default_manager.untuk(request.user).filter(pk__in=pk).order_by("pk")  # type: ignore[attr-defined]
        objek = list(kueri.select_related(*k.hubungan) if k.hubungan else kueri)
        try:
            return _pdf(request, k, objek, {"alasan": request.POST.get("alasan", "").strip()[:200]})
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            if galat.kode == "ALASAN_CETAK_ULANG":
                isi = {"judul": f"Cetak ulang {k.singkat}", "objek": objek, "kembali": reverse(daftar)}
                return render(request, "inti/cetak_ulang.html", isi, status=409)
            messages.error(request, galat.kalimat)
            return redirect(daftar)

    return cetak_massal


def _pdf(request: Permintaan, k: Kelas, objek: list[Any], isian: dict[str, Any]) -> HttpResponse:
    isi = kertas_cetak(objek=objek, kertas=k.kode, oleh=request.user, **isian)
    for satu in objek:
        jejak_catat(request, JejakBaca.Jenis.UNDUH, satu, k.singkat)
    nama = k.singkat if len(objek) == 1 else f"{len(objek)} {k.singkat}"
    return balasan_berkas(isi, f"{nama}.pdf", "application/pdf", buatan_sendiri=True)
