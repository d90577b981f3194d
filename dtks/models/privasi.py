"""A person whose data are frozen at his request: not deleted, but no longer shown to the public or used anew."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dtks.models.ganda import LewatIndividuKueri
from dtks.models.registri import Individu
from inti.models import Rekam, Riwayat


class Pembatasan(Rekam):
    """A restriction of one person, from a day until a day or without end, until it is lifted with a reason."""

    individu = models.ForeignKey(
        Individu, verbose_name="orang", on_delete=models.PROTECT, related_name="pembatasan", db_constraint=False
    )
    permintaan = models.ForeignKey(
        "inti.PermintaanSubjek", verbose_name="permintaan", on_delete=models.PROTECT, related_name="+"
    )
    mulai = models.DateField("mulai")
    sampai = models.DateField("sampai", null=True, blank=True)
    alasan = models.CharField("alasan", max_length=300)
    dicabut_pada = models.DateTimeField("dicabut", null=True, blank=True)
    alasan_cabut = models.CharField("alasan pencabutan", max_length=300, blank=True)

    objects = LewatIndividuKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pembatasan data"
        verbose_name_plural = "pembatasan data"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("mulai")),
                name="pembatasan_urut",
                violation_error_message="Sampai tidak boleh sebelum mulai.",
            )
        ]

    def __str__(self) -> str:
        return f"Pembatasan {self.individu}"

    def get_absolute_url(self) -> str:
        return self.individu.get_absolute_url()
