"""Merge many sheets: upload, progress, what was skipped and why, the workbook for who asked for it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from inti.access import dengan_izin
from inti.jobs import tugas_antrekan
from inti.models import BerkasTersimpan, JejakBaca, Tugas
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_baca, berkas_simpan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from inti.views.impor import TERBESAR, UMUM

IZIN, JENIS = "inti.gabung_lembar", "gabung-lembar"


@dengan_izin(IZIN, metode=("GET", "POST"))
def gabung_lembar(request: Permintaan) -> HttpResponse:
    """Upload files; the merge runs in the background."""
    galat = ""
    milik = Tugas.objects.filter(jenis=JENIS, oleh=request.user)
    if request.method == "POST":
        unggahan = request.FILES.getlist("berkas")
        kunci = request.POST.get("kunci_kirim", "")[:64]
        if kunci and (ada := milik.filter(argumen__kunci=kunci).first()) is not None:
            return redirect(ada)  # the same form again
        if not unggahan:
            galat = "Pilih berkas lebih dahulu."
        elif sum(u.size or 0 for u in unggahan) > TERBESAR:
            galat = "Semua berkas bersama lebih dari 100 MB. Bagi menjadi beberapa kiriman."
        else:
            with transaction.atomic():
                berkas = [
                    berkas_simpan(isi=u.read(), nama=u.name or "berkas", jenis_isi=UMUM, oleh=request.user)
                    for u in unggahan
                ]
                judul = (
                    f"Menggabungkan {berkas[0].nama_asli}"
                    if len(berkas) == 1
                    else f"Menggabungkan {len(berkas)} berkas"
                )
                tugas = tugas_antrekan(
                    jenis=JENIS,
                    judul=judul,
                    argumen={"berkas": [str(b.pk) for b in berkas], "kunci": kunci},
                    oleh=request.user,
                )
            return redirect(tugas)
    isi = {"judul": "Gabung lembar", "galat": galat, "terdahulu": list(milik[:10])}
    return render(request, "inti/gabung.html", isi, status=422 if galat else 200)


def _milik(request: Permintaan, pk: UUID) -> Tugas:
    return get_object_or_404(Tugas, pk=pk, jenis=JENIS, oleh=request.user)


@dengan_izin(IZIN)
def gabung_hasil(request: Permintaan, pk: UUID) -> HttpResponse:
    """Figures and what was skipped; the job's own page until it has ended."""
    tugas = _milik(request, pk)
    if tugas.keadaan != Tugas.Keadaan.SELESAI:
        return redirect(tugas)
    return render(request, "inti/gabung_hasil.html", {"judul": tugas.judul, "tugas": tugas, "hasil": tugas.hasil})


@dengan_izin(IZIN)
def gabung_unduh(request: Permintaan, pk: UUID) -> HttpResponse:
    """The workbook, for its owner only; logged as an export, for it may hold whole numbers."""
    tugas = _milik(request, pk)
    buku = (tugas.hasil or {}).get("buku")
    if not buku:
        raise Http404
    berkas = get_object_or_404(BerkasTersimpan, pk=buku, pemilik_label="inti.tugas", pemilik_id=str(tugas.pk))
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, tugas, "gabungan lembar, xlsx")
    return balasan_berkas(berkas_baca(berkas), berkas.nama_asli, berkas.jenis_isi)
