"""What is under way in this thread of work: the act, its key, the proposer, and the register of services.

A leaf: models, the door for change and the gate read it; it imports none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inti.models import Pengguna, Perubahan


@dataclass
class Kini:
    """The act under way in this context."""

    baris: Perubahan
    oleh: Pengguna | None
    objek: list[tuple[str, int, str]] = field(default_factory=list)
    subjek: set[int] = field(default_factory=set)  # accounts of the people whom the records written are about
    diri: bool = False  # the act may touch facts about its own actor
    berkas: list[Path] = field(default_factory=list)  # files written by the act; gone with it when it fails


@dataclass(frozen=True)
class Layanan:
    """A registered service: its stable name, how it reads to a person, and how its calls are treated."""

    nama: str
    sebutan: str
    fungsi: Callable[..., Any]
    panggil: Callable[..., Any]  # `fungsi` as one recorded act
    dapat_dikembalikan: bool  # one save may be taken back
    tanpa_usul: bool  # a proposer does it himself: a print, his own account, his own proposal
    rahasia: bool  # its arguments are kept nowhere but in the records themselves
    rincian: Callable[[Any], list[tuple[str, str]]] | None  # what a proposal shows of the result beside its history
    diri: bool = False  # one does it for oneself: own leave, own password, recomputing for all
    sebut: Callable[[dict[str, Any]], str] | None = None  # how one call reads, from its arguments as data

    def bunyi(self, argumen: dict[str, Any]) -> str:
        """How a call with these arguments reads to a person."""
        return (self.sebut(argumen) if self.sebut is not None else "") or self.sebutan


DAFTAR_LAYANAN: dict[str, Layanan] = {}
KINI: ContextVar[Kini | None] = ContextVar("perubahan_kini", default=None)
KUNCI_KIRIM: ContextVar[str | None] = ContextVar("kunci_kirim", default=None)
PENGUSUL: ContextVar[Callable[[Layanan, dict[str, Any]], None] | None] = ContextVar("pengusul", default=None)
SESUDAH: ContextVar[Callable[[Perubahan], None] | None] = ContextVar("sesudah", default=None)
ATAS_USUL: ContextVar[Pengguna | None] = ContextVar("atas_usul", default=None)


def id_perubahan_kini() -> int | None:
    """Primary key of the act under way, for history rows; None outside any service."""
    kini = KINI.get()
    return kini.baris.pk if kini else None


def pelaku_kini() -> Pengguna | None:
    """Who is acting, for history rows."""
    kini = KINI.get()
    return kini.oleh if kini else None


def penyusun_kini(oleh: Pengguna) -> Pengguna:
    """Who wrote what is being done: the proposer when his proposal is carried out as it is, else the actor."""
    return ATAS_USUL.get() or oleh


@contextmanager
def kiriman(kunci: str | None) -> Iterator[None]:
    """Bind the key of the form being sent; the first service called under it uses it up."""
    token = KUNCI_KIRIM.set(kunci or None)
    try:
        yield
    finally:
        KUNCI_KIRIM.reset(token)


@contextmanager
def mengusulkan(simpan: Callable[[Layanan, dict[str, Any]], None] | None) -> Iterator[None]:
    """While bound, the outermost call of a service is handed to `simpan` (which raises Diusulkan), not done."""
    token = PENGUSUL.set(simpan)
    try:
        yield
    finally:
        PENGUSUL.reset(token)


def mulai_mengusulkan(simpan: Callable[[Layanan, dict[str, Any]], None]) -> None:
    """Bind within the `mengusulkan` that surrounds the request."""
    PENGUSUL.set(simpan)


@contextmanager
def sesudah_perbuatan(lanjut: Callable[[Perubahan], None] | None, pengusul: Pengguna | None = None) -> Iterator[None]:
    """Run `lanjut` with the act's row at the end of the next outermost act, in its transaction; `pengusul` wrote it."""
    token, penyusun = SESUDAH.set(lanjut), ATAS_USUL.set(pengusul)
    try:
        yield
    finally:
        SESUDAH.reset(token)
        ATAS_USUL.reset(penyusun)


def mulai_sesudah(lanjut: Callable[[Perubahan], None]) -> None:
    """Bind within the `sesudah_perbuatan` that surrounds the request; what is sent is the sender's own wording."""
    SESUDAH.set(lanjut)


def catat_berkas_baru(jalur: Path) -> None:
    """Tell the act under way that it wrote this file, so that the file goes when the act is undone."""
    kini = KINI.get()
    if kini is not None:
        kini.berkas.append(jalur)
