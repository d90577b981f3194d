"""Destruction: the list, one with its records and what blocks them, and its verbs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from arsip.columns.boks import PemusnahanColumns
from arsip.documents.pemusnahan import BeritaAcara, DaftarUsul
from arsip.filters.boks import PemusnahanFilter
from arsip.forms.pemusnahan import LaksanaForm, NilaiArsipForm, SetujuForm, UsulForm
from arsip.models import BerkasArsip, ButirPemusnahan, Pemusnahan
from arsip.queries.halangan import halangan_berkas
from arsip.services import pemusnahan as services
from arsip.services.pemusnahan import penyetuju
from arsip.views.bersama import berkas_dipilih
from inti.access import boleh, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404, selesai, verb
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.pages.kertas import massal_kertas
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan

LIHAT, USUL, NILAI = "arsip.view_pemusnahan", "arsip.usulkan_pemusnahan", "arsip.nilai_pemusnahan"
SETUJU, LAKSANA = "arsip.setujui_pemusnahan", "arsip.laksanakan_pemusnahan"
DAFTAR = ("Pemusnahan arsip", "arsip:pemusnahan_daftar")
S = Pemusnahan.Status
HUBUNGAN = ("nomor", "unit", "pengusul")


class PemusnahanDaftar(Daftar):
    model, columns, filters, permission = Pemusnahan, PemusnahanColumns, PemusnahanFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Pemusnahan arsip", "-tanggal", LIHAT
    cari_di, cari_petunjuk = ("nomor__teks", "uraian"), "Nomor atau uraian"
    tautan = (("Jatuh tempo", "clock", "arsip:jatuh_tempo", "arsip.view_berkasarsip"),)
    massal = massal_kertas((DaftarUsul, BeritaAcara), "arsip:pemusnahan")
    kosong = ("Belum ada pemusnahan", "Pilih arsip pada Jatuh tempo retensi, lalu usulkan musnah.")

    def kueri(self, request: Permintaan) -> Any:
        """With how many records each has."""
        hidup = Q(butir__dibuang_pada__isnull=True)
        return super().kueri(request).annotate(banyak=Count("butir", filter=hidup))


class PemusnahanRincian(Rincian):
    model, permission, daftar = Pemusnahan, LIHAT, DAFTAR
    hubungan = (*HUBUNGAN, "usul", "berita_acara", "setuju_oleh", "laksana_oleh", "setuju_pindaian", "tetap_pindaian")
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/pemusnahan_ringkasan.html"),)
    cetak, cetak_rute = (DaftarUsul, BeritaAcara), "arsip:pemusnahan"

    def isi(self, request: Permintaan, objek: Pemusnahan, bagian: str) -> dict[str, Any]:
        """Records with their blocks, committee, witnesses."""
        butir: list[Any] = list(
            objek.butir.hidup()
            .select_related("berkas__jenis", "berkas__retensi")
            .order_by("berkas__jenis__urutan", "berkas__urut_kode", "pk")
        )
        musnah = ButirPemusnahan.Penilaian.MUSNAH
        if objek.terbuka:
            # Before the assessment a record's fate is what the list proposes.
            pilih = {b.berkas_id: b.penilaian or str(musnah) for b in butir}
            halang = halangan_berkas([b.berkas for b in butir], timezone.localdate(), pilih)
        else:
            halang = {}
        terlihat = set(
            BerkasArsip.objects.lingkup(request.user)
            .filter(pk__in=[b.berkas_id for b in butir])
            .values_list("pk", flat=True)
        )
        for b in butir:
            if b.berkas.tertutup and b.berkas_id not in terlihat:
                b.berkas.uraian = "(tertutup)"
            b.halangan = [] if b.penilaian == ButirPemusnahan.Penilaian.SIMPAN else halang.get(b.berkas_id, [])
        panitia = list(objek.panitia.hidup().select_related("pegawai").order_by("pk"))
        return {
            "butir": butir,
            "terhalang": sum(1 for b in butir if b.halangan),
            "panitia": panitia,
            "saksi": list(objek.saksi.hidup().order_by("pk")),
            "pemberi": Pemusnahan.Pemberi(penyetuju(objek, butir)).label,
            "lembar": sum(b.berkas.lembar for b in butir if b.penilaian != ButirPemusnahan.Penilaian.SIMPAN),
            "terbuka": objek.terbuka and boleh(request.user, NILAI),
        }

    def aksi(self, request: Permintaan, objek: Pemusnahan) -> list[Any]:
        """Verbs for the state and the user."""
        return aksi_pemusnahan(request, objek)


def aksi_pemusnahan(request: Permintaan, p: Pemusnahan) -> list[Aksi]:
    """What this user may do with this destruction now."""

    def ke(nama: str, *lain: str) -> str:
        return reverse(f"arsip:pemusnahan_{nama}", args=[p.pk, *lain])

    hasil = []
    if p.terbuka and boleh(request.user, NILAI):
        hasil.append(Aksi("Batalkan", ke("batal"), "x-circle", bahaya=True))
    if p.status == S.USULAN and boleh(request.user, NILAI):
        hasil.append(Aksi("Catat penilaian", ke("nilai"), "clipboard-document-check", utama=True))
    if p.status == S.DINILAI and boleh(request.user, NILAI):
        hasil.append(Aksi("Kembalikan ke usulan", ke("kembalikan"), "arrow-uturn-left"))
    if p.status == S.DINILAI and boleh(request.user, SETUJU) and p.pengusul_id != request.user.pk:
        hasil.append(Aksi("Catat persetujuan", ke("setujui"), "check", utama=True))
    if p.status == S.DISETUJUI and boleh(request.user, SETUJU):
        hasil.append(Aksi("Tetapkan", ke("tetapkan"), "document-check", utama=True))
    if p.status == S.DITETAPKAN and boleh(request.user, LAKSANA):
        hasil.append(Aksi("Laksanakan pemusnahan", ke("laksanakan"), "fire", utama=True))
    return hasil


@dengan_izin(USUL, metode=("POST",))
def pemusnahan_baru(request: Permintaan) -> HttpResponse:
    """Ticked records of the due list: asks for subject and committee, then puts them on a list."""
    dipilih = berkas_dipilih(request)
    if not dipilih:
        messages.error(request, "Belum ada arsip yang dicentang.")
        return redirect("arsip:jatuh_tempo")
    form = UsulForm(request.POST if "lanjutkan" in request.POST else None)
    if form.is_bound and form.is_valid():
        isi = form.cleaned_data
        try:
            hasil = services.pemusnahan_usulkan(
                uraian=isi["uraian"],
                berkas=dipilih,
                ketua=isi["ketua"],
                sekretaris=isi["sekretaris"],
                anggota=list(isi["anggota"]),
                oleh=request.user,
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, hasil, "Daftar usul musnah dibuat. Berikutnya: penilaian panitia.")
    halang = halangan_berkas(dipilih, timezone.localdate(), dict.fromkeys((b.pk for b in dipilih), "musnah"))
    for b in dipilih:
        b.halangan = halang[b.pk]  # type: ignore[attr-defined]
    isi_halaman = {
        "judul": "Usulkan pemusnahan",
        "tombol": "Buat daftar usul",
        "form": form,
        "dipilih": dipilih,
        "daftar": ("Jatuh tempo retensi", "arsip:jatuh_tempo"),
    }
    return render(request, "arsip/pilihan_massal.html", isi_halaman, status=422 if form.is_bound else 200)


@verb(Pemusnahan, permission=NILAI, form=NilaiArsipForm, judul="Catat penilaian panitia", tombol="Simpan penilaian",
      hubungan=HUBUNGAN)  # fmt: skip
def pemusnahan_nilai(request: Permintaan, p: Pemusnahan, form: NilaiArsipForm) -> HttpResponse:
    """The committee's word."""
    isi = dict(form.cleaned_data)
    isi["simpan"] = [int(k) for k in isi["simpan"]]
    hasil = services.pemusnahan_nilai(pemusnahan=p, oleh=request.user, **isi)
    return selesai(request, hasil, f"Dinilai. Mintakan persetujuan tertulis {hasil.get_setuju_dari_display()}.")


