"""Mutated files: whatever comes, rows or one sentence; never a traceback, never a parent that falls."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.sheets.baca import Pembaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar
from inti.sheets.tulis import tulis_tabel
from tests.inti import bom_lembar as bom

KOLOM = [KolomLembar("nik", "NIK"), KolomLembar("nama", "NAMA", wajib=False)]


@pytest.fixture(scope="module")
def benih_berkas(tmp_path_factory):
    """One honest file of each kind, to be mutated."""
    map_ = tmp_path_factory.mktemp("benih")
    baris = [[f"{n:016d}", f"NAMA {n}"] for n in range(40)]
    tulis_tabel(map_ / "a.xlsx", ["NIK", "NAMA"], baris)
    tulis_tabel(map_ / "b.csv", ["NIK", "NAMA"], baris)
    bom.xls_acak(map_ / "c.xls", 1)
    bom.ods(map_ / "d.ods", "<table:table-row>" + bom.sel_ods("NIK") + bom.sel_ods("NAMA") + "</table:table-row>")
    bom.xlsx(map_ / "e.xlsx", bom.lembar(bom.JUDUL + f'<row r="2">{bom.sel("A2", "1")}</row>'))
    return [p.read_bytes() for p in sorted(map_.iterdir())]


def mutasi(isi: bytes, acak: random.Random) -> bytes:
    data = bytearray(isi)
    for _ in range(acak.choice((1, 1, 2, 5, 20))):
        tempat = acak.randrange(len(data))
        cara = acak.randrange(5)
        if cara == 0:
            data[tempat] = acak.randrange(256)
        elif cara == 1:
            data[tempat : tempat + 4] = acak.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f"))
        elif cara == 2:
            del data[tempat : tempat + acak.randrange(1, 50)]
        elif cara == 3:
            data[tempat:tempat] = acak.randbytes(acak.randrange(1, 20))
        else:
            data[tempat:] = data[tempat:][: acak.randrange(1, 200)]
        if not data:
            return b"\0"
    return bytes(data)


def pastikan_terbaca_atau_berkalimat(jalur) -> None:
    try:
        with Pembaca(jalur, KOLOM) as pembaca:
            for nomor, isi in pembaca.potongan():
                assert len(nomor) == len(isi)
    except BerkasTakTerpakai as galat:
        assert galat.pesan.endswith(".") and "Traceback" not in galat.pesan


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(benih=st.integers(0, 2**32), yang=st.integers(0, 4))
def test_a_mutated_file_gives_rows_or_a_sentence(benih_berkas, tmp_path, benih, yang):
    jalur = tmp_path / "m"
    jalur.write_bytes(mutasi(benih_berkas[yang], random.Random(benih)))
    pastikan_terbaca_atau_berkalimat(jalur)


@pytest.mark.lama
@pytest.mark.parametrize("bagian", range(10))
def test_five_thousand_mutated_files_give_rows_or_sentences(benih_berkas, tmp_path, bagian):
    jalur = tmp_path / "m"
    for n in range(500):
        acak = random.Random(bagian * 1_000 + n)
        jalur.write_bytes(mutasi(benih_berkas[n % 5], acak))
        pastikan_terbaca_atau_berkalimat(jalur)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(isi=st.binary(min_size=1, max_size=600))
def test_any_bytes_give_rows_or_a_sentence(tmp_path, isi):
    jalur = tmp_path / "m"
    jalur.write_bytes(isi)
    pastikan_terbaca_atau_berkalimat(jalur)
