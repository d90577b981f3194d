"""Loans of records: asked for, handed out, extended, brought back."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.rekam import BerkasArsip, siapa
from arsip.rules.musnah import JAUH
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class PeminjamanKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Loans of records one may meet, and one's own."""
        berkas = BerkasArsip.objects.lingkup(pengguna)
        return self.filter(Q(berkas__in=berkas.values("pk")) | Q(diminta_oleh=pengguna))

    def di_luar(self) -> Self:
        return self.hidup().filter(status=Peminjaman.Status.DIPINJAM)

    def terlambat(self, hari: dt.date) -> Self:
        """Out past the day they were due."""
        return self.di_luar().filter(jatuh_tempo__lt=hari)


class Peminjaman(BerKeadaan, Rekam):
    """A loan: who has the record, why, until when."""

    class Status(models.TextChoices):
        DIMINTA = "diminta", "Diminta"
        DIPINJAM = "dipinjam", "Dipinjam"
        KEMBALI = "kembali", "Kembali"
        DITOLAK = "ditolak", "Ditolak"

    TANDA = {"diminta": "25", "dipinjam": "50", "kembali": "selesai", "ditolak": "tolak"}
    TERBUKA = (Status.DIMINTA, Status.DIPINJAM)
    periksa_abaikan = ("diingatkan_pada",)

    nomor = models.OneToOneField("inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="+")
    berkas = models.ForeignKey(BerkasArsip, verbose_name="berkas", on_delete=models.PROTECT, related_name="peminjaman")
    peminjam = models.ForeignKey(
        "kepegawaian.Pegawai",
        verbose_name="pegawai peminjam",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    nama = models.CharField("nama peminjam luar", max_length=120, blank=True)
    instansi = models.CharField("instansi", max_length=120, blank=True)
    keperluan = models.CharField("keperluan", max_length=300)
    diminta_oleh = siapa("diminta oleh")
    status = FSMField("status", default=Status.DIMINTA, choices=Status.choices, protected=True, db_index=True)
    dipinjam_pada = models.DateField("dipinjam", null=True, blank=True)
    jatuh_tempo = models.DateField("jatuh tempo", default=JAUH, db_index=True)
    kembali_pada = models.DateField("kembali", null=True, blank=True)
    kondisi = models.CharField("kondisi saat kembali", max_length=200, blank=True)
    alasan_tolak = models.CharField("alasan ditolak", max_length=300, blank=True)
    diperpanjang = models.PositiveSmallIntegerField("diperpanjang (kali)", default=0)
    diingatkan_pada = models.DateField(null=True, blank=True, editable=False)
    tagihan = models.OneToOneField(
        "arsip.SuratKeluar", verbose_name="surat tagihan", null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip

    objects = PeminjamanKueri.as_manager()
    riwayat = Riwayat(excluded_fields=["diingatkan_pada"])

    class Meta:
        verbose_name = "peminjaman arsip"
        verbose_name_plural = "peminjaman arsip"
        ordering = ["-id"]
        permissions = [
            ("minta_pinjam", "Meminta pinjam arsip"),
            ("pinjamkan_arsip", "Meminjamkan arsip"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["berkas"],
                condition=Q(status="dipinjam"),
                name="pinjam_satu",
                violation_error_message="Berkas ini sedang dipinjam.",
            ),
            models.CheckConstraint(
                condition=Q(peminjam__isnull=False) | ~Q(nama=""),
                name="pinjam_siapa",
                violation_error_message="Pilih pegawai peminjam, atau tulis nama dan instansinya.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["dipinjam", "kembali"]) | Q(dipinjam_pada__isnull=False),
                name="pinjam_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(dipinjam_pada__isnull=True) | Q(jatuh_tempo__gte=F("dipinjam_pada")),
                name="pinjam_tempo",
                violation_error_message="Jatuh tempo mendahului hari pinjam.",
            ),
            models.CheckConstraint(
                condition=~Q(status="kembali") | Q(kembali_pada__isnull=False), name="pinjam_kembali_bertanggal"
            ),
        ]

    def __str__(self) -> str:
        return f"Peminjaman {self.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:pinjam", args=[self.pk])

    @property
    def siapa(self) -> str:
        """The borrower in words."""
        if self.peminjam is not None:
            return self.peminjam.nama
        return f"{self.nama}, {self.instansi}".rstrip(", ")

    def lewat(self, hari: dt.date) -> int:
        """Days past due; 0 when it isn't out or in time."""
        terlambat = self.status == self.Status.DIPINJAM and self.jatuh_tempo < hari
        return (hari - self.jatuh_tempo).days if terlambat else 0

    @transition(field=status, source=Status.DIMINTA, target=Status.DIPINJAM)
    def serahkan(self) -> None:
        """Handed to the borrower."""

    @transition(field=status, source=Status.DIMINTA, target=Status.DITOLAK)
    def tolak(self) -> None:
        """Refused, with the reason."""

    @transition(field=status, source=Status.DIPINJAM, target=Status.KEMBALI)
    def kembalikan(self) -> None:
        """The file is back in its place and the loan is over."""
