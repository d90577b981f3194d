"""Whose papers are not complete, and the letter that asks for them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from inti.pages import Columns, Daftar, Kolom, Massal
from inti.permintaan import Permintaan
from kepegawaian.filters.pegawai import JatuhTempoFilter
from kepegawaian.models import Keadaan, Pegawai
from kepegawaian.queries.berkas import jumlah_kurang, kelengkapan


class KurangFilter(JatuhTempoFilter):
    dalam = None


class KurangColumns(Columns):
    hubungan = ("unit",)
    rute = "kepegawaian:pegawai"
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-kanan")
    unit = Kolom("Unit", "unit.nama", kelas="hp-tidak")
    lengkap = Kolom("Lengkap", lambda o: f"{o.lengkap.persen} %", kelas="n hp-tidak")
    kurang = Kolom("Belum ada", lambda o: ", ".join(str(k) for k in o.lengkap.kurang), kelas="hp-penuh")


class KurangDaftar(Daftar):
    model, columns, filters, permission = Pegawai, KurangColumns, KurangFilter, "kepegawaian.lihat_rekap_pegawai"
    judul, urut_awal, cari_di, cari_petunjuk = "Berkas belum lengkap", "nama", ("nama", "nip"), "Nama atau NIP"
    ekspor_izin = "kepegawaian.lihat_rekap_pegawai"
    massal = (
        Massal(
            "Terbitkan surat permintaan",
            "kepegawaian:berkas_surat",
            "kepegawaian.terbitkan_surat_pegawai",
            "envelope",
            True,
        ),
    )
    tautan = (
        ("Menurut unit", "chart-bar", "kepegawaian:kelengkapan", "kepegawaian.lihat_rekap_pegawai"),
        ("Kategori", "tag", "kepegawaian:kategori_daftar", "kepegawaian.view_kategoriberkas"),
    )
    kosong = ("Semua berkas lengkap", "Pegawai yang berkasnya kurang tampil di sini.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Active staff who lack a required paper."""
        aktif = super().kueri(request).filter(keadaan=Keadaan.AKTIF)
        return aktif.filter(pk__in=[pk for pk, n in jumlah_kurang(aktif).items() if n])

    def lengkapi(self, baris: list[Any]) -> None:
        """What each lacks."""
        lengkap = kelengkapan(baris, None)
        for p in baris:
            p.lengkap = lengkap[p.pk]
