"""Staff for the one search box."""

from __future__ import annotations

from django.db.models import Q

from inti.formats import rapikan_nomor
from inti.formats.nomor import angka_ascii
from inti.models import Pengguna
from inti.queries.cari import TemuanCari
from kepegawaian.models import Pegawai


def cari_pegawai(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Staff by name, NIP or post, within the user's scope."""
    kueri = Pegawai.objects.untuk(pengguna).select_related("unit")
    angka = rapikan_nomor(teks)
    if angka_ascii(angka) and len(angka) >= 6:
        kueri = kueri.filter(nip__startswith=angka)
    else:
        for kata in teks.split()[:6]:
            kueri = kueri.filter(Q(nama__icontains=kata) | Q(jabatan__icontains=kata))
    return [
        TemuanCari(p.nama, f"{p.jabatan}, {p.unit.nama}", p.get_absolute_url())
        for p in kueri.order_by("keadaan", "nama", "id")[:20]
    ]
