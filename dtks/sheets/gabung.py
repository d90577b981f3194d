"""Merge a compared stage into the registry: families, persons, their state of the period, before-values, reviews.

One transaction, a handful of statements whatever the number of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from dtks.models import Individu
from dtks.models.indeks_nama import ISI_BANYAK, PEMICU, RAPIKAN_GIN, TANPA_PEMICU, TUNDA_GIN
from dtks.sheets import lengkap
from dtks.sheets.banding import UBAH, NikGanda, kolom_keadaan, pasangan_individu
from dtks.sheets.kolom import INDIVIDU, KEADAAN
from inti.models import BatchImpor
from inti.sheets.gabung import catat_nilai_lama, indeks_menyusul, pasang, pesan_id, sql
from inti.sheets.tahap import Tahap

if TYPE_CHECKING:
    from dtks.sheets.importir import ImporDtks

# What a person's row says before a change; the search key is left out, for it follows from the name.
KOLOM_LAMA = ("keluarga_id", "terdaftar", *(k for isi in INDIVIDU.values() for k in isi if k != "kunci_nama"))
KOLOM_KEADAAN = tuple(k for isi in KEADAAN.values() for k in isi)


def gabung(tahap: Tahap, batch: BatchImpor, importir: ImporDtks) -> None:
    """Write everything that the staged rows say. In: the stage after `bandingkan`, its batch, its importer."""
    kini = connection.ops.adapt_datetimefield_value(timezone.now())
    dibaca = importir.kolom_dibaca
    if not batch.baru and not batch.berubah:  # every row says what is known: nothing to write but what waits for review
        _tinjau_nik(tahap, batch, importir.peringatan_nik, 0, kini)
        if importir.opsi.get("lengkap"):
            lengkap.keluarkan(tahap, batch, KOLOM_LAMA, kini)
        return
    keluarga_lama = tahap.ambil("SELECT COALESCE(MAX(id), 0) FROM dtks_keluarga")[0][0]
    _tambah_keluarga(tahap, kini)
    if keluarga_lama:
        _tinjau_keluarga(tahap, batch, keluarga_lama, kini)
    catat_nilai_lama(tahap, batch.pk, "dtks.individu", "dtks_individu", KOLOM_LAMA, _ids("individu_id", "ubah_i = 1"))
    catat_nilai_lama(
        tahap, batch.pk, "dtks.keadaanperiode", "dtks_keadaanperiode", KOLOM_KEADAAN, _ids("keadaan_id", "ubah_k = 1")
    )
    _tambah_keadaan_lama(tahap, batch, dibaca)
    if tahap.postgresql:
        tahap.jalankan(TUNDA_GIN)
    _ubah_individu(tahap, dibaca, kini)
    _ubah_keadaan(tahap, batch, dibaca)
    dasar = pesan_id(tahap, Individu, tahap.ambil("SELECT COALESCE(MAX(baris), 0) FROM tahap_dtks")[0][0])
    if not tahap.postgresql:
        tahap.jalankan(TANPA_PEMICU)
    with indeks_menyusul(tahap, "dtks_individu"):
        _tambah_individu(tahap, dasar, kini)
    if tahap.postgresql:
        tahap.ambil(RAPIKAN_GIN)
    else:
        tahap.jalankan(ISI_BANYAK, [dasar])
        tahap.jalankan(PEMICU)
    _tambah_keadaan_baru(tahap, batch, dasar)
    _tinjau_nik(tahap, batch, importir.peringatan_nik, dasar, kini)
    if importir.opsi.get("lengkap"):
        lengkap.keluarkan(tahap, batch, KOLOM_LAMA, kini)
    if tahap.postgresql and _tumbuh_banyak(tahap, batch.baru):
        tahap.jalankan("ANALYZE dtks_individu, dtks_keluarga, dtks_keadaanperiode")


def _tumbuh_banyak(tahap: Tahap, baru: int) -> bool:
    """Whether the planner's idea of the table is off: a table that grew by a tenth must not be planned as it was."""
    kini = tahap.ambil("SELECT reltuples FROM pg_class WHERE oid = 'dtks_individu'::regclass")[0][0]
    return baru * 10 > max(kini, 0)


