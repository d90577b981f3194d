"""Pages of counselling and of the plans against poverty."""

from django.urls import path

from dtks.views import puspaga

puspaga_dan_intervensi = [
    path("puspaga/", puspaga.KonselingDaftar.as_view(), name="konseling_daftar"),
    path("puspaga/baru/", puspaga.KonselingTambah.as_view(), name="konseling_tambah"),
    path("puspaga/sesi/<int:pk>/ubah/", puspaga.SesiUbah.as_view(), name="sesi_ubah"),
    path("puspaga/<int:pk>/", puspaga.KonselingRincian.as_view(), name="konseling"),
    path("puspaga/<int:pk>/ubah/", puspaga.KonselingUbah.as_view(), name="konseling_ubah"),
    path("puspaga/<int:pk>/sesi/", puspaga.konseling_sesi, name="konseling_sesi"),
    path("puspaga/<int:pk>/hasil/", puspaga.konseling_hasil, name="konseling_hasil"),
    path("puspaga/<int:pk>/tanda-tangan/", puspaga.konseling_setujui, name="konseling_setujui"),
    path("puspaga/<int:pk>/cetak/", puspaga.konseling_cetak, name="konseling_cetak"),
    path("puspaga/<int:pk>/batal/", puspaga.konseling_batal, name="konseling_batal"),
    path("puspaga/<int:pk>/<slug:bagian>/", puspaga.KonselingRincian.as_view(), name="konseling_bagian"),
]
