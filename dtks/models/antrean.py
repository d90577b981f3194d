"""The waiting room: tickets of the day, the counters that call them, and the screens that show them."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from dtks.models.layanan import LoketKueri
from inti.models import BerKeadaan, Pengguna, Rekam, Riwayat
from inti.services.dokumen import kode_baru


class PerangkatKueri(LoketKueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Screens and counters of the user's units; a village has none."""
        return super().lingkup(pengguna) if pengguna.unit is not None else self.none()


class Meja(Rekam):
    """A counter of the waiting room, as the display names it."""

    nama = models.CharField("nama", max_length=30, help_text="Misalnya: Loket 1.")
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")

    objects = PerangkatKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "loket antrean"
        verbose_name_plural = "loket antrean"
        ordering = ["nama"]
        constraints = [models.UniqueConstraint(fields=["unit", "nama"], name="meja_tunggal")]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("dtks:meja", args=[self.pk])


class Layar(Rekam):
    """A device of the waiting room. Who has its address needs no account; a new code shuts the old address."""

    class Jenis(models.TextChoices):
        TIKET = "tiket", "Mesin tiket"
        PAPAN = "papan", "Papan panggilan"

    nama = models.CharField("nama", max_length=60, help_text="Misalnya: Tablet pintu masuk.")
    jenis = models.CharField("jenis", max_length=5, choices=Jenis)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    kode = models.CharField("kode alamat", max_length=16, unique=True, default=kode_baru, editable=False)

    objects = PerangkatKueri.as_manager()
    riwayat = Riwayat(excluded_fields=["kode"])

    class Meta:
        verbose_name = "layar antrean"
        verbose_name_plural = "layar antrean"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("dtks:layar", args=[self.pk])


class Tiket(BerKeadaan, Rekam):
    """A place in the day's line. It bears no name: the person is known only once he sits at the counter."""

    usulan_tampil = False

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu"
        DIPANGGIL = "dipanggil", "Dipanggil"
        DILAYANI = "dilayani", "Dilayani"
        SELESAI = "selesai", "Selesai"
        TIDAK_HADIR = "tidak_hadir", "Tidak hadir"

    class Prioritas(models.TextChoices):
        TIDAK = "", "Tidak"
        LANSIA = "lansia", "Lansia"
        DISABILITAS = "disabilitas", "Penyandang disabilitas"
        HAMIL = "hamil", "Ibu hamil"

    class Keperluan(models.TextChoices):
        REAKTIVASI = "reaktivasi", "Kartu JKN nonaktif"
        PENGAJUAN = "pengajuan", "Pengajuan baru"
        AMBIL = "ambil", "Mengambil surat"
        TANYA = "tanya", "Bertanya"

    TANDA = {"menunggu": "25", "dipanggil": "perlu", "dilayani": "50", "selesai": "selesai", "tidak_hadir": "batal"}
    TERBUKA = (Status.MENUNGGU, Status.DIPANGGIL, Status.DILAYANI)

    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField("tanggal")
    urut = models.PositiveSmallIntegerField("urut")
    kode = models.CharField("nomor antrean", max_length=8)
    keperluan = models.CharField("keperluan", max_length=12, choices=Keperluan)
    prioritas = models.CharField("prioritas", max_length=12, choices=Prioritas, blank=True)
    diambil_pada = models.DateTimeField("diambil")
    status = FSMField("status", default=Status.MENUNGGU, choices=Status.choices, protected=True)
    meja = models.ForeignKey(
        Meja, verbose_name="loket", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    petugas = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="petugas",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    dipanggil_pada = models.DateTimeField("dipanggil", null=True, blank=True)
    panggilan = models.PositiveSmallIntegerField("kali dipanggil", default=0)
    mulai_pada = models.DateTimeField("mulai dilayani", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True)
    kunjungan = models.OneToOneField(
        "dtks.Kunjungan",
        verbose_name="kunjungan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tiket",
    )

    objects = PerangkatKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "tiket antrean"
        verbose_name_plural = "tiket antrean"
        ordering = ["-tanggal", "-urut"]
        permissions = [("panggil_tiket", "Memanggil antrean")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "tanggal", "urut"], name="tiket_urut"),
            models.UniqueConstraint(
                fields=["petugas"], condition=Q(status__in=["dipanggil", "dilayani"]), name="tiket_satu_petugas"
            ),
        ]
        indexes = [models.Index(fields=["tanggal", "id"], name="tiket_tanggal")]

    def __str__(self) -> str:
        return self.kode

    @property
    def lama_tunggu(self) -> dt.timedelta | None:
        """From taking the ticket to the first call."""
        return self.dipanggil_pada - self.diambil_pada if self.dipanggil_pada else None

    @transition(field=status, source=Status.MENUNGGU, target=Status.DIPANGGIL)
    def panggil(self) -> None:
        """Called to a counter."""

    @transition(field=status, source=Status.DIPANGGIL, target=Status.DILAYANI)
    def layani(self) -> None:
        """Sits at the counter."""

    @transition(field=status, source=[Status.DILAYANI, Status.DIPANGGIL], target=Status.SELESAI)
    def tutup(self) -> None:
        """The visitor was served; his number is not called again."""

    @transition(field=status, source=Status.DIPANGGIL, target=Status.TIDAK_HADIR)
    def lewati(self) -> None:
        """Called and not there."""

    @transition(field=status, source=Status.TIDAK_HADIR, target=Status.MENUNGGU)
    def kembali(self) -> None:
        """Came after all, the same day."""
