"""The monthly report: on the page, on paper, as a workbook."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode

from dtks.documents.bulanan import laporan_bulanan
from dtks.forms.bulanan import RentangForm
from dtks.queries.bulanan import bulan_ada, laporan
from dtks.queries.grafik import grafik_kini
from dtks.queries.sajian_bulanan import Sajian, Sel, TabelBulanan, sajikan
from dtks.rules.bulanan import rentang_bawaan, sebut_rentang
from inti.access import boleh, dengan_izin
from inti.models import JejakBaca
from inti.permintaan import Permintaan
from inti.rules.bagan import susun
from inti.services.ekspor import JENIS_ISI
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_buku
from inti.views.berkas import balasan_berkas

IZIN = "dtks.lihat_laporan"
SUSUNAN = (
    (("layanan", "penolakan"), ("bulan", "alasan")),
    (("waktu", "jam"), ("tunggu", "jam")),
    (("desa", "petugas"), ()),
)
"""Tables that stand side by side, and the charts below them."""


@dengan_izin(IZIN)
def bulanan(request: Permintaan) -> HttpResponse:
    """The report of a span of months; unasked, of the last month with records."""
    form, ada, rentang = _rentang(request)
    isi = laporan(request.user, *rentang)
    sajian = sajikan(isi)
    tautan = boleh(request.user, "dtks.view_permohonan")
    waktu = isi.waktu_semua
    return render(
        request,
        "dtks/bulanan.html",
        {
            "judul": "Laporan bulanan",
            "form": form,
            "sajian": sajian,
            "kosong": not ada,
            "grafik": grafik_kini(request.user) if ada else None,
            "tampilan": _tampilan(ada, rentang),
            "parameter": _parameter(*rentang),
            "dilayani": _sel(sajian.tabel["layanan"].jumlah[-1], tautan) if sajian.tabel["layanan"].jumlah else None,
            "ditolak": _sel(sajian.tabel["penolakan"].jumlah[1], tautan) if sajian.tabel["penolakan"].jumlah else None,
            "kunjungan": waktu.kunjungan,
            "tunggu": waktu.tunggu[0],
            "bagian": [
                {
                    "tabel": [tabel_tampil(sajian.tabel[t], tautan) for t in tabel if sajian.tabel[t].baris],
                    "bagan": [(sajian.bagan[b], susun(sajian.bagan[b])) for b in bagan if b in sajian.bagan],
                }
                for tabel, bagan in SUSUNAN
            ],
        },
        status=422 if form.errors else 200,
    )


@dengan_izin(IZIN)
def bulanan_cetak(request: Permintaan) -> HttpResponse:
    """The report as PDF."""
    sajian, nama = _bahan(request)
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"{nama}, pdf")
    return balasan_berkas(laporan_bulanan(sajian, request.user), f"{nama}.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(IZIN)
def bulanan_unduh(request: Permintaan) -> HttpResponse:
    """The report as a workbook with a sheet for each table."""
    sajian, nama = _bahan(request)
    lembar = [
        (t.kode.capitalize(), t.kepala, [[s.nilai for s in b] for b in (*t.baris, *([t.jumlah] if t.jumlah else []))])
        for t in sajian.tabel.values()
    ]
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "laporan.xlsx"
        banyak = tulis_buku(berkas, lembar)
        isi = berkas.read_bytes()
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"{nama}: {banyak} baris, xlsx")
    balasan = HttpResponse(isi, content_type=JENIS_ISI["xlsx"])
    balasan.headers["Content-Disposition"] = content_disposition_header(True, f"{nama}.xlsx") or "attachment"
    return balasan


Rentang = tuple[dt.date, dt.date]


def _rentang(request: Permintaan) -> tuple[RentangForm, list[dt.date], Rentang]:
    """The form, the months with records, and the span asked for (the usual one where the question is not sound)."""
    ada, hari = bulan_ada(request.user), timezone.localdate()
    tahun = {b.year for b in ada} or {hari.year}
    bawaan = rentang_bawaan(ada, hari)
    if "tahun" in request.GET:
        form = RentangForm(request.GET, tahun=tahun)
        return form, ada, form.rentang() if form.is_valid() else bawaan
    awal, akhir = bawaan
    return (
        RentangForm(initial={"tahun": akhir.year, "dari": awal.month, "sampai": akhir.month}, tahun=tahun),
        ada,
        bawaan,
    )


def _bahan(request: Permintaan) -> tuple[Sajian, str]:
    _, _, rentang = _rentang(request)
    return sajikan(laporan(request.user, *rentang)), f"laporan-layanan-{rentang[0]:%Y-%m}-{rentang[1]:%Y-%m}"


def _parameter(awal: dt.date, akhir: dt.date) -> str:
    return urlencode({"tahun": akhir.year, "dari": awal.month, "sampai": akhir.month})


def _tampilan(ada: list[dt.date], rentang: Rentang) -> list[dict[str, Any]]:
    """Ready-made spans: the last month, and each year from its first month with records to its last."""
    pilihan = [("Bulan terakhir", rentang_bawaan(ada, timezone.localdate()), "")]
    for tahun in sorted({b.year for b in ada}, reverse=True):
        bulan = [b for b in ada if b.year == tahun]
        pilihan.append((str(tahun), (bulan[0], bulan[-1]), f"?{_parameter(bulan[0], bulan[-1])}"))
    alamat = reverse("dtks:bulanan")
    return [
        {"nama": nama, "alamat": f"{alamat}{tanya}", "kini": r == rentang, "arti": sebut_rentang(*r)}
        for nama, r, tanya in pilihan
    ]


def _sel(sel: Sel, tautan: bool) -> dict[str, str]:
    """A cell for the template; a number above zero leads to the list behind it, without a search remembered there."""
    ada = tautan and sel.saring and sel.nilai
    alamat = f"{reverse('dtks:permohonan_daftar')}?{urlencode([*sel.saring, ('bersih', '1')])}" if ada else ""
    return {"teks": sel.teks, "pendek": sel.pendek, "alamat": alamat}


def tabel_tampil(tabel: TabelBulanan, tautan: bool) -> dict[str, Any]:
    """A table of a report for the page; `tautan`: numbers lead to the list behind them."""
    kelas = ["" if i < tabel.kata else "n" for i in range(len(tabel.kepala))]
    return {
        "kode": tabel.kode,
        "judul": tabel.judul,
        "catatan": tabel.catatan,
        "rincian": tabel.kata == 2,
        "kepala": list(zip(tabel.kepala, kelas, strict=True)),
        "baris": [list(zip([_sel(s, tautan) for s in b], kelas, strict=True)) for b in tabel.baris],
        "jumlah": list(zip([_sel(s, tautan) for s in tabel.jumlah], kelas, strict=True)) if tabel.jumlah else None,
    }
