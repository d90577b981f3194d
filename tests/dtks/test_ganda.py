"""Doubles: joined, found as one, taken apart again, letters kept; wrong NIKs: recap out, answer in."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client

from dtks.models import (
    AnggotaPermohonan,
    Individu,
    NikBermasalah,
    Penggabungan,
    Permohonan,
    SuratRekomendasi,
    TinjauGanda,
)
from dtks.queries.registri import cari_id, cari_kk, cari_nama, cari_nik, cari_nik_banyak
from dtks.rules.ganda import masalah_nik
from dtks.services import ganda as services
from dtks.services import loket as loket_services
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.sheets.impor import impor_berkas
from inti.sheets.tulis import tulis_tabel

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def dua(buat_warga: Callable[..., Individu]) -> tuple[Individu, Individu, TinjauGanda]:
    """One NIK on two entries, with a review of it."""
    satu = buat_warga(nama="SITI AMINAH")
    lain = buat_warga(nama="SITI AMINAH ZUHRI", nik=satu.nik)
    return satu, lain, TinjauGanda.objects.create(jenis="nik_ganda", individu=lain, lain=satu)


def gabung(dua: tuple[Individu, Individu, TinjauGanda], penyelia: Pengguna) -> Penggabungan:
    return services.individu_gabung(utama=dua[0], lain=dua[1], alasan="KTP asli", oleh=penyelia, tinjauan=dua[2])


def test_joined_entries_are_found_as_one_by_every_way(
    dua: tuple[Individu, Individu, TinjauGanda], penyelia: Pengguna
) -> None:
    satu, lain, tinjau = dua
    gabung(dua, penyelia)
    assert cari_nik(satu.nik) == [satu]
    assert cari_kk(lain.no_kk) == [satu]
    assert cari_id(lain.id_dtks) == [satu]
    assert cari_nama("SITI AMINAH ZUHRI") == [satu]
    assert cari_nik_banyak([satu.nik]) == {satu.nik: [satu]}
    assert list(Individu.objects.untuk(penyelia)) == [satu]
    tinjau.refresh_from_db()
    assert (tinjau.status, tinjau.putusan, tinjau.oleh) == ("selesai", "gabung", penyelia)


def test_taken_apart_again_everything_is_as_it_was(
    dua: tuple[Individu, Individu, TinjauGanda], penyelia: Pengguna
) -> None:
    satu, lain, tinjau = dua
    sebelum = list(Individu.objects.order_by("pk").values())
    hasil = gabung(dua, penyelia)
    services.individu_pisah_kembali(penggabungan=hasil, alasan="keliru", oleh=penyelia)
    assert list(Individu.objects.order_by("pk").values()) == sebelum
    assert cari_nik(satu.nik) == [satu, lain]
    tinjau.refresh_from_db()
    assert (tinjau.status, tinjau.putusan) == ("menunggu", "")
    gabung((satu, lain, tinjau), penyelia)


def test_letters_of_both_entries_stay_and_are_seen_on_the_one_in_use(
    dua: tuple[Individu, Individu, TinjauGanda],
    buat_permohonan: Callable[..., Permohonan],
    loket: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    satu, lain, _ = dua
    for orang in (satu, lain):
        loket_services.permohonan_terima(permohonan=buat_permohonan(orang), oleh=loket)
        AnggotaPermohonan.objects.update(
            mengikat=False
        )  # the first one's letter ran out before the second was asked for
    surat = list(SuratRekomendasi.objects.values_list("pk", "status", "permohonan_id"))
    gabung(dua, penyelia)
    assert list(SuratRekomendasi.objects.values_list("pk", "status", "permohonan_id")) == surat
    isi = masuk_sebagai(penyelia).get(f"/dtks/individu/{satu.pk}/").content.decode()
    for p in Permohonan.objects.select_related("nomor"):
        assert str(p.nomor) in isi
    assert "SITI AMINAH ZUHRI" in isi
    assert masuk_sebagai(penyelia).get(f"/dtks/individu/{lain.pk}/").status_code == 404


@pytest.mark.parametrize("kasus", ["sama", "sudah", "berantai"])
def test_what_cannot_be_joined(
    kasus: str, dua: tuple[Individu, Individu, TinjauGanda], buat_warga: Callable[..., Individu], penyelia: Pengguna
) -> None:
    satu, lain, _ = dua
    ketiga = buat_warga()
    if kasus == "sama":
        kode, pasangan = "DATA_SAMA", (satu, satu)
    else:
        gabung(dua, penyelia)
        kode, pasangan = ("SUDAH_DIGABUNG", (ketiga, lain)) if kasus == "sudah" else ("PUNYA_GABUNGAN", (ketiga, satu))
    with pytest.raises(AturanDilanggar, match=kode):
        services.individu_gabung(utama=pasangan[0], lain=pasangan[1], alasan="x", oleh=penyelia)


def test_by_the_page_a_penyelia_joins_and_staff_only_looks(
    dua: tuple[Individu, Individu, TinjauGanda], penyelia: Pengguna, staf: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    satu, lain, tinjau = dua
    isi = masuk_sebagai(staf).get(f"/dtks/tinjauan/{tinjau.pk}/").content.decode()
    assert "tu-beda-baris" in isi and "gabungkan" not in isi and satu.nik not in isi
    for verba in ("gabung", "pisah", "selesai"):
        assert masuk_sebagai(staf).post(f"/dtks/tinjauan/{tinjau.pk}/{verba}/").status_code == 403
    klien = masuk_sebagai(penyelia)
    klien.post(f"/dtks/tinjauan/{tinjau.pk}/gabung/", {"utama": satu.pk, "alasan": "KK asli"})
    lain.refresh_from_db()
    assert lain.digabung_ke == satu
    klien.post(f"/dtks/gabungan/{Penggabungan.objects.get().pk}/batal/", {"alasan": "keliru", "versi": 1})
    lain.refresh_from_db()
    assert lain.digabung_ke is None


def test_two_people_kept_apart_put_the_wrong_one_on_the_recap(
    dua: tuple[Individu, Individu, TinjauGanda], penyelia: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    _, lain, tinjau = dua
    masuk_sebagai(penyelia).post(f"/dtks/tinjauan/{tinjau.pk}/pisah/", {"salah": lain.pk, "catatan": "beda ibu"})
    tinjau.refresh_from_db()
    assert (tinjau.status, tinjau.putusan) == ("selesai", "beda")
    assert NikBermasalah.objects.get().individu == lain
    with pytest.raises(AturanDilanggar, match="SUDAH_DITINJAU"):
        services.tinjauan_pisah(tinjauan=tinjau, salah=None, catatan="", oleh=penyelia)


@pytest.mark.parametrize(
    ("nik", "lahir", "kelamin", "masalah"),
    [
        ("9971011503840001", "1984-03-15", "L", None),
        ("9971015503840001", "1984-03-15", "P", None),
        ("9971011503840001", "1984-03-16", "L", "tanggal"),
        ("9971011503840001", "1984-03-15", "P", "kelamin"),
        ("9971013302840001", None, "", "tanggal"),
        ("1234561503840001", "1984-03-15", "L", None),
        ("9971011503840001", None, "", None),
    ],
)
def test_what_makes_a_nik_suspect(nik: str, lahir: str | None, kelamin: str, masalah: str | None) -> None:
    import datetime as dt

    hasil = masalah_nik(nik, dt.date.fromisoformat(lahir) if lahir else None, kelamin)
    assert (hasil.masalah if hasil else None) == masalah


def test_recap_out_answer_in_and_the_person_found_by_the_right_number(
    buat_warga: Callable[..., Individu],
    penyelia: Pengguna,
    instansi: Any,
    masuk_sebagai: Masuk,
    tmp_path: Path,
) -> None:
    salah = buat_warga(nik="9971011603840009")  # the day says 16, the registry 15
    betul = buat_warga(nik="9971011503840010")
    baru = services.nik_kumpulkan(individu=[salah.pk, betul.pk], oleh=penyelia)
    assert [n.individu for n in baru] == [salah]
    assert services.nik_kumpulkan(individu=[salah.pk, betul.pk], oleh=penyelia) == []
    lain = services.nik_catat(individu=betul, masalah="lain", keterangan="diragukan", oleh=penyelia)
    klien = masuk_sebagai(penyelia)
    balasan = klien.post("/dtks/nik/kirim/", {"pilih": [n.pk for n in NikBermasalah.objects.all()]})
    lembar = list(openpyxl.load_workbook(BytesIO(balasan.content)).active.values)  # type: ignore[union-attr]
    assert lembar[1][1] == salah.nik and lembar[1][10] is None
    assert set(NikBermasalah.objects.values_list("status", flat=True)) == {"dikirim"}

    judul, isi = list(lembar[0]), [list(b) for b in lembar[1:]]
    isi[0][10], isi[0][11] = "9971011503840077", "sesuai KTP-el"
    isi[1][11] = "sudah benar"
    berkas = tmp_path / "jawaban.xlsx"
    tulis_tabel(berkas, judul, isi)
    hasil = impor_berkas("koreksi-nik", berkas, simpan=True, oleh=penyelia)
    assert (hasil.dibaca, hasil.berubah, hasil.ditolak) == (2, 2, 0)
    baru[0].refresh_from_db(), lain.refresh_from_db()
    assert (baru[0].status, baru[0].nik_benar) == ("dijawab", "9971011503840077")
    assert lain.status == "benar"
    assert cari_nik("9971011503840077") == [salah] and cari_nik(salah.nik) == [salah]
    ulang = impor_berkas("koreksi-nik", berkas, simpan=True, oleh=penyelia)
    assert (ulang.berubah, ulang.sama) == (0, 2)


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({0: "999999"}, "REKAP_TIDAK_ADA"),
        ({1: "9971011503849999"}, "NIK_BUKAN_REKAP"),
        ({10: "123"}, "NIK_PANJANG"),
        ({0: "abc"}, "ID_REKAP"),
    ],
)
def test_an_answer_that_fits_nothing_is_refused_at_its_row(
    ubah: dict[int, str], kode: str, buat_warga: Callable[..., Individu], penyelia: Pengguna, tmp_path: Path
) -> None:
    from dtks.queries.ganda import JUDUL_REKAP, rekap_nik

    services.nik_catat(individu=buat_warga(), masalah="lain", keterangan="", oleh=penyelia)
    baris = next(iter(rekap_nik(NikBermasalah.objects.all())))
    for kolom, nilai in ubah.items():
        baris[kolom] = nilai
    tulis_tabel(tmp_path / "j.csv", JUDUL_REKAP, [baris])
    hasil = impor_berkas("koreksi-nik", tmp_path / "j.csv", simpan=True, oleh=penyelia)
    assert [g["kode"] for g in hasil.galat] == [kode]
    assert NikBermasalah.objects.get().status == "tercatat"


def test_another_village_sees_none_of_it(
    dua: tuple[Individu, Individu, TinjauGanda],
    penyelia: Pengguna,
    admin_desa: Pengguna,
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    services.nik_catat(individu=dua[0], masalah="lain", keterangan="", oleh=penyelia)
    klien = masuk_sebagai(admin_desa)
    for alamat in ("/dtks/nik/", f"/dtks/tinjauan/{dua[2].pk}/", "/impor/koreksi-nik/"):
        assert klien.get(alamat).status_code == 403
