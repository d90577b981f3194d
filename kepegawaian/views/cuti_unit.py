"""A unit's leave: balances by person, and the month in which clashes show."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from inti.access import dengan_izin
from inti.formats import baca_bilangan, bulan_tahun
from inti.models import JejakBaca, UnitKerja
from inti.permintaan import Permintaan
from inti.rules.kalender import tambah_bulan
from inti.services.ekspor import balasan_ekspor
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.documents.kalender_cuti import kalender_pdf
from kepegawaian.models import SaldoAwalCuti
from kepegawaian.queries.kalender_cuti import kalender_unit
from kepegawaian.queries.saldo_unit import JUDUL, baris_saldo, saldo_unit, unit_boleh

UNIT = "kepegawaian.lihat_cuti_unit"


def _pilih_unit(request: Permintaan) -> tuple[list[UnitKerja], UnitKerja]:
    """Units to choose from and the chosen one (the user's own at first); another's is not found."""
    semua = unit_boleh(request.user)
    kode = request.GET.get("unit", "")
    pilih = next((u for u in semua if u.kode == kode), None) if kode else next(iter(semua), None)
    if pilih is None:
        raise Http404
    return semua, pilih


def _bilangan(teks: str, bawaan: int, dari: int, sampai: int) -> int:
    n = angka if (angka := baca_bilangan(teks, paling_panjang=4)) is not None else bawaan
    return n if dari <= n <= sampai else bawaan


@dengan_izin(UNIT)
def cuti_saldo(request: Permintaan) -> HttpResponse:
    """Balances of a unit in a year; with ?ekspor= as a file."""
    kini = timezone.localdate().year
    semua, unit = _pilih_unit(request)
    tahun = _bilangan(request.GET.get("tahun", ""), kini, kini - 5, kini + 1)
    baris = saldo_unit(unit, tahun)
    if request.GET.get("ekspor") in {"xlsx", "csv"}:
        return balasan_ekspor(
            request, nama="saldo-cuti", judul=JUDUL, baris=baris_saldo(baris), bentuk=request.GET["ekspor"]
        )
    isi: dict[str, Any] = {
        "judul": "Saldo cuti tahunan",
        "unit_semua": semua,
        "unit": unit,
        "tahun": tahun,
        "tahun_semua": range(kini + 1, kini - 5, -1),
        "baris": baris,
        "awal": dict(
            SaldoAwalCuti.objects.all().untuk(request.user).filter(tahun=tahun).values_list("pegawai_id", "pk")
        ),
        "parameter": f"unit={unit.kode}&tahun={tahun}",
    }
    return render(request, "kepegawaian/cuti_saldo.html", isi)


@dengan_izin(UNIT)
def cuti_kalender(request: Permintaan) -> HttpResponse:
    """A month of a unit, staff by days; with ?ekspor= as a file, with ?bentuk=pdf on paper."""
    hari = timezone.localdate()
    semua, unit = _pilih_unit(request)
    tahun = _bilangan(request.GET.get("tahun", ""), hari.year, 2000, 2100)
    bulan = _bilangan(request.GET.get("bulan", ""), hari.month, 1, 12)
    kisi = kalender_unit(unit, tahun, bulan)
    ini = dt.date(tahun, bulan, 1)
    if request.GET.get("ekspor") in {"xlsx", "csv"}:
        judul, baris = kisi.lembar(kelompok="Unit")
        nama = f"kalender-cuti-{ini:%Y-%m}"
        return balasan_ekspor(request, nama=nama, judul=judul, baris=baris, bentuk=request.GET["ekspor"])
    if request.GET.get("bentuk") == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"Kalender cuti {ini:%m-%Y}, {unit.nama}, pdf")
        pdf = kalender_pdf(kisi, unit, request.user)
        return balasan_berkas(pdf, f"kalender-cuti-{ini:%Y-%m}.pdf", "application/pdf", buatan_sendiri=True)
    isi = {
        "judul": "Kalender cuti",
        "unit_semua": semua,
        "unit": unit,
        "bulan": bulan_tahun(ini),
        "lain": [
            (kata, f"?unit={unit.kode}&tahun={b.year}&bulan={b.month}", bulan_tahun(b))
            for kata, b in (("Bulan sebelumnya", tambah_bulan(ini, -1)), ("Bulan berikutnya", tambah_bulan(ini, 1)))
        ],
        "alamat": f"?unit={unit.kode}&tahun={tahun}&bulan={bulan}",
        "tahun": tahun,
        "angka_bulan": bulan,
        "kisi": kisi,
        "lebar": True,
    }
    return render(request, "kepegawaian/cuti_kalender.html", isi)
