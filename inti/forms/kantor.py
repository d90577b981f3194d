"""Shapes of input about the office: units, the office's own row, reserved numbers."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from inti.forms.dasar import FormObjek, FormRekam, TanggalField
from inti.models import Instansi, UnitKerja
from inti.rules.akun import KONTRAS_TERKECIL, rasio_kontras

KERTAS, KERTAS_GELAP = "#ffffff", "#17181f"
KODE_UNIT = re.compile(r"^[a-z0-9][a-z0-9-]{0,19}$")
WARNA = {"class": "form-control-color"}


class UnitForm(FormRekam):
    """A unit and what it hangs on; its own subtree is not offered."""

    class Meta:
        model = UnitKerja
        fields = ["nama", "kode", "induk"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kode"].help_text = "Huruf kecil, angka, atau tanda hubung. Pendek, misalnya linjamsos."
        induk: Any = self.fields["induk"]
        induk.queryset = UnitKerja.objects.hidup()
        if self.instance.pk:
            induk.queryset = induk.queryset.exclude(jalur__startswith=self.instance.jalur)
        induk.label_from_instance = lambda u: "\u2003" * u.kedalaman + u.nama
        induk.empty_label = "Tidak ada (paling atas)"

    def clean_kode(self) -> str:
        """Lower case, so that a path's beginning means one subtree on every database."""
        kode = self.cleaned_data["kode"].strip().lower()
        if not KODE_UNIT.match(kode):
            raise ValidationError("Pakai huruf kecil, angka, atau tanda hubung, paling banyak 20.", code="kode_unit")
        return kode


class InstansiForm(FormRekam):
    """The office's data. The emblem is a picture; colours must be legible on paper."""

    lambang_baru = forms.FileField(
        label="Lambang baru",
        required=False,
        help_text="PNG atau JPG, paling besar 10 MB. Kosongkan bila tidak diganti.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    hapus_lambang = forms.BooleanField(label="Hapus lambang; pakai lambang umum", required=False)

    class Meta:
        model = Instansi
        fields = [
            "nama",
            "nama_pendek",
            "pemerintah",
            "alamat",
            "kota",
            "kode_pos",
            "telepon",
            "laman",
            "surel",
            "jam_layanan",
            "warna_aksen",
            "warna_aksen_gelap",
            "kertas",
            "margin_kiri",
            "margin_kanan",
        ]
        widgets = {"warna_aksen": forms.ColorInput(attrs=WARNA), "warna_aksen_gelap": forms.ColorInput(attrs=WARNA)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.lambang_id:
            del self.fields["hapus_lambang"]

    def clean_warna_aksen(self) -> str:
        """Legible on white paper."""
        return _terbaca(self.cleaned_data["warna_aksen"], KERTAS, "lebih gelap")

    def clean_warna_aksen_gelap(self) -> str:
        """Legible on dark paper."""
        return _terbaca(self.cleaned_data["warna_aksen_gelap"], KERTAS_GELAP, "lebih terang")

    def _margin(self, nama: str) -> int:
        nilai = self.cleaned_data[nama]
        if not 5 <= nilai <= 50:
            raise ValidationError(f"Margin {nilai} mm di luar 5 sampai 50 mm.", code="margin")
        return int(nilai)

    def clean_margin_kiri(self) -> int:
        """A margin that leaves room for a letter."""
        return self._margin("margin_kiri")

    def clean_margin_kanan(self) -> int:
        """A margin that leaves room for a letter."""
        return self._margin("margin_kanan")


def _terbaca(warna: str, kertas: str, saran: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", warna) and rasio_kontras(warna, kertas) < KONTRAS_TERKECIL:
        raise ValidationError(f"Warna {warna} sukar dibaca. Pilih yang {saran}.", code="kontras")
    return warna


class CadanganForm(FormObjek):
    """A block of numbers for handwritten use."""

    jumlah = forms.IntegerField(label="Banyaknya nomor", min_value=1, max_value=100, help_text="1 sampai 100.")
    tanggal = TanggalField(label="Tanggal pemakaian", initial=timezone.localdate)
    alasan = forms.CharField(label="Alasan", max_length=300, help_text="Misalnya: listrik padam sejak pukul 09.00.")


class CocokkanForm(FormObjek):
    """What a reserved number was used for; left empty it was not used."""

    dipakai_untuk = forms.CharField(
        label="Dipakai untuk",
        max_length=280,
        required=False,
        help_text="Misalnya: surat keterangan a.n. pemohon, ditulis tangan. Kosongkan bila tidak dipakai: nomor dibatalkan.",
    )
