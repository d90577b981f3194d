"""Oneself: nobody changes facts about himself that give a right, money, leave or rank, nor approves such a change.

A record says whose facts it holds (`Rekam.subjek_pengguna`). The door for change refuses an act whose subject is its
actor, twice: by the call's arguments, and again by each record written, so that taking back, bulk edits and services
that look their record up themselves are held too. A service for oneself (own leave, own password, recomputing for all)
says so: `@layanan("…", diri=True)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.db import models

from inti.galat import AturanDilanggar

if TYPE_CHECKING:
    from inti.models import Pengguna

KODE = "DIRI_SENDIRI"
PESAN, LANGKAH = "Ini tentang diri Anda sendiri.", "Minta rekan atau atasan yang berwenang melakukannya."
# Under these names a person is whom the act is about; under any other he signs, receives, guides or leads.
SEBAGAI_SUBJEK = frozenset({"objek", "pengguna", "pegawai", "peserta", "akun"})


def tentang_diri(objek: Any, pengguna: Pengguna | None) -> bool:
    """Whether a record holds facts about this user."""
    subjek = getattr(objek, "subjek_pengguna", None)
    return pengguna is not None and subjek is not None and subjek() == pengguna.pk


def subjek_panggilan(argumen: Mapping[str, Any]) -> set[int]:
    """Accounts of the people whom a call is about: they stand among its arguments themselves, or a fact about them
    stands anywhere in these. A person in a form's fields is whatever the record says that they make."""
    return {s for nama, nilai in argumen.items() if nama != "oleh" for s in _subjek(nama, nilai)}


def pastikan_bukan_diri(objek: Any, oleh: Pengguna | None) -> None:
    """Raise AturanDilanggar(DIRI_SENDIRI) when the record is about who changes it."""
    if tentang_diri(objek, oleh):
        tolak_diri()


def pastikan_panggilan_orang_lain(argumen: Mapping[str, Any]) -> None:
    """Raise AturanDilanggar(DIRI_SENDIRI) when the call is about its own actor (`oleh`)."""
    oleh = argumen.get("oleh")
    if oleh is not None and oleh.pk in subjek_panggilan(argumen):
        tolak_diri()


def tolak_diri() -> None:
    """The one refusal, its sentence and who may do it instead: always raises AturanDilanggar."""
    raise AturanDilanggar(KODE, PESAN, LANGKAH)


def _subjek(nama: str, nilai: Any) -> Iterator[int]:
    if isinstance(nilai, models.Model):
        subjek = getattr(nilai, "subjek_pengguna", None)
        if subjek is None or (getattr(nilai, "orang", False) and nama not in SEBAGAI_SUBJEK):
            return
        if (siapa := subjek()) is not None:
            yield siapa
    elif isinstance(nilai, Mapping):
        for isi in nilai.values():
            yield from _subjek("", isi)
    elif isinstance(nilai, Iterable) and not isinstance(nilai, str | bytes | models.QuerySet):
        for isi in nilai:
            yield from _subjek(nama, isi)
    elif isinstance(nilai, models.QuerySet):
        yield from _subjek(nama, list(nilai))
