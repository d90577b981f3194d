"""Boxes: closing, labels and lists on paper, and what a QR opens. The noun itself: arsip.sumber.boks."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arsip.documents.boks import daftar_isi, gambar_label, label_boks
from arsip.forms.boks import LabelForm
from arsip.models import BerkasArsip, Boks, Opname
from arsip.queries.boks import isi_boks
from arsip.services import boks as services
from arsip.services.boks import sedang_keluar
from arsip.services.opname import sasaran_label
from arsip.views.bersama import TERBANYAK, pdf
from inti.access import dengan_izin
from inti.models import Tempat
from inti.pages import objek_atau_404, selesai, verb
from inti.pages.dasar import kunci_dipilih
from inti.permintaan import Permintaan

LIHAT, KELOLA = "arsip.view_boks", "arsip.kelola_boks"
DAFTAR = ("Boks arsip", "arsip:boks_daftar")


@verb(Boks, permission=KELOLA, judul="Tutup boks", tombol="Tutup boks", template="arsip/boks_tutup.html",
      hubungan=("tempat", "jenis"))  # fmt: skip
def boks_tutup(request: Permintaan, boks: Boks) -> HttpResponse:
    """The month is over: order and numbers are fixed."""
    keluar = sedang_keluar(boks)
    hasil = services.boks_tutup(boks=boks, oleh=request.user)
    if keluar:
        messages.warning(request, f"{keluar} arsip di dalamnya sedang dipinjam; nomornya tetap disediakan.")
    return selesai(request, hasil, f"Boks ditutup; {hasil.jumlah} arsip diberi nomor 1 sampai {hasil.jumlah}.")


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
