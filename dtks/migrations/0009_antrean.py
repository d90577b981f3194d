import django.db.models.deletion
import django_fsm
import inti.perubahan
import inti.services.dokumen
import simple_history.models
from django.conf import settings
import inti.migrasi
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0008_waktu_pemeriksaan'),
        ('inti', '0004_segel'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        inti.migrasi.Sekaligus([
            migrations.CreateModel(
                name='Layar',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nama', models.CharField(help_text='Misalnya: Tablet pintu masuk.', max_length=60, verbose_name='nama')),
                    ('jenis', models.CharField(choices=[('tiket', 'Mesin tiket'), ('papan', 'Papan panggilan')], max_length=5, verbose_name='jenis')),
                    ('kode', models.CharField(default=inti.services.dokumen.kode_baru, editable=False, max_length=16, unique=True, verbose_name='kode alamat')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'layar antrean',
                    'verbose_name_plural': 'layar antrean',
                    'ordering': ['nama'],
                },
            ),
            migrations.CreateModel(
                name='Meja',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nama', models.CharField(help_text='Misalnya: Loket 1.', max_length=30, verbose_name='nama')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'loket antrean',
                    'verbose_name_plural': 'loket antrean',
                    'ordering': ['nama'],
                },
            ),
            migrations.CreateModel(
                name='RiwayatLayar',
                fields=[
                    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(blank=True, editable=False, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(blank=True, editable=False, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nama', models.CharField(help_text='Misalnya: Tablet pintu masuk.', max_length=60, verbose_name='nama')),
                    ('jenis', models.CharField(choices=[('tiket', 'Mesin tiket'), ('papan', 'Papan panggilan')], max_length=5, verbose_name='jenis')),
                    ('history_id', models.AutoField(primary_key=True, serialize=False)),
                    ('history_date', models.DateTimeField(db_index=True)),
                    ('history_change_reason', models.CharField(max_length=100, null=True)),
                    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                    ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('perubahan', models.ForeignKey(default=inti.perubahan.id_perubahan_kini, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.perubahan')),
                    ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'riwayat',
                    'verbose_name_plural': 'riwayat',
                    'ordering': ('-history_date', '-history_id'),
                    'get_latest_by': ('history_date', 'history_id'),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name='RiwayatMeja',
                fields=[
                    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(blank=True, editable=False, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(blank=True, editable=False, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nama', models.CharField(help_text='Misalnya: Loket 1.', max_length=30, verbose_name='nama')),
                    ('history_id', models.AutoField(primary_key=True, serialize=False)),
                    ('history_date', models.DateTimeField(db_index=True)),
                    ('history_change_reason', models.CharField(max_length=100, null=True)),
                    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                    ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('perubahan', models.ForeignKey(default=inti.perubahan.id_perubahan_kini, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.perubahan')),
                    ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'riwayat',
                    'verbose_name_plural': 'riwayat',
                    'ordering': ('-history_date', '-history_id'),
                    'get_latest_by': ('history_date', 'history_id'),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name='RiwayatTiket',
                fields=[
                    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(blank=True, editable=False, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(blank=True, editable=False, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('tanggal', models.DateField(verbose_name='tanggal')),
                    ('urut', models.PositiveSmallIntegerField(verbose_name='urut')),
                    ('kode', models.CharField(max_length=8, verbose_name='nomor antrean')),
                    ('keperluan', models.CharField(choices=[('reaktivasi', 'Kartu JKN nonaktif'), ('pengajuan', 'Pengajuan baru'), ('ambil', 'Mengambil surat'), ('tanya', 'Bertanya')], max_length=12, verbose_name='keperluan')),
                    ('prioritas', models.CharField(blank=True, choices=[('', 'Tidak'), ('lansia', 'Lansia'), ('disabilitas', 'Penyandang disabilitas'), ('hamil', 'Ibu hamil')], max_length=12, verbose_name='prioritas')),
                    ('diambil_pada', models.DateTimeField(verbose_name='diambil')),
                    ('status', django_fsm.FSMField(choices=[('menunggu', 'Menunggu'), ('dipanggil', 'Dipanggil'), ('dilayani', 'Dilayani'), ('selesai', 'Selesai'), ('tidak_hadir', 'Tidak hadir')], default='menunggu', max_length=50, protected=True, verbose_name='status')),
                    ('dipanggil_pada', models.DateTimeField(blank=True, null=True, verbose_name='dipanggil')),
                    ('panggilan', models.PositiveSmallIntegerField(default=0, verbose_name='kali dipanggil')),
                    ('mulai_pada', models.DateTimeField(blank=True, null=True, verbose_name='mulai dilayani')),
                    ('selesai_pada', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                    ('history_id', models.AutoField(primary_key=True, serialize=False)),
                    ('history_date', models.DateTimeField(db_index=True)),
                    ('history_change_reason', models.CharField(max_length=100, null=True)),
                    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                    ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('kunjungan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.kunjungan', verbose_name='kunjungan')),
                    ('meja', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.meja', verbose_name='loket')),
                    ('perubahan', models.ForeignKey(default=inti.perubahan.id_perubahan_kini, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.perubahan')),
                    ('petugas', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='petugas')),
                    ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'riwayat',
                    'verbose_name_plural': 'riwayat',
                    'ordering': ('-history_date', '-history_id'),
                    'get_latest_by': ('history_date', 'history_id'),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.CreateModel(
                name='Tiket',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('tanggal', models.DateField(verbose_name='tanggal')),
                    ('urut', models.PositiveSmallIntegerField(verbose_name='urut')),
                    ('kode', models.CharField(max_length=8, verbose_name='nomor antrean')),
                    ('keperluan', models.CharField(choices=[('reaktivasi', 'Kartu JKN nonaktif'), ('pengajuan', 'Pengajuan baru'), ('ambil', 'Mengambil surat'), ('tanya', 'Bertanya')], max_length=12, verbose_name='keperluan')),
                    ('prioritas', models.CharField(blank=True, choices=[('', 'Tidak'), ('lansia', 'Lansia'), ('disabilitas', 'Penyandang disabilitas'), ('hamil', 'Ibu hamil')], max_length=12, verbose_name='prioritas')),
                    ('diambil_pada', models.DateTimeField(verbose_name='diambil')),
                    ('status', django_fsm.FSMField(choices=[('menunggu', 'Menunggu'), ('dipanggil', 'Dipanggil'), ('dilayani', 'Dilayani'), ('selesai', 'Selesai'), ('tidak_hadir', 'Tidak hadir')], default='menunggu', max_length=50, protected=True, verbose_name='status')),
                    ('dipanggil_pada', models.DateTimeField(blank=True, null=True, verbose_name='dipanggil')),
                    ('panggilan', models.PositiveSmallIntegerField(default=0, verbose_name='kali dipanggil')),
                    ('mulai_pada', models.DateTimeField(blank=True, null=True, verbose_name='mulai dilayani')),
                    ('selesai_pada', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                    ('kunjungan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tiket', to='dtks.kunjungan', verbose_name='kunjungan')),
                    ('meja', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dtks.meja', verbose_name='loket')),
                    ('petugas', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='petugas')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inti.unitkerja', verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'tiket antrean',
                    'verbose_name_plural': 'tiket antrean',
                    'ordering': ['-tanggal', '-urut'],
                    'permissions': [('panggil_tiket', 'Memanggil antrean')],
                },
                bases=(django_fsm.FSMModelMixin, models.Model),
            ),
            migrations.AddConstraint(
                model_name='meja',
                constraint=models.UniqueConstraint(fields=('unit', 'nama'), name='meja_tunggal'),
            ),
            migrations.AddIndex(
                model_name='tiket',
                index=models.Index(fields=['tanggal', 'id'], name='tiket_tanggal'),
            ),
            migrations.AddConstraint(
                model_name='tiket',
                constraint=models.UniqueConstraint(fields=('unit', 'tanggal', 'urut'), name='tiket_urut'),
            ),
            migrations.AddConstraint(
                model_name='tiket',
                constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['dipanggil', 'dilayani'])), fields=('petugas',), name='tiket_satu_petugas'),
            ),
        ]),
    ]
