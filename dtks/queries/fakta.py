"""Facts and times of the counter beside the work of the desk."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from dtks.models import Kunjungan, Permohonan, SuratRekomendasi, Tiket
from dtks.queries.aturan import jam_pada
from dtks.queries.layanan import di_loket
from dtks.rules.jam import jam_hari
from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from inti.queries.meja import FaktaMeja

S = SuratRekomendasi.Status


def loket(pengguna: Pengguna) -> list[FaktaMeja]:
    """The counter's day, and what waits for citizens; nothing of what there is none, nothing for a village."""
    if pengguna.unit is None:
        return []
    hari = timezone.localdate()
    permohonan, surat = Permohonan.objects.untuk(pengguna), SuratRekomendasi.objects.untuk(pengguna)
    antre = Tiket.objects.untuk(pengguna).filter(tanggal=hari, status=Tiket.Status.MENUNGGU)
    dilayani = Kunjungan.objects.untuk(pengguna).filter(waktu__date=hari)
    tunggu = permohonan.filter(status=Permohonan.Status.BELUM_LENGKAP)
    return [
        FaktaMeja("Warga menunggu di loket", "{}", kueri=antre, bila_ada=True),
        FaktaMeja("Warga dilayani hari ini", "{}", kueri=dilayani, bila_ada=True),
        _permohonan("Permohonan terbuka", permohonan.filter(status__in=Permohonan.TERBUKA), "terbuka"),
        _permohonan("Menunggu berkas warga", tunggu, "belum_lengkap"),
        _surat(surat.filter(status=S.DICETAK)),
    ]


def desa(pengguna: Pengguna) -> list[FaktaMeja]:
    """How the village's own requests stand at the office, and its letters to hand over."""
    permohonan, surat = Permohonan.objects.untuk(pengguna), SuratRekomendasi.objects.untuk(pengguna)
    return [
        _permohonan("Diperiksa dinas", permohonan.filter(status=Permohonan.Status.DIPERIKSA), "diperiksa"),
        _surat(surat.filter(status=S.DICETAK, permohonan__asal=Permohonan.Asal.DESA)),
    ]


def _permohonan(nama: str, kueri: QuerySet, status: str) -> FaktaMeja:
    return FaktaMeja(nama, "{}", f"{reverse('dtks:permohonan_daftar')}?status={status}", kueri=kueri, bila_ada=True)


def _surat(kueri: QuerySet) -> FaktaMeja:
    alamat = f"{reverse('dtks:surat_daftar')}?status=dicetak"
    return FaktaMeja("Surat siap diserahkan", "{}", alamat, kueri=kueri, bila_ada=True)


def jam_loket(pengguna: Pengguna, hari: dt.date) -> list[tuple[dt.time, str]]:
    """Today's hours of the counter, for a unit that serves there; nothing on a day off."""
    jam = jam_hari(jam_pada(hari), hari)
    if jam is None or hari in libur_antara(hari, hari) or not di_loket(pengguna):
        return []
    istirahat = [(jam.istirahat[0], "Loket istirahat"), (jam.istirahat[1], "Loket buka lagi")] if jam.istirahat else []
    return [(jam.buka, "Loket buka"), *istirahat, (jam.tutup, "Loket tutup")]
