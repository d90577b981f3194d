"""Identity numbers, one door: each check takes a raw value and returns `HasilNomor` (value, refusals, warnings)."""

from inti.formats.nik import cacat_nik, kelamin_dari_nik, periksa_kk, periksa_nik, tanggal_dari_nik
from inti.formats.nip import format_nip, jenis_nip, periksa_nip
from inti.formats.nomor import Cacat, HasilNomor, baku_kelamin, rapikan_nomor, sel_angka
from inti.formats.nomor_kantor import (
    format_npwp,
    periksa_id_dtks,
    periksa_kpj,
    periksa_npp,
    periksa_npwp,
    periksa_telepon,
)

__all__ = [
    "Cacat",
    "HasilNomor",
    "baku_kelamin",
    "cacat_nik",
    "format_nip",
    "format_npwp",
    "jenis_nip",
    "kelamin_dari_nik",
    "periksa_id_dtks",
    "periksa_kk",
    "periksa_kpj",
    "periksa_nik",
    "periksa_nip",
    "periksa_npp",
    "periksa_npwp",
    "periksa_telepon",
    "rapikan_nomor",
    "sel_angka",
    "tanggal_dari_nik",
]


def kode_berkelompok(kode: str) -> str:
    """A code for checking as printed: groups of four with dashes."""
    return "-".join(kode[i : i + 4] for i in range(0, len(kode), 4))
