"""The parsing child: `python -m inti.sheets.anak`. Reads one request from stdin, writes frames to stdout, ends.

A 1.4 KB workbook can cost the parser gigabytes or abort the process, so it never runs in the web process. Here the
memory is limited before the parser is loaded; when this process dies the parent says so in one sentence.
Must not import Django: it starts in milliseconds and has nothing to leak.
"""

from __future__ import annotations

import datetime as dt
import json
import marshal
import sys
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from inti.sheets.batas import batasi_diri
from inti.sheets.berkas import CSV, BerkasTakTerpakai, kenali
from inti.sheets.kolom import (
    BARIS_AWAL,
    Judul,
    Kolom,
    baris_kaki,
    baris_nomor_kolom,
    cari_judul,
    tolak_judul_cacat,
)
from inti.sheets.sumber import Sumber, buka_buku, buka_csv

POTONGAN = 2_000  # rows in one frame
KELUAR_GALAT = 3  # a frame "galat" was sent; any other code but 0 means the parser died


def tulis(keluar: BinaryIO, isi: tuple[Any, ...]) -> None:
    """One frame: four bytes of length, then marshal: the fastest encoding of plain cells (version 2: no references)."""
    data = marshal.dumps(isi, 2)
    keluar.write(len(data).to_bytes(4, "little") + data)
    keluar.flush()


def pilih_lembar(sumber: Sumber, kolom: list[Kolom], diminta: str | None) -> tuple[str, Judul]:
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
    judul = tolak_judul_cacat(terbaik[1] if terbaik else None, kolom)
    return (terbaik[0] if terbaik else ""), judul


def _lebih_baik(baru: Judul, lama: Judul) -> bool:
    return (not baru.kurang, baru.cocok) > (not lama.kurang, lama.cocok)


def potongan_data(baris: Iterable[list[Any]], judul: Judul) -> Iterator[tuple[list[int], list[tuple[Any, ...]]]]:
    """Rows under the heading in declared order with their sheet numbers; no blank rows, footers, column numbers."""
    lebar = max(judul.letak) + 1
    sempit = max(3, sum(1 for n in judul.letak if n >= 0) // 4)
    ambil = itemgetter(*judul.letak) if len(judul.letak) > 1 else lambda r: (r[judul.letak[0]],)
    nomor_baris: list[int] = []
    isi_baris: list[tuple[Any, ...]] = []
    lewat_kaki = False
    for nomor, isi in enumerate(baris, start=1):
        if nomor <= judul.baris:
            continue
        if len(isi) < lebar:
            isi = [*isi, *[""] * (lebar - len(isi))]
        isi.append("")  # where a column that the sheet lacks (-1) is read
        if len(isi) - isi.count("") <= sempit or nomor == judul.baris + 1:
            terisi = [s for s in isi if s is not None and (not isinstance(s, str) or s.strip())]
            if not terisi or (nomor == judul.baris + 1 and baris_nomor_kolom(terisi)):
                continue
            if len(terisi) <= sempit and (lewat_kaki or baris_kaki(terisi)):
                lewat_kaki = True
                continue
        nomor_baris.append(nomor)
        isi_baris.append(ambil(isi))
        if len(isi_baris) == POTONGAN:
            yield nomor_baris, isi_baris
            nomor_baris, isi_baris = [], []
    if isi_baris:
        yield nomor_baris, isi_baris


def sandikan(isi_baris: list[tuple[Any, ...]]) -> tuple[list[Sequence[Any]], list[int]]:
    """The chunk column by column; dates as ISO bytes (marshal knows no dates), and which columns have any."""
    kolom_waktu, hasil = [], []
    for tempat, isi in enumerate(zip(*isi_baris, strict=True)):
        if _POLOS.issuperset(map(type, isi)):
            hasil.append(isi)
        else:
            kolom_waktu.append(tempat)
            hasil.append([s if type(s) in _POLOS else _sandi_waktu(s) for s in isi])
    return hasil, kolom_waktu


_POLOS = {str, float, int, bool}


def _sandi_waktu(sel: Any) -> bytes | str:
    return sel.isoformat().encode() if isinstance(sel, dt.date | dt.time) else str(sel)


def layani(permintaan: dict[str, Any], keluar: BinaryIO) -> None:
    """Answer one request: frames `judul`, `data` …, `akhir`. Raises BerkasTakTerpakai."""
    jalur = Path(permintaan["jalur"])
    kolom = [Kolom(k[0], k[1], tuple(k[2]), k[3]) for k in permintaan["kolom"]]
    jenis = kenali(jalur)
    sumber = buka_csv(jalur, kolom) if jenis == CSV else buka_buku(jalur, jenis)
    lembar, judul = pilih_lembar(sumber, kolom, permintaan.get("lembar"))
    kepala = {
        "jenis": jenis,
        "lembar": lembar,
        "semua_lembar": sumber.nama_lembar(),
        "baris_judul": judul.baris,
        "asing": judul.asing,
        "ada": [n >= 0 for n in judul.letak],
    }
    tulis(keluar, ("judul", kepala))
    for nomor, isi in potongan_data(sumber.semua_baris(lembar), judul):
        tulis(keluar, ("data", nomor, *sandikan(isi)))
    tulis(keluar, ("akhir",))


def main() -> int:
    """Entry point. Exit 0: all was sent; 3: a refusal was sent; anything else: died."""
    permintaan = json.loads(sys.stdin.buffer.read())
    batasi_diri(permintaan["batas_memori"], permintaan["batas_cpu"])
    keluar = sys.stdout.buffer
    try:
        layani(permintaan, keluar)
    except BerkasTakTerpakai as galat:
        tulis(keluar, ("galat", galat.kode, galat.pesan))
        return KELUAR_GALAT
    return 0


if __name__ == "__main__":
    sys.exit(main())
