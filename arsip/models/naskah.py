"""A letter while it is being written: draft, initials, approval; its versions; what is attached to it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django_fsm import FSMField, transition

from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan, sebutan_sifat
from arsip.models.templat import Bentuk, Seri
from inti.galat import Tetap
from inti.models import BerAlur, BerkasTersimpan, Kueri, Pegangan, Pengguna, Rekam, Riwayat
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, Alur, Pemegang, Tahap


class NaskahKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> NaskahKueri:
        """Drafts of the user's unit and below, and those put before him. Closed ones: who writes, checks or signs."""
        dilalui = Pegangan.objects.filter(berlaku=True, pemegang=pengguna).kasus(Naskah, ("paraf", "setuju"))
        sendiri = Q(konseptor=pengguna) | Q(pk__in=dilalui) | Q(penandatangan__pengguna=pengguna)
        unit = Q(pk__in=[])
        if pengguna.has_perm("arsip.kelola_kantor"):
            unit = ~Q(keamanan__in=TERTUTUP)
        elif pengguna.unit is not None:
            unit = Q(unit__jalur__startswith=pengguna.unit.jalur) & ~Q(keamanan__in=TERTUTUP)
        return self.filter(sendiri | unit)

    def menunggu(self, pengguna: Pengguna) -> NaskahKueri:
        """What waits for this user: his initials now, or his signature."""
        return self.hidup().filter(pk__in=Pegangan.objects.atas_nama(pengguna).kasus(Naskah, ("paraf", "setuju")))


_PARAF = Tetap("BUKAN_GILIRAN", "Naskah ini tidak menunggu paraf Anda.", "Muat ulang antrean.")
ALUR_NASKAH = Alur(
    (
        # Those who initial are named at the submission, in their order.
        Tahap(
            "paraf", "Paraf {siapa}", "diperiksa", boleh=frozenset({TERUSKAN, KEMBALIKAN}), bukan=_PARAF, belum=_PARAF
        ),
        Tahap(
            "setuju",
            "Persetujuan",
            "menunggu",
            lambda n: Pemegang(n.penandatangan.pengguna),
            boleh=frozenset({SETUJUI, KEMBALIKAN}),
            bukan=Tetap(
                "BUKAN_PENANDATANGAN", "Naskah ini ditandatangani pejabat lain.", "Serahkan kepada penanda tangannya."
            ),
        ),
        Tahap(
            "nomor",
            "Nomor",
            "disetujui",
            lambda n: Pemegang(izin="arsip.nomori_naskah"),
            boleh=frozenset({TERUSKAN}),
            memutus=False,
            tangan="meja surat",
            bukan=Tetap("BUKAN_MEJA_SURAT", "Nomor diberikan oleh meja surat.", "Serahkan kepada {siapa}."),
        ),
    ),
    pembuat=lambda n: Pemegang(n.konseptor),
    sendiri=Tetap(
        "MEMERIKSA_SENDIRI", "Anda sendiri yang membuat konsep ini.", "Minta pejabat lain menandatanganinya."
    ),
)


