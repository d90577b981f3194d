"""Search in the archive: candidates from the full-text index, then in sets what the reader may meet.

The index decides nothing about rights. Each set of candidates goes through the scope of its own model; titles, text
and counts are taken of what came through, so a closed letter shows neither in a snippet nor in a number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.urls import reverse

from arsip.models import IndeksArsip, Keamanan
from arsip.models.indeks import kunci_hari
from arsip.queries.rekam import letak_arsip
from arsip.queries.sumber_indeks import SUMBER
from arsip.rules.cari import berawalan, cuplikan, kata_cari, match_fts5, tandai
from inti.formats import tanggal_pendek
from inti.models import Pengguna
from inti.queries.cari import TemuanCari

PER_HALAMAN = 25
CALON = 200  # candidates of one round; the count on the page goes no further than the first round
PUTARAN = 15
JENDELA = 4_000  # newest rows that are tried first for a frequent word
Potongan = list[tuple[str, bool]]
Syarat = tuple[str, list[Any]]  # a condition in SQL and its values


@dataclass(frozen=True)
class Saring:
    """What is sought besides words: a kind of record, a branch of the classification, days."""

    label: str = ""
    klasifikasi: str = ""
    mulai: dt.date | None = None
    sampai: dt.date | None = None


@dataclass(frozen=True)
class HasilCari:
    """A record that was found: its facts, and the text about the words, in marked pieces."""

    alamat: str
    jenis: str
    nomor: str
    judul: Potongan
    pihak: str
    tanggal: dt.date
    keamanan: str
    cuplikan: Potongan
    letak: str  # where its paper lies now, for who may look into the records


@dataclass(frozen=True)
class HalamanCari:
    """One page. `setelah`: key of the last row when there are more; `jumlah` of the first round, `lebih` when that is
    not all; `putus`: too many others were met on the way, the search must be narrowed."""

    hasil: list[HasilCari]
    setelah: int | None
    jumlah: int
    lebih: bool
    putus: bool


def cari(
    pengguna: Pengguna, teks: str, saring: Saring = Saring(), *, setelah: int | None = None, per: int = PER_HALAMAN
) -> HalamanCari:
    """What this user may meet of what matches, the newest first; everything when no word is sought.

    In: what was typed, filters, the key of the last row seen. A constant number of queries for a round.
    """
    dicari = kata_cari(teks)
    if teks.strip() and not dicari:
        return HalamanCari([], None, 0, lebih=False, putus=False)
    label = [s.label for s in SUMBER.values() if pengguna.has_perm(s.izin) and saring.label in {"", s.label}]
    boleh: list[int] = []
    batas, jumlah, lebih, calon = setelah, 0, False, [(0, "", 0)] * CALON
    for putaran in range(PUTARAN):
        calon = _calon(dicari, label, saring, batas)
        boleh += _disaring(pengguna, calon)
        if not putaran:
            jumlah, lebih = len(boleh), len(calon) == CALON
        if len(boleh) > per or len(calon) < CALON:
            break
        batas = calon[-1][0]
    putus = len(boleh) <= per and len(calon) == CALON
    tampil = boleh[:per]
    baris = IndeksArsip.objects.in_bulk(tampil)
    ada = [baris[k] for k in tampil if k in baris]
    letak = letak_arsip(pengguna, [(b.label, str(b.objek_id)) for b in ada])
    hasil = [_hasil(b, dicari, letak.get((b.label, str(b.objek_id)), "")) for b in ada]
    return HalamanCari(hasil, tampil[-1] if len(boleh) > per else None, max(jumlah, len(tampil)), lebih, putus)


def _calon(dicari: list[str], label: list[str], saring: Saring, batas: int | None) -> list[tuple[int, str, int]]:
    """The next candidates below a key: key, source, record. Fixed SQL; every value travels beside it."""
    if not label:
        return []
    fts5 = bool(dicari) and connection.vendor == "sqlite"
    kunci = "f.rowid" if fts5 else "i.id"
    letak, lain = _syarat_letak(kunci, saring, batas), _syarat_lain(label, saring)
    if not dicari:
        return _pilih("arsip_indeksarsip i", [*letak, *lain], kunci)
    kata = _syarat_kata(dicari)
    if fts5:
        return _pilih("arsip_indeksarsip_fts f CROSS JOIN arsip_indeksarsip i", [kata, *letak, *lain], kunci)
    # How often a word occurs no planner knows when it is cut short. A frequent one fills the round from the newest rows
    # alone; a rarer one is looked up in the index of words, and the few that match are put in order.
    terbaru = f"SELECT * FROM arsip_indeksarsip i {_di(letak)} ORDER BY i.id DESC LIMIT {JENDELA}"  # noqa: S608
    calon = _pilih(f"({terbaru}) i", [kata, *lain], kunci, [n for _, nilai in letak for n in nilai])
    return calon if len(calon) == CALON else _pilih("arsip_indeksarsip i", [kata, *letak, *lain], f"{kunci} + 0")


def _pilih(dari: str, syarat: list[Syarat], urut: str, nilai_dari: Sequence[Any] = ()) -> list[tuple[int, str, int]]:
    sql = f"SELECT i.id, i.label, i.objek_id FROM {dari} {_di(syarat)} ORDER BY {urut} DESC LIMIT {CALON}"  # noqa: S608
    with connection.cursor() as kursor:
        kursor.execute(sql, [*nilai_dari, *(n for _, nilai in syarat for n in nilai)])
        return list(kursor.fetchall())


def _di(syarat: list[Syarat]) -> str:
    return "WHERE " + " AND ".join(s for s, _ in syarat) if syarat else ""


def _syarat_kata(dicari: list[str]) -> Syarat:
    if connection.vendor == "sqlite":
        return "arsip_indeksarsip_fts MATCH %s AND i.id = f.rowid", [match_fts5(dicari)]
    utuh = dicari[:-1] if berawalan(dicari) else dicari
    bagian, nilai = ["arsip_tanya(%s)"] * len(utuh), [*utuh]
    if berawalan(dicari):
        bagian.append("(arsip_tanya(%s) || (quote_literal(%s) || ':*')::tsquery)")
        nilai += [dicari[-1], dicari[-1]]
    return f"i.vektor @@ ({' && '.join(bagian)})", nilai


def _syarat_letak(kunci: str, saring: Saring, batas: int | None) -> list[Syarat]:
    hasil: list[Syarat] = []
    for tanda, hari in ((">=", saring.mulai), ("<", saring.sampai and saring.sampai + dt.timedelta(days=1))):
        if hari:
            hasil.append((f"{kunci} {tanda} %s", [kunci_hari(hari)]))
    return hasil if batas is None else [*hasil, (f"{kunci} < %s", [batas])]


def _syarat_lain(label: list[str], saring: Saring) -> list[Syarat]:
    hasil: list[Syarat] = []
    if len(label) < len(SUMBER):
        hasil.append((f"i.label IN ({', '.join(['%s'] * len(label))})", [*label]))
    if saring.klasifikasi:
        k = saring.klasifikasi
        hasil.append(("(i.klasifikasi = %s OR i.klasifikasi LIKE %s)", [k, f"{k}.%"]))
    return hasil


def _disaring(pengguna: Pengguna, calon: list[tuple[int, str, int]]) -> list[int]:
    """Keys of the candidates that this user may meet, in their order: one query for each kind of record."""
    per_label: dict[str, list[int]] = defaultdict(list)
    for _, label, pk in calon:
        per_label[label].append(pk)
    boleh: set[tuple[str, int]] = set()
    for label, semua in per_label.items():
        if (sumber := SUMBER.get(label)) is not None:
            kueri = sumber.model._default_manager.all().untuk(pengguna).filter(pk__in=semua).order_by()
            boleh |= {(label, n) for n in kueri.values_list("pk", flat=True)}
    return [kunci for kunci, label, n in calon if (label, n) in boleh]


def _hasil(baris: IndeksArsip, dicari: list[str], letak: str) -> HasilCari:
    return HasilCari(
        alamat=reverse(SUMBER[baris.label].rute, args=[baris.objek_id]),
        jenis=baris.jenis,
        nomor=baris.nomor,
        judul=tandai(baris.judul, dicari),
        pihak=baris.pihak,
        tanggal=baris.tanggal,
        keamanan=str(Keamanan(baris.keamanan).label) if baris.keamanan != Keamanan.BIASA else "",
        cuplikan=cuplikan(baris.teks, dicari),
        letak=letak,
    )


def cari_ringkas(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """The first ten for the one search box: titles alone. Letters in have a source of their own there."""
    if not kata_cari(teks):
        return []
    return [
        TemuanCari(
            "".join(t for t, _ in h.judul),
            ", ".join(b for b in (h.jenis, h.nomor, h.pihak, tanggal_pendek(h.tanggal)) if b),
            h.alamat,
        )
        for h in cari(pengguna, teks, per=10).hasil
    ]


def ringkasan_indeks() -> dict[str, Any]:
    """How many rows the index holds of each source: for the command."""
    from django.db.models import Count

    return dict(IndeksArsip.objects.order_by("label").values_list("label").annotate(n=Count("id")))
