"""Django admin for inspection of letters in; nothing is changed here."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from arsip.models import Disposisi, InstruksiDisposisi, SuratMasuk
from inti.admin import BacaSaja


class SesuaiLingkup(BacaSaja):
    """Closed letters stay closed here: only what the office's own pages would show this user."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Within the user's scope."""
        terlihat = self.model._default_manager.lingkup(request.user)
        return super().get_queryset(request).filter(pk__in=terlihat.order_by().values("pk"))


admin.site.register([SuratMasuk, Disposisi], SesuaiLingkup)
admin.site.register(InstruksiDisposisi, BacaSaja)
