"""One spelling for the many that an Indonesian name has: titles, old spelling, abbreviations, compounds.

Source: the office's rule that a near match means the same on every database (spelling, order, titles, gelar,
Moh./Muhammad). The result is for comparing only; a name is always stored and printed as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

VOKAL = "AIUEO"
KONSONAN = "BCDGHJKLMNPRSTWY"  # what is left after F V Q X Z have been unified


class Jenis(IntEnum):
    """What a written part of a name is."""

    NAMA = 0
    INISIAL = 1
    GELAR = 2  # dropped wherever it stands, unless nothing else is left
    GELAR_EKOR = 3  # a degree, except as the first word ("ST Aminah" is Siti)
    SISA_GELAR = 4  # "Pd." of a degree written apart, "S. Pd."


class BagianNama(NamedTuple):
    """One token of a name: kind, unified spelling, consonant skeleton (first letter kept), skeleton's tail."""

    jenis: Jenis
    baku: str
    rangka: str
    ekor: str


def _himpunan(kata: str) -> frozenset[str]:
    return frozenset(kata.split())


_GELAR = _himpunan(
    "H HJ HI HAJI HAJJI HAJAH HAJJAH DR DRS DRA DRG DRH IR PROF KH KIAI KYAI R RR RA RM RADEN ALM ALMH ALMARHUM "
    "ALMARHUMAH BIN BINTI BINTE BT BTI TN NY SDR SDRI BPK BAPAK IBU APT NS ALIAS ALS USTADZ USTAD UST NN"
)
_GELAR_EKOR = _himpunan(
    "SH SE ST SP SS SPD SPDI SPDSD SAG SSOS SSOSI SKOM SIP SIKOM SKM SKEP SKEB SKED SSI SPSI SHUT SFARM SPT SPI SSN "
    "SSTP STP STTP SSTPI SST STR STRKEB STRSOS SHI SEI SSY SAK SAP SIAN MM MT MH MSI MPD MPDI MAG MKES MKOM MHUM MAP "
    "MSC MBA MPH MPSI MKN MAK ME MIP MSE MSOS MED AMD AMK AMKEB AMDKEB AMDKEP AMDKOM AMA AMAPD CPA CA BSC BBA PHD LLM "
    "SPOG SPA SPPD SPB SPKJ SPM"
)
_GELAR_BERTITIK = _himpunan("MA BA SI AM MS SU")  # also words of a name: degrees only when dotted
_SISA_GELAR = _himpunan("PD PDI SI AG SOS KOM KES HUM KEP KEB KED FARM PSI HUT IP IKOM AK AP TR STAT SN SC SY PT KN MD")
_MUHAMAD = _himpunan("MOH MUH MOCH MUCH MOHD MUHD MHD MHMD MOKH MUKH MUHAM")
_AHMAD = _himpunan("ACH AHM ACHM AKH AKHM")
_ABDUL = _himpunan("ABD ABDU ABDUL ABDUR ABDUS ABDOL")

_POLA_MUHAMAD = re.compile(r"^M[OUA]?[HK]A?M[AEO][DT]$")
_POLA_AHMAD = re.compile(r"^A[HK]M[AE][DT]$")
_MAJEMUK = (  # a name that is written joined or apart; the pieces must be long enough to be names
    (re.compile(r"^ABDUL?([B-DF-HJ-NP-TV-Z].{3,}|[AEIOU].{4,})$"), "ABDUL"),
    (re.compile(r"^(?:NURUL)(.{4,})$"), "NURUL"),
    (re.compile(r"^(?:NUR)(?!UL)(.{4,})$"), "NUR"),
    (re.compile(r"^(?:SITI)(.{4,})$"), "SITI"),
    (re.compile(r"^(?:SRI)(.{5,})$"), "SRI"),
)

# Order matters: old digraphs first, then sounds, then ends. Each pair is applied once, from left to right.
_ATURAN = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"^CHR", "KR"),
        (r"^CH(?=[EI]|AND|ARL)", "C"),
        (r"CH", "H"),
        (r"OE|OO", "U"),
        (r"SJ|SY|SH", "S"),
        (r"NJ", "NY"),
        (r"KH", "H"),
        (r"PH|[FV]", "P"),
        (r"([DTGB])H", r"\1"),
        (r"Q", "K"),
        (r"X", "KS"),
        (r"^Z", "J"),
        (r"Z", "S"),
        (r"^J(?=USUP|ULI|OHAN|OSE|AHY)", "Y"),
        (r"HJ", "HY"),
        (r"AJU$", "AYU"),
        (r"IE", "I"),
        (r"AE", "AI"),
        (r"IY(?=[AIUEO])", "I"),
        (r"UW(?=[AIUEO])", "U"),
        (r"(?<=[BCDGHJKLMNPRSTW])Y", "I"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)D$", "T"),
        (r"(?<=..)B$", "P"),
        (r"(?<=...)H$", ""),
    )
)
# Letters that are mistaken for each other: neighbours on the keyboard, or alike in sound. Others make another name:
# Sukarno and Sumarno are two people.
DEKAT = {
    "B": "NGHP",
    "C": "DK",
    "D": "SRCT",
    "G": "THBYK",
    "H": "GYJNB",
    "J": "HKNYS",
    "K": "JLGC",
    "L": "KR",
    "M": "NK",
    "N": "BHJM",
    "P": "BL",
    "R": "TDL",
    "S": "WDJ",
    "T": "RGYD",
    "W": "S",
    "Y": "TGHJ",
}

_EJAAN_LAMA = re.compile(r"DJ|TJ")
_BUKAN_HURUF = re.compile(r"[^A-Z]+")
_PEMISAH = re.compile(r"[\s,;/()\[\]\"_\-\u2010-\u2015]+")
_VOKAL = str.maketrans("", "", VOKAL)


