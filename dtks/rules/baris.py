"""One row of a DTKS/DTSEN workbook: cleaned values, or findings with stable codes. Pure: no database, no clock.

Source: the office's table of identity numbers (a broken NIK, No KK, name, desil or date refuses; what a NIK says
against the record, an unknown village and a doubtful ID only warn).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from inti.formats import (
    Cacat,
    baca_tanggal,
    baku_kelamin,
    cacat_nik,
    periksa_id_dtks,
    periksa_kk,
    periksa_nik,
    rapikan_nomor,
    sel_angka,
)
from inti.formats.nomor import angka_ascii
from inti.formats.sel import STRIP, SelSalah, baca_bulat, baca_ya, kosong
from inti.formats.tanggal import baca_bulan, hari_iso

URUTAN = (
    "id_dtks", "nik", "no_kk", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "alamat", "rt", "rw", "desa",
    "kecamatan", "hubungan", "desil", "pbi_jk", "pkh", "bpnt", "dikecualikan", "sumber", "periode",
)  # fmt: skip

PANJANG = {"nama": 120, "tempat_lahir": 60, "alamat": 200, "rt": 5, "rw": 5, "desa": 80, "kecamatan": 80,
           "hubungan": 30, "sumber": 40}  # fmt: skip

_HUBUNGAN = {"KEPALA": "KEPALA KELUARGA", "KK": "KEPALA KELUARGA", "KEPALA RUMAH TANGGA": "KEPALA KELUARGA"}
_PERIODE_TW = re.compile(r"^(\d{4})\W*(?:TW|TRIWULAN|Q)\W*(?:0?([1-4])|(IV|I{1,3}))$")
_TW_PERIODE = re.compile(r"^(?:TW|TRIWULAN|Q)\W*(?:0?([1-4])|(IV|I{1,3}))\W*(?:TAHUN\W+)?(\d{4})$")
_PERIODE_BULAN = re.compile(r"^(\d{4})[-/.](0?[1-9]|1[0-2])$")
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4}
_KENDALI = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_RUMUS_BERAPOSTROF = re.compile(r"^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_PANJANG_ID = 30


# Provinces of Indonesia by the first two digits of a NIK; closed ones stay, for a NIK is never changed.
PROVINSI = frozenset(
    str(n)
    for n in (
        *range(11, 20),
        21,
        *range(31, 37),
        *range(51, 55),
        *range(61, 66),
        *range(71, 77),
        81,
        82,
        *range(91, 97),
    )
)


class TemuanData(NamedTuple):
    """A finding on one cell: the column's name, the cell as it came, what is wrong."""

    kolom: str
    nilai: Any
    cacat: Cacat


class Barisan(NamedTuple):
    """A cleaned row. Dates are dates; `desa_id` is None for an unknown village; its texts are kept in any case."""

    id_dtks: str
    nik: str
    no_kk: str
    nama: str
    tempat_lahir: str
    tanggal_lahir: dt.date | None
    jenis_kelamin: str
    alamat: str
    rt: str
    rw: str
    desa_id: int | None
    desa_teks: str
    kecamatan_teks: str
    hubungan: str
    desil: int | None
    pbi_jk: bool
    pkh: bool
    bpnt: bool
    dikecualikan: bool
    sumber: str
    periode: str
    periode_urut: int


@dataclass
class Konteks:
    """What a row is judged against: the villages, the district codes that a NIK may bear, and today.

    `desa`: (village, subdistrict) by `baku_wilayah` to its id; ("name", "") when the name is the only one of its kind.
    """

    desa: Mapping[tuple[str, str], int]
    wilayah_nik: Container[str] | None
    hari: dt.date
    ingatan: dict[Any, Any] = field(default_factory=dict)


class WilayahNik:
    """District codes that a NIK may bear: all of a regency that the office has loaded, any of the others."""

    def __init__(self, kecamatan: Iterable[str]) -> None:
        self._kecamatan = {k.replace(".", "") for k in kecamatan}
        self._kabupaten = {k[:4] for k in self._kecamatan}

    def __contains__(self, kode: object) -> bool:
        return kode in self._kecamatan or (
            isinstance(kode, str) and kode[:4] not in self._kabupaten and kode[:2] in PROVINSI
        )


def baku_wilayah(nama: str) -> str:
    """A region's name for comparison: without case, spaces, punctuation, and the words desa, kelurahan, kecamatan."""
    kata = re.sub(r"[^A-Z0-9 ]+", " ", nama.upper()).split()
    if len(kata) > 1 and kata[0] in {"DESA", "DS", "KELURAHAN", "KEL", "KECAMATAN", "KEC"}:
        kata = kata[1:]
    return "".join(kata)


