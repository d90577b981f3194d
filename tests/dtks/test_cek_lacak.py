"""Following a request by its code: where it stands in words, and nothing for any other code."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from dtks.documents.surat import lembar_putusan
from dtks.models import Individu, JenisPermohonan, Permohonan, SuratRekomendasi
from dtks.services import loket as services
from dtks.services import surat as surat_services
from inti.models import Pengguna
from inti.services.dokumen import ABJAD, PANJANG_KODE

pytestmark = pytest.mark.django_db
SEGEL = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def lacak(kode: str, **lain: Any) -> Any:
    return Client().post("/cek/permohonan/", {"kode": kode}, **lain)


def teks(balasan: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", balasan.content.decode()))


def test_a_request_under_way_and_its_code_in_any_spelling(permohonan: Permohonan) -> None:
    kode = permohonan.kode_lacak
    for tulis in (
        kode,
        kode.lower(),
        permohonan.kode_lacak_tampil,
        " ".join(kode),
        kode.replace("0", "o").replace("1", "l"),
    ):
        isi = teks(lacak(tulis))
        assert "Sedang diperiksa" in isi and "Reaktivasi PBI-JK" in isi


def test_what_lacks_is_said_with_what_to_do(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    p = buat_permohonan(warga, berkas=("ktp",))
    services.permohonan_tunda(permohonan=p, oleh=loket, catatan="Warga bernama SLAMET menunggu")
    isi = teks(lacak(p.kode_lacak))
    assert "Berkas perlu dilengkapi" in isi and "SURAT-FASKES" in isi and "puskesmas" in isi
    assert "SLAMET" not in isi, "a clerk's free text never shows"


def test_a_refusal_says_why_and_what_to_do(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    p = buat_permohonan(warga, jenis=JenisPermohonan.PENGAJUAN_BARU, berkas=("ktp",))
    services.permohonan_tolak(permohonan=p, oleh=loket, alasan="SUDAH_TERDAFTAR")
    isi = teks(lacak(p.kode_lacak))
    assert "Permohonan ditolak" in isi and "sudah terdaftar" in isi and "reaktivasi" in isi
    assert "siap diambil" not in isi


def test_the_letter_until_it_is_handed_over(surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna) -> None:
    kode = surat.permohonan.kode_lacak
    assert "menunggu tanda tangan" in teks(lacak(kode))
    surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    assert "sedang dicetak" in teks(lacak(kode))
    surat.refresh_from_db()
    surat_services.surat_cetak(surat=[surat], oleh=loket)
    assert "Surat siap diambil" in teks(lacak(kode)) and "membawa KTP" in teks(lacak(kode))
    surat.refresh_from_db()
    surat_services.surat_serahkan(surat=surat, oleh=loket, kepada="Slamet Nugroho")
    assert "Surat sudah diserahkan" in teks(lacak(kode))


def test_nothing_personal_is_told(surat: SuratRekomendasi, pimpinan: Pengguna) -> None:
    surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    surat.refresh_from_db()
    balasan = lacak(surat.permohonan.kode_lacak)
    isi = balasan.content.decode() + str(dict(balasan.headers))
    anggota = surat.permohonan.anggota.get()
    for rahasia in (
        "SLAMET", "Slamet", "NUGROHO", anggota.nik, anggota.no_kk, anggota.id_dtks, "MELATI 0", "SUMBERJO", "Sumberjo",
        surat.permohonan.nomor.teks, surat.surat_keluar.nomor.teks, "Rina", "Ratna", "140/1/XI/2026",
        surat.permohonan.kode_lacak, surat.permohonan.kode_lacak_tampil,
    ):  # fmt: skip
        assert rahasia not in isi, rahasia
    assert balasan.headers["Cache-Control"] == "no-store, private"


def test_every_other_code_gets_one_and_the_same_answer(permohonan: Permohonan, warga: Individu) -> None:
    kode = permohonan.kode_lacak
    tebakan = [
        "0" * 16,
        kode[:-1],
        kode + "0",
        kode[::-1] if kode[::-1] != kode else "Z" * 16,
        "%" * 16,
        warga.nik,
        "' OR 1=1",
    ]
    tebakan.append(kode[:-1] + ("0" if kode[-1] != "0" else "1"))
    balasan = [lacak(t, REMOTE_ADDR=f"10.0.3.{n}") for n, t in enumerate(tebakan)]
    assert {b.status_code for b in balasan} == {404}
    assert len({SEGEL.sub(b"", b.content) for b in balasan}) == 1


def test_a_request_in_the_trash_follows_nothing(permohonan: Permohonan) -> None:
    from django.utils import timezone

    Permohonan.objects.filter(pk=permohonan.pk).update(dibuang_pada=timezone.now())
    assert lacak(permohonan.kode_lacak).status_code == 404


def test_a_code_has_eighty_bits_and_guessing_meets_the_question(permohonan: Permohonan) -> None:
    assert len(permohonan.kode_lacak) == PANJANG_KODE == 16 and len(ABJAD) == 32
    assert set(permohonan.kode_lacak) <= set(ABJAD)
    for _ in range(20):
        lacak("0" * 16)
    balasan = lacak(permohonan.kode_lacak)
    assert "Satu pertanyaan lagi" in balasan.content.decode()
    assert permohonan.kode_lacak not in balasan.content.decode()


def test_the_code_stands_on_the_page_and_on_every_slip(
    buat_permohonan: Callable[..., Permohonan],
    buat_warga: Callable[..., Individu],
    loket: Pengguna,
    masuk_sebagai: Callable[[Pengguna], Client],
) -> None:
    klien = masuk_sebagai(loket)
    diperiksa = buat_permohonan(buat_warga())
    kurang = buat_permohonan(buat_warga(), berkas=())
    services.permohonan_tunda(permohonan=kurang, oleh=loket)
    ditolak = buat_permohonan(buat_warga(desil=9))
    services.permohonan_tolak(permohonan=ditolak, oleh=loket, alasan="DESIL_DI_LUAR_SASARAN")
    for p, judul in (
        (diperiksa, "TANDA TERIMA PERMOHONAN"),
        (kurang, "LEMBAR KEKURANGAN BERKAS"),
        (ditolak, "LEMBAR ALASAN"),
    ):
        p.refresh_from_db()
        assert p.kode_lacak_tampil in klien.get(f"/dtks/permohonan/{p.pk}/").content.decode()
        balasan = klien.get(f"/dtks/permohonan/{p.pk}/lembar/")
        isi = re.sub(r"\s+", " ", " ".join(h.extract_text() for h in PdfReader(BytesIO(balasan.content)).pages))
        assert judul in isi and p.kode_lacak_tampil in isi and "/cek/permohonan/" in isi


@pytest.mark.parametrize(("alamat", "lebar"), [("/cek/poster/", 595), ("/cek/poster/a3/", 842)])
def test_the_poster_is_one_sheet_with_all_that_it_should_say(
    alamat: str, lebar: int, aturan: None, loket: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    assert Client().get(alamat).status_code == 302
    balasan = masuk_sebagai(loket).get(alamat)
    pdf = PdfReader(BytesIO(balasan.content))
    assert len(pdf.pages) == 1 and round(pdf.pages[0].mediabox.width) == lebar
    isi = re.sub(r"\s+", " ", pdf.pages[0].extract_text())
    for bagian in (
        "Cek dahulu dari rumah",
        "/cek",
        "Sudah terdaftar",
        "ID-DTKS tidak tertulis",
        "belum dibuka",
        "KTP",
        "gratis",
    ):
        assert bagian in isi, bagian


def test_a_long_list_of_papers_still_fits_on_the_poster() -> None:
    from dtks.documents.poster import DASAR, MUAT, Poster, _kanvas, _Pena, gambar_poster
    from inti.documents import Kop

    banyak = [f"Surat keterangan nomor {n} dari kantor yang namanya panjang sekali" for n in range(9)]
    p = Poster(
        Kop("PEMERINTAH KABUPATEN WANASARI", "DINAS SOSIAL"),
        "https://cek.wanasari.example/cek/",
        [("Reaktivasi", banyak), ("Baru", banyak)],
        [("Senin–Kamis", ("07.30–16.00",))],
        "Telepon (0299) 555-0142",
    )
    assert any(_Pena(_kanvas(1.0), f).gambar(p) >= DASAR for f in MUAT)
    assert gambar_poster(p).startswith(b"%PDF")


def test_what_came_meanwhile_is_no_longer_asked_for(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    """The public page and the slip follow the papers, not the day the request went back."""
    p = buat_permohonan(warga, berkas=(), pengantar_nomor="")
    p = services.permohonan_tunda(permohonan=p, oleh=loket)
    assert "Surat pengantar desa" in teks(lacak(p.kode_lacak))
    isian = {"pengantar_nomor": "140/1", "pengantar_tanggal": p.tanggal}
    p = services.permohonan_berkas(permohonan=p, isian=isian, berkas_ada=["ktp"], oleh=loket)
    assert p.status == "belum_lengkap"
    assert "PENGANTAR_BELUM_ADA" not in {t["kode"] for t in p.temuan}
    isi = teks(lacak(p.kode_lacak))
    assert "Surat pengantar desa" not in isi and "SURAT-FASKES" in isi
    slip = " ".join(h.extract_text() for h in PdfReader(BytesIO(lembar_putusan(p, loket))).pages)
    assert "pengantar desa belum ada" not in slip and "fasilitas kesehatan" in slip
