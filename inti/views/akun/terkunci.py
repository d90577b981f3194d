"""Out of a lock that somebody else's wrong tries have put on an account: its second factor."""

from __future__ import annotations

import django_otp
from axes.utils import reset
from django.contrib.auth import login
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from inti.access import PUBLIK, dengan_izin
from inti.forms.akun import MasukBerkodeForm
from inti.gerbang.alamat import alamat_klien
from inti.gerbang.batas import BatasTerlampaui, hitung_coba_oleh, lupakan_coba
from inti.models import Pengguna
from inti.services.faktor import faktor_periksa, punya_faktor
from inti.services.sesi import sesi_buka, sesi_ganti_kunci
from inti.views.akun.masuk import COBA_DETIK, baku_nama, lanjut_aman
from inti.views.galat import terkunci

COBA_TERBANYAK = 5
TIDAK_COCOK = "Nama pengguna, kata sandi, atau kode tidak cocok. Tunggu kode berikutnya, lalu coba lagi."


@dengan_izin(PUBLIK, metode=("GET", "POST"))
def masuk_berkode(request: HttpRequest) -> HttpResponse:
    """Sign in by name, password and code together, whatever was tried elsewhere on this account.

    Tries are counted by account **and** address, so that nobody locks this door for its owner. The code is looked at
    only after a right password, and the answer is the same whichever is wrong: nobody learns the password here.
    """
    form = MasukBerkodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        nama = baku_nama(form.cleaned_data["username"])
        siapa = f"{nama}@{alamat_klien(request)}"
        try:
            hitung_coba_oleh(siapa, "masuk-berkode", paling_banyak=COBA_TERBANYAK, detik=COBA_DETIK)
        except BatasTerlampaui:
            return terkunci(request)
        perangkat, pengguna = None, _pengguna(nama, form.cleaned_data["sandi"])
        if pengguna is not None:
            perangkat = faktor_periksa(pengguna=pengguna, kode=form.cleaned_data["kode"]).perangkat
        if pengguna is not None and perangkat is not None:
            login(request, pengguna, backend="inti.gerbang.auth.PenggunaBackend")
            sesi_buka(request)
            sesi_ganti_kunci(request)
            django_otp.login(request, perangkat)
            for kunci, apa in ((siapa, "masuk-berkode"), (nama, "masuk")):
                lupakan_coba(kunci, apa, detik=COBA_DETIK)
            reset(username=nama)
            return redirect(lanjut_aman(request))
        form.add_error(None, TIDAK_COCOK)
    isi = {"judul": "Masuk dengan kode", "form": form, "next": lanjut_aman(request)}
    return render(request, "inti/masuk_berkode.html", isi, status=422 if request.method == "POST" else 200)


def _pengguna(nama: str, sandi: str) -> Pengguna | None:
    """The account if the password is its own and it has a second factor; the time taken does not tell which it was."""
    pengguna = Pengguna.objects.filter(username=nama).first()
    if pengguna is None:
        make_password(sandi)
        return None
    cocok = pengguna.check_password(sandi)
    return pengguna if cocok and pengguna.boleh_masuk() and punya_faktor(pengguna) else None
