"""Pages of the kernel, at the root."""

from django.urls import path

from inti.views import akun, berkas, desk, dokumen, sistem

urlpatterns = [
    path("", desk.beranda, name="beranda"),
    path("cari/", desk.cari, name="cari"),
    path("pemberitahuan/", desk.pemberitahuan, name="pemberitahuan"),
    path("masuk/", akun.Masuk.as_view(), name="masuk"),
    path("keluar/", akun.keluar, name="keluar"),
    path("akun/", akun.akun, name="akun"),
    path("akun/tema/", akun.tema, name="tema"),
    path("berkas/<uuid:pk>/", berkas.unduh, name="berkas"),
    path("perubahan/<int:pk>/kembalikan/", sistem.kembalikan, name="perubahan_kembalikan"),
    path("v/", dokumen.periksa, name="periksa_dokumen"),
    path("v/<str:kode>/", dokumen.periksa, name="periksa_kode"),
    path("warna.css", sistem.warna, name="warna"),
    path("-/sehat", sistem.sehat, name="sehat"),
    path("-/siap", sistem.siap, name="siap"),
]
