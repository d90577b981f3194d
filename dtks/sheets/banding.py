"""Compare staged rows with the registry: who is who, what is new, what changed, which NIK two people bear.

All in sets; only rows that share a person or a NIK are looked at one by one. Nothing here changes the registry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dtks.sheets.kolom import INDIVIDU, KEADAAN
from inti.sheets.gabung import beda, sql
from inti.sheets.hasil import Rekap
from inti.sheets.tahap import BULAT, Tahap

UBAH = "tahap_dtks_ubah"
_SEKALI = 500  # parameters in one statement


@dataclass(frozen=True, slots=True)
class NikGanda:
    """A NIK on two people: the later one's first row, and the earlier one's row when it is in the same file.

    A person is (0, id) when the registry knows him, (1, number in the file) when he is new.
    """

    baris: int
    nik: str
    orang: tuple[int, int]
    lain: tuple[int, int]
    baris_lain: int | None


def kenali_orang(tahap: Tahap) -> None:
    """Give each staged row the id of its person in the registry: same ID DTKS, else same NIK, name and birth date.

    PostgreSQL joins (it hashes both sides); SQLite looks each row up in the index, which is what it does best.
    """
    if not ada_individu(tahap):
        return
    if tahap.postgresql:
        for pola in (_KENALI_ID, _KENALI_ORANG):
            tahap.jalankan(pola)
        tahap.selesai_isi()
    else:
        tahap.jalankan(_KENALI_SQLITE)


def ada_individu(tahap: Tahap) -> bool:
    """Whether the registry has anybody yet."""
    return bool(tahap.ambil("SELECT EXISTS (SELECT 1 FROM dtks_individu)")[0][0])


_KENALI_SQLITE = """UPDATE tahap_dtks SET individu_id = COALESCE(
    CASE WHEN id_dtks <> '' THEN (SELECT MIN(i.id) FROM dtks_individu i WHERE i.id_dtks = tahap_dtks.id_dtks) END,
    (SELECT MIN(i.id) FROM dtks_individu i WHERE i.nik = tahap_dtks.nik AND UPPER(i.nama) = UPPER(tahap_dtks.nama)
        AND i.tanggal_lahir IS tahap_dtks.tanggal_lahir))"""
_KENALI_ID = """UPDATE tahap_dtks SET individu_id = m.id FROM (
    SELECT t.baris, MIN(i.id) AS id FROM tahap_dtks t JOIN dtks_individu i ON i.id_dtks = t.id_dtks
    WHERE t.id_dtks <> '' GROUP BY t.baris) m WHERE m.baris = tahap_dtks.baris"""
_KENALI_ORANG = """UPDATE tahap_dtks SET individu_id = m.id FROM (
    SELECT t.baris, MIN(i.id) AS id FROM tahap_dtks t JOIN dtks_individu i ON i.nik = t.nik
        AND UPPER(i.nama) = UPPER(t.nama) AND i.tanggal_lahir IS NOT DISTINCT FROM t.tanggal_lahir
    WHERE t.individu_id IS NULL GROUP BY t.baris) m WHERE m.baris = tahap_dtks.baris"""


class Kembar:
    """Which staged rows share a NIK or an ID with another, noticed as they pass; beyond `batas` rows SQL tells.

    Grouping a hundred thousand texts took a tenth of an import; remembering as many is cheap, millions would not be.
    """

    def __init__(self, batas: int = 300_000) -> None:
        self._batas = batas
        self._pertama: dict[str, dict[int, int]] = {"nik": {}, "id_dtks": {}}
        self._baris: dict[str, set[int]] = {"nik": set(), "id_dtks": set()}

    def lihat(self, baris: int, nik: str, id_dtks: str) -> None:
        """One row passes. An empty text is nobody's."""
        for kolom, isi in (("nik", nik), ("id_dtks", id_dtks)):
            pertama = self._pertama[kolom]
            if isi and len(pertama) <= self._batas:
                lain = pertama.setdefault(hash(isi), baris)
                if lain != baris:
                    self._baris[kolom] |= {lain, baris}

    def berulang(self, kolom: str) -> list[int] | None:
        """Rows that may share their value of a column: all that do are among them. None: too many rows to tell."""
        return None if len(self._pertama[kolom]) > self._batas else sorted(self._baris[kolom])


