"""The office itself and the nouns that its apps share: office, units, regions."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from inti.models.dasar import Rekam, Riwayat


class Instansi(Rekam):
    """The office whose system this is: one row, its letterhead, its accent colour, its paper."""

    lingkup_kantor = True

    class Kertas(models.TextChoices):
        A4 = "A4", "A4 (210 x 297 mm)"
        F4 = "F4", "F4 (215 x 330 mm)"

    nama = models.CharField("nama instansi", max_length=120)
    nama_pendek = models.CharField("nama pendek", max_length=40, help_text="Untuk layar telepon.")
    pemerintah = models.CharField("pemerintah", max_length=120, help_text="Baris pertama kop surat.")
    alamat = models.CharField("alamat", max_length=200)
    kota = models.CharField("kota", max_length=60, help_text="Tempat penandatanganan surat.")
    kode_pos = models.CharField("kode pos", max_length=5, blank=True)
    telepon = models.CharField("telepon", max_length=30, blank=True)
    laman = models.CharField("laman", max_length=80, blank=True)
    surel = models.EmailField("pos-el", blank=True)
    warna_aksen = models.CharField(
        "warna aksen",
        max_length=7,
        default="#403e93",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Tulis seperti #403e93.")],
    )
    warna_aksen_gelap = models.CharField(
        "warna aksen, tampilan gelap",
        max_length=7,
        default="#b3b1f5",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Tulis seperti #b3b1f5.")],
    )
    kertas = models.CharField("kertas surat", max_length=2, choices=Kertas, default=Kertas.A4)
    margin_kiri = models.PositiveSmallIntegerField("margin kiri (mm)", default=25)
    margin_kanan = models.PositiveSmallIntegerField("margin kanan (mm)", default=20)
    lambang = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="lambang",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    jam_layanan = models.CharField("jam layanan", max_length=200, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Page of the office itself."""
        return reverse("instansi")

    @property
    def daerah(self) -> str:
        """Whose office it is, as shown under its name: "Kabupaten Wanasari"."""
        return self.pemerintah.upper().removeprefix("PEMERINTAH ").title()

    @classmethod
    def kini(cls) -> Instansi:
        """The office's row, or an unsaved one with neutral wording before it is filled in."""
        return cls.objects.first() or cls(
            nama="Instansi belum diisi", nama_pendek="Tata Usaha", pemerintah="", alamat="", kota=""
        )


class UnitKerja(Rekam):
    """A unit in the office's tree. `jalur` is the chain of codes from the root, so that a subtree is one prefix."""

    lingkup_kantor = True

    kode = models.SlugField("kode", max_length=20, unique=True)
    nama = models.CharField("nama unit", max_length=120)
    induk = models.ForeignKey(
        "self", verbose_name="unit induk", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    jalur = models.CharField(max_length=200, editable=False, db_index=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["jalur"]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Page of the unit."""
        return reverse("unit", args=[self.pk])

    @property
    def kedalaman(self) -> int:
        """How far below the root: 0 for a unit without a parent."""
        return self.jalur.count("/") - 1


class Wilayah(models.Model):
    """A region by its Kemendagri code: province, regency, district, village. Loaded by the importer `wilayah`."""

    class Tingkat(models.TextChoices):
        PROVINSI = "PROVINSI", "Provinsi"
        KABUPATEN = "KABUPATEN", "Kabupaten/kota"
        KECAMATAN = "KECAMATAN", "Kecamatan"
        DESA = "DESA", "Desa/kelurahan"

    kode = models.CharField("kode", max_length=13, unique=True)
    nama = models.CharField("nama", max_length=80)
    tingkat = models.CharField("tingkat", max_length=10, choices=Tingkat)
    induk = models.ForeignKey(
        "self", verbose_name="induk", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )

    lingkup_kantor = True

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["kode"]
        permissions = [("impor_wilayah", "Mengimpor wilayah")]
        indexes = [models.Index(fields=["tingkat", "nama"], name="wilayah_tingkat_nama")]

    def __str__(self) -> str:
        return self.nama.title()
