"""A plausible career for one invented person: appointment, promotions, KGB, posts, education, trainings."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from kepegawaian.models import (
    PANGKAT_URUT,
    DiklatPegawai,
    GajiBerkala,
    JabatanPegawai,
    Jenis,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    PenghargaanPegawai,
    StatusPegawai,
)
from kepegawaian.rules import karier as aturan
from kepegawaian.rules.karier import tambah_bulan
from kepegawaian.rules.nilai import Nilai

PANGKAT = list(PANGKAT_URUT)
AWAL = {"SLTP": "I/c", "SLTA": "II/a", "D3": "II/c", "S1": "III/a", "S2": "III/a"}
GOLONGAN = {"SLTA": "V", "D3": "VII", "S1": "IX"}
LULUS = {"SLTP": 15, "SLTA": 18, "D3": 21, "S1": 22, "S2": 27}
SEKOLAH = {
    "SLTP": ("", "SMP Negeri 2 Wanasari"),
    "SLTA": ("IPS", "SMA Negeri 1 Wanasari"),
    "D3": ("Administrasi Perkantoran", "Politeknik Nusa Tengah"),
    "S1": ("Kesejahteraan Sosial", "Universitas Nusa Tengah"),
    "S2": ("Administrasi Publik", "Universitas Nusa Tengah"),
}


@dataclass
class CalonPegawai:
    """A person before he is stored: fields of his identity and his facts."""

    orang: Pegawai
    fakta: list[Any] = field(default_factory=list)


def karier_pns(
    acak: random.Random, c: CalonPegawai, *, mulai: dt.date, didik: str, jabatan: dict[str, Any], hari: dt.date, nilai: Nilai,
    puncak: str = "",
) -> None:  # fmt: skip
    """CPNS, PNS a year later, a rank every four years up to `puncak` (or what education allows), KGB by the rule."""
    p = c.orang
    c.fakta += [
        StatusPegawai(pegawai=p, tmt=mulai, jenis=Jenis.CPNS, sk_nomor=_sk(acak, mulai)),
        StatusPegawai(pegawai=p, tmt=tambah_bulan(mulai, 12), jenis=Jenis.PNS, sk_nomor=_sk(acak, mulai)),
    ]
    awal = AWAL[didik]
    batas = puncak or nilai.teks(f"pangkat.puncak.{didik}", hari)
    bulan0 = 36 if awal == "II/c" else 0
    tmt, kode, mk = mulai, awal, bulan0
    pangkat = [aturan.Kepangkatan(mulai, kode, "", mk, "pengangkatan")]
    while PANGKAT_URUT[kode] < PANGKAT_URUT[batas]:
        calon = aturan.periode_naik(tambah_bulan(tmt, 48 + 6 * acak.randrange(0, 2)), nilai)
        if calon is None or calon > hari:
            break
        mk += (calon.year - tmt.year) * 12 + calon.month - tmt.month
        baru = PANGKAT[PANGKAT_URUT[kode] + 1]
        mk -= 60 if kode.startswith("II/") and baru.startswith("III/") else 0
        tmt, kode = calon, baru
        pangkat.append(aturan.Kepangkatan(tmt, kode, "", mk))
    c.fakta += [_pangkat(acak, p, k) for k in pangkat]
    c.fakta += _kgb(acak, p, pangkat, hari, nilai)
    _jabatan(acak, c, mulai, jabatan, hari)


def _pangkat(acak: random.Random, p: Pegawai, k: aturan.Kepangkatan) -> PangkatPegawai:
    return PangkatPegawai(
        pegawai=p, tmt=k.tmt, pangkat=k.pangkat, golongan=k.golongan, mk_tahun=k.bulan // 12, mk_bulan=k.bulan % 12,
        cara=k.cara, sk_nomor=_sk(acak, k.tmt), sk_tanggal=k.tmt - dt.timedelta(days=20), sk_pejabat="Bupati Wanasari",
    )  # fmt: skip


def _kgb(
    acak: random.Random, p: Pegawai, pangkat: list[aturan.Kepangkatan], hari: dt.date, nilai: Nilai
) -> list[GajiBerkala]:
    """Every KGB up to now by the rule itself; now and then the last one is late, as in life."""
    hasil: list[aturan.Kgb] = []
    kini = pangkat[0].tmt
    for _ in range(30):
        karier = aturan.Karier(pangkat=[k for k in pangkat if k.tmt <= kini], kgb=hasil)
        jatuh = aturan.kgb_berikut(karier, kini, nilai)
        berikut = min((k.tmt for k in pangkat if k.tmt > kini), default=None)
        if jatuh is None or (berikut is not None and berikut <= jatuh.tanggal):
            if berikut is None:
                break
            kini = berikut
            continue
        if jatuh.tanggal > hari or ((hari - jatuh.tanggal).days < 60 and acak.random() < 0.4):
            break
        mulai = aturan.awal_masa_kerja(karier, kini)
        assert mulai is not None
        bulan = (jatuh.tanggal.year - mulai.year) * 12 + jatuh.tanggal.month - mulai.month
        hasil.append(aturan.Kgb(jatuh.tanggal, bulan))
        kini = jatuh.tanggal
    return [
        GajiBerkala(
            pegawai=p, tmt=k.tmt, mk_tahun=k.bulan // 12, mk_bulan=k.bulan % 12,
            gaji_pokok=2_100_000 + k.bulan * 7_400, sk_nomor=_sk(acak, k.tmt),
        )
        for k in hasil
    ]  # fmt: skip


def _jabatan(acak: random.Random, c: CalonPegawai, mulai: dt.date, isi: dict[str, Any], hari: dt.date) -> None:
    """An earlier post of the lowest kind, and the present one since some years."""
    lama = (hari - mulai).days
    if lama > 1500 and isi["jenis"] != "pelaksana":
        tmt = max(hari - dt.timedelta(days=acak.randrange(400, 1400)), tambah_bulan(mulai, 24)).replace(day=1)
        sebelum = {
            **isi,
            "nama": "Pengolah Data dan Informasi",
            "jenis": "pelaksana",
            "eselon": "",
            "jenjang": "",
            "memimpin": False,
        }
        c.fakta.append(JabatanPegawai(pegawai=c.orang, tmt=mulai, sk_nomor=_sk(acak, mulai), **sebelum))
    else:
        tmt = mulai
    c.fakta.append(
        JabatanPegawai(pegawai=c.orang, tmt=tmt, sk_nomor=_sk(acak, tmt), sk_pejabat="Bupati Wanasari", **isi)
    )


def karier_kontrak(
    acak: random.Random, c: CalonPegawai, *, jenis: str, mulai: dt.date, didik: str, jabatan: dict[str, Any], hari: dt.date,
    dahulu_tks: bool = False,
) -> None:  # fmt: skip
    """PPPK for five years, PPPK Paruh Waktu and Non-PNS year by year; some were TKS before."""
    p = c.orang
    if dahulu_tks:
        sejak = dt.date(mulai.year - 6, 1, 2)
        c.fakta.append(
            StatusPegawai(
                pegawai=p,
                tmt=sejak,
                jenis=Jenis.NON_PNS,
                sampai=mulai - dt.timedelta(days=1),
                sk_nomor=_sk(acak, sejak),
            )
        )
        c.fakta.append(JabatanPegawai(pegawai=p, tmt=sejak, sk_nomor=_sk(acak, sejak), **jabatan))
    tmt, lama = mulai, 60 if jenis == Jenis.PPPK else 12
    while True:
        sampai = tambah_bulan(tmt, lama) - dt.timedelta(days=1)
        c.fakta.append(StatusPegawai(pegawai=p, tmt=tmt, jenis=jenis, sampai=sampai, sk_nomor=_sk(acak, tmt)))
        if sampai >= hari:
            break
        tmt = sampai + dt.timedelta(days=1)
    if jenis == Jenis.PPPK:
        k = aturan.Kepangkatan(mulai, "", GOLONGAN[didik], 0, "pengangkatan")
        c.fakta.append(_pangkat(acak, p, k))
        batas = tambah_bulan(mulai, 24)
        if batas <= hari:
            c.fakta.append(
                GajiBerkala(pegawai=p, tmt=batas, mk_tahun=2, gaji_pokok=3_300_000, sk_nomor=_sk(acak, batas))
            )
    if not dahulu_tks:
        c.fakta.append(JabatanPegawai(pegawai=p, tmt=mulai, sk_nomor=_sk(acak, mulai), **jabatan))


def pendidikan(acak: random.Random, c: CalonPegawai, lahir: dt.date, didik: str) -> None:
    """The last diploma, and the school before it."""
    for tingkat in ["SLTA", *([didik] if didik not in {"SLTA", "SLTP"} else [])] if didik != "SLTP" else ["SLTP"]:
        jurusan, sekolah = SEKOLAH[tingkat]
        tmt = dt.date(lahir.year + LULUS[tingkat], 6, 20)
        c.fakta.append(PendidikanPegawai(pegawai=c.orang, tmt=tmt, tingkat=tingkat, jurusan=jurusan, sekolah=sekolah))


def pelatihan(acak: random.Random, c: CalonPegawai, mulai: dt.date, eselon: str, pns: bool) -> None:
    """Basic training of CPNS, leadership training of who leads, now and then an award."""
    M = DiklatPegawai.Macam
    if pns:
        c.fakta.append(
            DiklatPegawai(
                pegawai=c.orang, tmt=tambah_bulan(mulai, 6), macam=M.LATSAR, nama="Pelatihan Dasar CPNS", jam=511
            )
        )
    macam = {"II": M.PKN2, "III": M.PKA, "IV": M.PKP}.get(eselon.split(".")[0])
    if macam:
        c.fakta.append(
            DiklatPegawai(
                pegawai=c.orang, tmt=dt.date(min(mulai.year + 14, 2025), 3, 4), macam=macam,
                nama=f"Pelatihan {M(macam).label}", penyelenggara="BPSDM Provinsi Nusa Tengah", jam=900,
            )
        )  # fmt: skip
    elif acak.random() < 0.4:
        c.fakta.append(
            DiklatPegawai(
                pegawai=c.orang, tmt=dt.date(2024, 5, 6), macam=M.TEKNIS, nama="Manajemen data kesejahteraan sosial",
                penyelenggara="BBPPKS", jam=40,
            )
        )  # fmt: skip
    if pns and mulai.year <= 2016:
        tahun = 10 if mulai.year > 2006 else 20
        c.fakta.append(
            PenghargaanPegawai(
                pegawai=c.orang, tmt=dt.date(mulai.year + tahun, 8, 17), nama=f"Satyalancana Karya Satya {'X' * (tahun // 10)}",
                pemberi="Presiden Republik Indonesia",
            )
        )  # fmt: skip


def _sk(acak: random.Random, hari: dt.date) -> str:
    return f"800.1.{acak.randrange(1, 12)}/{acak.randrange(10, 990):03d}/{hari.year}"
