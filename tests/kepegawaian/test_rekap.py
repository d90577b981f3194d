"""Lists of the office: due lists, DUK, nominative list as on a day, bezetting, figures; what each page costs."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import (
    BerkasPegawai,
    Formasi,
    GajiBerkala,
    JabatanPegawai,
    KategoriBerkas,
    KeluargaPegawai,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    StatusPegawai,
)
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import karier as layanan_karier
from kepegawaian.services.harian import segarkan_semua_pegawai
from tests.kepegawaian.contoh_karier import D, jabatan, keluar, kepala, orang, simpan

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


@pytest.fixture(autouse=True)
def aturan_karier(db: None, instansi: Any) -> None:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)


def pangkat(p: Pegawai, tmt: dt.date, kode: str, oleh: Pengguna) -> None:
    isian = {"tmt": tmt, "pangkat": kode, "mk_tahun": 4, "mk_bulan": 1}
    layanan_karier.fakta_tambah(macam="pangkat", pegawai=p, isian=isian, oleh=oleh)


def baris_csv(klien: Client, alamat: str) -> list[list[str]]:
    return list(csv.reader(StringIO(klien.get(alamat).content.decode("utf-8-sig")), delimiter=";"))


def test_duk_is_ordered_and_the_same_on_page_file_and_paper(
    personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, masuk_sebagai: Masuk
) -> None:
    adik, _, tinggi = (
        orang(unit, personalia, n, nama=nama, tanggal_lahir=lahir)
        for n, nama, lahir in ((1, "Adik", D(1992, 6, 17)), (2, "Kakak", D(1988, 6, 17)), (3, "Tinggi", D(1995, 6, 17)))
    )
    pangkat(tinggi, D(2023, 4, 1), "III/b", personalia)
    pppk = orang(
        unit_lain, personalia, 4, nama="Kontrak", status__jenis="PPPK", status__sampai=D(2030, 1, 1),
        pangkat__pangkat="", pangkat__golongan="XI",
    )  # fmt: skip
    pergi = orang(unit, personalia, 5, nama="Pergi")
    keluar(pergi, timezone.localdate(), personalia)
    klien = masuk_sebagai(personalia)
    halaman = klien.get("/kepegawaian/duk/")
    assert [o.nama for _, o in halaman.context["orang"]] == ["Tinggi", "Kakak", "Adik"]
    assert [o.nama for _, o in klien.get("/kepegawaian/duk/?kelompok=pppk").context["orang"]] == [pppk.nama]
    berkas = klien.get("/kepegawaian/duk/?bentuk=csv").content.decode()
    assert berkas.index("Tinggi") < berkas.index("Kakak") < berkas.index("Adik") and "Kontrak" not in berkas
    kertas = PdfReader(BytesIO(klien.get("/kepegawaian/duk/?bentuk=pdf").content)).pages[0]
    teks = kertas.extract_text()
    assert teks.index("Tinggi") < teks.index("Kakak") < teks.index("Adik")
    assert kertas.mediabox.width > kertas.mediabox.height, "lying"
    for hal in ("0", "-1", "x", "99"):
        assert klien.get("/kepegawaian/duk/", {"hal": hal}).status_code == 200
    layanan_karier.fakta_tambah(
        macam="pelatihan", pegawai=adik, isian={"tmt": D(2024, 1, 1), "macam": "pkp", "nama": "PKP"}, oleh=personalia
    )
    assert [o.nama for _, o in klien.get("/kepegawaian/duk/").context["orang"]] == ["Tinggi", "Adik", "Kakak"]


def test_due_lists_tell_who_when_and_why(personalia: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk) -> None:
    hari = timezone.localdate()
    dekat = hari + dt.timedelta(days=20)
    kontrak = orang(
        unit, personalia, 1, nama="Kontrak Dekat", status__jenis="NON_PNS", status__sampai=dekat, nip="",
        nik="9971015706900001",
    )  # fmt: skip
    orang(unit, personalia, 2, nama="Masih Muda")
    tua = orang(unit, personalia, 3, nama="Hampir Pensiun", tanggal_lahir=dt.date(dekat.year - 58, dekat.month, 10))
    pergi = orang(unit, personalia, 4, nama="Sudah Pergi", tanggal_lahir=dt.date(dekat.year - 58, dekat.month, 10))
    keluar(pergi, hari, personalia)
    klien = masuk_sebagai(personalia)

    def nama(alamat: str) -> set[str]:
        isi = klien.get(alamat).content.decode()
        return {p.nama for p in Pegawai.objects.all() if p.nama in isi}

    assert nama("/kepegawaian/kontrak/?dalam=3") == {kontrak.nama}
    assert nama("/kepegawaian/pensiun/?dalam=3") == {tua.nama}
    assert nama("/kepegawaian/pensiun/?semua=1") == {tua.nama, "Masih Muda"}
    isi = klien.get("/kepegawaian/pensiun/?dalam=3").content.decode()
    assert "Batas usia 58 tahun untuk jabatan Pelaksana" in isi and "PP 11/2017" in isi
    assert nama("/kepegawaian/kgb/?dalam=lewat") == {tua.nama, "Masih Muda"}, "steps of 2017 were never granted"
    assert "Masa kerja golongan mencapai 2 tahun pada III/a" in klien.get("/kepegawaian/kgb/?semua=1").content.decode()
    for macam in ("kgb", "pangkat", "pensiun", "kontrak"):
        balasan = klien.get(f"/kepegawaian/jatuh-tempo/{macam}/cetak/")
        assert balasan.content[:5] == b"%PDF-" and "Sudah Pergi" not in PdfReader(BytesIO(balasan.content)).pages[0].extract_text()  # fmt: skip
    assert klien.get("/kepegawaian/jatuh-tempo/lain/cetak/").status_code == 404


def test_the_nominative_list_of_a_day_shows_who_was_what_then(
    personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia, 1, nama="Laras")
    pangkat(p, D(2019, 4, 1), "III/b", personalia)
    jabatan(p, unit_lain, D(2024, 5, 16), personalia, nama="Penelaah")
    q = orang(unit, personalia, 2, nama="Bagas")
    keluar(q, D(2025, 1, 1), personalia)
    klien = masuk_sebagai(personalia)

    def isi(hari: str) -> set[tuple[str, str, str]]:
        orang_ = klien.get("/kepegawaian/nominatif/", {"pada": hari}).context["orang"]
        return {(o.nama, o.pangkat, o.unit) for o in orang_}

    muda, tk1 = "Penata Muda (III/a)", "Penata Muda Tingkat I (III/b)"
    assert isi("2015-02-28") == set()
    assert isi("2018-01-01") == {("Laras", muda, unit.nama), ("Bagas", muda, unit.nama)}
    assert isi("2024-12-31") == {("Laras", tk1, unit_lain.nama), ("Bagas", muda, unit.nama)}
    assert isi("2025-01-01") == {("Laras", tk1, unit_lain.nama)}
    assert klien.get("/kepegawaian/nominatif/?pada=2024-99-99").status_code == 200
    assert "Bagas" in klien.get("/kepegawaian/nominatif/?pada=2024-12-31&bentuk=csv").content.decode()


def test_bezetting_and_figures_add_up(
    personalia: Pengguna, unit: UnitKerja, dinas: UnitKerja, masuk_sebagai: Masuk
) -> None:
    kepala(unit, personalia, 1, kelamin="P", nama="Ketua")
    orang(unit, personalia, 2, kelamin="L")
    orang(unit, personalia, 3, kelamin="", tanggal_lahir=None)
    orang(unit, personalia, 4, jabatan__nama="Pengemudi", status__jenis="NON_PNS", status__sampai=D(2030, 1, 1), nip="", nik="9971015706900001")  # fmt: skip
    Formasi.objects.create(unit=unit, nama="Pengelola Data", jenis="pelaksana", kebutuhan=5)
    Formasi.objects.create(unit=unit, nama=f"Kepala {unit.nama}", jenis="administrator", kebutuhan=1, memimpin=True)
    klien = masuk_sebagai(personalia)
    baris = {
        (b.jabatan, b.kebutuhan, b.terisi, b.selisih) for b in klien.get("/kepegawaian/bezetting/").context["baris"]
    }
    assert baris == {
        (f"Kepala {unit.nama}", 1, 1, 0),
        ("Pengelola Data", 5, 2, -3),
        ("Pengemudi (di luar formasi)", 0, 1, 1),
    }
    halaman = klien.get("/kepegawaian/statistik/")
    for judul, isi, *_ in halaman.context["bagian"]:
        assert sum(pria + wanita for _, pria, wanita in isi) == 4, judul
    bagan = klien.get("/kepegawaian/bagan/").content.decode()
    assert "Ketua" in bagan and "4 orang" in bagan
    for jalur in ("bezetting/?bentuk=pdf", "statistik/?bentuk=pdf", "bagan/cetak/", "nominatif/?bentuk=pdf"):
        assert klien.get(f"/kepegawaian/{jalur}").content[:5] == b"%PDF-", jalur
    for jalur in ("bezetting/?bentuk=xlsx", "statistik/?bentuk=csv"):
        assert klien.get(f"/kepegawaian/{jalur}").status_code == 200, jalur


def ramaikan(unit: UnitKerja, mulai: int, sampai: int, oleh: Pengguna) -> None:
    """People with twelve facts each, stored in sets."""
    semua = Pegawai.objects.bulk_create(
        Pegawai(
            nama=f"Pegawai {n:03}", nip=f"19700617199503{n:04}", tanggal_lahir=D(1970 + n % 25, 6, 17), unit=unit,
            jabatan="Pengelola Data", pangkat="III/a", jenis="PNS",
        )
        for n in range(mulai, sampai)
    )  # fmt: skip
    berkas, ktp = simpan(b"%PDF-1.4", oleh), KategoriBerkas.objects.get(kode="KTP")
    BerkasPegawai.objects.bulk_create(BerkasPegawai(pegawai=p, kategori=ktp, berkas=berkas) for p in semua)
    StatusPegawai.objects.bulk_create(StatusPegawai(pegawai=p, tmt=D(2015, 3, 1), jenis="PNS") for p in semua)
    for n, kode in enumerate(("II/d", "III/a", "III/b")):
        PangkatPegawai.objects.bulk_create(
            PangkatPegawai(pegawai=p, tmt=D(2015 + 4 * n, 4, 1), pangkat=kode, mk_tahun=4 * n) for p in semua
        )
        JabatanPegawai.objects.bulk_create(
            JabatanPegawai(pegawai=p, tmt=D(2015 + n, 3, 1), nama="Pengelola", jenis="pelaksana", unit=unit)
            for p in semua
        )
        GajiBerkala.objects.bulk_create(
            GajiBerkala(pegawai=p, tmt=D(2017 + 2 * n, 3, 1), mk_tahun=2 + 2 * n, gaji_pokok=1) for p in semua
        )
    PendidikanPegawai.objects.bulk_create(
        PendidikanPegawai(pegawai=p, tmt=D(2012, 1, 1), tingkat="S1", sekolah="Universitas") for p in semua
    )
    KeluargaPegawai.objects.bulk_create(
        KeluargaPegawai(pegawai=p, hubungan="anak", nama="Anak", kelamin="L", tanggal_lahir=D(2019, 1, 1))
        for p in semua
    )
    segarkan_semua_pegawai()


def test_pages_cost_the_same_for_three_people_and_for_forty(
    personalia: Pengguna, staf: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    ramaikan(unit, 0, 3, personalia)
    satu = Pegawai.objects.order_by("id").first()
    assert satu is not None
    Pegawai.objects.filter(pk=satu.pk).update(pengguna=staf)
    Formasi.objects.create(unit=unit, nama="Pengelola", jenis="pelaksana")
    dasar = "/kepegawaian/"
    paling = {
        "pegawai/": 12, f"pegawai/{satu.pk}/": 25, f"pegawai/{satu.pk}/karier/": 18, f"pegawai/{satu.pk}/berkas/": 13,
        f"pegawai/{satu.pk}/keluarga/": 11, "kgb/": 18, "kenaikan-pangkat/": 18, "pensiun/": 18, "kontrak/": 13,
        "berkas/kurang/": 18, "berkas/kelengkapan/": 13, "duk/": 11, "nominatif/": 16, "bezetting/": 12,
        "statistik/": 9, "bagan/": 10, "surat/": 12, "formasi/": 12,
    }  # fmt: skip
    klien, sendiri = masuk_sebagai(personalia), masuk_sebagai(staf)

    def ukur() -> dict[str, int]:
        hasil = {}
        for k, jalur in ((klien, j) for j in paling):
            hasil[jalur] = _kueri(k, dasar + jalur)
        return hasil | {"saya/": _kueri(sendiri, f"{dasar}saya/")}

    ukur()  # content types and the like are read once in a process
    sedikit = ukur()
    ramaikan(unit, 3, 40, personalia)
    assert ukur() == sedikit
    assert {j: n for j, n in sedikit.items() if n > (paling | {"saya/": 46})[j]} == {}


def _kueri(klien: Client, alamat: str) -> int:
    with CaptureQueriesContext(connection) as tercatat:
        assert klien.get(alamat).status_code == 200, alamat
    return len(tercatat)
