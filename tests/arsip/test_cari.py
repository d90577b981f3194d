"""Search in the archive: what matches, only what the reader may meet, and nothing typed is ever more than words."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from arsip.queries import cari as modul
from arsip.queries.cari import Saring, cari, cari_ringkas
from inti.models import JejakBaca, Pengguna, UnitKerja
from tests.arsip.contoh_cari import halaman, judul, temukan
from tests.arsip.contoh_keluar import naskah
from tests.arsip.contoh_masuk import Masuk, catat, kirim
from tests.conftest import buat_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
ALAMAT = "/arsip/cari/"
JAHAT = [
    '"', "'", "*", "a*", "^a", "-surat", "surat AND", "OR", "NOT surat", "NEAR(surat rapat, 2)", 'kata : "x', "{kata} : a",
    "surat\0rapat", "\0", ":*", "a & b | !c", "<-> 'x':*", "%s %%", "\\", "'; DROP TABLE arsip_indeksarsip; --", "a" * 10_000,
    "( (", "🙂", "\u202e\u0301", "كتاب",
]  # fmt: skip


@pytest.mark.parametrize("teks", JAHAT)
def test_nothing_typed_is_more_than_words(teks: str, arsiparis: Pengguna, dinas: UnitKerja) -> None:
    catat(arsiparis, dinas, hal="Surat rapat")
    assert isinstance(temukan(arsiparis, teks), list)


def test_random_text_never_breaks_the_query(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    catat(arsiparis, dinas, hal="Surat rapat")
    temukan(arsiparis, "surat")
    acak = random.Random(5)
    huruf = "ab \"'*():^-+{}[]<>|&!\\\0%_.,;AND OR NOT NEAR é\n"
    for _ in range(150):
        assert halaman(arsiparis, "".join(acak.choices(huruf, k=acak.randint(1, 60)))) is not None


def test_all_words_must_occur_and_the_last_may_be_begun(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    catat(arsiparis, dinas, 1, hal="Undangan rapat koordinasi")
    catat(arsiparis, dinas, 2, hal="Undangan sosialisasi")
    assert len(temukan(arsiparis, "undangan")) == 2
    assert temukan(arsiparis, "RAPAT undangan") == ["Undangan rapat koordinasi"]
    assert temukan(arsiparis, "undangan koord") == ["Undangan rapat koordinasi"]
    assert temukan(arsiparis, "koord undangan") == [] and temukan(arsiparis, "rapat sosialisasi") == []
    assert temukan(arsiparis, f"400/2/Kec/{timezone.localdate().year}") == ["Undangan sosialisasi"]


def test_text_without_any_word_finds_nothing_and_an_empty_search_lists_by_filters(
    arsiparis: Pengguna, dinas: UnitKerja
) -> None:
    catat(arsiparis, dinas)
    assert temukan(arsiparis, "?!") == [] and len(temukan(arsiparis, "")) == 1


def test_filters_narrow_by_kind_branch_of_the_classification_and_days(
    arsiparis: Pengguna, pimpinan: Pengguna, staf: Pengguna, dinas: UnitKerja
) -> None:
    hari = timezone.localdate()
    lama = hari - dt.timedelta(days=40)
    satu = catat(arsiparis, dinas, 1, hal="Bantuan satu", klasifikasi="400.9.1")
    catat(arsiparis, dinas, 2, hal="Bantuan dua", klasifikasi="400.90", diterima=lama, tanggal_surat=lama)
    kirim(satu, pimpinan, staf)
    assert len(temukan(staf, "bantuan", Saring(label="arsip.disposisi"))) == 1
    assert temukan(arsiparis, "bantuan", Saring(klasifikasi="400.9", label="arsip.suratmasuk")) == ["Bantuan satu"]
    assert temukan(arsiparis, "bantuan", Saring(mulai=lama, sampai=lama)) == ["Bantuan dua"]
    assert temukan(arsiparis, "bantuan", Saring(mulai=hari, label="arsip.suratmasuk")) == ["Bantuan satu"]


def test_a_unit_finds_its_own_letters_and_a_closed_one_only_whom_it_concerns(
    arsiparis: Pengguna,
    pimpinan: Pengguna,
    staf: Pengguna,
    staf_lain: Pengguna,
    magang: Pengguna,
    unit: UnitKerja,
    dinas: UnitKerja,
) -> None:
    catat(staf, unit, 1, hal="Laporan unit")
    rahasia = catat(arsiparis, dinas, 2, hal="Laporan pemeriksaan khusus", keamanan="rahasia")
    lain = buat_pengguna("arsiparis2", "arsiparis", unit=staf_lain.unit)
    for siapa in (staf, magang, lain, pimpinan):
        temuan = temukan(siapa, "laporan")
        assert ("Laporan pemeriksaan khusus" in temuan) is (siapa is pimpinan), siapa
    assert temukan(staf_lain, "laporan") == []
    for siapa in (staf, lain):
        hasil = halaman(siapa, "pemeriksaan")
        assert (hasil.hasil, hasil.jumlah, hasil.setelah, hasil.lebih, hasil.putus) == ([], 0, None, False, False)
    kirim(rahasia, pimpinan, staf)
    assert temukan(staf, "pemeriksaan khusus") == ["Laporan pemeriksaan khusus"] * 2
    assert temukan(magang, "pemeriksaan khusus") == []


def test_a_letter_that_was_closed_after_it_was_indexed_is_gone_at_once(
    arsiparis: Pengguna, staf: Pengguna, unit: UnitKerja
) -> None:
    surat = catat(arsiparis, unit, hal="Hal terbuka")
    assert temukan(staf, "terbuka") == ["Hal terbuka"]
    type(surat).objects.filter(pk=surat.pk).update(keamanan="sangat")  # the index doesn't know yet
    assert halaman(staf, "terbuka").hasil == []


def test_a_kind_that_a_role_may_not_view_is_not_found(
    instansi: Any, staf: Pengguna, loket: Pengguna, magang: Pengguna, penyelia: Pengguna
) -> None:
    naskah(staf, penyelia)
    assert len(temukan(staf, "undangan")) == 1 and len(temukan(magang, "undangan")) == 1
    assert temukan(loket, "undangan") == []


def test_pages_follow_the_last_row_and_candidates_of_others_are_stepped_over(
    arsiparis: Pengguna, staf: Pengguna, unit: UnitKerja, dinas: UnitKerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "CALON", 4)
    for n in range(9):
        catat(arsiparis, unit if n % 3 == 0 else dinas, n, hal=f"Surat {n}")
    temukan(arsiparis, "surat")
    satu = cari(staf, "surat", per=2)
    assert [judul(h) for h in satu.hasil] == ["Surat 6", "Surat 3"] and satu.setelah is not None and satu.lebih
    dua = cari(staf, "surat", per=2, setelah=satu.setelah)
    assert [judul(h) for h in dua.hasil] == ["Surat 0"] and dua.setelah is None
    monkeypatch.setattr(modul, "PUTARAN", 1)
    assert cari(staf, "surat", per=2).putus


def test_a_page_takes_the_same_number_of_queries_however_much_is_found(
    arsiparis: Pengguna, dinas: UnitKerja, django_assert_num_queries: Any
) -> None:
    for n in range(3):
        catat(arsiparis, dinas, n)
    temukan(arsiparis, "undangan")
    segar = Pengguna.objects.get(pk=arsiparis.pk)
    segar.has_perm("arsip.view_naskah")
    with CaptureQueriesContext(connection) as tiga:
        cari(segar, "undangan")
    for n in range(3, 12):
        catat(arsiparis, dinas, n)
    temukan(arsiparis, "undangan")
    with django_assert_num_queries(len(tiga)):
        assert len(cari(segar, "undangan").hasil) == 12
    assert len(tiga) <= 6  # candidates, their scope, the rows, where they lie, which of them are lent


def test_the_page_keeps_the_words_out_of_the_address_and_escapes_what_it_marks(
    instansi: Any, arsiparis: Pengguna, dinas: UnitKerja, masuk_sebagai: Masuk
) -> None:
    catat(arsiparis, dinas, hal="Rapat <script>alert(1)</script>", catatan="Isi & <b>tebal</b> rapat")
    temukan(arsiparis, "rapat")
    klien = masuk_sebagai(arsiparis)
    kosong = klien.get(ALAMAT).content.decode()
    assert "Cari di seluruh arsip" in kosong
    balasan = klien.post(ALAMAT, {"q": "rapat"})
    assert (balasan.status_code, balasan.url) == (302, ALAMAT)
    isi = klien.get(ALAMAT).content.decode()
    assert "<mark>Rapat</mark>" in isi and "&lt;script&gt;" in isi and "<b>tebal" not in isi
    jejak = JejakBaca.objects.filter(jenis=JejakBaca.Jenis.CARI).get()
    assert "rapat" not in jejak.keterangan
    klien.post(ALAMAT, {"bersih": "1"})
    assert "Cari di seluruh arsip" in klien.get(ALAMAT).content.decode()
    klien.post(ALAMAT, {"q": "tidakada"})
    assert "Tidak ada yang cocok" in klien.get(ALAMAT).content.decode()


def test_wrong_filters_are_told_at_their_fields(instansi: Any, arsiparis: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(arsiparis)
    balasan = klien.post(
        ALAMAT, {"q": "a", "bulan": "3", "klasifikasi": "999.9", "mulai": "5-5-2026", "sampai": "4-5-2026"}
    )
    isi = balasan.content.decode()
    assert balasan.status_code == 422
    assert "Isi tahunnya pula" in isi and "tidak ada pada klasifikasi" in isi and "sebelum tanggal awal" in isi
    for cacat in ("x", "-1", "9" * 30, "²"):
        assert klien.get(ALAMAT, {"setelah": cacat}).status_code == 200


def test_a_year_and_month_become_days(arsiparis: Pengguna) -> None:
    from arsip.forms.cari import CariArsipForm

    form = CariArsipForm({"tahun": "2026", "bulan": "2", "mulai": "10-02-2026"}, pengguna=arsiparis)
    assert form.is_valid() and form.saring() == Saring(mulai=dt.date(2026, 2, 10), sampai=dt.date(2026, 2, 28))
    tahun = CariArsipForm({"tahun": "2024"}, pengguna=arsiparis)
    assert tahun.is_valid() and (tahun.saring().mulai, tahun.saring().sampai) == (
        dt.date(2024, 1, 1),
        dt.date(2024, 12, 31),
    )


def test_the_one_search_box_gives_ten_titles(
    instansi: Any, arsiparis: Pengguna, dinas: UnitKerja, masuk_sebagai: Masuk
) -> None:
    for n in range(12):
        catat(arsiparis, dinas, n, catatan="kata tersembunyi")
    temukan(arsiparis, "")
    temuan = cari_ringkas(Pengguna.objects.get(pk=arsiparis.pk), "tersembunyi")
    assert len(temuan) == 10 and "tersembunyi" not in temuan[0].keterangan
    assert "Isi surat dan arsip" in masuk_sebagai(arsiparis).post("/cari/", {"q": "tersembunyi"}).content.decode()
    assert cari_ringkas(arsiparis, "??") == []


def test_a_result_says_where_the_paper_lies_to_whoever_may_look_into_the_records(
    instansi: Any, arsiparis: Pengguna, loket: Pengguna, dinas: UnitKerja, masuk_sebagai: Masuk
) -> None:
    from arsip.models import JenisArsip
    from arsip.services import pinjam as layanan_pinjam
    from arsip.services import rekam as layanan_rekam
    from tests.arsip.contoh_rekam import boks, rekam

    JenisArsip.objects.create(kode="surat-masuk", nama="Surat masuk")
    surat, tempat = catat(arsiparis, dinas, hal="Undangan musyawarah"), boks(arsiparis).tempat
    milik = layanan_rekam.surat_masuk_simpan(surat=surat, klasifikasi="000.1", tempat=tempat, lembar=1, oleh=arsiparis)
    rekam(arsiparis, dinas, "SPJ-9", uraian="Musyawarah desa")
    temukan(arsiparis, "musyawarah")
    letak = {h.nomor: h.letak for h in cari(arsiparis, "musyawarah").hasil}
    assert letak == {surat.nomor.teks: str(tempat), "SPJ-9": "belum ditempatkan"}
    layanan_pinjam.pinjam_catat(
        berkas=milik, peminjam=None, nama="Wira", instansi="Inspektorat", keperluan="Perlu",
        jatuh_tempo=dt.date(2031, 3, 9), oleh=arsiparis,
    )  # fmt: skip
    assert "sedang dipinjam, kembali 09-03-2031" in cari(arsiparis, "undangan").hasil[0].letak
    klien = masuk_sebagai(arsiparis)
    klien.post(ALAMAT, {"q": "undangan"})
    assert str(tempat) in klien.get(ALAMAT).content.decode()
    tanpa = buat_pengguna("loket3", "loket", unit=dinas)
    assert {h.letak for h in cari(tanpa, "musyawarah").hasil} <= {""}
