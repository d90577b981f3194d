"""Read a workbook or csv through the parsing child. The calling process never parses anything itself."""

from __future__ import annotations

import datetime as dt
import json
import logging
import marshal
import os
import subprocess
import sys
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from inti.sheets.batas import MEMORI, detik_dinding, detik_untuk
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.cacat_sel import cacat_potongan, gabung_cacat
from inti.sheets.kolom import KolomLembar
from inti.sheets.nilai import Ternilai, muat_penilai, nilai_potongan, sertakan_sel

try:
    import fcntl
except ImportError:  # Windows: its pipes keep their size
    fcntl = None  # type: ignore[assignment]

log = logging.getLogger(__name__)
_AKAR = Path(__file__).resolve().parents[2]
_ISI_PIPA = 1 << 20  # bytes
_POTONGAN_TERBESAR = 256 * 1024 * 1024
_LINGKUNGAN = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL", "VIRTUAL_ENV", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class KepalaLembar:
    """What was found before the rows: kind of file, sheet, heading row, which declared columns are there."""

    jenis: str
    lembar: str
    semua_lembar: list[str]
    baris_judul: int
    asing: list[str]
    ada: list[bool]


@dataclass(frozen=True)
class CatatanLembar:
    """What was met beside the rows: those left out by reason, merged areas that were filled, hidden rows (-1: some),
    sheets of the same shape and hidden ones that were not read, headings of columns with day and month swapped."""

    dilewati: dict[str, list[int]] = field(default_factory=dict)
    digabung: list[str] = field(default_factory=list)
    tersembunyi: int = 0
    serupa: list[str] = field(default_factory=list)
    lembar_tersembunyi: list[str] = field(default_factory=list)
    tertukar: list[str] = field(default_factory=list)


def _terlalu_lama() -> BerkasTakTerpakai:
    pesan = "Berkas ini belum selesai dibaca karena komputer sedang sibuk. Tunggu sebentar, lalu coba lagi."
    return BerkasTakTerpakai("WAKTU_HABIS", pesan)


def _tak_terbaca() -> BerkasTakTerpakai:
    pesan = (
        "Berkas ini tidak dapat dibaca karena rusak atau terlalu besar. "
        "Salin datanya ke buku kerja baru atau simpan sebagai csv, lalu unggah lagi."
    )
    return BerkasTakTerpakai("BERKAS_TAK_TERBACA", pesan)


