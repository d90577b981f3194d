"""Nobody changes facts about himself that give a right, money, leave or rank (T50), on any path; exceptions are named."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from inti import registry
from inti.galat import AturanDilanggar
from inti.gerbang.diri import subjek_panggilan, tentang_diri
from inti.konteks import DAFTAR_LAYANAN
from inti.models import Pengguna, Perubahan, Rekam, UnitKerja, Usulan
from inti.services.pengguna import pengguna_ubah
from inti.services.rekam import perubahan_kembalikan, rekam_tambah, rekam_ubah
from inti.services.usulan import usulan_kembalikan, usulan_setujui
from inti.sheets.impor import impor_berkas
from kepegawaian.models import AtasanKhusus, BerkasPegawai, KategoriBerkas, Pegawai, PesertaMagang, SaldoAwalCuti
from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.berkas import berkas_ubah
from kepegawaian.services.karier import fakta_tambah, pegawai_segarkan
from kepegawaian.services.orang import atasan_tetapkan, diri_ubah, keluarga_tambah, pegawai_ubah
from kepegawaian.services.surat import surat_kgb_terbitkan
from tests.conftest import buat_pengguna
from tests.kepegawaian.contoh_karier import D, berkas, orang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
AKUN = {"atasan", "pembimbing"}  # parts that a person plays in somebody else's record

# Every service that one may do for oneself, by name: a new one is a decision, not an oversight.
UNTUK_DIRI = {
    "inti.faktor_lepas", "inti.faktor_pemulihan_ulang", "inti.faktor_tandai_terpasang", "inti.sandi_tandai_diganti",
    "inti.pengguna_ubah",  # name and mail only (BIDANG_DIRI)
    "inti.kertas_cetak", "kepegawaian.cuti_cetak", "kepegawaian.surat_pegawai_cetak",  # a print changes nothing
    "kepegawaian.cuti_ajukan", "kepegawaian.cuti_ubah", "kepegawaian.cuti_batal",
    "kepegawaian.cuti_pertimbangkan", "kepegawaian.cuti_putuskan",  # refuse with the course's CUTI_SENDIRI
    "kepegawaian.hari_simpan", "kepegawaian.hari_ajukan", "kepegawaian.hari_salin", "kepegawaian.target_tambah",
    "kepegawaian.target_ubah", "kepegawaian.target_tutup", "kepegawaian.kegiatan_alihkan",  # derived anew only
    "kepegawaian.kegiatan_setujui", "kepegawaian.kegiatan_kembalikan", "kepegawaian.penilaian_beri",  # codes of their own
    "kepegawaian.catatan_simpan", "kepegawaian.kehadiran_isi", "kepegawaian.akun_selaraskan",
    "arsip.naskah_buat",  # a letter may name its drafter; its signer is somebody else
    "kepegawaian.pegawai_segarkan",  # for all, out of facts that somebody else wrote
}  # fmt: skip


def test_every_exception_is_named() -> None:
    assert {nama for nama, lay in DAFTAR_LAYANAN.items() if lay.diri} == UNTUK_DIRI


def test_every_record_of_a_person_says_whose_facts_it_holds() -> None:
    """A table with a member of staff, an intern or a user's own facts names its subject; a new one can't forget."""
    lupa = [
        m._meta.label
        for m in apps.get_app_config("kepegawaian").get_models()
        if issubclass(m, Rekam) and not m.subjek
        for b in m._meta.concrete_fields
        if isinstance(b, models.ForeignKey) and b.related_model in {Pegawai, PesertaMagang} and b.name not in AKUN
    ]
    assert not lupa


def tolak(perbuatan: Callable[[], Any]) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        perbuatan()
    assert galat.value.kode == "DIRI_SENDIRI" and "rekan atau atasan" in galat.value.kalimat


@pytest.fixture
def hendra(penyelia: Pengguna, instansi: Any) -> Pegawai:
    aturan_awal_isi(oleh=None)
    return Pegawai.objects.get(pengguna=penyelia)


@pytest.fixture
def laras(personalia: Pengguna, staf: Pengguna, unit: UnitKerja, instansi: Any) -> Pegawai:
    return orang(unit, personalia, 1, pengguna=staf, nama="Laras Wulandari")


def test_the_right_to_sign_rank_family_superior_and_leave_of_oneself(hendra: Pegawai, penyelia: Pengguna) -> None:
    tolak(lambda: pegawai_ubah(pegawai=hendra, isian={"atas_nama": "a.n. Bupati"}, oleh=penyelia))
    fakta = {"tmt": D(2026, 1, 1), "pangkat": "IV/e", "mk_tahun": 30}
    tolak(lambda: fakta_tambah(macam="pangkat", pegawai=hendra, isian=fakta, oleh=penyelia))
    anak = {"hubungan": "anak", "nama": "A", "kelamin": "L", "tanggal_lahir": D(2020, 1, 1), "tertanggung": True}
    tolak(lambda: keluarga_tambah(pegawai=hendra, isian=anak, oleh=penyelia))
    atas = {"atasan": hendra, "tmt": D(2026, 1, 1), "sampai": None, "alasan": "-"}
    tolak(lambda: atasan_tetapkan(pegawai=hendra, isian=atas, oleh=penyelia))
    tolak(lambda: surat_kgb_terbitkan(pegawai=[hendra], oleh=penyelia))
    saldo = {"pegawai": hendra, "tahun": 2026, "sisa_n1": 6, "sisa_n2": 0, "keterangan": ""}
    tolak(lambda: rekam_tambah(model="kepegawaian.saldoawalcuti", isian=saldo, oleh=penyelia))
    tolak(
        lambda: diri_ubah(pegawai=hendra, isian={"tanggal_lahir": D(1990, 1, 1)}, bukti=None, alasan="-", oleh=penyelia)
    )
    hendra.refresh_from_db()
    assert (hendra.atas_nama, hendra.pangkat) == ("a.n. Kepala Dinas Sosial", "III/d")
    assert not SaldoAwalCuti.objects.exists() and not AtasanKhusus.objects.exists()


def test_a_fact_a_paper_and_a_balance_that_somebody_else_wrote_stay_as_they_are(
    hendra: Pegawai, penyelia: Pengguna, personalia: Pengguna
) -> None:
    kertas = berkas(hendra, "SKP", personalia)
    tolak(lambda: berkas_ubah(berkas=kertas, isian={"nomor": "1"}, oleh=penyelia))
    saldo = rekam_tambah(
        model="kepegawaian.saldoawalcuti",
        isian={"pegawai": hendra, "tahun": 2026, "sisa_n1": 2, "sisa_n2": 0, "keterangan": ""},
        oleh=personalia,
    )
    tolak(lambda: rekam_ubah(objek=saldo, isian={"sisa_n1": 6}, oleh=penyelia))
    rekam_ubah(objek=saldo, isian={"sisa_n1": 3}, oleh=personalia)
    perbuatan = Perubahan.objects.filter(layanan="inti.rekam_ubah").latest("pk")
    tolak(lambda: perubahan_kembalikan(perubahan_asal=perbuatan, oleh=penyelia))  # found by the record that it writes


def test_nobody_makes_a_colleagues_record_his_own(laras: Pegawai, penyelia: Pengguna) -> None:
    tolak(lambda: pegawai_ubah(pegawai=laras, isian={"pengguna": penyelia}, oleh=penyelia))


def test_other_parts_than_subject_are_free(laras: Pegawai, hendra: Pegawai, penyelia: Pengguna) -> None:
    """He may be named as somebody's superior, sign, receive; and recomputing for all includes oneself."""
    isi = {"atasan": hendra, "tmt": D(2026, 1, 1), "sampai": None, "alasan": "Cuti besar"}
    assert atasan_tetapkan(pegawai=laras, isian=isi, oleh=penyelia).atasan == hendra
    assert (
        subjek_panggilan({"pembimbing": hendra, "kepada": penyelia, "isian": {"pegawai": hendra}, "oleh": penyelia})
        == set()
    )
    assert subjek_panggilan({"objek": [laras, hendra], "oleh": penyelia}) == {laras.pengguna_id, penyelia.pk}
    pegawai_segarkan(pegawai=[hendra], oleh=penyelia)


