"""Who is named on a paper: looked up again on every path, in his own village, and on one open or valid request of a kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dtks.forms.layanan import anggota_dari
from dtks.models import (
    AnggotaPermohonan,
    AturanLayanan,
    Individu,
    JamLayanan,
    Kunjungan,
    Layar,
    Meja,
    Pemeriksaan,
    Permohonan,
    SuratRekomendasi,
    Tiket,
)
from dtks.queries.penilaian import nilai_permohonan
from dtks.rules.identitas import Orang, bandingkan, bertentangan
from dtks.services import loket as services
from dtks.services import surat as surat_services
from dtks.services.antrean import antrean_panggil, tiket_ambil, tiket_layani
from dtks.services.desa import permohonan_ajukan
from dtks.services.sekaligus import sekaligus_catat_satu, sekaligus_periksa, sekaligus_pilih
from dtks.services.terbit_ulang import permohonan_segarkan, surat_terbitkan_ulang
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Pengguna, UnitKerja, Usulan, Wilayah
from inti.services.berkas import berkas_baca
from inti.services.usulan import usulan_setujui

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]
Buat = Callable[..., Any]
LAHIR = dt.date(1984, 3, 15)
SLAMET = Orang("SLAMET NUGROHO", "9971011503840001", "9971010106010001", LAHIR, "99", 3, kunci=1)


def orang(**isian: Any) -> Orang:
    from dataclasses import replace

    return replace(SLAMET, **isian)


@pytest.mark.parametrize(
    ("disebut", "diri", "senik", "sekeluarga", "kode"),
    [
        (SLAMET, SLAMET, [], [], ""),
        (orang(kunci=None), None, [], [], ""),
        (orang(kunci=None), None, [SLAMET], [], "IDENTITAS_SUDAH_TERCATAT"),
        (orang(kunci=None, nik="9971011503840009"), None, [], [SLAMET], "IDENTITAS_NIK_BERBEDA"),
        (orang(kunci=None, nik="1", tanggal_lahir=None), None, [], [SLAMET], "IDENTITAS_NIK_BERBEDA"),
        (orang(kunci=None, nik="1", tanggal_lahir=dt.date(2020, 1, 1)), None, [], [SLAMET], ""),
        (orang(kunci=None, nik="1", nama="BAYI BARU"), None, [], [SLAMET], ""),
        (SLAMET, None, [], [], "IDENTITAS_TIDAK_ADA"),
        (SLAMET, orang(kunci=2), [], [], "IDENTITAS_DIGABUNG"),
        (SLAMET, orang(nama="SLAMET WIBOWO"), [], [], "IDENTITAS_BERUBAH"),
        (SLAMET, orang(desil=9), [], [], "IDENTITAS_BERUBAH"),
        (orang(desil=None, id_dtks=""), SLAMET, [], [], ""),
    ],
)
def test_a_named_person_against_the_registry(
    disebut: Orang, diri: Orang | None, senik: list[Orang], sekeluarga: list[Orang], kode: str
) -> None:
    beda = bandingkan(disebut, diri=diri, senik=senik, sekeluarga=sekeluarga)
    assert (beda.kode if beda else "") == kode


@pytest.mark.parametrize(
    ("jenis", "diri", "kode"),
    [
        ("reaktivasi", SLAMET, ""),
        ("reaktivasi", orang(terdaftar=False), "SURAT_MENYEBUT_TERDAFTAR"),
        ("reaktivasi", None, "SURAT_MENYEBUT_TERDAFTAR"),
        ("pengajuan_baru", None, ""),
        ("pengajuan_baru", orang(terdaftar=False), ""),
        ("pengajuan_baru", SLAMET, "SURAT_MENYEBUT_BELUM_TERDAFTAR"),
    ],
)
def test_what_a_letter_would_say_falsely(jenis: str, diri: Orang | None, kode: str) -> None:
    assert bertentangan(jenis, diri) == kode


def ketikan(o: Individu, desa: Wilayah) -> dict[str, Any]:
    return {
        "nama": o.nama,
        "nik": o.nik,
        "no_kk": o.no_kk,
        "tempat_lahir": "",
        "tanggal_lahir": "",
        "alamat": "DUKUH MELATI",
        "desa": desa.pk,
        "pengantar_nomor": "140/1",
        "pengantar_tanggal": "17-11-2026",
        "ada_ktp": "on",
    }


def test_a_registered_person_typed_in_after_another_search_is_not_filed_as_unregistered(
    warga: Individu, aturan: None, loket: Pengguna, desa: Wilayah, masuk_sebagai: Masuk
) -> None:
    """A1: a number that nobody has opens the form, and the NIK of somebody else goes into it."""
    klien = masuk_sebagai(loket)
    hasil = klien.post("/dtks/loket/", {"cari": "9971015003849999"})
    balasan = klien.post(f"{hasil.url}pengajuan_baru/", ketikan(warga, desa))  # type: ignore[attr-defined]
    isi = balasan.content.decode()
    assert balasan.status_code == 422 and "belum tercatat. Data terpadu: SLAMET NUGROHO" in isi
    assert warga.nik not in isi.split("Data terpadu")[1][:120]
    assert not Permohonan.objects.exists()


def test_a_village_cannot_file_another_villages_registered_person_as_new_and_learns_nothing_of_him(
    buat_warga: Buat, aturan: None, desa_lain: Wilayah, admin_desa: Pengguna, unit: UnitKerja, periksa: Buat
) -> None:
    AturanLayanan.objects.update(unit_pelaksana=unit)
    asing = buat_warga("KENARI RAHASIA", desa=desa_lain)
    diketik = {"nama": "SIAPA SAJA", "nik": asing.nik, "no_kk": "9971010101060099"}
    with pytest.raises(AturanDilanggar, match=r"IDENTITAS_SUDAH_TERCATAT.*tercatat di desa lain") as galat:
        permohonan_ajukan(
            pemeriksaan=periksa(None, admin_desa),
            jenis="pengajuan_baru",
            anggota=[diketik],
            isian={},
            pindaian={},
            oleh=admin_desa,
        )
    assert "KENARI" not in galat.value.pesan


def test_an_interns_proposal_is_looked_up_again_when_it_is_approved(
    warga: Individu, aturan: None, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(magang)
    klien.post("/dtks/loket/", {"cari": warga.nik})
    alamat = f"/dtks/loket/{Pemeriksaan.objects.get().pk}/reaktivasi/"
    klien.post(alamat, {f"pilih_{warga.pk}": "on", "ada_ktp": "on", "pengantar_nomor": "1"})
    Individu.objects.filter(pk=warga.pk).update(nama="SLAMET WIBOWO")
    with pytest.raises(AturanDilanggar, match=r"IDENTITAS_BERUBAH.*SLAMET NUGROHO.*SLAMET WIBOWO"):
        usulan_setujui(usulan=Usulan.objects.get(), oleh=penyelia)
    assert not Permohonan.objects.exists()


def test_a_registry_that_changed_stops_the_decision_until_the_request_follows_it(
    permohonan: Permohonan, warga: Individu, loket: Pengguna
) -> None:
    Individu.objects.filter(pk=warga.pk).update(desil=2, nama="SLAMET WIBOWO")
    with pytest.raises(AturanDilanggar, match="IDENTITAS_BERUBAH"):
        services.permohonan_terima(permohonan=permohonan, oleh=loket)
    segar = permohonan_segarkan(permohonan=Permohonan.objects.get(), oleh=loket)
    anggota = segar.anggota.get()
    assert (segar.pemohon, anggota.nama, anggota.desil) == ("SLAMET WIBOWO", "SLAMET WIBOWO", 2)
    assert services.permohonan_terima(permohonan=segar, oleh=loket).status == "diterima"


def test_no_letter_is_approved_that_the_registry_of_the_day_denies(
    surat: SuratRekomendasi, warga: Individu, pimpinan: Pengguna
) -> None:
    Individu.objects.filter(pk=warga.pk).update(terdaftar=False)
    with pytest.raises(AturanDilanggar, match="SURAT_MENYEBUT_TERDAFTAR"):
        surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    assert SuratRekomendasi.objects.get().status == "menunggu" and not Dokumen.objects.exists()


def test_no_written_reason_makes_a_false_letter(
    buat_permohonan: Buat, buat_warga: Buat, penyelia: Pengguna, loket: Pengguna
) -> None:
    p = buat_permohonan(buat_warga(terdaftar=False))
    with pytest.raises(AturanDilanggar, match="SURAT_MENYEBUT_TERDAFTAR"):
        services.permohonan_terima(permohonan=p, oleh=penyelia, catatan="saya kenal orangnya", boleh_simpang=True)


def test_the_village_is_the_persons_own_whatever_ticket_is_open(
    buat_warga: Buat, aturan: None, desa: Wilayah, desa_lain: Wilayah, loket: Pengguna, masuk_sebagai: Masuk
) -> None:
    """A2: two citizens one after the other on one ticket."""
    satu, dua = buat_warga("WARGA SATU"), buat_warga("WARGA DUA", desa=desa_lain)
    klien = masuk_sebagai(loket)
    tiket_ambil(unit=loket.unit, keperluan="reaktivasi")
    tiket = antrean_panggil(meja=Meja.objects.create(nama="Loket 1", unit=loket.unit), oleh=loket)
    tiket_layani(tiket=tiket, oleh=loket)
    for o in (satu, dua):
        hasil = klien.post("/dtks/loket/", {"cari": o.nik})
        klien.post(f"{hasil.url}reaktivasi/", {f"pilih_{o.pk}": "on", "pengantar_nomor": "1"})  # type: ignore[attr-defined]
    permohonan = {p.pemohon: p for p in Permohonan.objects.select_related("kunjungan")}
    assert [permohonan[o.nama].desa_id for o in (satu, dua)] == [desa.pk, desa_lain.pk]
    assert [permohonan[o.nama].kunjungan.desa_id for o in (satu, dua)] == [desa.pk, desa_lain.pk]
    tiket = Tiket.objects.get()
    assert tiket.status == "selesai" and tiket.kunjungan == permohonan["WARGA SATU"].kunjungan


def test_who_is_not_registered_has_the_village_of_the_form(
    aturan: None, loket: Pengguna, desa_lain: Wilayah, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(loket)
    hasil = klien.post("/dtks/loket/", {"cari": "9971014101010001"})
    baru = Individu(nama="TUMINI", nik="9971014101010001", no_kk="9971010101060099")
    alamat = f"{hasil.url}pengajuan_baru/"  # type: ignore[attr-defined]
    assert klien.post(alamat, ketikan(baru, desa_lain) | {"desa": ""}).status_code == 422
    assert klien.post(alamat, ketikan(baru, desa_lain)).status_code == 302
    p = Permohonan.objects.get()
    assert (p.desa, p.anggota.get().desa) == (desa_lain, desa_lain)


def _daftar(semua: list[Individu], loket: Pengguna) -> None:
    daftar = sekaligus_periksa(nama="RSUD", jenis="reaktivasi", daftar=[o.nik for o in semua], oleh=loket)
    sekaligus_pilih(
        sekaligus=daftar,
        pilih=list(range(1, len(semua) + 1)),
        isian={"pengantar_nomor": "1", "pengantar_tanggal": dt.date(2026, 11, 17)},
        berkas_ada=["ktp", "surat-faskes"],
        oleh=loket,
    )
    for baris in daftar.baris.filter(dipilih=True):
        sekaligus_catat_satu(baris=baris, oleh=loket)


def test_a_pasted_list_makes_a_visit_for_each_village(
    buat_warga: Buat, aturan: None, desa: Wilayah, desa_lain: Wilayah, loket: Pengguna
) -> None:
    semua = [buat_warga(), buat_warga(desa=desa_lain), buat_warga(), buat_warga(desa=desa_lain)]
    _daftar(semua, loket)
    hasil = {p.anggota.get().individu_id: p for p in Permohonan.objects.select_related("kunjungan")}
    for o in semua:
        assert hasil[o.pk].desa_id == o.desa_id == hasil[o.pk].kunjungan.desa_id
    assert Kunjungan.objects.count() == 2


def test_a_second_request_names_the_one_to_continue_then_the_letter_to_reprint(
    buat_permohonan: Buat, warga: Individu, loket: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    p = buat_permohonan(warga)
    with pytest.raises(AturanDilanggar, match=rf"PERMOHONAN_TERBUKA.*{p.nomor.teks}.*belum diputus"):
        buat_permohonan(warga)
    services.permohonan_terima(permohonan=p, oleh=loket)
    with pytest.raises(AturanDilanggar, match=r"PERMOHONAN_TERBUKA.*menunggu persetujuan"):
        buat_permohonan(warga)
    surat_services.surat_setujui(surat=SuratRekomendasi.objects.get(), oleh=pimpinan)
    with pytest.raises(AturanDilanggar, match=r"SURAT_MASIH_BERLAKU.*400.9/0001"):
        buat_permohonan(warga)
    isi = masuk_sebagai(loket).post("/dtks/loket/", {"cari": warga.nik}, follow=True).content.decode()
    assert "masih berlaku bagi orang ini" in isi
    assert buat_permohonan(warga, jenis="pengajuan_baru", berkas=("ktp",)).jenis == "pengajuan_baru"


def test_who_was_refused_or_whose_letter_ran_out_may_come_again(
    buat_permohonan: Buat, buat_warga: Buat, warga: Individu, loket: Pengguna, pimpinan: Pengguna
) -> None:
    ditolak = buat_warga(desil=9)
    services.permohonan_tolak(permohonan=buat_permohonan(ditolak), oleh=loket, alasan="DESIL_DI_LUAR_SASARAN")
    buat_permohonan(ditolak)
    services.permohonan_terima(permohonan=buat_permohonan(warga), oleh=loket)
    surat_services.surat_setujui(surat=SuratRekomendasi.objects.get(), oleh=pimpinan)
    Dokumen.objects.update(berlaku_sampai=timezone.localdate() - dt.timedelta(days=1))
    assert buat_permohonan(warga).status == "diperiksa"


def test_a_refusal_is_not_opened_again_beside_a_newer_request(
    buat_permohonan: Buat, buat_warga: Buat, loket: Pengguna, penyelia: Pengguna
) -> None:
    o = buat_warga(desil=9)
    lama = services.permohonan_tolak(permohonan=buat_permohonan(o), oleh=loket, alasan="DESIL_DI_LUAR_SASARAN")
    buat_permohonan(o)
    with pytest.raises(AturanDilanggar, match="PERMOHONAN_TERBUKA"):
        services.penolakan_buka(permohonan=lama, oleh=penyelia, alasan="keliru")


@pytest.mark.parametrize("tanda", ["nik", "individu"])
def test_the_rule_stands_in_the_database(tanda: str, permohonan: Permohonan, buat_warga: Buat, warga: Individu) -> None:
    isian: dict[str, Any] = {"nik": warga.nik} if tanda == "nik" else {"nik": "9971019999999999", "individu": warga}
    baru = AnggotaPermohonan(
        permohonan=Permohonan.objects.get(), jenis="reaktivasi", nama="X", no_kk="1", **isian
    )  # another row of the same request's table: what two workers would write
    with pytest.raises(IntegrityError), transaction.atomic():
        baru.save()


def test_issued_anew_ends_the_old_letter_and_asks_for_one_under_the_same_request(
    surat: SuratRekomendasi, loket: Pengguna, pimpinan: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    lama = surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    klien = masuk_sebagai(penyelia)
    alamat = f"/dtks/surat/{lama.pk}/terbitkan-ulang/"
    assert alamat in klien.get(lama.get_absolute_url()).content.decode()
    assert masuk_sebagai(loket).get(alamat).status_code == 403
    assert klien.post(alamat, {"versi": lama.versi, "alasan": ""}).status_code == 422
    klien.post(alamat, {"versi": lama.versi, "alasan": "Nama faskes keliru"})
    assert list(SuratRekomendasi.objects.order_by("id").values_list("status", flat=True)) == ["dibatalkan", "menunggu"]
    p = Permohonan.objects.get()
    assert p.status == "diterima" and p.anggota.get().mengikat
    with pytest.raises(AturanDilanggar, match="SURAT_BELUM_TERBIT"):
        surat_terbitkan_ulang(surat=SuratRekomendasi.objects.order_by("id").last(), oleh=penyelia, alasan="lagi")


def test_a_supporting_letter_has_an_age_limit_and_where_none_is_set_the_page_says_so(
    buat_permohonan: Buat, warga: Individu
) -> None:
    hari = timezone.localdate()
    p = buat_permohonan(warga, pengantar_tanggal=hari - dt.timedelta(days=300))
    belum = {t.kode: t for t in nilai_permohonan(p).temuan}
    assert belum["UMUR_SURAT_BELUM_DIATUR"].bukti == "Surat pengantar berumur 300 hari"
    AturanLayanan.objects.update(umur_pengantar=90)
    lama = nilai_permohonan(p)
    assert lama.saran == "lengkapi"
    assert lama.utama is not None and lama.utama.kode == "SURAT_TERLALU_LAMA" and "90 hari" in lama.utama.bukti
    p.pengantar_tanggal = hari - dt.timedelta(days=90)
    assert nilai_permohonan(p).saran == "terima"


def test_no_hit_for_a_name_asks_for_a_number_and_advises_nothing(
    aturan: None, loket: Pengguna, admin_desa: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    """A4: a name is never proof."""
    AturanLayanan.objects.update(unit_pelaksana=unit)
    for siapa, awal in ((loket, "/dtks/loket/"), (admin_desa, "/dtks/desa/")):
        klien = masuk_sebagai(siapa)
        hasil = klien.post(awal, {"cari": "Zzyzx Qwertyuiop"}).url  # type: ignore[attr-defined]
        isi = klien.get(hasil).content.decode()
        assert "NIK" in isi and "Saran: terima" not in isi and "Dapat diajukan" not in isi
        assert f"{hasil}pengajuan_baru/" not in isi
        assert klien.get(f"{hasil}pengajuan_baru/").url == hasil  # type: ignore[attr-defined]


def test_the_search_has_the_focus_on_each_page_of_the_counter(
    warga: Individu, aturan: None, loket: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(loket)
    for balasan in (klien.get("/dtks/loket/"), klien.post("/dtks/loket/", {"cari": warga.nik}, follow=True)):
        isi = balasan.content.decode()
        assert isi.count(" autofocus") == 1 and "data-cari-loket" in isi


def test_a_refusal_at_the_counter_is_shown_before_it_is_given(
    warga: Individu, aturan: None, loket: Pengguna, masuk_sebagai: Masuk
) -> None:
    """B1: a clerk can't take it back, so it is asked once."""
    klien = masuk_sebagai(loket)
    hasil = klien.post("/dtks/loket/", {"cari": warga.nik}).url  # type: ignore[attr-defined]
    alamat = f"{hasil}pengajuan_baru/tolak/"
    assert f'href="{alamat}"' in klien.get(hasil).content.decode()
    tanya = klien.get(alamat).content.decode()
    assert "Warga sudah terdaftar dalam data terpadu." in tanya and not Permohonan.objects.exists()
    assert klien.post(alamat).status_code == 302
    assert Permohonan.objects.get().status == "ditolak"


