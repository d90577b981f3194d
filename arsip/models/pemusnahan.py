"""Destruction of records: proposed, assessed, approved in writing, decreed, carried out before witnesses."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.rekam import BerkasArsip, siapa
from inti.models import BerKeadaan, Lingkup, Rekam, Riwayat


def _pindaian(judul: str) -> models.OneToOneField:
    return models.OneToOneField(
        "inti.BerkasTersimpan", verbose_name=judul, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


def _dokumen(judul: str) -> models.OneToOneField:
    return models.OneToOneField(
        "inti.Dokumen", verbose_name=judul, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class Pemusnahan(BerKeadaan, Rekam):
    """A list of records on its way to lawful destruction. Its papers stay for ever."""

    lingkup_oleh = Lingkup(unit="unit", seluruh="arsip.kelola_kantor")

    class Status(models.TextChoices):
        USULAN = "usulan", "Usulan"
        DINILAI = "dinilai", "Sudah dinilai"
        DISETUJUI = "disetujui", "Disetujui"
        DITETAPKAN = "ditetapkan", "Ditetapkan"
        DILAKSANAKAN = "dilaksanakan", "Dilaksanakan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    class Pemberi(models.TextChoices):
        KEPALA_ANRI = "kepala_anri", "Kepala Arsip Nasional Republik Indonesia"
        KEPALA_DAERAH = "kepala_daerah", "Kepala daerah"

    class Cara(models.TextChoices):
        CACAH = "cacah", "Dicacah"
        BAKAR = "bakar", "Dibakar"
        LEBUR = "lebur", "Dilebur menjadi bubur kertas"

    TANDA = {
        "usulan": "25", "dinilai": "50", "disetujui": "75", "ditetapkan": "75", "dilaksanakan": "selesai",
        "dibatalkan": "batal",
    }  # fmt: skip
    TERBUKA = (Status.USULAN, Status.DINILAI, Status.DISETUJUI, Status.DITETAPKAN)

    nomor = models.OneToOneField("inti.Nomor", verbose_name="nomor", on_delete=models.PROTECT, related_name="+")
    uraian = models.CharField("uraian", max_length=200)
    tanggal = models.DateField("tanggal usulan", db_index=True)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    pengusul = siapa("pengusul")
    status = FSMField("status", default=Status.USULAN, choices=Status.choices, protected=True, db_index=True)
    usul = _dokumen("daftar arsip usul musnah")
    nilai_nomor = models.CharField("nomor surat penilaian", max_length=80, blank=True)
    nilai_tanggal = models.DateField("tanggal penilaian", null=True, blank=True)
    nilai_teks = models.TextField("hasil penilaian", max_length=2000, blank=True)
    setuju_dari = models.CharField("persetujuan dari", max_length=14, choices=Pemberi, blank=True)
    setuju_nomor = models.CharField("nomor persetujuan", max_length=80, blank=True)
    setuju_tanggal = models.DateField("tanggal persetujuan", null=True, blank=True)
    setuju_pindaian = _pindaian("pindaian persetujuan")
    setuju_oleh = siapa("disetujui oleh")
    tetap_nomor = models.CharField("nomor keputusan", max_length=80, blank=True)
    tetap_tanggal = models.DateField("tanggal keputusan", null=True, blank=True)
    tetap_pindaian = _pindaian("pindaian keputusan")
    laksana_pada = models.DateField("dilaksanakan", null=True, blank=True)
    laksana_tempat = models.CharField("tempat pelaksanaan", max_length=160, blank=True)
    laksana_cara = models.CharField("cara", max_length=8, choices=Cara, blank=True)
    laksana_oleh = siapa("dilaksanakan oleh")
    berita_acara = _dokumen("berita acara pemusnahan")
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "pemusnahan arsip"
        verbose_name_plural = "pemusnahan arsip"
        ordering = ["-tanggal", "-id"]
        permissions = [
            ("usulkan_pemusnahan", "Mengusulkan pemusnahan arsip"),
            ("nilai_pemusnahan", "Menilai usul musnah"),
            ("setujui_pemusnahan", "Menyetujui dan menetapkan pemusnahan"),
            ("laksanakan_pemusnahan", "Melaksanakan pemusnahan"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["disetujui", "ditetapkan", "dilaksanakan"])
                | (
                    ~Q(setuju_nomor="")
                    & Q(setuju_tanggal__isnull=False, setuju_pindaian__isnull=False, setuju_oleh__isnull=False)
                ),
                name="pemusnahan_disetujui_tertulis",
            ),
            models.CheckConstraint(
                condition=~Q(status="dilaksanakan")
                | (~Q(tetap_nomor="") & Q(laksana_pada__isnull=False, berita_acara__isnull=False)),
                name="pemusnahan_berberita_acara",
            ),
            models.CheckConstraint(
                condition=Q(setuju_oleh__isnull=True) | ~Q(setuju_oleh=models.F("pengusul")),
                name="pemusnahan_penyetuju_lain",
                violation_error_message="Pengusul tidak menyetujui usulannya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(status="dibatalkan") | ~Q(alasan_batal=""), name="pemusnahan_batal_beralasan"
            ),
        ]

    def __str__(self) -> str:
        return f"Pemusnahan {self.nomor}"

    def get_absolute_url(self) -> str:
        return reverse("arsip:pemusnahan", args=[self.pk])

    @transition(field=status, source=Status.USULAN, target=Status.DINILAI)
    def nilai(self) -> None:
        """The committee's written assessment is there."""

    @transition(field=status, source=Status.DINILAI, target=Status.USULAN)
    def kembalikan(self) -> None:
        """Back to the list, before anybody approved."""

    @transition(field=status, source=Status.DINILAI, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """Approved in writing by whoever the law names."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.DITETAPKAN)
    def tetapkan(self) -> None:
        """The decree is there."""

    @transition(field=status, source=Status.DITETAPKAN, target=Status.DILAKSANAKAN)
    def laksanakan(self) -> None:
        """Destroyed before witnesses."""

    @transition(field=status, source=list(TERBUKA), target=Status.DIBATALKAN)
    def batalkan(self) -> None:
        """Given up; the records stay."""


class AnggotaPanitia(Rekam):
    """A member of the committee."""

    class Peran(models.TextChoices):
        KETUA = "ketua", "Ketua"
        SEKRETARIS = "sekretaris", "Sekretaris"
        ANGGOTA = "anggota", "Anggota"

    pemusnahan = models.ForeignKey(Pemusnahan, on_delete=models.PROTECT, related_name="panitia")
    pegawai = models.ForeignKey("kepegawaian.Pegawai", on_delete=models.PROTECT, related_name="+")
    peran = models.CharField("sebagai", max_length=10, choices=Peran)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "anggota panitia"
        verbose_name_plural = "anggota panitia"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemusnahan", "pegawai"], condition=Q(dibuang_pada__isnull=True), name="panitia_tunggal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()} panitia"


class ButirPemusnahan(Rekam):
    """A record on a list: what the committee says of it. `tahun`: its retention when it was put there."""

    class Penilaian(models.TextChoices):
        MUSNAH = "musnah", "Musnah"
        SIMPAN = "simpan", "Simpan"

    pemusnahan = models.ForeignKey(Pemusnahan, on_delete=models.PROTECT, related_name="butir")
    berkas = models.ForeignKey(BerkasArsip, verbose_name="berkas", on_delete=models.PROTECT, related_name="butir")
    tahun = models.PositiveSmallIntegerField("retensi (tahun)", default=0)
    penilaian = models.CharField("penilaian", max_length=8, choices=Penilaian, blank=True)
    catatan = models.CharField("catatan", max_length=200, blank=True)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "butir pemusnahan"
        verbose_name_plural = "butir pemusnahan"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemusnahan", "berkas"], condition=Q(dibuang_pada__isnull=True), name="butir_tunggal"
            )
        ]

    def __str__(self) -> str:
        return f"Butir {self.berkas}"


class SaksiPemusnahan(Rekam):
    """Who saw it destroyed."""

    pemusnahan = models.ForeignKey(Pemusnahan, on_delete=models.PROTECT, related_name="saksi")
    nama = models.CharField("nama", max_length=120)
    jabatan = models.CharField("jabatan", max_length=120)

    riwayat = Riwayat()

    class Meta:
        verbose_name = "saksi pemusnahan"
        verbose_name_plural = "saksi pemusnahan"
        ordering = ["id"]

    def __str__(self) -> str:
        return "Saksi pemusnahan"
