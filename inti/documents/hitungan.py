"""A calculation sheet on paper: a table of steps, each with what it rests on, the result in bold."""

from __future__ import annotations

from inti.documents.bagian import Kolom, Tabel
from inti.documents.tabel import BalokTabel, susun_tabel
from inti.formats import tanggal_panjang
from inti.keluaran.hitungan import Hitungan, Langkah

KOLOM = (Kolom("No.", 14), Kolom("Langkah"), Kolom("Hasil", 38, "kanan"))


def tabel_hitungan(h: Hitungan) -> Tabel:
    """The sheet as a table of a letter."""
    baris = tuple((s.nomor, _uraian(s.langkah), s.langkah.hasil.teks) for s in h.urut)
    catatan = [f"Menurut aturan pada {tanggal_panjang(h.pada)}.", *([h.catatan] if h.catatan else [])]
    return Tabel(KOLOM, baris, ("", f"{h.judul}\n{' '.join(catatan)}", h.hasil.teks))


def susun_hitungan(h: Hitungan, lebar: float, tinggi_halaman: float) -> BalokTabel:
    """Lay a sheet out in `lebar` points."""
    return susun_tabel(tabel_hitungan(h), lebar, tinggi_halaman)


def _uraian(s: Langkah) -> str:
    aturan = [f"Aturan: {a.kalimat}" for a in s.aturan]
    return "\n".join(
        t for t in (s.label, s.rumus and f"= {s.rumus}", s.masuk, *aturan, s.asal and f"Sumber: {s.asal}") if t
    )
