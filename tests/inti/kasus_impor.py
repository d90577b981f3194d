"""Workbooks as offices hand them over, with what goes wrong in them: made here, by the shapes that were met."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

JUDUL_DTKS = (
    "ID_DTKS", "NIK", "NO_KK", "NAMA", "TEMPAT_LAHIR", "TANGGAL_LAHIR", "JENIS_KELAMIN", "ALAMAT", "RT", "RW", "DESA",
    "KECAMATAN", "HUBUNGAN_KELUARGA", "DESIL", "PBI_JK", "PKH", "BPNT", "DIKECUALIKAN", "SUMBER", "PERIODE",
)  # fmt: skip
JUDUL_SURAT = (
    "NO AGENDA", "DITERIMA", "PENGIRIM", "NOMOR SURAT", "TANGGAL SURAT", "HAL", "SIFAT", "KLASIFIKASI", "LAMPIRAN",
    "CATATAN",
)  # fmt: skip
JUDUL_PEGAWAI = (
    "NIP", "NAMA", "JENIS KELAMIN", "TANGGAL LAHIR", "AGAMA", "STATUS PERKAWINAN", "JENIS PEGAWAI", "TMT STATUS",
    "PANGKAT", "TMT PANGKAT", "MASA KERJA TAHUN", "JABATAN", "JENIS JABATAN", "UNIT KERJA", "TMT JABATAN",
)  # fmt: skip


def warga(n: int = 1, **lain: Any) -> list[Any]:
    """A row of the registry, cells by their headings in small letters."""
    isi = {
        "nik": f"997101170855{9000 + n}", "no_kk": f"997101010115{9000 + n}", "nama": f"WARGA {n}",
        "tempat_lahir": "WANASARI", "tanggal_lahir": "17-08-1955", "jenis_kelamin": "L", "alamat": "DUKUH KIDUL",
        "rt": "001", "rw": "002", "desa": "DESA SUMBERJO", "kecamatan": "WANASARI BARAT",
        "hubungan_keluarga": "KEPALA KELUARGA", "desil": "3", "pbi_jk": "YA", "pkh": "TIDAK", "bpnt": "YA",
        "dikecualikan": "TIDAK", "sumber": "DTSEN", "periode": "2026-TW3",
    } | lain  # fmt: skip
    return [isi.get(j.lower(), "") for j in JUDUL_DTKS]


def surat(n: int, **lain: Any) -> list[Any]:
    """A row of a book of letters."""
    isi = {
        "no agenda": str(n), "diterima": "05-01-2026", "pengirim": "Camat Wanasari Barat", "nomor surat": f"005/{n}",
        "tanggal surat": "02-01-2026", "hal": f"Undangan ke-{n}", "sifat": "Biasa", "lampiran": "1 lembar",
    } | lain  # fmt: skip
    return [isi.get(j.lower(), "") for j in JUDUL_SURAT]


def pegawai(n: int, **lain: Any) -> list[Any]:
    """A row of the staff."""
    isi = {
        "nip": f"19800503200501{1100 + n}", "nama": f"PEGAWAI {n}", "jenis kelamin": "L", "tanggal lahir": "03-05-1980",
        "agama": "Islam", "status perkawinan": "Kawin", "jenis pegawai": "PNS", "tmt status": "01-01-2006",
        "pangkat": "III/c", "tmt pangkat": "01-04-2018", "masa kerja tahun": "13", "jabatan": "Analis",
        "jenis jabatan": "Pelaksana", "unit kerja": "dinsos", "tmt jabatan": "01-01-2019",
    } | {k.replace("_", " "): v for k, v in lain.items()}  # fmt: skip
    return [isi.get(j.lower(), "") for j in JUDUL_PEGAWAI]


def buku(
    ke: Path,
    lembar: Mapping[str, Iterable[Sequence[Any]]],
    *,
    gabung: Sequence[str] = (),
    tersembunyi: Sequence[str] = (),
    baris_tersembunyi: Sequence[int] = (),
) -> Path:
    """A workbook of sheets by name; merged areas, hidden sheets and rows."""
    b = Workbook()
    b.remove(b.active)  # type: ignore[arg-type]
    for nama, baris in lembar.items():
        s = b.create_sheet(nama)
        for isi in baris:
            s.append([None if sel == "" else sel for sel in isi])
        for area in gabung:
            s.merge_cells(area)
        for n in baris_tersembunyi:
            s.row_dimensions[n].hidden = True
        if nama in tersembunyi:
            s.sheet_state = "hidden"
    b.save(ke)
    return ke


def ubah_xml(jalur: Path, *pasangan: tuple[str, str]) -> Path:
    """The same workbook with texts of its first sheet replaced: for what openpyxl does not write."""
    with zipfile.ZipFile(jalur) as arsip:
        isi = {n: arsip.read(n) for n in arsip.namelist()}
    nama = "xl/worksheets/sheet1.xml"
    teks = isi[nama].decode()
    for lama, baru in pasangan:
        assert lama in teks, lama
        teks = teks.replace(lama, baru)
    isi[nama] = teks.encode()
    with zipfile.ZipFile(jalur, "w") as arsip:
        for n, data in isi.items():
            arsip.writestr(n, data)
    return jalur


def ods(ke: Path, baris: Sequence[Sequence[str]]) -> Path:
    """An ods of texts; a cell that begins with # is an error as LibreOffice stores it."""

    def sel(teks: str) -> str:
        if teks.startswith("#"):
            ciri = (
                'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"'
            )
            return f"<table:table-cell {ciri}><text:p>{teks}</text:p></table:table-cell>"
        return f'<table:table-cell office:value-type="string"><text:p>{teks}</text:p></table:table-cell>'

    isi = "".join(f"<table:table-row>{''.join(map(sel, b))}</table:table-row>" for b in baris)
    ruang = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content {ruang} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Data">{isi}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(ke, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr("content.xml", content)
        arsip.writestr("META-INF/manifest.xml", "<manifest/>")
    return ke


def hari(tahun: int, bulan: int, tanggal: int) -> dt.date:
    """A date cell."""
    return dt.date(tahun, bulan, tanggal)
