"""All tables of this app, made at once. Written by `manage.py lipat_migrasi`, not by hand."""

import django.contrib.auth.validators
import django.db.models.deletion
import inti.migrasi.operasi
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        inti.migrasi.operasi.Sekaligus(
            operations=[migrations.CreateModel(
                name='Pengguna',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('username', models.CharField(help_text='Huruf kecil, tanpa spasi.', max_length=60, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='nama pengguna')),
                    ('nama', models.CharField(max_length=120, verbose_name='nama lengkap')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='pos-el')),
                    ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengguna', to='inti.unitkerja', verbose_name='unit kerja')),
                    ('desa', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengguna', to='inti.wilayah', verbose_name='desa')),
                    ('perusahaan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengguna', to='inti.perusahaan', verbose_name='perusahaan')),
                    ('atasan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bawahan', to=settings.AUTH_USER_MODEL, verbose_name='atasan/pembimbing')),
                    ('berlaku_mulai', models.DateField(blank=True, null=True, verbose_name='berlaku mulai')),
                    ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                    ('is_active', models.BooleanField(default=True, verbose_name='aktif')),
                    ('is_staff', models.BooleanField(default=False, verbose_name='boleh masuk halaman administrasi')),
                    ('akun_demo', models.BooleanField(default=False, editable=False, verbose_name='akun contoh')),
                    ('wajib_ganti_sandi', models.BooleanField(default=False, editable=False, verbose_name='wajib mengganti kata sandi')),
                    ('sandi_sekali_sampai', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='kata sandi sekali pakai sampai')),
                    ('sandi_oleh', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='kata sandi dibuat oleh')),
                    ('sandi_oleh_pada', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='kata sandi dibuat')),
                    ('tema', models.CharField(blank=True, choices=[('', 'Ikut perangkat'), ('light', 'Terang'), ('dark', 'Gelap')], max_length=8, verbose_name='tampilan')),
                    ('tombol_huruf', models.BooleanField(default=True, help_text='n, j, k, x, dan sejenisnya. Ctrl+K dan tombol panah tetap berfungsi.', verbose_name='tombol satu huruf')),
                    ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                    ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ],
                options={
                    'verbose_name': 'pengguna',
                    'verbose_name_plural': 'pengguna',
                    'ordering': ['nama'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('berlaku_mulai__isnull', True), ('berlaku_sampai__isnull', True), ('berlaku_sampai__gte', models.F('berlaku_mulai')), _connector='OR'), name='pengguna_masa_berlaku', violation_error_message='Berlaku sampai tidak boleh sebelum berlaku mulai.')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='UnitKerja',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('kode', models.SlugField(max_length=20, unique=True, verbose_name='kode')),
                    ('nama', models.CharField(max_length=120, verbose_name='nama unit')),
                    ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='anak', to='inti.unitkerja', verbose_name='unit induk')),
                    ('jalur', models.CharField(db_index=True, editable=False, max_length=200)),
                ],
                options={
                    'verbose_name': 'unit kerja',
                    'verbose_name_plural': 'unit kerja',
                    'ordering': ['jalur'],
                    'indexes': [],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='Wilayah',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=13, unique=True, verbose_name='kode')),
                    ('nama', models.CharField(max_length=80, verbose_name='nama')),
                    ('tingkat', models.CharField(choices=[('PROVINSI', 'Provinsi'), ('KABUPATEN', 'Kabupaten/kota'), ('KECAMATAN', 'Kecamatan'), ('DESA', 'Desa/kelurahan')], max_length=10, verbose_name='tingkat')),
                    ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='anak', to='inti.wilayah', verbose_name='induk')),
                ],
                options={
                    'verbose_name': 'wilayah',
                    'verbose_name_plural': 'wilayah',
                    'ordering': ['kode'],
                    'permissions': [('impor_wilayah', 'Mengimpor wilayah')],
                    'indexes': [models.Index(fields=['tingkat', 'nama'], name='wilayah_tingkat_nama')],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='Perusahaan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('versi', models.PositiveIntegerField(default=1, editable=False, verbose_name='versi')),
                    ('dibuat_pada', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                    ('diubah_pada', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                    ('dibuang_pada', models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name='dibuang')),
                    ('nama', models.CharField(max_length=160, verbose_name='nama perusahaan')),
                    ('npp', models.CharField(blank=True, max_length=12, verbose_name='NPP')),
                    ('nib', models.CharField(blank=True, max_length=13, verbose_name='NIB')),
                    ('npwp', models.CharField(blank=True, max_length=16, verbose_name='NPWP')),
                ],
                options={
                    'verbose_name': 'perusahaan',
                    'verbose_name_plural': 'perusahaan',
                    'ordering': ['nama', 'id'],
                    'permissions': [('impor_perusahaan', 'Mengimpor perusahaan')],
                    'indexes': [models.Index(fields=['nama', 'id'], name='perusahaan_nama')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('nib', ''), ('npp', ''), ('npwp', ''), _negated=True), name='perusahaan_bernomor', violation_error_message='Isi paling sedikit satu dari NPP, NIB, dan NPWP.'), models.UniqueConstraint(condition=models.Q(('dibuang_pada__isnull', True), models.Q(('npp', ''), _negated=True)), fields=('npp',), name='perusahaan_npp_tunggal', violation_error_message='NPP ini sudah dipakai perusahaan lain.'), models.UniqueConstraint(condition=models.Q(('dibuang_pada__isnull', True), models.Q(('nib', ''), _negated=True)), fields=('nib',), name='perusahaan_nib_tunggal', violation_error_message='NIB ini sudah dipakai perusahaan lain.'), models.UniqueConstraint(condition=models.Q(('dibuang_pada__isnull', True), models.Q(('npwp', ''), _negated=True)), fields=('npwp',), name='perusahaan_npwp_tunggal', violation_error_message='NPWP ini sudah dipakai perusahaan lain.')],
                },
            )],
        ),
    ]
