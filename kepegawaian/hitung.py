"""What `hitung kepegawaian` answers: the rules of careers and leave on plain input, with the rows that the app ships."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from inti.formats.tanggal import hari_iso
from inti.galat import AturanDilanggar
from inti.hitung.dasar import libur_nasional
from inti.hitung.jawaban import Jawaban, Masukan, baris_aturan, hari, perlu
from kepegawaian.rules import cuti as cuti_rules
from kepegawaian.rules.karier import Jabatan, Jatuh, Karier, Kepangkatan, Kgb, kgb_berikut, naik_berikut
from kepegawaian.rules.karier import pensiun as pensiun_rules
from kepegawaian.rules.nilai import BarisNilai, Nilai
from kepegawaian.rules.saldo_cuti import AturanTahunan, CatatanTahun, hitung_saldo
from kepegawaian.services.aturan_awal import baris_awal
from kepegawaian.services.aturan_cuti import BAKU

_NILAI = "kepegawaian.AturanKepegawaian"


class _Dicatat(Nilai):
    """Rule values that remember which rows were asked."""

    def __init__(self) -> None:
        super().__init__(_baris_nilai())
        self.dipakai: dict[tuple[str, dt.date], dict[str, Any]] = {}

    def baris(self, kode: str, hari: dt.date) -> BarisNilai | None:
        """The row in force; noted."""
        b = super().baris(kode, hari)
        if b is not None:
            self.dipakai[(kode, b.mulai)] = baris_aturan(_NILAI, kode, b.nilai, b.mulai, b.sampai, b.dasar)
        return b

    def jawab(self, jatuh: Jatuh | None) -> Jawaban:
        """A date that falls due, or none."""
        hasil = {"tanggal": jatuh.tanggal if jatuh else None, "sebab": jatuh.sebab if jatuh else ""}
        return Jawaban(hasil, list(self.dipakai.values()))


@lru_cache
def _baris_nilai() -> tuple[BarisNilai, ...]:
    semua = baris_awal()
    return tuple(BarisNilai(b.kode, b.nilai, b.berlaku_mulai, b.berlaku_sampai, b.dasar_hukum) for b in semua)


def _jabatan(masukan: Masukan) -> Jabatan:
    return Jabatan(
        dt.date.min, "", masukan["jabatan"], 0, jenjang=masukan.get("jenjang", ""), eselon=masukan.get("eselon", "")
    )


def _pangkat(masukan: Masukan) -> Kepangkatan:
    return Kepangkatan(
        hari(masukan, "tmt"),
        pangkat=masukan.get("pangkat", ""),
        golongan=masukan.get("golongan", ""),
        bulan=int(masukan.get("masa_kerja_bulan", 0)),
    )


def pensiun(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`lahir`, `jabatan` (jpt, administrator, pengawas, pelaksana, fungsional), `jenjang` -> `tanggal`, null without a rule."""
    nilai = _Dicatat()
    return nilai.jawab(pensiun_rules(hari(masukan, "lahir"), _jabatan(masukan), perlu(tanggal), nilai))


