"""Money and numbers in words. Source of the wording: the office's rules for general affairs (sejuta is not used)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_TINGKAT = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
BATAS = 10**15


def ribuan(nilai: int | Decimal | None) -> str:
    """Dots between thousands, a comma before decimals: `1.787`, `-1.250,5`; "" for None. Raises TypeError on float."""
    if nilai is None:
        return ""
    if not isinstance(nilai, int | Decimal):
        raise TypeError("ribuan() menerima int atau Decimal, bukan pecahan biner")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError("Nilai bukan bilangan.")
    return f"{nilai:,f}".translate(_TUKAR) if isinstance(nilai, Decimal) else f"{nilai:,}".replace(",", ".")


_TUKAR = str.maketrans(",.", ".,")


def rupiah(nilai: int | Decimal | None) -> str:
    """`Rp 30.519.428`; sen only when there are any (`Rp 1.000,50`); negatives `-Rp 500`; "" for None."""
    if nilai is None:
        return ""
    if isinstance(nilai, Decimal):
        nilai = nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)
        if nilai == nilai.to_integral_value():
            nilai = int(nilai)
    return f"-Rp {ribuan(-nilai)}" if nilai < 0 else f"Rp {ribuan(nilai)}"


def terbilang(n: int | Decimal) -> str:
    """A number in Indonesian words, lower case: 1001 gives `seribu satu`, Decimal("2.5") `dua koma lima`.

    Whole part below 10**15 (triliun); a minus is read `minus`. Raises ValueError beyond, TypeError on float.
    """
    if isinstance(n, bool) or not isinstance(n, int | Decimal):
        raise TypeError("terbilang() menerima int atau Decimal")
    if isinstance(n, Decimal) and not n.is_finite():
        raise ValueError("Nilai bukan bilangan.")
    if n < 0:
        return f"minus {terbilang(-n)}"
    bulat = int(n)
    if bulat >= BATAS:
        raise ValueError("Terbilang hanya sampai 999 triliun.")
    kata = " ".join(_bulat(bulat))
    pecahan = f"{n:f}".partition(".")[2].rstrip("0") if isinstance(n, Decimal) else ""
    return f"{kata} koma {' '.join(SATUAN[int(angka)] for angka in pecahan)}" if pecahan else kata


def terbilang_rupiah(n: int | Decimal) -> str:
    """Rupiah in words, each word capitalised: `Lima Juta Rupiah`, `Seribu Rupiah Lima Puluh Sen`.

    A Decimal is rounded to whole sen, half up. Errors as `terbilang`.
    """
    if isinstance(n, Decimal) and n.is_finite():
        n = n.quantize(Decimal("0.01"), ROUND_HALF_UP)
        bulat = abs(int(n))
        sen = int((abs(n) - bulat) * 100)
        kalimat = f"{terbilang(bulat)} rupiah" + (f" {terbilang(sen)} sen" if sen else "")
        if n < 0:
            kalimat = f"minus {kalimat}"
    else:
        kalimat = f"{terbilang(n)} rupiah"
    return " ".join(kata.capitalize() for kata in kalimat.split())


def _bulat(n: int) -> list[str]:
    kata: list[str] = []
    for nilai, nama in _TINGKAT:
        banyak, n = divmod(n, nilai)
        if banyak == 1 and nama == "ribu":
            kata.append("seribu")
        elif banyak:
            kata += [*_ratusan(banyak), nama]
    return kata + _ratusan(n) if n or not kata else kata


def _ratusan(n: int) -> list[str]:
    if n < 12:
        return [SATUAN[n]]
    if n < 20:
        return [SATUAN[n - 10], "belas"]
    if n < 100:
        puluh, sisa = divmod(n, 10)
        return [SATUAN[puluh], "puluh", *([SATUAN[sisa]] if sisa else [])]
    ratus, sisa = divmod(n, 100)
    kepala = ["seratus"] if ratus == 1 else [SATUAN[ratus], "ratus"]
    return kepala + (_ratusan(sisa) if sisa else [])
