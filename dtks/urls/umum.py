"""Public pages of the registry, at `/cek/`; the poster is for staff and villages."""

from django.urls import path

from dtks.views import cek, poster

app_name = "cek"
urlpatterns = [
    path("", cek.cek, name="status"),
    path("permohonan/", cek.lacak, name="lacak"),
    path("tanya/", cek.tanya, name="tanya"),
    path("alur/", cek.alur, name="alur"),
    path("poster/", poster.poster_a4, name="poster"),
    path("poster/a3/", poster.poster_a3, name="poster_a3"),
]
