"""The month of daily performance: one person's recap with its rating, and the recap of the staff one may meet."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from inti.access import boleh, dengan_izin
from inti.formats import baca_versi, bulan_tahun
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import JejakBaca
from inti.pages import selesai
from inti.pages.dasar import beri_galat
from inti.permintaan import Permintaan
from inti.services.ekspor import balasan_ekspor
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.documents.kinerja import laporan_pdf, rekap_pdf
from kepegawaian.forms.kinerja import NilaiForm
from kepegawaian.models import KegiatanHarian, Pegawai, PenilaianBulanan
from kepegawaian.queries.kinerja_rekap import JUDUL_BULANAN, bulan_orang, rekap_bulan, sel_bulanan
from kepegawaian.queries.unit import unit_kelolaan
from kepegawaian.rules.kinerja import SEHARI, Ekspektasi, akhir_bulan, awal_bulan, predikat
from kepegawaian.services import kinerja_nilai as services
from kepegawaian.views.kinerja import ISI, LIHAT, baca_tanggal_iso, saya_atau_404

REKAP, NILAI = "kepegawaian.lihat_rekap_pegawai", "kepegawaian.nilai_kinerja"
PDF = "application/pdf"


def bulan_diminta(request: Permintaan) -> dt.date:
    """First day of the month that the address names (2026-11); this month otherwise, and never a later one."""
    kini = awal_bulan(timezone.localdate())
    bulan = baca_tanggal_iso(f"{request.GET.get('bulan', '')[:8]}-01")
    return min(bulan, kini) if bulan is not None else kini


def orang_atau_404(request: Permintaan, pk: int, bulan: dt.date) -> Pegawai:
    """Oneself, staff whose recap one may read, or whoever put activities of that month before one; else 404."""
    p = Pegawai.objects.hidup().filter(pk=pk).select_related("unit", "pengguna").first()
    if p is None:
        raise Http404
    if p.pengguna_id == request.user.pk:
        return p
    if boleh(request.user, REKAP) and Pegawai.objects.untuk(request.user).filter(pk=pk).exists():
        return p
    diajukan = KegiatanHarian.objects.hidup().filter(
        pegawai=p, atasan__pengguna=request.user, tanggal__range=(bulan, akhir_bulan(bulan))
    )
    if diajukan.exclude(status=KegiatanHarian.Status.KONSEP).exists():
        return p
    raise Http404


def _bulan_lain(bulan: dt.date) -> dict[str, dt.date | None]:
    kini = awal_bulan(timezone.localdate())
    return {
        "sebelum": awal_bulan(bulan - SEHARI),
        "sesudah": akhir_bulan(bulan) + SEHARI if bulan < kini else None,
    }


@dengan_izin(ISI)
def kinerja_bulan_saya(request: Permintaan) -> HttpResponse:
    """To one's own month."""
    alamat = reverse("kepegawaian:kinerja_bulan", args=[saya_atau_404(request).pk])
    return redirect(f"{alamat}?bulan={bulan_diminta(request):%Y-%m}")


@dengan_izin(LIHAT)
def kinerja_bulan(request: Permintaan, pk: int) -> HttpResponse:
    """A person's month: on the page, or as the report to be signed (`?bentuk=pdf`)."""
    bulan = bulan_diminta(request)
    p = orang_atau_404(request, pk, bulan)
    sendiri = p.pengguna_id == request.user.pk
    b = bulan_orang(p, bulan, konsep=sendiri)
    if request.GET.get("bentuk") == "pdf":
        jejak_catat(request, JejakBaca.Jenis.UNDUH, p, f"laporan kinerja {bulan:%m-%Y}")
        nama = f"kinerja {slugify(p.nama)} {bulan:%Y-%m}.pdf"
        return balasan_berkas(laporan_pdf(b, request.user), nama, PDF, buatan_sendiri=True)
    menilai = boleh(request.user, NILAI) and b.atasan is not None and b.atasan.pengguna_id == request.user.pk
    isi = {
        "judul": f"Kinerja {bulan_tahun(bulan)}",
        "b": b,
        "sendiri": sendiri,
        "menilai": menilai and b.selesai and not sendiri,
        "boleh_rekap": boleh(request.user, REKAP),
        **_bulan_lain(bulan),
    }
    return render(request, "kepegawaian/kinerja_bulan.html", isi)


