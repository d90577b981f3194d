"""Persons, rules and requests for the tests of the counter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from dtks.forms.layanan import anggota_dari
from dtks.models import (
    AturanLayanan,
    Individu,
    KeadaanPeriode,
    Keluarga,
    Pemeriksaan,
    PeriodePengajuan,
    Permohonan,
    SuratRekomendasi,
    SyaratBerkas,
)
from dtks.services import loket as services
from inti.models import Instansi, Pengguna, Wilayah
from inti.rules.nama import kunci_nama


@pytest.fixture
def aturan(instansi: Instansi) -> None:
    """Rules before and since 2025, the papers, and a period open today."""
    hari = timezone.localdate()
    for jenis, mulai, sampai, desil, wajib in (
        ("reaktivasi", dt.date(2022, 1, 1), dt.date(2024, 12, 31), 4, True),
        ("reaktivasi", dt.date(2025, 1, 1), None, 5, False),
        ("pengajuan_baru", dt.date(2022, 1, 1), None, 5, False),
    ):
        AturanLayanan.objects.create(
            jenis=jenis,
            berlaku_mulai=mulai,
            berlaku_sampai=sampai,
            desil_max=desil,
            id_dtks_wajib=wajib,
            dasar_hukum="uji",
            tujuan_surat="Kepala BPJS Kesehatan Cabang Wanasari; di Wanasari",
        )
    for jenis, kode, wajib in (
        ("reaktivasi", "ktp", True),
        ("reaktivasi", "surat-faskes", True),
        ("pengajuan_baru", "ktp", True),
        ("pengajuan_baru", "sktm", False),
    ):
        SyaratBerkas.objects.create(
            jenis=jenis, kode=kode, nama=kode.upper(), wajib=wajib, berlaku_mulai=dt.date(2022, 1, 1), dasar_hukum="uji"
        )
    PeriodePengajuan.objects.create(
        nama="Uji",
        berlaku_mulai=hari - dt.timedelta(days=5),
        berlaku_sampai=hari + dt.timedelta(days=5),
        dasar_hukum="uji",
    )


@pytest.fixture
def buat_warga(desa: Wilayah) -> Callable[..., Individu]:
    """Make a person of the registry; each with a family of his own unless one is given."""
    urut = iter(range(1, 1000))

    def buat(nama: str = "SLAMET NUGROHO", **isian: Any) -> Individu:
        n = next(urut)
        keluarga = isian.pop("keluarga", None) or Keluarga.objects.create(no_kk=f"997101010601{n:04d}")
        tempat = isian.pop("desa", desa)
        awal: dict[str, Any] = {
            "nik": f"997101150384{n:04d}",
            "no_kk": keluarga.no_kk,
            "tanggal_lahir": dt.date(1984, 3, 15),
            "jenis_kelamin": "L",
            "hubungan": "KEPALA KELUARGA",
            "alamat": "DUKUH MELATI",
            "rt": "003",
            "rw": "002",
            "desa": tempat,
            "desa_teks": tempat.nama,
            "kecamatan_teks": "WANASARI BARAT",
            "desil": 3,
            "pbi_jk": True,
            "id_dtks": f"9900{n:011d}",
            "tempat_lahir": "WANASARI",
            "sumber_data": "DTSEN",
            "periode_data": "2026-TW3",
            "periode_urut": 202609,
        }
        orang = Individu.objects.create(nama=nama, kunci_nama=kunci_nama(nama), keluarga=keluarga, **(awal | isian))
        KeadaanPeriode.objects.create(
            individu=orang,
            periode=orang.periode_data,
            periode_urut=orang.periode_urut,
            no_kk=orang.no_kk,
            desa=tempat,
            desa_teks=tempat.nama,
            desil=orang.desil,
            sumber="DTSEN",
        )
        return orang

    return buat


@pytest.fixture
def warga(buat_warga: Callable[..., Individu]) -> Individu:
    return buat_warga()


@pytest.fixture
def periksa() -> Callable[[Individu | None, Pengguna], Pemeriksaan]:
    """Record a look-up."""

    def catat(orang: Individu | None, oleh: Pengguna) -> Pemeriksaan:
        return services.pemeriksaan_catat(
            cara="nik",
            dicari_samar="9971 •••• •••• 0001",
            hasil="ditemukan" if orang else "tidak",
            individu=orang,
            oleh=oleh,
        )

    return catat


@pytest.fixture
def buat_permohonan(aturan: None, periksa: Callable[..., Pemeriksaan], loket: Pengguna) -> Callable[..., Permohonan]:
    """A request whose papers are complete, so that the recommendation is to accept."""

    def buat(
        orang: Individu,
        *,
        oleh: Pengguna | None = None,
        berkas: tuple[str, ...] = ("ktp", "surat-faskes"),
        lain: tuple[Individu, ...] = (),
        **isian: Any,
    ) -> Permohonan:
        petugas = oleh or loket
        awal = {
            "pengantar_nomor": "140/1/XI/2026",
            "pengantar_tanggal": dt.date(2026, 11, 17),
            "faskes_nama": "Puskesmas Wanasari",
        }
        return services.permohonan_catat(
            pemeriksaan=periksa(orang, petugas),
            jenis=isian.pop("jenis", "reaktivasi"),
            anggota=[anggota_dari(o) for o in (orang, *lain)],
            isian=awal | isian,
            berkas_ada=list(berkas),
            oleh=petugas,
        )

    return buat


@pytest.fixture
def permohonan(buat_permohonan: Callable[..., Permohonan], warga: Individu) -> Permohonan:
    return buat_permohonan(warga)


@pytest.fixture
def surat(permohonan: Permohonan, loket: Pengguna) -> SuratRekomendasi:
    """A letter that waits for approval."""
    services.permohonan_terima(permohonan=permohonan, oleh=loket)
    return SuratRekomendasi.objects.get(permohonan=permohonan)
