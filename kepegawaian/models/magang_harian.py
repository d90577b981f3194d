"""An intern's days: his logbook with the supervisor's initials, his attendance, and what is usual on each weekday."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from inti.formats import jam, tanggal_pendek
from inti.formats.tanggal import HARI
from inti.models import Bertanda, Bertanggal, Rekam, Riwayat
from kepegawaian.models.magang import MilikPesertaKueri, PesertaMagang
from kepegawaian.rules.magang import akhir_pekan, senin


class CatatanHarian(Rekam):
    """One day of the logbook: hours, what was done, where, in which uniform; initialled or sent back."""

    subjek = "peserta.akun_id"

    peserta = models.ForeignKey(PesertaMagang, verbose_name="peserta", on_delete=models.PROTECT, related_name="catatan")
    tanggal = models.DateField("tanggal", db_index=True)
    jam_mulai = models.TimeField("jam mulai")
    jam_selesai = models.TimeField("jam selesai")
    kegiatan = models.TextField("kegiatan", max_length=600)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="bagian", on_delete=models.PROTECT, related_name="+")
    seragam = models.CharField("seragam", max_length=60, blank=True)
    paraf_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diparaf oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    paraf_pada = models.DateTimeField("diparaf", null=True, blank=True)
    catatan_kembali = models.CharField("dikembalikan karena", max_length=300, blank=True)

    objects = MilikPesertaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "catatan harian magang"
        verbose_name_plural = "catatan harian magang"
        ordering = ["tanggal", "id"]
        permissions = [
            ("isi_catatan", "Mengisi buku harian magang sendiri"),
            ("paraf_catatanharian", "Memaraf buku harian magang"),
        ]
        indexes = [
            models.Index(
                fields=["peserta", "tanggal"],
                condition=Q(paraf_pada__isnull=True, catatan_kembali="", dibuang_pada__isnull=True),
                name="catatan_menunggu",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["peserta", "tanggal"], condition=Q(dibuang_pada__isnull=True), name="catatan_sehari"
            ),
            models.CheckConstraint(
                condition=Q(jam_selesai__gt=F("jam_mulai")),
                name="catatan_jam",
                violation_error_message="Jam selesai harus sesudah jam mulai.",
            ),
            models.CheckConstraint(
                condition=Q(paraf_oleh__isnull=True, paraf_pada__isnull=True)
                | Q(paraf_oleh__isnull=False, paraf_pada__isnull=False, catatan_kembali=""),
                name="catatan_paraf_utuh",
            ),
        ]

    def __str__(self) -> str:
        return f"Catatan {HARI[self.tanggal.weekday()]} {tanggal_pendek(self.tanggal)}"

    def get_absolute_url(self) -> str:
        alamat = reverse("kepegawaian:magang_bagian", args=[self.peserta_id, "catatan"])
        return f"{alamat}?minggu={senin(self.tanggal).isoformat()}"

    @property
    def jam(self) -> str:
        """Hours as printed: 07.30-16.00."""
        return f"{jam(self.jam_mulai)}–{jam(self.jam_selesai)}"

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        if self.paraf_pada:
            return "selesai", "Diparaf"
        return ("perlu", "Dikembalikan") if self.catatan_kembali else ("25", "Menunggu paraf")

    @property
    def akhir_pekan(self) -> bool:
        """A day on which interns usually do not come: shown with a flag, not refused."""
        return akhir_pekan(self.tanggal)


class KehadiranMagang(Bertanda, Rekam):
    """An intern's attendance on one day."""

    subjek = "peserta.akun_id"

    class Keadaan(models.TextChoices):
        HADIR = "hadir", "Hadir"
        IZIN = "izin", "Izin"
        SAKIT = "sakit", "Sakit"
        ALPA = "alpa", "Alpa"

    bidang_keadaan = "keadaan"
    TANDA = {"hadir": "selesai", "izin": "perlu", "sakit": "perlu", "alpa": "tolak"}

    peserta = models.ForeignKey(
        PesertaMagang, verbose_name="peserta", on_delete=models.PROTECT, related_name="kehadiran"
    )
    tanggal = models.DateField("tanggal")
    keadaan = models.CharField("keadaan", max_length=6, choices=Keadaan, default=Keadaan.HADIR)
    jam_datang = models.TimeField("jam datang", null=True, blank=True)
    jam_pulang = models.TimeField("jam pulang", null=True, blank=True)
    keterangan = models.CharField("keterangan", max_length=160, blank=True)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dicatat oleh", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MilikPesertaKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "kehadiran magang"
        verbose_name_plural = "kehadiran magang"
        ordering = ["tanggal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["peserta", "tanggal"], name="kehadiran_magang_sehari"),
            models.CheckConstraint(
                condition=Q(keadaan="hadir") | Q(jam_datang__isnull=True, jam_pulang__isnull=True),
                name="kehadiran_magang_jam_hadir",
                violation_error_message="Jam hanya diisi bila hadir.",
            ),
            models.CheckConstraint(
                condition=Q(jam_pulang__isnull=True) | Q(jam_datang__isnull=True) | Q(jam_pulang__gte=F("jam_datang")),
                name="kehadiran_magang_jam_urut",
                violation_error_message="Jam pulang tidak boleh sebelum jam datang.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kehadiran {tanggal_pendek(self.tanggal)}"

    def get_absolute_url(self) -> str:
        alamat = reverse("kepegawaian:magang_bagian", args=[self.peserta_id, "kehadiran"])
        return f"{alamat}?bulan={self.tanggal:%Y-%m}"

    @property
    def jam(self) -> str:
        """07.25-16.05; a lacking end stays open; empty when there are no hours."""
        if self.jam_datang is None and self.jam_pulang is None:
            return ""
        return f"{jam(self.jam_datang)}–{jam(self.jam_pulang)}"


class KetentuanHari(Bertanggal):
    """Uniform and hours of interns on one weekday, from a date on."""

    kunci_aturan, mengganti, rute_aturan = ("hari",), True, "kepegawaian:ketentuan"
    celah_boleh = "hari tanpa ketentuan tidak mengisi buku harian"

    hari = models.PositiveSmallIntegerField("hari", choices=list(enumerate(HARI)))
    seragam = models.CharField("seragam", max_length=60)
    jam_mulai = models.TimeField("jam mulai")
    jam_selesai = models.TimeField("jam selesai")
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "ketentuan hari magang"
        verbose_name_plural = "ketentuan hari magang"
        ordering = ["hari", "-berlaku_mulai"]
        indexes = [models.Index(fields=["hari", "id"], name="ketentuan_hari")]
        constraints = [
            models.CheckConstraint(
                condition=Q(jam_selesai__gt=F("jam_mulai")),
                name="ketentuan_hari_jam",
                violation_error_message="Jam selesai harus sesudah jam mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_hari_display()} sejak {tanggal_pendek(self.berlaku_mulai)}"

    @property
    def jam(self) -> str:
        """Hours as printed: 07.30-16.00."""
        return f"{jam(self.jam_mulai)}–{jam(self.jam_selesai)}"
