"""Dated rules of leave, and opening balances: edited here, without a programmer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from inti.access import dengan_izin
from inti.formats import tanggal_pendek
from inti.galat import SudahDikirim
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah, objek_atau_404, selesai
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.rekam import rekam_pulihkan
from kepegawaian.columns.cuti import AturanCutiColumns
from kepegawaian.filters.cuti import AturanCutiFilter
from kepegawaian.forms.cuti import AturanCutiForm, SaldoAwalForm
from kepegawaian.models import AturanCuti, SaldoAwalCuti
from kepegawaian.services.aturan_cuti import aturan_cuti_isi

IZIN = "kepegawaian.{}_aturancuti"
KE_DAFTAR = ("Aturan cuti", "kepegawaian:aturan_cuti_daftar")
KE_SALDO = ("Saldo cuti tahunan", "kepegawaian:cuti_saldo")


class AturanCutiDaftar(Daftar):
    model, columns, filters, permission = AturanCuti, AturanCutiColumns, AturanCutiFilter, IZIN.format("view")
    judul, urut_awal = "Aturan cuti", "id"
    tambah = ("Aturan baru", "kepegawaian:aturan_cuti_tambah", IZIN.format("add"))
    tautan = (("Tempat sampah", "trash", "kepegawaian:aturan_cuti_sampah", IZIN.format("delete")),)
    keterangan = "Yang berlaku pada tanggal mulai cutilah yang dipakai. Akhiri baris lama lalu tambah yang baru."
    kosong = ("Belum ada aturan cuti", "Tanpa aturan tidak ada cuti yang dapat diajukan.")
    template = "kepegawaian/aturan_cuti.html"


class AturanCutiRincian(Rincian):
    model, permission, daftar = AturanCuti, IZIN.format("view"), KE_DAFTAR
    ubah_rute, buang_rute = "kepegawaian:aturan_cuti_ubah", "kepegawaian:aturan_cuti_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: AturanCuti, bagian: str) -> dict[str, Any]:
        """Facts of the rule."""
        fakta: list[tuple[str, Any]] = [
            ("Jenis cuti", objek.get_jenis_display()),
            ("Kelompok", objek.get_kelompok_display()),
            ("Hak", objek.hak_tampil),
            ("Masa kerja paling kurang", f"{objek.masa_kerja} bulan" if objek.masa_kerja else "tidak disyaratkan"),
        ]
        fakta += [
            (str(objek._meta.get_field(n).verbose_name).capitalize(), getattr(objek, n))  # type: ignore[union-attr]
            for n in ("simpan", "simpan_tertunda", "surat_mulai", "surat_pemerintah_mulai", "kelahiran", "jeda")
            if getattr(objek, n)
        ]
        fakta += [
            ("Berlaku mulai", tanggal_pendek(objek.berlaku_mulai)),
            ("Berlaku sampai", tanggal_pendek(objek.berlaku_sampai) or "ada perubahan"),
            ("Dasar hukum", objek.dasar_hukum),
        ]
        return {"fakta": fakta}


class AturanCutiTambah(Tambah):
    model, form, permission, judul = AturanCuti, AturanCutiForm, IZIN.format("add"), "Aturan cuti baru"
    daftar = KE_DAFTAR


class AturanCutiUbah(Ubah):
    model, form, permission, judul = AturanCuti, AturanCutiForm, IZIN.format("change"), "Ubah aturan cuti"
    daftar = KE_DAFTAR


class AturanCutiBuang(Buang):
    model, permission, daftar = AturanCuti, IZIN.format("delete"), KE_DAFTAR


class _PulihkanUtuh(Pulihkan):
    def post(self, request: Permintaan, **lain: Any) -> HttpResponse:
        """Restore one, unless another has taken its place."""
        objek = objek_atau_404(request, self.model, request.POST.get("pk"), terbuang=True)
        try:
            hasil = rekam_pulihkan(objek=objek, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
            return redirect(request.path)
        return selesai(request, hasil, "Data dipulihkan.")


class AturanCutiPulihkan(_PulihkanUtuh):
    model, permission, daftar = AturanCuti, IZIN.format("delete"), KE_DAFTAR


@dengan_izin(IZIN.format("add"), metode=("POST",))
def aturan_isi(request: Permintaan) -> HttpResponse:
    """The rules in force in 2026, where none stands yet."""
    if request.POST.get("isi") != "baku":
        return redirect(KE_DAFTAR[1])
    try:
        hasil = aturan_cuti_isi(oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    pesan = f"{len(hasil)} aturan ditambahkan." if hasil else "Semua aturan sudah ada; tidak ada yang berubah."
    return selesai(request, KE_DAFTAR[1], pesan)


class _Saldo:
    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> SaldoAwalForm:
        """Only staff within the user's own."""
        return SaldoAwalForm(data, instance=objek, pengguna=request.user)


class SaldoAwalTambah(_Saldo, Tambah):
    model, form, judul, daftar = SaldoAwalCuti, SaldoAwalForm, "Saldo awal cuti", KE_SALDO
    permission = "kepegawaian.add_saldoawalcuti"


class SaldoAwalUbah(_Saldo, Ubah):
    model, form, judul, daftar = SaldoAwalCuti, SaldoAwalForm, "Ubah saldo awal cuti", KE_SALDO
    permission = "kepegawaian.change_saldoawalcuti"
