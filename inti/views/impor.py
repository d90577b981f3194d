"""The import page: upload, preview with all errors at once, save the good rows, take the bad ones away as a workbook."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from inti import registry
from inti.access import MASUK, boleh, dengan_izin, izin_usul
from inti.galat import AturanDilanggar, SudahDikirim
from inti.gerbang.pengajuan import mulai_sunting, mulai_usulan
from inti.jobs import tugas_antrekan, tugas_batalkan
from inti.models import BatchImpor, BerkasTersimpan, JejakBaca, Tugas
from inti.pages.dasar import sudah_dikirim
from inti.panggilan import dari_data
from inti.permintaan import Permintaan
from inti.queries.kalender import turunan_basi
from inti.services.berkas import berkas_baca, berkas_simpan
from inti.services.ekspor import JENIS_ISI
from inti.services.impor import impor_simpan
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_templat
from inti.views.berkas import balasan_berkas

TERBESAR = 100 * 1024 * 1024
UMUM = "application/octet-stream"


def _templat(jenis: str, kelas: Any) -> HttpResponse:
    with tempfile.TemporaryDirectory() as folder:
        buku = Path(folder) / "templat.xlsx"
        tulis_templat(buku, kelas.kolom)
        return balasan_berkas(buku.read_bytes(), f"templat-{jenis}.xlsx", JENIS_ISI["xlsx"])


def importir_untuk(request: Permintaan, jenis: str) -> Any:
    """The importer of a kind if it exists and this user may use it, or propose what it would store."""
    terdaftar = registry.semua_importir().get(jenis)
    if terdaftar is None:
        raise Http404
    if boleh(request.user, terdaftar.izin):
        mulai_sunting(request, terdaftar.izin)
    elif request.user.has_perm(izin_usul(terdaftar.izin)):
        mulai_usulan(request, terdaftar.izin)
    else:
        raise PermissionDenied
    return registry.importir(jenis)


def tugas_untuk(request: Permintaan, jenis: str, pk: UUID) -> Tugas:
    """A check or a saving of one's own, or the check behind a proposal that one may decide on."""
    milik = Q(oleh=request.user)
    if request.usulan is not None and not request.mengusul:
        milik |= Q(pk=dari_data(request.usulan.argumen["pemeriksaan"]["pk"]))
    return get_object_or_404(Tugas, milik, pk=pk, jenis__in=["impor-periksa", "impor-simpan"], argumen__jenis=jenis)


@dengan_izin(MASUK, metode=("GET", "POST"))
def impor(request: Permintaan, jenis: str) -> HttpResponse:
    """Upload a file of a kind; its check runs in the background. `?templat` gives an empty workbook with its headings."""
    kelas = importir_untuk(request, jenis)
    if "templat" in request.GET:
        return _templat(jenis, kelas)
    galat = ""
    if request.method == "POST":
        unggahan = request.FILES.get("berkas")
        if unggahan is None:
            galat = "Pilih berkas lebih dahulu."
        elif (unggahan.size or 0) > TERBESAR:
            galat = "Berkas lebih besar dari 100 MB. Bagi menjadi beberapa berkas atau simpan sebagai .csv."
        else:
            opsi = {nama: True for nama in kelas.pilihan if request.POST.get(nama)}
            berkas = berkas_simpan(
                isi=unggahan.read(), nama=unggahan.name or "berkas", jenis_isi=UMUM, oleh=request.user
            )
            tugas = tugas_antrekan(
                jenis="impor-periksa",
                judul=f"Memeriksa {berkas.nama_asli}",
                oleh=request.user,
                argumen={"jenis": jenis, "berkas": str(berkas.pk), "opsi": opsi},
            )
            return redirect("impor_hasil", jenis=jenis, pk=tugas.pk)
    return render(
        request,
        "inti/impor.html",
        {
            "judul": f"Impor {jenis}",
            "jenis": jenis,
            "kolom": kelas.kolom,
            "bernomor": any(k.rahasia for k in kelas.kolom),
            "pilihan": kelas.pilihan,
            "galat": galat,
            "terdahulu": BatchImpor.objects.filter(jenis=jenis).select_related("oleh")[:10],
        },
        status=422 if galat else 200,
    )


@dengan_izin(MASUK, metode=("GET", "POST"))
def impor_hasil(request: Permintaan, jenis: str, pk: UUID) -> HttpResponse:
    """Progress, then the preview; POST saves the good rows (or proposes it), or cancels."""
    kelas = importir_untuk(request, jenis)
    tugas = tugas_untuk(request, jenis, pk)
    galat = ""
    if request.method == "POST":
        if "batal" in request.POST:
            tugas_batalkan(tugas=tugas)
            return redirect("impor_hasil", jenis=jenis, pk=pk)
        if tugas.jenis != "impor-periksa" or tugas.keadaan != Tugas.Keadaan.SELESAI:
            raise Http404
        berkas = BerkasTersimpan.objects.get(pk=tugas.argumen["berkas"])
        try:
            simpan = impor_simpan(
                berkas=berkas, pemeriksaan=tugas, oleh=request.user, paham=request.POST.get("paham") == "1"
            )
        except SudahDikirim as salah:
            return sudah_dikirim(request, salah)
        except AturanDilanggar as salah:
            if salah.kode != "PERLU_DIPERIKSA":
                raise
            galat = f"{salah.kalimat}"
        else:
            if simpan.oleh_id != request.user.pk:
                raise Http404
            return redirect("impor_hasil", jenis=jenis, pk=simpan.pk)
    return render(
        request,
        "inti/impor_hasil.html",
        {
            "judul": tugas.judul,
            "jenis": jenis,
            "tugas": tugas,
            "hasil": _bagian(tugas.hasil),
            "galat": galat,
            "tersentuh": turunan_basi() if kelas.kalender and tugas.jenis == "impor-simpan" and tugas.berakhir else [],
        },
        status=422 if galat else 200,
    )


def _bagian(hasil: dict[str, Any] | None) -> dict[str, Any]:
    """The report with the widths of its bar (per mille) for the page."""
    if not hasil or "petakan" in hasil:
        return hasil or {}
    if "dibaca" not in hasil:
        return {}
    jumlah = max(hasil["dibaca"], 1)
    lebar = [round(hasil[k] / jumlah * 1000) for k in ("baru", "berubah", "sama", "ditolak")]
    return {
        **hasil,
        "porsi": [{"x": sum(lebar[:i]), "lebar": w} for i, w in enumerate(lebar)],
        "baik": hasil["baru"] + hasil["berubah"],
    }


@dengan_izin(MASUK)
def impor_galat(request: Permintaan, jenis: str, pk: UUID) -> HttpResponse:
    """The workbook of bad rows. It holds full numbers, so taking it is logged as an export."""
    importir_untuk(request, jenis)
    tugas = tugas_untuk(request, jenis, pk)
    buku = (tugas.hasil or {}).get("buku_galat")
    if not buku:
        raise Http404
    berkas = get_object_or_404(BerkasTersimpan, pk=buku)
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, tugas, f"baris galat impor {jenis}")
    return balasan_berkas(berkas_baca(berkas), berkas.nama_asli, berkas.jenis_isi)
