"""Every app under its own name; the kernel's pages at the root."""

from django.contrib import admin
from django.urls import include, path

admin.site.site_header = "Tata Usaha: administrasi"
admin.site.site_title = "Administrasi"
admin.site.index_title = "Data sistem"

urlpatterns = [
    path("", include("inti.urls")),
    path("kepegawaian/", include("kepegawaian.urls")),
    path("arsip/", include("arsip.urls")),
    path("dtks/", include("dtks.urls")),
    path("cek/", include("dtks.urls.umum")),
    path("antrean/", include("dtks.urls.antrean")),
    path("admin/", admin.site.urls),
]

handler400 = "inti.views.galat.permintaan_keliru"
handler403 = "inti.views.galat.tanpa_izin"
handler404 = "inti.views.galat.tidak_ditemukan"
handler500 = "inti.views.galat.galat_sistem"
