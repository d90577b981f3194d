"""Shapes of drafts: a new one out of a template, its text, the steps up to its number."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import Bentuk, LampiranNaskah, Naskah, SumberData, TemplatSurat
from arsip.queries.naskah import cadangan_untuk, pemeriksa_untuk, penandatangan_surat
from inti.forms.dasar import FormObjek, FormRekam, PilihanBanyakField, TanggalField, pilihan
from inti.forms.pindaian import PindaianField
from inti.models import Nomor
from inti.rules.isian import BERTANGGAL, Bidang, baca_bulat
from kepegawaian.models import Pegawai

TUJUAN_SARAN = {"data-saran": reverse_lazy("arsip:suratkeluar_saran"), "autocomplete": "off"}
TINGGI = {"alamat": 3, "isi": 18, "penutup": 2, "tembusan": 3}
PETUNJUK = (
    "Baris kosong memisahkan alinea. Daftar: 1. atau a. atau - di awal baris. Isian: Hari : Senin. "
    "Tabel: | No | Nama |. Judul di tengah: # di awal baris. {nomor} dan {tanggal} terisi saat surat diberi nomor."
)


class NaskahForm(FormRekam):
    """What a draft says."""

    klasifikasi = KodeKlasifikasiField()

    class Meta:
        model = Naskah
        fields = [
            "tujuan", "alamat", "telepon", "judul", "hal", "klasifikasi", "keamanan", "kecepatan", "lampiran", "isi",
            "penutup", "tembusan", "penandatangan", "sebutan", "atas_nama", "pihak_kedua_nama", "pihak_kedua_jabatan",
        ]  # fmt: skip

    def __init__(self, *args: Any, templat: TemplatSurat | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.templat = templat or self.instance.templat
        pilihan(self, "penandatangan", penandatangan_surat())
        for nama, baris in TINGGI.items():
            if nama in self.fields:
                self.fields[nama].widget.attrs["rows"] = baris
        self.fields["tujuan"].widget.attrs |= TUJUAN_SARAN
        if "isi" in self.fields:
            self.fields["isi"].help_text = PETUNJUK
        bentuk = self.templat.bentuk
        if bentuk in {Bentuk.SURAT, Bentuk.NOTA}:
            self.fields["tujuan"].required = True
            self.fields.pop("judul", None)
        if not self.templat.pihak_kedua:
            for nama in ("pihak_kedua_nama", "pihak_kedua_jabatan"):
                self.fields.pop(nama, None)
        else:
            self.fields["pihak_kedua_nama"].required = True
        if bentuk in {Bentuk.KEPUTUSAN, Bentuk.JUDUL}:
            for nama in ("lampiran", "kecepatan"):
                self.fields.pop(nama, None)

    def isian(self) -> dict[str, Any]:
        """Fields of the draft; the signer by his key, for an intern proposes letters of officials above his unit."""
        isi = {n: v for n, v in self.cleaned_data.items() if n in self.Meta.fields}
        isi["penandatangan_id"] = isi.pop("penandatangan").pk
        return isi

    def clean(self) -> dict[str, Any]:
        """A post to sign for is named where the letter says so."""
        isi = super().clean() or {}
        if isi.get("sebutan") in {"an", "ub", "plt", "plh"} and not isi.get("atas_nama"):
            self.add_error("atas_nama", "Tulis jabatan yang diatasnamakan.")
        return isi


class NaskahBaruForm(NaskahForm):
    """A new draft: who it is for and who signs, the template's own blanks, the staff it names."""

    class Meta(NaskahForm.Meta):
        fields = [
            "tujuan", "alamat", "telepon", "klasifikasi", "lampiran", "penandatangan", "sebutan", "atas_nama",
            "pihak_kedua_nama", "pihak_kedua_jabatan",
        ]  # fmt: skip

    def __init__(self, *args: Any, templat: TemplatSurat, pengguna: Any, **kwargs: Any) -> None:
        awal = {"klasifikasi": templat.klasifikasi, **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, templat=templat, initial=awal, **kwargs)
        self.milik = [Bidang(**b) for b in templat.bidang]
        for b in self.milik:
            self.fields[f"b_{b.nama}"] = _medan(b)
        if templat.sumber == SumberData.PEGAWAI:
            self.fields["pegawai"] = PilihanBanyakField(
                label="Pegawai",
                queryset=Pegawai.objects.untuk(pengguna).aktif().order_by("nama", "pk"),
                help_text="Tahan Ctrl untuk memilih lebih dari satu.",
                widget=forms.SelectMultiple(attrs={"size": 8}),
            )
        self.order_fields(["tujuan", "alamat", "telepon", *(f"b_{b.nama}" for b in self.milik), "pegawai"])

    def bidang(self) -> dict[str, Any]:
        """The template's own blanks."""
        return {b.nama: self.cleaned_data.get(f"b_{b.nama}") for b in self.milik}


