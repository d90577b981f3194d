"""The retention schedule and the archive's own numbers by date: edited here, without a programmer."""

from __future__ import annotations

from typing import Any

from arsip.forms.jra import JadwalForm
from arsip.models import BerkasArsip, JadwalRetensi, ParameterArsip
from arsip.services.retensi import jadwal_ganti, jadwal_tambah, jadwal_ubah
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import SumberBertanggal


class JadwalSumber(SumberBertanggal):
    """The dates of records follow each change."""

    model, jalur, form, judul, sampah = JadwalRetensi, "jra/", JadwalForm, "Jadwal retensi arsip", False
    kolom = (
        K("kode", "Kode", urut="urut", kelas="t", utama=True),
        K("uraian", "Uraian", kelas="hp-penuh"),
        K("aktif_tahun", "Aktif", kelas="n hp-tidak"),
        K("inaktif_tahun", "Inaktif", kelas="n hp-tidak"),
        K("nasib", "Keterangan akhir", kelas="hp-kanan"),
        K("peristiwa", "Peristiwa", kelas="hp-tidak"),
    )
    urut_awal, cari, cari_petunjuk, saring = "urut", ("kode", "uraian"), "Kode atau uraian", ("nasib", "peristiwa")
    ekspor_urut = ("urut", "berlaku_mulai", "id")
    fakta = (
        K("kode", "Kode"),
        "uraian",
        K("aktif_tahun", "Masa aktif", isi=lambda j: f"{j.aktif_tahun} tahun"),
        K("inaktif_tahun", "Masa inaktif", isi=lambda j: f"{j.inaktif_tahun} tahun"),
        K("nasib", "Keterangan akhir"),
        K("peristiwa", "Dihitung"),
        K("masa", "Berlaku"),
        "dasar_hukum",
        "tanda",
        K("mengatur", "Mengatur", isi=lambda j: f"{BerkasArsip.objects.ada().filter(retensi=j).count()} berkas"),
    )
    sebelah = (
        ("Jenis arsip", "tag", "arsip:jenisarsip_daftar", "arsip.view_jenisarsip"),
        ("Parameter", "adjustments-horizontal", "arsip:parameterarsip_daftar", "arsip.view_parameterarsip"),
    )
    daftar = {
        "impor": "jra",
        "tambah": ("Baris baru", "arsip:jadwalretensi_tambah", "arsip.add_jadwalretensi"),
        "tampilan": (
            ("Berlaku hari ini", "berlaku=kini"),
            ("Permanen", "nasib=permanen"),
            ("Dinilai kembali", "nasib=dinilai"),
        ),
        "kosong": (
            "Belum ada jadwal retensi",
            "Muat JRA dari berkas pada halaman Impor, atau tambah barisnya di sini.",
        ),
    }

    @classmethod
    def tambah(cls, isian: dict[str, Any], oleh: Any) -> Any:
        return jadwal_tambah(isian=isian, oleh=oleh)

    @classmethod
    def ubah(cls, objek: Any, isian: dict[str, Any], oleh: Any) -> Any:
        return jadwal_ubah(jadwal=objek, isian=isian, oleh=oleh)

    @classmethod
    def ganti(cls, objek: Any, isian: dict[str, Any], oleh: Any) -> Any:
        return jadwal_ganti(jadwal=objek, isian=isian, oleh=oleh)


class ParameterSumber(SumberBertanggal):
    model, jalur, sampah = ParameterArsip, "jra/parameter/", False
    kolom = (K("kode", "Parameter", utama=True), K("nilai", kelas="n hp-kanan"))
    urut_awal, saring, isian = "-berlaku_mulai", ("kode",), ("kode", "nilai")
    daftar = {
        "tambah": ("Parameter baru", "arsip:parameterarsip_tambah", "arsip.add_parameterarsip"),
        "kosong": ("Belum ada parameter", "Tanpa baris di sini berlaku nilai bawaan: 10 tahun, 7 hari, 7 hari."),
    }
