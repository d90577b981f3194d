"""One's own leave, the application with its count, and the queue of who has to consider or decide."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from inti.access import dengan_izin
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import BerkasTersimpan
from inti.pages import objek_atau_404, selesai
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan
from kepegawaian.forms.cuti import ISIAN, UNTUK_HITUNG, CutiForm
from kepegawaian.models import Pegawai, PengajuanCuti
from kepegawaian.queries.cuti import (
    HasilHitung,
    bentrok,
    hitung_pengajuan,
    jenis_tersedia,
    pegawai_dari,
    pejabat_cuti,
    ringkasan_saya,
    saldo_pegawai,
)
from kepegawaian.services import cuti as services

AJUKAN, TIMBANG = "kepegawaian.ajukan_cuti", "kepegawaian.pertimbangkan_cuti"


@dengan_izin(AJUKAN)
def cuti_saya(request: Permintaan) -> HttpResponse:
    """Balance and applications of the user himself."""
    pegawai = pegawai_dari(request.user)
    isi = ringkasan_saya(pegawai) if pegawai is not None else None
    return render(request, "kepegawaian/cuti_saya.html", {"judul": "Cuti saya", "isi": isi})


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def cuti_ajukan(request: Permintaan) -> HttpResponse:
    """A new application: "Hitung" shows what counts, "Kirim" files what was counted."""
    pegawai = pegawai_dari(request.user)
    if pegawai is None:
        return redirect("kepegawaian:cuti_saya")
    return _lembar(request, pegawai, None)


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def cuti_ubah(request: Permintaan, pk: int) -> HttpResponse:
    """The same form for one that came back."""
    cuti: PengajuanCuti = objek_atau_404(
        request, PengajuanCuti, pk, hubungan=("nomor", "pegawai__unit", "pegawai__pengguna", "surat")
    )
    if cuti.pegawai.pengguna_id != request.user.pk:
        raise Http404
    return _lembar(request, cuti.pegawai, cuti)


def _lembar(request: Permintaan, pegawai: Pegawai, cuti: PengajuanCuti | None) -> HttpResponse:
    hari = timezone.localdate()
    bentuk: dict[str, Any] = {"jenis": jenis_tersedia(pegawai, hari), "ada_surat": bool(cuti and cuti.surat_id)}
    hasil: HasilHitung | None = None
    if request.method == "POST":
        form = CutiForm(request.POST, request.FILES, **bentuk)
        sah = form.is_valid()
        if form.dapat_dihitung():
            hasil = _hitung(pegawai, form, cuti)
        dihitung = form.is_bound and request.POST.get("dihitung", "") == form.sidik()
        if "kirim" in request.POST and sah and dihitung:
            try:
                return _simpan(request, form, cuti)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except VersiBerubah:
                raise
            except AturanDilanggar as galat:
                beri_galat(form, galat)
        elif "hitung" in request.POST:
            # Counting asks for kind and days alone: what else lacks is said when it is sent.
            for nama in set(form.errors) - set(UNTUK_HITUNG):
                del form.errors[nama]
    else:
        form = CutiForm(initial={n: getattr(cuti, n) for n in ISIAN} if cuti else None, **bentuk)
    isi = {
        "judul": f"Ubah {cuti}" if cuti else "Ajukan cuti",
        "form": form,
        "objek": cuti,
        "pegawai": pegawai,
        "hasil": hasil,
        "sidik": form.sidik() if hasil else "",
        "pejabat": pejabat_cuti(pegawai, hari),
        "saldo": saldo_pegawai([pegawai], hari.year)[pegawai.pk][hari.year],
        "berubah": request.method == "POST" and "kirim" in request.POST and not form.errors,
    }
    return render(request, "kepegawaian/cuti_form.html", isi, status=422 if form.errors else 200)


def _hitung(pegawai: Pegawai, form: CutiForm, cuti: PengajuanCuti | None) -> HasilHitung:
    isi = form.cleaned_data
    return hitung_pengajuan(
        pegawai,
        jenis=isi["jenis"],
        mulai=isi["mulai"],
        sampai=isi["sampai"],
        surat=isi.get("surat_jenis", ""),
        kelahiran_ke=isi.get("kelahiran_ke"),
        kecuali=cuti.pk if cuti else None,
        tanggal=cuti.tanggal if cuti else None,
    )


def _simpan(request: Permintaan, form: CutiForm, cuti: PengajuanCuti | None) -> HttpResponse:
    berkas = form.cleaned_data.get("surat")
    surat: BerkasTersimpan | None = None
    if berkas:
        surat = berkas_unggahan(berkas, oleh=request.user)
    if cuti is not None:
        hasil = services.cuti_ubah(cuti=cuti, isian=form.isian(), oleh=request.user, surat=surat)
    else:
        hasil = services.cuti_ajukan(isian=form.isian(), oleh=request.user, surat=surat)
    return selesai(request, hasil, f"Pengajuan dikirim kepada {hasil.atasan}. Kabarnya tampil di Pemberitahuan.")


@dengan_izin(TIMBANG)
def cuti_antrean(request: Permintaan) -> HttpResponse:
    """What waits for this user, each with its balance and who else is away; made for a phone and the keyboard."""
    semua = list(
        PengajuanCuti.objects.all()
        .menunggu(request.user)
        .select_related("nomor", "pegawai__unit", "atasan", "pejabat", "surat")
        .order_by("mulai", "id")[:50]
    )
    tahun = max((c.mulai.year for c in semua), default=timezone.localdate().year)
    saldo = saldo_pegawai({c.pegawai_id: c.pegawai for c in semua}.values(), tahun) if semua else {}
    tindih = bentrok(semua)
    baris = [(c, saldo[c.pegawai_id].get(c.mulai.year), tindih[c.pk]) for c in semua]
    return render(request, "kepegawaian/cuti_antrean.html", {"judul": "Cuti menunggu Anda", "baris": baris})
