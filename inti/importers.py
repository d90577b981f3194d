"""Importers of the kernel's own nouns: regions by their Kemendagri codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from inti.formats import rapikan_nomor
from inti.models import BatchImpor, Wilayah
from inti.sheets.baca import KepalaLembar
from inti.sheets.gabung import beda, catat_nilai_lama, sql
from inti.sheets.impor import Importir, Rekap, Temuan
from inti.sheets.kolom import Kolom
from inti.sheets.tahap import BULAT, TEKS, Tahap

_KODE = re.compile(r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$")
_TINGKAT = {2: "PROVINSI", 5: "KABUPATEN", 8: "KECAMATAN", 13: "DESA"}
_SEBUTAN = {"KOTA": "KABUPATEN", "KABUPATENKOTA": "KABUPATEN", "KELURAHAN": "DESA", "DESAKELURAHAN": "DESA"}


def baku_kode(sel: Any) -> str:
    """A region's code with its dots: `3317012001` is `33.17.01.2001`. Out: cleaned text, sound or not."""
    if isinstance(sel, float) and not sel.is_integer():
        return str(sel)  # 33.1 may have been 33.10: refused
    angka = rapikan_nomor(sel)
    if not angka.isdigit() or len(angka) not in (2, 4, 6, 10):
        return str(sel).strip()
    return ".".join(b for b in (angka[:2], angka[2:4], angka[4:6], angka[6:]) if b)


class ImporWilayah(Importir):
    """Regions: code, name, level, parent. Loaded before everything that names a village."""

    jenis = "wilayah"
    kolom = (
        Kolom("kode", "KODE", ("KODE WILAYAH",), contoh="33.17.01.2001"),
        Kolom("nama", "NAMA", ("NAMA WILAYAH",), contoh="DESA SUMBER 1"),
        Kolom("tingkat", "TINGKAT", ("JENIS",), contoh="DESA"),
        Kolom("induk", "INDUK", ("KODE INDUK",), contoh="33.17.01"),
    )
    tahap = (("baris", BULAT), ("kode", TEKS), ("nama", TEKS), ("tingkat", TEKS), ("induk", TEKS))
    tambahan: ClassVar = (("wilayah_id", BULAT), ("ubah", BULAT))

    def siapkan(self, kepala: KepalaLembar) -> None:
        """Remember codes as they come, to find doubled ones and parents that are nowhere."""
        self._baris: dict[str, int] = {}

    def periksa(self, nomor: int, sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, Iterable[Temuan]]:
        """Judge one row. Refuses: KODE_WILAYAH, NAMA_KOSONG, TINGKAT_WILAYAH, INDUK_WILAYAH, KODE_GANDA."""
        kode, nama = baku_kode(sel[0]), " ".join(str(sel[1]).split())
        baku = re.sub(r"[^A-Z]", "", str(sel[2]).upper())
        induk = baku_kode(sel[3]) if sel[3] != "" else ""
        temuan = list(self._temuan(nomor, sel, kode, nama, _SEBUTAN.get(baku, baku), induk))
        if temuan:
            return None, temuan
        self._baris[kode] = nomor
        return (nomor, kode, nama[:80], _TINGKAT[len(kode)], induk), ()

    def _temuan(
        self, nomor: int, sel: Sequence[Any], kode: str, nama: str, tingkat: str, induk: str
    ) -> Iterator[Temuan]:
        def galat(kolom: str, nilai: Any, kode_galat: str, pesan: str) -> Temuan:
            return Temuan(nomor, kolom, nilai, kode_galat, pesan, menolak=True)

        if not _KODE.match(kode):
            yield galat("kode", sel[0], "KODE_WILAYAH", "Kode wilayah tidak sah. Tulis sebagai teks seperti 33.17.01.")
        elif tingkat != _TINGKAT[len(kode)]:
            pesan = f"Tingkat tidak sesuai dengan kodenya; seharusnya {_TINGKAT[len(kode)]}."
            yield galat("tingkat", sel[2], "TINGKAT_WILAYAH", pesan)
        elif induk != kode.rpartition(".")[0]:
            pesan = f"Kode induk tidak sesuai; seharusnya {kode.rpartition('.')[0] or 'kosong'}."
            yield galat("induk", sel[3], "INDUK_WILAYAH", pesan)
        elif kode in self._baris:
            pesan = f"Kode ini sudah ada pada baris {self._baris[kode]}. Hapus salah satu."
            yield galat("kode", sel[0], "KODE_GANDA", pesan)
        if not nama:
            yield galat("nama", sel[1], "NAMA_KOSONG", "Nama wilayah belum diisi.")

    def periksa_akhir(self, tahap: Tahap) -> Iterator[Temuan]:
        """Refuse rows whose parent is neither in the file nor loaded before (INDUK_TIDAK_ADA)."""
        ada = {*self._baris, *Wilayah.objects.values_list("kode", flat=True)}
        for baris, induk in tahap.ambil("SELECT baris, induk FROM tahap_wilayah WHERE induk <> '' ORDER BY baris"):
            if induk not in ada:
                pesan = "Wilayah induk belum ada. Tambahkan barisnya pada berkas ini."
                yield Temuan(baris, "induk", induk, "INDUK_TIDAK_ADA", pesan, menolak=True)

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[Temuan]]:
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
