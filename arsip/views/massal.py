"""Batches: a list fills a template; one approval; a job gives the numbers; one PDF and its envelopes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from arsip.columns.naskah import MassalColumns
from arsip.documents.amplop import PILIHAN, cetak_alamat
from arsip.documents.naskah import surat_naskah
from arsip.forms.massal import MassalForm
from arsip.models import SuratKeluar, SuratMassal, TemplatSurat
from arsip.services import keluar as layanan_keluar
from arsip.services import massal as layanan_massal
from arsip.services.massal import naskah_baris, periksa_baris
from arsip.sheets.massal import GALAT_TAMPIL, DaftarMassal, baca_massal, templat_massal
from inti.access import boleh, dengan_izin
from inti.documents import gambar_surat
from inti.forms.dasar import AlasanForm, CetakForm
from inti.models import JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.sheets.berkas import BerkasTakTerpakai
from inti.views.berkas import balasan_berkas

LIHAT, TAMBAH, SETUJUI = "arsip.view_suratmassal", "arsip.add_suratmassal", "arsip.setujui_naskah"
DAFTAR = ("Surat massal", "arsip:suratmassal_daftar")
CONTOH = 5


class MassalDaftar(Daftar):
    model, columns, permission, judul = SuratMassal, MassalColumns, LIHAT, "Surat massal"
    cari_di, cari_petunjuk = ("nama",), "Nama kumpulan"
    tambah, ekspor_izin = ("Surat massal baru", "arsip:suratmassal_tambah", TAMBAH), LIHAT
    kosong = ("Belum ada surat massal", "Satu templat dan satu daftar tujuan menjadi banyak surat sekaligus.")


class MassalTambah(Tambah):
    model, form, permission = SuratMassal, MassalForm, TAMBAH
    judul, daftar, pesan = "Surat massal baru", DAFTAR, "Daftar tersimpan. Periksa contohnya, lalu ajukan."
    template = "arsip/massal_form.html"
    salah: list[Any] | None = None

    def lembar(self, request: Permintaan, form: Any, objek: Any = None, status: int = 200) -> HttpResponse:
        """With what is wrong in the list."""
        isi = {"form": form, "objek": None, "batal": reverse(DAFTAR[1]), "baru": False, "salah": self.salah}
        return self.tampil(request, isi, status=status)

    def jalankan(self, request: Permintaan, form: Any, objek: Any = None) -> HttpResponse:
        """Read the list before anything is stored: all its errors at once."""
        if form.is_valid():
            try:
                isi = _baca(form.cleaned_data["daftar"], form.cleaned_data["templat"])
            except BerkasTakTerpakai as galat:
                form.add_error("daftar", galat.pesan)
            else:
                if isi.galat:
                    self.salah = isi.galat[:GALAT_TAMPIL]
                    form.add_error(
                        "daftar", f"{len(isi.galat)} isian pada daftar perlu diperbaiki. Belum ada yang disimpan."
                    )
                form.baris = isi.baris
        return super().jalankan(request, form, objek)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> SuratMassal:
        """The service keeps the template's texts with the rows."""
        if request.user.unit is None:
            raise Http404
        data = form.cleaned_data
        return layanan_massal.massal_buat(
            nama=data["nama"],
            templat=data["templat"],
            unit=request.user.unit,
            penandatangan=data["penandatangan"],
            klasifikasi=data["klasifikasi"],
            baris=form.baris,
            oleh=request.user,
        )


def _baca(unggahan: Any, templat: TemplatSurat) -> DaftarMassal:
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / f"daftar{Path(unggahan.name).suffix.lower()[:5]}"
        berkas.write_bytes(unggahan.read())
        return baca_massal(berkas, templat)


class MassalRincian(Rincian):
    model, permission, daftar = SuratMassal, LIHAT, DAFTAR
    hubungan = ("templat", "unit", "konseptor", "penandatangan__pengguna", "tugas")
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/massal.html"),)

    def aksi(self, request: Permintaan, objek: SuratMassal) -> list[Any]:
        """The next step."""
        s = SuratMassal.Status
        alamat = {n: reverse(f"arsip:suratmassal_{n}", args=[objek.pk]) for n in (
            "contoh", "ajukan", "setujui", "kembalikan", "batalkan", "cetak", "amplop")}  # fmt: skip
        hasil = [Aksi("Contoh (PDF)", alamat["contoh"], "document-text")]
        if objek.status == s.KONSEP and boleh(request.user, TAMBAH):
            hasil += [
                Aksi("Batalkan", alamat["batalkan"], bahaya=True),
                Aksi("Ajukan", alamat["ajukan"], "paper-airplane", utama=True, langsung=True),
            ]
        if objek.boleh_disetujui(request.user) and boleh(request.user, SETUJUI):
            hasil += [
                Aksi("Kembalikan", alamat["kembalikan"]),
                Aksi("Setujui semua", alamat["setujui"], "check", utama=True),
            ]
        if objek.status == s.TERBIT:
            hasil += [
                Aksi("Amplop", f"{alamat['amplop']}?jenis=dl", "envelope"),
                Aksi("Cetak semua", alamat["cetak"], "printer", utama=True),
            ]
        return hasil

    def isi(self, request: Permintaan, objek: SuratMassal, bagian: str) -> dict[str, Any]:
        """The first rows, what each of them lacks, and the letters that came of them."""
        ada = {s.massal_urut: s for s in objek.surat_set.select_related("nomor").order_by("massal_urut")[:100]}
        contoh = [(n + 1, b, ada.get(n)) for n, b in enumerate(objek.baris[:100])]
        cacat = [
            (n + 1, c)
            for n in range(len(objek.baris))
            if objek.status == "konsep" and (c := periksa_baris(naskah_baris(objek, n)))
        ]
        return {
            "contoh": contoh,
            "banyak": len(objek.baris),
            "terbit": objek.surat_set.count(),
            "cacat": cacat[:50],
            "ukuran": PILIHAN,
        }


