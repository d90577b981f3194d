"""Dated rules, once for every table: no two rows of one key on a day, gaps named, one row in place of another."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

from dtks.models import AturanLayanan, JamLayanan, PeriodePengajuan
from inti.galat import AturanDilanggar, VersiBerubah
from inti.migrasi.skema import baca_skema
from inti.models import Pengguna
from inti.models.bertanggal import Bertanggal
from inti.pages.sumber_bertanggal import SumberBertanggal
from inti.periksa.aturan import periksa
from inti.queries.aturan import aturan_pada, celah, semua_aturan, tindih
from inti.rules.celah import SEHARI, celah_masa
from inti.services.aturan import aturan_ganti, aturan_tambah, aturan_ubah
from inti.services.rekam import perubahan_kembalikan, rekam_buang, rekam_pulihkan
from tests.inti.test_nomor import salin_basis

AKAR = Path(__file__).resolve().parents[2]
D = dt.date


def layanan(mulai: D, sampai: D | None = None, jenis: str = "reaktivasi", **lain: Any) -> AturanLayanan:
    isi = {"jenis": jenis, "berlaku_mulai": mulai, "berlaku_sampai": sampai, "dasar_hukum": "uji", "tujuan_surat": "x"}
    return AturanLayanan.objects.create(**isi | lain)


def isian(mulai: D, sampai: D | None = None, **lain: Any) -> dict[str, Any]:
    return {"jenis": "reaktivasi", "berlaku_mulai": mulai, "berlaku_sampai": sampai, "dasar_hukum": "uji",
            "tujuan_surat": "x"} | lain  # fmt: skip


def tambah(oleh: Pengguna, *a: Any, **k: Any) -> Any:
    return aturan_tambah(model="dtks.aturanlayanan", isian=isian(*a, **k), oleh=oleh)


class TestCelah:
    """Days without a row, as plain data."""

    A, Z = D(2026, 1, 1), D(2026, 12, 31)

    @pytest.mark.parametrize(
        ("masa", "hasil"),
        [
            ([], [(A, Z)]),
            ([(A, None)], []),
            ([(D(2020, 1, 1), Z)], []),
            ([(D(2026, 3, 1), None)], [(A, D(2026, 2, 28))]),
            ([(A, D(2026, 6, 30))], [(D(2026, 7, 1), Z)]),
            ([(A, D(2026, 3, 31)), (D(2026, 5, 1), None)], [(D(2026, 4, 1), D(2026, 4, 30))]),
            ([(A, D(2026, 3, 31)), (D(2026, 4, 1), None)], []),
            ([(D(2027, 1, 1), None)], [(A, Z)]),
            ([(D(2020, 1, 1), D(2025, 12, 31))], [(A, Z)]),
        ],
    )
    def test_before_between_and_after(self, masa: Any, hasil: Any) -> None:
        assert celah_masa(masa, self.A, self.Z) == hasil

    @given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=6))
    def test_each_day_is_either_covered_or_in_a_gap(self, acak: list[tuple[int, int]]) -> None:
        masa = [(D(2025, 12, 1) + SEHARI * a, D(2025, 12, 1) + SEHARI * (a + n)) for a, n in acak]
        lubang = celah_masa(masa, self.A, self.Z)
        for n in range(365):
            hari = self.A + SEHARI * n
            assert any(a <= hari <= b for a, b in masa) is not any(a <= hari <= b for a, b in lubang)


@pytest.mark.django_db
class TestSatuBaris:
    """The row of a day, or a refusal that says what lacks and where it is entered."""

    def test_the_row_of_the_day(self) -> None:
        lama, baru = layanan(D(2022, 1, 1), D(2024, 12, 31)), layanan(D(2025, 1, 1))
        assert aturan_pada(AturanLayanan, D(2024, 12, 31), jenis="reaktivasi") == lama
        assert aturan_pada(AturanLayanan, D(2025, 1, 1), jenis="reaktivasi") == baru

    def test_no_row_names_the_rule_the_key_the_day_and_the_page(self) -> None:
        layanan(D(2022, 1, 1), jenis="pengajuan_baru")
        with pytest.raises(AturanDilanggar, match="ATURAN_TIDAK_ADA") as galat:
            aturan_pada(AturanLayanan, D(2026, 8, 17), jenis="reaktivasi")
        for kata in ("aturan layanan", "Reaktivasi PBI-JK", "17 Agustus 2026", "/dtks/aturan/"):
            assert kata in galat.value.kalimat, kata

    def test_a_key_of_other_fields_is_a_mistake_of_the_program(self) -> None:
        with pytest.raises(TypeError):
            aturan_pada(AturanLayanan, D(2026, 1, 1), kode="x")

    def test_a_row_in_the_trash_rules_nothing(self, penyelia: Pengguna) -> None:
        rekam_buang(objek=layanan(D(2022, 1, 1)), oleh=penyelia)
        with pytest.raises(AturanDilanggar):
            aturan_pada(AturanLayanan, D(2026, 1, 1), jenis="reaktivasi")


@pytest.mark.keduanya
@pytest.mark.django_db
class TestTanpaTindih:
    """Held by the service in words, by the database in any case."""

    def test_the_refusal_names_the_row_it_clashes_with(self, penyelia: Pengguna) -> None:
        layanan(D(2022, 1, 1), D(2024, 12, 31))
        with pytest.raises(ValidationError) as galat:
            tambah(penyelia, D(2024, 12, 31))
        assert "Reaktivasi PBI-JK, 01-01-2022 sampai 31-12-2024" in galat.value.message_dict["berlaku_mulai"][0]
        assert tambah(penyelia, D(2025, 1, 1)).asal == "kantor"
        assert tambah(penyelia, D(2022, 1, 1), jenis="pengajuan_baru")

    def test_the_database_refuses_by_itself(self) -> None:
        satu = layanan(D(2022, 1, 1), D(2024, 12, 31))
        dua = layanan(D(2025, 1, 1))
        for berbuat in (
            lambda: layanan(D(2024, 6, 1), D(2024, 6, 1)),
            lambda: layanan(D(2020, 1, 1)),
            lambda: AturanLayanan.objects.filter(pk=satu.pk).update(berlaku_sampai=None),
            lambda: AturanLayanan.objects.filter(pk=dua.pk).update(berlaku_mulai=D(2024, 12, 31)),
            lambda: AturanLayanan.objects.bulk_create(
                [AturanLayanan(**isian(D(2010, 1, n), D(2010, 2, 1))) for n in (1, 2)]
            ),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                berbuat()
        layanan(D(2021, 1, 1), D(2021, 12, 31))

    def test_what_lies_in_the_trash_makes_room_and_comes_back_only_into_room(self, penyelia: Pengguna) -> None:
        lama = rekam_buang(objek=layanan(D(2022, 1, 1)), oleh=penyelia)
        baru = layanan(D(2023, 1, 1))
        with pytest.raises(ValidationError, match="Bertindih"):
            rekam_pulihkan(objek=lama, oleh=penyelia)
        with pytest.raises(IntegrityError), transaction.atomic():
            AturanLayanan.objects.filter(pk=lama.pk).update(dibuang_pada=None)
        rekam_buang(objek=baru, oleh=penyelia)
        assert rekam_pulihkan(objek=lama, oleh=penyelia).dibuang_pada is None

    def test_rows_whose_ranges_part_may_share_their_days(self) -> None:
        jam = {"buka": dt.time(8), "tutup": dt.time(15), "berlaku_mulai": D(2022, 1, 1), "dasar_hukum": "uji"}
        JamLayanan.objects.create(hari_awal=1, hari_akhir=4, **jam)
        JamLayanan.objects.create(hari_awal=5, hari_akhir=5, **jam)
        with pytest.raises(IntegrityError), transaction.atomic():
            JamLayanan.objects.create(hari_awal=4, hari_akhir=6, **jam)
        with pytest.raises(ValidationError, match="Senin"):
            JamLayanan(hari_awal=4, hari_akhir=4, **jam).full_clean()

    def test_the_days_are_in_order(self) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            layanan(D(2026, 1, 2), D(2026, 1, 1))


@pytest.mark.django_db
class TestGanti:
    """Another row from a day on: the old one ends the day before, in one act."""

    def test_one_act_ends_the_one_and_begins_the_other(self, penyelia: Pengguna) -> None:
        lama = layanan(D(2022, 1, 1), asal="bawaan program", tanda="FF")
        baru = aturan_ganti(objek=lama, isian={"berlaku_mulai": D(2026, 7, 1), "desil_max": 4}, oleh=penyelia)
        lama.refresh_from_db()
        assert (lama.berlaku_sampai, lama.diubah_kantor, lama.asal) == (D(2026, 6, 30), True, "bawaan program")
        assert (baru.berlaku_mulai, baru.berlaku_sampai, baru.desil_max, baru.jenis) == (
            D(2026, 7, 1),
            None,
            4,
            lama.jenis,
        )
        assert (baru.asal, baru.tanda, baru.diubah_kantor) == ("kantor", "", False)
        assert lama.riwayat.latest().perubahan == baru.riwayat.get().perubahan

    def test_it_must_begin_later(self, penyelia: Pengguna) -> None:
        with pytest.raises(AturanDilanggar, match="GANTI_TANGGAL"):
            aturan_ganti(objek=layanan(D(2022, 1, 1)), isian={"berlaku_mulai": D(2022, 1, 1)}, oleh=penyelia)

    def test_of_two_clerks_the_second_sees_that_it_was_done(self, penyelia: Pengguna) -> None:
        lama = layanan(D(2022, 1, 1))
        basi = AturanLayanan.objects.get(pk=lama.pk)
        aturan_ganti(objek=lama, isian={"berlaku_mulai": D(2026, 7, 1)}, oleh=penyelia)
        with pytest.raises(VersiBerubah):
            aturan_ganti(objek=basi, isian={"berlaku_mulai": D(2026, 8, 1)}, oleh=penyelia)
        assert AturanLayanan.objects.count() == 2

    def test_a_clash_with_a_later_row_undoes_the_whole(self, penyelia: Pengguna) -> None:
        lama = layanan(D(2022, 1, 1), D(2024, 12, 31))
        layanan(D(2025, 1, 1))
        with pytest.raises(ValidationError, match="Bertindih"):
            aturan_ganti(objek=lama, isian={"berlaku_mulai": D(2024, 1, 1)}, oleh=penyelia)
        lama.refresh_from_db()
        assert lama.berlaku_sampai == D(2024, 12, 31)

    def test_a_correction_says_that_it_is_the_offices(self, penyelia: Pengguna) -> None:
        lama = layanan(D(2022, 1, 1), asal="bawaan program")
        baru = aturan_ubah(objek=lama, isian={"desil_max": 3}, oleh=penyelia)
        assert (baru.desil_max, baru.asal, baru.diubah_kantor) == (3, "bawaan program", True)
        perubahan_kembalikan(perubahan_asal=baru.riwayat.latest().perubahan, oleh=penyelia)
        baru.refresh_from_db()
        assert (baru.desil_max, baru.diubah_kantor) == (5, False)


@pytest.mark.django_db
class TestMengganti:
    """A table whose new rows end the one before by themselves."""

    @pytest.fixture(autouse=True)
    def _mengganti(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(AturanLayanan, "mengganti", True)

    def masa(self) -> list[tuple[D, D | None]]:
        return list(AturanLayanan.objects.order_by("berlaku_mulai").values_list("berlaku_mulai", "berlaku_sampai"))

    def test_a_later_an_earlier_and_one_between(self, penyelia: Pengguna) -> None:
        tambah(penyelia, D(2022, 1, 1))
        tambah(penyelia, D(2026, 1, 1))
        tambah(penyelia, D(2024, 1, 1))
        tambah(penyelia, D(2020, 1, 1))
        assert self.masa() == [
            (D(2020, 1, 1), D(2021, 12, 31)), (D(2022, 1, 1), D(2023, 12, 31)),
            (D(2024, 1, 1), D(2025, 12, 31)), (D(2026, 1, 1), None),
        ]  # fmt: skip
        with pytest.raises(ValidationError, match="Bertindih"):
            tambah(penyelia, D(2024, 1, 1))

    @pytest.mark.parametrize("ke", [D(2023, 6, 1), D(2024, 6, 1)])
    def test_a_row_that_moves_takes_its_neighbours_end_along(self, penyelia: Pengguna, ke: D) -> None:
        tambah(penyelia, D(2022, 1, 1))
        baru = aturan_ubah(objek=tambah(penyelia, D(2024, 1, 1)), isian={"berlaku_mulai": ke}, oleh=penyelia)
        assert self.masa() == [(D(2022, 1, 1), ke - SEHARI), (ke, None)]
        perubahan_kembalikan(perubahan_asal=baru.riwayat.latest().perubahan, oleh=penyelia)
        assert self.masa() == [(D(2022, 1, 1), D(2023, 12, 31)), (D(2024, 1, 1), None)]


@pytest.mark.django_db
class TestPeriksa:
    def test_gaps_are_named_per_key_and_also_for_a_kind_without_any_row(self) -> None:
        layanan(D(2026, 3, 1))
        lubang = celah(AturanLayanan, D(2026, 1, 1), D(2026, 12, 31))
        assert [(c.sebutan, c.masa) for c in lubang] == [
            ("jenis permohonan Pengajuan baru", "01-01-2026 sampai 31-12-2026"),
            ("jenis permohonan Reaktivasi PBI-JK", "01-01-2026 sampai 28-02-2026"),
        ]

    def test_it_notes_gaps_but_not_where_they_are_in_order(self) -> None:
        temuan = [t for t in periksa() if t.tabel.startswith("dtks.")]
        assert {(t.kode, t.tabel, t.sifat) for t in temuan} == {("ATURAN_CELAH", "dtks.AturanLayanan", "catatan")}
        assert "/dtks/aturan/" in temuan[0].langkah

    def test_it_finds_rows_that_clash_behind_the_databases_back(self) -> None:
        kendala = AturanLayanan.kendala()
        with connection.cursor() as kursor:
            for sql in (
                [f'DROP TRIGGER "{kendala.name}_{n}"' for n in ("tambah", "ubah")]
                if connection.vendor == "sqlite"
                else [f'ALTER TABLE dtks_aturanlayanan DROP CONSTRAINT "{kendala.name}"']
            ):
                kursor.execute(sql)
        satu, dua = layanan(D(2022, 1, 1)), layanan(D(2023, 1, 1))
        layanan(D(2023, 1, 1), jenis="pengajuan_baru")
        assert list(tindih(AturanLayanan)) == [(satu, dua)]
        assert [(t.kode, t.baris) for t in periksa() if t.sifat == "salah"] == [("ATURAN_TINDIH", str(dua.pk))]


class TestSemuaTabel:
    """What holds for every table of dated rules, also one that nobody has written yet."""

    def test_there_are_some(self) -> None:
        assert len(semua_aturan()) >= 4

    @pytest.mark.django_db
    @pytest.mark.parametrize("model", semua_aturan(), ids=lambda m: m._meta.label)
    def test_it_names_its_key_and_the_database_holds_it(self, model: type[Bertanggal]) -> None:
        assert "kunci_aturan" in vars(model), "which fields name one rule"
        skema = baca_skema(connection)
        kendala = model.kendala()
        assert set(kendala.kunci) == set(model.kunci_aturan)
        ekor = ("_tambah", "_ubah") if connection.vendor == "sqlite" else ("",)
        for e in ekor:
            assert any(n.endswith(f" {kendala.name}{e}") for n in skema), f"{kendala.name}{e}"
        masa = kendala.name.removesuffix("_tindih") + "_masa"
        assert any(masa in f"{n} {i}" for n, i in skema.items())

    @pytest.mark.parametrize("model", semua_aturan(), ids=lambda m: m._meta.label)
    def test_it_has_pages_with_an_export(self, model: type[Bertanggal]) -> None:
        view: Any = resolve(reverse(f"{model.rute_aturan}_daftar")).func
        kelas = view.view_class
        assert kelas.ekspor_izin
        if model.bagian_dari:
            assert kelas.model is model._meta.get_field(model.bagian_dari).related_model
            return
        assert kelas.model is model
        sumber = kelas.sumber
        assert issubclass(sumber, SumberBertanggal)
        assert {"masa", "dasar_hukum", "tanda"} <= {k.nama for k in sumber.kolom}
        assert {"berlaku", "pada"} <= set(kelas.filters.base_filters)
        if sumber.ada_ganti:
            assert reverse(sumber.nama_rute("ganti"), args=[1])


@pytest.fixture
def alamat_db(tmp_path: Path, transactional_db: None) -> Iterator[str]:
    """A real database for other processes: the test database on PostgreSQL, a migrated file on SQLite."""
    if connection.vendor == "postgresql":
        s = connection.settings_dict
        yield f"postgres://{s['USER']}:{s['PASSWORD']}@{s['HOST']}:{s['PORT']}/{s['NAME']}"
    else:
        salin_basis(tmp_path / "aturan.sqlite3")
        yield f"sqlite:///{tmp_path / 'aturan.sqlite3'}"


def test_of_six_clerks_who_enter_one_rule_at_once_one_does(alamat_db: str, tmp_path: Path) -> None:
    def jalankan(*argumen: str) -> subprocess.Popen:
        lingkungan = os.environ | {"DATABASE_URL": alamat_db, "DB_POOL": "0"}
        return subprocess.Popen([sys.executable, *argumen], cwd=AKAR, env=lingkungan)

    siap = 'from inti.models import Pengguna; Pengguna.objects.create_user("uji", "sandi-uji-yang-panjang", nama="Uji")'
    assert jalankan("manage.py", "shell", "-v", "0", "-c", siap).wait() == 0
    aba = tmp_path / "mulai"
    proses = [jalankan("-m", "tests.inti.penambah_aturan", str(aba)) for _ in range(6)]
    aba.write_text("ya")
    assert sorted(p.wait(timeout=240) for p in proses) == [0, 3, 3, 3, 3, 3]
    if connection.vendor == "postgresql":
        assert PeriodePengajuan.objects.count() == 1
