"""Letters for the tests: a template, a draft, one that is approved, one that is numbered."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arsip.models import Naskah, TemplatSurat
from arsip.services import naskah as layanan_naskah
from arsip.services import templat as layanan_templat
from inti.models import Pegangan, Pengguna
from kepegawaian.models import Pegawai

ISI = "Dengan hormat, kami mengundang Saudara untuk hadir pada {acara}.\n\nHari : {hari}\nBiaya : {biaya}\n\n1. Laporan\n2. Penutup"
BIDANG = [
    {"nama": "acara", "label": "Acara", "jenis": "teks", "wajib": True},
    {"nama": "hari", "label": "Hari", "jenis": "tanggal", "wajib": True},
    {"nama": "biaya", "label": "Biaya", "jenis": "uang", "wajib": False},
]


def templat(**isian: Any) -> TemplatSurat:
    dasar = {
        "kode": "undangan",
        "nama": "Undangan",
        "klasifikasi": "000.1",
        "hal": "Undangan {acara}",
        "isi": ISI,
        "bidang": BIDANG,
    }
    return layanan_templat.templat_tambah(isian={**dasar, **isian}, oleh=None)


def naskah(oleh: Pengguna, penanda: Pengguna, *, t: TemplatSurat | None = None, **isian: Any) -> Naskah:
    assert oleh.unit is not None
    return layanan_naskah.naskah_buat(
        templat=t or TemplatSurat.objects.filter(kode="undangan").first() or templat(),
        unit=oleh.unit,
        isian={
            "tujuan": "Camat Lembayung",
            "alamat": "Jalan Pahlawan 9\nLembayung",
            "telepon": "0299555212",
            "klasifikasi": "000.1",
            "penandatangan": Pegawai.objects.get(pengguna=penanda),
            **isian,
        },
        bidang={"acara": "rapat data", "hari": dt.date(2026, 11, 30), "biaya": None},
        pegawai=[],
        oleh=oleh,
    )


def paraf(n: Naskah) -> QuerySet[Pegangan]:
    """The initials that this round asks for."""
    return n.alur_kini.filter(tahap="paraf")


def setuju(n: Naskah, penanda: Pengguna) -> Naskah:
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=n.konseptor)
    return layanan_naskah.naskah_setujui(naskah=n, oleh=penanda)


def terbit(n: Naskah, penanda: Pengguna, oleh: Pengguna) -> Naskah:
    return layanan_naskah.naskah_terbitkan(naskah=setuju(n, penanda), tanggal=timezone.localdate(), oleh=oleh)
