"""Templates of letters: their wording with named blanks, kept by the office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from arsip.models.nomor import Seri
from arsip.models.pilihan import Keamanan, Kecepatan
from inti.models import Kueri, Rekam, Riwayat


class Bentuk(models.TextChoices):
    """How the page is laid out."""

    SURAT = "surat", "Surat: nomor, sifat, hal, dan Yth."
    JUDUL = "judul", "Naskah berjudul: judul dan nomor di tengah"
    NOTA = "nota", "Nota dinas: kepada, dari, tanggal, nomor, hal"
    KEPUTUSAN = "keputusan", "Keputusan: judul, nomor, tentang"


class SumberData(models.TextChoices):
    """Records whose data fill a letter."""

    TANPA = "", "Tidak ada"
    PEGAWAI = "pegawai", "Pegawai yang dipilih"
    APLIKASI = "aplikasi", "Pekerjaan lain, misalnya loket; tidak ditulis dengan tangan"


class TemplatSurat(Rekam):
    """The model of one kind of letter. `bidang` are its own blanks: [{nama, label, jenis, wajib}]."""

    lingkup_kantor = True

    kode = models.SlugField("kode", max_length=40, help_text="Singkat dan tetap, misalnya undangan.")
    nama = models.CharField("nama", max_length=80)
    bentuk = models.CharField("bentuk", max_length=10, choices=Bentuk, default=Bentuk.SURAT)
    seri = models.CharField("buku nomor", max_length=10, choices=Seri, default=Seri.SURAT)
    sumber = models.CharField("diisi dari", max_length=8, choices=SumberData, blank=True, default=SumberData.TANPA)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20, blank=True)
    keamanan = models.CharField("sifat keamanan", max_length=8, choices=Keamanan, default=Keamanan.BIASA)
    kecepatan = models.CharField("sifat kecepatan", max_length=8, choices=Kecepatan, default=Kecepatan.BIASA)
    judul = models.CharField("judul naskah", max_length=120, blank=True, help_text="Untuk naskah berjudul.")
    hal = models.CharField("hal", max_length=200)
    isi = models.TextField("isi", max_length=20_000)
    penutup = models.TextField("penutup", max_length=1000, blank=True)
    tembusan = models.TextField("tembusan", max_length=1000, blank=True, help_text="Satu baris satu tujuan.")
    pihak_kedua = models.BooleanField("ditandatangani dua pihak", default=False)
    bidang = models.JSONField("bidang isian", default=list, blank=True)
    aktif = models.BooleanField("dapat dipakai", default=True)

    objects = Kueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "templat surat"
        verbose_name_plural = "templat surat"
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode"],
                condition=Q(dibuang_pada__isnull=True),
                name="templat_tunggal",
                violation_error_message="Kode ini sudah dipakai templat lain.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("arsip:templatsurat", args=[self.pk])

    @property
    def teks(self) -> dict[str, str]:
        """Everything in which blanks may stand, by field."""
        return {n: str(getattr(self, n)) for n in TEKS_TEMPLAT}

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        return ("selesai", "Dapat dipakai") if self.aktif else ("batal", "Tidak dipakai")

    def nama_bidang(self) -> list[str]:
        """Names of the template's own blanks."""
        isi: list[dict[str, Any]] = self.bidang
        return [str(b["nama"]) for b in isi]


TEKS_TEMPLAT = ("judul", "hal", "isi", "penutup", "tembusan")
