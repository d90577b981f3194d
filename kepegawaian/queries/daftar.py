"""Lists of the office: what falls due, DUK, nominative list, bezetting, statistics."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from inti.formats import ribuan, tanggal_pendek, umur
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import (
    DiklatPegawai,
    Jenis,
    JenisJabatan,
    Keadaan,
    Kelamin,
    Pangkat,
    Pegawai,
    PendidikanPegawai,
    Tingkat,
)
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.rules.duk import DIKLAT, BarisDuk, kunci_duk
from kepegawaian.rules.karier import Jatuh, KeadaanPegawai, keadaan_pada, masa_kerja, tambah_bulan, urut_pangkat

TEMPO = {
    "kgb": ("kgb_pada", "kgb"),
    "pangkat": ("naik_pada", "naik"),
    "pensiun": ("pensiun_pada", "pensiun"),
    "kontrak": ("kontrak_sampai", "kontrak"),
}
"""Due lists: column of the date, and the attribute of the state that gives the reason."""


def sebab_tempo(pegawai: Sequence[Pegawai], macam: str) -> None:
    """Put on each person why he is on the list (`sebab`). Six queries, however many."""
    nilai, karier, hari = nilai_aturan(), karier_pegawai(pegawai), timezone.localdate()
    for p in pegawai:
        jatuh: Jatuh | None = getattr(keadaan_pada(karier[p.pk], hari, nilai), TEMPO[macam][1])
        p.sebab = f"{jatuh.sebab} {jatuh.dasar}".strip() if jatuh else ""  # type: ignore[attr-defined]


def jatuh_tempo(pengguna: Pengguna, bulan: int) -> dict[str, QuerySet[Pegawai]]:
    """Who falls due within so many months, by list."""
    hari = timezone.localdate()
    aktif = Pegawai.objects.untuk(pengguna).filter(keadaan=Keadaan.AKTIF)
    return {nama: aktif.filter(**{f"{k}__lte": tambah_bulan(hari, bulan)}) for nama, (k, _) in TEMPO.items()}


@dataclass(frozen=True, slots=True)
class OrangDuk:
    """A line of the DUK."""

    pk: int
    nama: str
    nip: str
    pangkat: str
    pangkat_tmt: dt.date | None
    jabatan: str
    jabatan_tmt: dt.date | None
    unit: str
    masa_kerja: tuple[int, int]
    diklat: str
    pendidikan: str
    lulus: int | None
    lahir: dt.date | None
    umur: int | None

    def sel(self, nomor: int) -> list[str]:
        """The line as the printed form has it."""
        tahun, bulan = self.masa_kerja
        return [
            str(nomor),
            self.nama,
            self.nip,
            self.pangkat,
            _tgl(self.pangkat_tmt),
            f"{self.jabatan}\n{self.unit}",
            _tgl(self.jabatan_tmt),
            f"{tahun}",
            f"{bulan}",
            self.diklat,
            f"{self.pendidikan} {self.lulus or ''}".strip(),
            _tgl(self.lahir),
            str(self.umur or ""),
        ]

    def sel_cetak(self, nomor: int) -> list[str]:
        """The line on paper, with what belongs together in one cell."""
        tahun, bulan = self.masa_kerja
        return [
            str(nomor),
            f"{self.nama}\n{self.nip}",
            f"{self.pangkat}\n{_tgl(self.pangkat_tmt)}",
            f"{self.jabatan}\n{self.unit}",
            _tgl(self.jabatan_tmt),
            f"{tahun} tahun\n{bulan} bulan",
            self.diklat,
            f"{self.pendidikan}\n{self.lulus or ''}".strip(),
            f"{_tgl(self.lahir)}\n{self.umur or ''}".strip(),
        ]


def _tgl(hari: dt.date | None) -> str:
    return tanggal_pendek(hari) if hari else ""


JUDUL_DUK_CETAK = (
    ("No.", 9), ("Nama dan NIP", 48), ("Pangkat, TMT", 36), ("Jabatan dan unit", None), ("TMT jabatan", 21),
    ("Masa kerja", 22), ("Pelatihan jabatan", 34), ("Pendidikan", 24), ("Lahir, umur", 21),
)  # fmt: skip
JUDUL_DUK = (
    "No.", "Nama", "NIP", "Pangkat", "TMT pangkat", "Jabatan dan unit", "TMT jabatan", "Masa kerja (tahun)", "Bulan",
    "Diklat", "Pendidikan", "Lahir", "Umur",
)  # fmt: skip


def duk(pegawai: QuerySet, jenis: Iterable[str], hari: dt.date) -> list[OrangDuk]:
    """Active staff of these kinds in the order of rank (rules.duk), as they stand now. Three queries."""
    orang = list(
        pegawai.filter(keadaan=Keadaan.AKTIF, jenis__in=list(jenis))
        .select_related("unit")
        .defer("alamat")
        .order_by("id")
    )
    pk = {p.pk for p in orang}
    diklat: dict[int, tuple[str, dt.date]] = {}
    for siapa, macam, tmt in (
        DiklatPegawai.objects.hidup().filter(macam__in=DIKLAT).values_list("pegawai", "macam", "tmt")
    ):
        if siapa in pk and (siapa not in diklat or DIKLAT[macam] < DIKLAT[diklat[siapa][0]]):
            diklat[siapa] = (macam, tmt)
    lulus: dict[tuple[int, str], dt.date] = {}
    for siapa, tingkat, tmt in PendidikanPegawai.objects.hidup().values_list("pegawai", "tingkat", "tmt"):
        lulus[siapa, tingkat] = min(tmt, lulus.get((siapa, tingkat), tmt))

    def kunci(p: Pegawai) -> tuple[object, ...]:
        macam, tmt = diklat.get(p.pk, ("", None))
        return (
            *kunci_duk(
                BarisDuk(
                    pangkat=p.pangkat,
                    golongan=p.golongan,
                    pangkat_tmt=p.pangkat_tmt,
                    jenis_jabatan=p.jenis_jabatan,
                    eselon=p.eselon,
                    jabatan_tmt=p.jabatan_tmt,
                    masa_kerja_mulai=p.mk_pada,
                    diklat=macam,
                    diklat_tmt=tmt,
                    pendidikan=p.pendidikan,
                    lulus=lulus.get((p.pk, p.pendidikan)),
                    lahir=p.tanggal_lahir,
                )
            ),
            p.nama,
            p.pk,
        )

    sebutan = dict(DiklatPegawai.Macam.choices)
    return [
        OrangDuk(
            p.pk,
            p.nama,
            p.nip_tampil,
            p.pangkat_tampil,
            p.pangkat_tmt,
            p.jabatan,
            p.jabatan_tmt,
            p.unit.nama,
            masa_kerja(p.mk_pada, hari),
            sebutan.get(diklat.get(p.pk, ("", None))[0], ""),
            p.get_pendidikan_display(),
            d.year if (d := lulus.get((p.pk, p.pendidikan))) else None,
            p.tanggal_lahir,
            p.umur_pada(hari),
        )
        for p in sorted(orang, key=kunci)
    ]


@dataclass(frozen=True, slots=True)
class BarisBezetting:
    """A post of a unit: needed and filled."""

    unit: str
    jabatan: str
    kelas: int
    kebutuhan: int
    terisi: int

    @property
    def selisih(self) -> int:
        """Filled less needed: below zero, people lack."""
        return self.terisi - self.kebutuhan

    @property
    def kurang_kata(self) -> str:
        """The difference in words."""
        return f"Kurang {-self.selisih}" if self.selisih < 0 else f"Lebih {self.selisih}"


JUDUL_BEZETTING = ["Unit", "Jabatan", "Kelas", "Kebutuhan", "Terisi", "Kurang/lebih"]


def baris_bezetting(formasi: QuerySet, pegawai: QuerySet) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows of the bezetting for a file."""
    baris = bezetting(formasi, pegawai)
    return JUDUL_BEZETTING, [[b.unit, b.jabatan, b.kelas or "", b.kebutuhan, b.terisi, b.selisih] for b in baris]


