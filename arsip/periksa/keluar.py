"""Parts of `periksa` about the letter book: a letter, its number and its document are of one state."""

from __future__ import annotations

from collections.abc import Iterator

from inti.periksa import TemuanPeriksa, temuan_sql

SURAT = "arsip.SuratKeluar"
LANGKAH = "Bandingkan dengan riwayat surat dan cadangan."


def surat_keluar() -> Iterator[TemuanPeriksa]:
    """A cancelled letter's number and document are cancelled, a living one's are not; the document bears its number."""
    yield from temuan_sql(
        """SELECT s.id, n.teks FROM arsip_suratkeluar s JOIN inti_nomor n ON n.id = s.nomor_id
        WHERE (s.keadaan = 'dibatalkan') <> (n.keadaan = 'dibatalkan') ORDER BY s.id""",
        "SURAT_BEDA_NOMOR",
        SURAT,
        "Surat keluar {1} (baris {0}) dan nomornya tidak sama keadaannya.",
        LANGKAH,
    )
    yield from temuan_sql(
        """SELECT s.id, n.teks FROM arsip_suratkeluar s JOIN inti_nomor n ON n.id = s.nomor_id
        JOIN inti_dokumen d ON d.id = s.dokumen_id
        WHERE (s.keadaan = 'dibatalkan') <> (d.keadaan = 'dibatalkan') ORDER BY s.id""",
        "SURAT_BEDA_DOKUMEN",
        SURAT,
        "Surat keluar {1} (baris {0}) dan dokumennya tidak sama keadaannya.",
        LANGKAH,
    )
    yield from temuan_sql(
        """SELECT s.id, n.teks FROM arsip_suratkeluar s JOIN inti_nomor n ON n.id = s.nomor_id
        JOIN inti_dokumen d ON d.id = s.dokumen_id WHERE d.nomor <> n.teks ORDER BY s.id""",
        "SURAT_BEDA_NOMOR_DOKUMEN",
        SURAT,
        "Dokumen surat keluar {1} (baris {0}) memuat nomor yang lain.",
        LANGKAH,
    )
