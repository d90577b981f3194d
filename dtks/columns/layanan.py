"""Columns of the lists and their exports."""

from __future__ import annotations

from typing import Any

from dtks.models import Individu
from inti.formats import samar_nik
from inti.formats.waktu import hari, saat
from inti.pages import Columns, Kolom, Status
from inti.templatetags.tu import label_html


def _terdaftar(o: Individu) -> Any:
    return label_html("baik", "Terdaftar") if o.terdaftar else label_html("awas", "Tidak lagi")


class IndividuColumns(Columns):
    rute = "dtks:individu"
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    nik = Kolom("NIK", lambda o: samar_nik(o.nik), kelas="tu-nik", ekspor=lambda o: samar_nik(o.nik))
    lahir = Kolom("Lahir", "tanggal_lahir", kelas="t hp-tidak")
    desa = Kolom("Desa", lambda o: o.desa_teks.title(), kelas="hp-tidak")
    desil = Kolom("Desil", lambda o: o.desil if o.desil is not None else "", kelas="n hp-tidak")
    pbi = Kolom("PBI-JK", lambda o: "Ya" if o.pbi_jk else "Tidak", kelas="hp-tidak")
    status = Kolom("Status", _terdaftar, ekspor=lambda o: "Terdaftar" if o.terdaftar else "Tidak lagi")
    periode = Kolom("Data", lambda o: f"{o.sumber_data} {o.periode_data}", kelas="t hp-tidak")


class PermohonanColumns(Columns):
    hubungan = ("nomor", "desa", "diputus_oleh")
    pemohon = Kolom("Pemohon", "pemohon", urut="pemohon", utama=True)
    nomor = Kolom("Nomor", "nomor.teks", kelas="t hp-tidak")
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="t hp-penuh")
    desa = Kolom("Desa", lambda o: str(o.desa or ""), kelas="hp-tidak")
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-tidak")
    status = Status(urut="status")
    alasan = Kolom("Alasan", lambda o: o.get_alasan_display(), kelas="hp-tidak")
    petugas = Kolom("Diputus oleh", lambda o: o.diputus_oleh.nama if o.diputus_oleh else "", kelas="hp-tidak")


class SuratColumns(Columns):
    hubungan = ("surat_keluar__nomor", "permohonan", "disetujui_oleh")
    pemohon = Kolom("Untuk", "pemohon", utama=True)
    nomor = Kolom(
        "Nomor surat", lambda o: o.surat_keluar.nomor.teks if o.surat_keluar else "belum bernomor", kelas="t hp-penuh"
    )
    jenis = Kolom("Jenis", lambda o: o.permohonan.get_jenis_display(), kelas="t hp-tidak")
    diminta = Kolom("Diminta", lambda o: saat(o.diminta_pada), urut="diminta_pada", kelas="t hp-tidak")
    status = Status(urut="status")
    oleh = Kolom("Disetujui oleh", lambda o: o.disetujui_oleh.nama if o.disetujui_oleh else "", kelas="hp-tidak")


class TinjauColumns(Columns):
    hubungan = ("individu", "lain")
    individu = Kolom("Orang", lambda o: o.individu.nama if o.individu else f"Keluarga {o.keluarga_id}", utama=True)
    jenis = Kolom("Yang ditinjau", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    lain = Kolom("Berhadapan dengan", lambda o: o.lain.nama if o.lain else "", kelas="hp-tidak")
    dibuat = Kolom("Sejak", lambda o: hari(o.dibuat_pada), kelas="t hp-tidak")
    status = Kolom("Status", lambda o: o.get_status_display(), urut="status")


class SekaligusColumns(Columns):
    hubungan = ("oleh",)
    nama = Kolom("Dari siapa", "nama", utama=True)
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    waktu = Kolom("Diperiksa", lambda o: saat(o.waktu), urut="waktu", kelas="t hp-tidak")
    oleh = Kolom("Petugas", lambda o: o.oleh.nama, kelas="hp-tidak")


class TiketColumns(Columns):
    hubungan = ("meja", "petugas")
    kode = Kolom("Nomor", "kode", utama=True)
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-tidak")
    keperluan = Kolom("Keperluan", lambda o: o.get_keperluan_display(), kelas="hp-penuh")
    prioritas = Kolom("Prioritas", lambda o: o.get_prioritas_display() if o.prioritas else "", kelas="hp-tidak")
    diambil = Kolom("Diambil", lambda o: saat(o.diambil_pada), kelas="t hp-tidak")
    tunggu = Kolom("Menunggu", lambda o: _menit(o.lama_tunggu), kelas="n hp-tidak")
    meja = Kolom("Loket", lambda o: str(o.meja or ""), kelas="hp-tidak")
    petugas = Kolom("Petugas", lambda o: o.petugas.nama if o.petugas else "", kelas="hp-tidak")
    status = Status(urut="status")


class NikColumns(Columns):
    hubungan = ("individu",)
    orang = Kolom("Orang", lambda o: o.individu.nama, utama=True)
    nik = Kolom("NIK tercatat", lambda o: samar_nik(o.nik), kelas="tu-nik", ekspor=lambda o: samar_nik(o.nik))
    masalah = Kolom("Masalah", lambda o: o.get_masalah_display(), kelas="hp-penuh")
    keterangan = Kolom("Keterangan", "keterangan", kelas="hp-tidak")
    dikirim = Kolom("Dikirim", "dikirim_pada", kelas="t hp-tidak")
    benar = Kolom(
        "NIK benar",
        lambda o: samar_nik(o.nik_benar) if o.nik_benar else "",
        kelas="tu-nik hp-tidak",
        ekspor=lambda o: samar_nik(o.nik_benar) if o.nik_benar else "",
    )
    status = Status(urut="status")


def _menit(lama: Any) -> str:
    return f"{round(lama.total_seconds() / 60)} menit" if lama is not None else ""