def baca_teks(sel: Any) -> str:
    """A text cell in one line without control characters; a number cell as people see it."""
    if type(sel) is not str:
        sel = str(int(sel)) if isinstance(sel, float) and sel.is_integer() else str(sel)
    if not sel.isprintable():
        sel = _KENDALI.sub(" ", sel)
    teks = " ".join(sel.split())
    return "" if len(teks) < 4 and teks in STRIP else _RUMUS_BERAPOSTROF.sub("", teks)


def baca_periode(teks: str) -> tuple[str, int] | None:
    """`2026-TW3`, `TW III 2026`, `2026-09`, `September 2026` to the period's name and its last month as a number."""
    teks = teks.strip().upper()
    if m := _PERIODE_TW.match(teks):
        tahun, triwulan = int(m[1]), int(m[2]) if m[2] else _ROMAWI[m[3]]
    elif m := _TW_PERIODE.match(teks):
        tahun, triwulan = int(m[3]), int(m[1]) if m[1] else _ROMAWI[m[2]]
    elif m := _PERIODE_BULAN.match(teks):
        return _bulan(dt.date(int(m[1]), int(m[2]), 1))
    else:
        try:
            return _bulan(baca_bulan(teks))
        except ValueError:
            return None
    return f"{tahun:04d}-TW{triwulan}", tahun * 100 + triwulan * 3


def _bulan(hari: dt.date) -> tuple[str, int]:
    return f"{hari:%Y-%m}", hari.year * 100 + hari.month


def _galat(kode: str, pesan: str) -> Cacat:
    return Cacat(kode, pesan, True)


_NAMA_KOSONG = _galat("NAMA_KOSONG", "Nama belum diisi.")
_LAHIR_KOSONG = Cacat("TANGGAL_LAHIR_KOSONG", "Tanggal lahir belum diisi.")
_LAHIR_NANTI = _galat("TANGGAL_LAHIR_MASA_DEPAN", "Tanggal lahir belum terjadi. Periksa pada KTP.")
_LAHIR_ANGKA = _galat("TANGGAL_LAHIR_TAK_TERBACA", "Tanggal lahir tidak terbaca. Tulis seperti 17-08-1990.")
_KELAMIN_KOSONG = Cacat("KELAMIN_KOSONG", "Jenis kelamin belum diisi.")
_KELAMIN = _galat("KELAMIN_TAK_DIKENAL", "Jenis kelamin tidak dikenal. Isi L atau P.")
_DESIL = _galat("DESIL_DI_LUAR", "Desil harus angka 1 sampai 10.")
_BENDERA = _galat("ISIAN_YA_TIDAK", "Isian tidak dikenal. Isi YA atau TIDAK.")
_PERIODE_KOSONG = _galat("PERIODE_KOSONG", "Periode data belum diisi. Isi seperti 2026-TW3.")
_PERIODE = _galat("PERIODE_TAK_DIKENAL", "Periode data tidak dikenal. Isi seperti 2026-TW3.")
_DESA = Cacat("DESA_TAK_DIKENAL", "Desa tidak ada dalam daftar wilayah. Periksa ejaan desa dan kecamatan.")
_DESA_KOSONG = Cacat("DESA_KOSONG", "Desa belum diisi.")
_ID_ANGKA = Cacat("ID_DTKS_SEL_ANGKA", "ID DTKS tersimpan sebagai angka dan tidak dipakai. Ubah kolom menjadi teks.")
_ID_PANJANG = Cacat("ID_DTKS_PANJANG", "ID DTKS terlalu panjang dan tidak dipakai. Periksa pada sumbernya.")
_KK_SAMA = Cacat("KK_SAMA_DENGAN_NIK", "Nomor KK sama dengan NIK. Periksa pada kartu keluarga.")


