"""Refusals of the office's rules: each has a stable code, a sentence, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from inti.models import Perubahan, Usulan


class AturanDilanggar(Exception):
    """An act that the rules refuse. `kode` is stable, `pesan` a sentence in Indonesian, `langkah` what to do next."""

    def __init__(self, kode: str, pesan: str, langkah: str = "") -> None:
        super().__init__(f"{kode}: {pesan}")
        self.kode, self.pesan, self.langkah = kode, pesan, langkah

    @property
    def kalimat(self) -> str:
        """The sentence together with the next step."""
        return f"{self.pesan} {self.langkah}".strip()


class AplikasiMati(PermissionDenied):
    """A page of an app that this office doesn't use."""


class Tetap(NamedTuple):
    """Why a record may not be edited or thrown away any more: the parts of a refusal."""

    kode: str
    pesan: str
    langkah: str


class DataTetap(AturanDilanggar):
    """Plain editing of a record whose state does not allow it; nothing was applied."""

    def __init__(self, objek: Any, sebab: Tetap) -> None:
        super().__init__(*sebab)
        self.objek = objek


class VersiBerubah(AturanDilanggar):
    """Somebody saved the record after this user opened it; nothing was applied."""

    def __init__(self, objek: Any, versi_dibuka: int) -> None:
        super().__init__("VERSI_BERUBAH", "Data sudah berubah.", "Bandingkan dahulu, lalu simpan kembali.")
        self.objek, self.versi_dibuka = objek, versi_dibuka


class SudahDikirim(Exception):
    """The same form was sent before: `perubahan` is what the first sending did."""

    def __init__(self, perubahan: Perubahan) -> None:
        super().__init__("Kiriman ini sudah disimpan.")
        self.perubahan = perubahan


class Diusulkan(Exception):
    """The call was kept as a proposal instead of being done: `usulan` waits for somebody who holds the right."""

    def __init__(self, usulan: Usulan) -> None:
        super().__init__("Usulan dikirim.")
        self.usulan = usulan
