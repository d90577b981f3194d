from __future__ import annotations

from typing import Any

from django.db import migrations, models


def isi_sidik(apps: Any, schema_editor: Any) -> None:
    """The hash of what was issued so far."""
    from inti.services.dokumen import sidik_snapshot

    model = apps.get_model("inti", "Dokumen")
    for d in model.objects.only("pk", "snapshot").iterator(chunk_size=500):
        model.objects.filter(pk=d.pk).update(snapshot_sha256=sidik_snapshot(d.snapshot))


class Migration(migrations.Migration):
    dependencies = [("inti", "0008_berkas_musnah")]

    operations = [
        migrations.AddField(
            model_name="dokumen",
            name="snapshot_sha256",
            field=models.CharField(default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(isi_sidik, migrations.RunPython.noop, elidable=True),
    ]
