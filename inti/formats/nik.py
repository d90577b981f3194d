"""NIK and No KK. Source: Permendagri on population numbers as summed up in the office's table of identity numbers.

A NIK has 16 digits: province 2, regency 2, district 2, DDMMYY of birth (+40 on the day for women), serial 4.
Some real NIKs carry a wrong birth date, so everything beyond the shape only warns.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime
from functools import lru_cache

from inti.formats.nomor import Cacat, HasilNomor, baku_kelamin, periksa_panjang, rapikan_nomor

_NIK_NOL = Cacat("NIK_NOL", "NIK tidak boleh berisi nol semua. Periksa pada KTP.", True)
_TANGGAL_MUSTAHIL = Cacat(
    "NIK_TANGGAL_MUSTAHIL", "Tanggal lahir di dalam NIK tidak ada pada kalender. Periksa pada KTP."
)
_TANGGAL_BEDA = Cacat("NIK_TANGGAL_BEDA", "Tanggal lahir di dalam NIK berbeda dari tanggal lahir yang diisi.")
_TANGGAL_TERTUKAR = Cacat(
    "NIK_TANGGAL_BEDA", "Hari dan bulan pada tanggal lahir mungkin tertukar: NIK menunjukkan yang sebaliknya."
)
_KELAMIN_BEDA = Cacat("NIK_KELAMIN_BEDA", "Jenis kelamin di dalam NIK berbeda dari yang diisi.")
_SERI_NOL = Cacat("NIK_SERI_NOL", "Nomor urut NIK 0000. Periksa pada KTP.")
_WILAYAH = Cacat("NIK_WILAYAH_TAK_DIKENAL", "Kode wilayah pada NIK tidak dikenal. Periksa pada KTP.")
_KK_SAMA = Cacat("KK_SAMA_DENGAN_NIK", "Nomor KK sama dengan NIK. Periksa pada kartu keluarga.")
_KK_NOL = Cacat("KK_NOL", "Nomor KK berisi nol semua. Periksa pada kartu keluarga.")

_BERSIH: tuple[Cacat, ...] = ()
_NOL = "0" * 16


def _hari_bulan() -> dict[str, str]:
    """Every possible DDMM of a NIK with the sex it says: 366 for men and the same with +40 for women."""
    peta = {}
    for bulan, panjang in enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1):
        for hari in range(1, panjang + 1):
            peta[f"{hari:02d}{bulan:02d}"] = "L"
            peta[f"{hari + 40:02d}{bulan:02d}"] = "P"
    return peta


_HARI_BULAN = _hari_bulan()


@lru_cache(maxsize=65536)
def _potongan_lahir(lahir: date) -> tuple[str, str]:
    """DDMMYY as a NIK writes a birth date, for a man and for a woman. Birth dates repeat: about 36,000 exist."""
    ekor = f"{lahir.month:02d}{lahir.year % 100:02d}"
    return f"{lahir.day:02d}{ekor}", f"{lahir.day + 40}{ekor}"


def cacat_nik(nik: str, lahir: date | None, kelamin: str, wilayah: Container[str] | None) -> tuple[Cacat, ...]:
    """All findings on a NIK that is already cleaned text: the path of an import of a million rows.

    In: the NIK, stated birth date or None, sex "L"/"P"/"" (see `baku_kelamin`), known six-digit district codes or
    None. Out: findings, refusals marked `menolak`; the same empty tuple for every clean NIK.
    """
    if len(nik) != 16 or not nik.isdigit() or not nik.isascii() or nik == _NOL:
        return (_cacat_bentuk(nik),)
    potongan = nik[6:12]
    tersirat = _HARI_BULAN.get(potongan[:4])
    if tersirat is not None and nik[12:] != "0000" and (wilayah is None or nik[:6] in wilayah):
        if lahir is None:
            cocok = not kelamin or kelamin == tersirat
        else:
            cocok = potongan == _potongan_lahir(lahir)[tersirat == "P"] and (not kelamin or kelamin == tersirat)
        if cocok and (potongan[1:4] != "902" or _kabisat(potongan)):
            return _BERSIH
    return _peringatan(nik, lahir, kelamin, wilayah)


def _cacat_bentuk(nik: str) -> Cacat:
    return periksa_panjang("NIK", "NIK", nik, nik, (16,), "KTP") or _NIK_NOL


def _kabisat(potongan: str) -> bool:
    """29 February exists in 1904 … 1996 and 2000, 2004 …; the two-digit year 00 is 2000, not 1900."""
    return potongan[:4] not in ("2902", "6902") or int(potongan[4:]) % 4 == 0


def _peringatan(nik: str, lahir: date | None, kelamin: str, wilayah: Container[str] | None) -> tuple[Cacat, ...]:
    temuan = []
    potongan = nik[6:12]
    tersirat = _HARI_BULAN.get(potongan[:4])
    if tersirat is None or not _kabisat(potongan):
        temuan.append(_TANGGAL_MUSTAHIL)
    elif lahir is not None and potongan != _potongan_lahir(lahir)[tersirat == "P"]:
        temuan.append(_TANGGAL_TERTUKAR if _tertukar(potongan, lahir, tersirat) else _TANGGAL_BEDA)
    # An impossible day may still tell the sex: women have 41 to 71.
    nyata = tersirat or kelamin_dari_nik(nik)
    if kelamin and nyata and nyata != kelamin:
        temuan.append(_KELAMIN_BEDA)
    if nik[12:] == "0000":
        temuan.append(_SERI_NOL)
    if wilayah is not None and nik[:6] not in wilayah:
        temuan.append(_WILAYAH)
    return tuple(temuan)


def _tertukar(potongan: str, lahir: date, kelamin: str) -> bool:
    """Whether a NIK's date is the stated one with day and month swapped."""
    return (
        lahir.day <= 12 and potongan == _potongan_lahir(lahir.replace(day=lahir.month, month=lahir.day))[kelamin == "P"]
    )


