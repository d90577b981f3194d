"""Courses on a real case (leave): one hand at a time, limits and pauses, returns, what waits for whom, one reminder."""

# ruff: noqa: F811 (fixtures of leave)
from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import HariLibur, JedaPegangan, Pegangan, Pemberitahuan, Pengguna
from inti.periksa import alur as periksa_alur
from inti.queries.alur import jejak_alur, lama_pemegang, menunggu_saya, pemegang_izin
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, TOLAK, Kekurangan, Pemegang
from inti.rules.kalender import tambah_hari_kerja
from inti.services import alur as services
from inti.services.alur_ingat import alur_harian
from kepegawaian.models import Pegawai, PengajuanCuti
from kepegawaian.services.cuti import cuti_ajukan, cuti_batal, cuti_pertimbangkan, cuti_putuskan
from tests.kepegawaian.conftest import aturan_cuti, cuti, laras, rina  # noqa: F401
from tests.kepegawaian.contoh_cuti import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def berbatas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave with limits of three and five working days, and returns once only."""
    satu, dua = PengajuanCuti.alur.tahap
    tahap = (replace(satu, hari=3), replace(dua, hari=5))
    monkeypatch.setattr(PengajuanCuti, "alur", replace(PengajuanCuti.alur, tahap=tahap, kembali_sekali=True))


def kini(kasus: Any) -> Pegangan:
    return Pegangan.objects.milik_kasus(kasus).dipegang().get()


def sejak(kasus: Any, hari: int) -> None:
    """As if the open stage had begun that many days ago."""
    p = kini(kasus)
    p.mulai_pada = timezone.now() - dt.timedelta(days=hari)
    p.save()


def test_a_case_goes_from_hand_to_hand_and_ends_in_none(
    cuti: PengajuanCuti, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    assert (kini(cuti).tahap, kini(cuti).pemegang) == ("pertimbangan", penyelia)
    c = cuti_pertimbangkan(cuti=cuti, hasil="setuju", oleh=penyelia)
    assert (kini(c).tahap, kini(c).pemegang) == ("keputusan", pimpinan)
    c = cuti_putuskan(cuti=c, hasil="setuju", oleh=pimpinan)
    assert not Pegangan.objects.milik_kasus(c).dipegang().exists()
    jejak = jejak_alur(c)
    assert [(b.judul, b.siapa, b.letak) for b in jejak] == [
        ("Diajukan", str(staf), "sudah"),
        ("Disetujui menurut atasan", str(penyelia), "sudah"),
        ("Diputus", str(pimpinan), "sudah"),
    ]
    assert list(periksa_alur.periksa()) == []


def test_the_database_holds_one_open_hand_for_a_case(cuti: PengajuanCuti, pimpinan: Pengguna) -> None:
    isi = {"objek_label": "kepegawaian.pengajuancuti", "objek_id": cuti.pk, "urut": 9, "tahap": "keputusan"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Pegangan.objects.create(**isi, pemegang=pimpinan, mulai_pada=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Pegangan.objects.create(**isi)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pegangan.objects.create(**isi, pemegang=pimpinan, selesai_pada=timezone.now())


def test_a_return_gives_it_to_its_maker_and_the_next_submission_plans_anew(
    cuti: PengajuanCuti, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    c = cuti_pertimbangkan(cuti=cuti, hasil="perubahan", catatan="Geser", oleh=penyelia)
    assert (kini(c).tahap, kini(c).pemegang, kini(c).putaran) == ("pengaju", staf, 2)
    assert not Pegangan.objects.milik_kasus(c).filter(tahap="keputusan").exists(), (
        "a stage that nobody ever had is gone"
    )
    assert [m.tahap for m in menunggu_saya(staf)] == ["Dikembalikan kepada Anda"]
    with transaction.atomic():
        services.alur_ajukan(c, oleh=staf)
    assert [(p.putaran, p.tahap, p.berlaku) for p in Pegangan.objects.milik_kasus(c)] == [
        (1, "pengaju", False), (1, "pertimbangan", False), (2, "pengaju", True), (2, "pertimbangan", True),
        (2, "keputusan", True),
    ]  # fmt: skip


def test_a_case_is_not_submitted_while_somebody_has_it(cuti: PengajuanCuti, staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="BELUM_KEMBALI"):
        services.alur_ajukan(cuti, oleh=staf)


def test_drawn_back_and_closed(cuti: PengajuanCuti, staf: Pengguna) -> None:
    kembali = services.alur_tarik(cuti, oleh=staf)
    assert kembali is not None and (kembali.tahap, kembali.pemegang) == ("pengaju", staf)
    assert services.alur_tarik(cuti, oleh=staf) == kembali, "it is with him already"
    services.alur_tutup(cuti, oleh=staf)
    assert not Pegangan.objects.milik_kasus(cuti).dipegang().exists()
    with pytest.raises(AturanDilanggar, match="ALUR_SELESAI"):
        services.alur_jeda(cuti, karena="kantor", sebab="x", oleh=staf)


def test_another_hand_for_the_same_stage(
    cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna, loket: Pengguna
) -> None:
    with pytest.raises(AturanDilanggar, match="ALASAN_KOSONG"):
        services.alur_alihkan(cuti, kepada=Pemegang(loket), oleh=None, alasan=" ")
    services.alur_alihkan(cuti, kepada=Pemegang(loket), oleh=pimpinan, alasan="Atasan cuti")
    assert (kini(cuti).tahap, kini(cuti).pemegang, kini(cuti).urut) == ("pertimbangan", loket, 2)
    assert [p.urut for p in cuti.alur_kini] == [0, 1, 2, 3]
    assert [b.judul for b in jejak_alur(cuti)] == [
        "Diajukan", "Pertimbangan atasan", "Pertimbangan atasan", "Keputusan",
    ]  # fmt: skip
    with pytest.raises(AturanDilanggar, match="BUKAN_ATASAN"):
        cuti_pertimbangkan(cuti=cuti, hasil="setuju", oleh=penyelia)
    assert alur_harian() == 0 and kini(cuti).pemegang == loket, "its office is not asked again"
    assert cuti_pertimbangkan(cuti=cuti, hasil="setuju", oleh=loket).status == "dipertimbangkan"


def test_an_office_with_another_account_has_its_cases(
    cuti: PengajuanCuti, penyelia: Pengguna, loket: Pengguna, rina: Pegawai
) -> None:
    rina.__class__.objects.filter(pk=rina.pk).update(pengguna=None)
    Pegawai.objects.filter(pk=cuti.atasan_id).update(pengguna=loket)
    segar = PengajuanCuti.objects.get(pk=cuti.pk)
    with pytest.raises(AturanDilanggar, match="BUKAN_ATASAN"):
        cuti_pertimbangkan(cuti=segar, hasil="setuju", oleh=penyelia)
    assert alur_harian() == 0
    assert kini(cuti).pemegang == loket
    assert cuti_pertimbangkan(cuti=segar, hasil="setuju", oleh=loket).status == "dipertimbangkan"


@pytest.mark.usefixtures("berbatas")
def test_limits_pauses_and_who_had_it_how_long(
    laras: Pegawai, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    c = cuti_ajukan(isian=isian(), oleh=staf)
    hari = timezone.localdate()
    assert kini(c).batas == tambah_hari_kerja(hari, 3, ())
    jeda = services.alur_jeda(c, karena="pemohon", sebab="Menunggu surat dokter", oleh=penyelia)
    assert kini(c).batas is None
    with pytest.raises(AturanDilanggar, match="JAM_BERHENTI"):
        services.alur_jeda(c, karena="pemohon", sebab="lagi", oleh=penyelia)
    JedaPegangan.objects.filter(pk=jeda.pk).update(mulai_pada=timezone.now() - dt.timedelta(days=14))
    sejak(c, 14)
    assert services.alur_lanjut(c, oleh=penyelia).batas == tambah_hari_kerja(hari, 3, ())
    with pytest.raises(AturanDilanggar, match="JAM_BERJALAN"):
        services.alur_lanjut(c, oleh=penyelia)
    sejak(c, 21)
    assert lama_pemegang(jejak_alur(c)) == {str(staf): 0, str(penyelia): 5}, "of fifteen working days ten stood still"
    isi = render_to_string("inti/_alur.html", {"jejak": jejak_alur(c)})
    for kata in ("Menunggu pemohon: Menunggu surat dokter", "(5 hari kerja)", "menunggu sejak", "berikutnya"):
        assert kata in isi
    c = cuti_pertimbangkan(cuti=c, hasil="setuju", oleh=penyelia)
    assert kini(c).batas == tambah_hari_kerja(hari, 5, ())
    assert str(pimpinan) in render_to_string("inti/_alur.html", {"jejak": jejak_alur(c)})


@pytest.mark.usefixtures("berbatas")
def test_a_pause_ends_with_its_stage(laras: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    c = cuti_ajukan(isian=isian(), oleh=staf)
    jeda = services.alur_jeda(c, karena="pihak_lain", sebab="Menunggu inspektorat", oleh=penyelia)
    cuti_pertimbangkan(cuti=c, hasil="setuju", oleh=penyelia)
    jeda.refresh_from_db()
    assert jeda.selesai_pada is not None


@pytest.mark.usefixtures("berbatas")
def test_one_reminder_for_a_stage_on_the_day_of_its_limit(
    laras: Pegawai, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    c = cuti_ajukan(isian=isian(), oleh=staf)
    Pemberitahuan.objects.all().delete()
    assert alur_harian() == 0
    hari = timezone.localdate()
    Pegangan.objects.filter(pk=kini(c).pk).update(batas=hari)
    assert alur_harian() == 0, "by the calendar of today it is due later"
    assert kini(c).batas == tambah_hari_kerja(hari, 3, ())
    sejak(c, 10)
    Pegangan.objects.filter(pk=kini(c).pk).update(batas=hari)
    assert alur_harian() == 1 and alur_harian() == 0
    kabar = Pemberitahuan.objects.get()
    assert kabar.pengguna == penyelia and "pertimbangan atasan ditunggu paling lambat" in kabar.teks
    assert kabar.tautan == c.get_absolute_url()
    menunggu = menunggu_saya(penyelia)
    assert [(m.kasus, m.tahap, m.umur > 0, m.lewat) for m in menunggu] == [(c, "Pertimbangan atasan", True, True)]
    assert menunggu_saya(pimpinan) == [] and menunggu_saya(staf) == []
    c = cuti_pertimbangkan(cuti=c, hasil="setuju", oleh=penyelia)
    sejak(c, 14)
    Pegangan.objects.filter(pk=kini(c).pk).update(batas=hari)
    assert alur_harian() == 1, "the next stage has a reminder of its own"


@pytest.mark.usefixtures("berbatas")
def test_a_holiday_declared_since_moves_the_limit(laras: Pegawai, staf: Pengguna) -> None:
    c = cuti_ajukan(isian=isian(), oleh=staf)
    sejak(c, 7)
    libur = [timezone.localdate() - dt.timedelta(days=n) for n in range(7)]
    HariLibur.objects.bulk_create(HariLibur(tanggal=h, nama="Libur daerah", jenis="daerah") for h in libur)
    Pegangan.objects.filter(pk=kini(c).pk).update(batas=timezone.localdate())
    assert alur_harian() == 0


@pytest.mark.usefixtures("berbatas")
def test_what_lacks_is_told_at_once(laras: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    c = cuti_ajukan(isian=isian(), oleh=staf)
    semua = frozenset({"surat", "alamat"})

    def kembali(kurang: dict[str, str], pengecualian: str = "") -> None:
        with transaction.atomic():
            services.alur_maju(
                c, verba=KEMBALIKAN, oleh=penyelia, catatan="Lengkapi", kekurangan=Kekurangan(kurang, semua),
                pengecualian=pengecualian,
            )  # fmt: skip
            services.alur_ajukan(c, oleh=staf)

    kembali({"surat": "Surat dokter"})
    kembali({"surat": "Surat dokter"})
    with pytest.raises(AturanDilanggar, match="KEMBALI_SEKALI"):
        kembali({"alamat": "Alamat selama cuti"})
    kembali({"alamat": "Alamat selama cuti"}, "Alamatnya baru diketahui palsu")
    assert [k.diberitahu for k in services.pengembalian_lalu(c)][-1] == {"alamat": "Alamat selama cuti"}


def test_a_stage_held_by_a_permission_is_anybodys_who_has_it_above(
    cuti: PengajuanCuti, unit: Any, staf: Pengguna, loket: Pengguna, pimpinan: Pengguna
) -> None:
    services.alur_tarik(cuti, oleh=staf)
    izin = Pemegang(izin="kepegawaian.putuskan_cuti", unit=unit)
    services.alur_ajukan(cuti, oleh=staf, rencana=[("keputusan", izin)])
    assert pimpinan in pemegang_izin(izin.izin, unit) and staf not in pemegang_izin(izin.izin, unit)
    assert [m.kasus for m in menunggu_saya(pimpinan)] == [cuti]
    with pytest.raises(AturanDilanggar, match="BUKAN_PEJABAT") as galat:
        services.alur_maju(cuti, verba=SETUJUI, oleh=loket)
    assert galat.value.langkah == "Yang berwenang: pemegang izinnya."
    assert services.alur_maju(cuti, verba=SETUJUI, oleh=pimpinan) is None


def test_the_check_finds_what_no_service_does(cuti: PengajuanCuti, penyelia: Pengguna) -> None:
    Pengguna.objects.filter(pk=penyelia.pk).update(is_active=False)
    assert [t.kode for t in periksa_alur.periksa()] == ["ALUR_PEMEGANG_MATI"]
    Pegangan.objects.all().delete()
    assert [t.kode for t in periksa_alur.periksa()] == ["ALUR_LAIN"]


def test_giving_up_ends_it_in_nobodys_hand(cuti: PengajuanCuti, staf: Pengguna) -> None:
    cuti_batal(cuti=cuti, alasan="Tidak jadi", oleh=staf)
    assert [p.hasil for p in cuti.alur_kini] == ["ajukan", "tutup"]


@pytest.mark.keduanya
@pytest.mark.django_db(transaction=True)
def test_of_two_holders_at_once_one_acts(cuti: PengajuanCuti, penyelia: Pengguna) -> None:
    hasil: list[str] = []
    mulai = threading.Barrier(4)

    def satu(perbuatan: Callable[[], Any]) -> None:
        mulai.wait(10)
        try:
            with transaction.atomic():
                perbuatan()
            hasil.append("jadi")
        except AturanDilanggar as galat:
            hasil.append(galat.kode)
        connection.close()

    def maju(verba: str) -> Callable[[], Any]:
        return lambda: services.alur_maju(cuti, tahap="pertimbangan", verba=verba, oleh=penyelia, catatan="x")

    semua = [threading.Thread(target=satu, args=(maju(v),)) for v in (TERUSKAN, TERUSKAN, KEMBALIKAN, TERUSKAN)]
    for t in semua:
        t.start()
    for t in semua:
        t.join(30)
    assert sorted(hasil).count("jadi") == 1, hasil
    assert Pegangan.objects.milik_kasus(cuti).dipegang().count() == 1
    assert set(hasil) <= {"jadi", "KEADAAN_TIDAK_SESUAI", "ALUR_DIDAHULUI"}
    with pytest.raises(RuntimeError):
        services.alur_tutup(cuti, oleh=None)


def test_a_refusal_ends_it(cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    services.alur_maju(cuti, verba=TERUSKAN, oleh=penyelia)
    assert services.alur_maju(cuti, verba=TOLAK, oleh=pimpinan, catatan="Tidak dapat") is None
    assert not Pegangan.objects.milik_kasus(cuti).filter(selesai_pada__isnull=True).exists()
