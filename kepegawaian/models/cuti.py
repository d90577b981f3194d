"""Leave: dated rules, what was kept on paper, and applications from asking to decision and recall."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from inti.models import Kueri, Pengguna, Rekam, Riwayat


class JenisCuti(models.TextChoices):
    """Kinds of leave (PP 11/2017 article 310). Joint leave isn't asked for: it stands in the calendar."""

    TAHUNAN = "tahunan", "Cuti tahunan"
    BESAR = "besar", "Cuti besar"
    SAKIT = "sakit", "Cuti sakit"
    MELAHIRKAN = "melahirkan", "Cuti melahirkan"
    PENTING = "penting", "Cuti karena alasan penting"
    CLTN = "cltn", "Cuti di luar tanggungan negara"


class AturanCutiKueri(Kueri):
    def pada(self, hari: dt.date) -> Self:
        """Rows in force on a day."""
        return self.hidup().filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari), berlaku_mulai__lte=hari
        )


class AturanCuti(Rekam):
    """How much of a kind of leave a group of staff may have, in a span of time."""

    lingkup_kantor = True

    class Kelompok(models.TextChoices):
        PNS = "PNS", "PNS"
        CPNS = "CPNS", "CPNS"
        PPPK = "PPPK", "PPPK"

    class Satuan(models.TextChoices):
        HARI_KERJA = "hari_kerja", "hari kerja"
        HARI_KALENDER = "hari_kalender", "hari kalender"
        BULAN = "bulan", "bulan"

    jenis = models.CharField("jenis cuti", max_length=12, choices=JenisCuti)
    kelompok = models.CharField("kelompok pegawai", max_length=8, choices=Kelompok)
    hak = models.PositiveSmallIntegerField(
        "hak", help_text="Banyaknya dalam satuan di bawah; 0 berarti menurut keperluan."
    )
    satuan = models.CharField("satuan", max_length=14, choices=Satuan, default=Satuan.HARI_KERJA)
    masa_kerja = models.PositiveSmallIntegerField("masa kerja paling kurang (bulan)", default=0)
    simpan = models.PositiveSmallIntegerField(
        "paling banyak dengan sisa tahun lalu", default=0, help_text="Hanya cuti tahunan, misalnya 18."
    )
    simpan_tertunda = models.PositiveSmallIntegerField(
        "paling banyak bila ditangguhkan atau dua tahun tidak dipakai",
        default=0,
        help_text="Hanya cuti tahunan, misalnya 24.",
    )
    surat_mulai = models.PositiveSmallIntegerField(
        "surat dokter mulai hari ke", default=0, help_text="Hanya cuti sakit; 0 berarti tidak perlu."
    )
    surat_pemerintah_mulai = models.PositiveSmallIntegerField(
        "surat dokter pemerintah mulai hari ke", default=0, help_text="Hanya cuti sakit, misalnya 15."
    )
    kelahiran = models.PositiveSmallIntegerField(
        "sampai kelahiran anak ke", default=0, help_text="Hanya cuti melahirkan, misalnya 3."
    )
    jeda = models.PositiveSmallIntegerField(
        "jarak dari cuti besar terakhir (bulan)", default=0, help_text="Hanya cuti besar, misalnya 60."
    )
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    dasar_hukum = models.CharField("dasar hukum", max_length=160)

    objects = AturanCutiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "aturan cuti"
        verbose_name_plural = "aturan cuti"
        ordering = ["jenis", "kelompok", "-berlaku_mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="aturan_cuti_masa",
                violation_error_message="Berlaku sampai tidak boleh sebelum berlaku mulai.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.kelompok}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:aturan_cuti", args=[self.pk])

    def clean(self) -> None:
        """No two rows of one kind and group hold on the same day."""
        if not self.berlaku_mulai or self.dibuang_pada is not None:
            return
        lain = AturanCuti.objects.hidup().filter(jenis=self.jenis, kelompok=self.kelompok).exclude(pk=self.pk)
        tindih = lain.filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=self.berlaku_mulai),
            berlaku_mulai__lte=self.berlaku_sampai or dt.date.max,
        ).first()
        if tindih is not None:
            raise ValidationError(
                {"berlaku_mulai": f"Bertindih dengan aturan sejak {tindih.berlaku_mulai:%d-%m-%Y}. Akhiri itu dahulu."}
            )

    @property
    def hak_tampil(self) -> str:
        """How much, in words."""
        return f"{self.hak} {self.get_satuan_display()}" if self.hak else "Menurut keperluan"


class DalamUnitKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Of staff in the user's unit and below, for who looks after them."""
        if pengguna.unit is None or not pengguna.has_perm("kepegawaian.lihat_cuti_unit"):
            return self.none()
        return self.filter(pegawai__unit__jalur__startswith=pengguna.unit.jalur)


