"""Keys of the registry without a constraint that checks each row of a merge: see dtks/models/registri.py."""

import django.db.models.deletion
from django.db import migrations, models

from dtks.models.indeks_nama import pasang


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0002_indeks_nama'),
        ('inti', '0002_sandi_sekali_pakai'),
    ]

    operations = [
        migrations.AlterField(
            model_name='individu',
            name='desa',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.wilayah', verbose_name='desa/kelurahan'),
        ),
        migrations.AlterField(
            model_name='individu',
            name='keluarga',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='anggota', to='dtks.keluarga', verbose_name='keluarga'),
        ),
        migrations.AlterField(
            model_name='keadaanperiode',
            name='batch',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.batchimpor'),
        ),
        migrations.AlterField(
            model_name='keadaanperiode',
            name='desa',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.wilayah'),
        ),
        migrations.AlterField(
            model_name='keadaanperiode',
            name='individu',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='keadaan', to='dtks.individu'),
        ),
        # SQLite rebuilds the table of persons here and drops the triggers of its name index.
        migrations.RunPython(lambda apps, penyunting: pasang(penyunting), migrations.RunPython.noop),
    ]
