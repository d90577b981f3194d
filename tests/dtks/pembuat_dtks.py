"""Workbooks of invented people as a district hands them over: mostly right, partly dirty, each row's fate known."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from inti.formats import tanggal_panjang

KOLOM = (
    "ID_DTKS", "NIK", "NO_KK", "NAMA", "TEMPAT_LAHIR", "TANGGAL_LAHIR", "JENIS_KELAMIN", "ALAMAT", "RT", "RW", "DESA",
    "KECAMATAN", "HUBUNGAN_KELUARGA", "DESIL", "PBI_JK", "PKH", "BPNT", "SUMBER", "PERIODE",
)  # fmt: skip
ALIAS = {
    "NO_KK": "NOMOR KK",
    "NAMA": "NAMA LENGKAP",
    "TANGGAL_LAHIR": "TGL LAHIR",
    "JENIS_KELAMIN": "L/P",
    "DESA": "DESA/KELURAHAN",
    "HUBUNGAN_KELUARGA": "HUBUNGAN DALAM KELUARGA",
    "ID_DTKS": "ID DTKS",
    "PBI_JK": "PBI JK",
}
KECAMATAN = {"01": "SUMBER", "02": "BULU", "05": "SARANG", "10": "REMBANG", "14": "LASEM"}
DEPAN = {
    "L": ("AGUS", "BAMBANG", "CAHYO", "DEDI", "EKO", "SLAMET", "TEGUH", "YUSUF"),
    "P": ("ANI", "DEWI", "ENDANG", "FITRI", "SITI", "TUTI", "WULAN", "YANTI"),
}
BELAKANG = ("SANTOSO", "WIBOWO", "SUSANTO", "HIDAYAT", "KURNIAWAN", "SAPUTRA", "SETIAWAN", "NUGROHO", "UTAMI", "ASTUTI")
RUMUS = '=HYPERLINK("http://127.0.0.1/x","KLIK")'

TOLAK, PERINGATKAN, TERIMA = "tolak", "peringatkan", "terima"
# dirt -> (outcome, codes of the findings that must be there)
CACAT: dict[str, tuple[str, set[str]]] = {
    "nik_15_digit": (TOLAK, {"NIK_PANJANG"}),
    "nik_17_digit": (TOLAK, {"NIK_PANJANG"}),
    "nik_huruf_o": (TOLAK, {"NIK_BUKAN_ANGKA"}),
    "nik_kosong": (TOLAK, {"NIK_KOSONG"}),
    "nik_nol_semua": (TOLAK, {"NIK_NOL"}),
    "nik_sel_angka": (TOLAK, {"NIK_SEL_ANGKA"}),
    "kk_kosong": (TOLAK, {"KK_KOSONG"}),
    "nama_kosong": (TOLAK, {"NAMA_KOSONG"}),
    "desil_11": (TOLAK, {"DESIL_DI_LUAR"}),
    "tanggal_mustahil": (TOLAK, {"TANGGAL_LAHIR_TAK_TERBACA"}),
    "nik_kelamin_beda": (PERINGATKAN, {"NIK_KELAMIN_BEDA"}),
    "nik_tanggal_beda": (PERINGATKAN, {"NIK_TANGGAL_BEDA"}),
    "nik_ganda_beda_orang": (PERINGATKAN, {"NIK_GANDA"}),
    "desa_tak_dikenal": (PERINGATKAN, {"DESA_TAK_DIKENAL"}),
    "id_dtks_kosong": (TERIMA, set()),
    "nik_berspasi": (TERIMA, set()),
    "nik_berapostrof": (TERIMA, set()),
    "nik_bertitik": (TERIMA, set()),
    "tanggal_teks_panjang": (TERIMA, set()),
    "tanggal_garis_miring": (TERIMA, set()),
    "nama_rumus": (TERIMA, set()),
    "nama_spasi_ganda": (TERIMA, set()),
    "baris_kembar": (TERIMA, set()),
}
Orang = dict[str, Any]


@dataclass
class Buatan:
    """What was written: the dirt of each dirty row by its number in the sheet, and every clean person."""

    kotor: dict[int, str] = field(default_factory=dict)
    baris: int = 0
    orang: dict[int, Orang] = field(default_factory=dict)


def wilayah() -> Iterator[list[str]]:
    """Rows of the region file that the villages come from."""
    yield ["KODE", "NAMA", "TINGKAT", "INDUK"]
    yield ["33", "JAWA TENGAH", "PROVINSI", ""]
    yield ["33.17", "REMBANG", "KABUPATEN", "33"]
    for kode, nama in KECAMATAN.items():
        yield [f"33.17.{kode}", nama, "KECAMATAN", "33.17"]
        for n in range(1, 11):
            yield [f"33.17.{kode}.{2000 + n}", f"DESA {nama} {n}", "DESA", f"33.17.{kode}"]


def tulis_wilayah(ke: Path) -> Path:
    """The region file as csv."""
    with ke.open("w", newline="", encoding="utf-8") as f:
        csv.writer(f).writerows(wilayah())
    return ke


def orang(acak: random.Random, urut: int, periode: str = "2026-TW3") -> Orang:
    """One invented person; no two of the first 9,999 share a NIK."""
    kode, kelamin = acak.choice(list(KECAMATAN)), acak.choice("LP")
    lahir = dt.date(1940, 1, 1) + dt.timedelta(days=acak.randrange(30_000))
    desil = acak.randrange(1, 11)
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return {
        "ID_DTKS": f"{urut:015d}",
        "NIK": f"3317{kode}{hari:02d}{lahir:%m%y}{urut % 9999 + 1:04d}",
        "NO_KK": f"3317{kode}{acak.randrange(1, 29):02d}{acak.randrange(1, 13):02d}15{urut // 3 % 9999 + 1:04d}",
        "NAMA": f"{acak.choice(DEPAN[kelamin])} {acak.choice(BELAKANG)}",
        "TEMPAT_LAHIR": "REMBANG",
        "TANGGAL_LAHIR": lahir,
        "JENIS_KELAMIN": kelamin,
        "ALAMAT": f"DUKUH {acak.choice(BELAKANG)}",
        "RT": f"{acak.randrange(1, 9):03d}",
        "RW": f"{acak.randrange(1, 5):03d}",
        "DESA": f"DESA {KECAMATAN[kode]} {acak.randrange(1, 11)}",
        "KECAMATAN": KECAMATAN[kode],
        "HUBUNGAN_KELUARGA": acak.choice(["KEPALA KELUARGA", "ISTRI", "ANAK", "LAINNYA"]),
        "DESIL": desil,
        "PBI_JK": "YA" if desil <= 5 and acak.random() < 0.7 else "TIDAK",
        "PKH": "YA" if desil <= 4 and acak.random() < 0.3 else "TIDAK",
        "BPNT": "YA" if desil <= 4 and acak.random() < 0.5 else "TIDAK",
        "SUMBER": "DTSEN",
        "PERIODE": periode,
    }


def kotori(jenis: str, b: Orang, sebelum: Orang) -> None:
    """Make a person's row dirty in one way; `sebelum` is the last clean row before it."""
    nik, lahir = b["NIK"], b["TANGGAL_LAHIR"]
    ganti: dict[str, Orang] = {
        "nik_15_digit": {"NIK": nik[:15]},
        "nik_17_digit": {"NIK": nik + "1"},
        "nik_huruf_o": {"NIK": nik[:12] + "O" + nik[13:]},
        "nik_kosong": {"NIK": None},
        "nik_nol_semua": {"NIK": "0" * 16},
        "nik_sel_angka": {"NIK": int(nik[:15] + "0")},
        "kk_kosong": {"NO_KK": None},
        "nama_kosong": {"NAMA": None},
        "desil_11": {"DESIL": 11},
        "tanggal_mustahil": {"TANGGAL_LAHIR": "31/02/1988"},
        "nik_kelamin_beda": {"JENIS_KELAMIN": "L" if b["JENIS_KELAMIN"] == "P" else "P"},
        "nik_tanggal_beda": {"TANGGAL_LAHIR": lahir + dt.timedelta(days=3)},
        "nik_ganda_beda_orang": {"NIK": sebelum["NIK"]},
        "desa_tak_dikenal": {"DESA": "DESA ANTAH BERANTAH", "KECAMATAN": "ANTAH"},
        "id_dtks_kosong": {"ID_DTKS": None},
        "nik_berspasi": {"NIK": f" {nik[:6]} {nik[6:12]} {nik[12:]} "},
        "nik_berapostrof": {"NIK": "'" + nik},
        "nik_bertitik": {"NIK": f"{nik[:6]}.{nik[6:12]}.{nik[12:]}"},
        "tanggal_teks_panjang": {"TANGGAL_LAHIR": tanggal_panjang(lahir)},
        "tanggal_garis_miring": {"TANGGAL_LAHIR": f"{lahir:%d/%m/%Y}"},
        "nama_rumus": {"NAMA": RUMUS},
        "nama_spasi_ganda": {"NAMA": "  " + b["NAMA"].replace(" ", "   ") + " "},
        "baris_kembar": sebelum,
    }
    b.update(ganti[jenis])