def periksa_baris(sel: Sequence[Any], konteks: Konteks) -> tuple[Barisan | None, list[TemuanData]]:
    """Clean and judge one row.

    In: cells in the order of `URUTAN` (str, float, bool, date, "" for blank). Out: the cleaned row, or None when a
    finding refuses it, and all findings of all its cells. Findings with `menolak` False are warnings.
    """
    (s_id, s_nik, s_kk, s_nama, s_tempat, s_lahir, s_kelamin, s_alamat, s_rt, s_rw, s_desa, s_kec, s_hub, s_desil,
     s_pbi, s_pkh, s_bpnt, s_kecuali, s_sumber, s_periode) = sel  # fmt: skip
    temuan: list[TemuanData] = []
    ingat = konteks.ingatan
    lahir = s_lahir if type(s_lahir) is dt.date else _baca_lahir(s_lahir, temuan)
    if lahir is not None and lahir > konteks.hari:
        temuan.append(TemuanData("tanggal_lahir", s_lahir, _LAHIR_NANTI))
    kelamin = s_kelamin if s_kelamin == "L" or s_kelamin == "P" else _baca_kelamin(s_kelamin, temuan)
    nik = _baca_nik(s_nik, lahir, kelamin, konteks.wilayah_nik, temuan)
    no_kk = _baca_kk(s_kk, nik, temuan)
    nama = baca_teks(s_nama)
    if not nama:
        temuan.append(TemuanData("nama", s_nama, _NAMA_KOSONG))
    desil = ingat.get(("desil", s_desil, type(s_desil)), -1)
    if desil == -1:
        desil = _baca_desil(s_desil, ingat)
    if desil == 0:
        temuan.append(TemuanData("desil", s_desil, _DESIL))
    desa = ingat.get((s_desa, s_kec)) or _baca_desa(s_desa, s_kec, konteks)
    if desa[0] is None:
        temuan.append(TemuanData("desa", s_desa, desa[3]))
    periode = ingat.get(("periode", s_periode)) or _baca_periode(s_periode, ingat)
    if periode[1] == 0:
        temuan.append(TemuanData("periode", s_periode, _PERIODE if baca_teks(s_periode) else _PERIODE_KOSONG))
    baris = Barisan(
        _baca_id(s_id, temuan) if s_id else "",
        nik,
        no_kk,
        nama,
        baca_teks(s_tempat),
        lahir,
        kelamin,
        baca_teks(s_alamat),
        _baca_rt(s_rt),
        _baca_rt(s_rw),
        desa[0],
        desa[1],
        desa[2],
        _baca_hubungan(s_hub),
        desil,
        _baca_bendera("pbi_jk", s_pbi, temuan),
        _baca_bendera("pkh", s_pkh, temuan),
        _baca_bendera("bpnt", s_bpnt, temuan),
        _baca_bendera("dikecualikan", s_kecuali, temuan),
        baca_teks(s_sumber),
        *periode,
    )
    _periksa_panjang(baris, temuan)
    if temuan and any(t.cacat.menolak for t in temuan):
        return None, temuan
    return baris, temuan


def penilai(konteks: dict[str, Any]) -> Callable[[Sequence[Any]], tuple[tuple[Any, ...] | None, list[Any]]]:
    """`periksa_baris` for the import pipeline (`inti.sheets.nilai`): plain data in and out, dates as ISO text.

    In: `desa` as [[village, subdistrict, id]], `kecamatan` (district codes that are loaded), `hari` as ISO text.
    """
    desa = {(nama, kec): pk for nama, kec, pk in konteks["desa"]}
    bentuk = Konteks(desa, WilayahNik(konteks["kecamatan"]), hari_iso(konteks["hari"]))

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[Any]]:
        baris, temuan = periksa_baris(sel, bentuk)
        polos = [
            (kolom, s if isinstance(s, str | float | int) else str(s), c.kode, c.pesan, c.menolak)
            for kolom, s, c in temuan
        ]
        if baris is None:
            return None, polos
        return (*baris[:5], None if baris[5] is None else baris[5].isoformat(), *baris[6:]), polos

    return nilai


def _baca_nik(
    sel: Any, lahir: dt.date | None, kelamin: str, wilayah: Container[str] | None, temuan: list[TemuanData]
) -> str:
    nik = rapikan_nomor(sel)
    if type(sel) is str and not sel_angka_mungkin(sel):
        semua = cacat_nik(nik, lahir, kelamin, wilayah) if nik else periksa_nik(sel).galat
        if semua:
            temuan.extend(TemuanData("nik", sel, c) for c in semua)
        return nik
    hasil = periksa_nik(sel, tanggal_lahir=lahir, jenis_kelamin=kelamin, wilayah=wilayah)
    temuan.extend(TemuanData("nik", sel, c) for c in (*hasil.galat, *hasil.peringatan))
    return hasil.nilai


def sel_angka_mungkin(teks: str) -> bool:
    """True for a text that could be a number cell in disguise; plain digits are not. Cheap enough for every row."""
    return not angka_ascii(teks) and sel_angka(teks)


def _baca_kk(sel: Any, nik: str, temuan: list[TemuanData]) -> str:
    if type(sel) is str and len(sel) == 16 and angka_ascii(sel) and sel != "0" * 16:
        if sel == nik:
            temuan.append(TemuanData("no_kk", sel, _KK_SAMA))
        return sel
    hasil = periksa_kk(sel, nik=nik)
    temuan.extend(TemuanData("no_kk", sel, c) for c in (*hasil.galat, *hasil.peringatan))
    return hasil.nilai


