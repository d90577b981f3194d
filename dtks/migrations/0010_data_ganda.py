import django.db.models.deletion
import django_fsm
import inti.perubahan
import simple_history.models
from django.conf import settings
import inti.migrasi
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dtks', '0009_antrean'),
        ('inti', '0004_segel'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        inti.migrasi.Sekaligus([
            migrations.CreateModel(
                name='NikBermasalah',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nik', models.CharField(max_length=16, verbose_name='NIK tercatat')),
                    ('masalah', models.CharField(choices=[('ganda', 'Dipakai dua orang'), ('tanggal', 'Tidak cocok dengan tanggal lahir'), ('kelamin', 'Tidak cocok dengan jenis kelamin'), ('lain', 'Lainnya')], max_length=10, verbose_name='masalah')),
                    ('keterangan', models.CharField(blank=True, max_length=200, verbose_name='keterangan')),
                    ('status', django_fsm.FSMField(choices=[('tercatat', 'Belum dikirim'), ('dikirim', 'Dikirim ke Disdukcapil'), ('dijawab', 'Sudah dijawab'), ('benar', 'Ternyata benar')], db_index=True, default='tercatat', max_length=50, protected=True, verbose_name='status')),
                    ('dikirim_pada', models.DateField(blank=True, null=True, verbose_name='dikirim')),
                    ('dijawab_pada', models.DateField(blank=True, null=True, verbose_name='dijawab')),
                    ('nik_benar', models.CharField(blank=True, db_index=True, max_length=16, verbose_name='NIK yang benar')),
                    ('jawaban', models.CharField(blank=True, max_length=200, verbose_name='keterangan Disdukcapil')),
                ],
                options={
                    'verbose_name': 'NIK bermasalah',
                    'verbose_name_plural': 'NIK bermasalah',
                    'ordering': ['id'],
                },
                bases=(django_fsm.FSMModelMixin, models.Model),
            ),
            migrations.CreateModel(
                name='Penggabungan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('alasan', models.CharField(max_length=300, verbose_name='alasan')),
                    ('berlaku', models.BooleanField(default=True, verbose_name='berlaku')),
                ],
                options={
                    'verbose_name': 'penggabungan',
                    'verbose_name_plural': 'penggabungan',
                    'ordering': ['-id'],
                    'permissions': [('gabung_individu', 'Menggabungkan data ganda')],
                },
            ),
            migrations.CreateModel(
                name='RiwayatNikBermasalah',
                fields=[
                    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(blank=True, editable=False, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(blank=True, editable=False, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nik', models.CharField(max_length=16, verbose_name='NIK tercatat')),
                    ('masalah', models.CharField(choices=[('ganda', 'Dipakai dua orang'), ('tanggal', 'Tidak cocok dengan tanggal lahir'), ('kelamin', 'Tidak cocok dengan jenis kelamin'), ('lain', 'Lainnya')], max_length=10, verbose_name='masalah')),
                    ('keterangan', models.CharField(blank=True, max_length=200, verbose_name='keterangan')),
                    ('status', django_fsm.FSMField(choices=[('tercatat', 'Belum dikirim'), ('dikirim', 'Dikirim ke Disdukcapil'), ('dijawab', 'Sudah dijawab'), ('benar', 'Ternyata benar')], db_index=True, default='tercatat', max_length=50, protected=True, verbose_name='status')),
                    ('dikirim_pada', models.DateField(blank=True, null=True, verbose_name='dikirim')),
                    ('dijawab_pada', models.DateField(blank=True, null=True, verbose_name='dijawab')),
                    ('nik_benar', models.CharField(blank=True, db_index=True, max_length=16, verbose_name='NIK yang benar')),
                    ('jawaban', models.CharField(blank=True, max_length=200, verbose_name='keterangan Disdukcapil')),
                    ('history_id', models.AutoField(primary_key=True, serialize=False)),
                    ('history_date', models.DateTimeField(db_index=True)),
                    ('history_change_reason', models.CharField(max_length=100, null=True)),
                    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
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
                name='RiwayatPenggabungan',
                fields=[
                    ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(blank=True, editable=False, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(blank=True, editable=False, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('alasan', models.CharField(max_length=300, verbose_name='alasan')),
                    ('berlaku', models.BooleanField(default=True, verbose_name='berlaku')),
                    ('history_id', models.AutoField(primary_key=True, serialize=False)),
                    ('history_date', models.DateTimeField(db_index=True)),
                    ('history_change_reason', models.CharField(max_length=100, null=True)),
                    ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ],
                options={
                    'verbose_name': 'riwayat',
                    'verbose_name_plural': 'riwayat',
                    'ordering': ('-history_date', '-history_id'),
                    'get_latest_by': ('history_date', 'history_id'),
                },
                bases=(simple_history.models.HistoricalChanges, models.Model),
            ),
            migrations.AddField(
                model_name='individu',
                name='digabung_ke',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gabungan', to='dtks.individu', verbose_name='digabungkan ke'),
            ),
            migrations.AddField(
                model_name='tinjauganda',
                name='putusan',
                field=models.CharField(blank=True, choices=[('gabung', 'Orang yang sama, digabungkan'), ('beda', 'Dua orang berbeda'), ('biarkan', 'Sudah dilihat, tidak ada tindakan')], max_length=10, verbose_name='putusan'),
            ),
            migrations.AddIndex(
                model_name='individu',
                index=models.Index(condition=models.Q(('digabung_ke__isnull', False)), fields=['digabung_ke'], name='individu_digabung'),
            ),
            migrations.AddField(
                model_name='nikbermasalah',
                name='dicatat_oleh',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
            ),
            migrations.AddField(
                model_name='nikbermasalah',
                name='individu',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nik_bermasalah', to='dtks.individu', verbose_name='orang'),
            ),
            migrations.AddField(
                model_name='penggabungan',
                name='lain',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penggabungan', to='dtks.individu', verbose_name='yang digabungkan'),
            ),
            migrations.AddField(
                model_name='penggabungan',
                name='tinjauan',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dtks.tinjauganda', verbose_name='tinjauan'),
            ),
            migrations.AddField(
                model_name='penggabungan',
                name='utama',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dtks.individu', verbose_name='yang dipakai'),
            ),
            migrations.AddField(
                model_name='riwayatnikbermasalah',
                name='dicatat_oleh',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
            ),
            migrations.AddField(
                model_name='riwayatnikbermasalah',
                name='history_user',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
            ),
            migrations.AddField(
                model_name='riwayatnikbermasalah',
                name='individu',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.individu', verbose_name='orang'),
            ),
            migrations.AddField(
                model_name='riwayatnikbermasalah',
                name='perubahan',
                field=models.ForeignKey(default=inti.perubahan.id_perubahan_kini, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.perubahan'),
            ),
            migrations.AddField(
                model_name='riwayatpenggabungan',
                name='history_user',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
            ),
            migrations.AddField(
                model_name='riwayatpenggabungan',
                name='lain',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.individu', verbose_name='yang digabungkan'),
            ),
            migrations.AddField(
                model_name='riwayatpenggabungan',
                name='perubahan',
                field=models.ForeignKey(default=inti.perubahan.id_perubahan_kini, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='inti.perubahan'),
            ),
            migrations.AddField(
                model_name='riwayatpenggabungan',
                name='tinjauan',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.tinjauganda', verbose_name='tinjauan'),
            ),
            migrations.AddField(
                model_name='riwayatpenggabungan',
                name='utama',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='dtks.individu', verbose_name='yang dipakai'),
            ),
            migrations.AddConstraint(
                model_name='nikbermasalah',
                constraint=models.UniqueConstraint(fields=('individu', 'nik'), name='nik_bermasalah_tunggal'),
            ),
            migrations.AddConstraint(
                model_name='penggabungan',
                constraint=models.UniqueConstraint(condition=models.Q(('berlaku', True)), fields=('lain',), name='penggabungan_satu_berlaku'),
            ),
            migrations.AddConstraint(
                model_name='penggabungan',
                constraint=models.CheckConstraint(condition=models.Q(('utama', models.F('lain')), _negated=True), name='penggabungan_bukan_diri'),
            ),
        ]),
    ]
