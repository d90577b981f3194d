"""Pages of the dated rules of the archive, and of the kinds of records beside them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from arsip.models import (
    BerkasArsip,
    JadwalRetensi,
    JenisArsip,
    Klasifikasi,
    ParameterArsip,
    PolaNomor,
    VersiKlasifikasi,
)
from arsip.models.nomor import pola_pada
from arsip.queries.parameter import parameter
from arsip.services.klasifikasi import versi_klasifikasi_muat
from inti.models import Pengguna, UnitKerja
from inti.services.aturan import aturan_ganti, aturan_tambah
from inti.sheets.impor import impor_berkas
from tests.arsip.contoh_rekam import jadwal, rekam
from tests.dtks.test_aturan import _Bertanggal, berurutan
from tests.sumber import UjiSumber

SIAPA = {"pemegang": "arsiparis", "pembaca": "penyelia", "asing": "loket"}
D = dt.date


class _TanpaSampah(_Bertanggal):
    siapa, sampah = SIAPA, False


class TestJenis(UjiSumber):
    model, depan, siapa, unik, sampah = JenisArsip, "/arsip/jra/jenis/", SIAPA, ("kode",), False
    baru = {"kode": "keuangan", "nama": "Keuangan", "urutan": 10}
    ubahan = {"nama": "Berkas keuangan"}

    def buat(self, n: int = 0) -> Any:
        return JenisArsip.objects.create(kode=f"jenis-{n}", nama=f"Jenis {n}")


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


class TestJadwal(_TanpaSampah):
    model, depan = JadwalRetensi, "/arsip/jra/"
    baru = {
        "kode": "900", "uraian": "Keuangan", "aktif_tahun": 1, "inaktif_tahun": 2, "nasib": "musnah", "peristiwa": "tanggal",
        "berlaku_mulai": "2025-01-01", "dasar_hukum": "",
    }  # fmt: skip
    ubahan = {"inaktif_tahun": 5}

    @pytest.fixture(autouse=True)
    def _kode(self, db: None) -> None:
        kode = [("900", "Keuangan"), ("800", "Kepegawaian")]
        versi_klasifikasi_muat(versi=None, nama="uji", mulai="2000-01-01", dasar="", kode=kode, oleh=None)

    def tampak(self, objek: Any) -> str:
        return "Keuangan"

    def masa(self) -> list[Any]:
        return list(
            JadwalRetensi.objects.order_by("kode", "berlaku_mulai").values_list(
                "kode", "inaktif_tahun", "berlaku_sampai"
            )
        )

    def test_records_follow_a_new_row_a_correction_and_a_row_in_place_of_another(
        self, arsiparis: Pengguna, unit: UnitKerja
    ) -> None:
        berkas = rekam(arsiparis, unit, klasifikasi="900", tanggal=D(2024, 5, 1))

        def sampai() -> int:
            berkas.refresh_from_db()
            return berkas.inaktif_sampai.year

        klien, kirim = self.klien(), self.baru | {"berlaku_mulai": "01-01-2020"}
        assert klien.post("/arsip/jra/baru/", kirim).status_code == 302 and sampai() == 2027
        satu = JadwalRetensi.objects.get()
        ganti = {k: v for k, v in kirim.items() if k != "kode"} | {"inaktif_tahun": 8, "berlaku_mulai": "01-05-2024"}
        assert klien.post(f"/arsip/jra/{satu.pk}/ganti/", ganti | {"versi": satu.versi}).status_code == 302
        assert sampai() == 2033 and self.masa() == [("900", 2, D(2024, 4, 30)), ("900", 8, None)]
        dua = JadwalRetensi.objects.get(inaktif_tahun=8)
        ubah = kirim | {"inaktif_tahun": 8, "berlaku_mulai": "02-05-2024", "versi": dua.versi}
        assert klien.post(f"/arsip/jra/{dua.pk}/ubah/", ubah).status_code == 302 and sampai() == 2027
        dua.refresh_from_db()
        for nomor, kode in (("A", "900"), ("B", "800")):
            rekam(arsiparis, unit, nomor, klasifikasi=kode, tanggal=D(2024, 6, 1))
        ubah |= {"kode": "800", "versi": dua.versi}
        assert klien.post(f"/arsip/jra/{dua.pk}/ubah/", ubah).status_code == 302
        lain = (
            BerkasArsip.objects.order_by("klasifikasi")
            .exclude(pk=berkas.pk)
            .values_list("inaktif_sampai__year", "retensi")
        )
        assert list(lain) == [(2033, dua.pk), (9999, None)], "both codes' records"
        assert JadwalRetensi.objects.get(pk=dua.pk).urut != satu.urut

    def test_a_file_corrects_a_row_and_ends_it_by_another(self, arsiparis: Pengguna, tmp_path: Path) -> None:
        jadwal(None, berlaku_mulai=D(2020, 1, 1))
        jadwal(None, "800", berlaku_mulai=D(2022, 1, 1))
        berkas = tmp_path / "jra.csv"
        berkas.write_text(
            "KODE,URAIAN,AKTIF,INAKTIF,KETERANGAN AKHIR,BERLAKU MULAI\n"
            "900,Keuangan,1,9,Musnah,01-01-2024\n900,Keuangan,1,4,Musnah,01-01-2020\n800,Pegawai,1,3,Musnah,01-01-2021\n"
        )
        hasil = impor_berkas("jra", berkas, simpan=True, oleh=arsiparis)
        assert (hasil.baru, hasil.berubah, hasil.ditolak) == (2, 1, 0)
        assert self.masa() == [
            ("800", 3, D(2021, 12, 31)), ("800", 2, None), ("900", 4, D(2023, 12, 31)), ("900", 9, None),
        ]  # fmt: skip
        lagi = impor_berkas("jra", berkas, simpan=True, oleh=arsiparis)
        assert (lagi.baru, lagi.berubah, lagi.sama) == (0, 0, 3)
