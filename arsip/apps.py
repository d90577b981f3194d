"""Letters and archives: the classification, letters in and out, records, retention."""

from django.apps import AppConfig


class ArsipConfig(AppConfig):
    name = "arsip"
    verbose_name = "Arsip surat"
