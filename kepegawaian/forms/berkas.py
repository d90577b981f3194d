"""Shapes of papers: a scan with what it is, many scans at once, categories."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from inti.forms.dasar import FormRekam, pilihan
from inti.forms.pindaian import PindaianField
from inti.galat import AturanDilanggar
from inti.models import Tempat
from kepegawaian.models import BerkasPegawai, Jenis, KategoriBerkas
from kepegawaian.queries.berkas import syarat_pada
from kepegawaian.services.zip import jumlah_halaman


class BerkasUbahForm(FormRekam):
    """What a paper is; its scan stays."""

    class Meta:
        model = BerkasPegawai
        fields = ["nomor", "tanggal", "berlaku_sampai", "tempat"]

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "tempat", Tempat.objects.hidup())
        self.fields["nomor"].help_text = "Untuk kategori yang boleh lebih dari satu, nomor membedakannya."


class BerkasForm(BerkasUbahForm):
    """A new paper with its scan."""

    pindaian = PindaianField(label="Pindaian")

    class Meta(BerkasUbahForm.Meta):
        fields = ["kategori", "nomor", "tanggal", "berlaku_sampai", "tempat"]

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kategori = KategoriBerkas.objects.hidup()
        if pengguna is not None and not pengguna.has_perm("kepegawaian.kelola_kantor"):
            kategori = kategori.filter(rahasia=False)
        pilihan(self, "kategori", kategori)
        self.order_fields(["kategori", "pindaian"])

    def clean(self) -> dict[str, Any]:
        """A category with an expiry asks for it; a scan's pages are counted."""
        isi = super().clean() or {}
        kategori = isi.get("kategori")
        if kategori and kategori.berkedaluwarsa and not isi.get("berlaku_sampai"):
            self.add_error("berlaku_sampai", "Isi tanggal akhir masa berlakunya.")
        berkas = isi.get("pindaian")
        if berkas:
            try:
                berkas.halaman = jumlah_halaman(berkas.isi, berkas.jenis_isi)
            except AturanDilanggar as galat:
                self.add_error("pindaian", forms.ValidationError(galat.kalimat, code=galat.kode))
        return isi


class KategoriForm(FormRekam):
    """A category and which kinds of staff must have it from today on."""

    wajib = forms.MultipleChoiceField(
        label="Wajib untuk", choices=Jenis.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = KategoriBerkas
        fields = ["kode", "nama", "urut", "berkedaluwarsa", "boleh_banyak", "rahasia"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            kini = syarat_pada(timezone.localdate())
            self.initial["wajib"] = [j for j, k in kini.items() if self.instance.pk in k]

    def clean_kode(self) -> str:
        """Capital letters, digits and underscores: it stands in file names."""
        kode = str(self.cleaned_data["kode"]).strip().upper().replace(" ", "_").replace("-", "_")
        if not kode.replace("_", "").isalnum() or not kode.isascii():
            raise forms.ValidationError("Hanya huruf, angka, dan garis bawah.")
        return kode
