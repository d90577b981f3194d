"""Pages of leave, under cuti/."""

from django.urls import path

from kepegawaian.views import aturan_cuti as aturan
from kepegawaian.views import cuti as views
from kepegawaian.views import cuti_hitung as hitung
from kepegawaian.views import cuti_saya as saya
from kepegawaian.views import cuti_unit as unit

cuti = [
    path("saya/", saya.cuti_saya, name="cuti_saya"),
    path("saya/ajukan/", saya.cuti_ajukan, name="cuti_ajukan"),
    path("antrean/", saya.cuti_antrean, name="cuti_antrean"),
    path("", views.CutiDaftar.as_view(), name="cuti_daftar"),
    path("saldo/", unit.cuti_saldo, name="cuti_saldo"),
    path("saldo/awal/baru/", aturan.SaldoAwalTambah.as_view(), name="saldo_awal_tambah"),
    path("saldo/awal/<int:pk>/ubah/", aturan.SaldoAwalUbah.as_view(), name="saldo_awal_ubah"),
    path("hitung-ulang/", hitung.cuti_hitung_ulang_semua, name="cuti_hitung_ulang_semua"),
    path("kalender/", unit.cuti_kalender, name="cuti_kalender"),
    path("aturan/isi/", aturan.aturan_isi, name="aturan_cuti_isi"),
    path("<int:pk>/", views.CutiRincian.as_view(), name="cuti"),
    path("<int:pk>/ubah/", saya.cuti_ubah, name="cuti_ubah"),
    path("<int:pk>/pertimbangkan/", views.cuti_pertimbangkan, name="cuti_pertimbangkan"),
    path("<int:pk>/putuskan/", views.cuti_putuskan, name="cuti_putuskan"),
    path("<int:pk>/tarik/", views.cuti_tarik, name="cuti_tarik"),
    path("<int:pk>/hitung-ulang/", hitung.cuti_hitung_ulang, name="cuti_hitung_ulang"),
    path("<int:pk>/batal/", views.cuti_batal, name="cuti_batal"),
    path("<int:pk>/cetak/", views.cuti_cetak, name="cuti_cetak"),
    path("<int:pk>/formulir/", views.cuti_formulir, name="cuti_formulir"),
    path("<int:pk>/<slug:bagian>/", views.CutiRincian.as_view(), name="cuti_bagian"),
]
