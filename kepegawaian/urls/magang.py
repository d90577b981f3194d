"""Pages of the interns, below `magang/`."""

from django.urls import path

from inti.pages.kertas import rute_kertas
from kepegawaian.views import magang as m
from kepegawaian.views import magang_harian as h

urlpatterns = [
    path("", m.PesertaDaftar.as_view(), name="magang_daftar"),
    path("baru/", m.PesertaTambah.as_view(), name="magang_tambah"),
    path("buku/", h.buku, name="buku"),
    path("buku/hadir/", h.hadir, name="buku_hadir"),
    path("buku/izin/", h.izin, name="buku_izin"),
    path("paraf/", h.paraf, name="paraf"),
    path("paraf/<int:pk>/kembalikan/", m.catatan_kembalikan, name="catatan_kembalikan"),
    path("penempatan/<int:pk>/ubah/", m.PenempatanUbah.as_view(), name="penempatan_ubah"),
    path("<int:pk>/", m.PesertaRincian.as_view(), name="magang"),
    path("<int:pk>/ubah/", m.PesertaUbah.as_view(), name="magang_ubah"),
    path("<int:pk>/tempatkan/", m.magang_tempatkan, name="magang_tempatkan"),
    path("<int:pk>/akun/", m.magang_akun, name="magang_akun"),
    path("<int:pk>/sandi/", m.magang_sandi, name="magang_sandi"),
    path("<int:pk>/mulai/", m.magang_mulai, name="magang_mulai"),
    path("<int:pk>/selesai/", m.magang_selesai, name="magang_selesai"),
    path("<int:pk>/henti/", m.magang_henti, name="magang_henti"),
    path("<int:pk>/nilai-isi/", m.magang_nilai_isi, name="magang_nilai_isi"),
    path("<int:pk>/kehadiran-catat/", m.magang_kehadiran_catat, name="magang_kehadiran_catat"),
    path("<int:pk>/cetak-minggu/", h.cetak_minggu, name="magang_cetak_minggu"),
    path("<int:pk>/cetak-hadir/", h.cetak_hadir, name="magang_cetak_hadir"),
    path("<int:pk>/cetak-nilai/", h.cetak_nilai, name="magang_cetak_nilai"),
    *rute_kertas(m.KERTAS, "", "kepegawaian:magang"),
    path("<int:pk>/<slug:bagian>/", m.PesertaRincian.as_view(), name="magang_bagian"),
]
