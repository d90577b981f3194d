"""The plan of posts as a resource: kept by the personnel desk, read by those who lead."""

from typing import Any

from kepegawaian.models import Formasi
from tests.sumber import UjiSumber


class TestFormasi(UjiSumber):
    model, depan = Formasi, "/kepegawaian/formasi/"
    siapa = {"pemegang": "personalia", "pembaca": "penyelia", "asing": "loket"}
    baru = {"nama": "Pengelola Data", "jenis": "pelaksana", "kelas": 7, "kebutuhan": 2}
    ubahan = {"kebutuhan": 3}

    def tampak(self, objek: Formasi) -> str:
        return objek.nama

    def isian(self) -> dict[str, Any]:
        return {**self.baru, "unit": self.ambil("unit").pk}
