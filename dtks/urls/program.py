"""Pages of counselling and of the plans against poverty."""

from django.urls import path

from dtks.views import intervensi, puspaga

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
    path("intervensi/", intervensi.RencanaDaftar.as_view(), name="rencana_daftar"),
    path("intervensi/baru/", intervensi.RencanaTambah.as_view(), name="rencana_tambah"),
    path("intervensi/sampah/", intervensi.RencanaPulihkan.as_view(), name="rencana_sampah"),
    path("intervensi/sasaran/", intervensi.SasaranDaftar.as_view(), name="sasaran_daftar"),
    path("intervensi/sasaran/catat/", intervensi.sasaran_catat, name="sasaran_catat"),
    path("intervensi/sasaran/<int:pk>/", intervensi.SasaranRincian.as_view(), name="sasaran"),
    path("intervensi/sasaran/<int:pk>/hasil/", intervensi.sasaran_hasil, name="sasaran_hasil"),
    path("intervensi/sasaran/<int:pk>/<slug:bagian>/", intervensi.SasaranRincian.as_view(), name="sasaran_bagian"),
    path("intervensi/<int:pk>/", intervensi.RencanaRincian.as_view(), name="rencana"),
    path("intervensi/<int:pk>/ubah/", intervensi.RencanaUbah.as_view(), name="rencana_ubah"),
    path("intervensi/<int:pk>/buang/", intervensi.RencanaBuang.as_view(), name="rencana_buang"),
    path("intervensi/<int:pk>/pilih/", intervensi.rencana_pilih, name="rencana_pilih"),
    path("intervensi/<int:pk>/setujui/", intervensi.rencana_setujui, name="rencana_setujui"),
    path("intervensi/<int:pk>/jalankan/", intervensi.rencana_jalankan, name="rencana_jalankan"),
    path("intervensi/<int:pk>/selesaikan/", intervensi.rencana_selesaikan, name="rencana_selesaikan"),
    path("intervensi/<int:pk>/rekap/", intervensi.rencana_rekap, name="rencana_rekap"),
    path("intervensi/<int:pk>/rekap/cetak/", intervensi.rencana_cetak, name="rencana_cetak"),
    path("intervensi/<int:pk>/rekap/unduh/", intervensi.rencana_unduh, name="rencana_unduh"),
    path("intervensi/<int:pk>/<slug:bagian>/", intervensi.RencanaRincian.as_view(), name="rencana_bagian"),
]
