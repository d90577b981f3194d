"""Typed text (`inti.rules.tulisan`) as the parts of a page that are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from inti.documents.bagian import Blok, Butir, Isian, Kolom, Paragraf, Tabel
from inti.formats.nomor import angka_ascii
from inti.rules.tulisan import Potongan, urai


def blok(teks: str) -> tuple[Blok, ...]:
    """Typed text as the parts that are drawn."""
    return tuple(_blok(p) for p in urai(teks))


def _blok(p: Potongan) -> Blok:
    if p.jenis == "tabel":
        lebar = len(p.isi[0])
        baris = tuple((*b[:lebar], *[""] * (lebar - len(b))) for b in p.isi[1:])
        return Tabel(
            tuple(Kolom(j, rata="kanan" if _angka(baris, n) else "kiri") for n, j in enumerate(p.isi[0])), baris
        )
    if p.jenis == "isian":
        return Isian(tuple((b[0], b[1]) for b in p.isi))
    if p.jenis == "judul":
        return Paragraf("\n".join(b[0] for b in p.isi), rata="tengah", tebal=True, rekat=True)
    if p.jenis in {"angka", "huruf", "strip"}:
        return Butir(tuple(b[0] for b in p.isi), penanda=p.jenis)  # type: ignore[arg-type]
    return Paragraf(p.isi[0][0])


def _angka(baris: Sequence[Sequence[str]], n: int) -> bool:
    """Whether a column holds amounts alone, which stand at the right."""
    isi = [b[n] for b in baris if b[n].strip()]
    return bool(isi) and all(angka_ascii(s.replace(".", "").replace(",", "").replace("Rp", "").strip()) for s in isi)
