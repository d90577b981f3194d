"""What the pages of records share: the rows that were ticked, an act that may be refused, a PDF as reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from arsip.models import BerkasArsip
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import JejakBaca
from inti.pages import selesai
from inti.pages.dasar import kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

TERBANYAK = 500


def berkas_dipilih(request: Permintaan) -> list[BerkasArsip]:
    """Ticked records within the user's scope, as people count codes."""
    pk = kunci_dipilih(request, terbanyak=TERBANYAK)
    kueri = BerkasArsip.objects.all().untuk(request.user).filter(pk__in=pk)
    return list(kueri.select_related("jenis", "unit", "tempat").order_by("urut_kode", "pk"))


def kerjakan(
    request: Permintaan, kerja: Callable[[], Any], *, pesan: str, kembali: Any, lanjut: Any = None
) -> HttpResponse:
    """Do an act without a form of its own: end with a message, or go back with the refusal."""
    try:
        hasil = kerja()
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect(kembali)
    return selesai(request, lanjut or hasil, pesan)


def pdf(request: Permintaan, isi: bytes, nama: str, objek: Any = None) -> HttpResponse:
    """A paper of our own; that it was taken is logged."""
    jejak_catat(request, JejakBaca.Jenis.UNDUH, objek, nama)
    return balasan_berkas(isi, f"{nama}.pdf", "application/pdf", buatan_sendiri=True)
