"""Declared columns, and how a sheet's own headings are mapped to them. Pure: the parsing child uses it too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from inti.sheets.berkas import BerkasTakTerpakai

Sel = Any  # str, float, bool, date, datetime, time, timedelta; "" is a blank cell

BARIS_AWAL = 60  # the heading is sought in so many rows from the top
_BUKAN_HURUF = re.compile(r"[^0-9a-z]+")
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
NOMOR, KODE, TANGGAL = "nomor", "kode", "tanggal"  # what `KolomLembar.rupa` may say
_KATA_JUMLAH = re.compile(r"\W*(?:grand\s*|sub\s*)?(?:jumlah|total|jml)(?:\s+(?:jumlah|total))?\W*", re.IGNORECASE)
_KAKI = re.compile(r"^\W*(?:grand\s*|sub\s*)?(?:jumlah|total|jml)\b", re.IGNORECASE)
_NOMOR_KOLOM = re.compile(r"^\(?\s*(\d{1,3})(?:\.0)?\s*\)?$")


@dataclass(frozen=True)
class KolomLembar:
    """One column of a sheet: its name in the program, its heading, other headings people give it.

    `wajib`: the sheet must have the column. `rupa` says what a spreadsheet may spoil: NOMOR (a letter's number, RT:
    becomes a date or loses its zeros), KODE (the same of a code), TANGGAL (day and month swapped).
    `rahasia`: values are masked wherever they are shown. `contoh` fills the template workbook.
    """

    nama: str
    judul: str
    alias: tuple[str, ...] = ()
    wajib: bool = True
    rahasia: bool = False
    contoh: str = ""
    rupa: str = ""


@dataclass
class Judul:
    """Where the heading lies (row counted from 1) and which sheet column carries each declared one (-1: none)."""

    baris: int
    letak: list[int]
    cocok: int
    kurang: list[str] = field(default_factory=list)
    ganda: list[str] = field(default_factory=list)
    asing: list[str] = field(default_factory=list)
    teks: dict[int, str] = field(default_factory=dict)  # the matched headings as they stand, by sheet column


def baku_judul(teks: object) -> str:
    """A heading without case, spaces and punctuation: `No. KK` and `NO_KK` are one. Numbers give their digits."""
    return _BUKAN_HURUF.sub("", str(teks).casefold()) if teks is not None else ""


def peta_alias(kolom: Sequence[KolomLembar]) -> dict[str, int]:
    """Normalised headings and aliases to the column's place. Raises ValueError when two columns claim one heading."""
    peta: dict[str, int] = {}
    for tempat, k in enumerate(kolom):
        for sebutan in (k.judul, k.nama, *k.alias):
            baku = baku_judul(sebutan)
            if peta.setdefault(baku, tempat) != tempat:
                raise ValueError(f"judul kolom {sebutan!r} dipakai dua kolom")
    return peta


def dengan_peta(kolom: Sequence[KolomLembar], peta: Mapping[str, str]) -> tuple[KolomLembar, ...]:
    """The columns with the office's own headings as further aliases. In: normalised heading to a column's name.

    A heading that a column claims already stays where it is.
    """
    milik = peta_alias(kolom)
    tambah: dict[str, list[str]] = {}
    for baku, nama in peta.items():
        if baku not in milik:
            tambah.setdefault(nama, []).append(baku)
    return tuple(replace(k, alias=(*k.alias, *tambah[k.nama])) if k.nama in tambah else k for k in kolom)


def cari_judul(baris: Iterable[Sequence[Sel]], kolom: Sequence[KolomLembar]) -> Judul | None:
    """The row among the first ones that matches most columns (the first of equals); None when nothing matches."""
    peta = peta_alias(kolom)
    terbaik: Judul | None = None
    atas: Sequence[Sel] = ()
    for nomor, isi in enumerate(baris, start=1):
        if nomor > BARIS_AWAL:
            break
        calon = _cocokkan(nomor, isi, kolom, peta)
        if (terbaik is None or terbaik.cocok < len(kolom)) and (dua := _dua_baris(nomor, atas, isi, kolom, peta)):
            calon = max(calon, dua, key=lambda j: j.cocok)
        atas = isi
        if calon.cocok and (terbaik is None or calon.cocok > terbaik.cocok):
            terbaik = calon
    if terbaik is None or terbaik.cocok < min(2, len(kolom)):
        return None
    return terbaik


def calon_judul(baris: Iterable[Sequence[Sel]], kolom: Sequence[KolomLembar]) -> Judul | None:
    """What may be the heading where too little of it is known: the row that matches a column, else the first of words."""
    peta = peta_alias(kolom)
    pertama: Judul | None = None
    for nomor, isi in enumerate(baris, start=1):
        if nomor > BARIS_AWAL:
            break
        calon = _cocokkan(nomor, isi, kolom, peta)
        if calon.cocok:
            return calon
        if pertama is None and len(calon.asing) > 1:
            pertama = calon
    return pertama


