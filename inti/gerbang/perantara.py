"""A proxy that stands before us without being named: told to the administrator, once a day."""

from __future__ import annotations

import ipaddress
import logging

from django.conf import settings
from django.http import HttpRequest

from inti.gerbang.batas import Pencacah, hitung_banyak
from inti.models import Pengguna
from inti.services.pemberitahuan import beritahu

SEHARI = 24 * 60 * 60
catatan = logging.getLogger(__name__)


def perantara_laporkan(request: HttpRequest) -> bool:
    """Look at a request's way here and tell the administrators of a forwarder that `PROXY_TEPERCAYA` doesn't name.

    Only one of this machine or network: from elsewhere anybody may write that header. Out: whether somebody was told.
    """
    alamat = str(request.META.get("REMOTE_ADDR") or "127.0.0.1")
    if not request.META.get("HTTP_X_FORWARDED_FOR") or alamat in settings.PROXY_TEPERCAYA:
        return False
    try:
        dekat = ipaddress.ip_address(alamat).is_private
    except ValueError:
        return False
    if not dekat or hitung_banyak(Pencacah(alamat, "perantara", SEHARI))[0] > 1:
        return False
    pesan = f"Perantara {alamat} belum ada di PROXY_TEPERCAYA: semua pengunjung tampak beralamat sama."
    catatan.warning(pesan)
    for admin in Pengguna.objects.hidup().filter(groups__name="admin", is_active=True):
        beritahu(admin, pesan)
    return True
