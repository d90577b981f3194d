"""Columns of boxes, loans, stocktakes, destructions."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from arsip.rules.musnah import JAUH
from inti.formats import tanggal_pendek
from inti.formats.waktu import saat
from inti.pages import Columns, Kolom, Status
from inti.templatetags.tu import label_html


def _lewat(o: Any) -> Any:
    hari = o.lewat(timezone.localdate())
    return label_html("salah", f"terlambat {hari} hari") if hari else ""


class PinjamColumns(Columns):
    hubungan = ("nomor", "berkas__jenis", "peminjam")
    rute = "arsip:pinjam"
    nomor = Kolom("Nomor", "nomor.teks", urut="id", kelas="t hp-tidak")
    berkas = Kolom("Berkas", "berkas.nomor", utama=True)
    peminjam = Kolom("Peminjam", "siapa", kelas="hp-penuh")
    dipinjam = Kolom("Dipinjam", "dipinjam_pada", kelas="t hp-tidak")
    tempo = Kolom(
        "Jatuh tempo",
        lambda o: "" if o.jatuh_tempo == JAUH else tanggal_pendek(o.jatuh_tempo),
        urut="jatuh_tempo",
        kelas="t hp-tidak",
    )
    lewat = Kolom("Keterlambatan", _lewat, kelas="hp-penuh", ekspor=lambda o: o.lewat(timezone.localdate()) or "")
    status = Status(urut="status")


class OpnameColumns(Columns):
    hubungan = ("tempat", "petugas")
    rute = "arsip:opname"
    tempat = Kolom("Tempat", lambda o: str(o.tempat), utama=True)
    petugas = Kolom("Petugas", "petugas.nama", kelas="hp-penuh")
    mulai = Kolom("Mulai", lambda o: saat(o.mulai_pada), urut="mulai_pada", kelas="t hp-tidak")
    ditutup = Kolom("Ditutup", lambda o: saat(o.ditutup_pada), kelas="t hp-tidak")
    status = Status(urut="status")


HASIL = {"ada": "baik", "hilang": "salah", "asing": "awas"}


class TemuanColumns(Columns):
    hubungan = ("opname__tempat", "berkas__tempat", "tempat")
    apa = Kolom("Temuan", lambda o: str(o.berkas or o.tempat.nama), utama=True)
    letak = Kolom("Tempat tercatat", lambda o: str((o.berkas.tempat if o.berkas else o.tempat) or ""), kelas="hp-penuh")
    opname = Kolom("Opname", lambda o: str(o.opname), kelas="hp-tidak")
    waktu = Kolom("Waktu", lambda o: saat(o.waktu), kelas="t hp-tidak")
    hasil = Kolom(
        "Hasil",
        lambda o: label_html(HASIL[o.hasil], o.get_hasil_display()),
        urut="hasil",
        kelas="hp-kanan",
        ekspor=lambda o: o.get_hasil_display(),
    )


class PemusnahanColumns(Columns):
    hubungan = ("nomor", "unit", "pengusul")
    rute = "arsip:pemusnahan"
    nomor = Kolom("Nomor", "nomor.teks", kelas="t", utama=True)
    uraian = Kolom("Uraian", "uraian", kelas="hp-penuh")
    tanggal = Kolom("Diusulkan", "tanggal", urut="tanggal", kelas="t hp-tidak")
    banyak = Kolom("Berkas", lambda o: o.banyak, kelas="n hp-tidak")
    pengusul = Kolom("Pengusul", "pengusul.nama", kelas="hp-tidak")
    status = Status(urut="status")
