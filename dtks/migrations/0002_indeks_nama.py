"""The full-text index of names (FTS5 on SQLite, GIN on PostgreSQL)."""

from django.db import migrations

from dtks.models.indeks_nama import lepas, pasang


class Migration(migrations.Migration):
    dependencies = [("dtks", "0001_initial")]
    operations = [
        migrations.RunPython(lambda apps, penyunting: pasang(penyunting), lambda apps, penyunting: lepas(penyunting))
    ]
