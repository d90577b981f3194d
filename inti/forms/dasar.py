"""Shapes of input that all apps share."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.db.models import QuerySet

from inti.formats import baca_tanggal, rapikan_nomor
from inti.forms.pindaian import FotoField, PindaianField
from inti.models import BerkasTersimpan


class TanggalInput(forms.DateInput):
    """A date as people here write it: 20-11-2026."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            format="%d-%m-%Y",
            attrs={"inputmode": "numeric", "autocomplete": "off", **kwargs.pop("attrs", {})},
            **kwargs,
        )


class TanggalField(forms.DateField):
    """A date field that reads what an import reads (`inti.formats.baca_tanggal`): 20-11-2026, 20/11/2026, 20 Nov 2026."""

    widget = TanggalInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Contoh: 20-11-2026")
        kwargs.setdefault("error_messages", {"invalid": "Tulis tanggal seperti 20-11-2026."})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """A date, or None. Raises ValidationError with the sentence of the reader."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        try:
            return baca_tanggal(value)
        except ValueError as galat:
            umum = str(self.error_messages["invalid"])
            raise forms.ValidationError(
                str(galat) if "harus 4 angka" in str(galat) or "tidak wajar" in str(galat) else umum, code="invalid"
            ) from None


class NomorField(forms.CharField):
    """A number kept as text: blanks, dots and dashes fall away before the check."""

    def to_python(self, value: Any) -> str:
        """The digits alone."""
        return rapikan_nomor(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Numeric keys on a phone; browsers keep no copy."""
        return {**super().widget_attrs(widget), "inputmode": "numeric", "autocomplete": "off"}


class PilihanBanyakField(forms.ModelMultipleChoiceField):
    """Several records. A number that no database holds is no choice (Django 5.2 lets the driver raise OverflowError)."""

    def _check_values(self, value: Any) -> QuerySet:
        try:
            return super()._check_values(value)
        except OverflowError as galat:
            raise forms.ValidationError(self.error_messages["invalid_list"], code="invalid_list") from galat


class FormObjek(forms.Form):
    """Form of a verb on a record: it knows the record and the user."""

    def __init__(self, *args: Any, objek: Any = None, pengguna: Any = None, **kwargs: Any) -> None:
        self.objek, self.pengguna = objek, pengguna
        super().__init__(*args, label_suffix="", **kwargs)


class FormRekam(forms.ModelForm):
    """Form of a record. Dates are written as people here write them; a reference to a stored file is a file to upload."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for nama in self.unggahan():
            self.fields[nama] = self._medan_berkas(nama)
        for nama, medan in self.fields.items():
            if type(medan) is forms.DateField:
                self.fields[nama] = TanggalField(
                    label=medan.label,
                    required=medan.required,
                    initial=medan.initial,
                    help_text=medan.help_text or "Contoh: 20-11-2026",
                )

    def unggahan(self) -> list[str]:
        """Fields that refer to a stored file. Cleaned, each holds an upload ready for the store, or nothing: keep it."""
        bidang = {f.name: f for f in self._meta.model._meta.concrete_fields}
        return [n for n in self.fields if n in bidang and bidang[n].related_model is BerkasTersimpan]

    def _medan_berkas(self, nama: str) -> PindaianField:
        semula = self.fields[nama]
        ada = getattr(self.instance, nama, None) if getattr(self.instance, f"{nama}_id", None) else None
        bantuan = f"Sekarang: {ada.nama_asli}. Unggah untuk mengganti." if ada else semula.help_text
        teks = {"help_text": bantuan} if bantuan else {}
        kelas = FotoField if nama.startswith("foto") else PindaianField  # a photograph is no PDF
        return kelas(label=semula.label, required=semula.required and ada is None, **teks)

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | set(self.unggahan())

    def _post_clean(self) -> None:
        # An upload is no record yet: it becomes one in the service's transaction, not on the form's own instance.
        unggahan = {n: self.cleaned_data.pop(n) for n in self.unggahan() if n in self.cleaned_data}
        super()._post_clean()
        self.cleaned_data |= unggahan


class AlasanForm(FormObjek):
    """A written reason."""

    alasan = forms.CharField(label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class CetakForm(FormObjek):
    """A print; a further copy needs its reason."""

    alasan = forms.CharField(
        label="Alasan mencetak ulang", max_length=200, required=False, help_text="Kosongkan pada cetakan pertama."
    )


class MasukForm(AuthenticationForm):
    """Name and password; the same sentence whatever is wrong."""

    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok, atau masa berlaku akun telah lewat.",
        "inactive": "Nama pengguna atau kata sandi tidak cocok, atau masa berlaku akun telah lewat.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"

    def clean_username(self) -> str:
        """A name longer than any account's is no account; the record of failed tries could not hold it."""
        nama = str(self.cleaned_data["username"])
        if len(nama) > (self.username_field.max_length or 0):
            raise self.get_invalid_login_error()
        return nama


def pilihan(form: forms.BaseForm, nama: str, kueri: QuerySet) -> None:
    """Narrow what a field of records offers, and so what it accepts."""
    cast(forms.ModelChoiceField, form.fields[nama]).queryset = kueri