def bezetting(formasi: QuerySet, pegawai: QuerySet) -> list[BarisBezetting]:
    """Posts needed against filled, by unit in the order of the tree. Posts held that no plan names come last."""
    terisi: Counter[tuple[int, str]] = Counter(pegawai.filter(keadaan=Keadaan.AKTIF).values_list("unit_id", "jabatan"))
    formasi = formasi.select_related("unit").order_by("unit__jalur", "-memimpin", "-kelas", "nama")
    hasil = [
        BarisBezetting(f.unit.nama, f.nama, f.kelas, f.kebutuhan, terisi.pop((f.unit_id, f.nama), 0)) for f in formasi
    ]
    unit = {u.pk: u for u in UnitKerja.objects.filter(pk__in={k[0] for k in terisi})}
    for (pk, jabatan), n in sorted(terisi.items(), key=lambda b: (unit[b[0][0]].jalur, b[0][1])):
        hasil.append(BarisBezetting(unit[pk].nama, f"{jabatan} (di luar formasi)", 0, 0, n))
    return hasil


@dataclass
class Statistik:
    """Counts of active staff: each table is a heading and its lines (word, men, women)."""

    jumlah: int
    tabel: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)


UMUR = ((0, 29, "Di bawah 30"), (30, 39, "30–39"), (40, 49, "40–49"), (50, 54, "50–54"), (55, 200, "55 ke atas"))