def kgb(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`pangkat` or `golongan` (PPPK), `tmt`, `masa_kerja_bulan` on that day, `kgb` (lists of [tmt, months]) -> `tanggal`."""
    nilai = _Dicatat()
    sudah = [Kgb(hari_iso(tmt), bulan) for tmt, bulan in masukan.get("kgb", ())]
    return nilai.jawab(kgb_berikut(Karier(pangkat=[_pangkat(masukan)], kgb=sudah), perlu(tanggal), nilai))


def kenaikan_pangkat(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`pangkat`, `tmt`, `jabatan`, `eselon`, `pendidikan` -> `tanggal` of the next regular or structural promotion."""
    nilai = _Dicatat()
    didik = masukan.get("pendidikan", "")
    return nilai.jawab(naik_berikut(_pangkat(masukan), _jabatan(masukan), didik, perlu(tanggal), nilai))


def _aturan_cuti(masukan: Masukan, pada: dt.date) -> tuple[cuti_rules.AturanHak, dict[str, Any]]:
    """The shipped row of `jenis` and `kelompok` in force. Raises AturanDilanggar(JENIS_TIDAK_BERHAK)."""
    for jenis, kelompok, (mulai, dasar), isi in BAKU:
        if (jenis.value, kelompok) == (masukan["jenis"], masukan["kelompok"]) and mulai <= pada:
            baris = baris_aturan("kepegawaian.AturanCuti", f"{jenis.value} {kelompok}", dict(isi), mulai, None, dasar)
            return cuti_rules.AturanHak(**isi), baris
    raise AturanDilanggar("JENIS_TIDAK_BERHAK", "Tidak ada aturan cuti ini bagi kelompok pegawai itu pada hari itu.")


def _hitungan(masukan: Masukan, satuan: str) -> cuti_rules.Hitungan:
    mulai, sampai = hari(masukan, "mulai"), hari(masukan, "sampai")
    return cuti_rules.hitung(mulai, sampai, satuan, libur_nasional(mulai, sampai))


def cuti_hari(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`jenis`, `kelompok` (PNS, CPNS, PPPK), `mulai`, `sampai` -> `hari` that count, `per_tahun`, `satuan`."""
    aturan, baris = _aturan_cuti(masukan, hari(masukan, "mulai"))
    hitungan = _hitungan(masukan, aturan.satuan)
    hasil = {"hari": hitungan.hari, "per_tahun": hitungan.per_tahun, "satuan": str(aturan.satuan)}
    return Jawaban(hasil, [baris])


def cuti_nilai(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """As `cuti_hari` with `masa_kerja` (months), `surat`, `kelahiran_ke`, `besar_terakhir`, `tahunan_terpakai`; asked on
    `tanggal` -> `kode` of what refuses, `kabar` of what its writer should know. Quotas are the business of `cuti_saldo`."""
    aturan, baris = _aturan_cuti(masukan, hari(masukan, "mulai"))
    lain = {n: masukan[n] for n in ("masa_kerja", "surat", "kelahiran_ke", "tahunan_terpakai") if n in masukan}
    pengajuan = cuti_rules.PermintaanCuti(
        masukan["jenis"],
        hari(masukan, "mulai"),
        hari(masukan, "sampai"),
        perlu(tanggal),
        besar_terakhir=hari(masukan, "besar_terakhir") if "besar_terakhir" in masukan else None,
        **lain,
    )
    temuan = cuti_rules.nilai(pengajuan, aturan, "Cuti ini", _hitungan(masukan, aturan.satuan))
    hasil = {
        s: sorted(t.kode for t in temuan if t.sifat == sifat) for s, sifat in (("kode", "tolak"), ("kabar", "kabar"))
    }
    return Jawaban(hasil, [baris])


def cuti_saldo(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`kelompok`, `awal`, `sampai` (years), `buku` (year -> terpakai, menunggu, ditangguhkan, besar, awal) -> by year
    `hak`, `n1`, `n2`, `terpakai`, `menunggu`, `sisa`, in working days."""
    awal, sampai = int(masukan["awal"]), int(masukan["sampai"])
    aturan, baris = _aturan_cuti({**masukan, "jenis": cuti_rules.TAHUNAN}, dt.date(sampai, 12, 31))
    tahunan = AturanTahunan(aturan.hak, aturan.simpan, aturan.simpan_tertunda)
    buku = {
        int(tahun): CatatanTahun(**isi | ({"awal": tuple(isi["awal"])} if "awal" in isi else {}))
        for tahun, isi in masukan.get("buku", {}).items()
    }
    saldo = hitung_saldo(awal, sampai, buku, lambda _: tahunan)
    nama = ("hak", "n1", "n2", "terpakai", "menunggu", "sisa")
    return Jawaban({str(t): {n: getattr(s, n) for n in nama} for t, s in saldo.items()}, [baris])
