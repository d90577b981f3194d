"""Shape of a batch: template, signer, and the list that fills it."""

from __future__ import annotations

from typing import Any

from django import forms

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import TERTUTUP, SumberData, SuratMassal, TemplatSurat
from arsip.queries.naskah import penandatangan_surat
from inti.forms.dasar import FormRekam, pilihan

TERBESAR = 5 * 1024 * 1024


def templat_massal_boleh() -> Any:
    """Templates that a list alone can fill; closed letters are written one by one."""
    return (
        TemplatSurat.objects.hidup()
        .filter(aktif=True, sumber=SumberData.TANPA, pihak_kedua=False)
        .exclude(keamanan__in=TERTUTUP)
    )


class MassalForm(FormRekam):
    klasifikasi = KodeKlasifikasiField()
    daftar = forms.FileField(
        label="Daftar tujuan (.xlsx, .ods, atau .csv)",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
        help_text="Kolom: tujuan, alamat, telepon, dan bidang isian templat. Unduh contohnya pada halaman templat.",
    )

    class Meta:
        model = SuratMassal
        fields = ["nama", "templat", "klasifikasi", "penandatangan"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "templat", templat_massal_boleh())
        pilihan(self, "penandatangan", penandatangan_surat())

    def clean_daftar(self) -> Any:
        """Not larger than a list may be."""
        berkas = self.cleaned_data["daftar"]
        if berkas.size > TERBESAR:
            raise forms.ValidationError("Daftar paling besar 5 MB.")
        return berkas