class BulatField(forms.CharField):
    """Money or a number, with or without the dots between thousands; cleans to int or None."""

    def __init__(self, **lain: Any) -> None:
        super().__init__(max_length=30, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **lain)

    def clean(self, value: Any) -> int | None:
        """A whole number; what is none is refused."""
        teks = super().clean(value)
        if not teks:
            return None
        try:
            return baca_bulat(teks)
        except ValueError:
            raise forms.ValidationError("Tulis angka bulat, misalnya 1.500.000.") from None


def _medan(b: Bidang) -> forms.Field:
    lain: dict[str, Any] = {"label": b.label, "required": b.wajib}
    if b.jenis in BERTANGGAL:
        return TanggalField(**lain)
    if b.jenis in {"uang", "angka"}:
        return BulatField(**lain)
    if b.jenis == "panjang":
        return forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), **lain)
    return forms.CharField(max_length=300, **lain)


class AjukanForm(FormObjek):
    """Who initials the draft, in order; nobody: it goes to the signer at once."""

    pemeriksa_1 = forms.ModelChoiceField(label="Pemeriksa pertama", queryset=Nomor.objects.none(), required=False)
    pemeriksa_2 = forms.ModelChoiceField(label="Pemeriksa kedua", queryset=Nomor.objects.none(), required=False)
    pemeriksa_3 = forms.ModelChoiceField(label="Pemeriksa ketiga", queryset=Nomor.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in (1, 2, 3):
            pilihan(self, f"pemeriksa_{n}", pemeriksa_untuk(self.objek.konseptor))
        self.fields["pemeriksa_1"].help_text = "Kosong: langsung menunggu penanda tangan."

    def pemeriksa(self) -> list[Any]:
        """The chosen ones in order."""
        return [p for n in (1, 2, 3) if (p := self.cleaned_data.get(f"pemeriksa_{n}"))]


class ParafForm(FormObjek):
    catatan = forms.CharField(label="Catatan", max_length=300, required=False)


class NomoriForm(FormObjek):
    """The number: the next one today, one inserted behind an earlier, or one reserved for a power cut."""

    CARA = [("biasa", "Nomor berikutnya"), ("sisip", "Sisipan sesudah nomor lain"), ("cadangan", "Nomor cadangan")]
    tanggal = TanggalField(label="Tanggal surat")
    cara = forms.ChoiceField(label="Nomor", choices=CARA, widget=forms.RadioSelect, initial="biasa")
    sisip_sesudah = forms.IntegerField(
        label="Sisipkan sesudah nomor urut", min_value=1, required=False, help_text="Misalnya 15 menjadi 15a."
    )
    cadangan = forms.ModelChoiceField(label="Nomor cadangan", queryset=Nomor.objects.none(), required=False)
    alasan = forms.CharField(label="Alasan sisipan", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari = timezone.localdate()
        self.fields["tanggal"].initial = hari
        pilihan(self, "cadangan", cadangan_untuk(self.objek, hari))
        if not self.fields["cadangan"].queryset.exists():  # type: ignore[attr-defined]
            self.fields["cara"].choices = self.CARA[:2]  # type: ignore[attr-defined]
            del self.fields["cadangan"]

    def clean(self) -> dict[str, Any]:
        """Each way asks for what it needs."""
        isi = super().clean() or {}
        cara = isi.get("cara")
        if cara == "sisip":
            for nama, kalimat in (("sisip_sesudah", "Tulis nomor urutnya."), ("alasan", "Tulis alasan sisipan.")):
                if not isi.get(nama) and nama not in self.errors:
                    self.add_error(nama, kalimat)
        elif cara == "cadangan" and not isi.get("cadangan"):
            self.add_error("cadangan", "Pilih nomor cadangannya.")
        return isi

    def pilihan_nomor(self) -> dict[str, Any]:
        """Arguments of the service."""
        isi, cara = self.cleaned_data, self.cleaned_data["cara"]
        tanggal: dt.date = isi["tanggal"]
        return {
            "tanggal": tanggal,
            "sisip_sesudah": isi.get("sisip_sesudah") if cara == "sisip" else None,
            "cadangan": isi.get("cadangan") if cara == "cadangan" else None,
            "alasan": isi.get("alasan", "") if cara == "sisip" else "",
        }


class LampiranForm(FormRekam):
    """A file that goes with the letter."""

    pindaian = PindaianField(label="Berkas")

    class Meta:
        model = LampiranNaskah
        fields = ["judul"]
