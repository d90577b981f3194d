"""Companies written in sets, as an import brings them. One at a time they are edited as any record."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from inti.models import Pengguna, Perusahaan
from inti.perubahan import layanan

BIDANG = ["nama", "npp", "nib", "npwp"]


@layanan("Perusahaan diimpor", rahasia=True)
def perusahaan_muat(*, baris: Sequence[tuple[int | None, dict[str, str]]], oleh: Pengguna | None) -> int:
    """Store companies whose fields were judged already: key (None: a new one) and what to set. Out: how many.

    Their history rows name this act. Raises AturanDilanggar(DATA_BENTROK) when somebody else stored one of the numbers
    at the same moment; then nothing is stored.
    """
    bulk_create_with_history([Perusahaan(**isi) for pk, isi in baris if pk is None], Perusahaan, batch_size=500)
    ubahan = {pk: isi for pk, isi in baris if pk is not None}
    lama = list(Perusahaan._base_manager.select_for_update().filter(pk__in=list(ubahan)).order_by("pk"))
    for p in lama:
        for nama, nilai in ubahan[p.pk].items():
            setattr(p, nama, nilai)
        p.versi, p.diubah_pada = p.versi + 1, timezone.now()
    bulk_update_with_history(lama, Perusahaan, [*BIDANG, "versi", "diubah_pada"], batch_size=200)
    return len(baris)
