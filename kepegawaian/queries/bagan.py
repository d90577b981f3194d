"""Units, their heads and counts for the organisation chart."""

from __future__ import annotations

from collections import Counter

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Keadaan, Pegawai
from kepegawaian.queries.unit import jalur_kelolaan
from kepegawaian.rules.bagan import GambarBagan, pohon, susun_bagan
from kepegawaian.rules.duk import ESELON


def bagan_unit(pengguna: Pengguna) -> GambarBagan:
    """The chart of the user's part of the tree. Three queries, however many units."""
    jalur = jalur_kelolaan(pengguna)
    unit = list(
        UnitKerja.objects.hidup().filter(jalur__startswith=jalur).order_by("jalur").values_list("pk", "jalur", "nama")
    )
    aktif = Pegawai.objects.hidup().filter(keadaan=Keadaan.AKTIF, unit__jalur__startswith=jalur)
    orang: Counter[int] = Counter()
    kepala: dict[int, tuple[str, int]] = {}
    for pk, nama, memimpin, eselon in aktif.order_by("id").values_list("unit_id", "nama", "memimpin", "eselon"):
        orang[pk] += 1
        if memimpin:
            kepala[pk] = (nama, ESELON.get(eselon, len(ESELON)))
    return susun_bagan(pohon(unit, kepala, orang))
