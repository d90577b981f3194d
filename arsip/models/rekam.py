"""A record: one file of papers under its own code, where it lies, how long it is kept, what became of it."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.jra import JadwalRetensi
from arsip.models.pilihan import TERTUTUP, Keamanan
from arsip.rules.label import REKAM, kode_label
from arsip.rules.musnah import JAUH
from inti.galat import Tetap
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat

PENGGUNA = settings.AUTH_USER_MODEL


def siapa(judul: str) -> models.ForeignKey:
    """Who did something; empty until it is done."""
    return models.ForeignKey(
        PENGGUNA, verbose_name=judul, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class JenisArsip(Rekam):
    """A kind of record: letters in, letters out, claims, staff files, finance."""

    lingkup_kantor = True

    kode = models.SlugField("kode", max_length=20, help_text="Singkat, misalnya klaim.")
    nama = models.CharField("jenis arsip", max_length=60)
    urutan = models.PositiveSmallIntegerField("urutan", default=50)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "jenis arsip"
        verbose_name_plural = "jenis arsip"
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode"],
                condition=Q(dibuang_pada__isnull=True),
                name="jenisarsip_tunggal",
                violation_error_message="Kode ini sudah dipakai.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("arsip:jenisarsip", args=[self.pk])


class BerkasArsipKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Records of the user's unit and those below it; closed ones only to who made them, who leads, and the desk."""
        if pengguna.has_perm("arsip.kelola_kantor"):
            return self.all()
        if pengguna.unit is None:
            return self.none()
        terbuka = ~Q(keamanan__in=TERTUTUP) | Q(dibuat_oleh=pengguna)
        if pengguna.has_perm("arsip.lihat_tertutup"):
            terbuka = Q()
        return self.filter(terbuka, unit__jalur__startswith=pengguna.unit.jalur)

    def ada(self) -> Self:
        """Living records that still exist."""
        return self.hidup().exclude(status=BerkasArsip.Status.MUSNAH)

    def di_dalam(self, jalur: str) -> Self:
        """Those that lie in a place or in what it holds."""
        return self.filter(tempat__jalur__startswith=jalur)


