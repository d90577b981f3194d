"""The client's address. A forwarded header is believed only from proxies that the operator named."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def alamat_klien(request: HttpRequest) -> str:
    """Address of the client: the connection's, or the last untrusted hop of X-Forwarded-For behind a trusted proxy."""
    langsung = str(request.META.get("REMOTE_ADDR") or "127.0.0.1")
    tepercaya = set(settings.PROXY_TEPERCAYA)
    if langsung not in tepercaya:
        return langsung
    for hop in reversed(str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")):
        calon = hop.strip()
        try:
            ipaddress.ip_address(calon)
        except ValueError:
            return langsung
        if calon not in tepercaya:
            return calon
    return langsung
