"""The counter: visits, checks, requests, papers, outcomes and letters. Visits are not requests."""

from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_fsm import FSMField, transition

from dtks.models.aturan import JenisPermohonan, SyaratBerkas
from dtks.rules.alasan import PENOLAKAN, SEMUA
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat
from inti.services.dokumen import kode_baru

PILIHAN_ALASAN = [(k, SEMUA[k].kalimat) for k in PENOLAKAN]


class LoketKueri(Kueri):
    """The office's own: cases of the user's unit and those below it; a village sees its own."""

    unit_pada, desa_pada = "unit", "desa"

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Narrow by unit, or by village for a village's account; nobody else sees any case."""
        if pengguna.unit is not None:
            return self.filter(**{f"{self.unit_pada}__jalur__startswith": pengguna.unit.jalur})
        if pengguna.desa_id is not None:
            return self.filter(**{f"{self.desa_pada}_id": pengguna.desa_id})
        return self.none()


class Kunjungan(Rekam):
    """A visit to the counter, whether it led to a request or not."""

    usulan_tampil = False

    waktu = models.DateTimeField("waktu datang", db_index=True)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    desa = models.ForeignKey(
        "inti.Wilayah", verbose_name="desa", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dilayani_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="petugas", on_delete=models.PROTECT, related_name="+"
    )
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True)

    objects = LoketKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "kunjungan"
        verbose_name_plural = "kunjungan"
        ordering = ["-waktu", "-id"]
        permissions = [("layani_kunjungan", "Melayani di loket"), ("lihat_laporan", "Melihat laporan bulanan")]

    def __str__(self) -> str:
        return f"Kunjungan {self.waktu:%d-%m-%Y %H.%M}"


class PemeriksaanKueri(models.QuerySet):
    def untuk(self, pengguna: Pengguna) -> Self:
        """A check is its clerk's own page; who decides on proposals sees those of his units."""
        milik = Q(oleh=pengguna)
        if pengguna.unit is not None and pengguna.has_perm("inti.setujui_usulan"):
            milik |= Q(oleh__unit__jalur__startswith=pengguna.unit.jalur)
        return self.filter(milik)


