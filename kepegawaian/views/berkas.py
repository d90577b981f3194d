"""Papers: new, changed, replaced, many at once with a preview, one PDF of all, categories, completeness."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify

from inti.access import dengan_izin
from inti.documents.jilid import satu_pdf
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import BerkasTersimpan, JejakBaca
from inti.pages import Aksi, Bagian, Buang, Daftar, Rincian, Tambah, Ubah, objek_atau_404, selesai
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_baca, berkas_unggahan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.columns.pegawai import KategoriColumns
from kepegawaian.forms.berkas import BerkasForm, BerkasUbahForm, KategoriForm
from kepegawaian.models import BerkasPegawai, KategoriBerkas, Pegawai
from kepegawaian.queries.berkas import berkas_kini, hitung_kategori, lengkap_unit, syarat_kategori
from kepegawaian.services import berkas as layanan_berkas
from kepegawaian.services import kategori as layanan_kategori
from kepegawaian.services.unggahan import siapkan_massal
from kepegawaian.views.karier import _OrangTambah as OrangTambah

DAFTAR_PEGAWAI = ("Pegawai", "kepegawaian:pegawai_daftar")
DAFTAR_KATEGORI = ("Kategori berkas", "kepegawaian:kategori_daftar")
SESI = "kepegawaian:massal"


class BerkasTambah(OrangTambah):
    model, permission, judul, tujuan = BerkasPegawai, "kepegawaian.add_berkaspegawai", "Tambah berkas", "berkas"

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> BerkasForm:
        """The category may be named in the address, from the list of what lacks."""
        awal = {"kategori": request.GET.get("kategori", "")[:12]}
        return BerkasForm(data, request.FILES if data is not None else None, initial=awal, pengguna=request.user)

    def catat(self, request: Permintaan, form: Any) -> None:
        isi = dict(form.cleaned_data)
        p, kategori = isi.pop("pindaian"), isi.pop("kategori")
        layanan_berkas.berkas_tambah(
            pegawai=self.pegawai,
            kategori=kategori,
            isian=isi,
            pindaian=berkas_unggahan(p, oleh=request.user),
            halaman=p.halaman,
            oleh=request.user,
        )


class BerkasRincian(Rincian):
    model, permission, daftar = BerkasPegawai, "kepegawaian.view_berkaspegawai", DAFTAR_PEGAWAI
    hubungan = ("pegawai", "kategori", "berkas", "tempat", "digantikan", "diunggah_oleh")
    ubah_rute, buang_rute = "kepegawaian:berkas_ubah", "kepegawaian:berkas_buang"
    bagian = (Bagian("ringkasan", "Berkas", "kepegawaian/berkas_ringkasan.html"),)

    def judul_objek(self, objek: BerkasPegawai) -> str:
        """The paper and whose it is."""
        return f"{objek.kategori}: {objek.pegawai}"

    def aksi(self, request: Permintaan, objek: BerkasPegawai) -> list[Any]:
        """Back to the file it belongs to."""
        tab = reverse("kepegawaian:pegawai_bagian", args=[objek.pegawai_id, "berkas"])
        if not Pegawai.objects.untuk(request.user).filter(pk=objek.pegawai_id).exists():
            tab = reverse("kepegawaian:saya")
        return [Aksi("Semua berkasnya", tab, "folder-open", diri=True)]

    def isi(self, request: Permintaan, objek: BerkasPegawai, bagian: str) -> dict[str, Any]:
        """Its earlier scans."""
        return {"pendahulu": objek.pendahulu.select_related("berkas", "diunggah_oleh").order_by("-versi_ke")}


class BerkasUbah(Ubah):
    model, form, permission = BerkasPegawai, BerkasUbahForm, "kepegawaian.change_berkaspegawai"
    judul, daftar = "Ubah keterangan berkas", DAFTAR_PEGAWAI

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """Mend number, date, validity, place."""
        return layanan_berkas.berkas_ubah(berkas=objek, isian=form.cleaned_data, oleh=request.user)


class BerkasBuang(Buang):
    model, permission, daftar = BerkasPegawai, "kepegawaian.delete_berkaspegawai", DAFTAR_PEGAWAI


@dengan_izin("kepegawaian.lihat_pribadi")
def pegawai_satu_pdf(request: Permintaan, pk: int) -> HttpResponse:
    """A person's whole file as one PDF with bookmarks."""
    return balasan_satu_pdf(request, objek_atau_404(request, Pegawai, pk))


def balasan_satu_pdf(request: Permintaan, pegawai: Pegawai) -> HttpResponse:
    """His papers as the user may see them, in the order of the categories, logged as one download; 404 without any."""
    semua = berkas_kini(request.user).filter(pegawai=pegawai).select_related("kategori", "berkas")
    daftar = list(semua.order_by("kategori__urut", "kategori__kode", "tanggal", "id"))
    if not daftar:
        raise Http404
    jejak_catat(request, JejakBaca.Jenis.UNDUH, pegawai, f"{len(daftar)} berkas dalam satu PDF")
    isi, _gagal = satu_pdf((str(b), berkas_baca(b.berkas), b.berkas.jenis_isi) for b in daftar)
    return balasan_berkas(isi, f"berkas {slugify(pegawai.nama)}.pdf", "application/pdf")  # joined of others' files


