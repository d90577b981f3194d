"""Decisions of the kernel: plain data in, findings with stable codes out."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Collection
from dataclasses import dataclass

from inti.formats.nomor import angka_ascii

PERAN_LUAR = {"desa": "desa", "perusahaan": "perusahaan"}  # roles outside the office and the field that places them
PERAN_TAMBAHAN = {"konselor", "personalia", "arsiparis"}  # held beside another role, never alone
PERAN_TUNGGAL = {"desa", "perusahaan", "magang"}  # never together with another role
KONTRAS_TERKECIL = 4.5  # WCAG 2.2 AA for text
KATA_KANTOR = frozenset(
    [
        "admin",
        "administrator",
        "bismillah",
        "bpjs",
        "dinas",
        "dinassosial",
        "dinsos",
        "disnaker",
        "indonesia",
        "indonesiaraya",
        "jakarta",
        "kantor",
        "katasandi",
        "ketenagakerjaan",
        "loket",
        "merdeka",
        "pegawai",
        "pemerintah",
        "pimpinan",
        "rahasia",
        "sayang",
        "selamatdatang",
        "sosial",
        "staf",
        "tatausaha",
    ]
)
DERET = (
    "0123456789" * 3,
    string.ascii_lowercase * 2,
    "qwertyuiopasdfghjklzxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgb",
)
MIRIP_HURUF = str.maketrans("0134578@$!", "oieastbasi")


@dataclass(frozen=True)
class TemuanAkun:
    """What is wrong with an account: a stable code, the field to mend, and a sentence with its remedy."""

    kode: str
    bidang: str
    pesan: str


@dataclass(frozen=True)
class DataAkun:
    """An account as the rules see it."""

    peran: Collection[str]
    unit: bool = False
    desa: bool = False
    perusahaan: bool = False
    atasan: bool = False
    mulai: dt.date | None = None
    sampai: dt.date | None = None


def periksa_akun(akun: DataAkun) -> list[TemuanAkun]:
    """Judge roles and placement together: who is outside sees his own place only, an intern has an end and a guide."""
    temuan = []
    peran = set(akun.peran)
    if not peran:
        temuan.append(TemuanAkun("PERAN_KOSONG", "peran", "Pilih sedikitnya satu peran."))
    if len(peran) > 1 and (tunggal := sorted(peran & PERAN_TUNGGAL)):
        temuan.append(
            TemuanAkun("PERAN_TUNGGAL", "peran", f"Peran {tunggal[0]} tidak dapat digabung dengan peran lain.")
        )
    if peran and peran <= PERAN_TAMBAHAN:
        temuan.append(TemuanAkun("PERAN_TAMBAHAN", "peran", f"Peran {min(peran)} diberikan di samping peran lain."))
    ada = {"unit": akun.unit, "desa": akun.desa, "perusahaan": akun.perusahaan}
    perlu = {PERAN_LUAR.get(p, "unit") for p in peran}
    sebutan = {"unit": "Unit kerja", "desa": "Desa", "perusahaan": "Perusahaan"}
    for bidang in sorted(perlu):
        if not ada[bidang]:
            temuan.append(TemuanAkun("PENEMPATAN_KURANG", bidang, f"{sebutan[bidang]} wajib diisi untuk peran ini."))
    for bidang in ("unit", "desa", "perusahaan"):
        if peran and ada[bidang] and bidang not in perlu:
            temuan.append(TemuanAkun("PENEMPATAN_LEBIH", bidang, f"{sebutan[bidang]} dikosongkan untuk peran ini."))
    if "magang" in peran:
        if akun.mulai is None:
            temuan.append(TemuanAkun("MASA_MAGANG", "berlaku_mulai", "Magang memerlukan tanggal mulai."))
        if akun.sampai is None:
            temuan.append(TemuanAkun("MASA_MAGANG", "berlaku_sampai", "Magang memerlukan tanggal berakhir."))
        if not akun.atasan:
            temuan.append(TemuanAkun("PEMBIMBING_MAGANG", "atasan", "Magang memerlukan pembimbing."))
    return temuan


def rasio_kontras(satu: str, dua: str) -> float:
    """Contrast of two colours "#rrggbb" after WCAG 2.2: 1 (the same) to 21 (black on white)."""
    terang, gelap = sorted((_terang(satu), _terang(dua)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def _terang(warna: str) -> float:
    saluran = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    merah, hijau, biru = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in saluran)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def sandi_lazim(sandi: str, lazim: Collection[str]) -> bool:
    """Whether a password is one that guessers try first, long as it may be. Source: OWASP ASVS 5.0, 6.2.4 and 6.2.11.

    `lazim` holds common passwords in lower case. Refused are those and the office's own words with digits or signs
    around them or look-alike letters in them, one unit over and over, runs of the keyboard, and digits alone.
    """
    kecil = sandi.casefold().replace(" ", "")
    if kecil in lazim or angka_ascii(kecil) or len(set(kecil)) < 5:
        return True
    if any(kecil in deret or kecil[::-1] in deret for deret in DERET):
        return True
    awal = (kecil + kecil).find(kecil, 1)  # length of the unit that makes up the whole
    satuan = kecil[:awal] if awal < len(kecil) else kecil
    pangkal = satuan.strip(string.digits + string.punctuation)
    calon = {satuan, pangkal, pangkal.translate(MIRIP_HURUF)}
    return (satuan != kecil and len(satuan) <= 8) or any(c in lazim or c in KATA_KANTOR for c in calon)
