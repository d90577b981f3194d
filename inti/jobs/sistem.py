"""Jobs of the system itself: sealing history, checking everything."""

from __future__ import annotations

from typing import Any

from inti.jobs.jalan import Jalannya
from inti.models import Pengguna
from inti.periksa.jalan import jalankan_periksa
from inti.services.segel import segel_susun


def segel(jalannya: Jalannya, *, oleh: Pengguna | None) -> dict[str, Any]:
    """Seal what came since the last set. Repeating it seals nothing twice."""
    hasil = segel_susun()
    return {"segel": hasil.urut if hasil else 0}


def periksa(jalannya: Jalannya, *, oleh: Pengguna | None) -> dict[str, Any]:
    """Check everything; the page shows the newest result."""
    return jalankan_periksa(lambda n, semua, nama: jalannya.maju(n, semua, nama)) | {"tautan": "/kantor/periksa/"}
