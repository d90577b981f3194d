"""Leave: who is entitled to what, which days count, and what speaks against an application. Plain data in, findings out.

Sources: PP 11/2017 (as amended by PP 17/2020), PerBKN 24/2017 as amended by PerBKN 7/2021; for PPPK PP 49/2018. The
figures themselves are rows of AturanCuti; here is only how they are applied.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from inti.formats import jenis_nip, tanggal_panjang
from inti.formats.nomor import angka_ascii
from inti.rules.kalender import AKHIR_PEKAN, HariHitung, bulan_penuh, rinci_hari, tambah_bulan
from kepegawaian.rules.saldo_cuti import Saldo

TAHUNAN, BESAR, SAKIT, MELAHIRKAN, PENTING, CLTN = "tahunan", "besar", "sakit", "melahirkan", "penting", "cltn"
BOLEH_SURUT = frozenset({SAKIT, MELAHIRKAN, PENTING})  # illness doesn't wait for a form
KELOMPOK = {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK", "PPPK_PW": "PPPK"}


@dataclass(frozen=True)
class AturanHak:
    """The row in force: how much (`hak` of `satuan`: hari_kerja, hari_kalender, bulan; 0: as long as needed)."""

    hak: int
    satuan: str
    masa_kerja: int = 0  # months of service
    simpan: int = 0  # annual leave with what was kept from last year, at most
    simpan_tertunda: int = 0  # the same when two years were not used, or it was put off
    surat_mulai: int = 0  # a doctor's letter from this day of absence on; 0: none
    surat_pemerintah_mulai: int = 0  # a government doctor's from this one on
    kelahiran: int = 0  # up to which child
    jeda: int = 0  # months from the last one


@dataclass(frozen=True)
class TemuanCuti:
    """What speaks against an application (`sifat` tolak), or what its writer should know (kabar)."""

    kode: str
    kalimat: str
    langkah: str = ""
    sifat: str = "tolak"


@dataclass(frozen=True)
class Hitungan:
    """The days of an application one by one, and how many of them count in which year."""

    rinci: tuple[HariHitung, ...]
    per_tahun: Mapping[int, int]

    @property
    def hari(self) -> int:
        """Days that count."""
        return sum(self.per_tahun.values())

    @property
    def tidak_dihitung(self) -> list[tuple[str, list[dt.date]]]:
        """Reasons with the days that don't count, each reason once, in the order of the calendar."""
        hasil: dict[str, list[dt.date]] = {}
        for h in self.rinci:
            if not h.dihitung:
                hasil.setdefault(h.sebab, []).append(h.tanggal)
        return list(hasil.items())


@dataclass(frozen=True)
class PermintaanCuti:
    """An application as the rules see it. `saldo`: balances of the years it touches (and later ones), with its own days."""

    jenis: str
    mulai: dt.date
    sampai: dt.date
    hari_ini: dt.date
    masa_kerja: int | None = None  # months at `mulai`; None: unknown
    saldo: Mapping[int, Saldo] = field(default_factory=dict)
    surat: str = ""  # "", dokter, pemerintah
    kelahiran_ke: int | None = None
    besar_terakhir: dt.date | None = None
    tahunan_terpakai: int = 0  # annual leave used in the year of `mulai`, for big leave
    bertindih: Sequence[str] = ()


def hitung(mulai: dt.date, sampai: dt.date, satuan: str, libur: Mapping[dt.date, str]) -> Hitungan:
    """Count the days of a leave by year. With `hari_kerja` weekends and holidays don't count, otherwise every day does."""
    if satuan == "hari_kerja":
        rinci = rinci_hari(mulai, sampai, libur, AKHIR_PEKAN)
    else:
        rinci = rinci_hari(mulai, sampai, {}, ())
    return Hitungan(tuple(rinci), dict(Counter(h.tanggal.year for h in rinci if h.dihitung)))


def mulai_kerja(jenis: str, nip: str) -> dt.date | None:
    """First day of service as the number of staff tells it: a PNS's month, a PPPK's year (then its last month).

    None when there is no number to read it from.
    """
    if len(nip) != 18 or not angka_ascii(nip) or KELOMPOK.get(jenis) is None:
        return None
    tahun = int(nip[8:12])
    if not 1950 <= tahun <= 2100:
        return None
    return dt.date(tahun, int(nip[12:14]) if jenis_nip(nip) == "PNS" else 12, 1)