def periksa_nik(
    nilai: object,
    *,
    tanggal_lahir: date | None = None,
    jenis_kelamin: str | None = None,
    wilayah: Container[str] | None = None,
) -> HasilNomor:
    """Check a NIK as typed or imported.

    In: raw value (text; an int or float is a number cell and refused), what the record says, known district codes.
    Out: `HasilNomor`. Codes that refuse: NIK_KOSONG, NIK_SEL_ANGKA, NIK_BUKAN_ANGKA, NIK_PANJANG, NIK_NOL.
    Codes that warn: NIK_TANGGAL_MUSTAHIL, NIK_TANGGAL_BEDA, NIK_KELAMIN_BEDA, NIK_SERI_NOL, NIK_WILAYAH_TAK_DIKENAL.
    """
    kelamin = baku_kelamin(jenis_kelamin) if jenis_kelamin else ""
    if isinstance(nilai, str) and len(nilai) == 16 and not cacat_nik(nilai, tanggal_lahir, kelamin, wilayah):
        return HasilNomor(nilai)
    bersih = rapikan_nomor(nilai)
    galat = periksa_panjang("NIK", "NIK", nilai, bersih, (16,), "KTP")
    if galat is not None:
        return HasilNomor(bersih, (galat,))
    temuan = cacat_nik(bersih, tanggal_lahir, kelamin, wilayah)
    if temuan and temuan[0].menolak:
        return HasilNomor(bersih, temuan)
    return HasilNomor(bersih, (), temuan)


def tanggal_dari_nik(nik: str, *, acuan: date | None = None) -> date | None:
    """Birth date that a NIK says, or None when the NIK is malformed or names no day.

    The year has two digits: it is read as the latest one not after `acuan` (today when left out).
    """
    nik = rapikan_nomor(nik)
    if len(nik) != 16 or not nik.isdigit() or not nik.isascii():
        return None
    hari = int(nik[6:8])
    hari = hari - 40 if hari > 40 else hari
    batas = acuan or datetime.now(UTC).date()
    for abad in (2000, 1900):
        try:
            lahir = date(abad + int(nik[10:12]), int(nik[8:10]), hari)
        except ValueError:
            continue
        if lahir <= batas:
            return lahir
    return None


def kelamin_dari_nik(nik: str) -> str:
    """Sex that a NIK says by its day: "L" for 1-31, "P" for 41-71, "" otherwise."""
    hari = nik[6:8]
    if len(nik) != 16 or not nik.isdigit() or not nik.isascii():
        return ""
    if "01" <= hari <= "31":
        return "L"
    return "P" if "41" <= hari <= "71" else ""


def periksa_kk(nilai: object, *, nik: str | None = None) -> HasilNomor:
    """Check a family-card number: 16 digits, region 6, date of issue 6 (no +40), serial 4.

    Codes that refuse: KK_KOSONG, KK_SEL_ANGKA, KK_BUKAN_ANGKA, KK_PANJANG. Warn: KK_SAMA_DENGAN_NIK, KK_NOL.
    """
    bersih = rapikan_nomor(nilai)
    galat = periksa_panjang("Nomor KK", "KK", nilai, bersih, (16,), "kartu keluarga")
    if galat is not None:
        return HasilNomor(bersih, (galat,))
    peringatan = []
    if bersih == _NOL:
        peringatan.append(_KK_NOL)
    elif nik and bersih == rapikan_nomor(nik):
        peringatan.append(_KK_SAMA)
    return HasilNomor(bersih, (), tuple(peringatan))
