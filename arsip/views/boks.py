"""Boxes: the list, one with its contents, closing and opening, labels and lists on paper, and what a QR opens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arsip import services
from arsip.columns.boks import BoksColumns
from arsip.documents.boks import daftar_isi, gambar_label, label_boks
from arsip.filters.boks import BoksFilter
from arsip.forms.boks import BoksForm, BoksUbahForm, LabelForm
from arsip.models import BerkasArsip, Boks, Opname
from arsip.queries.boks import isi_boks
from arsip.services.boks import sedang_keluar
from arsip.services.opname import sasaran_label
from arsip.views.bersama import TERBANYAK, pdf
from inti.access import boleh, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.models import Tempat
from inti.pages import Aksi, Bagian, Daftar, Massal, Rincian, Tambah, Ubah, objek_atau_404, selesai, verb
from inti.pages.dasar import kunci_dipilih
from inti.permintaan import Permintaan

LIHAT, KELOLA = "arsip.view_boks", "arsip.kelola_boks"
DAFTAR = ("Boks arsip", "arsip:boks_daftar")


class BoksDaftar(Daftar):
    model, columns, filters, permission = Boks, BoksColumns, BoksFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Boks arsip", "-id", LIHAT
    cari_di, cari_petunjuk = ("tempat__nama", "tempat__kode"), "Nama atau kode boks"
    tambah = ("Boks baru", "arsip:boks_tambah", KELOLA)
    massal = (Massal("Cetak label", "arsip:boks_label_banyak", LIHAT, "qr-code", utama=True),)
    kosong = ("Belum ada boks", "Buat boks di rak, lalu tempatkan arsip ke dalamnya.")

    def lengkapi(self, baris: list[Any]) -> None:
        """How many records lie in each: one query, whatever the page's length."""
        banyak = banyak_isi([b.tempat.jalur for b in baris])
        for b in baris:
            b.banyak = sum(n for jalur, n in banyak if jalur.startswith(b.tempat.jalur))


def banyak_isi(jalur: list[str]) -> list[tuple[str, int]]:
    """Records by the path of their place, of places that lie in one of these."""
    if not jalur:
        return []
    awal, akhir = min(jalur), max(jalur) + "\U0010ffff"
    kueri = BerkasArsip.objects.ada().filter(tempat__jalur__gte=awal, tempat__jalur__lte=akhir)
    return list(kueri.order_by().values_list("tempat__jalur").annotate(Count("pk")))


class BoksRincian(Rincian):
    model, permission, daftar = Boks, LIHAT, DAFTAR
    hubungan = ("tempat__induk", "jenis", "ditutup_oleh")
    ubah_rute = ""
    bagian = (Bagian("ringkasan", "Isi", "arsip/boks_isi.html"),)

    def isi(self, request: Permintaan, objek: Boks, bagian: str) -> dict[str, Any]:
        """Contents that this user may meet; how many more there are; what is on loan."""
        semua = isi_boks(objek)
        boleh_lihat = semua.filter(pk__in=BerkasArsip.objects.lingkup(request.user).values("pk"))
        baris = list(boleh_lihat[:TERBANYAK])
        keluar = dict(
            BerkasArsip.objects.filter(pk__in=[b.pk for b in baris], peminjaman__status="dipinjam").values_list(
                "pk", "peminjaman__jatuh_tempo"
            )
        )
        return {"baris": baris, "keluar": keluar, "lain": semua.count() - len(baris), "banyak_keluar": len(keluar)}

    def aksi(self, request: Permintaan, objek: Boks) -> list[Any]:
        """Papers, and opening or closing."""

        def ke(nama: str) -> str:
            return reverse(f"arsip:boks_{nama}", args=[objek.pk])

        hasil = [Aksi("Daftar isi", ke("cetak"), "printer"), Aksi("Label", ke("label"), "qr-code")]
        if boleh(request.user, KELOLA):
            if objek.status == Boks.Status.TERBUKA:
                hasil += [
                    Aksi("Ubah", ke("ubah"), "pencil"),
                    Aksi("Tutup boks", ke("tutup"), "lock-closed", utama=True),
                ]
            else:
                hasil.append(Aksi("Buka kembali", ke("buka"), "lock-open"))
        return hasil


class BoksTambah(Tambah):
    model, form, permission = Boks, BoksForm, KELOLA
    judul, daftar = "Boks baru", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Boks:
        """A place of the tree, and the box."""
        return services.boks_tambah(oleh=request.user, **form.cleaned_data)


class BoksUbah(Ubah):
    model, form, permission = Boks, BoksUbahForm, KELOLA
    judul, daftar = "Ubah boks", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Boks:
        """What it holds."""
        return services.boks_ubah(boks=objek, oleh=request.user, **form.cleaned_data)


@verb(Boks, permission=KELOLA, judul="Tutup boks", tombol="Tutup boks", template="arsip/boks_tutup.html",
      hubungan=("tempat", "jenis"))  # fmt: skip
def boks_tutup(request: Permintaan, boks: Boks) -> HttpResponse:
    """The month is over: order and numbers are fixed."""
    keluar = sedang_keluar(boks)
    hasil = services.boks_tutup(boks=boks, oleh=request.user)
    if keluar:
        messages.warning(request, f"{keluar} arsip di dalamnya sedang dipinjam; nomornya tetap disediakan.")
    return selesai(request, hasil, f"Boks ditutup; {hasil.jumlah} arsip diberi nomor 1 sampai {hasil.jumlah}.")


