"""Interns: their schools, who they are, and where in the office they sit from when until when."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.galat import Tetap
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat
from kepegawaian.models.pegawai import lingkup_staf
from kepegawaian.rules.magang import Rentang


class Sekolah(Rekam):
    """A school or university that sends interns."""

    lingkup_kantor = True

    class Jenis(models.TextChoices):
        SMK = "smk", "SMK/SMA"
        KAMPUS = "kampus", "Perguruan tinggi"

    nama = models.CharField("nama sekolah", max_length=120)
    jenis = models.CharField("jenis", max_length=8, choices=Jenis, default=Jenis.SMK)
    pimpinan = models.CharField(
        "dialamatkan kepada", max_length=120, help_text="Misalnya: Kepala SMK Negeri 1 Wanasari. Tercetak pada surat."
    )
    alamat = models.CharField("alamat", max_length=200, blank=True)
    kota = models.CharField("kota", max_length=60)
    telepon = models.CharField("telepon", max_length=30, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "sekolah"
        verbose_name_plural = "sekolah"
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nama"],
                condition=Q(dibuang_pada__isnull=True),
                name="sekolah_nama_tunggal",
                violation_error_message="Sekolah dengan nama ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:sekolah", args=[self.pk])


class PesertaKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """An intern meets himself. Others: interns placed in their unit or below, and those whom they supervise."""
        if pengguna.hanya_mengusul:
            return self.filter(akun=pengguna)
        if pengguna.unit is None:
            return self.none()
        tempat = Penempatan._base_manager.filter(
            lingkup_staf(pengguna, "unit") | Q(pembimbing__pengguna=pengguna),
            dibuang_pada__isnull=True,
        )
        return self.filter(Q(pk__in=tempat.values("peserta")) | Q(pembimbing__pengguna=pengguna))


class MilikPesertaKueri(Kueri):
    """Rows that belong to an intern: whoever meets the intern meets them."""

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Narrow by the intern."""
        return self.filter(peserta__in=PesertaMagang.objects.all().lingkup(pengguna))


class PesertaMagang(BerKeadaan, Rekam):
    """An intern: who, from which school, from when until when, under whom; his account, letters and state."""

    subjek, orang = "akun_id", True
    tercatat = True

    class Status(models.TextChoices):
        DITERIMA = "diterima", "Diterima"
        BERJALAN = "berjalan", "Berjalan"
        SELESAI = "selesai", "Selesai"
        DIHENTIKAN = "dihentikan", "Dihentikan"

    TANDA = {"diterima": "25", "berjalan": "50", "selesai": "selesai", "dihentikan": "tolak"}
    TERBUKA = (Status.DITERIMA, Status.BERJALAN)

    nama = models.CharField("nama peserta", max_length=120)
    nomor_induk = models.CharField("NIS/NIM", max_length=30)
    jurusan = models.CharField("jurusan", max_length=80)
    sekolah = models.ForeignKey(Sekolah, verbose_name="sekolah", on_delete=models.PROTECT, related_name="peserta")
    mulai = models.DateField("mulai magang", db_index=True)
    sampai = models.DateField("sampai")
    pembimbing = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pembimbing", on_delete=models.PROTECT, related_name="magang"
    )
    pembimbing_sekolah = models.CharField("pembimbing dari sekolah", max_length=120, blank=True)
    nomor_permohonan = models.CharField("nomor surat permohonan sekolah", max_length=80)
    tanggal_permohonan = models.DateField("tanggal surat permohonan", null=True, blank=True)
    akun = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="peserta_magang",
    )
    status = FSMField("status", default=Status.DITERIMA, choices=Status.choices, protected=True, db_index=True)
    alasan_henti = models.CharField("alasan dihentikan", max_length=300, blank=True)
    surat = models.OneToOneField(
        "inti.Dokumen",
        verbose_name="surat penerimaan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sertifikat = models.OneToOneField(
        "inti.Dokumen", verbose_name="sertifikat", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PesertaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "peserta magang"
        verbose_name_plural = "peserta magang"
        ordering = ["nama", "id"]
        permissions = [
            ("buka_akun_magang", "Membuka akun peserta magang"),
            ("akhiri_pesertamagang", "Menyelesaikan dan menghentikan magang"),
            ("nilai_pesertamagang", "Menilai peserta magang"),
            ("tanda_tangani_magang", "Menandatangani surat dan sertifikat magang"),
        ]
        indexes = [
            models.Index(fields=["nama", "id"], name="magang_nama"),
            models.Index(fields=["mulai", "id"], name="magang_mulai"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="magang_masa",
                violation_error_message="Masa magang berakhir sebelum mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(status="dihentikan") | ~Q(alasan_henti=""), name="magang_henti_beralasan"
            ),
            models.UniqueConstraint(
                fields=["sekolah", "nomor_induk", "mulai"],
                name="magang_tunggal",
                violation_error_message="Peserta dengan NIS/NIM dan tanggal mulai ini sudah dicatat.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def tetap(self) -> Tetap | None:
        """While it is open."""
        if self.terbuka:
            return None
        return Tetap(
            "MAGANG_DITUTUP", f"Magang {self} sudah {self.get_status_display().lower()}.", "Tidak dapat diubah lagi."
        )

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:magang", args=[self.pk])

    @property
    def masa(self) -> Rentang:
        """The period, both ends included."""
        return Rentang("masa magang", self.mulai, self.sampai)

    @transition(field=status, source=Status.DITERIMA, target=Status.BERJALAN)
    def jalankan(self) -> None:
        """The first day came."""

    @transition(field=status, source=Status.BERJALAN, target=Status.SELESAI)
    def selesaikan(self) -> None:
        """The period is over."""

    @transition(field=status, source=[Status.DITERIMA, Status.BERJALAN], target=Status.DIHENTIKAN)
    def hentikan(self) -> None:
        """Stopped before its end, with a reason."""


class Penempatan(Rekam):
    """Where an intern sits for a part of his period, and who guides him there. No two of one intern overlap."""

    subjek = "peserta.akun_id"

    peserta = models.ForeignKey(
        PesertaMagang, verbose_name="peserta", on_delete=models.PROTECT, related_name="penempatan"
    )
    unit = models.ForeignKey(
        "inti.UnitKerja", verbose_name="bagian", on_delete=models.PROTECT, related_name="penempatan_magang"
    )
    mulai = models.DateField("mulai")
    sampai = models.DateField("sampai")
    pembimbing = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pembimbing di bagian", on_delete=models.PROTECT, related_name="+"
    )

    objects = MilikPesertaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "penempatan magang"
        verbose_name_plural = "penempatan magang"
        ordering = ["mulai", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="penempatan_rentang",
                violation_error_message="Penempatan berakhir sebelum mulai.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.rentang.tanggal}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:magang_bagian", args=[self.peserta_id, "penempatan"])

    @property
    def rentang(self) -> Rentang:
        """As the rules see it."""
        return Rentang(self.unit.nama, self.mulai, self.sampai, self.pk)

    def memuat(self, hari: dt.date) -> bool:
        """Whether a day lies within."""
        return self.mulai <= hari <= self.sampai
