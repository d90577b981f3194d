"""The desk: what waits for a user over all apps, how much of it, and the facts beside it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.access import boleh
from inti.formats import ribuan, samar_angka_panjang
from inti.models import Pemberitahuan, Pengguna
from inti.queries.hitung import hitung_sekaligus
from inti.queries.sekaligus import baca_sekaligus
from inti.registry import Pekerjaan, semua_fakta, semua_jadwal, semua_pekerjaan
from inti.rules.mendesak import Golongan, golongan, hari_batas, kata_batas

LIPAT_MULAI = 4  # so many alike things are one row


@dataclass(frozen=True)
class Kerja:
    """A row of the desk: what it is, where it comes from, the next step as a verb, and the address where that is done.

    `batas` is a day, a time, or None; `sejak` orders what has the same limit; `banyak` things are folded in the row.
    """

    teks: str
    asal: str
    langkah: str
    alamat: str
    batas: dt.date | dt.datetime | None = None
    sejak: dt.datetime | None = None
    banyak: int = 1
    app: str = ""

    @property
    def tanda(self) -> str:
        """What the row is known by from one look to the next."""
        return f"{self.alamat}|{self.langkah}|{self.batas or ''}"


@dataclass(frozen=True)
class FaktaMeja:
    """A fact beside the work: its name, its value in words, and where more stands; `label` colours it (baik, awas, salah).

    With `kueri` the value is how many rows that holds, said in `teks` ("{} orang"); all are counted in one statement.
    `bila_ada`: left out when there is none.
    """

    nama: str
    teks: str
    alamat: str = ""
    label: str = ""
    kueri: QuerySet | None = None
    bila_ada: bool = False


def lipat(baris: Sequence[Kerja], sebutan: str, langkah: str, alamat: str, *, asal: str = "") -> list[Kerja]:
    """The rows, or one row for all ("8 surat rekomendasi") when there are many: with the earliest limit and age.

    What has passed its limit or is due today stays apart, so that it keeps its own place.
    """
    kini = timezone.localtime()
    mendesak = [b for b in baris if golongan(b.batas, kini) <= Golongan.HARI_INI]
    lain = [b for b in baris if golongan(b.batas, kini) > Golongan.HARI_INI]
    if len(mendesak) >= 2 * LIPAT_MULAI:
        lewat = [b for b in mendesak if golongan(b.batas, kini) == Golongan.LEWAT]
        kelompok: list[list[Kerja]] = [lewat, [b for b in mendesak if b not in lewat], lain]
    else:
        kelompok = [*([b] for b in mendesak), lain]
    hasil: list[Kerja] = []
    for satu in kelompok:
        banyak = sum(b.banyak for b in satu)
        if len(satu) < LIPAT_MULAI:
            hasil += satu
            continue
        batas = min((b.batas for b in satu if b.batas is not None), key=hari_batas, default=None)
        sejak = min((b.sejak for b in satu if b.sejak is not None), default=None)
        hasil.append(Kerja(f"{banyak} {sebutan}", asal, langkah, alamat, batas, sejak, banyak))
    return hasil


BELUM_DIBACA = "kabar"


def hitung_menunggu(pengguna: Pengguna) -> dict[str, int]:
    """How many things wait for the user, by kind of work, and (BELUM_DIBACA) his unread notices; 0 included. One query
    over all apps."""
    milik = _milik(pengguna)
    kabar = Pemberitahuan.objects.filter(pengguna=pengguna, dibaca_pada__isnull=True)
    banyak = hitung_sekaligus([*(import_string(p.kueri)(pengguna) for _, p in milik), kabar])
    return dict(zip([*(p.kode for _, p in milik), BELUM_DIBACA], banyak, strict=True))


def per_aplikasi(hitungan: dict[str, int]) -> dict[str, int]:
    """The same by app."""
    hasil: dict[str, int] = defaultdict(int)
    for app, p in semua_pekerjaan():
        hasil[app] += hitungan.get(p.kode, 0)
    return dict(hasil)


def kerja_saya(pengguna: Pengguna, hitungan: dict[str, int], app: str = "") -> list[Kerja]:
    """What waits for the user (in one app), most urgent first, then the oldest. One query for the rows of all kinds."""
    milik = [(a, p) for a, p in _milik(pengguna) if hitungan.get(p.kode) and app in {"", a}]
    fungsi = [import_string(p.baris) for _, p in milik]
    isi = baca_sekaligus([(import_string(p.kueri)(pengguna), f.kolom) for (_, p), f in zip(milik, fungsi, strict=True)])
    hasil: list[Kerja] = []
    for (label, p), f, satu in zip(milik, fungsi, isi, strict=True):
        baris = _lengkapi(f(satu), hitungan[p.kode])
        hasil += [
            replace(b, app=label, asal=samar_angka_panjang(b.asal), teks=samar_angka_panjang(b.teks)) for b in baris
        ]
    return urutkan(hasil, timezone.localtime())


def _lengkapi(baris: list[Kerja], banyak: int) -> list[Kerja]:
    """The rows; where more waits than is read at once (TERBANYAK) the row in which most is folded stands for that too."""
    kurang = banyak - sum(b.banyak for b in baris)
    if kurang <= 0 or not baris:
        return baris
    besar = max(range(len(baris)), key=lambda n: baris[n].banyak)
    b = baris[besar]
    teks = b.teks.replace(str(b.banyak), str(b.banyak + kurang), 1)
    return [*baris[:besar], replace(b, banyak=b.banyak + kurang, teks=teks), *baris[besar + 1 :]]


def urutkan(baris: Iterable[Kerja], kini: dt.datetime) -> list[Kerja]:
    """By group, limit, age."""
    jauh = dt.date.max
    awal = dt.datetime.max.replace(tzinfo=dt.UTC)
    return sorted(
        baris,
        key=lambda b: (
            golongan(b.batas, kini),
            hari_batas(b.batas) if b.batas is not None else jauh,
            b.batas.time() if isinstance(b.batas, dt.datetime) else dt.time.max,
            b.sejak or awal,
        ),
    )


@dataclass(frozen=True)
class KelompokKerja:
    """A group of the desk: its heading, how many things, and its rows with their limits in words."""

    golongan: Golongan
    banyak: int
    baris: list[tuple[Kerja, str, str]]


def kelompokkan(baris: Sequence[Kerja]) -> list[KelompokKerja]:
    """Rows in groups by urgency, empty ones left out."""
    kini = timezone.localtime()
    hasil = []
    for g in Golongan:
        isi = [b for b in baris if golongan(b.batas, kini) == g]
        if isi:
            hasil.append(KelompokKerja(g, sum(b.banyak for b in isi), [(b, *kata_batas(b.batas, kini)) for b in isi]))
    return hasil


def fakta_meja(pengguna: Pengguna) -> list[FaktaMeja]:
    """Facts of all apps for this user, those that are counts by one query."""
    semua = [f for s in semua_fakta() if boleh(pengguna, s.izin) for f in import_string(s.isi)(pengguna)]
    banyak = iter(hitung_sekaligus([f.kueri for f in semua if f.kueri is not None]))
    hasil = []
    for f in semua:
        if f.kueri is None:
            hasil.append(f)
        elif (n := next(banyak)) or not f.bila_ada:
            hasil.append(replace(f, teks=f.teks.format(ribuan(n)), kueri=None))
    return hasil


def jadwal_meja(pengguna: Pengguna) -> list[tuple[dt.time, str, bool]]:
    """Today's times in order with the present one among them (last value true); empty when nothing is set for today."""
    kini = timezone.localtime()
    isi: list[tuple[dt.time, str, bool]] = [
        (*w, False)
        for j in semua_jadwal()
        if boleh(pengguna, j.izin)
        for w in import_string(j.isi)(pengguna, kini.date())
    ]
    if not isi:
        return []
    return sorted([*isi, (kini.time().replace(second=0, microsecond=0), "sekarang", True)], key=lambda w: w[0])


def _milik(pengguna: Pengguna) -> list[tuple[str, Pekerjaan]]:
    return [(a, p) for a, p in semua_pekerjaan() if boleh(pengguna, p.izin)]
