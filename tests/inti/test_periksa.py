"""`periksa`: a sound office has no finding; each thing altered by hand is named by row or file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as pengaturan
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from dtks.models import Individu, Kunjungan, Permohonan, SuratRekomendasi
from inti import registry
from inti.models import BatchImpor, BerkasTersimpan, Cetakan, Dokumen, Nomor, Pengguna, SeriNomor, Tugas
from inti.periksa.jalan import jalankan_periksa
from inti.services.segel import segel_susun

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.SEGEL_DIR, settings.BERKAS_DIR = tmp_path / "segel", tmp_path / "berkas"


@pytest.fixture
def kantor(kantor_demo: str) -> str:
    """The demonstration office, sealed."""
    segel_susun()
    return kantor_demo


def temuan(kode: str | None = None) -> set[tuple[str, str, str]]:
    hasil = jalankan_periksa()["temuan"]
    return {(t["kode"], t["tabel"], t["baris"]) for t in hasil if kode in {None, t["kode"]}}


def test_the_demonstration_office_is_sound(kantor: str) -> None:
    hasil = jalankan_periksa()
    assert hasil["temuan"] == []
    assert hasil["baik"]
    assert [p["kode"] for p in hasil["periksa"]] == [p.kode for p in registry.semua_periksa()]


def surat() -> SuratRekomendasi:
    return SuratRekomendasi.objects.filter(status="diserahkan").order_by("pk")[0]


def seri_terpanjang() -> SeriNomor:
    return SeriNomor.objects.filter(kode="dtks.permohonan").order_by("-terakhir")[0]


def nomor_hilang() -> tuple[str, str, str]:
    seri = seri_terpanjang()
    Nomor.objects.filter(seri=seri, urut=3).update(urut=9_003)
    return "NOMOR_BOLONG", "inti.SeriNomor", str(seri.pk)


def nomor_terakhir() -> tuple[str, str, str]:
    seri = seri_terpanjang()
    SeriNomor.objects.filter(pk=seri.pk).update(terakhir=2)
    return "NOMOR_TERAKHIR", "inti.SeriNomor", str(seri.pk)


def nomor_ganda() -> tuple[str, str, str]:
    satu, dua = Nomor.objects.filter(seri=seri_terpanjang()).order_by("pk")[:2]
    Nomor.objects.filter(pk=dua.pk).update(teks=satu.teks)
    return "NOMOR_GANDA", "inti.Nomor", str(dua.pk)


def nomor_diubah() -> tuple[str, str, str]:
    satu = Nomor.objects.order_by("pk")[1]
    Nomor.objects.filter(pk=satu.pk).update(teks="001/palsu")
    return "SEGEL_BARIS_BERUBAH", "inti.Nomor", str(satu.pk)


def nomor_batal() -> tuple[str, str, str]:
    keluar = surat().surat_keluar
    assert keluar is not None
    Nomor.objects.filter(pk=keluar.nomor_id).update(keadaan="dibatalkan", alasan="x")
    return "SURAT_BEDA_NOMOR", "arsip.SuratKeluar", str(keluar.pk)


def riwayat_diubah() -> tuple[str, str, str]:
    versi = Permohonan.riwayat.order_by("history_id")[4]
    Permohonan.riwayat.filter(pk=versi.pk).update(catatan="diubah")
    return "SEGEL_BARIS_BERUBAH", "dtks.RiwayatPermohonan", str(versi.pk)


def baris_diubah() -> tuple[str, str, str]:
    satu = Permohonan.objects.order_by("pk")[2]
    Permohonan.objects.filter(pk=satu.pk).update(pemohon="Orang Lain")
    return "BARIS_BEDA_RIWAYAT", "dtks.Permohonan", str(satu.pk)


def baris_tanpa_riwayat() -> tuple[str, str, str]:
    satu = Kunjungan.objects.order_by("pk")[0]
    (baru,) = Kunjungan.objects.bulk_create(
        [Kunjungan(waktu=satu.waktu, unit=satu.unit, dilayani_oleh=satu.dilayani_oleh)]
    )
    return "BARIS_TANPA_RIWAYAT", "dtks.Kunjungan", str(baru.pk)


def pdf_diubah() -> tuple[str, str, str]:
    b = Dokumen.objects.order_by("pk")[0].berkas
    jalur = Path(pengaturan.BERKAS_DIR) / b.jalur
    isi = bytearray(jalur.read_bytes())
    isi[len(isi) // 2] ^= 1
    jalur.write_bytes(isi)
    return "BERKAS_BERUBAH", "inti.BerkasTersimpan", str(b.pk)


def pdf_hilang() -> tuple[str, str, str]:
    b = Dokumen.objects.order_by("pk")[0].berkas
    (Path(pengaturan.BERKAS_DIR) / b.jalur).unlink()
    return "BERKAS_HILANG", "inti.BerkasTersimpan", str(b.pk)


def pdf_dan_sidiknya_diganti() -> tuple[str, str, str]:
    d = Dokumen.objects.order_by("pk")[0]
    BerkasTersimpan.objects.filter(pk=d.berkas_id).update(sha256="0" * 64)
    return "DOKUMEN_BEDA_BERKAS", "inti.Dokumen", str(d.pk)


def berkas_yatim() -> tuple[str, str, str]:
    b = BerkasTersimpan.objects.filter(pemilik_label="dtks.suratrekomendasi").order_by("pk")[0]
    BerkasTersimpan.objects.filter(pk=b.pk).update(pemilik_id="987654")
    return "BERKAS_YATIM", "inti.BerkasTersimpan", str(b.pk)


def cetakan_bolong() -> tuple[str, str, str]:
    c = Cetakan.objects.order_by("pk")[0]
    Cetakan.objects.filter(pk=c.pk).update(ke=3, alasan="uji")
    return "CETAKAN_BOLONG", "inti.Cetakan", str(c.dokumen_id)


def keluarga_yatim() -> tuple[str, str, str]:
    satu = Individu.objects.order_by("pk")[0]
    Individu.objects.filter(pk=satu.pk).update(keluarga_id=987_654_321)
    return "KUNCI_YATIM", "dtks.Individu", str(satu.pk)


def surat_terbit_tanpa_naskah() -> tuple[str, str, str]:
    satu = SuratRekomendasi.objects.filter(status="menunggu").order_by("pk")[0]
    SuratRekomendasi.objects.filter(pk=satu.pk).update(status="disetujui")
    return "SURAT_TANPA_NASKAH", "dtks.SuratRekomendasi", str(satu.pk)


def surat_belum_dicetak() -> tuple[str, str, str]:
    satu = SuratRekomendasi.objects.filter(status="disetujui").order_by("pk")[0]
    SuratRekomendasi.objects.filter(pk=satu.pk).update(status="dicetak")
    return "SURAT_TANPA_CETAKAN", "dtks.SuratRekomendasi", str(satu.pk)


def permohonan_tanpa_surat() -> tuple[str, str, str]:
    satu = Permohonan.objects.filter(status="diperiksa").order_by("pk")[0]
    Permohonan.objects.filter(pk=satu.pk).update(status="diterima")
    return "PERMOHONAN_TANPA_SURAT", "dtks.Permohonan", str(satu.pk)


def permohonan_ditolak_diam_diam() -> tuple[str, str, str]:
    satu = Permohonan.objects.filter(status="diperiksa").order_by("pk")[0]
    Permohonan.objects.filter(pk=satu.pk).update(status="ditolak", alasan="berkas_belum_lengkap")
    return "PERMOHONAN_TOLAK_TANPA_ALASAN", "dtks.Permohonan", str(satu.pk)


def impor_jumlah() -> tuple[str, str, str]:
    b = BatchImpor.objects.order_by("pk")[0]
    BatchImpor.objects.filter(pk=b.pk).update(dibaca=b.dibaca + 1)
    return "IMPOR_JUMLAH", "inti.BatchImpor", str(b.pk)


def tugas_macet() -> tuple[str, str, str]:
    t = Tugas.objects.create(
        jenis="uji", judul="Uji", keadaan="berjalan", sewa_sampai=timezone.now() - dt.timedelta(hours=1)
    )
    return "TUGAS_MACET", "inti.Tugas", str(t.pk)


def tugas_kekal() -> tuple[str, str, str]:
    t = Tugas.objects.create(
        jenis="uji", judul="Uji", keadaan="berjalan", sewa_sampai=timezone.now() + dt.timedelta(days=365)
    )
    return "TUGAS_MACET", "inti.Tugas", str(t.pk)


def individu_diubah() -> tuple[str, str, str]:
    satu = Individu.objects.filter(desil=3).order_by("pk")[0]
    Individu.objects.filter(pk=satu.pk).update(desil=1)
    return "INDIVIDU_BEDA_KEADAAN", "dtks.Individu", str(satu.pk)


TANGAN = [
    nomor_hilang, nomor_terakhir, nomor_ganda, nomor_diubah, nomor_batal, riwayat_diubah, baris_diubah,
    baris_tanpa_riwayat, pdf_diubah, pdf_hilang, pdf_dan_sidiknya_diganti, berkas_yatim, cetakan_bolong,
    keluarga_yatim, surat_terbit_tanpa_naskah, surat_belum_dicetak, permohonan_tanpa_surat,
    permohonan_ditolak_diam_diam, impor_jumlah, tugas_macet, tugas_kekal, individu_diubah,
]  # fmt: skip


def test_what_was_altered_by_hand_is_named(kantor: str) -> None:
    akar = Path(pengaturan.BERKAS_DIR)
    isi = {p: p.read_bytes() for p in akar.glob("??/??/*")}
    for bersama in ([t for t in TANGAN if t is not pdf_diubah], [pdf_diubah]):  # each by itself costs a minute more
        titik = transaction.savepoint()
        harus = {tangan.__name__: tangan() for tangan in bersama}
        ada = temuan()
        assert {nama for nama, h in harus.items() if h not in ada} == set()
        transaction.savepoint_rollback(titik)
        for p, bita in isi.items():
            p.write_bytes(bita)
    assert temuan() == set()


def test_the_command_says_so_on_stdout_and_in_its_exit_code(kantor: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        call_command("periksa", "--json")
    keluar = capsys.readouterr()
    assert json.loads(keluar.out)["baik"] is True
    assert "Semua baik." in keluar.err
    kode, tabel, baris = riwayat_diubah()
    with pytest.raises(SystemExit, match="1"):
        call_command("periksa", "--json")
    (satu,) = (t for t in json.loads(capsys.readouterr().out)["temuan"] if t["kode"] == kode)
    assert (satu["tabel"], satu["baris"]) == (tabel, baris)
    assert set(satu) == {"kode", "tabel", "baris", "pesan", "langkah", "sifat"}
    with pytest.raises(SystemExit, match="1"):
        call_command("periksa")
    assert f"{tabel} {baris}:" in capsys.readouterr().out


def test_findings_hold_no_number_of_a_person(kantor: str) -> None:
    nik = list(Individu.objects.values_list("nik", flat=True)[:200])
    baris_diubah(), keluarga_yatim(), individu_diubah()
    isi = json.dumps(jalankan_periksa())
    assert not [n for n in nik if n in isi]
    assert "Orang Lain" not in isi


def test_the_page_starts_a_check_and_shows_its_result(kantor: str, masuk_sebagai: Callable[[Pengguna], Client]) -> None:
    from inti.jobs.jalan import jalankan

    klien = masuk_sebagai(Pengguna.objects.get(username="admin"))
    assert "Belum pernah diperiksa" in klien.get("/kantor/periksa/").content.decode()
    assert klien.post("/kantor/periksa/").status_code == 302
    assert klien.post("/kantor/periksa/").status_code == 302
    tugas = Tugas.objects.get(jenis="periksa")  # the second press joins the first
    kode, tabel, baris = pdf_hilang()
    jalankan(str(tugas.pk))
    isi = klien.get("/kantor/periksa/").content.decode()
    assert kode in isi
    assert baris in isi
    assert tabel in isi


def test_the_page_costs_the_same_queries_whatever_was_found(
    kantor: str, masuk_sebagai: Callable[[Pengguna], Client],
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    klien = masuk_sebagai(Pengguna.objects.get(username="admin"))
    klien.get("/kantor/periksa/")
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as kosong:
        klien.get("/kantor/periksa/")
    hasil = jalankan_periksa()
    hasil["temuan"] = [
        {"kode": "X", "tabel": "t", "baris": str(n), "pesan": "p", "langkah": "l", "sifat": "salah"} for n in range(50)
    ]
    Tugas.objects.create(jenis="periksa", judul="Periksa", keadaan="selesai", hasil=hasil, selesai_pada=timezone.now())
    with django_assert_num_queries(len(kosong)):
        klien.get("/kantor/periksa/")
