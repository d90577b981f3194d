"""Careers as dated facts, each with its decree. The present state, and that of any other day, follows from them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from inti.models import Rekam, Riwayat
from kepegawaian.models.pegawai import PRIBADI
from kepegawaian.models.pilihan import (
    GOLONGAN_PPPK,
    Jenis,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Kelamin,
    Pangkat,
    Sebagai,
    Tingkat,
)


class Fakta(Rekam):
    """A dated fact of a career: from when, and by which decree."""

    subjek = "pegawai.pengguna_id"
    tercatat = True
    lingkup_oleh = PRIBADI

    pegawai: Any = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="%(class)s_set"
    )
    tmt = models.DateField("TMT", help_text="Terhitung mulai tanggal.")
    sk_nomor = models.CharField("nomor SK", max_length=80, blank=True)
    sk_tanggal = models.DateField("tanggal SK", null=True, blank=True)
    sk_pejabat = models.CharField("pejabat penetap", max_length=120, blank=True)
    berkas = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="pindaian SK",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The person's page: a fact has none of its own."""
        return str(self.pegawai.get_absolute_url())

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} TMT {self.tmt:%d-%m-%Y}: {self.uraian}"

    @property
    def uraian(self) -> str:
        """The fact in a few words."""
        raise NotImplementedError


class StatusPegawai(Fakta):
    """What kind of staff he is from this day on, or how his service ended."""

    jenis = models.CharField("jenis pegawai", max_length=8, choices=Jenis)
    keadaan = models.CharField("keadaan", max_length=10, choices=Keadaan, default=Keadaan.AKTIF)
    sampai = models.DateField("kontrak sampai", null=True, blank=True, help_text="Wajib untuk PPPK dan Non-PNS.")
    riwayat = Riwayat()

    class Meta:
        verbose_name = "status"
        verbose_name_plural = "status"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="status_pegawai_tmt")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")),
                name="status_sampai",
                violation_error_message="Kontrak sampai tidak boleh sebelum TMT.",
            )
        ]

    @property
    def uraian(self) -> str:
        """PPPK, or Pensiun."""
        return self.get_jenis_display() if self.keadaan == Keadaan.AKTIF else self.get_keadaan_display()


class PangkatPegawai(Fakta):
    """A rank of PNS, or a grade of PPPK, with the masa kerja golongan that its decree states."""

    class Cara(models.TextChoices):
        PENGANGKATAN = "pengangkatan", "Pengangkatan"
        REGULER = "reguler", "Kenaikan reguler"
        PILIHAN = "pilihan", "Kenaikan pilihan"
        IJAZAH = "ijazah", "Penyesuaian ijazah"
        TURUN = "turun", "Penurunan (hukuman disiplin)"

    pangkat = models.CharField("pangkat", max_length=6, choices=Pangkat, blank=True)
    golongan = models.CharField("golongan PPPK", max_length=5, choices=GOLONGAN_PPPK, blank=True)
    mk_tahun = models.PositiveSmallIntegerField("masa kerja golongan (tahun)", default=0)
    mk_bulan = models.PositiveSmallIntegerField("masa kerja golongan (bulan)", default=0)
    cara = models.CharField("cara", max_length=12, choices=Cara, default=Cara.REGULER)
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pangkat"
        verbose_name_plural = "pangkat"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="pangkat_pegawai_tmt")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(pangkat="") & ~Q(golongan="")) | (~Q(pangkat="") & Q(golongan="")),
                name="pangkat_atau_golongan",
                violation_error_message="Isi pangkat untuk PNS, atau golongan untuk PPPK; salah satu.",
            ),
            models.CheckConstraint(
                condition=Q(mk_bulan__lt=12),
                name="pangkat_mk_bulan",
                violation_error_message="Bulan masa kerja antara 0 dan 11.",
            ),
        ]

    @property
    def uraian(self) -> str:
        """Penata (III/c), or Golongan IX."""
        return f"{self.get_pangkat_display()} ({self.pangkat})" if self.pangkat else f"Golongan {self.golongan}"


