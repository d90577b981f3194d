"""Letters in: registered once under a gapless number, met by whom they concern, kept when the scan is damaged."""

from __future__ import annotations

import datetime as dt
import uuid
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from arsip.models import SuratMasuk
from arsip.services import masuk as services
from arsip.services.pindaian import cacat_pdf, siapkan_pindaian
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import kiriman as kiriman_form
from inti.models import Nomor, Pengguna, UnitKerja, Usulan
from inti.services.berkas import berkas_baca
from tests.arsip.contoh_masuk import (
    ALAMAT,
    Masuk,
    catat,
    foto,
    isian,
    kirim,
    kiriman,
    pdf,
    pdf_terkunci,
    segar,
    unggah,
)
from tests.conftest import buat_pengguna

pytestmark = pytest.mark.django_db


def _kode(galat: Any) -> str:
    return str(galat.value.kode)


def test_agenda_numbers_follow_without_a_gap_and_a_refusal_takes_none(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    satu = catat(arsiparis, dinas, 1)
    with pytest.raises(AturanDilanggar):
        catat(arsiparis, dinas, 1)
    dua = catat(arsiparis, dinas, 2)
    assert [n.urut for n in Nomor.objects.filter(seri__kode="agenda.masuk").order_by("urut")] == [1, 2]
    assert (satu.nomor.teks, dua.nomor.objek_id) == (f"0001/{satu.diterima.year}", str(dua.pk))


def test_the_same_letter_warns_and_is_stored_only_when_meant(
    arsiparis: Pengguna, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(arsiparis)
    assert klien.post(f"{ALAMAT}baru/", kiriman(dinas)).status_code == 302
    ada = SuratMasuk.objects.get()
    ulang = klien.post(f"{ALAMAT}baru/", kiriman(dinas, pengirim="KECAMATAN  lembayung") | {"pindaian": unggah(pdf())})
    isi = ulang.content.decode()
    assert ulang.status_code == 422 and ada.get_absolute_url() in isi and "Simpan juga" in isi
    assert SuratMasuk.objects.count() == 1
    berkas = ulang.context["berkas_ada"][0]
    lagi = klien.post(
        f"{ALAMAT}baru/", kiriman(dinas) | {"kembar_disengaja": "on", "berkas_ada": str(berkas.pk)}, follow=True
    )
    assert lagi.status_code == 200 and SuratMasuk.objects.count() == 2
    baru = SuratMasuk.objects.latest("pk")
    assert [b.pk for b in baru.pindaian()] == [berkas.pk]


def test_that_a_closed_letter_is_there_is_told_but_neither_number_nor_page(
    arsiparis: Pengguna, dinas: UnitKerja, unit_lain: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    lain = buat_pengguna("arsiparis2", "arsiparis", unit=unit_lain)
    catat(lain, dinas, keamanan="rahasia")
    balasan = masuk_sebagai(arsiparis).post(f"{ALAMAT}baru/", kiriman(dinas))
    assert balasan.status_code == 422 and balasan.context["kembaran"] is None
    isi = balasan.content.decode()
    assert "sudah dicatat oleh petugas lain" in isi and "0001/" not in isi


def test_the_same_form_twice_registers_once(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    kunci = str(uuid.uuid4())
    with kiriman_form(kunci):
        catat(arsiparis, dinas)
    with kiriman_form(kunci), pytest.raises(SudahDikirim):
        catat(arsiparis, dinas, 2)
    assert SuratMasuk.objects.count() == 1


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"diterima": timezone.localdate() + dt.timedelta(days=1)}, "DITERIMA_DEPAN"),
        ({"tanggal_surat": timezone.localdate() + dt.timedelta(days=1)}, "SURAT_SESUDAH_TERIMA"),
    ],
)
def test_dates_that_can_not_be_are_refused(
    arsiparis: Pengguna, dinas: UnitKerja, ganti: dict[str, Any], kode: str
) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        catat(arsiparis, dinas, **ganti)
    assert _kode(galat) == kode


