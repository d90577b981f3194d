"""Many operations of a migration as one: only kinds that it knows, and the same models as one by one."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from inti.migrasi import Sekaligus

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
