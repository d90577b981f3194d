"""Shapes of input around an account: codes, passwords, and the administrator's form of a user."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from inti.access import PERAN
from inti.forms.dasar import FormObjek, FormRekam
from inti.forms.perusahaan import PerusahaanPilihanField
from inti.models import Pengguna, Perusahaan, UnitKerja, Wilayah
from inti.services.faktor import HasilKode
from inti.services.pengguna import peran_pengguna

NAMA_PENGGUNA = re.compile(r"^[a-z0-9][a-z0-9._-]{2,59}$")
SANDI_LAMA = {"autocomplete": "current-password"}
SANDI_BARU = {"autocomplete": "new-password"}
PILIHAN_PERAN = [
    ("admin", "Admin: pengguna, aturan, dan tugas sistem; tanpa data perkara"),
    ("pimpinan", "Pimpinan: menyetujui dan menandatangani"),
    ("penyelia", "Penyelia: memeriksa usulan staf dan magang"),
    ("staf", "Staf: mengerjakan urusan unitnya"),
    ("loket", "Loket: melayani warga, mendaftar, mencetak"),
    ("konselor", "Konselor: konseling PUSPAGA; di samping peran lain"),
    ("personalia", "Personalia: mengelola berkas pegawai seluruh kantor; di samping peran lain"),
    ("arsiparis", "Arsiparis: mengagenda surat dan mengelola arsip seluruh kantor; di samping peran lain"),
    ("magang", "Magang: mengusulkan; ada masa dan pembimbing"),
    ("desa", "Desa: desanya sendiri saja"),
    ("perusahaan", "Perusahaan: berkas perusahaannya sendiri saja"),
]


class KodeForm(forms.Form):
    """Six digits of the app, or a recovery code."""

    kode = forms.CharField(
        label="Kode",
        max_length=20,
        error_messages={"required": "Tulis kode yang sedang tampil di aplikasi."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def tolak(self, hasil: HasilKode) -> None:
        """Say that the code was refused, or how long to wait after too many tries."""
        if hasil.tunggu:
            self.add_error("kode", f"Terlalu banyak kode keliru. Tunggu {hasil.tunggu} detik, lalu coba lagi.")
        else:
            self.add_error("kode", "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu tulis kembali.")


class SandiKodeForm(KodeForm):
    """What weakens an account needs its password and a code."""

    sandi = forms.CharField(label="Kata sandi", strip=False, widget=forms.PasswordInput(attrs=SANDI_LAMA))
    field_order = ("sandi", "kode")


class MasukBerkodeForm(KodeForm):
    """Name, password and code at once: for an account that somebody else's wrong tries have locked."""

    username = forms.CharField(label="Nama pengguna", max_length=60)
    sandi = forms.CharField(label="Kata sandi", strip=False, widget=forms.PasswordInput(attrs=SANDI_LAMA))
    field_order = ("username", "sandi", "kode")


class GantiSandiForm(forms.Form):
    """The current password and a new one, written twice. Long is strong: no rules of letters and signs."""

    sandi_kini = forms.CharField(label="Kata sandi sekarang", strip=False, widget=forms.PasswordInput(attrs=SANDI_LAMA))
    sandi_baru = forms.CharField(
        label="Kata sandi baru",
        strip=False,
        max_length=128,
        help_text="Sedikitnya 12 karakter; boleh kalimat dengan spasi. Bukan kata sandi yang lazim dipakai.",
        widget=forms.PasswordInput(attrs=SANDI_BARU),
    )
    sandi_ulang = forms.CharField(
        label="Ulangi kata sandi baru", strip=False, widget=forms.PasswordInput(attrs=SANDI_BARU)
    )

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        self.pengguna = pengguna
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_sandi_baru(self) -> str:
        """Long enough, not common, not like the name, and not the current one."""
        sandi = self.cleaned_data["sandi_baru"]
        validate_password(sandi, self.pengguna)
        if sandi == self.data.get("sandi_kini"):
            raise ValidationError("Sama dengan kata sandi sekarang. Pilih yang lain.", code="sandi_sama")
        return sandi

    def clean(self) -> dict[str, Any]:
        """Both writings agree."""
        isi = super().clean() or {}
        if isi.get("sandi_baru") and isi.get("sandi_ulang") and isi["sandi_baru"] != isi["sandi_ulang"]:
            self.add_error("sandi_ulang", "Tidak sama dengan kata sandi baru. Tulis kembali.")
        return isi