def test_staff_register_for_their_own_unit(staf: Pengguna, unit: UnitKerja, unit_lain: UnitKerja) -> None:
    assert catat(staf, unit).unit == unit
    with pytest.raises(AturanDilanggar) as galat:
        catat(staf, unit_lain, 2)
    assert _kode(galat) == "UNIT_LAIN"


def test_who_meets_an_open_letter(peran: dict[str, Pengguna], dinas: UnitKerja, unit: UnitKerja) -> None:
    ke_kepala, ke_bidang = catat(peran["arsiparis"], dinas, 1), catat(peran["arsiparis"], unit, 2)

    def melihat(nama: str) -> set[int]:
        return set(SuratMasuk.objects.untuk(peran[nama]).values_list("pk", flat=True))

    for nama in ("arsiparis", "pimpinan"):
        assert melihat(nama) == {ke_kepala.pk, ke_bidang.pk}, nama
    for nama in ("penyelia", "staf", "loket", "magang"):
        assert melihat(nama) == {ke_bidang.pk}, nama
    for nama in ("admin", "desa", "perusahaan", "personalia"):
        assert melihat(nama) == set(), nama
    kirim(ke_kepala, peran["pimpinan"], peran["loket"])
    assert melihat("loket") == {ke_kepala.pk, ke_bidang.pk}


