"""Shapes of input of leave."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from inti.formats import periksa_telepon
from inti.forms.dasar import FormObjek, FormRekam, TanggalField, pilihan
from inti.galat import AturanDilanggar
from inti.services.berkas import siapkan_unggahan
from kepegawaian.models import Pegawai, PengajuanCuti, SaldoAwalCuti

H = PengajuanCuti.Hasil
ISIAN = ("jenis", "mulai", "sampai", "alasan", "alamat", "telepon", "kelahiran_ke", "surat_jenis")
UNTUK_HITUNG = ("jenis", "mulai", "sampai")


class CutiForm(forms.Form):
    """An application: kind, days, why, where to be reached, and its paper."""

    jenis = forms.ChoiceField(label="Jenis cuti")
    mulai = TanggalField(label="Mulai tanggal")
    sampai = TanggalField(label="Sampai tanggal")
    alasan = forms.CharField(label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    alamat = forms.CharField(label="Alamat selama cuti", max_length=200)
    telepon = forms.CharField(
        label="Telepon selama cuti", max_length=24, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    kelahiran_ke = forms.IntegerField(
        label="Kelahiran anak ke", required=False, min_value=1, max_value=20, help_text="Hanya untuk cuti melahirkan."
    )
    surat_jenis = forms.ChoiceField(
        label="Jenis lampiran", required=False, choices=[("", "Tidak ada"), *PengajuanCuti.Surat.choices]
    )
    surat = forms.FileField(
        label="Lampiran",
        required=False,
        help_text="Foto atau PDF, misalnya surat dokter. Setelah menghitung, pilih berkasnya sekali lagi.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
    )

    def __init__(self, *args: Any, jenis: list[tuple[str, str]], ada_surat: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        medan: Any = self.fields["jenis"]
        medan.choices = jenis
        self.ada_surat = ada_surat
        if ada_surat:
            self.fields["surat"].help_text = "Sudah dilampirkan; pilih lagi hanya bila perlu diganti."

    def clean_telepon(self) -> str:
        """Any number is taken; it is stored as +62…"""
        return periksa_telepon(self.cleaned_data["telepon"]).nilai[:20]

    def clean(self) -> dict[str, Any]:
        """Days of this time; a paper has a kind and is a plain PDF or picture."""
        isi = super().clean() or {}
        for nama in ("mulai", "sampai"):
            hari = isi.get(nama)
            if hari is not None and not 2000 <= hari.year <= 2100:
                self.add_error(nama, "Tahunnya di luar jangkauan.")
        berkas = isi.get("surat")
        if berkas and not isi.get("surat_jenis"):
            self.add_error("surat_jenis", "Pilih jenis lampirannya.")
        if isi.get("surat_jenis") and not berkas and not self.ada_surat and "kirim" in self.data:
            self.add_error("surat", "Lampiran belum dipilih.")
        if berkas:
            try:
                berkas.isi, berkas.jenis_isi = siapkan_unggahan(berkas.read())
            except AturanDilanggar as galat:
                self.add_error("surat", forms.ValidationError(galat.kalimat, code=galat.kode))
        return isi

    def dapat_dihitung(self) -> bool:
        """Whether kind and days are there, whatever else lacks."""
        return self.is_bound and all(n in self.cleaned_data for n in UNTUK_HITUNG)

    def isian(self) -> dict[str, Any]:
        """Fields for the service."""
        return {n: self.cleaned_data[n] for n in ISIAN}

    def sidik(self) -> str:
        """What a count was made for; another kind or other days need another count."""
        return "|".join(str(self.cleaned_data.get(n, "")) for n in UNTUK_HITUNG)


class TimbangForm(FormObjek):
    """The superior's word."""

    hasil = forms.ChoiceField(label="Pertimbangan", choices=H.choices, widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Catatan",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib selain pada persetujuan. Untuk perubahan, tulis tanggal yang Anda sarankan.",
    )


class PutusForm(TimbangForm):
    """The officer's decision; who is superior as well may ask for a change too."""

    field_order = ("hasil", "catatan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan: Any = self.fields["hasil"]
        medan.label = "Keputusan"
        belum = self.objek.sekaligus and self.objek.status == PengajuanCuti.Status.DIAJUKAN
        if not belum:
            medan.choices = [c for c in H.choices if c[0] != H.PERUBAHAN]
            self.fields["catatan"].help_text = "Wajib selain pada persetujuan."


class TarikForm(FormObjek):
    """The last day of leave that is taken, and why."""

    terakhir = TanggalField(label="Hari cuti terakhir yang dijalani")
    alasan = forms.CharField(
        label="Alasan kedinasan yang mendesak", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sebelum = self.objek.mulai - dt.timedelta(days=1)
        self.fields["terakhir"].help_text = f"Bila belum dijalani sama sekali, isi {sebelum:%d-%m-%Y}."


class SaldoAwalForm(FormRekam):
    """What somebody had kept on paper."""

    class Meta:
        model = SaldoAwalCuti
        fields = ["pegawai", "tahun", "sisa_n1", "sisa_n2", "keterangan"]
        help_texts = {"tahun": "Tahun pertama yang dihitung aplikasi.", "keterangan": "Misalnya nomor buku cuti."}

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pengguna is not None:
            pilihan(self, "pegawai", Pegawai.objects.all().untuk(pengguna).exclude(pengguna=pengguna))

    def clean_tahun(self) -> int:
        """A year of this time."""
        tahun: int = self.cleaned_data["tahun"]
        if not 2000 <= tahun <= 2100:
            raise forms.ValidationError("Tulis tahun seperti 2026.", code="TAHUN")
        return tahun
