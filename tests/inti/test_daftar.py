"""The list page: keyset paging, order, search that no address carries, memory, saved views, exports, query counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from inti.models import JejakBaca, Pengguna, TampilanTersimpan, UnitKerja
from inti.pages.keyset import ambil
from kepegawaian.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
ALAMAT = "/kepegawaian/pegawai/"
QUERIES = 11  # one of them counts what waits for this user, for the menu; one fills the choice of units


@pytest.fixture
def banyak(unit: UnitKerja) -> list[Pegawai]:
    nama = ["Adi", "Adi", "Adi", "Beni", "Beni", "Citra"]
    return Pegawai.objects.bulk_create(
        Pegawai(nama=f"{nama[i % 6]} {i % 4}", jenis="NON_PNS", jabatan=f"Jabatan {i}", unit=unit) for i in range(130)
    )


@pytest.fixture
def klien(penyelia: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]) -> Client:
    return masuk_sebagai(penyelia)


@pytest.mark.parametrize("urut", ["nama", "-nama", "id", "-id"])
def test_walking_forward_and_back_meets_every_row_once(banyak: list[Pegawai], urut: str) -> None:
    kueri, jumpa, setelah, halaman = Pegawai.objects.all(), [], "", None
    for _ in range(20):
        halaman = ambil(kueri, urut=urut, per=25, setelah=setelah)
        jumpa += [p.pk for p in halaman.baris]
        if halaman.setelah is None:
            break
        setelah = str(halaman.setelah)
    tanda = "-" if urut.startswith("-") else ""
    assert jumpa == list(kueri.order_by(urut, f"{tanda}pk").values_list("pk", flat=True))
    mundur: list[int] = [p.pk for p in halaman.baris]  # type: ignore[union-attr]
    while halaman is not None and halaman.sebelum is not None:
        halaman = ambil(kueri, urut=urut, per=25, sebelum=str(halaman.sebelum))
        mundur = [p.pk for p in halaman.baris] + mundur
    assert mundur == jumpa


@given(kursor=st.text(max_size=30))
def test_any_cursor_gives_a_page(kursor: str) -> None:
    assert ambil(Pegawai.objects.none(), urut="nama", per=25, setelah=kursor, sebelum=kursor).baris == []


def test_a_cursor_out_of_scope_means_the_first_page(banyak: list[Pegawai], unit_lain: UnitKerja) -> None:
    asing = Pegawai.objects.create(nama="Zzz", jenis="NON_PNS", jabatan="x", unit=unit_lain)
    kueri = Pegawai.objects.exclude(unit=unit_lain)
    assert [p.pk for p in ambil(kueri, urut="nama", per=25, setelah=str(asing.pk)).baris] == [
        p.pk for p in ambil(kueri, urut="nama", per=25).baris
    ]


def test_the_number_of_queries_does_not_grow_with_the_rows(
    banyak: list[Pegawai], klien: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    for alamat in (f"{ALAMAT}?per=25", f"{ALAMAT}?per=100&urut=-nama"):
        klien.get(alamat)  # the list notes in the session how it was left
        with django_assert_num_queries(QUERIES):
            klien.get(alamat)


def test_what_is_sought_is_in_no_address_and_is_remembered(banyak: list[Pegawai], klien: Client) -> None:
    balasan = klien.post(ALAMAT, {"q": "Citra"}, follow=True)
    assert all("Citra" not in alamat for alamat, _ in balasan.redirect_chain)
    isi = balasan.content.decode()
    assert "Citra" in isi
    assert "Beni 0" not in isi
    assert "Beni 0" not in klien.get(ALAMAT).content.decode()
    assert "Adi 0" in klien.get(f"{ALAMAT}?bersih=1").content.decode()


def test_the_list_comes_back_as_it_was_left(banyak: list[Pegawai], klien: Client) -> None:
    klien.get(f"{ALAMAT}?urut=-nama&per=100")
    assert klien.get(ALAMAT).url == f"{ALAMAT}?urut=-nama&per=100"  # type: ignore[attr-defined]


def test_a_view_is_kept_under_a_name_and_is_ones_own(
    banyak: list[Pegawai], klien: Client, staf: Pengguna, masuk_sebagai: Any
) -> None:
    klien.post(ALAMAT, {"nama_tampilan": "Dari bawah", "parameter": "urut=-nama&jahat=1"})
    assert TampilanTersimpan.objects.get().parameter == "urut=-nama"
    assert "Dari bawah" in klien.get(f"{ALAMAT}?semua=1").content.decode()
    assert "Dari bawah" not in masuk_sebagai(staf).get(f"{ALAMAT}?semua=1").content.decode()


@pytest.mark.parametrize(
    "parameter",
    [
        "urut=unit__nama",
        "urut=password",
        "urut=--nama",
        "per=1000000",
        "setelah=abc",
        "setelah=99999999999999999999",
        "_connector=OR",
        "nama__icontains=x",
        "urut=nama;DROP",
        "per=-1",
        "sebelum='",
        "desil=1",
    ],
)
def test_strange_parameters_are_ignored(banyak: list[Pegawai], klien: Client, parameter: str) -> None:
    assert klien.get(f"{ALAMAT}?{parameter}").status_code == 200
    assert klien.get(f"/dtks/permohonan/?{parameter}").status_code == 200


def test_a_parameter_with_a_nul_is_no_request(banyak: list[Pegawai], klien: Client) -> None:
    assert klien.get(f"{ALAMAT}?urut=nama%00").status_code == 400


def test_an_export_is_logged_and_harmless(banyak: list[Pegawai], klien: Client, unit: UnitKerja) -> None:
    Pegawai.objects.create(nama="=HYPERLINK(1)", jenis="NON_PNS", jabatan="@SUM(1)", unit=unit)
    balasan = klien.get(f"{ALAMAT}?ekspor=csv")
    isi = balasan.content.decode()
    assert balasan["Content-Disposition"].startswith("attachment")
    assert "'=HYPERLINK(1)" in isi
    assert "'@SUM(1)" in isi
    assert JejakBaca.objects.get(jenis="ekspor").keterangan == "pegawai: 132 baris, csv"


def test_who_may_not_export_gets_no_file(
    banyak: list[Pegawai], staf: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(staf)
    assert klien.get(f"{ALAMAT}?ekspor=xlsx").status_code == 403
    assert "ekspor=xlsx" not in klien.get(f"{ALAMAT}?semua=1").content.decode()


def test_another_units_rows_are_nowhere(unit_lain: UnitKerja, klien: Client) -> None:
    asing = Pegawai.objects.create(nama="Rahasia Unit Lain", jenis="NON_PNS", jabatan="x", unit=unit_lain)
    for alamat in (f"{ALAMAT}?semua=1", f"{ALAMAT}?ekspor=csv"):
        assert "Rahasia" not in klien.get(alamat).content.decode()
    assert (
        "Rahasia"
        not in klien.post(ALAMAT, {"q": "Rahasia"}, follow=True)
        .content.decode()
        .split("tu-chip")[-1]
        .split("</a>", 1)[1]
    )
    assert klien.get(f"{ALAMAT}{asing.pk}/buang/").status_code == 403  # the personnel desk's alone
    for akhir in ("", "ubah/", "riwayat/"):
        assert klien.get(f"{ALAMAT}{asing.pk}/{akhir}").status_code == 404
    assert klien.post(f"{ALAMAT}{asing.pk}/ubah/", {"nama": "x"}).status_code == 404


def test_no_page_carries_a_full_number(klien: Client, banyak: list[Pegawai]) -> None:
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", klien.get(f"{ALAMAT}?semua=1").content.decode())
