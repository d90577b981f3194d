"""Pages of letters and archives."""

from django.urls import include, path

from arsip.urls.cari import cari_dan_alat
from arsip.urls.keluar import rute as rute_keluar
from arsip.urls.masuk import masuk_dan_disposisi
from arsip.urls.rekam import urlpatterns as rute_rekam
from arsip.views import klasifikasi
from inti.registry import alamat_sumber

app_name = "arsip"
urlpatterns = [
    *rute_rekam,  # first: a tab of a letter's page would take its verbs
    path("", include(rute_keluar)),
    *masuk_dan_disposisi,
    *cari_dan_alat,
    path("klasifikasi/", klasifikasi.KlasifikasiDaftar.as_view(), name="klasifikasi_daftar"),
    path("klasifikasi/saran/", klasifikasi.klasifikasi_saran, name="klasifikasi_saran"),
    path("klasifikasi/baru/", klasifikasi.KlasifikasiTambah.as_view(), name="klasifikasi_tambah"),
    path("klasifikasi/sampah/", klasifikasi.KlasifikasiPulihkan.as_view(), name="klasifikasi_sampah"),
    path("klasifikasi/<int:pk>/", klasifikasi.KlasifikasiRincian.as_view(), name="klasifikasi"),
    path("klasifikasi/<int:pk>/ubah/", klasifikasi.KlasifikasiUbah.as_view(), name="klasifikasi_ubah"),
    path("klasifikasi/<int:pk>/buang/", klasifikasi.KlasifikasiBuang.as_view(), name="klasifikasi_buang"),
    path("klasifikasi/<int:pk>/<slug:bagian>/", klasifikasi.KlasifikasiRincian.as_view(), name="klasifikasi_bagian"),
    *alamat_sumber("arsip"),
]
