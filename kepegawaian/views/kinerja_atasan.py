"""The superior's queue of daily performance, and handing activities over when the superior is wrong."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from inti.access import dengan_izin
from inti.formats import baca_versi
from inti.formats.nomor import angka_ascii
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.pages import selesai
from inti.pages.dasar import beri_galat, kunci_dipilih
from inti.permintaan import Permintaan
from kepegawaian.forms.kinerja import AlihkanForm, CatatanForm
from kepegawaian.models import KegiatanHarian, Pegawai
from kepegawaian.queries.kinerja import TAMPIL_ANTREAN, antrean, menunggu_dialihkan
from kepegawaian.services import kinerja as services
from kepegawaian.views.kinerja import ISI, SETUJUI, saya_atau_404

ALIHKAN = "kepegawaian.alihkan_kegiatanharian"
KE_ANTREAN = "kepegawaian:kinerja_antrean"


@dengan_izin(SETUJUI)
def kinerja_antrean(request: Permintaan) -> HttpResponse:
    """What waits for this superior by person and day; `?tampil=terlambat` shows what waits too long."""
    lewat = request.GET.get("tampil") == "terlambat"
    kelompok, semua, terlambat = antrean(request.user, terlambat=lewat)
    isi = {
        "judul": "Kinerja menunggu persetujuan",
        "kelompok": kelompok,
        "jumlah": semua,
        "terlambat": terlambat,
        "hanya_terlambat": lewat,
        "terpotong": semua > TAMPIL_ANTREAN,
    }
    return render(request, "kepegawaian/kinerja_antrean.html", isi)


@dengan_izin(SETUJUI, metode=("POST",))
def kegiatan_setujui(request: Permintaan) -> HttpResponse:
    """Approve those ticked, or all of one person's day (`kelompok`): only what stood on the page and didn't change."""
    dilihat = _versi_dilihat(request)
    menunggu = KegiatanHarian.objects.menunggu(request.user).select_related("pegawai", "atasan")
    kelompok = request.POST.get("kelompok", "")
    if kelompok:
        dipilih = [k for k in menunggu.filter(pk__in=dilihat) if f"{k.pegawai_id}:{k.tanggal:%Y-%m-%d}" == kelompok]
    else:
        dipilih = list(menunggu.filter(pk__in=kunci_dipilih(request, terbanyak=TAMPIL_ANTREAN)))
    siap = [k for k in dipilih if dilihat.get(k.pk, k.versi) == k.versi]
    if berubah := len(dipilih) - len(siap):
        messages.error(request, f"{berubah} kegiatan berubah sesudah Anda membukanya. Periksa kembali.")
    try:
        services.kegiatan_setujui(kegiatan=siap, oleh=request.user)
    except SudahDikirim:
        messages.info(request, "Persetujuan ini sudah disimpan; tidak disimpan dua kali.")
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
    else:
        messages.success(request, f"{len(siap)} kegiatan disetujui.")
    return redirect(KE_ANTREAN)


def _versi_dilihat(request: Permintaan) -> dict[int, int]:
    """Key and version of each activity that the form showed."""
    hasil = {}
    for nama, nilai in list(request.POST.items())[: TAMPIL_ANTREAN + 20]:
        pk = nama.removeprefix("versi_")
        if pk != nama and all(angka_ascii(t) and len(t) < 18 for t in (pk, str(nilai))):
            hasil[int(pk)] = int(str(nilai))
    return hasil


@dengan_izin(SETUJUI, metode=("GET", "POST"))
def kegiatan_kembalikan(request: Permintaan, pk: int) -> HttpResponse:
    """Return one activity with a note. Whoever is not its superior doesn't find it."""
    k = (
        KegiatanHarian.objects.menunggu(request.user)
        .filter(pk=pk)
        .select_related("pegawai__pengguna", "atasan")
        .first()
    )
    if k is None:
        raise Http404
    form = CatatanForm(request.POST or None, objek=k, pengguna=request.user)
    if request.method == "POST" and form.is_valid():
        versi = request.POST.get("versi", "")
        k.versi = baca_versi(versi, k.versi)
        try:
            services.kegiatan_kembalikan(kegiatan=k, catatan=form.cleaned_data["catatan"], oleh=request.user)
        except SudahDikirim:
            return selesai(request, KE_ANTREAN, "Kegiatan sudah dikembalikan.")
        except VersiBerubah:
            raise
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, KE_ANTREAN, "Kegiatan dikembalikan dengan catatan Anda.")
    isi = {"judul": "Kembalikan kegiatan", "objek": k, "form": form, "tombol": "Kembalikan", "bahaya": False}
    return render(request, "kepegawaian/kinerja_kembalikan.html", isi, status=422 if form.errors else 200)


@dengan_izin(ISI, metode=("GET", "POST"))
def kinerja_alihkan(request: Permintaan) -> HttpResponse:
    """One's own waiting activities whose superior is wrong: derived anew from the history as it reads now."""
    p = saya_atau_404(request)
    kueri = KegiatanHarian.objects.hidup().filter(pegawai=p)
    return _alihkan(request, kueri, AlihkanForm(request.POST or None), "kepegawaian:kinerja_alihkan")


@dengan_izin(ALIHKAN, metode=("GET", "POST"))
def kinerja_alihkan_semua(request: Permintaan) -> HttpResponse:
    """The personnel desk: everything that waits in the office, with the right superior named or derived."""
    staf = Pegawai.objects.untuk(request.user)
    kueri = KegiatanHarian.objects.hidup().filter(pegawai__in=staf.order_by().values("pk"))
    calon = staf.aktif().order_by("nama", "id")
    return _alihkan(request, kueri, AlihkanForm(request.POST or None, calon=calon), "kepegawaian:kinerja_alihkan_semua")


def _alihkan(request: Permintaan, kueri: QuerySet, form: AlihkanForm, rute: str) -> HttpResponse:
    baris = menunggu_dialihkan(kueri)
    dipilih: set[int] = set()
    if request.method == "POST":
        dipilih = set(kunci_dipilih(request, terbanyak=TAMPIL_ANTREAN))
        if form.is_valid():
            try:
                services.kegiatan_alihkan(
                    kegiatan=_dengan_versi(request, [k for k in baris if k.pk in dipilih]),
                    alasan=form.cleaned_data["alasan"],
                    atasan=form.cleaned_data.get("atasan"),
                    oleh=request.user,
                )
            except SudahDikirim:
                return selesai(request, rute, "Pengalihan ini sudah disimpan; tidak disimpan dua kali.")
            except VersiBerubah:
                raise
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
            else:
                return selesai(request, rute, "Atasan dialihkan; kegiatan menunggu atasan yang baru.")
    isi: dict[str, Any] = {
        "judul": "Alihkan atasan",
        "baris": baris,
        "form": form,
        "dipilih": dipilih,
        "semua": "atasan" in form.fields,
    }
    return render(request, "kepegawaian/kinerja_alihkan.html", isi, status=422 if form.errors else 200)


def _dengan_versi(request: Permintaan, kegiatan: list[Any]) -> list[Any]:
    """Each bearing the version that the page showed."""
    dilihat = _versi_dilihat(request)
    for k in kegiatan:
        k.versi = dilihat.get(k.pk, k.versi)
    return kegiatan
