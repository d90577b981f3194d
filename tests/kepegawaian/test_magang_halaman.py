"""Pages of interns: who meets whom, what the logbook takes, what the certificate's code says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from inti.models import Cetakan, Dokumen, JejakBaca, Pengguna
from inti.services.berkas import berkas_baca
from inti.services.kertas import kertas_terbitkan
from inti.services.pengguna import sandi_ganti
from kepegawaian.documents.magang import SuratPenerimaan
from kepegawaian.models import AturanNilai, CatatanHarian, KehadiranMagang, PesertaMagang, Sekolah
from kepegawaian.rules.magang import senin
from kepegawaian.services import magang as services
from tests.conftest import SANDI, buat_pengguna
from tests.kepegawaian.test_magang import baris, beri_nilai, coba_masuk, mundur, segar, selesaikan, tulis

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
PANGKAL = "/kepegawaian/magang/"
TAB = ("", "penempatan/", "catatan/", "kehadiran/", "nilai/", "perbuatan/", "riwayat/")


@pytest.fixture
def anak(peserta: PesertaMagang) -> Pengguna:
    """The intern's account with a password of his own."""
    sandi_ganti(pengguna=segar(peserta.akun), sandi=SANDI, kunci_sesi=None)
    akun: Pengguna = segar(peserta.akun)
    return akun


@pytest.fixture
def lain(isian: dict[str, Any], peserta: PesertaMagang, unit_lain: Any, dinas: Any) -> PesertaMagang:
    """An intern of another unit under another supervisor."""
    from kepegawaian.models import Pegawai

    akun = buat_pengguna("yoga", "staf", unit=unit_lain, nama="Yoga")
    p = Pegawai.objects.create(nama="Yoga", jabatan="Staf", unit=unit_lain, jenis="NON_PNS", pengguna=akun)
    hasil: PesertaMagang = services.magang_terima(
        isian=isian | {"nama": "Citra Ayu", "nomor_induk": "77", "pembimbing": p}, unit=unit_lain, oleh=akun
    )
    return hasil


def test_an_intern_meets_himself_alone(
    masuk_sebagai: Masuk, anak: Pengguna, peserta: PesertaMagang, lain: PesertaMagang
) -> None:
    klien = masuk_sebagai(anak)
    isi = klien.get(PANGKAL, follow=True).content.decode()
    assert "Arif Gunawan" in isi and "Citra Ayu" not in isi
    for t in TAB:
        assert klien.get(f"{PANGKAL}{peserta.pk}/{t}").status_code == (404 if t == "riwayat/" else 200), t
        assert klien.get(f"{PANGKAL}{lain.pk}/{t}").status_code == 404, t
    for cetak in ("minggu", "hadir", "nilai", "surat", "sertifikat"):
        assert klien.get(f"{PANGKAL}{lain.pk}/cetak-{cetak}/").status_code == 404
    for verba in ("ubah", "akun", "nilai-isi", "selesai", "sertifikat", "kehadiran-catat"):
        assert klien.post(f"{PANGKAL}{peserta.pk}/{verba}/").status_code == 403, verba


def test_staff_meet_interns_of_their_unit_and_those_whom_they_supervise(
    masuk_sebagai: Masuk,
    staf: Pengguna,
    staf_lain: Pengguna,
    pimpinan: Pengguna,
    peserta: PesertaMagang,
    lain: PesertaMagang,
) -> None:
    status = {
        (u.username, p.nama): masuk_sebagai(u).get(f"{PANGKAL}{p.pk}/").status_code
        for u in (staf, staf_lain, pimpinan)
        for p in (peserta, lain)
    }
    assert status == {
        ("staf", "Arif Gunawan"): 200,
        ("staf", "Citra Ayu"): 404,
        ("staf2", "Arif Gunawan"): 404,
        ("staf2", "Citra Ayu"): 200,
        ("pimpinan", "Arif Gunawan"): 200,
        ("pimpinan", "Citra Ayu"): 200,
    }