@verb(Boks, permission=KELOLA, form=AlasanForm, judul="Buka kembali boks", tombol="Buka kembali", hubungan=("tempat",))
def boks_buka(request: Permintaan, boks: Boks, form: AlasanForm) -> HttpResponse:
    """Open with a reason."""
    hasil = services.boks_buka(boks=boks, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Boks dibuka kembali. Tutup lagi setelah selesai.")


@dengan_izin(LIHAT)
def boks_cetak(request: Permintaan, pk: int) -> HttpResponse:
    """The list of contents as PDF; what this user may not meet keeps its line, not its words."""
    boks = objek_atau_404(request, Boks, pk, hubungan=("tempat", "jenis", "ditutup_oleh"))
    terlihat = set(BerkasArsip.objects.lingkup(request.user).di_dalam(boks.tempat.jalur).values_list("pk", flat=True))
    isi = daftar_isi(boks, list(isi_boks(boks)), request.user, terlihat)
    return pdf(request, isi, f"daftar isi {boks.tempat.kode}", boks)


@dengan_izin(LIHAT, metode=("GET", "POST"))
def boks_label(request: Permintaan, pk: int) -> HttpResponse:
    """A box's label."""
    boks = objek_atau_404(request, Boks, pk, hubungan=("tempat", "jenis"))
    return _label(request, [boks], boks.get_absolute_url())


@dengan_izin(LIHAT, metode=("POST",))
def boks_label_banyak(request: Permintaan) -> HttpResponse:
    """Labels of the boxes ticked on the list."""
    pk = kunci_dipilih(request, terbanyak=TERBANYAK)
    semua = Boks.objects.all().untuk(request.user).filter(pk__in=pk).select_related("tempat", "jenis")
    boks = list(semua.order_by("tempat__jalur"))
    if not boks:
        messages.error(request, "Belum ada boks yang dicentang.")
        return redirect("arsip:boks_daftar")
    return _label(request, boks, reverse("arsip:boks_daftar"))


def _label(request: Permintaan, boks: list[Boks], batal: str) -> HttpResponse:
    form = LabelForm(request.POST if "lanjutkan" in request.POST else None)
    if form.is_bound and form.is_valid():
        isi = gambar_label(label_boks(boks), form.cleaned_data["lembar"], mulai=form.cleaned_data["mulai"])
        return pdf(request, isi, "label boks")
    isi_halaman = {
        "judul": "Cetak label boks", "tombol": "Cetak label", "form": form, "dipilih": boks, "daftar": DAFTAR,
        "batal": batal,
    }  # fmt: skip
    return render(request, "arsip/pilihan_massal.html", isi_halaman, status=422 if form.is_bound else 200)


@dengan_izin("arsip.view_berkasarsip")
def label_buka(request: Permintaan, kode: str) -> HttpResponse:
    """What a label's QR opens: the box or the record; while one's own stocktake runs, the page that marks it as seen."""
    sasaran = sasaran_label(kode, request.user)
    if sasaran is None:
        raise Http404
    opname = (
        Opname.objects.hidup()
        .filter(petugas=request.user, status=Opname.Status.BERJALAN)
        .select_related("tempat")
        .first()
    )
    tujuan = sasaran.get_absolute_url() if isinstance(sasaran, BerkasArsip) else _alamat_tempat(sasaran)
    if opname is None:
        return redirect(tujuan)
    return render(
        request,
        "arsip/opname_tandai.html",
        {"judul": str(sasaran), "sasaran": sasaran, "opname": opname, "kode": kode, "tujuan": tujuan},
    )


def _alamat_tempat(tempat: Tempat) -> str:
    boks = Boks.objects.hidup().filter(tempat=tempat).first()
    return boks.get_absolute_url() if boks else reverse("arsip:tempat_isi", args=[tempat.pk])


@dengan_izin(LIHAT)
def tempat_isi(request: Permintaan, pk: int) -> HttpResponse:
    """A place on a phone: boxes in it, records that lie in it without a box."""
    tempat = objek_atau_404(request, Tempat, pk, hubungan=("induk",))
    isi = (
        BerkasArsip.objects.filter(tempat__jalur__startswith=OuterRef("tempat__jalur"), dibuang_pada__isnull=True)
        .order_by()
        .values("dibuang_pada")
        .annotate(n=Count("pk"))
        .values("n")
    )
    boks = (
        Boks.objects.hidup()
        .filter(tempat__jalur__startswith=tempat.jalur)
        .select_related("tempat", "jenis")
        .annotate(banyak=Coalesce(Subquery(isi, output_field=IntegerField()), 0))
        .order_by("tempat__jalur")
    )
    lepas = BerkasArsip.objects.all().untuk(request.user).filter(tempat=tempat).select_related("jenis")
    return render(
        request,
        "arsip/tempat.html",
        {
            "judul": tempat.nama,
            "tempat": tempat,
            "boks": list(boks[:TERBANYAK]),
            "anak": list(tempat.anak.hidup().exclude(jenis=Tempat.Jenis.BOKS).order_by("jalur")),
            "berkas": list(lepas.order_by("urut_kode", "pk")[:TERBANYAK]),
        },
    )
