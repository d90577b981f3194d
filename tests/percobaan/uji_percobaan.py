"""Run by tests/kepercayaan/test_aplikasi_baru.py in a process of its own, whose settings install the app."""

import pytest
from django.db import connection

from inti.access import semua_rute
from inti.models import Pengguna, UnitKerja
from tests.kepercayaan import jalan, keadaan, kenari
from tests.kepercayaan.penyerang import klien_peran
from tests.percobaan.models import Titipan

RUTE = {r.nama: r for r in semua_rute() if r.jalur.startswith("/percobaan/")}


@pytest.fixture
def titipan(db: None, staf: Pengguna, unit: UnitKerja, unit_lain: UnitKerja) -> list[Titipan]:
    with connection.schema_editor(atomic=False) if connection.vendor != "sqlite" else _tanpa_kunci() as e:
        for m in (Titipan, Titipan.riwayat.model):
            e.create_model(m)
    return [Titipan.objects.create(uraian=f"Payung unit {u.kode}", unit=u) for u in (unit, unit_lain)]


def _tanpa_kunci():
    """SQLite's editor wants foreign keys off, which a transaction does not allow; the tables are empty."""
    from django.db.backends.sqlite3.schema import DatabaseSchemaEditor

    class Penyunting(DatabaseSchemaEditor):
        def __enter__(self):
            self.deferred_sql = []
            return self

        def __exit__(self, *galat):
            for sql in self.deferred_sql:
                self.execute(sql, None)

    return Penyunting(connection, atomic=False)


def temuan(staf: Pengguna, *nama: str) -> set[tuple[str, str]]:
    hasil = jalan.telusuri(staf, rute=[RUTE[n] for n in nama])
    return {(n, t.split(" ")[0]) for n, _, _, t in hasil.temuan}


def test_the_app_is_sown_and_judged_without_any_list_being_edited(titipan: list[Titipan], staf: Pengguna) -> None:
    assert Titipan in kenari.nomor_model()
    kenari.tabur()
    assert kenari.TANDA.search(Titipan.objects.first().uraian)
    assert kenari.Penglihatan(staf).milik(Titipan) == {str(titipan[0].pk)}


def test_its_right_page_passes_and_each_mistake_is_named(titipan: list[Titipan], staf: Pengguna) -> None:
    kenari.tabur()
    assert temuan(staf, "titipan") == set()
    assert temuan(staf, "bocor") == {("bocor", "menyebut")}
    assert temuan(staf, "terbuka") == {("terbuka", "status")}
    assert temuan(staf, "menulis") == {("menulis", "menulis")}
    assert temuan(staf, "inggris") == {("inggris", "kata")}


def test_its_state_is_walked(titipan: list[Titipan], staf: Pengguna) -> None:
    assert Titipan in keadaan.berkeadaan()
    assert {r.nama for r in keadaan.perbuatan(Titipan)} >= {"ambil", "melompat"}
    assert set(keadaan.lompatan(klien_peran(staf), Titipan)) == {
        ("ada", "melompat", "hilang"),
        ("diambil", "melompat", "hilang"),
    }
