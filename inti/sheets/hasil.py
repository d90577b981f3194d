"""What an import finds and says: findings on rows, counts, and the report that page, command and job share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from inti.formats import samar_angka_panjang, samar_nik
from inti.sheets.kolom import KolomLembar


@dataclass(frozen=True, slots=True)
class TemuanBaris:
    """A finding on one cell of one row (`kolom` is a column's name, "" for the row as a whole)."""

    baris: int
    kolom: str
    nilai: Any
    kode: str
    pesan: str
    menolak: bool


def di_luar(baris: int, kolom: str, nilai: Any) -> TemuanBaris:
    """The refusal of a row outside somebody's unit, village or company; it tells nothing of what is there."""
    pesan = "Data ini di luar wilayah kerja Anda. Serahkan barisnya kepada unit yang berwenang."
    return TemuanBaris(baris, kolom, nilai, "DI_LUAR_LINGKUP", pesan, menolak=True)


def diri_sendiri(baris: int, kolom: str, nilai: Any) -> TemuanBaris:
    """The refusal of a row that changes what is kept of the importer himself."""
    pesan = "Baris ini tentang diri Anda sendiri. Minta rekan atau atasan mengimpornya."
    return TemuanBaris(baris, kolom, nilai, "DIRI_SENDIRI", pesan, menolak=True)


@dataclass
class Rekap:
    """What the comparison with the tables found: rows by outcome."""

    baru: int = 0
    berubah: int = 0
    sama: int = 0


@dataclass
class HasilImpor:
    """What became of a file. `sebagai_json()` is the outside contract; numbers of people are masked in it."""

    jenis: str
    berkas: str
    lembar: str = ""
    dibaca: int = 0
    baru: int = 0
    berubah: int = 0
    sama: int = 0
    ditolak: int = 0
    galat: list[dict[str, Any]] = field(default_factory=list)
    peringatan: list[dict[str, Any]] = field(default_factory=list)
    disimpan: bool = False
    kolom_asing: list[str] = field(default_factory=list)
    kolom_tiada: list[str] = field(default_factory=list)
    judul: list[str] = field(default_factory=list)
    pratinjau: list[tuple[int, list[str]]] = field(default_factory=list)
    baris_galat: list[tuple[int, Sequence[Any], list[str]]] = field(default_factory=list)
    tambahan: dict[str, int] = field(default_factory=dict)
    dilewati: list[str] = field(default_factory=list)  # rows that are no data: how many, why, and which
    serupa: list[str] = field(default_factory=list)  # sheets of the same shape that were not read
    hampir_semua: list[str] = field(default_factory=list)  # what is said of (nearly) every row: it asks before saving
    batch_id: int | None = None

    def sebagai_json(self) -> dict[str, Any]:
        """The result as `impor --json` prints it."""
        return {
            "jenis": self.jenis,
            "berkas": self.berkas,
            "lembar": self.lembar,
            "dibaca": self.dibaca,
            "baru": self.baru,
            "berubah": self.berubah,
            "sama": self.sama,
            "ditolak": self.ditolak,
            "galat": self.galat,
            "peringatan": self.peringatan,
            "disimpan": self.disimpan,
            **self.tambahan,
        }

    @property
    def kode_keluar(self) -> int:
        """0 when no row was refused, 1 when some were."""
        return 1 if self.ditolak else 0


def nilai_tampil(kolom: KolomLembar | None, nilai: Any) -> str:
    """A cell as a page, a log or a console may show it: secret columns masked, long runs of digits too."""
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    teks = str(nilai)[:200]
    if kolom is not None and kolom.rahasia:
        return samar_nik(teks)
    return samar_angka_panjang(teks)


def catat_temuan(hasil: HasilImpor, semua_kolom: Iterable[KolomLembar], temuan: Iterable[TemuanBaris]) -> None:
    """Write findings into the report, masked as a page may show them."""
    kolom = {k.nama: k for k in semua_kolom}
    for t in temuan:
        k = kolom.get(t.kolom)
        butir = {
            "baris": t.baris,
            "kolom": k.judul if k else "",
            "nilai": nilai_tampil(k, t.nilai),
            "pesan": t.pesan,
            "kode": t.kode,
        }
        (hasil.galat if t.menolak else hasil.peringatan).append(butir)
