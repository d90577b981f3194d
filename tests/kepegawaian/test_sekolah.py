"""Schools that send interns: a noun of the whole office."""

from kepegawaian.models import Sekolah
from tests.sumber import UjiSumber


class TestSekolah(UjiSumber):
    model, depan = Sekolah, "/kepegawaian/magang/sekolah/"
    siapa = {"pemegang": "penyelia", "pembaca": "pimpinan", "asing": "loket"}
    baru = {"nama": "SMKN 9 Wanasari", "jenis": "smk", "pimpinan": "Kepala SMKN 9", "kota": "Wanasari"}
    ubahan = {"kota": "Lembayung"}
