"""Staff files: careers, papers, due lists, leave, daily performance, interns."""

from django.apps import AppConfig


class KepegawaianConfig(AppConfig):
    name = "kepegawaian"
    verbose_name = "Kepegawaian"