def buat(
    ke: Path,
    *,
    baris: int,
    benih: int = 1,
    cacat: float = 0.0,
    judul: bool = False,
    alias: bool = False,
    petunjuk: bool = False,
    periode: str = "2026-TW3",
) -> Buatan:
    """Write a workbook (or csv, by the ending) and say what each row is."""
    acak, hasil = random.Random(benih), Buatan(baris=baris)
    atas: list[list[Any]] = [["DATA TERPADU"], ["KABUPATEN REMBANG"], []] if judul else []
    jenis2 = [j for j in CACAT if not (ke.suffix == ".csv" and j == "nik_sel_angka")]

    def isi() -> Iterator[list[Any]]:
        yield from atas
        yield [ALIAS.get(k, k) for k in KOLOM] if alias else list(KOLOM)
        bersih, n = None, 0
        for i in range(baris):
            b = orang(acak, i + 1, periode)
            nomor = len(atas) + 2 + i
            if bersih and acak.random() < cacat:
                jenis = jenis2[n % len(jenis2)]
                n += 1
                kotori(jenis, b, bersih)
                hasil.kotor[nomor] = jenis
            else:
                bersih = dict(b)
                if baris <= 20_000:
                    hasil.orang[nomor] = bersih
            yield [b[k] for k in KOLOM]
        if judul:
            yield ["JUMLAH", baris]

    tulis(ke, isi(), petunjuk=petunjuk)
    return hasil


def tulis(ke: Path, isi: Iterator[list[Any]], *, petunjuk: bool = False) -> None:
    """Write rows as they are: text as text cells (also `=…`), numbers and dates as such."""
    if ke.suffix == ".csv":
        with ke.open("w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows(isi)
        return
    buku = Workbook(write_only=True)
    if petunjuk:
        buku.create_sheet("Petunjuk").append(["Isilah lembar Data. NIK ditulis sebagai teks."])
    lembar = buku.create_sheet("Data")
    for baris in isi:
        sel = []
        for v in baris:
            s = WriteOnlyCell(lembar, value=v)
            if isinstance(v, str):
                s.data_type = "s"
            sel.append(s)
        lembar.append(sel)
    buku.save(ke)
