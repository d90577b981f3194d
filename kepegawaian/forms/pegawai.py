"""Shapes of a member of staff: who he is, and what a new one begins with."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.formats import periksa_nik, periksa_nip
from inti.forms.dasar import FormRekam, NomorField, TanggalField, pilihan
from inti.forms.pindaian import FotoField, PindaianField
from inti.models import Pengguna
from kepegawaian.models import Jenis, PangkatPegawai, Pegawai
from kepegawaian.queries.unit import unit_kelolaan

DIRI = [
    "nama",
    "nip",
    "nik",
    "kelamin",
    "tempat_lahir",
    "tanggal_lahir",
    "agama",
    "kawin",
    "alamat",
    "telepon",
    "surel",
]
TERTUTUP = (
    "nik",
    "tempat_lahir",
    "tanggal_lahir",
    "agama",
    "kawin",
    "alamat",
    "nip",
    "telepon",
    "pengguna",
    "boleh_menandatangani",
    "atas_nama",
)
"""Not on the form of who may change the record (by proposal) but may not see personal data: what his page hides."""


class PegawaiForm(FormRekam):
    """Identity. NIP is taken in any printed form; the career has forms of its own."""

    nip = NomorField(
        label="NIP/NI PPPK",
        max_length=30,
        required=False,
        help_text="18 angka, boleh dengan spasi. Kosong untuk Non-PNS.",
    )
    nik = NomorField(label="NIK", max_length=30, required=False, help_text="16 angka.")
    tanggal_lahir = TanggalField(label="Tanggal lahir", required=False)
    unggah_foto = FotoField(label="Foto", required=False)

    class Meta:
        model = Pegawai
        fields = [*DIRI, "pengguna", "boleh_menandatangani", "atas_nama"]

    def __init__(self, *args: Any, pengguna: Any = None, pribadi: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not pribadi:
            for nama in TERTUTUP:
                self.fields.pop(nama, None)
        if "pengguna" in self.fields and pengguna is not None and pengguna.unit is not None:
            unit = unit_kelolaan(pengguna)
            pilihan(self, "pengguna", Pengguna.objects.hidup().filter(unit__in=unit))

    def isian(self) -> dict[str, Any]:
        """Identity for the service; the photo goes apart."""
        return {n: v for n, v in self.cleaned_data.items() if n != "unggah_foto"}

    def jenis(self) -> str:
        """Kind of staff: of the record, or as chosen in the same form."""
        return self.cleaned_data.get("jenis") or self.instance.jenis

    def clean(self) -> dict[str, Any]:
        """A number that can't be one is refused; without a NIP only Non-PNS."""
        isi = super().clean() or {}
        lahir = isi.get("tanggal_lahir")
        for nama, periksa in (("nip", periksa_nip), ("nik", periksa_nik)):
            if not isi.get(nama):
                continue
            hasil = periksa(isi[nama], tanggal_lahir=lahir) if lahir else periksa(isi[nama])
            if hasil.galat:
                self.add_error(nama, forms.ValidationError(hasil.galat[0].pesan, code=hasil.galat[0].kode))
            isi[nama] = hasil.nilai
        if (
            "nip" in self.fields
            and not isi.get("nip")
            and "nip" not in self.errors
            and self.jenis() not in {Jenis.NON_PNS, ""}
        ):
            self.add_error("nip", forms.ValidationError("NIP wajib diisi untuk PNS dan PPPK.", code="NIP_KOSONG"))
        return isi


class PegawaiBaruForm(PegawaiForm):
    """Identity, and the facts that a new member of staff begins with."""

    unggah_foto = None  # type: ignore[assignment]  # a new person's page asks for it

    jenis_awal = forms.ChoiceField(label="Jenis pegawai", choices=Jenis.choices)
    tmt = TanggalField(label="TMT", help_text="Mulai bekerja dengan jenis, pangkat, dan jabatan ini.")
    kontrak = TanggalField(label="Kontrak sampai", required=False, help_text="Wajib untuk PPPK dan Non-PNS.")
    sk_nomor = forms.CharField(label="Nomor SK", max_length=80, required=False)
    sk_tanggal = TanggalField(label="Tanggal SK", required=False)

    class Meta(PegawaiForm.Meta):
        fields = [*DIRI, "pangkat", "golongan", "jabatan", "jenis_jabatan", "jenjang", "eselon", "memimpin", "unit"]

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pengguna is not None:
            pilihan(self, "unit", unit_kelolaan(pengguna))
        self.order_fields([*DIRI, "jenis_awal", "tmt", "kontrak", "pangkat", "golongan", *list(self.fields)])

    def jenis(self) -> str:
        return str(self.cleaned_data.get("jenis_awal") or "")

    def clean(self) -> dict[str, Any]:
        """A rank for PNS, a grade for PPPK, an end for a contract."""
        isi = super().clean()
        jenis = self.jenis()
        if jenis in {Jenis.PNS, Jenis.CPNS} and not isi.get("pangkat"):
            self.add_error("pangkat", "Pilih pangkat.")
        if jenis not in {Jenis.PNS, Jenis.CPNS} and isi.get("pangkat"):
            self.add_error("pangkat", "Pangkat hanya untuk PNS dan CPNS. Kosongkan.")
        if jenis == Jenis.PPPK and not isi.get("golongan"):
            self.add_error("golongan", "Pilih golongan PPPK.")
        if jenis != Jenis.PPPK and isi.get("golongan"):
            self.add_error("golongan", "Golongan hanya untuk PPPK. Kosongkan.")
        if (
            jenis in {Jenis.PPPK, Jenis.PPPK_PW, Jenis.NON_PNS}
            and not isi.get("kontrak")
            and "kontrak" not in self.errors
        ):
            self.add_error("kontrak", "Isi tanggal akhir kontrak.")
        return isi

    def diri(self) -> dict[str, Any]:
        """Identity for the service."""
        return {n: self.cleaned_data[n] for n in DIRI}

    def sk(self) -> dict[str, Any]:
        """The decree that all first facts share."""
        return {n: self.cleaned_data[n] for n in ("tmt", "sk_nomor", "sk_tanggal")}

    def status(self) -> dict[str, Any]:
        """First fact: kind of staff."""
        return {**self.sk(), "jenis": self.jenis(), "sampai": self.cleaned_data["kontrak"]}

    def jabatan(self) -> dict[str, Any]:
        """First fact: the post."""
        c = self.cleaned_data
        return {
            **self.sk(),
            "nama": c["jabatan"],
            "jenis": c["jenis_jabatan"],
            **{n: c[n] for n in ("jenjang", "eselon", "memimpin", "unit")},
        }

    def pangkat(self) -> dict[str, Any]:
        """First fact: the rank or grade; empty for those who have none."""
        c = self.cleaned_data
        if not (c["pangkat"] or c["golongan"]):
            return {}
        return {
            **self.sk(),
            "pangkat": c["pangkat"],
            "golongan": c["golongan"],
            "cara": PangkatPegawai.Cara.PENGANGKATAN,
        }


class DiriForm(FormRekam):
    """What a member of staff may ask to have mended in his own record, with the paper that shows it."""

    alasan = forms.CharField(label="Alasan perubahan", max_length=300, help_text="Misalnya: pindah alamat.")

    pindaian = PindaianField(label="Bukti", required=False, help_text="Misalnya KK atau KTP baru: PDF, JPG, atau PNG.")

    class Meta:
        model = Pegawai
        fields = ["tempat_lahir", "tanggal_lahir", "agama", "kawin", "alamat", "telepon", "surel"]
