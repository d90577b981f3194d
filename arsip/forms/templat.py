"""Shapes of templates."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import TemplatSurat
from inti.forms.dasar import FormRekam
from inti.rules.isian import JENIS, Bidang, baca_bidang, tulis_bidang

TINGGI = {"isi": 18, "penutup": 2, "tembusan": 3}


class TemplatForm(FormRekam):
    """A template; its blanks are written one a line."""

    klasifikasi = KodeKlasifikasiField(required=False)
    bidang = forms.CharField(
        label="Bidang isian",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Satu baris satu bidang: nama | Label | jenis | wajib atau tidak. Jenis: {', '.join(JENIS)}. "
        "Di dalam isi ditulis {nama}.",
    )

    class Meta:
        model = TemplatSurat
        fields = [
            "kode", "nama", "bentuk", "seri", "sumber", "klasifikasi", "keamanan", "kecepatan", "bidang", "judul", "hal",
            "isi", "penutup", "tembusan", "pihak_kedua", "aktif",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, baris in TINGGI.items():
            self.fields[nama].widget.attrs["rows"] = baris
        if self.instance.pk:
            self.initial["bidang"] = tulis_bidang(Bidang(**b) for b in self.instance.bidang)

    def clean_bidang(self) -> list[dict[str, Any]]:
        """The lines as data; every bad line is named."""
        bidang, salah = baca_bidang(self.cleaned_data["bidang"])
        if salah:
            raise forms.ValidationError(salah)
        return [asdict(b) for b in bidang]
