"""Pages of the dated rules of the archive."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from arsip.models import Klasifikasi, ParameterArsip, PolaNomor, VersiKlasifikasi
from arsip.models.nomor import pola_pada
from arsip.queries.parameter import parameter
from inti.models import Pengguna, UnitKerja
from inti.services.aturan import aturan_ganti, aturan_tambah
from inti.sheets.impor import impor_berkas
from tests.dtks.test_aturan import _Bertanggal, berurutan

SIAPA = {"pemegang": "arsiparis", "pembaca": "penyelia", "asing": "loket"}
D = dt.date


class _TanpaSampah(_Bertanggal):
    siapa, sampah = SIAPA, False


class TestParameter(_TanpaSampah):
    model, depan = ParameterArsip, "/arsip/jra/parameter/"
    baru = {"kode": "lama_pinjam", "nilai": 14, "berlaku_mulai": "2025-01-01", "dasar_hukum": ""}
    ubahan = {"nilai": 10}

    def tampak(self, objek: Any) -> str:
        return "Lama pinjam (hari)"

    def test_the_number_of_the_day_else_what_the_program_brings(self, arsiparis: Pengguna) -> None:
        isian = {"kode": "lama_pinjam", "nilai": 14, "berlaku_mulai": D(2025, 1, 1)}
        satu = aturan_tambah(model="arsip.parameterarsip", isian=isian, oleh=arsiparis)
        aturan_ganti(objek=satu, isian={"nilai": 21, "berlaku_mulai": D(2026, 1, 1)}, oleh=arsiparis)
        hari = (D(2024, 12, 31), D(2025, 12, 31), D(2026, 1, 1))
        assert [parameter("lama_pinjam", h) for h in hari] == [7, 14, 21]
        assert [parameter("batas_arsip", h) for h in hari] == [7, 7, 7]


class TestPola(_TanpaSampah):
    model, depan = PolaNomor, "/arsip/pola-nomor/"
    baru = {"seri": "sk", "urutan": "kantor", "pola": "{urut:03d}/SK/{tahun}", "berlaku_mulai": "2025-01-01"}
    ubahan = {"pola": "{urut:02d}/SK/{tahun}"}

    def tampak(self, objek: Any) -> str:
        return "Keputusan"

    def tambah(self, mulai: dt.date, **lain: Any) -> Any:
        return aturan_tambah(model="arsip.polanomor", isian=self.baru | {"berlaku_mulai": mulai} | lain, oleh=None)

    def test_a_new_pattern_ends_the_one_in_force_and_a_units_own_comes_first(self, unit: UnitKerja) -> None:
        satu, milik, tiga = (
            self.tambah(D(2024, 1, 1)),
            self.tambah(D(2025, 1, 1), unit=unit, pola="{urut}/{unit}/{tahun}"),
            self.tambah(D(2026, 1, 1)),
        )
        satu.refresh_from_db()
        assert satu.berlaku_sampai == D(2025, 12, 31)
        assert [pola_pada("sk", None, D(n, 6, 1)) for n in (2023, 2024, 2025, 2026)] == [None, satu, satu, tiga]
        assert [pola_pada("sk", unit, D(n, 6, 1)) for n in (2023, 2024, 2025, 2026)] == [None, satu, milik, milik]

    def test_a_pattern_that_cannot_number_is_refused_also_in_place_of_another(self, unit: UnitKerja) -> None:
        satu = self.tambah(D(2024, 1, 1))
        ganti = {"berlaku_mulai": D(2025, 1, 1)}
        for salah in ({"pola": "{tahun}"}, {"urutan": "kode"}, {"urutan": "unit"}):
            with pytest.raises(ValidationError) as galat:
                aturan_ganti(objek=satu, isian=salah | ganti, oleh=None)
            assert list(galat.value.message_dict) == ["pola"]
        with pytest.raises(ValidationError):
            self.tambah(D(2025, 1, 1), unit=unit)


class TestVersi(_TanpaSampah):
    model, depan, unik = VersiKlasifikasi, "/arsip/klasifikasi/versi/", ("nama",)
    siapa = SIAPA | {"asing": "administrator"}  # whoever writes a letter meets the codes
    baru = {"nama": "Permendagri 83", "berlaku_mulai": "2025-01-01"}
    ubahan = {"nama": "Permendagri 83/2022"}

    def buat(self, n: int = 0) -> Any:
        return VersiKlasifikasi.objects.create(nama=f"Versi {n}", **berurutan(n))

    def muat(self, tmp_path: Path, *baris: str) -> Any:
        berkas = tmp_path / "k.csv"
        berkas.write_text("\n".join(["KODE,NAMA,VERSI,BERLAKU MULAI", *baris]))
        return impor_berkas("klasifikasi", berkas, simpan=True, oleh=self.orang["pemegang"])

    def test_an_edition_ends_the_one_in_force_also_by_a_file(self, tmp_path: Path) -> None:
        hasil = self.muat(tmp_path, "000,Lama,Satu,01-01-2020", "000,Baru,Dua,01-01-2023", "100,Baru,Dua,01-01-2023")
        assert (hasil.baru, hasil.ditolak) == (3, 0)
        assert list(VersiKlasifikasi.objects.order_by("berlaku_mulai").values_list("nama", "berlaku_sampai")) == [
            ("Satu", D(2022, 12, 31)), ("Dua", None),
        ]  # fmt: skip
        nama = [[k.nama for k in Klasifikasi.objects.pada(D(n, 12, 31))] for n in (2019, 2022, 2023)]
        assert nama == [[], ["Lama"], ["Baru", "Baru"]]

    @pytest.mark.parametrize("ada", [True, False], ids=["there", "in the file"])
    def test_two_editions_of_one_first_day_are_found_in_the_file(self, tmp_path: Path, ada: bool) -> None:
        satu, dua = "000,Lama,Satu,01-01-2020", ("000,Baru,Dua,01-01-2020", "100,Baru,Dua,01-01-2020")
        if ada:
            self.muat(tmp_path, satu)
        hasil = self.muat(tmp_path, *(() if ada else (satu,)), *dua)
        assert [(g["kode"], "Satu" in g["pesan"]) for g in hasil.galat] == [("VERSI_SEHARI", True)] * 2
        assert VersiKlasifikasi.objects.count() == ada
        assert self.muat(tmp_path, satu).ditolak == 0, "the same file again, or mended"
