"""The office's letterhead, paper and address for checking, as the documents need them."""

from __future__ import annotations

from django.conf import settings

from inti.documents import Kertas, KodeQR, Kop
from inti.formats import kode_berkelompok
from inti.models import Instansi
from inti.services.berkas import berkas_baca


def kop_instansi(instansi: Instansi) -> Kop:
    """Letterhead of the office with its emblem, if it has one."""
    kontak = [f"Telepon {instansi.telepon}" if instansi.telepon else ""]
    alamat = ", ".join(b for b in (f"{instansi.alamat} {instansi.kode_pos}".strip(), *kontak) if b)
    daring = ", ".join(
        b
        for b in (
            f"Laman {instansi.laman}" if instansi.laman else "",
            f"Pos-el {instansi.surel}" if instansi.surel else "",
        )
        if b
    )
    lambang = berkas_baca(instansi.lambang) if instansi.lambang is not None else None
    return Kop(
        pemerintah=instansi.pemerintah.upper(),
        nama=instansi.nama.upper(),
        alamat=tuple(b for b in (alamat, daring) if b),
        lambang=lambang,
    )


def kertas_instansi(instansi: Instansi) -> Kertas:
    """Paper and side margins of the office's letters."""
    lebar, tinggi = (215, 330) if instansi.kertas == Instansi.Kertas.F4 else (210, 297)
    return Kertas(lebar=lebar, tinggi=tinggi, kiri=instansi.margin_kiri, kanan=instansi.margin_kanan)


def qr_periksa(kode: str) -> KodeQR:
    """QR of the address at which anybody checks a document by its code."""
    return KodeQR(f"{settings.ALAMAT_UMUM.rstrip('/')}/v/{kode_berkelompok(kode)}/")
