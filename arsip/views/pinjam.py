"""Loans: the list, one loan, and its verbs."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from arsip.columns.boks import PinjamColumns
from arsip.documents.pinjam import PINJAMKAN, SuratTagihan, lembar_pinjam
from arsip.filters.boks import PinjamFilter
from arsip.forms.pinjam import KembaliForm, MintaForm, PerpanjangForm, PinjamkanForm, SerahkanForm
from arsip.models import BerkasArsip, Peminjaman
from arsip.rules.musnah import JAUH
from arsip.services import pinjam as services
from arsip.views.bersama import pdf
from inti.access import boleh, dengan_izin
from inti.formats import tanggal_panjang
from inti.forms.dasar import AlasanForm
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404, selesai, verb
from inti.pages.kertas import massal_kertas
from inti.permintaan import Permintaan

LIHAT, MINTA = "arsip.view_peminjaman", "arsip.minta_pinjam"
DAFTAR = ("Peminjaman", "arsip:pinjam_daftar")
ORANG = ("nomor", "berkas__jenis", "berkas__tempat", "berkas__unit", "peminjam")
S = Peminjaman.Status


class PinjamDaftar(Daftar):
    model, columns, filters, permission = Peminjaman, PinjamColumns, PinjamFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Peminjaman arsip", "-id", LIHAT
    cari_di, cari_petunjuk = ("nomor__teks", "berkas__nomor", "peminjam__nama", "nama"), "Nomor, berkas, atau peminjam"
    tampilan = (("Diminta", "status=diminta"), ("Di luar", "status=dipinjam"), ("Terlambat kembali", "tempo=lewat"))
    massal = massal_kertas((SuratTagihan,), "arsip:pinjam")
    kosong = ("Belum ada peminjaman", "Buka sebuah berkas arsip, lalu pinjamkan atau minta pinjam dari sana.")


class PinjamRincian(Rincian):
    model, permission, daftar = Peminjaman, LIHAT, DAFTAR
    hubungan = (*ORANG, "diminta_oleh", "tagihan__nomor", "tagihan__dokumen")
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/pinjam_ringkasan.html"),)
    cetak, cetak_rute = (SuratTagihan,), "arsip:pinjam"

    def isi(self, request: Permintaan, objek: Peminjaman, bagian: str) -> dict[str, Any]:
        """How late it is."""
        return {"lewat": objek.lewat(timezone.localdate()), "jauh": JAUH}

    def aksi(self, request: Permintaan, objek: Peminjaman) -> list[Any]:
        """Verbs for the state and the user."""

        def ke(nama: str) -> str:
            return reverse(f"arsip:pinjam_{nama}", args=[objek.pk])

        hasil = []
        if objek.dipinjam_pada:
            hasil.append(Aksi("Lembar pinjam", ke("lembar"), "printer"))
        if not boleh(request.user, PINJAMKAN):
            return hasil
        if objek.status == S.DIMINTA:
            hasil += [
                Aksi("Tolak", ke("tolak"), "x-circle", bahaya=True),
                Aksi("Serahkan", ke("serahkan"), "check", utama=True),
            ]
        elif objek.status == S.DIPINJAM:
            hasil.append(Aksi("Perpanjang", ke("perpanjang"), "calendar"))
            hasil.append(Aksi("Terima kembali", ke("kembali"), "arrow-uturn-left", utama=True))
        return hasil


@verb(
    BerkasArsip, permission=MINTA, form=MintaForm, judul="Minta pinjam", tombol="Kirim permintaan",
    template="arsip/pinjam_verba.html", hubungan=("jenis", "tempat"),
)  # fmt: skip
def berkas_minta(request: Permintaan, berkas: BerkasArsip, form: MintaForm) -> HttpResponse:
    """Ask for it oneself."""
    hasil = services.pinjam_minta(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Permintaan dikirim ke pengelola arsip.")


@verb(
    BerkasArsip, permission=PINJAMKAN, form=PinjamkanForm, judul="Pinjamkan arsip", tombol="Pinjamkan",
    template="arsip/pinjam_verba.html", hubungan=("jenis", "tempat"),
)  # fmt: skip
def berkas_pinjamkan(request: Permintaan, berkas: BerkasArsip, form: PinjamkanForm) -> HttpResponse:
    """Hand it out at the desk."""
    hasil = services.pinjam_catat(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Dipinjamkan. Cetak lembar pinjam dan taruh di tempat arsip ini.")


@verb(Peminjaman, permission=PINJAMKAN, form=SerahkanForm, judul="Serahkan arsip", tombol="Serahkan", hubungan=ORANG)
def pinjam_serahkan(request: Permintaan, pinjam: Peminjaman, form: SerahkanForm) -> HttpResponse:
    """Hand out what was asked for."""
    hasil = services.pinjam_serahkan(pinjam=pinjam, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, f"Diserahkan; kembali paling lambat {tanggal_panjang(hasil.jatuh_tempo)}.")


@verb(Peminjaman, permission=PINJAMKAN, form=AlasanForm, judul="Tolak permintaan", tombol="Tolak", bahaya=True)
def pinjam_tolak(request: Permintaan, pinjam: Peminjaman, form: AlasanForm) -> HttpResponse:
    """Refuse with a reason."""
    hasil = services.pinjam_tolak(pinjam=pinjam, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Permintaan ditolak; peminta diberi tahu.")


@verb(Peminjaman, permission=PINJAMKAN, form=PerpanjangForm, judul="Perpanjang peminjaman", tombol="Perpanjang")
def pinjam_perpanjang(request: Permintaan, pinjam: Peminjaman, form: PerpanjangForm) -> HttpResponse:
    """A later day."""
    hasil = services.pinjam_perpanjang(pinjam=pinjam, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, f"Diperpanjang sampai {tanggal_panjang(hasil.jatuh_tempo)}.")


@verb(Peminjaman, permission=PINJAMKAN, form=KembaliForm, judul="Terima kembali", tombol="Terima kembali")
def pinjam_kembali(request: Permintaan, pinjam: Peminjaman, form: KembaliForm) -> HttpResponse:
    """It is back."""
    hasil = services.pinjam_kembalikan(pinjam=pinjam, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Arsip kembali. Taruh di tempatnya semula.")


@dengan_izin(LIHAT)
def pinjam_lembar(request: Permintaan, pk: int) -> HttpResponse:
    """The slip as PDF."""
    pinjam = objek_atau_404(request, Peminjaman, pk, hubungan=ORANG)
    return pdf(request, lembar_pinjam(pinjam, request.user), f"lembar {pinjam.nomor.teks.replace('/', '-')}", pinjam)
