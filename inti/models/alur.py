"""Who holds a case, since when, until when: the rows of a course (`inti.rules.alur`), whatever the case is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from inti.models.keadaan import BerKeadaan
from inti.models.pengguna import Pengguna
from inti.rules.alur import PENGAJU, Alur


class BerAlur(BerKeadaan):
    """A model whose records run a declared course; named before `Rekam`, in the place of `BerKeadaan`."""

    alur: ClassVar[Alur]
    pk: Any

    @property
    def alur_kini(self) -> models.QuerySet[Pegangan]:
        """The holdings since it was last submitted, the maker's first; those to come last."""
        return Pegangan.objects.milik_kasus(self).filter(berlaku=True).order_by("urut")


def model_beralur() -> list[type[models.Model]]:
    """Every model of the house with a course."""
    return [m for m in apps.get_models() if issubclass(m, BerAlur)]


class PeganganKueri(models.QuerySet["Pegangan"]):
    def milik_kasus(self, kasus: Any) -> Self:
        """All holdings of one case."""
        return self.filter(objek_label=kasus._meta.label_lower, objek_id=kasus.pk)

    def dipegang(self) -> Self:
        """Open ones: the case is in this hand now."""
        return self.filter(mulai_pada__isnull=False, selesai_pada__isnull=True)

    def atas_nama(self, pengguna: Pengguna) -> Self:
        """Open ones in this user's own name."""
        return self.dipegang().filter(pemegang=pengguna)

    def milik(self, pengguna: Pengguna) -> Self:
        """Open ones of this user: in his own name, and by his permissions within his unit and the units below it."""
        unit = Q(unit__isnull=True)
        if pengguna.unit is not None:
            unit |= Q(unit__jalur__startswith=pengguna.unit.jalur)
        return self.dipegang().filter(Q(pemegang=pengguna) | unit & Q(izin__in=pengguna.get_all_permissions()))

    def kasus(self, model: type[models.Model], tahap: Collection[str] = ()) -> models.QuerySet[Any, Any]:
        """Keys of the cases of a model among these holdings, for `pk__in`; of some stages only where they are named."""
        semua = self.filter(objek_label=model._meta.label_lower)
        return (semua.filter(tahap__in=tahap) if tahap else semua).values("objek_id")


class Pegangan(models.Model):
    """One stage of one case in one hand. Without `mulai_pada` it is yet to come. Rows of earlier rounds stay."""

    objek_label = models.CharField(max_length=80)
    objek_id = models.PositiveBigIntegerField()
    putaran = models.PositiveSmallIntegerField("putaran", default=1)
    berlaku = models.BooleanField("putaran yang berjalan", default=True)
    urut = models.PositiveSmallIntegerField("urutan")
    tahap = models.CharField("tahap", max_length=30)
    pemegang = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="pemegang", null=True, on_delete=models.PROTECT, related_name="+"
    )
    izin = models.CharField("pemegang izin", max_length=100, blank=True)
    unit = models.ForeignKey("inti.UnitKerja", null=True, on_delete=models.PROTECT, related_name="+")
    mulai_pada = models.DateTimeField("mulai dipegang", null=True)
    batas = models.DateField("batas", null=True)
    selesai_pada = models.DateTimeField("selesai", null=True)
    hasil = models.CharField("perbuatan", max_length=12, blank=True)
    putusan = models.CharField("putusan", max_length=60, blank=True)
    catatan = models.CharField("catatan", max_length=300, blank=True)
    rincian = models.JSONField(default=dict)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="oleh", null=True, on_delete=models.PROTECT, related_name="+"
    )
    diingatkan_pada = models.DateTimeField("diingatkan", null=True)

    objects = PeganganKueri.as_manager()

    class Meta:
        verbose_name = "pegangan"
        verbose_name_plural = "pegangan"
        ordering = ["objek_label", "objek_id", "putaran", "urut"]
        indexes = [
            models.Index(fields=["pemegang", "selesai_pada"], name="pegangan_pemegang"),
            models.Index(fields=["izin"], condition=Q(selesai_pada__isnull=True) & ~Q(izin=""), name="pegangan_izin"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["objek_label", "objek_id"],
                condition=Q(mulai_pada__isnull=False, selesai_pada__isnull=True),
                name="pegangan_tunggal",
            ),
            models.UniqueConstraint(fields=["objek_label", "objek_id", "putaran", "urut"], name="pegangan_urut"),
            models.CheckConstraint(
                condition=Q(pemegang__isnull=False, izin="") | Q(pemegang__isnull=True) & ~Q(izin=""),
                name="pegangan_bertangan",
            ),
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True, hasil="") | Q(selesai_pada__gte=F("mulai_pada")) & ~Q(hasil=""),
                name="pegangan_berhasil",
            ),
        ]

    def __str__(self) -> str:
        return self.tahap

    def get_absolute_url(self) -> str:
        """Page of its case."""
        return str(self.kasus_nya().get_absolute_url())

    def kasus_nya(self) -> Any:
        """The case."""
        return apps.get_model(self.objek_label)._base_manager.get(pk=self.objek_id)

    def dipegang_oleh(self, pengguna: Pengguna) -> bool:
        """Whether this stage, open or not, is the user's: by name, or by permission and unit."""
        if self.pemegang_id is not None:
            return self.pemegang_id == pengguna.pk
        jalur = pengguna.unit.jalur if pengguna.unit is not None else "-"
        return pengguna.has_perm(self.izin) and (self.unit is None or self.unit.jalur.startswith(jalur))

    @property
    def milik_pengaju(self) -> bool:
        """It is the maker's own: before the first stage, or after a return."""
        return self.tahap == PENGAJU


class JedaPegangan(models.Model):
    """A stop of the clock of one holding, with its reason and on whose account."""

    class Karena(models.TextChoices):
        PEMOHON = "pemohon", "Menunggu pemohon"
        KANTOR = "kantor", "Kantor sendiri"
        PIHAK_LAIN = "pihak_lain", "Menunggu pihak lain"

    pegangan = models.ForeignKey(Pegangan, on_delete=models.CASCADE, related_name="jeda")
    mulai_pada = models.DateTimeField("berhenti")
    selesai_pada = models.DateTimeField("berjalan lagi", null=True)
    karena = models.CharField("karena", max_length=10, choices=Karena)
    sebab = models.CharField("sebab", max_length=300)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "jeda"
        verbose_name_plural = "jeda"
        ordering = ["pegangan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegangan"], condition=Q(selesai_pada__isnull=True), name="jeda_satu_terbuka"
            ),
            models.CheckConstraint(condition=~Q(sebab=""), name="jeda_bersebab"),
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True) | Q(selesai_pada__gte=F("mulai_pada")), name="jeda_urut_waktu"
            ),
        ]

    def __str__(self) -> str:
        return self.get_karena_display()
