"""Blanks of a template: `{nama}` and nothing else. Pure.

A text is never formatted by Python's own rules, under which `{x.__class__}` reaches into the program: names are taken
from a list, and what is not on it is refused when the template is saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inti.formats.nomor import angka_ascii

_BIDANG = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
_KOSONG = re.compile(r"[^:]{1,40}\s:")
_KURUNG = re.compile(r"\{[^{}\n]{0,60}\}?|\}")
NAMA_BIDANG = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")

# Blanks that every letter has, with what they become.
BAKU = {
    "nomor": "nomor surat",
    "tanggal": "tanggal surat, 20 November 2026",
    "tahun": "tahun surat",
    "tujuan": "kepada siapa",
    "hal": "hal surat",
    "instansi": "nama kantor",
    "pemerintah": "nama pemerintah daerah",
    "kota": "tempat kedudukan kantor",
    "alamat_instansi": "alamat kantor",
    "unit": "unit pengolah",
    "penandatangan": "nama penanda tangan",
    "jabatan_penandatangan": "jabatan penanda tangan",
    "pangkat_penandatangan": "pangkat penanda tangan",
    "nip_penandatangan": "NIP penanda tangan",
    "pihak_kedua": "nama pihak kedua",
    "jabatan_pihak_kedua": "jabatan pihak kedua",
}
BAKU_PEGAWAI = {
    "daftar_pegawai": "tabel pegawai yang dipilih, pada baris sendiri",
    "pegawai_nama": "nama pegawai pertama",
    "pegawai_nip": "NIP pegawai pertama",
    "pegawai_pangkat": "pangkat pegawai pertama",
    "pegawai_jabatan": "jabatan pegawai pertama",
    "pegawai_unit": "unit pegawai pertama",
}
TERAKHIR = ("nomor", "tanggal", "tahun")  # known only when the letter gets its number
JENIS = {
    "teks": "Teks",
    "panjang": "Teks panjang",
    "tanggal": "Tanggal",
    "hari": "Hari dan tanggal",
    "uang": "Rupiah",
    "angka": "Angka",
}
BERTANGGAL = ("tanggal", "hari")  # kinds that are typed as a day


@dataclass(frozen=True)
class Bidang:
    """One blank of a template's own: name, label, kind (a key of JENIS), whether it must be filled."""

    nama: str
    label: str
    jenis: str = "teks"
    wajib: bool = True


def bidang_dalam(teks: str) -> list[str]:
    """Names of the blanks in a text, in order, each once."""
    return list(dict.fromkeys(_BIDANG.findall(teks)))


def bidang_asing(teks: str, dikenal: Iterable[str]) -> list[str]:
    """What stands in braces and is no known blank: unknown names as `{nama}`, anything else as it is written."""
    ada = set(dikenal)
    asing = []
    for potong in _KURUNG.findall(teks):
        cocok = _BIDANG.fullmatch(potong)
        if cocok is None or cocok[1] not in ada:
            asing.append(potong)
    return list(dict.fromkeys(asing))


def isi_bidang(teks: str, nilai: Mapping[str, str]) -> str:
    """Fill the blanks that `nilai` knows, once: braces that a value brings along stay text. Others stay as they are."""
    return _BIDANG.sub(lambda m: nilai.get(m[1], m[0]), teks)


def tanpa_kosong(terisi: str, templat: str) -> str:
    """A filled text without the lines that an empty blank left behind: `Biaya : {biaya}` becomes no `Biaya :`."""
    baris, asal = terisi.split("\n"), templat.split("\n")
    if len(baris) != len(asal):
        sisa = {b.split("{")[0].strip() for b in asal if _BIDANG.search(b)}
        return "\n".join(b for b in baris if not (b.strip() and b.rstrip().endswith(":") and b.strip() in sisa))
    return "\n".join(
        b for b, a in zip(baris, asal, strict=True) if not (_BIDANG.search(a) and _KOSONG.fullmatch(b.strip()))
    )


def baca_bidang(teks: str) -> tuple[list[Bidang], list[str]]:
    """Blanks as typed, one a line: `nama | Label | jenis | wajib`. Out: the blanks, and a sentence for each bad line."""
    hasil: list[Bidang] = []
    salah: list[str] = []
    for n, baris in enumerate(teks.splitlines(), 1):
        if not baris.strip():
            continue
        bagian = [b.strip() for b in baris.split("|")]
        nama, label = bagian[0], bagian[1] if len(bagian) > 1 else ""
        jenis = bagian[2].lower() if len(bagian) > 2 and bagian[2] else "teks"
        if not NAMA_BIDANG.match(nama):
            salah.append(f"Baris {n}: nama bidang hanya huruf kecil, angka, dan garis bawah.")
        elif nama in BAKU or nama in BAKU_PEGAWAI:
            salah.append(f"Baris {n}: {nama} sudah menjadi bidang baku; pilih nama lain.")
        elif any(b.nama == nama for b in hasil):
            salah.append(f"Baris {n}: {nama} ditulis dua kali.")
        elif not label:
            salah.append(f"Baris {n}: tulis labelnya sesudah garis tegak, misalnya {nama} | Acara.")
        elif jenis not in JENIS:
            salah.append(f"Baris {n}: jenis {jenis} tidak dikenal; pilih {', '.join(JENIS)}.")
        else:
            wajib = len(bagian) < 4 or bagian[3].lower() not in {"tidak", "boleh kosong", "pilihan"}
            hasil.append(Bidang(nama, label[:60], jenis, wajib))
    return hasil, salah


def baca_bulat(teks: str) -> int:
    """A whole number as people write it: `1.500.000`, `Rp 1.500.000,00`. Raises ValueError."""
    angka = teks.strip().removeprefix("Rp").replace(".", "").replace(" ", "").removesuffix(",00")
    if not angka_ascii(angka) or len(angka) > 15:
        raise ValueError(teks)
    return int(angka)


def tulis_bidang(bidang: Iterable[Bidang]) -> str:
    """The lines that `baca_bidang` reads."""
    return "\n".join(f"{b.nama} | {b.label} | {b.jenis} | {'wajib' if b.wajib else 'tidak'}" for b in bidang)
