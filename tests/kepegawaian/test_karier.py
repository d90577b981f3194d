"""Careers kept: first facts, mutation, refusals on the page, what the account follows, what happens at midnight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import JAUH, AturanKepegawaian, JabatanPegawai, PangkatPegawai, Pegawai
from kepegawaian.periksa import periksa
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import karier as layanan_karier
from kepegawaian.services.harian import segarkan_semua_pegawai
from tests.kepegawaian.contoh_karier import TMT, D, jabatan, keluar, orang, pdf, unggahan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture(autouse=True)
def aturan_karier(db: None) -> None:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)


def baru(**ganti: Any) -> dict[str, Any]:
    return {
        "nama": "Sari Melati", "nip": "19950412 202321 2 018", "tanggal_lahir": "12-04-1995", "jenis_awal": "PPPK",
        "tmt": "01-04-2024", "kontrak": "31-03-2029", "golongan": "IX", "jabatan": "Penyuluh Sosial",
        "jenis_jabatan": "fungsional", "jenjang": "ahli_pertama",
    } | ganti  # fmt: skip


def test_a_nip_of_a_pppk_is_taken_and_the_state_follows_the_facts(
    personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(personalia)
    balasan = klien.post("/kepegawaian/pegawai/baru/", baru(unit=unit.pk))
    assert balasan.status_code == 302, balasan.context["form"].errors
    p = Pegawai.objects.get(nip="199504122023212018")
    assert (p.jenis, p.golongan, p.pangkat, p.pangkat_tampil) == ("PPPK", "IX", "", "Golongan IX")
    assert (p.kontrak_sampai, p.pensiun_pada, p.kgb_pada) == (D(2029, 3, 31), JAUH, D(2026, 4, 1))
    assert "1995" in klien.get(p.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"nip": "1995"}, "nip"),
        ({"nip": ""}, "nip"),
        ({"pangkat": "III/a"}, "pangkat"),
        ({"golongan": ""}, "golongan"),
        ({"kontrak": ""}, "kontrak"),
        ({"jenis_awal": "PNS", "golongan": "", "kontrak": ""}, "pangkat"),
        ({"nik": "12345"}, "nik"),
    ],
)
def test_a_new_person_that_cant_be_is_refused_at_the_field(
    ganti: dict[str, str], bidang: str, personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    balasan = masuk_sebagai(personalia).post("/kepegawaian/pegawai/baru/", baru(unit=unit.pk, **ganti))
    assert balasan.status_code == 422 and bidang in balasan.context["form"].errors
    assert not Pegawai.objects.exists()


def test_a_contradiction_is_shown_on_the_form_with_both_entries(
    personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia)
    klien = masuk_sebagai(personalia)
    data = {"tmt": "01-04-2019", "pangkat": "II/d", "mk_tahun": 4, "mk_bulan": 1, "cara": "reguler"}
    balasan = klien.post(f"/kepegawaian/pegawai/{p.pk}/pangkat/baru/", data)
    isi = balasan.content.decode()
    assert balasan.status_code == 422
    assert "II/d TMT 01-04-2019 tidak lebih tinggi daripada III/a TMT 01-03-2015" in isi
    assert PangkatPegawai.objects.filter(pegawai=p).count() == 1, "nothing of the act stays"
    lain = klien.post(
        f"/kepegawaian/pegawai/{p.pk}/status/baru/",
        {"tmt": "01-04-2019", "jenis": "PPPK", "keadaan": "aktif", "sampai": "01-04-2024"},
    )
    assert "PNS TMT 01-03-2015 tidak dapat menjadi PPPK TMT 01-04-2019" in lain.content.decode()


def test_a_decree_with_another_content_than_its_name_is_refused(
    personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia)
    alamat = f"/kepegawaian/pegawai/{p.pk}/pangkat/baru/"
    data = {"tmt": "01-04-2019", "pangkat": "III/b", "mk_tahun": 4, "mk_bulan": 1, "cara": "reguler"}
    klien = masuk_sebagai(personalia)
    for isi in (b"MZ\x90\x00 program", b"<html><script>1</script></html>", pdf() + b"/JavaScript", b""):
        balasan = klien.post(alamat, data | {"pindaian": unggahan(isi, "sk.pdf")})
        assert balasan.status_code == 422 and "pindaian" in balasan.context["form"].errors, isi[:10]
    assert PangkatPegawai.objects.filter(pegawai=p).count() == 1
    assert klien.post(alamat, data | {"pindaian": unggahan(pdf(), "sk.pdf")}).status_code == 302
    fakta = PangkatPegawai.objects.latest("pk")
    assert fakta.berkas is not None and fakta.berkas.pemilik_label == "kepegawaian.pangkatpegawai"
    assert klien.get(f"/berkas/{fakta.berkas_id}/").status_code == 200
    assert Pegawai.objects.get(pk=p.pk).pangkat == "III/b"


def test_a_mutation_moves_the_person_and_his_account(
    personalia: Pengguna, staf: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, instansi: Any
) -> None:
    p = orang(unit, personalia, pengguna=staf, tanggal_lahir=D(1970, 6, 17))
    assert p.pensiun_pada == D(2028, 7, 1)
    jabatan(p, unit_lain, D(2026, 1, 1), personalia, nama="Kepala Bidang", jenis="jpt", memimpin=True)
    p.refresh_from_db()
    staf.refresh_from_db()
    assert (p.unit, p.jabatan, p.memimpin, p.pensiun_pada) == (unit_lain, "Kepala Bidang", True, D(2030, 7, 1))
    assert staf.unit == unit_lain
    plt = timezone.localdate() + dt.timedelta(days=30)
    jabatan(p, unit, D(2026, 2, 1), personalia, nama="Plt. Kepala", jenis="jpt", sebagai="plt", sampai=plt)
    p.refresh_from_db()
    assert p.unit == unit_lain, "only a definitive post changes the person's own"


def test_who_leaves_can_sign_nothing_and_nowhere(personalia: Pengguna, staf: Pengguna, unit: UnitKerja) -> None:
    p = orang(unit, personalia, pengguna=staf, boleh_menandatangani=True, jabatan__memimpin=True)
    keluar(p, timezone.localdate(), personalia)
    p.refresh_from_db()
    staf.refresh_from_db()
    assert (p.keadaan, p.memimpin, p.boleh_menandatangani, staf.is_active) == ("pensiun", False, False, False)
    assert (p.pensiun_pada, p.kgb_pada, p.naik_pada) == (JAUH, JAUH, JAUH)


def test_a_fact_of_the_future_comes_true_on_its_day(
    personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    p = orang(unit, personalia)
    besok = timezone.localdate() + dt.timedelta(days=1)
    fakta = jabatan(p, unit_lain, besok, personalia, nama="Penelaah")
    p.refresh_from_db()
    assert p.unit == unit and segarkan_semua_pegawai() == 0 and list(periksa()) == []
    JabatanPegawai.objects.filter(pk=fakta.pk).update(tmt=timezone.localdate())
    assert [t.objek_id if hasattr(t, "objek_id") else t for t in periksa()], "the health check sees a stale state"
    assert segarkan_semua_pegawai() == 1
    p.refresh_from_db()
    assert (p.unit, p.jabatan) == (unit_lain, "Penelaah") and segarkan_semua_pegawai() == 0


def test_a_wrong_fact_is_mended_or_thrown_away_and_the_state_goes_back(
    personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia)
    isian = {"tmt": D(2019, 4, 1), "pangkat": "III/c", "mk_tahun": 4, "mk_bulan": 1}
    fakta = layanan_karier.fakta_tambah(macam="pangkat", pegawai=p, isian=isian, oleh=personalia)
    klien = masuk_sebagai(personalia)
    data = {"tmt": "01-04-2019", "pangkat": "III/b", "mk_tahun": 4, "mk_bulan": 1, "cara": "reguler", "versi": 1}
    assert klien.post(f"/kepegawaian/pangkat/{fakta.pk}/ubah/", data).status_code == 302
    assert Pegawai.objects.get(pk=p.pk).pangkat == "III/b"
    basi = klien.post(f"/kepegawaian/pangkat/{fakta.pk}/ubah/", data | {"pangkat": "III/d"})
    assert basi.status_code == 409 and Pegawai.objects.get(pk=p.pk).pangkat == "III/b"
    with pytest.raises(VersiBerubah):
        layanan_karier.fakta_ubah(fakta=fakta, isian={"pangkat": "III/d"}, oleh=personalia)
    assert klien.post(f"/kepegawaian/pangkat/{fakta.pk}/buang/", {"alasan": ""}).status_code == 422
    klien.post(f"/kepegawaian/pangkat/{fakta.pk}/buang/", {"alasan": "Salah ketik"})
    p.refresh_from_db()
    assert (p.pangkat, p.pangkat_tmt) == ("III/a", TMT)


def test_the_state_as_on_a_day_is_what_the_facts_said_then(
    personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia)
    jabatan(p, unit_lain, D(2024, 5, 16), personalia, nama="Penelaah Kebijakan")
    klien = masuk_sebagai(personalia)
    for hari, ada in (("2024-05-15", "Pengelola Data"), ("2024-05-16", "Penelaah Kebijakan"), ("2014-01-01", "belum")):
        keadaan = dict(klien.get(f"/kepegawaian/pegawai/{p.pk}/?pada={hari}").context["keadaan"])
        assert ada in (keadaan["Jabatan"] if ada != "belum" else keadaan["Status"]), hari
    for jahat in ("kemarin", "2024-13-45", "99999999999", "0000-00-00"):
        assert klien.get(f"/kepegawaian/pegawai/{p.pk}/", {"pada": jahat}).status_code == 200, jahat


def test_a_rule_that_changes_changes_the_day_from_its_date_on(personalia: Pengguna, unit: UnitKerja) -> None:
    p = orang(unit, personalia, tanggal_lahir=D(1975, 6, 17))
    assert p.pensiun_pada == D(2033, 7, 1)
    AturanKepegawaian.objects.filter(kode="pensiun.pelaksana").update(berlaku_sampai=D(2025, 12, 31))
    AturanKepegawaian.objects.create(
        kode="pensiun.pelaksana", nilai="59", keterangan="Batas usia", berlaku_mulai=D(2026, 1, 1), dasar_hukum="Uji"
    )
    assert segarkan_semua_pegawai() == 1
    p.refresh_from_db()
    assert p.pensiun_pada == D(2034, 7, 1)


def test_two_facts_of_one_day_are_refused_by_the_service_too(personalia: Pengguna, unit: UnitKerja) -> None:
    p = orang(unit, personalia)
    with pytest.raises(AturanDilanggar, match="JABATAN_SEHARI"):
        jabatan(p, unit, TMT, personalia, nama="Penelaah")
    assert JabatanPegawai.objects.filter(pegawai=p).count() == 1
