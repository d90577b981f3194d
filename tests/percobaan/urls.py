"""The house's addresses and those of the app: right ones, and one of each kind of mistake."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path
from django.views import View

from config.urls import handler400, handler403, handler404, handler500
from inti.access import MASUK, PUBLIK, dengan_izin, izin_perangkat
from inti.galat import AturanDilanggar
from inti.gerbang.batas import BatasTerlampaui
from inti.models import BatchImpor
from inti.pages.luring import skrip_luring
from inti.pages.sumber import K, Sumber
from inti.services.survei import survei_coba, survei_token_pakai
from tests.percobaan.kertas import Kutipan, TandaTerima
from tests.percobaan.models import Jawaban, Titipan


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


@izin_perangkat("camera", "geolocation")
@dengan_izin(MASUK)
def hadir(request):
    return HttpResponse('<html lang="id">Hadir</html>')


class Rekam(View):
    permission, perangkat = MASUK, ("microphone",)

    def get(self, request):
        return HttpResponse('<html lang="id">Rekam</html>')


@dengan_izin(PUBLIK, metode=("POST",))
def survei(request, pk):
    try:
        survei_coba(request)
        with transaction.atomic():
            survei_token_pakai(token=request.POST.get("token", ""), subjek=Titipan(pk=pk))
            Jawaban.objects.create(titipan_id=pk, nilai=4)
    except BatasTerlampaui:
        return HttpResponse("Coba lagi nanti", status=429)
    except AturanDilanggar as galat:
        return HttpResponse(galat.kalimat, status=409)
    return HttpResponse("Terima kasih")


class BarangSumber(Sumber):
    model, ruang, rute, jalur, judul = Titipan, "", "barang", "percobaan/barang/", "Barang"
    kolom, fakta, sampah = (K("uraian", utama=True), K("unit")), ("uraian", "unit"), False
    cetak = (TandaTerima, Kutipan)


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
    path("percobaan/hadir/", hadir, name="hadir"),
    skrip_luring("percobaan/hadir/", "percobaan/hadir-sw.js", izin=MASUK, nama="hadir_sw"),
    path("percobaan/rekam/", Rekam.as_view(), name="rekam"),
    path("percobaan/survei/<int:pk>/", survei, name="survei"),
    *BarangSumber.alamat(),
    path("", include("config.urls")),
]
