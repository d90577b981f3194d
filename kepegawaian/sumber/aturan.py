"""Rule values by date, and rules of leave: edited here, without a programmer."""

from __future__ import annotations

from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import SumberBertanggal
from kepegawaian.forms.aturan import AturanForm
from kepegawaian.models import AturanCuti, AturanKepegawaian


class AturanSumber(SumberBertanggal):
    model, jalur, form = AturanKepegawaian, "aturan/", AturanForm
    kolom = (
        K("keterangan", "Aturan", utama=True),
        K("kode", "Kode", urut=True, kelas="tu-kode hp-penuh"),
        K("nilai", kelas="hp-kanan"),
    )
    urut_awal, cari, cari_petunjuk = "kode", ("kode", "keterangan", "dasar_hukum"), "Kode, keterangan, atau dasar"
    isian = ("keterangan", "kode", "nilai")
    sebelah = (("Isi aturan yang berlaku", "sparkles", "kepegawaian:aturan_awal", "kepegawaian.add_aturankepegawaian"),)
    daftar = {"keterangan": "Perubahan aturan dicatat sebagai baris baru; yang lama tetap berlaku untuk tanggalnya."}


class AturanCutiSumber(SumberBertanggal):
    model, jalur = AturanCuti, "cuti/aturan/"
    kolom = (
        K("jenis", "Jenis", utama=True),
        K("kelompok", "Kelompok", kelas="t hp-kanan"),
        K("hak_tampil", "Hak", kelas="t hp-penuh"),
        K("masa_kerja", "Masa kerja (bulan)", kelas="n hp-tidak"),
        K("sisa_tampil", "Dengan sisa", kelas="n hp-tidak"),
    )
    urut_awal, saring = "id", ("jenis", "kelompok")
    isian = (
        "jenis", "kelompok", "hak", "satuan", "masa_kerja", "simpan", "simpan_tertunda", "surat_mulai",
        "surat_pemerintah_mulai", "kelahiran", "jeda",
    )  # fmt: skip
    daftar = {
        "template": "kepegawaian/aturan_cuti.html",
        "keterangan": "Yang berlaku pada tanggal mulai cutilah yang dipakai. Bila berubah, Ganti mulai tanggal.",
        "kosong": ("Belum ada aturan cuti", "Tanpa aturan tidak ada cuti yang dapat diajukan."),
    }
