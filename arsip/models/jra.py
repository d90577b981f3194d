"""The retention schedule (JRA) and the archive's own numbers: effective-dated rows, edited in the app."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from arsip.rules.retensi import Baris
from inti.models import Bertanggal, Riwayat


class JadwalRetensi(Bertanggal):
    """How long records of a code are kept, from which event on, and what becomes of them."""

    kunci_aturan, mengganti, rute_aturan = ("kode",), True, "arsip:jadwalretensi"
    celah_boleh = "kode tanpa baris mengikuti kode di atasnya"

    class Nasib(models.TextChoices):
        MUSNAH = "musnah", "Musnah"
        PERMANEN = "permanen", "Permanen"
        DINILAI = "dinilai", "Dinilai kembali"

    class Peristiwa(models.TextChoices):
        TUTUP_BERKAS = "tutup_berkas", "Setelah berkas ditutup"
        AKHIR_TAHUN = "akhir_tahun_anggaran", "Setelah tahun anggaran berakhir"
        TIDAK_BERLAKU = "tidak_berlaku", "Setelah tidak berlaku lagi"
        SELESAI_PERKARA = "selesai_perkara", "Setelah perkara selesai"
        BERHENTI = "berhenti", "Setelah pegawai berhenti"
        TANGGAL = "tanggal", "Sejak tanggal arsip"

    kode = models.CharField("kode klasifikasi", max_length=20)
    uraian = models.CharField("jenis arsip", max_length=200)
    aktif_tahun = models.PositiveSmallIntegerField("aktif (tahun)")
    inaktif_tahun = models.PositiveSmallIntegerField("inaktif (tahun)")
    nasib = models.CharField("nasib akhir", max_length=10, choices=Nasib)
    peristiwa = models.CharField("masa simpan dihitung", max_length=22, choices=Peristiwa)
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)
    urut = models.CharField(max_length=80, editable=False, db_index=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "jadwal retensi"
        verbose_name_plural = "jadwal retensi"
        ordering = ["urut", "-berlaku_mulai", "id"]
        permissions = [("impor_jra", "Mengimpor jadwal retensi")]
        constraints = [
            models.CheckConstraint(
                condition=Q(aktif_tahun__lte=100, inaktif_tahun__lte=100),
                name="jra_tahun",
                violation_error_message="Masa simpan paling lama 100 tahun.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"

    @property
    def tahun(self) -> int:
        """Years kept in all."""
        return self.aktif_tahun + self.inaktif_tahun

    @property
    def ringkas(self) -> str:
        """Length and fate in words."""
        return f"aktif {self.aktif_tahun} tahun, inaktif {self.inaktif_tahun} tahun, {self.get_nasib_display().lower()}"

    def sebagai_baris(self) -> Baris:
        """Plain data for the rules."""
        return Baris(
            self.pk, self.kode, self.aktif_tahun, self.inaktif_tahun, self.nasib, self.peristiwa, self.berlaku_mulai,
            self.berlaku_sampai,
        )  # fmt: skip


class ParameterArsip(Bertanggal):
    """A number that the rules of the archive use, in force from a day on."""

    kunci_aturan, rute_aturan = ("kode",), "arsip:parameterarsip"
    celah_boleh = "tanpa baris berlaku nilai bawaan"

    class Kode(models.TextChoices):
        BATAS_ANRI = "batas_anri", "Retensi yang memerlukan Kepala ANRI (tahun)"
        BATAS_ARSIP = "batas_arsip", "Batas mengarsipkan (hari)"
        LAMA_PINJAM = "lama_pinjam", "Lama pinjam (hari)"

    BAWAAN = {"batas_anri": 10, "batas_arsip": 7, "lama_pinjam": 7}

    kode = models.CharField("parameter", max_length=20, choices=Kode)
    nilai = models.PositiveSmallIntegerField("nilai")
    dasar_hukum = models.CharField("dasar hukum", max_length=160, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "parameter arsip"
        verbose_name_plural = "parameter arsip"
        ordering = ["kode", "-berlaku_mulai", "id"]

    def __str__(self) -> str:
        return f"{self.get_kode_display()}: {self.nilai}"