def masa_kerja(mulai: dt.date | None, pada: dt.date) -> int | None:
    """Whole months of service on a day; None when its beginning is unknown."""
    return None if mulai is None else bulan_penuh(mulai, pada)


def batas_akhir(p: PermintaanCuti, aturan: AturanHak) -> dt.date | None:
    """Last day that the length allows; None when the kind has no limit but its quota."""
    if aturan.hak == 0 or p.jenis == TAHUNAN:
        return None
    if aturan.satuan == "bulan":
        akhir = tambah_bulan(p.mulai, aturan.hak) - dt.timedelta(days=1)
        return akhir - dt.timedelta(days=p.tahunan_terpakai) if p.jenis == BESAR else akhir
    return p.mulai + dt.timedelta(days=aturan.hak - 1)


def nilai(p: PermintaanCuti, aturan: AturanHak | None, sebutan: str, hitungan: Hitungan | None) -> list[TemuanCuti]:
    """All that speaks against an application, and what should be known. `sebutan` names the kind in a sentence."""
    if p.sampai < p.mulai:
        return [TemuanCuti("TANGGAL_TERBALIK", "Tanggal selesai sebelum tanggal mulai.", "Perbaiki tanggalnya.")]
    if aturan is None or hitungan is None:
        return [
            TemuanCuti(
                "JENIS_TIDAK_BERHAK",
                f"{sebutan} tidak tersedia bagi jenis kepegawaian Anda.",
                "Pilih jenis cuti lain atau tanyakan kepada pengelola kepegawaian.",
            )
        ]
    hasil = [*_tanggal(p, hitungan), *_masa(p, aturan, sebutan), *_panjang(p, aturan, sebutan)]
    if p.jenis == TAHUNAN:
        hasil += _kuota(p, hitungan)
    if p.jenis == SAKIT:
        hasil += _surat(p, aturan)
    if p.jenis == MELAHIRKAN:
        hasil += _kelahiran(p, aturan)
    if p.jenis == BESAR:
        hasil += _besar(p, aturan)
    return hasil


def _tanggal(p: PermintaanCuti, hitungan: Hitungan) -> list[TemuanCuti]:
    hasil = []
    if p.jenis not in BOLEH_SURUT and p.mulai < p.hari_ini:
        hasil.append(TemuanCuti("TANGGAL_LEWAT", "Tanggal mulai sudah lewat.", "Pilih hari ini atau sesudahnya."))
    if hitungan.hari == 0:
        hasil.append(
            TemuanCuti(
                "TANPA_HARI_KERJA",
                "Tidak ada hari kerja pada tanggal itu; semuanya hari libur.",
                "Anda tidak perlu mengajukan cuti untuk hari-hari itu.",
            )
        )
    hasil += [
        TemuanCuti("BERTINDIH", f"Bertindih dengan {lain}.", "Ubah tanggalnya atau batalkan yang itu lebih dahulu.")
        for lain in p.bertindih
    ]
    if p.sampai.year > p.mulai.year:
        bagian = ", ".join(f"{n} hari pada {tahun}" for tahun, n in sorted(hitungan.per_tahun.items()))
        kalimat = f"Cuti ini melintasi tahun: {bagian}." if bagian else "Cuti ini melintasi tahun."
        langkah = "Masing-masing mengurangi hak tahunnya sendiri." if p.jenis == TAHUNAN else ""
        hasil.append(TemuanCuti("LINTAS_TAHUN", kalimat, langkah, "kabar"))
    return hasil


def _masa(p: PermintaanCuti, aturan: AturanHak, sebutan: str) -> list[TemuanCuti]:
    if not aturan.masa_kerja:
        return []
    if p.masa_kerja is None:
        kalimat = "Masa kerja belum tercatat, jadi belum dapat diperiksa."
        return [TemuanCuti("MASA_KERJA_BELUM_TERCATAT", kalimat, "Atasan memeriksanya dari berkas.", "kabar")]
    if p.masa_kerja >= aturan.masa_kerja:
        return []
    perlu = f"{aturan.masa_kerja // 12} tahun" if aturan.masa_kerja % 12 == 0 else f"{aturan.masa_kerja} bulan"
    return [
        TemuanCuti(
            "MASA_KERJA_KURANG",
            f"{sebutan} memerlukan masa kerja {perlu}; pada tanggal mulai baru {p.masa_kerja} bulan.",
            "Pilih tanggal sesudahnya atau jenis cuti lain.",
        )
    ]


