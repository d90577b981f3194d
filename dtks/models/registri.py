"""The social registry: families, persons, what each delivery said about them, and what someone must look at.

Persons come by import, hundreds of thousands at once, so these tables keep no row history: a bulk change is recorded
by its batch (`inti.BatchImpor`, `inti.NilaiLama`), a single edit by its service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

if TYPE_CHECKING:
    from inti.models import Pengguna


class KueriRegistri(models.QuerySet):
    """Rows of the registry, narrowed to the village of a user who belongs to one."""

    desa_pada = "desa_id"

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Rows within the user's village; all rows for whoever has a unit of the office; else none."""
        if pengguna.desa_id is not None:
            return self.filter(**{self.desa_pada: pengguna.desa_id})
        return self.all() if pengguna.unit_id is not None else self.none()

    def untuk(self, pengguna: Pengguna) -> Self:
        """Rows that this user may meet at all. The registry has no trash."""
        return self.lingkup(pengguna)


class KueriIndividu(KueriRegistri):
    """Persons as people meet them: an entry joined to another is met as that one."""

    def untuk(self, pengguna: Pengguna) -> Self:
        """Rows that this user may meet; joined entries stand behind the one in use."""
        return super().untuk(pengguna).filter(digabung_ke__isnull=True)


class KueriLewatIndividu(KueriRegistri):
    """The same for what hangs on a person."""

    desa_pada = "individu__desa_id"


class KueriKeluarga(KueriRegistri):
    """Families: a village sees those with a member in it."""

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Families with a member in the user's village."""
        if pengguna.desa_id is None:
            return super().lingkup(pengguna)
        di_desa = Individu.objects.filter(desa_id=pengguna.desa_id, keluarga_id=models.OuterRef("pk"))
        return self.filter(models.Exists(di_desa))


class Keluarga(models.Model):
    """A family: its family-card number. Address, village and desil are its members' (see `kepala`)."""

    no_kk = models.CharField("nomor KK", max_length=16)
    versi = models.PositiveIntegerField(default=1, editable=False)
    dibuat_pada = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    diubah_pada = models.DateTimeField("diubah", default=timezone.now, editable=False)

    objects = KueriKeluarga.as_manager()

    class Meta:
        verbose_name = "keluarga"
        verbose_name_plural = "keluarga"
        # Not `unique=True`: Django would add a second index for LIKE, which a number never needs.
        constraints = [models.UniqueConstraint(fields=["no_kk"], name="keluarga_no_kk")]

    def __str__(self) -> str:
        return f"Keluarga {self.pk}"

    @property
    def kepala(self) -> Individu | None:
        """The head of the family if one is recorded, else its first member."""
        anggota = sorted(self.anggota.all(), key=lambda i: (i.hubungan != KEPALA, i.pk))
        return anggota[0] if anggota else None


KEPALA = "KEPALA KELUARGA"


