"""The export `dtks`: all persons, ordered by NIK then id, in the columns that the import reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dtks.models import Individu
from dtks.sheets.kolom import KOLOM

if TYPE_CHECKING:
    from inti.models import Pengguna

_KOLOM = (
    "id_dtks", "nik", "no_kk", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "alamat", "rt", "rw",
    "desa__nama", "desa__induk__nama", "hubungan", "desil", "pbi_jk", "pkh", "bpnt", "dikecualikan", "sumber_data",
    "periode_data", "terdaftar", "desa_teks", "kecamatan_teks",
)  # fmt: skip
_DESA, _KECAMATAN = 10, 11


def ekspor_dtks(pengguna: Pengguna | None = None) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    """Headings and rows of every person that `pengguna` may meet (None: the whole registry, for the command)."""
    semua = Individu.objects.all() if pengguna is None else Individu.objects.untuk(pengguna)
    isi = semua.order_by("nik", "id").values_list(*_KOLOM).iterator(chunk_size=5_000)
    return [*(k.judul for k in KOLOM), "TERDAFTAR"], _baris(isi)


def _baris(isi: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The village as its record names it, else as the file named it."""
    for *sel, desa, kecamatan in isi:
        sel[_DESA], sel[_KECAMATAN] = sel[_DESA] or desa, sel[_KECAMATAN] or kecamatan
        yield tuple(sel)
