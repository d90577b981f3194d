"""The full-text index of the archive (FTS5 on SQLite, GIN on PostgreSQL)."""

from django.db import migrations

from arsip.models.indeks_teks import lepas, pasang
from inti.migrasi.operasi import Pasang


class Migration(migrations.Migration):
    tetap = True
    dependencies = [("arsip", "0001_initial")]
    operations = [Pasang(pasang, lepas)]