def satukan_orang(tahap: Tahap, kembar: Kembar) -> dict[str, list[int]]:
    """Find the rows of one person, and which of them counts: the last of a period; the latest period is the present.

    Only rows that share an ID or a NIK with another are looked at. An ID known from any of a person's rows is kept.
    Out: the NIKs that several rows bear.
    """
    berulang = sorted(_berulang(tahap, kembar))
    kelompok = _kelompokkan(berulang)
    sekelompok: dict[int, int] = {}
    for isi in berulang:
        if isi.individu_id is not None:
            sekelompok.setdefault(kelompok[isi.baris], isi.individu_id)
    per_orang: dict[tuple[int, int], list[_Berulang]] = defaultdict(list)
    per_nik: dict[str, list[int]] = defaultdict(list)
    for isi in berulang:
        per_orang[_orang(sekelompok.get(kelompok[isi.baris]), kelompok[isi.baris])].append(isi)
        per_nik[isi.nik].append(isi.baris)
    ubah = [u for orang, baris in per_orang.items() if len(baris) > 1 for u in _tentukan_peran(orang, baris)]
    tahap.jalankan_banyak(
        "UPDATE tahap_dtks SET kelompok = %s, individu_id = %s, peran = %s, id_dtks = %s WHERE baris = %s", ubah
    )
    return {nik: baris for nik, baris in per_nik.items() if len(baris) > 1}


class _Berulang(NamedTuple):
    """What tells whose a row is, of a row that shares an ID, a NIK or a person with another."""

    baris: int
    individu_id: int | None
    id_dtks: str
    nik: str
    nama: str
    lahir: Any
    periode: str
    periode_urut: int


def _berulang(tahap: Tahap, kembar: Kembar) -> set[_Berulang]:
    hasil: set[_Berulang] = set()
    pola = "SELECT baris, individu_id, id_dtks, nik, nama, tanggal_lahir, periode, periode_urut FROM tahap_dtks WHERE "
    ganda = "$kolom IN (SELECT $kolom FROM tahap_dtks WHERE $ada GROUP BY $kolom HAVING COUNT(*) > 1)"
    for kolom, ada in (("nik", "nik <> ''"), ("id_dtks", "id_dtks <> ''"), ("individu_id", "individu_id IS NOT NULL")):
        baris = None if kolom == "individu_id" else kembar.berulang(kolom)
        if baris is None:
            hasil |= {_Berulang(*isi) for isi in tahap.ambil(sql(pola + ganda, kolom=kolom, ada=ada))}
        else:
            hasil |= {_Berulang(*isi) for isi in _ambil_baris(tahap, pola, baris)}
    return hasil


