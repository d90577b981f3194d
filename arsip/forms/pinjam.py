"""Shapes of loans."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django import forms
from django.utils import timezone

from arsip.queries.parameter import parameter
from inti.forms.dasar import FormObjek, TanggalField
from kepegawaian.models import Pegawai

KEPERLUAN = forms.Textarea(attrs={"rows": 2})


class MintaForm(FormObjek):
    """Why one wants the record."""

    keperluan = forms.CharField(label="Keperluan", max_length=300, widget=KEPERLUAN)


class SerahkanForm(FormObjek):
    """Until when."""

    jatuh_tempo = TanggalField(label="Kembali paling lambat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jatuh_tempo"].initial = timezone.localdate() + dt.timedelta(days=parameter("lama_pinjam"))


class PinjamkanForm(SerahkanForm):
    """Who takes it: a member of staff, or somebody of another office."""

    peminjam = forms.ModelChoiceField(
        Pegawai.objects.none(), label="Pegawai peminjam", required=False, empty_label="Bukan pegawai kantor ini"
    )
    nama = forms.CharField(label="Nama peminjam luar", max_length=120, required=False)
    instansi = forms.CharField(label="Instansi", max_length=120, required=False)
    keperluan = forms.CharField(label="Keperluan", max_length=300, widget=KEPERLUAN)
    field_order = ("peminjam", "nama", "instansi", "keperluan", "jatuh_tempo")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orang = Pegawai.objects.aktif()
        if not self.pengguna.has_perm("arsip.kelola_kantor"):
            orang = orang.untuk(self.pengguna)  # who lends for a unit meets its people alone
        cast(Any, self.fields["peminjam"]).queryset = orang.order_by("nama", "id")

    def clean(self) -> dict[str, Any]:
        """Somebody takes it."""
        isi = super().clean() or {}
        if isi.get("peminjam") is None and not (isi.get("nama") and isi.get("instansi")):
            self.add_error("peminjam", "Pilih pegawai, atau tulis nama dan instansi peminjam.")
        return isi


class PerpanjangForm(FormObjek):
    """A later day and why."""

    jatuh_tempo = TanggalField(label="Kembali paling lambat")
    alasan = forms.CharField(label="Alasan", max_length=300, widget=KEPERLUAN)


class KembaliForm(FormObjek):
    """In which condition it came back."""

    kondisi = forms.CharField(label="Kondisi", max_length=200, initial="Lengkap dan baik")
