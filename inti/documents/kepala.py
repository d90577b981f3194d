"""Head and body of a letter as blocks: number block, heading, addressee, paragraphs, lists, pairs."""

from __future__ import annotations

from collections.abc import Iterator

from inti.documents.bagian import BlokNomor, Butir, Isian, Judul, Paragraf, Tujuan
from inti.documents.baris import lebar_kata, lebar_terpanjang, patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.tata import JARAK, UKURAN, Balok, BalokBebas, BalokTeks
from inti.documents.teks import bersih

ANTAR_ALINEA = 7.0
_TITIK_DUA, _NILAI = 19 * MM, 22 * MM


def susun_nomor(b: BlokNomor, lebar: float) -> BalokBebas:
    """Nomor, Sifat, Lampiran, Hal with their colons in one column, place and date at the right of the first row."""
    tanggal = bersih(b.tempat_tanggal)
    lebar_tanggal = lebar_terpanjang(tanggal, BIASA, UKURAN) if tanggal else 0.0
    # The date keeps its column on every row: a long Hal wraps instead of running under it.
    ruang = max(lebar - _NILAI - lebar_tanggal - 8 * MM, 45 * MM)
    baris = []
    for label, nilai in (("Nomor", b.nomor), ("Sifat", b.sifat), ("Lampiran", b.lampiran), ("Hal", b.hal)):
        if teks := bersih(nilai).strip():
            baris.append((label, patah(teks, BIASA, UKURAN, ruang)))
    tinggi = max(1, sum(len(isi) for _, isi in baris)) * JARAK

    def lukis(k: Kanvas, x: float, y: float) -> None:
        dasar = y - JARAK / 2 - UKURAN * 0.35
        if tanggal:
            k.tulis(x + lebar - lebar_tanggal, dasar, tanggal, BIASA, UKURAN)
        for label, isi in baris:
            k.tulis(x, dasar, label, BIASA, UKURAN)
            k.tulis(x + _TITIK_DUA, dasar, ":", BIASA, UKURAN)
            k.tulis_baris(x + _NILAI, dasar, isi, nama=BIASA, ukuran=UKURAN, jarak=JARAK, lebar=ruang)
            dasar -= JARAK * len(isi)

    return BalokBebas(tinggi, lukis, jarak=5.5 * MM)


def susun_judul(j: Judul, lebar: float) -> Iterator[Balok]:
    """A centred heading in bold and its number below."""
    baris = patah(bersih(j.teks), TEBAL, 13, lebar)
    yield BalokTeks(baris, TEBAL, lebar, ukuran=13, spasi=17, rata="tengah", jarak=7 * MM, rekat=True)
    if nomor := bersih(j.nomor).strip():
        yield BalokTeks(patah(f"Nomor: {nomor}", BIASA, UKURAN, lebar), BIASA, lebar, rata="tengah", rekat=True)


def susun_tujuan(t: Tujuan, lebar: float) -> BalokBebas:
    """Addressee at the left; lines after the first hang under the name, not under "Yth."."""
    isi = [bersih(b) for b in t.baris]
    baris = patah("\n".join([f"Yth. {isi[0]}", *isi[1:]]) if isi else "", BIASA, UKURAN, lebar * 0.7)

    def lukis(k: Kanvas, x: float, y: float) -> None:
        k.tulis_baris(
            x, y - JARAK / 2 - UKURAN * 0.35, baris, nama=BIASA, ukuran=UKURAN, jarak=JARAK, lebar=lebar * 0.7
        )

    return BalokBebas(len(baris) * JARAK, lukis, jarak=5 * MM)


def susun_paragraf(p: Paragraf, lebar: float, *, rekat: bool = False) -> Iterator[Balok]:
    """A paragraph of 11/15. With `rekat` its last two lines stay with what follows."""
    nama = TEBAL if p.tebal else BIASA
    teks = bersih(p.teks)
    if p.menjorok:
        # A first-line indent made of no-break spaces keeps one line model for all paragraphs.
        teks = "\u00a0" * round(p.menjorok * MM / lebar_kata("\u00a0", nama, UKURAN)) + teks
    baris = patah(teks, nama, UKURAN, lebar)
    if rekat and len(baris) > 3:
        yield BalokTeks(baris[:-2], nama, lebar, rata=p.rata, jarak=ANTAR_ALINEA)
        yield BalokTeks(baris[-2:], nama, lebar, rata=p.rata, rekat=True)
        return
    yield BalokTeks(baris, nama, lebar, rata=p.rata, jarak=ANTAR_ALINEA, rekat=rekat)


def susun_butir(b: Butir, lebar: float) -> Iterator[Balok]:
    """A list with hanging markers."""
    penanda = [_penanda(b.penanda, n) for n in range(len(b.isi))]
    masuk = max((lebar_kata(p, BIASA, UKURAN) for p in penanda), default=0.0) + 6
    for n, teks in enumerate(b.isi):
        baris = patah(bersih(teks), BIASA, UKURAN, lebar - masuk)
        jarak = ANTAR_ALINEA if n == 0 else 1.5
        yield BalokTeks(baris, BIASA, lebar - masuk, rata="penuh", masuk=masuk, penanda=penanda[n], jarak=jarak)


def _penanda(jenis: str, n: int) -> str:
    if jenis == "strip":
        return "-"
    if jenis == "huruf":
        awal = chr(97 + n // 26 - 1) if n >= 26 else ""
        return f"{awal}{chr(97 + n % 26)}."
    return f"{n + 1}."


def susun_isian(b: Isian, lebar: float) -> Iterator[Balok]:
    """Label and value pairs; the colons stand under each other."""
    pasangan = [(bersih(label), bersih(nilai)) for label, nilai in b.baris]
    kolom = min(max((lebar_kata(p, BIASA, UKURAN) for p, _ in pasangan), default=0.0), lebar * 0.4)
    masuk = kolom + 16
    for n, (label, nilai) in enumerate(pasangan):
        isi_label = patah(label, BIASA, UKURAN, kolom + 0.1)
        isi = patah(nilai, BIASA, UKURAN, lebar - masuk)
        tinggi = max(len(isi_label), len(isi)) * JARAK

        def lukis(k: Kanvas, x: float, y: float, kiri=isi_label, kanan=isi) -> None:
            dasar = y - JARAK / 2 - UKURAN * 0.35
            k.tulis_baris(x, dasar, kiri, nama=BIASA, ukuran=UKURAN, jarak=JARAK, lebar=kolom)
            if kiri[0].teks:  # a row without a label goes on with the one above
                k.tulis(x + kolom + 7, dasar, ":", BIASA, UKURAN)
            k.tulis_baris(x + masuk, dasar, kanan, nama=BIASA, ukuran=UKURAN, jarak=JARAK, lebar=lebar - masuk)

        yield BalokBebas(tinggi, lukis, jarak=ANTAR_ALINEA if n == 0 else 0.0)
