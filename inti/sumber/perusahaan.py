"""Companies: their names and numbers, which the apps above refer to. Of the whole office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from inti.forms.perusahaan import PerusahaanForm
from inti.models import Perusahaan
from inti.pages import Daftar
from inti.pages.sumber import K, Sumber
from inti.queries.perusahaan import syarat_nomor
from inti.sheets.impor_perusahaan import ekspor_perusahaan


class _DicariDenganNomor(Daftar):
    def cari(self, kueri: QuerySet, teks: str) -> QuerySet:
        """By any of its numbers as they are written, or by words of its name."""
        nama = Q(pk__in=super().cari(kueri, teks).values("pk"))
        nomor = syarat_nomor(teks)
        return kueri.filter(nama | nomor if nomor is not None else nama)


class PerusahaanSumber(Sumber):
    model, jalur, ruang = Perusahaan, "kantor/perusahaan/", ""
    kolom = (
        K("nama", utama=True, urut=True),
        K("npp", kelas="t hp-kanan"),
        K("nib", kelas="t hp-tidak"),
        K("npwp_tampil", "NPWP", kelas="t hp-tidak", ekspor="npwp"),
    )
    urut_awal, cari, cari_petunjuk = "nama", ("nama",), "Nama, NPP, NIB, atau NPWP"
    ikon, jenis, importir = "building-office", "perusahaan", "inti.sheets.impor_perusahaan.ImporPerusahaan"
    form = PerusahaanForm
    fakta = ("nama", "npp", "nib", K("npwp_tampil", "NPWP"))
    halaman = {Daftar: _DicariDenganNomor}
    daftar = {
        "ekspor_izin": "inti.change_perusahaan",
        "kosong": ("Belum ada perusahaan", "Catat perusahaan satu per satu, atau impor dari Excel."),
    }

    @classmethod
    def tabel(cls, pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
        """In the shape of the import, numbers in full."""
        return ekspor_perusahaan(pengguna)
