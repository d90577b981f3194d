"""Lists of the office on paper: tables under the letterhead, with who printed them and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils import timezone

from inti.documents import Blok, Grafik, Judul, Kolom, Paragraf, Surat, Tabel, TandaTangan, gambar_surat
from inti.documents.kertas import mendatar
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi

Penandatangan = Callable[[Pengguna, str], tuple[TandaTangan, ...]]


def daftar_pdf(
    *,
    judul: str,
    kolom: Sequence[Kolom],
    baris: Sequence[Sequence[str]],
    oleh: Pengguna,
    pengantar: str = "",
    jumlah: Sequence[str] | None = None,
    berdiri: bool = False,
    grafik: Sequence[Grafik] = (),
    ttd: Penandatangan | None = None,
) -> bytes:
    """A list as PDF: lying unless `berdiri`; `ttd(oleh, town and day)` gives who signs it."""
    isi = [Paragraf(pengantar, rata="kiri")] if pengantar else []
    tabel = Tabel(tuple(kolom), tuple(tuple(b) for b in baris), tuple(jumlah) if jumlah else None)
    return lembar_pdf(judul=judul, isi=(*isi, tabel, *grafik), oleh=oleh, berdiri=berdiri, ttd=ttd)


def lembar_pdf(
    *,
    judul: str,
    isi: Sequence[Blok],
    oleh: Pengguna,
    berdiri: bool = False,
    ttd: Penandatangan | None = None,
) -> bytes:
    """Parts under the letterhead, lying unless `berdiri`; `ttd(oleh, town and day)` gives who signs. Out: PDF bytes."""
    instansi = Instansi.kini()
    kini = timezone.localtime()
    kertas = kertas_instansi(instansi)
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas if berdiri else mendatar(kertas),
        judul=Judul(judul.upper()),
        isi=tuple(isi),
        ttd=ttd(oleh, f"{instansi.kota}, {tanggal_panjang(kini.date())}") if ttd else (),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=judul.split("\n")[0].capitalize())
