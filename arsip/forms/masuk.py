"""Shapes of incoming letters: the entry itself, its scans, a period of the book."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import SuratMasuk
from arsip.rules.masuk import nilai_tanggal
from arsip.services.pindaian import TERBANYAK, siapkan_pindaian
from inti.forms.dasar import FormObjek, FormRekam, TanggalField, pilihan
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja

POKOK = ("pengirim", "nomor_surat", "tanggal_surat", "hal", "keamanan", "kecepatan")
LAIN = ("diterima", "ditujukan_kepada", "klasifikasi", "lampiran", "cara", "pengirim_alamat", "srikandi", "catatan")
ISIAN = (*POKOK, *LAIN)


class BanyakBerkasInput(forms.FileInput):
    """Several files, or photographs taken with the phone."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True, "accept": "image/*,application/pdf", "data-lewati": True})


class PindaianBanyakField(forms.FileField):
    """One PDF or several photographs. Cleaned, a list of uploads that bear `isi` and `jenis_isi`, in their order."""

    widget = BanyakBerkasInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Pindaian")
        kwargs.setdefault("help_text", "Satu PDF, atau beberapa foto halaman; foto digabung menjadi satu PDF.")
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError with the reason when a content is not what it should be."""
        semua = [d for d in (data if isinstance(data, (list, tuple)) else [data]) if d]
        if not semua:
            super().clean(None, initial)
            return []
        if len(semua) > TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {TERBANYAK} berkas sekali kirim.", code="BERKAS_BANYAK")
        for berkas in semua:
            super().clean(berkas, initial)
            try:
                berkas.isi, berkas.jenis_isi = siapkan_pindaian(berkas.read())
            except AturanDilanggar as galat:
                raise forms.ValidationError(f"{berkas.name}: {galat.kalimat}", code=galat.kode) from galat
        return semua


class SuratMasukUbahForm(FormRekam):
    """The fields of an entry. Earlier letters complete sender and subject."""

    klasifikasi = KodeKlasifikasiField(required=False)

    class Meta:
        model = SuratMasuk
        fields = ISIAN
        labels = {"keamanan": "Keamanan", "kecepatan": "Kecepatan"}
        help_texts = {"nomor_surat": "Kosongkan bila surat tidak bernomor."}

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = UnitKerja.objects.filter(dibuang_pada__isnull=True).order_by("jalur")
        if not pengguna.has_perm("arsip.kelola_kantor"):
            unit = unit.filter(jalur__startswith=pengguna.unit.jalur) if pengguna.unit else unit.none()
        pilihan(self, "ditujukan_kepada", unit)
        self.fields["ditujukan_kepada"].empty_label = None  # type: ignore[attr-defined]
        for nama, rute, dengan in (("pengirim", "pengirim", ""), ("hal", "hal", "pengirim")):
            atribut = {"autocomplete": "off", "data-saran": reverse(f"arsip:suratmasuk_saran_{rute}")}
            self.fields[nama].widget.attrs |= atribut | ({"data-saran-dengan": dengan} if dengan else {})
        for nama in ("diterima", "tanggal_surat"):
            self.fields[nama].help_text = ""
        if not self.instance.pk:
            self.fields["pengirim"].widget.attrs["autofocus"] = True
            hari = timezone.localdate()
            self.initial = {
                "diterima": hari,
                "tanggal_surat": hari,
                "ditujukan_kepada": pengguna.unit_id if not pengguna.has_perm("arsip.kelola_kantor") else unit.first(),
                **self.initial,
            }

    def clean(self) -> dict[str, Any]:
        """Dates that can't be are told at their fields."""
        isi = super().clean() or {}
        if isi.get("diterima") and isi.get("tanggal_surat"):
            semua = nilai_tanggal(isi["diterima"], isi["tanggal_surat"], timezone.localdate())
            for cacat in (c for c in semua if c.menolak):
                self.add_error(cacat.bidang, forms.ValidationError(cacat.pesan, code=cacat.kode))
        return isi

    def isian(self) -> dict[str, Any]:
        """What the service takes."""
        return {n: self.cleaned_data[n] for n in ISIAN}

    def lain(self) -> list[Any]:
        """The fields that are seldom needed, for the folded part of the page."""
        return [self[n] for n in LAIN]

    def lain_bergalat(self) -> bool:
        """Whether the folded part has to be open."""
        return any(n in self.errors for n in LAIN)


class SuratMasukForm(SuratMasukUbahForm):
    """A new letter with its scans."""

    pindaian = PindaianBanyakField(required=False)
    kembar_disengaja = forms.BooleanField(label="Simpan juga, ini surat lain", required=False)


class PindaiForm(FormObjek):
    """Scans that came later."""

    pindaian = PindaianBanyakField()


class PeriodeForm(forms.Form):
    """From a day to a day; unasked, this month."""

    mulai = TanggalField(label="Diterima dari", help_text="")
    sampai = TanggalField(label="sampai", help_text="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    @staticmethod
    def bawaan() -> tuple[dt.date, dt.date]:
        """The first of this month and today."""
        hari = timezone.localdate()
        return hari.replace(day=1), hari

    def clean(self) -> dict[str, Any]:
        """At most a year and a day, the right way round."""
        isi = super().clean() or {}
        if isi.get("mulai") and isi.get("sampai"):
            if isi["sampai"] < isi["mulai"]:
                self.add_error("sampai", "Tanggal akhir sebelum tanggal awal.")
            elif (isi["sampai"] - isi["mulai"]).days > 366:
                self.add_error("sampai", "Paling panjang satu tahun sekali cetak.")
        return isi


class SelesaikanForm(FormObjek):
    """Why a letter is done."""

    catatan = forms.CharField(label="Catatan penutup", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
