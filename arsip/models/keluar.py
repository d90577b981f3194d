"""The book of outgoing letters. The approved print is the archive copy."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models import Kueri, Pengguna, Rekam, Riwayat


class SuratKeluarKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> SuratKeluarKueri:
        """Letters drafted by the user's unit or the units below it; the letter desk keeps the whole book."""
        if pengguna.has_perm("arsip.kelola_kantor"):
            return self.all()
        if pengguna.unit is None:
            return self.none()
        return self.filter(unit__jalur__startswith=pengguna.unit.jalur)


class SuratKeluar(Rekam):
    """A letter that went out under a number: date, addressee, subject, signer, and the stored PDF."""

    class Keadaan(models.TextChoices):
        TERBIT = "terbit", "Terbit"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    nomor = models.OneToOneField(
        "inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="surat_keluar"
    )
    tanggal = models.DateField("tanggal")
    tujuan = models.CharField("tujuan", max_length=160)
    hal = models.CharField("hal", max_length=200)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit pengolah", on_delete=models.PROTECT, related_name="+")
    penandatangan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="penanda tangan", on_delete=models.PROTECT, related_name="surat_keluar"
    )
    dokumen = models.OneToOneField(
        "inti.Dokumen",
        verbose_name="dokumen",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="surat_keluar",
    )
    keadaan = models.CharField("status", max_length=12, choices=Keadaan, default=Keadaan.TERBIT)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    objects = SuratKeluarKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat keluar"
        verbose_name_plural = "surat keluar"
        ordering = ["-tanggal", "-id"]
        indexes = [models.Index(fields=["tanggal", "id"], name="suratkeluar_tanggal")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan="dibatalkan") | ~Q(alasan_batal=""), name="suratkeluar_batal_beralasan"
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.hal}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:suratkeluar", args=[self.pk])

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return ("selesai" if self.keadaan == self.Keadaan.TERBIT else "batal"), self.get_keadaan_display()