def satukan_ejaan(kata: str) -> str:
    """One word in capital ASCII letters to its unified spelling: SOEKARNO to SUKARNO, WIDJAJA to WIJAYA."""
    if _EJAAN_LAMA.search(kata):
        # DJ and TJ prove the old spelling, where a single J is today's Y.
        kata = kata.replace("DJ", "\0").replace("TJ", "C")
        kata = re.sub(r"(?<![SN])J", "Y", kata).replace("\0", "J")
    for pola, ganti in _ATURAN:
        kata = pola.sub(ganti, kata)
    return kata


def rangka(baku: str) -> str:
    """Consonant skeleton: the first letter and every later consonant. `SLAMET` gives `SLMT`."""
    return baku[:1] + baku[1:].translate(_VOKAL)


def huruf_saja(kata: str) -> str:
    """Capital ASCII letters of a word; accents are dropped, other scripts vanish."""
    if not kata.isascii():
        kata = unicodedata.normalize("NFKD", kata)
    kata = kata.upper()
    return kata if kata.isalpha() and kata.isascii() else _BUKAN_HURUF.sub("", kata)


def _bagian(jenis: Jenis, baku: str) -> BagianNama:
    return BagianNama(jenis, baku, rangka(baku), baku.translate(_VOKAL))


def _urai_kata(huruf: str, bertitik: bool) -> tuple[BagianNama, ...]:
    if not huruf:
        return ()
    if huruf in _GELAR:
        return (_bagian(Jenis.GELAR, huruf),)
    if huruf in _GELAR_EKOR or (bertitik and huruf in _GELAR_BERTITIK):
        return (_bagian(Jenis.GELAR_EKOR, huruf),)
    if len(huruf) == 1:
        return (_bagian(Jenis.INISIAL, huruf),)
    if huruf in _MUHAMAD:
        return (_bagian(Jenis.NAMA, "MUHAMAD"),)
    if huruf in _AHMAD:
        return (_bagian(Jenis.NAMA, "AHMAD"),)
    baku = satukan_ejaan(huruf) or huruf
    if _POLA_MUHAMAD.match(baku):
        baku = "MUHAMAD"
    elif _POLA_AHMAD.match(baku):
        baku = "AHMAD"
    elif baku in _ABDUL or huruf in _ABDUL:
        baku = "ABDUL"
    else:
        for pola, kepala in _MAJEMUK:
            if cocok := pola.match(baku):
                return (_bagian(Jenis.NAMA, kepala), _bagian(Jenis.NAMA, cocok[1]))
    return (_bagian(Jenis.SISA_GELAR if huruf in _SISA_GELAR else Jenis.NAMA, baku),)


@lru_cache(maxsize=262144)
def urai_kata(kata: str) -> tuple[BagianNama, ...]:
    """Parts of one written word: `S.Pd.` is a degree, `M.Yusuf` an initial and a name, `Nurhayati` NUR HAYATI."""
    if "." not in kata:
        return _urai_kata(huruf_saja(kata), False)
    huruf = huruf_saja(kata)
    if huruf in _GELAR_EKOR or huruf in _GELAR_BERTITIK or huruf in _GELAR:
        return _urai_kata(huruf, True)
    return tuple(bagian for potong in kata.split(".") for bagian in _urai_kata(huruf_saja(potong), False))


_SITI = _bagian(Jenis.NAMA, "SITI")


def urai_nama(nama: str) -> list[BagianNama]:
    """Tokens of a name without titles and degrees, in written order; never empty while the name has a letter."""
    if not nama.isascii() or not nama.replace(" ", "").isalpha():
        kata = [k for k in _PEMISAH.split(nama) if k]
    else:
        kata = nama.split()
    bagian = [b for k in kata for b in urai_kata(k)]
    for b in bagian:
        if b[0] >= Jenis.GELAR:
            return _tanpa_gelar(bagian)
    return bagian


def _tanpa_gelar(bagian: list[BagianNama]) -> list[BagianNama]:
    hasil: list[BagianNama] = []
    for n, b in enumerate(bagian):
        if b.jenis is Jenis.GELAR:
            continue
        if b.jenis is Jenis.GELAR_EKOR:
            # As the first word a degree makes no sense: "St. Aminah" is Siti Aminah.
            if n == 0 and len(bagian) > 1 and b.baku == "ST":
                hasil.append(_SITI)
            elif not hasil and n == 0:
                hasil.append(b._replace(jenis=Jenis.NAMA))
            continue
        terpisah = b.jenis is Jenis.SISA_GELAR and len(hasil) > 1 and hasil[-1].jenis is Jenis.INISIAL
        if terpisah and hasil[-1].baku + b.baku in _GELAR_EKOR:
            hasil.pop()
            continue
        hasil.append(b._replace(jenis=Jenis.NAMA) if b.jenis is Jenis.SISA_GELAR else b)
    if hasil:
        return hasil
    return [b._replace(jenis=Jenis.NAMA) for b in bagian]


def gabung(a: str, b: str) -> str:
    """Unified spelling of two neighbouring words written as one: NUR RAHMAN is NURAHMAN, SRI YATMI is SRIATMI."""
    ujung, awal = a[-1], b[0]
    if ujung == awal or (awal == "Y" and ujung == "I") or (awal == "W" and ujung == "U"):
        return a + b[1:]
    return a + "I" + b[1:] if awal == "Y" and ujung not in VOKAL else a + b


def tanpa_inisial(bagian: list[BagianNama]) -> list[BagianNama]:
    """Tokens without initials; a name of nothing but initials keeps them."""
    penuh = [b for b in bagian if b[0] != Jenis.INISIAL]
    return penuh or bagian
