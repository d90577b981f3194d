"""Up to 500 NIKs pasted: every line answered, those that may be accepted taken by a job, all letters in one PDF."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from dtks.models import Individu, Permohonan, Sekaligus, SekaligusBaris, SuratRekomendasi
from dtks.rules.sekaligus import baca_daftar
from dtks.services.sekaligus import sekaligus_catat_satu, sekaligus_periksa
from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import JejakBaca, Pengguna, Tugas, UnitKerja

pytestmark = pytest.mark.keduanya

Masuk = Callable[[Pengguna], Client]
H = SekaligusBaris.Hasil


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        ("9971010101010001\n9971010101010002", ["9971010101010001", "9971010101010002"]),
        ("9971 0101 0101 0001\r\n\r\n9971.0101.0101.0002", ["9971010101010001", "9971010101010002"]),
        (
            "1. SLAMET\t9971010101010001\n2. TUMINI\t9971010101010002",
            ["1. SLAMET", "9971010101010001", "2. TUMINI", "9971010101010002"],
        ),
        ("9971010101010001, 9971010101010002;9971010101010003", [f"997101010101000{n}" for n in (1, 2, 3)]),
        ("9971010101010001 9971010101010002", ["9971010101010001", "9971010101010002"]),
        ("SLAMET 9971010101010001", ["9971010101010001"]),
        ("bukan nomor", ["bukan nomor"]),
        ("997101010101000", ["997101010101000"]),
        ("", []),
    ],
)
def test_a_list_is_read_as_people_paste_it(teks: str, nomor: list[str]) -> None:
    assert baca_daftar(teks) == nomor


@given(
    st.lists(st.from_regex(r"[0-9]{16}", fullmatch=True), max_size=40), st.sampled_from(["\n", ", ", ";", "\t", "\r\n"])
)
def test_whole_numbers_come_back_whole(semua: list[str], pemisah: str) -> None:
    assert baca_daftar(pemisah.join(semua)) == semua


@pytest.fixture
def klien(loket: Pengguna, aturan: None, masuk_sebagai: Masuk) -> Client:
    return masuk_sebagai(loket)


@pytest.fixture
def daftar(buat_warga: Callable[..., Individu], klien: Client) -> Sekaligus:
    """Three who may be accepted, one excluded, a NIK on two people, one unknown, one too short, one twice."""
    baik = [buat_warga() for _ in range(3)]
    keluar = buat_warga(dikecualikan=True)
    dua = buat_warga(nama="DUA SATU")
    buat_warga(nama="DUA LAGI", nik=dua.nik)
    nomor = [*[o.nik for o in baik], keluar.nik, dua.nik, "9971015003849999", "12345", baik[0].nik]
    klien.post("/dtks/sekaligus/baru/", {"nama": "Desa Sumberjo", "jenis": "reaktivasi", "daftar": "\n".join(nomor)})
    return Sekaligus.objects.get()


def terima(klien: Client, daftar: Sekaligus, **lain: Any) -> Any:
    isian = {
        "versi": daftar.versi,
        "pilih": ["1", "2", "3"],
        "pengantar_nomor": "140/5/XI/2026",
        "pengantar_tanggal": "18-11-2026",
        "faskes_nama": "RSUD Wanasari",
        "ada_ktp": "on",
        "ada_surat-faskes": "on",
        **lain,
    }
    return klien.post(f"/dtks/sekaligus/{daftar.pk}/terima/", isian)


@pytest.mark.django_db
def test_every_line_has_its_answer(daftar: Sekaligus, klien: Client) -> None:
    assert list(daftar.baris.values_list("hasil", flat=True)) == [
        H.DITEMUKAN, H.DITEMUKAN, H.DITEMUKAN, H.DITEMUKAN, H.GANDA, H.TIDAK, H.SALAH, H.ULANG,
    ]  # fmt: skip
    assert list(daftar.baris.values_list("saran", flat=True)[:6]) == ["terima"] * 3 + ["tolak", "", "tolak"]
    isi = klien.get(f"/dtks/sekaligus/{daftar.pk}/").content.decode()
    assert "dikecualikan" in isi and "Layani di loket" in isi and "16 angka" in isi
    assert not any(n in isi for n in daftar.baris.values_list("nik", flat=True) if len(n) == 16)
    assert JejakBaca.objects.filter(jenis="cari", keterangan="8 NIK sekaligus").count() == 1


@pytest.mark.django_db
def test_a_screen_of_five_hundred_needs_as_many_queries_as_one_of_eight(
    daftar: Sekaligus,
    klien: Client,
    loket: Pengguna,
    buat_warga: Callable[..., Individu],
    django_assert_num_queries: Any,
) -> None:
    banyak = sekaligus_periksa(
        nama="Banyak", jenis="reaktivasi", daftar=[f"99710150038{n:05d}" for n in range(500)], oleh=loket
    )
    klien.get(f"/dtks/sekaligus/{daftar.pk}/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as sedikit:
        klien.get(f"/dtks/sekaligus/{daftar.pk}/")
    with CaptureQueriesContext(connection) as penuh:
        klien.get(f"/dtks/sekaligus/{banyak.pk}/")
    assert len(penuh) <= len(sedikit)


@pytest.mark.django_db
def test_chosen_become_requests_are_approved_and_printed_in_one_pdf(
    daftar: Sekaligus, klien: Client, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    assert terima(klien, daftar).status_code == 302
    jalankan(str(Tugas.objects.get().pk))
    assert Permohonan.objects.filter(status="diterima", pengantar_nomor="140/5/XI/2026").count() == 3
    assert len({p.kunjungan_id for p in Permohonan.objects.all()}) == 1, "one visit brought the list"
    atas = masuk_sebagai(penyelia)
    atas.post(f"/dtks/sekaligus/{daftar.pk}/setujui/")
    jalankan(str(Tugas.objects.get(jenis="dtks-sekaligus-setujui").pk))
    assert SuratRekomendasi.objects.filter(status="disetujui").count() == 3
    balasan = klien.post(f"/dtks/sekaligus/{daftar.pk}/cetak/")
    assert balasan["Content-Type"] == "application/pdf"
    teks = "".join(h.extract_text() for h in PdfReader(BytesIO(balasan.content)).pages)
    assert teks.count("140/5/XI/2026") == 3
    assert SuratRekomendasi.objects.filter(status="dicetak").count() == 3


@pytest.mark.django_db
def test_a_job_that_runs_twice_takes_nobody_twice(daftar: Sekaligus, klien: Client, loket: Pengguna) -> None:
    terima(klien, daftar)
    satu = daftar.baris.get(urutan=1)
    sekaligus_catat_satu(baris=satu, oleh=loket)
    sekaligus_catat_satu(baris=satu, oleh=loket)
    jalankan(str(Tugas.objects.get().pk))
    Tugas.objects.update(keadaan="antre")
    jalankan(str(Tugas.objects.get().pk))
    assert Permohonan.objects.count() == 3


@pytest.mark.django_db
def test_only_those_recommended_can_be_ticked(daftar: Sekaligus, klien: Client) -> None:
    assert terima(klien, daftar, pilih=["4", "5", "6", "7", "8"]).status_code == 409
    assert not Tugas.objects.exists() and not daftar.baris.filter(dipilih=True).exists()


@pytest.mark.django_db
def test_papers_that_lack_leave_the_request_open_with_its_reason(daftar: Sekaligus, klien: Client) -> None:
    terima(klien, daftar, **{"ada_surat-faskes": ""})
    jalankan(str(Tugas.objects.get().pk))
    assert Permohonan.objects.filter(status="diperiksa").count() == 3
    assert not SuratRekomendasi.objects.exists()
    assert "fasilitas kesehatan" in daftar.baris.get(urutan=1).pesan


@pytest.mark.django_db
@pytest.mark.parametrize("daftar_teks", ["", "\n".join(["9971010101010001"] * 501)])
def test_an_empty_or_endless_list_is_refused(daftar_teks: str, klien: Client) -> None:
    balasan = klien.post("/dtks/sekaligus/baru/", {"nama": "x", "jenis": "reaktivasi", "daftar": daftar_teks})
    assert balasan.status_code == 422 and not Sekaligus.objects.exists()


@pytest.mark.django_db
def test_another_units_list_is_absent(daftar: Sekaligus, staf_lain: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(staf_lain)
    for akhir in ("", "terima/", "cetak/"):
        metode = klien.get if not akhir else klien.post
        assert metode(f"/dtks/sekaligus/{daftar.pk}/{akhir}").status_code == 404


@pytest.mark.django_db
def test_without_a_unit_nothing_is_looked_up(aturan: None, loket: Pengguna) -> None:
    Pengguna.objects.filter(pk=loket.pk).update(unit=None)
    with pytest.raises(AturanDilanggar, match="TANPA_UNIT"):
        sekaligus_periksa(nama="x", jenis="reaktivasi", daftar=["1"], oleh=Pengguna.objects.get(pk=loket.pk))
    assert UnitKerja.objects.exists()
