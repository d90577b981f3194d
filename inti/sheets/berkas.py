"""What an uploaded file is, judged by its content, and the one error that says it can't be used.

Pure: no Django, so that the parsing child starts in milliseconds.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

XLSX, XLS, ODS, CSV = "xlsx", "xls", "ods", "csv"

# Beyond these a clear sentence beats a slow failure; csv streams, so it may be large.
BATAS_BUKU = 64 * 1024 * 1024
BATAS_CSV = 1024 * 1024 * 1024

_TANDA_ZIP = b"PK\x03\x04"
_TANDA_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TANDA_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BUKAN_TABEL = {b"%PDF": "PDF", b"\x89PNG": "gambar", b"\xff\xd8\xff": "gambar", b"GIF8": "gambar", b"{\\rt": "RTF"}
_HALAMAN_WEB = re.compile(
    rb"<(?:html|!doctype|!--|\?xml|head|body|style|meta|table|h[1-6]|div|center|font|script|p|b|span)\b|<!|<\?xml"
)
_MIME_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

_SANDI = "Berkas ini dikunci dengan kata sandi. Buka di aplikasi lembar kerja, hapus kata sandinya, lalu unggah lagi."
_BUKAN = "Berkas ini bukan lembar kerja. Gunakan berkas xlsx, xls, ods, atau csv."
_RUSAK = "Berkas ini rusak atau terpotong. Buka di aplikasi lembar kerja, simpan ulang sebagai xlsx, lalu unggah lagi."
_MAKRO = "Berkas ini berisi makro. Simpan ulang sebagai xlsx tanpa makro, lalu unggah lagi."


class BerkasTakTerpakai(Exception):
    """The file itself can't be used. `kode` is stable, `pesan` one Indonesian sentence that says what to do next.

    `rincian` may say more for the page that mends it: headings that are not known (`asing`) and that lack (`kurang`).
    """

    def __init__(self, kode: str, pesan: str, rincian: dict[str, list[str]] | None = None) -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.rincian = kode, pesan, rincian or {}


def rusak() -> BerkasTakTerpakai:
    """The error for a damaged or truncated file."""
    return BerkasTakTerpakai("BERKAS_RUSAK", _RUSAK)


def bersandi() -> BerkasTakTerpakai:
    """The error for a file behind a password."""
    return BerkasTakTerpakai("BERKAS_BERSANDI", _SANDI)


def bermakro() -> BerkasTakTerpakai:
    """The error for a workbook that carries macros."""
    return BerkasTakTerpakai("BERKAS_MAKRO", _MAKRO)


def bukan_lembar_kerja() -> BerkasTakTerpakai:
    """The error for a file of another kind."""
    return BerkasTakTerpakai("BUKAN_LEMBAR_KERJA", _BUKAN)


def kenali(jalur: Path) -> str:
    """Kind of the file by its content, whatever its name says.

    In: path of a regular file. Out: "xlsx", "xls", "ods" or "csv".
    Raises BerkasTakTerpakai: absent, empty, too large, encrypted, macros, or no workbook at all.
    """
    if not jalur.is_file():
        raise BerkasTakTerpakai("BERKAS_TIDAK_ADA", "Berkas tidak ditemukan. Periksa nama dan foldernya.")
    besar = jalur.stat().st_size
    if besar == 0:
        raise BerkasTakTerpakai("BERKAS_KOSONG", "Berkas ini kosong. Pilih berkas yang berisi data.")
    periksa_besar(besar, BATAS_CSV)
    with jalur.open("rb") as berkas:
        awal = berkas.read(4096)
    if awal.startswith(_TANDA_ZIP):
        periksa_besar(besar, BATAS_BUKU)
        return _isi_zip(jalur)
    if awal.startswith(_TANDA_OLE):
        periksa_besar(besar, BATAS_BUKU)
        return _isi_ole(jalur)
    return _isi_teks(awal)


def periksa_besar(besar: int, batas: int) -> None:
    """Refuse a file of more than `batas` bytes. Raises BerkasTakTerpakai."""
    if besar > batas:
        mega = batas // (1024 * 1024)
        pesan = f"Berkas ini lebih dari {mega} MB. Simpan sebagai csv atau bagi menjadi beberapa berkas."
        raise BerkasTakTerpakai("BERKAS_TERLALU_BESAR", pesan)


def _isi_zip(jalur: Path) -> str:
    try:
        with zipfile.ZipFile(jalur) as arsip:
            nama = {n.replace("\\", "/").lstrip("/").lower() for n in arsip.namelist()}
            mime = arsip.read("mimetype") if "mimetype" in nama and arsip.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, OSError, EOFError, ValueError) as galat:
        raise rusak() from galat
    if mime.strip() == _MIME_ODS:
        return ODS
    if "[content_types].xml" not in nama:
        raise bukan_lembar_kerja()
    if any(n.endswith("vbaproject.bin") for n in nama):
        raise bermakro()
    if "xl/workbook.bin" in nama:
        raise BerkasTakTerpakai("JENIS_XLSB", "Berkas xlsb belum dapat dibaca. Simpan ulang sebagai xlsx.")
    if not any(n.startswith("xl/") for n in nama):
        raise bukan_lembar_kerja()
    return XLSX


def _isi_ole(jalur: Path) -> str:
    """An OLE file: an old xls, or the wrapping of an encrypted xlsx. Stream names are UTF-16 in its directory."""
    isi = jalur.read_bytes()
    if _ole_memuat(isi, "EncryptedPackage") or _ole_memuat(isi, "EncryptionInfo"):
        raise bersandi()
    if _ole_memuat(isi, "_VBA_PROJECT"):
        raise bermakro()
    if _ole_memuat(isi, "Workbook") or _ole_memuat(isi, "Book"):
        return XLS
    raise bukan_lembar_kerja()


def _ole_memuat(isi: bytes, nama: str) -> bool:
    return (nama + "\0").encode("utf-16-le") in isi or nama.encode("utf-16-le") in isi


def _isi_teks(awal: bytes) -> str:
    for tanda, sebutan in _BUKAN_TABEL.items():
        if awal.startswith(tanda):
            pesan = f"Berkas ini berjenis {sebutan}, bukan lembar kerja. Gunakan xlsx, xls, ods, atau csv."
            raise BerkasTakTerpakai("BUKAN_LEMBAR_KERJA", pesan)
    if _HALAMAN_WEB.match(awal.lstrip(b"\xef\xbb\xbf \t\r\n").lower()):
        pesan = (
            "Berkas ini halaman web atau XML, walau namanya lembar kerja. Minta berkas xlsx aslinya; bila dibuka lalu "
            "disimpan sebagai xlsx, ubah dahulu kolom NIK dan nomor panjang menjadi teks supaya digit akhirnya tidak hilang."
        )
        raise BerkasTakTerpakai("BUKAN_LEMBAR_KERJA", pesan)
    if not awal.startswith(_TANDA_UTF16) and _banyak_kendali(awal):
        raise bukan_lembar_kerja()
    return CSV


def _banyak_kendali(awal: bytes) -> bool:
    """More than one control character in a hundred: not a text that a person wrote."""
    kendali = sum(1 for b in awal if b < 32 and b not in b"\t\r\n\x0b\x0c\x1a")
    return kendali * 100 > len(awal)
