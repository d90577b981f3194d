"""Helpers of the tests of letters in and dispositions: a letter, its scan, a disposition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader, PdfWriter

from arsip.models import Disposisi, SuratMasuk
from arsip.services import disposisi as layanan_disposisi
from arsip.services import masuk as layanan_masuk
from inti.documents.jilid import lembar_contoh
from inti.models import Pengguna, UnitKerja

Masuk = Callable[[Pengguna], Client]
ALAMAT = "/arsip/surat-masuk/"


def isian(unit: UnitKerja, n: int = 1, **ganti: Any) -> dict[str, Any]:
    hari = timezone.localdate()
    return {
        "pengirim": "Kecamatan Lembayung",
        "nomor_surat": f"400/{n}/Kec/{hari.year}",
        "tanggal_surat": hari - dt.timedelta(days=1),
        "hal": f"Undangan rapat {n}",
        "keamanan": "biasa",
        "kecepatan": "biasa",
        "diterima": hari,
        "ditujukan_kepada": unit,
        "klasifikasi": "",
        "lampiran": "",
        "cara": "langsung",
        "pengirim_alamat": "",
        "srikandi": "",
        "catatan": "",
    } | ganti


def kiriman(unit: UnitKerja, n: int = 1, **ganti: Any) -> dict[str, Any]:
    """The same as a browser sends it."""
    data = isian(unit, n, **ganti)
    data |= {k: f"{data[k]:%d-%m-%Y}" for k in ("tanggal_surat", "diterima")}
    return data | {"ditujukan_kepada": unit.pk}


def catat(oleh: Pengguna, unit: UnitKerja, n: int = 1, **ganti: Any) -> SuratMasuk:
    return layanan_masuk.surat_masuk_catat(isian=isian(unit, n, **ganti), oleh=oleh)


def kirim(
    surat: SuratMasuk, oleh: Pengguna, *kepada: Pengguna, instruksi: tuple[str, ...] = ("Siapkan jawaban",), **lain: Any
) -> list[Disposisi]:
    segar = SuratMasuk.objects.get(pk=surat.pk)
    layanan_disposisi.surat_masuk_disposisikan(
        surat=segar, kepada=list(kepada), instruksi=list(instruksi), oleh=oleh, **lain
    )
    return [Disposisi.objects.get(surat=surat, kepada=p, status="dikirim") for p in kepada]


def segar(objek: Any) -> Any:
    return type(objek).objects.get(pk=objek.pk)


def pdf(teks: str = "Surat contoh") -> bytes:
    return lembar_contoh([teks])


def pdf_terkunci() -> bytes:
    tulis = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    tulis.encrypt("rahasia-contoh", algorithm="AES-256")
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def foto(lebar: int = 60) -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (lebar, 80), "white").save(keluar, "JPEG")
    return keluar.getvalue()


def unggah(isi: bytes, nama: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi)