def _cocokkan(nomor: int, isi: Sequence[Sel], kolom: Sequence[KolomLembar], peta: dict[str, int]) -> Judul:
    letak = [-1] * len(kolom)
    ganda, asing = [], []
    for tempat, sel in enumerate(isi):
        if not isinstance(sel, str) or not sel.strip():
            continue
        ke = peta.get(baku_judul(sel))
        if ke is None:
            ke = peta.get(baku_judul(_DALAM_KURUNG.sub("", sel)), -1)
        if ke < 0:
            asing.append(" ".join(sel.split())[:60])
        elif letak[ke] >= 0:
            ganda.append(kolom[ke].judul)
        else:
            letak[ke] = tempat
    return _judul(nomor, letak, kolom, ganda, asing, {n: str(isi[n]) for n in letak if n >= 0})


def _judul(
    nomor: int, letak: list[int], kolom: Sequence[KolomLembar], ganda: list[str], asing: list[str], teks: dict[int, str]
) -> Judul:
    kurang = [k.judul for k, ada in zip(kolom, letak, strict=True) if k.wajib and ada < 0]
    return Judul(nomor, letak, sum(1 for n in letak if n >= 0), kurang, ganda, asing, teks)


def _dua_baris(
    nomor: int, atas: Sequence[Sel], bawah: Sequence[Sel], kolom: Sequence[KolomLembar], peta: dict[str, int]
) -> Judul | None:
    """Two rows as one heading: a parent that spans columns (`SURAT MASUK`) with its parts below (`NOMOR`, `TANGGAL`).

    Where the upper cell stands alone it is the heading; under a parent it is `parent part`, `part parent` or the part.
    None where the lower row is no part of a heading: a cell of it is no text, or lies under a heading that stands alone.
    """
    lebar = max(len(atas), len(bawah))
    satu, dua = ([*(_kata(s) for s in baris), *[""] * (lebar - len(baris))] for baris in (atas, bawah))
    if not any(satu) or not any(dua) or any(s != "" and not isinstance(s, str) for s in (*atas, *bawah)):
        return None
    letak, ganda, asing, teks, induk = [-1] * len(kolom), list[str](), list[str](), dict[int, str](), ""
    for n, (a, b) in enumerate(zip(satu, dua, strict=True)):
        induk = a or (induk if b else "")
        if a and b and not (n + 1 < lebar and not satu[n + 1] and dua[n + 1]):
            return None
        sebutan = (f"{induk} {b}", f"{b} {induk}", b) if b else (a,) if a else ()
        ke = next((k for s in sebutan if (k := _ke(peta, s)) is not None), None)
        if ke is None:
            asing += [sebutan[0][:60]] if sebutan else []
        elif letak[ke] >= 0:
            ganda.append(kolom[ke].judul)
        else:
            letak[ke], teks[n] = n, b or a
    return _judul(nomor, letak, kolom, ganda, asing, teks)


def _kata(sel: Sel) -> str:
    return " ".join(sel.split()) if isinstance(sel, str) else ""


def _ke(peta: dict[str, int], teks: str) -> int | None:
    ke = peta.get(baku_judul(teks))
    return ke if ke is not None else peta.get(baku_judul(_DALAM_KURUNG.sub("", teks)))


def tolak_judul_cacat(judul: Judul | None, kolom: Sequence[KolomLembar], calon: Judul | None = None) -> Judul:
    """The heading, when it can be used; `calon` is what may be meant where there is none.

    Raises BerkasTakTerpakai: no heading row, a column lacking or doubled.
    """
    if judul is None:
        contoh = ", ".join(k.judul for k in kolom if k.wajib)
        pesan = f"Baris judul kolom tidak ditemukan. Berkas harus memiliki kolom {contoh}."
        raise BerkasTakTerpakai(
            "JUDUL_TIDAK_ADA", pesan, {"kurang": calon.kurang, "asing": calon.asing} if calon else None
        )
    if judul.kurang:
        pesan = (
            f"Kolom {', '.join(judul.kurang)} tidak ada pada baris judul {judul.baris}. Tambahkan, lalu unggah lagi."
        )
        raise BerkasTakTerpakai("KOLOM_TIDAK_ADA", pesan, {"kurang": judul.kurang, "asing": judul.asing})
    if judul.ganda:
        pesan = f"Kolom {', '.join(judul.ganda)} ada lebih dari satu. Sisakan satu, lalu unggah lagi."
        raise BerkasTakTerpakai("KOLOM_GANDA", pesan)
    return judul


def baris_kaki(terisi: Sequence[Sel]) -> bool:
    """True for a footer such as JUMLAH or TOTAL, given the row's filled cells."""
    return isinstance(terisi[0], str) and bool(_KAKI.match(terisi[0]))


def kata_jumlah(teks: str) -> bool:
    """True for a word such as JUMLAH or TOTAL that stands alone."""
    return bool(_KATA_JUMLAH.fullmatch(teks))


def baris_nomor_kolom(terisi: Sequence[Sel]) -> bool:
    """True for the row `(1) (2) (3)` that office tables carry under their heading, given its filled cells."""
    if len(terisi) < 3:
        return False
    angka = []
    for sel in terisi:
        cocok = _NOMOR_KOLOM.match(str(sel))
        if cocok is None:
            return False
        angka.append(int(cocok.group(1)))
    return angka == list(range(angka[0], angka[0] + len(angka))) and angka[0] <= 1
