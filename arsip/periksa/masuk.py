"""Parts of `periksa` about letters in: a letter, its number and its dispositions are of one state."""

from __future__ import annotations

from collections.abc import Iterator

from inti.periksa import TemuanPeriksa, temuan_sql

SURAT, DISPOSISI = "arsip.SuratMasuk", "arsip.Disposisi"
LANGKAH = "Bandingkan dengan tab Riwayat surat itu; betulkan lewat aplikasi."
HITUNG = """SELECT s.id, n.teks, s.status FROM arsip_suratmasuk s JOIN inti_nomor n ON n.id = s.nomor_id
    LEFT JOIN (SELECT surat_id, SUM(CASE WHEN status IN ('dikirim', 'dibaca') THEN 1 ELSE 0 END) AS buka,
        SUM(CASE WHEN status = 'selesai' THEN 1 ELSE 0 END) AS tuntas
        FROM arsip_disposisi WHERE dibuang_pada IS NULL GROUP BY surat_id) d ON d.surat_id = s.id
    WHERE """


def surat_masuk() -> Iterator[TemuanPeriksa]:
    """Numbers, dispositions against states, scans against their count."""
    yield from temuan_sql(
        """SELECT s.id, n.teks FROM arsip_suratmasuk s JOIN inti_nomor n ON n.id = s.nomor_id
        WHERE (s.status = 'dibatalkan') <> (n.keadaan = 'dibatalkan') ORDER BY s.id""",
        "MASUK_BEDA_NOMOR",
        SURAT,
        "Surat masuk {1} (baris {0}) dan nomornya tidak sama keadaannya.",
        LANGKAH,
    )
    for syarat, kata in (
        ("s.status = 'didisposisi' AND COALESCE(d.buka, 0) = 0", "didisposisi, padahal tidak ada yang memegangnya"),
        ("s.status <> 'didisposisi' AND COALESCE(d.buka, 0) > 0", "{2}, padahal masih ada disposisi terbuka"),
        ("s.status = 'terdaftar' AND COALESCE(d.tuntas, 0) > 0", "menunggu, padahal disposisinya sudah selesai"),
    ):
        yield from temuan_sql(
            f"{HITUNG}{syarat} ORDER BY s.id",
            "MASUK_BEDA_DISPOSISI",
            SURAT,
            f"Surat masuk {{1}} (baris {{0}}) {kata}.",
            LANGKAH,
        )
    yield from temuan_sql(
        """SELECT d.id, d.surat_id FROM arsip_disposisi d JOIN arsip_disposisi i ON i.id = d.induk_id
        WHERE i.surat_id <> d.surat_id OR i.kepada_id <> d.dari_id ORDER BY d.id""",
        "DISPOSISI_BEDA_INDUK",
        DISPOSISI,
        "Disposisi baris {0} bukan terusan dari induknya.",
        LANGKAH,
    )
    yield from temuan_sql(
        """SELECT s.id, n.teks, s.banyak_pindaian, COUNT(b.id) FROM arsip_suratmasuk s
        JOIN inti_nomor n ON n.id = s.nomor_id
        LEFT JOIN inti_berkastersimpan b ON b.pemilik_label = 'arsip.suratmasuk' AND b.pemilik_id = CAST(s.id AS TEXT)
        GROUP BY s.id, n.teks, s.banyak_pindaian HAVING COUNT(b.id) <> s.banyak_pindaian ORDER BY s.id""",
        "MASUK_PINDAIAN",
        SURAT,
        "Surat masuk {1} (baris {0}) mencatat {2} pindaian, padahal ada {3}.",
        "Cari berkasnya di cadangan.",
    )
