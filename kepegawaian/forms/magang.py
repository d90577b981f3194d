"""Shapes of input about interns."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from inti.formats import hari_tanggal
from inti.formats.nomor import angka_ascii
from inti.forms.dasar import FormObjek, FormRekam, TanggalField, pilihan
from inti.models import Pengguna, UnitKerja
from inti.pages.sumber_bertanggal import MASA, FormBertanggal
from kepegawaian.models import (
    AturanNilai,
    KehadiranMagang,
    KetentuanHari,
    Pegawai,
    Penempatan,
    PesertaMagang,
    Sekolah,
)
from kepegawaian.queries.magang import HariBuku
from kepegawaian.queries.unit import unit_kelolaan
from kepegawaian.rules.magang import angka

BARIS_ATURAN = 8


class JamField(forms.TimeField):
    """Hours as written here: 07.30; also 7:30 and 0730."""

    widget = forms.TimeInput(format="%H.%M", attrs={"inputmode": "decimal", "autocomplete": "off", "size": 5})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%H.%M", "%H:%M", "%H%M", "%H"])
        kwargs.setdefault("error_messages", {"invalid": "Tulis jam seperti 07.30."})
        super().__init__(**kwargs)


class AngkaField(forms.DecimalField):
    """A mark or weight with a comma or a dot."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=5, decimal_places=2, min_value=0, max_value=100, **kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 6})

    def to_python(self, value: Any) -> Any:
        """Read 95,5 as 95.5."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """Write it with a comma."""
        return angka(value) if isinstance(value, Decimal) else value


class KetentuanForm(FormBertanggal):
    """Uniform and hours of a weekday."""

    jam_mulai = JamField(label="Jam mulai", help_text="Contoh: 07.30")
    jam_selesai = JamField(label="Jam selesai", help_text="Contoh: 16.00")

    class Meta:
        model = KetentuanHari
        fields = ["hari", "seragam", "jam_mulai", "jam_selesai", *MASA]


def _pegawai(pengguna: Pengguna) -> Any:
    return Pegawai.objects.untuk(pengguna).order_by("nama")


def _unit(pengguna: Pengguna) -> Any:
    return unit_kelolaan(pengguna)


class PesertaForm(FormRekam):
    """An intern; a new one is placed at once (`unit`)."""

    unit = forms.ModelChoiceField(label="Bagian", queryset=UnitKerja.objects.none(), help_text="Penempatan pertama.")

    class Meta:
        model = PesertaMagang
        fields = [
            "nama",
            "nomor_induk",
            "sekolah",
            "jurusan",
            "mulai",
            "sampai",
            "pembimbing",
            "pembimbing_sekolah",
            "nomor_permohonan",
            "tanggal_permohonan",
        ]

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "sekolah", Sekolah.objects.hidup().order_by("nama"))
        pilihan(self, "pembimbing", _pegawai(pengguna))
        if self.instance.pk:
            del self.fields["unit"]
        else:
            pilihan(self, "unit", _unit(pengguna))


class PenempatanForm(FormRekam):
    """A placement; a further one usually ends the one before."""

    lanjutan = forms.BooleanField(
        label="Akhiri penempatan sebelumnya sehari sebelum tanggal mulai", required=False, initial=True
    )

    class Meta:
        model = Penempatan
        fields = ["unit", "mulai", "sampai", "pembimbing"]

    def __init__(self, *args: Any, objek: Any = None, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "unit", _unit(pengguna))
        pilihan(self, "pembimbing", _pegawai(pengguna))
        if self.instance.pk:
            del self.fields["lanjutan"]
        elif objek is not None:
            self.fields["sampai"].initial = objek.sampai


class AkunForm(FormObjek):
    """The account's name."""

    username = forms.CharField(
        label="Nama pengguna", max_length=60, help_text="Huruf kecil, tanpa spasi. Misalnya nama depan dan tahun."
    )


class IzinForm(forms.Form):
    """The intern's own absence."""

    tanggal = TanggalField(label="Tanggal")
    keadaan = forms.ChoiceField(label="Keadaan", choices=[("izin", "Izin"), ("sakit", "Sakit")])
    keterangan = forms.CharField(label="Keterangan", max_length=160)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["tanggal"].initial = timezone.localdate


class KehadiranForm(FormObjek):
    """A day's attendance by the supervisor."""

    tanggal = TanggalField(label="Tanggal")
    keadaan = forms.ChoiceField(label="Keadaan", choices=KehadiranMagang.Keadaan.choices)
    jam_datang = JamField(label="Jam datang", required=False, help_text="Hanya bila hadir, misalnya 07.30.")
    jam_pulang = JamField(label="Jam pulang", required=False)
    keterangan = forms.CharField(label="Keterangan", max_length=160, required=False)


