"""What the system recommends on a request, with its reasons. Plain data in, findings with stable codes out.

The system recommends; a clerk decides; a penyelia may decide otherwise with a written reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from dtks.rules.alasan import SEMUA

TERIMA, LENGKAPI, TOLAK = "terima", "lengkapi", "tolak"
PENGAJUAN_BARU, REAKTIVASI = "pengajuan_baru", "reaktivasi"


@dataclass(frozen=True)
class DataWarga:
    """What the registry says of the citizen on the day of the check."""

    terdaftar: bool
    cocok: bool = True
    desil: int | None = None
    id_dtks: str = ""
    dikecualikan: bool = False
    sumber: str = ""
    periode: str = ""


@dataclass(frozen=True)
class UmurSurat:
    """How old a supporting letter was on the day of the request, and the limit in force; None: the office set none."""

    surat: str
    hari: int
    batas: int | None


@dataclass(frozen=True)
class DataPengajuan:
    """What the citizen brought. `wajib_id` follows the rule in force on the date of the village's letter."""

    pengantar: bool = False
    id_pengantar: bool = False
    wajib_id: bool = False
    berkas_kurang: tuple[str, ...] = ()
    faskes_kurang: bool = False
    umur: tuple[UmurSurat, ...] = ()


@dataclass(frozen=True)
class Aturan:
    """The row of rules in force on the date of the case."""

    desil_min: int
    desil_max: int
    dasar_hukum: str = ""


@dataclass(frozen=True)
class Periode:
    """A period in which new entries may be proposed; both days count."""

    mulai: dt.date
    selesai: dt.date

    def __contains__(self, hari: dt.date) -> bool:
        return self.mulai <= hari <= self.selesai


@dataclass(frozen=True)
class Temuan:
    """One finding. `sifat`: "ya" speaks for acceptance, "ragu" can be completed, "tidak" against, "catatan" neither."""

    kode: str
    sifat: str
    bukti: str = ""

    @property
    def kalimat(self) -> str:
        """The sentence of the code."""
        return SEMUA[self.kode].kalimat

    @property
    def langkah(self) -> str:
        """What to do next; empty for a finding in favour."""
        return SEMUA[self.kode].langkah

    @property
    def tempat(self) -> str:
        """Where to do it."""
        return SEMUA[self.kode].tempat


@dataclass(frozen=True)
class Putusan:
    """The recommendation and the findings it rests on."""

    saran: str
    temuan: list[Temuan] = field(default_factory=list)

    @classmethod
    def dari(cls, temuan: list[Temuan]) -> Putusan:
        """Anything against: refuse. Else anything to complete: complete. Else accept."""
        sifat = {t.sifat for t in temuan}
        return cls(TOLAK if "tidak" in sifat else LENGKAPI if "ragu" in sifat else TERIMA, temuan)

    @property
    def utama(self) -> Temuan | None:
        """The first finding that stands in the way."""
        return next((t for s in ("tidak", "ragu") for t in self.temuan if t.sifat == s), None)


def nilai_pengajuan_baru(
    warga: DataWarga,
    berkas: DataPengajuan | None,
    periode: Periode | None,
    hari: dt.date,
    *,
    dibuka_lagi: dt.date | None = None,
) -> Putusan:
    """Recommend on a new entry. `berkas` None: nothing was handed in yet, so papers are not judged.

    Source: Dinas Sosial Rembang 2022, table 1.2 (registered, or period closed, are refused).
    """
    temuan = []
    if periode is not None and hari in periode:
        temuan.append(Temuan("PERIODE_DIBUKA", "ya", f"sampai {periode.selesai:%d-%m-%Y}"))
    else:
        temuan.append(Temuan("PERIODE_BELUM_DIBUKA", "tidak", f"dibuka {dibuka_lagi:%d-%m-%Y}" if dibuka_lagi else ""))
    if warga.terdaftar:
        temuan.append(Temuan("SUDAH_TERDAFTAR", "tidak", _sumber(warga)))
    elif not warga.cocok:
        temuan.append(Temuan("DATA_TIDAK_COCOK", "ragu", "ada nama yang mirip"))
    else:
        temuan.append(Temuan("BELUM_TERDAFTAR", "ya", _sumber(warga)))
    return Putusan.dari(temuan + _berkas(berkas, warga))


