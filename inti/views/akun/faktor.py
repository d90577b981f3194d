"""The user's own second factor: set it up, make new recovery codes, take it off."""

from __future__ import annotations

from io import BytesIO

import django_otp
import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe

from inti.access import MASUK, dengan_izin
from inti.forms.akun import KodeForm, SandiKodeForm
from inti.galat import AturanDilanggar
from inti.gerbang.batas import BatasTerlampaui, hitung_coba_oleh, lupakan_coba
from inti.permintaan import Permintaan
from inti.services import faktor as layanan_faktor
from inti.services.sesi import sesi_akhiri, sesi_ganti_kunci
from inti.views.akun.masuk import COBA_DETIK, COBA_TERBANYAK, diri
from inti.views.galat import terkunci

KUNCI_CALON = "faktor_calon"  # in the session until a code proves that the app holds it


@dengan_izin(MASUK, metode=("GET", "POST"))
def faktor(request: Permintaan) -> HttpResponse:
    """State of the factor; without one, its set-up: QR and secret, then a code that confirms."""
    if layanan_faktor.punya_faktor(request.user):
        sisa = layanan_faktor.sisa_pemulihan(request.user)
        return render(request, "inti/faktor.html", {"judul": "Faktor kedua", "sisa": sisa})
    kunci = request.session.setdefault(KUNCI_CALON, layanan_faktor.kunci_faktor_baru())
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hitung_coba_oleh(str(request.user.pk), "faktor", paling_banyak=COBA_TERBANYAK, detik=COBA_DETIK)
            perangkat, kode = layanan_faktor.faktor_pasang(
                pengguna=diri(request), kunci=kunci, kode=form.cleaned_data["kode"]
            )
        except BatasTerlampaui:
            return terkunci(request)
        except AturanDilanggar as galat:
            form.add_error("kode", galat.kalimat)
        else:
            del request.session[KUNCI_CALON]
            sesi_ganti_kunci(request)
            django_otp.login(request, perangkat)
            sesi_akhiri(pengguna=request.user, kecuali=request.session.session_key)
            return _tampilkan_pemulihan(request, kode)
    isi = {
        "judul": "Pasang faktor kedua",
        "form": form,
        "qr": _qr(layanan_faktor.alamat_faktor(pengguna=request.user, kunci=kunci)),
        "kunci": layanan_faktor.kunci_tampil(kunci),
    }
    return render(request, "inti/faktor_pasang.html", isi, status=422 if request.method == "POST" else 200)


@dengan_izin(MASUK, metode=("GET", "POST"))
def faktor_pemulihan(request: Permintaan) -> HttpResponse:
    """Ten new recovery codes, after password and code."""
    form = SandiKodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if (balasan := _periksa(request, form)) is not None:
            return balasan
        if form.is_valid():
            kode = layanan_faktor.faktor_pemulihan_ulang(pengguna=diri(request), oleh=request.user)
            return _tampilkan_pemulihan(request, kode)
    isi = {
        "judul": "Buat kode pemulihan baru",
        "form": form,
        "tombol": "Buat kode baru",
        "keterangan": "Sepuluh kode baru dibuat dan semua kode lama tidak berlaku lagi.",
    }
    return render(request, "inti/akun_form.html", isi, status=422 if request.method == "POST" else 200)


@dengan_izin(MASUK, metode=("GET", "POST"))
def faktor_lepas(request: Permintaan) -> HttpResponse:
    """Take the factor off, after password and code."""
    form = SandiKodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if (balasan := _periksa(request, form)) is not None:
            return balasan
        if form.is_valid():
            layanan_faktor.faktor_lepas(pengguna=diri(request), oleh=request.user)
            sesi_akhiri(pengguna=request.user, kecuali=request.session.session_key)
            messages.success(request, "Faktor kedua dilepas. Akun Anda sekarang dijaga kata sandi saja.")
            return redirect("akun")
    isi = {
        "judul": "Lepas faktor kedua",
        "form": form,
        "tombol": "Lepas faktor kedua",
        "bahaya": True,
        "keterangan": "Sesudah dilepas, akun Anda dijaga kata sandi saja. Bila berganti telepon, lepas lalu pasang kembali.",
    }
    return render(request, "inti/akun_form.html", isi, status=422 if request.method == "POST" else 200)


def _periksa(request: Permintaan, form: SandiKodeForm) -> HttpResponse | None:
    """Check password and code of the form; what is wrong goes onto the form. A reply only when tries ran out."""
    siapa = str(request.user.pk)
    try:
        hitung_coba_oleh(siapa, "sandi", paling_banyak=COBA_TERBANYAK, detik=COBA_DETIK)
    except BatasTerlampaui:
        return terkunci(request)
    if not request.user.check_password(form.cleaned_data["sandi"]):
        form.add_error("sandi", "Kata sandi tidak cocok.")
        return None
    lupakan_coba(siapa, "sandi", detik=COBA_DETIK)
    hasil = layanan_faktor.faktor_periksa(pengguna=request.user, kode=form.cleaned_data["kode"])
    if hasil.perangkat is None:
        form.tolak(hasil)
    return None


def _tampilkan_pemulihan(request: Permintaan, kode: list[str]) -> HttpResponse:
    """The codes, in the only reply that ever holds them."""
    return render(request, "inti/faktor_pemulihan.html", {"judul": "Kode pemulihan", "kode": kode})


def _qr(alamat: str) -> SafeString:
    """A QR as inline SVG: one path with attributes, no style."""
    keluaran = BytesIO()
    segno.make(alamat, error="m", micro=False).save(
        keluaran,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        nl=False,
        border=3,
        dark="#000",
        light="#fff",
        svgclass="tu-qr",
        lineclass=None,
    )
    return mark_safe(keluaran.getvalue().decode())  # noqa: S308  drawn by segno from our own text
