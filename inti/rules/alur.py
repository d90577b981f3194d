"""The course of a case: which stages it passes, who may act when, and how long each holder had it. Pure.

A case is in exactly one hand. Maker and checker are apart: nobody decides on what he made himself, and nobody decides
twice in one chain, unless a stage says so. Days are working days after the day of receipt, so a case that is passed on
the day it came was held for none; days of a pause count for nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from inti.galat import Tetap
from inti.rules.kalender import AKHIR_PEKAN, TERPANJANG, hari_kerja, rentang, tambah_hari_kerja

AJUKAN, TERUSKAN, SETUJUI, KEMBALIKAN = "ajukan", "teruskan", "setujui", "kembalikan"
TOLAK, TARIK, ALIHKAN, TUTUP = "tolak", "tarik", "alihkan", "tutup"
BERALASAN = frozenset({KEMBALIKAN, TOLAK, ALIHKAN})
PENGAJU = "pengaju"  # stage of who made the case, first and after each return


BUKAN = Tetap("BUKAN_PEMEGANG", "Ini tidak di tangan Anda.", "Sekarang di tangan {siapa}.")
SENDIRI = Tetap("PERKARA_SENDIRI", "Anda sendiri yang mengajukannya.", "Orang lain yang memutuskannya.")


class Pemegang(NamedTuple):
    """Who holds a stage: one person, or whoever has a permission (within `unit` and the units above it)."""

    orang: Any = None
    izin: str = ""
    unit: Any = None


@dataclass(frozen=True)
class Tahap:
    """A stage. `hari`: working days until it is due, 0 for no limit. `keadaan`: the case's state while it is held.

    `pemegang` gives the holder out of the case; without it the service that submits the case names him. `memutus`
    False: it carries out and decides nothing, so the maker may do it too. `sesudah` replaces the title once done; both
    may use {siapa} and {putusan}; `tangan` names who holds a permission's stage. `bukan` refuses whoever doesn't hold it ({siapa} in its step does), `belum` its holder before or after his turn.
    """

    kode: str
    sebutan: str
    keadaan: str = ""
    pemegang: Callable[[Any], Pemegang] | None = None
    boleh: frozenset[str] = frozenset({SETUJUI, KEMBALIKAN, TOLAK})
    hari: int = 0
    memutus: bool = True
    boleh_ulang: bool = False
    sesudah: str = ""
    tangan: str = ""
    bukan: Tetap = BUKAN
    belum: Tetap | None = None


@dataclass(frozen=True)
class Alur:
    """A declared course: stages in order, and who made a case. `sendiri` refuses him; `kembali_sekali`: all that lacks is
    told at once, see `nilai_pengembalian`."""

    tahap: tuple[Tahap, ...]
    pembuat: Callable[[Any], Pemegang]
    pengaju: str = "Diajukan"
    sendiri: Tetap = SENDIRI
    kembali_sekali: bool = False

    def rencana(self, kasus: Any) -> list[tuple[str, Pemegang]]:
        """The stages whose holder follows from the case, with him."""
        return [(t.kode, t.pemegang(kasus)) for t in self.tahap if t.pemegang is not None]

    def __getitem__(self, kode: str) -> Tahap:
        """A stage by its code; KeyError when there is none. The maker's stage is there without being declared."""
        if kode == PENGAJU:
            return Tahap(PENGAJU, self.pengaju, pemegang=self.pembuat, boleh=frozenset({AJUKAN}), memutus=False)
        return {t.kode: t for t in self.tahap}[kode]


@dataclass(frozen=True)
class Langkah:
    """A holding as the rules see it. `milik`: whether the one who wants to act holds it; `oleh`: who ended it."""

    tahap: str
    dipegang: bool  # it is the open one
    milik: bool
    oleh: int | None = None
    pembuat: int | None = None  # of the maker's own holding


_DUA_KALI = Tetap("SUDAH_MEMUTUS", "Anda sudah memutus pada tahap sebelumnya.", "Orang lain yang memutus tahap ini.")
_ALASAN = Tetap("ALASAN_KOSONG", "Perbuatan ini memerlukan alasan.", "Tulis alasannya.")


