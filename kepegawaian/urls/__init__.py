"""Pages of the staff files. Leave, interns and daily performance have tables of their own."""

from django.urls import include, path

from inti.registry import alamat_sumber
from kepegawaian.urls.cuti import cuti
from kepegawaian.urls.kinerja import rute as rute_kinerja
from kepegawaian.views import aturan, berkas, karier, kurang, rekap, saya, surat
from kepegawaian.views import pegawai as orang

app_name = "kepegawaian"
urlpatterns = [
    path("kinerja/", include(rute_kinerja)),
    path("saya/", saya.saya, name="saya"),
    path("saya/ubah/", saya.SayaUbah.as_view(), name="saya_ubah"),
    path("saya/berkas.pdf", saya.saya_pdf, name="saya_pdf"),
    path("pegawai/", orang.PegawaiDaftar.as_view(), name="pegawai_daftar"),
    path("pegawai/baru/", orang.PegawaiTambah.as_view(), name="pegawai_tambah"),
    path("pegawai/sampah/", orang.PegawaiPulihkan.as_view(), name="pegawai_sampah"),
    *karier.rute(),
    path("pegawai/<int:pk>/keluarga/baru/", karier.KeluargaTambah.as_view(), name="keluarga_tambah"),
    path("pegawai/<int:pk>/atasan/", karier.AtasanTambah.as_view(), name="atasan_tambah"),
    path("pegawai/<int:pk>/berkas/baru/", berkas.BerkasTambah.as_view(), name="berkas_tambah"),
    path("pegawai/<int:pk>/berkas.pdf", berkas.pegawai_satu_pdf, name="pegawai_satu_pdf"),
    path("pegawai/<int:pk>/", orang.PegawaiRincian.as_view(), name="pegawai"),
    path("pegawai/<int:pk>/ubah/", orang.PegawaiUbah.as_view(), name="pegawai_ubah"),
    path("pegawai/<int:pk>/buang/", orang.PegawaiBuang.as_view(), name="pegawai_buang"),
    path("pegawai/<int:pk>/<slug:bagian>/", orang.PegawaiRincian.as_view(), name="pegawai_bagian"),
    path("keluarga/<int:pk>/ubah/", karier.KeluargaUbah.as_view(), name="keluarga_ubah"),
    path("berkas/massal/", berkas.berkas_massal, name="berkas_massal"),
    path("berkas/kelengkapan/", berkas.kelengkapan_unit, name="kelengkapan"),
    path("berkas/kurang/", kurang.KurangDaftar.as_view(), name="kurang_daftar"),
    path("berkas/kurang/surat/", surat.berkas_surat, name="berkas_surat"),
    path("berkas/kategori/", berkas.KategoriDaftar.as_view(), name="kategori_daftar"),
    path("berkas/kategori/baru/", berkas.KategoriTambah.as_view(), name="kategori_tambah"),
    path("berkas/kategori/<int:pk>/", berkas.KategoriRincian.as_view(), name="kategori"),
    path("berkas/kategori/<int:pk>/ubah/", berkas.KategoriUbah.as_view(), name="kategori_ubah"),
    path("berkas/kategori/<int:pk>/buang/", berkas.KategoriBuang.as_view(), name="kategori_buang"),
    path("berkas/kategori/<int:pk>/<slug:bagian>/", berkas.KategoriRincian.as_view(), name="kategori_bagian"),
    path("berkas/<int:pk>/", berkas.BerkasRincian.as_view(), name="berkas"),
    path("berkas/<int:pk>/ubah/", berkas.BerkasUbah.as_view(), name="berkas_ubah"),
    path("berkas/<int:pk>/buang/", berkas.BerkasBuang.as_view(), name="berkas_buang"),
    path("berkas/<int:pk>/<slug:bagian>/", berkas.BerkasRincian.as_view(), name="berkas_bagian"),
    path("kgb/", rekap.KgbDaftar.as_view(), name="kgb_tempo"),
    path("kgb/surat/", surat.kgb_surat, name="kgb_surat"),
    path("kenaikan-pangkat/", rekap.NaikDaftar.as_view(), name="pangkat_tempo"),
    path("pensiun/", rekap.PensiunDaftar.as_view(), name="pensiun_tempo"),
    path("kontrak/", rekap.KontrakDaftar.as_view(), name="kontrak_tempo"),
    path("jatuh-tempo/<slug:macam>/cetak/", rekap.tempo_cetak, name="tempo_cetak"),
    path("duk/", rekap.duk_halaman, name="duk"),
    path("nominatif/", rekap.nominatif_halaman, name="nominatif"),
    path("bezetting/", rekap.bezetting_halaman, name="bezetting"),
    path("statistik/", rekap.statistik_halaman, name="statistik"),
    path("bagan/", rekap.bagan_halaman, name="bagan"),
    path("bagan/cetak/", rekap.bagan_cetak, name="bagan_cetak"),
    path("surat/", surat.SuratDaftar.as_view(), name="surat_daftar"),
    path("surat/<int:pk>/", surat.SuratRincian.as_view(), name="surat"),
    path("surat/<int:pk>/cetak/", surat.surat_cetak, name="surat_cetak"),
    path("surat/<int:pk>/<slug:bagian>/", surat.SuratRincian.as_view(), name="surat_bagian"),
    path("aturan/awal/", aturan.aturan_awal, name="aturan_awal"),
    path("cuti/", include(cuti)),
    path("magang/", include("kepegawaian.urls.magang")),
    *alamat_sumber("kepegawaian"),
]
