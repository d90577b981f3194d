"""Proposals: one's own, the queue of those who decide, and their verbs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from inti.access import boleh, dengan_izin
from inti.columns.sistem import UsulanColumns
from inti.filters.sistem import UsulanFilter
from inti.formats import baca_versi
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import Usulan
from inti.pages import Aksi, Bagian, Daftar, Rincian, selesai, verb
from inti.pages.dasar import kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.queries import usulan as queries
from inti.services import usulan as services

LIHAT, SETUJUI, TARIK = "inti.view_usulan", "inti.setujui_usulan", "inti.tarik_usulan"
S = Usulan.Status
TERBANYAK = 50  # shown and decided at once


class UsulanDaftar(Daftar):
    model, columns, filters, permission, judul = Usulan, UsulanColumns, UsulanFilter, LIHAT, "Usulan"
    urut_awal = "-diajukan_pada"
    cari_di, cari_petunjuk = ("sasaran",), "Mengenai siapa"
    tampilan = (("Menunggu", "status=menunggu"), ("Dikembalikan", "status=dikembalikan"))
    tautan = (("Periksa antrean", "queue-list", "usulan_antrean", SETUJUI),)
    ekspor_izin = LIHAT
    kosong = ("Belum ada usulan", "Perubahan yang diisi peserta magang tampil di sini sampai diputus penyelia.")


class UsulanRincian(Rincian):
    model, permission, daftar = Usulan, LIHAT, ("Usulan", "usulan_daftar")
    hubungan = ("pengusul", "pemeriksa", "hasil")
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/usulan_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: Usulan, bagian: str) -> dict[str, Any]:
        """What it would change, its files, and what moved meanwhile."""
        terbuka = objek.terbuka
        return {
            "bergerak": queries.berubah_sejak(objek) if terbuka else [],
            "lampiran": queries.lampiran([objek]).get(objek.pk, []),
            "milik": objek.pengusul_id == request.user.pk,
        }

    def aksi(self, request: Permintaan, objek: Usulan) -> list[Aksi]:
        """Deciding for others, mending for its proposer."""

        def ke(nama: str) -> str:
            return reverse(f"usulan_{nama}", args=[objek.pk])

        if objek.pengusul_id == request.user.pk:
            if not objek.terbuka or not boleh(request.user, TARIK):
                return []
            return [
                Aksi("Tarik", ke("tarik"), "x-circle", bahaya=True),
                Aksi("Perbaiki", objek.alamat_sunting, "pencil-square", utama=objek.status == S.DIKEMBALIKAN),
            ]
        berhak = boleh(request.user, SETUJUI) and boleh(request.user, objek.izin)
        if objek.status != S.MENUNGGU or not (berhak and queries.boleh_memeriksa(objek, request.user)):
            return []
        return [
            Aksi("Kembalikan", ke("kembalikan"), "arrow-uturn-left"),
            Aksi("Sunting lalu setujui", objek.alamat_sunting, "pencil-square"),
            Aksi("Setujui", ke("setujui"), "check", utama=True, langsung=True),
        ]


@dengan_izin(SETUJUI)
def usulan_antrean(request: Permintaan) -> HttpResponse:
    """What waits, oldest first, each with its before and after; one by one or all that are ticked. Made for a phone."""
    tunggu = list(queries.menunggu(request.user)[:TERBANYAK])
    bergerak, lampiran = queries.sudah_bergerak(tunggu), queries.lampiran(tunggu)
    isi = [{"u": u, "bergerak": u.pk in bergerak, "lampiran": lampiran.get(u.pk, [])} for u in tunggu]
    return render(request, "inti/usulan_antrean.html", {"judul": "Usulan menunggu persetujuan", "usulan": isi})


@verb(Usulan, permission=SETUJUI, judul="Setujui usulan", tombol="Setujui", hubungan=("pengusul",))
def usulan_setujui(request: Permintaan, usulan: Usulan) -> HttpResponse:
    services.usulan_setujui(usulan=usulan, oleh=request.user)
    return selesai(request, usulan, "Usulan disetujui dan sudah berlaku.")


@verb(Usulan, permission=SETUJUI, form=AlasanForm, judul="Kembalikan usulan", tombol="Kembalikan")
def usulan_kembalikan(request: Permintaan, usulan: Usulan, form: AlasanForm) -> HttpResponse:
    """Back to its proposer with what must be mended."""
    services.usulan_kembalikan(usulan=usulan, oleh=request.user, catatan=form.cleaned_data["alasan"])
    return selesai(request, "usulan_antrean", "Usulan dikembalikan kepada pengusulnya.")


@verb(Usulan, permission=TARIK, judul="Tarik usulan", tombol="Tarik", bahaya=True)
def usulan_tarik(request: Permintaan, usulan: Usulan) -> HttpResponse:
    """Withdraw one's own."""
    if usulan.pengusul_id != request.user.pk:
        raise Http404
    return selesai(request, services.usulan_tarik(usulan=usulan, oleh=request.user), "Usulan ditarik.")


@dengan_izin(SETUJUI, metode=("POST",))
def usulan_setujui_massal(request: Permintaan) -> HttpResponse:
    """Approve those ticked, each for itself: one that can't be approved doesn't hold up the others."""
    pilihan = kunci_dipilih(request, terbanyak=TERBANYAK)
    berhasil = 0
    for u in Usulan.objects.untuk(request.user).filter(pk__in=pilihan).select_related("pengusul").order_by("id"):
        versi = request.POST.get(f"versi_{u.pk}", "")
        u.versi = baca_versi(versi, 0)
        try:
            services.usulan_setujui(usulan=u, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            messages.error(request, f"{u}: berubah sesudah Anda membukanya. Periksa kembali.")
        except AturanDilanggar as galat:
            messages.error(request, f"{u}: {galat.kalimat}")
        else:
            berhasil += 1
    if berhasil:
        messages.success(request, f"{berhasil} usulan disetujui dan sudah berlaku.")
    elif not pilihan:
        messages.error(request, "Belum ada usulan yang dipilih.")
    return redirect("usulan_antrean")
