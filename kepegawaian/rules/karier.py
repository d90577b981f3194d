"""What a career's dated facts say on a day: state, pension, KGB, promotion. Pure; dates in, dates and reasons out.

Sources: UU 20/2023; PP 11/2017 jo. PP 17/2020 (pension); PP 7/1977 jo. PP 5/2024 (KGB by masa kerja golongan);
PP 99/2000 jo. PP 12/2002 and PerBKN 4/2025 (promotion; twelve periods a year since 1 October 2025).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from inti.rules.kalender import tambah_bulan
from kepegawaian.models.pilihan import (
    GOLONGAN_URUT,
    PANGKAT_URUT,
    TINGKAT_URUT,
    Jenis,
    JenisJabatan,
    Keadaan,
    Sebagai,
)
from kepegawaian.rules.nilai import Nilai, langkah

PNS = frozenset({Jenis.PNS, Jenis.CPNS})
BERKONTRAK = frozenset({Jenis.PPPK, Jenis.PPPK_PW, Jenis.NON_PNS})


class Bertanggal(Protocol):
    @property
    def tmt(self) -> dt.date: ...


T = TypeVar("T", bound=Bertanggal)


@dataclass(frozen=True, slots=True)
class Status:
    tmt: dt.date
    jenis: str
    keadaan: str = Keadaan.AKTIF
    sampai: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Kepangkatan:
    """`bulan` is the masa kerja golongan on `tmt`, in months."""

    tmt: dt.date
    pangkat: str = ""
    golongan: str = ""
    bulan: int = 0
    cara: str = "reguler"


@dataclass(frozen=True, slots=True)
class Jabatan:
    tmt: dt.date
    nama: str
    jenis: str
    unit_id: int
    jenjang: str = ""
    eselon: str = ""
    memimpin: bool = False
    sebagai: str = Sebagai.DEFINITIF
    sampai: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Kgb:
    tmt: dt.date
    bulan: int


@dataclass(frozen=True, slots=True)
class Didik:
    tmt: dt.date
    tingkat: str


@dataclass(frozen=True, slots=True)
class Karier:
    """All that the derivation needs of one person."""

    lahir: dt.date | None = None
    status: Sequence[Status] = ()
    pangkat: Sequence[Kepangkatan] = ()
    jabatan: Sequence[Jabatan] = ()
    kgb: Sequence[Kgb] = ()
    didik: Sequence[Didik] = ()


@dataclass(frozen=True, slots=True)
class Jatuh:
    """A date that falls due, with the rule that made it so in words."""

    tanggal: dt.date
    sebab: str
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class KeadaanPegawai:
    """State on a day. None where no fact says anything."""

    status: Status | None
    pangkat: Kepangkatan | None
    jabatan: Jabatan | None
    didik: str
    masa_kerja_mulai: dt.date | None
    pensiun: Jatuh | None = None
    kgb: Jatuh | None = None
    naik: Jatuh | None = None
    kontrak: Jatuh | None = None
    catatan: tuple[str, ...] = field(default=())


def terakhir(fakta: Iterable[T], hari: dt.date) -> T | None:
    """The last fact begun on or before `hari`."""
    ada = [f for f in fakta if f.tmt <= hari]
    return max(ada, key=lambda f: f.tmt) if ada else None


def awal_bulan_berikut(hari: dt.date) -> dt.date:
    """First day of the month after that of `hari`."""
    return tambah_bulan(hari.replace(day=1), 1)


def keadaan_pada(karier: Karier, hari: dt.date, nilai: Nilai) -> KeadaanPegawai:
    """The state on `hari` and what falls due after it."""
    status = terakhir(karier.status, hari)
    pangkat = terakhir(karier.pangkat, hari)
    jabatan = terakhir([j for j in karier.jabatan if j.sebagai == Sebagai.DEFINITIF], hari)
    didik = max((d.tingkat for d in karier.didik if d.tmt <= hari), key=lambda t: TINGKAT_URUT[t], default="")
    mulai = awal_masa_kerja(karier, hari)
    aktif = status is None or status.keadaan == Keadaan.AKTIF
    jenis = status.jenis if status else ""
    kontrak = None
    if aktif and status is not None and status.sampai is not None:
        kontrak = Jatuh(status.sampai, f"Kontrak {Jenis(status.jenis).label} berakhir.")
    return KeadaanPegawai(
        status=status,
        pangkat=pangkat,
        jabatan=jabatan,
        didik=didik,
        masa_kerja_mulai=mulai,
        pensiun=pensiun(karier.lahir, jabatan, hari, nilai) if aktif and jenis in PNS else None,
        kgb=kgb_berikut(karier, hari, nilai) if aktif and jenis in {*PNS, Jenis.PPPK} else None,
        naik=naik_berikut(pangkat, jabatan, didik, hari, nilai) if aktif and jenis == Jenis.PNS else None,
        kontrak=kontrak,
    )


def kunci_pensiun(jabatan: Jabatan) -> str:
    """Which retirement age counts for a post: pensiun.administrator, pensiun.fungsional.ahli_madya."""
    if jabatan.jenis == JenisJabatan.FUNGSIONAL:
        return f"pensiun.fungsional.{jabatan.jenjang or 'terampil'}"
    return f"pensiun.{jabatan.jenis}"


def pensiun(lahir: dt.date | None, jabatan: Jabatan | None, hari: dt.date, nilai: Nilai) -> Jatuh | None:
    """First of the month after reaching the age of the post held on `hari` (PP 11/2017 art. 239; PP 17/2020)."""
    if lahir is None or jabatan is None:
        return None
    kunci = kunci_pensiun(jabatan)
    usia = nilai.angka(kunci, hari)
    if usia is None:
        return None
    tanggal = awal_bulan_berikut(tambah_bulan(lahir, usia * 12))
    sebutan = JenisJabatan(jabatan.jenis).label
    return Jatuh(tanggal, f"Batas usia {usia} tahun untuk jabatan {sebutan}.", nilai.dasar(kunci, hari))


def awal_masa_kerja(karier: Karier, hari: dt.date) -> dt.date | None:
    """The day from which masa kerja golongan counts, out of the latest decree that states it."""
    acuan: list[tuple[dt.date, int]] = [(p.tmt, p.bulan) for p in karier.pangkat if p.tmt <= hari]
    acuan += [(k.tmt, k.bulan) for k in karier.kgb if k.tmt <= hari]
    if not acuan:
        return None
    tmt, bulan = max(acuan)
    return tambah_bulan(tmt, -bulan)


def kgb_berikut(karier: Karier, hari: dt.date, nilai: Nilai) -> Jatuh | None:
    """When masa kerja golongan reaches the next step of the pay table of the rank held; None past the last step.

    A step already granted by the latest decree does not come again. The rise counts from the first of a month.
    """
    pangkat = terakhir(karier.pangkat, hari)
    mulai = awal_masa_kerja(karier, hari)
    if pangkat is None or mulai is None:
        return None
    kunci = f"kgb.langkah.{pangkat.pangkat or 'PPPK.' + pangkat.golongan}"
    teks = nilai.teks(kunci, hari)
    if not teks:
        return None
    tmt_kgb = terakhir(karier.kgb, hari)
    tmt = max(pangkat.tmt, tmt_kgb.tmt) if tmt_kgb else pangkat.tmt
    tercapai = (tmt.year - mulai.year) * 12 + tmt.month - mulai.month
    for tahun in langkah(teks):
        if tahun * 12 > tercapai:
            tanggal = tambah_bulan(mulai, tahun * 12)
            tanggal = tanggal if tanggal.day == 1 else awal_bulan_berikut(tanggal)
            golongan = pangkat.pangkat or f"golongan {pangkat.golongan}"
            return Jatuh(
                tanggal, f"Masa kerja golongan mencapai {tahun} tahun pada {golongan}.", nilai.dasar(kunci, hari)
            )
    return None


def puncak_pangkat(jabatan: Jabatan, didik: str, hari: dt.date, nilai: Nilai) -> str:
    """Highest rank of a regular or structural promotion: by eselon for a structural post, else by education."""
    if jabatan.eselon:
        return nilai.teks(f"pangkat.puncak.eselon.{jabatan.eselon}", hari)
    return nilai.teks(f"pangkat.puncak.{didik}", hari) if didik else ""


def naik_berikut(
    pangkat: Kepangkatan | None, jabatan: Jabatan | None, didik: str, hari: dt.date, nilai: Nilai
) -> Jatuh | None:
    """Next regular or structural promotion of a PNS: four years in the rank, then the next period of the year.

    None for functional posts (credit points decide), at the ceiling, or when no fact says enough. The periods are
    those in force on the day they fall: April and October before 1 October 2025, every month since.
    """
    if pangkat is None or not pangkat.pangkat or jabatan is None or jabatan.jenis == JenisJabatan.FUNGSIONAL:
        return None
    tahun = nilai.angka("pangkat.tahun", hari)
    urut = PANGKAT_URUT[pangkat.pangkat]
    puncak = puncak_pangkat(jabatan, didik, hari, nilai)
    if tahun is None or not puncak or urut >= PANGKAT_URUT[puncak]:
        return None
    tanggal = periode_naik(tambah_bulan(pangkat.tmt, tahun * 12), nilai)
    if tanggal is None:
        return None
    cara = "Kenaikan pilihan (struktural)" if jabatan.eselon else "Kenaikan reguler"
    berikut = list(PANGKAT_URUT)[urut + 1]
    return Jatuh(
        tanggal, f"{cara} ke {berikut}: {tahun} tahun dalam {pangkat.pangkat}.", nilai.dasar("pangkat.tahun", hari)
    )


def periode_naik(genap: dt.date, nilai: Nilai) -> dt.date | None:
    """First day of a promotion period on or after `genap`, by the periods in force on that very day."""
    calon = genap if genap.day == 1 else awal_bulan_berikut(genap)
    for _ in range(13):
        bulan = nilai.teks("pangkat.bulan", calon)
        if bulan and calon.month in {int(b) for b in bulan.split(",")}:
            return calon
        calon = tambah_bulan(calon, 1)
    return None


def urut_pangkat(pangkat: str, golongan: str) -> int:
    """Rank as a number, higher is higher; -1 without one."""
    if pangkat:
        return PANGKAT_URUT[pangkat]
    return GOLONGAN_URUT[golongan] if golongan else -1


def masa_kerja(mulai: dt.date | None, hari: dt.date) -> tuple[int, int]:
    """Whole years and months from `mulai` to `hari`; (0, 0) when unknown or not begun."""
    if mulai is None or mulai > hari:
        return 0, 0
    bulan = (hari.year - mulai.year) * 12 + hari.month - mulai.month - (hari.day < mulai.day)
    return divmod(bulan, 12)
