"""Django admin for inspection of letters in; nothing is changed here."""

from django.contrib import admin

from arsip.models import Disposisi, InstruksiDisposisi, SuratMasuk
from inti.admin import BacaSaja

admin.site.register([SuratMasuk, Disposisi, InstruksiDisposisi], BacaSaja)
