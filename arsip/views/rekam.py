"""Records: the list, one record with its tabs, new and changed, its verbs."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from arsip.columns.rekam import BerkasColumns
from arsip.filters.rekam import BerkasFilter
from arsip.forms.bersama import UnggahForm
from arsip.forms.rekam import BerkasForm, PeristiwaForm
from arsip.models import BerkasArsip
from arsip.queries.halangan import halangan_berkas
from arsip.queries.rekam import objek_asal
from arsip.rules.musnah import JAUH
from arsip.services import rekam as services
from inti.access import boleh, boleh_atau_usul
from inti.forms.dasar import AlasanForm
from inti.pages import Aksi, Bagian, Daftar, Massal, Rincian, Tambah, Ubah, selesai, verb
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan

LIHAT, UBAH, TEMPATKAN = "arsip.view_berkasarsip", "arsip.change_berkasarsip", "arsip.tempatkan_berkasarsip"
TAHAN, LEPAS = "arsip.tahan_berkasarsip", "arsip.lepas_berkasarsip"
DAFTAR = ("Berkas arsip", "arsip:berkas_daftar")
S = BerkasArsip.Status


class BerkasDaftar(Daftar):
    model, columns, filters, permission = BerkasArsip, BerkasColumns, BerkasFilter, LIHAT
    judul, urut_awal = "Berkas arsip", "urut_kode"
    cari_di, cari_petunjuk = ("nomor", "uraian"), "Kode atau uraian"
    tampilan = (
        ("Belum ditempatkan", "soal=tanpa_tempat"),
        ("Tanpa kode retensi", "soal=tanpa_retensi"),
        ("Terlambat kembali", "soal=terlambat"),
    )
    tambah = ("Arsip baru", "arsip:berkas_tambah", "arsip.add_berkasarsip")
    tautan = (("Menempatkan harian", "inbox-stack", "arsip:berkas_belum", TEMPATKAN),)
    massal = (
        Massal("Tempatkan", "arsip:berkas_tempatkan", TEMPATKAN, "inbox-arrow-down", utama=True),
        Massal("Catat peristiwa", "arsip:berkas_peristiwa_banyak", UBAH, "calendar"),
        Massal("Cetak label", "arsip:berkas_label", LIHAT, "qr-code"),
    )
    ekspor_izin = LIHAT
    kosong = ("Belum ada arsip", "Surat yang diarsipkan dan berkas yang dicatat tampil di sini.")


class BerkasRincian(Rincian):
    model, permission, daftar = BerkasArsip, LIHAT, DAFTAR
    hubungan = (
        "jenis", "unit", "tempat", "retensi", "tahan_oleh", "periksa_oleh", "dibuat_oleh", "pemusnahan__nomor",
    )  # fmt: skip
    ubah_rute = "arsip:berkas_ubah"
    bagian = (
        Bagian("ringkasan", "Ringkasan", "arsip/berkas_ringkasan.html"),
        Bagian("pindaian", "Pindaian", "arsip/berkas_pindaian.html"),
        Bagian("peminjaman", "Peminjaman", "arsip/berkas_pinjam.html"),
    )

    def isi(self, request: Permintaan, objek: BerkasArsip, bagian: str) -> dict[str, Any]:
        """Facts with what would keep it from destruction; scans; loans."""
        if bagian == "pindaian":
            return {"pindaian": list(objek.pindaian.hidup().select_related("berkas").order_by("pk"))}
        if bagian == "peminjaman":
            return {"pinjaman": list(objek.peminjaman.hidup().select_related("nomor", "peminjam").order_by("-pk"))}
        hari = timezone.localdate()
        musnah = objek.status == S.MUSNAH
        return {
            "hari": hari,
            "jauh": JAUH,
            "pinjaman": objek.peminjaman.hidup().filter(status="dipinjam").select_related("nomor", "peminjam").first(),
            "halangan": [] if musnah else halangan_berkas([objek], hari)[objek.pk],
            "asal": objek_asal(objek, request.user),
        }

    def aksi(self, request: Permintaan, objek: BerkasArsip) -> list[Any]:
        """Verbs for the state and the user."""
        return aksi_berkas(request, objek)


def aksi_berkas(request: Permintaan, b: BerkasArsip) -> list[Aksi]:
    """What this user may do with this record now."""

    def ke(nama: str) -> str:
        return reverse(f"arsip:berkas_{nama}", args=[b.pk])

    if b.status == S.MUSNAH:
        return []
    hasil = []
    if boleh_atau_usul(request.user, UBAH):
        hasil.append(Aksi("Catat peristiwa", ke("peristiwa"), "calendar"))
        hasil.append(Aksi("Unggah pindaian", ke("pindai"), "arrow-up-tray"))
    tahan, lepas = boleh(request.user, TAHAN), boleh(request.user, LEPAS)
    if b.tahan_alasan and lepas:
        hasil.append(Aksi("Lepas penahanan", ke("lepas"), "lock-open"))
    elif not b.tahan_alasan and tahan:
        hasil.append(Aksi("Tahan", ke("tahan"), "lock-closed"))
    if b.periksa_alasan and lepas:
        hasil.append(Aksi("Akhiri pemeriksaan", ke("periksa_akhiri"), "check-circle"))
    elif not b.periksa_alasan and tahan:
        hasil.append(Aksi("Catat pemeriksaan", ke("periksa"), "magnifying-glass"))
    if boleh(request.user, "arsip.pinjamkan_arsip"):
        hasil.append(Aksi("Pinjamkan", ke("pinjamkan"), "arrow-right-start-on-rectangle", utama=True))
    elif boleh(request.user, "arsip.minta_pinjam"):
        hasil.append(Aksi("Minta pinjam", ke("minta"), "hand-raised", utama=True))
    return hasil


class BerkasTambah(Tambah):
    model, form, permission = BerkasArsip, BerkasForm, "arsip.add_berkasarsip"
    judul, daftar = "Arsip baru", DAFTAR

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> Any:
        """Narrowed to the user's units."""
        return BerkasForm(data, instance=objek, pengguna=request.user)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> BerkasArsip:
        """The service computes what follows from the schedule."""
        return services.berkas_arsip_tambah(isian=form.cleaned_data, oleh=request.user)