def test_a_closed_letter_is_met_by_those_it_concerns(
    peran: dict[str, Pengguna], dinas: UnitKerja, unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    tertutup = catat(peran["arsiparis"], unit, keamanan="rahasia")
    meja_lain = buat_pengguna("arsiparis2", "arsiparis", unit=unit_lain)

    def melihat(orang: Pengguna) -> bool:
        return SuratMasuk.objects.untuk(orang).filter(pk=tertutup.pk).exists()

    assert melihat(peran["arsiparis"]) and melihat(peran["penyelia"])
    for orang in (meja_lain, *(peran[n] for n in ("pimpinan", "staf", "loket", "magang", "admin"))):
        assert not melihat(orang), orang
    kirim(tertutup, peran["penyelia"], peran["staf"])
    assert melihat(peran["staf"]) and not melihat(peran["loket"])


def test_outside_the_scope_there_is_no_page_and_no_scan(
    arsiparis: Pengguna, staf: Pengguna, unit_lain: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(arsiparis)
    klien.post(f"{ALAMAT}baru/", kiriman(unit_lain) | {"pindaian": unggah(pdf())})
    surat = SuratMasuk.objects.get()
    berkas = surat.pindaian()[0]
    assert klien.get(f"/berkas/{berkas.pk}/").status_code == 200
    lain = masuk_sebagai(staf)
    for alamat in (surat.get_absolute_url(), f"/berkas/{berkas.pk}/", f"{ALAMAT}{surat.pk}/lembar/"):
        assert lain.get(alamat).status_code == 404


def test_an_intern_proposes_and_a_penyelia_registers(
    magang: Pengguna, penyelia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    balasan = masuk_sebagai(magang).post(f"{ALAMAT}baru/", kiriman(unit) | {"pindaian": unggah(pdf())})
    assert balasan.status_code == 302 and not SuratMasuk.objects.exists()
    usulan = Usulan.objects.get()
    klien = masuk_sebagai(penyelia)
    klien.post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    surat = SuratMasuk.objects.get()
    assert surat.dicatat_oleh == penyelia and len(surat.pindaian()) == 1
    with pytest.raises(PermissionDenied):
        services.surat_masuk_catat(isian=isian(unit, 2), oleh=magang)


def test_several_photographs_become_one_pdf(
    arsiparis: Pengguna, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    foto_foto = [unggah(foto(60 + n), f"foto{n}.jpg") for n in range(3)]
    masuk_sebagai(arsiparis).post(f"{ALAMAT}baru/", kiriman(dinas) | {"pindaian": foto_foto})
    (berkas,) = SuratMasuk.objects.get().pindaian()
    assert len(PdfReader(BytesIO(berkas_baca(berkas))).pages) == 3


@pytest.mark.parametrize(("isi", "cacat"), [(pdf_terkunci(), "terkunci"), (pdf()[:300], "rusak"), (pdf(), "")])
def test_a_damaged_or_locked_scan_is_kept_as_it_came_and_flagged(
    isi: bytes, cacat: str, arsiparis: Pengguna, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(arsiparis)
    klien.post(f"{ALAMAT}baru/", kiriman(dinas) | {"pindaian": [unggah(isi), unggah(foto(), "lampiran.jpg")]})
    surat = SuratMasuk.objects.get()
    assert surat.cacat == cacat
    if cacat:
        assert isi in [berkas_baca(b) for b in surat.pindaian()]
        for alamat in (surat.get_absolute_url(), f"{ALAMAT}?perhatian=cacat"):
            assert f"Pindaian {surat.get_cacat_display().lower()}" in klien.get(alamat).content.decode()
    else:
        assert len(surat.pindaian()) == 1


def test_a_locked_pdf_with_a_program_in_the_clear_is_still_refused() -> None:
    assert cacat_pdf(b"%PDF-1.7 bukan apa-apa") == "rusak"
    with pytest.raises(AturanDilanggar, match="BERKAS_AKTIF"):
        siapkan_pindaian(pdf_terkunci() + b"\n/JavaScript")
    with pytest.raises(AturanDilanggar, match="BERKAS_JENIS"):
        siapkan_pindaian(b"MZ program")


def test_a_further_scan_stays_beside_the_first(
    arsiparis: Pengguna, dinas: UnitKerja, staf: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    surat = catat(arsiparis, dinas)
    klien = masuk_sebagai(arsiparis)
    for n in range(2):
        klien.post(f"{ALAMAT}{surat.pk}/pindai/", {"pindaian": unggah(pdf(f"{n}")), "versi": segar(surat).versi})
    assert len(segar(surat).pindaian()) == 2
    with pytest.raises(AturanDilanggar, match="BUKAN_PENCATAT"):
        services.surat_masuk_pindai(surat=segar(surat), pindaian={}, oleh=staf)
    with pytest.raises(AturanDilanggar, match="PINDAIAN_KOSONG"):
        services.surat_masuk_pindai(surat=segar(surat), pindaian={}, oleh=arsiparis)


def test_a_correction_needs_the_version_that_was_seen(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas)
    lama = segar(surat)
    services.surat_masuk_ubah(surat=surat, isian=isian(dinas, hal="Undangan baru"), oleh=arsiparis)
    with pytest.raises(VersiBerubah):
        services.surat_masuk_ubah(surat=lama, isian=isian(dinas), oleh=arsiparis)
    tahun_lalu = segar(surat).diterima - dt.timedelta(days=366)
    with pytest.raises(AturanDilanggar, match="TAHUN_AGENDA"):
        services.surat_masuk_ubah(
            surat=segar(surat), isian=isian(dinas, diterima=tahun_lalu, tanggal_surat=tahun_lalu), oleh=arsiparis
        )


def test_others_do_not_correct_the_letter_desks_entry(
    arsiparis: Pengguna, staf: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    surat = catat(arsiparis, unit)
    with pytest.raises(AturanDilanggar, match="BUKAN_PENCATAT"):
        services.surat_masuk_ubah(surat=surat, isian=isian(unit), oleh=staf)
    assert "Ubah" not in masuk_sebagai(staf).get(surat.get_absolute_url()).content.decode().split("<aside")[0]


def test_cancelling_keeps_the_number_with_its_reason(
    arsiparis: Pengguna, pimpinan: Pengguna, penyelia: Pengguna, dinas: UnitKerja
) -> None:
    surat = catat(arsiparis, dinas)
    batal = services.surat_masuk_batalkan(surat=surat, alasan="Salah kantor", oleh=arsiparis)
    nomor = Nomor.objects.get(pk=batal.nomor_id)
    assert (batal.status, nomor.keadaan, nomor.alasan) == ("dibatalkan", "dibatalkan", "Salah kantor")
    assert catat(arsiparis, dinas).nomor.urut == 2  # the cancelled one no longer counts as the same letter
    with pytest.raises(AturanDilanggar, match="SURAT_BATAL"):
        services.surat_masuk_ubah(surat=segar(surat), isian=isian(dinas), oleh=arsiparis)
    lain = catat(arsiparis, dinas, 5)
    kirim(lain, pimpinan, penyelia)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        services.surat_masuk_batalkan(surat=segar(lain), alasan="x", oleh=arsiparis)


def test_earlier_letters_complete_sender_and_subject_within_the_scope(
    arsiparis: Pengguna, staf: Pengguna, dinas: UnitKerja, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    catat(arsiparis, dinas, 1, pengirim="Desa Tertutup", keamanan="rahasia")
    catat(arsiparis, unit, 2, pengirim="Desa Terbuka")
    minta = {"q": "desa"}
    alamat = f"{ALAMAT}saran/pengirim/"
    assert masuk_sebagai(staf).post(alamat, minta).json()["saran"] == [["Desa Terbuka", "Desa Terbuka"]]
    assert len(masuk_sebagai(arsiparis).post(alamat, minta).json()["saran"]) == 2
    hal = masuk_sebagai(staf).post(f"{ALAMAT}saran/hal/", {"q": "rapat", "pengirim": "Desa Terbuka"}).json()["saran"]
    assert hal == [["Undangan rapat 2", "Undangan rapat 2"]]


def test_the_agenda_book_tells_only_the_number_of_what_is_closed_to_its_reader(
    arsiparis: Pengguna, dinas: UnitKerja, unit_lain: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    meja_lain = buat_pengguna("arsiparis2", "arsiparis", unit=unit_lain)
    catat(arsiparis, dinas, 1, hal="Rahasia besar", keamanan="rahasia")
    catat(arsiparis, dinas, 2, hal="Rapat <b>biasa</b>")
    klien = masuk_sebagai(meja_lain)
    isi = klien.get(f"{ALAMAT}agenda/").content.decode()
    assert "0001/" in isi and "Rahasia besar" not in isi and "Rapat &lt;b&gt;biasa" in isi
    hari = f"{timezone.localdate():%d-%m-%Y}"
    for bentuk, awal in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("srikandi", b"PK")):
        balasan = klien.get(f"{ALAMAT}agenda/?mulai={hari}&sampai={hari}&bentuk={bentuk}")
        assert balasan.content.startswith(awal), bentuk
    assert klien.get(f"{ALAMAT}agenda/?mulai={hari}&sampai=01-01-1999").status_code == 422
    for mulai in ("x", ""):
        assert klien.get(f"{ALAMAT}agenda/?mulai={mulai}&sampai={hari}").status_code == 422


def test_list_and_detail_cost_the_same_for_few_and_many(
    arsiparis: Pengguna, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna, dinas: UnitKerja, instansi: Any,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    klien = masuk_sebagai(arsiparis)

    def hitung(alamat: str) -> int:
        klien.get(alamat)
        with CaptureQueriesContext(connection) as c:
            assert klien.get(alamat).status_code == 200
        return len(c)

    def isi(awal: int, akhir: int) -> None:
        for n in range(awal, akhir):
            kirim(catat(arsiparis, dinas, n), pimpinan, penyelia, staf)

    isi(0, 3)
    surat = SuratMasuk.objects.earliest("pk")
    alamat = [
        f"{ALAMAT}?semua=1",
        f"{ALAMAT}agenda/",
        surat.get_absolute_url(),
        f"{surat.get_absolute_url()}disposisi/",
    ]
    sedikit = [hitung(a) for a in alamat]
    isi(3, 30)
    assert [hitung(a) for a in alamat] == sedikit
    assert max(sedikit) <= 24
