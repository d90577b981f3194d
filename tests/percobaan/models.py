"""One record with a scope, a text and a state, and an answer to a survey on it."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.models import Kueri, Rekam, Riwayat, TanpaIdentitas, UnitKerja


class TitipanKueri(Kueri):
    def lingkup(self, pengguna):
        return self.filter(unit__jalur__startswith=pengguna.unit.jalur) if pengguna.unit else self.none()


class Titipan(Rekam):
    """A thing left at the desk."""

    uraian = models.CharField("uraian", max_length=200)
    unit = models.ForeignKey(UnitKerja, verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    status = FSMField("status", default="ada", choices=[("ada", "Ada"), ("diambil", "Diambil"), ("hilang", "Hilang")])

    objects = TitipanKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        app_label = "percobaan"
        verbose_name = "titipan"

    def __str__(self):
        return self.uraian

    def get_absolute_url(self):
        return reverse("barang", args=[self.pk])

    @transition(field=status, source="ada", target="diambil")
    def ambil(self):
        """Fetched."""


class Jawaban(TanpaIdentitas):
    """What somebody says of how his thing was kept."""

    lingkup_kantor = True

    titipan = models.ForeignKey(Titipan, on_delete=models.PROTECT, related_name="+")
    nilai = models.PositiveSmallIntegerField("nilai")

    class Meta:
        app_label = "percobaan"
        verbose_name = "jawaban"

    def __str__(self):
        return str(self.nilai)