def test_pages_ask_a_steady_number_of_questions(
    masuk_sebagai: Masuk, penyelia: Pengguna, peserta: PesertaMagang, anak: Pengguna, django_assert_max_num_queries: Any
) -> None:
    tulis(peserta, *(baris(mundur(n)) for n in range(8)))
    atas, bawah = masuk_sebagai(penyelia), masuk_sebagai(anak)
    for klien, alamat, batas in (
        (atas, f"{PANGKAL}?semua=1", 24),
        (atas, f"{PANGKAL}paraf/", 20),
        (atas, f"{PANGKAL}{peserta.pk}/", 24),
        (atas, f"{PANGKAL}{peserta.pk}/catatan/", 24),
        (bawah, f"{PANGKAL}buku/", 22),
    ):
        klien.get(alamat)
        with django_assert_max_num_queries(batas):
            assert klien.get(alamat).status_code == 200, alamat


def kirim_hari(hari: dt.date, kegiatan: str, **lain: str) -> dict[str, str]:
    isi = {"kegiatan": kegiatan, "jam_mulai": "07.30", "jam_selesai": "16.00", "seragam": "Batik", "versi": ""} | lain
    return {f"h{hari:%Y%m%d}-{k}": v for k, v in isi.items()}


def test_the_logbook_is_stored_and_sent_back_with_what_is_wrong(
    masuk_sebagai: Masuk, anak: Pengguna, peserta: PesertaMagang
) -> None:
    klien, awal = masuk_sebagai(anak), senin(timezone.localdate()) - dt.timedelta(days=7)
    alamat = f"{PANGKAL}buku/?minggu={awal.isoformat()}"
    selasa = awal + dt.timedelta(days=1)
    salah = klien.post(alamat, kirim_hari(awal, "Memindai", jam_selesai="07.00"))
    assert salah.status_code == 422 and "Jam selesai harus sesudah" in salah.content.decode()
    assert not CatatanHarian.objects.exists()
    isi = kirim_hari(awal, "Memindai\r\nMenata") | kirim_hari(selasa, "Mengetik") | {"kunci_kirim": "satu"}
    for _ in range(2):
        assert klien.post(alamat, isi).status_code == 302
    assert [c.kegiatan for c in CatatanHarian.objects.all()] == ["Memindai\nMenata", "Mengetik"]
    assert "Menunggu paraf" in klien.get(alamat).content.decode()
    besok = timezone.localdate() + dt.timedelta(days=1)
    klien.post(f"{PANGKAL}buku/?penuh=1&minggu={besok.isoformat()}", kirim_hari(besok, "Nanti"))
    assert CatatanHarian.objects.count() == 2, "a day to come has no field"


def test_a_bare_address_or_a_strange_week_is_no_fault(masuk_sebagai: Masuk, anak: Pengguna) -> None:
    klien = masuk_sebagai(anak)
    for minggu in ("", "x", "0001-01-01", "9999-12-31", "2026-02-31"):
        assert klien.get(f"{PANGKAL}buku/?minggu={minggu}").status_code == 200


def test_an_intern_without_a_row_is_told_whom_to_ask(masuk_sebagai: Masuk, magang: Pengguna, instansi: Any) -> None:
    klien = masuk_sebagai(magang)
    assert "belum dihubungkan" in klien.get(f"{PANGKAL}buku/").content.decode()
    assert klien.post(f"{PANGKAL}buku/hadir/").status_code == 404


