"""Part `nomor`: every series runs from 1 to its last number without gap or double; a cancelled number has its reason."""

from __future__ import annotations

from collections.abc import Iterator

from inti.periksa.temuan import TemuanPeriksa, temuan_sql

SERI, NOMOR = "inti.SeriNomor", "inti.Nomor"
LANGKAH = "Jangan memberi nomor lagi di seri ini; bandingkan buku surat dengan cadangan."


def periksa() -> Iterator[TemuanPeriksa]:
    """Gaps, doubles, numbers beyond the counter, and cancelled ones without a reason."""
    yield from temuan_sql(
        """SELECT s.id, s.kode, s.tahun, d.sebelum + 1, d.urut - 1 FROM (
            SELECT seri_id, urut, COALESCE(LAG(urut) OVER (PARTITION BY seri_id ORDER BY urut), 0) AS sebelum
            FROM (SELECT DISTINCT seri_id, urut FROM inti_nomor WHERE sisipan = '') u) d
        JOIN inti_serinomor s ON s.id = d.seri_id WHERE d.urut > d.sebelum + 1 ORDER BY s.id, d.urut""",
        "NOMOR_BOLONG",
        SERI,
        "Seri {1} {2}: nomor urut {3} sampai {4} tidak ada.",
        LANGKAH,
    )
    yield from temuan_sql(
        """SELECT s.id, s.kode, s.tahun, s.terakhir, COALESCE(MAX(n.urut), 0) AS tertinggi FROM inti_serinomor s
        LEFT JOIN inti_nomor n ON n.seri_id = s.id AND n.sisipan = ''
        GROUP BY s.id, s.kode, s.tahun, s.terakhir HAVING s.terakhir <> COALESCE(MAX(n.urut), 0) ORDER BY s.id""",
        "NOMOR_TERAKHIR",
        SERI,
        "Seri {1} {2} mencatat nomor terakhir {3}, padahal yang tertinggi {4}.",
        LANGKAH,
    )
    yield from temuan_sql(
        """SELECT MAX(id), teks, COUNT(*) FROM inti_nomor GROUP BY seri_id, teks HAVING COUNT(*) > 1
        UNION ALL SELECT MAX(id), MAX(teks), COUNT(*) FROM inti_nomor
        GROUP BY seri_id, urut, sisipan HAVING COUNT(*) > 1""",
        "NOMOR_GANDA",
        NOMOR,
        "Nomor {1} diberikan {2} kali.",
        LANGKAH,
    )
    yield from temuan_sql(
        "SELECT id, teks FROM inti_nomor WHERE keadaan = 'dibatalkan' AND alasan = '' ORDER BY id",
        "NOMOR_TANPA_ALASAN",
        NOMOR,
        "Nomor {1} dibatalkan tanpa alasan.",
        "Cari pembatalannya di riwayat dan lengkapi alasannya.",
    )
    yield from temuan_sql(
        """SELECT n.id, n.teks FROM inti_nomor n WHERE n.sisipan <> '' AND NOT EXISTS (SELECT 1 FROM inti_nomor p
        WHERE p.seri_id = n.seri_id AND p.urut = n.urut AND p.sisipan = '') ORDER BY n.id""",
        "NOMOR_SISIPAN_LEPAS",
        NOMOR,
        "Nomor sisipan {1} tidak mempunyai nomor pokok.",
        LANGKAH,
    )