class KodePilihanField(forms.ModelChoiceField):
    """A record chosen by its own number, since the list would be too long to scroll."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        """Show the number of a record, not its key."""
        if isinstance(value, int) and not isinstance(value, bool):
            semua: Any = self.queryset
            value = semua.filter(pk=value).first() or ""
        return super().prepare_value(value)

    def to_python(self, value: Any) -> Any:
        """Blanks around the number do not count."""
        return super().to_python(value.strip() if isinstance(value, str) else value)


class PeranForm(FormObjek):
    """Roles as boxes to tick."""

    peran = forms.MultipleChoiceField(
        label="Peran",
        choices=PILIHAN_PERAN,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu peran."},
    )
    dasar = forms.CharField(
        label="Dasar perubahan",
        max_length=200,
        required=False,
        help_text="Misalnya nomor surat tugas. Tercatat di riwayat.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.objek is not None:
            self.fields["peran"].initial = peran_pengguna(self.objek)


class PenggunaForm(FormRekam):
    """A user's name, place and period. What is not listed here can't be sent."""

    desa = KodePilihanField(
        label="Kode desa",
        queryset=Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA),
        to_field_name="kode",
        required=False,
        help_text="Hanya untuk peran desa. Contoh: 33.17.01.2001",
        error_messages={"invalid_choice": "Kode desa tidak dikenal. Periksa kodenya di daftar wilayah."},
    )
    perusahaan = PerusahaanPilihanField(
        label="NPP, NIB, atau NPWP perusahaan",
        queryset=Perusahaan.objects.hidup(),
        required=False,
        help_text="Hanya untuk peran perusahaan.",
        error_messages={"invalid_choice": "Nomor tidak dikenal. Periksa nomornya di daftar perusahaan."},
    )

    class Meta:
        model = Pengguna
        fields = ["nama", "email", "unit", "desa", "perusahaan", "berlaku_mulai", "berlaku_sampai", "atasan"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        atasan: Any = self.fields["atasan"]
        unit.queryset = UnitKerja.objects.hidup()
        unit.label_from_instance = lambda u: "\u2003" * u.kedalaman + u.nama
        unit.empty_label = atasan.empty_label = "Tidak ada"
        calon = Pengguna.objects.hidup().filter(is_active=True, groups__name__in=["penyelia", "pimpinan"]).distinct()
        atasan.queryset = calon.exclude(pk=self.instance.pk) if self.instance.pk else calon
        self.fields["berlaku_sampai"].help_text = "Kosongkan bila tidak berakhir. Wajib untuk magang."


class PenggunaBaruForm(PenggunaForm):
    """A new user: also his name for signing in, which stays, and his roles."""

    username = forms.CharField(
        label="Nama pengguna",
        max_length=60,
        help_text="Huruf kecil, angka, titik, atau tanda hubung. Tidak dapat diubah kemudian.",
    )
    peran = forms.MultipleChoiceField(
        label="Peran",
        choices=PILIHAN_PERAN,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu peran."},
    )
    field_order = (
        "nama",
        "username",
        "peran",
        "unit",
        "desa",
        "perusahaan",
        "atasan",
        "berlaku_mulai",
        "berlaku_sampai",
        "email",
    )

    def clean_username(self) -> str:
        """Lower case, plain letters, not taken."""
        nama = self.cleaned_data["username"].strip().lower()
        if not NAMA_PENGGUNA.match(nama):
            raise ValidationError("Pakai 3 sampai 60 huruf kecil, angka, titik, atau tanda hubung.", code="username")
        if Pengguna.objects.filter(username=nama).exists():
            raise ValidationError("Nama pengguna ini sudah dipakai. Pilih yang lain.", code="username_ada")
        return nama


assert [p for p, _ in PILIHAN_PERAN] == list(PERAN)  # a new role needs its sentence here
