"""Filing: the daily page, many into a box at once, what failed to be archived, labels of records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from arsip.columns.rekam import BerkasColumns, SuratBelumColumns
from arsip.documents.boks import gambar_label, label_berkas
from arsip.filters.rekam import GagalFilter, SuratBelumFilter
from arsip.forms.boks import LabelForm
from arsip.forms.rekam import PeristiwaForm, SimpanSuratForm, TempatkanForm
from arsip.models import BerkasArsip, SuratKeluar, SuratMasuk
from arsip.queries.rekam import batas_arsip, belum_ditempatkan, surat_belum
from arsip.services import rekam as services
from arsip.views.bersama import TERBANYAK, berkas_dipilih, kerjakan, pdf
from arsip.views.rekam import DAFTAR, LIHAT, TEMPATKAN, UBAH
from inti.access import dengan_izin
from inti.pages import Daftar, Massal, selesai, verb
from inti.pages.dasar import kunci_dipilih
from inti.permintaan import Permintaan

BELUM = "arsip:berkas_belum"
TAMBAH = "arsip.add_berkasarsip"


@dengan_izin(TEMPATKAN, metode=("GET", "POST"))
def berkas_belum(request: Permintaan) -> HttpResponse:
    """The daily page: pick a box, tick what goes into it, save; what is left stays on the page."""
    form = TempatkanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        dipilih = berkas_dipilih(request)
        if form.is_valid() and dipilih:
            return _tempatkan(request, dipilih, form, BELUM)
        messages.error(request, "Pilih boks dan centang arsip yang masuk ke dalamnya.")
    kueri = belum_ditempatkan(request.user)
    baris = list(kueri.select_related("jenis", "unit").order_by("jenis__urutan", "urut_kode", "pk")[:TERBANYAK])
    return render(
        request,
        "arsip/berkas_belum.html",
        {"judul": "Menempatkan arsip", "form": form, "baris": baris, "lagi": max(0, kueri.count() - len(baris))},
    )


@dengan_izin(TEMPATKAN, metode=("POST",))
def berkas_tempatkan(request: Permintaan) -> HttpResponse:
    """Ticked records of a list into a box: asks which, then does it."""
    return _massal(
        request,
        TempatkanForm,
        "Tempatkan arsip",
        "Tempatkan",
        lambda dipilih, form: _tempatkan(request, dipilih, form, "arsip:berkas_daftar"),
    )


@dengan_izin(UBAH, metode=("POST",))
def berkas_peristiwa_banyak(request: Permintaan) -> HttpResponse:
    """The same event for many records: a budget year's end, a case's end."""

    def catat(dipilih: list[BerkasArsip], form: Any) -> HttpResponse:
        return kerjakan(
            request,
            lambda: services.peristiwa_catat(berkas=dipilih, tanggal=form.cleaned_data["tanggal"], oleh=request.user),
            pesan=f"Peristiwa {len(dipilih)} arsip dicatat.",
            kembali="arsip:berkas_daftar",
            lanjut="arsip:berkas_daftar",
        )

    return _massal(request, PeristiwaForm, "Catat peristiwa retensi", "Catat", catat)


@dengan_izin(LIHAT, metode=("POST",))
def berkas_label(request: Permintaan) -> HttpResponse:
    """Labels of ticked records: asks which sheet, then gives the PDF."""

    def cetak(dipilih: list[BerkasArsip], form: Any) -> HttpResponse:
        isi = gambar_label(label_berkas(dipilih), form.cleaned_data["lembar"], mulai=form.cleaned_data["mulai"])
        return pdf(request, isi, "label arsip")

    return _massal(request, LabelForm, "Cetak label arsip", "Cetak label", cetak)


def _massal(request: Permintaan, kelas: Any, judul: str, tombol: str, lanjut: Any) -> HttpResponse:
    dipilih = berkas_dipilih(request)
    if not dipilih:
        messages.error(request, "Belum ada arsip yang dicentang.")
        return redirect("arsip:berkas_daftar")
    form = kelas(request.POST if "lanjutkan" in request.POST else None)
    if form.is_bound and form.is_valid():
        return lanjut(dipilih, form)
    isi = {"judul": judul, "tombol": tombol, "form": form, "dipilih": dipilih, "daftar": DAFTAR}
    return render(request, "arsip/pilihan_massal.html", isi, status=422 if form.is_bound else 200)


def _tempatkan(request: Permintaan, dipilih: list[BerkasArsip], form: Any, kembali: str) -> HttpResponse:
    tempat = form.cleaned_data["tempat"]
    return kerjakan(
        request,
        lambda: services.berkas_arsip_tempatkan(berkas=dipilih, tempat=tempat, oleh=request.user),
        pesan=f"{len(dipilih)} arsip ditempatkan di {tempat.nama}.",
        kembali=kembali,
        lanjut=kembali,
    )


class GagalDaftar(Daftar):
    """Records that lie nowhere longer than the office allows."""

    model, columns, filters, permission = BerkasArsip, BerkasColumns, GagalFilter, LIHAT
    judul, urut_awal = "Belum ditempatkan lewat batas", "tanggal"
    cari_di, cari_petunjuk = ("nomor", "uraian"), "Kode atau uraian"
    keterangan = "Arsip yang sudah dicatat tetapi belum mempunyai tempat. Batas harinya ada pada Parameter arsip."
    tautan = (("Surat belum diarsipkan", "paper-airplane", "arsip:surat_belum", LIHAT),)
    massal = (Massal("Tempatkan", "arsip:berkas_tempatkan", TEMPATKAN, "inbox-arrow-down", utama=True),)
    ekspor_izin = LIHAT
    kosong = ("Tidak ada yang lewat batas", "Semua arsip sudah mempunyai tempat dalam batas waktunya.")

    def kueri(self, request: Permintaan) -> Any:
        """Past the limit, or past the one chosen."""
        kueri = belum_ditempatkan(request.user)
        return kueri if request.GET.get("lewat") else kueri.filter(tanggal__lt=batas_arsip(timezone.localdate()))


class SuratBelumDaftar(Daftar):
    """Letters out that nobody archived."""

    model, columns, filters, permission = SuratKeluar, SuratBelumColumns, SuratBelumFilter, LIHAT
    judul, urut_awal = "Surat belum diarsipkan", "tanggal"
    cari_di, cari_petunjuk = ("nomor__teks", "hal"), "Nomor atau hal"
    keterangan = "Surat keluar yang terbit lewat batas hari dan belum menjadi arsip."
    tautan = (("Belum ditempatkan", "inbox-stack", "arsip:berkas_gagal", LIHAT),)
    massal = (Massal("Arsipkan", "arsip:surat_arsipkan", "arsip.add_berkasarsip", "archive-box", utama=True),)
    ekspor_izin = LIHAT
    kosong = ("Tidak ada yang tertinggal", "Semua surat keluar sudah diarsipkan dalam batas waktunya.")

    def kueri(self, request: Permintaan) -> Any:
        """Past the limit, or past the one chosen."""
        kueri = surat_belum(request.user)
        return kueri if request.GET.get("lewat") else kueri.filter(tanggal__lt=batas_arsip(timezone.localdate()))

    def lengkapi(self, baris: Iterable[Any]) -> None:
        """How long each waits."""
        hari: dt.date = timezone.localdate()
        for s in baris:
            s.umur_hari = (hari - s.tanggal).days


@dengan_izin("arsip.add_berkasarsip", metode=("POST",))
def surat_arsipkan(request: Permintaan) -> HttpResponse:
    """Ticked letters become records, to be filed afterwards."""
    pk = kunci_dipilih(request, terbanyak=TERBANYAK)
    surat = list(surat_belum(request.user).filter(pk__in=pk).select_related("nomor", "unit").order_by("tanggal", "pk"))
    return kerjakan(
        request,
        lambda: services.surat_arsipkan(surat=surat, oleh=request.user),
        pesan=f"{len(surat)} surat diarsipkan. Tempatkan di boksnya.",
        kembali="arsip:surat_belum",
        lanjut="arsip:surat_belum",
    )


@verb(SuratKeluar, permission=TAMBAH, form=SimpanSuratForm, judul="Simpan dalam arsip", hubungan=("nomor", "unit"))
def suratkeluar_simpan(request: Permintaan, surat: SuratKeluar, form: SimpanSuratForm) -> HttpResponse:
    """File a letter out."""
    hasil = services.surat_keluar_simpan(surat=surat, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Surat tersimpan dalam arsip.")


@verb(SuratMasuk, permission=TAMBAH, form=SimpanSuratForm, judul="Simpan dalam arsip", hubungan=("nomor", "unit"))
def suratmasuk_simpan(request: Permintaan, surat: SuratMasuk, form: SimpanSuratForm) -> HttpResponse:
    """File a letter in."""
    hasil = services.surat_masuk_simpan(surat=surat, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Surat tersimpan dalam arsip.")
