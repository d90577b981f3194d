"""What leaves the server: whether a reply shows a whole personal number (NIK, family card)."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.http.response import HttpResponseBase

# Sixteen digits on their own, together or in fours: parts of keys and of longer numbers (NIP has 18) are none.
NOMOR = re.compile(rb"(?<![0-9A-Za-z])\d{4}[ .]?\d{4}[ .]?\d{4}[ .]?\d{4}(?![0-9A-Za-z])")


def memuat_nomor(balasan: HttpResponseBase) -> bool:
    """Whether a page or a text holds one. Files have a line of their own (download, export)."""
    jenis = balasan.headers.get("Content-Type", "")
    return (
        isinstance(balasan, HttpResponse)
        and balasan.status_code < 500
        and jenis.startswith(("text/html", "application/json", "text/plain"))
        and NOMOR.search(balasan.content) is not None
    )