class Pemeriksaan(models.Model):
    """One look-up at the counter: by what, what was found, from which source and period. Never altered."""

    class Cara(models.TextChoices):
        NIK = "nik", "NIK"
        KK = "kk", "Nomor KK"
        ID = "id", "ID-DTKS"
        NAMA = "nama", "Nama"

    class Hasil(models.TextChoices):
        DITEMUKAN = "ditemukan", "Ditemukan"
        MIRIP = "mirip", "Ada yang mirip"
        TIDAK = "tidak", "Tidak ditemukan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kunjungan = models.ForeignKey(Kunjungan, null=True, on_delete=models.PROTECT, related_name="pemeriksaan")
    cara = models.CharField(max_length=5, choices=Cara)
    dicari_samar = models.CharField(max_length=60)
    hasil = models.CharField(max_length=10, choices=Hasil)
    individu = models.ForeignKey("dtks.Individu", null=True, on_delete=models.PROTECT, related_name="+")
    calon = models.JSONField(default=list)
    sumber_data = models.CharField(max_length=40, blank=True)
    periode_data = models.CharField(max_length=10, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = PemeriksaanKueri.as_manager()

    class Meta:
        verbose_name = "pemeriksaan"
        verbose_name_plural = "pemeriksaan"

    def __str__(self) -> str:
        return f"Pemeriksaan {self.waktu:%d-%m-%Y %H.%M}"

    @property
    def bernomor(self) -> bool:
        """Whether it was by NIK or family card: only then does no hit say that somebody is not registered."""
        return self.cara in {self.Cara.NIK, self.Cara.KK}


class Permohonan(BerKeadaan, Rekam):
    """A request of a citizen, from the counter or filed by his village: its papers, the finding, the decision."""

    tercatat = True
    # What the system itself fills in; the number is given anew when the proposal is approved.
    usulan_tanpa = frozenset({"nomor", "kunjungan", "pemeriksaan", "asal", "unit", "status", "tanggal"})

    class Status(models.TextChoices):
        DIPERIKSA = "diperiksa", "Diperiksa"
        BELUM_LENGKAP = "belum_lengkap", "Belum lengkap"
        DITERIMA = "diterima", "Diterima"
        DITOLAK = "ditolak", "Ditolak"

    class Asal(models.TextChoices):
        LOKET = "loket", "Loket"
        DESA = "desa", "Diajukan desa"
        BUKU = "buku", "Buku register"  # its letter was written on paper before the system

    TERBUKA = frozenset({Status.DIPERIKSA, Status.BELUM_LENGKAP})
    TANDA = {"diperiksa": "50", "belum_lengkap": "perlu", "diterima": "selesai", "ditolak": "tolak"}

    nomor = models.OneToOneField("inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField("jenis", max_length=20, choices=JenisPermohonan)
    asal = models.CharField("asal", max_length=5, choices=Asal, default=Asal.LOKET)
    kunjungan = models.ForeignKey(
        Kunjungan,
        verbose_name="kunjungan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="permohonan",
    )
    diajukan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diajukan oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kode_lacak = models.CharField("kode lacak", max_length=16, unique=True, default=kode_baru, editable=False)
    pemeriksaan = models.ForeignKey(
        Pemeriksaan, verbose_name="pemeriksaan", on_delete=models.PROTECT, related_name="permohonan"
    )
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    desa = models.ForeignKey(
        "inti.Wilayah", verbose_name="desa", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pemohon = models.CharField("pemohon", max_length=120)
    telepon = models.CharField("telepon", max_length=20, blank=True)
    tanggal = models.DateField("tanggal", db_index=True)
    pengantar_nomor = models.CharField("nomor surat pengantar", max_length=60, blank=True)
    pengantar_tanggal = models.DateField("tanggal surat pengantar", null=True, blank=True)
    id_pada_pengantar = models.BooleanField("ID-DTKS tercantum pada pengantar", default=False)
    id_dilengkapi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ID dilengkapi oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    faskes_nama = models.CharField("fasilitas kesehatan", max_length=100, blank=True)
    faskes_nomor = models.CharField("nomor surat faskes", max_length=60, blank=True)
    faskes_tanggal = models.DateField("tanggal surat faskes", null=True, blank=True)
    keperluan = models.CharField("keperluan", max_length=160, blank=True)
    status = FSMField("status", default=Status.DIPERIKSA, choices=Status.choices, protected=True, db_index=True)
    saran = models.CharField("saran", max_length=10, blank=True)
    temuan = models.JSONField("temuan", default=list, blank=True)
    alasan = models.CharField("alasan penolakan", max_length=40, choices=PILIHAN_ALASAN, blank=True)
    catatan = models.CharField("catatan keputusan", max_length=300, blank=True)
    menyimpang = models.BooleanField("berbeda dari saran", default=False)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diputus oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    diputus_pada = models.DateTimeField("diputus", null=True, blank=True)

    objects = LoketKueri.as_manager()
    riwayat = Riwayat(excluded_fields=["kode_lacak"])  # set once, never changed

    class Meta:
        verbose_name = "permohonan"
        verbose_name_plural = "permohonan"
        ordering = ["-tanggal", "-id"]
        permissions = [
            ("putuskan_permohonan", "Memutus permohonan"),
            ("simpangi_permohonan", "Memutus berbeda dari saran"),
            ("ajukan_permohonan", "Mengajukan permohonan dari desa"),
        ]
        indexes = [
            models.Index(fields=["tanggal", "id"], name="permohonan_tanggal"),
            models.Index(fields=["pemohon", "id"], name="permohonan_pemohon"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(asal="desa") | Q(kunjungan__isnull=False), name="permohonan_loket_kunjungan"
            ),
            models.CheckConstraint(condition=~Q(status="ditolak") | ~Q(alasan=""), name="permohonan_tolak_beralasan"),
            models.CheckConstraint(condition=Q(menyimpang=False) | ~Q(catatan=""), name="permohonan_simpang_beralasan"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.pemohon}"

    def get_absolute_url(self) -> str:
        return reverse("dtks:permohonan", args=[self.pk])

    @property
    def kode_lacak_tampil(self) -> str:
        """The code to follow it by in groups of four, as printed."""
        return "-".join(self.kode_lacak[i : i + 4] for i in range(0, len(self.kode_lacak), 4))

    @property
    def dapat_dibuka(self) -> bool:
        """Whether its refusal may be opened again; what was decided on paper before the system stays as the book says."""
        return self.status == self.Status.DITOLAK and self.asal != self.Asal.BUKU

    dilepas = ""  # who was taken off it in the act under way, and why; kept in that act's reason

    @transition(field=status, source=[Status.DIPERIKSA, Status.BELUM_LENGKAP], target=Status.DITERIMA)
    def terima(self) -> None:
        """Accepted: a letter follows."""

    @transition(field=status, source=[Status.DIPERIKSA, Status.BELUM_LENGKAP], target=Status.DITOLAK)
    def tolak(self) -> None:
        """Refused with a coded reason."""

    @transition(field=status, source=[Status.DIPERIKSA, Status.BELUM_LENGKAP], target=Status.BELUM_LENGKAP)
    def tunda(self) -> None:
        """Sent back once, with everything that lacks on one slip."""

    @transition(field=status, source=Status.BELUM_LENGKAP, target=Status.DIPERIKSA)
    def lengkapi(self) -> None:
        """The papers came."""

    @transition(field=status, source=[Status.DITERIMA, Status.DITOLAK], target=Status.DIPERIKSA)
    def buka_kembali(self) -> None:
        """Its letter was cancelled, or it was refused by mistake: decide anew."""


class AnggotaPermohonan(models.Model):
    """A person named on the letter, as the registry (or the citizen's papers) said on that day."""

    permohonan = models.ForeignKey(Permohonan, on_delete=models.PROTECT, related_name="anggota")
    individu = models.ForeignKey("dtks.Individu", null=True, on_delete=models.PROTECT, related_name="+")
    desa = models.ForeignKey("inti.Wilayah", null=True, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=20, choices=JenisPermohonan)  # the request's own: no index spans two tables
    mengikat = models.BooleanField(default=True)  # open or valid; kept by dtks.services.ikatan
    urutan = models.PositiveSmallIntegerField(default=1)
    nama = models.CharField("nama", max_length=120)
    nik = models.CharField("NIK", max_length=16)
    no_kk = models.CharField("nomor KK", max_length=16)
    tempat_lahir = models.CharField("tempat lahir", max_length=60, blank=True)
    tanggal_lahir = models.DateField("tanggal lahir", null=True, blank=True)
    hubungan = models.CharField("hubungan", max_length=30, blank=True)
    alamat = models.CharField("alamat", max_length=200, blank=True)
    kartu_jkn = models.CharField("nomor kartu JKN", max_length=13, blank=True)
    id_dtks = models.CharField("ID DTKS", max_length=30, blank=True)
    desil = models.PositiveSmallIntegerField("desil", null=True, blank=True)
    sumber_data = models.CharField("sumber data", max_length=40, blank=True)
    periode_data = models.CharField("periode data", max_length=10, blank=True)

    class Meta:
        verbose_name = "anggota permohonan"
        verbose_name_plural = "anggota permohonan"
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["permohonan", "nik"], name="anggota_tunggal"),
            models.UniqueConstraint(fields=["nik", "jenis"], condition=Q(mengikat=True), name="anggota_satu_nik"),
            models.UniqueConstraint(
                fields=["individu", "jenis"],
                condition=Q(mengikat=True, individu__isnull=False),
                name="anggota_satu_orang",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class BerkasPermohonan(models.Model):
    """A paper of the checklist: handed in or not, who looked at it, and its scan."""

    permohonan = models.ForeignKey(Permohonan, on_delete=models.PROTECT, related_name="berkas")
    syarat = models.ForeignKey(SyaratBerkas, on_delete=models.PROTECT, related_name="+")
    ada = models.BooleanField("ada", default=False)
    berkas = models.ForeignKey(
        "inti.BerkasTersimpan", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diperiksa_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "berkas permohonan"
        verbose_name_plural = "berkas permohonan"
        ordering = ["syarat__urutan", "id"]
        constraints = [models.UniqueConstraint(fields=["permohonan", "syarat"], name="berkas_tunggal")]

    def __str__(self) -> str:
        return str(self.syarat)
