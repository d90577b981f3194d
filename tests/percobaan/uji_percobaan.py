"""Run by tests/kepercayaan/test_aplikasi_baru.py in a process of its own, whose settings install the app."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from inti import registry
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


def test_what_its_isi_declares_is_in_the_house(titipan: list[Titipan], staf: Pengguna, client) -> None:
    assert registry.semua_aplikasi()["percobaan"].nama == "Percobaan"
    assert list(registry.semua_aplikasi())[-1] == "percobaan", "by its own order"
    assert [m.rute for m in registry.semua_menu() if m.kelompok == "Percobaan"] == ["bocor"]
    assert "percobaan.titipan" in {k.kode for k in registry.semua_kartu()} & {p.kode for p in registry.semua_pencari()}
    assert "titipan" in {p.kode for p in registry.semua_periksa()}
    assert registry.semua_harian()[-1] is registry.fungsi_tugas("titipan-sapu")
    assert registry.semua_hitung()["percobaan"] == {"lama_titip": "tests.percobaan.gerai.lama_titip"}
    assert registry.fungsi_hitung("percobaan", "lama_titip")({"hari": 3}, None) == 3
    judul, baris = registry.ekspor("titipan")(None)
    assert (judul, len(list(baris))) == (["Uraian"], 2)
    client.force_login(staf)
    halaman = client.get("/pemberitahuan/").content.decode()
    assert "<h2>Percobaan</h2>" in halaman and 'href="/percobaan/bocor/"' in halaman
    assert (
        '<span class="tu-hitung tu-hitung-perlu">1</span>'
        in halaman.split('href="/percobaan/bocor/"')[1].split("</a>")[0]
    )


def test_the_system_checks_look_at_it() -> None:
    call_command("check", stdout=StringIO())


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
