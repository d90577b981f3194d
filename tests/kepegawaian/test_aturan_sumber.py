"""Pages of the dated rules of staff, leave and interns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from django.test import Client

from inti.models import Pengguna
from kepegawaian.models import AturanCuti, AturanKepegawaian, KetentuanHari
from tests.dtks.test_aturan import _Bertanggal, berurutan

MASA = {"berlaku_mulai": "2025-01-01", "dasar_hukum": "Uji"}


class TestAturanKepegawaian(_Bertanggal):
    model, depan = AturanKepegawaian, "/kepegawaian/aturan/"
    siapa = {"pemegang": "personalia", "pembaca": "penyelia", "asing": "loket"}
    baru = {"kode": "pensiun.uji", "nilai": "58", "keterangan": "Batas usia uji", **MASA}
    ubahan = {"nilai": "59"}

    def tampak(self, objek: Any) -> str:
        return str(objek.keterangan)


class TestAturanCuti(_Bertanggal):
    model, depan = AturanCuti, "/kepegawaian/cuti/aturan/"
    siapa = {"pemegang": "personalia", "pembaca": "staf", "asing": "arsiparis"}
    baru = {
        "jenis": "tahunan", "kelompok": "PNS", "hak": 12, "satuan": "hari_kerja", "masa_kerja": 12, "simpan": 18,
        "simpan_tertunda": 24, "surat_mulai": 0, "surat_pemerintah_mulai": 0, "kelahiran": 0, "jeda": 0, **MASA,
    }  # fmt: skip
    ubahan = {"hak": 10}

    def tampak(self, objek: Any) -> str:
        return "Cuti tahunan"


class TestKetentuan(_Bertanggal):
    model, depan = KetentuanHari, "/kepegawaian/magang/ketentuan/"
    siapa = {"pemegang": "personalia", "pembaca": "pimpinan", "asing": "arsiparis"}
    baru = {"hari": 0, "seragam": "Batik", "jam_mulai": "07.30", "jam_selesai": "16.00", **MASA}
    ubahan = {"seragam": "Putih", "jam_mulai": "07.30", "jam_selesai": "15.30"}

    def buat(self, n: int = 0) -> Any:
        isi = {**self.baru, "jam_mulai": time(7, 30), "jam_selesai": time(16), **berurutan(n)}
        return KetentuanHari.objects.create(**isi)

    def tampak(self, objek: Any) -> str:
        return "Batik"


def test_a_new_value_ends_the_one_in_force_by_itself(
    personalia: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien, baru = masuk_sebagai(personalia), TestAturanKepegawaian.baru
    for mulai, nilai in (("01-01-2020", "56"), ("01-07-2026", "58"), ("01-01-2023", "57")):
        assert (
            klien.post("/kepegawaian/aturan/baru/", baru | {"berlaku_mulai": mulai, "nilai": nilai}).status_code == 302
        )
    assert list(AturanKepegawaian.objects.order_by("berlaku_mulai").values_list("nilai", "berlaku_sampai")) == [
        ("56", date(2022, 12, 31)), ("57", date(2026, 6, 30)), ("58", None),
    ]  # fmt: skip
    lagi = klien.post("/kepegawaian/aturan/baru/", baru | {"berlaku_mulai": "01-07-2026"})
    assert lagi.status_code == 422 and "Bertindih dengan Batas usia uji" in lagi.content.decode()
