"""Number series: what was given out, what is held for handwritten use, and matching it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from inti.access import boleh, dengan_izin
from inti.columns.sistem import NomorColumns, SeriColumns, contoh_nomor
from inti.filters.sistem import NomorFilter, SeriFilter
from inti.forms.dasar import AlasanForm
from inti.forms.kantor import CadanganForm, CocokkanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import Nomor, SeriNomor
from inti.pages import Daftar, selesai
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.nomor import nomor_cadangkan, nomor_cocokkan
from inti.services.nomor_cadangan import nomor_cadangan_batalkan

LIHAT, CADANGKAN, BATALKAN = "inti.view_serinomor", "inti.cadangkan_nomor", "inti.batalkan_nomor"


class SeriDaftar(Daftar):
    model, columns, filters, judul, permission = SeriNomor, SeriColumns, SeriFilter, "Nomor", LIHAT
    cari_di, cari_petunjuk = ("kode", "pola"), "Seri atau pola"
    keterangan = "Setiap seri berurutan tanpa celah dalam satu tahun. Nomor yang batal tetap tercatat dengan alasannya."
    kosong = ("Belum ada seri nomor", "Seri dibuka sendiri saat surat pertama pada tahun itu diberi nomor.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Series with how many numbers wait to be matched."""
        cadangan = Q(nomor__keadaan=Nomor.Keadaan.DICADANGKAN)
        return SeriNomor.objects.annotate(cadangan=Count("nomor", filter=cadangan))


class NomorDaftar(Daftar):
    model, columns, filters, permission = Nomor, NomorColumns, NomorFilter, LIHAT
    template, urut_awal = "inti/nomor_daftar.html", "-urut"
    cari_di, cari_petunjuk = ("teks",), "Nomor"
    ekspor_izin = LIHAT
    kosong = ("Belum ada nomor", "Nomor tampil di sini setelah diberikan atau dicadangkan.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Numbers of this series."""
        return Nomor.objects.filter(seri=self._seri())

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """The list with what may be done to reserved numbers."""
        seri = self._seri()
        cadangan = seri.nomor.filter(keadaan=Nomor.Keadaan.DICADANGKAN).order_by("urut")[:100]
        pengguna: Any = request.user
        lain = {
            "judul": str(seri),
            "seri": seri,
            "contoh": contoh_nomor(seri),
            "cadangan": cadangan,
            "boleh_cadangkan": boleh(pengguna, CADANGKAN),
            "boleh_batalkan": boleh(pengguna, BATALKAN),
        }
        return super().tampil(request, {**isi, **lain}, status)

    def _seri(self) -> SeriNomor:
        return get_object_or_404(SeriNomor, pk=self.kwargs["pk"])


def _verba(
    request: Permintaan,
    *,
    seri: SeriNomor,
    form: Any,
    judul: str,
    tombol: str,
    kerja: Callable[[Any], Any],
    pesan: str,
    ringkas: str = "",
    bahaya: bool = False,
) -> HttpResponse:
    """One verb on a series or a number: its form, its service, back to the series."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                kerja(form.cleaned_data)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
                status = 409 if isinstance(galat, AturanDilanggar) else 422
            else:
                return selesai(request, seri, pesan)
    isi = {"judul": judul, "objek": ringkas or seri, "seri": seri, "form": form, "tombol": tombol, "bahaya": bahaya}
    return render(request, "inti/nomor_verba.html", isi, status=status)


@dengan_izin(CADANGKAN, metode=("GET", "POST"))
def seri_cadangkan(request: Permintaan, pk: int) -> HttpResponse:
    """Hold a block of numbers for handwritten use."""
    seri = get_object_or_404(SeriNomor, pk=pk)
    return _verba(
        request,
        seri=seri,
        form=CadanganForm(request.POST or None),
        judul="Cadangkan blok nomor",
        tombol="Cadangkan",
        kerja=lambda isi: nomor_cadangkan(seri=seri, oleh=request.user, **isi),
        pesan="Blok nomor dicadangkan. Cocokkan setiap nomor setelah listrik menyala.",
    )


@dengan_izin(CADANGKAN, metode=("GET", "POST"))
def nomor_cocok(request: Permintaan, pk: int) -> HttpResponse:
    """Say what a reserved number was used for, or that it was not."""
    nomor = get_object_or_404(Nomor.objects.select_related("seri"), pk=pk)
    return _verba(
        request,
        seri=nomor.seri,
        ringkas=nomor.teks,
        form=CocokkanForm(request.POST if request.method == "POST" else None),
        judul="Cocokkan nomor cadangan",
        tombol="Cocokkan",
        kerja=lambda isi: nomor_cocokkan(nomor=nomor, oleh=request.user, **isi),
        pesan=f"Nomor {nomor.teks} dicocokkan.",
    )


@dengan_izin(BATALKAN, metode=("GET", "POST"))
def nomor_batal(request: Permintaan, pk: int) -> HttpResponse:
    """Cancel a reserved number with a reason."""
    nomor = get_object_or_404(Nomor.objects.select_related("seri"), pk=pk)
    return _verba(
        request,
        seri=nomor.seri,
        ringkas=nomor.teks,
        form=AlasanForm(request.POST or None),
        judul="Batalkan nomor cadangan",
        tombol="Batalkan nomor",
        bahaya=True,
        kerja=lambda isi: nomor_cadangan_batalkan(nomor=nomor, oleh=request.user, **isi),
        pesan=f"Nomor {nomor.teks} dibatalkan.",
    )
