"""Users of the system: who they are, where they belong, and from when until when they may come in."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from inti.models.aplikasi import AplikasiAktif
from inti.models.dasar import Kueri, Rekam, Riwayat

PERAN_PENGUSUL = frozenset({"magang"})


class PenggunaManager(BaseUserManager.from_queryset(Kueri)):
    """Makes users for Django's commands; the pages use services."""

    use_in_migrations = False

    def create_user(self, username: str, password: str | None = None, **isian: Any) -> Pengguna:
        """A user with a hashed password (unusable when None)."""
        pengguna = self.model(username=username.strip().lower(), **isian)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def create_superuser(self, username: str, password: str | None = None, **isian: Any) -> Pengguna:
        """For an emergency at the console; daily administration needs only the role `admin`."""
        return self.create_user(username, password, is_staff=True, is_superuser=True, **isian)


class Pengguna(AbstractBaseUser, PermissionsMixin, Rekam):
    """An account. For a member of staff the dated posting in `kepegawaian` is the authority for `unit`."""

    lingkup_kantor, orang, subjek = True, True, "pk"
    periksa_abaikan = ("tema", "tombol_huruf")  # the user's own choice of colours and keys is no change of the record
    last_login = None  # sessions keep it; a sign-in is not a change of the record

    username = models.CharField(
        "nama pengguna",
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        help_text="Huruf kecil, tanpa spasi.",
    )
    nama = models.CharField("nama lengkap", max_length=120)
    email = models.EmailField("pos-el", blank=True)
    unit = models.ForeignKey(
        "inti.UnitKerja",
        verbose_name="unit kerja",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pengguna",
    )
    desa = models.ForeignKey(
        "inti.Wilayah", verbose_name="desa", null=True, blank=True, on_delete=models.PROTECT, related_name="pengguna"
    )
    perusahaan = models.ForeignKey(
        "inti.Perusahaan",
        verbose_name="perusahaan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pengguna",
    )
    atasan = models.ForeignKey(
        "self",
        verbose_name="atasan/pembimbing",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bawahan",
    )
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    is_active = models.BooleanField("aktif", default=True)
    is_staff = models.BooleanField("boleh masuk halaman administrasi", default=False)
    akun_demo = models.BooleanField("akun contoh", default=False, editable=False)
    wajib_ganti_sandi = models.BooleanField("wajib mengganti kata sandi", default=False, editable=False)
    sandi_sekali_sampai = models.DateTimeField("kata sandi sekali pakai sampai", null=True, blank=True, editable=False)
    sandi_oleh = models.ForeignKey(
        "self",
        verbose_name="kata sandi dibuat oleh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    sandi_oleh_pada = models.DateTimeField("kata sandi dibuat", null=True, blank=True, editable=False)
    tema = models.CharField(
        "tampilan", max_length=8, choices=[("", "Ikut perangkat"), ("light", "Terang"), ("dark", "Gelap")], blank=True
    )

    tombol_huruf = models.BooleanField(
        "tombol satu huruf",
        default=True,
        help_text="n, j, k, x, dan sejenisnya. Ctrl+K dan tombol panah tetap berfungsi.",
    )

    sandi_sekali = ""  # the one-time password in clear, only on the object that a service has just returned

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["nama"]

    objects = PenggunaManager()
    riwayat = Riwayat(excluded_fields=["password"])

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                condition=Q(berlaku_mulai__isnull=True)
                | Q(berlaku_sampai__isnull=True)
                | Q(berlaku_sampai__gte=models.F("berlaku_mulai")),
                name="pengguna_masa_berlaku",
                violation_error_message="Berlaku sampai tidak boleh sebelum berlaku mulai.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        """Page of the account in the administration."""
        return reverse("pengguna", args=[self.pk])

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django's, but nobody holds a right of an app that is switched off, a superuser neither."""
        if self.is_active and self.is_superuser:
            return perm.partition(".")[0] not in self._aplikasi_mati
        return super().has_perm(perm, obj)

    def has_module_perms(self, app_label: str) -> bool:
        """Likewise, for the pages of Django admin."""
        if self.is_active and self.is_superuser:
            return app_label not in self._aplikasi_mati
        return super().has_module_perms(app_label)

    @cached_property
    def _aplikasi_mati(self) -> set[str]:
        return set(AplikasiAktif.objects.hidup().filter(aktif=False).values_list("kode", flat=True))

    def is_verified(self) -> bool:
        """Whether this session gave the code of the second factor (django-otp puts the device here at each request)."""
        return getattr(self, "otp_device", None) is not None

    @property
    def inisial(self) -> str:
        """Two letters for the head of the page."""
        kata = [k for k in self.nama.replace(",", " ").split() if k[0].isalpha() and "." not in k]
        return "".join(k[0] for k in kata[:2]).upper() or self.username[:2].upper()

    def berlaku_pada(self, hari: dt.date) -> bool:
        """Whether the account's period covers this day (both ends included)."""
        return (self.berlaku_mulai is None or self.berlaku_mulai <= hari) and (
            self.berlaku_sampai is None or hari <= self.berlaku_sampai
        )

    @cached_property
    def nama_peran(self) -> list[str]:
        """Names of his roles, asked once for each request."""
        return list(self.groups.order_by("name").values_list("name", flat=True))

    @property
    def hanya_mengusul(self) -> bool:
        """Whether every change he makes is a proposal: all his roles are an intern's."""
        return not self.is_superuser and bool(self.nama_peran) and set(self.nama_peran) <= PERAN_PENGUSUL

    def boleh_masuk(self) -> bool:
        """Active, not in the trash, within its period today (office time), and its one-time password not stale."""
        return (
            self.is_active
            and self.dibuang_pada is None
            and self.berlaku_pada(timezone.localdate())
            and not self.sandi_sekali_basi()
        )

    def sandi_sekali_basi(self) -> bool:
        """Whether a one-time password was never changed within its time."""
        batas = self.sandi_sekali_sampai
        return self.wajib_ganti_sandi and batas is not None and batas < timezone.now()


class Sesi(models.Model):
    """A signed-in browser of a user, so that he can see his own sessions and end those elsewhere."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="sesi")
    kunci_sesi = models.CharField(max_length=40, unique=True)
    alamat = models.GenericIPAddressField(null=True)
    peramban = models.CharField(max_length=200, blank=True)
    mulai = models.DateTimeField(auto_now_add=True)
    terakhir = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "sesi"
        verbose_name_plural = "sesi"
        ordering = ["-terakhir"]

    def __str__(self) -> str:
        return f"{self.pengguna}, {self.mulai:%d-%m-%Y %H.%M}"
