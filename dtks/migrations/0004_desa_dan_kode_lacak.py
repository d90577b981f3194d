import django.db.models.deletion
import inti.services.dokumen
from django.conf import settings
import inti.migrasi
from django.db import migrations, models


def beri_kode(apps, schema_editor):
    """Requests from before this release get a code of their own each."""
    Permohonan = apps.get_model('dtks', 'Permohonan')
    for pk in Permohonan.objects.values_list('pk', flat=True).iterator():
        Permohonan.objects.filter(pk=pk).update(kode_lacak=inti.services.dokumen.kode_baru())


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0003_registri_tanpa_kendala'),
        ('inti', '0003_usulan'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        inti.migrasi.Sekaligus([
            migrations.AddField(
                model_name='aturanlayanan',
                name='unit_pelaksana',
                field=models.ForeignKey(blank=True, help_text='Unit yang memeriksa permohonan yang diajukan desa.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.unitkerja', verbose_name='unit pelaksana'),
            ),
            migrations.AddField(
                model_name='permohonan',
                name='asal',
                field=models.CharField(choices=[('loket', 'Loket'), ('desa', 'Diajukan desa')], default='loket', max_length=5, verbose_name='asal'),
            ),
            migrations.AddField(
                model_name='permohonan',
                name='diajukan_oleh',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diajukan oleh'),
            ),
            migrations.AddField(
                model_name='permohonan',
                name='kode_lacak',
                field=models.CharField(editable=False, max_length=16, null=True, verbose_name='kode lacak'),
            ),
        ]),
        migrations.RunPython(beri_kode, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='permohonan',
            name='kode_lacak',
            field=models.CharField(default=inti.services.dokumen.kode_baru, editable=False, max_length=16, unique=True, verbose_name='kode lacak'),
        ),
        inti.migrasi.Sekaligus([
            migrations.AddField(
                model_name='riwayataturanlayanan',
                name='unit_pelaksana',
                field=models.ForeignKey(blank=True, db_constraint=False, help_text='Unit yang memeriksa permohonan yang diajukan desa.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.unitkerja', verbose_name='unit pelaksana'),
            ),
            migrations.AddField(
                model_name='riwayatpermohonan',
                name='asal',
                field=models.CharField(choices=[('loket', 'Loket'), ('desa', 'Diajukan desa')], default='loket', max_length=5, verbose_name='asal'),
            ),
            migrations.AddField(
                model_name='riwayatpermohonan',
                name='diajukan_oleh',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diajukan oleh'),
            ),
        ]),
        migrations.AlterField(
            model_name='permohonan',
            name='kunjungan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='permohonan', to='dtks.kunjungan', verbose_name='kunjungan'),
        ),
        migrations.AddConstraint(
            model_name='permohonan',
            constraint=models.CheckConstraint(condition=models.Q(('asal', 'desa'), ('kunjungan__isnull', False), _connector='OR'), name='permohonan_loket_kunjungan'),
        ),
    ]
