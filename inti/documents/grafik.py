"""Charts in a document: one or two in a row, each with its title and the meaning of its colours, kept whole."""

from __future__ import annotations

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor, white

from inti.documents.bagian import Grafik
from inti.documents.baris import lebar_kata
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.tata import BalokBebas
from inti.documents.teks import bersih
from inti.keluaran.garis import BaganGaris, susun_garis
from inti.rules.bagan import HURUF, Bagan, susun

# Ink, pale ink, red of the pages; on a black and white printer they are dark, pale and middling.
WARNA = {"b1": HexColor("#403e93"), "b2": HexColor("#b7b6d8"), "b3": HexColor("#868b99"), "b4": HexColor("#a11d2b")}
_GARIS, _KATA = HexColor("#868b99"), HexColor("#3c414d")
_JUDUL, _KUNCI = 9.0, 7.5
_KEPALA, _BARIS_KUNCI = 14.0, 13.0
_CELAH = 18.0


def susun_grafik(g: Grafik, lebar: float) -> BalokBebas:
    """Charts side by side in `lebar` points."""
    satu = (lebar - _CELAH * (len(g.bagan) - 1)) / len(g.bagan)
    gambar = [_lukisan(b, satu) for b in g.bagan]
    ada_kunci = any(b.kunci for b in g.bagan)
    kepala = _KEPALA + (_BARIS_KUNCI if ada_kunci else 0)
    tinggi = kepala + max(d.height for d in gambar)

    def lukis(k: Kanvas, x: float, y: float) -> None:
        for bagan, isi in zip(g.bagan, gambar, strict=True):
            k.tulis(x, y - _JUDUL, bersih(bagan.judul), TEBAL, _JUDUL)
            _kunci(k, bagan, x, y - _KEPALA - _KUNCI)
            k.lukisan(isi, x, y - kepala - isi.height)
            x += satu + _CELAH

    return BalokBebas(tinggi, lukis, jarak=10)


def _kunci(k: Kanvas, bagan: Bagan | BaganGaris, x: float, y: float) -> None:
    for kelas, kata in bagan.kunci:
        petak = Drawing(6, 6)
        petak.add(Rect(0, 0, 6, 6, fillColor=WARNA[kelas], strokeColor=None))
        k.lukisan(petak, x, y)
        teks = bersih(kata)
        k.tulis(x + 9, y, teks, BIASA, _KUNCI)
        x += 9 + sum(lebar_kata(c, BIASA, _KUNCI) for c in teks) + 12


def _lukisan(bagan: Bagan | BaganGaris, lebar: float) -> Drawing:
    """The chart as a reportlab drawing, scaled to `lebar` points."""
    gambar = susun_garis(bagan) if isinstance(bagan, BaganGaris) else susun(bagan)
    skala = lebar / gambar.lebar
    hasil = Drawing(lebar, gambar.tinggi * skala)
    if gambar.alas is not None:
        y = (gambar.tinggi - gambar.alas) * skala
        hasil.add(Line(0, y, lebar, y, strokeColor=_GARIS, strokeWidth=0.5))
    for s in gambar.kotak:
        hasil.add(
            Rect(
                s.x * skala,
                (gambar.tinggi - s.y - s.tinggi) * skala,
                s.lebar * skala,
                s.tinggi * skala,
                fillColor=WARNA[s.kelas],
                strokeColor=None,
            )
        )
    for g in gambar.garis:
        titik = [k for x, y in g.titik for k in (x * skala, (gambar.tinggi - y) * skala)]
        hasil.add(
            PolyLine(
                titik,
                strokeColor=WARNA[g.kelas],
                strokeWidth=1.1 if g.putus else 1.4,
                strokeDashArray=[4, 2.5] if g.putus else None,
                fillColor=None,
            )
        )
    for p in gambar.titik:
        x, y = p.x * skala, (gambar.tinggi - p.y) * skala
        if p.bentuk == "kotak":
            hasil.add(Rect(x - 2, y - 2, 4, 4, fillColor=WARNA[p.kelas], strokeColor=None))
        else:
            isi = white if p.bentuk == "kosong" else WARNA[p.kelas]
            hasil.add(Circle(x, y, 2, fillColor=isi, strokeColor=WARNA[p.kelas], strokeWidth=0.8))
    for t in gambar.tulisan:
        if gambar.garis and t.nilai:  # a number stays legible where a line runs behind it
            w = lebar_kata(bersih(t.isi), TEBAL, HURUF) + 3
            x, y = (t.x - w / 2) * skala, (gambar.tinggi - t.y - 1) * skala
            hasil.add(Rect(x, y, w * skala, HURUF * 0.8 * skala, fillColor=white, strokeColor=None))
        hasil.add(
            String(
                t.x * skala,
                (gambar.tinggi - t.y) * skala,
                bersih(t.isi),
                fontName=TEBAL if t.nilai else BIASA,
                fontSize=HURUF * skala,
                fillColor=_KATA,
                textAnchor=t.jangkar,
            )
        )
    return hasil