def test_the_kiosk_gives_no_ticket_outside_the_hours(instansi: Any, unit: UnitKerja, client: Client) -> None:
    """F3: it stops with the office."""
    layar = Layar.objects.create(nama="Mesin", unit=unit, jenis="tiket")
    alamat = f"/antrean/{layar.kode}/"
    assert client.post(alamat, {"keperluan": "reaktivasi", "prioritas": ""}).status_code == 302
    kini = timezone.localtime()
    lain = kini.isoweekday() % 7 + 1
    JamLayanan.objects.create(
        hari_awal=lain,
        hari_akhir=lain,
        buka=dt.time(7, 30),
        tutup=dt.time(16),
        berlaku_mulai=dt.date(2022, 1, 1),
        dasar_hukum="uji",
    )
    assert "Loket sedang tutup" in client.get(alamat).content.decode()
    assert client.post(alamat, {"keperluan": "reaktivasi", "prioritas": ""}).status_code == 409
    assert Tiket.objects.count() == 1


def test_a_nik_stands_on_one_line_of_the_letter(surat: SuratRekomendasi, warga: Individu, pimpinan: Pengguna) -> None:
    """F7"""
    jadi = surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    halaman = PdfReader(BytesIO(berkas_baca(jadi.surat_keluar.dokumen.berkas))).pages
    isi = "\n".join(h.extract_text() for h in halaman)
    assert warga.nik in isi and warga.no_kk in isi


