"""Sheets as offices hand them over, case by case: what is read, refused with its code, left out and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from arsip.models import SuratMasuk
from dtks.models import Individu
from inti.models import Pengguna, UnitKerja
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.hasil import HasilImpor
from inti.sheets.hilang import tolak_galat_xls
from inti.sheets.impor import impor_berkas
from tests.inti.kasus_impor import (
    JUDUL_DTKS,
    JUDUL_PEGAWAI,
    JUDUL_SURAT,
    buku,
    hari,
    ods,
    pegawai,
    surat,
    ubah_xml,
    warga,
)

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
JRA = ("KODE", "URAIAN", "AKTIF", "INAKTIF", "KETERANGAN AKHIR")
Baris = Sequence[Sequence[Any]]


@dataclass
class Kasus:
    """A file and what it must give: rows read, row and code of each refusal, codes of warnings that must be there."""

    jenis: str
    baris: Baris | Callable[[Path], Path]
    dibaca: int
    galat: set[tuple[int, str]] = field(default_factory=set)
    peringatan: set[str] = field(default_factory=set)


def dtks(*baris: Sequence[Any]) -> Baris:
    return [JUDUL_DTKS, *baris]


def masuk(*baris: Sequence[Any]) -> Baris:
    return [JUDUL_SURAT, *baris]


def staf(*baris: Sequence[Any]) -> Baris:
    return [JUDUL_PEGAWAI, *baris]


def digabung(folder: Path) -> Path:
    isi = dtks(warga(1), warga(2, desa="", kecamatan=""), warga(3, desa="", kecamatan="", no_kk=""))
    return buku(folder / "x.xlsx", {"Data": isi}, gabung=("K2:K4", "L2:L4", "C3:C4"))


def dua_belas_lembar(folder: Path) -> Path:
    return buku(folder / "x.xlsx", {b: masuk(surat(n)) for n, b in enumerate(("JANUARI", "FEBRUARI", "MARET"))})


def tersembunyi(folder: Path) -> Path:
    pendek = [[s for n, s in enumerate(b) if n in (1, 2, 3, 5, 6, 19)] for b in dtks(warga(1), warga(2))]
    return buku(folder / "x.xlsx", {"DATA": pendek, "LAMA": dtks(warga(3))}, tersembunyi=("LAMA",))


def tersaring(folder: Path) -> Path:
    return buku(folder / "x.xlsx", {"Data": dtks(warga(1), warga(2), warga(3))}, baris_tersembunyi=(3, 4))


def diformat_jauh(folder: Path) -> Path:
    jalur = buku(folder / "x.xlsx", {"Data": dtks(warga(1), warga(2), warga(3))})
    jauh = (
        '<row r="1048576" ht="15" customHeight="1"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    return ubah_xml(jalur, ("</sheetData>", jauh))


def rumus_tanpa_hasil(folder: Path) -> Path:
    return buku(folder / "x.xlsx", {"Data": dtks(warga(1, pbi_jk='=IF(1=1,"YA","TIDAK")'))})


def sel_galat(folder: Path) -> Path:
    return buku(folder / "x.xlsx", {"Data": dtks(warga(1, alamat="#N/A", desil="#REF!"))})


def sel_galat_ods(folder: Path) -> Path:
    return ods(folder / "x.ods", dtks(warga(1, alamat="#N/A", desil="#REF!")))


def agenda_dua_baris(folder: Path) -> Path:
    isi = [
        ["BUKU AGENDA SURAT MASUK"], ["TAHUN 2026"], [],
        ["NO", "TANGGAL PENERIMAAN SURAT", "SURAT MASUK", "", "", "ISI SINGKAT", "KET"],
        ["", "", "NOMOR", "TANGGAL", "PENGIRIM", "", ""],
        [1, 2, 3, 4, 5, 6, 7],
        [1, "5 Januari 2026", "005/101", "2 Januari 2026", "Camat", "Undangan rapat", ""],
        [2, "6 Januari 2026", "440/22", "3 Januari 2026", "Puskesmas", "Permohonan data", ""],
    ]  # fmt: skip
    return buku(folder / "x.xlsx", {"Sheet1": isi}, gabung=("C4:E4", "A4:A5", "B4:B5", "F4:F5", "G4:G5"))


def jra_dua_baris(folder: Path) -> Path:
    isi = [
        ["JADWAL RETENSI ARSIP"], [],
        ["NO", "JENIS/SERIES ARSIP", "JANGKA WAKTU PENYIMPANAN", "", "KETERANGAN"],
        ["", "", "AKTIF", "INAKTIF", ""],
        ["400.9", "SOSIAL", "", "", ""],
        ["400.9.2", "Bantuan sosial", "2 tahun setelah tahun anggaran berakhir", "3 tahun", "Musnah"],
        ["400.9.3", "Rehabilitasi", "1 tahun", "4 tahun", "Permanen"],
    ]  # fmt: skip
    return buku(folder / "x.xlsx", {"Sheet1": isi}, gabung=("C3:D3", "A3:A4", "B3:B4", "E3:E4"))


def sebaris_dikutip(folder: Path) -> Path:
    jalur = folder / "x.csv"
    jalur.write_text("".join(f'"{",".join(b)}\n"\n' for b in dtks(warga(1), warga(2))))
    return jalur


TANDA = ["", "", "", "", "", "", "", "", "", "", "Wanasari, 31 Desember 2025"]
KASUS: dict[str, Kasus] = {
    "retention of months, two fates": Kasus(
        "jra",
        [
            JRA,
            ["400.9.1", "Laporan", "6 bulan", "3 tahun", "Musnah"],
            ["400.9.2", "Berkas", "6 (enam) bulan", "3 tahun", "Musnah"],
            ["400.9.4", "SK", "2 tahun", "3 tahun", "Musnah kecuali SK Permanen"],
            ["400.9.5", "Lain", "2 tahun setelah bulan purnama", "3 tahun", "Musnah"],
        ],
        4,
        {(2, "TAHUN_SALAH"), (2, "PERISTIWA_SALAH"), (3, "TAHUN_SALAH"), (3, "PERISTIWA_SALAH"), (4, "NASIB_SALAH"),
         (5, "PERISTIWA_SALAH")},
    ),
    "two heading rows of a schedule": Kasus("jra", jra_dua_baris, 2, peringatan={"BARIS_DILEWATI"}),
    "error cells": Kasus("dtks", sel_galat, 1, {(2, "SEL_GALAT")}),
    "error cells of an ods": Kasus("dtks", sel_galat_ods, 1, {(2, "SEL_GALAT")}),
    "an error in a book": Kasus("surat-masuk", masuk(surat(1, catatan="#VALUE!")), 1, {(2, "SEL_GALAT")}),
    "an error in the staff": Kasus("pegawai", staf(pegawai(1, agama="#NAME?")), 1, {(2, "SEL_GALAT")}),
    "a formula that was never computed": Kasus("dtks", rumus_tanpa_hasil, 1, {(2, "SEL_GALAT")}),
    "a subtotal in the middle": Kasus(
        "surat-masuk",
        masuk(
            surat(80),
            ["JUMLAH BULAN JANUARI", 1],
            surat(81),
            ["", "", "Bupati Wanasari", "", "", "Surat tanpa tanggal"],
            surat(82),
        ),
        4,
        {(5, "TANGGAL_SALAH")},
        {"BARIS_DILEWATI"},
    ),
    "a name that begins like a total": Kasus(
        "klasifikasi",
        [["NAMA", "KODE"], ["UMUM", "000"], ["PENDUDUK", "470"], ["Jumlah Penduduk", "470.1"], ["Pindah", "470.2"]],
        4,
    ),
    "twelve sheets of one shape": Kasus("surat-masuk", dua_belas_lembar, 1, peringatan={"LEMBAR_TAK_DIBACA"}),
    "a hidden sheet that fits better": Kasus("dtks", tersembunyi, 2, peringatan={"LEMBAR_TERSEMBUNYI"}),
    "years that can't be": Kasus(
        "surat-masuk",
        masuk(surat(1, **{"tanggal surat": "02-01-0206"}), surat(2, **{"tanggal surat": "02-01-1926"}),
              surat(3, **{"tanggal surat": "02-01-2020"}), surat(4)),
        4,
        {(2, "TANGGAL_SALAH"), (3, "SURAT_LAMA")},
        {"SURAT_LAMA"},
    ),
    "numbers that became dates and numbers": Kasus(
        "surat-masuk",
        masuk(
            surat(1, **{"nomor surat": 5.12}),
            surat(2, **{"nomor surat": hari(2026, 1, 5)}),
            surat(3, klasifikasi=400.1),
            surat(4, klasifikasi=5.0),
            surat(5, **{"nomor surat": "-"}),
            surat(6, **{"nomor surat": "-"}),
        ),
        6,
        {(2, "NOMOR_ANGKA"), (3, "SEL_TANGGAL"), (4, "KODE_ANGKA")},
    ),
    "day and month swapped in a book": Kasus(
        "surat-masuk",
        masuk(
            surat(1, diterima=hari(2026, 5, 1)),
            surat(2, diterima="13/01/2026"),
            surat(3, diterima=hari(2026, 10, 1)),
        ),
        3,
        peringatan={"HARI_BULAN_TERTUKAR"},
    ),
    "day and month swapped against the NIK": Kasus(
        "dtks",
        dtks(
            warga(1, nik="9971010503809036", tanggal_lahir=hari(1980, 5, 3)),
            warga(2, tanggal_lahir="17/08/1955"),
        ),
        2,
        peringatan={"HARI_BULAN_TERTUKAR", "NIK_TANGGAL_BEDA"},
    ),
    "merged cells": Kasus("dtks", digabung, 3, peringatan={"SEL_DIGABUNG"}),
    "an agenda with two heading rows": Kasus("surat-masuk", agenda_dua_baris, 2),
    "a signature without a total": Kasus(
        "dtks",
        dtks(warga(1), warga(2), [""], TANDA, [*TANDA[:-1], "Kepala Dinas"], [""], [*TANDA[:-1], "NIP. 19680101"]),
        2,
        peringatan={"BARIS_DILEWATI"},
    ),
    "running numbers below the data": Kasus(
        "dtks",
        [["NO", *JUDUL_DTKS], [1, *warga(1)], [2, *warga(2)], [3], [4], [5]],
        2,
        peringatan={"BARIS_DILEWATI"},
    ),
    "the heading again": Kasus("dtks", dtks(warga(1), JUDUL_DTKS, warga(2)), 2, peringatan={"BARIS_DILEWATI"}),
    "dates of the staff": Kasus(
        "pegawai",
        staf(
            *(
                pegawai(n, tmt_pangkat=t)
                for n, t in enumerate(
                    ("1 April 2018", "01 Apr 2018", "2018/04/01", "01-04-2018 00:00:00", "-", "2018", "01/04/18")
                )
            )
        ),
        7,
        {(7, "TANGGAL_SALAH"), (8, "TANGGAL_SALAH")},
    ),
    "dates of birth": Kasus(
        "dtks",
        dtks(
            *(
                warga(n, tanggal_lahir=t)
                for n, t in enumerate(
                    ("17 – 8 – 1955", "Rabu Legi, 17 Agustus 1955", "17 agustus1955", "17 / 08 / 1955", "31/02/1970",
                     "00-00-1960", "17-Agt-55", "08/17/1955")
                )
            )
        ),
        8,
        {(n, "TANGGAL_LAHIR_TAK_TERBACA") for n in (6, 7, 8, 9)},
    ),
    "a dash for nothing": Kasus(
        "dtks",
        dtks(warga(1, tanggal_lahir="-"), warga(2, desil="-"), warga(3, id_dtks="-", alamat="-", rt="-", rw="-"),
             warga(4, jenis_kelamin="-")),
        4,
        peringatan={"TANGGAL_LAHIR_KOSONG", "KELAMIN_KOSONG"},
    ),
    "words for sex": Kasus(
        "dtks",
        dtks(*(warga(n, jenis_kelamin=t) for n, t in enumerate(("Laki - laki", "laki\u2010laki", "Lk.", "M")))),
        4,
        {(5, "KELAMIN_TAK_DIKENAL")},
    ),
    "formatting far away": Kasus("dtks", diformat_jauh, 3),
    "a power where a number belongs": Kasus(
        "pegawai", staf(pegawai(1, masa_kerja_tahun="²")), 1, {(2, "BUKAN_BILANGAN")}
    ),
    "RT as a date": Kasus(
        "dtks", dtks(warga(1, rt=hari(2026, 2, 1)), warga(2, rt="001/002", rw="")), 2,
        {(2, "SEL_TANGGAL"), (3, "ISIAN_TERLALU_PANJANG")},
    ),
    "lines quoted as a whole": Kasus("dtks", sebaris_dikutip, 2),
    "our sheet for SRIKANDI": Kasus(
        "surat-masuk",
        [
            ["NOMOR AGENDA", "TANGGAL DITERIMA", "ASAL NASKAH", "NOMOR NASKAH", "TANGGAL NASKAH", "HAL", "SIFAT NASKAH",
             "TINGKAT URGENSI", "KLASIFIKASI", "LAMPIRAN", "CARA DITERIMA", "TUJUAN", "NOMOR ACUAN SRIKANDI"],
            ["12/2026", "30-01-2026", "Camat", "005/12", "27-01-2026", "Undangan", "Biasa", "Sangat Segera", "000.1.2",
             "1 lembar", "Kurir", "Dinas", ""],
        ],
        1,
    ),
    "usual spellings of the staff": Kasus(
        "pegawai",
        staf(
            pegawai(1, status_perkawinan="Menikah", agama="Katholik", pangkat="Penata (III/c)"),
            pegawai(2, status_perkawinan="Cerai Mati", agama="Budha", pangkat="IIIc"),
            pegawai(3, jenis_pegawai="PNS Daerah", jenis_kelamin="Laki - laki", jenis_jabatan="JFU"),
            pegawai(4, unit_kerja="Dinas Sosial"),
            pegawai(5, jenis_pegawai="ASN"),
        ),
        5,
        {(6, "PILIHAN_TAK_DIKENAL")},
    ),
    "a NIP against birth date and sex": Kasus(
        "pegawai",
        staf(pegawai(1, tanggal_lahir="04-05-1980"), pegawai(2, jenis_kelamin="P")),
        2,
        peringatan={"NIP_TANGGAL_BEDA", "NIP_KELAMIN_BEDA"},
    ),
    "hidden rows": Kasus("dtks", tersaring, 3, peringatan={"BARIS_TERSEMBUNYI"}),
    "deciles and periods": Kasus(
        "dtks",
        dtks(warga(1, desil="3.0"), warga(2, desil=3), warga(3, periode="September 2026"),
             warga(4, periode=hari(2026, 9, 1)), warga(5, desil="1-4")),
        5,
        {(6, "DESIL_DI_LUAR")},
    ),
    "a NIK pasted with marks that turn the text": Kasus("dtks", dtks(warga(1, nik="\u202a9971011708559001\u202c")), 1),
}  # fmt: skip


@pytest.fixture
def kantor(dinas: UnitKerja) -> UnitKerja:
    return dinas


def jalankan(kasus: Kasus, folder: Path, **opsi: Any) -> HasilImpor:
    jalur = kasus.baris(folder) if callable(kasus.baris) else buku(folder / "x.xlsx", {"Sheet1": kasus.baris})
    return impor_berkas(kasus.jenis, jalur, **opsi)


@pytest.mark.parametrize("nama", KASUS)
def test_a_sheet_gives_what_it_must(nama: str, tmp_path: Path, kantor: UnitKerja) -> None:
    kasus = KASUS[nama]
    hasil = jalankan(kasus, tmp_path)
    assert hasil.dibaca == kasus.dibaca, hasil.peringatan
    assert {(g["baris"], g["kode"]) for g in hasil.galat} == kasus.galat
    assert hasil.ditolak == len({b for b, _ in kasus.galat})
    ada = {p["kode"] for p in hasil.peringatan} | ({"BARIS_DILEWATI"} if hasil.dilewati else set())
    assert kasus.peringatan <= ada
    tentang_berkas = {"BARIS_DILEWATI", "SEL_DIGABUNG", "LEMBAR_TAK_DIBACA", "LEMBAR_TERSEMBUNYI", "BARIS_TERSEMBUNYI",
                      "HARI_BULAN_TERTUKAR"}  # fmt: skip
    assert ada & tentang_berkas == kasus.peringatan & tentang_berkas


def test_error_cells_blank_nothing_that_is_known(tmp_path: Path, kantor: UnitKerja) -> None:
    semula = buku(tmp_path / "a.xlsx", {"Data": dtks(warga(1, alamat="JALAN LAMA 1", desil="2"))})
    assert impor_berkas("dtks", semula, simpan=True).baru == 1
    for galat in (sel_galat(tmp_path), sel_galat_ods(tmp_path), rumus_tanpa_hasil(tmp_path)):
        hasil = impor_berkas("dtks", galat, simpan=True, lewati_galat=True)
        assert (hasil.ditolak, hasil.berubah) == (1, 0), galat
        assert any("#N/A" in g["pesan"] or "belum dihitung" in g["pesan"] for g in hasil.galat)
        orang = Individu.objects.get()
        assert (orang.alamat, orang.desil, orang.pbi_jk) == ("JALAN LAMA 1", 2, True)


def test_merged_villages_reach_all_their_rows(tmp_path: Path, kantor: UnitKerja) -> None:
    impor_berkas("dtks", digabung(tmp_path), simpan=True)
    assert set(Individu.objects.values_list("desa_teks", flat=True)) == {"DESA SUMBERJO"}
    assert Individu.objects.filter(no_kk="9971010101159002").count() == 2


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("<style>td{x:y}</style><h3>DATA</h3><table><tr><td>NIK</td></tr></table>", "halaman web"),
        ("<html><body></body></html>", "digit akhirnya"),
    ],
)
def test_a_web_page_named_xls_is_told_what_it_is(isi: str, kata: str, tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_text(isi)
    with pytest.raises(BerkasTakTerpakai, match=kata):
        impor_berkas("dtks", tmp_path / "x.xls")


def test_an_old_workbook_with_an_error_cell_names_it() -> None:
    salah = b"\0" * 40 + b"\x05\x02\x08\x00" + b"\x01\x00\x07\x00\x0f\x00\x2a\x01" + b"\0" * 40
    with pytest.raises(BerkasTakTerpakai, match="Sel H2 berisi galat rumus"):
        tolak_galat_xls(salah)
    rumus = b"\x06\x00\x1b\x00" + b"\x02\x00\x01\x00\x0f\x00" + b"\x02\x00\x07\x00\x00\x00\xff\xff"
    with pytest.raises(BerkasTakTerpakai, match="Sel B3 berisi galat rumus"):
        tolak_galat_xls(rumus)
    tolak_galat_xls(b"\x05\x02\x08\x00" + b"\x01\x00\x07\x00\x0f\x00\x01\x00")  # a yes in a cell is no error


def test_a_line_break_of_a_text_editor_is_a_space(tmp_path: Path, kantor: UnitKerja, arsiparis: Pengguna) -> None:
    jalur = buku(tmp_path / "x.xlsx", {"S": masuk(surat(1, hal="satu_x000B_baris"))})
    impor_berkas("surat-masuk", jalur, simpan=True, oleh=arsiparis)
    assert SuratMasuk.objects.get().hal == "satu baris"


def test_the_same_warning_on_every_row_is_one_finding_that_asks(tmp_path: Path, kantor: UnitKerja) -> None:
    baris = dtks(*(warga(n, desa="DESA ENTAH") for n in range(30)))
    hasil = jalankan(Kasus("dtks", baris, 30), tmp_path)
    assert [p["kode"] for p in hasil.peringatan].count("DESA_TAK_DIKENAL") == 1
    assert len(hasil.hampir_semua) >= 1 and "30 dari 30 baris" in hasil.hampir_semua[0]
    campur = dtks(*(warga(n, rt="" if n % 2 else "001") for n in range(30)))
    assert "DESA_KOSONG" not in " ".join(jalankan(Kasus("dtks", campur, 30), tmp_path).hampir_semua)


def test_a_cancelled_letter_stays_cancelled(tmp_path: Path, kantor: UnitKerja) -> None:
    baris = [
        [*JUDUL_SURAT, "Kecepatan", "Status"],
        [*surat(1), "Sangat Segera", "Dibatalkan"],
        [*surat(2), "Segera", ""],
    ]
    hasil = jalankan(Kasus("surat-masuk", baris, 2), tmp_path)
    assert (hasil.baru, hasil.sama, hasil.ditolak) == (1, 1, 0)
