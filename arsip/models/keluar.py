"""The book of outgoing letters, and how each was sent. The approved print is the archive copy."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan, sebutan_sifat
from inti.models import BerKeadaan, Kueri, Pengguna, Rekam, Riwayat


def lingkup_surat(pengguna: Pengguna, awal: str = "") -> Q:
    """Letters out that a user may meet, `awal` being the path to the letter: his unit's tree, the whole book for the
    letter desk; closed ones only for who wrote or signs them."""
    tertutup = Q(**{f"{awal}keamanan__in": TERTUTUP})
    sendiri = Q(**{f"{awal}penandatangan__pengguna": pengguna}) | Q(**{f"{awal}naskah__konseptor": pengguna})
    if pengguna.has_perm("arsip.kelola_kantor"):
        return ~tertutup | sendiri
    if pengguna.unit is None:
        return Q(pk__in=[])
    return (Q(**{f"{awal}unit__jalur__startswith": pengguna.unit.jalur}) & ~tertutup) | sendiri


class SuratKeluarKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> SuratKeluarKueri:
        """Letters drafted by the user's unit or the units below it; the letter desk keeps the whole book."""
        return self.filter(lingkup_surat(pengguna))


class SuratKeluar(BerKeadaan, Rekam):
    """A letter that went out under a number: date, addressee, subject, signer, and the stored PDF."""

    class Keadaan(models.TextChoices):
        TERBIT = "terbit", "Terbit"
        TTD = "ttd", "Ditandatangani"
        DIKIRIM = "dikirim", "Dikirim"
        DIARSIPKAN = "diarsipkan", "Diarsipkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    bidang_keadaan = "keadaan"
    TANDA = {"terbit": "25", "ttd": "50", "dikirim": "75", "diarsipkan": "selesai", "dibatalkan": "batal"}
    TERBUKA = (Keadaan.TERBIT, Keadaan.TTD, Keadaan.DIKIRIM)

    nomor = models.OneToOneField(
        "inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="surat_keluar"
    )
    tanggal = models.DateField("tanggal")
    tujuan = models.CharField("tujuan", max_length=160)
    alamat = models.TextField("alamat", max_length=400, blank=True)
    telepon = models.CharField("telepon penerima", max_length=20, blank=True)
    hal = models.CharField("hal", max_length=200)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20)
    keamanan = models.CharField("sifat keamanan", max_length=8, choices=Keamanan, default=Keamanan.BIASA)
    kecepatan = models.CharField("sifat kecepatan", max_length=8, choices=Kecepatan, default=Kecepatan.BIASA)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit pengolah", on_delete=models.PROTECT, related_name="+")
    penandatangan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="penanda tangan", on_delete=models.PROTECT, related_name="surat_keluar"
    )
    dokumen = models.OneToOneField(
        "inti.Dokumen",
        verbose_name="dokumen",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="surat_keluar",
    )
    keadaan = FSMField("status", max_length=12, choices=Keadaan, default=Keadaan.TERBIT, protected=True)
    ditandatangani_pada = models.DateField("tanggal ditandatangani", null=True, blank=True)
    pindaian = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="pindaian surat bertanda tangan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    srikandi = models.CharField("nomor rujukan SRIKANDI", max_length=60, blank=True)
    massal = models.ForeignKey(
        "arsip.SuratMassal", null=True, blank=True, on_delete=models.PROTECT, related_name="surat_set"
    )
    massal_urut = models.PositiveIntegerField(null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    objects = SuratKeluarKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "surat keluar"
        verbose_name_plural = "surat keluar"
        ordering = ["-tanggal", "-id"]
        indexes = [
            models.Index(fields=["tanggal", "id"], name="suratkeluar_tanggal"),
            models.Index(fields=["diubah_pada", "id"], name="suratkeluar_diubah"),
        ]
        permissions = [
            ("kirim_suratkeluar", "Mencatat tanda tangan, pengiriman, dan penerimaan surat keluar"),
            ("batalkan_suratkeluar", "Membatalkan surat keluar"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan="dibatalkan") | ~Q(alasan_batal=""), name="suratkeluar_batal_beralasan"
            ),
            models.UniqueConstraint(fields=["massal", "massal_urut"], name="suratkeluar_massal"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.hal}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:suratkeluar", args=[self.pk])

    def get_status_display(self) -> str:
        """The state in words, as the door for change asks for it."""
        return str(self.Keadaan(self.keadaan).label)

    @property
    def sifat(self) -> str:
        """Security and speed in words."""
        return sebutan_sifat(self.keamanan, self.kecepatan)

    @property
    def musnah(self) -> bool:
        """Whether its print was destroyed with its record; its line in the book stays."""
        return self.dokumen is not None and self.dokumen.berkas.dimusnahkan_pada is not None

    @transition(field=keadaan, source=Keadaan.TERBIT, target=Keadaan.TTD)
    def tandatangani(self) -> None:
        """Signed on paper."""

    @transition(field=keadaan, source=[Keadaan.TERBIT, Keadaan.TTD], target=Keadaan.DIKIRIM)
    def kirim(self) -> None:
        """On its way, or handed over."""

    @transition(field=keadaan, source=[Keadaan.TERBIT, Keadaan.TTD, Keadaan.DIKIRIM], target=Keadaan.DIARSIPKAN)
    def arsipkan(self) -> None:
        """Filed where it can be found."""

    @transition(
        field=keadaan,
        source=[Keadaan.TERBIT, Keadaan.TTD, Keadaan.DIKIRIM, Keadaan.DIARSIPKAN],
        target=Keadaan.DIBATALKAN,
    )
    def batalkan(self) -> None:
        """No longer valid; its number stays taken."""


class EkspedisiKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> EkspedisiKueri:
        """Of letters that the user may meet."""
        return self.filter(surat__in=SuratKeluar.objects.untuk(pengguna).values("pk"))

    def untuk_berkas(self, pengguna: Pengguna, berkas: UUID) -> EkspedisiKueri:
        """Whoever may see the letter may see its receipt."""
        return self.untuk(pengguna) if pengguna.has_perm("arsip.view_suratkeluar") else self.none()


class Ekspedisi(Rekam):
    """One sending of a letter to one receiver, and the receipt: a line of the expedition book."""

    class Cara(models.TextChoices):
        KURIR = "kurir", "Kurir kantor"
        POS = "pos", "Pos atau jasa kirim"
        LANGSUNG = "langsung", "Diambil atau diserahkan langsung"
        SUREL = "surel", "Pos-el"
        SRIKANDI = "srikandi", "SRIKANDI"

    surat = models.ForeignKey(SuratKeluar, verbose_name="surat", on_delete=models.PROTECT, related_name="kiriman_set")
    tujuan = models.CharField("dikirim kepada", max_length=160)
    cara = models.CharField("cara", max_length=8, choices=Cara, default=Cara.KURIR)
    dikirim_pada = models.DateField("tanggal dikirim", db_index=True)
    pembawa = models.CharField("kurir atau nomor resi", max_length=80, blank=True)
    diterima_oleh = models.CharField("diterima oleh", max_length=120, blank=True)
    diterima_pada = models.DateField("tanggal diterima", null=True, blank=True)
    bukti = models.ForeignKey(
        "inti.BerkasTersimpan",
        verbose_name="bukti terima",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = EkspedisiKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "ekspedisi"
        verbose_name_plural = "ekspedisi"
        ordering = ["-dikirim_pada", "-id"]

    def __str__(self) -> str:
        return f"{self.surat.nomor} kepada {self.tujuan}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:suratkeluar", args=[self.surat_id])

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        if self.diterima_pada:
            return "selesai", "Diterima"
        if self.surat.keadaan == SuratKeluar.Keadaan.DIBATALKAN:
            return "batal", "Surat dibatalkan"
        return "50", "Dalam perjalanan"
