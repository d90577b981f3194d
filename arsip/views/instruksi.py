"""The sentences of the disposition sheet."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from arsip import services
from arsip.columns.masuk import InstruksiColumns
from arsip.forms.disposisi import InstruksiForm
from arsip.models import InstruksiDisposisi
from inti.access import dengan_izin
from inti.galat import SudahDikirim
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan

IZIN = "arsip.{}_instruksidisposisi"
DAFTAR = ("Instruksi disposisi", "arsip:instruksidisposisi_daftar")


class InstruksiDaftar(Daftar):
    model, columns, permission, judul = InstruksiDisposisi, InstruksiColumns, IZIN.format("view"), DAFTAR[0]
    urut_awal, template = "urut", "arsip/instruksi_daftar.html"
    tambah = ("Instruksi baru", "arsip:instruksidisposisi_tambah", IZIN.format("add"))
    tautan = (("Tempat sampah", "trash", "arsip:instruksidisposisi_sampah", IZIN.format("delete")),)
    keterangan = "Kalimat yang dapat dicentang pada disposisi. Yang sudah dikirim tetap seperti semula."
    kosong = ("Belum ada instruksi", "Tanpa instruksi, disposisi hanya berisi catatan.")


class InstruksiRincian(Rincian):
    model, permission, daftar = InstruksiDisposisi, IZIN.format("view"), DAFTAR
    ubah_rute, buang_rute = "arsip:instruksidisposisi_ubah", "arsip:instruksidisposisi_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: InstruksiDisposisi, bagian: str) -> dict[str, Any]:
        """The sentence and its place."""
        return {"fakta": [("Instruksi", objek.nama), ("Urutan", objek.urut)]}


class InstruksiTambah(Tambah):
    model, form, permission = InstruksiDisposisi, InstruksiForm, IZIN.format("add")
    judul, daftar, kembali = "Instruksi baru", DAFTAR, DAFTAR[1]


class InstruksiUbah(Ubah):
    model, form, permission = InstruksiDisposisi, InstruksiForm, IZIN.format("change")
    judul, daftar, kembali = "Ubah instruksi", DAFTAR, DAFTAR[1]


class InstruksiBuang(Buang):
    model, permission, daftar = InstruksiDisposisi, IZIN.format("delete"), DAFTAR


class InstruksiPulihkan(Pulihkan):
    model, permission, daftar = InstruksiDisposisi, IZIN.format("delete"), DAFTAR


@dengan_izin(IZIN.format("add"), metode=("POST",))
def instruksi_isi(request: Permintaan) -> HttpResponse:
    """Add the common sentences that are not there."""
    try:
        banyak = services.instruksi_isi(oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    messages.success(request, f"{banyak} instruksi ditambahkan.")
    return redirect(DAFTAR[1])