def test_the_administrator_may_mend_his_own_name_but_not_his_place(administrator: Pengguna, unit: UnitKerja) -> None:
    pengguna_ubah(pengguna=administrator, isian={"nama": "Bima P.", "unit": administrator.unit}, oleh=administrator)
    tolak(lambda: pengguna_ubah(pengguna=administrator, isian={"unit": unit}, oleh=administrator))
    tolak(lambda: pengguna_ubah(pengguna=administrator, isian={"berlaku_sampai": D(2099, 1, 1)}, oleh=administrator))


def test_the_subject_of_a_proposal_neither_approves_nor_returns_it(
    hendra: Pegawai, penyelia: Pengguna, magang: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    isi = {n: getattr(hendra, n) for n in ("nama", "nip", "telepon", "surel")} | {
        "surel": "h@wanasari.example",
        "versi": 1,
    }
    masuk_sebagai(magang).post(f"/kepegawaian/pegawai/{hendra.pk}/ubah/", isi)
    usulan = Usulan.objects.get()
    assert usulan.subjek_orang == penyelia
    tolak(lambda: usulan_setujui(usulan=usulan, oleh=penyelia))
    tolak(lambda: usulan_kembalikan(usulan=usulan, oleh=penyelia, catatan="-"))
    klien = masuk_sebagai(penyelia)
    assert str(usulan) not in klien.get("/usulan/antrean/").content.decode()
    halaman = klien.get(f"/usulan/{usulan.pk}/").content.decode()
    assert "/setujui/" not in halaman and "/kembalikan/" not in halaman
    rekan = buat_pengguna("penyelia9", "penyelia", unit=unit)
    usulan_setujui(usulan=usulan, oleh=rekan)
    hendra.refresh_from_db()
    assert hendra.surel == "h@wanasari.example" and hendra.pengguna == penyelia


def test_correcting_ones_own_data_is_a_proposal_even_for_who_holds_the_right(
    hendra: Pegawai, penyelia: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    isi = {"tempat_lahir": "", "tanggal_lahir": "05-03-1981", "agama": "", "kawin": "", "surel": "", "telepon": ""}
    lain = {"alamat": "Jalan Baru 1", "alasan": "Pindah", "versi": hendra.versi}
    masuk_sebagai(penyelia).post("/kepegawaian/saya/ubah/", isi | lain)
    hendra.refresh_from_db()
    usulan = Usulan.objects.get()
    assert hendra.alamat == "" and usulan.pengusul == penyelia
    rekan = buat_pengguna("penyelia9", "penyelia", unit=unit)
    klien = masuk_sebagai(rekan)  # mends it first: the form is about its proposer, not about the reader
    sunting = klien.get(f"/kepegawaian/saya/ubah/?usulan={usulan.pk}")
    assert sunting.context["objek"] == hendra
    kirim = isi | lain | {"alamat": "Jalan Baru 2", "usulan": usulan.pk, "usulan_versi": usulan.versi}
    klien.post("/kepegawaian/saya/ubah/", kirim)
    hendra.refresh_from_db()
    assert hendra.alamat == "Jalan Baru 2"


def test_pages_offer_nothing_of_it_and_say_who_may(
    hendra: Pegawai, laras: Pegawai, penyelia: Pengguna, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    isi = klien.get(hendra.get_absolute_url()).content.decode()
    assert "data Anda sendiri" in isi and f"/pegawai/{hendra.pk}/ubah/" not in isi and "Tambah berkas" not in isi
    for bagian in ("karier", "keluarga", "berkas"):
        teks = klien.get(f"{hendra.get_absolute_url()}{bagian}/").content.decode()
        assert "/baru/" not in teks, bagian
    isi = klien.get(laras.get_absolute_url()).content.decode()
    assert "data Anda sendiri" not in isi and f"/pegawai/{laras.pk}/ubah/" in isi and "Tambah berkas" in isi
    assert klien.get(f"/kepegawaian/pegawai/{hendra.pk}/ubah/").status_code == 409
    kertas = berkas(hendra, "SKP", personalia)
    isi = klien.get(kertas.get_absolute_url()).content.decode()
    assert "data Anda sendiri" in isi and "Semua berkasnya" in isi
    assert BerkasPegawai.objects.count() == 1 and KategoriBerkas.objects.exists()


def test_an_import_refuses_the_importers_own_row_and_keeps_the_others(
    laras: Pegawai, personalia: Pengguna, unit_lain: UnitKerja, tmp_path: Path
) -> None:
    saya = orang(unit_lain, personalia, 3, nama="Endang Lestari")
    Pegawai.objects.filter(pk=saya.pk).update(pengguna=personalia)
    judul, isi = registry.ekspor("pegawai")(None)
    baris, berkas = [list(b) for b in isi], tmp_path / "pegawai.csv"

    def impor(**lain: Any) -> Any:
        with berkas.open("w", newline="") as f:
            csv.writer(f).writerows([judul, *baris])
        return impor_berkas("pegawai", berkas, oleh=personalia, **lain)

    sama = impor()
    assert (sama.baru, sama.berubah, sama.sama, sama.ditolak) == (0, 0, 2, 0)  # what changes nothing is not refused
    for b in baris:
        b[judul.index("ALAMAT")] = "Jalan Lain 5"
    hasil = impor(simpan=True, lewati_galat=True)
    assert [g["kode"] for g in hasil.galat] == ["DIRI_SENDIRI"] and hasil.berubah == 1
    laras.refresh_from_db()
    saya.refresh_from_db()
    assert laras.alamat == "Jalan Lain 5" and saya.alamat != "Jalan Lain 5"


def test_who_has_no_account_is_nobody(unit: UnitKerja, personalia: Pengguna) -> None:
    tanpa = orang(unit, personalia, 5, nama="Tanpa Akun")
    assert tanpa.subjek_pengguna() is None and not tentang_diri(tanpa, personalia) and not tentang_diri(tanpa, None)
