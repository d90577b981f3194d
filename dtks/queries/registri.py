"""Look-ups in the registry: by number through an index, by name through the full-text index and one verdict.

The database only fetches candidates by exact tokens; whether two names match is decided by `inti.nama`, so that every
database answers the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from dtks.models import Individu
from inti.formats import rapikan_nomor
from inti.nama import kueri_fts5, kueri_tsquery, kunci_nama, nilai_kecocokan

BATAS_KANDIDAT = 400  # names judged for one search; more is a search that needs another word
_SEKALI = 500

_SQLITE = "SELECT rowid FROM dtks_individu_fts WHERE dtks_individu_fts MATCH %s"
_POSTGRESQL = "SELECT id FROM dtks_individu WHERE to_tsvector('simple', kunci_nama) @@ to_tsquery('simple', %s)"


def cari_nik(nik: str) -> QuerySet[Individu]:
    """Persons with this NIK (blanks and dots allowed), the earliest first: a NIK may be on two people."""
    return Individu.objects.filter(nik=rapikan_nomor(nik)).order_by("id")


def cari_kk(no_kk: str) -> QuerySet[Individu]:
    """Members of the family with this No KK."""
    return Individu.objects.filter(no_kk=rapikan_nomor(no_kk)).order_by("id")


def cari_id(id_dtks: str) -> QuerySet[Individu]:
    """The person with this ID DTKS; an empty ID finds nobody."""
    bersih = rapikan_nomor(id_dtks)
    return Individu.objects.filter(id_dtks=bersih).order_by("id") if bersih else Individu.objects.none()


def cari_nik_banyak(nik: Iterable[str]) -> dict[str, list[Individu]]:
    """Persons by NIK for a whole list: a query for each 500. NIKs that nobody has are absent."""
    semua = sorted({rapikan_nomor(n) for n in nik})
    hasil: dict[str, list[Individu]] = {}
    for awal in range(0, len(semua), _SEKALI):
        for orang in Individu.objects.filter(nik__in=semua[awal : awal + _SEKALI]).order_by("nik", "id"):
            hasil.setdefault(orang.nik, []).append(orang)
    return hasil


def cari_nama(nama: str, *, batas: int = 50) -> list[Individu]:
    """Persons whose name matches, the same name before near ones, at most `batas`. See `inti.nama` for the verdict."""
    nilai: dict[int, float] = {}
    for kueri in _kueri_bertahap(nama):
        for pk, tercatat in _kandidat(kueri):
            if pk not in nilai:
                cocok = nilai_kecocokan(nama, tercatat)
                if cocok.cocok:
                    nilai[pk] = cocok.skor
        if len(nilai) >= batas:
            break
    terbaik = sorted(nilai, key=lambda pk: (-nilai[pk], pk))[:batas]
    orang = Individu.objects.in_bulk(terbaik)
    return [orang[pk] for pk in terbaik if pk in orang]


def _kueri_bertahap(nama: str) -> list[str]:
    """First the whole name as one token, so that it is not crowded out; then everything that may match."""
    utuh = next((t for t in kunci_nama(nama).split() if t.startswith("Q")), "")
    semua = kueri_fts5(nama) if connection.vendor == "sqlite" else kueri_tsquery(nama)
    return [k for k in (utuh and f'"{utuh}"', semua) if k]


def _kandidat(kueri: str) -> list[tuple[int, str]]:
    kumpulan = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT id, nama FROM dtks_individu WHERE id IN ({kumpulan} LIMIT {BATAS_KANDIDAT})",  # noqa: S608
            [_untuk_vendor(kueri)],
        )
        return kursor.fetchall()


def _untuk_vendor(kueri: str) -> str:
    return kueri if connection.vendor == "sqlite" else kueri.replace('"', "'")


def saring_individu(kueri: QuerySet[Individu], teks: str) -> QuerySet[Individu]:
    """Narrow a list of persons: by NIK, No KK or ID when the text is a number, else by name through the index."""
    nomor = rapikan_nomor(teks)
    if nomor.isdigit():
        if len(nomor) == 16:
            return kueri.filter(nik=nomor) | kueri.filter(no_kk=nomor)
        return kueri.filter(id_dtks=nomor)
    sqlite = connection.vendor == "sqlite"
    cocok = kueri_fts5(teks) if sqlite else kueri_tsquery(teks)
    if not cocok:
        return kueri.none()
    parameter: list[Any] = [cocok]
    return kueri.filter(pk__in=RawSQL(_SQLITE if sqlite else _POSTGRESQL, parameter))  # noqa: S611  (our own constants)
