"""Counters of the waiting room: a noun of a unit."""

from typing import Any

from dtks.models import Meja
from tests.sumber import UjiSumber


class TestMeja(UjiSumber):
    model, depan = Meja, "/dtks/antrean/meja/"
    siapa = {"pemegang": "penyelia", "pembaca": "staf", "asing": "arsiparis"}
    baru = {"nama": "Loket 1"}
    ubahan = {"nama": "Loket 9"}

    def isian(self) -> dict[str, Any]:
        return {**self.baru, "unit": self.ambil("unit").pk}

    def luar(self, objek: Meja) -> bool:
        Meja.objects.filter(pk=objek.pk).update(unit=self.ambil("unit_lain"))
        return True
