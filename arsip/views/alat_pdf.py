"""The PDF tools: four small forms on one page. They change no record; the result goes to whoever sent the files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from arsip.forms.alat_pdf import ALAT, AlatForm
from arsip.models import SuratMasuk
from arsip.queries.pengenalan import program_pengenal, surat_tanpa_teks
from inti.access import dengan_izin
from inti.jobs import tugas_antrekan
from inti.models import BerkasTersimpan, JejakBaca, Tugas
from inti.olah.induk import TakTerolah, olah
from inti.pages import objek_atau_404
from inti.permintaan import Permintaan
from inti.services.berkas import MB, berkas_baca, berkas_simpan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

IZIN, JENIS, JENIS_KENALI = "arsip.olah_teksberkas", "alat-pdf", "kenali-tulisan"
LANGSUNG = 20 * MB  # more is done in the background


@dengan_izin(IZIN)
def alat_pdf(request: Permintaan) -> HttpResponse:
    return _halaman(request)


@dengan_izin(IZIN, metode=("GET", "POST"))
def alat_pdf_kerjakan(request: Permintaan, macam: str) -> HttpResponse:
    """Do it: the result at once, or for large files a job with its progress."""
    if macam not in ALAT:
        raise Http404
    if request.method != "POST":
        return redirect("arsip:alat_pdf")
    form = ALAT[macam](request.POST, request.FILES)
    if not form.is_valid():
        return _halaman(request, form)
    berkas = form.cleaned_data["berkas"]
    if sum(len(isi) for _, isi, _ in berkas) > LANGSUNG:
        return _antrekan(request, form)
    try:
        hasil = olah(macam, berkas, form.isian())
    except TakTerolah as galat:
        if galat.kode == "BANYAK_HALAMAN":
            return _antrekan(request, form)
        form.add_error(galat.bidang if galat.bidang in form.fields else None, galat.kalimat)
        return _halaman(request, form)
    return balasan_berkas(hasil.isi, hasil.nama, hasil.jenis)


def _antrekan(request: Permintaan, form: AlatForm) -> HttpResponse:
    """Queue it once, however often the form is sent."""
    kunci = request.POST.get("kunci_kirim", "")[:64]
    milik = Tugas.objects.filter(jenis=JENIS, oleh=request.user)
    if kunci and (ada := milik.filter(argumen__kunci=kunci).first()) is not None:
        return redirect(ada)
    with transaction.atomic():
        tersimpan = [
            berkas_simpan(isi=isi, nama=nama, jenis_isi=jenis, oleh=request.user)
            for nama, isi, jenis in form.cleaned_data["berkas"]
        ]
        argumen = {"macam": form.macam, "berkas": [str(b.pk) for b in tersimpan], "isian": form.isian(), "kunci": kunci}
        tugas = tugas_antrekan(jenis=JENIS, judul=f"{form.judul} PDF", argumen=argumen, oleh=request.user)
    return redirect(tugas)


@dengan_izin(IZIN)
def alat_pdf_hasil(request: Permintaan, pk: UUID) -> HttpResponse:
    """The result of a job, for its owner only."""
    tugas = get_object_or_404(Tugas, pk=pk, jenis=JENIS, oleh=request.user)
    if tugas.keadaan != Tugas.Keadaan.SELESAI:
        return redirect(tugas)
    hasil = (tugas.hasil or {}).get("hasil")
    berkas = get_object_or_404(BerkasTersimpan, pk=hasil, pemilik_label="inti.tugas", pemilik_id=str(tugas.pk))
    jejak_catat(request, JejakBaca.Jenis.UNDUH, berkas)
    return balasan_berkas(berkas_baca(berkas), berkas.nama_asli, berkas.jenis_isi)


@dengan_izin(IZIN, metode=("GET", "POST"))
def alat_pdf_kenali(request: Permintaan, pk: int) -> HttpResponse:
    """Recognise the writing in a letter's scans, in the background."""
    if request.method != "POST":
        return redirect("arsip:alat_pdf")
    surat: SuratMasuk = objek_atau_404(request, SuratMasuk, pk, hubungan=("nomor",))
    if program_pengenal() is None:
        messages.error(request, "Pengenal tulisan belum terpasang. Hubungi administrator.")
        return redirect("arsip:alat_pdf")
    jalan = Tugas.objects.filter(jenis=JENIS_KENALI, argumen__surat=surat.pk)
    ada = jalan.filter(keadaan__in=[Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN], oleh=request.user).first()
    return redirect(
        ada
        or tugas_antrekan(
            jenis=JENIS_KENALI, judul=f"Mengenali tulisan {surat}", argumen={"surat": surat.pk}, oleh=request.user
        )
    )


def _halaman(request: Permintaan, salah: AlatForm | None = None) -> HttpResponse:
    alat = [salah if salah is not None and salah.macam == k else f() for k, f in ALAT.items()]
    isi: dict[str, Any] = {
        "judul": "Alat PDF",
        "alat": alat,
        "form": salah,
        "terdahulu": Tugas.objects.filter(jenis=JENIS, oleh=request.user)[:5],
        "pengenal": program_pengenal() is not None,
        "tanpa_teks": surat_tanpa_teks(request.user) if request.user.has_perm("arsip.view_suratmasuk") else [],
    }
    return render(request, "arsip/alat_pdf.html", isi, status=422 if salah is not None else 200)
