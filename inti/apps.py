"""The kernel: the office itself and the tools that every app uses."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class IntiConfig(AppConfig):
    name = "inti"
    verbose_name = "Inti"

    def ready(self) -> None:
        from inti import checks, registry  # noqa: F401
        from inti.access import selaraskan_hak
        from inti.pendaftaran import periksa  # noqa: F401

        registry.semua_isi()  # every app's isi.py: what the kernel doesn't know is refused here
        # Django makes each app's permissions after migrating it; the roles follow in the same breath.
        post_migrate.connect(selaraskan_hak, dispatch_uid="inti.selaraskan_hak")
