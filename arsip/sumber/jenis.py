"""Kinds of records, in the order in which a box holds them."""

from __future__ import annotations

from arsip.models import JenisArsip
from inti.pages.sumber import K, Sumber

LIHAT = "arsip.view_jenisarsip"


class JenisSumber(Sumber):
    model, jalur, jenis, sampah = JenisArsip, "jra/jenis/", "jenis-arsip", False
    kolom = (
        K("nama", "Jenis arsip", utama=True),
        K("kode", kelas="tu-kode hp-kanan"),
        K("urutan", urut=True, kelas="n hp-tidak"),
    )
    urut_awal, ekspor_urut, isian = "urutan", ("urutan", "id"), ("kode", "nama", "urutan")
    fakta = (
        "nama",
        "kode",
        K("urutan", "Urutan dalam boks"),
        K("banyaknya", "Banyaknya", isi=lambda j: f"{j.berkas.ada().count()} berkas"),
    )
    daftar = {
        "ekspor_izin": LIHAT,
        "tambah": ("Jenis baru", "arsip:jenisarsip_tambah", "arsip.add_jenisarsip"),
        "kosong": ("Belum ada jenis arsip", "Misalnya surat masuk, surat keluar, berkas klaim, keuangan."),
    }