def test_initials_in_bulk_and_a_day_sent_back(
    masuk_sebagai: Masuk, anak: Pengguna, penyelia: Pengguna, peserta: PesertaMagang
) -> None:
    tulis(peserta, *(baris(mundur(n)) for n in range(1, 4)))
    klien = masuk_sebagai(penyelia)
    assert "Arif Gunawan" in klien.get("/").content.decode(), "the desk shows what waits"
    a, b, c = CatatanHarian.objects.order_by("tanggal")
    klien.post(f"{PANGKAL}paraf/", {"pilih": [a.pk, b.pk], f"versi_{a.pk}": 1, f"versi_{b.pk}": 1})
    assert segar(a).paraf_oleh == penyelia and segar(c).paraf_oleh is None
    klien.post(f"{PANGKAL}paraf/{a.pk}/kembalikan/", {"alasan": "Sebutkan jumlahnya", "versi": 2})
    assert segar(a).catatan_kembali == "Sebutkan jumlahnya"
    assert "Sebutkan jumlahnya" in masuk_sebagai(anak).get("/").content.decode()


def test_attendance_by_the_intern(masuk_sebagai: Masuk, anak: Pengguna) -> None:
    klien = masuk_sebagai(anak)
    klien.post(f"{PANGKAL}buku/hadir/")
    isi = {"tanggal": f"{mundur(1):%d-%m-%Y}", "keadaan": "sakit", "keterangan": "Demam"}
    assert klien.post(f"{PANGKAL}buku/izin/", isi).status_code == 302
    assert sorted(KehadiranMagang.objects.values_list("keadaan", flat=True)) == ["hadir", "sakit"]


def test_the_password_of_a_new_account_is_shown_once(
    masuk_sebagai: Masuk, penyelia: Pengguna, isian: dict[str, Any], unit: Any, instansi: Any
) -> None:
    baru = services.magang_terima(isian=isian, unit=unit, oleh=penyelia)
    klien = masuk_sebagai(penyelia)
    isi = klien.post(f"{PANGKAL}{baru.pk}/akun/", {"username": "arif"}).content.decode()
    assert "Kata sandi sekali pakai" in isi and "hanya tampil sekali" in isi
    sandi = isi.split('class="tu-sandi-sekali">')[1].split("<")[0]
    assert sandi not in klien.get(f"{PANGKAL}{baru.pk}/riwayat/").content.decode()
    anak = Client()
    assert coba_masuk(anak, sandi)
    balas = anak.post(
        "/akun/kata-sandi/",
        {"sandi_kini": sandi, "sandi_baru": "kuda biru melompat 91", "sandi_ulang": "kuda biru melompat 91"},
    )
    assert balas.status_code == 302, "his own password is his own act, not a proposal"
    assert anak.get(f"{PANGKAL}buku/").status_code == 200


def test_a_new_intern_by_the_page(
    masuk_sebagai: Masuk, penyelia: Pengguna, sekolah: Sekolah, pembimbing: Any, unit: Any, instansi: Any
) -> None:
    hari = timezone.localdate()
    isi = {
        "nama": "Dimas",
        "nomor_induk": "12",
        "sekolah": sekolah.pk,
        "jurusan": "Akuntansi",
        "mulai": f"{hari:%d-%m-%Y}",
        "sampai": f"{hari + dt.timedelta(days=60):%d-%m-%Y}",
        "pembimbing": pembimbing.pk,
        "nomor_permohonan": "1/2026",
        "unit": unit.pk,
    }
    assert masuk_sebagai(penyelia).post(f"{PANGKAL}baru/", isi).status_code == 302
    assert PesertaMagang.objects.get().penempatan.get().unit == unit


def test_the_sheets_say_what_the_tables_say(
    masuk_sebagai: Masuk, anak: Pengguna, penyelia: Pengguna, aturan: AturanNilai, peserta: PesertaMagang, tmp_path: Any
) -> None:
    tulis(peserta, baris(mundur(1), "Memindai <b>40</b> berkas"))
    beri_nilai(peserta, aturan, penyelia, 95, 96, 95, 96, 95)
    klien = masuk_sebagai(anak)
    kata = {
        f"cetak-minggu/?minggu={mundur(1).isoformat()}": ("Kegiatan", "Bagian", "Memindai <b>40</b> berkas"),
        "cetak-hadir/": ("DAFTAR HADIR", "Keadaan"),
        "cetak-nilai/": ("95,55", "Istimewa", "477", "Hasil kerja"),
    }
    for alamat, ada in kata.items():
        balas = klien.get(f"{PANGKAL}{peserta.pk}/{alamat}")
        assert balas.status_code == 200 and balas["Content-Type"] == "application/pdf"
        (tmp_path / "x.pdf").write_bytes(balas.content)
        teks = " ".join(" ".join(h.extract_text() for h in PdfReader(tmp_path / "x.pdf").pages).split())
        assert all(k in teks for k in ada), (alamat, teks)
    assert JejakBaca.objects.filter(jenis=JejakBaca.Jenis.UNDUH, oleh=anak).count() == 3
    assert "buku harian magang" in masuk_sebagai(penyelia).get(f"{PANGKAL}{peserta.pk}/perbuatan/").content.decode()


