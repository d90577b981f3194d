"""After an import's check: headings mapped, bad rows mended, the stored batch looked at and taken back."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from inti import registry
from inti.access import MASUK, boleh, dengan_izin
from inti.formats import samar_angka_panjang
from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.jobs.impor import baca_perbaikan, simpan_data
from inti.models import BatchImpor, BerkasTersimpan, JejakBaca, Tugas
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_baca
from inti.services.impor import peta_judul_simpan
from inti.services.impor_rekam import impor_batalkan
from inti.services.jejak import jejak_catat
from inti.sheets.perbaikan import Perbaikan
from inti.views.impor import importir_untuk, tugas_untuk


def _periksa_lagi(request: Permintaan, tugas: Tugas, **tambahan: Any) -> HttpResponse:
    """Queue the check of the same file anew and go to it."""
    baru = tugas_antrekan(
        jenis="impor-periksa", judul=tugas.judul, oleh=request.user, argumen={**tugas.argumen, **tambahan}
    )
    return redirect("impor_hasil", jenis=tugas.argumen["jenis"], pk=baru.pk)


def _sebab_tak_batal(jenis: str) -> str:
    return str(registry.importir(jenis).sebab_tak_batal) or "Tidak ada data yang berubah oleh impor ini."


def _pemeriksaan(request: Permintaan, jenis: str, pk: UUID) -> Tugas:
    """One's own finished check; 404 for anything else."""
    tugas = tugas_untuk(request, jenis, pk)
    if tugas.jenis != "impor-periksa" or tugas.keadaan != Tugas.Keadaan.SELESAI or tugas.oleh_id != request.user.pk:
        raise Http404
    return tugas


@dengan_izin(MASUK, metode=("GET", "POST"))
def impor_petakan(request: Permintaan, jenis: str, pk: UUID) -> HttpResponse:
    """Say what unknown headings mean; it is kept for the next files of this kind."""
    kelas = importir_untuk(request, jenis)
    tugas = _pemeriksaan(request, jenis, pk)
    if request.mengusul:
        raise PermissionDenied  # the mapping holds for the whole office
    hasil = tugas.hasil or {}
    asing: list[str] = (hasil.get("petakan") or {}).get("asing") or hasil.get("kolom_asing", [])
    tiada: list[str] = (hasil.get("petakan") or {}).get("kurang") or hasil.get("kolom_tiada", [])
    if not asing:
        raise Http404
    pilihan = [(k.nama, k.judul) for k in kelas.kolom]
    galat = ""
    if request.method == "POST":
        peta = {judul: request.POST.get(f"k{n}", "") for n, judul in enumerate(asing)}
        try:
            peta_judul_simpan(jenis=jenis, peta=peta, oleh=request.user)
        except AturanDilanggar as salah:
            galat = salah.kalimat
        else:
            return _periksa_lagi(request, tugas)
    baris = [(n, judul, request.POST.get(f"k{n}", "")) for n, judul in enumerate(asing)]
    isi = {"judul": "Petakan judul kolom", "jenis": jenis, "tugas": tugas, "baris": baris, "tiada": tiada}
    return render(
        request, "inti/impor_petakan.html", isi | {"pilihan": pilihan, "galat": galat}, status=422 if galat else 200
    )


@dengan_izin(MASUK, metode=("GET", "POST"))
def impor_perbaiki(request: Permintaan, jenis: str, pk: UUID) -> HttpResponse:
    """Mend the bad rows of a checked file in the browser; the file is then checked anew with them."""
    kelas = importir_untuk(request, jenis)
    tugas = _pemeriksaan(request, jenis, pk)
    kunci = (tugas.hasil or {}).get("sel_galat")
    if not kunci:
        raise Http404
    baris = json.loads(berkas_baca(get_object_or_404(BerkasTersimpan, pk=kunci)))
    if request.method == "POST":
        baru = _yang_diperbaiki(request, kelas, baris)
        lama = baca_perbaikan(tugas.argumen.get("perbaikan", ""))
        semua = lama.dengan(baru) if lama else baru
        berkas = simpan_data(semua.sebagai_data(), "perbaikan.json", request.user, str(tugas.pk))
        return _periksa_lagi(request, tugas, perbaikan=berkas)
    jejak_catat(request, JejakBaca.Jenis.TAMPIL, tugas, f"baris galat impor {jenis}")
    isi = [
        {
            "nomor": n,
            "alasan": alasan,
            "sel": [(k, f"s-{n}-{k.nama}", s) for k, s in zip(kelas.kolom, sel, strict=True)],
        }
        for n, sel, alasan in baris
    ]
    return render(
        request,
        "inti/impor_perbaiki.html",
        {
            "judul": "Perbaiki baris",
            "jenis": jenis,
            "tugas": tugas,
            "baris": isi,
            "jumlah": (tugas.hasil or {}).get("ditolak", 0),
        },
    )


def _yang_diperbaiki(request: Permintaan, kelas: Any, baris: list[Any]) -> Perbaikan:
    ganti: dict[int, dict[str, str]] = {}
    lewati = set()
    for nomor, sel, _ in baris:
        if request.POST.get(f"lewati-{nomor}"):
            lewati.add(nomor)
            continue
        berubah = {
            k.nama: teks
            for k, lama in zip(kelas.kolom, sel, strict=True)
            if (teks := request.POST.get(f"s-{nomor}-{k.nama}", lama)[:2000]) != lama
        }
        if berubah:
            ganti[nomor] = berubah
    return Perbaikan(ganti, frozenset(lewati))


@dengan_izin(MASUK, metode=("GET", "POST"))
def impor_batch(request: Permintaan, jenis: str, pk: int) -> HttpResponse:
    """A stored import: its figures and findings; POST takes it back as a whole where its kind allows that."""
    terdaftar = registry.semua_importir().get(jenis)
    if terdaftar is None:
        raise Http404
    if not boleh(request.user, terdaftar.izin):
        raise PermissionDenied
    batch = get_object_or_404(BatchImpor.objects.select_related("oleh"), pk=pk, jenis=jenis)
    galat = ""
    if request.method == "POST":
        try:
            batch = impor_batalkan(batch=batch, oleh=request.user)
        except AturanDilanggar as salah:
            galat = salah.kalimat
        else:
            messages.success(request, f"Impor dibatalkan: {batch.laporan['kembali']} data kembali seperti semula.")
            return redirect("impor_batch", jenis=jenis, pk=pk)
    sisa = [(samar_angka_panjang(sebutan), pesan) for _, _, sebutan, pesan in batch.laporan.get("sisa", [])]
    dapat = bool(batch.laporan.get("perbuatan")) and batch.status != BatchImpor.Status.DIBATALKAN
    return render(
        request,
        "inti/impor_batch.html",
        {
            "judul": batch.nama_berkas,
            "jenis": jenis,
            "batch": batch,
            "sisa": sisa,
            "dapat_dibatalkan": dapat,
            "sebab_tak_batal": "" if dapat or batch.status == BatchImpor.Status.DIBATALKAN else _sebab_tak_batal(jenis),
            "galat": galat,
        },
        status=409 if galat else 200,
    )
