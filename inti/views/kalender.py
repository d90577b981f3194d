"""The calendar of days off: list by year, editing, and filling from the national calendar."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from inti.access import dengan_izin
from inti.columns.kalender import HariLiburColumns
from inti.formats import hari_tanggal
from inti.forms.kalender import HariLiburForm, IsiKalenderForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import HariLibur
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah, objek_atau_404, selesai
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.pages.saring import PILIH
from inti.permintaan import Permintaan
from inti.queries.kalender import Tersentuh, turunan_basi
from inti.services.kalender import kalender_isi
from inti.services.rekam import rekam_pulihkan
from inti.sheets.libur import ImporLibur

LIHAT, TAMBAH = "inti.view_harilibur", "inti.add_harilibur"
KE_DAFTAR = ("Kalender kerja", "libur_daftar")


def _tahun() -> list[tuple[str, str]]:
    kini = timezone.localdate().year
    return [(str(t), str(t)) for t in range(kini + 1, kini - 6, -1)]


class HariLiburFilter(saring.FilterSet):
    tahun = saring.ChoiceFilter(
        label="Tahun", empty_label="Tahun", choices=_tahun, field_name="tanggal__year", widget=PILIH
    )
    jenis = saring.ChoiceFilter(label="Jenis", empty_label="Jenis", choices=HariLibur.Jenis.choices, widget=PILIH)

    class Meta:
        model = HariLibur
        fields: list[str] = []


class HariLiburDaftar(Daftar):
    model, columns, filters, permission = HariLibur, HariLiburColumns, HariLiburFilter, LIHAT
    template = "inti/kalender_daftar.html"
    judul, urut_awal, ekspor_izin = "Kalender kerja", "-tanggal", LIHAT
    impor, lembar = ImporLibur.jenis, ImporLibur.lembar
    cari_di, cari_petunjuk = ("nama", "dasar_hukum"), "Nama hari"
    tampilan = (("Cuti bersama", "jenis=cuti_bersama"), ("Libur daerah", "jenis=daerah"))
    tambah = ("Hari libur baru", "libur_tambah", TAMBAH)
    tautan = (
        ("Tempat sampah", "trash", "libur_sampah", "inti.delete_harilibur"),
        ("Isi dari kalender nasional", "calendar-days", "libur_isi", TAMBAH),
    )
    keterangan = "Sabtu, Minggu, dan hari di bawah ini bukan hari kerja. Cuti bersama tidak mengurangi cuti tahunan."
    kosong = ("Belum ada hari libur", "Isi dari kalender nasional, lalu sesuaikan dengan keputusan pemerintah.")

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """With what was computed by another calendar."""
        return super().tampil(request, {"tersentuh": turunan_basi(), **isi}, status)


class HariLiburRincian(Rincian):
    model, permission, daftar = HariLibur, LIHAT, KE_DAFTAR
    ubah_rute, buang_rute = "libur_ubah", "libur_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/kalender_fakta.html"),)

    def isi(self, request: Permintaan, objek: HariLibur, bagian: str) -> dict[str, Any]:
        """Facts of the day."""
        fakta = [
            ("Tanggal", hari_tanggal(objek.tanggal)),
            ("Nama", objek.nama),
            ("Jenis", objek.get_jenis_display()),
            ("Dasar hukum", objek.dasar_hukum),
            ("Sumber", "Kalender nasional" if objek.asal else "Dicatat di sini"),
        ]
        return {"fakta": fakta, "tersentuh": turunan_basi()}


class HariLiburTambah(Tambah):
    model, form, permission, judul, daftar = HariLibur, HariLiburForm, TAMBAH, "Hari libur baru", KE_DAFTAR


class HariLiburUbah(Ubah):
    model, form, permission, daftar = HariLibur, HariLiburForm, "inti.change_harilibur", KE_DAFTAR
    judul, template = "Ubah hari libur", "inti/kalender_ubah.html"

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """With what stands on the day as it is stored."""
        return super().tampil(request, {"tersentuh": _bila_bukan_libur(isi["objek"]), **isi}, status)


class HariLiburBuang(Buang):
    model, permission, daftar = HariLibur, "inti.delete_harilibur", KE_DAFTAR
    template = "inti/kalender_buang.html"

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """With what stands on the day."""
        return super().tampil(request, {"tersentuh": _bila_bukan_libur(isi["objek"]), **isi}, status)


def _bila_bukan_libur(objek: HariLibur) -> list[Tersentuh]:
    hari = HariLibur.objects.values_list("tanggal", flat=True).get(pk=objek.pk)  # a refused form has another on it
    return turunan_basi(hari, hari, {hari: None})


class HariLiburPulihkan(Pulihkan):
    model, permission, daftar = HariLibur, "inti.delete_harilibur", KE_DAFTAR

    def post(self, request: Permintaan, **_: Any) -> HttpResponse:
        """Restore one, unless its date is taken by now."""
        objek = objek_atau_404(request, HariLibur, request.POST.get("pk"), terbuang=True)
        try:
            hasil = rekam_pulihkan(objek=objek, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
            return redirect("libur_sampah")
        return selesai(request, hasil, "Data dipulihkan.")


@dengan_izin(TAMBAH, metode=("GET", "POST"))
def isi(request: Permintaan) -> HttpResponse:
    """Fill one year; says how many days are new."""
    form: Any = IsiKalenderForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        tahun: Any = form.cleaned_data["tahun"]
        try:
            hasil = kalender_isi(tahun=tahun, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            pesan = f"{len(hasil)} hari ditambahkan untuk tahun {tahun}."
            selesai(
                request, "libur_daftar", pesan if hasil else f"Tahun {tahun} sudah lengkap; tidak ada yang berubah."
            )
            return redirect(f"{reverse('libur_daftar')}?tahun={tahun}")
    konteks = {"judul": "Isi dari kalender nasional", "form": form}
    return render(request, "inti/kalender_isi.html", konteks, status=422 if form.errors else 200)
