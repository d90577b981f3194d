"""Scan of an xlsx or ods **before** it is parsed: what may be inside, how large it becomes, where its corners lie.

The parser keeps a sheet as one dense rectangle, so two cells at opposite corners cost gigabytes in a file of 1 KB.
Runs inside the parsing child, streaming: memory stays flat whatever the file says about itself.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from inti.sheets.berkas import BerkasTakTerpakai, bermakro, bersandi, rusak

BATAS_ISI_ZIP = 2_000  # entries
BATAS_MEKAR = 512 * 1024 * 1024  # inflated bytes of all entries
BATAS_RASIO = 150  # inflated / stored, for entries beyond RASIO_MULAI
RASIO_MULAI = 2 * 1024 * 1024
BATAS_BARIS = 1_048_576  # what a spreadsheet itself can hold
BATAS_KOLOM = 16_384
BATAS_SEL = 24_000_000  # cells of one dense rectangle
SEL_PER_BITA = 2  # a real cell takes ten bytes or more of XML; a far corner takes none
SEL_BEBAS = 2_000_000  # rectangles smaller than this are cheap whatever they hold

_POTONG = 1 << 20
_TUMPANG = 256
# Patient patterns for the first pieces, where every small bomb lies; beyond them ones that begin with a literal, five
# times as fast. What a large file hides from those meets the child's memory limit.
_SABAR = 4 * _POTONG
_BARIS_SABAR = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"'](\d{1,12})")
_KOLOM_SABAR = re.compile(rb"\br\s*=\s*[\"']\$?([A-Z]{2,})\$?\d")
_ACUAN_SABAR = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']\$?[A-Z]{1,9}\$?(\d{6,})")
_BARIS_CEPAT = re.compile(rb"<row r=\"(\d{1,12})")
_KOLOM_CEPAT = re.compile(rb" r=\"([A-Z]{2,})")
_JAUH = re.compile(rb"\"[A-Z]{2}")  # most sheets end before column AA: then this finds nothing, seven times as fast
_SEL_KOSONG = re.compile(rb"<(?:\w+:)?c\b[^<>]*(?:/>|>\s*</(?:\w+:)?c>)")
_BARIS_KOSONG = re.compile(rb"<(?:\w+:)?row\b[^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
_KOLOM_WAJAR = 256
_UKURAN = re.compile(rb"<(?:\w+:)?dimension\b[^>]*?ref\s*=\s*[\"']([A-Z0-9:$]{2,40})")
_SST = re.compile(rb"\buniqueCount\s*=\s*[\"'](\d{1,30})")
_ENTITAS = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
_ULANG_BARIS = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,30})")
_ULANG_KOLOM = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,30})")


def _sudut() -> BerkasTakTerpakai:
    pesan = (
        "Lembar ini terlalu luas: ada sel yang sangat jauh dari datanya. "
        "Salin datanya saja ke buku kerja baru, lalu unggah lagi."
    )
    return BerkasTakTerpakai("LEMBAR_TERLALU_LUAS", pesan)


def _mekar() -> BerkasTakTerpakai:
    pesan = "Berkas ini mengembang terlalu besar saat dibuka. Simpan datanya sebagai csv, lalu unggah lagi."
    return BerkasTakTerpakai("BERKAS_MENGEMBANG", pesan)


def pindai_daftar(jalur: Path) -> int:
    """Refuse a workbook by its zip directory alone. Out: bytes that its entries claim to inflate to.

    Raises BerkasTakTerpakai: BERKAS_RUSAK, BERKAS_BERSANDI, BERKAS_MENGEMBANG, BERKAS_MAKRO, TAUTAN_LUAR.
    """
    try:
        with zipfile.ZipFile(jalur) as arsip:
            _periksa_daftar(arsip)
            return sum(e.file_size for e in arsip.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as galat:
        raise rusak() from galat


def pindai_isi(jalur: Path, kecuali: str = "") -> None:
    """Refuse a workbook by what its entries hold. In: path of an xlsx or ods that passed `pindai_daftar`, and the
    entry to leave out (its reader scans it with a `Pemeriksa`).

    Raises BerkasTakTerpakai: BERKAS_RUSAK, BERKAS_BERSANDI, BERKAS_MENGEMBANG, ISI_BERSARANG, ENTITAS_XML,
    LEMBAR_TERLALU_LUAS, HITUNGAN_PALSU.
    """
    try:
        with zipfile.ZipFile(jalur) as arsip:
            for entri in arsip.infolist():
                if not entri.is_dir() and entri.filename != kecuali:
                    with arsip.open(entri) as isi:
                        _periksa_isi(entri, isi)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as galat:
        raise rusak() from galat


def _periksa_daftar(arsip: zipfile.ZipFile) -> None:
    daftar = arsip.infolist()
    if len(daftar) > BATAS_ISI_ZIP or sum(e.file_size for e in daftar) > BATAS_MEKAR:
        raise _mekar()
    nama_terlihat = set()
    for entri in daftar:
        if entri.flag_bits & 0x1:
            raise bersandi()
        if entri.file_size > RASIO_MULAI and entri.file_size > BATAS_RASIO * max(entri.compress_size, 1):
            raise _mekar()
        nama = entri.filename.replace("\\", "/").lower()
        if nama in nama_terlihat:  # two entries of one name: the scan and the parser might see different ones
            raise rusak()
        nama_terlihat.add(nama)
        if "externallinks/" in nama:
            pesan = (
                "Berkas ini bertaut ke berkas lain. Putuskan tautannya (Data, Edit Links), simpan, lalu unggah lagi."
            )
            raise BerkasTakTerpakai("TAUTAN_LUAR", pesan)
        if nama.endswith(("vbaproject.bin", "/script-lb.xml")) or "/macrosheets/" in nama or nama.startswith("basic/"):
            raise bermakro()


def _periksa_isi(entri: zipfile.ZipInfo, isi: IO[bytes]) -> None:
    pemeriksa = Pemeriksa(entri)
    while potong := isi.read(_POTONG):
        pemeriksa.lihat(potong)
    pemeriksa.akhir()


class Pemeriksa:
    """Scan of one entry, piece by piece; counts what really comes out, not what the directory claims."""

    def __init__(self, entri: zipfile.ZipInfo) -> None:
        self._nama, self._tersimpan = entri.filename.replace("\\", "/").lower(), max(entri.compress_size, 1)
        self._lembar = _Lembar() if self._nama.endswith((".xml", ".rels")) else None
        self._ekor, self._panjang = b"", 0

    def lihat(self, potong: bytes) -> None:
        """Look at the next piece, which may be parsed after this. Raises BerkasTakTerpakai."""
        if not self._panjang and potong[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
            pesan = (
                "Berkas ini berisi berkas lain di dalamnya. Salin datanya saja ke buku kerja baru, lalu unggah lagi."
            )
            raise BerkasTakTerpakai("ISI_BERSARANG", pesan)
        self._panjang += len(potong)
        if self._panjang > BATAS_MEKAR or (
            self._panjang > RASIO_MULAI and self._panjang > BATAS_RASIO * self._tersimpan
        ):
            raise _mekar()
        if self._lembar is not None:
            self._lembar.lihat(self._ekor + potong, self._nama, self._panjang <= _SABAR)
            self._lembar.luas()
            self._ekor = potong[-_TUMPANG:]

    def akhir(self) -> None:
        """All pieces were seen: compare the claims with the bytes that carry them. Raises BerkasTakTerpakai."""
        if self._lembar is not None:
            self._lembar.putuskan(self._panjang, self._nama)


class _Lembar:
    """Corners of one XML part as its cells, rows and counts claim them."""

    def __init__(self) -> None:
        self.baris = self.kolom = self.hitungan = self.ulang_kolom = 0

    def lihat(self, data: bytes, nama: str, sabar: bool) -> None:
        """Look at one piece (which begins with the tail of the one before)."""
        if b"\0" in data[:_TUMPANG]:  # UTF-16 hides from every pattern here, and no spreadsheet writes it
            raise rusak()
        if b"!" in data and _ENTITAS.search(data):  # one byte is sought ten times as fast as two
            pesan = "Berkas ini memuat deklarasi XML yang tidak diizinkan. Simpan ulang sebagai xlsx, lalu unggah lagi."
            raise BerkasTakTerpakai("ENTITAS_XML", pesan)
        if "/worksheets/" in nama:
            if sabar:
                self._lihat_lembar(data, _BARIS_SABAR, _KOLOM_SABAR, _ACUAN_SABAR)
                for ukuran in _UKURAN.findall(data):
                    self._lihat_ukuran(ukuran.decode())
            else:
                self._lihat_cepat(data)
        elif nama.endswith("sharedstrings.xml"):
            self.hitungan = max([self.hitungan, *map(int, _SST.findall(data))])
        elif nama == "meta-inf/manifest.xml" and b"encryption-data" in data:
            raise bersandi()
        elif nama == "content.xml":
            self.ulang_kolom = max([self.ulang_kolom, *map(int, _ULANG_KOLOM.findall(data))])
            self.baris = max([self.baris, *map(int, _ULANG_BARIS.findall(data))])

    def _lihat_lembar(
        self, data: bytes, pola_baris: re.Pattern[bytes], pola_kolom: re.Pattern[bytes], pola_acuan: re.Pattern[bytes]
    ) -> None:
        baris, kolom = _ukur(data, pola_baris, pola_kolom, pola_acuan)
        if baris > self.baris + _lompat(data) or kolom > _KOLOM_WAJAR:
            baris, kolom = _ukur(_tanpa_kosong(data), pola_baris, pola_kolom, pola_acuan)
        self.baris, self.kolom = max(self.baris, baris), max(self.kolom, kolom)

    def _lihat_cepat(self, data: bytes) -> None:
        """Rows come in order: the last one tells how far the piece reaches; a far column shows in two letters."""
        baris, kolom = _ukur_cepat(data)
        if baris > self.baris + _lompat(data) or kolom > _KOLOM_WAJAR:
            baris, kolom = _ukur_cepat(_tanpa_kosong(data))
        self.baris, self.kolom = max(self.baris, baris), max(self.kolom, kolom)

    def _lihat_ukuran(self, ukuran: str) -> None:
        """`<dimension ref="A1:S100">`: writers often leave it generous, so only absurd ones count."""
        for sudut in ukuran.replace("$", "").split(":"):
            huruf, angka = sudut.rstrip("0123456789"), sudut.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            if len(huruf) > 3 or len(angka) > 7 or int(angka or 0) > BATAS_BARIS:
                raise _sudut()

    def luas(self) -> None:
        """Refuse corners that no bytes to come could make honest."""
        if self.baris > BATAS_BARIS or self.kolom > BATAS_KOLOM:
            raise _sudut()

    def putuskan(self, panjang: int, nama: str) -> None:
        """Compare the claims with the number of bytes that carry them."""
        if self.hitungan > max(panjang, 1_000):
            raise BerkasTakTerpakai("HITUNGAN_PALSU", rusak().pesan)
        if nama == "content.xml":
            # LibreOffice repeats empty cells to the sheet's edge in honest files; the parser drops those itself.
            if self.baris > BATAS_BARIS or self.ulang_kolom > BATAS_KOLOM:
                raise _sudut()
            return
        self.luas()
        sel = self.baris * max(self.kolom, 26 if self.baris else 0)
        if sel > SEL_BEBAS and (sel > BATAS_SEL or sel > SEL_PER_BITA * panjang):
            raise _sudut()


def _lompat(data: bytes) -> int:
    """Rows that so much text may hold: a row takes twenty bytes and more."""
    return len(data) // 16 + 1_000


def _ukur(
    data: bytes, pola_baris: re.Pattern[bytes], pola_kolom: re.Pattern[bytes], pola_acuan: re.Pattern[bytes]
) -> tuple[int, int]:
    """The farthest row and column that a piece claims."""
    nomor = pola_baris.findall(data)
    baris = max([0, *map(int, nomor[-1:]), *map(int, [max(nomor, key=len)] if nomor else [])])
    baris = max([baris, *map(int, pola_acuan.findall(data))])
    return baris, max((_nomor_kolom(h) for h in set(pola_kolom.findall(data))), default=0)


def _ukur_cepat(data: bytes) -> tuple[int, int]:
    terakhir = data.rfind(b"<row r=")
    cocok = _BARIS_CEPAT.match(data, terakhir) if terakhir >= 0 else None
    kolom = (_nomor_kolom(h) for h in set(_KOLOM_CEPAT.findall(data))) if _JAUH.search(data) else ()
    return int(cocok.group(1)) if cocok else 0, max(kolom, default=0)


def _tanpa_kosong(data: bytes) -> bytes:
    """A piece without cells and rows that hold no value: their formatting takes no room in the parser's rectangle."""
    return _BARIS_KOSONG.sub(b"", _SEL_KOSONG.sub(b"", data))


def _nomor_kolom(huruf: bytes) -> int:
    """Column number of letters (A is 1); more than three letters are beyond any sheet."""
    if len(huruf) > 3:
        return 1_000_000
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + h - 64
    return nomor
