"""What the index of the archive is made of: each kind of record, when it belongs in, and what is found of it.

A further kind is one more `Sumber` in SUMBER: a function that gives the records that belong in, and one that says in
sets what each is found by. Its `kode` is part of the rows' keys and never changes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arsip.models import (
    Bentuk,
    BerkasArsip,
    Disposisi,
    Ekspedisi,
    LampiranNaskah,
    Naskah,
    PindaianArsip,
    SuratKeluar,
    SuratMasuk,
)
from inti.models import BerkasTersimpan

JENIS_KELUAR = {Bentuk.NOTA.value: "Nota dinas", Bentuk.KEPUTUSAN.value: "Keputusan"}


@dataclass(frozen=True)
class IsiIndeks:
    """What a record is found by and shown with. `teks`: its own words; `berkas`: files whose text counts too."""

    objek: Any
    jenis: str
    judul: str
    nomor: str
    pihak: str
    tanggal: dt.date
    klasifikasi: str
    keamanan: str
    teks: tuple[str, ...] = ()
    berkas: tuple[BerkasTersimpan, ...] = ()


@dataclass(frozen=True)
class SumberIndeks:
    """A kind of record. `izin`: who may view it at all; which ones is decided by the model's own scope."""

    kode: int
    model: type[Any]
    sebutan: str
    izin: str
    rute: str
    hidup: Callable[[], QuerySet]
    isi: Callable[[QuerySet], Iterable[IsiIndeks]]

    @property
    def label(self) -> str:
        """Name of the model."""
        return str(self.model._meta.label_lower)


def _masuk_hidup() -> QuerySet:
    return SuratMasuk.objects.hidup().exclude(status=SuratMasuk.Status.DIBATALKAN)


def _masuk(kueri: QuerySet) -> Iterator[IsiIndeks]:
    surat = list(kueri.select_related("nomor"))
    pindaian = _berkas_milik("arsip.suratmasuk", [s.pk for s in surat if s.banyak_pindaian])
    for s in surat:
        yield IsiIndeks(
            objek=s, jenis="Surat masuk", judul=s.hal, nomor=s.nomor.teks, pihak=s.pengirim, tanggal=s.diterima,
            klasifikasi=s.klasifikasi, keamanan=s.keamanan, berkas=tuple(pindaian[str(s.pk)]),
            teks=(s.nomor_surat and f"Nomor {s.nomor_surat}.", s.lampiran, s.catatan, s.agenda_lama, s.srikandi),
        )  # fmt: skip


def _keluar_hidup() -> QuerySet:
    return SuratKeluar.objects.hidup().exclude(keadaan=SuratKeluar.Keadaan.DIBATALKAN)


def _keluar(kueri: QuerySet) -> Iterator[IsiIndeks]:
    """A letter written here is found by what it says and by its signed scan. One that another app issued (a citizen's
    recommendation, a case of counselling) only by what the letter book says of it: its text is that app's."""
    surat = list(kueri.select_related("nomor", "naskah", "dokumen", "pindaian"))
    tujuan: dict[int, list[str]] = defaultdict(list)
    for pk, t in Ekspedisi.objects.hidup().filter(surat__in=[s.pk for s in surat]).values_list("surat", "tujuan"):
        tujuan[pk].append(t)
    for s in surat:
        naskah = getattr(s, "naskah", None)
        sendiri = naskah is not None or s.massal_id is not None
        yield IsiIndeks(
            objek=s, jenis=JENIS_KELUAR.get(naskah.bentuk if naskah else "", "Surat keluar"), judul=s.hal,
            nomor=s.nomor.teks, pihak=s.tujuan, tanggal=s.tanggal, klasifikasi=s.klasifikasi, keamanan=s.keamanan,
            teks=(*(_kalimat(s.dokumen.snapshot) if sendiri and s.dokumen else ()), *(t for t in tujuan[s.pk] if t != s.tujuan), s.srikandi),
            berkas=(s.pindaian,) if sendiri and s.pindaian is not None and s.pindaian.dimusnahkan_pada is None else (),
        )  # fmt: skip


def _naskah_hidup() -> QuerySet:
    """Drafts that are still on their way: one with a number is found as a letter out."""
    return Naskah.objects.hidup().exclude(status__in=[Naskah.Status.TERBIT, Naskah.Status.DIBATALKAN])


def _naskah(kueri: QuerySet) -> Iterator[IsiIndeks]:
    naskah = list(kueri)
    lampiran: dict[int, list[BerkasTersimpan]] = defaultdict(list)
    milik = LampiranNaskah.objects.hidup().filter(naskah__in=[n.pk for n in naskah])
    for baris in milik.select_related("berkas").order_by("pk"):
        lampiran[baris.naskah_id].append(baris.berkas)
    for n in naskah:
        yield IsiIndeks(
            objek=n, jenis="Konsep surat", judul=n.hal, nomor="", pihak=n.tujuan,
            tanggal=timezone.localdate(n.dibuat_pada), klasifikasi=n.klasifikasi, keamanan=n.keamanan,
            teks=(n.judul, n.isi, n.penutup, n.tembusan), berkas=tuple(lampiran[n.pk]),
        )  # fmt: skip