class Individu(models.Model):
    """A person of the registry in the current state. A NIK is not unique: a double one is reviewed, not refused."""

    tercatat = True

    class Kelamin(models.TextChoices):
        LAKI = "L", "Laki-laki"
        PEREMPUAN = "P", "Perempuan"

    # Keys without a constraint in the database: it would check each row of a merge one by one, which took longer than
    # all the rest. The merge takes every key from a join in its own transaction, and PROTECT guards deletions.
    keluarga = models.ForeignKey(
        Keluarga, verbose_name="keluarga", on_delete=models.PROTECT, related_name="anggota", db_constraint=False
    )
    nik = models.CharField("NIK", max_length=16)
    no_kk = models.CharField("nomor KK", max_length=16)
    id_dtks = models.CharField("ID DTKS", max_length=30, blank=True)
    nama = models.CharField("nama", max_length=120)
    kunci_nama = models.TextField(editable=False, blank=True)  # tokens for the name search (inti.rules.nama)
    tempat_lahir = models.CharField("tempat lahir", max_length=60, blank=True)
    tanggal_lahir = models.DateField("tanggal lahir", null=True, blank=True)
    jenis_kelamin = models.CharField("jenis kelamin", max_length=1, choices=Kelamin, blank=True)
    hubungan = models.CharField("hubungan keluarga", max_length=30, blank=True)
    alamat = models.CharField("alamat", max_length=200, blank=True)
    rt = models.CharField("RT", max_length=5, blank=True)
    rw = models.CharField("RW", max_length=5, blank=True)
    desa = models.ForeignKey(
        "inti.Wilayah",
        verbose_name="desa/kelurahan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    desa_teks = models.CharField("desa menurut berkas", max_length=80, blank=True)
    kecamatan_teks = models.CharField("kecamatan menurut berkas", max_length=80, blank=True)
    desil = models.PositiveSmallIntegerField("desil", null=True, blank=True)
    pbi_jk = models.BooleanField("PBI-JK", default=False)
    pkh = models.BooleanField("PKH", default=False)
    bpnt = models.BooleanField("BPNT", default=False)
    dikecualikan = models.BooleanField("dikecualikan", default=False)
    terdaftar = models.BooleanField("terdaftar", default=True)
    sumber_data = models.CharField("sumber data", max_length=40, blank=True)
    periode_data = models.CharField("periode data", max_length=10)
    periode_urut = models.PositiveIntegerField(editable=False)  # year and last month of the period: 202609
    versi = models.PositiveIntegerField(default=1, editable=False)
    dibuat_pada = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    diubah_pada = models.DateTimeField("diubah", default=timezone.now, editable=False)
    # Joined to another entry of the same person (dtks.models.ganda.Penggabungan): looked up as that one.
    digabung_ke = models.ForeignKey(
        "self",
        verbose_name="digabungkan ke",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="gabungan",
        db_index=False,
        db_constraint=False,
    )
    # Frozen until this day (dtks.models.privasi.Pembatasan); the far end of time where there is none.
    dibatasi_sampai = models.DateField("dibatasi sampai", null=True, blank=True, editable=False)

    objects = KueriIndividu.as_manager()

    class Meta:
        verbose_name = "individu"
        verbose_name_plural = "individu"
        permissions = [
            ("impor_individu", "Mengimpor data terpadu"),
            ("ekspor_individu", "Mengekspor data terpadu"),
            ("tampilkan_nik", "Menampilkan NIK dan nomor KK utuh"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(desil__isnull=True) | Q(desil__gte=1, desil__lte=10), name="individu_desil_1_10"
            )
        ]
        indexes = [
            models.Index(fields=["nama", "id"], name="individu_nama"),
            models.Index(fields=["desil", "id"], name="individu_desil"),
            models.Index(fields=["nik", "id"], name="individu_nik"),
            models.Index(fields=["id_dtks"], name="individu_id_dtks"),
            models.Index(fields=["digabung_ke"], condition=Q(digabung_ke__isnull=False), name="individu_digabung"),
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("dtks:individu", args=[self.pk])

    @property
    def dibatasi(self) -> bool:
        """Whether the person's data are frozen today at his request."""
        return self.dibatasi_sampai is not None and self.dibatasi_sampai >= timezone.localdate()


class KeadaanPeriode(models.Model):
    """What the delivery of one period said about a person. Never overwritten by a later period."""

    individu = models.ForeignKey(
        Individu, on_delete=models.PROTECT, related_name="keadaan", db_index=False, db_constraint=False
    )
    periode = models.CharField("periode", max_length=10)
    periode_urut = models.PositiveIntegerField(editable=False)
    no_kk = models.CharField("nomor KK", max_length=16)
    hubungan = models.CharField("hubungan keluarga", max_length=30, blank=True)
    alamat = models.CharField("alamat", max_length=200, blank=True)
    rt = models.CharField("RT", max_length=5, blank=True)
    rw = models.CharField("RW", max_length=5, blank=True)
    desa = models.ForeignKey(
        "inti.Wilayah",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    desa_teks = models.CharField(max_length=80, blank=True)
    desil = models.PositiveSmallIntegerField("desil", null=True, blank=True)
    pbi_jk = models.BooleanField("PBI-JK", default=False)
    pkh = models.BooleanField("PKH", default=False)
    bpnt = models.BooleanField("BPNT", default=False)
    dikecualikan = models.BooleanField("dikecualikan", default=False)
    terdaftar = models.BooleanField("terdaftar", default=True)
    sumber = models.CharField("sumber data", max_length=40, blank=True)
    batch = models.ForeignKey(
        "inti.BatchImpor", null=True, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )

    objects = KueriLewatIndividu.as_manager()

    class Meta:
        verbose_name = "keadaan per periode"
        verbose_name_plural = "keadaan per periode"
        constraints = [models.UniqueConstraint(fields=["individu", "periode"], name="keadaan_tunggal")]

    def __str__(self) -> str:
        return f"{self.individu_id} {self.periode}"


class TinjauGanda(models.Model):
    """Something that an import left for a person to look at: a NIK on two people, a family whose members differ."""

    class Jenis(models.TextChoices):
        NIK_GANDA = "nik_ganda", "NIK dipakai dua orang"
        KELUARGA_BERUBAH = "keluarga_berubah", "Anggota keluarga berubah"

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu ditinjau"
        SELESAI = "selesai", "Selesai ditinjau"

    class Putusan(models.TextChoices):
        GABUNG = "gabung", "Orang yang sama, digabungkan"
        BEDA = "beda", "Dua orang berbeda"
        BIARKAN = "biarkan", "Sudah dilihat, tidak ada tindakan"

    jenis = models.CharField("jenis", max_length=20, choices=Jenis)
    individu = models.ForeignKey(Individu, null=True, on_delete=models.PROTECT, related_name="tinjauan")
    lain = models.ForeignKey(Individu, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    keluarga = models.ForeignKey(Keluarga, null=True, on_delete=models.PROTECT, related_name="tinjauan")
    rincian = models.JSONField(default=dict)
    batch = models.ForeignKey("inti.BatchImpor", null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.MENUNGGU)
    putusan = models.CharField("putusan", max_length=10, choices=Putusan, blank=True)
    catatan = models.CharField("catatan", max_length=300, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    diputus_pada = models.DateTimeField("ditinjau", null=True)

    objects = KueriLewatIndividu.as_manager()

    class Meta:
        verbose_name = "tinjauan data"
        verbose_name_plural = "tinjauan data"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["individu", "lain"], condition=Q(jenis="nik_ganda"), name="tinjau_nik_tunggal"
            ),
            models.UniqueConstraint(
                fields=["individu", "keluarga", "batch"],
                condition=Q(jenis="keluarga_berubah"),
                name="tinjau_keluarga_tunggal",
            ),
        ]
        indexes = [models.Index(fields=["status", "id"], name="tinjau_status")]

    def __str__(self) -> str:
        return self.get_jenis_display()

    def get_absolute_url(self) -> str:
        return reverse("dtks:tinjau", args=[self.pk])
