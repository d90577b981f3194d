"""The classification: codes by hand. A file brings a whole edition (arsip.sheets.klasifikasi)."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from arsip.models import Klasifikasi, VersiKlasifikasi
from arsip.rules.kode import kunci_urut, leluhur, tingkat
from inti.formats.tanggal import hari_iso
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.aturan import aturan_simpan


@layanan("Kode klasifikasi dibuat")
def klasifikasi_tambah(*, versi_klasifikasi: VersiKlasifikasi, kode: str, nama: str, oleh: Pengguna) -> Klasifikasi:
    """A code below the nearest one that is there. Raises AturanDilanggar(INDUK_KODE), ValidationError."""
    return simpan_baru(
        Klasifikasi(
            versi_klasifikasi=versi_klasifikasi,
            kode=kode,
            nama=nama,
            induk=_induk(versi_klasifikasi, kode),
            tingkat=tingkat(kode),
            urut=kunci_urut(kode),
        )
    )


@layanan("Kode klasifikasi diubah", dapat_dikembalikan=True)
def klasifikasi_ubah(*, klasifikasi: Klasifikasi, nama: str, oleh: Pengguna) -> Klasifikasi:
    """Another name; the code stays, for letters bear it. Raises VersiBerubah."""
    with perubahan(klasifikasi, oleh=oleh) as segar:
        segar.nama = nama
    return segar


def awal_versi(mulai: str) -> dt.date:
    """First day of an edition as a file says it (ISO); silent, that of this year."""
    return hari_iso(mulai) if mulai else timezone.localdate().replace(month=1, day=1)


@layanan("Klasifikasi dimuat")
def versi_klasifikasi_muat(
    *,
    versi: VersiKlasifikasi | None,
    nama: str,
    mulai: str,
    dasar: str,
    kode: list[tuple[str, str]],
    oleh: Pengguna | None,
) -> VersiKlasifikasi:
    """Codes into an edition, which is made when it isn't there and ends the one in force the day before: (code, name)
    pairs, parents present. Raises ValidationError where another begins on its first day."""
    if versi is None:
        hari = awal_versi(mulai)
        baru = VersiKlasifikasi(nama=nama or f"Klasifikasi {hari.year}", berlaku_mulai=hari, dasar_hukum=dasar)
        versi = aturan_simpan(baru, oleh=oleh)
    ada = {k.kode: k for k in versi.kode_set.hidup()}
    for teks, sebutan in sorted(kode, key=lambda k: tingkat(k[0])):
        lama = ada.get(teks)
        if lama is None:
            atas = list(leluhur(teks))[1:2]
            ada[teks] = simpan_baru(
                Klasifikasi(
                    versi_klasifikasi=versi,
                    kode=teks,
                    nama=sebutan,
                    induk=ada[atas[0]] if atas else None,
                    tingkat=tingkat(teks),
                    urut=kunci_urut(teks),
                )
            )
        elif lama.nama != sebutan:
            with perubahan(lama, oleh=oleh) as segar:
                segar.nama = sebutan
    return versi


def _induk(versi: VersiKlasifikasi, kode: str) -> Klasifikasi | None:
    atas = list(leluhur(kode))[1:]
    if not atas:
        return None
    induk = Klasifikasi.objects.hidup().filter(versi_klasifikasi=versi, kode=atas[0]).first()
    if induk is None:
        raise AturanDilanggar("INDUK_KODE", f"Kode {atas[0]} belum ada pada versi ini.", "Buat kode di atasnya dahulu.")
    return induk