class SaldoAwalCuti(Rekam):
    """What a person had kept when the system began with him: days of annual leave from the two years before."""

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="saldo_awal_cuti"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    sisa_n1 = models.PositiveSmallIntegerField("sisa dari tahun sebelumnya", default=0)
    sisa_n2 = models.PositiveSmallIntegerField("sisa dari dua tahun sebelumnya", default=0)
    keterangan = models.CharField("keterangan", max_length=160, blank=True)

    objects = DalamUnitKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "saldo awal cuti"
        verbose_name_plural = "saldo awal cuti"
        ordering = ["pegawai", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                condition=Q(dibuang_pada__isnull=True),
                name="saldo_awal_tunggal",
                violation_error_message="Saldo awal pegawai ini pada tahun itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(sisa_n1__lte=12) & Q(sisa_n2__lte=12),
                name="saldo_awal_wajar",
                violation_error_message="Sisa satu tahun paling banyak 12 hari.",
            ),
        ]

    def __str__(self) -> str:
        return f"Saldo awal {self.tahun}, {self.pegawai}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:cuti_saldo")


class PengajuanCutiKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Own applications, those one has to consider or decide, and those of the unit for who looks after it."""
        if not pengguna.has_perm("kepegawaian.view_pengajuancuti"):
            return self.none()
        saya = (
            Q(pegawai__pengguna=pengguna)
            | Q(atasan__pengguna=pengguna, atasan__isnull=False)
            | Q(pejabat__pengguna=pengguna, pejabat__isnull=False)
        )
        if pengguna.unit is not None and pengguna.has_perm("kepegawaian.lihat_cuti_unit"):
            saya |= Q(pegawai__unit__jalur__startswith=pengguna.unit.jalur)
        return self.filter(saya)

    def menunggu(self, pengguna: Pengguna) -> Self:
        """What this user has to consider or decide now."""
        S = PengajuanCuti.Status
        return (
            self.hidup()
            .filter(
                Q(status=S.DIAJUKAN, atasan__pengguna=pengguna)
                | Q(status=S.DIPERTIMBANGKAN, pejabat__pengguna=pengguna)
            )
            .exclude(pegawai__pengguna=pengguna)
        )


def _siapa(judul: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=judul, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class PengajuanCuti(FSMModelMixin, Rekam):
    """An application for leave. `berakhir` is the last day really taken: `sampai` until a recall."""

    class Status(models.TextChoices):
        DIAJUKAN = "diajukan", "Menunggu atasan"
        PERUBAHAN = "perubahan", "Perlu diubah"
        DIPERTIMBANGKAN = "dipertimbangkan", "Menunggu keputusan"
        DISETUJUI = "disetujui", "Disetujui"
        DITANGGUHKAN = "ditangguhkan", "Ditangguhkan"
        TIDAK_DISETUJUI = "tidak_disetujui", "Tidak disetujui"
        DITARIK = "ditarik", "Dipanggil kembali"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    class Hasil(models.TextChoices):
        SETUJU = "setuju", "Disetujui"
        PERUBAHAN = "perubahan", "Perubahan"
        DITANGGUHKAN = "ditangguhkan", "Ditangguhkan"
        TIDAK = "tidak", "Tidak disetujui"

    class Surat(models.TextChoices):
        DOKTER = "dokter", "Surat dokter"
        PEMERINTAH = "pemerintah", "Surat dokter pemerintah"
        LAIN = "lain", "Surat lain"

    TANDA = {
        "diajukan": "25",
        "perubahan": "perlu",
        "dipertimbangkan": "75",
        "disetujui": "selesai",
        "ditangguhkan": "perlu",
        "tidak_disetujui": "tolak",
        "ditarik": "selesai",
        "dibatalkan": "batal",
    }
    BERJALAN = (Status.DIAJUKAN, Status.PERUBAHAN, Status.DIPERTIMBANGKAN)
    BERLAKU = (Status.DISETUJUI, Status.DITARIK)

    nomor = models.OneToOneField("inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="cuti"
    )
    tanggal = models.DateField("tanggal pengajuan")
    jenis = models.CharField("jenis cuti", max_length=12, choices=JenisCuti)
    mulai = models.DateField("mulai", db_index=True)
    sampai = models.DateField("sampai")
    berakhir = models.DateField("berakhir", editable=False)
    hari = models.PositiveSmallIntegerField("hari dihitung", editable=False)
    per_tahun = models.JSONField("hari per tahun", default=dict, editable=False)
    rincian = models.JSONField("rincian hari", default=dict, editable=False)
    satuan = models.CharField("satuan", max_length=14, choices=AturanCuti.Satuan, editable=False)
    alasan = models.CharField("alasan cuti", max_length=300)
    alamat = models.CharField("alamat selama cuti", max_length=200)
    telepon = models.CharField("telepon selama cuti", max_length=20)
    kelahiran_ke = models.PositiveSmallIntegerField("kelahiran anak ke", null=True, blank=True)
    surat_jenis = models.CharField("jenis lampiran", max_length=12, choices=Surat, blank=True)
    surat = models.OneToOneField(
        "inti.BerkasTersimpan",
        verbose_name="lampiran",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    atasan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="atasan langsung", on_delete=models.PROTECT, related_name="+"
    )
    pejabat = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pejabat yang berwenang", on_delete=models.PROTECT, related_name="+"
    )
    status = FSMField("status", default=Status.DIAJUKAN, choices=Status.choices, protected=True, db_index=True)
    timbang = models.CharField("pertimbangan atasan", max_length=14, choices=Hasil, blank=True)
    timbang_catatan = models.CharField("catatan atasan", max_length=300, blank=True)
    timbang_oleh = _siapa("dipertimbangkan oleh")
    timbang_pada = models.DateTimeField("dipertimbangkan", null=True, blank=True)
    putus_catatan = models.CharField("catatan pejabat", max_length=300, blank=True)
    putus_oleh = _siapa("diputus oleh")
    putus_pada = models.DateTimeField("diputus", null=True, blank=True)
    tarik_alasan = models.CharField("alasan dipanggil kembali", max_length=300, blank=True)
    tarik_oleh = _siapa("dipanggil kembali oleh")
    tarik_pada = models.DateTimeField("dipanggil kembali", null=True, blank=True)
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)
    dokumen = models.OneToOneField(
        "inti.Dokumen", verbose_name="formulir", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PengajuanCutiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "cuti"
        verbose_name_plural = "cuti"
        ordering = ["-mulai", "-id"]
        permissions = [
            ("ajukan_cuti", "Mengajukan cuti sendiri"),
            ("lihat_cuti_unit", "Melihat cuti, saldo, dan kalender unit"),
            ("pertimbangkan_cuti", "Mempertimbangkan cuti bawahan"),
            ("putuskan_cuti", "Memutuskan cuti"),
            ("tarik_cuti", "Memanggil kembali dari cuti"),
        ]
        indexes = [
            models.Index(fields=["mulai", "id"], name="cuti_mulai"),
            models.Index(fields=["pegawai", "mulai"], name="cuti_pegawai"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="cuti_tanggal",
                violation_error_message="Tanggal selesai sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(status="dibatalkan") | ~Q(alasan_batal=""), name="cuti_batal_beralasan"
            ),
            models.CheckConstraint(condition=~Q(status="ditarik") | ~Q(tarik_alasan=""), name="cuti_tarik_beralasan"),
            models.CheckConstraint(
                condition=~Q(status__in=["disetujui", "ditangguhkan", "tidak_disetujui", "ditarik"])
                | Q(putus_oleh__isnull=False),
                name="cuti_diputus_seseorang",
            ),
        ]

    def __str__(self) -> str:
        """Number alone: this stands in notices and logs."""
        return f"Cuti {self.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:cuti", args=[self.pk])

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return self.TANDA[self.status], self.get_status_display()

    @property
    def sekaligus(self) -> bool:
        """Superior and authorised officer are one person: one act does both."""
        return self.atasan_id == self.pejabat_id

    @property
    def lama(self) -> str:
        """Length in words."""
        return f"{self.hari} {'hari kerja' if self.satuan == 'hari_kerja' else 'hari'}"

    @property
    def huruf(self) -> str:
        """One letter for the calendar."""
        return {"penting": "P", "cltn": "N"}.get(self.jenis, self.jenis[0].upper())

    def isi_tahun(self) -> dict[int, int]:
        """Days that count, by year."""
        data: dict[str, Any] = self.per_tahun
        return {int(tahun): n for tahun, n in data.items()}

    @transition(field=status, source=Status.DIAJUKAN, target=Status.DIPERTIMBANGKAN)
    def pertimbangkan(self) -> None:
        """The superior has said what he thinks."""

    @transition(field=status, source=Status.DIAJUKAN, target=Status.PERUBAHAN)
    def minta_ubah(self) -> None:
        """The superior asks for other dates."""

    @transition(field=status, source=Status.PERUBAHAN, target=Status.DIAJUKAN)
    def ajukan_lagi(self) -> None:
        """Changed as asked."""

    @transition(field=status, source=Status.DIPERTIMBANGKAN, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Granted."""

    @transition(field=status, source=Status.DIPERTIMBANGKAN, target=Status.DITANGGUHKAN)
    def tangguhkan(self) -> None:
        """Put off for the office's needs."""

    @transition(field=status, source=Status.DIPERTIMBANGKAN, target=Status.TIDAK_DISETUJUI)
    def tolak(self) -> None:
        """Refused."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.DITARIK)
    def tarik(self) -> None:
        """Called back; days not taken are given back."""

    @transition(field=status, source=list(BERJALAN), target=Status.DIBATALKAN)
    def batalkan(self) -> None:
        """Given up by the applicant before a decision."""
