"""Pages of the kernel, at the root."""

from django.urls import path

from inti.views import akun, berkas, desk, dokumen, impor, sistem

urlpatterns = [
    path("", desk.beranda, name="beranda"),
    path("cari/", desk.cari, name="cari"),
    path("pemberitahuan/", desk.pemberitahuan, name="pemberitahuan"),
    path("masuk/", akun.Masuk.as_view(), name="masuk"),
    path("masuk/kode/", akun.masuk_kode, name="masuk_kode"),
    path("keluar/", akun.keluar, name="keluar"),
    path("akun/", akun.akun, name="akun"),
    path("akun/tema/", akun.tema, name="tema"),
    path("akun/kata-sandi/", akun.sandi, name="akun_sandi"),
    path("akun/faktor-kedua/", akun.faktor, name="akun_faktor"),
    path("akun/faktor-kedua/kode-pemulihan/", akun.faktor_pemulihan, name="akun_pemulihan"),
    path("akun/faktor-kedua/lepas/", akun.faktor_lepas, name="akun_faktor_lepas"),
    path("akun/sesi/keluarkan-lain/", akun.sesi_keluarkan_lain, name="sesi_keluarkan_lain"),
    path("akun/sesi/<int:pk>/keluarkan/", akun.sesi_keluarkan, name="sesi_keluarkan"),
    path("berkas/<uuid:pk>/", berkas.unduh, name="berkas"),
    path("perubahan/<int:pk>/kembalikan/", sistem.kembalikan, name="perubahan_kembalikan"),
    path("impor/<slug:jenis>/", impor.impor, name="impor"),
    path("impor/<slug:jenis>/<uuid:pk>/", impor.impor_hasil, name="impor_hasil"),
    path("impor/<slug:jenis>/<uuid:pk>/galat/", impor.impor_galat, name="impor_galat"),
    path("v/", dokumen.periksa, name="periksa_dokumen"),
    path("v/<str:kode>/", dokumen.periksa, name="periksa_kode"),
    path("warna.css", sistem.warna, name="warna"),
    path("-/sehat", sistem.sehat, name="sehat"),
    path("-/siap", sistem.siap, name="siap"),
]
