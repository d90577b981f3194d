"""Requests: list, page, and the verbs of a decision."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dtks.columns.layanan import PermohonanColumns
from dtks.documents.surat import lembar_putusan
from dtks.filters.layanan import PermohonanFilter
from dtks.forms.layanan import LepasForm, PermohonanForm, TerimaForm, TolakForm
from dtks.models import Permohonan, SuratRekomendasi
from dtks.queries.aturan import syarat_pada
from dtks.queries.penilaian import KODE_FASKES, putusan_kini
from dtks.services import loket as services
from dtks.services.terbit_ulang import permohonan_segarkan as segarkan
from dtks.views.loket import simpan_pindaian
from inti.access import boleh, boleh_atau_usul, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.gerbang.pengajuan import isian_usulan
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404, selesai, verb
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.views.berkas import balasan_berkas

S = Permohonan.Status


class PermohonanDaftar(Daftar):
    model, columns, filters = Permohonan, PermohonanColumns, PermohonanFilter
    permission = "dtks.view_permohonan"
    judul = "Permohonan"
    urut_awal = "-tanggal"
    cari_di = ("pemohon", "nomor__teks")
    cari_petunjuk = "Pemohon atau nomor"
    tampilan = (
        ("Diperiksa", "status=diperiksa"),
        ("Belum lengkap", "status=belum_lengkap"),
        ("Ditolak", "status=ditolak"),
        ("Dari desa", "asal=desa&status=diperiksa"),
    )
    ekspor_izin = "dtks.ekspor_individu"
    tautan = (
        ("Poster cek status A4", "printer", "cek:poster", "dtks.view_permohonan"),
        ("Poster A3", "printer", "cek:poster_a3", "dtks.view_permohonan"),
    )
    kosong = ("Belum ada permohonan", "Permohonan dicatat dari loket setelah warga diperiksa.")


class PermohonanRincian(Rincian):
    model = Permohonan
    permission = "dtks.view_permohonan"
    hubungan = (
        "nomor",
        "desa",
        "unit",
        "kunjungan__dilayani_oleh",
        "pemeriksaan",
        "diputus_oleh",
        "diajukan_oleh",
        "id_dilengkapi_oleh",
    )
    daftar = ("Permohonan", "dtks:permohonan_daftar")
    bagian = (
        Bagian("ringkasan", "Ringkasan", "dtks/permohonan_ringkasan.html"),
        Bagian("berkas", "Berkas", "dtks/permohonan_berkas.html"),
    )

    def judul_objek(self, objek: Permohonan) -> str:
        """Kind and applicant."""
        return f"{objek.get_jenis_display()}, {objek.pemohon}"

    def isi(self, request: Permintaan, objek: Permohonan, bagian: str) -> dict[str, Any]:
        """Members, finding, papers, letter."""
        berkas = list(objek.berkas.select_related("syarat", "berkas", "diperiksa_oleh"))
        return {
            "putusan": putusan_kini(objek),
            "anggota": (anggota := list(objek.anggota.all())),
            "boleh_lepas": objek.terbuka
            and len(anggota) > 1
            and boleh_atau_usul(request.user, "dtks.change_permohonan"),
            "boleh_segarkan": objek.terbuka and boleh_atau_usul(request.user, "dtks.change_permohonan"),
            "berkas": berkas,
            "faskes_ada": any(b.ada and b.syarat.kode == KODE_FASKES for b in berkas),
            "surat": list(objek.surat.select_related("surat_keluar__nomor", "disetujui_oleh").order_by("id")),
            "boleh_putus": boleh_atau_usul(request.user, "dtks.putuskan_permohonan") and objek.terbuka,
            "usul_putus": not boleh(request.user, "dtks.putuskan_permohonan"),
            "boleh_simpang": boleh(request.user, "dtks.simpangi_permohonan"),
            "boleh_buka_nik": boleh(request.user, "dtks.tampilkan_nik"),
        }

    def aksi(self, request: Permintaan, objek: Permohonan) -> list[Aksi]:
        """What the head of the page offers."""
        hasil = []
        if objek.terbuka and boleh_atau_usul(request.user, "dtks.change_permohonan"):
            hasil.append(Aksi("Perbarui berkas", reverse("dtks:permohonan_ubah_berkas", args=[objek.pk]), "paper-clip"))
        if objek.asal == Permohonan.Asal.DESA and objek.terbuka and boleh(request.user, "dtks.ajukan_permohonan"):
            perlu = objek.status == S.BELUM_LENGKAP
            hasil.append(Aksi("Lengkapi berkas", reverse("dtks:desa_lengkapi", args=[objek.pk]), "camera", utama=perlu))
        if objek.dapat_dibuka and boleh(request.user, "dtks.simpangi_permohonan"):
            hasil.append(Aksi("Buka kembali", reverse("dtks:penolakan_buka", args=[objek.pk]), "arrow-uturn-left"))
        perlu_lembar = objek.status in {S.DITOLAK, S.BELUM_LENGKAP}
        hasil.append(
            Aksi(
                "Cetak lembar" if perlu_lembar else "Cetak tanda terima",
                reverse("dtks:permohonan_lembar", args=[objek.pk]),
                "printer",
                utama=perlu_lembar and not hasil,
            )
        )
        surat = (
            SuratRekomendasi.objects.filter(permohonan=objek).exclude(status=SuratRekomendasi.Status.DIBATALKAN).first()
        )
        if surat is not None and boleh(request.user, "dtks.view_suratrekomendasi"):
            hasil.append(Aksi("Buka surat", surat.get_absolute_url(), "document-text", utama=True))
        return hasil


@verb(
    Permohonan,
    permission="dtks.putuskan_permohonan",
    form=TerimaForm,
    judul="Terima permohonan",
    tombol="Terima",
    template="dtks/putuskan.html",
)
def permohonan_terima(request: Permintaan, permohonan: Permohonan, form: TerimaForm) -> HttpResponse:
    hasil = services.permohonan_terima(
        permohonan=permohonan,
        oleh=request.user,
        catatan=form.cleaned_data["catatan"],
        boleh_simpang=boleh(request.user, "dtks.simpangi_permohonan"),
    )
    surat = hasil.surat.exclude(status=SuratRekomendasi.Status.DIBATALKAN).get()
    pesan = (
        "Surat siap dicetak."
        if surat.status == SuratRekomendasi.Status.DISETUJUI
        else "Surat menunggu persetujuan pejabat."
    )
    return selesai(request, hasil, f"Permohonan diterima. {pesan}")


@verb(
    Permohonan,
    permission="dtks.putuskan_permohonan",
    form=TolakForm,
    judul="Tolak permohonan",
    tombol="Tolak",
    template="dtks/putuskan.html",
    bahaya=True,
)
def permohonan_tolak(request: Permintaan, permohonan: Permohonan, form: TolakForm) -> HttpResponse:
    """Refuse with a coded reason."""
    hasil = services.permohonan_tolak(
        permohonan=permohonan,
        oleh=request.user,
        boleh_simpang=boleh(request.user, "dtks.simpangi_permohonan"),
        **form.cleaned_data,
    )
    return selesai(request, hasil, "Permohonan ditolak. Lembar alasan siap dicetak.")


@verb(
    Permohonan,
    permission="dtks.simpangi_permohonan",
    form=AlasanForm,
    judul="Buka kembali penolakan",
    tombol="Buka kembali",
    template="dtks/penolakan_buka.html",
)
def penolakan_buka(request: Permintaan, permohonan: Permohonan, form: AlasanForm) -> HttpResponse:
    """A refusal by mistake is decided anew."""
    hasil = services.penolakan_buka(permohonan=permohonan, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Penolakan dibuka kembali. Putuskan permohonan ini lagi.")


@verb(Permohonan, permission="dtks.putuskan_permohonan", judul="Kembalikan untuk dilengkapi", tombol="Kembalikan")
def permohonan_tunda(request: Permintaan, permohonan: Permohonan) -> HttpResponse:
    """Send back once with everything that lacks."""
    hasil = services.permohonan_tunda(permohonan=permohonan, oleh=request.user)
    return selesai(request, hasil, "Dikembalikan untuk dilengkapi. Lembar kekurangan siap dicetak.")


@verb(Permohonan, permission="dtks.change_permohonan", judul="Lengkapi ID-DTKS dari data terpadu", tombol="Lengkapi ID")
def permohonan_lengkapi_id(request: Permintaan, permohonan: Permohonan) -> HttpResponse:
    """Complete the ID from the registry."""
    hasil = services.permohonan_lengkapi_id(permohonan=permohonan, oleh=request.user)
    return selesai(request, hasil, "ID-DTKS dilengkapi dari data terpadu, dicatat atas nama Anda.")


@verb(Permohonan, permission="dtks.change_permohonan", judul="Perbarui dari data terpadu", tombol="Perbarui")
def permohonan_segarkan(request: Permintaan, permohonan: Permohonan) -> HttpResponse:
    """What the registry says today of each member."""
    hasil = segarkan(permohonan=permohonan, oleh=request.user)
    return selesai(request, hasil, "Disamakan dengan data terpadu hari ini. Periksa sarannya, lalu putuskan.")


@verb(
    Permohonan,
    permission="dtks.change_permohonan",
    form=LepasForm,
    judul="Lepas anggota",
    tombol="Lepas",
    template="dtks/putuskan.html",
)
def anggota_lepas(request: Permintaan, permohonan: Permohonan, form: LepasForm) -> HttpResponse:
    """A person who can't be asked for with the others goes off the request."""
    isi = form.cleaned_data
    nama = isi["anggota"].nama
    hasil = services.anggota_lepas(
        permohonan=permohonan, anggota=isi["anggota"], karena=isi["alasan"], oleh=request.user
    )
    return selesai(request, hasil, f"{nama} dilepas dari permohonan ini.")


