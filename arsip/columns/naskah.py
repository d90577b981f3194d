"""Columns of drafts, templates and batches."""

from __future__ import annotations

from arsip.models import Ekspedisi
from inti.pages import Columns, Kolom, Status
from inti.templatetags.tu import tgl


def _cara(ekspedisi: Ekspedisi) -> str:
    """In a word: the list is read by its dates and names."""
    pendek = {
        Ekspedisi.Cara.LANGSUNG.value: "Langsung",
        Ekspedisi.Cara.POS.value: "Pos",
        Ekspedisi.Cara.KURIR.value: "Kurir",
    }
    return pendek.get(ekspedisi.cara, ekspedisi.get_cara_display())


class NaskahColumns(Columns):
    hubungan = ("templat", "konseptor", "penandatangan")
    rute = "arsip:naskah"
    hal = Kolom("Hal", "hal", utama=True)
    tujuan = Kolom("Tujuan", "tujuan", kelas="hp-penuh")
    templat = Kolom("Templat", "templat.nama", kelas="hp-tidak")
    konseptor = Kolom("Konseptor", "konseptor.nama", kelas="hp-tidak")
    penandatangan = Kolom("Penanda tangan", "penandatangan.nama", kelas="hp-tidak")
    diubah = Kolom("Diubah", lambda o: tgl(o.diubah_pada), urut="diubah_pada", kelas="t hp-kanan")
    status = Status(kelas="")


class TemplatColumns(Columns):
    rute = "arsip:templatsurat"
    nama = Kolom("Templat", "nama", urut="nama", utama=True)
    bentuk = Kolom("Bentuk", lambda o: o.get_bentuk_display().split(":")[0], kelas="hp-tidak")
    seri = Kolom("Buku nomor", lambda o: o.get_seri_display())
    klasifikasi = Kolom("Kode", "klasifikasi", kelas="t")
    status = Status(kelas="")


class MassalColumns(Columns):
    hubungan = ("templat", "penandatangan")
    rute = "arsip:suratmassal"
    nama = Kolom("Kumpulan", "nama", utama=True)
    templat = Kolom("Templat", "templat.nama")
    banyak = Kolom("Surat", lambda o: len(o.baris), kelas="n")
    penandatangan = Kolom("Penanda tangan", "penandatangan.nama", kelas="hp-tidak")
    status = Status(kelas="")


class EkspedisiColumns(Columns):
    hubungan = ("surat__nomor",)
    surat = Kolom("Nomor surat", "surat.nomor.teks", kelas="t", utama=True)
    tujuan = Kolom("Dikirim kepada", "tujuan", kelas="hp-penuh")
    dikirim_pada = Kolom("Dikirim", "dikirim_pada", urut="dikirim_pada", kelas="t")
    cara = Kolom("Cara", _cara, ekspor=lambda o: o.get_cara_display(), kelas="hp-tidak")
    pembawa = Kolom("Kurir atau resi", "pembawa", kelas="hp-tidak")
    diterima_oleh = Kolom("Diterima oleh", "diterima_oleh", kelas="hp-tidak")
    diterima_pada = Kolom("Diterima", "diterima_pada", kelas="t hp-tidak")
    status = Status(kelas="")
