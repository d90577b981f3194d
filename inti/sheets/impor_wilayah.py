"""Importers of the kernel's own nouns: regions by their Kemendagri codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from inti.models import BatchImpor, Wilayah
from inti.sheets.gabung import beda, catat_nilai_lama, sql
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.kolom import KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap


class ImporWilayah(Importir):
    """Regions: code, name, level, parent. Loaded before everything that names a village."""

    jenis = "wilayah"
    sebab_tak_batal = "Wilayah dipakai data lain. Impor lagi daftar wilayah yang benar."
    lingkup_kantor = True
    kolom = (
        KolomLembar("kode", "KODE", ("KODE WILAYAH",), contoh="33.17.01.2001"),
        KolomLembar("nama", "NAMA", ("NAMA WILAYAH",), contoh="DESA SUMBER 1"),
        KolomLembar("tingkat", "TINGKAT", ("JENIS",), contoh="DESA"),
        KolomLembar("induk", "INDUK", ("KODE INDUK",), contoh="33.17.01"),
    )
    tahap = (("baris", BULAT), ("kode", TEKS), ("nama", TEKS), ("tingkat", TEKS), ("induk", TEKS))
    penilai = "inti.sheets.wilayah:penilai"
    tambahan: ClassVar = (("wilayah_id", BULAT), ("ubah", BULAT))

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse a code given twice (KODE_GANDA) and a parent that is nowhere (INDUK_TIDAK_ADA)."""
        semua = tahap.ambil("SELECT baris, kode, induk FROM tahap_wilayah ORDER BY baris")
        pertama: dict[str, int] = {}
        for baris, kode, _ in semua:
            if pertama.setdefault(kode, baris) != baris:
                pesan = f"Kode ini sudah ada pada baris {pertama[kode]}. Hapus salah satu."
                yield TemuanBaris(baris, "kode", kode, "KODE_GANDA", pesan, menolak=True)
        ada = {*pertama, *Wilayah.objects.values_list("kode", flat=True)}
        for baris, _, induk in semua:
            if induk and induk not in ada:
                pesan = "Wilayah induk belum ada. Tambahkan barisnya pada berkas ini."
                yield TemuanBaris(baris, "induk", induk, "INDUK_TIDAK_ADA", pesan, menolak=True)

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Regions are the same by code."""
        tahap.jalankan(
            "UPDATE tahap_wilayah SET wilayah_id = w.id FROM inti_wilayah w WHERE w.kode = tahap_wilayah.kode"
        )
        ubah = sql(
            """UPDATE tahap_wilayah SET ubah = 1 FROM inti_wilayah w
            WHERE w.id = tahap_wilayah.wilayah_id AND $beda""",
            beda=beda([("w.nama", "tahap_wilayah.nama"), ("w.tingkat", "tahap_wilayah.tingkat")]),
        )
        berubah = tahap.jalankan(ubah)
        semua, dikenal = tahap.ambil("SELECT COUNT(*), COUNT(wilayah_id) FROM tahap_wilayah")[0]
        return Rekap(semua - dikenal, berubah, dikenal - berubah), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """Insert and update in sets; parents are linked last, when all regions have their keys."""
        catat_nilai_lama(
            tahap,
            batch.pk,
            "inti.wilayah",
            "inti_wilayah",
            ("nama", "tingkat"),
            "SELECT wilayah_id FROM tahap_wilayah WHERE ubah = 1",
        )
        tahap.jalankan(
            """UPDATE inti_wilayah SET nama = t.nama, tingkat = t.tingkat FROM tahap_wilayah t
            WHERE t.wilayah_id = inti_wilayah.id AND t.ubah = 1"""
        )
        tahap.jalankan(
            """INSERT INTO inti_wilayah (kode, nama, tingkat)
            SELECT kode, nama, tingkat FROM tahap_wilayah WHERE wilayah_id IS NULL ORDER BY baris"""
        )
        tahap.jalankan(
            """UPDATE inti_wilayah SET induk_id = i.id FROM tahap_wilayah t JOIN inti_wilayah i ON i.kode = t.induk
            WHERE t.kode = inti_wilayah.kode AND t.wilayah_id IS NULL"""
        )