CARA = st.sampled_from(["loket", "ketik", "desa", "usulan", "daftar", "terima", "setujui", "tolak", "ganti", "keluar"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(langkah=st.lists(st.tuples(CARA, st.integers(0, 1), st.booleans()), min_size=3, max_size=9))
def test_whatever_the_order_nobody_has_two_and_no_letter_lies(
    langkah: list[tuple[str, int, bool]],
    buat_warga: Buat,
    aturan: None,
    unit: UnitKerja,
    loket: Pengguna,
    magang: Pengguna,
    penyelia: Pengguna,
    pimpinan: Pengguna,
    admin_desa: Pengguna,
    periksa: Buat,
) -> None:
    """Counter, somebody typed in, village, intern, pasted list, decision, approval, a registry that changes between."""
    titik = transaction.savepoint()
    AturanLayanan.objects.update(unit_pelaksana=unit)
    warga = [buat_warga(), buat_warga("PERMATA SARI")]
    pelaku = {"loket": loket, "magang": magang, "penyelia": penyelia, "pimpinan": pimpinan, "desa": admin_desa}
    for cara, siapa, baru in langkah:
        try:
            with transaction.atomic():
                _lakukan(cara, Individu.objects.get(pk=warga[siapa].pk), baru, pelaku, periksa)
        except AturanDilanggar:
            pass
        _tanpa_ganda()
    transaction.savepoint_rollback(titik)


def _lakukan(cara: str, o: Individu, baru: bool, siapa: dict[str, Pengguna], periksa: Buat) -> None:
    jenis = "pengajuan_baru" if baru else "reaktivasi"
    isian = {"pengantar_nomor": "1", "pengantar_tanggal": dt.date(2026, 11, 17)}
    berkas = ["ktp", "surat-faskes"]
    terbuka = Permohonan.objects.filter(anggota__nik=o.nik, status__in=Permohonan.TERBUKA).order_by("id").first()
    if cara in {"loket", "ketik", "usulan"}:
        petugas = siapa["penyelia"] if cara == "usulan" else siapa["loket"]
        anggota = anggota_dari(o) | ({"individu": None} if cara == "ketik" else {})
        services.permohonan_catat(
            pemeriksaan=periksa(anggota["individu"], siapa["magang"] if cara == "usulan" else petugas),
            jenis=jenis,
            anggota=[anggota],
            isian=isian,
            berkas_ada=berkas,
            oleh=petugas,
        )
    elif cara == "desa":
        permohonan_ajukan(
            pemeriksaan=periksa(o, siapa["desa"]),
            jenis=jenis,
            anggota=[anggota_dari(o)],
            isian=isian,
            pindaian={},
            oleh=siapa["desa"],
        )
    elif cara == "daftar":
        _daftar([o], siapa["loket"])
    elif cara == "terima" and terbuka is not None:
        services.permohonan_terima(permohonan=terbuka, oleh=siapa["loket"], catatan="uji", boleh_simpang=True)
    elif cara == "tolak" and terbuka is not None:
        services.permohonan_tolak(
            permohonan=terbuka, oleh=siapa["loket"], alasan="BERKAS_BELUM_LENGKAP", catatan="uji", boleh_simpang=True
        )
    elif cara == "setujui":
        sudah = set(SuratRekomendasi.objects.filter(surat_keluar__isnull=False).values_list("pk", flat=True))
        for surat in SuratRekomendasi.objects.filter(status="menunggu"):
            surat_services.surat_setujui(surat=surat, oleh=siapa["pimpinan"])
        for surat in SuratRekomendasi.objects.filter(surat_keluar__isnull=False).exclude(pk__in=sudah):
            for a in surat.permohonan.anggota.all():
                kini = Individu.objects.filter(nik=a.nik, terdaftar=True).first()
                assert (surat.permohonan.jenis == "reaktivasi") == (kini is not None)
                assert kini is None or a.desil in {None, kini.desil}
    elif cara == "ganti":
        Individu.objects.filter(pk=o.pk).update(desil=2 if o.desil == 3 else 3)
    elif cara == "keluar":
        Individu.objects.filter(pk=o.pk).update(terdaftar=not o.terdaftar)


def _tanpa_ganda() -> None:
    mengikat = Permohonan.objects.filter(status__in=[*Permohonan.TERBUKA, "diterima"])
    semua = list(mengikat.values_list("anggota__nik", "jenis"))
    assert len(semua) == len(set(semua))
