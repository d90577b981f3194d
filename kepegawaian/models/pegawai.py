"""A member of staff: who he is, and his present state as his dated facts give it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.formats import format_nip, umur
from inti.models import Kueri, Lingkup, Pengguna, Rekam, Riwayat
from kepegawaian.models.pilihan import (
    GOLONGAN_PPPK,
    JAUH,
    Jenis,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Kelamin,
    Pangkat,
    Tingkat,
)

KAWIN = [("belum", "Belum kawin"), ("kawin", "Kawin"), ("cerai", "Cerai")]
AGAMA = [(a, a) for a in ("Islam", "Kristen", "Katolik", "Hindu", "Buddha", "Khonghucu", "Kepercayaan")]


STAF = Lingkup(unit="unit", seluruh="kepegawaian.kelola_kantor")
PRIBADI = Lingkup(  # one's own; for whoever may see personal data also those of the staff he may meet
    unit="pegawai__unit",
    seluruh="kepegawaian.kelola_kantor",
    izin="kepegawaian.lihat_pribadi",
    milik=("pegawai__pengguna",),
)


def lingkup_staf(pengguna: Pengguna, unit: str) -> Q:
    """Which staff a user may meet, `unit` being the path to their unit: his own unit's tree, or the whole office's."""
    return Q(**{f"{unit}__jalur__startswith": STAF.jalur(pengguna)})


class PegawaiKueri(Kueri):
    def untuk_berkas(self, pengguna: Pengguna, berkas: UUID) -> Self:
        """Whose file a user may have: his own; a colleague's photo where he may open the person's page; any other paper
        (evidence of a correction) only with the right to personal data."""
        milik = Q(pengguna=pengguna)
        if pengguna.has_perm("kepegawaian.lihat_pribadi"):
            milik |= lingkup_staf(pengguna, "unit")
        elif pengguna.has_perm("kepegawaian.view_pegawai"):
            milik |= lingkup_staf(pengguna, "unit") & Q(foto_id=berkas)
        return self.hidup().filter(milik)

    def aktif(self) -> Self:
        """Living rows of those who still work here."""
        return self.hidup().filter(keadaan=Keadaan.AKTIF)


def _tanggal(judul: str, **lain: Any) -> models.DateField:
    """A date that lists are ordered by: never empty, JAUH when there is none."""
    return models.DateField(judul, default=JAUH, db_index=True, **lain)


class Pegawai(Rekam):
    """A member of staff: number, rank, post, unit, and whether he may sign letters."""

    subjek, orang = "pengguna_id", True
    tercatat = True
    lingkup_oleh = STAF

    Jenis = Jenis

    nama = models.CharField("nama dengan gelar", max_length=120)
    nip = models.CharField(
        "NIP/NI PPPK", max_length=18, blank=True, help_text="18 angka, boleh dengan spasi. Kosong untuk Non-PNS."
    )
    nik = models.CharField("NIK", max_length=16, blank=True)
    kelamin = models.CharField("jenis kelamin", max_length=1, choices=Kelamin, blank=True)
    tempat_lahir = models.CharField("tempat lahir", max_length=60, blank=True)
    tanggal_lahir = models.DateField("tanggal lahir", null=True, blank=True)
    agama = models.CharField("agama", max_length=12, choices=AGAMA, blank=True)
    kawin = models.CharField("status perkawinan", max_length=6, choices=KAWIN, blank=True)
    alamat = models.CharField("alamat", max_length=200, blank=True)
    telepon = models.CharField("telepon", max_length=20, blank=True)
    surel = models.EmailField("pos-el", blank=True)
    foto = models.ForeignKey(
        "inti.BerkasTersimpan", verbose_name="foto", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
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
    # The present state, out of the dated facts (rules.karier, services.karier).
    jenis = models.CharField("jenis pegawai", max_length=8, choices=Jenis, default=Jenis.PNS)
    keadaan = models.CharField("keadaan", max_length=10, choices=Keadaan, default=Keadaan.AKTIF)
    pangkat = models.CharField(
        "pangkat, golongan/ruang", max_length=6, choices=Pangkat, blank=True, help_text="Hanya untuk PNS dan CPNS."
    )
    golongan = models.CharField("golongan PPPK", max_length=5, choices=GOLONGAN_PPPK, blank=True)
    pangkat_tmt = models.DateField("TMT pangkat/golongan", null=True, blank=True)
    mk_pada = models.DateField("awal masa kerja golongan", null=True, blank=True)
    jabatan = models.CharField("jabatan", max_length=120)
    jenis_jabatan = models.CharField(
        "jenis jabatan", max_length=14, choices=JenisJabatan, default=JenisJabatan.PELAKSANA
    )
    jenjang = models.CharField("jenjang fungsional", max_length=14, choices=Jenjang, blank=True)
    eselon = models.CharField("eselon", max_length=5, blank=True)
    jabatan_tmt = models.DateField("TMT jabatan", null=True, blank=True)
    memimpin = models.BooleanField("memimpin unit", default=False)
    unit = models.ForeignKey(
        "inti.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="pegawai"
    )
    pendidikan = models.CharField("pendidikan terakhir", max_length=4, choices=Tingkat, blank=True)
    pensiun_pada = _tanggal("pensiun")
    kgb_pada = _tanggal("KGB berikutnya")
    naik_pada = _tanggal("kenaikan pangkat berikutnya")
    kontrak_sampai = _tanggal("kontrak sampai")

    objects = PegawaiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama", "id"]
        permissions = [
            ("lihat_pribadi", "Melihat data pribadi pegawai"),
            ("kelola_kantor", "Mengelola pegawai seluruh kantor"),
            ("terbitkan_surat_pegawai", "Menerbitkan surat kepegawaian"),
            ("impor_pegawai", "Mengimpor pegawai"),
            ("ekspor_pegawai", "Mengekspor pegawai"),
            ("lihat_diri", "Melihat data pegawai sendiri"),
            ("ubah_diri", "Mengubah data pegawai sendiri"),
            ("lihat_rekap_pegawai", "Melihat DUK, daftar, dan statistik pegawai"),
        ]
        indexes = [
            models.Index(fields=["nama", "id"], name="pegawai_nama"),
            models.Index(fields=["unit", "nama"], name="pegawai_unit_nama"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["nip"],
                condition=~models.Q(nip=""),
                name="pegawai_nip_tunggal",
                violation_error_message="NIP ini sudah dipakai pegawai lain.",
            ),
            models.UniqueConstraint(
                fields=["nik"],
                condition=~models.Q(nik="") & Q(dibuang_pada__isnull=True),
                name="pegawai_nik_tunggal",
                violation_error_message="NIK ini sudah dipakai pegawai lain.",
            ),
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
        return self.get_pangkat_display() if self.jenis in {Jenis.PNS, Jenis.CPNS} else ""

    @property
    def pangkat_tampil(self) -> str:
        """Rank with its grade, or the grade of a PPPK, as lists show it."""
        if self.pangkat_surat:
            return f"{self.pangkat_surat} ({self.pangkat})"
        return f"Golongan {self.golongan}" if self.golongan else ""

    @property
    def aktif(self) -> bool:
        """Whether he still works here."""
        return self.keadaan == Keadaan.AKTIF

    def umur_pada(self, hari: dt.date) -> int | None:
        """Whole years of age, None without a birth date."""
        return umur(self.tanggal_lahir, hari) if self.tanggal_lahir else None
