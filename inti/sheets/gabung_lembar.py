"""Many sheets of many files as one table: columns united by heading, each row with its file, sheet and row number."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from inti.galat import AturanDilanggar
from inti.sheets.baca_semua import Lembar, PembacaSemua, pulihkan
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.semua import Gabungan
from inti.sheets.tulis import tulis_buku

ASAL = ("BERKAS", "LEMBAR", "BARIS")
BARIS_TERBANYAK = 1_000_000
_DIGIT_TERBANYAK = 10**15  # a number cell keeps no more digits


@dataclass
class Catatan:
    """One sheet in the report: where it came from, how many rows, or why it was skipped, and what to look at."""

    berkas: str
    lembar: str
    baris_judul: int = 0
    baris: int = 0
    sebab: str = ""
    angka_panjang: int = 0

    def keterangan(self) -> str:
        """What a person should know of it."""
        if self.angka_panjang:
            return f"{self.angka_panjang} angka lebih dari 15 digit: digit akhirnya sudah hilang di berkas asal."
        return self.sebab


@dataclass
class HasilGabung:
    """The report of a merge."""

    lembar: list[Catatan] = field(default_factory=list)
    kolom: int = 0
    baris: int = 0

    @property
    def dilewati(self) -> list[Catatan]:
        """Sheets and files that gave nothing."""
        return [c for c in self.lembar if c.sebab]


def gabung_lembar(
    berkas: Sequence[tuple[str, Path]], ke: Path, *, kemajuan: Callable[[int], None] = lambda n: None
) -> HasilGabung:
    """Merge every sheet of `berkas` (name as shown, path) into the workbook `ke`: a sheet of rows and one of the report.

    Texts stay texts (a NIK with its zeros, a formula harmless), numbers numbers, dates dates; rows of totals are kept.
    A file or sheet that can't be read is skipped with its reason. Raises AturanDilanggar: no table at all, too many
    rows.
    """
    hasil, gabungan = HasilGabung(), Gabungan()
    terisi: set[int] = set()
    with tempfile.TemporaryFile() as tampung:
        for nama, jalur in berkas:
            try:
                _kumpulkan(nama, jalur, hasil, gabungan, terisi, tampung, kemajuan)
            except BerkasTakTerpakai as galat:  # the file, or the rest of it
                hasil.lembar.append(Catatan(nama, "", sebab=galat.pesan))
        if not hasil.baris:
            sebab = next((c.sebab for c in hasil.dilewati), "")
            raise AturanDilanggar("TANPA_TABEL", f"Tidak ada tabel yang dapat digabungkan. {sebab}".strip())
        pakai = [n for n, j in enumerate(gabungan.judul) if n in terisi or not j.startswith("KOLOM ")]
        hasil.kolom = len(pakai)
        laporan = ((c.berkas, c.lembar, c.baris_judul, c.baris, c.keterangan()) for c in hasil.lembar)
        tulis_buku(
            ke,
            [
                ("Gabungan", [*ASAL, *(gabungan.judul[n] for n in pakai)], _baris(tampung, len(gabungan.judul), pakai)),
                ("Lembar", ["BERKAS", "LEMBAR", "BARIS JUDUL", "BARIS DATA", "KETERANGAN"], laporan),
            ],
        )
    return hasil


def _kumpulkan(
    nama: str,
    jalur: Path,
    hasil: HasilGabung,
    gabungan: Gabungan,
    terisi: set[int],
    tampung: IO[bytes],
    kemajuan: Callable[[int], None],
) -> None:
    """Set one file's rows aside as they travel; the columns of the whole are known only when all were read."""
    catatan, tempat = Catatan(nama, ""), list[int]()
    with PembacaSemua(jalur) as pembaca:
        for isi in pembaca.isi():
            if isinstance(isi, Lembar):
                catatan = Catatan(nama, isi.nama, isi.baris_judul, sebab=isi.sebab)
                hasil.lembar.append(catatan)
                tempat = gabungan.tempat(isi.judul)
                kemajuan(len(hasil.lembar))
                continue
            nomor, kolom, kolom_waktu = isi
            terisi |= {t for t, sel in zip(tempat, kolom, strict=True) if t not in terisi and any(s != "" for s in sel)}
            catatan.angka_panjang += sum(
                1 for sel in kolom for s in sel if type(s) is float and abs(s) >= _DIGIT_TERBANYAK
            )
            catatan.baris += len(nomor)
            hasil.baris += len(nomor)
            if hasil.baris > BARIS_TERBANYAK:
                raise AturanDilanggar(
                    "BARIS_TERLALU_BANYAK", "Hasilnya lebih dari 1.000.000 baris.", "Bagi menjadi beberapa kiriman."
                )
            marshal.dump((nama, catatan.lembar, nomor, tempat, kolom, kolom_waktu), tampung, 2)
    for satu in hasil.lembar:
        if satu.berkas == nama and not satu.baris and not satu.sebab:
            satu.sebab = "Tidak ada baris data di bawah judul."


def _baris(tampung: IO[bytes], lebar: int, pakai: Sequence[int]) -> Iterator[list[Any]]:
    tampung.seek(0)
    while True:
        try:
            nama, lembar, nomor, tempat, kolom, kolom_waktu = marshal.load(tampung)  # noqa: S302  (written above)
        except EOFError:
            return
        for n, sel in zip(nomor, zip(*pulihkan(kolom, kolom_waktu), strict=True), strict=True):
            satu: list[Any] = [""] * lebar
            for t, s in zip(tempat, sel, strict=True):
                satu[t] = s
            yield [nama, lembar, n, *(satu[p] for p in pakai)]
