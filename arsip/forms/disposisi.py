"""Shapes of dispositions: whom, what, until when; its result; the sentences of the sheet."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone

from arsip.forms.masuk import PindaianBanyakField
from arsip.models import InstruksiDisposisi, SuratMasuk
from arsip.queries.disposisi import calon_penerima, penerima_tampil
from inti.forms.dasar import FormObjek, TanggalField
from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from inti.rules.kalender import tambah_hari_kerja

TENGGAT = (("", "Tanpa batas"), ("0", "Hari ini"), ("1", "1 hari kerja"), ("3", "3 hari kerja"), ("5", "5 hari kerja"))
LAIN = ("lain_1", "lain_2")


class DisposisiForm(forms.Form):
    """Receivers as boxes and by name, instructions as boxes, a note, a deadline as days or as a date."""

    kepada = forms.MultipleChoiceField(label="Kepada", required=False, widget=forms.CheckboxSelectMultiple)
    lain_1 = forms.CharField(label="Orang lain", max_length=120, required=False)
    lain_2 = forms.CharField(label="Orang lain lagi", max_length=120, required=False)
    instruksi = forms.MultipleChoiceField(label="Instruksi", required=False, widget=forms.CheckboxSelectMultiple)
    catatan = forms.CharField(label="Catatan", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    tenggat = forms.ChoiceField(label="Batas waktu", choices=TENGGAT, required=False)
    batas = TanggalField(label="atau tanggal", required=False, help_text="")

    def __init__(
        self, *args: Any, dari: Pengguna, surat: SuratMasuk, rantai: bool = False, awalan: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.dari, self.rantai = dari, rantai
        orang = list(penerima_tampil(dari, rantai=rantai, surat=surat))
        self.fields["kepada"].choices = [(str(p.pk), f"{p.nama}, {p.unit.nama}") for p in orang]  # type: ignore[attr-defined,union-attr]
        kalimat = InstruksiDisposisi.objects.hidup().order_by("urut", "pk").values_list("nama", flat=True)
        self.fields["instruksi"].choices = [(k, k) for k in kalimat]  # type: ignore[attr-defined]
        rute = "disposisi_saran_unit" if rantai else "disposisi_saran"
        for nama in LAIN:
            self.fields[nama].widget.attrs |= {"autocomplete": "off", "data-saran": reverse(f"arsip:{rute}")}
        self.fields["lain_1"].help_text = "Ketik nama pegawai, lalu pilih."

    def clean(self) -> dict[str, Any]:
        """People by key and by name; a number of working days becomes its date."""
        isi = super().clean() or {}
        calon = calon_penerima(self.dari, rantai=self.rantai)
        orang = list(calon.filter(pk__in=isi.get("kepada", [])).order_by("nama", "pk"))
        for nama in LAIN:
            if teks := isi.get(nama, "").strip():
                cocok = list(calon.filter(username=teks.lower())[:1]) or list(calon.filter(nama__iexact=teks)[:2])
                if len(cocok) == 1:
                    orang += [p for p in cocok if p not in orang]
                else:
                    pesan = (
                        "Ada dua orang bernama sama; pakai nama penggunanya." if cocok else "Nama ini tidak dikenal."
                    )
                    self.add_error(nama, f"{pesan} Pilih dari daftar yang muncul saat mengetik.")
        isi["orang"] = orang
        if isi.get("tenggat") and not isi.get("batas"):
            isi["batas"] = _tanggal(int(isi["tenggat"]))
        return isi

    def perintah(self) -> dict[str, Any]:
        """What the service takes."""
        isi = self.cleaned_data
        return {
            "kepada": isi["orang"],
            "instruksi": isi["instruksi"],
            "catatan": isi["catatan"],
            "batas": isi.get("batas"),
        }


def _tanggal(hari_kerja: int) -> dt.date:
    hari = timezone.localdate()
    if hari_kerja == 0:
        return hari
    return tambah_hari_kerja(hari, hari_kerja, libur_antara(hari, hari + dt.timedelta(days=30)))


class HasilForm(FormObjek):
    """What came of a disposition."""

    hasil = forms.CharField(label="Hasil", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    berkas = PindaianBanyakField(label="Berkas hasil", required=False, help_text="Bila ada: PDF atau foto.")
