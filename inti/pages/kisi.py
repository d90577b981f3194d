"""A grid of persons by days on a page: its columns from the calendar of the office. Drawn by `inti/_kisi.html`."""

from __future__ import annotations

import datetime as dt
from html import escape

from django.utils.safestring import SafeString

from inti.formats import hari_tanggal, tanggal_pendek
from inti.keluaran.kisi import BarisKisi, KolomKisi, SelKisi
from inti.queries.kalender import libur_antara
from inti.rules.kalender import rinci_hari


def kolom_hari(mulai: dt.date, sampai: dt.date, *, kini: dt.date | None = None) -> tuple[KolomKisi, ...]:
    """A column for each day of a span, days off marked with their names; one query. `kini` is the day today."""
    return tuple(
        KolomKisi(
            judul=str(h.tanggal.day),
            sub=hari_tanggal(h.tanggal)[:3],
            kalimat=_kalimat(h.tanggal, h.sebab),
            libur=not h.dihitung,
            kini=h.tanggal == kini,
            lembar=tanggal_pendek(h.tanggal),
        )
        for h in rinci_hari(mulai, sampai, libur_antara(mulai, sampai))
    )


def _kalimat(tanggal: dt.date, sebab: str) -> str:
    nama = hari_tanggal(tanggal)
    return f"{nama}: {sebab}" if sebab and not nama.startswith(sebab) else nama


def sel_html(baris: BarisKisi, kolom: tuple[KolomKisi, ...], *, tebal: bool = False) -> SafeString:
    """The cells of a row as markup, every text escaped. Built here: a hundred persons have 3,100 cells."""
    return SafeString("".join(_sel(s, k.libur, tebal) for s, k in zip(baris.sel, kolom, strict=True)))


def _sel(s: SelKisi, libur: bool, tebal: bool) -> str:
    if not s.kode and not s.kata:
        return '<td class="tu-kisi-libur"></td>' if libur else "<td></td>"
    kelas = f"tu-kisi-{s.nada}" if s.nada else "tu-kisi-libur" if libur else ""
    kode = f"<strong>{escape(s.kode)}</strong>" if tebal else escape(s.kode)
    # Whoever hears the page hears the word, not the letter.
    isi = (
        f'<span aria-hidden="true">{kode}</span><span class="visually-hidden">{escape(s.kata)}</span>'
        if s.kata
        else kode
    )
    if petunjuk := s.judul or s.kata:
        petunjuk = f' title="{escape(petunjuk)}"'
    if s.alamat:
        isi, petunjuk = f'<a href="{escape(s.alamat)}"{petunjuk}>{isi}</a>', ""
    atribut = f' class="{kelas}"' if kelas else ""
    return f"<td{atribut}{petunjuk}>{isi}</td>"
