"""Look-ups in the registry: by number through an index, by name through the full-text index and one verdict.

The database only fetches candidates by exact tokens; whether two names match is decided by `inti.rules.nama`, so that every
database answers the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.utils import timezone

from dtks.models import Individu, Keluarga
from inti.formats import rapikan_nomor
from inti.formats.nomor import angka_ascii
from inti.formats.tanggal import hari_iso
from inti.rules.nama import kandidat, kueri_fts5, kunci_nama, nilai_kecocokan
from inti.rules.nama_kunci import Syarat

BATAS_KANDIDAT = 200  # names judged in one step of a search; more is a search that needs another word
_SEKALI = 500

_KEPALA = 5_000  # first persons of the table, among whom a frequent word is sought before its whole list is read

_SQLITE = "SELECT rowid FROM dtks_individu_fts WHERE dtks_individu_fts MATCH %s"
_POSTGRESQL = "SELECT id FROM dtks_individu WHERE "
_LARIK = "string_to_array(kunci_nama, ' ') && %s::text[]"

_DI_KEPALA = f"""SELECT id, nama FROM (SELECT id, nama, kunci_nama FROM dtks_individu ORDER BY id LIMIT {_KEPALA}) c
    WHERE ' ' || kunci_nama || ' ' LIKE %s LIMIT {BATAS_KANDIDAT}"""  # noqa: S608

_BENAR = "id IN (SELECT individu_id FROM dtks_nikbermasalah WHERE nik_benar = %s)"

_SEKELUARGA = "keluarga_id = (SELECT id FROM dtks_keluarga WHERE no_kk = %s)"  # a family bears its number alone

_CALON = """SELECT id, nama, periode_urut, terdaftar, dibatasi_sampai FROM dtks_individu WHERE id IN (
    SELECT coalesce(digabung_ke_id, id) FROM dtks_individu WHERE id IN (
        SELECT id FROM dtks_individu WHERE nik = %s
        UNION SELECT i.id FROM dtks_individu i JOIN dtks_keluarga k ON k.id = i.keluarga_id WHERE k.no_kk = %s
        UNION SELECT individu_id FROM dtks_nikbermasalah WHERE nik_benar = %s)) ORDER BY id LIMIT %s"""

Kandidat = tuple[str, list[Any]]  # SQL that selects ids, and its parameters


def cari_nik(nik: str) -> list[Individu]:
    """Persons with this NIK (blanks and dots allowed), the earliest first: a NIK may be on two people.

    Nobody with it: who bears it according to the population office's answer on a wrong one.
    """
    bersih = rapikan_nomor(nik)
    return _utama(_orang("nik = %s", [bersih]) or _orang(_BENAR, [bersih]))


def cari_kk(no_kk: str) -> list[Individu]:
    """Members of the family with this No KK."""
    return _utama(_orang(_SEKELUARGA, [rapikan_nomor(no_kk)]))


@dataclass(frozen=True, slots=True)
class Calon:
    """Of a person found by number only what decides whether the public page may answer."""

    pk: int
    nama: str
    periode_urut: int
    terdaftar: bool
    dibatasi_sampai: dt.date | str | None

    @property
    def dibatasi(self) -> bool:
        """Whether the person's data are restricted today."""
        sampai = self.dibatasi_sampai
        if sampai is None:
            return False
        return (hari_iso(sampai) if isinstance(sampai, str) else sampai) >= timezone.localdate()


def calon_nik_atau_kk(nomor: str, *, batas: int) -> list[Calon]:
    """Who is found by `cari_nik` or `cari_kk`, at most `batas`.

    One short statement for every number, and no whole person is built, so that the time doesn't tell a stranger
    whether somebody has it.
    """
    with connection.cursor() as kursor:
        kursor.execute(_CALON, [nomor, nomor, nomor, batas])
        return [Calon(*b) for b in kursor.fetchall()]


