"""The tree of units. `jalur` is computed here and nowhere else: the parent's, then the unit's own code, then "/"."""

from __future__ import annotations

from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru

PANJANG_JALUR = 200


@layanan("Unit kerja dibuat")
def unit_tambah(*, kode: str, nama: str, induk: UnitKerja | None, oleh: Pengguna) -> UnitKerja:
    """A new unit under `induk`, or at the root. Codes are kept in lower case: a prefix means one subtree."""
    pohon = _kunci_pohon()
    baru = UnitKerja(kode=kode.strip().lower(), nama=nama, induk=induk)
    baru.jalur = _jalur(baru.kode, pohon.get(induk.pk) if induk else None)
    return simpan_baru(baru)


@layanan("Unit kerja diubah")
def unit_ubah(*, unit: UnitKerja, kode: str, nama: str, induk: UnitKerja | None, oleh: Pengguna) -> UnitKerja:
    """Rename, recode or move a unit; the paths of its whole subtree follow. Raises AturanDilanggar(UNIT_BERPUTAR)."""
    pohon = _kunci_pohon()
    lama = pohon[unit.pk].jalur
    atas = pohon.get(induk.pk) if induk else None
    if atas is not None and atas.jalur.startswith(lama):
        raise AturanDilanggar(
            "UNIT_BERPUTAR", f"{atas} berada di bawah {pohon[unit.pk]}.", "Pilih induk di luar unit ini dan bawahannya."
        )
    with perubahan(unit, oleh=oleh) as segar:
        segar.kode, segar.nama, segar.induk = kode.strip().lower(), nama, atas
        segar.jalur = _jalur(segar.kode, atas)
    if segar.jalur != lama:
        for satu in pohon.values():
            if satu.pk != segar.pk and satu.jalur.startswith(lama):
                with perubahan(satu, oleh=oleh) as anak:
                    anak.jalur = _muat(segar.jalur + anak.jalur.removeprefix(lama))
    return segar


@layanan("Unit kerja dipulihkan")
def unit_pulihkan(*, unit: UnitKerja, oleh: Pengguna) -> UnitKerja:
    """Take a unit out of the trash, if what it hangs on is not there itself."""
    with perubahan(unit, oleh=oleh) as segar:
        if segar.induk is not None and segar.induk.dibuang_pada is not None:
            raise AturanDilanggar(
                "INDUK_TERBUANG", f"Induknya, {segar.induk}, ada di tempat sampah.", "Pulihkan itu dahulu."
            )
        segar.dibuang_pada = None
    return segar


def _kunci_pohon() -> dict[int, UnitKerja]:
    """All units, also those in the trash, locked in one order: two moves at once can't make a cycle together."""
    return {u.pk: u for u in UnitKerja._base_manager.select_for_update().order_by("pk")}


def _jalur(kode: str, atas: UnitKerja | None) -> str:
    return _muat(f"{atas.jalur if atas else ''}{kode}/")


def _muat(jalur: str) -> str:
    if len(jalur) > PANJANG_JALUR:
        raise AturanDilanggar("UNIT_TERLALU_DALAM", "Susunan unit terlalu dalam.", "Pakai kode yang lebih pendek.")
    return jalur
