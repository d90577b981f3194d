"""Shape of a member of staff."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.formats import periksa_nip
from inti.forms import FormRekam, NomorField, pilihan
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai


class PegawaiForm(FormRekam):
    """NIP is taken in any printed form; a rank belongs to PNS and CPNS alone."""

    nip = NomorField(
        label="NIP/NI PPPK",
        max_length=30,
        required=False,
        help_text="18 angka, boleh dengan spasi. Kosong untuk Non-PNS.",
    )

    class Meta:
        model = Pegawai
        fields = ["nama", "jenis", "nip", "pangkat", "jabatan", "unit", "pengguna", "boleh_menandatangani", "atas_nama"]

    def __init__(self, *args: Any, pengguna: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pengguna is not None and pengguna.unit is not None:
            jalur = pengguna.unit.jalur
            pilihan(self, "unit", UnitKerja.objects.hidup().filter(jalur__startswith=jalur))
            pilihan(self, "pengguna", Pengguna.objects.hidup().filter(unit__jalur__startswith=jalur))

    def clean(self) -> dict[str, Any]:
        """A NIP that can't be one is refused; without one only Non-PNS; no rank for those who have none."""
        isi = super().clean() or {}
        if isi.get("nip"):
            hasil = periksa_nip(isi["nip"])
            if hasil.galat:
                self.add_error("nip", forms.ValidationError(hasil.galat[0].pesan, code=hasil.galat[0].kode))
            isi["nip"] = hasil.nilai
        elif isi.get("jenis") and isi["jenis"] != Pegawai.Jenis.NON_PNS:
            self.add_error("nip", "NIP wajib diisi untuk PNS dan PPPK.")
        if isi.get("pangkat") and isi.get("jenis") not in {Pegawai.Jenis.PNS, Pegawai.Jenis.CPNS}:
            self.add_error("pangkat", "Pangkat hanya untuk PNS dan CPNS. Kosongkan.")
        return isi
