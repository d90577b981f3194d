"""The waiting room: its devices without an account, the clerk's calls, and the counters and screens themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from dtks.columns.layanan import TiketColumns
from dtks.filters.layanan import TiketFilter
from dtks.forms.antrean import TiketForm
from dtks.models import Layar, Meja, Tiket
from dtks.queries import antrean as queries
from dtks.queries.aturan import jam_pada
from dtks.rules.jam import jadwal_sebaris, sedang_buka
from dtks.services import antrean as services
from inti.access import PUBLIK, dengan_izin
from inti.formats import baca_bilangan
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.gerbang.batas import BatasTerlampaui, hitung_coba_oleh
from inti.pages import Daftar, objek_atau_404, selesai
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.dokumen import baca_kode
from inti.views.galat import terkunci

PANGGIL = "dtks.panggil_tiket"
TIKET_PER_JAM = 240  # from one device


def _layar(kode: str) -> Layar:
    """A living device by its address; anything else is as absent as a page that never was."""
    return get_object_or_404(Layar.objects.hidup().select_related("unit"), kode=baca_kode(kode) or "-")


@dengan_izin(PUBLIK, metode=("GET", "POST"))
def layar(request: HttpRequest, kode: str) -> HttpResponse:
    """A device of the waiting room: the kiosk gives tickets, the board shows who is called."""
    perangkat = _layar(kode)
    if perangkat.jenis == Layar.Jenis.PAPAN:
        return render(request, "dtks/antrean_papan.html", _isi_papan(perangkat))
    kini = timezone.localtime()
    jam = jam_pada(kini.date())
    if not sedang_buka(jam, kini.isoweekday(), kini.time()):
        isi = {"judul": "Loket sudah tutup", "layar": perangkat, "jam": jadwal_sebaris(jam)}
        return render(request, "dtks/antrean_tutup.html", isi, status=409 if request.method == "POST" else 200)
    form = TiketForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hitung_coba_oleh(perangkat.kode, "tiket", paling_banyak=TIKET_PER_JAM, detik=3600)
            tiket = services.tiket_ambil(unit=perangkat.unit, **form.cleaned_data)
        except BatasTerlampaui:
            return terkunci(request)
        except SudahDikirim as galat:
            return redirect("dtks_antrean:tiket", kode=perangkat.kode, pk=galat.perubahan.hasil_id)
        return redirect("dtks_antrean:tiket", kode=perangkat.kode, pk=tiket.pk)
    isi = {"judul": "Ambil nomor antrean", "layar": perangkat, "form": form}
    return render(request, "dtks/antrean_kiosk.html", isi, status=422 if form.errors else 200)


@dengan_izin(PUBLIK)
def tiket(request: HttpRequest, kode: str, pk: int) -> HttpResponse:
    """The ticket just taken: its number in large type, for the paper or the photograph; back to the start by itself."""
    perangkat = _layar(kode)
    if perangkat.jenis != Layar.Jenis.TIKET:
        raise Http404
    satu = get_object_or_404(Tiket.objects.select_related("unit"), pk=pk, unit=perangkat.unit)
    depan, menit = queries.perkiraan_tunggu(satu)
    isi = {"judul": f"Nomor antrean {satu}", "layar": perangkat, "tiket": satu, "depan": depan, "menit": menit}
    return render(request, "dtks/antrean_tiket.html", isi)


@dengan_izin(PUBLIK)
def papan(request: HttpRequest, kode: str) -> HttpResponse:
    """The moving part of the board, asked for every few seconds."""
    return render(request, "dtks/_antrean_papan.html", _isi_papan(_layar(kode)))


def _isi_papan(perangkat: Layar) -> dict[str, Any]:
    return {"judul": "Antrean", "layar": perangkat, **queries.papan(perangkat.unit)}


@dengan_izin(PANGGIL, metode=("GET", "POST"))
def antrean(request: Permintaan) -> HttpResponse:
    """The clerk's line. POST chooses the counter he sits at."""
    if request.user.unit is None:
        raise Http404
    if request.method == "POST":
        pilihan = request.POST.get("meja", "")
        meja = get_object_or_404(queries.meja_untuk(request.user), pk=baca_bilangan(pilihan) or 0)
        request.session["meja"] = meja.pk
        return redirect("dtks:antrean")
    isi = queries.antrean_petugas(request.user)
    return render(request, "dtks/antrean.html", {"judul": "Antrean", "meja_kini": _meja(request), **isi})


def _meja(request: Permintaan) -> Meja | None:
    return queries.meja_untuk(request.user).filter(pk=request.session.get("meja", 0)).select_related("unit").first()


@dengan_izin(PANGGIL, metode=("POST",))
def antrean_panggil(request: Permintaan) -> HttpResponse:
    """Call the next one."""
    meja = _meja(request)
    if meja is None:
        messages.error(request, "Pilih dahulu loket tempat Anda melayani.")
        return redirect("dtks:antrean")
    try:
        hadir = {"sudah": True, "belum": False}.get(request.POST.get("hadir", ""))
        dipanggil = services.antrean_panggil(meja=meja, oleh=request.user, hadir=hadir)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.info(request, galat.kalimat)
        return redirect("dtks:antrean")
    return selesai(request, "dtks:antrean", f"{dipanggil} dipanggil ke {meja}.")


VERBA = {
    "ulang": (services.tiket_panggil_ulang, "dipanggil lagi."),
    "layani": (services.tiket_layani, "dilayani."),
    "tutup": (services.tiket_tutup, "selesai."),
    "lewati": (services.tiket_lewati, "tidak hadir."),
    "kembali": (services.tiket_kembali, "kembali mengantre."),
}


@dengan_izin(PANGGIL, metode=("POST",))
def tiket_verba(request: Permintaan, pk: int, verba: str) -> HttpResponse:
    """One step of a ticket: call again, serve, close, no show, back in line."""
    if verba not in VERBA:
        raise Http404
    satu = objek_atau_404(request, Tiket, pk, hubungan=("meja", "kunjungan", "unit"))
    lakukan, kata = VERBA[verba]
    try:
        lakukan(tiket=satu, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect("dtks:antrean")
    return selesai(request, "dtks:loket" if verba == "layani" else "dtks:antrean", f"{satu} {kata}")


class TiketDaftar(Daftar):
    model, columns, filters, permission, judul = Tiket, TiketColumns, TiketFilter, "dtks.view_tiket", "Tiket antrean"
    urut_awal = "-tanggal"
    cari_di, cari_petunjuk = ("kode",), "Nomor antrean"
    ekspor_izin = "dtks.view_tiket"
    kosong = ("Belum ada tiket", "Tiket diambil warga pada mesin tiket di ruang tunggu.")
