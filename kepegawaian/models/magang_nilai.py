"""Marks of interns: dated rules (weights and scale) and the marks given by them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.formats import tanggal_panjang
from inti.models import Bertanggal, Rekam, Riwayat
from kepegawaian.models.magang import MilikPesertaKueri, PesertaMagang


class AturanNilai(Bertanggal):
    """Weights and scale in force from a date on. The row in force on the last day of an internship decides."""

    kunci_aturan, mengganti, rute_aturan = (), True, "kepegawaian:aturan_nilai"

    riwayat = Riwayat()

    class Meta:
        verbose_name = "aturan nilai magang"
        verbose_name_plural = "aturan nilai magang"
        ordering = ["-berlaku_mulai", "-id"]

    def __str__(self) -> str:
        return f"Aturan nilai sejak {tanggal_panjang(self.berlaku_mulai)}"


class KomponenNilai(Rekam):
    """What is marked, and its weight in percent. Weights of one rule sum to 100."""

    lingkup_kantor = True

    aturan = models.ForeignKey(AturanNilai, verbose_name="aturan", on_delete=models.PROTECT, related_name="komponen")
    urut = models.PositiveSmallIntegerField("urut")
    nama = models.CharField("komponen", max_length=60)
    bobot = models.DecimalField("bobot (%)", max_digits=5, decimal_places=2)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "komponen nilai"
        verbose_name_plural = "komponen nilai"
        ordering = ["urut", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["aturan", "urut"], condition=Q(dibuang_pada__isnull=True), name="komponen_nilai_urut"
            ),
            models.CheckConstraint(condition=Q(bobot__gt=0, bobot__lte=100), name="komponen_nilai_bobot"),
        ]

    def __str__(self) -> str:
        return self.nama


class SkalaNilai(Rekam):
    """A band of the scale by its lower bound: a mark belongs to the highest band whose bound it reaches."""

    lingkup_kantor = True

    aturan = models.ForeignKey(AturanNilai, verbose_name="aturan", on_delete=models.PROTECT, related_name="skala")
    dari = models.DecimalField("dari", max_digits=5, decimal_places=2)
    predikat = models.CharField("predikat", max_length=40)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "skala nilai"
        verbose_name_plural = "skala nilai"
        ordering = ["-dari", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["aturan", "dari"], condition=Q(dibuang_pada__isnull=True), name="skala_nilai_dari"
            ),
            models.CheckConstraint(condition=Q(dari__gte=0, dari__lte=100), name="skala_nilai_rentang"),
        ]

    def __str__(self) -> str:
        return self.predikat


class PenilaianMagang(Rekam):
    """An intern's marks with the rule rows they were given by, as they stood that day.

    `butir` holds {"nama", "bobot", "nilai"} as text of exact decimals, `skala` {"dari", "predikat"}.
    """

    subjek = "peserta.akun_id"

    peserta = models.OneToOneField(
        PesertaMagang, verbose_name="peserta", on_delete=models.PROTECT, related_name="penilaian"
    )
    aturan = models.ForeignKey(AturanNilai, verbose_name="aturan", on_delete=models.PROTECT, related_name="penilaian")
    tanggal = models.DateField("tanggal penilaian")
    butir = models.JSONField("nilai per komponen")
    skala = models.JSONField("skala yang dipakai")
    jumlah = models.DecimalField("jumlah", max_digits=7, decimal_places=2)
    akhir = models.DecimalField("nilai akhir", max_digits=5, decimal_places=2)
    predikat = models.CharField("predikat", max_length=40)
    catatan = models.CharField("catatan pembimbing", max_length=300, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dinilai oleh", on_delete=models.PROTECT, related_name="+"
    )

    objects = MilikPesertaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "penilaian magang"
        verbose_name_plural = "penilaian magang"

    def __str__(self) -> str:
        return f"Nilai {self.peserta}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:magang_bagian", args=[self.peserta_id, "nilai"])
