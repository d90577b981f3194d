"""What waits in the staff's app, until when, and the facts beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from inti.models import Pengguna
from inti.queries.meja import Kerja, hitung_menunggu, kerja_saya
from kepegawaian.models import CatatanHarian, KegiatanHarian, Pegawai, PengajuanCuti, PesertaMagang
from kepegawaian.queries import fakta
from kepegawaian.services import cuti as services
from tests.kepegawaian.test_magang import baris as catatan
from tests.kepegawaian.test_magang import mundur, tulis

pytestmark = pytest.mark.django_db


def kerja(siapa: Pengguna) -> list[Kerja]:
    return kerja_saya(siapa, hitung_menunggu(siapa), "kepegawaian")


def langkah(siapa: Pengguna) -> list[tuple[str, str]]:
    return [(b.langkah, b.alamat) for b in kerja(siapa)]


def test_leave_waits_for_each_in_turn_and_is_due_the_day_before_it_begins(
    cuti: PengajuanCuti, staf: Pengguna, loket: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    alamat = cuti.get_absolute_url()
    (satu,) = kerja(penyelia)
    assert (satu.langkah, satu.batas) == ("Pertimbangkan cuti", cuti.mulai - dt.timedelta(days=1))
    assert satu.teks == f"Cuti {cuti.pegawai.nama}" and satu.alamat == alamat
    assert langkah(pimpinan) == [] == langkah(staf)
    cuti = services.cuti_pertimbangkan(cuti=cuti, hasil="perubahan", catatan="Geser sepekan.", oleh=penyelia)
    (satu,) = kerja(staf)
    assert (satu.langkah, satu.batas) == ("Perbaiki pengajuan", cuti.mulai - dt.timedelta(days=1))
    assert langkah(penyelia) == [] == langkah(loket)
    PengajuanCuti.objects.filter(pk=cuti.pk).update(status="dibatalkan", alasan_batal="Tidak jadi")
    assert langkah(staf) == []


def test_days_wait_for_the_superior_by_person_until_they_wait_too_long(
    laras: Pegawai, rina: Pegawai, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    atasan = Pegawai.objects.get(pengguna=penyelia)
    kini = timezone.now()
    for p, menit in ((laras, 60), (laras, 90), (rina, 30)):
        KegiatanHarian.objects.create(
            pegawai=p, tanggal=timezone.localdate(), kegiatan="Memadankan data", satuan="data", menit=menit,
            atasan=atasan, diajukan_pada=kini,
        )  # fmt: skip
    KegiatanHarian.objects.update(status="diajukan")
    satu, dua = kerja(penyelia)
    assert {(b.teks, b.banyak) for b in (satu, dua)} == {(f"Kinerja {laras.nama}", 2), (f"Kinerja {rina.nama}", 1)}
    assert satu.batas == dua.batas and satu.batas > timezone.localdate()
    assert satu.alamat != dua.alamat, "each row is known apart"
    assert langkah(pimpinan) == []
    KegiatanHarian.objects.filter(pegawai=rina).update(diajukan_pada=kini - dt.timedelta(days=30))
    lewat = kerja(penyelia)[0]
    assert lewat.teks == f"Kinerja {rina.nama}" and lewat.batas < timezone.localdate()


def test_an_interns_days_wait_for_his_supervisor_and_come_back_to_him(
    peserta: PesertaMagang, penyelia: Pengguna, pimpinan: Pengguna, instansi: Any
) -> None:
    tulis(peserta, *(catatan(mundur(n)) for n in range(1, 4)))
    (satu,) = kerja(penyelia)
    assert (satu.langkah, satu.banyak) == ("Beri paraf", 3) and peserta.nama in satu.teks
    assert langkah(pimpinan) == []
    anak = peserta.akun
    assert anak is not None and langkah(anak) == []
    hari = CatatanHarian.objects.order_by("tanggal").first()
    assert hari is not None
    CatatanHarian.objects.filter(pk=hari.pk).update(catatan_kembali="Sebutkan jumlahnya")
    (satu,) = kerja(anak)
    assert (satu.langkah, satu.asal) == ("Perbaiki catatan", "Sebutkan jumlahnya")
    assert kerja(penyelia)[0].banyak == 2
    isi = {f.nama: f.teks for f in fakta.buku(anak)}
    assert isi["Hari ini"] in {"kehadiran belum dicatat", "di luar masa magang"}
    assert fakta.buku(penyelia) == []


HARI = dt.date(2026, 11, 30)  # a Monday


@pytest.mark.parametrize(
    ("mulai", "berakhir", "hari", "isi"),
    [
        (HARI, HARI, HARI, {"Sedang cuti": "1 orang", "Mulai cuti hari ini": "Laras Wulandari"}),
        (dt.date(2026, 11, 25), dt.date(2026, 12, 1), HARI, {"Sedang cuti": "1 orang"}),
        (dt.date(2026, 11, 25), dt.date(2026, 11, 27), HARI, {"Kembali dari cuti hari ini": "Laras Wulandari"}),
        (dt.date(2026, 11, 25), dt.date(2026, 11, 29), HARI, {"Kembali dari cuti hari ini": "Laras Wulandari"}),
        (dt.date(2026, 11, 25), dt.date(2026, 11, 26), HARI, {}),
        (dt.date(2026, 11, 25), dt.date(2026, 11, 27), dt.date(2026, 11, 28), {}),  # nobody is back on a Saturday
        (dt.date(2026, 12, 1), dt.date(2026, 12, 2), HARI, {}),
    ],
)
def test_who_begins_leave_today_and_who_is_back(
    cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna, monkeypatch: pytest.MonkeyPatch,
    mulai: dt.date, berakhir: dt.date, hari: dt.date, isi: dict[str, str],
) -> None:  # fmt: skip
    monkeypatch.setattr(timezone, "localdate", lambda *_: hari)
    PengajuanCuti.objects.filter(pk=cuti.pk).update(mulai=mulai, sampai=berakhir, berakhir=berakhir)
    assert fakta.cuti_kini(penyelia) == [], "it is not granted yet"
    PengajuanCuti.objects.filter(pk=cuti.pk).update(status="disetujui", putus_oleh=pimpinan)
    assert {f.nama: f.teks for f in fakta.cuti_kini(penyelia)} == isi
