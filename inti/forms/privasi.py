"""Shapes of input for personal data: requests, their answers, incidents, reviews, sheets to merge."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from inti.forms.dasar import FormObjek, FormRekam, NomorField, TanggalField
from inti.models import Insiden, PermintaanSubjek

TIGA_BARIS = forms.Textarea(attrs={"rows": 3})
FORMAT_WAKTU = "%d-%m-%Y %H.%M"


class WaktuField(forms.DateTimeField):
    """A moment as people here write it: 20-11-2026 09.30, office time."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", [FORMAT_WAKTU, "%d-%m-%Y %H:%M", "%d/%m/%Y %H.%M", "%Y-%m-%d %H:%M"])
        kwargs.setdefault("help_text", "Contoh: 20-11-2026 09.30")
        kwargs.setdefault("error_messages", {"invalid": "Tulis waktu seperti 20-11-2026 09.30."})
        kwargs.setdefault("widget", forms.DateTimeInput(format=FORMAT_WAKTU, attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)


def _kini() -> dt.datetime:
    return timezone.now().replace(second=0, microsecond=0)


class PermintaanForm(FormRekam):
    """A request as it is taken down."""

    nik = NomorField(label="NIK", max_length=30)
    diterima_pada = WaktuField(label="Diterima", initial=_kini, help_text="Batas jawaban 3 x 24 jam sejak waktu ini.")

    class Meta:
        model = PermintaanSubjek
        fields = ["jenis", "nama", "nik", "kontak", "bukti", "uraian", "diterima_pada"]
        widgets = {"uraian": TIGA_BARIS}


class JawabForm(FormObjek):
    """The answer."""

    cara = forms.ChoiceField(label="Cara menjawab", choices=PermintaanSubjek.Cara.choices)
    jawaban = forms.CharField(
        label="Jawaban", max_length=1000, widget=TIGA_BARIS, help_text="Apa yang diserahkan atau diperbaiki."
    )


class BatasiForm(FormObjek):
    """A restriction."""

    sampai = TanggalField(
        label="Sampai", required=False, help_text="Kosongkan bila berlaku sampai dicabut. Contoh: 20-11-2027"
    )
    alasan = forms.CharField(label="Alasan", max_length=300, widget=TIGA_BARIS)
    cara = forms.ChoiceField(label="Cara menjawab", choices=PermintaanSubjek.Cara.choices)


class InsidenForm(FormRekam):
    """An incident as far as it is known."""

    diketahui_pada = WaktuField(
        label="Diketahui", initial=_kini, help_text="Batas pelaporan 3 x 24 jam sejak waktu ini."
    )
    terjadi_pada = WaktuField(label="Terjadi", required=False, help_text="Kosongkan bila belum diketahui.")

    class Meta:
        model = Insiden
        fields = [
            "judul",
            "diketahui_pada",
            "terjadi_pada",
            "kejadian",
            "data_terdampak",
            "jumlah_orang",
            "tindakan",
        ]
        widgets = {"kejadian": TIGA_BARIS, "tindakan": TIGA_BARIS}


class LaporForm(FormObjek):
    """To whom and when the notice went out."""

    kepada = forms.CharField(
        label="Dilaporkan kepada",
        max_length=200,
        help_text="Lembaga pelindungan data pribadi dan orang yang terdampak.",
    )
    pada = WaktuField(label="Waktu", initial=_kini)


class TutupForm(FormObjek):
    """What came of an incident."""

    penutup = forms.CharField(label="Hasil akhir", max_length=1000, widget=TIGA_BARIS)


class TinjauForm(FormObjek):
    """What the review of an alarm found."""

    catatan = forms.CharField(
        label="Hasil tinjauan", max_length=500, widget=TIGA_BARIS, help_text="Misalnya: antrean penuh, sesuai tugasnya."
    )
