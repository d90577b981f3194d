"""The agenda book of a period on the page, on paper and as a workbook; the disposition sheet of a letter."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from arsip.documents.agenda import buku_pdf
from arsip.documents.lembar import lembar_pdf
from arsip.forms.masuk import PeriodeForm
from arsip.models import SuratMasuk
from arsip.queries.disposisi import rantai
from arsip.queries.masuk import BUKU_TERBANYAK, buku_agenda
from arsip.sheets.masuk import JUDUL_BUKU, baris_buku, baris_srikandi
from inti.access import boleh, dengan_izin
from inti.models import JejakBaca
from inti.pages import objek_atau_404
from inti.permintaan import Permintaan
from inti.services.ekspor import balasan_ekspor
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

TAMPIL = 200


@dengan_izin("arsip.ekspor_suratmasuk")
def agenda_masuk(request: Permintaan) -> HttpResponse:
    """Choose a period, look, print or take away."""
    mulai, sampai = PeriodeForm.bawaan()
    diisi = "mulai" in request.GET or "sampai" in request.GET
    form = PeriodeForm(request.GET if diisi else None, initial={"mulai": mulai, "sampai": sampai})
    sah = not diisi or form.is_valid()
    if diisi and sah:
        mulai, sampai = form.cleaned_data["mulai"], form.cleaned_data["sampai"]
    baris = buku_agenda(request.user, mulai, sampai) if sah else []
    bentuk = request.GET.get("bentuk", "") if sah else ""
    if bentuk == "xlsx":
        return balasan_ekspor(
            request, nama="buku-agenda-masuk", judul=JUDUL_BUKU, baris=baris_buku(baris), bentuk="xlsx"
        )
    if bentuk == "srikandi" and boleh(request.user, "arsip.kelola_kantor"):
        masa = SuratMasuk.objects.untuk(request.user).filter(diterima__gte=mulai, diterima__lte=sampai).order_by("id")
        judul, isi_lembar = baris_srikandi(masa)
        return balasan_ekspor(request, nama="srikandi-masuk", judul=judul, baris=isi_lembar, bentuk="xlsx")
    if bentuk == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"buku agenda surat masuk: {len(baris)} baris, pdf")
        isi = buku_pdf(baris, mulai, sampai, oleh=request.user)
        return balasan_berkas(isi, "buku agenda surat masuk.pdf", "application/pdf", buatan_sendiri=True)
    isi_halaman = {
        "judul": "Buku agenda surat masuk",
        "form": form,
        "mulai": mulai,
        "sampai": sampai,
        "baris": baris[:TAMPIL],
        "banyak": len(baris),
        "penuh": len(baris) >= BUKU_TERBANYAK,
        "sah": sah,
    }
    return render(request, "arsip/agenda_masuk.html", isi_halaman, status=200 if sah else 422)


@dengan_izin("arsip.view_disposisi")
def suratmasuk_lembar(request: Permintaan, pk: int) -> HttpResponse:
    """The office's disposition sheet, as far as the chain has come."""
    surat: SuratMasuk = objek_atau_404(
        request, SuratMasuk, pk, hubungan=("nomor", "ditujukan_kepada", "unit", "dicatat_oleh")
    )
    jejak_catat(request, JejakBaca.Jenis.UNDUH, surat, "lembar disposisi")
    isi = lembar_pdf(surat, rantai(surat), oleh=request.user)
    return balasan_berkas(isi, "lembar disposisi.pdf", "application/pdf", buatan_sendiri=True)
