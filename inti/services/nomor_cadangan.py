"""Numbers held for handwritten use: what may be done to them from the pages."""

from __future__ import annotations

from inti.galat import AturanDilanggar
from inti.models import Nomor, Pengguna
from inti.perubahan import layanan
from inti.services.nomor import nomor_batalkan


@layanan("Nomor cadangan dibatalkan")
def nomor_cadangan_batalkan(*, nomor: Nomor, oleh: Pengguna, alasan: str) -> Nomor:
    """Cancel a reserved number with a reason. A number in use is cancelled where its letter is, not here."""
    segar = Nomor.objects.select_for_update().get(pk=nomor.pk)
    if segar.keadaan != Nomor.Keadaan.DICADANGKAN:
        raise AturanDilanggar(
            "BUKAN_CADANGAN", f"Nomor {segar.teks} bukan nomor cadangan.", "Batalkan dari surat yang memakainya."
        )
    return nomor_batalkan(nomor=segar, oleh=oleh, alasan=alasan)
