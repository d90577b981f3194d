"""Cells of a sheet and fields of a form as values: the one reader of text, numbers, money, dates, yes/no, sex and "-".

Pure; the parsing child uses it too. Each reader takes a cell as it came (text, number, bool, date) and gives a value,
or None for an empty one, or raises SelSalah with a stable code and a sentence that says how to write it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from inti.formats.nomor import TAK_TAMPAK, baku_kelamin
from inti.formats.tanggal import baca_tanggal

STRIP = frozenset({"-", "--", "---", "\N{HYPHEN}", "\N{EN DASH}", "\N{EM DASH}"})  # what offices write for nothing
KOSONG = STRIP | {"", "nihil", "n/a", "tidak ada", "null", "none"}
BELUM_DIHITUNG = "#BELUM_DIHITUNG"  # how the reader of workbooks writes a formula that has no stored result
GALAT_LEMBAR = re.compile(
    r"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BELUM_DIHITUNG)$", re.IGNORECASE
)
_YA = {"ya": True, "y": True, "1": True, "benar": True, "true": True, "ada": True, "v": True, "\N{CHECK MARK}": True}
_TIDAK = {
    "tidak": False,
    "tdk": False,
    "t": False,
    "0": False,
    "salah": False,
    "false": False,
    "bukan": False,
    "n": False,
}
ANGKA_SALAH = "Tulis angka saja, misalnya 1250."
UANG_SALAH = "Tulis rupiah dengan angka saja, misalnya 1250000."
_UANG = re.compile(r"^(?:rp\.?)?\s*(-?)\s*(?:rp\.?)?\s*([\d.,\s]+?)(?:,-+|,--)?$", re.IGNORECASE)
_RIBUAN = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_RIBUAN_INGGRIS = re.compile(r"^\d{1,3}(?:,\d{3})+$")


_TAK_TAMPAK = dict.fromkeys(TAK_TAMPAK)


class SelSalah(ValueError):
    """A cell can't be read: `kode` is stable, `pesan` says in Indonesian how to write it."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan = kode, pesan


def galat_lembar(sel: Any) -> bool:
    """True for an error of the spreadsheet itself (`#N/A`, `#REF!`): it says nothing, not even that nothing is there."""
    return isinstance(sel, str) and bool(GALAT_LEMBAR.match(sel.strip()))


def pesan_galat(sel: str) -> str:
    """What to do about an error cell."""
    if sel.strip() == BELUM_DIHITUNG:
        return (
            "Rumus pada sel ini belum dihitung. Buka dan simpan berkasnya di aplikasi lembar kerja, lalu unggah lagi."
        )
    return f"Sel ini berisi galat rumus {sel.strip()}. Perbaiki rumusnya, atau tulis nilainya."


def kosong(sel: Any) -> bool:
    """True for a blank cell and for what offices write in its stead: "-", "nihil", "tidak ada"."""
    return sel is None or (isinstance(sel, str) and " ".join(sel.split()).casefold() in KOSONG)


def baca_teks(sel: Any) -> str | None:
    """Text with single spaces; a number cell as its digits, a date as `17-08-1990`. Raises SelSalah (SEL_GALAT)."""
    _tolak_galat(sel)
    if kosong(sel):
        return None
    if isinstance(sel, bool):
        return "Ya" if sel else "Tidak"
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    if isinstance(sel, datetime | date):
        return f"{sel:%d-%m-%Y}"
    if isinstance(sel, time):
        return f"{sel:%H.%M}"
    return " ".join(str(sel).translate(_TAK_TAMPAK).split())


def baca_hari(sel: Any) -> date | None:
    """A date; the day comes before the month. Raises SelSalah (SEL_GALAT, TANGGAL_SALAH)."""
    _tolak_galat(sel)
    if kosong(sel):
        return None
    try:
        return baca_tanggal(sel)
    except ValueError as galat:
        raise SelSalah("TANGGAL_SALAH", str(galat)) from None


def baca_bulat(sel: Any) -> int | None:
    """A whole number; `1.250` is 1250. Raises SelSalah (SEL_GALAT, ANGKA_SALAH)."""
    nilai = baca_desimal(sel)
    if nilai is None:
        return None
    if nilai != nilai.to_integral_value():
        raise SelSalah("ANGKA_SALAH", "Tulis bilangan bulat, tanpa koma.")
    return int(nilai)


