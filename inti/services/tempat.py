"""The tree of places. `jalur` is computed here and nowhere else: the parent's, then the place's own code, then "/"."""

from __future__ import annotations

from inti import registry
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat
from inti.perubahan import layanan, perubahan, simpan_baru

PANJANG_JALUR = 200


@layanan("Tempat dibuat")
def tempat_tambah(*, kode: str, nama: str, jenis: str, induk: Tempat | None, oleh: Pengguna) -> Tempat:
    """A place within `induk`, or at the root. Raises AturanDilanggar(TEMPAT_TERLALU_DALAM), ValidationError."""
    baru = Tempat(kode=kode.strip().lower(), nama=nama, jenis=jenis, induk=induk)
    baru.jalur = _jalur(baru.kode, induk)
    return simpan_baru(baru)


@layanan("Tempat diubah")
def tempat_ubah(*, tempat: Tempat, kode: str, nama: str, jenis: str, induk: Tempat | None, oleh: Pengguna) -> Tempat:
    """Rename or move a place; what lies below it moves along. Raises AturanDilanggar(TEMPAT_BERPUTAR), and
    what an app raises that holds something there."""
    pohon = {t.pk: t for t in Tempat._base_manager.select_for_update().order_by("pk")}
    lama = pohon[tempat.pk].jalur
    atas = pohon.get(induk.pk) if induk else None
    if atas is not None and atas.jalur.startswith(lama):
        raise AturanDilanggar(
            "TEMPAT_BERPUTAR", f"{atas} terletak di dalam {pohon[tempat.pk]}.", "Pilih tempat di luar tempat ini."
        )
    if pohon[tempat.pk].induk_id != (atas.pk if atas else None):
        registry.jaga_tempat(pohon[tempat.pk], atas)
    with perubahan(tempat, oleh=oleh) as segar:
        segar.kode, segar.nama, segar.jenis, segar.induk = kode.strip().lower(), nama, jenis, atas
        segar.jalur = _jalur(segar.kode, atas)
    if segar.jalur != lama:
        for satu in pohon.values():
            if satu.pk != segar.pk and satu.jalur.startswith(lama):
                with perubahan(satu, oleh=oleh) as anak:
                    anak.jalur = _muat(segar.jalur + anak.jalur.removeprefix(lama))
    return segar


def _jalur(kode: str, atas: Tempat | None) -> str:
    return _muat(f"{atas.jalur if atas else ''}{kode}/")


def _muat(jalur: str) -> str:
    if len(jalur) > PANJANG_JALUR:
        raise AturanDilanggar("TEMPAT_TERLALU_DALAM", "Susunan tempat terlalu dalam.", "Pakai kode yang lebih pendek.")
    return jalur
