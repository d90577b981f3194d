"""A large xlsx sheet parsed piece by piece: its first rows are judged while its last ones are still packed.

The parser only knows whole workbooks, so a piece is made one: the file's own small parts around some rows of the large
sheet, cut where a row begins. Each piece is scanned before it is parsed, and memory stays flat.
Not for sheets whose texts lie in a large shared list: every piece would read that list again.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from inti.sheets.berkas import BerkasTakTerpakai, rusak
from inti.sheets.hilang import alamat, perjelas
from inti.sheets.pindai import Pemeriksa, pindai_isi

BESAR = 8 * 1024 * 1024  # inflated bytes from which a sheet is worth cutting
_KERANGKA = 1024 * 1024  # inflated bytes of all other parts together: they travel with every piece
_POTONG = 4 * 1024 * 1024
_POTONG_AWAL = 256 * 1024
_BARIS = b'<row r="'
_TUTUP = b"</sheetData></worksheet>"
_TANDA = "lembar besar"
_LEMBAR_TANDA = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="inlineStr"><is><t>' + _TANDA.encode() + b"</t></is></c></row>" + _TUTUP
)


Gabungan = tuple[tuple[int, int], tuple[int, int]]  # a merged area: its first and last cell, counted from 0


def lembar_tersembunyi(buku: Any) -> list[str]:
    """Names of the sheets of a parsed workbook that its users don't see."""
    import python_calamine

    tampak = python_calamine.SheetVisibleEnum.Visible
    return [m.name for m in buku.sheets_metadata if m.visible != tampak]


@contextmanager
def _cacat_sebagai_rusak() -> Iterator[None]:
    """A zip or a sheet that does not hold together, in the words of the clerk."""
    import python_calamine

    salah = (python_calamine.CalamineError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError,
             EOFError, ValueError)  # fmt: skip
    try:
        yield
    except salah as galat:
        raise rusak() from galat


