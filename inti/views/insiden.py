"""Incidents with personal data: the list with its clocks, the record, its notices on paper."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from inti.access import boleh, dengan_izin
from inti.columns.privasi import InsidenColumns, InsidenFilter
from inti.documents.privasi import OTORITAS, SUBJEK, surat_insiden
from inti.forms.privasi import InsidenForm, LaporForm, TutupForm
from inti.models import Insiden
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.services import insiden as services
from inti.views.berkas import balasan_berkas

LIHAT, CATAT, UBAH = (f"inti.{v}_insiden" for v in ("view", "add", "change"))
DAFTAR = ("Insiden data pribadi", "insiden_daftar")
S = Insiden.Status


class InsidenDaftar(Daftar):
    model, columns, filters, permission = Insiden, InsidenColumns, InsidenFilter, LIHAT
    judul, urut_awal = "Insiden data pribadi", "-diketahui_pada"
    cari_di, cari_petunjuk = ("judul", "nomor__teks"), "Pokok kejadian atau nomor"
    tampilan = (("Belum dilaporkan", "status=terbuka"),)
    tambah = ("Insiden baru", "insiden_tambah", CATAT)
    ekspor_izin = LIHAT
    keterangan = "Kegagalan pelindungan data dilaporkan dalam 3 x 24 jam sejak diketahui."
    kosong = ("Belum ada insiden", "Catat segera setelah diketahui, walau keterangannya belum lengkap.")


class InsidenRincian(Rincian):
    model, permission, daftar, ubah_rute = Insiden, LIHAT, DAFTAR, "insiden_ubah"
    hubungan = ("nomor", "dicatat_oleh", "dilaporkan_oleh")
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/insiden_ringkasan.html"),)

    def judul_objek(self, objek: Insiden) -> str:
        """Number and subject."""
        return f"{objek}: {objek.judul}"

    def aksi(self, request: Permintaan, objek: Insiden) -> list[Aksi]:
        """Report, then close; the notices any time."""
        surat = [
            Aksi(teks, reverse("insiden_surat", args=[objek.pk, jenis]), "printer")
            for teks, jenis in (("Surat ke lembaga", OTORITAS), ("Surat ke orang terdampak", SUBJEK))
        ]
        if not boleh(request.user, UBAH):
            return surat
        if objek.status == S.TERBUKA:
            surat.append(Aksi("Catat pelaporan", reverse("insiden_lapor", args=[objek.pk]), "megaphone", utama=True))
        elif objek.status == S.DILAPORKAN:
            surat.append(Aksi("Tutup", reverse("insiden_tutup", args=[objek.pk]), "check", utama=True))
        return surat


class InsidenTambah(Tambah):
    model, form, permission = Insiden, InsidenForm, CATAT
    judul, daftar, pesan = "Insiden baru", DAFTAR, "Insiden dicatat. Laporkan dalam 3 x 24 jam sejak diketahui."

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Insiden:
        """The service gives number and clock."""
        return services.insiden_catat(isian=form.cleaned_data, oleh=request.user)


class InsidenUbah(Ubah):
    model, form, permission = Insiden, InsidenForm, UBAH
    judul, daftar = "Ubah insiden", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Insiden:
        """Refused once it was reported."""
        return services.insiden_ubah(insiden=objek, isian=form.cleaned_data, oleh=request.user)


@verb(Insiden, permission=UBAH, form=LaporForm, judul="Catat pelaporan insiden", tombol="Simpan")
def insiden_lapor(request: Permintaan, objek: Insiden, form: LaporForm) -> HttpResponse:
    """The notice went out."""
    return selesai(
        request,
        services.insiden_lapor(insiden=objek, oleh=request.user, **form.cleaned_data),
        "Pelaporan dicatat.",
    )


@verb(Insiden, permission=UBAH, form=TutupForm, judul="Tutup insiden", tombol="Tutup")
def insiden_tutup(request: Permintaan, objek: Insiden, form: TutupForm) -> HttpResponse:
    return selesai(
        request,
        services.insiden_tutup(insiden=objek, penutup=form.cleaned_data["penutup"], oleh=request.user),
        "Insiden ditutup.",
    )


@dengan_izin(LIHAT)
def insiden_surat(request: Permintaan, pk: int, jenis: str) -> HttpResponse:
    """The notice as PDF, to the authority or to those concerned."""
    objek = objek_atau_404(request, Insiden, pk, hubungan=("nomor",))
    if jenis not in {OTORITAS, SUBJEK}:
        raise Http404
    isi = surat_insiden(objek, jenis, request.user)
    return balasan_berkas(isi, f"pemberitahuan-{objek.nomor}-{jenis}.pdf", "application/pdf", buatan_sendiri=True)
