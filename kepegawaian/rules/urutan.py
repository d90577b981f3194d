"""Which histories can't be: overlapping contracts, ranks that fall, two facts of one day. Both entries are named."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from kepegawaian.models.pilihan import Jenis, Keadaan, Sebagai
from kepegawaian.rules.karier import BERKONTRAK, PNS, Jabatan, Kepangkatan, Status, urut_pangkat


@dataclass(frozen=True, slots=True)
class Bentrok:
    """Two entries that contradict each other, or one that can't stand; `kalimat` names them."""

    kode: str
    kalimat: str
    langkah: str


def _tgl(hari: dt.date) -> str:
    return f"{hari:%d-%m-%Y}"


def periksa_status(status: Sequence[Status], lahir: dt.date | None) -> list[Bentrok]:
    """Kinds of staff in time: no two from one day, no contract into the next, nothing after the end but a return."""
    urut = sorted(status, key=lambda s: s.tmt)
    hasil = [
        Bentrok(
            "KONTRAK_TANPA_AKHIR",
            f"{Jenis(s.jenis).label} TMT {_tgl(s.tmt)} belum mempunyai tanggal akhir kontrak.",
            "Isi kontrak sampai.",
        )
        for s in urut
        if s.jenis in BERKONTRAK and s.keadaan == Keadaan.AKTIF and s.sampai is None
    ]
    for a, b in itertools.pairwise(urut):
        nama_a, nama_b = _nama_status(a), _nama_status(b)
        if a.tmt == b.tmt:
            hasil.append(
                Bentrok(
                    "STATUS_SEHARI",
                    f"{nama_a} dan {nama_b} sama-sama TMT {_tgl(a.tmt)}.",
                    "Ubah TMT salah satunya, atau buang yang keliru.",
                )
            )
        elif a.sampai is not None and a.sampai >= b.tmt and b.keadaan == Keadaan.AKTIF:
            hasil.append(
                Bentrok(
                    "STATUS_TUMPANG",
                    f"{nama_a} ({_tgl(a.tmt)} s.d. {_tgl(a.sampai)}) bertumpang dengan {nama_b} TMT {_tgl(b.tmt)}.",
                    "Akhiri kontrak yang lama sebelum TMT yang baru.",
                )
            )
        if a.jenis in PNS and a.keadaan == Keadaan.AKTIF and b.keadaan == Keadaan.AKTIF and b.jenis in BERKONTRAK:
            hasil.append(
                Bentrok(
                    "STATUS_MUNDUR",
                    f"{nama_a} TMT {_tgl(a.tmt)} tidak dapat menjadi {nama_b} TMT {_tgl(b.tmt)}.",
                    "Catat berhentinya dahulu.",
                )
            )
        if a.jenis == Jenis.PNS and b.jenis == Jenis.CPNS:
            hasil.append(
                Bentrok(
                    "STATUS_MUNDUR",
                    f"PNS TMT {_tgl(a.tmt)} tidak dapat menjadi CPNS TMT {_tgl(b.tmt)}.",
                    "Periksa urutan TMT keduanya.",
                )
            )
    if lahir is not None and urut and (urut[0].tmt - lahir).days < 18 * 365:
        hasil.append(
            Bentrok(
                "STATUS_DI_BAWAH_UMUR",
                f"{_nama_status(urut[0])} TMT {_tgl(urut[0].tmt)} sebelum umur 18 tahun (lahir {_tgl(lahir)}).",
                "Periksa TMT atau tanggal lahir.",
            )
        )
    return hasil


def _nama_status(s: Status) -> str:
    return Jenis(s.jenis).label if s.keadaan == Keadaan.AKTIF else Keadaan(s.keadaan).label


def periksa_pangkat(pangkat: Sequence[Kepangkatan]) -> list[Bentrok]:
    """Ranks in time: never lower than before, unless by a disciplinary decree; no two from one day."""
    hasil = []
    urut = sorted(pangkat, key=lambda p: p.tmt)
    for a, b in itertools.pairwise(urut):
        nama = f"{a.pangkat or a.golongan} TMT {_tgl(a.tmt)}", f"{b.pangkat or b.golongan} TMT {_tgl(b.tmt)}"
        if a.tmt == b.tmt:
            hasil.append(
                Bentrok("PANGKAT_SEHARI", f"{nama[0]} dan {nama[1]} dari hari yang sama.", "Buang yang keliru.")
            )
        elif bool(a.pangkat) == bool(b.pangkat):
            naik = urut_pangkat(b.pangkat, b.golongan) - urut_pangkat(a.pangkat, a.golongan)
            if naik <= 0 and b.cara != "turun":
                hasil.append(
                    Bentrok(
                        "PANGKAT_MUNDUR",
                        f"{nama[1]} tidak lebih tinggi daripada {nama[0]}.",
                        "Periksa TMT keduanya, atau pilih cara Penurunan.",
                    )
                )
    return hasil


def periksa_jabatan(jabatan: Sequence[Jabatan]) -> list[Bentrok]:
    """Definitive posts: no two from one day. A temporary post (Plt., Plh.) may stand beside one."""
    urut = sorted((j for j in jabatan if j.sebagai == Sebagai.DEFINITIF), key=lambda j: j.tmt)
    return [
        Bentrok(
            "JABATAN_SEHARI",
            f"{a.nama} dan {b.nama} sama-sama definitif TMT {_tgl(a.tmt)}.",
            "Ubah TMT salah satunya, atau catat sebagai Plt.",
        )
        for a, b in itertools.pairwise(urut)
        if a.tmt == b.tmt
    ]
