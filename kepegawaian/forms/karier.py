"""Shapes of the dated facts, one form for each kind, each with the scan of its decree."""

from __future__ import annotations

from typing import Any

from inti.forms.dasar import FormRekam, pilihan
from inti.forms.pindaian import PindaianField
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