@dengan_izin("kepegawaian.unggah_massal_berkaspegawai", metode=("GET", "POST"))
def berkas_massal(request: Permintaan) -> HttpResponse:
    """Send many scans, or a zip of them; see which names match; save those that do."""
    galat, rencana = "", None
    if request.method == "POST" and "simpan" in request.POST:
        return _simpan_massal(request)
    if request.method == "POST":
        try:
            rencana = siapkan_massal(request.FILES.getlist("berkas"), oleh=request.user)
        except AturanDilanggar as salah:
            galat = salah.kalimat
        else:
            request.session[SESI] = [b.sebagai_data() for b in rencana if not b.galat]
    return render(
        request,
        "kepegawaian/berkas_massal.html",
        {
            "judul": "Unggah berkas sekaligus",
            "galat": galat,
            "rencana": rencana,
            "cocok": sum(not b.galat for b in rencana or []),
            "kategori": KategoriBerkas.objects.hidup(),
        },
        status=422 if galat else 200,
    )


def _simpan_massal(request: Permintaan) -> HttpResponse:
    """File what the preview showed; each person is sought again within the user's scope."""
    data = request.session.get(SESI, [])
    orang = {p.pk: p for p in Pegawai.objects.untuk(request.user).filter(pk__in=[d["pegawai"] for d in data])}
    kategori = {k.pk: k for k in KategoriBerkas.objects.hidup()}
    berkas = {
        str(b.pk): b for b in BerkasTersimpan.objects.filter(pk__in=[d["berkas"] for d in data], oleh=request.user)
    }
    isi = [
        {
            "pegawai": orang[d["pegawai"]],
            "kategori": kategori[d["kategori"]],
            "pindaian": berkas[d["berkas"]],
            "halaman": d["halaman"],
        }
        for d in data
        if d["pegawai"] in orang and d["kategori"] in kategori and d["berkas"] in berkas
    ]
    if not isi:
        return redirect("kepegawaian:berkas_massal")
    try:
        layanan_berkas.berkas_massal(isi=isi, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    request.session.pop(SESI, None)
    return selesai(request, "kepegawaian:berkas_massal", f"{len(isi)} berkas disimpan.")


@dengan_izin("kepegawaian.lihat_rekap_pegawai")
def kelengkapan_unit(request: Permintaan) -> HttpResponse:
    """How complete the papers are, by unit."""
    baris = lengkap_unit(Pegawai.objects.untuk(request.user).aktif())
    return render(request, "kepegawaian/kelengkapan.html", {"judul": "Kelengkapan berkas", "baris": baris})


class KategoriDaftar(Daftar):
    model, columns, permission = KategoriBerkas, KategoriColumns, "kepegawaian.view_kategoriberkas"
    judul, urut_awal, cari_di = "Kategori berkas", "kode", ("kode", "nama")
    tambah = ("Kategori baru", "kepegawaian:kategori_tambah", "kepegawaian.add_kategoriberkas")
    ekspor_izin = "kepegawaian.view_kategoriberkas"

    def lengkapi(self, baris: list[Any]) -> None:
        """For which kinds of staff each must be there."""
        wajib = syarat_kategori(baris)
        for k in baris:
            k.wajib = wajib[k.pk]


class KategoriRincian(Rincian):
    model, permission, daftar = KategoriBerkas, "kepegawaian.view_kategoriberkas", DAFTAR_KATEGORI
    ubah_rute, buang_rute = "kepegawaian:kategori_ubah", "kepegawaian:kategori_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: KategoriBerkas, bagian: str) -> dict[str, Any]:
        """Facts of the category."""
        return {
            "fakta": [
                ("Kode", objek.kode),
                ("Wajib untuk", syarat_kategori([objek])[objek.pk]),
                ("Mempunyai masa berlaku", "Ya" if objek.berkedaluwarsa else "Tidak"),
                ("Boleh lebih dari satu", "Ya" if objek.boleh_banyak else "Tidak"),
                ("Terbatas", "Hanya pengelola kepegawaian" if objek.rahasia else "Tidak"),
                ("Berkas tersimpan", hitung_kategori().get(objek.pk, 0)),
            ]
        }


class KategoriTambah(Tambah):
    model, form, permission = KategoriBerkas, KategoriForm, "kepegawaian.add_kategoriberkas"
    judul, daftar = "Kategori baru", DAFTAR_KATEGORI

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """With its requirement."""
        isi = dict(form.cleaned_data)
        return layanan_kategori.kategori_tambah(wajib=isi.pop("wajib"), isian=isi, oleh=request.user)


class KategoriUbah(Ubah):
    model, form, permission = KategoriBerkas, KategoriForm, "kepegawaian.change_kategoriberkas"
    judul, daftar = "Ubah kategori", DAFTAR_KATEGORI

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """The requirement changes from today on."""
        isi = dict(form.cleaned_data)
        return layanan_kategori.kategori_ubah(kategori=objek, wajib=isi.pop("wajib"), isian=isi, oleh=request.user)


class KategoriBuang(Buang):
    model, permission, daftar = KategoriBerkas, "kepegawaian.delete_kategoriberkas", DAFTAR_KATEGORI
