"""My page: what the office holds of a member of staff himself, and asking to have it mended."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from inti.access import dengan_izin
from inti.formats import baca_versi
from inti.models import Pengguna
from inti.pages import Ubah
from inti.permintaan import Permintaan
from kepegawaian.forms.pegawai import DiriForm
from kepegawaian.models import Pegawai
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.queries.berkas import kelengkapan
from kepegawaian.queries.cuti import ringkasan_saya
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.queries.kinerja import ringkasan_saya as ringkasan_kinerja
from kepegawaian.queries.orang import fakta_orang, keluarga_orang, tempo_orang
from kepegawaian.rules.karier import keadaan_pada, masa_kerja
from kepegawaian.services import orang as services
from kepegawaian.views.berkas import balasan_satu_pdf
from kepegawaian.views.karier import pindaian

SENDIRI = "kepegawaian.lihat_diri"


def diri(pengguna: Pengguna) -> Pegawai | None:
    """The staff record of a user."""
    return Pegawai.objects.hidup().filter(pengguna=pengguna).select_related("unit", "foto", "pengguna").first()


@dengan_izin(SENDIRI)
def saya(request: Permintaan) -> HttpResponse:
    """Own data, papers that lack, what falls due, the career; or how to get a record when there is none."""
    p = diri(request.user)
    if p is None:
        return render(request, "kepegawaian/saya_kosong.html", {"judul": "Halaman saya"})
    hari = timezone.localdate()
    keadaan = keadaan_pada(karier_pegawai([p])[p.pk], hari, nilai_aturan())
    return render(
        request,
        "kepegawaian/saya.html",
        {
            "judul": "Halaman saya",
            "objek": p,
            "umur": p.umur_pada(hari),
            "tempo": tempo_orang(keadaan),
            "masa_kerja": masa_kerja(keadaan.masa_kerja_mulai, hari),
            "atasan": atasan_pada(p, hari),
            "lengkap": kelengkapan([p], request.user)[p.pk],
            "kelompok": fakta_orang(p),
            "keluarga": keluarga_orang(p),
            "cuti": ringkasan_saya(p),
            "kinerja": ringkasan_kinerja(p),
        },
    )


@dengan_izin(SENDIRI)
def saya_pdf(request: Permintaan) -> HttpResponse:
    """One's own papers as one PDF."""
    p = diri(request.user)
    if p is None:
        raise Http404
    return balasan_satu_pdf(request, p)


class SayaUbah(Ubah):
    """Ask to have one's own data mended: always a proposal, since nobody changes facts about himself."""

    model, form, permission, judul = Pegawai, DiriForm, "kepegawaian.ubah_diri", "Perbaiki data saya"
    hanya_usul = diri = True
    daftar, kembali, template = ("Halaman saya", "kepegawaian:saya"), "kepegawaian:saya", "kepegawaian/saya_form.html"

    def objek(self, request: Permintaan, pk: Any) -> Pegawai:
        """Oneself (or whose proposal is being mended), bearing the version that the form was opened with."""
        p = diri(request.usulan.pengusul if request.usulan else request.user)
        if p is None:
            raise Http404
        versi = request.POST.get("versi", "")
        p.versi = baca_versi(versi, p.versi)
        return p

    def simpan(self, request: Permintaan, form: DiriForm, objek: Pegawai) -> Any:
        """The service; the evidence goes along."""
        isi = {n: v for n, v in form.cleaned_data.items() if n not in {"alasan", "pindaian"}}
        return services.diri_ubah(
            pegawai=_bersih(objek),
            isian=isi,
            bukti=pindaian(request, form),
            alasan=form.cleaned_data["alasan"],
            oleh=request.user,
        )


def _bersih(objek: Pegawai) -> Pegawai:
    """The record as stored, with the version of the form: a bound form has already written on its instance."""
    segar = Pegawai.objects.get(pk=objek.pk)
    segar.versi = objek.versi
    return segar
