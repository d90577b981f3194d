"""Whatever is numbered, inserted, cancelled and reserved, in whatever order: no gap, no double, every reason kept."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.galat import AturanDilanggar
from inti.models import Nomor, Pengguna, SeriNomor
from inti.periksa import nomor as periksa_nomor
from inti.services.nomor import nomor_ambil, nomor_batalkan, nomor_cadangkan, nomor_cocokkan, nomor_sisipkan

HARI = dt.date(2026, 5, 4)
LANGKAH = st.lists(
    st.tuples(st.sampled_from(["ambil", "sisip", "batal", "cadang", "cocok"]), st.integers(1, 12)), max_size=25
)


def _kerjakan(apa: str, n: int, oleh: Pengguna) -> None:
    seri = SeriNomor.objects.first()
    if apa == "ambil" or seri is None:
        nomor_ambil(
            seri="s",
            pola="{kode}/{urut:03d}/{unit}/{tahun}",
            tanggal=HARI,
            oleh=oleh,
            isian={"kode": "000.1", "unit": "TU"},
        )
    elif apa == "sisip":
        nomor_sisipkan(
            seri=seri, urut=n, tanggal=HARI, oleh=oleh, alasan="terlambat", isian={"kode": "000.1", "unit": "TU"}
        )
    elif apa == "cadang":
        nomor_cadangkan(seri=seri, jumlah=min(n, 3), tanggal=HARI, oleh=oleh, alasan="listrik padam")
    else:
        nomor = Nomor.objects.filter(urut=n).order_by("sisipan").first()
        if nomor is not None and apa == "batal":
            nomor_batalkan(nomor=nomor, oleh=oleh, alasan="salah")
        elif nomor is not None:
            nomor_cocokkan(nomor=nomor, oleh=oleh, dipakai_untuk="undangan")


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(langkah=LANGKAH)
def test_no_gap_and_no_double_whatever_is_done(langkah: list[tuple[str, int]], penyelia: Pengguna) -> None:
    Nomor.objects.all().delete()
    SeriNomor.objects.all().delete()
    for apa, n in langkah:
        try:
            with transaction.atomic():
                _kerjakan(apa, n, penyelia)
        except AturanDilanggar:
            continue  # refused: nothing changed
    assert list(periksa_nomor.periksa()) == []
    pokok = list(Nomor.objects.filter(sisipan="").order_by("urut").values_list("urut", flat=True))
    assert pokok == list(range(1, len(pokok) + 1))
    teks = list(Nomor.objects.values_list("teks", flat=True))
    assert len(teks) == len(set(teks))
    assert not Nomor.objects.exclude(sisipan="").filter(asal="").exists()
