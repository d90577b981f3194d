"""Shapes of input of counselling."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from dtks.models import Konseling, SesiKonseling
from inti.forms.dasar import FormObjek, FormRekam, NomorField, TanggalField

ORANG = ("nama", "nik", "lahir", "pendidikan", "alamat", "wali", "wali_hubungan", "wali_telepon")


class KonselingForm(FormRekam):
    """Both persons with their guardians, the court, and why they ask."""

    pria_nik = NomorField(label="NIK calon suami", help_text="16 angka, dari kartu keluarga.")
    wanita_nik = NomorField(label="NIK calon istri", help_text="16 angka, dari kartu keluarga.")
    tanggal = TanggalField(label="Tanggal daftar", initial=timezone.localdate)

    class Meta:
        model = Konseling
        fields = [
            "tanggal",
            "pengadilan",
            *(f"pria_{n}" for n in ORANG),
            *(f"wanita_{n}" for n in ORANG),
            "alasan",
            "uraian",
        ]
        widgets = {"uraian": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, medan in self.fields.items():
            medan.widget.attrs.setdefault("autocomplete", "off")  # nobody's browser keeps a child's data
            if nama.endswith("wali_hubungan"):
                medan.help_text = "Misalnya ayah kandung, paman."


class SesiForm(FormRekam):
    """A session."""

    tanggal = TanggalField(label="Tanggal sesi", initial=timezone.localdate)

    class Meta:
        model = SesiKonseling
        fields = [
            "tanggal",
            "hadir_pria",
            "hadir_wanita",
            "hadir_wali_pria",
            "hadir_wali_wanita",
            "hadir_lain",
            "ringkasan",
            "rencana",
        ]
        widgets = {"ringkasan": forms.Textarea(attrs={"rows": 5}), "rencana": forms.Textarea(attrs={"rows": 3})}


class HasilForm(FormObjek):
    """The result with its conclusion."""

    hasil = forms.ChoiceField(label="Hasil", choices=Konseling.Hasil.choices, widget=forms.RadioSelect)
    rujukan = forms.CharField(
        label="Dirujuk ke",
        max_length=160,
        required=False,
        help_text="Wajib bila dirujuk, misalnya puskesmas atau UPTD PPA.",
    )
    kesimpulan = forms.CharField(
        label="Kesimpulan",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Tercetak pada surat ke pengadilan.",
    )
