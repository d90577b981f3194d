"""Places where papers lie: a tree from the building down to the box."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms.dasar import FormRekam, pilihan
from inti.models import Tempat
from inti.pages.sumber import K, Sumber
from inti.services.tempat import tempat_tambah, tempat_ubah


class TempatForm(FormRekam):
    """A place; it can't lie within itself."""

    class Meta:
        model = Tempat
        fields = ["kode", "nama", "jenis", "induk"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = Tempat.objects.hidup()
        if self.instance.pk:
            ada = ada.exclude(jalur__startswith=self.instance.jalur)
        pilihan(self, "induk", ada)
        self.fields["kode"].widget = forms.TextInput(attrs={"autocapitalize": "none"})


class TempatSumber(Sumber):
    model, jalur, ruang, judul = Tempat, "kantor/tempat/", "", "Tempat arsip"
    ikon, jenis, ekspor_urut = "archive-box", "tempat", ("jalur", "id")
    kolom = (
        K("jalur", "Letak", utama=True, urut=True, isi=str, kelas="tu-kode"),
        K("kode", kelas="hp-tidak"),
        K("nama", kelas="hp-penuh"),
        K("jenis", kelas="hp-kanan"),
    )
    urut_awal, cari, cari_petunjuk = "jalur", ("kode", "nama"), "Kode atau nama"
    form, pilihan_sempit = TempatForm, False  # the form offers the whole tree
    layanan = {"tambah": tempat_tambah, "ubah": tempat_ubah}
    fakta = (
        "nama",
        "jenis",
        K("induk", "Terletak di"),
        K(
            "anak",
            "Di dalamnya",
            isi=lambda t: ", ".join(t.anak.hidup().order_by("jalur").values_list("nama", flat=True)),
        ),
    )
    daftar = {
        "ekspor_izin": "inti.view_tempat",
        "kosong": ("Belum ada tempat", "Mulai dari gedung atau ruang, lalu lemari, rak, dan boks di dalamnya."),
    }
