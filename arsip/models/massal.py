"""Many letters from one template and a list: one approval, a number for each, one PDF."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class SuratMassalKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> SuratMassalKueri:
        """Of the user's unit and the units below it, and those that wait for his signature."""
        if pengguna.has_perm("arsip.kelola_kantor"):
            return self.all()
        if pengguna.unit is None:
            return self.none()
        return self.filter(
            models.Q(unit__jalur__startswith=pengguna.unit.jalur) | models.Q(penandatangan__pengguna=pengguna)
        )


class SuratMassal(BerKeadaan, Rekam):
    """A batch: the template's text, who signs, and the rows that fill it."""

    class Status(models.TextChoices):
        KONSEP = "konsep", "Konsep"
        MENUNGGU = "menunggu", "Menunggu persetujuan"
        DISETUJUI = "disetujui", "Sedang diterbitkan"
        TERBIT = "terbit", "Terbit"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    TANDA = {"konsep": "konsep", "menunggu": "50", "disetujui": "75", "terbit": "selesai", "dibatalkan": "batal"}
    TERBUKA = (Status.KONSEP, Status.MENUNGGU, Status.DISETUJUI)

    templat = models.ForeignKey(
        "arsip.TemplatSurat", verbose_name="templat", on_delete=models.PROTECT, related_name="+"
    )
    nama = models.CharField("nama kumpulan", max_length=120)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit pengolah", on_delete=models.PROTECT, related_name="+")
    konseptor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="konseptor", on_delete=models.PROTECT, related_name="+"
    )
    penandatangan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="penanda tangan", on_delete=models.PROTECT, related_name="+"
    )
    klasifikasi = models.CharField("kode klasifikasi", max_length=20)
    tanggal = models.DateField("tanggal surat", null=True, blank=True, editable=False)
    teks = models.JSONField("teks", default=dict, editable=False)  # the template's texts when the batch was made
    baris = models.JSONField("baris", default=list, editable=False)  # one dictionary for each letter
    status = FSMField("status", max_length=12, choices=Status, default=Status.KONSEP, protected=True)
    alasan_kembali = models.CharField("alasan dikembalikan", max_length=300, blank=True)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateTimeField("disetujui", null=True, blank=True)
    tugas = models.ForeignKey("inti.Tugas", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = SuratMassalKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat massal"
        verbose_name_plural = "surat massal"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("arsip:suratmassal", args=[self.pk])

    def boleh_disetujui(self, pengguna: Pengguna) -> bool:
        """Whether it waits for this user's signature."""
        return self.status == self.Status.MENUNGGU and self.penandatangan.pengguna_id == pengguna.pk

    @transition(field=status, source=Status.KONSEP, target=Status.MENUNGGU)
    def ajukan(self) -> None:
        """It waits for the signer."""

    @transition(field=status, source=Status.MENUNGGU, target=Status.KONSEP)
    def kembalikan(self) -> None:
        """Back to the writer with a reason."""

    @transition(field=status, source=Status.MENUNGGU, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """The signer approves all of them; a job gives the numbers."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.TERBIT)
    def selesaikan(self) -> None:
        """Every row has its letter."""

    @transition(field=status, source=[Status.KONSEP, Status.MENUNGGU], target=Status.DIBATALKAN)
    def batalkan(self) -> None:
        """None of them will be sent."""
