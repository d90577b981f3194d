"""The intern's own pages (logbook, attendance), the supervisor's initials, and the sheets that are printed."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from inti.access import dengan_izin
from inti.formats import baca_versi, jam, tanggal_pendek
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import JejakBaca
from inti.pages.dasar import beri_galat, kunci_dipilih, objek_atau_404, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.documents import magang as cetak
from kepegawaian.forms.magang import BarisCatatanForm, IzinForm
from kepegawaian.models import CatatanHarian, PesertaMagang
from kepegawaian.queries import magang as baca
from kepegawaian.rules.magang import minggu_ke, senin
from kepegawaian.services import magang_harian as services

ISI, PARAF, LIHAT = (
    "kepegawaian.isi_catatan",
    "kepegawaian.paraf_catatanharian",
    "kepegawaian.view_pesertamagang",
)
TERBANYAK = 200


def _saya(request: Permintaan) -> PesertaMagang | None:
    return baca.peserta_saya(request.user)


@dengan_izin(ISI, metode=("GET", "POST"))
def buku(request: Permintaan) -> HttpResponse:
    """The intern's logbook, a week at a time; the whole week is stored in one act."""
    peserta = _saya(request)
    if peserta is None:
        return render(request, "kepegawaian/magang_buku.html", {"judul": "Buku harian saya", "peserta": None})
    awal = baca.minggu_diminta(request.GET.get("minggu", ""), peserta)
    penuh = "penuh" in request.GET
    hari = baca.minggu_buku(peserta, awal, penuh=penuh)
    data = request.POST if request.method == "POST" else None
    baris = [(h, BarisCatatanForm(data, hari=h) if h.boleh else None) for h in hari]
    galat, status = "", 200
    if request.method == "POST":
        formulir = [f for _, f in baris if f is not None]
        if all(f.is_valid() for f in formulir):
            try:
                services.catatan_simpan(peserta=peserta, baris=[f.baris() for f in formulir], oleh=request.user)
            except SudahDikirim as g:
                return sudah_dikirim(request, g)
            except VersiBerubah:
                raise
            except (AturanDilanggar, ValidationError) as g:
                galat = g.kalimat if isinstance(g, AturanDilanggar) else " ".join(g.messages)
            else:
                messages.success(request, "Buku harian disimpan. Pembimbing akan memarafnya.")
                return redirect(f"{request.path}?minggu={awal.isoformat()}{'&penuh=1' if penuh else ''}")
        status = 422
    sebelum, sesudah = baca.tetangga_minggu(awal, peserta)
    kini = timezone.localdate()
    return render(
        request,
        "kepegawaian/magang_buku.html",
        {
            "judul": "Buku harian saya",
            "peserta": peserta,
            "awal": awal,
            "akhir": awal + dt.timedelta(days=6),
            "ke": minggu_ke(peserta.masa, awal),
            "baris": baris,
            "sebelum": sebelum,
            "sesudah": sesudah,
            "penuh": penuh,
            "dapat_diisi": any(f for _, f in baris),
            "galat": galat,
            "salah": [(h, f) for h, f in baris if f is not None and f.is_bound and f.errors],
            "hadir": peserta.kehadiran.filter(tanggal=kini).first(),
            "dapat_hadir": peserta.status == "berjalan" and kini in peserta.masa,
        },
        status=status,
    )


