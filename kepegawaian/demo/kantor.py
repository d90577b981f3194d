"""Units and posts of the demonstration office: a Dinas with Sekretariat, four Bidang, sections, UPTD, functional group."""

from __future__ import annotations

from dataclasses import dataclass

from inti.models import UnitKerja

UNIT = (
    ("keuangan", "Subbagian Keuangan", "sekretariat"),
    ("program", "Subbagian Program dan Pelaporan", "sekretariat"),
    ("jaminan", "Seksi Jaminan Sosial Keluarga", "linjamsos"),
    ("bencana", "Seksi Perlindungan Sosial Korban Bencana", "linjamsos"),
    ("datasos", "Seksi Pengelolaan Data Kesejahteraan Sosial", "linjamsos"),
    ("anak", "Seksi Rehabilitasi Sosial Anak dan Lanjut Usia", "rehsos"),
    ("disabilitas", "Seksi Rehabilitasi Sosial Penyandang Disabilitas", "rehsos"),
    ("dayasos", "Bidang Pemberdayaan Sosial", "dinsos"),
    ("kelembagaan", "Seksi Kelembagaan Sosial", "dayasos"),
    ("potensi", "Seksi Potensi dan Sumber Kesejahteraan Sosial", "dayasos"),
    ("fakirmiskin", "Bidang Penanganan Fakir Miskin", "dinsos"),
    ("perkotaan", "Seksi Penanganan Fakir Miskin Perkotaan", "fakirmiskin"),
    ("perdesaan", "Seksi Penanganan Fakir Miskin Perdesaan", "fakirmiskin"),
    ("fungsional", "Kelompok Jabatan Fungsional", "dinsos"),
    ("uptd-rumah", "UPTD Rumah Perlindungan Sosial", "dinsos"),
)
SEKSI = ("jaminan", "bencana", "datasos", "anak", "disabilitas", "kelembagaan", "potensi", "perkotaan", "perdesaan")


@dataclass(frozen=True)
class Pos:
    """A post of the plan: how many are needed and how many the demonstration fills with which kind of staff."""

    unit: str
    nama: str
    jenis: str
    eselon: str = ""
    jenjang: str = ""
    kelas: int = 5
    kebutuhan: int = 1
    memimpin: bool = False
    isi: str = "PNS"  # kinds of staff that fill it, separated by spaces
    didik: str = "S1"


def _kepala(unit: str, nama: str, eselon: str, kelas: int, didik: str = "S1") -> Pos:
    jenis = {"II": "jpt", "III": "administrator", "IV": "pengawas"}[eselon.split(".")[0]]
    return Pos(unit, nama, jenis, eselon, "", kelas, 1, True, "PNS", didik)


def _seksi(unit: str, nama: str) -> tuple[Pos, ...]:
    return (
        _kepala(unit, f"Kepala {nama}", "IV.a", 9),
        Pos(unit, "Penelaah Teknis Kebijakan", "pelaksana", "", "", 7, 2, False, "PNS", "S1"),
        Pos(unit, "Pengolah Data dan Informasi", "pelaksana", "", "", 6, 2, False, "PNS PPPK", "D3"),
        Pos(unit, "Pengadministrasi Perkantoran", "pelaksana", "", "", 5, 2, False, "NON_PNS PPPK_PW", "SLTA"),
    )


