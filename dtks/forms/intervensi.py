"""Shapes of input of plans and results."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from dtks.models import RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import CalonSasaran, desa_terdata, hitung_calon
from inti.formats import ribuan
from inti.forms.dasar import FormObjek, FormRekam, TanggalField

UTUH = re.compile(r"^\d{1,15}$|^\d{1,3}(\.\d{3}){1,4}$")


class RupiahField(forms.CharField):
    """Whole rupiah as people write them: 1500000, 1.500.000, Rp 1.500.000."""

    def to_python(self, value: Any) -> Any:
        """A whole Decimal; refuses fractions."""
        teks = (super().to_python(value) or "").removeprefix("Rp").replace(" ", "").removesuffix(",-")
        if not teks:
            return Decimal(0) if not self.required else ""
        if not UTUH.match(teks):
            raise ValidationError("Tulis rupiah utuh, misalnya 1.500.000.", code="RUPIAH_PECAHAN")
        return Decimal(teks.replace(".", ""))

    def prepare_value(self, value: Any) -> Any:
        """Dots between thousands."""
        return ribuan(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Numeric keys on a phone."""
        return {**super().widget_attrs(widget), "inputmode": "numeric", "autocomplete": "off"}


class RencanaForm(FormRekam):
    """A plan with its villages."""

    anggaran = RupiahField(label="Anggaran (Rp)", help_text="Rupiah utuh, misalnya 150.000.000.")
    per_keluarga = RupiahField(
        label="Perkiraan per keluarga (Rp)", required=False, help_text="Kosongkan bila berbeda-beda."
    )
    desa = forms.MultipleChoiceField(label="Desa sasaran", error_messages={"required": "Pilih sedikitnya satu desa."})

    class Meta:
        model = RencanaIntervensi
        fields = [
            "nama",
            "tahun",
            "program",
            "opd",
            "sumber_dana",
            "anggaran",
            "per_keluarga",
            "mulai",
            "sampai",
            "desil_min",
            "desil_max",
            "desa",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wilayah = desa_terdata()
        pilihan: Any = self.fields["desa"]
        pilihan.choices = [(w.kode, w.nama.title()) for w in self.wilayah]
        self.fields["tahun"].initial = timezone.localdate().year

    def kelompok_desa(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """Villages under their kecamatan with what is ticked, for the template."""
        dipilih = set(self["desa"].value() or [])
        kelompok: dict[str, list[tuple[str, str, bool]]] = {}
        for w in self.wilayah:
            kecamatan = w.induk.nama.title() if w.induk else "Lainnya"
            nama = w.nama.title().removeprefix("Desa ").removeprefix("Kelurahan ")
            kelompok.setdefault(kecamatan, []).append((w.kode, nama, w.kode in dipilih))
        return list(kelompok.items())


class PilihForm(FormObjek):
    """Nothing to fill in: what a picking would find is shown before it is done."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.calon: CalonSasaran = hitung_calon(self.objek)


class HasilSasaranForm(FormObjek):
    """What came of one family or several."""

    hasil = forms.ChoiceField(label="Hasil", choices=SasaranIntervensi.Hasil.choices)
    tanggal = TanggalField(label="Tanggal", required=False, initial=timezone.localdate)
    jumlah = RupiahField(label="Jumlah per keluarga (Rp)", required=False, help_text="Hanya bila diterima.")
    catatan = forms.CharField(label="Catatan", max_length=200, required=False)
    diakui = forms.BooleanField(label="Kelebihan anggaran diketahui dan disengaja", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        s = self.objek
        if isinstance(s, SasaranIntervensi):
            awal = (
                {"hasil": "diterima", "jumlah": s.rencana.per_keluarga}
                if s.hasil == "belum"
                else {
                    "hasil": s.hasil,
                    "tanggal": s.tanggal,
                    "jumlah": s.jumlah,
                    "catatan": s.catatan,
                }
            )
            self.initial = {**awal, **(self.initial or {})}
