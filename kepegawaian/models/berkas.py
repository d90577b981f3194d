"""Papers of the staff: categories, which kind of staff must have which, and the scans with their place on paper."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Bertanggal, Kueri, Pengguna, Rekam, Riwayat
from kepegawaian.models.pegawai import PRIBADI
from kepegawaian.models.pilihan import Jenis


class KategoriBerkas(Rekam):
    """A category of papers: SK CPNS, ijazah, KTP."""

    lingkup_kantor = True

    kode = models.CharField(
        "kode", max_length=20, unique=True, help_text="Huruf besar, dipakai pada nama berkas unggahan."
    )
    nama = models.CharField("nama kategori", max_length=80)
    urut = models.PositiveSmallIntegerField("urutan", default=50)
    berkedaluwarsa = models.BooleanField("mempunyai masa berlaku", default=False)
    boleh_banyak = models.BooleanField(
        "boleh lebih dari satu", default=False, help_text="Misalnya sertifikat dan ijazah."
    )
    rahasia = models.BooleanField("hanya untuk pengelola kepegawaian", default=False)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "kategori berkas"
        verbose_name_plural = "kategori berkas"
        ordering = ["urut", "kode"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:kategori", args=[self.pk])


class SyaratBerkas(Bertanggal):
    """A kind of staff must have a paper of this category, as long as the row is in force."""

    kunci_aturan, rute_aturan, bagian_dari = ("kategori", "jenis"), "kepegawaian:kategori", "kategori"
    celah_boleh = "berkas yang tidak tertulis tidak diwajibkan"

    kategori = models.ForeignKey(
        KategoriBerkas, verbose_name="kategori", on_delete=models.PROTECT, related_name="syarat"
    )
    jenis = models.CharField("jenis pegawai", max_length=8, choices=Jenis)
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "syarat berkas"
        verbose_name_plural = "syarat berkas"
        ordering = ["jenis", "kategori__urut"]

    def __str__(self) -> str:
        return f"{self.kategori} untuk {self.get_jenis_display()}"

    def get_absolute_url(self) -> str:
        return str(self.kategori.get_absolute_url())


class BerkasKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """As facts are; restricted papers for the personnel desk alone."""
        kueri = super().lingkup(pengguna)
        if pengguna.has_perm("kepegawaian.kelola_kantor"):
            return kueri
        return kueri.filter(kategori__rahasia=False)


class BerkasPegawai(Rekam):
    """A paper of a person: its number and date, its scan, where the paper lies, until when it is valid.

    A newer scan of the same paper does not replace the old one's file: the old row stays, marked as replaced.
    """

    subjek = "pegawai.pengguna_id"
    tercatat = True
    lingkup_oleh = PRIBADI

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="berkas_set"
    )
    kategori = models.ForeignKey(KategoriBerkas, verbose_name="kategori", on_delete=models.PROTECT, related_name="+")
    nomor = models.CharField("nomor dokumen", max_length=80, blank=True)
    tanggal = models.DateField("tanggal dokumen", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    berkas = models.ForeignKey(
        "inti.BerkasTersimpan", verbose_name="pindaian", on_delete=models.PROTECT, related_name="+"
    )
    halaman = models.PositiveSmallIntegerField("jumlah halaman", default=1)
    tempat = models.ForeignKey(
        "inti.Tempat", verbose_name="tempat kertas", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    versi_ke = models.PositiveSmallIntegerField("versi", default=1, editable=False)
    digantikan = models.ForeignKey(
        "self",
        verbose_name="digantikan oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pendahulu",
    )
    diunggah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="diunggah oleh", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = BerkasKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "berkas pegawai"
        verbose_name_plural = "berkas pegawai"
        ordering = ["kategori__urut", "tanggal", "id"]
        permissions = [("unggah_massal_berkaspegawai", "Mengunggah banyak berkas pegawai sekaligus")]
        indexes = [models.Index(fields=["pegawai", "kategori"], name="berkaspeg_orang_kategori")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "kategori", "nomor", "versi_ke"],
                condition=Q(dibuang_pada__isnull=True),
                name="berkaspeg_versi",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kategori} {self.nomor}".strip()

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:berkas", args=[self.pk])