NAMA = {k: n for k, n, _ in UNIT} | {"umpeg": "Subbagian Umum dan Kepegawaian"}
POS: tuple[Pos, ...] = (
    _kepala("dinsos", "Kepala Dinas Sosial", "II.b", 14, "S2"),
    _kepala("sekretariat", "Sekretaris Dinas", "III.a", 12, "S2"),
    *(_kepala(k, f"Kepala {NAMA[k]}", "IV.a", 9) for k in ("umpeg", "keuangan", "program")),
    *(
        _kepala(k, f"Kepala {n}", "III.b", 11, "S2")
        for k, n in (
            ("linjamsos", "Bidang Perlindungan dan Jaminan Sosial"),
            ("rehsos", "Bidang Rehabilitasi Sosial"),
            ("dayasos", NAMA["dayasos"]),
            ("fakirmiskin", NAMA["fakirmiskin"]),
        )
    ),
    *(p for k in SEKSI for p in _seksi(k, NAMA[k])),
    Pos("datasos", "Pendamping Sosial", "pelaksana", "", "", 6, 4, False, "PPPK PPPK PPPK", "S1"),
    Pos(
        "umpeg",
        "Analis Sumber Daya Manusia Aparatur Ahli Muda",
        "fungsional",
        "",
        "ahli_muda",
        9,
        1,
        False,
        "PNS",
        "S1",
    ),
    Pos("umpeg", "Pengadministrasi Kepegawaian", "pelaksana", "", "", 5, 3, False, "PNS PPPK", "D3"),
    Pos("umpeg", "Arsiparis Terampil", "fungsional", "", "terampil", 6, 1, False, "PPPK", "D3"),
    Pos("umpeg", "Pengemudi", "pelaksana", "", "", 3, 3, False, "NON_PNS NON_PNS", "SLTA"),
    Pos("umpeg", "Petugas Keamanan", "pelaksana", "", "", 1, 4, False, "NON_PNS NON_PNS NON_PNS", "SLTA"),
    Pos("umpeg", "Pramu Kebersihan", "pelaksana", "", "", 1, 4, False, "PPPK_PW NON_PNS NON_PNS", "SLTP"),
    Pos("keuangan", "Bendahara Pengeluaran", "pelaksana", "", "", 7, 1, False, "PNS", "S1"),
    Pos("keuangan", "Penata Laksana Barang", "pelaksana", "", "", 6, 2, False, "PNS PPPK", "D3"),
    Pos("keuangan", "Verifikator Keuangan", "pelaksana", "", "", 6, 2, False, "PNS", "S1"),
    Pos("program", "Perencana Ahli Pertama", "fungsional", "", "ahli_pertama", 8, 2, False, "PNS", "S1"),
    Pos("program", "Pranata Komputer Terampil", "fungsional", "", "terampil", 6, 1, False, "PPPK", "D3"),
    Pos("fungsional", "Pekerja Sosial Ahli Madya", "fungsional", "", "ahli_madya", 11, 2, False, "PNS", "S2"),
    Pos("fungsional", "Pekerja Sosial Ahli Muda", "fungsional", "", "ahli_muda", 9, 4, False, "PNS PNS PNS", "S1"),
    Pos(
        "fungsional",
        "Pekerja Sosial Ahli Pertama",
        "fungsional",
        "",
        "ahli_pertama",
        8,
        4,
        False,
        "PPPK PPPK PNS",
        "S1",
    ),
    Pos("fungsional", "Penyuluh Sosial Ahli Muda", "fungsional", "", "ahli_muda", 9, 3, False, "PNS PNS", "S1"),
    _kepala("uptd-rumah", "Kepala UPTD Rumah Perlindungan Sosial", "IV.a", 9),
    Pos(
        "uptd-rumah", "Pengasuh", "pelaksana", "", "", 5, 8, False, "PPPK PPPK PPPK_PW PPPK_PW NON_PNS NON_PNS", "SLTA"
    ),
    Pos("uptd-rumah", "Juru Masak", "pelaksana", "", "", 3, 3, False, "NON_PNS NON_PNS", "SLTA"),
    Pos("uptd-rumah", "Perawat Terampil", "fungsional", "", "terampil", 7, 2, False, "PPPK", "D3"),
)


def isi_unit() -> None:
    """Units below those that the kernel's part made."""
    for kode, nama, induk in UNIT:
        atas = UnitKerja.objects.get(kode=induk)
        UnitKerja.objects.get_or_create(
            kode=kode, defaults={"nama": nama, "induk": atas, "jalur": f"{atas.jalur}{kode}/"}
        )
