"""The parsing child: `python -m inti.sheets.anak`. Reads one request from stdin, writes frames to stdout, ends.

A 1.4 KB workbook can cost the parser gigabytes or abort the process, so it never runs in the web process. Here the
memory is limited before the parser is loaded; when this process dies the parent says so in one sentence.
Must not import Django: it starts in milliseconds and has nothing to leak.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from inti.sheets.anak_semua import bingkai_semua
from inti.sheets.batas import batasi_diri
from inti.sheets.berkas import CSV, BerkasTakTerpakai, kenali
from inti.sheets.kolom import (
    BARIS_AWAL,
    Judul,
    KolomLembar,
    baris_kaki,
    baris_nomor_kolom,
    calon_judul,
    cari_judul,
    tolak_judul_cacat,
)
from inti.sheets.nilai import muat_penilai, nilai_potongan, sertakan_sel
from inti.sheets.potong import BukuPotong
from inti.sheets.sumber import SumberLembar, buka_buku, buka_csv

POTONGAN, POTONGAN_AWAL = 2_000, 250  # rows in one frame, and in the first, for which the parent waits
KELUAR_GALAT = 3  # a frame "galat" was sent; any other code but 0 means the parser died


def tulis(keluar: BinaryIO, isi: tuple[Any, ...]) -> None:
    """One frame: four bytes of length, then marshal: the fastest encoding of plain cells (version 2: no references)."""
    data = marshal.dumps(isi, 2)
    keluar.write(len(data).to_bytes(4, "little") + data)
    keluar.flush()


def pilih_lembar(sumber: SumberLembar, kolom: list[KolomLembar], diminta: str | None) -> tuple[str, Judul]:
    """The sheet to read: the named one, else the one whose heading matches most columns. Raises BerkasTakTerpakai."""
    nama = sumber.nama_lembar()
    if diminta is not None:
        nama = [n for n in nama if n.strip().casefold() == diminta.strip().casefold()]
        if not nama:
            ada = ", ".join(n[:60] for n in sumber.nama_lembar()[:10])
            raise BerkasTakTerpakai("LEMBAR_TIDAK_ADA", f"Lembar yang diminta tidak ada. Lembar yang ada: {ada}.")
    terbaik: tuple[str, Judul] | None = None
    for n in nama:
        judul = cari_judul(sumber.baris_awal(n, BARIS_AWAL), kolom)
        if judul is not None and (terbaik is None or _lebih_baik(judul, terbaik[1])):
            terbaik = n, judul
            if judul.cocok == len(kolom):
                break
    calon = None
    if terbaik is None:
        calon = next((c for n in nama if (c := calon_judul(sumber.baris_awal(n, BARIS_AWAL), kolom))), None)
    judul = tolak_judul_cacat(terbaik[1] if terbaik else None, kolom, calon)
    return (terbaik[0] if terbaik else ""), judul


def _lebih_baik(baru: Judul, lama: Judul) -> bool:
    return (not baru.kurang, baru.cocok) > (not lama.kurang, lama.cocok)


def potongan_data(baris: Iterator[list[Any]], judul: Judul) -> Iterator[tuple[list[int], list[Sequence[Any]]]]:
    """Rows under the heading, chunk by chunk: their numbers in the sheet, cells column by column in declared order.

    Blank rows, footers and a row of column numbers are left out. Works on whole columns: a Python step for each row
    would cost more than the parser.
    """
    lebar = max(judul.letak) + 1
    sempit = max(3, sum(1 for n in judul.letak if n >= 0) // 4)
    mulai, lewat_kaki = 1, False
    while potongan := list(islice(baris, POTONGAN if mulai > 1 else POTONGAN_AWAL)):
        nomor = list(range(mulai, mulai + len(potongan)))
        mulai += len(potongan)
        if nomor[0] <= judul.baris + 1 or min([len(b) - b.count("") for b in potongan]) <= sempit:
            nomor, potongan, lewat_kaki = _buang_bukan_data(nomor, potongan, judul.baris, sempit, lewat_kaki)
        if potongan:
            if min(map(len, potongan)) < lebar:
                potongan = [[*b, *[""] * (lebar - len(b))] for b in potongan]
            semua = list(zip(*potongan, strict=False))
            kosong = ("",) * len(potongan)
            yield nomor, [semua[n] if n >= 0 else kosong for n in judul.letak]


def _buang_bukan_data(
    nomor: list[int], potongan: list[list[Any]], baris_judul: int, sempit: int, lewat_kaki: bool
) -> tuple[list[int], list[list[Any]], bool]:
    """The same chunk without titles, heading, blank rows, footers and column numbers; whether a footer has been met."""
    tetap = []
    for n, isi in zip(nomor, potongan, strict=True):
        if n <= baris_judul:
            continue
        if len(isi) - isi.count("") <= sempit or n == baris_judul + 1:
            terisi = [s for s in isi if not isinstance(s, str) or s.strip()]
            if not terisi or (n == baris_judul + 1 and baris_nomor_kolom(terisi)):
                continue
            if len(terisi) <= sempit and (lewat_kaki or baris_kaki(terisi)):
                lewat_kaki = True
                continue
        tetap.append((n, isi))
    return [n for n, _ in tetap], [isi for _, isi in tetap], lewat_kaki


_POLOS = {str, float, int, bool}


def sandikan(kolom: list[Sequence[Any]]) -> tuple[list[Sequence[Any]], list[int]]:
    """Dates as ISO bytes (marshal knows no dates), and which columns have any."""
    kolom_waktu = []
    for tempat, isi in enumerate(kolom):
        if not _POLOS.issuperset(map(type, isi)):
            kolom_waktu.append(tempat)
            kolom[tempat] = [s if type(s) in _POLOS else sandi_sel(s) for s in isi]
    return kolom, kolom_waktu


def sandi_sel(sel: Any) -> Any:
    """A cell as it travels: plain kinds as they are, dates and times as ISO bytes, the rest as text."""
    if type(sel) in _POLOS:
        return sel
    return sel.isoformat().encode() if isinstance(sel, dt.date | dt.time) else str(sel)


def layani(permintaan: dict[str, Any], keluar: BinaryIO) -> None:
    """Answer one request: frames `judul`, `data` …, `akhir`. Raises BerkasTakTerpakai."""
    jalur = Path(permintaan["jalur"])
    kolom = [KolomLembar(k[0], k[1], tuple(k[2]), k[3]) for k in permintaan["kolom"]]
    jenis = kenali(jalur)

    def tolak(galat: BerkasTakTerpakai) -> None:
        tulis(keluar, ("galat", galat.kode, galat.pesan, galat.rincian))
        os._exit(KELUAR_GALAT)  # the parser may be at work in the other thread, on the very bomb

    sumber, tunggu_pindai = (buka_csv(jalur, kolom), None) if jenis == CSV else buka_buku(jalur, jenis, tolak)
    if permintaan.get("semua"):
        for bingkai in bingkai_semua(sumber, jenis, tunggu_pindai, sandikan):
            tulis(keluar, bingkai)
        return
    lembar, judul = pilih_lembar(sumber, kolom, permintaan.get("lembar"))
    if tunggu_pindai is not None:
        tunggu_pindai()
    kepala = {
        "jenis": jenis,
        "lembar": lembar,
        "semua_lembar": sumber.nama_lembar(),
        "baris_judul": judul.baris,
        "asing": judul.asing,
        "ada": [n >= 0 for n in judul.letak],
    }
    tulis(keluar, ("judul", kepala))
    # In pieces the parser's work is still to come, and the parent judges all.
    menilai = permintaan["penilai"] and not isinstance(sumber, BukuPotong)
    penilai = muat_penilai(*permintaan["penilai"]) if menilai else None
    minta = frozenset(permintaan.get("dengan_sel", ()))
    for urut, (nomor, isi) in enumerate(potongan_data(sumber.semua_baris(lembar), judul)):
        if penilai is None or urut % 2 == 0:
            tulis(keluar, ("data", nomor, *sandikan(isi)))
        else:  # every second chunk is judged here: the parent, idle till now, has the database to feed besides
            baris = list(zip(*isi, strict=True))
            nilai, temuan = ternilai = nilai_potongan(penilai, baris)
            sertakan_sel(ternilai, nomor, baris, minta)
            polos = {n: ([sandi_sel(s) for s in sel], t) for n, (sel, t) in temuan.items()}
            tulis(keluar, ("nilai", nomor, nilai, polos))
    tulis(keluar, ("akhir",))


def main() -> int:
    """Entry point. Exit 0: all was sent; 3: a refusal was sent; anything else: died."""
    permintaan = json.loads(sys.stdin.buffer.read())
    batasi_diri(permintaan["batas_memori"], permintaan["batas_cpu"])
    gc.disable()  # nothing here makes cycles; walking a million cells in search of some costs a tenth of the time
    keluar = sys.stdout.buffer
    try:
        layani(permintaan, keluar)
    except BerkasTakTerpakai as galat:
        tulis(keluar, ("galat", galat.kode, galat.pesan, galat.rincian))
        return KELUAR_GALAT
    return 0


if __name__ == "__main__":
    sys.exit(main())
