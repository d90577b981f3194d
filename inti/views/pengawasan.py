"""Looking after the system: who read what, and the jobs in the background."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from inti import registry
from inti.access import MASUK, boleh, dengan_izin
from inti.columns.sistem import JejakColumns, TugasColumns, kemajuan, status_tugas
from inti.filters.sistem import JejakFilter, TugasFilter
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar
from inti.jobs import tugas_batalkan, tugas_ulangi
from inti.jobs.butir import TAMPIL, K, butir_kembalikan, butir_lanjutkan, ringkasan_butir
from inti.models import JejakBaca, Tugas
from inti.pages import Daftar
from inti.permintaan import Permintaan
from inti.queries.jejak import jejak_untuk

LIHAT_TUGAS = "inti.view_tugas"


class JejakDaftar(Daftar):
    model, columns, filters, judul = JejakBaca, JejakColumns, JejakFilter, "Jejak baca"
    permission, ekspor_izin = "inti.view_jejakbaca", "inti.view_jejakbaca"
    keterangan = "Siapa membuka data apa dan kapan. Isi datanya sendiri tidak dicatat."
    kosong = ("Belum ada jejak", "Setiap pembukaan data pribadi, ekspor, dan akses yang ditolak tampil di sini.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Within the reader's own part of the office."""
        return jejak_untuk(request.user)


class TugasDaftar(Daftar):
    model, columns, filters, judul = Tugas, TugasColumns, TugasFilter, "Tugas latar"
    permission, urut_awal = LIHAT_TUGAS, "-dibuat_pada"
    cari_di, cari_petunjuk = ("judul",), "Nama tugas"
    tampilan = (("Berjalan", "keadaan=berjalan"), ("Gagal", "keadaan=gagal"))
    kosong = ("Belum ada tugas latar", "Impor besar dan cetakan massal dikerjakan di sini tanpa menahan Anda.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """All jobs: whoever comes here looks after them."""
        return Tugas.objects.all()


def _tugas(request: Permintaan, pk: UUID) -> Tugas:
    """A job of the user's own, or any for those who look after jobs; else 404."""
    tugas = get_object_or_404(Tugas.objects.select_related("oleh"), pk=pk)
    if tugas.oleh_id != request.user.pk and not request.user.has_perm(LIHAT_TUGAS):
        raise Http404
    return tugas


def _kunci_berkas(nilai: Any) -> UUID | None:
    try:
        return UUID(str(nilai))
    except ValueError:
        return None


def _isi(request: Permintaan, tugas: Tugas) -> dict[str, Any]:
    hasil = tugas.hasil or {}
    tautan = str(hasil.get("tautan") or "")
    aman = tautan.startswith("/") and url_has_allowed_host_and_scheme(tautan, allowed_hosts=None)
    berkas = [
        (teks, reverse("berkas", args=[pk]))
        for kunci, teks in (("berkas", "Unduh hasil"), ("buku_galat", "Unduh baris yang perlu diperbaiki"))
        if (pk := _kunci_berkas(hasil.get(kunci)))  # an import's report names the file that was read under "berkas"
    ]
    return {
        "judul": tugas.judul,
        "tugas": tugas,
        "status": status_tugas(tugas),
        "kemajuan": kemajuan(tugas),
        "tautan": tautan if aman else "",
        "berkas": berkas,
        "daftar_boleh": request.user.has_perm(LIHAT_TUGAS),
        **_isi_butir(request, tugas),
    }


def _isi_butir(request: Permintaan, tugas: Tugas) -> dict[str, Any]:
    """What came of each thing of a batch: for who started it alone, since it names people."""
    if tugas.oleh_id != request.user.pk or not tugas.butir.exists():
        return {}
    hitung = ringkasan_butir(tugas)
    macam = registry.jenis_tugas(tugas.jenis)
    return {
        "butir": tugas.butir.order_by("urut")[:TAMPIL]
        if tugas.berakhir
        else (),  # asked for every two seconds till then
        "butir_hitung": [(K(k).label, n) for k, n in hitung.items() if n],
        "butir_belum": hitung[K.MENUNGGU] if tugas.berakhir else 0,
        "butir_ditolak": hitung[K.DITOLAK] if tugas.berakhir else 0,
        "butir_kembali": bool(
            macam.balik and hitung[K.SELESAI] and tugas.berakhir and boleh(request.user, macam.izin_balik)
        ),
    }


@dengan_izin(MASUK)
def tugas(request: Permintaan, pk: UUID) -> HttpResponse:
    """A job with its progress; the page may be left, the job goes on."""
    return render(request, "inti/tugas.html", _isi(request, _tugas(request, pk)))


@dengan_izin(MASUK)
def tugas_kemajuan(request: Permintaan, pk: UUID) -> HttpResponse:
    """The moving part of the page, asked for every two seconds by HTMX."""
    return render(request, "inti/_tugas_kemajuan.html", _isi(request, _tugas(request, pk)))


tugas_kemajuan.diam = True  # type: ignore[attr-defined]  # asking by itself does not keep a session alive


@dengan_izin(MASUK, metode=("POST",))
def tugas_batal(request: Permintaan, pk: UUID) -> HttpResponse:
    """Cancel: at once while it waits, at its next step while it runs."""
    baris = _tugas(request, pk)
    tugas_batalkan(tugas=baris)
    messages.success(request, "Pembatalan diminta. Tugas berhenti pada langkah berikutnya.")
    return redirect(baris)


@dengan_izin(MASUK, metode=("POST",))
def tugas_lanjut(request: Permintaan, pk: UUID) -> HttpResponse:
    """Go on with the rest of a batch, or try the refused again."""
    baris = get_object_or_404(Tugas, pk=pk, oleh=request.user)
    try:
        butir_lanjutkan(tugas=baris, ulangi="ulangi" in request.POST)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
    else:
        messages.success(request, "Tugas diantrekan kembali.")
    return redirect(baris)


@dengan_izin(MASUK, metode=("GET", "POST"))
def tugas_kembali(request: Permintaan, pk: UUID) -> HttpResponse:
    """Take back what a batch did, with a reason."""
    baris = get_object_or_404(Tugas, pk=pk, oleh=request.user)
    macam = registry.jenis_tugas(baris.jenis)
    if not macam.balik:
        raise Http404
    if not boleh(request.user, macam.izin_balik):
        raise PermissionDenied
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(butir_kembalikan(tugas=baris, oleh=request.user, alasan=form.cleaned_data["alasan"]))
        except AturanDilanggar as galat:
            messages.error(request, galat.kalimat)
            return redirect(baris)
    isi = {"judul": "Kembalikan hasil tugas", "tugas": baris, "form": form}
    return render(request, "inti/tugas_kembali.html", isi, status=422 if form.errors else 200)


@dengan_izin(MASUK, metode=("POST",))
def tugas_ulang(request: Permintaan, pk: UUID) -> HttpResponse:
    """Queue a failed or cancelled job again."""
    baris = _tugas(request, pk)
    try:
        tugas_ulangi(tugas=baris)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
    else:
        messages.success(request, "Tugas diantrekan kembali.")
    return redirect(baris)
