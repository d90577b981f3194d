"""PUSPAGA: counselling of couples of whom one is under 19, before they ask the court for a dispensation.

Children's data: only the role `konselor` meets it, and who signs the letter from the result on. It's in no export, no
search and no notice, and no service keeps its arguments (`rahasia`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from dtks.rules.puspaga import umur
from inti.galat import Tetap
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


class KonselingKueri(Kueri):
    berkas_pada = ""

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Counsellors: cases of their unit and below. Who signs: those with a result. Nobody else meets any."""
        if pengguna.unit is None or not pengguna.has_perm("dtks.view_konseling"):
            return self.none()
        milik = self.filter(**{f"{self.berkas_pada}unit__jalur__startswith": pengguna.unit.jalur})
        if pengguna.has_perm("dtks.add_konseling"):
            return milik
        return milik.filter(**{f"{self.berkas_pada}status__in": ["selesai", "surat_terbit"]})


class SesiKueri(KonselingKueri):
    berkas_pada = "konseling__"


class Pendidikan(models.TextChoices):
    """Last school."""

    TIDAK = "tidak", "Tidak sekolah"
    SD = "sd", "SD/sederajat"
    SMP = "smp", "SMP/sederajat"
    SMA = "sma", "SMA/sederajat"
    TINGGI = "tinggi", "Perguruan tinggi"


def _teks(judul: str, panjang: int, **lain: Any) -> models.CharField:
    return models.CharField(judul, max_length=panjang, **lain)


class Konseling(BerKeadaan, Rekam):
    """A couple's case: both persons with their guardians, why they ask, the result and the letter."""

    tercatat = True

    class Alasan(models.TextChoices):
        HAMIL = "hamil", "Calon istri hamil"
        ANAK = "anak", "Sudah mempunyai anak"
        KHAWATIR = "khawatir", "Kekhawatiran orang tua"
        EKONOMI = "ekonomi", "Keadaan ekonomi keluarga"
        SEKOLAH = "sekolah", "Putus sekolah"
        ADAT = "adat", "Adat setempat"
        LAIN = "lain", "Lainnya"

    class Hasil(models.TextChoices):
        MENUNDA = "menunda", "Disarankan menunda"
        SIAP = "siap", "Siap dengan pendampingan"
        DIRUJUK = "dirujuk", "Dirujuk"

    class Pengadilan(models.TextChoices):
        AGAMA = "agama", "Pengadilan Agama"
        NEGERI = "negeri", "Pengadilan Negeri"

    class Status(models.TextChoices):
        TERDAFTAR = "terdaftar", "Terdaftar"
        BERJALAN = "berjalan", "Konseling berjalan"
        SELESAI = "selesai", "Menunggu tanda tangan"
        SURAT_TERBIT = "surat_terbit", "Surat terbit"
        BATAL = "batal", "Dibatalkan"

    TANDA = {"terdaftar": "25", "berjalan": "50", "selesai": "75", "surat_terbit": "selesai", "batal": "batal"}
    TERBUKA = (Status.TERDAFTAR, Status.BERJALAN, Status.SELESAI)

    nomor = models.OneToOneField("inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField("tanggal daftar", db_index=True)
    pengadilan = _teks("pengadilan yang dituju", 8, choices=Pengadilan, default=Pengadilan.AGAMA)
    pria_nama = _teks("nama calon suami", 120)
    pria_nik = _teks("NIK calon suami", 16)
    pria_lahir = models.DateField("tanggal lahir calon suami")
    pria_pendidikan = _teks("pendidikan calon suami", 8, choices=Pendidikan)
    pria_alamat = _teks("alamat calon suami", 200)
    pria_wali = _teks("orang tua/wali calon suami", 120)
    pria_wali_hubungan = _teks("hubungan wali calon suami", 40)
    pria_wali_telepon = _teks("telepon wali calon suami", 20, blank=True)
    wanita_nama = _teks("nama calon istri", 120)
    wanita_nik = _teks("NIK calon istri", 16)
    wanita_lahir = models.DateField("tanggal lahir calon istri")
    wanita_pendidikan = _teks("pendidikan calon istri", 8, choices=Pendidikan)
    wanita_alamat = _teks("alamat calon istri", 200)
    wanita_wali = _teks("orang tua/wali calon istri", 120)
    wanita_wali_hubungan = _teks("hubungan wali calon istri", 40)
    wanita_wali_telepon = _teks("telepon wali calon istri", 20, blank=True)
    alasan = _teks("alasan mengajukan dispensasi", 10, choices=Alasan)
    uraian = models.TextField("uraian alasan", max_length=2000)
    status = FSMField("status", default=Status.TERDAFTAR, choices=Status.choices, protected=True, db_index=True)
    hasil = _teks("hasil", 10, choices=Hasil, blank=True)
    kesimpulan = models.TextField("kesimpulan", max_length=3000, blank=True)
    rujukan = _teks("dirujuk ke", 160, blank=True)
    hasil_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="hasil diisi oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    hasil_pada = models.DateField("tanggal hasil", null=True, blank=True)
    alasan_batal = _teks("alasan dibatalkan", 300, blank=True)
    surat_keluar = models.OneToOneField(
        "arsip.SuratKeluar",
        verbose_name="surat keluar",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ditandatangani oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = KonselingKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "konseling"
        verbose_name_plural = "konseling"
        ordering = ["-tanggal", "-id"]
        permissions = [("setujui_konseling", "Menandatangani surat hasil konseling")]
        indexes = [models.Index(fields=["tanggal", "id"], name="konseling_tanggal")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["selesai", "surat_terbit"]) | (~Q(hasil="") & ~Q(kesimpulan="")),
                name="konseling_selesai_berhasil",
            ),
            models.CheckConstraint(
                condition=~Q(status="batal") | ~Q(alasan_batal=""), name="konseling_batal_beralasan"
            ),
            models.CheckConstraint(
                condition=~Q(status="surat_terbit") | Q(surat_keluar__isnull=False), name="konseling_terbit_bersurat"
            ),
        ]

    def __str__(self) -> str:
        """The number alone: this stands in titles, notices and logs."""
        return f"Konseling {self.nomor}"

    def tetap(self) -> Tetap | None:
        """While the case is open."""
        if self.status in {self.Status.TERDAFTAR, self.Status.BERJALAN}:
            return None
        return Tetap(
            "KEADAAN_TIDAK_SESUAI", f"{self} sudah {self.get_status_display().lower()}.", "Muat ulang halaman."
        )

    def get_absolute_url(self) -> str:
        return reverse("dtks:konseling", args=[self.pk])

    @property
    def pihak(self) -> list[dict[str, Any]]:
        """Both persons for a page or a letter, with their ages on the day of registering."""
        return [self._pihak("pria", "Calon suami", self.tanggal), self._pihak("wanita", "Calon istri", self.tanggal)]

    def _pihak(self, sisi: str, sebutan: str, pada: dt.date) -> dict[str, Any]:
        def isi(nama: str) -> Any:
            return getattr(self, f"{sisi}_{nama}")

        return {
            "sebutan": sebutan,
            "pendidikan": getattr(self, f"get_{sisi}_pendidikan_display")(),
            "umur": umur(isi("lahir"), pada),
            **{n: isi(n) for n in ("nama", "nik", "lahir", "alamat", "wali", "wali_hubungan", "wali_telepon")},
        }

    @transition(field=status, source=[Status.TERDAFTAR, Status.BERJALAN], target=Status.BERJALAN)
    def mulai(self) -> None:
        """A session took place."""

    @transition(field=status, source=Status.BERJALAN, target=Status.SELESAI)
    def selesaikan(self) -> None:
        """The result is written; the letter waits."""

    @transition(field=status, source=Status.SELESAI, target=Status.SURAT_TERBIT)
    def terbitkan(self) -> None:
        """Signed: numbered, drawn and in the letter book."""

    @transition(
        field=status,
        source=[Status.TERDAFTAR, Status.BERJALAN, Status.SELESAI, Status.SURAT_TERBIT],
        target=Status.BATAL,
    )
    def batalkan(self) -> None:
        """Given up with a reason; its letter, if any, is no longer valid."""


