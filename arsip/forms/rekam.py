"""Shapes of records: what is written of one, where many go, when the clock starts."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone

from arsip.forms.bersama import PilihTempatField, tempat_berkas
from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import BerkasArsip, JenisArsip
from inti.forms.dasar import FormObjek, FormRekam, TanggalField, pilihan
from inti.models import Pengguna, UnitKerja


class BerkasForm(FormRekam):
    """A record. Units within the user's reach, boxes that are open."""

    klasifikasi = KodeKlasifikasiField(required=False)
    tempat = PilihTempatField(required=False, empty_label="Belum ditempatkan")

    class Meta:
        model = BerkasArsip
        fields = [
            "jenis",
            "nomor",
            "uraian",
            "klasifikasi",
            "tanggal",
            "unit",
            "tempat",
            "lembar",
            "keamanan",
            "tanggal_peristiwa",
        ]

    def __init__(self, *args: Any, pengguna: Pengguna | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "jenis", JenisArsip.objects.hidup())
        units = UnitKerja.objects.hidup().order_by("jalur")
        if pengguna is not None and not pengguna.has_perm("arsip.kelola_kantor"):
            units = units.filter(jalur__startswith=pengguna.unit.jalur) if pengguna.unit else units.none()
        pilihan(self, "unit", units)
        boleh = tempat_berkas()
        if self.instance.tempat_id:
            boleh = boleh.model.objects.filter(pk=self.instance.tempat_id) | boleh
        pilihan(self, "tempat", boleh)
        if self.instance.pk is None and pengguna is not None and pengguna.unit is not None:
            self.fields["unit"].initial = pengguna.unit.pk
            self.fields["tanggal"].initial = timezone.localdate()

    def clean_tanggal_peristiwa(self) -> Any:
        """A day that has come."""
        hari = self.cleaned_data["tanggal_peristiwa"]
        if hari is not None and hari > timezone.localdate():
            raise forms.ValidationError("Tanggal peristiwa belum tiba.", code="PERISTIWA_NANTI")
        tanggal = self.cleaned_data.get("tanggal")
        if hari is not None and tanggal is not None and hari < tanggal:
            raise forms.ValidationError("Tanggal peristiwa mendahului tanggal arsip.", code="PERISTIWA_MENDAHULUI")
        return hari


class TempatkanForm(forms.Form):
    """Where many records go."""

    tempat = PilihTempatField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        cast(Any, self.fields["tempat"]).queryset = tempat_berkas()


class SimpanSuratForm(FormObjek):
    """Where a letter is filed; empty: it waits among those not yet filed."""

    klasifikasi = KodeKlasifikasiField()
    tempat = PilihTempatField(required=False, empty_label="Belum ditempatkan")
    lembar = forms.IntegerField(label="Banyak lembar", min_value=1, max_value=9999, initial=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["tempat"]).queryset = tempat_berkas()
        self.fields["klasifikasi"].initial = self.objek.klasifikasi


class PeristiwaForm(FormObjek):
    """The day of the event; empty: the clock stands."""

    tanggal = TanggalField(label="Tanggal peristiwa", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        retensi = getattr(self.objek, "retensi", None)
        if retensi is not None:
            self.fields["tanggal"].help_text = f"{retensi.get_peristiwa_display()}. Kosongkan bila belum terjadi."
