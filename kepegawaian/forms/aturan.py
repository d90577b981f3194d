"""Shapes of rule values and posts."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from inti.formats.nomor import angka_ascii
from inti.pages.sumber_bertanggal import MASA, FormBertanggal
from kepegawaian.models import PANGKAT_URUT, AturanKepegawaian
from kepegawaian.rules.nilai import langkah


class AturanForm(FormBertanggal):
    """A value by date. Its form depends on the rule: a number, months, steps, or a rank."""

    class Meta:
        model = AturanKepegawaian
        fields = ["kode", "keterangan", "nilai", *MASA]

    def clean(self) -> dict[str, Any]:
        """A value that the rule can't read is refused, so that no list breaks on it."""
        isi = super().clean() or {}
        kode, nilai = str(isi.get("kode", "")), str(isi.get("nilai", ""))
        if pesan := _cacat(kode, nilai):
            self.add_error("nilai", forms.ValidationError(pesan, code="NILAI_ATURAN"))
        return isi


def _cacat(kode: str, nilai: str) -> str:
    if kode.startswith("kgb.langkah."):
        if not re.fullmatch(r"\d+(:\d+:\d+)?(,\d+(:\d+:\d+)?)*", nilai):
            return "Tulis langkah seperti 0:2:32 atau 0,1:2:33."
        return "" if all(b < 60 for b in langkah(nilai)) else "Masa kerja paling lama 59 tahun."
    if kode.startswith("pangkat.puncak."):
        return "" if nilai in PANGKAT_URUT else "Tulis golongan/ruang seperti III/d."
    if kode == "pangkat.bulan":
        bulan = nilai.split(",")
        return "" if all(angka_ascii(b) and 1 <= int(b) <= 12 for b in bulan) else "Tulis nomor bulan, misalnya 4,10."
    if kode.startswith(("pensiun.", "pangkat.tahun")):
        return "" if angka_ascii(nilai) and 0 < int(nilai) < 100 else "Tulis umur atau lama dalam tahun."
    return ""