class BarisCatatanForm(forms.Form):
    """One day of the logbook. An empty activity means that there is no entry."""

    jam_mulai = JamField(required=False)
    jam_selesai = JamField(required=False)
    kegiatan = forms.CharField(
        max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
    )
    seragam = forms.CharField(max_length=60, required=False)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, hari: HariBuku, **kwargs: Any) -> None:
        c, k = hari.catatan, hari.ketentuan
        awal = {n: getattr(c or k, n, None) for n in ("jam_mulai", "jam_selesai", "seragam")}
        if c is not None:
            awal |= {"kegiatan": c.kegiatan, "versi": c.versi}
        super().__init__(*args, prefix=f"h{hari.tanggal:%Y%m%d}", initial=awal, label_suffix="", **kwargs)
        self.hari = hari
        judul = {"jam_mulai": "Jam mulai", "jam_selesai": "Jam selesai", "kegiatan": "Kegiatan", "seragam": "Seragam"}
        for nama, kata in judul.items():
            self.fields[nama].label = kata
            salah = " is-invalid" if self.is_bound and nama in self.errors else ""
            self.fields[nama].widget.attrs |= {
                "class": f"form-control{salah}",
                "aria-label": f"{kata}, {hari_tanggal(hari.tanggal)}",
            }

    def clean(self) -> dict[str, Any]:
        """Hours belong to an activity."""
        isi = super().clean() or {}
        if isi.get("kegiatan"):
            for nama in ("jam_mulai", "jam_selesai"):
                if isi.get(nama) is None and nama not in self.errors:
                    self.add_error(nama, "Isi jamnya, misalnya 07.30.")
            mulai, selesai = isi.get("jam_mulai"), isi.get("jam_selesai")
            if mulai and selesai and selesai <= mulai:
                self.add_error("jam_selesai", "Jam selesai harus sesudah jam mulai.")
        return isi

    def baris(self) -> dict[str, Any]:
        """As the service takes it."""
        kosong = dt.time(0)
        isi = self.cleaned_data
        return {
            "tanggal": self.hari.tanggal,
            "jam_mulai": isi["jam_mulai"] or kosong,
            "jam_selesai": isi["jam_selesai"] or kosong,
            "kegiatan": isi["kegiatan"].replace("\r\n", "\n").strip(),
            "seragam": isi["seragam"].strip(),
            "versi": isi["versi"],
        }


class NilaiMagangForm(FormObjek):
    """A mark for each component of the rule in force."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from kepegawaian.services.magang_nilai import aturan_pada

        super().__init__(*args, **kwargs)
        self.aturan: AturanNilai | None = aturan_pada(self.objek.sampai)
        nilai = getattr(self.objek, "penilaian", None)
        lama = {b["nama"]: Decimal(b["nilai"]) for b in nilai.butir} if nilai else {}
        for k in self.aturan.komponen.hidup() if self.aturan else ():
            self.fields[f"n{k.pk}"] = AngkaField(
                label=f"{k.nama} ({angka(k.bobot)} %)", initial=lama.get(k.nama), help_text="0 sampai 100."
            )
        self.fields["catatan"] = forms.CharField(
            label="Catatan pembimbing", max_length=300, required=False, initial=nilai.catatan if nilai else ""
        )

    def nilai(self) -> dict[str, Decimal]:
        """Component's key -> mark."""
        return {n[1:]: v for n, v in self.cleaned_data.items() if n != "catatan"}


class AturanForm(forms.Form):
    """A dated rule with up to eight components and eight bands, one line each."""

    berlaku_mulai = TanggalField(label="Berlaku mulai")
    dasar = forms.CharField(label="Dasar", max_length=160, help_text="Surat atau pedoman yang menetapkannya.")

    def __init__(self, data: Any = None, _berkas: Any = None, *, instance: AturanNilai | None = None) -> None:
        awal: dict[str, Any] = {}
        if instance is not None:
            awal = {"berlaku_mulai": instance.berlaku_mulai, "dasar": instance.dasar_hukum}
            for n, k in enumerate(instance.komponen.hidup()):
                awal |= {f"kn{n}": k.nama, f"kb{n}": k.bobot}
            for n, s in enumerate(instance.skala.hidup()):
                awal |= {f"sd{n}": s.dari, f"sp{n}": s.predikat}
        super().__init__(data, initial=awal, label_suffix="")
        for n in range(BARIS_ATURAN):
            self.fields[f"kn{n}"] = forms.CharField(label=f"Komponen {n + 1}", max_length=60, required=False)
            self.fields[f"kb{n}"] = AngkaField(label=f"Bobot {n + 1}", required=False)
            self.fields[f"sd{n}"] = AngkaField(label=f"Nilai dari {n + 1}", required=False)
            self.fields[f"sp{n}"] = forms.CharField(label=f"Predikat {n + 1}", max_length=40, required=False)
        for nama, medan in self.fields.items():
            if nama[:2] in {"kn", "kb", "sd", "sp"} and angka_ascii(nama[2:]):
                medan.widget.attrs |= {"class": "form-control", "aria-label": medan.label}

    def baris(self, kiri: str, kanan: str) -> list[tuple[Any, Any]]:
        """Lines of one table that are filled in."""
        semua = ((self[f"{kiri}{n}"], self[f"{kanan}{n}"]) for n in range(BARIS_ATURAN))
        return list(semua)

    @property
    def baris_komponen(self) -> list[tuple[Any, Any]]:
        """For the page."""
        return self.baris("kn", "kb")

    @property
    def baris_skala(self) -> list[tuple[Any, Any]]:
        """For the page."""
        return self.baris("sd", "sp")

    def clean(self) -> dict[str, Any]:
        """Half a line is refused."""
        isi = super().clean() or {}
        for kiri, kanan in (("kn", "kb"), ("sp", "sd")):
            for n in range(BARIS_ATURAN):
                teks, nilai = isi.get(f"{kiri}{n}"), isi.get(f"{kanan}{n}")
                if bool(teks) is (nilai is None) and f"{kanan}{n}" not in self.errors:
                    self.add_error(f"{kanan}{n}" if teks else f"{kiri}{n}", ValidationError("Isi keduanya."))
        return isi

    def isian(self) -> dict[str, Any]:
        """As the service takes it."""
        isi = self.cleaned_data
        urut = range(BARIS_ATURAN)
        return {
            "berlaku_mulai": isi["berlaku_mulai"],
            "dasar": isi["dasar"],
            "komponen": [(isi[f"kn{n}"].strip(), isi[f"kb{n}"]) for n in urut if isi.get(f"kn{n}")],
            "skala": [(isi[f"sd{n}"], isi[f"sp{n}"].strip()) for n in urut if isi.get(f"sp{n}")],
        }
