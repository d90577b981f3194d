"""Pages of the waiting room's devices, without an account: whoever has a device's address may use it."""

from django.urls import path

from dtks.views import antrean

app_name = "dtks_antrean"
urlpatterns = [
    path("<str:kode>/", antrean.layar, name="layar"),
    path("<str:kode>/papan/", antrean.papan, name="papan"),
    path("<str:kode>/tiket/<int:pk>/", antrean.tiket, name="tiket"),
]
