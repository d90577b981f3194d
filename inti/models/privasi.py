"""Personal data (UU PDP 27/2022): what a person asked about himself, incidents, and alarms on heavy reading."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_fsm import FSMField, transition

from inti.galat import Tetap
from inti.models.dasar import Kueri, Rekam, Riwayat
from inti.models.keadaan import BerKeadaan
from inti.models.lingkup import Lingkup
from inti.models.pengguna import Pengguna
from inti.rules.privasi import SisaWaktu, batas_waktu, sisa_waktu

PENGGUNA = settings.AUTH_USER_MODEL


class PermintaanSubjek(BerKeadaan, Rekam):
    """What somebody asks about his own data. To be answered within 3 x 24 hours of its receipt."""

    tercatat = True
    lingkup_oleh = Lingkup(unit="unit")

    class Jenis(models.TextChoices):
        AKSES = "akses", "Akses: salinan data"
        JEJAK = "jejak", "Jejak pemrosesan"
        KOREKSI = "koreksi", "Koreksi data"
        PEMBATASAN = "pembatasan", "Pembatasan pemrosesan"

    class Bukti(models.TextChoices):
        KTP = "ktp", "KTP-el asli diperlihatkan"
        KK = "kk", "KK asli dan dokumen berfoto"
        KUASA = "kuasa", "Surat kuasa dan KTP-el penerima kuasa"
        WALI = "wali", "Orang tua atau wali dengan KK"

    class Status(models.TextChoices):
        DITERIMA = "diterima", "Menunggu jawaban"
        DIJAWAB = "dijawab", "Dijawab"
        DITOLAK = "ditolak", "Ditolak"

    class Cara(models.TextChoices):
        LANGSUNG = "langsung", "Diserahkan langsung"
        SURAT = "surat", "Surat"
        SUREL = "surel", "Pos-el"
        TELEPON = "telepon", "Telepon"

    TANDA = {"diterima": "25", "dijawab": "selesai", "ditolak": "tolak"}
    TERBUKA = (Status.DITERIMA,)
    periksa_abaikan = ("diingatkan_pada",)  # the worker's own mark is no change of the record

    nomor = models.OneToOneField("inti.Nomor", on_delete=models.PROTECT, related_name="+", editable=False)
    jenis = models.CharField("permintaan", max_length=12, choices=Jenis)
    nama = models.CharField("nama", max_length=120)
    nik = models.CharField("NIK", max_length=16)
    kontak = models.CharField("kontak", max_length=120, blank=True, help_text="Nomor telepon, pos-el, atau alamat.")
    bukti = models.CharField("identitas diperiksa dengan", max_length=10, choices=Bukti)
    uraian = models.TextField("uraian permintaan", max_length=1000)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    diterima_pada = models.DateTimeField("diterima")
    batas_pada = models.DateTimeField("batas jawaban", editable=False, db_index=True)
    dicatat_oleh = models.ForeignKey(PENGGUNA, verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+")
    status = FSMField("status", default=Status.DITERIMA, choices=Status.choices, protected=True, db_index=True)
    cara_jawab = models.CharField("cara menjawab", max_length=10, choices=Cara, blank=True)
    jawaban = models.TextField("jawaban atau alasan penolakan", max_length=1000, blank=True)
    dijawab_oleh = models.ForeignKey(
        PENGGUNA, verbose_name="dijawab oleh", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dijawab_pada = models.DateTimeField("dijawab", null=True, blank=True)
    diingatkan_pada = models.DateTimeField(null=True, blank=True, editable=False)

    riwayat = Riwayat(excluded_fields=["diingatkan_pada"])

    class Meta:
        verbose_name = "permintaan data pribadi"
        verbose_name_plural = "permintaan data pribadi"
        ordering = ["-diterima_pada", "-id"]
        permissions = [("jawab_permintaansubjek", "Menjawab permintaan data pribadi")]
        constraints = [
            models.CheckConstraint(condition=Q(batas_pada__gt=models.F("diterima_pada")), name="permintaan_batas")
        ]

    def __str__(self) -> str:
        return f"Permintaan {self.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("privasi", args=[self.pk])

    @property
    def sisa(self) -> SisaWaktu:
        """The clock: time left until the deadline, or whether the answer came in time."""
        return sisa_waktu(self.batas_pada, self.dijawab_pada or timezone.now(), selesai=self.dijawab_pada is not None)

    def clean(self) -> None:
        """The deadline follows from the receipt and nothing else."""
        if self.diterima_pada is not None:  # an unreadable time has its error at its own field
            self.batas_pada = batas_waktu(self.diterima_pada)

    @transition(field=status, source=Status.DITERIMA, target=Status.DIJAWAB)
    def jawab(self) -> None:
        """Answered, with what and how."""

    @transition(field=status, source=Status.DITERIMA, target=Status.DITOLAK)
    def tolak(self) -> None:
        """Refused, with the reason."""


class Insiden(BerKeadaan, Rekam):
    """A failure to protect personal data. Reported within 3 x 24 hours of being known."""

    lingkup_kantor = True
    periksa_abaikan = ("diingatkan_pada",)  # the worker's own mark is no change of the record

    class Status(models.TextChoices):
        TERBUKA = "terbuka", "Belum dilaporkan"
        DILAPORKAN = "dilaporkan", "Dilaporkan"
        DITUTUP = "ditutup", "Ditutup"

    TANDA = {"terbuka": "perlu", "dilaporkan": "75", "ditutup": "selesai"}
    TERBUKA = (Status.TERBUKA, Status.DILAPORKAN)

    nomor = models.OneToOneField("inti.Nomor", on_delete=models.PROTECT, related_name="+", editable=False)
    judul = models.CharField("pokok kejadian", max_length=120)
    kejadian = models.TextField("apa yang terjadi", max_length=2000)
    terjadi_pada = models.DateTimeField("terjadi", null=True, blank=True, help_text="Kosongkan bila belum diketahui.")
    diketahui_pada = models.DateTimeField("diketahui")
    data_terdampak = models.CharField("data yang terdampak", max_length=300, help_text="Jenis datanya, tanpa isinya.")
    jumlah_orang = models.PositiveIntegerField("jumlah orang terdampak", default=0)
    tindakan = models.TextField("tindakan yang diambil", max_length=2000)
    batas_pada = models.DateTimeField("batas pelaporan", editable=False)
    status = FSMField("status", default=Status.TERBUKA, choices=Status.choices, protected=True, db_index=True)
    dicatat_oleh = models.ForeignKey(PENGGUNA, verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+")
    dilaporkan_pada = models.DateTimeField("dilaporkan", null=True, blank=True)
    dilaporkan_kepada = models.CharField("dilaporkan kepada", max_length=200, blank=True)
    dilaporkan_oleh = models.ForeignKey(
        PENGGUNA, verbose_name="dilaporkan oleh", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditutup_pada = models.DateTimeField("ditutup", null=True, blank=True)
    penutup = models.TextField("hasil akhir", max_length=1000, blank=True)
    diingatkan_pada = models.DateTimeField(null=True, editable=False)

    riwayat = Riwayat(excluded_fields=["diingatkan_pada"])

    class Meta:
        verbose_name = "insiden data pribadi"
        verbose_name_plural = "insiden data pribadi"
        ordering = ["-diketahui_pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(terjadi_pada__isnull=True) | Q(terjadi_pada__lte=models.F("diketahui_pada")),
                name="insiden_terjadi_dulu",
                violation_error_message="Waktu terjadi tidak boleh sesudah waktu diketahui.",
            )
        ]

    def __str__(self) -> str:
        return f"Insiden {self.nomor}"

    def tetap(self) -> Tetap | None:
        """What was reported stays as it was reported."""
        if self.status == self.Status.TERBUKA:
            return None
        return Tetap("SUDAH_DILAPORKAN", f"{self} sudah dilaporkan.", "Catat perkembangannya saat ditutup.")

    def get_absolute_url(self) -> str:
        return reverse("insiden", args=[self.pk])

    @property
    def sisa(self) -> SisaWaktu:
        """The clock: time left until it must be reported, or whether it was in time."""
        saat = self.dilaporkan_pada
        return sisa_waktu(self.batas_pada, saat or timezone.now(), selesai=saat is not None)

    def clean(self) -> None:
        """The deadline follows from when it was known and nothing else."""
        if self.diketahui_pada is not None:
            self.batas_pada = batas_waktu(self.diketahui_pada)

    @transition(field=status, source=Status.TERBUKA, target=Status.DILAPORKAN)
    def laporkan(self) -> None:
        """Told the authority and those concerned."""

    @transition(field=status, source=Status.DILAPORKAN, target=Status.DITUTUP)
    def tutup(self) -> None:
        """Nothing more to do."""


class AlarmBacaKueri(Kueri):
    """Alarms on users of the viewer's part of the office; at its root also on users without a unit."""

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Narrow to the people below the viewer; the administrator, who reads the whole read log, meets all."""
        if pengguna.has_perm("inti.view_pengguna"):
            return self.all()
        if pengguna.unit is None:
            return self.none()
        bawahan = Q(pengguna__unit__jalur__startswith=pengguna.unit.jalur)
        if pengguna.unit.kedalaman == 0:
            bawahan |= Q(pengguna__unit__isnull=True)
        return self.filter(bawahan)


class AlarmBaca(Rekam):
    """One user read more in an hour than his work explains, or at an hour when nobody works. Somebody looks at it."""

    subjek = "pengguna_id"

    class Jenis(models.TextChoices):
        BUKA = "buka", "Banyak orang dibuka"
        TAMPIL = "tampil", "Banyak nomor ditampilkan"
        EKSPOR = "ekspor", "Banyak ekspor"
        LUAR_JAM = "luar_jam", "Di luar jam kerja"

    jenis = models.CharField("alarm", max_length=10, choices=Jenis)
    pengguna = models.ForeignKey(PENGGUNA, verbose_name="pengguna", on_delete=models.PROTECT, related_name="+")
    jam = models.DateTimeField("jam")
    jumlah = models.PositiveIntegerField("jumlah")
    ambang = models.PositiveIntegerField("batas")
    ditinjau_oleh = models.ForeignKey(
        PENGGUNA, verbose_name="ditinjau oleh", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditinjau_pada = models.DateTimeField("ditinjau", null=True, blank=True)
    catatan = models.CharField("hasil tinjauan", max_length=500, blank=True)

    objects = AlarmBacaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "alarm pembacaan"
        verbose_name_plural = "alarm pembacaan"
        ordering = ["-jam", "-id"]
        permissions = [("tinjau_alarmbaca", "Meninjau alarm pembacaan")]
        constraints = [models.UniqueConstraint(fields=["pengguna", "jenis", "jam"], name="alarm_tunggal")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.pengguna}"

    def get_absolute_url(self) -> str:
        return reverse("alarm", args=[self.pk])

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return ("selesai", "Ditinjau") if self.ditinjau_pada else ("perlu", "Belum ditinjau")
