"""Shapes of input at the counter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from dtks.models import (
    AnggotaPermohonan,
    Individu,
    JenisPermohonan,
    Permohonan,
    SyaratBerkas,
)
from dtks.models.layanan import PILIHAN_ALASAN
from dtks.services.identitas import nik_benar
from inti.formats import periksa_kk, periksa_nik, periksa_telepon
from inti.forms.dasar import FormObjek, NomorField, TanggalField
from inti.galat import AturanDilanggar
from inti.models import Wilayah
from inti.services.berkas import siapkan_unggahan


class PermohonanForm(forms.Form):
    """A request with its members, the village's letter and the papers handed in.

    `keluarga` are persons of the registry that may be named; with none of them the applicant is typed in.
    """

    telepon = forms.CharField(
        label="Telepon pemohon", max_length=20, required=False, help_text="Untuk kabar; boleh kosong."
    )
    pengantar_nomor = forms.CharField(label="Nomor surat pengantar desa", max_length=60, required=False)
    pengantar_tanggal = TanggalField(label="Tanggal surat pengantar", required=False)
    id_pada_pengantar = forms.BooleanField(label="ID-DTKS tercantum pada surat pengantar", required=False)
    keperluan = forms.CharField(label="Keperluan", max_length=160, required=False, initial="pelayanan kesehatan")

    def __init__(
        self,
        *args: Any,
        jenis: str,
        keluarga: list[Individu],
        syarat: list[SyaratBerkas],
        permohonan: Permohonan | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.jenis, self.keluarga, self.syarat, self.permohonan = jenis, keluarga, syarat, permohonan
        if permohonan is None:
            self._isian_anggota()
        if jenis == JenisPermohonan.REAKTIVASI:
            self.fields["faskes_nama"] = forms.CharField(label="Fasilitas kesehatan", max_length=100, required=False)
            self.fields["faskes_nomor"] = forms.CharField(label="Nomor surat faskes", max_length=60, required=False)
            self.fields["faskes_tanggal"] = TanggalField(label="Tanggal surat faskes", required=False)
        else:
            del self.fields["id_pada_pengantar"]
        for s in syarat:
            self.fields[f"ada_{s.kode}"] = forms.BooleanField(
                label=s.nama if s.wajib else f"{s.nama} (bila ada)", required=False
            )
            self.fields[f"pindai_{s.kode}"] = forms.FileField(
                label=f"Pindaian {s.nama}",
                required=False,
                widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
            )

    def _isian_anggota(self) -> None:
        for orang in self.keluarga:
            self.fields[f"pilih_{orang.pk}"] = forms.BooleanField(label=orang.nama, required=False)
            self.fields[f"kartu_{orang.pk}"] = NomorField(
                label=f"Nomor kartu JKN {orang.nama}", max_length=20, required=False
            )
        if not self.keluarga:
            self.fields["nama"] = forms.CharField(label="Nama lengkap", max_length=120)
            self.fields["nik"] = NomorField(label="NIK", max_length=40)
            self.fields["no_kk"] = NomorField(label="Nomor KK", max_length=40)
            self.fields["tempat_lahir"] = forms.CharField(label="Tempat lahir", max_length=60, required=False)
            self.fields["tanggal_lahir"] = TanggalField(label="Tanggal lahir", required=False)
            self.fields["alamat"] = forms.CharField(label="Alamat", max_length=200)
            self.fields["desa"] = forms.ModelChoiceField(
                label="Desa/kelurahan pada KTP",
                queryset=Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA).order_by("nama", "id"),
                empty_label="Pilih desa",
            )

    def clean_nik(self) -> str:
        """A NIK that is refused says why and what to do."""
        return _nomor(periksa_nik(self.cleaned_data["nik"]))

    def clean_no_kk(self) -> str:
        """Likewise the family card."""
        return _nomor(periksa_kk(self.cleaned_data["no_kk"]))

    def clean_telepon(self) -> str:
        """Any number is taken; it is stored as +62…"""
        nilai = self.cleaned_data["telepon"]
        return periksa_telepon(nilai).nilai[:20] if nilai else ""

    def clean(self) -> dict[str, Any]:
        """At least one person; no letter of a day to come; every scan is a plain PDF or picture."""
        isi = super().clean() or {}
        for nama in ("pengantar_tanggal", "faskes_tanggal", "tanggal_lahir"):
            if (hari := isi.get(nama)) and hari > timezone.localdate():
                self.add_error(
                    nama, forms.ValidationError("Tanggal itu belum tiba. Periksa tahunnya.", "TANGGAL_NANTI")
                )
        if self.permohonan is None and self.keluarga and not any(isi.get(f"pilih_{o.pk}") for o in self.keluarga):
            raise forms.ValidationError("Pilih paling sedikit satu orang yang dimohonkan.", code="ANGGOTA_KOSONG")
        for s in self.syarat:
            berkas = isi.get(f"pindai_{s.kode}")
            if berkas:
                try:
                    berkas.isi, berkas.jenis_isi = siapkan_unggahan(berkas.read())
                except AturanDilanggar as galat:
                    self.add_error(f"pindai_{s.kode}", forms.ValidationError(galat.kalimat, code=galat.kode))
        return isi

    def anggota(self) -> list[dict[str, Any]]:
        """Members for the service, the first being the applicant."""
        isi = self.cleaned_data
        if not self.keluarga:
            orang = {k: isi[k] for k in ("nama", "nik", "no_kk", "tempat_lahir", "tanggal_lahir", "alamat")}
            return [orang | ({"desa_id": isi["desa"].pk} if isi.get("desa") else {})]
        return [anggota_dari(o, isi.get(f"kartu_{o.pk}", "")) for o in self.keluarga if isi.get(f"pilih_{o.pk}")]

    def isian(self) -> dict[str, Any]:
        """Fields of the request itself."""
        nama = (
            "telepon",
            "pengantar_nomor",
            "pengantar_tanggal",
            "id_pada_pengantar",
            "keperluan",
            "faskes_nama",
            "faskes_nomor",
            "faskes_tanggal",
        )
        return {k: self.cleaned_data[k] for k in nama if k in self.fields}

    def berkas_ada(self) -> list[str]:
        """Codes of the papers handed in."""
        return [s.kode for s in self.syarat if self.cleaned_data.get(f"ada_{s.kode}")]

    @property
    def baris_anggota(self) -> list[tuple[Individu, Any, Any]]:
        """Person, box and card number, for the template."""
        return [(o, self[f"pilih_{o.pk}"], self[f"kartu_{o.pk}"]) for o in self.keluarga]

    @property
    def baris_berkas(self) -> list[tuple[SyaratBerkas, Any, Any]]:
        """Paper, box and file, for the template."""
        return [(s, self[f"ada_{s.kode}"], self[f"pindai_{s.kode}"]) for s in self.syarat]


def anggota_dari(orang: Individu, kartu: str = "") -> dict[str, Any]:
    """A person of the registry as a member of a request: what the registry says today, the NIK as it was put right."""
    return {
        "individu": orang,
        "desa_id": orang.desa_id,
        "nama": orang.nama,
        "nik": nik_benar(orang),
        "no_kk": orang.no_kk,
        "tempat_lahir": orang.tempat_lahir,
        "tanggal_lahir": orang.tanggal_lahir,
        "hubungan": orang.hubungan,
        "alamat": alamat_lengkap(orang),
        "kartu_jkn": kartu[:13],
        "id_dtks": orang.id_dtks,
        "desil": orang.desil,
        "sumber_data": orang.sumber_data,
        "periode_data": orang.periode_data,
    }


def alamat_lengkap(orang: Individu) -> str:
    """Address in one line: street, RT/RW, village, district."""
    bagian = [orang.alamat.title(), f"RT {orang.rt} RW {orang.rw}" if orang.rt else ""]
    bagian.append(f"{orang.desa_teks.title()}" if orang.desa_teks else "")
    bagian.append(f"Kec. {orang.kecamatan_teks.title()}" if orang.kecamatan_teks else "")
    return ", ".join(b for b in bagian if b)[:200]


def _nomor(hasil: Any) -> str:
    if hasil.galat:
        raise forms.ValidationError(hasil.galat[0].pesan, code=hasil.galat[0].kode)
    return str(hasil.nilai)


class TerimaForm(FormObjek):
    """Acceptance against the recommendation needs a reason."""

    catatan = forms.CharField(
        label="Alasan tertulis",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila keputusan berbeda dari saran.",
    )


class TolakForm(FormObjek):
    """Refusal with a coded reason."""

    alasan = forms.ChoiceField(label="Alasan penolakan", choices=PILIHAN_ALASAN)
    catatan = forms.CharField(
        label="Catatan",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila keputusan berbeda dari saran.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from dtks.queries.penilaian import nilai_permohonan

        super().__init__(*args, **kwargs)
        utama = nilai_permohonan(self.objek).utama if self.objek is not None else None
        if utama is not None:
            self.fields["alasan"].initial = utama.kode


class LepasForm(FormObjek):
    """Who is taken off a request, and why."""

    anggota = forms.ModelChoiceField(
        label="Anggota yang dilepas", queryset=AnggotaPermohonan.objects.none(), empty_label="Pilih anggota"
    )
    alasan = forms.CharField(label="Alasan", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.objek is not None:
            self.fields["anggota"].queryset = self.objek.anggota.all()  # type: ignore[attr-defined]


class SerahkanForm(FormObjek):
    """Who received the letter."""

    kepada = forms.CharField(label="Diserahkan kepada", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.objek is not None:
            self.fields["kepada"].initial = self.objek.pemohon


class CetakUlangForm(FormObjek):
    """A reprint needs its reason."""

    alasan = forms.CharField(label="Alasan mencetak ulang", max_length=200, help_text="Misalnya: lembar pertama rusak.")
