"""A verb of the office as one short function: fetch, permit, validate, call, message, redirect."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render

from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.gerbang.pengajuan import isian_usulan
from inti.pages.dasar import beri_galat, objek_atau_404, sudah_dikirim
from inti.permintaan import Permintaan
from inti.perubahan import kiriman_terdahulu


@dataclass(frozen=True)
class Aksi:
    """A verb offered on a record's page. Without a form it is one POST; with one it opens the verb's page."""

    teks: str
    alamat: str
    ikon: str = ""
    utama: bool = False
    bahaya: bool = False
    langsung: bool = False  # a POST without a form of its own
    diri: bool = False  # one may do it for oneself too; any other is not offered on one's own record
    tab_baru: bool = False  # its answer is a paper: shown beside the page, which then shows the new state


def verb(
    model: type[models.Model],
    *,
    permission: str,
    form: Any = None,
    judul: str = "",
    tombol: str = "Simpan",
    template: str = "inti/verba.html",
    bahaya: bool = False,
    hubungan: tuple[str, ...] = (),
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Make `fungsi(request, objek[, form])` the view of a verb on one record.

    GET shows the form (or a confirmation), so it works without JavaScript; POST calls the function. A refusal of the
    rules is shown above the form, or as a message on the record's page; a stale version gets the page 409.
    """

    def hias(fungsi: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @functools.wraps(fungsi)
        def view(request: Permintaan, pk: Any, **_: Any) -> HttpResponse:
            objek = objek_atau_404(request, model, pk, hubungan=hubungan)
            isian = None
            if form is not None:
                diisi = (request.POST, request.FILES) if request.method == "POST" else (isian_usulan(request),)
                isian = form(*diisi, objek=objek, pengguna=request.user)
            status = 200
            if request.method == "POST" and (isian is None or isian.is_valid()):
                try:
                    return fungsi(request, objek) if isian is None else fungsi(request, objek, isian)
                except SudahDikirim as galat:
                    return sudah_dikirim(request, galat)
                except VersiBerubah:
                    raise
                except (AturanDilanggar, ValidationError) as galat:
                    if isian is None:
                        kalimat = galat.kalimat if isinstance(galat, AturanDilanggar) else " ".join(galat.messages)
                        messages.error(request, kalimat)
                        return redirect(objek)
                    beri_galat(isian, galat)
                    status = 409 if isinstance(galat, AturanDilanggar) else 422
            elif request.method == "POST":
                if (terdahulu := kiriman_terdahulu(request.user)) is not None:
                    return sudah_dikirim(request, SudahDikirim(terdahulu))
                status = 422
            return render(
                request,
                template,
                {"judul": judul, "objek": objek, "form": isian, "tombol": tombol, "bahaya": bahaya},
                status=status,
            )

        view.izin, view.metode = permission, ("GET", "POST")  # type: ignore[attr-defined]
        return view

    return hias