class BerkasUbah(Ubah):
    model, form, permission = BerkasArsip, BerkasForm, UBAH
    judul, daftar = "Ubah arsip", DAFTAR

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> Any:
        """Narrowed to the user's units."""
        return BerkasForm(data, instance=objek, pengguna=request.user)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> BerkasArsip:
        """The service computes what follows from the schedule."""
        return services.berkas_arsip_ubah(berkas=objek, isian=form.cleaned_data, oleh=request.user)


@verb(
    BerkasArsip, permission=UBAH, form=PeristiwaForm, judul="Catat peristiwa retensi", hubungan=("retensi",),
    template="arsip/peristiwa.html",
)  # fmt: skip
def berkas_peristiwa(request: Permintaan, berkas: BerkasArsip, form: PeristiwaForm) -> HttpResponse:
    """Start the clock."""
    hasil = services.peristiwa_catat(berkas=[berkas], tanggal=form.cleaned_data["tanggal"], oleh=request.user)
    return selesai(request, hasil, "Peristiwa dicatat; masa simpannya dihitung kembali.")


@verb(BerkasArsip, permission=UBAH, form=UnggahForm, judul="Unggah pindaian", tombol="Unggah")
def berkas_pindai(request: Permintaan, berkas: BerkasArsip, form: UnggahForm) -> HttpResponse:
    """Keep a scan with the record."""
    tersimpan = berkas_unggahan(form.cleaned_data["pindaian"], oleh=request.user)
    hasil = services.pindaian_tambah(berkas=berkas, pindaian=tersimpan, oleh=request.user)
    return selesai(request, hasil, "Pindaian disimpan.")


@verb(BerkasArsip, permission=TAHAN, form=AlasanForm, judul="Tahan arsip dari pemusnahan", tombol="Tahan")
def berkas_tahan(request: Permintaan, berkas: BerkasArsip, form: AlasanForm) -> HttpResponse:
    """A hold for a case at law."""
    hasil = services.arsip_tahan(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Arsip ditahan: tidak dapat dimusnahkan sampai dilepas.")


@verb(BerkasArsip, permission=LEPAS, form=AlasanForm, judul="Lepas penahanan", tombol="Lepas")
def berkas_lepas(request: Permintaan, berkas: BerkasArsip, form: AlasanForm) -> HttpResponse:
    """Lift the hold."""
    hasil = services.arsip_lepas(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Penahanan dilepas.")


@verb(BerkasArsip, permission=TAHAN, form=AlasanForm, judul="Catat pemeriksaan", tombol="Catat")
def berkas_periksa(request: Permintaan, berkas: BerkasArsip, form: AlasanForm) -> HttpResponse:
    """An audit wants it."""
    hasil = services.arsip_periksa_mulai(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Dicatat dalam pemeriksaan: tidak dapat dimusnahkan sampai diakhiri.")


@verb(BerkasArsip, permission=LEPAS, form=AlasanForm, judul="Akhiri pemeriksaan", tombol="Akhiri")
def berkas_periksa_akhiri(request: Permintaan, berkas: BerkasArsip, form: AlasanForm) -> HttpResponse:
    """The audit is closed."""
    hasil = services.arsip_periksa_akhiri(berkas=berkas, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Pemeriksaan diakhiri.")
