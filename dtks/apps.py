"""Social registry and the counter of a Dinas Sosial: check, decide, recommend."""

from django.apps import AppConfig


class DtksConfig(AppConfig):
    name = "dtks"
    verbose_name = "DTSEN dan loket"
