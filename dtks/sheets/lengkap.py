"""A delivery that is the whole registry of its period: who is absent from it is no longer listed in that period."""

from __future__ import annotations

from collections.abc import Sequence

from dtks.sheets.kolom import KEADAAN
from inti.models import BatchImpor
from inti.sheets.gabung import catat_nilai_lama, sql
from inti.sheets.tahap import BULAT, TEKS, Tahap

ABSEN = "tahap_dtks_absen"
_TAK_JELAS = "tahap_dtks_tak_jelas"


def tandai(tahap: Tahap, tak_jelas: Sequence[tuple[str, str, str, str]]) -> int:
    """Fill the table of absent persons and count them.

    `tak_jelas`: ID, NIK, No KK and name of refused rows. Their persons are in the file, though unreadable: a known
    person with the same ID, the same NIK, or the same No KK and name is not absent.
    """
    tahap.buat(_TAK_JELAS, [("id_dtks", TEKS), ("nik", TEKS), ("no_kk", TEKS), ("nama", TEKS)])
    pola = "INSERT INTO $tabel (id_dtks, nik, no_kk, nama) VALUES (%s, %s, %s, %s)"
    tahap.jalankan_banyak(sql(pola, tabel=_TAK_JELAS), tak_jelas)
    tahap.buat(ABSEN, [("baris", BULAT)])
    periode = tahap.ambil("SELECT MAX(periode_urut) FROM tahap_dtks")[0][0]
    if periode is None:
        return 0
    return tahap.jalankan(
        sql(
            """INSERT INTO $absen (baris) SELECT i.id FROM dtks_individu i
            WHERE i.terdaftar AND i.periode_urut <= %s
                AND i.id NOT IN (SELECT individu_id FROM tahap_dtks WHERE individu_id IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM $tak_jelas x WHERE (x.id_dtks <> '' AND x.id_dtks = i.id_dtks)
                    OR (x.nik <> '' AND x.nik = i.nik) OR (x.nama <> '' AND x.nama = UPPER(i.nama) AND x.no_kk = i.no_kk))""",
            absen=ABSEN,
            tak_jelas=_TAK_JELAS,
        ),
        [periode],
    )


def keluarkan(tahap: Tahap, batch: BatchImpor, kolom_lama: Sequence[str], kini: object) -> None:
    """Write that the absent persons are not listed in the file's period."""
    isi = tahap.ambil("SELECT periode, periode_urut FROM tahap_dtks LIMIT 1")
    if not isi:
        return
    periode, urut = isi[0]
    tidak = "FALSE" if tahap.postgresql else "0"
    absen = sql("SELECT baris FROM $absen", absen=ABSEN)
    kolom = [k for bagian in KEADAAN.values() for k in bagian]
    catat_nilai_lama(tahap, batch.pk, "dtks.individu", "dtks_individu", kolom_lama, absen)
    ada = sql(
        "SELECT id FROM dtks_keadaanperiode "
        "WHERE periode IN (SELECT periode FROM tahap_dtks) AND individu_id IN ($absen)",
        absen=absen,
    )
    catat_nilai_lama(tahap, batch.pk, "dtks.keadaanperiode", "dtks_keadaanperiode", [*kolom, "terdaftar"], ada)
    tahap.jalankan(
        sql(
            """INSERT INTO dtks_keadaanperiode (individu_id, periode, periode_urut, terdaftar, batch_id, $kolom)
            SELECT i.id, %s, %s, $tidak, %s, $sumber FROM dtks_individu i WHERE i.id IN ($absen)
            ON CONFLICT (individu_id, periode) DO UPDATE SET terdaftar = $tidak, batch_id = excluded.batch_id""",
            kolom=", ".join(kolom),
            sumber=", ".join("i.sumber_data" if k == "sumber" else f"i.{k}" for k in kolom),
            tidak=tidak,
            absen=absen,
        ),
        [periode, urut, batch.pk],
    )
    tahap.jalankan(
        sql(
            """UPDATE dtks_individu SET terdaftar = $tidak, periode_data = %s, periode_urut = %s, versi = versi + 1,
                diubah_pada = %s WHERE id IN ($absen)""",
            tidak=tidak,
            absen=absen,
        ),
        [periode, urut, kini],
    )
