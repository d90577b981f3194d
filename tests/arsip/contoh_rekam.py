"""Helpers of the tests of records: a schedule, a shelf with boxes, records that are due."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from django.utils import timezone
from PIL import Image

from arsip.models import BerkasArsip, Boks, JadwalRetensi, JenisArsip, Pemusnahan
from arsip.services import boks as layanan_boks
from arsip.services import pemusnahan as layanan_pemusnahan
from arsip.services import rekam as layanan_rekam
from arsip.services import retensi as layanan_retensi
from inti.models import BerkasTersimpan, Pengguna, Tempat, UnitKerja
from inti.services.berkas import berkas_simpan
from inti.services.tempat import tempat_tambah
from kepegawaian.models import Pegawai

MULAI = dt.date(2000, 1, 1)


def jenis(kode: str = "keuangan", nama: str = "Keuangan", urutan: int = 50) -> JenisArsip:
    return JenisArsip.objects.get_or_create(kode=kode, defaults={"nama": nama, "urutan": urutan})[0]


def jadwal(oleh: Any, kode: str = "900", **ganti: Any) -> JadwalRetensi:
    isian = {
        "kode": kode, "uraian": "Keuangan", "aktif_tahun": 1, "inaktif_tahun": 2, "nasib": "musnah",
        "peristiwa": "tanggal", "dasar_hukum": "Contoh", "berlaku_mulai": MULAI, "berlaku_sampai": None,
    } | ganti  # fmt: skip
    return layanan_retensi.jadwal_tambah(isian=isian, oleh=oleh)


def rekam(oleh: Pengguna, unit: UnitKerja, nomor: str = "SPJ-1", **ganti: Any) -> BerkasArsip:
    isian = {
        "jenis": jenis(), "nomor": nomor, "uraian": "Pertanggungjawaban", "klasifikasi": "900.1",
        "tanggal": timezone.localdate() - dt.timedelta(days=365 * 6), "unit": unit,
    } | ganti  # fmt: skip
    return layanan_rekam.berkas_arsip_tambah(isian=isian, oleh=oleh)


def boks(oleh: Pengguna, kode: str = "b1", nama: str = "Boks 1") -> Boks:
    rak = Tempat.objects.filter(kode="rak").first() or tempat_tambah(
        kode="rak", nama="Rak 1", jenis="rak", induk=None, oleh=oleh
    )
    return layanan_boks.boks_tambah(kode=kode, nama=nama, induk=rak, jenis=None, bulan=None, oleh=oleh)


def scan(oleh: Pengguna) -> BerkasTersimpan:
    keluaran = BytesIO()
    Image.new("RGB", (40, 30)).save(keluaran, "JPEG")
    return berkas_simpan(isi=keluaran.getvalue(), nama="surat.jpg", jenis_isi="image/jpeg", oleh=oleh)


def panitia(unit: UnitKerja) -> dict[str, Any]:
    orang = [Pegawai.objects.create(nama=f"Anggota Panitia {n}", jabatan="Analis", unit=unit) for n in range(3)]
    return {"ketua": orang[0], "sekretaris": orang[1], "anggota": [orang[2]]}


SAKSI = [["Dwi Hapsari", "Bagian Hukum"], ["Tirta Wijaya", "Inspektorat"]]


def usul(berkas: list[BerkasArsip], oleh: Pengguna, unit: UnitKerja) -> Pemusnahan:
    return layanan_pemusnahan.pemusnahan_usulkan(uraian="Arsip lama", berkas=berkas, oleh=oleh, **panitia(unit))


def nilai(p: Pemusnahan, oleh: Pengguna, simpan: tuple[int, ...] = ()) -> Pemusnahan:
    hari = timezone.localdate()
    return layanan_pemusnahan.pemusnahan_nilai(
        pemusnahan=p, nomor="PAN/1", tanggal=hari, teks="Dinilai", simpan=simpan, oleh=oleh
    )


def setuju(p: Pemusnahan, oleh: Pengguna) -> Pemusnahan:
    return layanan_pemusnahan.pemusnahan_setujui(
        pemusnahan=p, nomor="045/1", tanggal=timezone.localdate(), pindaian=scan(oleh), oleh=oleh
    )


def tetap(p: Pemusnahan, oleh: Pengguna) -> Pemusnahan:
    return layanan_pemusnahan.pemusnahan_tetapkan(
        pemusnahan=p, nomor="SK/1", tanggal=timezone.localdate(), pindaian=scan(oleh), oleh=oleh
    )


def laksana(p: Pemusnahan, oleh: Pengguna, **ganti: Any) -> Pemusnahan:
    isian = {"tanggal": timezone.localdate(), "tempat": "Halaman", "cara": "cacah", "saksi": SAKSI} | ganti
    return layanan_pemusnahan.pemusnahan_laksanakan(pemusnahan=p, oleh=oleh, **isian)
