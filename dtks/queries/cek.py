"""What the public page reads. All that it may say of a person comes from here, masked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dtks.models import Individu
from dtks.queries.berlaku import Berlaku
from dtks.queries.penilaian import KODE_FASKES, data_warga
from dtks.queries.registri import Calon, calon_nik_atau_kk, orang_dengan_id
from dtks.rules.cek import (
    Keperluan,
    Ringkasan,
    keperluan_baru,
    keperluan_reaktivasi,
    nama_sesuai,
    periode_dalam_kata,
    ringkas,
    samar_nama_umum,
)
from dtks.rules.putusan import DataWarga, nilai_pengajuan_baru, nilai_reaktivasi
from inti.formats import tanggal_panjang

SEPADAN = 12  # names compared for every number, known or not, so that the time tells nothing
# Nobody: invented names, compared where a number has fewer people than others.
_PENGISI = tuple(
    Calon(0, ("SLAMET NUGROHO", "SRI HANDAYANI", "FAJAR KURNIAWAN", "INDAH RAHMAWATI")[n % 4], 0, False, None)
    for n in range(SEPADAN)
)


@dataclass(frozen=True)
class Jawaban:
    """What may be shown of a person: masked name, what the registry says, what to do for each need."""

    nama: str
    ringkasan: Ringkasan
    pbi: bool
    sumber: str
    periode: str
    butuh: tuple[Keperluan, ...] = ()


def boleh_tampil(individu: Individu | Calon) -> bool:
    """Whether the public page may speak of this person at all; if not, the answer is that for a person unknown.

    Not of somebody whose data are restricted at his request (UU PDP 27/2022). A person marked as excluded from a
    programme is shown: that mark shows as what to do next, never by its name.
    """
    return not individu.dibatasi


def cek_warga(nomor: str, nama: str, hari: dt.date, berlaku: Berlaku) -> Jawaban | None:
    """The answer on a NIK or No KK with the name as on the KTP; None: unknown, another name, or not to be shown.

    The same work is done for every number, so that the time of a None does not tell which of the three it was.
    """
    ada = calon_nik_atau_kk(nomor, batas=SEPADAN)
    semua = (*ada, *_PENGISI[: SEPADAN - len(ada)])
    cocok = [c for c in semua if nama_sesuai(nama, c.nama) and c.pk and boleh_tampil(c)]
    calon = max(cocok, key=lambda c: (c.periode_urut, c.terdaftar, -c.pk), default=None)
    return None if calon is None else _jawaban(orang_dengan_id(calon.pk), hari, berlaku)


def butuh_tak_dikenal(hari: dt.date, berlaku: Berlaku) -> tuple[Keperluan, ...]:
    """What somebody does whom the registry doesn't know: the same for everybody who is not shown."""
    return (_butuh_baru(DataWarga(terdaftar=False), hari, berlaku),)


def _jawaban(orang: Individu, hari: dt.date, berlaku: Berlaku) -> Jawaban:
    warga = data_warga(orang)
    putusan = nilai_reaktivasi(warga, None, berlaku.aturan) if berlaku.aturan is not None else None
    reaktivasi = keperluan_reaktivasi(
        putusan, perlu_faskes=any(s.kode == KODE_FASKES for s in berlaku.berkas_reaktivasi)
    )
    return Jawaban(
        nama=samar_nama_umum(orang.nama),
        ringkasan=ringkas(terdaftar=orang.terdaftar, pbi=orang.pbi_jk),
        pbi=orang.pbi_jk and orang.terdaftar,
        sumber=orang.sumber_data or "Data terpadu",
        periode=periode_dalam_kata(orang.periode_data),
        butuh=(reaktivasi, _butuh_baru(warga, hari, berlaku)),
    )


def _butuh_baru(warga: DataWarga, hari: dt.date, berlaku: Berlaku) -> Keperluan:
    return keperluan_baru(
        nilai_pengajuan_baru(warga, None, berlaku.periode, hari, dibuka_lagi=berlaku.berikut),
        sampai=tanggal_panjang(berlaku.periode.selesai) if berlaku.periode else "",
        dibuka=tanggal_panjang(berlaku.berikut) if berlaku.berikut else "",
    )
