from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0004_desa_dan_kode_lacak'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='permohonan',
            options={'ordering': ['-tanggal', '-id'], 'permissions': [('putuskan_permohonan', 'Memutus permohonan'), ('simpangi_permohonan', 'Memutus berbeda dari saran'), ('ajukan_permohonan', 'Mengajukan permohonan dari desa')], 'verbose_name': 'permohonan', 'verbose_name_plural': 'permohonan'},
        ),
    ]