def orang_dengan_id(pk: int) -> Individu:
    """A person by key. Raises IndexError when there is none."""
    return _orang("id = %s", [pk])[0]


def cari_id(id_dtks: str) -> list[Individu]:
    """The person with this ID DTKS; an empty ID finds nobody."""
    bersih = rapikan_nomor(id_dtks)
    return _utama(_orang("id_dtks = %s", [bersih])) if bersih else []


def _utama(orang: list[Individu]) -> list[Individu]:
    """Each entry that was joined to another gives way to that one, once; nothing is asked where nobody was joined."""
    diganti = {o.digabung_ke_id for o in orang if o.digabung_ke_id}
    if not diganti:
        return orang
    ganti = {o.pk: o for o in _orang(f"id IN ({', '.join(['%s'] * len(diganti))})", sorted(diganti))}
    hasil = {(satu := ganti.get(o.digabung_ke_id or 0, o)).pk: satu for o in orang}
    return list(hasil.values())


def _orang(syarat: str, isi: Sequence[Any]) -> list[Individu]:
    """Whole persons by one condition. The statement is built once: building it took ten times as long as running it."""
    pilih, nama, penyusun, pengubah = _bentuk(connection.vendor)
    with connection.cursor() as kursor:
        kursor.execute(f"{pilih} WHERE {syarat} ORDER BY id", isi)
        baris = kursor.fetchall()
    if pengubah and baris:
        baris = list(penyusun.apply_converters(baris, pengubah))
    return [Individu.from_db(connection.alias, nama, b) for b in baris]


@lru_cache(maxsize=2)
def _bentuk(vendor: str) -> tuple[str, list[str], Any, Any]:
    """SELECT of all columns, their names, and what turns the database's values into Python's."""
    bidang = Individu._meta.concrete_fields
    kolom = ", ".join(connection.ops.quote_name(str(f.column)) for f in bidang)
    penyusun = Individu.objects.all().query.get_compiler(connection=connection)
    pengubah = penyusun.get_converters([f.get_col(Individu._meta.db_table) for f in bidang])
    return f"SELECT {kolom} FROM dtks_individu", [f.attname for f in bidang], penyusun, pengubah  # noqa: S608


def cari_nik_banyak(nik: Iterable[str]) -> dict[str, list[Individu]]:
    """Persons by NIK for a whole list: a query for each 500. NIKs that nobody has are absent."""
    semua = sorted({rapikan_nomor(n) for n in nik})
    hasil: dict[str, list[Individu]] = {}
    for awal in range(0, len(semua), _SEKALI):
        bagian = semua[awal : awal + _SEKALI]
        for orang in _orang(f"nik IN ({', '.join(['%s'] * len(bagian))})", bagian):
            hasil.setdefault(orang.nik, []).append(orang)
    if any(o.digabung_ke_id for ada in hasil.values() for o in ada):
        return {nik: _utama(ada) for nik, ada in hasil.items()}
    return hasil


def cari_nama(nama: str, *, batas: int = 50) -> list[Individu]:
    """Persons whose name matches, the same name before near ones, at most `batas`. See `inti.rules.nama` for the verdict."""
    nilai: dict[int, float] = {}
    for kueri in _kueri_bertahap(nama):
        for pk, tercatat in _kandidat(kueri):
            if pk not in nilai and (cocok := nilai_kecocokan(nama, tercatat)).cocok:
                nilai[pk] = cocok.skor
                if len(nilai) >= batas * 3 // 2:
                    break
        if len(nilai) >= batas:
            break
    terbaik = sorted(nilai, key=lambda pk: (-nilai[pk], pk))[:batas]
    if not terbaik:
        return []
    orang = {o.pk: o for o in _orang(f"id IN ({', '.join(['%s'] * len(terbaik))})", terbaik)}
    return _utama([orang[pk] for pk in terbaik if pk in orang])