def _disposisi_hidup() -> QuerySet:
    hidup = Disposisi.objects.hidup().exclude(status=Disposisi.Status.DITARIK)
    return hidup.filter(surat__dibuang_pada__isnull=True).exclude(surat__status=SuratMasuk.Status.DIBATALKAN)


_DISPOSISI = (
    "diubah_pada", "instruksi", "catatan", "hasil", "dikirim_pada", "dari__nama", "kepada__nama", "surat__hal",
    "surat__klasifikasi", "surat__keamanan", "surat__nomor__teks",
)  # fmt: skip


def _disposisi(kueri: QuerySet) -> Iterator[IsiIndeks]:
    ringkas = kueri.select_related("surat__nomor", "dari", "kepada").only(*_DISPOSISI)
    for d in ringkas:
        yield IsiIndeks(
            objek=d, jenis="Disposisi", judul=d.surat.hal, nomor=d.surat.nomor.teks,
            pihak=f"{d.dari.nama} kepada {d.kepada.nama}", tanggal=timezone.localdate(d.dikirim_pada),
            klasifikasi=d.surat.klasifikasi, keamanan=d.surat.keamanan, teks=(d.perintah, d.hasil),
        )  # fmt: skip


def _rekam_hidup() -> QuerySet:
    """Records, tombstones too; one that stands for a letter of the book is found as that letter."""
    return BerkasArsip.objects.hidup().exclude(objek_label__in=["arsip.suratkeluar", "arsip.suratmasuk"])


def _rekam(kueri: QuerySet) -> Iterator[IsiIndeks]:
    """What was destroyed is found by its facts alone."""
    berkas = list(kueri.select_related("jenis", "tempat"))
    ada = [b.pk for b in berkas if b.status != BerkasArsip.Status.MUSNAH]
    pindaian: dict[int, list[BerkasTersimpan]] = defaultdict(list)
    for p in PindaianArsip.objects.hidup().filter(berkas_arsip__in=ada).select_related("berkas").order_by("pk"):
        pindaian[p.berkas_arsip_id].append(p.berkas)
    for b in berkas:
        yield IsiIndeks(
            objek=b, jenis="Berkas arsip", judul=b.uraian, nomor=b.nomor, pihak=str(b.tempat or ""), tanggal=b.tanggal,
            klasifikasi=b.klasifikasi, keamanan=b.keamanan, teks=(b.jenis.nama,), berkas=tuple(pindaian[b.pk]),
        )  # fmt: skip


def _berkas_milik(label: str, pk: list[int]) -> dict[str, list[BerkasTersimpan]]:
    hasil: dict[str, list[BerkasTersimpan]] = defaultdict(list)
    milik = BerkasTersimpan.objects.filter(
        pemilik_label=label, pemilik_id__in=[str(n) for n in pk], dimusnahkan_pada__isnull=True
    )
    for b in milik.order_by("waktu", "id"):
        hasil[b.pemilik_id].append(b)
    return hasil


_TEKS_SURAT = ("isi", "penutup", "tembusan", "judul", "nomor")  # the letterhead and the signer say nothing of a letter


def _kalimat(snapshot: dict[str, Any]) -> Iterator[str]:
    """The words of a printed letter: its body, closing, copies and heading."""
    surat = snapshot.get("surat", {})
    for nama in _TEKS_SURAT:
        yield from _untaian(surat.get(nama))


def _untaian(nilai: Any) -> Iterator[str]:
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, dict):
        for nama, isi in nilai.items():
            if nama not in {"bagian", "rata", "penanda", "base64", "sha256"}:
                yield from _untaian(isi)
    elif isinstance(nilai, list | tuple):
        for isi in nilai:
            yield from _untaian(isi)


SUMBER: dict[str, SumberIndeks] = {
    s.label: s
    for s in (
        SumberIndeks(1, SuratMasuk, "Surat masuk", "arsip.view_suratmasuk", "arsip:suratmasuk", _masuk_hidup, _masuk),
        SumberIndeks(
            2, SuratKeluar, "Surat keluar", "arsip.view_suratkeluar", "arsip:suratkeluar", _keluar_hidup, _keluar
        ),
        SumberIndeks(3, Naskah, "Konsep surat", "arsip.view_naskah", "arsip:naskah", _naskah_hidup, _naskah),
        SumberIndeks(
            4, Disposisi, "Disposisi", "arsip.view_disposisi", "arsip:disposisi", _disposisi_hidup, _disposisi
        ),
        SumberIndeks(5, BerkasArsip, "Berkas arsip", "arsip.view_berkasarsip", "arsip:berkas", _rekam_hidup, _rekam),
    )
}