def _ids(kolom: str, syarat: str) -> str:
    return sql("SELECT $kolom FROM $ubah WHERE $syarat", kolom=kolom, ubah=UBAH, syarat=syarat)


def _tambah_keluarga(tahap: Tahap, kini: object) -> None:
    if not tahap.postgresql:  # SQLite looks up faster than it groups
        tahap.jalankan(
            """INSERT INTO dtks_keluarga (no_kk, versi, dibuat_pada, diubah_pada)
            SELECT no_kk, 1, %s, %s FROM tahap_dtks WHERE COALESCE(peran, 1) <> 0 ORDER BY baris
            ON CONFLICT (no_kk) DO NOTHING""",
            [kini, kini],
        )
        return
    tahap.jalankan(
        """INSERT INTO dtks_keluarga (no_kk, versi, dibuat_pada, diubah_pada)
        SELECT t.no_kk, 1, %s, %s FROM tahap_dtks t
        LEFT JOIN dtks_keluarga k ON k.no_kk = t.no_kk
        WHERE k.id IS NULL AND COALESCE(t.peran, 1) <> 0 GROUP BY t.no_kk""",
        [kini, kini],
    )


def _tinjau_keluarga(tahap: Tahap, batch: BatchImpor, keluarga_lama: int, kini: object) -> None:
    """Queue families that were known before and now gain or lose a member, unless they wait already."""
    objek = "jsonb_build_object" if tahap.postgresql else "json_object"
    tahap.jalankan(
        sql(
            """INSERT INTO dtks_tinjauganda (jenis, individu_id, keluarga_id, rincian, batch_id, status, putusan,
                catatan, dibuat_pada)
            SELECT 'keluarga_berubah', MIN(g.individu_id), g.keluarga_id,
                $objek('masuk', SUM(g.masuk), 'keluar', SUM(1 - g.masuk)), %s, 'menunggu', '', '', %s
            FROM (
                SELECT k.id AS keluarga_id, t.individu_id, 1 AS masuk FROM tahap_dtks t
                    JOIN dtks_keluarga k ON k.no_kk = t.no_kk
                    LEFT JOIN dtks_individu i ON i.id = t.individu_id
                    WHERE t.peran IS NULL AND (i.id IS NULL OR
                        (i.no_kk <> t.no_kk AND t.periode_urut >= i.periode_urut))
                UNION ALL
                SELECT i.keluarga_id, i.id, 0 FROM $ubah u
                    JOIN tahap_dtks t ON t.baris = u.baris JOIN dtks_individu i ON i.id = u.individu_id
                    WHERE u.ubah_i = 1 AND i.no_kk <> t.no_kk) g
            WHERE g.keluarga_id <= %s AND NOT EXISTS (SELECT 1 FROM dtks_tinjauganda x
                WHERE x.keluarga_id = g.keluarga_id AND x.jenis = 'keluarga_berubah' AND x.status = 'menunggu')
            GROUP BY g.keluarga_id""",
            objek=objek,
            ubah=UBAH,
        ),
        [batch.pk, kini, keluarga_lama],
    )


def _ubah_individu(tahap: Tahap, dibaca: set[str], kini: object) -> None:
    ya = "TRUE" if tahap.postgresql else "1"
    isian = {
        "keluarga_id": "k.id",
        **pasangan_individu(dibaca),
        "terdaftar": ya,
        "versi": "i.versi + 1",
        "diubah_pada": "%s",
    }
    tahap.jalankan(
        sql(
            """UPDATE dtks_individu AS i SET $isian
            FROM $ubah u JOIN tahap_dtks t ON t.baris = u.baris JOIN dtks_keluarga k ON k.no_kk = t.no_kk
            WHERE i.id = u.individu_id AND u.ubah_i = 1""",
            isian=pasang(isian),
            ubah=UBAH,
        ),
        [kini],
    )


