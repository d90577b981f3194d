"""Facts and times of the counter beside the work of the desk."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from dtks.models import Kunjungan, Permohonan, SuratRekomendasi, Tiket
from dtks.queries.aturan import jam_pada
from dtks.queries.layanan import di_loket
from dtks.rules.jam import jam_hari
from inti.formats import ribuan
from inti.models import Pengguna
from inti.queries.hitung import hitung_sekaligus
from inti.queries.kalender import libur_antara
from inti.queries.meja import FaktaMeja

S = SuratRekomendasi.Status


def loket(pengguna: Pengguna) -> list[FaktaMeja]:
    """The counter's day, and what waits for citizens. Nothing for a unit that neither serves nor has a case, nor for
    a village."""
    if pengguna.unit is None:
        return []
    permohonan, surat = Permohonan.objects.untuk(pengguna), SuratRekomendasi.objects.untuk(pengguna)
    dilayani, terbuka, tunggu, serah = hitung_sekaligus(
        [
            Kunjungan.objects.untuk(pengguna).filter(waktu__date=timezone.localdate()),
            permohonan.filter(status__in=Permohonan.TERBUKA),
            permohonan.filter(status=Permohonan.Status.BELUM_LENGKAP),
            surat.filter(status=S.DICETAK),
        ]
    )
    if not (terbuka or serah or di_loket(pengguna)):
        return []
    return [
        FaktaMeja("Warga dilayani hari ini", ribuan(dilayani)),
        _permohonan("Permohonan terbuka", terbuka, "terbuka"),
        _permohonan("Menunggu berkas warga", tunggu, "belum_lengkap"),
        _surat(serah),
    ]


def desa(pengguna: Pengguna) -> list[FaktaMeja]:
    """How the village's own requests stand at the office, and its letters to hand over."""
    diperiksa, serah = hitung_sekaligus(
        [
            Permohonan.objects.untuk(pengguna).filter(status=Permohonan.Status.DIPERIKSA),
            SuratRekomendasi.objects.untuk(pengguna).filter(status=S.DICETAK, permohonan__asal=Permohonan.Asal.DESA),
        ]
    )
    return [_permohonan("Diperiksa dinas", diperiksa, "diperiksa"), _surat(serah)]


def _permohonan(nama: str, banyak: int, status: str) -> FaktaMeja:
    return FaktaMeja(nama, ribuan(banyak), f"{reverse('dtks:permohonan_daftar')}?status={status}")


def _surat(banyak: int) -> FaktaMeja:
    return FaktaMeja("Surat siap diserahkan", ribuan(banyak), f"{reverse('dtks:surat_daftar')}?status=dicetak")


def jam_loket(pengguna: Pengguna, hari: dt.date) -> list[tuple[dt.time, str]]:
    """Today's hours of the counter, for a unit that serves there; nothing on a day off. Who waits is told at closing time."""
    jam = jam_hari(jam_pada(hari), hari)
    if jam is None or hari in libur_antara(hari, hari) or not di_loket(pengguna):
        return []
    menunggu = Tiket.objects.untuk(pengguna).filter(tanggal=hari, status=Tiket.Status.MENUNGGU).count()
    istirahat = [(jam.istirahat[0], "Loket istirahat"), (jam.istirahat[1], "Loket buka lagi")] if jam.istirahat else []
    tutup = f"Loket tutup, {menunggu} warga menunggu" if menunggu else "Loket tutup"
    return [(jam.buka, "Loket buka"), *istirahat, (jam.tutup, tutup)]
