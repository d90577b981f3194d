"""My page: one's own data, papers and career; asking to have it mended with evidence; an account without a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna, UnitKerja, Usulan
from kepegawaian.models import Pegawai
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import orang as layanan_orang
from tests.kepegawaian.contoh_karier import D, berkas, orang, pdf, unggahan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
SAYA = "/kepegawaian/saya/"


@pytest.fixture
def laras(personalia: Pengguna, staf: Pengguna, unit: UnitKerja, instansi: Any) -> Pegawai:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    orang(unit, personalia, 7, nama="Orang Lain", alamat="Jalan Rahasia 1")
    return orang(unit, personalia, 1, pengguna=staf, nama="Laras Wulandari", alamat="Jalan Kenanga 4", agama="Islam")


def isian(p: Pegawai, **ganti: Any) -> dict[str, Any]:
    awal = {"tempat_lahir": "", "tanggal_lahir": "17-06-1990", "agama": "Islam", "kawin": "", "surel": ""}
    lain = {"alamat": "Jalan Melati 9", "telepon": "0812-1", "alasan": "Pindah rumah", "versi": p.versi}
    return awal | lain | ganti


def test_one_sees_all_of_ones_own_and_nothing_of_others(
    laras: Pegawai, personalia: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    milik = berkas(laras, "KTP", personalia, nomor="K-77")
    klien = masuk_sebagai(staf)
    isi = klien.get(SAYA).content.decode()
    for ada in ("Laras Wulandari", "Jalan Kenanga 4", "III/a", "K-77", "Kartu keluarga", "KGB berikutnya", "Pensiun"):
        assert ada in isi, ada
    assert "Jalan Rahasia" not in isi
    assert klien.get(milik.get_absolute_url()).status_code == 200
    assert klien.get(f"{SAYA}berkas.pdf")["Content-Type"] == "application/pdf"


def test_a_correction_waits_for_the_penyelia_with_its_evidence(
    laras: Pegawai, staf: Pengguna, penyelia: Pengguna, staf_lain: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    assert "nip" not in klien.get(f"{SAYA}ubah/").context["form"].fields
    klien.post(f"{SAYA}ubah/", isian(laras, pindaian=unggahan(pdf("KK baru"), "kk.pdf"), nama="Doktor", pangkat="IV/e"))
    laras.refresh_from_db()
    usulan = Usulan.objects.get()
    assert (laras.alamat, usulan.pengusul) == ("Jalan Kenanga 4", staf)
    bukti = BerkasTersimpan.objects.get(nama_asli="kk.pdf")
    assert (bukti.pemilik_label, bukti.pemilik_id) == ("inti.usulan", str(usulan.pk))
    assert masuk_sebagai(staf_lain).get(f"/berkas/{bukti.pk}/").status_code == 404
    atas = masuk_sebagai(penyelia)
    halaman = atas.get(f"/usulan/{usulan.pk}/").content.decode()
    assert "Jalan Melati 9" in halaman and "kk.pdf" in halaman
    assert klien.post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi}).status_code == 403
    atas.post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    laras.refresh_from_db()
    assert (laras.alamat, laras.telepon, laras.nama, laras.pangkat) == (
        "Jalan Melati 9",
        "0812-1",
        "Laras Wulandari",
        "III/a",
    )


def test_a_birth_date_that_is_mended_moves_the_pension(
    laras: Pegawai, staf: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    assert laras.pensiun_pada == D(2048, 7, 1)
    masuk_sebagai(staf).post(f"{SAYA}ubah/", isian(laras, tanggal_lahir="17-09-1990"))
    usulan = Usulan.objects.get()
    masuk_sebagai(penyelia).post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    assert Pegawai.objects.get(pk=laras.pk).pensiun_pada == D(2048, 10, 1)


def test_nobody_reaches_anothers_record_through_my_page(
    laras: Pegawai, loket: Pengguna, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(loket)
    assert klien.post(f"{SAYA}ubah/", isian(laras, pk=laras.pk, pegawai=laras.pk)).status_code == 404
    assert not Usulan.objects.exists() and Pegawai.objects.get(pk=laras.pk).alamat == "Jalan Kenanga 4"
    orang(laras.unit, personalia, 3, pengguna=loket)
    klien.post(f"{SAYA}ubah/", isian(laras, pk=laras.pk, pegawai=laras.pk))
    assert Usulan.objects.get().argumen["pegawai"]["pk"] != laras.pk
    tanpa = Pegawai.objects.create(nama="Tanpa Akun", jabatan="Pengelola", unit=laras.unit, jenis="NON_PNS")
    with pytest.raises(AturanDilanggar, match="BUKAN_DIRI"):
        layanan_orang.diri_ubah(pegawai=tanpa, isian={}, bukti=None, alasan="x", oleh=personalia)


def test_a_stale_form_and_a_form_without_reason_are_refused(
    laras: Pegawai, staf: Pengguna, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    assert klien.post(f"{SAYA}ubah/", isian(laras, alasan="")).status_code == 422
    assert klien.post(f"{SAYA}ubah/", isian(laras, pindaian=unggahan(b"MZ", "kk.pdf"))).status_code == 422
    layanan_orang.pegawai_ubah(
        pegawai=Pegawai.objects.get(pk=laras.pk), isian={"surel": "a@b.example"}, oleh=personalia
    )
    assert klien.post(f"{SAYA}ubah/", isian(laras)).status_code == 409
    assert not Usulan.objects.exists()


def test_an_account_without_a_record_is_told_what_to_do(loket: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(loket)
    assert "Akun Anda belum terhubung ke data pegawai" in klien.get(SAYA).content.decode()
    assert [klien.get(f"{SAYA}{b}").status_code for b in ("ubah/", "berkas.pdf")] == [404, 404]
