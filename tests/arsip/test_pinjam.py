"""Loans: asked for, handed out, refused, extended, brought back, reminded of, demanded by letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from arsip.documents.pinjam import SuratTagihan
from arsip.models import BerkasArsip, Peminjaman
from arsip.services import pinjam as services
from arsip.services.harian import ingatkan_pinjaman
from inti.galat import AturanDilanggar
from inti.models import Pemberitahuan, Pengguna, UnitKerja
from inti.services.kertas import kertas_terbitkan
from kepegawaian.models import Pegawai
from tests.arsip.contoh_rekam import rekam

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def laras(staf: Pengguna, unit: UnitKerja) -> Pegawai:
    return Pegawai.objects.create(nama="Laras Wulandari", jabatan="Analis", unit=unit, pengguna=staf)


def pinjamkan(b: BerkasArsip, siapa: Pegawai | None, oleh: Pengguna, hari: int = 7) -> Peminjaman:
    return services.pinjam_catat(
        berkas=b, peminjam=siapa, nama="" if siapa else "Wira", instansi="" if siapa else "Inspektorat",
        keperluan="Perlu", jatuh_tempo=timezone.localdate() + dt.timedelta(days=hari), oleh=oleh,
    )  # fmt: skip


def mundurkan(p: Peminjaman, hari: int) -> Peminjaman:
    lalu = timezone.localdate() - dt.timedelta(days=hari)
    Peminjaman.objects.filter(pk=p.pk).update(dipinjam_pada=lalu, jatuh_tempo=lalu)
    return Peminjaman.objects.get(pk=p.pk)


def test_asked_for_handed_out_and_brought_back(
    laras: Pegawai, staf: Pengguna, arsiparis: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    b = rekam(arsiparis, unit)
    masuk_sebagai(staf).post(f"/arsip/berkas/{b.pk}/minta/", {"keperluan": "Menjawab surat", "versi": b.versi})
    p = Peminjaman.objects.get()
    assert (p.status, p.peminjam) == ("diminta", laras)
    tempo = timezone.localdate() + dt.timedelta(days=3)
    klien = masuk_sebagai(arsiparis)
    klien.post(f"/arsip/pinjam/{p.pk}/serahkan/", {"jatuh_tempo": f"{tempo:%d-%m-%Y}", "versi": p.versi})
    p = Peminjaman.objects.get()
    assert (p.status, p.jatuh_tempo) == ("dipinjam", tempo)
    assert klien.get(f"/arsip/pinjam/{p.pk}/lembar/").content[:4] == b"%PDF"
    klien.post(f"/arsip/pinjam/{p.pk}/kembali/", {"kondisi": "Baik", "versi": p.versi})
    p = Peminjaman.objects.get()
    assert (p.status, p.kembali_pada, p.kondisi) == ("kembali", timezone.localdate(), "Baik")
    assert pinjamkan(b, laras, arsiparis).status == "dipinjam"


def test_what_is_out_or_closed_is_not_lent(laras: Pegawai, arsiparis: Pengguna, unit: UnitKerja) -> None:
    b = rekam(arsiparis, unit)
    p = pinjamkan(b, laras, arsiparis)
    with pytest.raises(AturanDilanggar) as galat:
        pinjamkan(b, None, arsiparis)
    assert galat.value.kode == "SEDANG_DIPINJAM"
    tertutup = rekam(arsiparis, unit, "R-1", keamanan="rahasia")
    for siapa in (laras, None):
        with pytest.raises(AturanDilanggar) as galat:
            pinjamkan(tertutup, siapa, arsiparis)
        assert galat.value.kode == "PINJAM_TERTUTUP"
    with pytest.raises(AturanDilanggar) as galat:
        services.pinjam_perpanjang(pinjam=p, jatuh_tempo=p.jatuh_tempo, alasan="x", oleh=arsiparis)
    assert galat.value.kode == "TEMPO_LEWAT"
    lagi = p.jatuh_tempo + dt.timedelta(days=5)
    assert services.pinjam_perpanjang(pinjam=p, jatuh_tempo=lagi, alasan="x", oleh=arsiparis).diperpanjang == 1


def test_overdue_is_shown_reminded_once_a_week_and_demanded_by_letter(
    laras: Pegawai, staf: Pengguna, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, instansi: Any,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    p = pinjamkan(rekam(arsiparis, unit), laras, arsiparis)
    with pytest.raises(AturanDilanggar) as galat:
        kertas_terbitkan(kertas=SuratTagihan.kode, objek=p, oleh=pimpinan)
    assert galat.value.kode == "BELUM_TERLAMBAT"
    p = mundurkan(p, 10)
    hari = timezone.localdate()
    assert [ingatkan_pinjaman(hari), ingatkan_pinjaman(hari), ingatkan_pinjaman(hari + dt.timedelta(days=8))] == [
        1,
        0,
        1,
    ]
    assert Pemberitahuan.objects.filter(pengguna=staf).count() == 2
    isi = masuk_sebagai(arsiparis).get("/arsip/pinjam/?tempo=lewat").content.decode()
    assert "terlambat 10 hari" in isi
    p = kertas_terbitkan(kertas=SuratTagihan.kode, objek=Peminjaman.objects.get(), oleh=pimpinan)
    assert p.tagihan is not None and p.tagihan.klasifikasi == "000.5.2"
    with pytest.raises(AturanDilanggar) as galat:
        kertas_terbitkan(kertas=SuratTagihan.kode, objek=p, oleh=pimpinan)
    assert galat.value.kode == "SUDAH_DITAGIH"
    cetak = masuk_sebagai(arsiparis).post(f"/arsip/pinjam/{p.pk}/cetak-tagihan/", {"alasan": "", "versi": p.versi})
    assert cetak.content[:4] == b"%PDF"


def test_a_demand_that_was_wrong_is_cancelled_from_the_loan_and_the_book_keeps_its_number(
    laras: Pegawai, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk,
    client: Client,
) -> None:  # fmt: skip
    p = mundurkan(pinjamkan(rekam(arsiparis, unit), laras, arsiparis), 10)
    klien = masuk_sebagai(arsiparis)
    assert "Terbitkan surat tagihan" in klien.get(f"/arsip/pinjam/{p.pk}/").content.decode()
    assert klien.post(f"/arsip/pinjam/{p.pk}/tagihan/", {"versi": p.versi}).status_code == 302
    p = Peminjaman.objects.get()
    assert p.tagihan is not None and p.tagihan.dokumen is not None
    lama, kode = p.tagihan, p.tagihan.dokumen.kode
    assert (p.tagihan.dokumen.objek_label, p.tagihan.dokumen.tunggal) == ("arsip.peminjaman", True)
    tab = klien.get(f"/arsip/pinjam/{p.pk}/cetakan/").content.decode()
    assert lama.nomor.teks in tab and "Belum dicetak" in tab
    isi = {"versi": p.versi, "alasan": "Sudah kembali kemarin"}
    assert klien.post(f"/arsip/pinjam/{p.pk}/tagihan-batal/", isi).status_code == 302
    lama.refresh_from_db()
    p.refresh_from_db()
    assert (p.tagihan, lama.keadaan, lama.nomor.keadaan) == (None, "dibatalkan", "dibatalkan")
    umum = client.get(f"/v/{kode}/").content.decode()
    assert "Dokumen sudah dibatalkan" in umum and "Laras" not in umum and "kembali kemarin" not in umum
    assert klien.post(f"/arsip/pinjam/{p.pk}/tagihan/", {"versi": p.versi}).status_code == 302
    assert Peminjaman.objects.get().tagihan.nomor.urut == lama.nomor.urut + 1
