"""Search in the archive. What is sought goes by POST into the session: no address carries it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from arsip.forms.cari import CariArsipForm
from arsip.queries.cari import cari
from inti.access import dengan_izin
from inti.formats import baca_bilangan
from inti.models import JejakBaca
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat

KUNCI = "arsip:cari"


@dengan_izin("arsip.cari_indeksarsip", metode=("GET", "POST"))
def cari_arsip(request: Permintaan) -> HttpResponse:
    """Seek, and read what was found page by page. Each search is logged without its words."""
    if request.method == "POST":
        if "bersih" in request.POST:
            request.session.pop(KUNCI, None)
            return redirect("arsip:cari")
        form = CariArsipForm(request.POST, pengguna=request.user)
        if not form.is_valid():
            return _tampil(request, form, sah=False)
        request.session[KUNCI] = form.untuk_sesi()
        jejak_catat(request, JejakBaca.Jenis.CARI, keterangan="isi arsip")
        return redirect("arsip:cari")
    dicari = request.session.get(KUNCI)
    form = CariArsipForm(dicari, pengguna=request.user)
    return _tampil(request, form, sah=bool(dicari) and form.is_valid())


def _tampil(request: Permintaan, form: CariArsipForm, *, sah: bool) -> HttpResponse:
    setelah = request.GET.get("setelah", "")
    kursor = baca_bilangan(setelah, paling_panjang=18)
    halaman = cari(request.user, form.cleaned_data["q"], form.saring(), setelah=kursor) if sah else None
    isi = {"judul": "Cari arsip", "form": form, "halaman": halaman, "lanjutan": kursor is not None}
    return render(request, "arsip/cari.html", isi, status=422 if form.is_bound and form.errors else 200)
