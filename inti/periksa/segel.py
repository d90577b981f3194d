"""Part `segel`: the chain against its head and key outside, and every sealed row against its digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.utils import timezone

from inti.models import Segel, SegelBagian
from inti.periksa.temuan import CATATAN, TemuanPeriksa
from inti.rules.segel import AWAL, PANJANG_JEJAK, BagianRantai, Penghimpun, buka_kunci, hash_segel, tanda_sah
from inti.services.segel import TabelSegel, baris_tabel, baris_uuid, belum_disegel, tabel_bersegel
from inti.services.segel_kepala import Kepala, KepalaDiubah, baca_kepala, baca_kunci

TABEL = "inti.Segel"
LANGKAH_RANTAI = "Anggap riwayat diubah dari luar aplikasi: simpan salinannya, pulihkan cadangan terakhir yang utuh."
LANGKAH_BARIS = "Bandingkan dengan cadangan; cari siapa yang menulis langsung ke basis data."
LANGKAH_KEPALA = "Baca bagian Segel di docs/operasi.md sebelum mengakui rantai ini."
TOLERANSI = dt.timedelta(hours=1)  # longer than any transaction: a row's time may precede its commit by that much


def periksa() -> Iterator[TemuanPeriksa]:
    """Findings about the seal, then how many rows still wait for it."""
    semua = list(Segel.objects.order_by("urut"))
    yield from _rantai(semua)
    waktu = _batas_waktu(semua)
    tabel = {t.label: t for t in tabel_bersegel()}
    for label in SegelBagian.objects.order_by("label").values_list("label", flat=True).distinct():
        if label in tabel:
            yield from (_uuid if tabel[label].uuid else _urut)(tabel[label], waktu)
        else:
            yield _tak_terbaca(label, "tabelnya tidak ada lagi")
    yield from _belum(tabel, semua)


def _rantai(semua: list[Segel]) -> Iterator[TemuanPeriksa]:
    try:
        kunci = baca_kunci()
        kepala = baca_kepala(kunci)
    except KepalaDiubah:
        yield TemuanPeriksa("SEGEL_KEPALA_DIUBAH", TABEL, "kepala", "Berkas di folder segel diubah.", LANGKAH_KEPALA)
        return
    if kepala is None and not semua:
        return
    if kepala is None or kunci is None:
        hilang = "Kunci" if kunci is None else "Kepala"
        yield TemuanPeriksa("SEGEL_KEPALA_HILANG", TABEL, "kepala", f"{hilang} segel tidak ada.", LANGKAH_KEPALA)
    sidik = _sidik_bagian()
    sebelum, urut = AWAL, 0
    for s in semua:
        if s.urut != urut + 1:
            yield TemuanPeriksa("SEGEL_PUTUS", TABEL, str(s.urut), f"Segel {urut + 1} tidak ada.", LANGKAH_RANTAI)
        elif s.sebelum != sebelum:
            pesan = f"Segel {s.urut} tidak menyambung ke segel {urut}."
            yield TemuanPeriksa("SEGEL_TAK_SAMBUNG", TABEL, str(s.urut), pesan, LANGKAH_RANTAI)
        if hash_segel(s.urut, s.waktu, s.sebelum, s.batas, sidik.get(s.pk, [])) != s.hash:
            yield TemuanPeriksa("SEGEL_DIUBAH", TABEL, str(s.urut), f"Isi segel {s.urut} diubah.", LANGKAH_RANTAI)
        jangkar = kepala.jangkar[0] if kepala and kepala.jangkar else 0
        if kunci is not None and s.urut > jangkar and not tanda_sah(kunci, s.hash, s.tanda):
            pesan = f"Segel {s.urut} tidak ditandai dengan kunci kantor ini."
            yield TemuanPeriksa("SEGEL_TANDA_PALSU", TABEL, str(s.urut), pesan, LANGKAH_RANTAI)
        sebelum, urut = s.hash, s.urut
    if kepala is not None:
        yield from _cocok_kepala(semua, kepala)


def _cocok_kepala(semua: list[Segel], kepala: Kepala) -> Iterator[TemuanPeriksa]:
    terakhir = semua[-1].urut if semua else 0
    if terakhir < kepala.urut:
        pesan = f"Kepala di luar basis data mencatat segel {kepala.urut}, basis data hanya sampai {terakhir}: ada yang dipotong, atau basis data lama dikembalikan."
        yield TemuanPeriksa("SEGEL_TERPOTONG", TABEL, str(kepala.urut), pesan, LANGKAH_RANTAI)
    hash_ = {s.urut: s.hash for s in semua}
    for urut, isi in [(kepala.urut, kepala.hash), *([kepala.jangkar] if kepala.jangkar else [])]:
        if urut in hash_ and hash_[urut] != isi:
            pesan = f"Segel {urut} bukan segel yang dicatat kepala di luar basis data: rantai disusun ulang."
            yield TemuanPeriksa("SEGEL_BUKAN_YANG_DICATAT", TABEL, str(urut), pesan, LANGKAH_RANTAI)


def _sidik_bagian() -> dict[int, list[tuple[str, int, str]]]:
    """Digest of every part, computed anew from what the part says, by set."""
    hasil: dict[int, list[tuple[str, int, str]]] = {}
    for b in SegelBagian.objects.order_by("pk").iterator(chunk_size=200):
        hasil.setdefault(b.segel_id, []).append((b.label, b.dari, _bagian(b).sidik))
    return hasil


def _bagian(b: SegelBagian) -> BagianRantai:
    return BagianRantai(b.label, b.dari, b.sampai, b.jumlah, tuple(b.kolom), bytes(b.kunci), bytes(b.jejak), b.isi)


def _batas_waktu(semua: list[Segel]) -> dict[int, dt.datetime]:
    """By set: rows that it seals came after this moment. Absent where the clock had gone back since the set before."""
    hasil = {}
    for lama, baru in pairwise(semua):
        if lama.waktu <= baru.waktu:
            hasil[baru.pk] = lama.waktu - TOLERANSI
    return hasil


def _urut(tabel: TabelSegel, waktu: dict[int, dt.datetime]) -> Iterator[TemuanPeriksa]:
    """A table with ordered keys: its parts lie end to end, so rows and parts are walked side by side, once."""
    akhir = 0
    for b in SegelBagian.objects.filter(label=tabel.label).order_by("pk").iterator(chunk_size=50):
        kolom, hilang = _kolom(tabel, b.kolom)
        baris = baris_tabel(tabel, kolom, b.dari, b.sampai)
        if b.dari != akhir:
            yield TemuanPeriksa(
                "SEGEL_BERLUBANG",
                tabel.label,
                str(b.dari),
                f"Baris {akhir} sampai {b.dari} tidak disegel.",
                LANGKAH_RANTAI,
            )
        akhir = b.sampai
        yield from _bandingkan(tabel, b, baris, kolom, hilang, waktu.get(b.segel_id))


def _uuid(tabel: TabelSegel, waktu: dict[int, dt.datetime]) -> Iterator[TemuanPeriksa]:
    for b in SegelBagian.objects.filter(label=tabel.label).order_by("pk").iterator(chunk_size=50):
        kolom, hilang = _kolom(tabel, b.kolom)
        kunci = list(buka_kunci(bytes(b.kunci), uuid_=True))
        baris = (isi for n in range(0, len(kunci), 500) for isi in baris_uuid(tabel, kolom, kunci[n : n + 500]))
        yield from _bandingkan(tabel, b, baris, kolom, hilang, waktu.get(b.segel_id))


def _kolom(tabel: TabelSegel, disegel: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Sealed columns that still exist, and those that an upgrade took away."""
    ada = {f.attname for f in tabel.model._meta.concrete_fields}
    return tuple(k for k in disegel if k in ada), [k for k in disegel if k not in ada]