def _kueri_bertahap(nama: str) -> list[Kandidat]:
    """First the whole name as one token, so that it is not crowded out; then without, then with typing mistakes."""
    utuh = next((t for t in kunci_nama(nama).split() if t.startswith("Q")), "")
    if connection.vendor == "sqlite":
        tahap = (_kandidat_sql(nama, longgar=False), _kandidat_sql(nama, longgar=True))
        return [*([(_SQLITE, [f'"{utuh}"'])] if utuh else []), *(k for k in tahap if k)]
    alternatif = dict.fromkeys(
        [*([((utuh,),)] if utuh else []), *_urut(kandidat(nama, longgar=False)), *_urut(kandidat(nama, longgar=True))]
    )
    return [_alternatif_sql(syarat) for syarat in alternatif]


def _urut(alternatif: Iterable[Syarat]) -> list[Syarat]:
    """Two words met as one are rare and cheap to find, so they go first; last the names that lack a word."""
    return sorted(alternatif, key=lambda syarat: (syarat[0][0].startswith("Q"), len(syarat)))


def _alternatif_sql(syarat: Syarat) -> Kandidat:
    """PostgreSQL reads the whole list of each word that it is asked for: so one alternative at a time."""
    return f"{_POSTGRESQL}{' AND '.join([_LARIK] * len(syarat))}", [list(kelompok) for kelompok in syarat]


def _kandidat_sql(nama: str, *, longgar: bool) -> Kandidat | None:
    """SQL that selects the ids of everybody who may match; None when nobody can."""
    if connection.vendor == "sqlite":
        kueri = kueri_fts5(nama, longgar=longgar)
        return (_SQLITE, [kueri]) if kueri else None
    isi: list[Any] = []
    alternatif = []
    for syarat in kandidat(nama, longgar=longgar):
        alternatif.append(" AND ".join([_LARIK] * len(syarat)))
        isi.extend(list(kelompok) for kelompok in syarat)
    return (f"{_POSTGRESQL}({' OR '.join(f'({a})' for a in alternatif)})", isi) if isi else None


def _kandidat(kueri: Kandidat) -> list[tuple[int, str]]:
    sql, isi = kueri
    with connection.cursor() as kursor:
        if connection.vendor == "sqlite":
            sql = f"SELECT id, nama FROM dtks_individu WHERE id IN ({sql} LIMIT {BATAS_KANDIDAT})"  # noqa: S608
            return kursor.execute(sql, isi).fetchall()
        if len(isi) == len(isi[0]) == 1 and not isi[0][0].startswith("Q"):
            hasil = kursor.execute(_DI_KEPALA, [f"% {isi[0][0]} %"]).fetchall()
            if len(hasil) == BATAS_KANDIDAT:
                return hasil
        # With a plain LIMIT the planner now and then hopes to meet enough names by reading the table: 170 ms instead
        # of 10. What is materialised is planned as if all of it were wanted, and yet read no further than asked.
        sql = sql.replace("SELECT id", "SELECT id, nama", 1)
        kursor.execute(f"WITH c AS MATERIALIZED ({sql}) SELECT id, nama FROM c LIMIT {BATAS_KANDIDAT}", isi)  # noqa: S608
        return kursor.fetchall()


def saring_individu(kueri: QuerySet[Individu], teks: str) -> QuerySet[Individu]:
    """Narrow a list of persons: by NIK, No KK or ID when the text is a number, else by name through the index."""
    nomor = rapikan_nomor(teks)
    if angka_ascii(nomor):
        if len(nomor) == 16:
            keluarga = Keluarga.objects.filter(no_kk=nomor).order_by().values("pk")[:1]
            return kueri.filter(Q(nik=nomor) | Q(keluarga_id=Subquery(keluarga)))
        return kueri.filter(id_dtks=nomor)
    cocok = _kandidat_sql(teks, longgar=False)
    if cocok is None:
        return kueri.none()
    return kueri.filter(pk__in=RawSQL(*cocok))  # noqa: S611  (our own constants)
