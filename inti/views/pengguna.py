"""Administration of accounts, by attributes on the generic pages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inti.columns.sistem import PenggunaColumns, keadaan_akun, masa
from inti.filters.sistem import PenggunaFilter
from inti.formats.waktu import saat
from inti.forms.akun import PenggunaBaruForm, PenggunaForm, PeranForm
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import Pengguna
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, selesai, verb
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services import pengguna as layanan
from inti.services.faktor import punya_faktor
from inti.templatetags.tu import label_html

DAFTAR = ("Pengguna", "pengguna_daftar")
UBAH = "inti.change_pengguna"


class PenggunaDaftar(Daftar):
    model, columns, filters, judul = Pengguna, PenggunaColumns, PenggunaFilter, "Pengguna"
    permission, urut_awal = "inti.view_pengguna", "nama"
    cari_di, cari_petunjuk = ("nama", "username"), "Nama atau nama pengguna"
    tampilan = (("Aktif", "aktif=True"), ("Magang", "peran=magang"))
    tambah = ("Pengguna baru", "pengguna_tambah", "inti.add_pengguna")
    ekspor_izin = "inti.change_pengguna"
    kosong = ("Belum ada pengguna", "Buat akun bagi setiap orang; satu akun tidak dipakai bersama.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Roles come along in one query."""
        return super().kueri(request).prefetch_related("groups")


class PenggunaRincian(Rincian):
    model, permission, daftar = Pengguna, "inti.view_pengguna", DAFTAR
    hubungan = ("unit", "desa", "perusahaan", "atasan")
    ubah_rute, ubah_diri = "pengguna_ubah", True
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: Pengguna, bagian: str) -> dict[str, Any]:
        """Facts of the account."""
        sandi = (
            f"Sekali pakai, sampai {saat(objek.sandi_sekali_sampai)}" if objek.wajib_ganti_sandi else "Milik sendiri"
        )
        fakta = [
            ("Nama pengguna", objek.username),
            ("Keadaan", label_html(*keadaan_akun(objek))),
            ("Peran", layanan.sebut_peran(layanan.peran_pengguna(objek))),
            ("Unit kerja", objek.unit),
            ("Desa", objek.desa),
            ("Perusahaan", objek.perusahaan),
            ("Atasan/pembimbing", objek.atasan),
            ("Masa berlaku", masa(objek) or "tidak dibatasi"),
            ("Pos-el", objek.email),
            ("Kata sandi", sandi),
            ("Faktor kedua", "Terpasang" if punya_faktor(objek) else "Belum terpasang"),
            ("Sesi yang sedang masuk", objek.sesi.count() or "tidak ada"),
        ]
        return {"fakta": [(n, v) for n, v in fakta if v or n not in {"Unit kerja", "Desa", "Perusahaan"}]}

    def aksi(self, request: Permintaan, objek: Pengguna) -> list[Aksi]:
        """What the administrator may do with this account now; nothing of it with his own."""
        if not request.user.has_perm(UBAH) or objek.pk == request.user.pk:
            return []

        def alamat(rute: str) -> str:
            return reverse(rute, args=[objek.pk])

        aksi = [
            Aksi("Atur peran", alamat("pengguna_peran"), "user-group"),
            Aksi("Setel ulang kata sandi", alamat("pengguna_sandi"), "key"),
        ]
        if punya_faktor(objek):
            aksi.append(Aksi("Lepas faktor kedua", alamat("pengguna_faktor")))
        if objek.sesi.exists() and objek.pk != request.user.pk:
            aksi.append(Aksi("Keluarkan dari semua sesi", alamat("pengguna_keluarkan"), langsung=True))
        if objek.is_active:
            aksi.append(Aksi("Nonaktifkan", alamat("pengguna_nonaktif"), "no-symbol", bahaya=True))
        else:
            aksi.append(Aksi("Aktifkan kembali", alamat("pengguna_aktif"), utama=True))
        return aksi


