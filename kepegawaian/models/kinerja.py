"""Daily performance: targets of a year, activities of a day that a superior approves, the rating of a month.

The official value lives in BKN's e-Kinerja; `rujukan_ekinerja` says where.
"""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.models import BerKeadaan, Kueri, Lingkup, Pengguna, Rekam, Riwayat
from kepegawaian.models.pegawai import lingkup_staf


class TargetKinerja(Rekam):
    """What a member of staff is to deliver in a year: so many of a unit of output."""

    subjek = "pegawai.pengguna_id"
    lingkup_oleh = Lingkup(
        unit="pegawai__unit",
        seluruh="kepegawaian.kelola_kantor",
        izin="kepegawaian.lihat_rekap_pegawai",
        milik=("pegawai__pengguna",),
    )

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="target_set"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    uraian = models.CharField("rencana hasil kerja", max_length=200)
    indikator = models.CharField("indikator", max_length=200, blank=True)
    satuan = models.CharField("satuan", max_length=40, help_text="Misalnya dokumen, laporan, layanan.")
    jumlah = models.PositiveIntegerField("target setahun")
    aktif = models.BooleanField("masih dikerjakan", default=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "target kinerja"
        verbose_name_plural = "target kinerja"
        ordering = ["-tahun", "-aktif", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "uraian"],
                condition=Q(dibuang_pada__isnull=True),
                name="target_kinerja_tunggal",
                violation_error_message="Target ini sudah ada pada tahun itu.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gt=0),
                name="target_kinerja_jumlah",
                violation_error_message="Target paling sedikit 1.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    def get_absolute_url(self) -> str:
        """The year's list: a target has no page of its own."""
        return f"{reverse('kepegawaian:kinerja_target')}?tahun={self.tahun}"


class KegiatanKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """One's own; what was put before one as superior; for the personnel desk also what waits in the office."""
        milik = Q(pegawai__pengguna=pengguna)
        if pengguna.has_perm("kepegawaian.setujui_kegiatanharian"):
            milik |= Q(atasan__pengguna=pengguna) & ~Q(status=KegiatanHarian.Status.KONSEP)
        if pengguna.has_perm("kepegawaian.alihkan_kegiatanharian"):
            milik |= Q(status=KegiatanHarian.Status.DIAJUKAN) & lingkup_staf(pengguna, "pegawai__unit")
        return self.filter(milik)

    def menunggu(self, pengguna: Pengguna) -> Self:
        """Waiting for this user's approval: he is the superior that the activity keeps, and it isn't his own."""
        return (
            self.hidup()
            .filter(status=KegiatanHarian.Status.DIAJUKAN, atasan__pengguna=pengguna)
            .exclude(pegawai__pengguna=pengguna)
        )


class KegiatanHarian(BerKeadaan, Rekam):
    """An activity of one day. Proposed, it keeps the superior of that day; approved, it is locked."""

    subjek = "pegawai.pengguna_id"

    class Status(models.TextChoices):
        KONSEP = "konsep", "Konsep"
        DIAJUKAN = "diajukan", "Diajukan"
        DISETUJUI = "disetujui", "Disetujui"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"

    TANDA = {"konsep": "konsep", "diajukan": "50", "disetujui": "selesai", "dikembalikan": "perlu"}
    TERBUKA = (Status.KONSEP, Status.DIAJUKAN, Status.DIKEMBALIKAN)

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="kegiatan_set"
    )
    tanggal = models.DateField("tanggal")
    kegiatan = models.CharField("kegiatan", max_length=240)
    target = models.ForeignKey(
        TargetKinerja,
        verbose_name="target",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="kegiatan_set",
    )
    jumlah = models.PositiveIntegerField("jumlah", default=1)
    satuan = models.CharField("satuan", max_length=40)
    menit = models.PositiveSmallIntegerField("menit")
    bukti = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="berkas bukti",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    tautan = models.CharField("keterangan bukti", max_length=200, blank=True)
    status = FSMField("status", default=Status.KONSEP, choices=Status.choices, protected=True)
    atasan = models.ForeignKey(
        "kepegawaian.Pegawai",
        verbose_name="atasan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="kegiatan_bawahan",
    )
    diajukan_pada = models.DateTimeField("diajukan", null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diputus oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    diputus_pada = models.DateTimeField("diputus", null=True, blank=True)
    catatan = models.CharField("catatan atasan", max_length=300, blank=True)

    objects = KegiatanKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "kegiatan harian"
        verbose_name_plural = "kegiatan harian"
        ordering = ["tanggal", "id"]
        permissions = [
            ("isi_kinerja", "Mengisi kinerja harian sendiri"),
            ("setujui_kegiatanharian", "Menyetujui kinerja harian bawahan"),
            ("alihkan_kegiatanharian", "Mengalihkan atasan kinerja harian"),
        ]
        indexes = [
            models.Index(fields=["pegawai", "tanggal"], name="kegiatan_pegawai_tanggal"),
            models.Index(fields=["tanggal", "id"], name="kegiatan_tanggal"),
            models.Index(fields=["atasan", "status", "diajukan_pada"], name="kegiatan_antrean"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(menit__gt=0), name="kegiatan_menit", violation_error_message="Menit paling sedikit 1."
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gt=0), name="kegiatan_jumlah", violation_error_message="Jumlah paling sedikit 1."
            ),
            models.CheckConstraint(
                condition=Q(status="konsep") | (Q(atasan__isnull=False) & Q(diajukan_pada__isnull=False)),
                name="kegiatan_beratasan",
            ),
            models.CheckConstraint(
                condition=~Q(status="dikembalikan") | ~Q(catatan=""), name="kegiatan_kembali_bercatatan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kegiatan}, {self.tanggal:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:kegiatan", args=[self.pk])

    @property
    def dapat_ditulis(self) -> bool:
        """Whether its owner may still write on it."""
        return self.status in {self.Status.KONSEP, self.Status.DIKEMBALIKAN}

    @transition(field=status, source=[Status.KONSEP, Status.DIKEMBALIKAN], target=Status.DIAJUKAN)
    def ajukan(self) -> None:
        """Put before the superior of that day."""

    @transition(field=status, source=Status.DIAJUKAN, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Approved and locked."""

    @transition(field=status, source=Status.DIAJUKAN, target=Status.DIKEMBALIKAN)
    def kembalikan(self) -> None:
        """Back to its owner with a note."""


class PenilaianKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """One's own, those one gave, and for readers of recaps those of the staff they may meet."""
        milik = Q(pegawai__pengguna=pengguna) | Q(dinilai_oleh=pengguna)
        if pengguna.has_perm("kepegawaian.lihat_rekap_pegawai"):
            milik |= lingkup_staf(pengguna, "pegawai__unit")
        return self.filter(milik)


class PenilaianBulanan(Rekam):
    """The rating of a month by the superior of its last day; the predikat follows from the matrix."""

    subjek = "pegawai.pengguna_id"

    class Ekspektasi(models.TextChoices):
        ATAS = "atas", "Di atas ekspektasi"
        SESUAI = "sesuai", "Sesuai ekspektasi"
        BAWAH = "bawah", "Di bawah ekspektasi"

    class Predikat(models.TextChoices):
        SANGAT_BAIK = "sangat_baik", "Sangat Baik"
        BAIK = "baik", "Baik"
        BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
        KURANG = "kurang", "Kurang"
        SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"

    NADA = {
        "sangat_baik": "baik",
        "baik": "baik",
        "butuh_perbaikan": "awas",
        "kurang": "salah",
        "sangat_kurang": "salah",
    }

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="penilaian_set"
    )
    bulan = models.DateField("bulan", help_text="Tanggal pertama bulan itu.")
    hasil = models.CharField("hasil kerja", max_length=8, choices=Ekspektasi)
    perilaku = models.CharField("perilaku kerja", max_length=8, choices=Ekspektasi)
    predikat = models.CharField("predikat", max_length=16, choices=Predikat, editable=False)
    catatan = models.CharField("umpan balik", max_length=300, blank=True)
    rujukan_ekinerja = models.CharField(
        "rujukan e-Kinerja BKN", max_length=80, blank=True, help_text="Nilai resmi ada di e-Kinerja BKN."
    )
    atasan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="atasan penilai", on_delete=models.PROTECT, related_name="+"
    )
    dinilai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="dinilai oleh", on_delete=models.PROTECT, related_name="+"
    )

    objects = PenilaianKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "penilaian bulanan"
        verbose_name_plural = "penilaian bulanan"
        ordering = ["-bulan", "id"]
        permissions = [("nilai_kinerja", "Menilai kinerja bulanan bawahan")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "bulan"],
                condition=Q(dibuang_pada__isnull=True),
                name="penilaian_tunggal",
                violation_error_message="Bulan ini sudah dinilai.",
            ),
            models.CheckConstraint(condition=Q(bulan__day=1), name="penilaian_awal_bulan"),
        ]

    def __str__(self) -> str:
        return f"Penilaian {self.pegawai} bulan {self.bulan:%m-%Y}"

    def get_absolute_url(self) -> str:
        """The person's month."""
        return f"{reverse('kepegawaian:kinerja_bulan', args=[self.pegawai_id])}?bulan={self.bulan:%Y-%m}"

    @property
    def nada(self) -> str:
        """Tone of its label."""
        return self.NADA[self.predikat]
