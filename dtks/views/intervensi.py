"""Plans against poverty: draft, pick families, approve, carry out, results, recap on page, paper and as a workbook."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from dtks.columns.intervensi import RencanaColumns, SasaranColumns
from dtks.documents.intervensi import rekap_intervensi
from dtks.filters.intervensi import RencanaFilter, SasaranFilter
from dtks.forms.intervensi import HasilSasaranForm, PilihForm, RencanaForm
from dtks.models import Individu, RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import ikhtisar
from dtks.queries.registri import saring_individu
from dtks.queries.sajian_intervensi import SajianRekap, sajikan_rekap
from dtks.services import intervensi as services
from dtks.views.bulanan import tabel_tampil
from inti.access import boleh, dengan_izin
from inti.formats import baca_versi, rupiah, samar_nik, tanggal_pendek
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import JejakBaca, Pengguna
from inti.pages import (
    Aksi,
    Bagian,
    Buang,
    Daftar,
    Massal,
    Pulihkan,
    Rincian,
    Tambah,
    Ubah,
    objek_atau_404,
    selesai,
    verb,
)
from inti.pages.dasar import beri_galat, kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.rules.bagan import susun
from inti.services.ekspor import JENIS_ISI
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_buku
from inti.views.berkas import balasan_berkas

IZIN = "dtks.{}_rencanaintervensi"
LIHAT, SUSUN, UBAH, HAPUS = (IZIN.format(h) for h in ("view", "add", "change", "delete"))
SETUJU, JALAN, REKAP, EKSPOR = (
    "dtks.setujui_rencanaintervensi",
    "dtks.jalankan_rencanaintervensi",
    "dtks.lihat_laporan",
    "dtks.ekspor_intervensi",
)
S = RencanaIntervensi.Status
KE_DAFTAR = ("Rencana intervensi", "dtks:rencana_daftar")


class RencanaDaftar(Daftar):
    model, columns, filters, permission = RencanaIntervensi, RencanaColumns, RencanaFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Rencana intervensi", "-tahun", EKSPOR
    cari_di, cari_petunjuk = ("nama", "opd"), "Nama rencana atau pelaksana"
    tampilan = (("Rancangan", "status=rancangan"), ("Berjalan", "status=berjalan"), ("Selesai", "status=selesai"))
    tambah = ("Rencana baru", "dtks:rencana_tambah", SUSUN)
    tautan = (("Keluarga sasaran", "users", "dtks:sasaran_daftar", LIHAT),)
    kosong = ("Belum ada rencana intervensi", "Rencana yang disusun untuk keluarga miskin tampil di sini.")


class RencanaRincian(Rincian):
    model, permission, daftar = RencanaIntervensi, LIHAT, KE_DAFTAR
    ubah_rute, buang_rute = "dtks:rencana_ubah", "dtks:rencana_buang"
    hubungan = ("unit", "dirancang_oleh", "disetujui_oleh")
    bagian = (Bagian("ringkasan", "Ringkasan", "dtks/rencana_ringkasan.html"),)

    def get(self, request: Permintaan, pk: Any, bagian: str = "", **lain: Any) -> HttpResponse:
        """As any record; a plan's history is the office's own affair."""
        self.ada_riwayat = request.user.desa_id is None
        return super().get(request, pk, bagian, **lain)

    def isi(self, request: Permintaan, objek: RencanaIntervensi, bagian: str) -> dict[str, Any]:
        """Counts, money, warnings."""
        angka = ikhtisar(objek, request.user)
        hasil = [(SasaranIntervensi.Hasil(k).label, k, n) for k, n in angka.hasil.items()]
        kantor = request.user.desa_id is None
        return {"angka": angka, "hasil": hasil, "kantor": kantor, "banyak_desa": len(objek.desa)}

    def aksi(self, request: Permintaan, objek: RencanaIntervensi) -> list[Aksi]:
        """Verbs for the state and the user."""

        def ke(nama: str) -> str:
            return reverse(f"dtks:rencana_{nama}", args=[objek.pk])

        hasil, status = [], objek.status
        if boleh(request.user, REKAP):
            hasil.append(Aksi("Rekap", ke("rekap"), "chart-bar"))
        if status != S.SELESAI and boleh(request.user, UBAH):
            hasil.append(Aksi("Pilih keluarga", ke("pilih"), "user-group", utama=status == S.RANCANGAN))
        if status == S.RANCANGAN and boleh(request.user, SETUJU):
            hasil.append(Aksi("Setujui", ke("setujui"), "check", utama=True))
        if status == S.DISETUJUI and boleh(request.user, JALAN):
            hasil.append(Aksi("Jalankan", ke("jalankan"), "play", utama=True))
        if status == S.BERJALAN and boleh(request.user, JALAN):
            hasil.append(Aksi("Selesaikan", ke("selesaikan"), "flag"))
        return hasil


class RencanaTambah(Tambah):
    model, form, permission, judul = RencanaIntervensi, RencanaForm, SUSUN, "Rencana baru"
    template, daftar = "dtks/rencana_form.html", KE_DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> RencanaIntervensi:
        return services.rencana_susun(isian=form.cleaned_data, oleh=request.user)


class RencanaUbah(Ubah):
    model, form, permission, judul = RencanaIntervensi, RencanaForm, UBAH, "Ubah rencana"
    template, daftar = "dtks/rencana_form.html", KE_DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> RencanaIntervensi:
        """Change a draft."""
        return services.rencana_ubah(rencana=objek, isian=form.cleaned_data, oleh=request.user)


class RencanaBuang(Buang):
    model, permission, daftar = RencanaIntervensi, HAPUS, KE_DAFTAR


class RencanaPulihkan(Pulihkan):
    model, permission, daftar = RencanaIntervensi, HAPUS, KE_DAFTAR


@verb(
    RencanaIntervensi,
    permission=UBAH,
    form=PilihForm,
    judul="Pilih keluarga sasaran",
    tombol="Pilih keluarga",
    template="dtks/rencana_pilih.html",
)
def rencana_pilih(request: Permintaan, rencana: RencanaIntervensi, form: PilihForm) -> HttpResponse:
    """Count, then pick in one statement."""
    hasil = services.sasaran_pilih(rencana=rencana, oleh=request.user)
    return selesai(request, hasil, f"{hasil.baru} keluarga ditambahkan.")


@verb(RencanaIntervensi, permission=SETUJU, judul="Setujui rencana", tombol="Setujui")
def rencana_setujui(request: Permintaan, rencana: RencanaIntervensi) -> HttpResponse:
    return selesai(request, services.rencana_setujui(rencana=rencana, oleh=request.user), "Rencana disetujui.")


@verb(RencanaIntervensi, permission=JALAN, judul="Jalankan rencana", tombol="Jalankan")
def rencana_jalankan(request: Permintaan, rencana: RencanaIntervensi) -> HttpResponse:
    hasil = services.rencana_jalankan(rencana=rencana, oleh=request.user)
    return selesai(request, hasil, "Rencana berjalan; hasil tiap keluarga dapat dicatat.")


@verb(RencanaIntervensi, permission=JALAN, judul="Selesaikan rencana", tombol="Selesaikan")
def rencana_selesaikan(request: Permintaan, rencana: RencanaIntervensi) -> HttpResponse:
    return selesai(request, services.rencana_selesaikan(rencana=rencana, oleh=request.user), "Rencana selesai.")


class SasaranDaftar(Daftar):
    model, columns, filters, permission = SasaranIntervensi, SasaranColumns, SasaranFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Keluarga sasaran", "id", EKSPOR
    cari_di, cari_petunjuk = ("individu__nama",), "Nama, NIK, atau KK"
    tampilan = (("Belum", "hasil=belum"), ("Diterima", "hasil=diterima"), ("Tidak ditemukan", "hasil=tidak_ditemukan"))
    massal = (Massal("Catat hasil", "dtks:sasaran_catat", JALAN, "check", utama=True),)
    tautan = (("Rencana", "clipboard-document-list", "dtks:rencana_daftar", LIHAT),)
    kosong = ("Belum ada keluarga sasaran", "Keluarga dipilih dari data terpadu pada halaman rencananya.")

    def cari(self, kueri: QuerySet, teks: str) -> QuerySet:
        """By number exactly, by name through the index of persons."""
        orang = saring_individu(Individu.objects.untuk(cast(Pengguna, self.request.user)), teks)
        return kueri.filter(individu_id__in=orang.order_by().values("pk"))


class SasaranRincian(Rincian):
    model, permission, daftar = SasaranIntervensi, LIHAT, ("Keluarga sasaran", "dtks:sasaran_daftar")
    hubungan = ("rencana", "individu", "desa", "dicatat_oleh")
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def judul_objek(self, objek: SasaranIntervensi) -> str:
        """The family's head."""
        return objek.individu.nama

    def isi(self, request: Permintaan, objek: SasaranIntervensi, bagian: str) -> dict[str, Any]:
        """Facts with masked numbers."""
        o = objek.individu
        return {
            "fakta": [
                ("Rencana", str(objek.rencana)),
                ("NIK", samar_nik(o.nik)),
                ("Nomor KK", samar_nik(o.no_kk)),
                ("Desa", objek.desa.nama.title()),
                ("Alamat", o.alamat),
                ("Desil saat dipilih", objek.desil),
                ("Hasil", objek.get_hasil_display()),
                ("Tanggal", tanggal_pendek(objek.tanggal) if objek.tanggal else ""),
                ("Jumlah", rupiah(objek.jumlah)),
                ("Catatan", objek.catatan),
                ("Dicatat oleh", str(objek.dicatat_oleh or "")),
            ]
        }

    def aksi(self, request: Permintaan, objek: SasaranIntervensi) -> list[Aksi]:
        """The result, while the plan is under way."""
        if not boleh(request.user, JALAN) or objek.rencana.status != S.BERJALAN:
            return []
        return [Aksi("Catat hasil", reverse("dtks:sasaran_hasil", args=[objek.pk]), "check", utama=True)]


