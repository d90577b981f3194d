"""The demonstration office of the registry: families, rules, a month of work at the counter, the register of 2022."""

from dtks.demo.antrean import isi_antrean
from dtks.demo.buku2022 import isi_buku
from dtks.demo.desa import isi_desa, isi_usulan
from dtks.demo.impor import isi_impor
from dtks.demo.jam import isi_jam
from dtks.demo.layanan import isi_layanan
from dtks.demo.program import isi_program
from dtks.demo.registri import isi_aturan, isi_besar, isi_registri
from dtks.demo.sekaligus import isi_nik, isi_sekaligus

__all__ = ["isi", "isi_besar"]


def isi() -> None:
    """Fill what is missing."""
    isi_registri()
    isi_aturan()
    isi_jam()
    isi_layanan()
    isi_buku()
    isi_desa()
    isi_usulan()
    isi_sekaligus()
    isi_nik()
    isi_antrean()
    isi_impor()
    isi_program()
