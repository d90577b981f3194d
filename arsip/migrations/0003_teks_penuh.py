"""The full-text index of the archive (FTS5 on SQLite, GIN on PostgreSQL)."""

from django.db import migrations

from arsip.models.indeks_teks import lepas, pasang


class Migration(migrations.Migration):
    dependencies = [("arsip", "0002_arsip")]
    operations = [
        migrations.RunPython(lambda apps, penyunting: pasang(penyunting), lambda apps, penyunting: lepas(penyunting))
    ]
