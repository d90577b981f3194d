"""Shapes of input for a pasted list."""

from __future__ import annotations

from typing import Any

from django import forms

from dtks.models import JenisPermohonan, SyaratBerkas
from dtks.rules.sekaligus import PALING_BANYAK, baca_daftar
from inti.forms.dasar import TanggalField


class DaftarForm(forms.Form):
    """A list of NIKs under a name to find it by."""

    nama = forms.CharField(label="Dari siapa", max_length=120, help_text="Misalnya: Desa Sumberjo, 18 November.")
    jenis = forms.ChoiceField(label="Diperiksa untuk", choices=JenisPermohonan.choices, initial="reaktivasi")
    daftar = forms.CharField(
        label="Daftar NIK",
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 12, "inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}),
        help_text=f"Satu NIK satu baris, paling banyak {PALING_BANYAK}. Boleh ditempel dari Excel beserta namanya.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_daftar(self) -> list[str]:
        """The numbers in their order."""
        daftar = baca_daftar(self.cleaned_data["daftar"])
        if not 1 <= len(daftar) <= PALING_BANYAK:
            raise forms.ValidationError(
                f"Daftar berisi {len(daftar)} nomor; isi 1 sampai {PALING_BANYAK}.", code="DAFTAR_PANJANG"
            )
        return daftar


class BersamaForm(forms.Form):
    """What holds for everybody on the list: the cover letter and the papers that came with it."""

    pengantar_nomor = forms.CharField(label="Nomor surat pengantar", max_length=60)
    pengantar_tanggal = TanggalField(label="Tanggal surat pengantar")
    keperluan = forms.CharField(label="Keperluan", max_length=160, required=False, initial="pelayanan kesehatan")

    def __init__(self, *args: Any, jenis: str, syarat: list[SyaratBerkas], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.syarat = syarat
        if jenis == JenisPermohonan.REAKTIVASI:
            self.fields["faskes_nama"] = forms.CharField(label="Fasilitas kesehatan", max_length=100, required=False)
            self.fields["faskes_nomor"] = forms.CharField(label="Nomor surat faskes", max_length=60, required=False)
            self.fields["faskes_tanggal"] = TanggalField(label="Tanggal surat faskes", required=False)
        for s in syarat:
            nama = s.nama if s.wajib else f"{s.nama} (bila ada)"
            self.fields[f"ada_{s.kode}"] = forms.BooleanField(label=nama, required=False)

    def isian(self) -> dict[str, Any]:
        """Fields of every request."""
        return {k: v for k, v in self.cleaned_data.items() if not k.startswith("ada_")}

    def berkas_ada(self) -> list[str]:
        """Codes of the papers that came for everybody."""
        return [s.kode for s in self.syarat if self.cleaned_data.get(f"ada_{s.kode}")]

    @property
    def centang(self) -> list[Any]:
        """Paper boxes, for the template."""
        return [self[f"ada_{s.kode}"] for s in self.syarat]
