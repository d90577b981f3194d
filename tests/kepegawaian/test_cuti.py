"""Leave from asking to decision and recall: who may, what is counted, what is given back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import kiriman
from inti.models import HariLibur, Pengguna
from inti.services.berkas import berkas_baca
from kepegawaian.models import AturanCuti, Pegawai, PengajuanCuti, SaldoAwalCuti
from kepegawaian.queries.cuti import hitung_pengajuan, pejabat_cuti, saldo_pegawai
from kepegawaian.services import cuti as services
from tests.kepegawaian.contoh_cuti import isian, sisa

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


def putus(
    c: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna, hasil: str = "setuju", catatan: str = ""
) -> PengajuanCuti:
    c = services.cuti_pertimbangkan(cuti=c, hasil="setuju", oleh=penyelia)
    return services.cuti_putuskan(cuti=c, hasil=hasil, catatan=catatan, oleh=pimpinan)


def test_superior_and_officer_are_the_next_two_above(laras: Pegawai, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    hari = timezone.localdate()
    assert pejabat_cuti(laras, hari) == (penyelia.pegawai, pimpinan.pegawai)
    assert pejabat_cuti(penyelia.pegawai, hari) == (pimpinan.pegawai, pimpinan.pegawai)
    assert pejabat_cuti(pimpinan.pegawai, hari) is None
    penyelia.is_active = False
    penyelia.save()
    assert pejabat_cuti(laras, hari) == (pimpinan.pegawai, pimpinan.pegawai)


def test_asked_considered_granted_with_a_form(
    cuti: PengajuanCuti, laras: Pegawai, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    tahun = cuti.mulai.year
    assert (cuti.hari, sisa(laras, tahun)) == (3, 9)
    hasil = putus(cuti, penyelia, pimpinan)
    assert hasil.status == "disetujui" and hasil.dokumen is not None
    halaman = PdfReader(BytesIO(berkas_baca(hasil.dokumen.berkas))).pages
    teks = halaman[0].extract_text().replace("\xa0", " ")
    assert len(halaman) == 1
    for kata in ("FORMULIR PERMINTAAN DAN PEMBERIAN CUTI", "VIII. KEPUTUSAN PEJABAT", laras.nama, "[ V ] DISETUJUI"):
        assert kata in teks
    s = saldo_pegawai([laras], tahun)[laras.pk][tahun]
    assert (s.terpakai, s.menunggu, s.sisa) == (3, 0, 9)


def test_holidays_inside_do_not_count_and_are_named(laras: Pegawai, staf: Pengguna) -> None:
    data = isian(n=5)
    HariLibur.objects.create(tanggal=data["mulai"] + dt.timedelta(days=1), nama="Natal", jenis="cuti_bersama")
    c = services.cuti_ajukan(isian=data, oleh=staf)
    assert c.hari == 4
    assert c.rincian["tidak_dihitung"][0]["sebab"] == "Cuti bersama: Natal"


def test_a_holiday_declared_later_is_counted_at_the_decision(
    cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    HariLibur.objects.create(tanggal=cuti.mulai, nama="Pilkada", jenis="daerah")
    assert putus(cuti, penyelia, pimpinan).hari == 2


def test_the_same_form_twice_files_once(laras: Pegawai, staf: Pengguna) -> None:
    kunci = str(uuid.uuid4())
    with kiriman(kunci):
        services.cuti_ajukan(isian=isian(), oleh=staf)
    with kiriman(kunci), pytest.raises((SudahDikirim, AturanDilanggar)):
        services.cuti_ajukan(isian=isian(), oleh=staf)
    assert PengajuanCuti.objects.count() == 1


def test_an_overlap_names_the_other_leave(cuti: PengajuanCuti, staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        services.cuti_ajukan(isian=isian(), oleh=staf)
    assert galat.value.kode == "BERTINDIH" and cuti.nomor.teks in galat.value.pesan


def test_over_the_quota_is_refused_and_carried_days_help(laras: Pegawai, staf: Pengguna) -> None:
    hari = dt.date(2026, 2, 2)
    satu = isian() | {"mulai": dt.date(2026, 3, 2), "sampai": dt.date(2026, 3, 12)}
    dua = isian() | {"mulai": dt.date(2026, 4, 6), "sampai": dt.date(2026, 4, 10)}
    assert services.cuti_ajukan(isian=satu, oleh=staf, tanggal=hari).hari == 9
    with pytest.raises(AturanDilanggar) as galat:
        services.cuti_ajukan(isian=dua, oleh=staf, tanggal=hari)
    assert galat.value.kode == "KUOTA_LEWAT" and galat.value.langkah == "Kurangi menjadi 3 hari kerja."
    SaldoAwalCuti.objects.create(pegawai=laras, tahun=2026, sisa_n1=6)
    assert services.cuti_ajukan(isian=dua, oleh=staf, tanggal=hari).hari == 5


def test_pppk_may_ask_for_three_kinds_only(rina: Pegawai, loket: Pengguna) -> None:
    for jenis in ("besar", "penting", "cltn"):
        with pytest.raises(AturanDilanggar) as galat:
            services.cuti_ajukan(isian=isian(jenis=jenis), oleh=loket)
        assert galat.value.kode == "JENIS_TIDAK_BERHAK"
    assert services.cuti_ajukan(isian=isian(), oleh=loket).jenis == "tahunan"


def test_two_officers_and_a_stale_version(cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    lama = PengajuanCuti.objects.get(pk=cuti.pk)
    segar = services.cuti_pertimbangkan(cuti=cuti, hasil="setuju", oleh=penyelia)
    with pytest.raises(VersiBerubah):
        services.cuti_pertimbangkan(cuti=lama, hasil="tidak", catatan="x", oleh=penyelia)
    services.cuti_putuskan(cuti=segar, hasil="setuju", oleh=pimpinan)
    sesudah = PengajuanCuti.objects.get(pk=cuti.pk)
    with pytest.raises(AturanDilanggar) as galat:
        services.cuti_putuskan(cuti=sesudah, hasil="tidak", catatan="x", oleh=pimpinan)
    assert galat.value.kode == "KEADAAN_TIDAK_SESUAI"


def test_nobody_decides_his_own_or_anothers_office(
    cuti: PengajuanCuti, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    for oleh, perbuatan, kode in (
        (staf, services.cuti_pertimbangkan, "CUTI_SENDIRI"),
        (staf, services.cuti_putuskan, "CUTI_SENDIRI"),
        (pimpinan, services.cuti_pertimbangkan, "BUKAN_ATASAN"),
        (penyelia, services.cuti_putuskan, "BUKAN_PEJABAT"),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            perbuatan(cuti=cuti, hasil="setuju", oleh=oleh)
        assert galat.value.kode == kode
    with pytest.raises(AturanDilanggar) as galat:
        services.cuti_ajukan(isian=isian(), oleh=pimpinan)
    assert galat.value.kode == "ATASAN_TIDAK_ADA"


def test_one_person_above_does_both_steps_in_one_act(
    laras: Pegawai, penyelia: Pengguna, pimpinan: Pengguna, instansi: Any
) -> None:
    c = services.cuti_ajukan(isian=isian(), oleh=penyelia)
    assert c.sekaligus
    c = services.cuti_putuskan(cuti=c, hasil="setuju", oleh=pimpinan)
    assert (c.status, c.timbang, c.timbang_oleh, c.putus_oleh) == ("disetujui", "setuju", pimpinan, pimpinan)


def test_a_change_goes_back_and_comes_again(cuti: PengajuanCuti, staf: Pengguna, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        services.cuti_pertimbangkan(cuti=cuti, hasil="perubahan", oleh=penyelia)
    assert galat.value.kode == "CATATAN_KOSONG"
    c = services.cuti_pertimbangkan(cuti=cuti, hasil="perubahan", catatan="Geser", oleh=penyelia)
    assert c.status == "perubahan"
    with pytest.raises(AturanDilanggar):
        services.cuti_ubah(cuti=c, isian=isian(n=2), oleh=penyelia)
    c = services.cuti_ubah(cuti=c, isian=isian(n=2), oleh=staf)
    assert (c.status, c.hari) == ("diajukan", 2)


@pytest.mark.parametrize(("hasil", "status"), [("tidak", "tidak_disetujui"), ("ditangguhkan", "ditangguhkan")])
def test_a_refusal_gives_the_days_back(
    hasil: str, status: str, cuti: PengajuanCuti, laras: Pegawai, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    assert putus(cuti, penyelia, pimpinan, hasil, "Perlu tenaga").status == status
    assert sisa(laras, cuti.mulai.year) == 12


def test_a_recall_gives_back_what_is_not_taken(
    cuti: PengajuanCuti, laras: Pegawai, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    c = putus(cuti, penyelia, pimpinan)
    for terakhir in (c.sampai, c.mulai - dt.timedelta(days=2)):
        with pytest.raises(AturanDilanggar) as galat:
            services.cuti_tarik(cuti=c, terakhir=terakhir, alasan="Mendesak", oleh=pimpinan)
        assert galat.value.kode == "TANGGAL_TARIK"
    ditarik = services.cuti_tarik(cuti=c, terakhir=c.mulai, alasan="Mendesak", oleh=pimpinan)
    assert (ditarik.status, ditarik.hari, ditarik.berakhir) == ("ditarik", 1, c.mulai)
    assert sisa(laras, c.mulai.year) == 11


def test_a_recall_before_it_began_gives_all_back(
    cuti: PengajuanCuti, laras: Pegawai, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    c = putus(cuti, penyelia, pimpinan)
    services.cuti_tarik(cuti=c, terakhir=c.mulai - dt.timedelta(days=1), alasan="Mendesak", oleh=pimpinan)
    assert sisa(laras, c.mulai.year) == 12
    assert services.cuti_ajukan(isian=isian(), oleh=staf).hari == 3  # the same days may be asked for again


def test_giving_up_before_the_decision(cuti: PengajuanCuti, laras: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar):
        services.cuti_batal(cuti=cuti, alasan="x", oleh=penyelia)
    assert services.cuti_batal(cuti=cuti, alasan="Tidak jadi", oleh=staf).status == "dibatalkan"
    assert sisa(laras, cuti.mulai.year) == 12


def test_a_second_print_needs_a_reason(
    cuti: PengajuanCuti, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    with pytest.raises(AturanDilanggar, match="CUTI_BELUM_DIPUTUS"):
        services.cuti_cetak(cuti=cuti, oleh=staf)
    c = putus(cuti, penyelia, pimpinan)
    assert services.cuti_cetak(cuti=c, oleh=staf).startswith(b"%PDF")
    with pytest.raises(AturanDilanggar, match="ALASAN_CETAK_ULANG"):
        services.cuti_cetak(cuti=c, oleh=staf)


def test_rules_are_filled_once_and_edited_rows_stay(aturan_cuti: None, penyelia: Pengguna) -> None:
    from kepegawaian.services.aturan_cuti import aturan_cuti_isi

    AturanCuti.objects.filter(jenis="penting").update(hak=2)
    assert aturan_cuti_isi(oleh=penyelia) == []
    assert AturanCuti.objects.filter(jenis="penting", kelompok="PNS").get().hak == 2


def test_the_rule_of_the_day_decides(laras: Pegawai, staf: Pengguna) -> None:
    data = isian(n=5)
    AturanCuti.objects.filter(jenis="tahunan", kelompok="PNS").update(
        berlaku_sampai=data["mulai"] - dt.timedelta(days=1)
    )
    AturanCuti.objects.create(
        jenis="tahunan", kelompok="PNS", hak=4, satuan="hari_kerja", simpan=6, simpan_tertunda=8,
        berlaku_mulai=data["mulai"], dasar_hukum="Contoh",
    )  # fmt: skip
    hasil = hitung_pengajuan(laras, jenis="tahunan", mulai=data["mulai"], sampai=data["sampai"])
    assert [t.kode for t in hasil.penolakan] == ["KUOTA_LEWAT"]
