"""Interns through their services: account, placements, logbook, attendance, marks, papers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import kiriman
from inti.models import Cetakan, Nomor, Pengguna, Perubahan, UnitKerja
from inti.services.kertas import kertas_batalkan, kertas_cetak, kertas_terbitkan
from inti.services.pengguna import peran_pengguna, sandi_ganti
from kepegawaian.documents.magang_sertifikat import SertifikatMagang
from kepegawaian.models import AturanNilai, CatatanHarian, KehadiranMagang, Pegawai, PesertaMagang
from kepegawaian.services import magang as services
from kepegawaian.services import magang_harian as harian
from kepegawaian.services import magang_nilai as nilai
from tests.conftest import SANDI, buat_pengguna

pytestmark = pytest.mark.django_db
SERTIFIKAT = SertifikatMagang.kode
JAM = {"jam_mulai": dt.time(7, 30), "jam_selesai": dt.time(16), "seragam": "Batik"}


def mundur(n: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=n)


def baris(hari: dt.date, kegiatan: str = "Memindai berkas", versi: int | None = None, **lain: Any) -> dict[str, Any]:
    return {"tanggal": hari, "kegiatan": kegiatan, "versi": versi, **JAM, **lain}


def tulis(peserta: PesertaMagang, *isi: dict[str, Any]) -> PesertaMagang:
    assert peserta.akun is not None
    return harian.catatan_simpan(peserta=peserta, baris=isi, oleh=peserta.akun)


def coba_masuk(klien: Client, sandi: str) -> bool:
    """Sign in as the intern through the page."""
    return klien.post("/masuk/", {"username": "arif", "password": sandi}).status_code == 302


def segar(objek: Any) -> Any:
    return type(objek).objects.get(pk=objek.pk)


@pytest.fixture
def pembimbing_lain(unit_lain: UnitKerja) -> Pegawai:
    akun = buat_pengguna("penyelia2", "staf", unit=unit_lain, nama="Yoga")
    return Pegawai.objects.create(nama="Yoga", jabatan="Staf", unit=unit_lain, jenis="NON_PNS", pengguna=akun)


def selesaikan(peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    peserta = segar(peserta)
    PesertaMagang.objects.filter(pk=peserta.pk).update(sampai=timezone.localdate())
    return services.magang_selesai(peserta=segar(peserta), oleh=oleh)


def beri_nilai(peserta: PesertaMagang, aturan: AturanNilai, oleh: Pengguna, *angka: int) -> nilai.PenilaianMagang:
    kunci = [str(k.pk) for k in aturan.komponen.hidup()]
    return nilai.nilai_simpan(
        peserta=peserta, nilai={k: Decimal(n) for k, n in zip(kunci, angka, strict=True)}, oleh=oleh
    )


class TestAkun:
    def test_it_has_the_period_the_unit_the_supervisor_and_the_one_role(
        self, peserta: PesertaMagang, penyelia: Pengguna, unit: UnitKerja
    ) -> None:
        akun = peserta.akun
        assert akun is not None and akun.sandi_sekali and akun.wajib_ganti_sandi
        assert peran_pengguna(akun) == ["magang"] and akun.hanya_mengusul
        assert (akun.unit, akun.atasan) == (unit, penyelia)
        assert (akun.berlaku_mulai, akun.berlaku_sampai) == (peserta.mulai, peserta.sampai)
        assert coba_masuk(Client(), akun.sandi_sekali)

    def test_no_act_keeps_its_password(self, peserta: PesertaMagang) -> None:
        assert peserta.akun is not None
        assert not any(peserta.akun.sandi_sekali in str(p.argumen) + p.sebab for p in Perubahan.objects.all())

    def test_it_follows_the_period(self, peserta: PesertaMagang, penyelia: Pengguna) -> None:
        sampai = peserta.sampai + dt.timedelta(days=30)
        services.magang_ubah(peserta=segar(peserta), isian={"sampai": sampai}, oleh=penyelia)
        assert segar(peserta.akun).berlaku_sampai == sampai
        assert peserta.penempatan.get().sampai == sampai, "the placement that ended with the period goes along"

    def test_it_follows_the_placement_of_the_day(
        self, peserta: PesertaMagang, penyelia: Pengguna, unit_lain: UnitKerja, pembimbing_lain: Pegawai
    ) -> None:
        isian = {
            "unit": unit_lain,
            "mulai": timezone.localdate(),
            "sampai": peserta.sampai,
            "pembimbing": pembimbing_lain,
        }
        services.penempatan_tambah(peserta=segar(peserta), isian=isian, oleh=penyelia)
        akun = segar(peserta.akun)
        assert (akun.unit, akun.atasan) == (unit_lain, pembimbing_lain.pengguna)

    def test_a_placement_to_come_is_followed_by_the_nightly_command(
        self, peserta: PesertaMagang, penyelia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, monkeypatch: Any
    ) -> None:
        besok = timezone.localdate() + dt.timedelta(days=1)
        isian = {"unit": unit_lain, "mulai": besok, "sampai": peserta.sampai, "pembimbing": peserta.pembimbing}
        services.penempatan_tambah(peserta=segar(peserta), isian=isian, oleh=penyelia)
        assert segar(peserta.akun).unit == unit
        monkeypatch.setattr(timezone, "localdate", lambda *a: besok)
        call_command("selaraskan_magang")
        assert segar(peserta.akun).unit == unit_lain

    def test_one_whose_period_ended_cannot_sign_in(self, peserta: PesertaMagang, monkeypatch: Any) -> None:
        akun = peserta.akun
        assert akun is not None
        sandi_ganti(pengguna=akun, sandi=SANDI, kunci_sesi=None)
        klien = Client()
        assert coba_masuk(klien, SANDI)
        lewat = peserta.sampai + dt.timedelta(days=1)
        monkeypatch.setattr(timezone, "localdate", lambda *a: lewat)
        assert not coba_masuk(Client(), SANDI)
        assert klien.get("/kepegawaian/magang/buku/").status_code == 302, "an open session ends as well"

    @pytest.mark.parametrize("cara", ["selesai", "henti"])
    def test_ending_ends_it_today(self, peserta: PesertaMagang, penyelia: Pengguna, cara: str) -> None:
        sandi_ganti(pengguna=segar(peserta.akun), sandi=SANDI, kunci_sesi=None)
        if cara == "selesai":
            selesaikan(peserta, penyelia)
        else:
            services.magang_henti(peserta=segar(peserta), alasan="Pindah sekolah", oleh=penyelia)
        akun = segar(peserta.akun)
        assert akun.berlaku_sampai == timezone.localdate() and not akun.is_active
        assert not coba_masuk(Client(), SANDI)

    def test_it_is_not_opened_twice_nor_too_early_nor_without_a_supervisors_account(
        self, peserta: PesertaMagang, isian: dict[str, Any], unit: UnitKerja, penyelia: Pengguna
    ) -> None:
        with pytest.raises(AturanDilanggar, match="AKUN_ADA"):
            services.akun_magang_buka(peserta=segar(peserta), username="arif2", oleh=penyelia)
        hari = timezone.localdate()
        nanti = isian | {"nomor_induk": "9", "mulai": hari + dt.timedelta(8), "sampai": hari + dt.timedelta(60)}
        baru = services.magang_terima(isian=nanti, unit=unit, oleh=penyelia)
        with pytest.raises(AturanDilanggar, match="AKUN_TERLALU_AWAL"):
            services.akun_magang_buka(peserta=baru, username="baru", oleh=penyelia)
        tanpa = Pegawai.objects.create(nama="Sumiati", jabatan="Staf", unit=unit, jenis="NON_PNS")
        lain = services.magang_terima(isian=isian | {"nomor_induk": "8", "pembimbing": tanpa}, unit=unit, oleh=penyelia)
        with pytest.raises(AturanDilanggar, match="PEMBIMBING_TANPA_AKUN"):
            services.akun_magang_buka(peserta=lain, username="lain", oleh=penyelia)
        with pytest.raises(ValidationError):
            services.akun_magang_buka(
                peserta=services.magang_terima(isian=isian | {"nomor_induk": "7"}, unit=unit, oleh=penyelia),
                username="arif",
                oleh=penyelia,
            )


class TestPenempatan:
    def test_two_on_one_day_are_refused_with_both_named(
        self, peserta: PesertaMagang, penyelia: Pengguna, unit_lain: UnitKerja
    ) -> None:
        isian = {"unit": unit_lain, "mulai": mundur(2), "sampai": peserta.sampai, "pembimbing": peserta.pembimbing}
        with pytest.raises(AturanDilanggar) as galat:
            services.penempatan_tambah(peserta=segar(peserta), isian=isian, lanjutan=False, oleh=penyelia)
        assert galat.value.kode == "PENEMPATAN_TUMPANG"
        assert "Bidang Linjamsos (" in galat.value.pesan and "Bidang Rehsos (" in galat.value.pesan
        assert peserta.penempatan.count() == 1

    def test_written_days_keep_their_unit(
        self, peserta: PesertaMagang, penyelia: Pengguna, unit_lain: UnitKerja
    ) -> None:
        tulis(peserta, baris(mundur(1)))
        isian = {"unit": unit_lain, "mulai": mundur(2), "sampai": peserta.sampai, "pembimbing": peserta.pembimbing}
        with pytest.raises(AturanDilanggar, match="CATATAN_TIDAK_TERTAMPUNG"):
            services.penempatan_tambah(peserta=segar(peserta), isian=isian, oleh=penyelia)
        with pytest.raises(AturanDilanggar, match="CATATAN_TIDAK_TERTAMPUNG"):
            services.magang_ubah(peserta=segar(peserta), isian={"sampai": mundur(2)}, oleh=penyelia)

    def test_a_closed_internship_is_not_changed(self, peserta: PesertaMagang, penyelia: Pengguna) -> None:
        services.magang_henti(peserta=segar(peserta), alasan="Pindah", oleh=penyelia)
        with pytest.raises(AturanDilanggar, match="MAGANG_DITUTUP"):
            services.magang_ubah(peserta=segar(peserta), isian={"nama": "Lain"}, oleh=penyelia)
        with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
            services.magang_mulai(peserta=segar(peserta), oleh=penyelia)

    def test_it_is_not_finished_before_its_last_day(self, peserta: PesertaMagang, penyelia: Pengguna) -> None:
        with pytest.raises(AturanDilanggar, match="MASA_BELUM_BERAKHIR"):
            services.magang_selesai(peserta=segar(peserta), oleh=penyelia)


class TestBuku:
    def test_a_week_in_one_act(self, peserta: PesertaMagang, unit: UnitKerja) -> None:
        sebelum = Perubahan.objects.count()
        tulis(peserta, *(baris(mundur(n)) for n in range(3)), baris(mundur(4), ""))
        semua = CatatanHarian.objects.all()
        assert semua.count() == 3 and {c.unit for c in semua} == {unit}
        assert Perubahan.objects.count() == sebelum + 1

    def test_sent_twice_it_is_stored_once(self, peserta: PesertaMagang) -> None:
        with kiriman("kunci-satu"):
            tulis(peserta, baris(mundur(1)))
        with pytest.raises(SudahDikirim), kiriman("kunci-satu"):
            tulis(peserta, baris(mundur(2)))
        assert CatatanHarian.objects.count() == 1

    def test_nobody_writes_anothers(self, peserta: PesertaMagang, magang: Pengguna, penyelia: Pengguna) -> None:
        for oleh in (magang, penyelia):
            with pytest.raises(PermissionDenied):
                harian.catatan_simpan(peserta=peserta, baris=[baris(mundur(1))], oleh=oleh)
            with pytest.raises(PermissionDenied):
                harian.kehadiran_isi(peserta=peserta, keadaan="hadir", oleh=oleh)

    def test_all_else_of_his_stays_a_proposal(self, peserta: PesertaMagang) -> None:
        assert peserta.akun is not None
        with pytest.raises(PermissionDenied):
            services.magang_ubah(peserta=segar(peserta), isian={"nama": "Lain"}, oleh=peserta.akun)

    @pytest.mark.parametrize(("n", "kode"), [(-1, "HARI_DEPAN"), (21, "HARI_DI_LUAR_MASA")])
    def test_days_out_of_reach(self, peserta: PesertaMagang, n: int, kode: str) -> None:
        with pytest.raises(AturanDilanggar, match=kode):
            tulis(peserta, baris(mundur(1)), baris(mundur(n)))
        assert CatatanHarian.objects.count() == 0, "all or none"

    def test_an_initialled_day_is_locked_until_it_is_sent_back(
        self, peserta: PesertaMagang, penyelia: Pengguna
    ) -> None:
        tulis(peserta, baris(mundur(1)))
        c = CatatanHarian.objects.select_related("peserta").get()
        harian.catatan_paraf(catatan=[c], oleh=penyelia)
        c = segar(c)
        assert c.paraf_oleh == penyelia
        tulis(peserta, baris(c.tanggal, c.kegiatan, c.versi))  # says what is stored: nothing happens
        for isi in ("Lain", ""):
            with pytest.raises(AturanDilanggar, match="SUDAH_DIPARAF"):
                tulis(peserta, baris(c.tanggal, isi, c.versi))
        harian.catatan_kembalikan(catatan=c, alasan="Kurang rinci", oleh=penyelia)
        c = segar(c)
        assert c.paraf_oleh is None and c.status_tampil[1] == "Dikembalikan"
        with pytest.raises(AturanDilanggar, match="CATATAN_DIKEMBALIKAN"):
            harian.catatan_paraf(catatan=[c], oleh=penyelia)
        tulis(peserta, baris(c.tanggal, "Memindai 40 berkas", c.versi))
        assert segar(c).status_tampil[1] == "Menunggu paraf"

    def test_a_stale_day_is_refused_and_an_emptied_one_goes(self, peserta: PesertaMagang) -> None:
        tulis(peserta, baris(mundur(1)))
        for versi in (None, 7):
            with pytest.raises(VersiBerubah):
                tulis(peserta, baris(mundur(1), "Lain", versi))
        tulis(peserta, baris(mundur(1), "", 1))
        assert not CatatanHarian.objects.hidup().exists()
        tulis(peserta, baris(mundur(1), "Baru"))

    def test_only_the_supervisor_initials(
        self, peserta: PesertaMagang, pembimbing_lain: Pegawai, staf: Pengguna
    ) -> None:
        tulis(peserta, baris(mundur(1)))
        c = CatatanHarian.objects.select_related("peserta").get()
        for oleh in (pembimbing_lain.pengguna, staf):
            with pytest.raises(AturanDilanggar, match="BUKAN_PEMBIMBING"):
                harian.catatan_paraf(catatan=[c], oleh=oleh)

    def test_an_internship_that_does_not_run_takes_no_entry(self, peserta: PesertaMagang, penyelia: Pengguna) -> None:
        selesaikan(peserta, penyelia)
        with pytest.raises(AturanDilanggar, match="MAGANG_TIDAK_BERJALAN"):
            tulis(segar(peserta), baris(mundur(1)))


class TestKehadiran:
    def test_arrival_then_departure_then_no_more(self, peserta: PesertaMagang) -> None:
        akun = peserta.akun
        assert akun is not None
        for _ in range(2):
            harian.kehadiran_isi(peserta=peserta, keadaan="hadir", oleh=akun)
        h = KehadiranMagang.objects.get()
        assert h.jam_datang is not None and h.jam_pulang is not None
        with pytest.raises(AturanDilanggar, match="KEHADIRAN_TERISI"):
            harian.kehadiran_isi(peserta=peserta, keadaan="hadir", oleh=akun)
        with pytest.raises(AturanDilanggar, match="KEHADIRAN_TERISI"):
            harian.kehadiran_isi(peserta=peserta, keadaan="izin", oleh=akun, keterangan="x")

    def test_the_supervisor_mends_a_day(self, peserta: PesertaMagang, penyelia: Pengguna, staf: Pengguna) -> None:
        isian = {
            "tanggal": mundur(2),
            "keadaan": "alpa",
            "jam_datang": dt.time(8),
            "jam_pulang": None,
            "keterangan": "Tanpa kabar",
        }
        with pytest.raises(AturanDilanggar, match="BUKAN_PEMBIMBING"):
            harian.kehadiran_catat(peserta=peserta, isian=isian, oleh=staf)
        h = harian.kehadiran_catat(peserta=peserta, isian=isian, oleh=penyelia)
        assert h.jam_datang is None
        harian.kehadiran_catat(peserta=peserta, isian=isian | {"keadaan": "hadir"}, oleh=penyelia)
        assert segar(h).keadaan == "hadir" and segar(h).jam_datang == dt.time(8)


class TestNilai:
    def test_the_published_sheet(self, peserta: PesertaMagang, aturan: AturanNilai, penyelia: Pengguna) -> None:
        n = beri_nilai(peserta, aturan, penyelia, 95, 96, 95, 96, 95)
        assert (n.jumlah, n.akhir, n.predikat) == (Decimal("477.00"), Decimal("95.55"), "Istimewa")
        assert n.butir[3] == {"nama": "Hasil kerja", "bobot": "30.00", "nilai": "96"} and len(n.skala) == 6

    def test_a_rule_that_was_used_is_not_changed_and_the_next_one_counts_from_its_day(
        self, peserta: PesertaMagang, aturan: AturanNilai, penyelia: Pengguna
    ) -> None:
        beri_nilai(peserta, aturan, penyelia, 80, 80, 80, 80, 80)
        isian: dict[str, Any] = {
            "berlaku_mulai": peserta.sampai + dt.timedelta(days=1),
            "dasar": "Baru",
            "komponen": [("Semua", Decimal(100))],
            "skala": [(Decimal(0), "Lulus")],
            "oleh": penyelia,
        }
        with pytest.raises(AturanDilanggar, match="ATURAN_DIPAKAI"):
            nilai.aturan_nilai_simpan(aturan=segar(aturan), **isian)
        with pytest.raises(AturanDilanggar, match="Jumlah bobot 90"):
            nilai.aturan_nilai_simpan(**isian | {"komponen": [("Semua", Decimal(90))]})
        baru = nilai.aturan_nilai_simpan(**isian)
        assert nilai.aturan_pada(peserta.sampai) == aturan
        assert nilai.aturan_pada(peserta.sampai + dt.timedelta(days=1)) == baru

    def test_a_rule_that_nobody_used_is_changed_in_place(self, aturan: AturanNilai, penyelia: Pengguna) -> None:
        hasil = nilai.aturan_nilai_simpan(
            aturan=segar(aturan),
            berlaku_mulai=aturan.berlaku_mulai,
            dasar="Dibetulkan",
            komponen=[("Satu", Decimal("62.5")), ("Dua", Decimal("37.5"))],
            skala=[(Decimal(0), "Lulus")],
            oleh=penyelia,
        )
        assert hasil.pk == aturan.pk and [k.nama for k in hasil.komponen.hidup()] == ["Satu", "Dua"]

    def test_certificate_only_when_finished_and_marked_and_by_a_signer(
        self, peserta: PesertaMagang, aturan: AturanNilai, penyelia: Pengguna, pimpinan: Pengguna, staf: Pengguna
    ) -> None:
        with pytest.raises(AturanDilanggar, match="MAGANG_BELUM_SELESAI"):
            kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=pimpinan)
        selesaikan(peserta, penyelia)
        with pytest.raises(AturanDilanggar, match="NILAI_BELUM_ADA"):
            kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=pimpinan)
        beri_nilai(peserta, aturan, penyelia, 95, 96, 95, 96, 95)
        with pytest.raises(AturanDilanggar, match="BUKAN_PENANDATANGAN"):
            kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=staf)
        assert not Nomor.objects.exists(), "a refusal takes no number"
        hasil = kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=pimpinan)
        assert hasil.sertifikat is not None and hasil.sertifikat.nomor.startswith("SM/001/")
        with pytest.raises(AturanDilanggar, match="SERTIFIKAT_ADA"):
            kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=pimpinan)
        with pytest.raises(AturanDilanggar, match="SERTIFIKAT_TERBIT"):
            beri_nilai(peserta, aturan, penyelia, 1, 1, 1, 1, 1)
        isi = kertas_cetak(objek=[hasil], kertas=SERTIFIKAT, oleh=penyelia)
        assert isi.startswith(b"%PDF")
        with pytest.raises(AturanDilanggar, match="ALASAN_CETAK_ULANG"):
            kertas_cetak(objek=[hasil], kertas=SERTIFIKAT, oleh=penyelia)
        kertas_cetak(objek=[hasil], kertas=SERTIFIKAT, oleh=penyelia, alasan="Basah")
        assert Cetakan.objects.count() == 2
        batal = kertas_batalkan(objek=segar(peserta), kertas=SERTIFIKAT, alasan="Nama keliru", oleh=pimpinan)
        assert batal.sertifikat is None and Nomor.objects.get().keadaan == "dibatalkan"
        lagi = kertas_terbitkan(objek=segar(peserta), kertas=SERTIFIKAT, oleh=pimpinan)
        assert lagi.sertifikat is not None and lagi.sertifikat.nomor.startswith("SM/002/")
