"""Doubles and wrong NIKs: two entries of one person joined, and numbers that the population office must mend."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from dtks.models.registri import Individu
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class LewatIndividuKueri(Kueri):
    """Rows about people of the user's village, or all for who has a unit of the office."""

    individu_pada = "individu"

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Narrow as the registry itself does."""
        if pengguna.desa_id is not None:
            return self.filter(**{f"{self.individu_pada}__desa_id": pengguna.desa_id})
        return self.all() if pengguna.unit_id is not None else self.none()


class PenggabunganKueri(LewatIndividuKueri):
    individu_pada = "utama"


class Penggabungan(Rekam):
    """One person entered twice: `lain` is looked up as `utama` from now on. Nothing of either is altered or moved."""

    utama = models.ForeignKey(Individu, verbose_name="yang dipakai", on_delete=models.PROTECT, related_name="+")
    lain = models.ForeignKey(
        Individu, verbose_name="yang digabungkan", on_delete=models.PROTECT, related_name="penggabungan"
    )
    tinjauan = models.ForeignKey(
        "dtks.TinjauGanda", verbose_name="tinjauan", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=300)
    berlaku = models.BooleanField("berlaku", default=True)

    objects = PenggabunganKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "penggabungan"
        verbose_name_plural = "penggabungan"
        ordering = ["-id"]
        permissions = [("gabung_individu", "Menggabungkan data ganda")]
        constraints = [
            models.UniqueConstraint(fields=["lain"], condition=Q(berlaku=True), name="penggabungan_satu_berlaku"),
            models.CheckConstraint(condition=~Q(utama=models.F("lain")), name="penggabungan_bukan_diri"),
        ]

    def __str__(self) -> str:
        return f"{self.lain} digabungkan ke {self.utama}"

    def get_absolute_url(self) -> str:
        return reverse("dtks:individu", args=[self.utama_id])


class NikBermasalah(BerKeadaan, Rekam):
    """A NIK that can't be right, on its way to the population office and back."""

    class Masalah(models.TextChoices):
        GANDA = "ganda", "Dipakai dua orang"
        TANGGAL = "tanggal", "Tidak cocok dengan tanggal lahir"
        KELAMIN = "kelamin", "Tidak cocok dengan jenis kelamin"
        LAIN = "lain", "Lainnya"

    class Status(models.TextChoices):
        TERCATAT = "tercatat", "Belum dikirim"
        DIKIRIM = "dikirim", "Dikirim ke Disdukcapil"
        DIJAWAB = "dijawab", "Sudah dijawab"
        BENAR = "benar", "Ternyata benar"

    TANDA = {"tercatat": "konsep", "dikirim": "50", "dijawab": "selesai", "benar": "selesai"}
    TERBUKA = (Status.TERCATAT, Status.DIKIRIM)

    individu = models.ForeignKey(
        Individu, verbose_name="orang", on_delete=models.PROTECT, related_name="nik_bermasalah"
    )
    nik = models.CharField("NIK tercatat", max_length=16)
    masalah = models.CharField("masalah", max_length=10, choices=Masalah)
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    status = FSMField("status", default=Status.TERCATAT, choices=Status.choices, protected=True, db_index=True)
    dikirim_pada = models.DateField("dikirim", null=True, blank=True)
    dijawab_pada = models.DateField("dijawab", null=True, blank=True)
    nik_benar = models.CharField("NIK yang benar", max_length=16, blank=True, db_index=True)
    jawaban = models.CharField("keterangan Disdukcapil", max_length=200, blank=True)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dicatat oleh", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LewatIndividuKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "NIK bermasalah"
        verbose_name_plural = "NIK bermasalah"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["individu", "nik"], name="nik_bermasalah_tunggal")]

    def __str__(self) -> str:
        return f"NIK bermasalah {self.individu}"

    def get_absolute_url(self) -> str:
        return reverse("dtks:individu", args=[self.individu_id])

    @transition(field=status, source=[Status.TERCATAT, Status.DIKIRIM], target=Status.DIKIRIM)
    def kirim(self) -> None:
        """On the recap that went out."""

    @transition(field=status, source=[Status.TERCATAT, Status.DIKIRIM, Status.DIJAWAB], target=Status.DIJAWAB)
    def jawab(self) -> None:
        """The right number came back."""

    @transition(field=status, source=[Status.TERCATAT, Status.DIKIRIM], target=Status.BENAR)
    def benarkan(self) -> None:
        """The population office says that it is right as it is."""