@verb(SasaranIntervensi, permission=JALAN, form=HasilSasaranForm, judul="Catat hasil", hubungan=("rencana", "individu"))
def sasaran_hasil(request: Permintaan, sasaran: SasaranIntervensi, form: HasilSasaranForm) -> HttpResponse:
    hasil = services.hasil_catat(sasaran=[sasaran], oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Hasil dicatat.")


@dengan_izin(JALAN, metode=("POST",))
def sasaran_catat(request: Permintaan) -> HttpResponse:
    """Those ticked: the form first, then the same result for all of them or for none."""
    pilihan = kunci_dipilih(request, terbanyak=200)
    sasaran = list(
        SasaranIntervensi.objects.untuk(request.user)
        .filter(pk__in=pilihan)
        .select_related("rencana", "individu", "desa")
        .order_by("pk")
    )
    if not sasaran:
        messages.error(request, "Belum ada keluarga yang dipilih.")
        return redirect("dtks:sasaran_daftar")
    form, status = HasilSasaranForm(initial={"hasil": "diterima", "jumlah": sasaran[0].rencana.per_keluarga}), 200
    if "hasil" in request.POST:
        for s in sasaran:
            versi = request.POST.get(f"versi_{s.pk}", "")
            s.versi = baca_versi(versi, s.versi)
        form, status = HasilSasaranForm(request.POST), 422
        if form.is_valid():
            try:
                services.hasil_catat(sasaran=sasaran, oleh=request.user, **form.cleaned_data)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except VersiBerubah:
                raise
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
                status = 409
            else:
                return selesai(request, "dtks:sasaran_daftar", f"Hasil {len(sasaran)} keluarga dicatat.")
    isi = {"judul": "Catat hasil", "form": form, "sasaran": sasaran}
    return render(request, "dtks/sasaran_catat.html", isi, status=status)


@dengan_izin(REKAP)
def rencana_rekap(request: Permintaan, pk: int) -> HttpResponse:
    """The recap of a plan."""
    rencana, sajian = _rekap(request, pk)
    isi = {
        "judul": f"Rekap {rencana}",
        "rencana": rencana,
        "sajian": sajian,
        "tabel": [tabel_tampil(t, tautan=False) for t in (sajian.hasil, sajian.desa)],
        "bagan": [(b, susun(b)) for b in sajian.bagan] if sajian.sasaran else [],
        "boleh_ekspor": boleh(request.user, EKSPOR),
    }
    return render(request, "dtks/rencana_rekap.html", isi)


@dengan_izin(EKSPOR)
def rencana_cetak(request: Permintaan, pk: int) -> HttpResponse:
    """The recap as PDF."""
    rencana, sajian = _rekap(request, pk)
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, rencana, "rekap intervensi, pdf")
    pdf = rekap_intervensi(rencana, sajian, request.user)
    return balasan_berkas(pdf, f"rekap-intervensi-{rencana.pk}.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(EKSPOR)
def rencana_unduh(request: Permintaan, pk: int) -> HttpResponse:
    """The recap as a workbook."""
    rencana, sajian = _rekap(request, pk)
    lembar = [
        (t.kode.capitalize(), t.kepala, [[s.nilai for s in b] for b in (*t.baris, *([t.jumlah] if t.jumlah else []))])
        for t in (sajian.desa, sajian.hasil)
    ]
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "rekap.xlsx"
        banyak = tulis_buku(berkas, lembar)
        isi = berkas.read_bytes()
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, rencana, f"rekap intervensi: {banyak} baris, xlsx")
    balasan = HttpResponse(isi, content_type=JENIS_ISI["xlsx"])
    nama = f"rekap-intervensi-{rencana.pk}.xlsx"
    balasan.headers["Content-Disposition"] = content_disposition_header(True, nama) or "attachment"
    return balasan


def _rekap(request: Permintaan, pk: int) -> tuple[RencanaIntervensi, SajianRekap]:
    rencana: RencanaIntervensi = objek_atau_404(request, RencanaIntervensi, pk)
    return rencana, sajikan_rekap(rencana, request.user)
