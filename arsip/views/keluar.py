"""The book of outgoing letters."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django import forms

from arsip.models import SuratKeluar
from inti.formats import tanggal_panjang
from inti.pages import Bagian, Columns, Daftar, Kolom, Rincian
from inti.permintaan import Permintaan
from inti.templatetags.tu import status_html


class SuratKeluarColumns(Columns):
    hubungan = ("nomor", "penandatangan", "unit")
    nomor = Kolom("Nomor", "nomor.teks", kelas="t", utama=True)
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-kanan")
    tujuan = Kolom("Tujuan", "tujuan", kelas="hp-penuh")
    hal = Kolom("Hal", "hal", kelas="hp-tidak")
    penandatangan = Kolom("Penanda tangan", "penandatangan.nama", kelas="hp-tidak")
    status = Kolom("Status", lambda o: status_html(*o.status_tampil), ekspor=lambda o: o.get_keadaan_display())


class SuratKeluarFilter(saring.FilterSet):
    keadaan = saring.ChoiceFilter(
        label="Status",
        empty_label="Status",
        choices=SuratKeluar.Keadaan.choices,
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    class Meta:
        model = SuratKeluar
        fields: list[str] = []


class SuratKeluarDaftar(Daftar):
    model, columns, filters = SuratKeluar, SuratKeluarColumns, SuratKeluarFilter
    permission, judul = "arsip.view_suratkeluar", "Surat keluar"
    urut_awal, cari_di, cari_petunjuk = "-tanggal", ("nomor__teks", "tujuan", "hal"), "Nomor, tujuan, atau hal"
    ekspor_izin = "arsip.view_suratkeluar"
    kosong = ("Belum ada surat keluar", "Surat yang disetujui dan bernomor tercatat di sini.")


class SuratKeluarRincian(Rincian):
    model, permission, daftar = SuratKeluar, "arsip.view_suratkeluar", ("Surat keluar", "arsip:suratkeluar_daftar")
    hubungan = ("nomor", "unit", "penandatangan", "dokumen__berkas")
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/surat_keluar.html"),)

    def isi(self, request: Permintaan, objek: SuratKeluar, bagian: str) -> dict[str, Any]:
        """Facts of the letter."""
        fakta = [
            ("Nomor", objek.nomor.teks),
            ("Tanggal", tanggal_panjang(objek.tanggal)),
            ("Tujuan", objek.tujuan),
            ("Hal", objek.hal),
            ("Kode klasifikasi", objek.klasifikasi),
            ("Unit pengolah", objek.unit.nama),
            ("Penanda tangan", objek.penandatangan.nama),
            ("Alasan pembatalan", objek.alasan_batal),
        ]
        return {"fakta": [f for f in fakta if f[1]]}
