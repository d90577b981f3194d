"""Applications for leave, from asking to decision and recall."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_fsm import FSMField, transition

from inti.galat import Tetap
from inti.models import BerAlur, Kueri, Pegangan, Pengguna, Rekam, Riwayat
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, TOLAK, Alur, Pemegang, Tahap
from kepegawaian.models.aturan_cuti import AturanCuti, JenisCuti
from kepegawaian.models.pegawai import lingkup_staf


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
            saya |= lingkup_staf(pengguna, "pegawai__unit")
        return self.filter(saya)

    def menunggu(self, pengguna: Pengguna) -> Self:
        """What this user has to consider or decide now."""
        milik = Pegangan.objects.atas_nama(pengguna)
        return self.hidup().filter(pk__in=milik.kasus(PengajuanCuti, ("pertimbangan", "keputusan")))


ALUR_CUTI = Alur(
    (
        Tahap(
            "pertimbangan",
            "Pertimbangan atasan",
            "diajukan",
            lambda c: Pemegang(c.atasan.pengguna),
            boleh=frozenset({TERUSKAN, KEMBALIKAN}),
            sesudah="{putusan} menurut atasan",
            bukan=Tetap("BUKAN_ATASAN", "Anda bukan atasan langsung untuk cuti ini.", "Yang berwenang: {siapa}."),
        ),
        Tahap(
            "keputusan",
            "Keputusan",
            "dipertimbangkan",
            lambda c: Pemegang(c.pejabat.pengguna),
            boleh=frozenset({SETUJUI, TOLAK}),
            boleh_ulang=True,  # one person may be superior and authorised officer
            sesudah="Diputus",
            bukan=Tetap(
                "BUKAN_PEJABAT", "Anda bukan pejabat yang berwenang untuk cuti ini.", "Yang berwenang: {siapa}."
            ),
        ),
    ),
    pembuat=lambda c: Pemegang(c.pegawai.pengguna),
    sendiri=Tetap("CUTI_SENDIRI", "Ini cuti Anda sendiri.", "Pejabat di atas Anda yang memutuskannya."),
)


def _siapa(judul: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=judul, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class PengajuanCuti(BerAlur, Rekam):
    """An application for leave. `berakhir` is the last day really taken: `sampai` until a recall."""

    subjek = "pegawai.pengguna_id"
    tercatat = True

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
    TERBUKA = (Status.DIAJUKAN, Status.PERUBAHAN, Status.DIPERTIMBANGKAN)
    alur = ALUR_CUTI
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
            ("hitung_ulang_cuti", "Menghitung ulang cuti menurut kalender"),
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
        """Leave is granted; its days count against the balance."""

    @transition(field=status, source=Status.DIPERTIMBANGKAN, target=Status.DITANGGUHKAN)
    def tangguhkan(self) -> None:
        """Put off for the office's needs."""

    @transition(field=status, source=Status.DIPERTIMBANGKAN, target=Status.TIDAK_DISETUJUI)
    def tolak(self) -> None:
        """Leave is not granted; its days are free again."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.DITARIK)
    def tarik(self) -> None:
        """Called back; days not taken are given back."""

    @transition(field=status, source=list(TERBUKA), target=Status.DIBATALKAN)
    def batalkan(self) -> None:
        """Given up by the applicant before a decision."""
