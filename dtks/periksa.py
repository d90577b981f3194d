"""Parts of `periksa` about the counter and the registry: what a state says has happened, has happened."""

from __future__ import annotations

from collections.abc import Iterator

from inti.periksa import TemuanPeriksa, temuan_sql

PERMOHONAN, SURAT, INDIVIDU, KEADAAN = (
    "dtks.Permohonan",
    "dtks.SuratRekomendasi",
    "dtks.Individu",
    "dtks.KeadaanPeriode",
)
LANGKAH = "Bandingkan dengan tab Riwayat dan cadangan; keadaan hanya berubah lewat aplikasi."
LANGKAH_REGISTRI = "Bandingkan dengan impor terakhir; impor ulang berkas periodenya, lalu periksa lagi."
TERBIT = "'disetujui', 'dicetak', 'diserahkan'"


def layanan() -> Iterator[TemuanPeriksa]:
    """Requests and letters against the facts that their states claim."""
    for kode, syarat, kalimat in (
        ("SURAT_TANPA_NASKAH", _tanpa_naskah(), "tercatat terbit, padahal nomor, naskah, atau penyetujunya tidak ada"),
        (
            "SURAT_TERLALU_DINI",
            "s.status IN ('menunggu', 'dikembalikan') AND s.surat_keluar_id IS NOT NULL",
            "belum disetujui, padahal sudah bernomor",
        ),
        ("SURAT_TANPA_CETAKAN", _tanpa_cetakan(), "tercatat dicetak, padahal tidak ada catatan cetaknya"),
        (
            "SURAT_TANPA_PENERIMA",
            "s.status = 'diserahkan' AND (s.diserahkan_pada IS NULL OR s.diserahkan_kepada = '')",
            "tercatat diserahkan tanpa waktu atau penerima",
        ),
        (
            "SURAT_KEMBALI_TANPA_ALASAN",
            "s.status = 'dikembalikan' AND s.alasan_kembali = ''",
            "dikembalikan tanpa alasan",
        ),
        ("SURAT_BEDA_BUKU", _beda_buku(), "dan buku surat keluar tidak sama keadaannya"),
    ):
        yield from temuan_sql(
            f"SELECT s.id FROM dtks_suratrekomendasi s WHERE {syarat} ORDER BY s.id",  # noqa: S608  (our own conditions)
            kode,
            SURAT,
            f"Surat rekomendasi {{0}} {kalimat}.",
            LANGKAH,
        )
    berlaku = f"""(SELECT COUNT(*) FROM dtks_suratrekomendasi s WHERE s.permohonan_id = p.id
        AND s.status IN ('menunggu', {TERBIT}))"""  # noqa: S608
    for kode, syarat, kalimat in (
        (
            "PERMOHONAN_TANPA_SURAT",
            f"p.status = 'diterima' AND p.asal <> 'buku' AND {berlaku} <> 1",  # a register's letters are on paper
            "diterima, padahal suratnya yang berlaku tidak tepat satu",
        ),
        ("PERMOHONAN_SURAT_LEBIH", f"p.status <> 'diterima' AND {berlaku} > 0", "tidak diterima, padahal ada suratnya"),
        (
            "PERMOHONAN_TOLAK_TANPA_ALASAN",
            "p.status = 'ditolak' AND (p.alasan = '' OR p.diputus_pada IS NULL OR p.diputus_oleh_id IS NULL)",
            "ditolak tanpa alasan, waktu, atau pemutus",
        ),
        (
            "PERMOHONAN_TANPA_ANGGOTA",
            "NOT EXISTS (SELECT 1 FROM dtks_anggotapermohonan a WHERE a.permohonan_id = p.id)",
            "tidak mempunyai anggota",
        ),
        (
            "PERMOHONAN_BEDA_NOMOR",
            "NOT EXISTS (SELECT 1 FROM inti_nomor n WHERE n.id = p.nomor_id AND n.objek_label = 'dtks.permohonan' "
            "AND n.objek_id = CAST(p.id AS varchar(40)))",
            "dan nomornya tidak saling menunjuk",
        ),
    ):
        yield from temuan_sql(
            f"SELECT p.id FROM dtks_permohonan p WHERE {syarat} ORDER BY p.id",  # noqa: S608
            kode,
            PERMOHONAN,
            f"Permohonan {{0}} {kalimat}.",
            LANGKAH,
        )


def _tanpa_naskah() -> str:
    return f"""s.status IN ({TERBIT}) AND (s.disetujui_oleh_id IS NULL OR s.disetujui_pada IS NULL OR NOT EXISTS (
        SELECT 1 FROM arsip_suratkeluar k JOIN inti_dokumen d ON d.id = k.dokumen_id
        WHERE k.id = s.surat_keluar_id))"""  # noqa: S608


def _tanpa_cetakan() -> str:
    return """s.status IN ('dicetak', 'diserahkan') AND NOT EXISTS (SELECT 1 FROM arsip_suratkeluar k
        JOIN inti_cetakan c ON c.dokumen_id = k.dokumen_id WHERE k.id = s.surat_keluar_id)"""


def _beda_buku() -> str:
    return """EXISTS (SELECT 1 FROM arsip_suratkeluar k WHERE k.id = s.surat_keluar_id
        AND (k.keadaan = 'dibatalkan') <> (s.status = 'dibatalkan'))"""


def registri() -> Iterator[TemuanPeriksa]:
    """Persons against their families and against what the newest delivery said of them."""
    yield from temuan_sql(
        """SELECT i.id FROM dtks_individu i JOIN dtks_keluarga k ON k.id = i.keluarga_id
        WHERE k.no_kk <> i.no_kk ORDER BY i.id LIMIT 200""",
        "INDIVIDU_BEDA_KELUARGA",
        INDIVIDU,
        "Individu {0} dan keluarganya memuat nomor KK yang berbeda.",
        LANGKAH_REGISTRI,
    )
    yield from temuan_sql(
        """SELECT k.individu_id, k.periode FROM dtks_keadaanperiode k JOIN dtks_individu i ON i.id = k.individu_id
        WHERE k.periode_urut > i.periode_urut ORDER BY k.individu_id LIMIT 200""",
        "KEADAAN_LEBIH_BARU",
        KEADAAN,
        "Individu {0} mempunyai keadaan {1} yang lebih baru daripada barisnya sendiri.",
        LANGKAH_REGISTRI,
    )
    yield from temuan_sql(
        """SELECT i.id, k.periode FROM dtks_individu i JOIN dtks_keadaanperiode k ON k.individu_id = i.id
        AND k.periode = i.periode_data WHERE k.terdaftar <> i.terdaftar OR COALESCE(k.desil, 0) <> COALESCE(i.desil, 0)
        OR k.pbi_jk <> i.pbi_jk OR k.no_kk <> i.no_kk ORDER BY i.id LIMIT 200""",
        "INDIVIDU_BEDA_KEADAAN",
        INDIVIDU,
        "Individu {0} tidak sama dengan keadaannya pada periode {1}.",
        LANGKAH_REGISTRI,
    )
