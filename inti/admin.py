"""Django admin is for inspection. Nothing is changed here: a change without its service would have no history.

Sign-in goes through the house's own door (`inti.middleware.HakMiddleware`).
"""

from __future__ import annotations

from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.http import HttpRequest

# Columns that nobody needs to see here. A snapshot and the arguments of an act hold cases, and the admin sees none.
TAK_TAMPIL = {"password", "kunci_sesi", "snapshot", "argumen", "kiriman", "beda"}


class BacaSaja(admin.ModelAdmin):
    """A kind of record to look at, without its secrets."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The first columns, with what the record calls itself in front."""
        bidang = [f.name for f in self.opts.concrete_fields if _pendek(f)]
        return ["__str__", *[b for b in bidang if b != "id"][:6]]

    def get_list_select_related(self, request: HttpRequest) -> list[str]:
        """No query for each row."""
        tampil = set(self.get_list_display(request))
        return [f.name for f in self.opts.concrete_fields if f.is_relation and f.name in tampil]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """All columns but secrets."""
        return [f.name for f in self.opts.concrete_fields if f.name not in TAK_TAMPIL]


def _pendek(bidang: models.Field) -> bool:
    panjang = isinstance(bidang, (models.JSONField, models.TextField))
    return not panjang and bidang.name not in TAK_TAMPIL


class KunciSaja(BacaSaja):
    """Sign-in tries: looked at, and deleted to open an account that is locked out."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever has the permission: this is how a lock-out is lifted before its time."""
        return admin.ModelAdmin.has_delete_permission(self, request, obj)


def daftarkan() -> None:
    """Every table of the kernel, and what other packages put here: secrets out, the rest to be looked at only."""
    from axes import admin as _axes  # noqa: F401  registered first, so that it can be replaced
    from django_otp.plugins.otp_static import admin as _static  # noqa: F401
    from django_otp.plugins.otp_totp import admin as _totp  # noqa: F401

    rahasia: list[Any] = [m for m in admin.site._registry if m._meta.app_label in {"otp_totp", "otp_static", "axes"}]
    for model in [*rahasia, Group]:
        if admin.site.is_registered(model):
            admin.site.unregister(model)
    for model in apps.get_app_config("inti").get_models():
        if not model.__name__.startswith("Riwayat"):
            admin.site.register(model, BacaSaja)
    admin.site.register(AccessAttempt, KunciSaja)
    admin.site.register([AccessLog, AccessFailureLog, Group], BacaSaja)


daftarkan()