class PenggunaTambah(Tambah):
    model, form, permission = Pengguna, PenggunaBaruForm, "inti.add_pengguna"
    judul, daftar = "Pengguna baru", DAFTAR

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """One account at a time: its password must be handed over first."""
        return super().tampil(request, {**isi, "baru": False}, status)

    def jalankan(self, request: Permintaan, form: Any, objek: Any = None) -> HttpResponse:
        """Make the account and show its one-time password in this reply only."""
        if form.is_valid():
            try:
                baru = self.simpan(request, form, None)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
            else:
                return _tampilkan_sandi(request, baru, "Akun dibuat")
        return self.lembar(request, form, objek, status=422)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Pengguna:
        """Only declared fields reach the service."""
        isi = form.cleaned_data
        return layanan.pengguna_tambah(
            username=isi["username"],
            isian={n: isi[n] for n in layanan.BIDANG},
            peran=isi["peran"],
            oleh=request.user,
        )


class PenggunaUbah(Ubah):
    model, form, permission = Pengguna, PenggunaForm, UBAH
    judul, daftar, diri = "Ubah pengguna", DAFTAR, True

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Pengguna:
        """Only declared fields reach the service."""
        isian = {n: form.cleaned_data[n] for n in layanan.BIDANG}
        return layanan.pengguna_ubah(pengguna=objek, isian=isian, oleh=request.user)


@verb(Pengguna, permission=UBAH, form=PeranForm, judul="Atur peran")
def pengguna_peran(request: Permintaan, pengguna: Pengguna, form: PeranForm) -> HttpResponse:
    """Give exactly the ticked roles."""
    layanan.pengguna_atur_peran(pengguna=pengguna, oleh=request.user, **form.cleaned_data)
    return selesai(request, pengguna, "Peran diatur. Peran yang dilepas mengakhiri sesinya.")


@verb(Pengguna, permission=UBAH, form=AlasanForm, judul="Nonaktifkan akun", tombol="Nonaktifkan", bahaya=True)
def pengguna_nonaktif(request: Permintaan, pengguna: Pengguna, form: AlasanForm) -> HttpResponse:
    """Shut the account."""
    layanan.pengguna_nonaktifkan(pengguna=pengguna, oleh=request.user, sebab=form.cleaned_data["alasan"])
    return selesai(request, pengguna, "Akun dinonaktifkan dan semua sesinya diakhiri.")


@verb(Pengguna, permission=UBAH, form=AlasanForm, judul="Aktifkan kembali akun", tombol="Aktifkan kembali")
def pengguna_aktif(request: Permintaan, pengguna: Pengguna, form: AlasanForm) -> HttpResponse:
    """Open the account again."""
    layanan.pengguna_aktifkan(pengguna=pengguna, oleh=request.user, sebab=form.cleaned_data["alasan"])
    return selesai(request, pengguna, "Akun aktif kembali. Pemiliknya dapat masuk dengan kata sandinya.")


@verb(Pengguna, permission=UBAH, form=AlasanForm, judul="Setel ulang kata sandi", tombol="Setel ulang")
def pengguna_sandi(request: Permintaan, pengguna: Pengguna, form: AlasanForm) -> HttpResponse:
    """A new one-time password, shown in this reply only."""
    segar = layanan.pengguna_setel_sandi(pengguna=pengguna, oleh=request.user, sebab=form.cleaned_data["alasan"])
    return _tampilkan_sandi(request, segar, "Kata sandi disetel ulang")


@verb(Pengguna, permission=UBAH, form=AlasanForm, judul="Lepas faktor kedua", tombol="Lepas faktor kedua", bahaya=True)
def pengguna_faktor(request: Permintaan, pengguna: Pengguna, form: AlasanForm) -> HttpResponse:
    """Take the second factor of somebody who lost his telephone away."""
    layanan.pengguna_lepas_faktor(pengguna=pengguna, oleh=request.user, sebab=form.cleaned_data["alasan"])
    return selesai(request, pengguna, "Faktor kedua dilepas. Pemilik akun diberi tahu.")


@verb(Pengguna, permission=UBAH, judul="Keluarkan dari semua sesi", tombol="Keluarkan")
def pengguna_keluarkan(request: Permintaan, pengguna: Pengguna) -> HttpResponse:
    """End all sessions."""
    layanan.pengguna_keluarkan(pengguna=pengguna, oleh=request.user)
    return selesai(request, pengguna, "Semua sesinya diakhiri.")


def _tampilkan_sandi(request: Permintaan, pengguna: Pengguna, judul: str) -> HttpResponse:
    isi = {"judul": judul, "objek": pengguna, "sandi": pengguna.sandi_sekali}
    return render(request, "inti/sandi_sekali.html", isi)