@dengan_izin(NILAI, metode=("GET", "POST"))
def kinerja_nilai(request: Permintaan, pk: int) -> HttpResponse:
    """Rate a month. Whoever was not the superior on its last day doesn't find it."""
    bulan = bulan_diminta(request)
    b = bulan_orang(orang_atau_404(request, pk, bulan), bulan, konsep=False)
    p = b.pegawai
    if b.atasan is None or b.atasan.pengguna_id != request.user.pk or p.pengguna_id == request.user.pk:
        raise Http404
    lama = b.penilaian
    awal = {n: getattr(lama, n) for n in NilaiForm.base_fields} if lama else {}
    form = NilaiForm(request.POST or None, initial=awal, objek=lama, pengguna=request.user)
    if request.method == "POST" and form.is_valid():
        if lama is not None:
            versi = request.POST.get("versi", "")
            lama.versi = baca_versi(versi, lama.versi)
        try:
            hasil: PenilaianBulanan = services.penilaian_beri(
                pegawai=p, bulan=bulan, oleh=request.user, penilaian=lama, **form.cleaned_data
            )
        except SudahDikirim:
            return selesai(request, lama or "kepegawaian:kinerja_rekap", "Penilaian sudah disimpan.")
        except VersiBerubah:
            raise
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, hasil, f"Predikat: {hasil.get_predikat_display()}.")
    label = dict(PenilaianBulanan.Ekspektasi.choices)
    kata = dict(PenilaianBulanan.Predikat.choices)
    isi = {
        "judul": f"Nilai kinerja {bulan_tahun(bulan)}",
        "b": b,
        "form": form,
        "penilaian": lama,
        "kolom": [label[h.value] for h in Ekspektasi],
        "matriks": [(label[q.value], [kata[predikat(h, q).value] for h in Ekspektasi]) for q in Ekspektasi],
    }
    return render(request, "kepegawaian/kinerja_nilai.html", isi, status=422 if form.errors else 200)


@dengan_izin(REKAP)
def kinerja_rekap(request: Permintaan) -> HttpResponse:
    """Everybody one may meet in a month: on the page, as workbook (`?bentuk=xlsx|csv`), as PDF."""
    bulan = bulan_diminta(request)
    staf = Pegawai.objects.untuk(request.user)
    semua_unit = list(unit_kelolaan(request.user).order_by("jalur"))
    kode = request.GET.get("unit", "")
    unit = next((u for u in semua_unit if u.kode == kode), None)
    if unit is not None:
        staf = staf.filter(unit__jalur__startswith=unit.jalur)
    baris = rekap_bulan(staf, bulan)
    bentuk = request.GET.get("bentuk", "")
    if bentuk in {"xlsx", "csv"}:
        sel = (sel_bulanan(bulan, b) for b in baris)
        return balasan_ekspor(
            request, nama=f"kinerja-bulanan-{bulan:%Y-%m}", judul=JUDUL_BULANAN, baris=sel, bentuk=bentuk
        )
    if bentuk == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"Rekap kinerja {bulan:%m-%Y}, {len(baris)} baris, pdf")
        pdf = rekap_pdf(baris, bulan, unit, request.user)
        return balasan_berkas(pdf, f"rekap-kinerja-{bulan:%Y-%m}.pdf", PDF, buatan_sendiri=True)
    isi = {
        "judul": f"Rekap kinerja {bulan_tahun(bulan)}",
        "bulan": bulan,
        "baris": baris,
        "unit": unit,
        "semua_unit": semua_unit,
        "terisi": sum(b.hari_terisi > 0 for b in baris),
        "dinilai": sum(b.penilaian is not None for b in baris),
        "menunggu": sum(b.menunggu for b in baris),
        **_bulan_lain(bulan),
    }
    return render(request, "kepegawaian/kinerja_rekap.html", isi)
