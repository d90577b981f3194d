"""Many operations of a migration as one; and the first migrations, which hold everything until the first release."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from inti.migrasi.lipat import aplikasi_kita, berkas_migrasi, tulisan_awal
from inti.migrasi.operasi import Pasang, Sekaligus
from inti.migrasi.skema import baca_skema, beda_skema

pytestmark = pytest.mark.keduanya

OPERASI = [
    migrations.CreateModel(
        "Rak", [("id", models.BigAutoField(primary_key=True)), ("nama", models.CharField(max_length=20))]
    ),
    migrations.AddField("rak", "isi", models.PositiveIntegerField(default=0)),
    migrations.AddIndex("rak", models.Index(fields=["nama"], name="rak_nama")),
]


def test_an_operation_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="RunSQL"):
        Sekaligus([migrations.RunSQL("SELECT 1")])


@pytest.mark.django_db(transaction=True)
def test_a_table_is_made_with_all_that_the_operations_give_it_and_an_old_one_grows() -> None:
    awal = ProjectState()
    satu = awal.clone()
    Sekaligus(OPERASI).state_forwards("uji", satu)
    with connection.schema_editor() as e:
        Sekaligus(OPERASI).database_forwards("uji", e, awal, satu)
    tumbuh = [
        migrations.AddField("rak", "letak", models.CharField(default="L1", max_length=5)),
        migrations.AddField("rak", "tutup", models.DateField(null=True)),
        migrations.AddConstraint(
            "rak", models.CheckConstraint(condition=models.Q(isi__lt=100), name="rak_muat")
        ),
    ]  # fmt: skip
    Rak = satu.apps.get_model("uji", "rak")
    Rak.objects.create(nama="A", isi=7)
    dua = satu.clone()
    Sekaligus(tumbuh).state_forwards("uji", dua)
    try:
        with connection.schema_editor() as e:
            Sekaligus(tumbuh).database_forwards("uji", e, satu, dua)
        baris = dua.apps.get_model("uji", "rak").objects.get()
        assert (baris.nama, baris.isi, baris.letak, baris.tutup) == ("A", 7, "L1", None)
        with connection.cursor() as k:
            kendala = connection.introspection.get_constraints(k, "uji_rak")
        assert {"rak_nama", "rak_muat"} <= set(kendala)
    finally:
        with connection.schema_editor() as e:
            e.delete_model(dua.apps.get_model("uji", "rak"))


def test_the_first_migrations_hold_every_table_until_the_first_release() -> None:
    """Whoever changes a model folds (`manage.py lipat_migrasi`): what lies on disk is what folding would write."""
    with translation.override(None):
        seharusnya = tulisan_awal()
    ada = {b: b.read_text(encoding="utf-8") for a in aplikasi_kita() for b in berkas_migrasi(a, tetap=False)}
    assert sorted(ada) == sorted(seharusnya)
    assert [b for b in ada if ada[b] != seharusnya[b]] == []


def test_a_migration_of_ours_is_one_operation() -> None:
    """Each further one draws up the models of all apps anew: 61 migrations with 300 operations took 37 s of CPU."""
    kita = {a.label for a in aplikasi_kita()}
    banyak = {k: m.operations for k, m in MigrationLoader(None).disk_migrations.items() if k[0] in kita}
    assert {k for k, o in banyak.items() if len(o) != 1 or not isinstance(o[0], (Sekaligus, Pasang))} == set()
    assert len(banyak) <= 3 * len(kita)


@pytest.mark.django_db
def test_two_schemas_are_compared_object_by_object() -> None:
    satu = baca_skema(connection)
    assert len(satu) > 3000
    assert beda_skema(satu, baca_skema(connection)) == []
    with connection.cursor() as kursor:
        kursor.execute("CREATE INDEX uji_nama ON inti_unitkerja (nama)")
        kursor.execute("ALTER TABLE inti_unitkerja ADD COLUMN uji_kolom integer DEFAULT 3 NOT NULL")
    beda = beda_skema(satu, baca_skema(connection))
    assert len(beda) == 2
    assert {b[0] for b in beda} == {"+"}
    assert ["uji_nama" in b or "uji_kolom" in b for b in beda] == [True, True]