def baca_desimal(sel: Any) -> Decimal | None:
    """A number as Indonesians write it (`1.250,5`) or as a number cell. Raises SelSalah (SEL_GALAT, ANGKA_SALAH)."""
    _tolak_galat(sel)
    if kosong(sel):
        return None
    if isinstance(sel, bool | date | time):
        raise SelSalah("ANGKA_SALAH", ANGKA_SALAH)
    if isinstance(sel, int | float | Decimal):
        return _terhingga(Decimal(str(sel)))
    return _angka("".join(str(sel).split()))


def baca_uang(sel: Any) -> int | None:
    """Whole rupiah: `Rp 1.250.000`, `1250000`, `1.250.000,00`. Raises SelSalah (SEL_GALAT, UANG_SALAH, UANG_BERSEN)."""
    _tolak_galat(sel)
    if kosong(sel):
        return None
    berangka = isinstance(sel, int | float) and not isinstance(sel, bool)
    nilai = _terhingga(Decimal(str(sel))) if berangka else _uang(str(sel))
    if nilai != nilai.to_integral_value():
        raise SelSalah("UANG_BERSEN", "Tulis rupiah bulat, tanpa sen.")
    return int(nilai)


def _uang(teks: str) -> Decimal:
    cocok = _UANG.match(teks.strip())
    if cocok is None:
        raise SelSalah("UANG_SALAH", UANG_SALAH)
    try:
        return _angka(cocok[1] + "".join(cocok[2].split()))
    except SelSalah:
        raise SelSalah("UANG_SALAH", UANG_SALAH) from None


def baca_ya(sel: Any) -> bool | None:
    """Yes or no. Raises SelSalah (SEL_GALAT, YA_TIDAK)."""
    _tolak_galat(sel)
    if isinstance(sel, bool):
        return sel
    if kosong(sel):
        return None
    teks = str(int(sel)) if isinstance(sel, float) and sel.is_integer() else " ".join(str(sel).split()).casefold()
    nilai = _YA.get(teks, _TIDAK.get(teks))
    if nilai is None:
        raise SelSalah("YA_TIDAK", "Tulis Ya atau Tidak.")
    return nilai


def baca_kelamin(sel: Any) -> str | None:
    """Sex as "L" or "P". Raises SelSalah (SEL_GALAT, KELAMIN_TAK_DIKENAL)."""
    _tolak_galat(sel)
    if kosong(sel):
        return None
    if kelamin := baku_kelamin(sel):
        return kelamin
    raise SelSalah("KELAMIN_TAK_DIKENAL", "Tulis L untuk laki-laki atau P untuk perempuan.")


def _tolak_galat(sel: Any) -> None:
    if galat_lembar(sel):
        raise SelSalah("SEL_GALAT", pesan_galat(sel))


def _terhingga(nilai: Decimal) -> Decimal:
    if not nilai.is_finite():
        raise SelSalah("ANGKA_SALAH", ANGKA_SALAH)
    return nilai


def _angka(teks: str) -> Decimal:
    """`1.250,5` and `1,250.5` and `1250.5`; three digits behind a lone dot are thousands, as the office writes them."""
    tanda, angka = ("-", teks[1:]) if teks.startswith("-") else ("", teks)
    if "," in angka and "." in angka:
        utuh, _, pecahan = angka.rpartition("," if angka.rindex(",") > angka.rindex(".") else ".")
        pisah = "." if angka.rindex(",") > angka.rindex(".") else ","
        utuh = utuh if (_RIBUAN if pisah == "." else _RIBUAN_INGGRIS).match(utuh) else "x"
        angka = f"{utuh.replace(pisah, '')}.{pecahan}"
    elif _RIBUAN.match(angka):
        angka = angka.replace(".", "")
    elif angka.count(",") == 1:
        angka = angka.replace(",", ".")
    try:
        if not angka.isascii() or not set(angka) <= set("0123456789."):
            raise InvalidOperation
        return Decimal(tanda + angka)
    except InvalidOperation:
        raise SelSalah("ANGKA_SALAH", ANGKA_SALAH) from None