@verb(Pemusnahan, permission=NILAI, form=AlasanForm, judul="Kembalikan ke usulan", tombol="Kembalikan")
def pemusnahan_kembalikan(request: Permintaan, p: Pemusnahan, form: AlasanForm) -> HttpResponse:
    """For another assessment."""
    hasil = services.pemusnahan_kembalikan(pemusnahan=p, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Kembali menjadi usulan; daftar yang terbit tidak berlaku.")


@verb(Pemusnahan, permission=SETUJU, form=SetujuForm, judul="Catat persetujuan tertulis", tombol="Simpan persetujuan",
      hubungan=HUBUNGAN, template="arsip/pemusnahan_setujui.html")  # fmt: skip
def pemusnahan_setujui(request: Permintaan, p: Pemusnahan, form: SetujuForm) -> HttpResponse:
    """The written approval with its scan."""
    isi = form.cleaned_data
    hasil = services.pemusnahan_setujui(
        pemusnahan=p,
        nomor=isi["nomor"],
        tanggal=isi["tanggal"],
        pindaian=berkas_unggahan(isi["pindaian"], oleh=request.user),
        oleh=request.user,
    )
    return selesai(request, hasil, "Persetujuan dicatat. Berikutnya: keputusan penetapan.")


@verb(Pemusnahan, permission=SETUJU, form=SetujuForm, judul="Tetapkan pemusnahan", tombol="Tetapkan",
      hubungan=HUBUNGAN)  # fmt: skip
def pemusnahan_tetapkan(request: Permintaan, p: Pemusnahan, form: SetujuForm) -> HttpResponse:
    """The decree with its scan."""
    isi = form.cleaned_data
    hasil = services.pemusnahan_tetapkan(
        pemusnahan=p,
        nomor=isi["nomor"],
        tanggal=isi["tanggal"],
        pindaian=berkas_unggahan(isi["pindaian"], oleh=request.user),
        oleh=request.user,
    )
    return selesai(request, hasil, "Pemusnahan ditetapkan. Berikutnya: pelaksanaan dengan saksi.")


@verb(Pemusnahan, permission=LAKSANA, form=LaksanaForm, judul="Laksanakan pemusnahan", tombol="Musnahkan",
      bahaya=True, hubungan=HUBUNGAN, template="arsip/pemusnahan_laksanakan.html")  # fmt: skip
def pemusnahan_laksanakan(request: Permintaan, p: Pemusnahan, form: LaksanaForm) -> HttpResponse:
    """Before witnesses; this can't be undone."""
    hasil = services.pemusnahan_laksanakan(pemusnahan=p, oleh=request.user, **form.isian())
    return selesai(request, hasil, "Arsip dimusnahkan dan berita acaranya terbit. Cetak untuk ditandatangani.")


@verb(Pemusnahan, permission=NILAI, form=AlasanForm, judul="Batalkan pemusnahan", tombol="Batalkan", bahaya=True)
def pemusnahan_batal(request: Permintaan, p: Pemusnahan, form: AlasanForm) -> HttpResponse:
    """The records stay."""
    hasil = services.pemusnahan_batalkan(pemusnahan=p, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Pemusnahan dibatalkan; arsipnya tetap ada.")


@dengan_izin(NILAI, metode=("GET", "POST"))
def butir_keluarkan(request: Permintaan, pk: int) -> HttpResponse:
    """Keep a record after all, with the reason."""
    butir = ButirPemusnahan.objects.hidup().select_related("pemusnahan", "berkas").filter(pk=pk).first()
    if butir is None:
        raise Http404
    induk = objek_atau_404(request, Pemusnahan, butir.pemusnahan_id, hubungan=HUBUNGAN)
    form = AlasanForm(request.POST if request.method == "POST" else None, objek=induk, pengguna=request.user)
    status = 200
    if form.is_bound and form.is_valid():
        try:
            hasil = services.butir_keluarkan(butir=butir, alasan=form.cleaned_data["alasan"], oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except AturanDilanggar as galat:
            beri_galat(form, galat)
            status = 409
        else:
            return selesai(request, hasil, f"{butir.berkas} tetap disimpan.")
    elif form.is_bound:
        status = 422
    isi = {
        "judul": f"Tetap simpan {butir.berkas}",
        "objek": induk,
        "form": form,
        "tombol": "Tetap simpan",
        "bahaya": False,
    }
    return render(request, "inti/verba.html", isi, status=status)
