"""Boxes: closing fixes order and numbers, a closed box is shut, labels and lists print, stocktakes find and miss."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from arsip.documents.boks import LEMBAR, gambar_label, label_berkas, label_boks
from arsip.models import BerkasArsip, Boks
from arsip.services import boks as layanan_boks
from arsip.services import opname as layanan_opname
from arsip.services import rekam as layanan_rekam
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat, UnitKerja
from inti.services.tempat import tempat_tambah, tempat_ubah
from tests.arsip.contoh_rekam import boks, jenis, rekam

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def test_closing_numbers_by_kind_and_code_and_shuts(arsiparis: Pengguna, unit: UnitKerja) -> None:
    b, lain = boks(arsiparis), boks(arsiparis, "b2", "Boks 2")
    surat = jenis("surat", "Surat", 10)
    for n in ("K-10", "K-9"):
        rekam(arsiparis, unit, n, tempat=b.tempat)
    rekam(arsiparis, unit, "Z-1", jenis=surat, tempat=b.tempat)
    luar = rekam(arsiparis, unit, "L-1")
    b = layanan_boks.boks_tutup(boks=b, oleh=arsiparis)
    assert b.jumlah == 3
    assert list(BerkasArsip.objects.filter(tempat=b.tempat).order_by("urut_boks").values_list("nomor", flat=True)) == [
        "Z-1", "K-9", "K-10",
    ]  # fmt: skip
    dalam = BerkasArsip.objects.get(nomor="K-9")
    for coba in (
        lambda: layanan_rekam.berkas_arsip_tempatkan(berkas=[luar], tempat=b.tempat, oleh=arsiparis),
        lambda: layanan_rekam.berkas_arsip_tempatkan(berkas=[dalam], tempat=lain.tempat, oleh=arsiparis),
        lambda: layanan_rekam.berkas_arsip_ubah(berkas=dalam, isian={"tempat": None}, oleh=arsiparis),
        lambda: rekam(arsiparis, unit, "B-9", tempat=b.tempat),
        lambda: layanan_boks.boks_ubah(boks=b, jenis=None, bulan=None, oleh=arsiparis),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            coba()
        assert galat.value.kode == "BOKS_DITUTUP"
    b = layanan_boks.boks_buka(boks=b, alasan="Salah taruh", oleh=arsiparis)
    dalam = BerkasArsip.objects.get(nomor="K-9")
    assert dalam.urut_boks is None
    layanan_rekam.berkas_arsip_tempatkan(berkas=[dalam], tempat=lain.tempat, oleh=arsiparis)


def test_a_folder_with_records_neither_leaves_nor_enters_a_closed_box(arsiparis: Pengguna, unit: UnitKerja) -> None:
    def pindah(apa: Tempat, ke: Tempat | None) -> Tempat:
        return tempat_ubah(tempat=apa, kode=apa.kode, nama=apa.nama, jenis=apa.jenis, induk=ke, oleh=arsiparis)

    b, lain = boks(arsiparis), boks(arsiparis, "b2", "Boks 2")
    isi, luar, kosong = (
        tempat_tambah(kode=k, nama=f"Map {k}", jenis=Tempat.Jenis.FOLDER, induk=induk, oleh=arsiparis)
        for k, induk in (("m1", b.tempat), ("m2", lain.tempat), ("m3", b.tempat))
    )
    rekam(arsiparis, unit, "K-1", tempat=isi)
    rekam(arsiparis, unit, "K-2", tempat=luar)
    layanan_boks.boks_tutup(boks=b, oleh=arsiparis)
    for apa, ke in ((isi, lain.tempat), (isi, None), (luar, b.tempat)):
        with pytest.raises(AturanDilanggar) as galat:
            pindah(apa, ke)
        assert galat.value.kode == "BOKS_DITUTUP"
    assert pindah(kosong, lain.tempat).jalur.startswith(lain.tempat.jalur)
    rak = tempat_tambah(kode="rak-9", nama="Rak 9", jenis=Tempat.Jenis.RAK, induk=None, oleh=arsiparis)
    assert pindah(Tempat.objects.get(pk=b.tempat_id), rak).jalur.startswith(rak.jalur)  # the box itself may be carried
    assert BerkasArsip.objects.di_dalam(rak.jalur).get().nomor == "K-1"


def test_an_empty_box_is_not_closed_and_opening_needs_a_reason(arsiparis: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        layanan_boks.boks_tutup(boks=boks(arsiparis), oleh=arsiparis)
    assert galat.value.kode == "BOKS_KOSONG"
    with pytest.raises(AturanDilanggar) as galat:
        layanan_boks.boks_buka(boks=Boks.objects.get(), alasan=" ", oleh=arsiparis)
    assert galat.value.kode == "ALASAN_KOSONG"


@pytest.mark.parametrize("lembar", LEMBAR)
def test_labels_and_lists_are_drawn(
    lembar: str, arsiparis: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    b = boks(arsiparis, nama="Boks <b>1</b> yang namanya panjang sekali sampai ke tepi")
    rekam(arsiparis, unit, "A</b><img src=x>", tempat=b.tempat)
    semua = label_boks([b]) + label_berkas(BerkasArsip.objects.select_related("jenis", "unit")) * 30
    assert gambar_label(semua, lembar, mulai=3)[:4] == b"%PDF"
    klien = masuk_sebagai(arsiparis)
    assert klien.get(f"/arsip/boks/{b.pk}/cetak/").content[:4] == b"%PDF"
    assert (
        klien.post(f"/arsip/boks/{b.pk}/label/", {"lanjutkan": 1, "lembar": lembar, "mulai": 1}).content[:4] == b"%PDF"
    )
    isi = klien.get(f"/arsip/boks/{b.pk}/").content.decode()
    assert "<img src=x>" not in isi


def test_a_label_leads_to_its_box_after_signing_in(
    arsiparis: Pengguna, loket: Pengguna, client: Client, masuk_sebagai: Masuk
) -> None:
    b = boks(arsiparis)
    assert client.get(f"/arsip/q/{b.kode}/").url.startswith("/masuk/")  # type: ignore[attr-defined]
    assert masuk_sebagai(arsiparis).get(f"/arsip/q/{b.kode}/").url == f"/arsip/boks/{b.pk}/"  # type: ignore[attr-defined]
    assert masuk_sebagai(arsiparis).get("/arsip/q/T00000Z/").status_code == 404
    assert masuk_sebagai(loket).get(f"/arsip/q/{b.kode}/").status_code == 403


def test_a_stocktake_sees_misses_and_finds_strangers(
    arsiparis: Pengguna, penyelia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    b, dua = boks(arsiparis), boks(arsiparis, "b2", "Boks 2")
    lepas = rekam(arsiparis, unit, "A-1", tempat=b.tempat)
    asing = rekam(arsiparis, unit, "X-1")
    rak = b.tempat.induk
    assert rak is not None
    o = layanan_opname.opname_mulai(tempat=rak, oleh=arsiparis)
    klien = masuk_sebagai(arsiparis)
    assert "Tandai terlihat" in klien.get(f"/arsip/q/{b.kode}/").content.decode()
    for kode in (b.kode, b.kode.lower(), asing.kode):
        assert klien.post(f"/arsip/opname/{o.pk}/lihat/", {"kode": kode}).status_code == 302
    assert (
        "tidak dikenal" in klien.post(f"/arsip/opname/{o.pk}/lihat/", {"kode": "SALAH"}, follow=True).content.decode()
    )
    with pytest.raises(AturanDilanggar) as galat:
        layanan_opname.opname_lihat(opname=o, kode=b.kode, oleh=penyelia)
    assert galat.value.kode == "BUKAN_PETUGAS"
    o = layanan_opname.opname_tutup(opname=o, catatan="Cari A-1", oleh=arsiparis)
    hasil = {(str(t.berkas or t.tempat.nama), t.hasil) for t in o.temuan.all()}
    assert hasil == {("Boks 1", "ada"), ("X-1", "asing"), ("Boks 2", "hilang"), (lepas.nomor, "hilang")}
    assert dua.pk and klien.get(f"/arsip/opname/{o.pk}/cetak/").content[:4] == b"%PDF"
    assert "Tidak ditemukan" in klien.get(f"/arsip/opname/{o.pk}/").content.decode()


def test_a_stocktake_counts_but_does_not_name_what_its_reader_may_not_meet(
    arsiparis: Pengguna, penyelia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    b = boks(arsiparis)
    rekam(arsiparis, unit, "A-1", tempat=b.tempat)
    rekam(arsiparis, unit, "R-7", tempat=b.tempat, keamanan="rahasia")
    o = layanan_opname.opname_mulai(tempat=b.tempat, oleh=arsiparis)
    layanan_opname.opname_lihat(opname=o, kode=b.kode, oleh=arsiparis)

    def lihat(siapa: Pengguna) -> tuple[bool, bool, bool]:
        isi = masuk_sebagai(siapa).get(f"/arsip/opname/{o.pk}/").content.decode()
        laporan = masuk_sebagai(siapa).get(f"/arsip/opname/{o.pk}/cetak/").content
        kata = "".join(h.extract_text() for h in PdfReader(BytesIO(laporan)).pages)
        return "A-1" in isi, "R-7" in isi + kata, "1 berkas di luar wewenang Anda" in isi

    assert lihat(arsiparis) == (True, True, False)
    assert lihat(penyelia) == (True, False, True)
    layanan_opname.opname_tutup(opname=o, catatan="", oleh=arsiparis)
    assert lihat(arsiparis) == (True, True, False)
    assert lihat(penyelia) == (True, False, True)
