"""The house's addresses and those of the app: right ones, and one of each kind of mistake."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path

from config.urls import handler400, handler403, handler404, handler500
from inti.access import MASUK, dengan_izin
from inti.models import BatchImpor
from tests.percobaan.models import Titipan


@dengan_izin(MASUK)
def titipan(request, pk):
    objek = get_object_or_404(Titipan.objects.untuk(request.user), pk=pk)
    return HttpResponse(f'<html lang="id">{objek.uraian}</html>')


@dengan_izin(MASUK)
def bocor(request):
    return HttpResponse(" ".join(t.uraian for t in Titipan.objects.all()))


@dengan_izin(MASUK)
def terbuka(request, pk):
    return HttpResponse(Titipan.objects.get(pk=pk).unit.kode)


@dengan_izin(MASUK)
def menulis(request):
    BatchImpor.objects.create(jenis="uji", nama_berkas="x", sha256="0", status="tersimpan")
    return HttpResponse("baik")


@dengan_izin(MASUK)
def inggris(request):
    return HttpResponse('<html lang="id">Please save: None</html>')


@dengan_izin(MASUK, metode=("POST",))
def ambil(request, pk):
    Titipan._base_manager.filter(pk=pk, status="ada").update(status="diambil")
    return redirect("/")


@dengan_izin(MASUK, metode=("POST",))
def melompat(request, pk):
    Titipan._base_manager.filter(pk=pk).update(status="hilang")
    return redirect("/")


__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
for _v in (titipan, terbuka, ambil, melompat):
    _v.model = Titipan

urlpatterns = [
    path("percobaan/titipan/<int:pk>/", titipan, name="titipan"),
    path("percobaan/bocor/", bocor, name="bocor"),
    path("percobaan/terbuka/<int:pk>/", terbuka, name="terbuka"),
    path("percobaan/menulis/", menulis, name="menulis"),
    path("percobaan/inggris/", inggris, name="inggris"),
    path("percobaan/titipan/<int:pk>/ambil/", ambil, name="ambil"),
    path("percobaan/titipan/<int:pk>/melompat/", melompat, name="melompat"),
    path("", include("config.urls")),
]
