"""Look-ups in the registry: by number through an index, by name through the full-text index and one verdict.

The database only fetches candidates by exact tokens; whether two names match is decided by `inti.nama`, so that every
database answers the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from dtks.models import Individu
from inti.formats import rapikan_nomor
from inti.nama import kueri_fts5, kunci_nama, nilai_kecocokan, syarat_postgresql

BATAS_KANDIDAT = 400  # names judged for one search; more is a search that needs another word
_SEKALI = 500

_SQLITE = "SELECT rowid FROM dtks_individu_fts WHERE dtks_individu_fts MATCH %s"
_POSTGRESQL = "SELECT id FROM dtks_individu WHERE "
_TSVECTOR = "to_tsvector('simple', kunci_nama)"

Kandidat = tuple[str, list[str]]  # SQL that selects ids, and its parameters


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


def _kueri_bertahap(nama: str) -> list[Kandidat]:
    """First the whole name as one token, so that it is not crowded out; then without, then with typing mistakes."""
    utuh = next((t for t in kunci_nama(nama).split() if t.startswith("Q")), "")
    if connection.vendor == "sqlite":
        pertama: list[Kandidat] = [(_SQLITE, [f'"{utuh}"'])] if utuh else []
    else:
        pertama = [(f"{_POSTGRESQL}{_TSVECTOR} @@ to_tsquery('simple', %s)", [f"'{utuh}'"])] if utuh else []
    return [*pertama, *(k for k in (_kandidat_sql(nama, longgar=False), _kandidat_sql(nama, longgar=True)) if k)]


def _kandidat_sql(nama: str, *, longgar: bool) -> Kandidat | None:
    """SQL that selects the ids of everybody who may match; None when nobody can."""
    if connection.vendor == "sqlite":
        kueri = kueri_fts5(nama, longgar=longgar)
        return (_SQLITE, [kueri]) if kueri else None
    syarat, isi = syarat_postgresql(nama, ungkapan=_TSVECTOR, longgar=longgar)
    return (f"{_POSTGRESQL}({syarat})", isi) if isi else None


def _kandidat(kueri: Kandidat) -> list[tuple[int, str]]:
    sql, isi = kueri
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT id, nama FROM dtks_individu WHERE id IN ({sql} LIMIT {BATAS_KANDIDAT})", isi)  # noqa: S608
        return kursor.fetchall()


def saring_individu(kueri: QuerySet[Individu], teks: str) -> QuerySet[Individu]:
    """Narrow a list of persons: by NIK, No KK or ID when the text is a number, else by name through the index."""
    nomor = rapikan_nomor(teks)
    if nomor.isdigit():
        if len(nomor) == 16:
            return kueri.filter(nik=nomor) | kueri.filter(no_kk=nomor)
        return kueri.filter(id_dtks=nomor)
    cocok = _kandidat_sql(teks, longgar=False)
    if cocok is None:
        return kueri.none()
    return kueri.filter(pk__in=RawSQL(*cocok))  # noqa: S611  (our own constants)
