from django.db import migrations, models

ASAL = [("loket", "Loket"), ("desa", "Diajukan desa"), ("buku", "Buku register")]


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0006_jam_layanan_dan_sekaligus'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='kunjungan',
            options={'ordering': ['-waktu', '-id'], 'permissions': [('layani_kunjungan', 'Melayani di loket'), ('lihat_laporan', 'Melihat laporan bulanan')], 'verbose_name': 'kunjungan', 'verbose_name_plural': 'kunjungan'},
        ),
        migrations.AlterField(
            model_name='permohonan',
            name='asal',
            field=models.CharField(choices=ASAL, default='loket', max_length=5, verbose_name='asal'),
        ),
        migrations.AlterField(
            model_name='riwayatpermohonan',
            name='asal',
            field=models.CharField(choices=ASAL, default='loket', max_length=5, verbose_name='asal'),
        ),
    ]
