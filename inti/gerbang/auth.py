"""Who may sign in: an active account within its period. Checked again at every request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from inti.queries.aplikasi import mati
from inti.rules.akun import sandi_lazim


class PenggunaBackend(ModelBackend):
    """Names are case-insensitive; an account outside its period or in the trash is as good as absent."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Any:
        """Check a name and password; the time taken does not tell whether the name exists."""
        return super().authenticate(request, username=(username or "").strip().lower(), password=password, **kwargs)

    def user_can_authenticate(self, user: Any) -> bool:
        """Active and within its period today. Also decides at each request whether the session goes on."""
        return bool(user.boleh_masuk())

    def get_user(self, user_id: Any) -> Any:
        """The account with its unit and village, which nearly every page asks for."""
        siapa = get_user_model()._default_manager.select_related("unit", "desa").filter(pk=user_id).first()
        return siapa if siapa is not None and self.user_can_authenticate(siapa) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """All permissions by one query (own and by role), kept for the request; none of an app that is switched off."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            semua = Permission.objects.exclude(content_type__app_label__in=mati().values("kode")).order_by()
            if not user_obj.is_superuser:
                semua = semua.filter(group__user=user_obj)
            user_obj._perm_cache = {f"{a}.{k}" for a, k in semua.values_list("content_type__app_label", "codename")}
        return user_obj._perm_cache


class SandiLazimValidator(CommonPasswordValidator):
    """Refuses what guessers try first (`inti.rules.akun.sandi_lazim`), on every way to a password, the command line too."""

    def validate(self, password: str, user: Any = None) -> None:
        if sandi_lazim(password, self.passwords):
            raise ValidationError(
                "Kata sandi ini mudah ditebak. Pakai kalimat yang hanya Anda tahu.", code="sandi_lazim"
            )

    def get_help_text(self) -> str:
        """The rule in a sentence."""
        return "Bukan kata sandi yang lazim dipakai."


def nama_untuk_axes(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The name under which tries are counted: case and blanks make no second account."""
    sumber = credentials or (request.POST if request is not None else {})
    return str(sumber.get("username") or "").strip().lower()
