"""The poster of `/cek/` as PDF, for staff and villages to print and hang."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from dtks.documents.poster import Poster, gambar_poster
from dtks.queries.berlaku import berlaku_pada
from dtks.rules.cek import PENGANTAR
from inti.access import dengan_izin
from inti.permintaan import Permintaan
from inti.queries.kantor import kop_instansi
from inti.views.berkas import balasan_berkas


@dengan_izin("dtks.view_permohonan")
def poster_a4(request: Permintaan) -> HttpResponse:
    """The poster on A4."""
    return _poster(a3=False)


@dengan_izin("dtks.view_permohonan")
def poster_a3(request: Permintaan) -> HttpResponse:
    """The same on A3."""
    return _poster(a3=True)


def _poster(*, a3: bool) -> HttpResponse:
    berlaku = berlaku_pada(timezone.localdate())
    instansi = berlaku.instansi
    poster = Poster(
        kop=kop_instansi(instansi),
        alamat_cek=f"{settings.ALAMAT_UMUM.rstrip('/')}{reverse('cek:status')}",
        berkas=[
            (judul, [PENGANTAR, *(s.nama if s.wajib else f"{s.nama} (bila ada)" for s in berkas)])
            for judul, berkas in (
                ("Reaktivasi kartu JKN", berlaku.berkas_reaktivasi),
                ("Pengajuan baru", berlaku.berkas_baru),
            )
        ],
        jam=berlaku.jadwal,
        kontak=f"Telepon {instansi.telepon}" if instansi.telepon else "",
    )
    nama = f"Poster cek status {'A3' if a3 else 'A4'}.pdf"
    return balasan_berkas(gambar_poster(poster, a3=a3), nama, "application/pdf", buatan_sendiri=True)
