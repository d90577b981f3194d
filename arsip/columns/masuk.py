"""Columns of the books of incoming letters and of dispositions."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from arsip.queries.masuk import ringkas_disposisi
from inti.formats import tanggal_pendek
from inti.pages import Columns, Kolom
from inti.templatetags.tu import label_html, status_html

SIFAT = {"sangat": "salah", "segera": "awas", "rahasia": "awas", "terbatas": ""}


def sifat_html(s: Any) -> SafeString:
    """Security and speed as labels, the ordinary ones left out; what is wrong with the scan beside them."""
    label = [
        label_html(SIFAT[nilai], kata)
        for nilai, kata in ((s.keamanan, s.get_keamanan_display()), (s.kecepatan, s.get_kecepatan_display()))
        if nilai != "biasa"
    ]
    if s.cacat:
        label.append(label_html("salah", f"Pindaian {s.get_cacat_display().lower()}"))
    return SafeString(" ").join(label)


def status_lengkap(s: Any) -> SafeString:
    """State, and a label when somebody is late with it."""
    lewat = [label_html("salah", "Terlambat")] if getattr(s, "terlambat", False) else []
    return SafeString(" ").join([status_html(*s.status_tampil), *lewat])


class SuratMasukColumns(Columns):
    hubungan = ("nomor", "ditujukan_kepada")
    rute = "arsip:suratmasuk"
    nomor = Kolom("Agenda", "nomor.teks", kelas="t", utama=True)
    diterima = Kolom("Diterima", "diterima", urut="diterima", kelas="t hp-kanan")
    pengirim = Kolom("Pengirim", "pengirim", urut="pengirim", kelas="hp-penuh")
    nomor_surat = Kolom("Nomor surat", "nomor_surat", kelas="t hp-tidak")
    tanggal_surat = Kolom("Tanggal surat", "tanggal_surat", kelas="t hp-tidak")
    hal = Kolom("Hal", "hal", kelas="hp-penuh")
    sifat = Kolom(
        "Sifat",
        sifat_html,
        kelas="hp-tidak",
        ekspor=lambda o: f"{o.get_keamanan_display()}, {o.get_kecepatan_display()}",
    )
    klasifikasi = Kolom("Klasifikasi", "klasifikasi", kelas="t hp-tidak")
    disposisi = Kolom("Disposisi", lambda o: ", ".join(d.kepada.nama for d in o.penerima), kelas="hp-tidak",
                      ekspor=ringkas_disposisi)  # fmt: skip
    status = Kolom("Status", status_lengkap, kelas="hp-kanan", ekspor=lambda o: o.get_status_display())


class DisposisiColumns(Columns):
    hubungan = ("surat__nomor", "dari", "kepada")
    rute = "arsip:disposisi"
    surat = Kolom("Agenda", "surat.nomor.teks", kelas="t", utama=True)
    dikirim = Kolom(
        "Dikirim", lambda o: tanggal_pendek(timezone.localtime(o.dikirim_pada)), urut="dikirim_pada", kelas="t hp-kanan"
    )
    hal = Kolom("Hal", "surat.hal", kelas="hp-penuh")
    dari = Kolom("Dari", "dari.nama", kelas="hp-tidak")
    kepada = Kolom("Kepada", "kepada.nama")
    perintah = Kolom("Perintah", "perintah", kelas="hp-tidak")
    batas = Kolom("Batas", "batas", kelas="t hp-tidak")
    status = Kolom(
        "Status",
        lambda o: SafeString(" ").join(
            [status_html(*o.status_tampil), *([label_html("salah", f"Lewat {o.lewat} hari")] if o.lewat else [])]
        ),
        urut="status",
        kelas="hp-kanan",
        ekspor=lambda o: o.get_status_display(),
    )
    hasil = Kolom("Hasil", "hasil", kelas="hp-tidak")


class InstruksiColumns(Columns):
    rute = "arsip:instruksidisposisi"
    nama = Kolom("Instruksi", "nama", utama=True)
    urut = Kolom("Urutan", "urut", urut="urut", kelas="n")
