"""The schedule of retention, the kinds of records."""

from __future__ import annotations

from typing import Any

from arsip.columns.jra import JadwalColumns, JenisColumns, berlaku
from arsip.filters.jra import JadwalFilter
from arsip.forms.jra import JadwalForm, JenisForm
from arsip.models import BerkasArsip, JadwalRetensi, JenisArsip
from arsip.services import retensi as services
from inti.pages import Bagian, Daftar, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan

JRA = ("Jadwal retensi", "arsip:jadwalretensi_daftar")
JENIS = ("Jenis arsip", "arsip:jenisarsip_daftar")
FAKTA = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)


class JadwalDaftar(Daftar):
    impor = "jra"
    model, columns, filters = JadwalRetensi, JadwalColumns, JadwalFilter
    permission, judul, urut_awal = "arsip.view_jadwalretensi", "Jadwal retensi arsip", "urut"
    cari_di, cari_petunjuk = ("kode", "uraian"), "Kode atau uraian"
    tampilan = (("Permanen", "nasib=permanen"), ("Dinilai kembali", "nasib=dinilai"))
    tambah = ("Baris baru", "arsip:jadwalretensi_tambah", "arsip.add_jadwalretensi")
    tautan = (
        ("Jenis arsip", "tag", "arsip:jenisarsip_daftar", "arsip.view_jenisarsip"),
        ("Parameter", "adjustments-horizontal", "arsip:parameterarsip_daftar", "arsip.view_parameterarsip"),
    )
    ekspor_izin = "arsip.view_jadwalretensi"
    kosong = ("Belum ada jadwal retensi", "Muat JRA dari berkas pada halaman Impor, atau tambah barisnya di sini.")


class JadwalRincian(Rincian):
    model, permission, daftar = JadwalRetensi, "arsip.view_jadwalretensi", JRA
    ubah_rute, bagian = "arsip:jadwalretensi_ubah", FAKTA

    def isi(self, request: Permintaan, objek: JadwalRetensi, bagian: str) -> dict[str, Any]:
        """The row, and how many records it rules."""
        return {
            "fakta": [
                ("Kode", objek.kode),
                ("Jenis arsip", objek.uraian),
                ("Masa aktif", f"{objek.aktif_tahun} tahun"),
                ("Masa inaktif", f"{objek.inaktif_tahun} tahun"),
                ("Keterangan akhir", objek.get_nasib_display()),
                ("Dihitung", objek.get_peristiwa_display()),
                ("Dasar hukum", objek.dasar_hukum),
                ("Berlaku", berlaku(objek)),
                ("Mengatur", f"{BerkasArsip.objects.ada().filter(retensi=objek).count()} berkas"),
            ]
        }


class JadwalTambah(Tambah):
    model, form, permission = JadwalRetensi, JadwalForm, "arsip.add_jadwalretensi"
    judul, daftar = "Baris jadwal retensi baru", JRA

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> JadwalRetensi:
        """The dates of its records follow."""
        return services.jadwal_tambah(isian=form.cleaned_data, oleh=request.user)


class JadwalUbah(Ubah):
    model, form, permission = JadwalRetensi, JadwalForm, "arsip.change_jadwalretensi"
    judul, daftar = "Ubah jadwal retensi", JRA

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> JadwalRetensi:
        """The dates of its records follow."""
        return services.jadwal_ubah(jadwal=objek, isian=form.cleaned_data, oleh=request.user)


class JenisDaftar(Daftar):
    model, columns, permission = JenisArsip, JenisColumns, "arsip.view_jenisarsip"
    judul, urut_awal, ekspor_izin = "Jenis arsip", "urutan", "arsip.view_jenisarsip"
    tambah = ("Jenis baru", "arsip:jenisarsip_tambah", "arsip.add_jenisarsip")
    kosong = ("Belum ada jenis arsip", "Misalnya surat masuk, surat keluar, berkas klaim, keuangan.")


class JenisRincian(Rincian):
    model, permission, daftar = JenisArsip, "arsip.view_jenisarsip", JENIS
    ubah_rute, bagian = "arsip:jenisarsip_ubah", FAKTA

    def isi(self, request: Permintaan, objek: JenisArsip, bagian: str) -> dict[str, Any]:
        """The kind, and how many records are of it."""
        return {
            "fakta": [
                ("Jenis arsip", objek.nama),
                ("Kode", objek.kode),
                ("Urutan dalam boks", objek.urutan),
                ("Banyaknya", f"{objek.berkas.ada().count()} berkas"),
            ]
        }


class JenisTambah(Tambah):
    model, form, permission = JenisArsip, JenisForm, "arsip.add_jenisarsip"
    judul, daftar = "Jenis arsip baru", JENIS


class JenisUbah(Ubah):
    model, form, permission = JenisArsip, JenisForm, "arsip.change_jenisarsip"
    judul, daftar = "Ubah jenis arsip", JENIS
