"""Requests of data subjects: the list with its clocks, what is held of the person, his copy, the answer."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from inti.access import boleh, dengan_izin
from inti.columns.privasi import PermintaanColumns, PermintaanFilter
from inti.documents.privasi import salinan_pdf
from inti.forms.dasar import AlasanForm
from inti.forms.privasi import BatasiForm, JawabForm, PermintaanForm
from inti.models import JejakBaca, PermintaanSubjek
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.queries.subjek import cari_subjek, salinan_subjek
from inti.services import privasi as services
from inti.services.ekspor import JENIS_ISI
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_buku
from inti.views.berkas import balasan_berkas

LIHAT, CATAT, JAWAB = (f"inti.{v}_permintaansubjek" for v in ("view", "add", "jawab"))
J, S = PermintaanSubjek.Jenis, PermintaanSubjek.Status
HUBUNGAN = ("nomor", "unit", "dicatat_oleh", "dijawab_oleh")


class PermintaanDaftar(Daftar):
    model, columns, filters, permission = PermintaanSubjek, PermintaanColumns, PermintaanFilter, LIHAT
    judul, urut_awal = "Permintaan data pribadi", "-diterima_pada"
    cari_di, cari_petunjuk = ("nama", "nomor__teks"), "Nama atau nomor permintaan"
    tampilan = (("Menunggu jawaban", "status=diterima&urut=batas_pada"), ("Lewat batas", "lewat=ya"))
    tambah = ("Permintaan baru", "privasi_tambah", CATAT)
    ekspor_izin = JAWAB
    keterangan = (
        "Setiap orang berhak meminta salinan, jejak, koreksi, dan pembatasan datanya; dijawab dalam 3 x 24 jam."
    )
    kosong = ("Belum ada permintaan", "Catat permintaan warga atas datanya sendiri; batas waktunya dihitung sejak itu.")


class PermintaanRincian(Rincian):
    model, permission, hubungan = PermintaanSubjek, LIHAT, HUBUNGAN
    daftar = ("Permintaan data pribadi", "privasi_daftar")
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/privasi_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: PermintaanSubjek, bagian: str) -> dict[str, Any]:
        """The request, its clock, and for who answers it whom the apps know under its NIK."""
        dapat = boleh(request.user, JAWAB)
        orang = cari_subjek(request.user, objek) if dapat else []
        return {
            "boleh_jawab": dapat,
            "orang": orang,
            "ada_salinan": dapat and objek.jenis in {J.AKSES, J.JEJAK} and objek.status != S.DITOLAK,
            "dibatasi": any(o.dibatasi for o in orang),
        }

    def aksi(self, request: Permintaan, objek: PermintaanSubjek) -> list[Aksi]:
        """Answer and refuse while it waits; a restriction is the answer of its own kind, and can be lifted later."""
        if not boleh(request.user, JAWAB):
            return []

        def ke(nama: str) -> str:
            return reverse(f"privasi_{nama}", args=[objek.pk])

        if objek.status == S.DITERIMA:
            utama = (
                Aksi("Batasi data", ke("batasi"), "hand-raised", utama=True)
                if objek.jenis == J.PEMBATASAN
                else Aksi("Jawab", ke("jawab"), "check", utama=True)
            )
            lain = [Aksi("Jawab", ke("jawab"), "check")] if objek.jenis == J.PEMBATASAN else []
            return [Aksi("Tolak", ke("tolak"), "x-mark", bahaya=True), *lain, utama]
        if objek.jenis == J.PEMBATASAN and objek.status == S.DIJAWAB:
            return [Aksi("Cabut pembatasan", ke("cabut"), "lock-open")]
        return []


class PermintaanTambah(Tambah):
    model, form, permission = PermintaanSubjek, PermintaanForm, CATAT
    judul, daftar = "Permintaan data pribadi baru", ("Permintaan data pribadi", "privasi_daftar")
    pesan = "Permintaan dicatat. Batas jawabannya 3 x 24 jam sejak diterima."

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> PermintaanSubjek:
        """The service gives number and clock."""
        return services.permintaan_catat(isian=form.cleaned_data, oleh=request.user)


@verb(PermintaanSubjek, permission=JAWAB, form=JawabForm, judul="Jawab permintaan", tombol="Simpan jawaban")
def permintaan_jawab(request: Permintaan, objek: PermintaanSubjek, form: JawabForm) -> HttpResponse:
    """Close with the answer."""
    hasil = services.permintaan_jawab(permintaan=objek, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Jawaban dicatat.")


@verb(PermintaanSubjek, permission=JAWAB, form=AlasanForm, judul="Tolak permintaan", tombol="Tolak", bahaya=True)
def permintaan_tolak(request: Permintaan, objek: PermintaanSubjek, form: AlasanForm) -> HttpResponse:
    """Refuse with a reason."""
    hasil = services.permintaan_tolak(permintaan=objek, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Permintaan ditolak. Sampaikan alasannya kepada pemohon.")


@verb(PermintaanSubjek, permission=JAWAB, form=BatasiForm, judul="Batasi data", tombol="Batasi", bahaya=True)
def permintaan_batasi(request: Permintaan, objek: PermintaanSubjek, form: BatasiForm) -> HttpResponse:
    """Freeze and answer."""
    hasil = services.subjek_batasi(permintaan=objek, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Data dibatasi: tidak tampil untuk umum dan tidak dapat dimohonkan lagi.")


@verb(PermintaanSubjek, permission=JAWAB, form=AlasanForm, judul="Cabut pembatasan", tombol="Cabut")
def permintaan_cabut(request: Permintaan, objek: PermintaanSubjek, form: AlasanForm) -> HttpResponse:
    hasil = services.subjek_cabut(permintaan=objek, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Pembatasan dicabut.")


@dengan_izin(JAWAB)
def permintaan_salinan(request: Permintaan, pk: int, jenis: str) -> HttpResponse:
    """The person's copy as a workbook or on paper. It holds his whole data, so each taking is logged as an export."""
    objek = objek_atau_404(request, PermintaanSubjek, pk, hubungan=HUBUNGAN)
    if jenis not in {"xlsx", "pdf"} or objek.jenis not in {J.AKSES, J.JEJAK} or objek.status == S.DITOLAK:
        raise Http404
    tabel = salinan_subjek(request.user, objek)
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, objek, f"salinan data pemohon {objek.nomor}, {jenis}")
    nama = f"salinan-{objek.nomor}.{jenis}"
    if jenis == "pdf":
        isi = salinan_pdf(objek, tabel, request.user)
        return balasan_berkas(isi, nama, "application/pdf", buatan_sendiri=True)
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "salinan.xlsx"
        lembar = [(f"{n}. {t.judul}"[:31], t.kepala, t.baris) for n, t in enumerate(tabel, 1)]
        tulis_buku(berkas, lembar or [("Keterangan", ("Keterangan",), [["Tidak ada data yang disimpan."]])])
        isi = berkas.read_bytes()
    balasan = HttpResponse(isi, content_type=JENIS_ISI["xlsx"])
    balasan.headers["Content-Disposition"] = content_disposition_header(True, nama) or "attachment"
    balasan.headers["Cache-Control"] = "no-store, private"
    return balasan
