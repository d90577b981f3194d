"""Reads of incoming letters: what completes a field, who has what, the agenda book of a period, the search box."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from arsip.models import TERTUTUP, Disposisi, SuratMasuk
from inti.formats import tanggal_pendek
from inti.models import Pengguna
from inti.queries.cari import TemuanCari

TERBANYAK, DIBACA = 8, 200
BUKU_TERBANYAK = 5000


@dataclass(frozen=True)
class BarisBuku:
    """A line of the agenda book; of a letter that is closed to the reader only number, day and state are told."""

    nomor: str
    diterima: dt.date
    pengirim: str
    surat: str
    hal: str
    sifat: str
    klasifikasi: str
    disposisi: str
    status: str


def sarankan(pengguna: Pengguna, bidang: str, teks: str, pengirim: str = "") -> list[str]:
    """Senders ("pengirim") or subjects ("hal", of one sender when given) of earlier letters, the most frequent first."""
    teks = teks.strip()
    if not teks:
        return []
    kueri = SuratMasuk.objects.untuk(pengguna).filter(**{f"{bidang}__icontains": teks})
    if pengirim.strip():
        kueri = kueri.filter(pengirim__iexact=pengirim.strip())
    ada = Counter(kueri.order_by("-id").values_list(bidang, flat=True)[:DIBACA])
    depan = teks.casefold()
    return [k for k, _ in sorted(ada.items(), key=lambda i: (not i[0].casefold().startswith(depan), -i[1], i[0]))][
        :TERBANYAK
    ]


def lengkapi_disposisi(surat: Iterable[Any]) -> None:
    """Put on letters who holds their dispositions (`penerima`: name and whether done) and whether one is overdue."""
    daftar = list(surat)
    per_surat: dict[int, list[Disposisi]] = defaultdict(list)
    kueri = Disposisi.objects.hidup().filter(surat__in=[s.pk for s in daftar])
    for d in kueri.exclude(status=Disposisi.Status.DITARIK).select_related("kepada").order_by("dikirim_pada", "pk"):
        per_surat[d.surat_id].append(d)
    for s in daftar:
        s.penerima = per_surat[s.pk]
        s.terlambat = any(d.lewat for d in s.penerima)


def ringkas_disposisi(surat: Any) -> str:
    """Who has it and how far: "Hendra (selesai), Rina (belum dibaca)"."""
    return ", ".join(f"{d.kepada.nama} ({d.get_status_display().lower()})" for d in getattr(surat, "penerima", ()))


def terlambat(kueri: QuerySet[SuratMasuk]) -> QuerySet[SuratMasuk]:
    """Letters with an open disposition whose day has passed."""
    return kueri.filter(pk__in=Disposisi.objects.terlambat().values("surat"))


def buku_agenda(pengguna: Pengguna, mulai: dt.date, sampai: dt.date) -> list[BarisBuku]:
    """The agenda book of a period by number: every number for the letter desk, else what the user may meet."""
    semua = (
        SuratMasuk.objects.hidup() if pengguna.has_perm("arsip.kelola_kantor") else SuratMasuk.objects.untuk(pengguna)
    )
    kueri = semua.filter(diterima__gte=mulai, diterima__lte=sampai).select_related("nomor__seri")
    surat = list(kueri.order_by("nomor__seri__tahun", "nomor__urut", "pk")[:BUKU_TERBANYAK])
    rahasia = [s.pk for s in surat if s.keamanan in TERTUTUP]
    boleh = set(SuratMasuk.objects.untuk(pengguna).filter(pk__in=rahasia).values_list("pk", flat=True))
    lengkapi_disposisi(surat)
    return [_baris(s, tertutup=s.pk in rahasia and s.pk not in boleh) for s in surat]


def _baris(s: SuratMasuk, *, tertutup: bool) -> BarisBuku:
    nomor, status = s.nomor.teks, s.get_status_display()
    sifat = ", ".join(k for k in (s.get_keamanan_display(), s.get_kecepatan_display()) if k != "Biasa") or "Biasa"
    if tertutup:
        return BarisBuku(nomor, s.diterima, "(tertutup)", "", "(tertutup)", s.get_keamanan_display(), "", "", status)
    hal = f"{s.hal} (dibatalkan: {s.alasan_batal})" if s.alasan_batal else s.hal
    tanda = f"{s.nomor_surat or 'tanpa nomor'}\n{tanggal_pendek(s.tanggal_surat)}"
    return BarisBuku(nomor, s.diterima, s.pengirim, tanda, hal, sifat, s.klasifikasi, ringkas_disposisi(s), status)


def cari_surat_masuk(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Letters by sender, subject, number or agenda, newest first."""
    kueri = SuratMasuk.objects.untuk(pengguna).select_related("nomor")
    for kata in teks.split()[:6]:
        kueri = kueri.filter(
            Q(pengirim__icontains=kata)
            | Q(hal__icontains=kata)
            | Q(nomor_surat__icontains=kata)
            | Q(nomor__teks__icontains=kata)
        )
    return [
        TemuanCari(s.hal, f"Agenda {s.nomor}, {s.pengirim}, {tanggal_pendek(s.diterima)}", s.get_absolute_url())
        for s in kueri.order_by("-diterima", "-id")[:15]
    ]
