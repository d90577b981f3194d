"""The shape of a search in the archive."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.queries.cari import Saring
from arsip.queries.sumber_indeks import SUMBER
from inti.formats.tanggal import BULAN
from inti.forms.dasar import TanggalField
from inti.models import Pengguna

ISIAN = ("q", "jenis", "klasifikasi", "tahun", "bulan", "mulai", "sampai")


class CariArsipForm(forms.Form):
    """What is sought: words, kind, branch of the classification, a year or month, or days."""

    q = forms.CharField(
        label="Kata yang dicari",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "class": "form-control"}),
    )
    jenis = forms.ChoiceField(label="Jenis", required=False)
    klasifikasi = KodeKlasifikasiField(
        label="Klasifikasi", required=False, help_text="Termasuk semua kode di bawahnya."
    )
    tahun = forms.IntegerField(
        label="Tahun",
        required=False,
        min_value=1945,
        max_value=2199,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    bulan = forms.TypedChoiceField(
        label="Bulan", required=False, coerce=int, empty_value=None,
        choices=[("", "Semua bulan"), *((str(n), b) for n, b in enumerate(BULAN, start=1))],
    )  # fmt: skip
    mulai = TanggalField(label="Dari tanggal", required=False)
    sampai = TanggalField(label="Sampai tanggal", required=False)

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        ada = [(s.label, s.sebutan) for s in SUMBER.values() if pengguna.has_perm(s.izin)]
        self.fields["jenis"].choices = [("", "Semua jenis"), *ada]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """At most 200 letters; nobody types more, and the rest would only wait in the session."""
        return str(self.cleaned_data["q"])[:200]

    def clean(self) -> dict[str, Any]:
        """A month needs its year; days the right way round."""
        isi = super().clean() or {}
        if isi.get("bulan") and not isi.get("tahun") and "tahun" not in self.errors:
            self.add_error("tahun", "Isi tahunnya pula.")
        if isi.get("mulai") and isi.get("sampai") and isi["sampai"] < isi["mulai"]:
            self.add_error("sampai", "Tanggal akhir sebelum tanggal awal.")
        return isi

    def saring(self) -> Saring:
        """The filters; a year or month and days hold together."""
        isi = self.cleaned_data
        mulai, sampai = isi.get("mulai"), isi.get("sampai")
        if tahun := isi.get("tahun"):
            awal = dt.date(tahun, isi.get("bulan") or 1, 1)
            akhir = (dt.date(tahun, isi.get("bulan") or 12, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(
                days=1
            )
            mulai, sampai = max(awal, mulai or awal), min(akhir, sampai or akhir)
        return Saring(label=isi.get("jenis", ""), klasifikasi=isi.get("klasifikasi", ""), mulai=mulai, sampai=sampai)

    def untuk_sesi(self) -> dict[str, str]:
        """What was typed, as the session keeps it."""
        return {n: str(self.data.get(n, ""))[:200] for n in ISIAN if self.data.get(n)}

    def saringan(self) -> list[Any]:
        """The fields of the folded part."""
        return [self[n] for n in ISIAN[1:]]

    def saringan_diisi(self) -> int:
        """How many of them are filled."""
        return sum(1 for n in ISIAN[1:] if self.data.get(n))