class SesiKonseling(Rekam):
    """One meeting: when, with whom, what was said and what is to be done."""

    tercatat = True
    konseling = models.ForeignKey(Konseling, verbose_name="konseling", on_delete=models.PROTECT, related_name="sesi")
    tanggal = models.DateField("tanggal sesi")
    konselor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="konselor", on_delete=models.PROTECT, related_name="+"
    )
    hadir_pria = models.BooleanField("calon suami hadir", default=False)
    hadir_wanita = models.BooleanField("calon istri hadir", default=False)
    hadir_wali_pria = models.BooleanField("orang tua/wali calon suami hadir", default=False)
    hadir_wali_wanita = models.BooleanField("orang tua/wali calon istri hadir", default=False)
    hadir_lain = _teks("hadir lainnya", 160, blank=True)
    ringkasan = models.TextField("ringkasan", max_length=3000)
    rencana = models.TextField("rencana tindak lanjut", max_length=2000, blank=True)

    objects = SesiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "sesi konseling"
        verbose_name_plural = "sesi konseling"
        ordering = ["tanggal", "id"]

    def __str__(self) -> str:
        return f"Sesi {self.tanggal:%d-%m-%Y}"

    def tetap(self) -> Tetap | None:
        """As its case."""
        return self.konseling.tetap()

    def get_absolute_url(self) -> str:
        return reverse("dtks:konseling", args=[self.konseling_id])

    @property
    def hadir(self) -> list[str]:
        """Who was there, in words."""
        nama = ("hadir_pria", "hadir_wanita", "hadir_wali_pria", "hadir_wali_wanita")
        kata = ("Calon suami", "Calon istri", "Wali calon suami", "Wali calon istri")
        return [k for n, k in zip(nama, kata, strict=True) if getattr(self, n)] + [b for b in (self.hadir_lain,) if b]
