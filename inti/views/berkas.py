"""Stored files are served here only, to whoever may see the record they belong to."""

from __future__ import annotations

from uuid import UUID

from django.apps import apps
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from inti.access import MASUK, boleh, dengan_izin
from inti.models import BerkasTersimpan, JejakBaca
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_baca
from inti.services.jejak import jejak_catat

TAMPIL_DI_TEMPAT = {"image/jpeg", "image/png"}


@dengan_izin(MASUK)
def unduh(request: Permintaan, pk: UUID) -> HttpResponse:
    """A file, if its owner record is within the user's scope and he may view such records; else 404. Destroyed: 410."""
    berkas = get_object_or_404(BerkasTersimpan, pk=pk)
    if not berkas.pemilik_label:
        raise Http404
    model = apps.get_model(berkas.pemilik_label)
    if not hasattr(model._default_manager.all(), "untuk"):
        raise Http404  # files of the kernel's own are served by their own pages
    if not _boleh_unduh(request, model, berkas):
        raise Http404
    if berkas.dimusnahkan_pada is not None:
        return render(
            request, "inti/berkas_musnah.html", {"judul": "Berkas sudah dimusnahkan", "berkas": berkas}, status=410
        )
    jejak_catat(request, JejakBaca.Jenis.UNDUH, berkas)
    return balasan_berkas(berkas_baca(berkas), berkas.nama_asli, berkas.jenis_isi)


def _boleh_unduh(request: Permintaan, model: type[Model], berkas: BerkasTersimpan) -> bool:
    """Whether the record that owns a file lets this user have it: by its own rule for files (`untuk_berkas`), where a
    record holds files of unlike secrecy, else as he may view such records."""
    kueri = model._default_manager.all()
    if hasattr(kueri, "untuk_berkas"):
        return bool(kueri.untuk_berkas(request.user, berkas.pk).filter(pk=berkas.pemilik_id).exists())
    izin = f"{model._meta.app_label}.view_{model._meta.model_name}"
    return boleh(request.user, izin) and bool(kueri.untuk(request.user).filter(pk=berkas.pemilik_id).exists())  # type: ignore[attr-defined]


def balasan_berkas(isi: bytes, nama: str, jenis: str, *, buatan_sendiri: bool = False) -> HttpResponse:
    """Reply with a file, never sniffed, never kept. An upload is sandboxed and, unless an image, an attachment."""
    di_tempat = buatan_sendiri or jenis in TAMPIL_DI_TEMPAT
    balasan = HttpResponse(isi, content_type=jenis)
    balasan.headers["Content-Disposition"] = content_disposition_header(not di_tempat, nama) or "attachment"
    balasan.headers["X-Content-Type-Options"] = "nosniff"
    balasan.headers["Cache-Control"] = "no-store, private"
    balasan.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'" + (
        "" if buatan_sendiri else "; sandbox"
    )
    return balasan