def nilai_reaktivasi(warga: DataWarga, berkas: DataPengajuan | None, aturan: Aturan) -> Putusan:
    """Recommend on a re-activation. To be registered is its precondition; desil alone never decides.

    Source: Permensos 3/2026 (health facility's letter and the office's statement); Inpres 4/2025 (desil of DTSEN).
    """
    temuan = []
    if not warga.terdaftar:
        return Putusan.dari([Temuan("TIDAK_TERDAFTAR", "tidak", _sumber(warga))])
    temuan.append(Temuan("TERDAFTAR", "ya", _sumber(warga)))
    if not warga.cocok:
        temuan.append(Temuan("DATA_TIDAK_COCOK", "tidak"))
    if warga.dikecualikan:
        temuan.append(Temuan("DIKECUALIKAN", "tidak"))
    else:
        temuan.append(Temuan("TIDAK_DIKECUALIKAN", "ya"))
    if warga.desil is None:
        temuan.append(Temuan("DESIL_TIDAK_DIKETAHUI", "ragu"))
    elif aturan.desil_min <= warga.desil <= aturan.desil_max:
        temuan.append(
            Temuan("DESIL_SASARAN", "ya", f"desil {warga.desil} dari {aturan.desil_min} sampai {aturan.desil_max}")
        )
    else:
        temuan.append(
            Temuan(
                "DESIL_DI_LUAR_SASARAN",
                "tidak",
                f"desil {warga.desil}, sasaran {aturan.desil_min} sampai {aturan.desil_max}",
            )
        )
    return Putusan.dari(temuan + _berkas(berkas, warga))


def dengan_anggota(pemohon: Putusan, lain: Sequence[tuple[str, Putusan]]) -> Putusan:
    """The recommendation on a request that names more persons than its applicant.

    `lain`: name and recommendation of each further member, judged without papers. What stands in his way and not in the
    applicant's is one finding to be mended: he is taken off the request, or his data are put right. The letter names
    every member, so nobody comes on it unjudged.
    """
    umum = {t.kode for t in pemohon.temuan if t.sifat != "ya"}
    bukti = []
    for nama, putusan in lain:
        halangan = [t.kalimat.rstrip(".") for t in putusan.temuan if t.sifat != "ya" and t.kode not in umum]
        if halangan:
            bukti.append(f"{nama} ({'; '.join(h[0].lower() + h[1:] for h in halangan)})")
    if not bukti:
        return pemohon
    return Putusan.dari([*pemohon.temuan, Temuan("ANGGOTA_TERHALANG", "ragu", ", ".join(bukti))])


def _berkas(berkas: DataPengajuan | None, warga: DataWarga) -> list[Temuan]:
    if berkas is None:
        return []
    temuan = [Temuan("PENGANTAR_ADA", "ya") if berkas.pengantar else Temuan("PENGANTAR_BELUM_ADA", "ragu")]
    if berkas.wajib_id and warga.terdaftar:
        if berkas.id_pengantar:
            temuan.append(Temuan("ID_DTKS_ADA", "ya"))
        else:
            temuan.append(
                Temuan(
                    "ID_DTKS_TIDAK_DICANTUMKAN",
                    "ragu",
                    "ID ada di data terpadu" if warga.id_dtks else "ID tidak ada di data terpadu",
                )
            )
    if berkas.faskes_kurang:
        temuan.append(Temuan("SURAT_FASKES_BELUM_ADA", "ragu"))
    umur = [_umur(u) for u in berkas.umur]
    temuan += [t for t in umur if t is not None]
    terlalu_lama = any(t is not None and t.sifat == "ragu" for t in umur)
    if berkas.berkas_kurang:
        temuan.append(Temuan("BERKAS_BELUM_LENGKAP", "ragu", ", ".join(berkas.berkas_kurang)))
    elif berkas.pengantar and not berkas.faskes_kurang and not terlalu_lama:
        temuan.append(Temuan("BERKAS_LENGKAP", "ya"))
    return temuan


def _umur(u: UmurSurat) -> Temuan | None:
    """A letter beyond its limit is to be renewed; where the office set no limit that is said, not passed over."""
    if u.batas is None:
        return Temuan("UMUR_SURAT_BELUM_DIATUR", "catatan", f"{u.surat} berumur {u.hari} hari")
    if u.hari > u.batas:
        return Temuan("SURAT_TERLALU_LAMA", "ragu", f"{u.surat} berumur {u.hari} hari, paling lama {u.batas} hari")
    return None


def _sumber(warga: DataWarga) -> str:
    return f"{warga.sumber} {warga.periode}".strip()
