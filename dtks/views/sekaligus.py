"""Many at once: paste a list, see all answers on one screen, take those that may be accepted, print all letters."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dtks.columns.layanan import SekaligusColumns
from dtks.forms.sekaligus import BersamaForm, DaftarForm
from dtks.models import Sekaligus, SuratRekomendasi
from dtks.queries.aturan import syarat_pada
from dtks.queries.penilaian import hari_ini
from dtks.queries.sekaligus import isi_daftar, surat_dari
from dtks.services import sekaligus as services
from dtks.services.surat import surat_cetak
from inti.access import boleh, dengan_izin
from inti.formats import baca_bilangan
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.jobs import tugas_antrekan
from inti.models import JejakBaca
from inti.pages import Daftar, objek_atau_404
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

LIHAT, BUAT = "dtks.view_sekaligus", "dtks.add_sekaligus"


class SekaligusDaftar(Daftar):
    model, columns, permission, judul = Sekaligus, SekaligusColumns, LIHAT, "Pemeriksaan sekaligus"
    urut_awal = "-waktu"
    cari_di, cari_petunjuk = ("nama",), "Dari siapa"
    tambah = ("Tempel daftar NIK", "dtks:sekaligus_baru", BUAT)
    ekspor_izin = "dtks.ekspor_individu"
    kosong = ("Belum ada daftar", "Tempel sampai 500 NIK dari desa atau rumah sakit untuk diperiksa sekaligus.")


@dengan_izin(BUAT, metode=("GET", "POST"))
def sekaligus_baru(request: Permintaan) -> HttpResponse:
    """Paste; the numbers go by POST and appear in no address."""
    form = DaftarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.sekaligus_periksa(oleh=request.user, **form.cleaned_data)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            jejak_catat(request, JejakBaca.Jenis.CARI, hasil, f"{hasil.baris.count()} NIK sekaligus")
            return redirect(hasil)
    isi = {"judul": "Periksa banyak NIK sekaligus", "form": form}
    return render(request, "dtks/sekaligus_baru.html", isi, status=422 if form.errors else 200)


@dengan_izin(LIHAT)
def sekaligus(request: Permintaan, pk: int) -> HttpResponse:
    """All answers on one screen."""
    objek = objek_atau_404(request, Sekaligus, pk, hubungan=("oleh",))
    return _layar(request, objek, _form(objek))


def _form(objek: Sekaligus, data: Any = None) -> BersamaForm:
    return BersamaForm(data, jenis=objek.jenis, syarat=syarat_pada(objek.jenis, hari_ini()))


def _layar(request: Permintaan, objek: Sekaligus, form: BersamaForm, status: int = 200) -> HttpResponse:
    return render(
        request,
        "dtks/sekaligus.html",
        {
            "judul": objek.nama,
            "objek": objek,
            "form": form,
            "dipilih": set(request.POST.getlist("pilih")) if request.method == "POST" else None,
            "boleh_buat": boleh(request.user, BUAT),
            "boleh_setujui": boleh(request.user, "dtks.setujui_suratrekomendasi"),
            "boleh_cetak": boleh(request.user, "dtks.cetak_suratrekomendasi"),
            **isi_daftar(objek),
        },
        status=status,
    )


@dengan_izin(BUAT, metode=("POST",))
def sekaligus_terima(request: Permintaan, pk: int) -> HttpResponse:
    """Take those ticked as requests, in the background: a letter each waits for approval."""
    objek = objek_atau_404(request, Sekaligus, pk, hubungan=("unit", "oleh"))
    form = _form(objek, request.POST)
    if not form.is_valid():
        return _layar(request, objek, form, 422)
    terbaca = [baca_bilangan(p, paling_panjang=4) for p in request.POST.getlist("pilih")[:600]]
    pilih = [n for n in terbaca if n is not None]
    try:
        services.sekaligus_pilih(
            sekaligus=objek, pilih=pilih, isian=form.isian(), berkas_ada=form.berkas_ada(), oleh=request.user
        )
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        beri_galat(form, galat)
        return _layar(request, objek, form, 409)
    return _tugas(request, objek, "dtks-sekaligus-terima", "Mencatat permohonan", len(pilih))


@dengan_izin("dtks.setujui_suratrekomendasi", metode=("POST",))
def sekaligus_setujui(request: Permintaan, pk: int) -> HttpResponse:
    """Approve all letters of the list that wait, in the background."""
    objek = objek_atau_404(request, Sekaligus, pk)
    menunggu = surat_dari(objek).filter(status=SuratRekomendasi.Status.MENUNGGU).count()
    return _tugas(request, objek, "dtks-sekaligus-setujui", "Menyetujui surat", menunggu)


@dengan_izin(BUAT, metode=("POST",))
def sekaligus_cetak(request: Permintaan, pk: int) -> HttpResponse:
    """All approved letters of the list in one PDF, in the order of the list."""
    objek = objek_atau_404(request, Sekaligus, pk)
    surat = list(surat_dari(objek).filter(status=SuratRekomendasi.Status.DISETUJUI))
    try:
        isi, jumlah = surat_cetak(surat=surat, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect(objek)
    return balasan_berkas(isi, f"{jumlah} surat rekomendasi.pdf", "application/pdf", buatan_sendiri=True)


def _tugas(request: Permintaan, objek: Sekaligus, jenis: str, judul: str, jumlah: int) -> HttpResponse:
    tugas = tugas_antrekan(
        jenis=jenis,
        judul=f"{judul}: {objek.nama}",
        argumen={"sekaligus": objek.pk},
        oleh=request.user,
        jumlah=jumlah,
    )
    return redirect(tugas)
