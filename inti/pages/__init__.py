"""Generic pages. An app declares attributes; the behaviour (scope, version, keys, history) is the same everywhere."""

from inti.pages.columns import Columns, Kolom, Status
from inti.pages.daftar import Daftar
from inti.pages.dasar import Halaman, Massal, objek_atau_404, selesai
from inti.pages.formulir import Buang, Pulihkan, Tambah, Ubah
from inti.pages.rincian import Bagian, Rincian
from inti.pages.uang import Uang
from inti.pages.verba import Aksi, verb

__all__ = [
    "Aksi",
    "Bagian",
    "Buang",
    "Columns",
    "Daftar",
    "Halaman",
    "Kolom",
    "Massal",
    "Pulihkan",
    "Rincian",
    "Status",
    "Tambah",
    "Uang",
    "Ubah",
    "objek_atau_404",
    "selesai",
    "verb",
]
