"""Schools and universities that send interns: of the whole office."""

from __future__ import annotations

from typing import Any

from inti.pages import Bagian, Rincian
from inti.pages.sumber import K, Sumber
from inti.permintaan import Permintaan
from kepegawaian.columns.magang import PesertaColumns
from kepegawaian.models import PesertaMagang, Sekolah


class _DenganPeserta(Rincian):
    def isi(self, request: Permintaan, objek: Sekolah, bagian: str) -> dict[str, Any]:
        """Its interns whom the user may meet."""
        peserta = PesertaMagang.objects.untuk(request.user).filter(sekolah=objek).order_by("-mulai", "nama")
        return {"peserta": list(peserta.select_related(*PesertaColumns.hubungan)[:50])}


class SekolahSumber(Sumber):
    model, jalur, judul = Sekolah, "magang/sekolah/", "Sekolah"
    jenis, judul_ekspor = "magang-sekolah", "Sekolah asal magang"
    kolom = (
        K("nama", utama=True, urut=True),
        K("jenis", kelas="hp-kanan"),
        K("kota", kelas="hp-penuh"),
        K("pimpinan", kelas="hp-tidak"),
    )
    urut_awal, cari, cari_petunjuk = "nama", ("nama", "kota"), "Nama atau kota"
    isian = ("nama", "jenis", "pimpinan", "alamat", "kota", "telepon")
    daftar = {
        "ekspor_izin": "kepegawaian.change_sekolah",
        "kosong": ("Belum ada sekolah", "Sekolah atau kampus yang mengirim peserta magang tampil di sini."),
    }
    rincian = {"bagian": (Bagian("ringkasan", "Ringkasan", "kepegawaian/magang_sekolah.html"),)}
    halaman = {Rincian: _DenganPeserta}
