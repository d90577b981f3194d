"""Staff of the office. Careers as dated facts come with the personnel desk; here is their present state."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from inti.formats import format_nip
from inti.models import Kueri, Pengguna, Rekam, Riwayat


class Pangkat(models.TextChoices):
    """Ranks of PNS by golongan/ruang (PP 99/2000)."""

    I_A = "I/a", "Juru Muda"
    I_B = "I/b", "Juru Muda Tingkat I"
    I_C = "I/c", "Juru"
    I_D = "I/d", "Juru Tingkat I"
    II_A = "II/a", "Pengatur Muda"
    II_B = "II/b", "Pengatur Muda Tingkat I"
    II_C = "II/c", "Pengatur"
    II_D = "II/d", "Pengatur Tingkat I"
    III_A = "III/a", "Penata Muda"
    III_B = "III/b", "Penata Muda Tingkat I"
    III_C = "III/c", "Penata"
    III_D = "III/d", "Penata Tingkat I"
    IV_A = "IV/a", "Pembina"
    IV_B = "IV/b", "Pembina Tingkat I"
    IV_C = "IV/c", "Pembina Utama Muda"
    IV_D = "IV/d", "Pembina Utama Madya"
    IV_E = "IV/e", "Pembina Utama"


class PegawaiKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> PegawaiKueri:
        """Staff of the user's unit and the units below it; the admin sees none."""
        if pengguna.unit is None:
            return self.none()
        return self.filter(unit__jalur__startswith=pengguna.unit.jalur)


class Pegawai(Rekam):
    """A member of staff: number, rank, post, unit, and whether he may sign letters."""

    class Jenis(models.TextChoices):
        PNS = "PNS", "PNS"
        CPNS = "CPNS", "CPNS"
        PPPK = "PPPK", "PPPK"
        PPPK_PW = "PPPK_PW", "PPPK Paruh Waktu"
        NON_PNS = "NON_PNS", "Non-PNS/TKS"

    nama = models.CharField("nama dengan gelar", max_length=120)
    jenis = models.CharField("jenis pegawai", max_length=8, choices=Jenis, default=Jenis.PNS)
    nip = models.CharField(
        "NIP/NI PPPK", max_length=18, blank=True, help_text="18 angka, boleh dengan spasi. Kosong untuk Non-PNS."
    )
    pangkat = models.CharField(
        "pangkat, golongan/ruang", max_length=6, choices=Pangkat, blank=True, help_text="Hanya untuk PNS dan CPNS."
    )
    jabatan = models.CharField("jabatan", max_length=120)
    unit = models.ForeignKey(
        "inti.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="pegawai"
    )
    pengguna = models.OneToOneField(
        "inti.Pengguna", verbose_name="akun", null=True, blank=True, on_delete=models.PROTECT, related_name="pegawai"
    )
    boleh_menandatangani = models.BooleanField("boleh menandatangani surat", default=False)
    atas_nama = models.CharField(
        "menandatangani atas nama",
        max_length=80,
        blank=True,
        help_text="Misalnya: a.n. Kepala Dinas Sosial. Kosong bila atas jabatan sendiri.",
    )

    objects = PegawaiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama", "id"]
        indexes = [models.Index(fields=["nama", "id"], name="pegawai_nama")]
        constraints = [
            models.UniqueConstraint(
                fields=["nip"],
                condition=~models.Q(nip=""),
                name="pegawai_nip_tunggal",
                violation_error_message="NIP ini sudah dipakai pegawai lain.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("kepegawaian:pegawai", args=[self.pk])

    @property
    def nip_tampil(self) -> str:
        """NIP as printed on letters; empty for staff without one."""
        return format_nip(self.nip) if self.nip else ""

    @property
    def pangkat_surat(self) -> str:
        """Rank for a signature block. PPPK and Non-PNS have none, and a letter never prints one for them."""
        return self.get_pangkat_display() if self.jenis in {self.Jenis.PNS, self.Jenis.CPNS} else ""
