"""Places where papers lie: the tree, one place, new, change, trash."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms.dasar import FormRekam, pilihan
from inti.models import Tempat
from inti.pages import Bagian, Buang, Columns, Daftar, Kolom, Pulihkan, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan
from inti.services.tempat import tempat_tambah, tempat_ubah

DAFTAR = ("Tempat arsip", "tempat_daftar")


class TempatColumns(Columns):
    jalur = Kolom("Letak", lambda o: str(o), urut="jalur", kelas="tu-kode", utama=True)
    nama = Kolom("Nama", "nama", kelas="hp-penuh")
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-kanan")


class TempatForm(FormRekam):
    """A place; it can't lie within itself."""

    class Meta:
        model = Tempat
        fields = ["kode", "nama", "jenis", "induk"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = Tempat.objects.hidup()
        if self.instance.pk:
            ada = ada.exclude(jalur__startswith=self.instance.jalur)
        pilihan(self, "induk", ada)
        self.fields["kode"].widget = forms.TextInput(attrs={"autocapitalize": "none"})


class TempatDaftar(Daftar):
    model, columns, judul, permission = Tempat, TempatColumns, "Tempat arsip", "inti.view_tempat"
    urut_awal, cari_di, cari_petunjuk = "jalur", ("kode", "nama"), "Kode atau nama"
    tambah = ("Tempat baru", "tempat_tambah", "inti.add_tempat")
    tautan = (("Tempat sampah", "trash", "tempat_sampah", "inti.delete_tempat"),)
    ekspor_izin = "inti.view_tempat"
    kosong = ("Belum ada tempat", "Mulai dari gedung atau ruang, lalu lemari, rak, dan boks di dalamnya.")


class TempatRincian(Rincian):
    model, permission, daftar = Tempat, "inti.view_tempat", DAFTAR
    hubungan = ("induk",)
    ubah_rute, buang_rute = "tempat_ubah", "tempat_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: Tempat, bagian: str) -> dict[str, Any]:
        """Facts of the place."""
        anak = ", ".join(objek.anak.hidup().order_by("jalur").values_list("nama", flat=True))
        return {
            "fakta": [
                ("Nama", objek.nama),
                ("Jenis", objek.get_jenis_display()),
                ("Terletak di", objek.induk),
                ("Di dalamnya", anak),
            ]
        }


class TempatTambah(Tambah):
    model, form, permission = Tempat, TempatForm, "inti.add_tempat"
    judul, daftar = "Tempat baru", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Tempat:
        """The service finds the path."""
        return tempat_tambah(oleh=request.user, **form.cleaned_data)


class TempatUbah(Ubah):
    model, form, permission = Tempat, TempatForm, "inti.change_tempat"
    judul, daftar = "Ubah tempat", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Tempat:
        """The service moves what lies below along."""
        return tempat_ubah(tempat=objek, oleh=request.user, **form.cleaned_data)


class TempatBuang(Buang):
    model, permission, daftar = Tempat, "inti.delete_tempat", DAFTAR


class TempatPulihkan(Pulihkan):
    model, permission, daftar = Tempat, "inti.delete_tempat", DAFTAR