class Naskah(BerAlur, Rekam):
    """A letter on its way to a number. Once it has one, its life goes on as SuratKeluar."""

    class Status(models.TextChoices):
        KONSEP = "konsep", "Konsep"
        DIPERIKSA = "diperiksa", "Diperiksa"
        MENUNGGU = "menunggu", "Menunggu persetujuan"
        DISETUJUI = "disetujui", "Disetujui"
        TERBIT = "terbit", "Bernomor"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    TANDA = {
        "konsep": "konsep", "diperiksa": "25", "menunggu": "50", "disetujui": "75", "terbit": "selesai",
        "dibatalkan": "batal",
    }  # fmt: skip
    TERBUKA = (Status.KONSEP, Status.DIPERIKSA, Status.MENUNGGU, Status.DISETUJUI)
    alur = ALUR_NASKAH

    class Sebutan(models.TextChoices):
        TERCATAT = "", "Seperti tercatat pada data pegawai"
        AN = "an", "a.n. (atas nama)"
        UB = "ub", "u.b. (untuk beliau)"
        PLT = "plt", "Plt. (pelaksana tugas)"
        PLH = "plh", "Plh. (pelaksana harian)"

    templat = models.ForeignKey(
        "arsip.TemplatSurat", verbose_name="templat", on_delete=models.PROTECT, related_name="naskah_set"
    )
    bentuk = models.CharField("bentuk", max_length=10, choices=Bentuk, default=Bentuk.SURAT)
    seri = models.CharField("buku nomor", max_length=10, choices=Seri, default=Seri.SURAT)
    unit = models.ForeignKey("inti.UnitKerja", verbose_name="unit pengolah", on_delete=models.PROTECT, related_name="+")
    konseptor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="konseptor", on_delete=models.PROTECT, related_name="+"
    )
    tujuan = models.CharField("tujuan (Yth.)", max_length=160, blank=True)
    alamat = models.TextField("alamat", max_length=400, blank=True, help_text="Baris demi baris, seperti pada amplop.")
    telepon = models.CharField("telepon penerima", max_length=20, blank=True, help_text="Dicetak pada amplop.")
    judul = models.CharField("judul naskah", max_length=120, blank=True)
    hal = models.CharField("hal", max_length=200)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20)
    keamanan = models.CharField("sifat keamanan", max_length=8, choices=Keamanan, default=Keamanan.BIASA)
    kecepatan = models.CharField("sifat kecepatan", max_length=8, choices=Kecepatan, default=Kecepatan.BIASA)
    lampiran = models.CharField("lampiran", max_length=60, blank=True, help_text="Misalnya 1 (satu) berkas.")
    isi = models.TextField("isi", max_length=20_000)
    penutup = models.TextField("penutup", max_length=1000, blank=True)
    tembusan = models.TextField("tembusan", max_length=1000, blank=True, help_text="Satu baris satu tujuan.")
    penandatangan = models.ForeignKey(
        "kepegawaian.Pegawai", verbose_name="penanda tangan", on_delete=models.PROTECT, related_name="+"
    )
    sebutan = models.CharField("menandatangani", max_length=3, choices=Sebutan, blank=True, default=Sebutan.TERCATAT)
    atas_nama = models.CharField(
        "jabatan yang diatasnamakan", max_length=120, blank=True, help_text="Untuk a.n., u.b., Plt., dan Plh."
    )
    pihak_kedua_nama = models.CharField("nama pihak kedua", max_length=120, blank=True)
    pihak_kedua_jabatan = models.CharField("jabatan pihak kedua", max_length=120, blank=True)
    status = FSMField("status", max_length=12, choices=Status, default=Status.KONSEP, protected=True)
    alasan_kembali = models.CharField("alasan dikembalikan", max_length=300, blank=True)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateTimeField("disetujui", null=True, blank=True)
    sidik = models.CharField("sidik isi yang disetujui", max_length=64, blank=True, editable=False)
    surat_keluar = models.OneToOneField(
        "arsip.SuratKeluar", null=True, blank=True, on_delete=models.PROTECT, related_name="naskah"
    )

    objects = NaskahKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "konsep surat"
        verbose_name_plural = "konsep surat"
        ordering = ["-diubah_pada", "-id"]
        indexes = [models.Index(fields=["diubah_pada", "id"], name="naskah_diubah")]
        permissions = [("setujui_naskah", "Memaraf dan menyetujui naskah"), ("nomori_naskah", "Memberi nomor naskah")]

    def __str__(self) -> str:
        return self.hal

    def tetap(self) -> Tetap | None:
        """Until it has a number."""
        if self.status not in {self.Status.TERBIT, self.Status.DIBATALKAN}:
            return None
        return Tetap(
            "NASKAH_TERBIT",
            f"Surat ini sudah {self.get_status_display().lower()}.",
            "Batalkan suratnya, lalu buat yang baru.",
        )

    def get_absolute_url(self) -> str:
        return reverse("arsip:naskah", args=[self.pk])

    @property
    def sifat(self) -> str:
        """Security and speed in words."""
        return sebutan_sifat(self.keamanan, self.kecepatan)

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        if self.status == self.Status.KONSEP and self.alasan_kembali:
            return "perlu", "Dikembalikan"
        return super().status_tampil

    @property
    def berkas_musnah(self) -> BerkasTersimpan | None:
        """The print of its letter, once that was destroyed; with it went what this draft said."""
        dokumen = self.surat_keluar.dokumen if self.surat_keluar else None
        return dokumen.berkas if dokumen and dokumen.berkas.dimusnahkan_pada else None

    def boleh_ditarik(self, pengguna: Pengguna) -> bool:
        """Whether a user may take it back: who wrote it, and his supervisor (an intern's weeks end before his letters)."""
        return pengguna.pk in {self.konseptor_id, self.konseptor.atasan_id}

    @transition(field=status, source=Status.KONSEP, target=Status.DIPERIKSA)
    def ajukan_periksa(self) -> None:
        """Sent to whoever checks it first."""

    @transition(field=status, source=[Status.KONSEP, Status.DIPERIKSA], target=Status.MENUNGGU)
    def ajukan_setuju(self) -> None:
        """All have checked it, or nobody has to: it waits for the signer."""

    @transition(field=status, source=Status.MENUNGGU, target=Status.DISETUJUI)
    def setujui(self) -> None:
        """The signer approves what he read."""

    @transition(field=status, source=[Status.DIPERIKSA, Status.MENUNGGU, Status.DISETUJUI], target=Status.KONSEP)
    def kembalikan(self) -> None:
        """Back to the writer: returned with a reason, taken back, or changed after approval."""

    @transition(field=status, source=Status.DISETUJUI, target=Status.TERBIT)
    def terbitkan(self) -> None:
        """It has its number."""

    @transition(
        field=status,
        source=[Status.KONSEP, Status.DIPERIKSA, Status.MENUNGGU, Status.DISETUJUI],
        target=Status.DIBATALKAN,
    )
    def batalkan(self) -> None:
        """It will not be sent."""