class JabatanPegawai(Fakta):
    """A post in a unit: mutasi and promosi are facts of this kind."""

    nama = models.CharField("nama jabatan", max_length=120)
    jenis = models.CharField("jenis jabatan", max_length=14, choices=JenisJabatan)
    jenjang = models.CharField("jenjang fungsional", max_length=14, choices=Jenjang, blank=True)
    eselon = models.CharField("eselon", max_length=5, blank=True, help_text="Misalnya III.a; kosong bila tidak ada.")
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="+")
    memimpin = models.BooleanField("memimpin unit ini", default=False)
    sebagai = models.CharField("sebagai", max_length=10, choices=Sebagai, default=Sebagai.DEFINITIF)
    sampai = models.DateField("sampai", null=True, blank=True, help_text="Untuk Plt. dan Plh.")
    riwayat = Riwayat()

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["tmt", "id"]
        indexes = [
            models.Index(fields=["pegawai", "tmt"], name="jabatan_pegawai_tmt"),
            models.Index(fields=["unit", "memimpin", "tmt"], name="jabatan_unit_memimpin"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")),
                name="jabatan_sampai",
                violation_error_message="Sampai tidak boleh sebelum TMT.",
            ),
            models.CheckConstraint(
                condition=Q(sebagai="definitif") | Q(sampai__isnull=False),
                name="jabatan_plt_bersampai",
                violation_error_message="Plt. dan Plh. harus mempunyai tanggal sampai.",
            ),
        ]

    @property
    def uraian(self) -> str:
        """The post, with Plt. or Plh. before it."""
        awal = {"plt": "Plt. ", "plh": "Plh. "}.get(self.sebagai, "")
        return f"{awal}{self.nama}, {self.unit.nama}"


class GajiBerkala(Fakta):
    """A periodic rise of pay (KGB) with the masa kerja golongan it counts."""

    mk_tahun = models.PositiveSmallIntegerField("masa kerja golongan (tahun)")
    mk_bulan = models.PositiveSmallIntegerField("masa kerja golongan (bulan)", default=0)
    gaji_pokok = models.PositiveIntegerField("gaji pokok baru (Rp)")
    riwayat = Riwayat()

    class Meta:
        verbose_name = "KGB"
        verbose_name_plural = "KGB"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="kgb_pegawai_tmt")]
        constraints = [
            models.CheckConstraint(
                condition=Q(mk_bulan__lt=12),
                name="kgb_mk_bulan",
                violation_error_message="Bulan masa kerja antara 0 dan 11.",
            )
        ]

    @property
    def uraian(self) -> str:
        """Masa kerja reached."""
        return f"masa kerja {self.mk_tahun} tahun {self.mk_bulan} bulan"


class PendidikanPegawai(Fakta):
    """A diploma; TMT is its date."""

    tingkat = models.CharField("tingkat", max_length=4, choices=Tingkat)
    jurusan = models.CharField("jurusan", max_length=100, blank=True)
    sekolah = models.CharField("sekolah/perguruan tinggi", max_length=120)
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pendidikan"
        verbose_name_plural = "pendidikan"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="didik_pegawai_tmt")]

    @property
    def uraian(self) -> str:
        """S-1 Kesejahteraan Sosial."""
        return f"{self.get_tingkat_display()} {self.jurusan}".strip()


class DiklatPegawai(Fakta):
    """A training; TMT is its first day."""

    class Macam(models.TextChoices):
        PKN1 = "pkn1", "Kepemimpinan Nasional Tingkat I"
        PKN2 = "pkn2", "Kepemimpinan Nasional Tingkat II"
        PKA = "pka", "Kepemimpinan Administrator"
        PKP = "pkp", "Kepemimpinan Pengawas"
        LATSAR = "latsar", "Pelatihan Dasar CPNS"
        FUNGSIONAL = "fungsional", "Fungsional"
        TEKNIS = "teknis", "Teknis"

    macam = models.CharField("macam", max_length=10, choices=Macam)
    nama = models.CharField("nama pelatihan", max_length=160)
    penyelenggara = models.CharField("penyelenggara", max_length=120, blank=True)
    jam = models.PositiveSmallIntegerField("lama (jam pelajaran)", default=0)
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="diklat_pegawai_tmt")]

    @property
    def uraian(self) -> str:
        return self.nama