@dengan_izin(ISI, metode=("POST",))
def hadir(request: Permintaan) -> HttpResponse:
    """Arrival, and at the second time departure, by the clock of the office."""
    peserta = _saya(request)
    if peserta is None:
        raise Http404
    try:
        hasil = services.kehadiran_isi(peserta=peserta, keadaan="hadir", oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
    else:
        kata, pukul = ("pulang", hasil.jam_pulang) if hasil.jam_pulang else ("datang", hasil.jam_datang)
        messages.success(request, f"Jam {kata} {jam(pukul)} tercatat.")
    return redirect("kepegawaian:buku")


@dengan_izin(ISI, metode=("GET", "POST"))
def izin(request: Permintaan) -> HttpResponse:
    """The intern's own absence: leave or illness, with a word."""
    peserta = _saya(request)
    if peserta is None:
        raise Http404
    form, status = IzinForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            isi = form.cleaned_data
            try:
                services.kehadiran_isi(
                    peserta=peserta,
                    keadaan=isi["keadaan"],
                    keterangan=isi["keterangan"],
                    hari=isi["tanggal"],
                    oleh=request.user,
                )
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
            else:
                messages.success(request, "Ketidakhadiran dicatat. Sampaikan juga kepada pembimbing.")
                return redirect("kepegawaian:buku")
    isi_halaman = {"judul": "Izin atau sakit", "objek": peserta, "form": form, "tombol": "Simpan", "bahaya": False}
    return render(request, "inti/verba.html", isi_halaman, status=status)


@dengan_izin(PARAF, metode=("GET", "POST"))
def paraf(request: Permintaan) -> HttpResponse:
    """Days that wait for the supervisor: initial those that are ticked, all or none."""
    if request.method == "POST":
        return _paraf(request)
    menunggu = baca.menunggu_paraf(request.user).select_related("peserta__sekolah", "unit")[:TERBANYAK]
    kelompok: dict[tuple[int, dt.date], list[CatatanHarian]] = {}
    for c in menunggu:
        kelompok.setdefault((c.peserta_id, senin(c.tanggal)), []).append(c)
    isi = [
        {"peserta": k[0].peserta, "awal": awal, "ke": minggu_ke(k[0].peserta.masa, awal), "catatan": k}
        for (_, awal), k in kelompok.items()
    ]
    return render(request, "kepegawaian/magang_paraf.html", {"judul": "Catatan menunggu paraf", "kelompok": isi})


def _paraf(request: Permintaan) -> HttpResponse:
    lanjut = reverse("kepegawaian:paraf")
    dipilih = list(
        CatatanHarian.objects.untuk(request.user)
        .filter(pk__in=kunci_dipilih(request, terbanyak=TERBANYAK))
        .select_related("peserta")
        .order_by("tanggal")
    )
    if not dipilih:
        messages.error(request, "Belum ada hari yang dicentang.")
        return redirect(lanjut)
    for c in dipilih:
        versi = request.POST.get(f"versi_{c.pk}", "")
        c.versi = baca_versi(versi, c.versi)
    try:
        services.catatan_paraf(catatan=dipilih, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect(lanjut)
    messages.success(request, f"{len(dipilih)} hari diparaf.")
    return redirect(dipilih[0] if request.POST.get("dari") == "rincian" else lanjut)


def _kaki(request: Permintaan) -> str:
    saat = timezone.localtime()
    return f"Dicetak {tanggal_pendek(saat)} {jam(saat)} oleh {request.user.nama}"


def _lembar(request: Permintaan, peserta: PesertaMagang, isi: bytes, nama: str) -> HttpResponse:
    jejak_catat(request, JejakBaca.Jenis.UNDUH, peserta, nama)
    return balasan_berkas(isi, f"{nama}.pdf", "application/pdf", buatan_sendiri=True)


def _peserta(request: Permintaan, pk: int, *lain: str) -> PesertaMagang:
    hasil: PesertaMagang = objek_atau_404(request, PesertaMagang, pk, hubungan=("sekolah", "pembimbing", *lain))
    return hasil


@dengan_izin(LIHAT)
def cetak_minggu(request: Permintaan, pk: int) -> HttpResponse:
    """The weekly table."""
    peserta = _peserta(request, pk)
    awal = baca.minggu_diminta(request.GET.get("minggu", ""), peserta)
    isi = cetak.lembar_minggu(peserta, awal, baca.catatan_minggu(peserta, awal), _kaki(request))
    return _lembar(request, peserta, isi, "buku harian magang")


@dengan_izin(LIHAT)
def cetak_hadir(request: Permintaan, pk: int) -> HttpResponse:
    """The attendance sheet of a month."""
    peserta = _peserta(request, pk)
    bulan = baca.bulan_diminta(request.GET.get("bulan", ""), peserta)
    isi = cetak.lembar_hadir(peserta, bulan, baca.kehadiran_bulan(peserta, bulan), _kaki(request))
    return _lembar(request, peserta, isi, "daftar hadir magang")


@dengan_izin(LIHAT)
def cetak_nilai(request: Permintaan, pk: int) -> HttpResponse:
    """The mark sheet; 404 while there are no marks."""
    peserta = _peserta(request, pk, "penilaian__aturan")
    nilai = getattr(peserta, "penilaian", None)
    if nilai is None:
        raise Http404
    return _lembar(request, peserta, cetak.lembar_nilai(peserta, nilai, _kaki(request)), "lembar nilai magang")
