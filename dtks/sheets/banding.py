"""Compare staged rows with the registry: who is who, what is new, what changed, which NIK two people bear.

All in sets; only rows that share a person or a NIK are looked at one by one. Nothing here changes the registry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dtks.sheets.kolom import INDIVIDU, KEADAAN
from inti.sheets.gabung import beda, sql
from inti.sheets.impor import Rekap
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
    if not tahap.ambil("SELECT EXISTS (SELECT 1 FROM dtks_individu)")[0][0]:
        return
    if tahap.postgresql:
        for pola in (_KENALI_ID, _KENALI_ORANG):
            tahap.jalankan(pola)
        tahap.selesai_isi()
    else:
        tahap.jalankan(_KENALI_SQLITE)


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


def satukan_orang(tahap: Tahap, kembar: set[int]) -> None:
    """Of several rows of one person and period the last one counts; of several periods the latest is the present.

    `kembar`: persons of more than one row in the file. An ID known from any of the rows is kept.
    """
    per_orang: dict[tuple[int, int], list[tuple[Any, ...]]] = defaultdict(list)
    sekelompok: dict[int, int] = {}
    baris_kembar = sorted(_baris_kembar(tahap, kembar))
    for _, kelompok, individu, *_sisa in baris_kembar:
        if individu is not None:
            sekelompok.setdefault(kelompok, individu)
    for isi in baris_kembar:
        individu = sekelompok.get(isi[1])
        per_orang[(1, isi[1]) if individu is None else (0, individu)].append(isi)
    ubah: list[Any] = []
    for orang, baris in per_orang.items():
        if len(baris) > 1:
            ubah.extend(_tentukan_peran(orang, baris))
    tahap.jalankan_banyak(
        "UPDATE tahap_dtks SET kelompok = %s, individu_id = %s, peran = %s, id_dtks = %s WHERE baris = %s", ubah
    )


def _baris_kembar(tahap: Tahap, kembar: set[int]) -> set[tuple[Any, ...]]:
    kolom = "baris, kelompok, individu_id, periode, periode_urut, id_dtks"
    hasil = set(
        tahap.ambil(
            sql(
                "SELECT $kolom FROM tahap_dtks WHERE individu_id IN (SELECT individu_id FROM tahap_dtks "
                "WHERE individu_id IS NOT NULL GROUP BY individu_id HAVING COUNT(*) > 1)",
                kolom=kolom,
            )
        )
    )
    if not kembar:
        return hasil
    tahap.buat("tahap_dtks_kembar", [("baris", BULAT)])
    tahap.jalankan_banyak("INSERT INTO tahap_dtks_kembar (baris) VALUES (%s)", [(k,) for k in kembar])
    pola = "SELECT $kolom FROM tahap_dtks WHERE kelompok IN (SELECT baris FROM tahap_dtks_kembar)"
    hasil |= set(tahap.ambil(sql(pola, kolom=kolom)))
    return hasil


def _tentukan_peran(orang: tuple[int, int], baris: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Roles of one person's rows, which come in the sheet's order."""
    terakhir = {isi[3]: isi[0] for isi in baris}  # period -> its last row
    kini = max(baris, key=lambda isi: (isi[4], isi[0]))[0]
    id_dtks = next((isi[5] for isi in reversed(baris) if isi[5]), "")
    individu = orang[1] if orang[0] == 0 else None
    kelompok = min(isi[1] for isi in baris)
    for nomor, _, _, periode, _, _ in baris:
        peran = None if nomor == kini else 1 if terakhir[periode] == nomor else 0
        yield kelompok, individu, peran, id_dtks, nomor


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
    semua, baru = tahap.ambil(
        "SELECT COUNT(*), SUM(CASE WHEN individu_id IS NULL AND COALESCE(peran, 1) <> 0 THEN 1 ELSE 0 END) "
        "FROM tahap_dtks"
    )[0]
    berubah = tahap.ambil(sql("SELECT COUNT(*) FROM $ubah", ubah=UBAH))[0][0]
    return Rekap(int(baru or 0), berubah, semua - int(baru or 0) - berubah)


def nik_ganda(tahap: Tahap, dalam_berkas: Mapping[str, set[int]]) -> list[NikGanda]:
    """NIKs that two different people bear, on the row of the later one. `dalam_berkas`: NIKs seen with two persons."""
    hasil: dict[tuple[tuple[int, int], str], NikGanda] = {}
    terdaftar = tahap.ambil(
        """SELECT t.nik, t.individu_id, t.kelompok, MIN(t.baris), MIN(i.id) FROM tahap_dtks t
        JOIN dtks_individu i ON i.nik = t.nik AND (t.individu_id IS NULL OR i.id < t.individu_id)
        WHERE COALESCE(t.peran, 1) <> 0 GROUP BY t.nik, t.individu_id, t.kelompok"""
    )
    for nik, individu, kelompok, baris, lain in terdaftar:
        orang = _orang(individu, kelompok)
        hasil[orang, nik] = NikGanda(baris, nik, orang, (0, lain), None)
    for nik, pertama in _orang_per_nik(tahap, sorted(dalam_berkas)):
        urut = sorted(pertama)
        for orang in urut[1:]:
            hasil[orang, nik] = NikGanda(pertama[orang], nik, orang, urut[0], pertama[urut[0]])
    return sorted(hasil.values(), key=lambda g: g.baris)


def _orang(individu: int | None, kelompok: int) -> tuple[int, int]:
    return (1, kelompok) if individu is None else (0, individu)


def _orang_per_nik(tahap: Tahap, nik: list[str]) -> Iterator[tuple[str, dict[tuple[int, int], int]]]:
    """For each NIK its persons in the file, each with his first row."""
    for awal in range(0, len(nik), _SEKALI):
        bagian = nik[awal : awal + _SEKALI]
        tanda = ", ".join(["%s"] * len(bagian))
        pola = "SELECT nik, individu_id, kelompok, baris FROM tahap_dtks WHERE nik IN ($tanda) ORDER BY baris"
        per_nik: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)
        for n, individu, kelompok, baris in tahap.ambil(sql(pola, tanda=tanda), bagian):
            per_nik[n].setdefault(_orang(individu, kelompok), baris)
        yield from per_nik.items()
