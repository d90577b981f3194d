"""Shapes of destruction: list and committee, assessment, approval, decree, execution."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone

from arsip.models import Pemusnahan
from inti.forms.dasar import FormObjek, PilihanBanyakField, TanggalField
from inti.forms.pindaian import PindaianField
from kepegawaian.models import Pegawai

SAKSI = 4


class UsulForm(forms.Form):
    """What the list is about, and who is on its committee."""

    uraian = forms.CharField(label="Uraian", max_length=200, help_text="Misalnya: Arsip keuangan tahun 2014.")
    ketua = forms.ModelChoiceField(Pegawai.objects.none(), label="Ketua panitia", empty_label="Pilih pegawai")
    sekretaris = forms.ModelChoiceField(Pegawai.objects.none(), label="Sekretaris", empty_label="Pilih pegawai")
    anggota = PilihanBanyakField(
        Pegawai.objects.none(), label="Anggota", help_text="Tahan Ctrl untuk memilih lebih dari satu."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for nama in ("ketua", "sekretaris", "anggota"):
            cast(Any, self.fields[nama]).queryset = Pegawai.objects.aktif().order_by("nama", "id")


class SuratForm(FormObjek):
    """Number and day of a paper."""

    nomor = forms.CharField(label="Nomor surat", max_length=80)
    tanggal = TanggalField(label="Tanggal surat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()


class NilaiArsipForm(SuratForm):
    """The committee's written assessment; what is ticked stays."""

    teks = forms.CharField(label="Hasil penilaian", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    simpan = forms.MultipleChoiceField(
        label="Tetap disimpan", required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nomor"].label, self.fields["tanggal"].label = "Nomor penilaian", "Tanggal penilaian"
        butir = self.objek.butir.hidup().select_related("berkas").order_by("berkas__urut_kode", "pk")
        medan: Any = self.fields["simpan"]
        medan.choices = [(b.pk, f"{b.berkas.nomor}, {b.berkas.uraian}") for b in butir]
        medan.help_text = "Centang yang tidak jadi dimusnahkan. Yang tidak dicentang dinilai musnah."


class SetujuForm(SuratForm):
    """A written approval or decree with its scan."""

    pindaian = PindaianField(label="Pindaian surat")


class LaksanaForm(FormObjek):
    """When, where, how, and before whom."""

    tanggal = TanggalField(label="Tanggal pelaksanaan")
    tempat = forms.CharField(label="Tempat", max_length=160)
    cara = forms.ChoiceField(label="Cara", choices=Pemusnahan.Cara.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()
        for n in range(1, SAKSI + 1):
            wajib = n <= 2
            self.fields[f"saksi_{n}"] = forms.CharField(label=f"Saksi {n}", max_length=120, required=wajib)
            self.fields[f"jabatan_{n}"] = forms.CharField(label=f"Jabatan saksi {n}", max_length=120, required=wajib)

    def isian(self) -> dict[str, Any]:
        """Fields for the service."""
        d = self.cleaned_data
        saksi = [[d[f"saksi_{n}"], d[f"jabatan_{n}"]] for n in range(1, SAKSI + 1) if d.get(f"saksi_{n}")]
        return {"tanggal": d["tanggal"], "tempat": d["tempat"], "cara": d["cara"], "saksi": saksi}
