"""The village's own shapes of input: papers are photographs, and nothing that the system knows is asked again."""

from __future__ import annotations

from typing import Any

from django import forms

from dtks.forms.layanan import PermohonanForm
from inti.forms.dasar import TanggalField

FOTO = {"accept": "image/jpeg,image/png,application/pdf"}


class DesaForm(PermohonanForm):
    """A request from a village: members, its own letter, one photograph for each paper (`sudah`: handed in before)."""

    def __init__(self, *args: Any, sudah: set[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sudah = sudah or set()
        self.fields.pop("id_pada_pengantar", None)
        self.fields.pop("desa", None)  # a village files for its own people only
        self.fields["pengantar_nomor"] = forms.CharField(label="Nomor surat pengantar desa", max_length=60)
        self.fields["pengantar_tanggal"] = TanggalField(label="Tanggal surat pengantar")
        for s in self.syarat:
            del self.fields[f"ada_{s.kode}"]
            medan = self.fields[f"pindai_{s.kode}"]
            medan.label = f"Foto {s.nama}"
            medan.required = s.wajib and s.kode not in sudah
            medan.help_text = "Sudah dilampirkan; foto lagi hanya bila perlu diganti." if s.kode in sudah else ""
            medan.widget.attrs.update(FOTO)
            medan.error_messages["required"] = f"Foto {s.nama} belum dilampirkan."

    def berkas_ada(self) -> list[str]:
        """A paper is there when its photograph is."""
        return [s.kode for s in self.syarat if self.cleaned_data.get(f"pindai_{s.kode}")]

    @property
    def foto(self) -> list[Any]:
        """Photograph fields, for the template."""
        return [self[f"pindai_{s.kode}"] for s in self.syarat]