def _bandingkan(
    tabel: TabelSegel,
    b: SegelBagian,
    baris: Iterator[tuple[Any, Any]],
    kolom: tuple[str, ...],
    hilang: list[str],
    paling_awal: dt.datetime | None,
) -> Iterator[TemuanPeriksa]:
    """Rows of one part against its digest; where it differs, the trace of each row says which."""
    himpun = Penghimpun()
    jejak: dict[Any, bytes] = {}
    letak = kolom.index(tabel.kolom_waktu) if tabel.kolom_waktu in kolom else None
    for pk, nilai in baris:
        jejak[pk] = himpun.tambah(pk, nilai)
        if paling_awal is not None and letak is not None and nilai[letak] < paling_awal:
            yield _mundur(tabel, pk, nilai[letak], paling_awal)
    kini = himpun.bagian(b.label, b.dari, b.sampai, b.kolom)
    if kini.kunci == bytes(b.kunci) and (hilang or kini.isi == b.isi):
        if hilang:
            yield _tak_terbaca(tabel.label, f"kolom {', '.join(hilang)} dihapus oleh pembaruan")
        return
    disegel = list(buka_kunci(bytes(b.kunci), uuid_=tabel.uuid))
    asli = bytes(b.jejak)
    urutan = {k: asli[n * PANJANG_JEJAK : (n + 1) * PANJANG_JEJAK] for n, k in enumerate(disegel)}
    nomor = Segel.objects.get(pk=b.segel_id).urut
    ditemukan = False
    for k in sorted(urutan.keys() | jejak.keys()):
        if k not in jejak:
            kode, apa = "SEGEL_BARIS_HILANG", "dihapus"
        elif k not in urutan:
            kode, apa = "SEGEL_BARIS_DISISIPKAN", "disisipkan"
        elif urutan[k] != jejak[k] and not hilang:
            kode, apa = "SEGEL_BARIS_BERUBAH", "diubah"
        else:
            continue
        ditemukan = True
        yield TemuanPeriksa(
            kode, tabel.label, str(k), f"Baris {k} {apa} sesudah disegel (segel {nomor}).", LANGKAH_BARIS
        )
    if not ditemukan:
        pesan = f"Baris {b.dari} sampai {b.sampai} tidak cocok dengan segel {nomor}."
        yield TemuanPeriksa("SEGEL_BARIS_BERUBAH", tabel.label, f"{b.dari}-{b.sampai}", pesan, LANGKAH_BARIS)


