"""The index follows the records: nothing twice, nothing left behind, and no file is read again."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from docx import Document
from openpyxl import Workbook

from arsip.models import IndeksArsip, Naskah, SuratMasuk, TandaIndeks, TeksBerkas
from arsip.models.indeks import kunci_indeks
from arsip.queries.sumber_indeks import SUMBER
from arsip.rules.cari import cuplikan, kata, kata_cari, kata_indeks, match_fts5, tandai
from arsip.services import disposisi as layanan_disposisi
from arsip.services import keluar as layanan_keluar
from arsip.services import masuk as layanan_masuk
from arsip.services.indeks import indeks_segarkan, indeks_tulis
from arsip.services.teks_berkas import teks_berkas_baca
from inti.models import Pengguna, UnitKerja
from inti.olah import induk
from inti.olah.induk import baca_teks
from inti.olah.teks import DOCX, XLSX
from inti.services.berkas import berkas_simpan
from tests.arsip.contoh_cari import pdf_bertulisan, pdf_bom, temukan
from tests.arsip.contoh_keluar import naskah, terbit
from tests.arsip.contoh_masuk import catat, kirim, pdf_terkunci, segar

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
PDF = "application/pdf"


def _pindai(surat: SuratMasuk, isi: bytes, oleh: Pengguna, jenis: str = PDF) -> None:
    berkas = berkas_simpan(isi=isi, nama="pindaian.pdf", jenis_isi=jenis, oleh=oleh)
    layanan_masuk.surat_masuk_pindai(surat=segar(surat), pindaian={"0": berkas}, oleh=oleh)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Undangan Rapat: café № 400.9/15", ["undangan", "rapat", "cafe", "no", "400", "9", "15"]),
        ("Senin–Jumat", ["senin", "jumat"]),
        ("\0\u202e", []),
        ("a" * 90, ["a" * 40]),
    ],
)
def test_words_are_plain_letters_and_digits(teks: str, hasil: list[str]) -> None:
    assert kata(teks) == hasil


def test_a_search_keeps_each_word_once_and_the_last_one_last() -> None:
    assert kata_cari("rapat surat rapat") == ["surat", "rapat"]
    assert match_fts5(["and", "rap"]) == '"and" "rap"*' and match_fts5(["ra"]) == '"ra"'
    assert kata_indeks("Surat", "surat kedua") == "surat kedua"


def test_a_snippet_stands_about_the_word_and_marks_it() -> None:
    teks = "awal " * 100 + "bantuan pangan <b>tunai</b> " + "akhir " * 100
    potong = cuplikan(teks, ["tun"])
    assert ("tunai", True) in potong and len("".join(t for t, _ in potong)) < 300
    assert tandai("Surat suratnya", ["surat"]) == [("Surat", True), (" ", False), ("suratnya", True)]
    assert cuplikan("", ["x"]) == []


def test_taking_in_again_changes_nothing(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    for n in range(3):
        catat(arsiparis, dinas, n)
    assert indeks_segarkan() == 3
    sebelum = list(IndeksArsip.objects.order_by("id").values())
    assert indeks_segarkan() == 0
    assert list(IndeksArsip.objects.order_by("id").values()) == sebelum
    assert indeks_segarkan(semua=True) == 3
    assert list(IndeksArsip.objects.order_by("id").values()) == sebelum


def test_the_mark_moves_on_but_stays_before_the_last_two_minutes(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas)
    lama = timezone.now() - dt.timedelta(days=3)
    SuratMasuk.objects.filter(pk=surat.pk).update(diubah_pada=lama)
    indeks_segarkan()
    tanda = TandaIndeks.objects.get(label="arsip.suratmasuk")
    assert (tanda.diubah_pada, tanda.objek_id) == (lama, surat.pk)
    terlambat = catat(arsiparis, dinas, 2)  # committed now, with a time that lies a minute back
    SuratMasuk.objects.filter(pk=terlambat.pk).update(diubah_pada=timezone.now() - dt.timedelta(minutes=1))
    assert indeks_segarkan() == 1
    tanda.refresh_from_db()
    assert tanda.diubah_pada is not None and tanda.diubah_pada < timezone.now() - dt.timedelta(seconds=110)
    susulan = catat(arsiparis, dinas, 3)
    SuratMasuk.objects.filter(pk=susulan.pk).update(diubah_pada=timezone.now() - dt.timedelta(seconds=100))
    assert indeks_segarkan() == 1


def test_a_corrected_letter_is_found_by_its_new_words_alone(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas, hal="Penyaluran beras")
    assert temukan(arsiparis, "beras") == ["Penyaluran beras"]
    isian = {k: getattr(surat, k) for k in ("pengirim", "nomor_surat", "tanggal_surat", "keamanan", "kecepatan")}
    lain = {k: getattr(surat, k) for k in ("diterima", "ditujukan_kepada", "klasifikasi", "lampiran", "cara")}
    sisa = {k: getattr(surat, k) for k in ("pengirim_alamat", "srikandi", "catatan")}
    layanan_masuk.surat_masuk_ubah(
        surat=segar(surat), isian=isian | lain | sisa | {"hal": "Penyaluran gula"}, oleh=arsiparis
    )
    assert temukan(arsiparis, "beras") == [] and temukan(arsiparis, "gula") == ["Penyaluran gula"]
    assert IndeksArsip.objects.count() == 1


def test_what_is_cancelled_or_withdrawn_leaves_the_index(
    arsiparis: Pengguna, pimpinan: Pengguna, staf: Pengguna, dinas: UnitKerja
) -> None:
    batal, tinggal = catat(arsiparis, dinas, 1), catat(arsiparis, dinas, 2)
    disposisi = kirim(tinggal, pimpinan, staf)[0]
    indeks_segarkan()
    assert IndeksArsip.objects.count() == 3
    layanan_masuk.surat_masuk_batalkan(surat=segar(batal), alasan="Salah catat", oleh=arsiparis)
    layanan_disposisi.disposisi_tarik(disposisi=segar(disposisi), alasan="Salah orang", oleh=pimpinan)
    indeks_segarkan()
    assert list(IndeksArsip.objects.values_list("label", "objek_id")) == [("arsip.suratmasuk", tinggal.pk)]


def test_a_numbered_draft_is_found_once_by_what_the_letter_says(
    instansi: Any, staf: Pengguna, penyelia: Pengguna, arsiparis: Pengguna
) -> None:
    konsep = naskah(staf, penyelia)
    assert temukan(staf, "undangan hormat") == [konsep.hal]
    surat = terbit(konsep, penyelia, arsiparis).surat_keluar
    indeks_segarkan()
    baris = IndeksArsip.objects.get()
    assert (baris.label, baris.objek_id) == ("arsip.suratkeluar", surat.pk)
    assert "mengundang Saudara" in baris.teks and "rapat data" in baris.teks and "Paragraf" not in baris.teks
    layanan_keluar.surat_keluar_cabut(surat=segar(surat), oleh=arsiparis, alasan="Salah tujuan")
    assert temukan(staf, "undangan") == []


def test_a_letter_that_another_app_issued_is_found_by_the_book_alone(
    instansi: Any, staf: Pengguna, penyelia: Pengguna, arsiparis: Pengguna
) -> None:
    surat = terbit(naskah(staf, penyelia), penyelia, arsiparis).surat_keluar
    Naskah.objects.all().update(surat_keluar=None)  # as if it came through the port
    indeks_segarkan(semua=True)
    baris = IndeksArsip.objects.get(label="arsip.suratkeluar")
    assert baris.objek_id == surat.pk and baris.judul == surat.hal and baris.teks == ""


def test_the_text_of_a_scan_is_found_and_numbers_of_persons_are_not(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas)
    _pindai(surat, pdf_bertulisan("Daftar penerima beras sejahtera", "NIK 9971010806840001"), arsiparis)
    assert temukan(arsiparis, "sejahtera") == [surat.hal]
    assert temukan(arsiparis, "9971010806840001") == []
    baris = IndeksArsip.objects.get()
    assert "9971010806840001" not in baris.teks + baris.kata and "9971" in baris.teks


def test_each_content_is_read_once_and_a_bad_file_is_not_tried_again(
    arsiparis: Pengguna, dinas: UnitKerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = {"a": pdf_bertulisan("Kata kunci"), "b": pdf_terkunci(), "c": b"%PDF-1.7 rusak", "d": b"\xff\xd8\xff gambar"}
    jenis = {"d": "image/jpeg"}
    berkas = [berkas_simpan(isi=b, nama=n, jenis_isi=jenis.get(n, PDF), oleh=arsiparis) for n, b in isi.items()]
    teks = teks_berkas_baca(berkas=berkas)
    keadaan = dict(TeksBerkas.objects.values_list("sha256", "keadaan"))
    assert [keadaan[b.sha256] for b in berkas] == ["terbaca", "terkunci", "rusak", "kosong"]
    assert "Kata kunci" in teks[berkas[0].sha256]

    def jangan(*_: Any, **__: Any) -> Any:
        raise AssertionError("dibaca lagi")

    monkeypatch.setattr(induk.subprocess, "Popen", jangan)
    assert teks_berkas_baca(berkas=berkas) == teks


def test_a_bomb_ends_its_own_process_and_the_next_file_is_read(tmp_path: Path) -> None:
    bom, baik = tmp_path / "bom.pdf", tmp_path / "baik.pdf"
    bom.write_bytes(pdf_bom(60))
    baik.write_bytes(pdf_bertulisan("Sesudah bom"))
    hasil = list(baca_teks([(bom, PDF), (baik, PDF)], detik=4))
    assert hasil[0] == ("terlalu_besar", "") and hasil[1][0] == "terbaca" and "Sesudah bom" in hasil[1][1]


def test_words_come_out_of_docx_and_xlsx_and_a_missing_file_is_not_noted(tmp_path: Path) -> None:
    dokumen, buku = Document(), Workbook()
    dokumen.add_paragraph("Berita acara serah terima")
    dokumen.save(str(tmp_path / "a.docx"))
    buku.active.append(["Nama barang", "Beras"])
    buku.save(tmp_path / "b.xlsx")
    (tmp_path / "c.docx").write_bytes(BytesIO(b"PK\x03\x04rusak").getvalue())
    daftar = [
        (tmp_path / "a.docx", DOCX),
        (tmp_path / "b.xlsx", XLSX),
        (tmp_path / "c.docx", DOCX),
        (tmp_path / "x", PDF),
    ]
    hasil = list(baca_teks(daftar))
    assert [k for k, _ in hasil] == ["terbaca", "terbaca", "rusak", "hilang"]
    assert "serah terima" in hasil[0][1] and "Beras" in hasil[1][1]


def test_paragraphs_and_rows_keep_their_lines_and_order_where_they_are_asked_for(tmp_path: Path) -> None:
    dokumen = Document()
    dokumen.add_paragraph("Pasal 1")
    tabel = dokumen.add_table(rows=2, cols=3)
    for n, sel in enumerate(tabel.rows[0].cells):
        sel.text = f"kolom {n}"
    tabel.cell(1, 0).merge(tabel.cell(1, 1)).text = "gabung\nsel"
    tabel.cell(1, 2).text = "<b>"
    dokumen.add_paragraph("  Pasal\t2 ")
    dokumen.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.pdf").write_bytes(pdf_bertulisan("Baris satu", "Baris dua"))
    berkas = [(tmp_path / "a.docx", DOCX), (tmp_path / "b.pdf", PDF)]
    docx, pdf = list(baca_teks(berkas, per_baris=True))
    assert docx == ("terbaca", "Pasal 1\nkolom 0 | kolom 1 | kolom 2\ngabung sel | <b>\nPasal 2")
    assert pdf == ("terbaca", "Baris satu\nBaris dua")
    assert [t.count("\n") for _, t in baca_teks(berkas)] == [0, 0]


def test_a_record_whose_files_were_not_reached_in_time_waits(arsiparis: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas)
    _pindai(surat, pdf_bertulisan("Isi"), arsiparis)
    assert indeks_tulis(sumber=SUMBER["arsip.suratmasuk"], pk=[surat.pk], sampai=0.0) == 0
    assert indeks_segarkan() == 1 and IndeksArsip.objects.get().teks.endswith("Isi")


def test_the_order_of_keys_is_the_order_of_days() -> None:
    kunci = [kunci_indeks(dt.date(2026, 1, 1), 4, 2**35), kunci_indeks(dt.date(2026, 1, 2), 1, 1)]
    assert kunci == sorted(kunci) and kunci_indeks(dt.date.max, 15, 2**36 - 1) < 2**63


def test_the_command_says_what_the_index_holds(
    arsiparis: Pengguna, dinas: UnitKerja, capsys: pytest.CaptureFixture[str]
) -> None:
    surat = catat(arsiparis, dinas)
    call_command("segarkan_indeks", semua=True)
    assert "1 catatan" in capsys.readouterr().out
    SuratMasuk.objects.filter(pk=surat.pk).update(dibuang_pada=timezone.now())  # behind the index's back
    call_command("segarkan_indeks", semua=True)
    assert not IndeksArsip.objects.exists()