class BerkasArsip(BerKeadaan, Rekam):
    """The unit of keeping. What follows from the schedule (`retensi` to `nasib`) is computed by services.retensi."""

    tercatat = True

    class Status(models.TextChoices):
        AKTIF = "aktif", "Aktif"
        INAKTIF = "inaktif", "Inaktif"
        PERMANEN = "permanen", "Permanen"
        MUSNAH = "musnah", "Dimusnahkan"

    TANDA = {"aktif": "25", "inaktif": "75", "permanen": "selesai", "musnah": "batal"}
    TERBUKA = (Status.AKTIF, Status.INAKTIF)
    HITUNGAN = ("retensi", "aktif_sampai", "inaktif_sampai", "nasib", "urut_kode")
    periksa_abaikan = HITUNGAN  # follow from the schedule; periksa.rekam compares them with it

    nomor = models.CharField("kode berkas", max_length=60, help_text="Kode kantor, misalnya JHT-2024-103.")
    jenis = models.ForeignKey(JenisArsip, verbose_name="jenis arsip", on_delete=models.PROTECT, related_name="berkas")
    uraian = models.CharField("uraian", max_length=300)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20, blank=True, db_index=True)
    tanggal = models.DateField("tanggal")
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit pengolah", on_delete=models.PROTECT, related_name="+")
    tempat = models.ForeignKey(
        "inti.Tempat", verbose_name="tempat", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    urut_kode = models.CharField(max_length=160, editable=False, db_index=True)
    urut_boks = models.PositiveIntegerField("nomor dalam boks", null=True, blank=True, editable=False)
    lembar = models.PositiveIntegerField("jumlah lembar", default=1)
    keamanan = models.CharField("keamanan", max_length=10, choices=Keamanan, default=Keamanan.BIASA)
    status = FSMField("keadaan", default=Status.AKTIF, choices=Status.choices, protected=True, db_index=True)
    tanggal_peristiwa = models.DateField(
        "tanggal peristiwa", null=True, blank=True, help_text="Hari masa simpan mulai berjalan."
    )
    retensi = models.ForeignKey(
        JadwalRetensi,
        verbose_name="retensi",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    aktif_sampai = models.DateField("aktif sampai", default=JAUH, editable=False, db_index=True)
    inaktif_sampai = models.DateField("inaktif sampai", default=JAUH, editable=False, db_index=True)
    nasib = models.CharField("nasib akhir", max_length=10, blank=True, editable=False)
    tahan_alasan = models.CharField("ditahan karena", max_length=300, blank=True)
    tahan_oleh = siapa("ditahan oleh")
    tahan_pada = models.DateTimeField("ditahan", null=True, blank=True)
    periksa_alasan = models.CharField("dalam pemeriksaan", max_length=300, blank=True)
    periksa_oleh = siapa("pemeriksaan dicatat oleh")
    periksa_pada = models.DateTimeField("pemeriksaan dicatat", null=True, blank=True)
    objek_label = models.CharField(max_length=80, blank=True, editable=False)
    objek_id = models.CharField(max_length=40, blank=True, editable=False)
    dibuat_oleh = siapa("dicatat oleh")
    pemusnahan = models.ForeignKey(
        "arsip.Pemusnahan", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="yang_musnah"
    )
    musnah_pada = models.DateField("dimusnahkan", null=True, blank=True, editable=False)

    objects = BerkasArsipKueri.as_manager()
    riwayat = Riwayat(excluded_fields=list(HITUNGAN))

    class Meta:
        verbose_name = "berkas arsip"
        verbose_name_plural = "berkas arsip"
        ordering = ["urut_kode", "id"]
        permissions = [
            ("tempatkan_berkasarsip", "Menempatkan arsip"),
            ("tahan_berkasarsip", "Menahan arsip dari pemusnahan"),
            ("lepas_berkasarsip", "Melepas penahanan dan mengakhiri pemeriksaan arsip"),
            ("lihat_tertutup", "Melihat arsip rahasia unit"),
        ]
        indexes = [
            models.Index(fields=["tanggal", "id"], name="berkasarsip_tanggal"),
            models.Index(
                fields=["diubah_pada", "id"], name="berkasarsip_diubah"
            ),  # the index of the archive follows it
            models.Index(fields=["jenis", "urut_kode"], name="berkasarsip_jenis"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "nomor"],
                condition=Q(dibuang_pada__isnull=True),
                name="berkasarsip_tunggal",
                violation_error_message="Kode berkas ini sudah ada pada jenis yang sama.",
            ),
            models.UniqueConstraint(
                fields=["objek_label", "objek_id"],
                condition=~Q(objek_id="") & Q(dibuang_pada__isnull=True),
                name="berkasarsip_objek",
                violation_error_message="Ini sudah diarsipkan.",
            ),
            # Whatever writes here: a destroyed record names its destruction, and nothing that is held goes.
            models.CheckConstraint(
                condition=~Q(status="musnah")
                | Q(tahan_alasan="", periksa_alasan="", pemusnahan__isnull=False, musnah_pada__isnull=False),
                name="berkasarsip_musnah_sah",
            ),
            models.CheckConstraint(
                condition=Q(dibuang_pada__isnull=True) | (Q(tahan_alasan="", periksa_alasan="") & Q(status="aktif")),
                name="berkasarsip_buang_sah",
                violation_error_message="Arsip ini tidak dapat dibuang; gunakan pemusnahan.",
            ),
        ]

    def __str__(self) -> str:
        return self.nomor

    def tetap(self) -> Tetap | None:
        """A tombstone stays as it is."""
        if self.status != self.Status.MUSNAH:
            return None
        return Tetap("SUDAH_MUSNAH", f"{self} sudah dimusnahkan.", "Yang tersisa hanya catatannya; tidak dapat diubah.")

    def get_absolute_url(self) -> str:
        return reverse("arsip:berkas", args=[self.pk])

    @property
    def kode(self) -> str:
        """What its label's QR names."""
        return kode_label(REKAM, self.pk)

    @property
    def tertutup(self) -> bool:
        """Known to those it concerns alone."""
        return self.keamanan in TERTUTUP

    @property
    def nasib_tampil(self) -> str:
        """Final fate in words."""
        return JadwalRetensi.Nasib(self.nasib).label if self.nasib else ""

    def jatuh(self, hari: dt.date) -> bool:
        """Whether its whole time is over on a day."""
        return self.inaktif_sampai < hari

    @transition(field=status, source=Status.AKTIF, target=Status.INAKTIF)
    def inaktifkan(self) -> None:
        """Its active time is over; it goes to the records room."""

    @transition(field=status, source=[Status.AKTIF, Status.INAKTIF], target=Status.PERMANEN)
    def permanenkan(self) -> None:
        """Kept for ever."""

    @transition(field=status, source=[Status.AKTIF, Status.INAKTIF], target=Status.MUSNAH)
    def musnahkan(self) -> None:
        """Destroyed; what it was stays written here. Called by services.pemusnahan alone."""


class PindaianArsip(Rekam):
    """A scan of a record. A damaged or locked PDF is kept and says so."""

    class Mutu(models.TextChoices):
        BAIK = "baik", "Terbaca"
        RUSAK = "rusak", "Rusak"
        TERKUNCI = "terkunci", "Terkunci kata sandi"

    berkas_arsip = models.ForeignKey(
        BerkasArsip, verbose_name="berkas arsip", on_delete=models.PROTECT, related_name="pindaian"
    )
    berkas = models.OneToOneField("inti.BerkasTersimpan", on_delete=models.PROTECT, related_name="+")
    halaman = models.PositiveIntegerField("halaman", default=0)
    mutu = models.CharField("mutu", max_length=10, choices=Mutu, default=Mutu.BAIK)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "pindaian"
        verbose_name_plural = "pindaian"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Pindaian {self.berkas_arsip}"
