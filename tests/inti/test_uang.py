"""Columns of money: on lists, in exports, and in tables on paper with sums carried over."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dtks.models import RencanaIntervensi
from inti.documents import Kolom as KolomCetak
from inti.documents import Kop, Surat, Tabel, gambar_surat, surat_dari_data, surat_ke_data
from inti.documents.docx import surat_docx
from inti.formats import ribuan
from inti.models import JejakBaca, Pengguna
from inti.pages import Columns, Kolom, Uang
from inti.pages.sumber import K
from inti.pages.uang import baris_jumlah, dengan_jumlah

ALAMAT = "/dtks/intervensi/"


@pytest.fixture
def rencana(penyelia: Pengguna) -> list[RencanaIntervensi]:
    return RencanaIntervensi.objects.bulk_create(
        RencanaIntervensi(
            nama=f"Bantuan {n}", program="sembako", opd="Dinas", tahun=2026 - n % 2, unit=penyelia.unit,
            anggaran=Decimal(1_000_000 * (n + 1)), mulai=dt.date(2026, 1, 1), sampai=dt.date(2026, 12, 31),
            dirancang_oleh=penyelia,
        )
        for n in range(30)
    )  # fmt: skip


@pytest.fixture
def klien(penyelia: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]) -> Client:
    return masuk_sebagai(penyelia)


def _kaki(isi: str) -> list[str]:
    kaki = isi[isi.index("<tfoot>") : isi.index("</tfoot>")]
    return [re.sub(r"<[^>]+>", " ", b).split(" ", 1)[1] for b in kaki.split("</tr>")[:-1]]


@pytest.mark.django_db
def test_a_list_says_what_its_page_and_what_all_of_it_comes_to(rencana: Any, klien: Client) -> None:
    isi = klien.get(f"{ALAMAT}?per=25&urut=tahun").content.decode()
    semua = sum(r.anggaran for r in rencana)
    halaman = sum(sorted((r for r in rencana), key=lambda r: (r.tahun, r.pk))[n].anggaran for n in range(25))
    satu, dua = _kaki(isi)
    assert "Jumlah halaman ini" in satu and ribuan(halaman) in satu
    assert "Jumlah seluruhnya" in dua and ribuan(semua) in dua
    # the total follows the filter, and where the page is all there is one line and no further query
    saring = klien.get(f"{ALAMAT}?tahun=2026").content.decode()
    (satu,) = _kaki(saring)
    assert (
        satu.split()[:2] == ["Jumlah", "Anggaran"]
        and ribuan(sum(r.anggaran for r in rencana if r.tahun == 2026)) in satu
    )
    assert '<td class="n hp-tidak">1.000.000</td>' in saring


@pytest.mark.django_db
def test_exports_have_numbers_and_only_the_workbook_a_row_of_totals(rencana: Any, klien: Client) -> None:
    buku = openpyxl.load_workbook(BytesIO(klien.get(f"{ALAMAT}?semua=1&ekspor=xlsx").content))
    baris = list(buku.worksheets[0].rows)
    letak = [s.value for s in baris[0]].index("Anggaran (Rp)")
    assert baris[-1][0].value == "JUMLAH" and baris[-1][letak].value == sum(r.anggaran for r in rencana)
    assert {type(b[letak].value) for b in baris[1:]} == {int} and baris[1][letak].number_format == "#,##0"
    csv = klien.get(f"{ALAMAT}?semua=1&ekspor=csv").content.decode()
    assert "JUMLAH" not in csv and ";1000000;" in csv
    assert [j.keterangan.split(": ")[1] for j in JejakBaca.objects.order_by("pk")] == [
        "30 baris, xlsx",
        "30 baris, csv",
    ]


class Contoh(Columns):
    nama = Kolom("Nama", "nama", utama=True)
    masuk = Uang("Masuk", "masuk", jumlahkan="masuk")
    tanda = Kolom("Tanda", "tanda")
    keluar = Uang("Keluar (Rp)", "keluar")


class Catatan:
    def __init__(self, masuk: int | None, keluar: int | None = 0) -> None:
        self.nama, self.tanda, self.masuk, self.keluar, self.pk = "<a>", "x", masuk, keluar, 1


def test_amounts_are_written_with_rp_unless_the_heading_says_it() -> None:
    (baris,) = Contoh.baris([Catatan(-1_500_000, 2_000)])
    assert '<td class="n">-Rp 1.500.000</td>' in baris and '<td class="n">2.000</td>' in baris
    assert '<td class="n"></td>' in Contoh.baris([Catatan(None)])[0]


def test_the_foot_stands_under_its_columns() -> None:
    semua = [Catatan(1_000), Catatan(None), Catatan(500)]
    (kaki,) = baris_jumlah(Contoh, semua, None, sebagian=False, pilih=True)  # type: ignore[arg-type]
    assert kaki == (
        '<tr><th scope="row" colspan="2">Jumlah</th>'
        '<td class="n"><span class="d-sm-none tu-redup">Masuk </span>Rp 1.500</td>'
        '<td class="hp-tidak"></td><td class="hp-tidak"></td></tr>'
    )
    judul, baris = dengan_jumlah(Contoh, semua)
    assert judul == ["Nama", "Masuk", "Tanda", "Keluar (Rp)"]
    assert list(baris)[1:] == [["<a>", None, "x", 0], ["<a>", 500, "x", 0], ["JUMLAH", 1_500, "", ""]]


def test_a_first_column_cannot_be_summed() -> None:
    with pytest.raises(ValueError, match="kolom pertama"):
        type("Salah", (Columns,), {"masuk": Uang("Masuk", "masuk", jumlahkan="masuk")})


def test_a_declared_noun_has_money_too() -> None:
    kolom = K("anggaran", jumlah=True, urut=True).kolom(RencanaIntervensi)
    assert isinstance(kolom, Uang) and kolom.jumlahkan == "anggaran" and kolom.urut == "anggaran"
    assert kolom.judul == "Anggaran (Rp)" and kolom.kelas == "n"
    tanpa = K("anggaran", uang=True).kolom(RencanaIntervensi)
    assert isinstance(tanpa, Uang) and tanpa.jumlahkan == ""


# --- on paper ---------------------------------------------------------------------------------------------------------

KOLOM = (
    KolomCetak("No.", 10),
    KolomCetak("Uraian"),
    KolomCetak("Volume", 20),
    KolomCetak("Jumlah (Rp)", 35, uang=True),
)


def _surat(tabel: Tabel) -> Surat:
    return Surat(kop=Kop("PEMERINTAH", "DINAS"), isi=(tabel,), ttd=())


def _halaman(tabel: Tabel) -> list[str]:
    surat = _surat(tabel)
    pdf = gambar_surat(surat, judul="Rincian")
    assert gambar_surat(surat_dari_data(json.loads(json.dumps(surat_ke_data(surat)))), judul="Rincian") == pdf
    return [h.extract_text() for h in PdfReader(BytesIO(pdf)).pages]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=60, max_size=160), st.booleans())
@settings(max_examples=15, deadline=None)
def test_sums_carried_over_agree_from_page_to_page(isi: list[int], total: bool) -> None:
    baris = tuple((str(n), f"Belanja {n}", "1", rp) for n, rp in enumerate(isi))
    halaman = _halaman(Tabel(KOLOM, baris, total="Jumlah" if total else "", pindahan=True))
    assert len(halaman) > 1
    jumlah = 0
    for n, h in enumerate(halaman):
        if n:
            assert f"Jumlah pindahan {ribuan(jumlah)}" in h
        jumlah += sum(isi[int(k)] for k in re.findall(r"Belanja (\d+)", h))
        if n < len(halaman) - 1:
            assert f"Jumlah dipindahkan {ribuan(jumlah)}" in h
    assert jumlah == sum(isi) and ("dipindahkan" not in halaman[-1])
    assert (f"Jumlah {ribuan(jumlah)}" in halaman[-1]) == total


def test_a_total_stands_in_the_widest_column_of_words() -> None:
    tabel = Tabel(KOLOM, (("1", "Beras", "2 kg", 30_000), ("2", "Ongkos", "", "gratis")), total="Jumlah")
    (isi,) = _halaman(tabel)
    assert "1 Beras 2 kg 30.000" in isi and "gratis" in isi and "Jumlah 30.000" in isi
    sel = [s.text for b in Document(BytesIO(surat_docx(_surat(tabel), judul="x"))).tables[-1].rows for s in b.cells]
    assert "30.000" in sel and "Jumlah" in sel


def test_a_total_needs_money_behind_words() -> None:
    for kolom in ((KolomCetak("a"),), (KolomCetak("a", uang=True), KolomCetak("b"))):
        with pytest.raises(ValueError, match="kolom uang"):
            Tabel(kolom, (), total="Jumlah")
