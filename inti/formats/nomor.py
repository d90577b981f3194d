"""What every identity number shares: cleaning, findings with stable codes, and the result of a check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# Characters that people and spreadsheets put between digits and that carry no meaning.
_PEMISAH = dict.fromkeys(map(ord, " \t\r\n\v\f.-_'`’‘\u00b4\u02bc\u00a0\u00ad\u2212\u3000"))
_PEMISAH.update(dict.fromkeys(range(0x2000, 0x2016)))  # spaces of all widths, zero-width marks, dashes
# Marks without a shape: they turn a text's direction or keep two letters together, and come along when one pastes.
TAK_TAMPAK = (0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_PEMISAH.update(dict.fromkeys([0x202F, 0x205F, *TAK_TAMPAK]))
_LEBAR = {0xFF10 + n: str(n) for n in range(10)} | {0xFF0E: None, 0xFF0D: None}
_BUANG = {**_PEMISAH, **_LEBAR}

# "9,97102E+15" and "9971015503840031.0" are number cells that became text on the way.
_ILMIAH = re.compile(r"^\d([.,]\d+)?[eE]\+?\d{1,2}$")
_PECAHAN = re.compile(r"^\d+[.,]0+$")

_KELAMIN = {
    **dict.fromkeys(("L", "LK", "LAKI", "LAKILAKI", "LAKI2", "PRIA", "1"), "L"),
    **dict.fromkeys(("P", "PR", "PEREMPUAN", "WANITA", "2"), "P"),
}


@dataclass(frozen=True, slots=True)
class Cacat:
    """One finding on a number: a stable code, a sentence for the user, and whether it refuses the number."""

    kode: str
    pesan: str
    menolak: bool = False


@dataclass(frozen=True, slots=True)
class HasilNomor:
    """Result of a check: the cleaned number, what refuses it (`galat`) and what only warns (`peringatan`)."""

    nilai: str
    galat: tuple[Cacat, ...] = ()
    peringatan: tuple[Cacat, ...] = ()

    @property
    def sah(self) -> bool:
        """True when nothing refuses the number; warnings may remain."""
        return not self.galat


def rapikan_nomor(teks: object) -> str:
    """Strip spaces, dots, dashes, apostrophes and invisible characters; full-width digits become ASCII.

    In: text, or anything with a text form (None gives ""). Out: text, never None. Letters stay as they are.
    """
    if isinstance(teks, str):
        if teks.isdigit() and teks.isascii():
            return teks
        return teks.translate(_BUANG)
    if teks is None:
        return ""
    if isinstance(teks, float) and teks.is_integer():
        return str(int(teks))
    return str(teks).translate(_BUANG)


def sel_angka(nilai: object) -> bool:
    """True for a spreadsheet number cell, also one that was turned into text (`9.97E+15`, `…31.0`)."""
    if isinstance(nilai, str):
        bersih = nilai.strip()
        return bool(_ILMIAH.match(bersih) or _PECAHAN.match(bersih))
    return isinstance(nilai, int | float) and not isinstance(nilai, bool)


def baku_kelamin(nilai: object) -> str:
    """Sex as the office writes it ("Laki - laki", "PEREMPUAN", "Lk.") to "L", "P", or "" when unknown."""
    if not isinstance(nilai, str):
        return ""
    return _KELAMIN.get("".join(c for c in nilai.upper() if c.isalnum()), "")


def angka_ascii(teks: str) -> bool:
    """True when the text is nothing but ASCII digits."""
    return teks.isdigit() and teks.isascii()


def baca_bilangan(teks: str, *, paling_panjang: int = 17) -> int | None:
    """A whole number as an address or a hidden field carries it: a key, a version, a page. None for anything else.

    Python's `int` takes other alphabets' digits and refuses thousands of digits with an exception.
    """
    return int(teks) if len(teks) <= paling_panjang and angka_ascii(teks) else None


def baca_versi(teks: str, kini: int) -> int:
    """The version that a form was opened with, as its hidden field says; the present one when it says nothing."""
    return int(teks[:9]) if angka_ascii(teks) else kini


def tanggal_atau_tiada(tahun: str, bulan: str, hari: str) -> date | None:
    """A date from three digit strings, or None when there is no such day."""
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        return None


def periksa_panjang(
    nama: str, awalan: str, nilai: object, bersih: str, panjang: tuple[int, ...], sumber: str
) -> Cacat | None:
    """The refusals every digit-only number shares: empty, number cell, non-digit, wrong length.

    In: display name, code prefix, raw and cleaned value, allowed lengths, where the user can look it up.
    """
    if sel_angka(nilai):
        return Cacat(
            f"{awalan}_SEL_ANGKA",
            f"{nama} tersimpan sebagai angka, digit terakhir hilang. Ubah kolom menjadi teks dan isi kembali.",
            True,
        )
    if not bersih:
        return Cacat(f"{awalan}_KOSONG", f"{nama} belum diisi.", True)
    if not angka_ascii(bersih):
        return Cacat(f"{awalan}_BUKAN_ANGKA", f"{nama} hanya boleh berisi angka. Periksa pada {sumber}.", True)
    if len(bersih) not in panjang:
        harus = " atau ".join(map(str, panjang))
        pesan = f"{nama} harus {harus} angka; yang diisi {len(bersih)}. Periksa pada {sumber}."
        return Cacat(f"{awalan}_PANJANG", pesan, True)
    return None


def hanya_angka(teks: str) -> str:
    """The ASCII digits of a text, in order."""
    return "".join(c for c in teks if c in "0123456789")
