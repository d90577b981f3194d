"""PDF tools: what comes out, what is refused with a sentence, what is done in the background, and who gets it."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from arsip.jobs import alat as jobs_alat
from arsip.models import IndeksArsip, TeksBerkas
from arsip.services.indeks import indeks_segarkan
from arsip.views import alat_pdf as modul
from inti.jobs.jalan import jalankan
from inti.models import BerkasTersimpan, Pengguna, Tugas, UnitKerja
from inti.olah import induk
from inti.olah.induk import TakTerolah, olah
from inti.olah.rentang import RentangSalah, baca_rentang, letak, susunan
from inti.services.berkas import berkas_miliki, berkas_simpan
from tests.arsip.contoh_cari import pdf_banyak, pdf_bom, temukan
from tests.arsip.contoh_masuk import Masuk, catat, foto, pdf_terkunci, unggah

pytestmark = pytest.mark.django_db
ALAMAT = "/arsip/alat-pdf/"
PDF = "application/pdf"


def _lebar(isi: bytes) -> list[int]:
    """Which page is which: page n of `pdf_banyak` is 200 + n wide."""
    return [int(h.mediabox.width) - 200 for h in PdfReader(BytesIO(isi)).pages]


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("1-3, 5", [(1, 3), (5, 5)]), (" 4 ; 2–1", [(4, 4), (2, 1)]), ("3 s.d. 5,", [(3, 5)]), ("", []), (", ;", [])],
)
def test_ranges_are_read_as_people_write_them(teks: str, hasil: list[tuple[int, int]]) -> None:
    assert baca_rentang(teks) == hasil


@pytest.mark.parametrize("teks", ["a", "0", "1-", "-2", "1..3", "2-0", "999999", "1-9000", ",".join(["1"] * 51), "١"])
def test_what_is_no_range_is_refused(teks: str) -> None:
    if teks == "١":  # a digit of another script is a digit: it names page 1
        assert baca_rentang(teks) == [(1, 1)]
        return
    with pytest.raises(RentangSalah):
        baca_rentang(teks)


def test_places_count_down_too_and_end_at_the_last_page() -> None:
    assert letak([(1, 2), (4, 3)], 4) == [[0, 1], [3, 2]]
    assert susunan([(3, 3), (3, 2)], 4) == [2, 1, 0, 3]
    with pytest.raises(RentangSalah, match="Halaman 5 tidak ada; berkas ini 4 halaman"):
        letak([(2, 5)], 4)


def test_each_tool_does_its_work() -> None:
    bahan = [("a.pdf", pdf_banyak(5), PDF)]
    gabung = olah("gabung", [*bahan, ("f.jpg", foto(), "image/jpeg"), ("b.pdf", pdf_banyak(2), PDF)], {})
    assert gabung.halaman == 8 and _lebar(gabung.isi)[:5] == [1, 2, 3, 4, 5] and _lebar(gabung.isi)[6:] == [1, 2]
    pisah = olah("pisah", bahan, {"rentang": [[1, 2], [5, 4]], "satu": False})
    with zipfile.ZipFile(BytesIO(pisah.isi)) as arsip:
        assert {n: _lebar(arsip.read(n)) for n in arsip.namelist()} == {"bagian 1.pdf": [1, 2], "bagian 2.pdf": [5, 4]}
    satu = olah("pisah", bahan, {"rentang": [[1, 1], [3, 3]], "satu": True})
    assert (satu.jenis, _lebar(satu.isi)) == (PDF, [1, 3])
    putar = PdfReader(BytesIO(olah("putar", bahan, {"rentang": [[2, 2]], "sudut": 270}).isi))
    assert [h.rotation for h in putar.pages] == [0, 270, 0, 0, 0]
    semua = PdfReader(BytesIO(olah("putar", bahan, {"rentang": [], "sudut": 90}).isi))
    assert {h.rotation for h in semua.pages} == {90}
    assert _lebar(olah("urut", bahan, {"rentang": [[4, 4], [2, 1]]}).isi) == [4, 2, 1, 3, 5]


@pytest.mark.parametrize(
    ("isi", "kode"),
    [(pdf_terkunci(), "BERKAS_TERKUNCI"), (b"%PDF-1.7\nrusak", "BERKAS_RUSAK"), (pdf_banyak(3)[:400], "BERKAS_RUSAK")],
)
def test_a_locked_or_damaged_file_is_refused_by_name(isi: bytes, kode: str) -> None:
    with pytest.raises(TakTerolah) as galat:
        olah("gabung", [("surat.pdf", isi, PDF)], {})
    assert galat.value.kode == kode and "surat.pdf" in galat.value.pesan and galat.value.bidang == "berkas"


def test_a_child_that_dies_or_is_silent_is_one_sentence() -> None:
    with pytest.raises(TakTerolah) as galat:
        olah("gabung", [("a.pdf", pdf_banyak(2), PDF)], {}, memori=30 * 1024 * 1024)
    assert galat.value.kode == "TERLALU_BESAR"
    with pytest.raises(TakTerolah):
        olah("gabung", [("a.pdf", pdf_bom(60), PDF)], {}, detik=0.01)


def test_more_pages_than_a_request_bears_are_named() -> None:
    with pytest.raises(TakTerolah) as galat:
        olah("gabung", [("a.pdf", pdf_banyak(4), PDF)], {}, batas_halaman=3)
    assert galat.value.kode == "BANYAK_HALAMAN"


def _kirim(klien: Client, macam: str, **isian: Any) -> Any:
    return klien.post(f"{ALAMAT}{macam}/", isian)


def test_the_result_is_the_answer_and_nothing_is_kept(instansi: Any, loket: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(loket)
    halaman = klien.get(ALAMAT).content.decode()
    assert all(kata in halaman for kata in ("Gabungkan", "Pisahkan", "Putar halaman", "Urutkan halaman"))
    balasan = _kirim(klien, "gabung", berkas=[unggah(pdf_banyak(2)), unggah(foto(), "f.jpg")])
    assert balasan.status_code == 200 and balasan["Content-Disposition"].startswith("attachment")
    assert PdfReader(BytesIO(balasan.content)).get_num_pages() == 3
    assert _lebar(_kirim(klien, "urut", berkas=unggah(pdf_banyak(3)), halaman="3").content) == [3, 1, 2]
    assert not BerkasTersimpan.objects.exists() and not Tugas.objects.exists()


@pytest.mark.parametrize(
    ("macam", "berkas", "isian", "kata"),
    [
        ("pisah", pdf_banyak(3), {"halaman": "2-9"}, "Halaman 9 tidak ada; berkas ini 3 halaman"),
        ("pisah", pdf_banyak(3), {"halaman": "dua"}, "bukan halaman"),
        ("pisah", pdf_banyak(3), {"halaman": ""}, "Sebutkan halamannya"),
        ("urut", pdf_banyak(3), {"halaman": ","}, "Sebutkan halamannya"),
        ("putar", pdf_terkunci(), {"sudut": "90"}, "terkunci kata sandi"),
        ("putar", b"%PDF-1.7\nrusak", {"sudut": "90"}, "rusak"),
        ("putar", foto(), {"sudut": "90"}, "bukan PDF"),
        ("gabung", b"PK\x03\x04bukan", {}, "bukan PDF, JPG, atau PNG"),
        ("gabung", None, {}, "Pilih berkas lebih dahulu"),
        ("putar", pdf_banyak(1), {"sudut": "45"}, "pilihan"),
    ],
)
def test_what_is_wrong_is_told_at_the_field(
    macam: str,
    berkas: bytes | None,
    isian: dict[str, str],
    kata: str,
    instansi: Any,
    staf: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    kiriman = isian | ({"berkas": unggah(berkas)} if berkas is not None else {})
    balasan = _kirim(masuk_sebagai(staf), macam, **kiriman)
    isi = balasan.content.decode()
    assert balasan.status_code == 422 and kata in isi and "belum dikerjakan" in isi and "invalid-feedback" in isi


def test_an_unknown_tool_is_not_found(instansi: Any, staf: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(staf)
    assert klien.post(f"{ALAMAT}hapus/").status_code == 404
    assert klien.get(f"{ALAMAT}gabung/").url == ALAMAT


def test_large_work_is_queued_once_and_its_result_is_its_owners(
    instansi: Any, staf: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "LANGSUNG", 10)
    klien = masuk_sebagai(staf)
    for _ in range(2):
        balasan = _kirim(
            klien, "pisah", berkas=unggah(pdf_banyak(4)), halaman="4, 1-2", satu="on", kunci_kirim="k" * 20
        )
    tugas = Tugas.objects.get()
    assert balasan.url == tugas.get_absolute_url() and json.dumps(tugas.argumen)
    assert klien.get(f"{ALAMAT}hasil/{tugas.pk}/").url == tugas.get_absolute_url()
    jalankan(str(tugas.pk))
    hasil = klien.get(f"{ALAMAT}hasil/{tugas.pk}/")
    assert _lebar(hasil.content) == [4, 1, 2]
    assert masuk_sebagai(penyelia).get(f"{ALAMAT}hasil/{tugas.pk}/").status_code == 404
    assert "Pisahkan PDF" in klien.get(ALAMAT).content.decode()


def test_many_pages_go_to_the_background_by_themselves(
    instansi: Any, staf: Pengguna, masuk_sebagai: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(induk.olah, "__kwdefaults__", {**(induk.olah.__kwdefaults__ or {}), "batas_halaman": 2})
    _kirim(masuk_sebagai(staf), "putar", berkas=unggah(pdf_banyak(3)), sudut="180")
    tugas = Tugas.objects.get()
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert tugas.keadaan == Tugas.Keadaan.SELESAI and tugas.hasil is not None and tugas.hasil["halaman"] == 3


def _surat_bergambar(oleh: Pengguna, unit: UnitKerja) -> Any:
    surat = catat(oleh, unit, hal="Surat bergambar")
    berkas = berkas_simpan(isi=foto(), nama="foto.jpg", jenis_isi="image/jpeg", oleh=oleh)
    berkas_miliki([berkas], label="arsip.suratmasuk", pk=surat.pk)
    type(surat).objects.filter(pk=surat.pk).update(banyak_pindaian=1, diubah_pada=timezone.now())
    indeks_segarkan()
    return surat


def test_without_the_program_the_page_says_what_to_install(
    instansi: Any,
    staf: Pengguna,
    unit: UnitKerja,
    masuk_sebagai: Masuk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    surat = _surat_bergambar(staf, unit)
    klien = masuk_sebagai(staf)
    assert "ocrmypdf" in klien.get(ALAMAT).content.decode()
    assert klien.post(f"{ALAMAT}kenali/{surat.pk}/").url == ALAMAT and not Tugas.objects.exists()


def test_recognised_writing_is_found_and_the_scan_stays(
    instansi: Any,
    staf: Pengguna,
    staf_lain: Pengguna,
    unit: UnitKerja,
    masuk_sebagai: Masuk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    program = tmp_path / "ocrmypdf"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --sidecar ]; do shift; done\nprintf "Permohonan beras NIK 9971010806840001" > "$2"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    surat = _surat_bergambar(staf, unit)
    assert masuk_sebagai(staf_lain).post(f"{ALAMAT}kenali/{surat.pk}/").status_code == 404
    klien = masuk_sebagai(staf)
    assert "Kenali tulisan surat" in klien.get(ALAMAT).content.decode()
    for _ in range(2):
        klien.post(f"{ALAMAT}kenali/{surat.pk}/")
    tugas = Tugas.objects.get()
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert tugas.hasil is not None and tugas.hasil["bertulisan"] == 1
    assert temukan(staf, "permohonan beras") == ["Surat bergambar"]
    assert TeksBerkas.objects.get().dikenali and "9971010806840001" not in IndeksArsip.objects.get().teks
    assert "Semua pindaian Anda sudah bertulisan" in klien.get(ALAMAT).content.decode()
    assert len(surat.__class__.objects.get(pk=surat.pk).pindaian()) == 1
    assert jobs_alat.DETIK_KENALI > 60
