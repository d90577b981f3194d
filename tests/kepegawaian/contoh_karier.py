"""Helpers of the tests of careers: people with their first facts, scans, forms."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from inti.models import BerkasTersimpan, Pengguna, UnitKerja
from inti.services.berkas import berkas_simpan
from kepegawaian.models import KategoriBerkas, Pegawai
from kepegawaian.services import berkas as layanan_berkas
from kepegawaian.services import karier as layanan_karier

D = dt.date
TMT = D(2015, 3, 1)


def orang(unit: UnitKerja, oleh: Pengguna, n: int = 1, **ganti: Any) -> Pegawai:
    """A PNS of III/a since 2015 by the service; `ganti` changes identity, or a fact as `jabatan__memimpin`."""
    isian = {"nama": f"Pegawai {n:02}", "nip": f"19900617201503{n:04}", "tanggal_lahir": D(1990, 6, 17)}
    fakta: dict[str, dict[str, Any]] = {
        "status": {"tmt": TMT, "jenis": "PNS"},
        "jabatan": {"tmt": TMT, "nama": "Pengelola Data", "jenis": "pelaksana", "unit": unit},
        "pangkat": {"tmt": TMT, "pangkat": "III/a", "cara": "pengangkatan"},
    }
    for kunci, nilai in ganti.items():
        macam, _, bidang = kunci.partition("__")
        (fakta[macam] if bidang else isian)[bidang or macam] = nilai
    if fakta["status"]["jenis"] in {"NON_PNS", "PPPK_PW"}:
        fakta["pangkat"] = {}
    return layanan_karier.pegawai_terima(isian=isian, oleh=oleh, **fakta)


def kepala(unit: UnitKerja, oleh: Pengguna, n: int, tmt: dt.date = TMT, **lain: Any) -> Pegawai:
    """Who heads the unit since `tmt`."""
    jab = {"jabatan__memimpin": True, "jabatan__tmt": tmt, "jabatan__nama": f"Kepala {unit.nama}"}
    return orang(unit, oleh, n, jabatan__jenis="administrator", **jab, **lain)


def jabatan(p: Pegawai, unit: UnitKerja, tmt: dt.date, oleh: Pengguna, **lain: Any) -> Any:
    """A further post."""
    isian = {"tmt": tmt, "nama": "Pengelola Data", "jenis": "pelaksana", "unit": unit} | lain
    return layanan_karier.fakta_tambah(macam="jabatan", pegawai=p, isian=isian, oleh=oleh)


def keluar(p: Pegawai, tmt: dt.date, oleh: Pengguna, keadaan: str = "pensiun") -> Any:
    """His service ends."""
    isian = {"tmt": tmt, "jenis": p.jenis, "keadaan": keadaan}
    return layanan_karier.fakta_tambah(macam="status", pegawai=p, isian=isian, oleh=oleh)


def pdf(teks: str = "contoh", halaman: int = 1) -> bytes:
    """A small PDF."""
    keluaran = BytesIO()
    kanvas = Canvas(keluaran, pagesize=(300, 300), invariant=1)
    for n in range(halaman):
        kanvas.drawString(20, 200, f"{teks} {n + 1}")
        kanvas.showPage()
    kanvas.save()
    return keluaran.getvalue()


def gambar(jenis: str = "JPEG", warna: int = 100) -> bytes:
    """A small picture."""
    keluaran = BytesIO()
    Image.new("RGB", (60, 80), (warna, warna, warna)).save(keluaran, jenis)
    return keluaran.getvalue()


def unggahan(isi: bytes, nama: str = "pindaian.pdf") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(nama, isi)


def simpan(isi: bytes, oleh: Pengguna | None = None, jenis: str = "application/pdf") -> BerkasTersimpan:
    """In the store."""
    return berkas_simpan(isi=isi, nama="pindaian.pdf", jenis_isi=jenis, oleh=oleh)


def berkas(p: Pegawai, kode: str, oleh: Pengguna, isi: bytes | None = None, **isian: Any) -> Any:
    """A paper of the category `kode`."""
    return layanan_berkas.berkas_tambah(
        pegawai=p,
        kategori=KategoriBerkas.objects.get(kode=kode),
        isian=isian,
        pindaian=simpan(isi or pdf(f"{p.nip} {kode}"), oleh),
        halaman=1,
        oleh=oleh,
    )