@dengan_izin(LIHAT)
def massal_contoh(request: Permintaan, pk: int) -> HttpResponse:
    """The first letters as they will be, marked KONSEP."""
    massal: SuratMassal = objek_atau_404(
        request, SuratMassal, pk, hubungan=("templat", "unit", "penandatangan", "konseptor")
    )
    surat = [surat_naskah(naskah_baris(massal, n)) for n in range(min(CONTOH, len(massal.baris)))]
    return balasan_berkas(gambar_surat(surat, judul=massal.nama), "contoh.pdf", "application/pdf", buatan_sendiri=True)


@verb(
    SuratMassal,
    permission=TAMBAH,
    judul="Ajukan surat massal",
    tombol="Ajukan",
    hubungan=("penandatangan__pengguna", "templat", "unit", "konseptor"),
)
def massal_ajukan(request: Permintaan, massal: SuratMassal) -> HttpResponse:
    """To its signer."""
    layanan_massal.massal_ajukan(massal=massal, oleh=request.user)
    return selesai(request, massal, "Diajukan kepada penanda tangan.")


@verb(
    SuratMassal,
    permission=SETUJUI,
    judul="Setujui semua surat",
    tombol="Setujui",
    hubungan=("penandatangan", "templat"),
)
def massal_setujui(request: Permintaan, massal: SuratMassal) -> HttpResponse:
    """One approval; a job numbers them."""
    hasil = layanan_massal.massal_setujui(massal=massal, oleh=request.user)
    return selesai(request, hasil.tugas, f"Disetujui. {len(hasil.baris)} surat sedang diberi nomor.")


@verb(
    SuratMassal,
    permission=SETUJUI,
    form=AlasanForm,
    judul="Kembalikan surat massal",
    tombol="Kembalikan",
    hubungan=("penandatangan",),
)
def massal_kembalikan(request: Permintaan, massal: SuratMassal, form: AlasanForm) -> HttpResponse:
    """Back to the writer."""
    layanan_massal.massal_kembalikan(massal=massal, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, massal, "Dikembalikan.")


@verb(
    SuratMassal,
    permission=TAMBAH,
    form=AlasanForm,
    judul="Batalkan surat massal",
    tombol="Batalkan kumpulan",
    bahaya=True,
)
def massal_batalkan(request: Permintaan, massal: SuratMassal, form: AlasanForm) -> HttpResponse:
    """None will be sent."""
    layanan_massal.massal_batalkan(massal=massal, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, massal, "Dibatalkan.")


@verb(SuratMassal, permission=LIHAT, form=CetakForm, judul="Cetak semua surat", tombol="Cetak")
def massal_cetak(request: Permintaan, massal: SuratMassal, form: CetakForm) -> HttpResponse:
    """All of them in one PDF, each print logged."""
    isi = layanan_keluar.surat_keluar_cetak(
        surat=_terbit(massal), oleh=request.user, alasan=form.cleaned_data["alasan"]
    )
    jejak_catat(request, JejakBaca.Jenis.UNDUH, massal, "cetak semua")
    return balasan_berkas(isi, "surat massal.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(LIHAT)
def massal_amplop(request: Permintaan, pk: int) -> HttpResponse:
    """Their envelopes in one PDF, of the size asked for."""
    massal: SuratMassal = objek_atau_404(request, SuratMassal, pk)
    surat, jenis = _terbit(massal), request.GET.get("jenis", "")
    if not surat or jenis not in dict(PILIHAN):
        raise Http404
    return balasan_berkas(cetak_alamat(surat, jenis), "amplop.pdf", "application/pdf", buatan_sendiri=True)


def _terbit(massal: SuratMassal) -> list[SuratKeluar]:
    hidup = massal.surat_set.exclude(keadaan=SuratKeluar.Keadaan.DIBATALKAN)
    return list(hidup.select_related("dokumen", "nomor").order_by("massal_urut"))


@dengan_izin("arsip.view_templatsurat")
def templat_contoh(request: Permintaan, pk: int) -> HttpResponse:
    """An empty list for a template."""
    templat: TemplatSurat = objek_atau_404(request, TemplatSurat, pk)
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return balasan_berkas(templat_massal(templat), f"daftar {templat.kode}.xlsx", jenis)
