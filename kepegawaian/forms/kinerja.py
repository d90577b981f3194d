"""Shapes of input of daily performance: the day's grid, targets, handing over, the rating of a month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from inti.forms.dasar import FormObjek, FormRekam, pilihan
from inti.forms.pindaian import PindaianField
from kepegawaian.models import Pegawai, PenilaianBulanan, TargetKinerja

BARIS_TERBANYAK = 40
KOSONG = forms.TextInput(attrs={"class": "form-control", "autocomplete": "off", "placeholder": " "})


def _angka(**lain: Any) -> forms.NumberInput:
    return forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric", "min": 1, **lain})


class BarisForm(forms.Form):
    """A row of the day's grid. A new row that is left empty is no row."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kegiatan = forms.CharField(label="Kegiatan", max_length=240, required=False, widget=KOSONG)
    target = forms.TypedChoiceField(
        label="Target", required=False, empty_value=None, widget=forms.Select(attrs={"class": "form-select"})
    )
    jumlah = forms.IntegerField(label="Jumlah", min_value=1, max_value=100_000, required=False, widget=_angka())
    satuan = forms.CharField(
        label="Satuan",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-control", "list": "daftar-satuan"}),
    )
    menit = forms.IntegerField(
        label="Menit", min_value=1, max_value=1440, required=False, widget=_angka(**{"data-menit": ""})
    )
    tautan = forms.CharField(
        label="Bukti",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
    )
    berkas = PindaianField(
        label="Lampiran",
        required=False,
        help_text="",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png", "class": "form-control", "data-lewati": ""}),
    )
    hapus = forms.BooleanField(
        label="Hapus baris",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input", "data-lewati": ""}),
    )

    def __init__(self, *args: Any, target: Sequence[TargetKinerja] = (), **kwargs: Any) -> None:
        """`target`: those that may be chosen, read once for all rows."""
        super().__init__(*args, label_suffix="", **kwargs)
        medan = cast(forms.TypedChoiceField, self.fields["target"])
        medan.choices = [("", "Tanpa target"), *((str(t.pk), str(t)) for t in target)]
        medan.coerce = {str(t.pk): t for t in target}.get

    def clean(self) -> dict[str, Any]:
        """What a row needs: an activity with its minutes; amount 1 and the target's unit of output unless said."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("hapus"):
            return isi
        if not isi.get("kegiatan") and "kegiatan" not in self.errors:
            self.add_error("kegiatan", "Tulis kegiatannya, atau kosongkan seluruh baris.")
        if not isi.get("menit") and "menit" not in self.errors:
            self.add_error("menit", "Isi waktu dalam menit.")
        target = isi.get("target")
        isi["satuan"] = isi.get("satuan") or (target.satuan if target else "kegiatan")
        isi["jumlah"] = isi.get("jumlah") or 1
        return isi

    def tandai(self) -> None:
        """Mark fields that hold an error, for eye and reader."""
        for nama in self.errors:
            if nama in self.fields:
                attrs = self.fields[nama].widget.attrs
                attrs["class"] = f"{attrs.get('class', '')} is-invalid"
                attrs["aria-invalid"] = "true"
                attrs["aria-describedby"] = f"galat-{self.add_prefix(nama)}"


class HariFormSet(forms.BaseFormSet):
    """The rows of a day."""

    def baris(self) -> list[dict[str, Any]]:
        """Rows that say something, cleaned; a new row marked for deletion is none."""
        hasil = []
        for form in self.forms:
            isi = form.cleaned_data
            if not isi or (isi.get("hapus") and not isi.get("id")):
                continue
            hasil.append(isi)
        return hasil


HariForm = forms.formset_factory(
    BarisForm, formset=HariFormSet, extra=0, max_num=BARIS_TERBANYAK, absolute_max=BARIS_TERBANYAK
)


class TargetForm(FormRekam):
    """A target of a year."""

    class Meta:
        model = TargetKinerja
        fields = ["tahun", "uraian", "indikator", "satuan", "jumlah"]
        help_texts = {"indikator": "Ukuran keberhasilan, misalnya tepat waktu sebelum tanggal 10."}

    def clean_tahun(self) -> int:
        """A year that an office plans for."""
        tahun: int = self.cleaned_data["tahun"]
        if not 2000 <= tahun <= 2100:
            raise forms.ValidationError("Tulis tahun dengan empat angka, misalnya 2026.")
        return tahun


class CatatanForm(FormObjek):
    """A note to whoever wrote the activity."""

    catatan = forms.CharField(
        label="Catatan untuk pegawai",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang perlu diperbaiki.",
    )


class AlihkanForm(FormObjek):
    """Why the superior is wrong; the personnel desk may name the right one."""

    atasan = forms.ModelChoiceField(
        Pegawai.objects.none(),
        label="Atasan yang benar",
        required=False,
        empty_label="Menurut riwayat jabatan dan atasan khusus",
    )
    alasan = forms.CharField(label="Alasan", max_length=300)

    def __init__(self, *args: Any, calon: QuerySet | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if calon is None:
            del self.fields["atasan"]
        else:
            pilihan(self, "atasan", calon)


class NilaiForm(FormObjek):
    """Result and behaviour of a month."""

    hasil = forms.ChoiceField(
        label="Hasil kerja", choices=PenilaianBulanan.Ekspektasi.choices, widget=forms.RadioSelect
    )
    perilaku = forms.ChoiceField(
        label="Perilaku kerja", choices=PenilaianBulanan.Ekspektasi.choices, widget=forms.RadioSelect
    )
    catatan = forms.CharField(
        label="Umpan balik", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    rujukan_ekinerja = forms.CharField(
        label="Rujukan e-Kinerja BKN",
        max_length=80,
        required=False,
        help_text="Nomor atau kode penilaian di e-Kinerja BKN, tempat nilai resminya.",
    )
