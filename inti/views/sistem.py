"""Routes that machines ask, the office's colours, and taking back one save."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect

from inti.access import MASUK, PUBLIK, boleh, dengan_izin
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import Instansi, Perubahan
from inti.pages.dasar import selesai, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.rekam import perubahan_kembalikan


@dengan_izin(PUBLIK)
def warna(request: Permintaan) -> HttpResponse:
    """The office's accent colour in both themes, as a style sheet (the content policy allows no inline style)."""
    i = Instansi.kini()
    css = f':root,[data-bs-theme="light"]{{--tu-aksen:{i.warna_aksen}}}[data-bs-theme="dark"]{{--tu-aksen:{i.warna_aksen_gelap}}}'
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": "public, max-age=86400"})


@dengan_izin(PUBLIK)
def sehat(request: Permintaan) -> JsonResponse:
    """Alive: the process answers."""
    return JsonResponse({"sehat": True})


@dengan_izin(PUBLIK)
def siap(request: Permintaan) -> JsonResponse:
    """Ready: database, migrations, file store and worker; 503 names what is not."""
    bagian = {"basis_data": _basis_data(), "migrasi": _migrasi(), "berkas": _berkas(), "pekerja": _pekerja()}
    return JsonResponse({"siap": all(bagian.values()), **bagian}, status=200 if all(bagian.values()) else 503)


def _basis_data() -> bool:
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
        return True
    except DatabaseError:
        return False


def _migrasi() -> bool:
    try:
        pelaksana = MigrationExecutor(connection)
        return not pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _berkas() -> bool:
    try:
        Path(settings.BERKAS_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.BERKAS_DIR) as uji:
            uji.write(b"x")
            os.fsync(uji.fileno())
        return True
    except OSError:
        return False


def _pekerja() -> bool:
    from inti.jobs import pekerja_hidup

    try:
        return pekerja_hidup()
    except DatabaseError:
        return False


@dengan_izin(MASUK, metode=("POST",))
def kembalikan(request: Permintaan, pk: int) -> HttpResponse:
    """Take back one save: needs the right to change each record it touched, within the user's scope."""
    asal = get_object_or_404(Perubahan, pk=pk)
    for label, objek_id, _ in asal.objek:
        model = apps.get_model(label)
        if not model._default_manager.all().untuk(request.user).filter(pk=objek_id).exists():
            raise Http404
        if not boleh(request.user, f"{model._meta.app_label}.change_{model._meta.model_name}"):
            raise PermissionDenied
    try:
        hasil = perubahan_kembalikan(perubahan_asal=asal, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except (AturanDilanggar, ValidationError) as galat:
        messages.error(request, galat.kalimat if isinstance(galat, AturanDilanggar) else " ".join(galat.messages))
        return redirect("beranda")
    return selesai(request, hasil, "Dikembalikan ke semula.")
