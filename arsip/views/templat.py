"""Templates of letters, kept by the letter desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arsip.columns.naskah import TemplatColumns
from arsip.documents.naskah import surat_naskah
from arsip.forms.templat import TemplatForm
from arsip.models import Naskah, SumberData, TemplatSurat
from arsip.queries.naskah import penandatangan_surat
from arsip.services import templat as layanan_templat
from arsip.services import templat_awal as layanan_templat_awal
from arsip.services.templat_awal import templat_bawaan
from inti.access import dengan_izin
from inti.documents import gambar_surat
from inti.galat import AturanDilanggar, SudahDikirim
from inti.pages import Aksi, Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah, objek_atau_404, selesai
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from inti.rules.isian import BAKU, BAKU_PEGAWAI
from inti.views.berkas import balasan_berkas

LIHAT, DAFTAR = "arsip.view_templatsurat", ("Templat surat", "arsip:templatsurat_daftar")


class TemplatDaftar(Daftar):
    model, columns, permission, judul = TemplatSurat, TemplatColumns, LIHAT, "Templat surat"
    urut_awal, cari_di, cari_petunjuk = "nama", ("nama", "kode", "hal"), "Nama atau hal"
    tambah, ekspor_izin = ("Templat baru", "arsip:templatsurat_tambah", "arsip.add_templatsurat"), LIHAT
    tautan = (
        ("Isi yang lazim", "sparkles", "arsip:templatsurat_awal", "arsip.add_templatsurat"),
        ("Pola nomor", "hashtag", "arsip:polanomor_daftar", "arsip.view_polanomor"),
        ("Tempat sampah", "trash", "arsip:templatsurat_sampah", "arsip.delete_templatsurat"),
    )
    kosong = ("Belum ada templat", "Buat templat pertama: teks surat dengan bidang isian.")


@dengan_izin("arsip.add_templatsurat", metode=("GET", "POST"))
def templat_awal(request: Permintaan) -> HttpResponse:
    """Fill in the usual letters: for an office that begins."""
    if request.method == "POST":
        try:
            layanan_templat_awal.templat_awal_isi(oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        return selesai(request, DAFTAR[1], "Templat dan pola nomor terisi. Yang sudah ada tidak diubah.")
    isi = {"judul": "Isi templat yang lazim", "baris": templat_bawaan()}
    return render(request, "arsip/templat_awal.html", isi)


class TemplatRincian(Rincian):
    model, permission, daftar = TemplatSurat, LIHAT, DAFTAR
    ubah_rute, buang_rute = "arsip:templatsurat_ubah", "arsip:templatsurat_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/templat.html"),)

    def aksi(self, request: Permintaan, objek: TemplatSurat) -> list[Any]:
        """Its page, a list for a batch, a letter out of it."""
        hasil = [
            Aksi("Pratinjau", reverse("arsip:templatsurat_pratinjau", args=[objek.pk]), "document-text"),
            Aksi("Daftar kosong", reverse("arsip:templatsurat_contoh", args=[objek.pk]), "table-cells"),
        ]
        if objek.aktif and objek.sumber != SumberData.APLIKASI and request.user.has_perm("arsip.add_naskah"):
            hasil.append(Aksi("Tulis surat", reverse("arsip:naskah_tambah", args=[objek.pk]), "pencil", utama=True))
        return hasil

    def isi(self, request: Permintaan, objek: TemplatSurat, bagian: str) -> dict[str, Any]:
        """Its blanks, and those that every letter has."""
        return {"baku": [*BAKU.items(), *(BAKU_PEGAWAI.items() if objek.sumber else ())]}


class TemplatTambah(Tambah):
    model, form, permission = TemplatSurat, TemplatForm, "arsip.add_templatsurat"
    judul, daftar = "Templat surat baru", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> TemplatSurat:
        """Unknown blanks are refused."""
        return layanan_templat.templat_tambah(isian=form.cleaned_data, oleh=request.user)


class TemplatUbah(Ubah):
    model, form, permission = TemplatSurat, TemplatForm, "arsip.change_templatsurat"
    judul, daftar = "Ubah templat surat", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> TemplatSurat:
        """Letters already written keep their text."""
        return layanan_templat.templat_ubah(templat=objek, isian=form.cleaned_data, oleh=request.user)


class TemplatBuang(Buang):
    model, permission, daftar = TemplatSurat, "arsip.delete_templatsurat", DAFTAR


class TemplatPulihkan(Pulihkan):
    model, permission, daftar = TemplatSurat, "arsip.delete_templatsurat", DAFTAR


@dengan_izin(LIHAT)
def templat_pratinjau(request: Permintaan, pk: int) -> HttpResponse:
    """The template as a page of paper; blanks show their names."""
    templat: TemplatSurat = objek_atau_404(request, TemplatSurat, pk)
    ttd = penandatangan_surat().first()
    if ttd is None:
        raise AturanDilanggar(
            "PEJABAT_TIDAK_ADA", "Belum ada pejabat yang boleh menandatangani.", "Tetapkan pada pegawai."
        )
    contoh = Naskah(
        templat=templat, bentuk=templat.bentuk, unit=ttd.unit, penandatangan=ttd, tujuan="{tujuan}",
        keamanan=templat.keamanan, kecepatan=templat.kecepatan, **templat.teks,
        pihak_kedua_nama="{pihak_kedua}" if templat.pihak_kedua else "",
        pihak_kedua_jabatan="{jabatan_pihak_kedua}" if templat.pihak_kedua else "",
    )  # fmt: skip
    return balasan_berkas(
        gambar_surat(surat_naskah(contoh), judul=templat.nama), "pratinjau.pdf", "application/pdf", buatan_sendiri=True
    )
