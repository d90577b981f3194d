"""Papers of the staff: what each kind must have, what is there, what lacks or expired."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from inti.models import Pengguna
from inti.rules.kelengkapan import DaftarBerkas, Syarat, periksa_berkas, persen_lengkap
from kepegawaian.models import BerkasPegawai, Jenis, KategoriBerkas, Pegawai, SyaratBerkas


def syarat_pada(hari: dt.date) -> dict[str, set[int]]:
    """Kind of staff -> categories that it must have on `hari`. One query."""
    hasil: dict[str, set[int]] = defaultdict(set)
    for jenis, kategori in SyaratBerkas.objects.pada(hari).values_list("jenis", "kategori_id"):
        hasil[jenis].add(kategori)
    return hasil


def berkas_kini(pengguna: Pengguna | None) -> QuerySet:
    """Papers that no newer scan replaced; narrowed to the user, None narrows to nobody's."""
    kueri = BerkasPegawai.objects.untuk(pengguna) if pengguna is not None else BerkasPegawai.objects.hidup()
    return kueri.filter(digantikan__isnull=True)


def kelengkapan(pegawai: Sequence[Pegawai], pengguna: Pengguna | None) -> dict[int, DaftarBerkas]:
    """Papers of each person by key. Three queries, however many people."""
    hari = timezone.localdate()
    syarat = syarat_pada(hari)
    kategori = {k.pk: k for k in KategoriBerkas.objects.hidup().order_by("urut", "kode")}
    ada: dict[int, dict[str, list[BerkasPegawai]]] = defaultdict(lambda: defaultdict(list))
    baris = berkas_kini(pengguna).select_related("berkas", "tempat", "kategori")
    for b in baris.filter(pegawai__in=[p.pk for p in pegawai]).order_by("-tanggal", "-id"):
        ada[b.pegawai_id][b.kategori.kode].append(b)
    hasil = {}
    for p in pegawai:
        wajib = syarat.get(p.jenis, set())
        diminta = [
            Syarat(k.kode, str(k), pk in wajib, k) for pk, k in kategori.items() if pk in wajib or k.kode in ada[p.pk]
        ]
        hasil[p.pk] = periksa_berkas(diminta, ada[p.pk], hari)
    return hasil


@dataclass(frozen=True, slots=True)
class BarisLengkap:
    """A person, or a unit, and how complete the papers are."""

    sebutan: str
    orang: int
    wajib: int
    kurang: int

    @property
    def persen(self) -> int:
        """Whole percent that is there."""
        return persen_lengkap(self.wajib, self.kurang)


def jumlah_kurang(pegawai: QuerySet) -> dict[int, int]:
    """How many required papers each active person lacks, by key. Four queries for any number of people."""
    hari = timezone.localdate()
    syarat = syarat_pada(hari)
    sah = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari)
    ada: dict[int, set[int]] = defaultdict(set)
    for siapa, kategori in (
        BerkasPegawai.objects.hidup().filter(sah, digantikan__isnull=True).values_list("pegawai_id", "kategori_id")
    ):
        ada[siapa].add(kategori)
    return {pk: len(syarat.get(jenis, set()) - ada[pk]) for pk, jenis in pegawai.values_list("pk", "jenis")}


def lengkap_unit(pegawai: QuerySet) -> list[BarisLengkap]:
    """Completeness by unit, in the order of the tree."""
    syarat = {j: len(k) for j, k in syarat_pada(timezone.localdate()).items()}
    kurang = jumlah_kurang(pegawai)
    jumlah: dict[tuple[str, str], list[int]] = {}
    for pk, jenis, jalur, nama in pegawai.annotate(jalur=F("unit__jalur"), unit_nama=F("unit__nama")).values_list(
        "pk", "jenis", "jalur", "unit_nama"
    ):
        j = jumlah.setdefault((jalur, nama), [0, 0, 0])
        j[0] += 1
        j[1] += syarat.get(jenis, 0)
        j[2] += kurang[pk]
    return [BarisLengkap(nama, *j) for (_, nama), j in sorted(jumlah.items())]


def syarat_kategori(kategori: Iterable[KategoriBerkas]) -> dict[int, str]:
    """Category -> for which kinds of staff it must be there, in words."""
    hasil: dict[int, list[str]] = defaultdict(list)
    hari = timezone.localdate()
    for jenis, semua in syarat_pada(hari).items():
        for pk in semua:
            hasil[pk].append(Jenis(jenis).label)
    return {k.pk: ", ".join(sorted(hasil[k.pk])) for k in kategori}


def kedaluwarsa(hari: dt.date) -> QuerySet:
    """Papers whose validity ended before `hari` and that nothing replaced."""
    return BerkasPegawai.objects.hidup().filter(digantikan__isnull=True, berlaku_sampai__lt=hari)


def hitung_kategori() -> dict[int, int]:
    """How many living papers each category holds."""
    return dict(BerkasPegawai.objects.hidup().values_list("kategori").annotate(Count("pk")).order_by())
