"""Pages of the staff files, by attributes on the kernel's generic views."""

from __future__ import annotations

from typing import Any

from inti.pages import Bagian, Buang, Columns, Daftar, Kolom, Pulihkan, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan
from kepegawaian.forms.pegawai import PegawaiForm
from kepegawaian.models import Pegawai

DAFTAR = ("Pegawai", "kepegawaian:pegawai_daftar")


class PegawaiColumns(Columns):
    hubungan = ("unit",)
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    nip = Kolom("NIP", "nip_tampil", kelas="t hp-tidak")
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-kanan")
    pangkat = Kolom(
        "Pangkat", lambda o: f"{o.pangkat_surat} ({o.pangkat})" if o.pangkat_surat else "", kelas="hp-tidak"
    )
    jabatan = Kolom("Jabatan", "jabatan", kelas="hp-penuh")
    unit = Kolom("Unit", "unit.nama", kelas="hp-tidak")
    tanda_tangan = Kolom("Menandatangani", lambda o: "Ya" if o.boleh_menandatangani else "Tidak", kelas="hp-tidak")


class PegawaiDaftar(Daftar):
    model, columns, permission, judul = Pegawai, PegawaiColumns, "kepegawaian.view_pegawai", "Pegawai"
    urut_awal, cari_di, cari_petunjuk = "nama", ("nama", "nip", "jabatan"), "Nama, NIP, atau jabatan"
    tambah = ("Pegawai baru", "kepegawaian:pegawai_tambah", "kepegawaian.add_pegawai")
    tautan = (("Tempat sampah", "trash", "kepegawaian:pegawai_sampah", "kepegawaian.delete_pegawai"),)
    ekspor_izin = "kepegawaian.change_pegawai"
    kosong = ("Belum ada pegawai", "Pegawai yang dicatat tampil di sini.")


class PegawaiRincian(Rincian):
    model, permission, daftar = Pegawai, "kepegawaian.view_pegawai", DAFTAR
    hubungan = ("unit", "pengguna")
    ubah_rute, buang_rute = "kepegawaian:pegawai_ubah", "kepegawaian:pegawai_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)
    catat_baca = True

    def isi(self, request: Permintaan, objek: Pegawai, bagian: str) -> dict[str, Any]:
        """Facts of the person."""
        fakta = [
            ("Jenis", objek.get_jenis_display()),
            ("NIP/NI PPPK", objek.nip_tampil),
            ("Pangkat", f"{objek.pangkat_surat} ({objek.pangkat})" if objek.pangkat_surat else ""),
            ("Jabatan", objek.jabatan),
            ("Unit kerja", objek.unit.nama),
            ("Akun", objek.pengguna.username if objek.pengguna else ""),
            ("Menandatangani surat", "Ya" if objek.boleh_menandatangani else "Tidak"),
            ("Atas nama", objek.atas_nama),
        ]
        return {"fakta": fakta}


class _DenganPengguna:
    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> PegawaiForm:
        """The form offers only units and accounts within the user's own."""
        return PegawaiForm(data, instance=objek, pengguna=request.user)


class PegawaiTambah(_DenganPengguna, Tambah):
    model, form, permission, judul, daftar = Pegawai, PegawaiForm, "kepegawaian.add_pegawai", "Pegawai baru", DAFTAR


class PegawaiUbah(_DenganPengguna, Ubah):
    model, form, permission, judul, daftar = Pegawai, PegawaiForm, "kepegawaian.change_pegawai", "Ubah pegawai", DAFTAR


class PegawaiBuang(Buang):
    model, permission, daftar = Pegawai, "kepegawaian.delete_pegawai", DAFTAR


class PegawaiPulihkan(Pulihkan):
    model, permission, daftar = Pegawai, "kepegawaian.delete_pegawai", DAFTAR
