"""Loans: asked for, handed out, extended, brought back. The letter that demands one back is declared in `documents/pinjam.py`."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from arsip.models import BerkasArsip, Peminjaman
from arsip.models.pilihan import TERTUTUP
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai

SERI, POLA, LABEL = "arsip.pinjam", "PJM/{urut:04d}/{tahun}", "arsip.peminjaman"


@layanan("Peminjaman diminta", tanpa_usul=True)
def pinjam_minta(*, berkas: BerkasArsip, keperluan: str, oleh: Pengguna) -> Peminjaman:
    """Ask for a record for oneself. Raises AturanDilanggar (BUKAN_PEGAWAI and what `pinjam_catat` raises)."""
    pegawai = Pegawai.objects.hidup().filter(pengguna=oleh).first()
    if pegawai is None:
        raise AturanDilanggar(
            "BUKAN_PEGAWAI", "Akun Anda belum tercatat sebagai pegawai.", "Minta pengelola arsip mencatat pinjamannya."
        )
    _boleh_dipinjam(berkas, pegawai, oleh)
    return _buat(berkas, pegawai, "", "", keperluan, oleh)


@layanan("Arsip dipinjamkan")
def pinjam_catat(
    *,
    berkas: BerkasArsip,
    peminjam: Pegawai | None,
    nama: str,
    instansi: str,
    keperluan: str,
    jatuh_tempo: dt.date,
    oleh: Pengguna,
) -> Peminjaman:
    """Hand a record to a member of staff, or to somebody of another office, until a day.

    Raises AturanDilanggar: SEDANG_DIPINJAM, SUDAH_MUSNAH, PINJAM_TERTUTUP, TEMPO_LEWAT; ValidationError.
    """
    _boleh_dipinjam(berkas, peminjam, oleh)
    pinjam = _buat(berkas, peminjam, nama, instansi, keperluan, oleh)
    return _serahkan(pinjam, jatuh_tempo, oleh)


@layanan("Arsip dipinjamkan menurut permintaan")
def pinjam_serahkan(*, pinjam: Peminjaman, jatuh_tempo: dt.date, oleh: Pengguna) -> Peminjaman:
    """Hand out what was asked for. Raises as `pinjam_catat`, and the state."""
    _boleh_dipinjam(pinjam.berkas, pinjam.peminjam, oleh)
    hasil = _serahkan(pinjam, jatuh_tempo, oleh)
    beritahu(hasil.diminta_oleh, f"{hasil}: berkas dapat diambil, kembali paling lambat {jatuh_tempo:%d-%m-%Y}.", hasil)
    return hasil


@layanan("Permintaan pinjam ditolak")
def pinjam_tolak(*, pinjam: Peminjaman, alasan: str, oleh: Pengguna) -> Peminjaman:
    """Refuse a request with its reason."""
    with perubahan(pinjam, oleh=oleh, sebab=alasan) as segar:
        segar.tolak()
        segar.alasan_tolak = alasan
    beritahu(segar.diminta_oleh, f"{segar} ditolak: {alasan}", segar)
    return segar


@layanan("Peminjaman diperpanjang")
def pinjam_perpanjang(*, pinjam: Peminjaman, jatuh_tempo: dt.date, alasan: str, oleh: Pengguna) -> Peminjaman:
    """A later day. Raises AturanDilanggar(TIDAK_DI_LUAR, TEMPO_LEWAT), VersiBerubah."""
    with perubahan(pinjam, oleh=oleh, sebab=alasan) as segar:
        _di_luar(segar)
        if jatuh_tempo <= segar.jatuh_tempo:
            raise AturanDilanggar("TEMPO_LEWAT", "Tanggalnya tidak lebih lambat.", "Pilih tanggal yang lebih lambat.")
        _tempo(jatuh_tempo)
        segar.jatuh_tempo, segar.diingatkan_pada = jatuh_tempo, None
        segar.diperpanjang += 1
    return segar


@layanan("Arsip dikembalikan")
def pinjam_kembalikan(*, pinjam: Peminjaman, kondisi: str, oleh: Pengguna) -> Peminjaman:
    """It is back, and in which condition. Raises the state, VersiBerubah."""
    with perubahan(pinjam, oleh=oleh) as segar:
        segar.kembalikan()
        segar.kembali_pada, segar.kondisi = timezone.localdate(), kondisi
    return segar


def _buat(
    berkas: BerkasArsip, peminjam: Pegawai | None, nama: str, instansi: str, keperluan: str, oleh: Pengguna
) -> Peminjaman:
    nomor = nomor_ambil(seri=SERI, pola=POLA, tanggal=timezone.localdate(), oleh=oleh, objek_label=LABEL)
    pinjam = simpan_baru(
        Peminjaman(
            nomor=nomor,
            berkas=berkas,
            peminjam=peminjam,
            nama="" if peminjam else nama,
            instansi="" if peminjam else instansi,
            keperluan=keperluan,
            diminta_oleh=oleh,
        )
    )
    nomor.objek_id = str(pinjam.pk)
    nomor.save(update_fields=["objek_id"])
    return pinjam


def _serahkan(pinjam: Peminjaman, jatuh_tempo: dt.date, oleh: Pengguna) -> Peminjaman:
    _tempo(jatuh_tempo)
    with perubahan(pinjam, oleh=oleh) as segar:
        segar.serahkan()
        segar.dipinjam_pada, segar.jatuh_tempo = timezone.localdate(), jatuh_tempo
    return segar


def _boleh_dipinjam(berkas: BerkasArsip, peminjam: Pegawai | None, oleh: Pengguna) -> None:
    """Under the record's lock, which destroying it takes too."""
    segar = BerkasArsip.objects.select_for_update().get(pk=berkas.pk)
    if segar.status == BerkasArsip.Status.MUSNAH:
        raise AturanDilanggar("SUDAH_MUSNAH", f"{segar} sudah dimusnahkan.", "Tidak ada lagi yang dapat dipinjam.")
    if Peminjaman.objects.di_luar().filter(berkas=segar).exists():
        raise AturanDilanggar("SEDANG_DIPINJAM", f"{segar} sedang dipinjam.", "Tunggu sampai kembali.")
    if segar.keamanan in TERTUTUP:
        akun = peminjam.pengguna if peminjam is not None else None
        boleh = akun is not None and BerkasArsip.objects.lingkup(akun).filter(pk=segar.pk).exists()
        if not boleh or not BerkasArsip.objects.lingkup(oleh).filter(pk=segar.pk).exists():
            raise AturanDilanggar(
                "PINJAM_TERTUTUP",
                f"{segar} bersifat {segar.get_keamanan_display().lower()} dan tidak boleh dilihat peminjam.",
                "Mintakan izin pimpinan unit pengolahnya.",
            )


def _tempo(jatuh_tempo: dt.date) -> None:
    if jatuh_tempo < timezone.localdate():
        raise AturanDilanggar("TEMPO_LEWAT", "Jatuh tempo sudah lewat.", "Pilih hari ini atau sesudahnya.")


def _di_luar(pinjam: Peminjaman) -> None:
    if pinjam.status != Peminjaman.Status.DIPINJAM:
        raise AturanDilanggar("TIDAK_DI_LUAR", "Berkas ini tidak sedang dipinjam.", "Muat ulang halaman.")