def _mundur(tabel: TabelSegel, pk: Any, waktu: dt.datetime, paling_awal: dt.datetime) -> TemuanPeriksa:
    pesan = f"Baris {pk} bertanggal {waktu:%d-%m-%Y %H.%M} UTC, padahal datang sesudah {paling_awal + TOLERANSI:%d-%m-%Y %H.%M} UTC."
    return TemuanPeriksa("SEGEL_TANGGAL_MUNDUR", tabel.label, str(pk), pesan, LANGKAH_BARIS)


def _tak_terbaca(label: str, sebab: str) -> TemuanPeriksa:
    pesan = f"Isi {label} yang disegel tidak dapat diperiksa lagi: {sebab}."
    return TemuanPeriksa("SEGEL_TAK_TERBACA", label, "", pesan, "Periksa dengan versi aplikasi sebelumnya.", CATATAN)


def _belum(tabel: dict[str, TabelSegel], semua: list[Segel]) -> Iterator[TemuanPeriksa]:
    """Rows that wait for the next set: a count, and no fault unless they are dated before the last one."""
    jumlah = belum_disegel()
    if jumlah:
        pesan = f"{sum(jumlah.values())} baris riwayat belum disegel."
        yield TemuanPeriksa("SEGEL_BELUM", TABEL, "", pesan, "Pekerja atau cadangan berikutnya menyegelnya.", CATATAN)
    if not semua or timezone.now() < semua[-1].waktu:  # a clock that was set back proves nothing
        return
    paling_awal = semua[-1].waktu - TOLERANSI
    for label in jumlah:
        t = tabel[label]
        if t.kolom_waktu is None or t.uuid:
            continue
        dari = semua[-1].batas.get(label, [0, 0])[0]
        baris = t.model._base_manager.filter(pk__gt=dari, **{f"{t.kolom_waktu}__lt": paling_awal})
        for pk, waktu in baris.values_list("pk", t.kolom_waktu).order_by("pk")[:200]:
            yield _mundur(t, pk, waktu, paling_awal)