@dengan_izin("dtks.change_permohonan", metode=("GET", "POST"))
def permohonan_ubah_berkas(request: Permintaan, pk: int) -> HttpResponse:
    """Papers that came later, or a slip of the keyboard."""
    objek = objek_atau_404(request, Permohonan, pk, hubungan=("nomor",))
    syarat = syarat_pada(objek.jenis, objek.tanggal)
    awal = {
        k: getattr(objek, k)
        for k in (
            "telepon",
            "pengantar_nomor",
            "pengantar_tanggal",
            "id_pada_pengantar",
            "keperluan",
            "faskes_nama",
            "faskes_nomor",
            "faskes_tanggal",
        )
    }
    awal |= {f"ada_{b.syarat.kode}": b.ada for b in objek.berkas.select_related("syarat")}
    bentuk: dict[str, Any] = {"jenis": objek.jenis, "keluarga": [], "syarat": syarat, "permohonan": objek}
    form = (
        PermohonanForm(request.POST, request.FILES, **bentuk)
        if request.method == "POST"
        else PermohonanForm(isian_usulan(request), initial=awal, **bentuk)
    )
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.permohonan_berkas(
                permohonan=objek,
                isian=form.isian(),
                berkas_ada=form.berkas_ada(),
                oleh=request.user,
                pindaian=simpan_pindaian(request, form),
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, hasil, "Berkas diperbarui.")
    return render(
        request,
        "dtks/permohonan_form.html",
        {"judul": f"Perbarui berkas, {objek.pemohon}", "form": form, "objek": objek},
        status=422 if form.errors else 200,
    )


@dengan_izin("dtks.view_permohonan")
def permohonan_lembar(request: Permintaan, pk: int) -> HttpResponse:
    """The slip for the citizen as PDF."""
    objek = objek_atau_404(request, Permohonan, pk, hubungan=("nomor",))
    return balasan_berkas(
        lembar_putusan(objek, request.user), f"Lembar {objek.nomor.teks}.pdf", "application/pdf", buatan_sendiri=True
    )
