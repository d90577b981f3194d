"""Leave that was counted by another calendar: what differs, and counting it again, one or all."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from inti.access import dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.pages import selesai, verb
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import baca_catat
from kepegawaian.models import PengajuanCuti
from kepegawaian.queries.cuti_basi import cuti_berhitung, pilih_basi
from kepegawaian.services import cuti_hitung as services

IZIN = "kepegawaian.hitung_ulang_cuti"
SEBAB = "Kalender kerja berubah"


@verb(
    PengajuanCuti,
    permission=IZIN,
    form=AlasanForm,
    judul="Hitung ulang cuti",
    tombol="Hitung ulang",
    hubungan=("nomor", "pegawai"),
)
def cuti_hitung_ulang(request: Permintaan, cuti: PengajuanCuti, form: AlasanForm) -> HttpResponse:
    """One leave by the calendar in force."""
    hasil = services.cuti_hitung_ulang(cuti=cuti, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, f"Dihitung ulang: {hasil.lama}.")


@dengan_izin(IZIN, metode=("GET", "POST"))
def cuti_hitung_ulang_semua(request: Permintaan) -> HttpResponse:
    """What differs within the user's scope; POST counts it again, but for one's own."""
    basi = pilih_basi(cuti_berhitung(PengajuanCuti.objects.all().untuk(request.user)))
    lain = services.cuti_orang_lain(basi, request.user)
    if request.method == "POST" and lain:
        try:
            services.cuti_hitung_ulang_semua(
                cuti=lain, alasan=request.POST.get("alasan", "").strip()[:200] or SEBAB, oleh=request.user
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            messages.error(request, galat.kalimat)
            return redirect("kepegawaian:cuti_hitung_ulang_semua")
        return selesai(request, "kepegawaian:cuti_hitung_ulang_semua", f"{len(lain)} cuti dihitung ulang.")
    for b in basi:
        baca_catat(request, b.cuti)
    isi = {"judul": "Cuti dengan kalender lama", "baris": basi, "lain": lain, "sebab": SEBAB}
    return render(request, "kepegawaian/cuti_hitung_ulang.html", isi)