def _ambil_baris(tahap: Tahap, pola: str, baris: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """What a query gives for certain rows of the sheet, looked up by their numbers. In: a SELECT that ends in WHERE."""
    for awal in range(0, len(baris), _SEKALI):
        bagian = baris[awal : awal + _SEKALI]
        yield from tahap.ambil(f"{pola} baris IN ({', '.join(['%s'] * len(bagian))}) ORDER BY baris", bagian)


def _kelompokkan(berulang: Sequence[_Berulang]) -> dict[int, int]:
    """Row -> first row of the same person: same ID DTKS, else same NIK, name and birth date. In the sheet's order."""
    per_id: dict[str, int] = {}
    per_orang: dict[tuple[str, str, Any], int] = {}
    hasil = {}
    for isi in berulang:
        kunci = (isi.nik, isi.nama.upper(), isi.lahir)
        pertama = per_id.get(isi.id_dtks) if isi.id_dtks else None
        if pertama is None:
            pertama = per_orang.get(kunci, isi.baris)
        if isi.id_dtks:
            per_id.setdefault(isi.id_dtks, pertama)
        per_orang.setdefault(kunci, pertama)
        hasil[isi.baris] = pertama
    return hasil


def _tentukan_peran(orang: tuple[int, int], baris: Sequence[_Berulang]) -> Iterator[tuple[Any, ...]]:
    """Roles of one person's rows, which come in the sheet's order."""
    terakhir = {isi.periode: isi.baris for isi in baris}
    kini = max(baris, key=lambda isi: (isi.periode_urut, isi.baris)).baris
    id_dtks = next((isi.id_dtks for isi in reversed(baris) if isi.id_dtks), "")
    individu = orang[1] if orang[0] == 0 else None
    for isi in baris:
        peran = None if isi.baris == kini else 1 if terakhir[isi.periode] == isi.baris else 0
        yield baris[0].baris, individu, peran, id_dtks, isi.baris


def pasangan_individu(kolom_dibaca: set[str]) -> dict[str, str]:
    """Columns of Individu that the sheet feeds, with the staged expression (aliases t and i)."""
    return {k: v for nama, isi in INDIVIDU.items() if nama in kolom_dibaca for k, v in isi.items()}


def kolom_keadaan(kolom_dibaca: set[str]) -> list[str]:
    """Columns of KeadaanPeriode that the sheet feeds."""
    return [k for nama, isi in KEADAAN.items() if nama in kolom_dibaca for k in isi]


def hitung(tahap: Tahap, kolom_dibaca: set[str]) -> Rekap:
    """Fill the table of changed rows and count outcomes.

    The table has for each row that says something new about a known person: `ubah_i` 1 when the person's present
    state changes, `ubah_k` 1 when the state of that period changes, 2 when that period is new for him.
    """
    tahap.buat(UBAH, [("baris", BULAT), ("individu_id", BULAT), ("keadaan_id", BULAT), ("ubah_i", BULAT), ("ubah_k", BULAT)])  # fmt: skip
    if ada_individu(tahap):
        _isi_ubah(tahap, kolom_dibaca)
    semua, baru = tahap.ambil(
        "SELECT COUNT(*), SUM(CASE WHEN individu_id IS NULL AND COALESCE(peran, 1) <> 0 THEN 1 ELSE 0 END) "
        "FROM tahap_dtks"
    )[0]
    berubah = tahap.ambil(sql("SELECT COUNT(*) FROM $ubah", ubah=UBAH))[0][0]
    return Rekap(int(baru or 0), berubah, semua - int(baru or 0) - berubah)


def _isi_ubah(tahap: Tahap, kolom_dibaca: set[str]) -> None:
    individu = [(v, f"i.{k}") for k, v in pasangan_individu(kolom_dibaca).items()]
    ya = "TRUE" if tahap.postgresql else "1"
    tahap.jalankan(
        sql(
            """INSERT INTO $ubah (baris, individu_id, keadaan_id, ubah_i, ubah_k)
            SELECT * FROM (
                SELECT t.baris, i.id AS individu_id, k.id AS keadaan_id,
                    CASE WHEN t.peran IS NULL AND t.periode_urut >= i.periode_urut AND $beda_i THEN 1 ELSE 0 END
                        AS ubah_i,
                    CASE WHEN k.id IS NULL THEN 2 WHEN $beda_k THEN 1 ELSE 0 END AS ubah_k
                FROM tahap_dtks t JOIN dtks_individu i ON i.id = t.individu_id
                LEFT JOIN dtks_keadaanperiode k ON k.individu_id = t.individu_id AND k.periode = t.periode
                WHERE COALESCE(t.peran, 1) <> 0) q
            WHERE ubah_i <> 0 OR ubah_k <> 0""",
            ubah=UBAH,
            beda_i=beda([*individu, (ya, "i.terdaftar")]),
            beda_k=beda([*((f"t.{k}", f"k.{k}") for k in kolom_keadaan(kolom_dibaca)), (ya, "k.terdaftar")]),
        )
    )


def nik_ganda(tahap: Tahap, dalam_berkas: Mapping[str, Sequence[int]]) -> list[NikGanda]:
    """NIKs that two different people bear, on the row of the later one. `dalam_berkas`: rows of NIKs of several rows."""
    hasil: dict[tuple[tuple[int, int], str], NikGanda] = {}
    terdaftar = tahap.ambil(
        """SELECT t.nik, t.individu_id, t.kelompok, MIN(t.baris), MIN(i.id) FROM tahap_dtks t
        JOIN dtks_individu i ON i.nik = t.nik AND (t.individu_id IS NULL OR i.id < t.individu_id)
        WHERE COALESCE(t.peran, 1) <> 0 GROUP BY t.nik, t.individu_id, t.kelompok"""
    )
    for nik, individu, kelompok, baris, lain in terdaftar:
        orang = _orang(individu, kelompok)
        hasil[orang, nik] = NikGanda(baris, nik, orang, (0, lain), None)
    for nik, pertama in _orang_per_nik(tahap, sorted({b for semua in dalam_berkas.values() for b in semua})):
        urut = sorted(pertama)
        for orang in urut[1:]:
            hasil[orang, nik] = NikGanda(pertama[orang], nik, orang, urut[0], pertama[urut[0]])
    return sorted(hasil.values(), key=lambda g: g.baris)


def _orang(individu: int | None, kelompok: int) -> tuple[int, int]:
    return (1, kelompok) if individu is None else (0, individu)


def _orang_per_nik(tahap: Tahap, baris: list[int]) -> Iterator[tuple[str, dict[tuple[int, int], int]]]:
    """For each NIK of these rows its persons in the file, each with his first row."""
    per_nik: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for nik, individu, kelompok, n in _ambil_baris(
        tahap, "SELECT nik, individu_id, kelompok, baris FROM tahap_dtks WHERE", baris
    ):
        per_nik[nik].setdefault(_orang(individu, kelompok), n)
    yield from per_nik.items()
