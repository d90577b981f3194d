"""Shapes of the dated facts, one form for each kind, each with the scan of its decree."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms import FormRekam, pilihan
from inti.galat import AturanDilanggar
from inti.services.berkas import siapkan_unggahan
from kepegawaian.models import (
    AtasanKhusus,
    DiklatPegawai,
    Fakta,
    GajiBerkala,
    HukumanPegawai,
    JabatanPegawai,
    KeluargaPegawai,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    PenghargaanPegawai,
    StatusPegawai,
)
from kepegawaian.queries.unit import unit_kelolaan

SK = ["sk_nomor", "sk_tanggal", "sk_pejabat"]
ISI: dict[str, tuple[type[Fakta], list[str]]] = {
    "status": (StatusPegawai, ["tmt", "jenis", "keadaan", "sampai"]),
    "pangkat": (PangkatPegawai, ["tmt", "pangkat", "golongan", "mk_tahun", "mk_bulan", "cara"]),
    "jabatan": (
        JabatanPegawai,
        ["tmt", "nama", "jenis", "jenjang", "eselon", "unit", "memimpin", "sebagai", "sampai"],
    ),
    "kgb": (GajiBerkala, ["tmt", "mk_tahun", "mk_bulan", "gaji_pokok"]),
    "pendidikan": (PendidikanPegawai, ["tmt", "tingkat", "jurusan", "sekolah"]),
    "pelatihan": (DiklatPegawai, ["tmt", "macam", "nama", "penyelenggara", "jam"]),
    "penghargaan": (PenghargaanPegawai, ["tmt", "nama", "pemberi"]),
    "hukuman": (HukumanPegawai, ["tmt", "tingkat", "nama", "sampai"]),
}
TMT = {"pendidikan": "Tanggal ijazah", "pelatihan": "Tanggal mulai", "penghargaan": "Tanggal"}


class PindaianField(forms.FileField):
    """A scan: a plain PDF, JPG or PNG. Cleaned, it bears `isi` and `jenis_isi`, ready for the store."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "PDF, JPG, atau PNG.")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError with the reason when the content is not what it should be."""
        berkas = super().clean(data, initial)
        if berkas:
            try:
                berkas.isi, berkas.jenis_isi = siapkan_unggahan(berkas.read())
            except AturanDilanggar as galat:
                raise forms.ValidationError(galat.kalimat, code=galat.kode) from galat
        return berkas


class FotoField(PindaianField):
    """A portrait: JPG or PNG. Cleaned, it bears `isi` and `jenis_isi` as a scan does."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "JPG atau PNG; letak dan jenis telepon pemotret dihapus.")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError as a scan's field does, and for a PDF."""
        berkas = super().clean(data, initial)
        if berkas and not berkas.jenis_isi.startswith("image/"):
            raise forms.ValidationError("Foto harus JPG atau PNG.", code="FOTO_BUKAN_GAMBAR")
        return berkas


class FaktaForm(FormRekam):
    """A dated fact. `unit` is narrowed to the user's scope."""

    pindaian = PindaianField(label="Pindaian SK", required=False)

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields and pengguna is not None:
            pilihan(self, "unit", unit_kelolaan(pengguna))

    def isian(self) -> dict[str, Any]:
        """Fields of the fact for the service."""
        return {n: v for n, v in self.cleaned_data.items() if n != "pindaian"}


def _buat(macam: str) -> type[FaktaForm]:
    model, bidang = ISI[macam]
    meta = type("Meta", (), {"model": model, "fields": [*bidang, *SK], "labels": {"tmt": TMT.get(macam, "TMT")}})
    return type(f"{macam.title()}Form", (FaktaForm,), {"Meta": meta, "__doc__": f"A fact of the kind {macam}."})


FORM: dict[str, type[FaktaForm]] = {m: _buat(m) for m in ISI}


class KeluargaForm(FormRekam):
    """A member of the family."""

    class Meta:
        model = KeluargaPegawai
        fields = ["hubungan", "nama", "kelamin", "tanggal_lahir", "pekerjaan", "tertanggung"]


class AtasanForm(FormRekam):
    """Who is the superior for a time, other than the head of the unit."""

    class Meta:
        model = AtasanKhusus
        fields = ["atasan", "tmt", "sampai", "alasan"]

    def __init__(self, *args: Any, pengguna: Any = None, pegawai: Pegawai | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pengguna is not None and pengguna.unit is not None:
            kantor = pengguna.unit.jalur.split("/", 1)[0] + "/"
            calon = Pegawai.objects.aktif().filter(unit__jalur__startswith=kantor)
            pilihan(self, "atasan", calon.exclude(pk=pegawai.pk) if pegawai else calon)
