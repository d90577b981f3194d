"""Hostile files: one clear sentence within five seconds, the child under 512 MB, the caller untouched."""

import subprocess
import sys
import time
import zipfile

import pytest

from inti.sheets.baca import Pembaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar
from tests.inti import bom_lembar as bom

KOLOM = [KolomLembar("nik", "NIK", rahasia=True), KolomLembar("nama", "NAMA", ("NAMA LENGKAP",))]


def baca_semua(jalur, kolom=KOLOM, **kwargs):
    with Pembaca(jalur, kolom, **kwargs) as pembaca:
        return [baris for _, isi in pembaca.potongan() for baris in isi]


def ditolak(jalur, **kwargs):
    mulai = time.monotonic()
    with pytest.raises(BerkasTakTerpakai) as galat:
        baca_semua(jalur, **kwargs)
    lama = time.monotonic() - mulai
    pesan = galat.value.pesan
    assert lama < 5, f"{galat.value.kode} baru dijawab setelah {lama:.1f} detik"
    assert pesan[0].isupper() and pesan.endswith(".") and "Traceback" not in pesan and "\n" not in pesan
    return galat.value.kode


@pytest.mark.parametrize(
    ("buat", "kode"),
    [
        (bom.sudut_berseberangan, "LEMBAR_TERLALU_LUAS"),
        (bom.dua_sel_jauh, "LEMBAR_TERLALU_LUAS"),
        (bom.sudut_tanpa_baris, "LEMBAR_TERLALU_LUAS"),
        (bom.dimensi_palsu, "LEMBAR_TERLALU_LUAS"),
        (bom.hitungan_palsu, "HITUNGAN_PALSU"),
        (bom.mengembang, "BERKAS_MENGEMBANG"),
        (bom.bersarang, "ISI_BERSARANG"),
        (bom.entitas, "ENTITAS_XML"),
        (bom.entitas_utf16, "BERKAS_RUSAK"),
        (bom.tautan_luar, "TAUTAN_LUAR"),
        (bom.bermakro, "BERKAS_MAKRO"),
        (bom.banyak_isi, "BERKAS_MENGEMBANG"),
    ],
    ids=lambda v: getattr(v, "__name__", v),
)
def test_a_hostile_xlsx_is_refused_with_its_own_sentence(tmp_path, buat, kode):
    assert ditolak(buat(tmp_path / "bom.xlsx")) == kode


def test_a_corner_that_the_scan_misses_meets_the_memory_limit(tmp_path):
    assert ditolak(bom.sudut_tersembunyi(tmp_path / "bom.xlsx")) == "BERKAS_TAK_TERBACA"


def test_an_ods_that_repeats_cells_without_end_is_refused(tmp_path):
    assert ditolak(bom.ods_mengulang(tmp_path / "bom.ods")) in {"BERKAS_RUSAK", "BERKAS_TAK_TERBACA"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tidak mengenal batas memori proses")
def test_no_child_ever_took_512_megabytes(tmp_path):
    """Measured from a process of its own: this one has had other children, browsers among them."""
    berkas = [bom.sudut_tersembunyi(tmp_path / "bom.xlsx"), bom.mengembang(tmp_path / "bom2.xlsx")]
    perintah = (
        "import resource, sys; from pathlib import Path; import tests.lingkungan; import django; django.setup();"
        "from tests.inti.test_sheets_bom import ditolak; [ditolak(Path(b)) for b in sys.argv[1:]];"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", perintah, *map(str, berkas)], capture_output=True, text=True, check=True, timeout=120
    )
    assert 0 < int(hasil.stdout) < 512 * 1024


@pytest.mark.parametrize(
    ("aliran", "kode"),
    [
        (("EncryptedPackage", "EncryptionInfo"), "BERKAS_BERSANDI"),
        (("Workbook", "_VBA_PROJECT_CUR"), "BERKAS_MAKRO"),
        (("WordDocument",), "BUKAN_LEMBAR_KERJA"),
    ],
)
def test_an_ole_file_is_judged_by_its_streams(tmp_path, aliran, kode):
    assert ditolak(bom.ole(tmp_path / "x.xls", *aliran)) == kode


@pytest.mark.parametrize("benih", range(12))
def test_an_xls_of_nonsense_is_a_sentence(tmp_path, benih):
    kode = ditolak(bom.xls_acak(tmp_path / "x.xls", benih))
    assert kode in {"BERKAS_RUSAK", "BERKAS_TAK_TERBACA", "JUDUL_TIDAK_ADA"}


def test_a_zip_with_an_encrypted_entry_is_called_encrypted(tmp_path):
    jalur = bom.xlsx(tmp_path / "x.xlsx", bom.lembar(bom.JUDUL))
    isi = bytearray(jalur.read_bytes())
    tempat = isi.find(b"PK\x01\x02")
    while tempat >= 0:
        isi[tempat + 8] |= 1
        tempat = isi.find(b"PK\x01\x02", tempat + 4)
    jalur.write_bytes(isi)
    assert ditolak(jalur) == "BERKAS_BERSANDI"


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("x.xlsx", b"", "BERKAS_KOSONG"),
        ("x.xlsx", b"%PDF-1.7 bukan tabel", "BUKAN_LEMBAR_KERJA"),
        ("x.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "BUKAN_LEMBAR_KERJA"),
        ("x.csv", b"\x7fELF" + bytes(range(32)) * 20, "BUKAN_LEMBAR_KERJA"),
        ("x.xls", b"<html><table><tr><td>NIK</td></tr></table></html>", "BUKAN_LEMBAR_KERJA"),
        ("x.xlsx", b"PK\x03\x04 terpotong", "BERKAS_RUSAK"),
        ("x.csv", b"surat biasa tanpa tabel\nbaris kedua\n", "JUDUL_TIDAK_ADA"),
        ("x.csv", b'NIK,NAMA\n1,"' + b"a" * 100_000 + b'"\n', "CSV_TAK_TERBACA"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path, nama, isi, kode):
    jalur = tmp_path / nama
    jalur.write_bytes(isi)
    assert ditolak(jalur) == kode


def test_an_absent_file_and_a_folder_are_refused(tmp_path):
    assert ditolak(tmp_path / "tiada.xlsx") == "BERKAS_TIDAK_ADA"
    assert ditolak(tmp_path) == "BERKAS_TIDAK_ADA"


def test_a_word_document_and_a_plain_zip_are_no_workbook(tmp_path):
    for nama in ("word/document.xml", "catatan.txt"):
        with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as arsip:
            arsip.writestr("[Content_Types].xml" if "word" in nama else "y.txt", "<x/>")
            arsip.writestr(nama, "<x/>")
        assert ditolak(tmp_path / "x.xlsx") == "BUKAN_LEMBAR_KERJA"


def test_a_child_that_hangs_is_ended(tmp_path, monkeypatch):
    jalur = bom.xlsx(tmp_path / "x.xlsx", bom.lembar(bom.JUDUL))
    monkeypatch.setattr("inti.sheets.baca.detik_untuk", lambda besar: 0.001)
    assert ditolak(jalur) == "WAKTU_HABIS"


def test_the_child_knows_no_secret_of_the_parent(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "rahasia")
    from inti.sheets import baca

    dilihat = {}
    asli = baca.subprocess.Popen

    def intip(*args, **kwargs):
        dilihat.update(kwargs["env"])
        return asli(*args, **kwargs)

    monkeypatch.setattr(baca.subprocess, "Popen", intip)
    baca_semua(bom.xlsx(tmp_path / "x.xlsx", bom.lembar(bom.JUDUL)))
    assert dilihat and "SECRET_KEY" not in dilihat
