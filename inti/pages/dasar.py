"""What every page shares: its permission, its crumbs, and how an act ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from inti.formats import baca_bilangan, baca_versi
from inti.galat import AturanDilanggar, SudahDikirim
from inti.permintaan import Permintaan
from inti.services.jejak import baca_catat


@dataclass(frozen=True)
class Massal:
    """A bulk action of a list: it posts the chosen ids (`pilih`) to a route."""

    teks: str
    rute: str
    izin: str
    ikon: str = ""
    utama: bool = False


class Halaman(View):
    """A page by attributes. `permission` decides who comes in; `template` shows it."""

    permission: ClassVar[str] = ""
    template: ClassVar[str] = ""
    judul: ClassVar[str] = ""
    perangkat: ClassVar[tuple[str, ...]] = ()  # camera, geolocation, microphone that the page may ask for

    def tampil(self, request: Permintaan, isi: dict[str, Any], status: int = 200) -> HttpResponse:
        """Render the template with the page's title and `isi`."""
        return render(request, self.template, {"judul": self.judul, "halaman": self, **isi}, status=status)


def objek_atau_404(
    request: Permintaan, model: type[models.Model], pk: Any, *, terbuang: bool = False, hubungan: tuple[str, ...] = ()
) -> Any:
    """The record if it is within the user's scope, else 404. The version that a form was opened with travels along.

    Where a person's data are shown (`Rekam.tercatat`) this is the line in the read log, whatever the client calls itself.
    """
    kueri = model._default_manager.all()
    kueri = kueri.lingkup(request.user).terbuang() if terbuang else kueri.untuk(request.user)  # type: ignore[attr-defined]
    if hubungan:
        kueri = kueri.select_related(*hubungan)
    try:
        objek = kueri.get(pk=pk)
    except (ObjectDoesNotExist, ValueError, ValidationError, OverflowError) as galat:
        raise Http404 from galat
    versi = request.POST.get("versi", "") if request.method == "POST" else ""
    if hasattr(objek, "versi"):
        objek.versi = baca_versi(versi, objek.versi)
    if getattr(objek, "tercatat", False) and request.method != "POST":
        baca_catat(request, objek)
    return objek


def kunci_dipilih(request: Permintaan, *, terbanyak: int) -> list[int]:
    """Keys of the rows that were ticked in a list (`pilih`), at most so many; anything else that was sent falls away."""
    terbaca = [baca_bilangan(p) for p in request.POST.getlist("pilih")[:terbanyak]]
    return [n for n in terbaca if n is not None]


def selesai(request: Permintaan, objek: models.Model | str, pesan: str) -> HttpResponse:
    """End an act: say what happened, and go to the record (or route) where the next step is."""
    messages.success(request, pesan)
    lanjut = request.POST.get("lanjut", "")
    if lanjut.startswith("/") and url_has_allowed_host_and_scheme(
        lanjut, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return HttpResponseRedirect(lanjut)
    return redirect(cast(Any, objek))


def sudah_dikirim(request: Permintaan, galat: SudahDikirim) -> HttpResponse:
    """The same form again: show what its first sending made."""
    from django.apps import apps

    messages.info(request, "Kiriman ini sudah disimpan; tidak disimpan dua kali.")
    p = galat.perubahan
    if p.hasil_label:
        model = apps.get_model(p.hasil_label)
        objek = (
            model._default_manager.untuk(request.user).filter(pk=p.hasil_id).first()
            if hasattr(model._default_manager.all(), "untuk")
            else None
        )
        if objek is not None and hasattr(objek, "get_absolute_url"):
            return redirect(cast(Any, objek))
    return redirect("beranda")


def beri_galat(form: BaseForm, galat: AturanDilanggar | ValidationError) -> None:
    """Put a refusal of a service where the user can mend it: at its field, else above the form."""
    if isinstance(galat, AturanDilanggar):
        form.add_error(None, ValidationError(galat.kalimat, code=galat.kode))
        return
    for bidang, daftar in (galat.message_dict if hasattr(galat, "error_dict") else {"": galat.messages}).items():
        form.add_error(bidang if bidang in form.fields else None, daftar)