def test_the_certificate_verifies_and_tells_nothing_of_its_holder(
    masuk_sebagai: Masuk,
    peserta: PesertaMagang,
    aturan: AturanNilai,
    penyelia: Pengguna,
    pimpinan: Pengguna,
    client: Client,
    tmp_path: Any,
) -> None:
    kertas_terbitkan(objek=segar(peserta), kertas=SuratPenerimaan.kode, oleh=pimpinan)
    selesaikan(peserta, penyelia)
    beri_nilai(peserta, aturan, penyelia, 95, 96, 95, 96, 95)
    klien = masuk_sebagai(pimpinan)
    assert klien.post(f"{PANGKAL}{peserta.pk}/sertifikat/", {"versi": segar(peserta).versi}).status_code == 302
    dokumen = Dokumen.objects.get(jenis="kepegawaian.magang-sertifikat")
    (tmp_path / "s.pdf").write_bytes(berkas_baca(dokumen.berkas))
    halaman = PdfReader(tmp_path / "s.pdf").pages
    teks = " ".join(h.extract_text() for h in halaman)
    assert len(halaman) == 2 and halaman[0].mediabox.width > halaman[0].mediabox.height
    assert "Arif Gunawan" in teks and "95,55" in teks and f"/v/{dokumen.kode_tampil}/" in teks
    isi = client.get(f"/v/{dokumen.kode_tampil}/").content.decode()
    assert dokumen.nomor in isi and "Sertifikat magang" in isi and "Ratna Kusumawati" in isi
    for rahasia in ("Arif", "0041201", "SMK", "95,55", "Istimewa", "Linjamsos"):
        assert rahasia not in isi, rahasia
    assert klien.post(f"{PANGKAL}{peserta.pk}/cetak-sertifikat/", {"alasan": ""}).status_code == 200
    assert klien.post(f"{PANGKAL}{peserta.pk}/cetak-surat/", {"alasan": ""}).status_code == 200
    assert Cetakan.objects.count() == 2
    klien.post(f"{PANGKAL}{peserta.pk}/sertifikat-batal/", {"alasan": "Nama keliru", "versi": segar(peserta).versi})
    assert "dibatalkan" in client.get(f"/v/{dokumen.kode_tampil}/").content.decode().lower()


def test_weights_are_edited_on_a_page_and_must_sum_to_100(
    masuk_sebagai: Masuk, personalia: Pengguna, aturan: AturanNilai, instansi: Any
) -> None:
    klien, alamat = masuk_sebagai(personalia), f"{PANGKAL}aturan/baru/"
    isi = {"berlaku_mulai": "01-01-2027", "dasar": "Baru", "kn0": "Satu", "kb0": "60", "kn1": "Dua", "kb1": "39,5"}
    isi |= {"sd0": "0", "sp0": "Kurang", "sd1": "75", "sp1": "Baik"}
    salah = klien.post(alamat, isi)
    assert salah.status_code == 422 and "Jumlah bobot 99,50" in salah.content.decode()
    assert klien.post(alamat, isi | {"kb1": "40"}).status_code == 302
    assert klien.get(f"{PANGKAL}aturan/{AturanNilai.objects.latest('id').pk}/ubah/").status_code == 200
