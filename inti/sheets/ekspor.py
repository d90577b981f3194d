"""Spreadsheets out of the kernel's own lists, in the columns that the pages show. The command passes no user: all rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inti.columns.privasi import AlarmColumns, InsidenColumns, PermintaanColumns
from inti.columns.sistem import JejakColumns, NomorColumns, PenggunaColumns, UsulanColumns
from inti.models import (
    AlarmBaca,
    Insiden,
    JejakBaca,
    Nomor,
    Pengguna,
    PermintaanSubjek,
    Usulan,
)
from inti.queries.jejak import jejak_untuk

Isi = tuple[list[str], Iterable[list[Any]]]


def ekspor_pengguna(pengguna: Pengguna | None) -> Isi:
    """Accounts by id."""
    return PenggunaColumns.sumber(Pengguna.objects.hidup().prefetch_related("groups").order_by("id"))


def ekspor_jejak(pengguna: Pengguna | None) -> Isi:
    """The read log by id, narrowed to what the reader of the log may know."""
    kueri = JejakBaca.objects.all() if pengguna is None else jejak_untuk(pengguna)
    return JejakColumns.sumber(kueri.order_by("id"))


def ekspor_nomor(pengguna: Pengguna | None) -> Isi:
    """Every number that was given, series by series."""
    return NomorColumns.sumber(Nomor.objects.order_by("seri__kode", "seri__tahun", "urut", "id"))


def ekspor_usulan(pengguna: Pengguna | None) -> Isi:
    """Proposals by id, within the reader's reach."""
    kueri = Usulan.objects.hidup() if pengguna is None else Usulan.objects.untuk(pengguna)
    return UsulanColumns.sumber(kueri.order_by("id"))


def ekspor_permintaan_data(pengguna: Pengguna | None) -> Isi:
    """Requests of data subjects by id, numbers masked, within the reader's reach."""
    semua = PermintaanSubjek.objects
    return PermintaanColumns.sumber((semua.hidup() if pengguna is None else semua.untuk(pengguna)).order_by("id"))


def ekspor_insiden(pengguna: Pengguna | None) -> Isi:
    """Incidents by id."""
    return InsidenColumns.sumber(Insiden.objects.hidup().order_by("id"))


def ekspor_alarm(pengguna: Pengguna | None) -> Isi:
    """Alarms by id, within the reader's reach."""
    semua = AlarmBaca.objects
    return AlarmColumns.sumber((semua.hidup() if pengguna is None else semua.untuk(pengguna)).order_by("id"))