def statistik(pegawai: QuerySet, hari: dt.date) -> Statistik:
    """By kind, rank, education, age, kind of post and unit, men and women apart. One query."""
    orang = list(
        pegawai.filter(keadaan=Keadaan.AKTIF).values_list(
            "jenis", "pangkat", "golongan", "pendidikan", "tanggal_lahir", "jenis_jabatan", "kelamin", "unit__jalur", "unit__nama"
        )
    )  # fmt: skip
    hitung: dict[str, Counter[tuple[str, str]]] = {
        n: Counter() for n in ("jenis", "golongan", "pendidikan", "umur", "jabatan", "unit")
    }
    nama_unit: dict[str, str] = {}
    for jenis, pangkat, golongan, didik, lahir, jabatan, kelamin, jalur, unit in orang:
        nama_unit[jalur] = unit
        usia = next(k for a, b, k in UMUR if a <= umur(lahir, hari) <= b) if lahir is not None else ""
        for tabel, nilai in (
            ("jenis", jenis),
            ("golongan", pangkat.split("/")[0] if pangkat else (f"PPPK {golongan}" if golongan else "")),
            ("pendidikan", didik),
            ("umur", usia),
            ("jabatan", jabatan),
            ("unit", jalur),
        ):
            hitung[tabel][nilai, kelamin] += 1
    gol = [(g, f"Golongan {g}") for g in ("IV", "III", "II", "I")]
    pppk = sorted({k for k, _ in hitung["golongan"] if k.startswith("PPPK")})
    urut: dict[str, list[tuple[str, str]]] = {
        "jenis": list(Jenis.choices),
        "golongan": [*gol, *((g, g) for g in pppk)],
        "pendidikan": list(reversed(Tingkat.choices)),
        "umur": [(k, k) for *_, k in UMUR],
        "jabatan": list(JenisJabatan.choices),
        "unit": sorted(nama_unit.items()),
    }
    hasil = Statistik(len(orang))
    for tabel, pilihan in urut.items():
        isi = [
            (kata, hitung[tabel][kode, Kelamin.L], hitung[tabel][kode, Kelamin.P] + hitung[tabel][kode, ""])
            for kode, kata in pilihan
        ]
        isi = [b for b in isi if b[1] or b[2]]
        lain = sum(n for (kode, _), n in hitung[tabel].items() if kode not in dict(pilihan))
        hasil.tabel[tabel] = (
            [*isi, ("Tanpa golongan" if tabel == "golongan" else "Belum diisi", 0, lain)] if lain else isi
        )
    return hasil


JUDUL_STATISTIK = {
    "jenis": "Jenis pegawai",
    "golongan": "Golongan",
    "pendidikan": "Pendidikan",
    "umur": "Umur",
    "jabatan": "Jenis jabatan",
    "unit": "Unit kerja",
}


def kalimat_statistik(s: Statistik) -> str:
    """What the figures say in a sentence."""
    if not s.jumlah:
        return "Belum ada pegawai aktif."
    perempuan = sum(p for _, _, p in s.tabel["jenis"])
    kata, pria, wanita = max(s.tabel["jenis"], key=lambda b: b[1] + b[2])
    return (
        f"{ribuan(s.jumlah)} pegawai aktif; {perempuan * 100 // s.jumlah} persen perempuan. "
        f"Terbanyak {kata}: {ribuan(pria + wanita)} orang."
    )


def keadaan_semua(pegawai: Sequence[Pegawai], hari: dt.date) -> dict[int, KeadaanPegawai]:
    """The state of each person on any day: the nominative list "as on". Six queries, however many."""
    nilai, karier = nilai_aturan(), karier_pegawai(pegawai)
    return {p.pk: keadaan_pada(karier[p.pk], hari, nilai) for p in pegawai}


@dataclass(frozen=True, slots=True)
class OrangNominatif:
    """A line of the nominative list on a day."""

    pk: int
    nama: str
    nip: str
    status: str
    pangkat: str
    jabatan: str
    unit: str
    jalur: str


JUDUL_NOMINATIF = ["Unit", "Nama", "NIP", "Status", "Pangkat/golongan", "Jabatan"]


def baris_nominatif(pegawai: QuerySet, hari: dt.date) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the nominative list for a file."""
    return JUDUL_NOMINATIF, [[o.unit, o.nama, o.nip, o.status, o.pangkat, o.jabatan] for o in nominatif(pegawai, hari)]


def nominatif(pegawai: QuerySet, hari: dt.date) -> list[OrangNominatif]:
    """Who worked here on `hari`, with what he was then, by unit and rank. Eight queries."""
    orang = list(pegawai.select_related("unit").order_by("nama"))
    keadaan = keadaan_semua(orang, hari)
    unit = {u.pk: u for u in UnitKerja.objects.all()}
    hasil = []
    for p in orang:
        k = keadaan[p.pk]
        if k.status is None or k.status.keadaan != Keadaan.AKTIF:
            continue
        u = unit[k.jabatan.unit_id] if k.jabatan else p.unit
        pangkat, golongan = (k.pangkat.pangkat, k.pangkat.golongan) if k.pangkat else ("", "")
        teks = f"{Pangkat(pangkat).label} ({pangkat})" if pangkat else (f"Golongan {golongan}" if golongan else "")
        baris = OrangNominatif(
            p.pk, p.nama, p.nip_tampil, Jenis(k.status.jenis).label, teks, k.jabatan.nama if k.jabatan else "", u.nama, u.jalur
        )  # fmt: skip
        hasil.append((u.jalur, -urut_pangkat(pangkat, golongan), p.nama, baris))
    return [b for *_, b in sorted(hasil, key=lambda b: b[:3])]