def _ubah_keadaan(tahap: Tahap, batch: BatchImpor, dibaca: set[str]) -> None:
    ya = "TRUE" if tahap.postgresql else "1"
    isian = {k: f"t.{k}" for k in kolom_keadaan(dibaca)} | {"terdaftar": ya, "batch_id": "%s"}
    tahap.jalankan(
        sql(
            """UPDATE dtks_keadaanperiode AS k SET $isian
            FROM $ubah u JOIN tahap_dtks t ON t.baris = u.baris WHERE k.id = u.keadaan_id AND u.ubah_k = 1""",
            isian=pasang(isian),
            ubah=UBAH,
        ),
        [batch.pk],
    )


def _tambah_keadaan_lama(tahap: Tahap, batch: BatchImpor, dibaca: set[str]) -> None:
    """A new period for a known person. What the sheet has no column for is taken from the present state."""
    ada = set(kolom_keadaan(dibaca))
    sumber = [f"t.{k}" if k in ada else f"i.{'sumber_data' if k == 'sumber' else k}" for k in KOLOM_KEADAAN]
    tahap.jalankan(
        sql(
            """INSERT INTO dtks_keadaanperiode (individu_id, periode, periode_urut, terdaftar, batch_id, $kolom)
            SELECT i.id, t.periode, t.periode_urut, $ya, %s, $sumber
            FROM $ubah u JOIN tahap_dtks t ON t.baris = u.baris JOIN dtks_individu i ON i.id = u.individu_id
            WHERE u.ubah_k = 2""",
            kolom=", ".join(KOLOM_KEADAAN),
            sumber=", ".join(sumber),
            ya="TRUE" if tahap.postgresql else "1",
            ubah=UBAH,
        ),
        [batch.pk],
    )


def _tambah_individu(tahap: Tahap, dasar: int, kini: object) -> None:
    """New persons; `dasar` plus the row that names a person first is his primary key."""
    kolom = [k for isi in INDIVIDU.values() for k in isi]
    sumber = ["t." + {"sumber_data": "sumber", "periode_data": "periode"}.get(k, k) for k in kolom]
    tahap.jalankan(
        sql(
            """INSERT INTO dtks_individu (id, keluarga_id, terdaftar, versi, dibuat_pada, diubah_pada, $kolom)
            SELECT t.kelompok + %s, k.id, $ya, 1, %s, %s, $sumber
            FROM tahap_dtks t JOIN dtks_keluarga k ON k.no_kk = t.no_kk
            WHERE t.individu_id IS NULL AND t.peran IS NULL ORDER BY t.baris""",
            kolom=", ".join(kolom),
            sumber=", ".join(sumber),
            ya="TRUE" if tahap.postgresql else "1",
        ),
        [dasar, kini, kini],
    )


def _tambah_keadaan_baru(tahap: Tahap, batch: BatchImpor, dasar: int) -> None:
    tahap.jalankan(
        sql(
            """INSERT INTO dtks_keadaanperiode (individu_id, periode, periode_urut, terdaftar, batch_id, $kolom)
            SELECT t.kelompok + %s, t.periode, t.periode_urut, $ya, %s, $sumber FROM tahap_dtks t
            WHERE t.individu_id IS NULL AND COALESCE(t.peran, 1) <> 0 ORDER BY t.baris""",
            kolom=", ".join(KOLOM_KEADAAN),
            sumber=", ".join(f"t.{k}" for k in KOLOM_KEADAAN),
            ya="TRUE" if tahap.postgresql else "1",
        ),
        [dasar, batch.pk],
    )


def _tinjau_nik(tahap: Tahap, batch: BatchImpor, ganda: list[NikGanda], dasar: int, kini: object) -> None:
    def pk(orang: tuple[int, int]) -> int:
        return orang[1] + dasar if orang[0] else orang[1]

    tahap.jalankan_banyak(
        """INSERT INTO dtks_tinjauganda (jenis, individu_id, lain_id, rincian, batch_id, status, putusan, catatan,
            dibuat_pada)
        VALUES ('nik_ganda', %s, %s, '{}', %s, 'menunggu', '', '', %s) ON CONFLICT DO NOTHING""",
        [(pk(g.orang), pk(g.lain), batch.pk, kini) for g in ganda],
    )
