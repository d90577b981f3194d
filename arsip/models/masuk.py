"""The book of incoming letters: registered under an agenda number, disposed of, done."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan, sebutan_sifat
from inti.galat import Tetap
from inti.models import BerkasTersimpan, BerKeadaan, Kueri, Pengguna, Rekam, Riwayat

LABEL = "arsip.suratmasuk"
DISPOSISIKAN = "arsip.disposisikan_suratmasuk"


class SuratMasukKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> Self:
        """Letters of the registering and the addressed unit and the units above; whoever gave or has a disposition.

        The letter desk keeps the whole book. A closed letter is met by its registrar, the head of the addressed unit,
        and the givers and receivers of its dispositions alone; a withdrawn one opens nothing.
        """
        if not pengguna.has_perm("arsip.view_suratmasuk"):
            return self.none()
        disposisi = apps.get_model("arsip.Disposisi").objects.filter(
            Q(dari=pengguna) | Q(kepada=pengguna) & ~Q(status="ditarik")
        )
        milik = Q(pk__in=disposisi.values("surat")) | Q(dicatat_oleh=pengguna)
        terbuka = Q(pk__in=[])
        if pengguna.has_perm("arsip.kelola_kantor"):
            terbuka = ~Q(keamanan__in=TERTUTUP)
        elif pengguna.unit is not None:
            jalur = pengguna.unit.jalur
            di_unit = Q(unit__jalur__startswith=jalur) | Q(ditujukan_kepada__jalur__startswith=jalur)
            terbuka = di_unit & ~Q(keamanan__in=TERTUTUP)
        if pengguna.unit_id is not None and pengguna.has_perm(DISPOSISIKAN):
            milik |= Q(ditujukan_kepada=pengguna.unit_id)
        return self.filter(milik | terbuka)

    def menunggu(self, pengguna: Pengguna) -> Self:
        """Letters addressed to the unit that this user heads, not disposed of yet."""
        if pengguna.unit_id is None or not pengguna.has_perm(DISPOSISIKAN):
            return self.none()
        return self.hidup().filter(status=SuratMasuk.Status.TERDAFTAR, ditujukan_kepada=pengguna.unit_id)


class SuratMasuk(BerKeadaan, Rekam):
    """A letter that came in. Its scans are stored files that it owns; `kunci` tells the same letter by its words."""

    class Status(models.TextChoices):
        TERDAFTAR = "terdaftar", "Menunggu disposisi"
        DIDISPOSISI = "didisposisi", "Didisposisi"
        TANPA = "tanpa_disposisi", "Tanpa disposisi"
        SELESAI = "selesai", "Selesai"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    class Cara(models.TextChoices):
        LANGSUNG = "langsung", "Diantar langsung"
        POS = "pos", "Pos"
        KURIR = "kurir", "Kurir"
        SUREL = "surel", "Pos-el"
        SRIKANDI = "srikandi", "SRIKANDI"

    class Cacat(models.TextChoices):
        TERKUNCI = "terkunci", "Terkunci sandi"
        RUSAK = "rusak", "Rusak"

    TANDA = {
        "terdaftar": "25",
        "didisposisi": "50",
        "tanpa_disposisi": "selesai",
        "selesai": "selesai",
        "dibatalkan": "batal",
    }
    TERBUKA = (Status.TERDAFTAR, Status.DIDISPOSISI)
    usulan_tanpa = frozenset({"nomor", "kunci", "unit", "dicatat_oleh", "status", "banyak_pindaian"})

    nomor = models.OneToOneField(
        "inti.Nomor", verbose_name="nomor agenda", on_delete=models.PROTECT, related_name="surat_masuk"
    )
    diterima = models.DateField("diterima")
    pengirim = models.CharField("pengirim", max_length=160, db_index=True)
    pengirim_alamat = models.CharField("alamat pengirim", max_length=200, blank=True)
    nomor_surat = models.CharField("nomor surat", max_length=80, blank=True)
    tanggal_surat = models.DateField("tanggal surat")
    hal = models.CharField("hal", max_length=300)
    keamanan = models.CharField("keamanan", max_length=8, choices=Keamanan, default=Keamanan.BIASA)
    kecepatan = models.CharField("kecepatan", max_length=8, choices=Kecepatan, default=Kecepatan.BIASA)
    lampiran = models.CharField("lampiran", max_length=80, blank=True)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20, blank=True)
    ditujukan_kepada = models.ForeignKey(
        "inti.UnitKerja", verbose_name="ditujukan kepada", on_delete=models.PROTECT, related_name="+"
    )
    cara = models.CharField("cara terima", max_length=10, choices=Cara, default=Cara.LANGSUNG)
    srikandi = models.CharField("nomor acuan SRIKANDI", max_length=60, blank=True)
    catatan = models.CharField("catatan", max_length=500, blank=True)
    agenda_lama = models.CharField("nomor agenda buku lama", max_length=40, blank=True, editable=False)
    unit = models.ForeignKey(
        "inti.UnitKerja", verbose_name="dicatat di", on_delete=models.PROTECT, related_name="+", editable=False
    )
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dicatat oleh",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    kunci = models.CharField(max_length=40, db_index=True, editable=False)
    banyak_pindaian = models.PositiveSmallIntegerField("banyak pindaian", default=0, editable=False)
    cacat = models.CharField("keadaan pindaian", max_length=10, choices=Cacat, blank=True, editable=False)
    status = FSMField("status", default=Status.TERDAFTAR, choices=Status.choices, protected=True)
    alasan_tanpa = models.CharField("alasan tanpa disposisi", max_length=300, blank=True, editable=False)
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True, editable=False)
    catatan_selesai = models.CharField("catatan penutup", max_length=300, blank=True, editable=False)
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True, editable=False)

    objects = SuratMasukKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat masuk"
        verbose_name_plural = "surat masuk"
        ordering = ["-diterima", "-id"]
        permissions = [
            ("disposisikan_suratmasuk", "Mendisposisikan surat masuk"),
            ("batalkan_suratmasuk", "Membatalkan surat masuk"),
            ("ekspor_suratmasuk", "Mengekspor surat masuk"),
            ("impor_suratmasuk", "Mengimpor surat masuk"),
        ]
        indexes = [
            models.Index(fields=["diterima", "id"], name="suratmasuk_diterima"),
            models.Index(fields=["ditujukan_kepada", "status"], name="suratmasuk_menunggu"),
            models.Index(fields=["status", "id"], name="suratmasuk_status"),
            models.Index(fields=["diubah_pada", "id"], name="suratmasuk_diubah"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="tanpa_disposisi") | ~Q(alasan_tanpa=""), name="suratmasuk_tanpa_beralasan"
            ),
            models.CheckConstraint(
                condition=~Q(status="dibatalkan") | ~Q(alasan_batal=""), name="suratmasuk_batal_beralasan"
            ),
        ]

    def __str__(self) -> str:
        """Number alone: this stands in notices and logs."""
        return f"Surat masuk {self.nomor}"

    def tetap(self) -> Tetap | None:
        """Until it is cancelled."""
        if self.status != self.Status.DIBATALKAN:
            return None
        return Tetap("SURAT_BATAL", f"{self} sudah dibatalkan.", "Catat surat yang baru.")

    def get_absolute_url(self) -> str:
        return reverse("arsip:suratmasuk", args=[self.pk])

    @property
    def sifat(self) -> str:
        """Security and speed in words."""
        return sebutan_sifat(self.keamanan, self.kecepatan)

    @property
    def tertutup(self) -> bool:
        """Known to those it concerns alone."""
        return self.keamanan in TERTUTUP

    def pindaian(self) -> list[BerkasTersimpan]:
        """Its scans in the order in which they came."""
        milik = BerkasTersimpan.objects.filter(pemilik_label=LABEL, pemilik_id=str(self.pk))
        return list(milik.order_by("waktu", "id")) if self.banyak_pindaian else []

    @transition(field=status, source=[Status.TERDAFTAR, Status.DIDISPOSISI, Status.TANPA], target=Status.DIDISPOSISI)
    def disposisikan(self) -> None:
        """Somebody has been told to see to it."""

    @transition(field=status, source=Status.TERDAFTAR, target=Status.TANPA)
    def lewatkan(self) -> None:
        """Nobody need see to it; the reason is kept."""

    @transition(field=status, source=Status.DIDISPOSISI, target=Status.TERDAFTAR)
    def buka_lagi(self) -> None:
        """Every disposition was withdrawn."""

    @transition(field=status, source=[Status.DIDISPOSISI, Status.TANPA], target=Status.SELESAI)
    def selesaikan(self) -> None:
        """Every living disposition is done, or the head closed it with a note."""

    @transition(field=status, source=[Status.TERDAFTAR, Status.TANPA], target=Status.DIBATALKAN)
    def batalkan(self) -> None:
        """Registered by mistake: the number stays taken."""

    def sebagai_isian(self, nama: tuple[str, ...]) -> dict[str, Any]:
        """Values of fields by name."""
        return {n: getattr(self, n) for n in nama}
