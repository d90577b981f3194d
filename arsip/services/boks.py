"""Boxes: made within the tree of places, closed at the end of a month, opened again with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from arsip.models import BerkasArsip, Boks, JenisArsip, Peminjaman
from arsip.queries.boks import isi_boks
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.tempat import tempat_tambah


@layanan("Boks dibuat")
def boks_tambah(
    *, kode: str, nama: str, induk: Tempat | None, jenis: JenisArsip | None, bulan: dt.date | None, oleh: Pengguna
) -> Boks:
    """A box on a shelf, as a place of the tree. Raises AturanDilanggar(TEMPAT_TERLALU_DALAM), ValidationError."""
    tempat = tempat_tambah(kode=kode, nama=nama, jenis=Tempat.Jenis.BOKS, induk=induk, oleh=oleh)
    return simpan_baru(Boks(tempat=tempat, jenis=jenis, bulan=bulan.replace(day=1) if bulan else None))


@layanan("Boks diubah")
def boks_ubah(*, boks: Boks, jenis: JenisArsip | None, bulan: dt.date | None, oleh: Pengguna) -> Boks:
    """What it holds, while it is open. Raises AturanDilanggar(BOKS_DITUTUP)."""
    with perubahan(boks, oleh=oleh) as segar:
        if segar.status == Boks.Status.DITUTUP:
            raise AturanDilanggar("BOKS_DITUTUP", f"{segar} sudah ditutup.", "Buka kembali dahulu.")
        segar.jenis, segar.bulan = jenis, bulan.replace(day=1) if bulan else None
    return segar


@layanan("Boks ditutup")
def boks_tutup(*, boks: Boks, oleh: Pengguna) -> Boks:
    """Fix the order by kind and code, number the contents 1 to n, and shut the box.

    Records on loan keep their number in it. Raises AturanDilanggar(BOKS_KOSONG, the state), VersiBerubah.
    """
    with perubahan(boks, oleh=oleh) as segar:
        isi = list(isi_boks(segar))
        if not isi:
            raise AturanDilanggar("BOKS_KOSONG", f"{segar} belum berisi.", "Tempatkan arsipnya dahulu.")
        segar.tutup()
        segar.jumlah, segar.ditutup_oleh, segar.ditutup_pada = len(isi), oleh, timezone.now()
    _nomori(isi, oleh)
    return segar


@layanan("Boks dibuka kembali")
def boks_buka(*, boks: Boks, alasan: str, oleh: Pengguna) -> Boks:
    """Open a closed box; its numbers fall away until it is closed again. Raises AturanDilanggar(ALASAN_KOSONG)."""
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Membuka boks memerlukan alasan.", "Tulis alasannya.")
    with perubahan(boks, oleh=oleh, sebab=alasan) as segar:
        isi = list(isi_boks(segar))
        segar.buka_kembali()
        segar.jumlah, segar.ditutup_oleh, segar.ditutup_pada = 0, None, None
    for satu in isi:
        with perubahan(satu, oleh=oleh) as berkas:
            berkas.urut_boks = None
    return segar


def sedang_keluar(boks: Boks) -> int:
    """How many records of a box are out on loan: worth a warning before it is closed."""
    return Peminjaman.objects.di_luar().filter(berkas__in=isi_boks(boks).order_by().values("pk")).count()


def _nomori(isi: Sequence[BerkasArsip], oleh: Pengguna) -> None:
    for n, satu in enumerate(isi, start=1):
        with perubahan(satu, oleh=oleh) as berkas:
            berkas.urut_boks = n
