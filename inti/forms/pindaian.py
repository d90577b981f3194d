"""Fields for papers that are photographed or scanned."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.galat import AturanDilanggar
from inti.services.berkas import siapkan_unggahan


class PindaianField(forms.FileField):
    """A scan: a plain PDF, JPG or PNG. Cleaned, it bears `isi` and `jenis_isi`, ready for the store."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "PDF, JPG, atau PNG.")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError with the reason when the content is not what it should be."""
        berkas = super().clean(data, initial)
        if not data:  # not sent again: `berkas` is the key of the one that is kept
            return None
        try:
            berkas.isi, berkas.jenis_isi = siapkan_unggahan(berkas.read())
        except AturanDilanggar as galat:
            raise forms.ValidationError(galat.kalimat, code=galat.kode) from galat
        return berkas


class FotoField(PindaianField):
    """A portrait: JPG or PNG. Cleaned, it bears `isi` and `jenis_isi` as a scan does."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "JPG atau PNG; letak dan jenis telepon pemotret dihapus.")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError as a scan's field does, and for a PDF."""
        berkas = super().clean(data, initial)
        if berkas and not berkas.jenis_isi.startswith("image/"):
            raise forms.ValidationError("Foto harus JPG atau PNG.", code="FOTO_BUKAN_GAMBAR")
        return berkas