class VersiNaskah(models.Model):
    """What a draft said after one save. Never changed."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="versi_set")
    ke = models.PositiveSmallIntegerField("versi ke")
    isi = models.JSONField("isian")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "versi naskah"
        verbose_name_plural = "versi naskah"
        ordering = ["naskah", "ke"]
        constraints = [models.UniqueConstraint(fields=["naskah", "ke"], name="versinaskah_tunggal")]

    def __str__(self) -> str:
        return f"Versi {self.ke}"


class LampiranKueri(Kueri):
    def lingkup(self, pengguna: Pengguna) -> LampiranKueri:
        """Of drafts that the user may meet."""
        return self.filter(naskah__in=Naskah.objects.untuk(pengguna).values("pk"))

    def untuk_berkas(self, pengguna: Pengguna, berkas: UUID) -> LampiranKueri:
        """Whoever may read the draft may have what is attached to it."""
        return self.untuk(pengguna) if pengguna.has_perm("arsip.view_naskah") else self.none()


class LampiranNaskah(Rekam):
    """A file that goes with a letter."""

    naskah = models.ForeignKey(Naskah, verbose_name="naskah", on_delete=models.PROTECT, related_name="lampiran_set")
    judul = models.CharField("judul lampiran", max_length=120)
    berkas = models.ForeignKey("inti.BerkasTersimpan", on_delete=models.PROTECT, related_name="+")

    objects = LampiranKueri.as_manager()
    riwayat = Riwayat()

    class Meta:
        verbose_name = "lampiran naskah"
        verbose_name_plural = "lampiran naskah"
        ordering = ["naskah", "id"]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("arsip:naskah_bagian", args=[self.naskah_id, "lampiran"])
