"""Rights of a data subject over the registry: his copy, his trail, a restriction and its lifting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from dtks.forms.layanan import anggota_dari
from dtks.models import Individu, Pembatasan
from dtks.queries.cek import boleh_tampil
from dtks.services.ganda import individu_gabung
from dtks.services.loket import pemeriksaan_catat, permohonan_catat
from inti.galat import AturanDilanggar
from inti.models import JejakBaca, Pengguna, PermintaanSubjek
from inti.queries.subjek import cari_subjek, salinan_subjek
from inti.services import privasi as services

Masuk = Callable[[Pengguna], Client]
Buat = Callable[..., Individu]


@pytest.fixture
def catat(staf: Pengguna) -> Callable[..., PermintaanSubjek]:
    def buat(orang: Individu, jenis: str = "akses") -> PermintaanSubjek:
        isian = {
            "jenis": jenis,
            "nama": orang.nama,
            "nik": orang.nik,
            "kontak": "",
            "bukti": "ktp",
            "uraian": "Uji",
            "diterima_pada": timezone.now(),
        }
        return services.permintaan_catat(isian=isian, oleh=staf)

    return buat


def _mohon(orang: Individu, loket: Pengguna) -> Any:
    periksa = pemeriksaan_catat(cara="nik", dicari_samar="9971", hasil="ditemukan", oleh=loket, individu=orang)
    return permohonan_catat(
        pemeriksaan=periksa,
        jenis="reaktivasi",
        anggota=[anggota_dari(orang)],
        isian={},
        berkas_ada=[],
        oleh=loket,
    )


def test_the_copy_holds_the_persons_own_data_of_every_entry_and_nobody_elses(
    buat_warga: Buat, catat: Any, penyelia: Pengguna, loket: Pengguna, aturan: None
) -> None:
    orang = buat_warga("SLAMET NUGROHO")
    anak = buat_warga("BUDI NUGROHO", keluarga=orang.keluarga)
    lama = buat_warga("SLAMET NUGROHO")
    senama_nik = buat_warga("INDAH RAHMAWATI", nik=orang.nik)
    individu_gabung(utama=orang, lain=lama, alasan="Satu orang", oleh=penyelia)
    _mohon(orang, loket)
    JejakBaca.objects.create(jenis="buka", oleh=loket, objek_label="dtks.individu", objek_id=str(orang.pk))
    permintaan = catat(orang)
    ditemukan = {o.nama: o.cocok for o in cari_subjek(penyelia, permintaan)}
    assert ditemukan == {"SLAMET NUGROHO": True, senama_nik.nama: False}
    tabel = {t.judul: t for t in salinan_subjek(penyelia, permintaan)}
    assert {"Data terpadu", f"Data terpadu (digabungkan, {lama.pk})", "Permohonan", "Siapa membuka data"} <= set(tabel)
    assert {"Menurut tiap periode data", "Pencarian di loket", "Siapa mengubah permohonan dan surat"} <= set(tabel)
    teks = str([t.baris for t in tabel.values()])
    assert orang.nik in teks and lama.nik in teks and loket.nama in teks
    assert anak.nik not in teks and anak.nama not in teks and senama_nik.nama not in teks


def test_the_trail_kind_gives_who_read_and_changed_only(
    buat_warga: Buat, catat: Any, penyelia: Pengguna, loket: Pengguna, aturan: None
) -> None:
    orang = buat_warga()
    _mohon(orang, loket)
    tabel = salinan_subjek(penyelia, catat(orang, "jejak"))
    assert tabel and all(t.jejak for t in tabel)
    assert orang.nik not in str([t.baris for t in tabel])


@pytest.mark.parametrize("jenis", ["xlsx", "pdf"])
def test_each_copy_taken_is_one_line_of_the_read_log(
    jenis: str, buat_warga: Buat, catat: Any, penyelia: Pengguna, masuk_sebagai: Masuk, instansi: Any
) -> None:
    orang = buat_warga("=CMD()")
    permintaan = catat(orang)
    balasan = masuk_sebagai(penyelia).get(f"/kantor/privasi/{permintaan.pk}/salinan/{jenis}/")
    assert balasan.status_code == 200 and orang.nik not in balasan.headers["Content-Disposition"]
    jejak = JejakBaca.objects.get(jenis="ekspor")
    assert (jejak.oleh, jejak.objek_id) == (penyelia, str(permintaan.pk)) and orang.nik not in jejak.keterangan
    if jenis == "xlsx":
        buku = load_workbook(BytesIO(balasan.content))
        sel = [s for b in buku.worksheets[0].iter_rows() for s in b if s.value is not None]
        assert all(s.data_type == "s" for s in sel) and orang.nik in {s.value for s in sel}
    else:
        assert balasan.content.startswith(b"%PDF")


def test_a_restriction_freezes_hides_and_closes_the_door_until_it_is_lifted(
    buat_warga: Buat, catat: Any, penyelia: Pengguna, loket: Pengguna, aturan: None, masuk_sebagai: Masuk
) -> None:
    orang, lain = buat_warga("SLAMET NUGROHO"), buat_warga("INDAH RAHMAWATI")
    assert boleh_tampil(orang)
    permintaan = services.subjek_batasi(
        permintaan=catat(orang, "pembatasan"), sampai=None, alasan="Sengketa", cara="langsung", oleh=penyelia
    )
    assert permintaan.status == "dijawab"
    orang.refresh_from_db()
    lain.refresh_from_db()
    assert orang.dibatasi and not boleh_tampil(orang) and boleh_tampil(lain)
    with pytest.raises(AturanDilanggar, match="DATA_DIBATASI"):
        _mohon(orang, loket)
    ketik = anggota_dari(orang) | {"individu": None}
    periksa = pemeriksaan_catat(cara="nik", dicari_samar="9971", hasil="tidak", oleh=loket)
    with pytest.raises(AturanDilanggar, match="DATA_DIBATASI"):
        permohonan_catat(
            pemeriksaan=periksa, jenis="pengajuan_baru", anggota=[ketik], isian={}, berkas_ada=[], oleh=loket
        )
    _mohon(lain, loket)
    assert "Data dibatasi" in masuk_sebagai(penyelia).get(f"/dtks/individu/{orang.pk}/").content.decode()
    services.subjek_cabut(permintaan=permintaan, alasan="Selesai", oleh=penyelia)
    orang.refresh_from_db()
    assert not orang.dibatasi and boleh_tampil(orang)
    assert Pembatasan.objects.get().alasan_cabut == "Selesai"
    _mohon(orang, loket)
    with pytest.raises(AturanDilanggar, match="TIDAK_DIBATASI"):
        services.subjek_cabut(permintaan=permintaan, alasan="Lagi", oleh=penyelia)


def test_a_restriction_ends_by_itself_and_covers_joined_entries(
    buat_warga: Buat, catat: Any, penyelia: Pengguna
) -> None:
    orang, lama = buat_warga(), buat_warga()
    hari = timezone.localdate()
    services.subjek_batasi(permintaan=catat(lama, "pembatasan"), sampai=hari, alasan="Uji", cara="surat", oleh=penyelia)
    individu_gabung(utama=orang, lain=lama, alasan="Satu orang", oleh=penyelia)
    orang.refresh_from_db()
    assert orang.dibatasi_sampai == hari and orang.dibatasi
    orang.dibatasi_sampai = hari - dt.timedelta(days=1)
    assert not orang.dibatasi
    with pytest.raises(AturanDilanggar, match="SAMPAI_LEWAT"):
        services.subjek_batasi(
            permintaan=catat(orang, "pembatasan"),
            sampai=hari - dt.timedelta(days=1),
            alasan="Uji",
            cara="surat",
            oleh=penyelia,
        )


def test_only_a_request_for_it_restricts_and_somebody_must_be_found(
    buat_warga: Buat, catat: Any, penyelia: Pengguna
) -> None:
    orang = buat_warga()
    for ganti, kode in (({}, "BUKAN_PEMBATASAN"), ({"jenis": "pembatasan"}, "SUBJEK_TIDAK_ADA")):
        permintaan = catat(orang, ganti.get("jenis", "akses"))
        if ganti:
            PermintaanSubjek.objects.filter(pk=permintaan.pk).update(nama="ORANG LAIN SAMA SEKALI")
            permintaan = PermintaanSubjek.objects.get(pk=permintaan.pk)
        with pytest.raises(AturanDilanggar, match=kode):
            services.subjek_batasi(permintaan=permintaan, sampai=None, alasan="Uji", cara="surat", oleh=penyelia)