class Pembaca:
    """One sheet being read by a child process; use as a context manager.

    In: path, declared columns, and the sheet's name or None to choose the one whose heading fits best.
    `kepala` tells what was found; `potongan()` yields (row numbers, rows in declared order). A cell is str, float,
    bool, date, datetime, time, or "" when blank or when the sheet lacks the column.
    Raises BerkasTakTerpakai on entering or while reading; the child is gone on leaving.
    """

    def __init__(
        self,
        jalur: Path,
        kolom: Sequence[KolomLembar],
        lembar: str | None = None,
        *,
        penilai: tuple[str, dict[str, Any]] | None = None,
        memori: int = MEMORI,
        dengan_sel: Collection[int] = (),
        kelompok: Sequence[str] = (),
    ) -> None:
        self._jalur, self._kolom, self._diminta, self._memori = Path(jalur), kolom, lembar, memori
        self._penilai, self._dengan_sel, self._kelompok = penilai, frozenset(dengan_sel), list(kelompok)
        self._anak: subprocess.Popen[bytes] | None = None
        self.kepala: KepalaLembar
        self.catatan = CatatanLembar()  # complete when all rows were read
        self._habis = False

    def __enter__(self) -> Self:
        besar = self._jalur.stat().st_size if self._jalur.is_file() else 0
        self._detik = detik_untuk(besar)
        self._anak = subprocess.Popen(  # our own module; nothing of the file's reaches the arguments
            [sys.executable, "-m", "inti.sheets.anak"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_AKAR,
            env={k: v for k, v in os.environ.items() if k in _LINGKUNGAN},
        )
        _lebarkan(self._pipa("stdout"))
        try:
            self._kirim_permintaan()
            self.kepala = KepalaLembar(**self._bingkai("judul")[1])
        except BaseException:
            self._akhiri()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._akhiri()

    def _permintaan(self) -> dict[str, Any]:
        return {
            "jalur": str(self._jalur.resolve()),
            "lembar": self._diminta,
            "kolom": [[k.nama, k.judul, list(k.alias), k.wajib, k.rupa] for k in self._kolom],
            "penilai": self._penilai,
            "dengan_sel": sorted(self._dengan_sel),
            "kelompok": self._kelompok,
            "batas_memori": self._memori,
            "batas_cpu": int(self._detik * 2) + 2,
        }

    def _kirim_permintaan(self) -> None:
        masuk = self._pipa("stdin")
        try:
            masuk.write(json.dumps(self._permintaan()).encode())
            masuk.close()
        except BrokenPipeError as galat:
            raise _tak_terbaca() from galat

    def potongan(self) -> Iterator[tuple[list[int], list[tuple[Any, ...]]]]:
        """Chunks of up to 2,000 rows: their numbers in the sheet, and their cells in declared order."""
        for nomor, kolom in self.potongan_kolom():
            yield nomor, list(zip(*kolom, strict=True))

    def potongan_kolom(self) -> Iterator[tuple[list[int], list[Sequence[Any]]]]:
        """The same chunks column by column, as they travel: for readers that check whole columns at once."""
        while (bingkai := self._bingkai("data"))[0] == "data":
            yield bingkai[1], _pulihkan(bingkai[2], bingkai[3])
        self.catatan = CatatanLembar(**bingkai[1])

    def potongan_ternilai(self) -> Iterator[tuple[list[int], Ternilai, list[tuple[Any, ...]]]]:
        """Chunks judged by the judge that was given: numbers, result (`nilai_potongan`), and cells where they came.

        The child judges every second chunk, so its cells stay there but for those of rows with findings, and of the
        rows that were asked for (`dengan_sel`): these come with no finding when they have none.
        """
        if self._penilai is None:
            raise RuntimeError("Pembaca dibuka tanpa penilai.")
        penilai = muat_penilai(*self._penilai)
        while (bingkai := self._bingkai("data", "nilai"))[0] != "akhir":
            if bingkai[0] == "data":
                kolom = _pulihkan(bingkai[2], bingkai[3])
                isi = list(zip(*kolom, strict=True))
                ternilai = nilai_potongan(penilai, isi)
                gabung_cacat(ternilai, cacat_potongan(self._kolom, kolom), isi)
                sertakan_sel(ternilai, bingkai[1], isi, self._dengan_sel)
                yield bingkai[1], ternilai, isi
            else:
                temuan = {n: ([_waktu(s) for s in sel], t) for n, (sel, t) in bingkai[3].items()}
                yield bingkai[1], (bingkai[2], temuan), []
        self.catatan = CatatanLembar(**bingkai[1])

    def _bingkai(self, *diharapkan: str) -> tuple[Any, ...]:
        """The next frame. A child that says nothing within its time by the clock is ended; its processor time it limits
        itself."""
        anak = self._anak
        if anak is None:
            raise RuntimeError("Pembaca belum dibuka.")
        penjaga = threading.Timer(detik_dinding(self._detik), self._hentikan, [anak])
        penjaga.daemon = True
        penjaga.start()
        try:
            keluar = self._pipa("stdout")
            panjang = int.from_bytes(_tepat(keluar, 4), "little")
            if panjang > _POTONGAN_TERBESAR:
                raise _tak_terbaca()
            bingkai = marshal.loads(_tepat(keluar, panjang))  # noqa: S302  (from our own child, in its own encoding)
        except BerkasTakTerpakai as galat:
            raise (_terlalu_lama() if self._habis else galat) from None
        finally:
            penjaga.cancel()
        if bingkai[0] == "galat":
            raise BerkasTakTerpakai(*bingkai[1:])
        if bingkai[0] not in (*diharapkan, "akhir"):
            raise _tak_terbaca()
        return bingkai

    def _hentikan(self, anak: subprocess.Popen[bytes]) -> None:
        self._habis = True
        anak.kill()

    def _pipa(self, nama: str) -> IO[bytes]:
        pipa = getattr(self._anak, nama)
        if pipa is None:
            raise RuntimeError("Pembaca sudah ditutup.")
        return pipa

    def _akhiri(self) -> None:
        anak, self._anak = self._anak, None
        if anak is None:
            return
        if anak.poll() is None:
            anak.kill()
        for pipa in (anak.stdin, anak.stdout):
            if pipa is not None:
                try:
                    pipa.close()
                except BrokenPipeError:
                    continue  # the child died before it read its request; there is nothing to flush
        anak.wait()


def _lebarkan(pipa: IO[bytes]) -> None:
    """Let a pipe hold some chunks, so that the child parses on while this process judges one."""
    if fcntl is None or not hasattr(fcntl, "F_SETPIPE_SZ"):
        return
    try:
        fcntl.fcntl(pipa, fcntl.F_SETPIPE_SZ, _ISI_PIPA)
    except OSError as galat:  # the system allows less: slower, nothing else
        log.debug("pipa tidak dapat dilebarkan: %s", galat)


def _tepat(keluar: IO[bytes], banyak: int) -> bytes:
    """Exactly so many bytes. Raises BerkasTakTerpakai when the child died before it sent them."""
    data = keluar.read(banyak)
    if len(data) != banyak:
        raise _tak_terbaca()
    return data


def _pulihkan(kolom: list[Sequence[Any]], kolom_waktu: list[int]) -> list[Sequence[Any]]:
    """Dates travel as ISO bytes; make them dates again in the columns that have any."""
    for tempat in kolom_waktu:
        kolom[tempat] = [_waktu(s) for s in kolom[tempat]]
    return kolom


def _waktu(sel: Any) -> Any:
    if type(sel) is not bytes:
        return sel
    teks = sel.decode()
    if len(teks) == 10:
        return dt.date.fromisoformat(teks)
    if "T" in teks:
        return dt.datetime.fromisoformat(teks)
    return dt.time.fromisoformat(teks)
