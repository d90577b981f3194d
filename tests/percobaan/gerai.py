"""Functions that the trial app's `isi.py` names."""

from inti.queries.meja import Kerja
from tests.percobaan.models import Titipan


def menunggu(pengguna):
    return Titipan.objects.untuk(pengguna).filter(status="ada")


def baris(pengguna, kueri):
    return [Kerja(t.uraian, "titipan", "Ambil", t.get_absolute_url()) for t in kueri]


def fakta(pengguna):
    return []


def cari(pengguna, teks):
    return []


def ekspor(pengguna):
    return ["Uraian"], ([t.uraian] for t in Titipan.objects.order_by("id"))


def sapu(*_, **__):
    return {}


def periksa():
    return ()


def lama_titip(masukan, tanggal):
    return masukan["hari"]
