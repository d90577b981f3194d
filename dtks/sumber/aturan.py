"""Dated rules, papers, periods and hours of the counter: edited here, without a programmer."""

from __future__ import annotations

from typing import Any

from dtks.models import AturanLayanan, JamLayanan, PeriodePengajuan, SyaratBerkas
from inti.forms.dasar import pilihan
from inti.models import UnitKerja
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import SumberBertanggal
from kepegawaian.models import Pegawai

ATURAN = ("Aturan", "adjustments-horizontal", "dtks:aturan_daftar", "dtks.view_aturanlayanan")
SYARAT = ("Syarat berkas", "paper-clip", "dtks:syarat_daftar", "dtks.view_syaratberkas")
PERIODE = ("Periode pengajuan", "calendar-days", "dtks:periode_daftar", "dtks.view_periodepengajuan")
JAM = ("Jam layanan", "clock", "dtks:jam_daftar", "dtks.view_jamlayanan")
KETERANGAN = (
    "Yang berlaku pada tanggal permohonanlah yang dipakai. Bila aturan berubah, buka barisnya lalu Ganti mulai tanggal."
)


class AturanSumber(SumberBertanggal):
    model, jalur = AturanLayanan, "aturan/"
    kolom = (
        K("jenis", "Jenis", utama=True, urut=True),
        K("sasaran", "Desil sasaran", kelas="hp-tidak"),
        K("id_dtks_wajib", "ID-DTKS wajib", kelas="hp-tidak"),
        K("persetujuan", kelas="hp-tidak"),
    )
    saring = ("jenis",)
    isian = (
        "jenis", "desil_min", "desil_max", "id_dtks_wajib", "masa_berlaku_surat", "umur_pengantar", "umur_faskes",
        "persetujuan", "penandatangan", "unit_pelaksana", "tujuan_surat", "kode_klasifikasi",
    )  # fmt: skip
    sebelah = (SYARAT, PERIODE, JAM)
    daftar = {"keterangan": KETERANGAN}

    @classmethod
    def pilihan(cls, form: Any, pengguna: Any) -> None:
        """Whoever may sign, and any unit of the office."""
        pilihan(form, "penandatangan", Pegawai.objects.hidup().filter(boleh_menandatangani=True))
        pilihan(form, "unit_pelaksana", UnitKerja.objects.hidup())


class SyaratSumber(SumberBertanggal):
    model, jalur = SyaratBerkas, "syarat/"
    kolom = (K("nama", "Berkas", utama=True), K("jenis", "Jenis", urut=True, kelas="hp-penuh"), K("wajib"))
    saring = ("jenis", "wajib")
    isian = ("jenis", "kode", "nama", "wajib", "urutan")
    sebelah = (ATURAN, PERIODE, JAM)
    daftar = {"keterangan": KETERANGAN}


class PeriodeSumber(SumberBertanggal):
    model, jalur = PeriodePengajuan, "periode/"
    kolom, isian = (K("nama", "Periode", utama=True),), ("nama",)
    urut_awal, sebelah = "-berlaku_mulai", (ATURAN, SYARAT, JAM)
    daftar = {"keterangan": "Di luar periode, pengajuan baru disarankan ditolak."}


class JamSumber(SumberBertanggal):
    model, jalur = JamLayanan, "jam/"
    kolom = (K("hari", "Hari", utama=True), K("pukul", "Pukul", kelas="t hp-penuh"))
    isian = ("hari_awal", "hari_akhir", "buka", "tutup", "istirahat_mulai", "istirahat_selesai")
    urut_awal, sebelah = "hari_awal", (ATURAN, SYARAT, PERIODE)
    daftar = {
        "keterangan": "Tampil di halaman cek publik, lembar warga, dan poster. Hari yang tidak tertulis berarti tutup.",
        "kosong": ("Jam layanan belum diisi", "Tambahkan hari dan jam loket agar warga tahu kapan dapat datang."),
    }
