"""The classification: its tree as a list, and what completes a field."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse

from arsip.columns.klasifikasi import KlasifikasiColumns
from arsip.filters.klasifikasi import KlasifikasiFilter
from arsip.forms.klasifikasi import KlasifikasiForm, KlasifikasiUbahForm
from arsip.models import Klasifikasi
from arsip.queries.klasifikasi import sarankan_kode
from arsip.services import klasifikasi as services
from inti.access import dengan_izin
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan

LIHAT = "arsip.view_klasifikasi"
DAFTAR = ("Klasifikasi", "arsip:klasifikasi_daftar")


@dengan_izin(LIHAT, metode=("POST",))
def klasifikasi_saran(request: Permintaan) -> HttpResponse:
    """Codes for what was typed, as rows of value and words."""
    calon = sarankan_kode(request.POST.get("q", "")[:60])
    return JsonResponse({"saran": [[k.kode, f"{k.kode} {k.nama}"] for k in calon]})


class KlasifikasiDaftar(Daftar):
    impor = "klasifikasi"
    model, columns, filters = Klasifikasi, KlasifikasiColumns, KlasifikasiFilter
    permission, judul, urut_awal = LIHAT, "Klasifikasi arsip", "urut"
    cari_di, cari_petunjuk = ("kode", "nama"), "Kode atau masalah"
    tambah = ("Kode baru", "arsip:klasifikasi_tambah", "arsip.add_klasifikasi")
    tautan = (
        ("Versi", "square-3-stack-3d", "arsip:versiklasifikasi_daftar", LIHAT),
        ("Tempat sampah", "trash", "arsip:klasifikasi_sampah", "arsip.delete_klasifikasi"),
    )
    ekspor_izin = LIHAT
    kosong = ("Belum ada kode", "Muat dari berkas pada halaman Impor, atau buat versi lalu kodenya.")


class KlasifikasiRincian(Rincian):
    model, permission, daftar = Klasifikasi, LIHAT, DAFTAR
    hubungan = ("versi_klasifikasi", "induk")
    ubah_rute, buang_rute = "arsip:klasifikasi_ubah", "arsip:klasifikasi_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/klasifikasi.html"),)

    def isi(self, request: Permintaan, objek: Klasifikasi, bagian: str) -> dict[str, Any]:
        """What stands above and below the code."""
        return {
            "fakta": [("Kode", objek.kode), ("Masalah", objek.nama), ("Versi", objek.versi_klasifikasi)],
            "bawah": list(objek.anak.hidup().order_by("urut", "pk")),
        }


class KlasifikasiTambah(Tambah):
    model, form, permission = Klasifikasi, KlasifikasiForm, "arsip.add_klasifikasi"
    judul, daftar = "Kode klasifikasi baru", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Klasifikasi:
        """The service finds the code above."""
        return services.klasifikasi_tambah(oleh=request.user, **form.cleaned_data)


class KlasifikasiUbah(Ubah):
    model, form, permission = Klasifikasi, KlasifikasiUbahForm, "arsip.change_klasifikasi"
    judul, daftar = "Ubah nama kode", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Klasifikasi:
        """The name alone."""
        return services.klasifikasi_ubah(klasifikasi=objek, oleh=request.user, nama=form.cleaned_data["nama"])


class KlasifikasiBuang(Buang):
    model, permission, daftar = Klasifikasi, "arsip.delete_klasifikasi", DAFTAR


class KlasifikasiPulihkan(Pulihkan):
    model, permission, daftar = Klasifikasi, "arsip.delete_klasifikasi", DAFTAR
