"""Columns of the books of incoming letters and of dispositions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from arsip.queries.masuk import ringkas_disposisi
from inti.formats import tanggal_pendek
from inti.formats.waktu import hari
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
    return SafeString(" ".join(label))


def status_lengkap(s: Any) -> SafeString:
    """State, and a label when somebody is late with it."""
    lewat = [label_html("salah", "Terlambat")] if getattr(s, "terlambat", False) else []
    return SafeString(" ".join([status_html(*s.status_tampil), *lewat]))


class SuratMasukLembar(Columns):
    """The book as a sheet: a column for each fact."""

    hubungan = ("nomor", "ditujukan_kepada")
    nomor = Kolom("Agenda", "nomor.teks")
    diterima = Kolom("Diterima", "diterima")
    pengirim = Kolom("Pengirim", "pengirim")
    nomor_surat = Kolom("Nomor surat", "nomor_surat")
    tanggal_surat = Kolom("Tanggal surat", "tanggal_surat")
    hal = Kolom("Hal", "hal")
    keamanan = Kolom("Keamanan", lambda o: o.get_keamanan_display())
    kecepatan = Kolom("Kecepatan", lambda o: o.get_kecepatan_display())
    lampiran = Kolom("Lampiran", "lampiran")
    klasifikasi = Kolom("Klasifikasi", "klasifikasi")
    tujuan = Kolom("Ditujukan kepada", "ditujukan_kepada.nama")
    disposisi = Kolom("Disposisi", ringkas_disposisi)
    status = Kolom("Status", lambda o: o.get_status_display())
    catatan = Kolom("Catatan", "catatan")


class SuratMasukColumns(Columns):
    hubungan = SuratMasukLembar.hubungan
    rute = "arsip:suratmasuk"
    nomor = Kolom("Agenda", "nomor.teks", kelas="t", utama=True)
    diterima = Kolom("Diterima", "diterima", urut="diterima", kelas="t hp-kanan")
    pengirim = Kolom("Pengirim", "pengirim", urut="pengirim", kelas="hp-penuh")
    surat = Kolom(
        "Nomor dan tanggal surat",
        lambda o: format_html(
            '{}<br><span class="tu-redup t">{}</span>', o.nomor_surat or "tanpa nomor", tanggal_pendek(o.tanggal_surat)
        ),
        kelas="hp-tidak",
    )
    hal = Kolom("Hal", "hal", kelas="hp-penuh")
    sifat = Kolom("Sifat", sifat_html, kelas="hp-tidak")
    disposisi = Kolom("Disposisi", lambda o: ", ".join(d.kepada.nama for d in o.penerima), kelas="hp-tidak")
    status = Kolom("Status", status_lengkap, kelas="hp-kanan")

    @classmethod
    def ekspor(cls, objek: Iterable[Any]) -> tuple[list[str], Iterable[list[Any]]]:
        """What is taken away has every fact in a column of its own."""
        return SuratMasukLembar.ekspor(objek)


class DisposisiColumns(Columns):
    hubungan = ("surat__nomor", "dari", "kepada")
    rute = "arsip:disposisi"
    surat = Kolom("Agenda", "surat.nomor.teks", kelas="t", utama=True)
    dikirim = Kolom("Dikirim", lambda o: hari(o.dikirim_pada), urut="dikirim_pada", kelas="t hp-kanan")
    hal = Kolom("Hal", "surat.hal", kelas="hp-penuh")
    dari = Kolom("Dari", "dari.nama", kelas="hp-tidak")
    kepada = Kolom("Kepada", "kepada.nama")
    perintah = Kolom("Perintah", "perintah", kelas="hp-tidak")
    batas = Kolom("Batas", "batas", kelas="t hp-tidak")
    status = Kolom(
        "Status",
        lambda o: SafeString(
            " ".join(
                [status_html(*o.status_tampil), *([label_html("salah", f"Lewat {o.lewat} hari")] if o.lewat else [])]
            )
        ),
        urut="status",
        kelas="hp-kanan",
        ekspor=lambda o: o.get_status_display(),
    )
    hasil = Kolom("Hasil", "hasil", kelas="hp-tidak")
