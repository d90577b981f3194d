"""The public page `/cek/`: anybody checks a status or follows a request, without an account, by a form and nothing else.

What is asked for comes by POST alone; no address, log line or title ever holds a number, a name or a code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from dtks.forms.umum import CekForm, LacakForm
from dtks.queries.berlaku import Berlaku, berlaku_pada
from dtks.queries.cek import butuh_tak_dikenal, cek_warga
from dtks.queries.lacak import perkara_dari_kode
from dtks.rules.cek import Keperluan
from dtks.rules.lacak import kabar
from dtks.services.cek import Izin, cek_izinkan, lacak_izinkan, soal_terjawab_izinkan
from dtks.services.soal import SoalTidakBerlaku, soal_buat, soal_jawab
from inti.access import PUBLIK, dengan_izin
from inti.gerbang.alamat import alamat_klien


@dengan_izin(PUBLIK, metode=("GET", "POST"))
def cek(request: HttpRequest) -> HttpResponse:
    """The form, and by POST the answer; a question in words comes first where too many were answered."""
    if request.method != "POST":
        return _halaman(request, "dtks/cek/cek.html", "Cek status bantuan", form=CekForm())
    if "segel" in request.POST:
        return _lanjut(request, "cek:status", _jawab_cek)
    form = CekForm(request.POST)
    if not form.is_valid():
        return _halaman(request, "dtks/cek/cek.html", "Cek status bantuan", status=422, form=form)
    isi = form.cleaned_data
    izin = cek_izinkan(alamat=alamat_klien(request), dicari=isi["nomor"])
    if izin is Izin.SOAL:
        return _tanya(request, "cek:status", {"nomor": isi["nomor"], "nama": isi["nama"]})
    if izin is Izin.ORANG_PENUH:
        return _halaman(request, "dtks/cek/penuh.html", "Nomor ini sudah sering diperiksa", status=429, orang=True)
    return _jawab_cek(request, isi)


@dengan_izin(PUBLIK, metode=("GET", "POST"))
def lacak(request: HttpRequest) -> HttpResponse:
    """Follow a request by the code on its slip. Every other code gets one and the same answer."""
    if request.method != "POST":
        return _halaman(request, "dtks/cek/lacak.html", "Ikuti permohonan", form=LacakForm())
    if "segel" in request.POST:
        return _lanjut(request, "cek:lacak", _jawab_lacak)
    form = LacakForm(request.POST)
    if not form.is_valid():
        return _halaman(request, "dtks/cek/lacak.html", "Ikuti permohonan", status=422, form=form)
    if lacak_izinkan(alamat=alamat_klien(request)) is Izin.SOAL:
        return _tanya(request, "cek:lacak", {"kode": form.cleaned_data["kode"]})
    return _jawab_lacak(request, form.cleaned_data)


@dengan_izin(PUBLIK)
def tanya(request: HttpRequest) -> HttpResponse:
    """What citizens ask, answered from the rules in force today."""
    return _halaman(request, "dtks/cek/tanya.html", "Tanya jawab")


@dengan_izin(PUBLIK)
def alur(request: HttpRequest) -> HttpResponse:
    """The way from a question to a letter, drawn as a list that a screen reader reads in order."""
    return _halaman(request, "dtks/cek/alur.html", "Alur layanan")


def _jawab_cek(request: HttpRequest, isi: dict[str, Any]) -> HttpResponse:
    hari = timezone.localdate()
    berlaku = berlaku_pada(hari)
    jawaban = cek_warga(isi["nomor"], isi["nama"], hari, berlaku)
    if jawaban is None:
        return _halaman(
            request,
            "dtks/cek/tidak.html",
            "Data tidak dapat ditampilkan",
            berlaku=berlaku,
            butuh=_butuh(berlaku, butuh_tak_dikenal(hari, berlaku)),
        )
    return _halaman(
        request,
        "dtks/cek/hasil.html",
        jawaban.ringkasan.judul,
        berlaku=berlaku,
        jawaban=jawaban,
        butuh=_butuh(berlaku, jawaban.butuh),
        diperiksa=timezone.localtime(),
    )


def _jawab_lacak(request: HttpRequest, isi: dict[str, Any]) -> HttpResponse:
    perkara = perkara_dari_kode(isi["kode"])
    if perkara is None:
        return _halaman(request, "dtks/cek/lacak_tidak.html", "Kode tidak dikenal", status=404)
    hasil = kabar(perkara)
    return _halaman(request, "dtks/cek/lacak_hasil.html", hasil.judul, kabar=hasil, perkara=perkara)


def _tanya(request: HttpRequest, rute: str, titipan: dict[str, str], galat: str = "") -> HttpResponse:
    """A question in words; what was typed waits inside its seal."""
    return _halaman(
        request,
        "dtks/cek/soal.html",
        "Satu pertanyaan lagi",
        pertanyaan=soal_buat({**titipan, "rute": rute}),
        ke=reverse(rute),
        galat=galat,
    )


def _lanjut(
    request: HttpRequest, rute: str, jawab: Callable[[HttpRequest, dict[str, Any]], HttpResponse]
) -> HttpResponse:
    """Use the question up. Right: the answer; wrong: a fresh question; worn out or another page's: from the start."""
    try:
        benar, titipan = soal_jawab(request.POST["segel"][:2000], request.POST.get("jawaban", "")[:200])
    except SoalTidakBerlaku:
        benar, titipan = False, {}
    if titipan.get("rute") != rute:
        return _halaman(request, "dtks/cek/soal_lewat.html", "Pertanyaan kedaluwarsa", status=422, ke=reverse(rute))
    if not benar:
        return _tanya(request, rute, titipan, galat="Jawaban belum cocok. Coba pertanyaan berikut.")
    if not soal_terjawab_izinkan():
        return _halaman(request, "dtks/cek/penuh.html", "Layanan sedang sangat ramai", status=429)
    return jawab(request, titipan)


def _halaman(
    request: HttpRequest, template: str, judul: str, *, status: int = 200, berlaku: Berlaku | None = None, **isi: Any
) -> HttpResponse:
    """A page of this site with what holds today; never kept by a browser or a proxy."""
    berlaku = berlaku or berlaku_pada(timezone.localdate())
    isi |= {"judul": judul, "berlaku": berlaku, "instansi": berlaku.instansi, "kaki": _kaki(berlaku)}
    balasan = render(request, template, isi, status=status)
    balasan.headers["Cache-Control"] = "no-store, private"
    if status == 429:
        balasan.headers["Retry-After"] = "3600"
    return balasan


@lru_cache(maxsize=4)
def _kaki(berlaku: Berlaku) -> SafeString:
    """The foot of every page: the same for everybody until a rule or the office's row changes."""
    return render_to_string("dtks/cek/_kaki.html", {"berlaku": berlaku, "instansi": berlaku.instansi})


@lru_cache(maxsize=64)
def _butuh(berlaku: Berlaku, keperluan: tuple[Keperluan, ...]) -> SafeString:
    """Needs with steps and papers: few different ones, drawn once each until a rule changes."""
    butuh = [(k, berlaku.berkas(k.jenis) if k.bawa else []) for k in keperluan]
    return render_to_string("dtks/cek/_butuh.html", {"butuh": butuh})
