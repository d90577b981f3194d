"""Doubles and wrong NIKs as their pages and the recap need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from dtks.models import AnggotaPermohonan, Individu, NikBermasalah, Penggabungan, Permohonan
from dtks.rules.ganda import masalah_nik
from inti.models import Pengguna

JUDUL_REKAP = [
    "ID REKAP", "NIK TERCATAT", "NOMOR KK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "DESA",
    "MASALAH", "KETERANGAN", "NIK BENAR", "JAWABAN",
]  # fmt: skip


def sisi(orang: Individu) -> dict[str, Any]:
    """One side of a comparison: the person, how many requests name him, his periods."""
    return {
        "o": orang,
        "permohonan": AnggotaPermohonan.objects.filter(individu=orang).count(),
        "periode": list(orang.keadaan.order_by("-periode_urut").values_list("periode", flat=True)[:4]),
    }


def beda_isian(dua: list[Individu]) -> set[str]:
    """Fields in which two entries differ."""
    if len(dua) < 2:
        return set()
    nama = ("nik", "no_kk", "nama", "tanggal_lahir", "tempat_lahir", "jenis_kelamin", "id_dtks", "alamat", "desa_id")
    return {n for n in nama if getattr(dua[0], n) != getattr(dua[1], n)}


def gabungan(orang: Individu) -> list[Penggabungan]:
    """Entries joined to a person."""
    return list(Penggabungan.objects.filter(utama=orang, berlaku=True).select_related("lain"))


def permohonan_orang(orang: Individu, pengguna: Pengguna) -> list[AnggotaPermohonan]:
    """Requests within the user's scope that name a person under any of his entries, newest first (at most 50)."""
    kunci = [orang.pk, *orang.gabungan.values_list("pk", flat=True)]
    return list(
        AnggotaPermohonan.objects.filter(individu__in=kunci, permohonan__in=Permohonan.objects.untuk(pengguna))
        .select_related("permohonan__nomor")
        .order_by("-permohonan__tanggal", "-id")[:50]
    )


def rekap_nik(kueri: QuerySet[NikBermasalah]) -> Iterator[list[Any]]:
    """Rows of the recap for the population office: whole numbers as text, two blank columns for its answer."""
    for n in kueri.select_related("individu").order_by("id").iterator(chunk_size=1000):
        o = n.individu
        yield [
            str(n.pk), n.nik, o.no_kk, o.nama, o.tempat_lahir, o.tanggal_lahir, o.jenis_kelamin, o.desa_teks,
            n.get_masalah_display(), n.keterangan, n.nik_benar, n.jawaban,
        ]  # fmt: skip


def calon_bermasalah(mulai: int, banyak: int) -> tuple[list[int], int | None]:
    """A stretch of the registry by key: persons whose NIK contradicts their data, and where to go on (None: the end)."""
    baris = list(
        Individu.objects.filter(pk__gt=mulai)
        .order_by("pk")
        .values_list("pk", "nik", "tanggal_lahir", "jenis_kelamin")[:banyak]
    )
    return list(_suspek(baris)), (baris[-1][0] if len(baris) == banyak else None)


def _suspek(baris: Iterable[tuple[int, str, Any, str]]) -> Iterator[int]:
    for pk, nik, lahir, kelamin in baris:
        if masalah_nik(nik, lahir, kelamin) is not None:
            yield pk
