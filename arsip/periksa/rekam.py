"""Parts of `periksa` about records: dates follow from the schedule, boxes, loans, and what was destroyed is gone."""

from __future__ import annotations

from collections.abc import Iterator

from arsip.models import BerkasArsip
from arsip.queries.retensi import jadwal_kini
from arsip.services.retensi import hitung_berkas
from inti.periksa import TemuanPeriksa, temuan_sql

BERKAS, BOKS, PINJAM = "arsip.BerkasArsip", "arsip.Boks", "arsip.Peminjaman"
LANGKAH = "Bandingkan dengan riwayatnya dan cadangan."


def rekam() -> Iterator[TemuanPeriksa]:
    """Everything this app keeps about records."""
    yield from _hitungan()
    yield from _boks()
    yield from _pinjaman()
    yield from _musnah()


def _hitungan() -> Iterator[TemuanPeriksa]:
    jadwal = jadwal_kini()
    for b in BerkasArsip.objects.ada().order_by("pk").iterator(chunk_size=2000):
        if hitung_berkas(b, jadwal):
            pesan = f"Masa simpan arsip {b.nomor} (baris {b.pk}) tidak sesuai dengan JRA."
            yield TemuanPeriksa("RETENSI_BEDA", BERKAS, str(b.pk), pesan, "Jalankan perintah segarkan_retensi.")


def _boks() -> Iterator[TemuanPeriksa]:
    dalam = (
        "FROM arsip_boks k JOIN inti_tempat t ON t.id = k.tempat_id "
        "JOIN inti_tempat l ON substr(l.jalur, 1, length(t.jalur)) = t.jalur "
        "JOIN arsip_berkasarsip b ON b.tempat_id = l.id AND b.dibuang_pada IS NULL "
        "WHERE k.status = 'ditutup' AND k.dibuang_pada IS NULL "
    )
    yield from temuan_sql(
        f"SELECT k.id, t.nama, b.nomor {dalam} AND (b.urut_boks IS NULL OR b.urut_boks > k.jumlah) ORDER BY 1, 3",
        "BOKS_BERTAMBAH",
        BOKS,
        "{1} (baris {0}) sudah ditutup, tetapi arsip {2} masuk sesudahnya.",
        LANGKAH,
    )
    yield from temuan_sql(
        f"SELECT k.id, t.nama, b.urut_boks {dalam} AND b.urut_boks IS NOT NULL "
        "GROUP BY k.id, t.nama, b.urut_boks HAVING COUNT(*) > 1 ORDER BY 1, 3",
        "BOKS_NOMOR_GANDA",
        BOKS,
        "{1} (baris {0}) mempunyai dua arsip bernomor {2}.",
        "Buka kembali boksnya lalu tutup lagi.",
    )


def _pinjaman() -> Iterator[TemuanPeriksa]:
    yield from temuan_sql(
        "SELECT p.id, n.teks FROM arsip_peminjaman p JOIN inti_nomor n ON n.id = p.nomor_id "
        "JOIN arsip_berkasarsip b ON b.id = p.berkas_id WHERE p.status = 'dipinjam' AND b.status = 'musnah' ORDER BY 1",
        "PINJAM_ARSIP_MUSNAH",
        PINJAM,
        "Peminjaman {1} (baris {0}) masih di luar, tetapi arsipnya tercatat musnah.",
        LANGKAH,
    )
    yield from temuan_sql(
        "SELECT p.id, n.teks FROM arsip_peminjaman p JOIN inti_nomor n ON n.id = p.nomor_id "
        "WHERE p.kembali_pada < p.dipinjam_pada ORDER BY 1",
        "PINJAM_TANGGAL",
        PINJAM,
        "Peminjaman {1} (baris {0}) kembali sebelum dipinjam.",
        LANGKAH,
    )


def _musnah() -> Iterator[TemuanPeriksa]:
    yield from temuan_sql(
        "SELECT b.id, b.nomor FROM arsip_berkasarsip b JOIN arsip_pindaianarsip p ON p.berkas_arsip_id = b.id "
        "JOIN inti_berkastersimpan f ON f.id = p.berkas_id "
        "WHERE (b.status = 'musnah') <> (f.dimusnahkan_pada IS NOT NULL) ORDER BY 1",
        "MUSNAH_BEDA_PINDAIAN",
        BERKAS,
        "Arsip {1} (baris {0}) dan pindaiannya tidak sama keadaannya.",
        LANGKAH,
    )
    yield from temuan_sql(
        "SELECT b.id, b.nomor FROM arsip_berkasarsip b LEFT JOIN arsip_pemusnahan m ON m.id = b.pemusnahan_id "
        "LEFT JOIN arsip_butirpemusnahan u ON u.pemusnahan_id = m.id AND u.berkas_id = b.id AND u.penilaian = 'musnah' "
        "WHERE b.status = 'musnah' AND (m.status IS NULL OR m.status <> 'dilaksanakan' OR u.id IS NULL "
        "OR m.laksana_pada <> b.musnah_pada) ORDER BY 1",
        "MUSNAH_TANPA_BERITA_ACARA",
        BERKAS,
        "Arsip {1} (baris {0}) tercatat musnah tanpa pemusnahan yang dilaksanakan.",
        LANGKAH,
    )
    yield from temuan_sql(
        "SELECT u.id, b.nomor FROM arsip_butirpemusnahan u JOIN arsip_pemusnahan m ON m.id = u.pemusnahan_id "
        "JOIN arsip_berkasarsip b ON b.id = u.berkas_id WHERE m.status = 'dilaksanakan' AND u.penilaian = 'musnah' "
        "AND u.dibuang_pada IS NULL AND b.status <> 'musnah' ORDER BY 1",
        "BERITA_ACARA_BELUM_MUSNAH",
        "arsip.ButirPemusnahan",
        "Butir {0}: arsip {1} ada pada berita acara, tetapi belum tercatat musnah.",
        LANGKAH,
    )
