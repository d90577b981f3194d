"""Units of the office: a tree, whose paths the service keeps."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet

from inti.columns.sistem import unit_berlekuk
from inti.forms.kantor import UnitForm
from inti.models import UnitKerja
from inti.pages import Daftar
from inti.pages.sumber import K, Sumber
from inti.permintaan import Permintaan
from inti.services.unit import unit_pulihkan, unit_tambah, unit_ubah


def _dengan_banyak(kueri: QuerySet) -> QuerySet:
    aktif = Q(pengguna__is_active=True, pengguna__dibuang_pada__isnull=True)
    return kueri.annotate(banyak=Count("pengguna", filter=aktif))


class _DaftarBerhitung(Daftar):
    def kueri(self, request: Permintaan) -> QuerySet:
        """Units with how many people work in each."""
        return _dengan_banyak(super().kueri(request))


class UnitSumber(Sumber):
    model, jalur, ruang, rute, judul = UnitKerja, "kantor/unit/", "", "unit", "Unit kerja"
    ikon, jenis, ekspor_urut = "building-office-2", "unit-kerja", ("jalur", "id")
    kolom = (
        K("nama", "Unit kerja", utama=True, urut="jalur", isi=unit_berlekuk, ekspor="nama"),
        K("kode", "Kode", urut=True, kelas="hp-kanan"),
        K("banyak", "Pengguna aktif", kelas="n hp-tidak"),
    )
    urut_awal, cari, cari_petunjuk = "jalur", ("nama", "kode"), "Nama atau kode unit"
    form, pilihan_sempit = UnitForm, False  # the form offers the whole tree
    layanan = {"tambah": unit_tambah, "ubah": unit_ubah, "pulihkan": unit_pulihkan}
    fakta = (
        K("nama", "Nama"),
        "kode",
        K("induk", "Unit induk"),
        K("anak", "Unit di bawahnya", isi=lambda u: ", ".join(u.anak.hidup().values_list("nama", flat=True))),
    )
    halaman = {Daftar: _DaftarBerhitung}
    daftar = {
        "ekspor_izin": "inti.view_unitkerja",
        "kosong": ("Belum ada unit kerja", "Mulai dari unit paling atas, misalnya nama dinas."),
    }

    @classmethod
    def tabel_kueri(cls, pengguna: Any) -> QuerySet:
        """With the counts."""
        return _dengan_banyak(super().tabel_kueri(pengguna))