def _baca_id(sel: Any, temuan: list[TemuanData]) -> str:
    if type(sel) is str and angka_ascii(sel) and len(sel) <= _PANJANG_ID:
        return sel
    hasil = periksa_id_dtks(sel)
    if sel_angka(sel):  # leading zeros or last digits are lost: a wrong ID is worse than none
        temuan.append(TemuanData("id_dtks", sel, _ID_ANGKA))
        return ""
    if len(hasil.nilai) > _PANJANG_ID:
        temuan.append(TemuanData("id_dtks", sel, _ID_PANJANG))
        return ""
    temuan.extend(TemuanData("id_dtks", sel, c) for c in hasil.peringatan)
    return baca_teks(hasil.nilai)


def _baca_lahir(sel: Any, temuan: list[TemuanData]) -> dt.date | None:
    if sel == "" or (isinstance(sel, str) and kosong(sel)):
        temuan.append(TemuanData("tanggal_lahir", sel, _LAHIR_KOSONG))
        return None
    if not isinstance(sel, str | dt.date):
        temuan.append(TemuanData("tanggal_lahir", sel, _LAHIR_ANGKA))
        return None
    try:
        return baca_tanggal(sel)
    except ValueError as galat:
        temuan.append(TemuanData("tanggal_lahir", sel, _galat("TANGGAL_LAHIR_TAK_TERBACA", str(galat))))
        return None


def _baca_kelamin(sel: Any, temuan: list[TemuanData]) -> str:
    teks = baca_teks(sel)
    kelamin = baku_kelamin(teks)
    if not kelamin:
        temuan.append(TemuanData("jenis_kelamin", sel, _KELAMIN if teks else _KELAMIN_KOSONG))
    return kelamin


def _baca_desil(sel: Any, ingat: dict[Any, Any]) -> int | None:
    """1 to 10; None for a blank cell; 0 for anything else. Remembered: a million rows have a dozen spellings."""
    try:
        nilai = baca_bulat(sel)
        hasil = nilai if nilai is None or 1 <= nilai <= 10 else 0
    except SelSalah:
        hasil = 0
    ingat[("desil", sel, type(sel))] = hasil
    return hasil


def _baca_desa(s_desa: Any, s_kec: Any, konteks: Konteks) -> tuple[int | None, str, str, Cacat]:
    desa, kec = baca_teks(s_desa), baca_teks(s_kec)
    ketemu = konteks.desa.get((baku_wilayah(desa), baku_wilayah(kec))) if desa else None
    hasil = (ketemu, desa, kec, _DESA if desa else _DESA_KOSONG)
    konteks.ingatan[(s_desa, s_kec)] = hasil
    return hasil


def _baca_periode(sel: Any, ingat: dict[Any, Any]) -> tuple[str, int]:
    hasil = baca_periode(f"{sel:%Y-%m}" if isinstance(sel, dt.date) else baca_teks(sel)) or ("", 0)
    ingat[("periode", sel)] = hasil
    return hasil


def _baca_bendera(kolom: str, sel: Any, temuan: list[TemuanData]) -> bool:
    if sel == "YA":
        return True
    if sel == "TIDAK" or sel == "":
        return False
    try:
        return bool(baca_ya(sel))
    except SelSalah:
        temuan.append(TemuanData(kolom, sel, _BENDERA))
        return False


def _baca_hubungan(sel: Any) -> str:
    teks = baca_teks(sel).upper()
    return _HUBUNGAN.get(teks, teks)


def _baca_rt(sel: Any) -> str:
    """RT and RW have three digits; a spreadsheet drops their zeros."""
    teks = baca_teks(sel)
    return teks.zfill(3) if angka_ascii(teks) else teks


def _periksa_panjang(baris: Barisan, temuan: list[TemuanData]) -> None:
    """Refuse texts that the registry has no room for: cutting them silently would change what was delivered."""
    if len(baris.nama) < 121 and len(baris.alamat) < 201 and len(baris.tempat_lahir) < 61 and _pendek(baris):
        return
    nilai = {**baris._asdict(), "desa": baris.desa_teks, "kecamatan": baris.kecamatan_teks}
    for kolom, batas in PANJANG.items():
        if len(nilai[kolom]) > batas:
            gabung = kolom in ("rt", "rw") and "/" in nilai[kolom]
            pesan = "Isi RT dan RW terpisah." if gabung else f"Isian lebih dari {batas} huruf. Singkatkan."
            temuan.append(TemuanData(kolom, nilai[kolom][:60], _galat("ISIAN_TERLALU_PANJANG", pesan)))


def _pendek(baris: Barisan) -> bool:
    return (
        len(baris.hubungan) < 31
        and len(baris.rt) < 6
        and len(baris.rw) < 6
        and len(baris.sumber) < 41
        and len(baris.desa_teks) < 81
        and len(baris.kecamatan_teks) < 81
    )
