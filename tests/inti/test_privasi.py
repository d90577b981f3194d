"""Requests of data subjects, incidents, alarms: clocks, states, roles, scope, exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import AlarmBaca, Insiden, JejakBaca, Pemberitahuan, Pengguna, PermintaanSubjek, UnitKerja
from inti.services import alarm as alarm_services
from inti.services import insiden as insiden_services
from inti.services import privasi as services
from inti.sheets.ekspor import ekspor_alarm, ekspor_insiden, ekspor_permintaan_data
from tests.conftest import buat_pengguna

Masuk = Callable[[Pengguna], Client]
NIK = "9971011503840001"


def _isian(**ganti: Any) -> dict[str, Any]:
    return {
        "jenis": "akses",
        "nama": "SLAMET NUGROHO",
        "nik": NIK,
        "kontak": "0812-0000-0000",
        "bukti": "ktp",
        "uraian": "Meminta salinan.",
        "diterima_pada": timezone.now() - dt.timedelta(hours=2),
    } | ganti


@pytest.fixture
def permintaan(staf: Pengguna) -> PermintaanSubjek:
    return services.permintaan_catat(isian=_isian(), oleh=staf)


def test_a_request_gets_a_number_and_a_deadline_of_72_hours(permintaan: PermintaanSubjek) -> None:
    assert str(permintaan.nomor) == f"SD-{timezone.localdate().year}-0001"
    assert permintaan.batas_pada - permintaan.diterima_pada == dt.timedelta(hours=72)
    assert permintaan.sisa.label == ""


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"nik": "123"}, "NIK_PANJANG"),
        ({"diterima_pada": timezone.now() + dt.timedelta(days=9)}, "WAKTU_NANTI"),
    ],
)
def test_a_request_is_refused_with_a_code(ganti: dict[str, Any], kode: str, staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        services.permintaan_catat(isian=_isian(**ganti), oleh=staf)
    assert galat.value.kode == kode


def test_an_answer_and_a_refusal_end_a_request_once(permintaan: PermintaanSubjek, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="ALASAN_KOSONG"):
        services.permintaan_tolak(permintaan=permintaan, alasan="  ", oleh=penyelia)
    hasil = services.permintaan_jawab(permintaan=permintaan, cara="langsung", jawaban="Diserahkan.", oleh=penyelia)
    assert (hasil.status, hasil.dijawab_oleh, hasil.sisa.teks) == ("dijawab", penyelia, "Tepat waktu")
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        services.permintaan_tolak(permintaan=hasil, alasan="Sudah", oleh=penyelia)


def test_the_form_takes_it_down_and_the_pages_mask_the_number(
    staf: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk, instansi: Any
) -> None:
    klien = masuk_sebagai(staf)
    isian = _isian(
        nik="9971.0115.0384.0001", diterima_pada=f"{timezone.localdate() - dt.timedelta(days=1):%d-%m-%Y} 09.00"
    )
    satu = klien.post("/kantor/privasi/baru/", isian | {"kunci_kirim": "k-1"})
    assert satu.status_code == 302, satu.content.decode()[-3000:]
    klien.post("/kantor/privasi/baru/", isian | {"kunci_kirim": "k-1"})
    objek = PermintaanSubjek.objects.get()
    assert objek.nik == NIK
    for p, jalur in (
        (staf, ""),
        (staf, f"{objek.pk}/"),
        (penyelia, f"{objek.pk}/"),
        (penyelia, f"{objek.pk}/riwayat/"),
    ):
        isi = masuk_sebagai(p).get(f"/kantor/privasi/{jalur}?semua=1").content.decode()
        assert NIK not in isi, jalur


def test_who_may_do_what_and_where(
    permintaan: PermintaanSubjek, peran: dict[str, Pengguna], staf_lain: Pengguna, masuk_sebagai: Masuk, instansi: Any
) -> None:
    lihat = {"pimpinan", "penyelia", "staf"}
    for nama, pengguna in peran.items():
        klien = masuk_sebagai(pengguna)
        assert klien.get(f"/kantor/privasi/{permintaan.pk}/").status_code == (200 if nama in lihat else 403), nama
        assert klien.get("/kantor/privasi/baru/").status_code == (200 if nama in {"penyelia", "staf"} else 403), nama
        for verba in ("jawab", "tolak", "batasi", "cabut", "salinan/xlsx"):
            status = klien.get(f"/kantor/privasi/{permintaan.pk}/{verba}/").status_code
            assert status == (200 if nama == "penyelia" else 403), (nama, verba)
    assert masuk_sebagai(staf_lain).get(f"/kantor/privasi/{permintaan.pk}/").status_code == 404


def test_the_supervisor_of_the_unit_is_told_once_when_a_day_is_left(
    permintaan: PermintaanSubjek, penyelia: Pengguna, unit_lain: UnitKerja
) -> None:
    lain = buat_pengguna("penyelia2", "penyelia", unit=unit_lain)
    mepet = permintaan.batas_pada - dt.timedelta(hours=23)
    assert services.ingatkan_permintaan(permintaan.batas_pada - dt.timedelta(hours=25)) == 0
    assert services.ingatkan_permintaan(mepet) == 1
    assert services.ingatkan_permintaan(mepet) == 0
    assert Pemberitahuan.objects.filter(pengguna=penyelia).count() == 1
    assert not Pemberitahuan.objects.filter(pengguna=lain).exists()
    assert NIK not in Pemberitahuan.objects.get().teks


# ---- incidents


@pytest.fixture
def insiden(administrator: Pengguna) -> Insiden:
    kini = timezone.now()
    return insiden_services.insiden_catat(
        isian={
            "judul": "Kunci USB hilang",
            "kejadian": "Kunci USB berisi daftar hilang.",
            "terjadi_pada": None,
            "diketahui_pada": kini - dt.timedelta(hours=50),
            "data_terdampak": "Nama dan alamat",
            "jumlah_orang": 12,
            "tindakan": "Dicari.",
        },
        oleh=administrator,
    )


def test_an_incident_is_reported_within_72_hours_of_being_known_then_closed(
    insiden: Insiden, administrator: Pengguna
) -> None:
    assert str(insiden.nomor).startswith("IN-") and insiden.sisa.label == "awas"
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        insiden_services.insiden_tutup(insiden=insiden, penutup="Selesai", oleh=administrator)
    with pytest.raises(AturanDilanggar, match="LAPOR_DULU"):
        insiden_services.insiden_lapor(
            insiden=insiden, kepada="Lembaga", pada=timezone.now() - dt.timedelta(days=9), oleh=administrator
        )
    segar = insiden_services.insiden_lapor(insiden=insiden, kepada="Lembaga", pada=timezone.now(), oleh=administrator)
    assert segar.sisa.teks == "Tepat waktu"
    with pytest.raises(AturanDilanggar, match="SUDAH_DILAPORKAN"):
        insiden_services.insiden_ubah(
            insiden=segar, isian={"diketahui_pada": timezone.now(), "judul": "X"}, oleh=administrator
        )
    assert insiden_services.insiden_tutup(insiden=segar, penutup="Ketemu", oleh=administrator).status == "ditutup"


def test_an_open_incident_is_recalled_once_when_a_day_is_left(
    insiden: Insiden, administrator: Pengguna, pimpinan: Pengguna, penyelia: Pengguna
) -> None:
    mepet = insiden.batas_pada - dt.timedelta(hours=23)
    assert insiden_services.ingatkan_insiden(insiden.batas_pada - dt.timedelta(hours=25)) == 0
    assert [insiden_services.ingatkan_insiden(mepet) for _ in range(2)] == [1, 0]
    siapa = set(Pemberitahuan.objects.values_list("pengguna", flat=True))
    assert {administrator.pk, pimpinan.pk} <= siapa and penyelia.pk not in siapa
    hasil = insiden_services.insiden_ubah(
        insiden=Insiden.objects.get(pk=insiden.pk), isian={"diketahui_pada": timezone.now()}, oleh=administrator
    )
    assert insiden_services.ingatkan_insiden(mepet) == 0, "known later, so due later"
    assert insiden_services.ingatkan_insiden(hasil.batas_pada - dt.timedelta(hours=1)) == 1


def test_mending_when_it_was_known_moves_its_deadline(insiden: Insiden, administrator: Pengguna) -> None:
    baru = timezone.now() - dt.timedelta(hours=80)
    segar = insiden_services.insiden_ubah(insiden=insiden, isian={"diketahui_pada": baru}, oleh=administrator)
    assert segar.batas_pada == baru + dt.timedelta(hours=72) and segar.sisa.lewat


def test_both_notices_of_an_incident_are_papers(
    insiden: Insiden, pimpinan: Pengguna, masuk_sebagai: Masuk, instansi: Any
) -> None:
    klien = masuk_sebagai(pimpinan)
    for jenis in ("otoritas", "subjek"):
        balasan = klien.get(f"/kantor/insiden/{insiden.pk}/surat/{jenis}/")
        assert balasan.status_code == 200 and balasan.content.startswith(b"%PDF")
    assert klien.get(f"/kantor/insiden/{insiden.pk}/surat/lain/").status_code == 404
    assert klien.get(f"/kantor/insiden/{insiden.pk}/").status_code == 200


# ---- alarms


def _baca(pengguna: Pengguna, jenis: str, banyak: int, waktu: dt.datetime) -> None:
    satu = JejakBaca.objects.bulk_create(
        JejakBaca(jenis=jenis, oleh=pengguna, objek_label="dtks.individu", objek_id=str(n)) for n in range(banyak)
    )
    JejakBaca.objects.filter(pk__in=[j.pk for j in satu]).update(waktu=waktu)


@pytest.fixture
def siang() -> dt.datetime:
    return timezone.make_aware(dt.datetime(2026, 11, 19, 10, 20))


def test_heavy_reading_raises_one_alarm_and_tells_heads_and_supervisors_but_not_the_reader(
    loket: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, staf: Pengguna, siang: dt.datetime
) -> None:
    _baca(loket, "tampil", 31, siang - dt.timedelta(minutes=5))
    _baca(penyelia, "ekspor", 4, siang - dt.timedelta(minutes=5))
    _baca(staf, "buka", 120, siang - dt.timedelta(minutes=5))
    _baca(staf, "buka", 50, siang - dt.timedelta(minutes=70))
    ada = alarm_services.alarm_periksa(siang)
    assert {(a.pengguna.username, a.jenis, a.jumlah) for a in ada} == {
        ("loket", "tampil", 31),
        ("penyelia", "ekspor", 4),
    }
    assert alarm_services.alarm_periksa(siang) == []
    assert Pemberitahuan.objects.filter(pengguna=pimpinan).count() == 2
    assert Pemberitahuan.objects.filter(pengguna=penyelia).count() == 1
    assert not Pemberitahuan.objects.filter(pengguna__in=[loket, staf]).exists()


def test_reading_at_night_raises_its_own_alarm(loket: Pengguna) -> None:
    malam = timezone.make_aware(dt.datetime(2026, 11, 19, 22, 30))
    _baca(loket, "buka", 11, malam - dt.timedelta(minutes=5))
    assert [a.jenis for a in alarm_services.alarm_periksa(malam)] == ["luar_jam"]


def test_nobody_reviews_his_own_alarm_and_a_note_is_required(
    penyelia: Pengguna, pimpinan: Pengguna, loket: Pengguna, siang: dt.datetime, masuk_sebagai: Masuk, instansi: Any
) -> None:
    _baca(penyelia, "ekspor", 4, siang)
    alarm = alarm_services.alarm_periksa(siang)[0]
    balasan = masuk_sebagai(penyelia).post(f"/kantor/alarm/{alarm.pk}/ditinjau/", {"catatan": "Sendiri", "versi": 1})
    assert balasan.status_code == 409 and "sendiri" in balasan.content.decode()
    klien = masuk_sebagai(pimpinan)
    assert klien.post(f"/kantor/alarm/{alarm.pk}/ditinjau/", {"catatan": "", "versi": 1}).status_code == 422
    assert klien.post(f"/kantor/alarm/{alarm.pk}/ditinjau/", {"catatan": "Sesuai", "versi": 1}).status_code == 302
    alarm.refresh_from_db()
    assert alarm.ditinjau_oleh == pimpinan
    assert klien.get(f"/kantor/alarm/{alarm.pk}/").status_code == 200
    with pytest.raises(AturanDilanggar, match="SUDAH_DITINJAU"):
        alarm_services.alarm_tinjau(alarm=alarm, catatan="Lagi", oleh=pimpinan)


def test_an_alarm_is_seen_within_the_unit_of_its_reader(
    staf_lain: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, administrator: Pengguna, admin_desa: Pengguna,
    siang: dt.datetime,
) -> None:  # fmt: skip
    for p in (staf_lain, admin_desa):
        _baca(p, "ekspor", 4, siang)
    alarm_services.alarm_periksa(siang)
    lihat = {p.username: AlarmBaca.objects.untuk(p).count() for p in (penyelia, pimpinan, administrator, staf_lain)}
    assert lihat["penyelia"] == 0 and lihat["admin"] == 2 and lihat["pimpinan"] == 2


# ---- exports and queries


def test_exports_hold_no_contact_story_or_whole_number(
    permintaan: PermintaanSubjek, insiden: Insiden, penyelia: Pengguna, loket: Pengguna, siang: dt.datetime
) -> None:
    _baca(loket, "ekspor", 4, siang)
    alarm_services.alarm_periksa(siang)
    for fungsi in (ekspor_permintaan_data, ekspor_insiden, ekspor_alarm):
        judul, baris = fungsi(penyelia)
        isi = [list(map(str, b)) for b in baris]
        assert len(isi) == 1
        teks = " ".join(judul + isi[0])
        assert NIK not in teks and "0812" not in teks and "Meminta salinan." not in teks and "berisi daftar" not in teks
    assert not list(ekspor_permintaan_data(buat_pengguna("lain", "penyelia"))[1])


@pytest.mark.parametrize(("jalur", "paling"), [("privasi", 17), ("insiden", 17), ("alarm", 17)])
def test_lists_cost_a_fixed_number_of_queries(
    jalur: str,
    paling: int,
    penyelia: Pengguna,
    staf: Pengguna,
    loket: Pengguna,
    administrator: Pengguna,
    masuk_sebagai: Masuk,
    instansi: Any,
    django_assert_max_num_queries: Any,
    siang: dt.datetime,
) -> None:
    for n in range(6):
        services.permintaan_catat(isian=_isian(), oleh=staf)
        kini = timezone.now()
        insiden_services.insiden_catat(
            isian={"judul": f"Uji {n}", "kejadian": "x", "terjadi_pada": None, "diketahui_pada": kini,
                   "data_terdampak": "Nama", "jumlah_orang": 1, "tindakan": "x"},
            oleh=administrator,
        )  # fmt: skip
        alarm_services.alarm_catat(
            pengguna=loket, jenis="ekspor", jam=siang + dt.timedelta(hours=n), jumlah=9, oleh=None
        )
    klien = masuk_sebagai(penyelia)
    klien.get(f"/kantor/{jalur}/?semua=1")
    with django_assert_max_num_queries(paling):
        assert klien.get(f"/kantor/{jalur}/?semua=1").status_code == 200


@pytest.mark.parametrize("jalur", ["privasi", "insiden"])
def test_an_incomplete_form_is_shown_again(jalur: str, penyelia: Pengguna, masuk_sebagai: Masuk, instansi: Any) -> None:
    assert masuk_sebagai(penyelia).post(f"/kantor/{jalur}/baru/", {"nama": "A"}).status_code == 422