class PenghargaanPegawai(Fakta):
    """An award; TMT is its date."""

    nama = models.CharField("penghargaan", max_length=120)
    pemberi = models.CharField("pemberi", max_length=120, blank=True)
    riwayat = Riwayat()

    class Meta:
        verbose_name = "penghargaan"
        verbose_name_plural = "penghargaan"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="jasa_pegawai_tmt")]

    @property
    def uraian(self) -> str:
        return self.nama


class HukumanPegawai(Fakta):
    """A disciplinary measure (PP 94/2021)."""

    class Berat(models.TextChoices):
        RINGAN = "ringan", "Ringan"
        SEDANG = "sedang", "Sedang"
        BERAT = "berat", "Berat"

    tingkat = models.CharField("tingkat", max_length=8, choices=Berat)
    nama = models.CharField("jenis hukuman", max_length=160)
    sampai = models.DateField("sampai", null=True, blank=True)
    riwayat = Riwayat()

    class Meta:
        verbose_name = "hukuman disiplin"
        verbose_name_plural = "hukuman disiplin"
        ordering = ["tmt", "id"]
        indexes = [models.Index(fields=["pegawai", "tmt"], name="hukuman_pegawai_tmt")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")),
                name="hukuman_sampai",
                violation_error_message="Sampai tidak boleh sebelum TMT.",
            )
        ]

    @property
    def uraian(self) -> str:
        return self.nama


class KeluargaPegawai(Rekam):
    """A member of the family, for allowances."""

    subjek = "pegawai.pengguna_id"
    tercatat = True

    class Hubungan(models.TextChoices):
        PASANGAN = "pasangan", "Suami/istri"
        ANAK = "anak", "Anak"
        ORANG_TUA = "orang_tua", "Orang tua"

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="keluarga_set"
    )
    hubungan = models.CharField("hubungan", max_length=10, choices=Hubungan)
    nama = models.CharField("nama", max_length=120)
    kelamin = models.CharField("jenis kelamin", max_length=1, choices=Kelamin)
    tanggal_lahir = models.DateField("tanggal lahir")
    pekerjaan = models.CharField("pekerjaan", max_length=80, blank=True)
    tertanggung = models.BooleanField("masuk tunjangan keluarga", default=False)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "keluarga"
        verbose_name_plural = "keluarga"
        ordering = ["hubungan", "tanggal_lahir", "id"]

    def __str__(self) -> str:
        return f"{self.get_hubungan_display()}: {self.nama}"

    def get_absolute_url(self) -> str:
        """The person's page."""
        return str(self.pegawai.get_absolute_url())


class AtasanKhusus(Rekam):
    """Somebody else than the head of the unit is this person's superior for a time: the derived one was wrong."""

    subjek = "pegawai.pengguna_id"

    pegawai = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="atasan_khusus_set"
    )
    atasan = models.ForeignKey("kepegawaian.Pegawai", verbose_name="atasan", on_delete=models.PROTECT, related_name="+")
    tmt = models.DateField("mulai")
    sampai = models.DateField("sampai", null=True, blank=True)
    alasan = models.CharField("alasan", max_length=200)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "atasan khusus"
        verbose_name_plural = "atasan khusus"
        ordering = ["tmt", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pegawai=F("atasan")),
                name="atasan_bukan_diri",
                violation_error_message="Atasan tidak boleh orang yang sama.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")),
                name="atasan_sampai",
                violation_error_message="Sampai tidak boleh sebelum mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Atasan {self.pegawai}: {self.atasan} mulai {self.tmt:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        """The person's page."""
        return str(self.pegawai.get_absolute_url())
