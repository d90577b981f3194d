"""Pages of letters and archives."""

from django.urls import path

from arsip import views

app_name = "arsip"
urlpatterns = [
    path("surat-keluar/", views.SuratKeluarDaftar.as_view(), name="suratkeluar_daftar"),
    path("surat-keluar/<int:pk>/", views.SuratKeluarRincian.as_view(), name="suratkeluar"),
    path("surat-keluar/<int:pk>/<slug:bagian>/", views.SuratKeluarRincian.as_view(), name="suratkeluar_bagian"),
]
