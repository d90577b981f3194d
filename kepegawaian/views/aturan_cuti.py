"""Filling in the rules of leave, and opening balances."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from inti.access import dengan_izin
from inti.galat import SudahDikirim
from inti.pages import Tambah, Ubah, selesai
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from kepegawaian.forms.cuti import SaldoAwalForm
from kepegawaian.models import SaldoAwalCuti
from kepegawaian.services.aturan_cuti import aturan_cuti_isi

KE_DAFTAR = ("Aturan cuti", "kepegawaian:aturan_cuti_daftar")
KE_SALDO = ("Saldo cuti tahunan", "kepegawaian:cuti_saldo")


@dengan_izin("kepegawaian.add_aturancuti", metode=("POST",))
def aturan_isi(request: Permintaan) -> HttpResponse:
    """The rules in force in 2026, where none stands yet."""
    if request.POST.get("isi") != "baku":
        return redirect(KE_DAFTAR[1])
    try:
        hasil = aturan_cuti_isi(oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    pesan = f"{len(hasil)} aturan ditambahkan." if hasil else "Semua aturan sudah ada; tidak ada yang berubah."
    return selesai(request, KE_DAFTAR[1], pesan)


class _Saldo:
    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> SaldoAwalForm:
        """Only staff within the user's own."""
        return SaldoAwalForm(data, instance=objek, pengguna=request.user)


class SaldoAwalTambah(_Saldo, Tambah):
    model, form, judul, daftar = SaldoAwalCuti, SaldoAwalForm, "Saldo awal cuti", KE_SALDO
    permission = "kepegawaian.add_saldoawalcuti"


class SaldoAwalUbah(_Saldo, Ubah):
    model, form, judul, daftar = SaldoAwalCuti, SaldoAwalForm, "Ubah saldo awal cuti", KE_SALDO
    permission = "kepegawaian.change_saldoawalcuti"
