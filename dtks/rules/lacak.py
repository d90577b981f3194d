"""The way of a request in words for its citizen: what was done, where it is, what comes. No name, no number."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dtks.rules.cek import AWAS, BAIK, NETRAL, dalam_kata_umum

SUDAH, KINI, NANTI = "sudah", "kini", "nanti"
BERKAS = ("BERKAS_BELUM_LENGKAP", "SURAT_FASKES_BELUM_ADA")  # codes that the list of lacking papers says better
KATA = {SUDAH: "selesai", KINI: "sedang di sini", NANTI: "belum"}


@dataclass(frozen=True)
class Perkara:
    """A request as plain data. `surat` is the state of its valid letter, empty for none; `kode` its open findings."""

    jenis: str
    status: str
    diajukan: dt.date
    diputus: dt.date | None = None
    alasan: str = ""
    kode: tuple[str, ...] = ()
    berkas_kurang: tuple[str, ...] = ()
    surat: str = ""
    disetujui: dt.date | None = None
    diserahkan: dt.date | None = None
    berlaku_sampai: dt.date | None = None
    dari_desa: bool = False  # its village filed it, prints the letter and hands it over


@dataclass(frozen=True)
class TahapLacak:
    """A stage: what, done, here or still to come, and on which day it was done."""

    nama: str
    keadaan: str
    hari: dt.date | None = None

    @property
    def kata(self) -> str:
        """Its state in words, for whoever doesn't see the mark."""
        return KATA[self.keadaan]


@dataclass(frozen=True)
class Kabar:
    """The answer: title, kind, a sentence, what to do, what lacks, and the stages."""

    judul: str
    kelas: str
    kalimat: str
    langkah: tuple[str, ...] = ()
    kurang: tuple[str, ...] = ()
    tahap: tuple[TahapLacak, ...] = ()


def kabar(p: Perkara) -> Kabar:
    """Where a request stands and what its citizen does next."""
    if p.status == "ditolak":
        sebab, keluar = dalam_kata_umum(p.alasan)
        return Kabar("Permohonan ditolak", AWAS, sebab, (keluar,) if keluar else (), (), _tahap(p, 2, "Ditolak"))
    if p.status == "belum_lengkap":
        daftar = BERKAS if p.berkas_kurang else ()
        kalimat = [dalam_kata_umum(k)[0] for k in p.kode if k not in daftar]
        langkah = [dalam_kata_umum(k)[1] for k in p.kode if k != "BERKAS_BELUM_LENGKAP"]
        return Kabar(
            "Berkas perlu dilengkapi",
            AWAS,
            "Permohonan Anda menunggu berkas berikut. Lengkapi semuanya sekaligus.",
            (*dict.fromkeys(isi for isi in langkah if isi), "Serahkan kepada admin desa, atau bawa ke loket kami."),
            (*p.berkas_kurang, *kalimat),
            _tahap(p, 1),
        )
    if p.status == "diperiksa":
        return Kabar(
            "Sedang diperiksa",
            NETRAL,
            "Petugas memeriksa data dan berkas Anda. Anda belum perlu datang.",
            tahap=_tahap(p, 1),
        )
    return _surat(p)


def _surat(p: Perkara) -> Kabar:
    if p.surat == "dicetak":
        tempat = "kantor desa Anda" if p.dari_desa else "loket kami"
        langkah = [f"Ambil di {tempat} pada jam layanan, dengan membawa KTP."]
        if p.berlaku_sampai:
            langkah.append("Pakai surat sebelum masa berlakunya lewat; tanggalnya tertulis pada surat.")
        return Kabar("Surat siap diambil", BAIK, "Surat rekomendasi Anda sudah jadi.", tuple(langkah), (), _tahap(p, 3))
    if p.surat == "diserahkan":
        return Kabar(
            "Surat sudah diserahkan",
            BAIK,
            "Permohonan selesai. Surat rekomendasi sudah diserahkan.",
            ("Bawa surat itu ke BPJS Kesehatan atau fasilitas kesehatan sebelum masa berlakunya lewat.",),
            (),
            _tahap(p, 4),
        )
    if p.surat == "disetujui":
        return Kabar(
            "Surat disetujui, sedang dicetak",
            NETRAL,
            "Pejabat sudah menyetujui. Surat belum dapat diambil; periksa lagi nanti.",
            tahap=_tahap(p, 3),
        )
    return Kabar(
        "Diterima, menunggu tanda tangan",
        NETRAL,
        "Loket menerima permohonan Anda. Surat menunggu persetujuan pejabat. Anda belum perlu datang.",
        tahap=_tahap(p, 2),
    )


def _tahap(p: Perkara, kini: int, putus: str = "Diterima loket") -> tuple[TahapLacak, ...]:
    """Stages up to `kini` are done, that one is where it stands; a refusal ends the way."""
    semua: list[tuple[str, dt.date | None]] = [
        ("Diajukan", p.diajukan),
        ("Menunggu berkas dari Anda" if p.status == "belum_lengkap" else "Diperiksa", p.diputus),
        (putus if p.status == "ditolak" else "Disetujui pejabat", p.disetujui or p.diputus),
        ("Surat siap diambil", None),
        ("Surat diserahkan", p.diserahkan),
    ]
    if p.status == "ditolak":
        return tuple(TahapLacak(nama, SUDAH, hari) for nama, hari in semua[:3])
    return tuple(
        TahapLacak(
            nama,
            SUDAH if n < kini or kini == len(semua) - 1 else KINI if n == kini else NANTI,
            hari if n < kini or kini == len(semua) - 1 else None,
        )
        for n, (nama, hari) in enumerate(semua)
    )
