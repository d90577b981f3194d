"""What waits at the letter desk, the archive, and the heads: who sees what, until when, and where it leads."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from arsip.models import Naskah, Peminjaman, Pemusnahan, SuratMasuk
from arsip.queries import pekerjaan
from arsip.rules.masuk import WAJAR, batas_wajar, sifat_umur
from arsip.services import disposisi as layanan_disposisi
from arsip.services import naskah as layanan_naskah
from inti.models import Pengguna, UnitKerja
from inti.queries.meja import Kerja, fakta_meja, hitung_menunggu, kerja_saya
from tests.arsip.contoh_keluar import naskah
from tests.arsip.contoh_masuk import catat, kirim
from tests.arsip.contoh_rekam import jadwal, nilai, rekam, setuju, tetap, usul
from tests.arsip.test_pinjam import mundurkan, pinjamkan

pytestmark = pytest.mark.django_db


def kerja(siapa: Pengguna) -> list[Kerja]:
    return kerja_saya(siapa, hitung_menunggu(siapa), "arsip")


def langkah(siapa: Pengguna) -> list[tuple[str, str]]:
    return [(b.langkah, b.alamat) for b in kerja(siapa)]


@pytest.mark.parametrize("kecepatan", WAJAR)
@pytest.mark.parametrize("umur", range(9))
def test_a_letter_is_past_its_limit_when_it_waits_too_long(kecepatan: str, umur: int) -> None:
    diterima = dt.date(2026, 11, 20)
    hari = diterima + dt.timedelta(days=umur)
    assert (batas_wajar(diterima, kecepatan) < hari) is (sifat_umur(umur, kecepatan) == "salah")


def test_a_letter_waits_for_its_head_then_its_disposition_for_its_receiver(
    unit: UnitKerja, dinas: UnitKerja, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna, arsiparis: Pengguna,
    instansi: Any,
) -> None:  # fmt: skip
    surat: SuratMasuk = catat(arsiparis, dinas)
    (satu,) = kerja(pimpinan)
    assert (satu.teks, satu.langkah) == (surat.hal, "Disposisikan")
    assert satu.asal == f"agenda {surat.nomor}, dari {surat.pengirim}"
    assert satu.alamat == f"/arsip/surat-masuk/{surat.pk}/disposisikan/"
    assert satu.batas == batas_wajar(surat.diterima, surat.kecepatan)
    assert langkah(penyelia) == [] == langkah(staf)
    (d,) = kirim(surat, pimpinan, penyelia)
    assert langkah(pimpinan) == []
    (satu,) = kerja(penyelia)
    assert (satu.langkah, satu.batas, satu.alamat) == ("Tindak lanjuti disposisi", d.batas, d.get_absolute_url())
    assert satu.asal == f"agenda {surat.nomor}, dari {pimpinan}"
    layanan_disposisi.disposisi_selesai(disposisi=d, hasil="Beres", berkas=None, oleh=penyelia)
    assert langkah(penyelia) == []


def test_a_draft_goes_from_initials_to_approval_to_its_number_or_back(
    staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, instansi: Any
) -> None:
    n: Naskah = naskah(staf, pimpinan)
    alamat = n.get_absolute_url()
    assert langkah(staf) == [] == langkah(pimpinan)
    n = layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
    assert langkah(penyelia) == [("Beri paraf", alamat)] and langkah(pimpinan) == []
    n = layanan_naskah.naskah_kembalikan(naskah=n, alasan="Lengkapi dasarnya.", oleh=penyelia)
    (satu,) = kerja(staf)
    assert (satu.langkah, satu.alamat, satu.asal) == ("Perbaiki konsep", alamat, "Lengkapi dasarnya.")
    assert langkah(penyelia) == []
    n = layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    assert langkah(pimpinan) == [("Setujui atau kembalikan", alamat)] and langkah(staf) == []
    layanan_naskah.naskah_setujui(naskah=n, oleh=pimpinan)
    assert pekerjaan.naskah_kembali(staf).count() == 0 and langkah(staf) == []
    for siapa in (arsiparis, penyelia, pimpinan):
        assert langkah(siapa) == [("Beri nomor", alamat)]


def test_loans_asked_for_and_overdue_wait_at_the_archive(
    arsiparis: Pengguna, staf: Pengguna, penyelia: Pengguna, staf_lain: Pengguna, unit: UnitKerja, instansi: Any
) -> None:
    satu, dua = rekam(arsiparis, unit, "SPJ-1"), rekam(arsiparis, unit, "SPJ-2")
    p = mundurkan(pinjamkan(satu, None, arsiparis), 3)
    minta = pinjamkan(dua, None, arsiparis)
    assert langkah(arsiparis) == [("Tagih atau terima kembali", p.get_absolute_url())], "the other one is in time"
    Peminjaman.objects.filter(pk=minta.pk).update(status="diminta")
    (lewat, baru) = kerja(arsiparis)
    assert lewat.batas == timezone.localdate() - dt.timedelta(days=3)
    assert (baru.langkah, baru.batas) == ("Serahkan atau tolak", None)
    assert "Inspektorat" in lewat.asal and lewat.teks == satu.uraian
    assert langkah(penyelia) == langkah(arsiparis), "the record is of his unit"
    assert langkah(staf) == langkah(arsiparis), "staff lend what their unit keeps"
    assert langkah(staf_lain) == []
    assert {f.nama: f.teks for f in fakta_meja(arsiparis)}["Arsip belum ditempatkan"] == "2"
    assert "Arsip belum ditempatkan" not in {f.nama for f in fakta_meja(staf_lain)}


def test_a_destruction_waits_for_whose_turn_it_is(
    arsiparis: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, unit: UnitKerja, instansi: Any
) -> None:
    jadwal(None)
    p: Pemusnahan = usul([rekam(arsiparis, unit, "SPJ-2")], arsiparis, unit)
    alamat = p.get_absolute_url()
    assert langkah(arsiparis) == [("Catat penilaian", alamat)] and langkah(pimpinan) == []
    p = nilai(p, arsiparis)
    assert langkah(pimpinan) == [("Catat persetujuan", alamat)] and langkah(arsiparis) == []
    p = setuju(p, pimpinan)
    assert langkah(pimpinan) == [("Tetapkan", alamat)]
    p = tetap(p, pimpinan)
    assert langkah(pimpinan) == [] and langkah(arsiparis) == [("Laksanakan pemusnahan", alamat)]
