"""The sentences of the disposition sheet: of the whole office; a disposition that was sent keeps its own words."""

from __future__ import annotations

from arsip.models import InstruksiDisposisi
from inti.pages.sumber import K, Sumber


class InstruksiSumber(Sumber):
    model, jalur, judul = InstruksiDisposisi, "disposisi/instruksi/", "Instruksi disposisi"
    kolom = (K("nama", utama=True), K("urut", "Urutan", urut=True, kelas="n"))
    urut_awal = "urut"
    isian = ("nama", "urut")
    kembali_ke_daftar = True
    daftar = {
        "template": "arsip/instruksi_daftar.html",
        "keterangan": "Kalimat yang dapat dicentang pada disposisi. Yang sudah dikirim tetap seperti semula.",
        "kosong": ("Belum ada instruksi", "Tanpa instruksi, disposisi hanya berisi catatan."),
    }
