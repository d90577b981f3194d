"""A member of staff as a resource: taken in by a service, changed by those who may, proposed by an intern."""

from kepegawaian.models import Pegawai
from tests.sumber import UjiSumber


class TestPegawai(UjiSumber):
    model, depan = Pegawai, "/kepegawaian/pegawai/"
    siapa = {"pemegang": "penyelia", "pembaca": "pimpinan", "asing": "loket", "pengusul": "magang"}
    baru = None
    ubahan = {"surel": "baru@wanasari.example"}
    sampah = False  # only the personnel desk throws away: see test_lingkup_pegawai.py

    def buat(self, n: int = 0) -> Pegawai:
        return Pegawai.objects.create(
            nama=f"Orang Uji {n}", jenis="NON_PNS", jabatan="Pengelola Data", unit=self.ambil("unit"), kelamin="P"
        )

    def luar(self, objek: Pegawai) -> bool:
        Pegawai.objects.filter(pk=objek.pk).update(unit=self.ambil("unit_lain"))
        return True