def nilai_perbuatan(
    alur: Alur, putaran: Sequence[Langkah], *, tahap: str, verba: str, orang: int, catatan: str = ""
) -> Tetap | None:
    """What speaks against an act, or None. `putaran`: the holdings since the case was last submitted, the maker's first.

    Order: one's own case, not one's stage, not its turn, not an act of this stage, twice in the chain, no reason.
    Code KEADAAN_TIDAK_SESUAI without a sentence: the caller words it by the case's own state.
    """
    t = alur[tahap]
    # To send a case back decides nothing.
    memutus = t.memutus and verba != KEMBALIKAN
    if memutus and any(orang == i.pembuat for i in putaran):
        return alur.sendiri
    milik_tahap = [i for i in putaran if i.tahap == tahap]
    kini = next((i for i in milik_tahap if i.dipegang), None)
    if milik_tahap and not any(i.milik for i in milik_tahap if kini is None or i.dipegang):
        return t.bukan
    if kini is None:
        return t.belum or Tetap("KEADAAN_TIDAK_SESUAI", "", "")
    if verba not in t.boleh:
        return Tetap("BUKAN_PERBUATAN_TAHAP", f"{t.sebutan} tidak mengenal perbuatan ini.", "Pilih perbuatan lain.")
    if memutus and not t.boleh_ulang and any(i.oleh == orang and alur[i.tahap].memutus for i in putaran):
        return _DUA_KALI
    return _ALASAN if verba in BERALASAN and not catatan.strip() else None


class Jeda(NamedTuple):
    """A stop of the clock: from a day until the day it went on (None: it still stands), and on whose account."""

    mulai: dt.date
    selesai: dt.date | None = None
    karena: str = ""


def hari_jeda(jeda: Iterable[Jeda], sampai: dt.date) -> set[dt.date]:
    """Days that don't count: after the day of the stop, up to and including the day it went on, none later than `sampai`."""
    return {h for j in jeda for h in rentang(j.mulai + dt.timedelta(days=1), min(j.selesai or sampai, sampai))}


def hari_dipegang(
    mulai: dt.date,
    sampai: dt.date,
    jeda: Iterable[Jeda],
    libur: Collection[dt.date],
    akhir_pekan: Collection[int] = AKHIR_PEKAN,
) -> int:
    """Working days that a holding lasted: those after `mulai` up to and including `sampai`, pauses left out.

    Consecutive holdings add up to the whole course. Of more than six years the first six are counted.
    """
    sampai = min(sampai, mulai + dt.timedelta(days=TERPANJANG))
    diam = hari_jeda(jeda, sampai)
    return hari_kerja(mulai + dt.timedelta(days=1), sampai, {*libur, *diam}, akhir_pekan)


def batas_tahap(mulai: dt.date, hari: int, jeda: Sequence[Jeda], libur: Collection[dt.date]) -> dt.date | None:
    """Last day on which a stage received on `mulai` is in time; None without a limit, or while the clock stands."""
    if hari == 0 or any(j.selesai is None for j in jeda):
        return None
    return tambah_hari_kerja(mulai, hari, {*libur, *hari_jeda(jeda, dt.date.max)})


@dataclass(frozen=True)
class Kekurangan:
    """What a return tells (code -> in words), and all codes that could be judged when it was told."""

    diberitahu: Mapping[str, str]
    terlihat: frozenset[str] = field(default_factory=frozenset)


def nilai_pengembalian(baru: Kekurangan, lalu: Iterable[Kekurangan], pengecualian: str = "") -> Tetap | None:
    """Return once: refuse to send back for what could have been told at an earlier return and wasn't.

    What was told and still lacks, or what only came afterwards, may be told. `pengecualian`: the reason of an explicit
    exception, kept with the return.
    """
    semua = list(lalu)
    diberitahu = {k for s in semua for k in s.diberitahu}
    terlihat = {k for s in semua for k in s.terlihat}
    terlambat = [kata for kode, kata in baru.diberitahu.items() if kode in terlihat and kode not in diberitahu]
    if not terlambat or pengecualian.strip():
        return None
    return Tetap(
        "KEMBALI_SEKALI",
        f"Seharusnya sudah diberitahukan pada pengembalian sebelumnya: {', '.join(terlambat)}.",
        "Selesaikan tanpa mengembalikannya, atau tulis alasan pengecualian.",
    )
