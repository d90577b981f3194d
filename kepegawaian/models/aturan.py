"""What changes by date: rule values of personnel law, and the posts that each unit needs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Bertanggal, Lingkup, Rekam, Riwayat
from kepegawaian.models.pilihan import JenisJabatan, Jenjang


class AturanKepegawaian(Bertanggal):
    """One value of a rule in force for a time: retirement age of a kind of post, steps of KGB, periods of promotion."""

    kunci_aturan, mengganti, rute_aturan = ("kode",), True, "kepegawaian:aturan"

    kode = models.CharField("aturan", max_length=60, help_text="Misalnya pensiun.administrator.")
    nilai = models.CharField("nilai", max_length=80)
    keterangan = models.CharField("keterangan", max_length=160)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "aturan kepegawaian"
        verbose_name_plural = "aturan kepegawaian"
        ordering = ["kode", "berlaku_mulai"]
        indexes = [models.Index(fields=["kode", "id"], name="aturankep_kode")]

    def __str__(self) -> str:
        return f"{self.keterangan} ({self.kode})"


class Formasi(Rekam):
    """A post of a unit and how many are needed by the workload analysis: the plan against which bezetting counts."""

    lingkup_oleh = Lingkup(unit="unit", seluruh="kepegawaian.kelola_kantor")

    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="+")
    nama = models.CharField("nama jabatan", max_length=120)
    jenis = models.CharField("jenis jabatan", max_length=14, choices=JenisJabatan)
    jenjang = models.CharField("jenjang fungsional", max_length=14, choices=Jenjang, blank=True)
    eselon = models.CharField("eselon", max_length=5, blank=True)
    kelas = models.PositiveSmallIntegerField("kelas jabatan", default=5)
    kebutuhan = models.PositiveSmallIntegerField("kebutuhan", default=1)
    memimpin = models.BooleanField("memimpin unit", default=False)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "formasi"
        verbose_name_plural = "formasi"
        ordering = ["unit__jalur", "-memimpin", "-kelas", "nama"]
        indexes = [models.Index(fields=["nama", "id"], name="formasi_nama")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "nama"],
                condition=Q(dibuang_pada__isnull=True),
                name="formasi_tunggal",
                violation_error_message="Jabatan ini sudah ada pada unit itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama}, {self.unit}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:formasi", args=[self.pk])
