"""A member of staff asks for his own data: a copy for those who may read it; no restriction of what the law demands."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import JejakBaca, Pengguna, PermintaanSubjek, UnitKerja
from inti.queries.subjek import cari_subjek, salinan_subjek
from inti.services import privasi
from kepegawaian.models import KeluargaPegawai, PangkatPegawai, Pegawai

pytestmark = pytest.mark.django_db
NIK = "9971014108900003"


@pytest.fixture
def orang(unit: UnitKerja) -> Pegawai:
    p = Pegawai.objects.create(
        nama="Laras Wulandari, S.Sos.", nik=NIK, jabatan="Analis", unit=unit, alamat="Jalan Kenanga 4", telepon="081200001"
    )  # fmt: skip
    PangkatPegawai.objects.create(pegawai=p, tmt=dt.date(2020, 4, 1), pangkat="III/a", sk_nomor="823/17/2020")
    KeluargaPegawai.objects.create(
        pegawai=p, hubungan="anak", nama="Dimas Kecil", kelamin="L", tanggal_lahir=dt.date(2018, 1, 2)
    )
    JejakBaca.objects.create(jenis="buka", objek_label="kepegawaian.pegawai", objek_id=str(p.pk), alamat="127.0.0.1")
    return p


def minta(oleh: Pengguna, jenis: str = "akses", nama: str = "Laras Wulandari") -> PermintaanSubjek:
    isian = {
        "jenis": jenis, "nama": nama, "nik": NIK, "kontak": "", "bukti": "ktp", "uraian": "Uji",
        "diterima_pada": timezone.now(),
    }  # fmt: skip
    hasil: PermintaanSubjek = privasi.permintaan_catat(isian=isian, oleh=oleh)
    return hasil


def test_the_copy_holds_his_facts_and_not_his_familys(orang: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    tabel = salinan_subjek(penyelia, minta(staf))
    teks = str([(t.judul, t.kepala, list(t.baris)) for t in tabel])
    for ada in (NIK, "Jalan Kenanga 4", "081200001", "823/17/2020", "01-04-2020", "Siapa membuka data pegawai"):
        assert ada in teks
    assert "Dimas" not in teks
    hanya_jejak = salinan_subjek(penyelia, minta(staf, "jejak"))
    assert [t.judul for t in hanya_jejak] == ["Siapa membuka data pegawai"]


def test_only_who_may_read_personal_data_of_his_unit_finds_him(
    orang: Pegawai, staf: Pengguna, penyelia: Pengguna, personalia: Pengguna, unit_lain: UnitKerja
) -> None:
    permintaan = minta(staf)
    assert [o.cocok for o in cari_subjek(penyelia, permintaan)] == [True]
    assert cari_subjek(staf, permintaan) == []
    assert [o.cocok for o in cari_subjek(penyelia, minta(staf, nama="Budi Santoso"))] == [False]
    Pegawai.objects.filter(pk=orang.pk).update(unit=unit_lain)
    assert cari_subjek(penyelia, permintaan) == []


def test_what_the_law_demands_is_not_frozen(orang: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="DATA_WAJIB"):
        privasi.subjek_batasi(
            permintaan=minta(staf, "pembatasan"), sampai=None, alasan="x", cara="langsung", oleh=penyelia
        )


def test_every_own_table_of_the_staff_file_is_in_the_copy_or_left_out_by_decision() -> None:
    from kepegawaian.queries.subjek import MILIK

    milik = {
        r.related_model
        for r in Pegawai._meta.get_fields(include_hidden=False)
        if r.auto_created and r.is_relation and getattr(r, "field", None) is not None and r.field.name == "pegawai"
    }
    lain: set[Any] = {m for m in milik if m.__name__ in {"KeluargaPegawai", "AtasanKhusus"}}  # other people's data
    assert milik - lain == set(MILIK)
