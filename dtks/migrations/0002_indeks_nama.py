"""The full-text index of names (FTS5 on SQLite, GIN on PostgreSQL)."""

from django.db import migrations

from dtks.models.indeks_nama import lepas, pasang
from inti.migrasi.operasi import Pasang


class Migration(migrations.Migration):
    tetap = True
    dependencies = [("dtks", "0001_initial")]
    operations = [Pasang(pasang, lepas)]
