"""Pages of the staff files."""

from django.urls import include, path

from kepegawaian.views import pegawai as views

app_name = "kepegawaian"
urlpatterns = [
    path("magang/", include("kepegawaian.urls_magang")),
    path("pegawai/", views.PegawaiDaftar.as_view(), name="pegawai_daftar"),
    path("pegawai/baru/", views.PegawaiTambah.as_view(), name="pegawai_tambah"),
    path("pegawai/sampah/", views.PegawaiPulihkan.as_view(), name="pegawai_sampah"),
    path("pegawai/<int:pk>/", views.PegawaiRincian.as_view(), name="pegawai"),
    path("pegawai/<int:pk>/ubah/", views.PegawaiUbah.as_view(), name="pegawai_ubah"),
    path("pegawai/<int:pk>/buang/", views.PegawaiBuang.as_view(), name="pegawai_buang"),
    path("pegawai/<int:pk>/<slug:bagian>/", views.PegawaiRincian.as_view(), name="pegawai_bagian"),
]
