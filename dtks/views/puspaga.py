"""Counselling: register, case, sessions, result, letter. Every opening of a case leaves a line in the read log."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from dtks.columns.puspaga import KonselingColumns
from dtks.filters.puspaga import KonselingFilter
from dtks.forms.puspaga import HasilForm, KonselingForm, SesiForm
from dtks.models import Konseling, SesiKonseling
from dtks.services import puspaga as services
from inti.access import boleh
from inti.forms.dasar import AlasanForm, CetakForm
from inti.models import Cetakan, JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

LIHAT, DAFTAR, UBAH, SETUJU = (
    "dtks.view_konseling",
    "dtks.add_konseling",
    "dtks.change_konseling",
    "dtks.setujui_konseling",
)
S = Konseling.Status
KE_DAFTAR = ("Konseling PUSPAGA", "dtks:konseling_daftar")


class KonselingDaftar(Daftar):
    model, columns, filters, permission = Konseling, KonselingColumns, KonselingFilter, LIHAT
    judul, urut_awal = "Konseling PUSPAGA", "-tanggal"
    cari_di, cari_petunjuk = ("nomor__teks", "pria_nama", "wanita_nama"), "Nomor atau nama"
    tampilan = (("Berjalan", "status=berjalan"), ("Menunggu tanda tangan", "status=selesai"))
    tambah = ("Konseling baru", "dtks:konseling_tambah", DAFTAR)
    keterangan = "Data anak: hanya konselor dan penanda tangan surat yang membukanya, dan setiap pembukaan dicatat."
    kosong = ("Belum ada konseling", "Pasangan di bawah 19 tahun didaftarkan sebelum mengajukan dispensasi kawin.")


class KonselingRincian(Rincian):
    model, permission, daftar, ubah_rute = Konseling, LIHAT, KE_DAFTAR, "dtks:konseling_ubah"
    hubungan = ("nomor", "unit", "hasil_oleh", "disetujui_oleh", "surat_keluar__nomor", "surat_keluar__dokumen")
    bagian = (Bagian("ringkasan", "Ringkasan", "dtks/puspaga_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: Konseling, bagian: str) -> dict[str, Any]:
        """Both persons, sessions, prints."""
        dokumen = objek.surat_keluar.dokumen if objek.surat_keluar else None
        return {
            "sesi": list(objek.sesi.select_related("konselor")),
            "dokumen": dokumen,
            "cetakan": list(Cetakan.objects.filter(dokumen=dokumen).select_related("oleh")) if dokumen else [],
            "boleh_ubah_sesi": boleh(request.user, UBAH) and self.dapat_diubah(objek),
        }

    def aksi(self, request: Permintaan, objek: Konseling) -> list[Aksi]:
        """Verbs for the state and the user."""

        def ke(nama: str) -> str:
            return reverse(f"dtks:konseling_{nama}", args=[objek.pk])

        hasil = []
        if boleh(request.user, UBAH) and objek.status != S.BATAL:
            hasil.append(Aksi("Batalkan", ke("batal"), "x-circle", bahaya=True))
        if boleh(request.user, UBAH) and self.dapat_diubah(objek):
            hasil.append(Aksi("Catat sesi", ke("sesi"), "chat-bubble-left-right", utama=objek.status == S.TERDAFTAR))
            if objek.status == S.BERJALAN:
                hasil.append(Aksi("Isi hasil", ke("hasil"), "check", utama=True))
        if boleh(request.user, SETUJU) and objek.status == S.SELESAI:
            hasil.append(Aksi("Tanda tangani", ke("setujui"), "pencil-square", utama=True))
        if objek.status == S.SURAT_TERBIT:
            hasil.append(Aksi("Cetak surat", ke("cetak"), "printer", utama=True, tab_baru=True))
        return hasil


class KonselingTambah(Tambah):
    model, form, permission, judul = Konseling, KonselingForm, DAFTAR, "Konseling baru"
    template, daftar = "dtks/puspaga_form.html", KE_DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Konseling:
        return services.konseling_daftar(isian=form.cleaned_data, oleh=request.user)


class KonselingUbah(Ubah):
    model, form, permission, judul = Konseling, KonselingForm, UBAH, "Ubah data konseling"
    template, daftar = "dtks/puspaga_form.html", KE_DAFTAR

    def objek(self, request: Permintaan, pk: Any) -> Konseling:
        """The case with its number: the form shows all of it."""
        objek: Konseling = objek_atau_404(request, Konseling, pk, hubungan=("nomor__seri",))
        return objek

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Konseling:
        segar = Konseling.objects.get(pk=objek.pk)
        segar.versi = objek.versi
        return services.konseling_ubah(konseling=segar, isian=form.cleaned_data, oleh=request.user)


class SesiUbah(Ubah):
    model, form, permission, judul, daftar = SesiKonseling, SesiForm, UBAH, "Ubah sesi", KE_DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> SesiKonseling:
        segar = SesiKonseling.objects.get(pk=objek.pk)
        segar.versi = objek.versi
        return services.sesi_ubah(sesi=segar, isian=form.cleaned_data, oleh=request.user)


def _sesi_form(*args: Any, objek: Any, pengguna: Any, **kwargs: Any) -> SesiForm:
    """A session's form as a verb's: it is made anew, the case is known."""
    return SesiForm(*args, **kwargs)


@verb(Konseling, permission=UBAH, form=_sesi_form, judul="Catat sesi", hubungan=("nomor",))
def konseling_sesi(request: Permintaan, konseling: Konseling, form: SesiForm) -> HttpResponse:
    """A session held by the user."""
    services.sesi_catat(konseling=konseling, isian=form.cleaned_data, oleh=request.user)
    return selesai(request, konseling, "Sesi dicatat.")


@verb(Konseling, permission=UBAH, form=HasilForm, judul="Isi hasil konseling", hubungan=("nomor",))
def konseling_hasil(request: Permintaan, konseling: Konseling, form: HasilForm) -> HttpResponse:
    """The result; the letter waits for its signer."""
    services.konseling_selesai(konseling=konseling, oleh=request.user, **form.cleaned_data)
    return selesai(request, konseling, "Hasil disimpan; surat menunggu tanda tangan pimpinan.")


@verb(
    Konseling,
    permission=SETUJU,
    judul="Tanda tangani surat",
    tombol="Tanda tangani",
    template="dtks/puspaga_setujui.html",
    hubungan=("nomor",),
)
def konseling_setujui(request: Permintaan, konseling: Konseling) -> HttpResponse:
    hasil = services.konseling_setujui(konseling=konseling, oleh=request.user)
    return selesai(request, hasil, f"Surat terbit dengan nomor {hasil.surat_keluar.nomor}.")


@verb(
    Konseling,
    permission=LIHAT,
    form=CetakForm,
    judul="Cetak surat",
    tombol="Cetak",
    hubungan=("nomor", "surat_keluar__dokumen"),
)
def konseling_cetak(request: Permintaan, konseling: Konseling, form: CetakForm) -> HttpResponse:
    """Print; the reason counts from the second copy on."""
    isi = services.konseling_cetak(konseling=konseling, oleh=request.user, alasan=form.cleaned_data["alasan"])
    jejak_catat(request, JejakBaca.Jenis.UNDUH, konseling, "surat")
    return balasan_berkas(isi, "surat hasil konseling.pdf", "application/pdf", buatan_sendiri=True)


@verb(
    Konseling,
    permission=UBAH,
    form=AlasanForm,
    judul="Batalkan konseling",
    tombol="Batalkan konseling",
    bahaya=True,
    hubungan=("nomor",),
)
def konseling_batal(request: Permintaan, konseling: Konseling, form: AlasanForm) -> HttpResponse:
    services.konseling_batal(konseling=konseling, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, konseling, "Konseling dibatalkan.")
