"""Template filters of the counter."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from dtks.forms.layanan import alamat_lengkap
from dtks.models import BerkasPermohonan, Individu
from dtks.queries.antrean import tiket_kini
from dtks.queries.aturan import jam_pada
from dtks.queries.penilaian import putusan_kini
from dtks.rules.jam import jadwal_sebaris

register = template.Library()
register.filter(putusan_kini)


@register.filter
def alamat_orang(orang: Individu) -> str:
    """Address of a person in one line."""
    return alamat_lengkap(orang) or "tidak diketahui"


@register.simple_tag
def jam_loket() -> str:
    """The counter's hours today in one line; empty when nobody entered them."""
    return jadwal_sebaris(jam_pada(timezone.localdate()))


@register.filter
def berkas_ada(berkas: list[BerkasPermohonan]) -> str:
    """Names of the papers handed in."""
    return ", ".join(b.syarat.nama for b in berkas if b.ada) or "tidak ada"


@register.inclusion_tag("dtks/_antrean_kini.html", takes_context=True)
def antrean_kini(context: Any) -> dict[str, Any]:
    """The ticket that this clerk serves, with its next step; nothing when he called nobody."""
    request = context["request"]
    tiket = tiket_kini(request.user) if request.user.has_perm("dtks.panggil_tiket") else None
    return {"tiket": tiket, "request": request, "csrf_token": context.get("csrf_token")}