class BukuPotong:
    """A source (`inti.sheets.sumber.Sumber`) over a workbook with one large sheet. Made by `buka_potong`."""

    def __init__(self, jalur: Path, besar: zipfile.ZipInfo, kerangka: dict[str, bytes]) -> None:
        self._jalur, self._besar, self._kerangka = jalur, besar, kerangka
        self._rangka = self._buku(_LEMBAR_TANDA)
        self._gabungan: list[Gabungan] = []
        self.tersaring = self._berumus = False

    def _buku(self, lembar: bytes) -> Any:
        """A workbook like the file's own, with this text for the large sheet."""
        import python_calamine

        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w") as arsip:
            for nama, isi in self._kerangka.items():
                arsip.writestr(nama, isi)
            arsip.writestr(self._besar.filename, lembar)
        wadah.seek(0)
        with _cacat_sebagai_rusak():
            return python_calamine.CalamineWorkbook.from_filelike(wadah)

    def nama_lembar(self) -> list[str]:
        return list(self._rangka.sheet_names)

    def tersembunyi(self) -> list[str]:
        return lembar_tersembunyi(self._rangka)

    def gabungan(self, lembar: str) -> list[Gabungan]:
        return []  # they stand behind the last row

    def baris_disembunyikan(self, lembar: str) -> int:
        return -1 if self.tersaring else 0

    def selesai(self, baris_judul: int) -> None:
        """All rows were read. Raises BerkasTakTerpakai: merged cells among the data came too late to be filled."""
        for (awal, kolom), (akhir, _) in self._gabungan:
            if akhir > awal and akhir >= baris_judul:
                pesan = (
                    f"Sel digabung pada {alamat(awal, kolom)} sampai {alamat(akhir, kolom)}. "
                    "Pisahkan sel yang digabung dan isi setiap barisnya, lalu unggah lagi."
                )
                raise BerkasTakTerpakai("SEL_DIGABUNG", pesan)

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        return list(islice(self._baris(lembar, sambil=False), banyak))

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        return self._baris(lembar, sambil=True)

    def _baris(self, lembar: str, *, sambil: bool) -> Iterator[list[Any]]:
        with _cacat_sebagai_rusak():
            isi = self._rangka.get_sheet_by_name(lembar)
            if isi.to_python(nrows=1) != [[_TANDA]]:
                yield from isi.iter_rows() if isi.start is not None else ()
                return
            yield from self._rangkai(lembar, sambil)

    def _rangkai(self, lembar: str, sambil: bool) -> Iterator[list[Any]]:
        """The rows of all pieces."""
        berikut = 0
        for isi in self._terurai(lembar, sambil):
            if isi.start is None:
                continue
            self._gabungan = list(isi.merged_cell_ranges or ())
            baris, kolom = isi.start
            if baris < berikut:  # rows out of order: the parser would lose some of them
                raise rusak()
            yield from repeat([], baris - berikut)
            data = isi.to_python()
            berikut = baris + len(data)
            yield from ([[""] * kolom + b for b in data] if kolom else data)

    def _terurai(self, lembar: str, sambil: bool) -> Iterator[Any]:
        """Parsed pieces. `sambil`: a thread parses the next one meanwhile (the parser lets others run)."""
        potongan = self._potongan()

        def urai() -> Any:
            potong = next(potongan, None)
            return None if potong is None else self._buku(potong).get_sheet_by_name(lembar)

        if not sambil:
            yield from iter(urai, None)
            return
        with ThreadPoolExecutor(1) as utas:
            nanti = utas.submit(urai)
            while (isi := nanti.result()) is not None:
                nanti = utas.submit(urai)
                yield isi

    def _potongan(self) -> Iterator[bytes]:
        """Texts of the sheet that each hold some of its rows, scanned. Raises BerkasTakTerpakai as `pindai_isi`."""
        pemeriksa = Pemeriksa(self._besar)
        with zipfile.ZipFile(self._jalur) as arsip, arsip.open(self._besar) as aliran:
            kepala = awal = sisa = b""
            ukuran = _POTONG_AWAL  # the first piece is small: it is parsed twice, before any other can begin
            while isi := aliran.read(ukuran):
                ukuran = min(ukuran * 4, _POTONG)
                pemeriksa.lihat(isi)
                sisa += isi
                # In a comment or CDATA a row may only seem to begin: such a sheet is taken to its end in one piece.
                letak = -1 if b"!" in sisa and b"<!" in sisa else sisa.rfind(_BARIS)
                if letak > 0:
                    kepala = kepala or sisa[: sisa.find(_BARIS)]
                    yield self._jelas(awal + sisa[:letak] + _TUTUP)
                    awal, sisa = kepala, sisa[letak:]
            pemeriksa.akhir()
            self.tersaring = b"<filterColumn" in sisa
            yield self._jelas(awal + sisa)

    def _jelas(self, potong: bytes) -> bytes:
        """A piece without silent losses. The first formula of a sheet is always written out; later ones may refer to it."""
        self._berumus = self._berumus or b"</f>" in potong
        return perjelas(potong, berumus=self._berumus)


def buka_potong(jalur: Path) -> BukuPotong | None:
    """A source over an xlsx that has one large sheet and little else; None for any other, which is parsed as a whole.

    All parts but that sheet are scanned here. Raises BerkasTakTerpakai as `pindai_isi` does.
    """
    with _cacat_sebagai_rusak(), zipfile.ZipFile(jalur) as arsip:
        isi = [e for e in arsip.infolist() if not e.is_dir()]
        besar = max(isi, key=lambda e: e.file_size)
        lain = [e for e in isi if e is not besar]
        if (
            "xl/worksheets/" not in besar.filename
            or besar.file_size < BESAR
            or sum(e.file_size for e in lain) > _KERANGKA
        ):
            return None
        with arsip.open(besar) as aliran:
            awal = aliran.read(_POTONG)
        if b"<!" in awal or b"<sheetData>" + _BARIS not in awal:
            return None
        pindai_isi(jalur, kecuali=besar.filename)
        return BukuPotong(jalur, besar, {e.filename: arsip.read(e) for e in lain})