def _panjang(p: PermintaanCuti, aturan: AturanHak, sebutan: str) -> list[TemuanCuti]:
    akhir = batas_akhir(p, aturan)
    if akhir is None or p.sampai <= akhir:
        return []
    lama = f"{aturan.hak} {'bulan' if aturan.satuan == 'bulan' else 'hari'}"
    if p.jenis == BESAR and p.tahunan_terpakai:
        lama += f" dikurangi {p.tahunan_terpakai} hari cuti tahunan yang sudah dipakai"
    if akhir < p.mulai:
        return [TemuanCuti("TERLALU_LAMA", f"{sebutan} paling lama {lama}.", "Pilih jenis cuti lain.")]
    return [
        TemuanCuti(
            "TERLALU_LAMA",
            f"{sebutan} paling lama {lama}.",
            f"Selesaikan paling lambat {tanggal_panjang(akhir)}.",
        )
    ]


def _kuota(p: PermintaanCuti, hitungan: Hitungan) -> list[TemuanCuti]:
    """One finding for each year whose balance would go below nothing, with what is left of it."""
    hasil = []
    for tahun, saldo in sorted(p.saldo.items()):
        if saldo.lebih == 0:
            continue
        n = hitungan.per_tahun.get(tahun, 0)
        if n == 0:  # a later year lives on what this one would leave it
            kalimat = f"Cuti {tahun} yang sudah diajukan memakai sisa tahun sebelumnya; kurang {saldo.lebih} hari."
            hasil.append(TemuanCuti("KUOTA_TAHUN_BERIKUT", kalimat, "Kurangi harinya atau batalkan cuti tahun itu."))
            continue
        ada = max(n - saldo.lebih, 0)
        langkah = f"Kurangi menjadi {ada} hari kerja." if ada else "Pilih tahun atau jenis cuti lain."
        kalimat = f"Sisa cuti tahunan {tahun} {ada} hari; yang diajukan {n} hari kerja."
        hasil.append(TemuanCuti("KUOTA_LEWAT", kalimat, langkah))
    return hasil


def _surat(p: PermintaanCuti, aturan: AturanHak) -> list[TemuanCuti]:
    hari = (p.sampai - p.mulai).days + 1
    batas = aturan.surat_pemerintah_mulai
    if batas and hari >= batas and p.surat != "pemerintah":
        return [
            TemuanCuti(
                "SURAT_DOKTER_PEMERINTAH",
                f"Sakit {hari} hari memerlukan surat keterangan dokter pemerintah.",
                "Lampirkan suratnya dan pilih dokter pemerintah.",
            )
        ]
    if aturan.surat_mulai and hari >= aturan.surat_mulai and not p.surat:
        return [TemuanCuti("SURAT_DOKTER", f"Sakit {hari} hari memerlukan surat dokter.", "Lampirkan suratnya.")]
    return []


def _kelahiran(p: PermintaanCuti, aturan: AturanHak) -> list[TemuanCuti]:
    if p.kelahiran_ke is None:
        return [TemuanCuti("KELAHIRAN_KOSONG", "Kelahiran anak ke berapa belum diisi.", "Isi anak ke berapa.")]
    if aturan.kelahiran and p.kelahiran_ke > aturan.kelahiran:
        return [
            TemuanCuti(
                "KELAHIRAN_LEWAT",
                f"Cuti melahirkan untuk anak ke-1 sampai ke-{aturan.kelahiran}.",
                "Untuk kelahiran berikutnya ajukan cuti besar.",
            )
        ]
    return []


def _besar(p: PermintaanCuti, aturan: AturanHak) -> list[TemuanCuti]:
    hasil = []
    if p.besar_terakhir is not None and aturan.jeda:
        boleh = tambah_bulan(p.besar_terakhir, aturan.jeda)
        if p.mulai < boleh:
            kalimat = f"Cuti besar terakhir berakhir {tanggal_panjang(p.besar_terakhir)}."
            hasil.append(
                TemuanCuti("BESAR_TERLALU_DEKAT", kalimat, f"Dapat diambil lagi mulai {tanggal_panjang(boleh)}.")
            )
    hasil.append(
        TemuanCuti(
            "BESAR_MENGHAPUS_TAHUNAN",
            f"Hak cuti tahunan {p.mulai.year} yang belum dipakai hapus bila cuti besar diberikan.",
            "",
            "kabar",
        )
    )
    return hasil
