"""The retention schedule in and out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from arsip.models import JadwalRetensi
from arsip.services.retensi import jadwal_muat
from inti.formats.tanggal import hari_iso
from inti.models import BatchImpor
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.kolom import KODE, TANGGAL, KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap

JUDUL = [
    "KODE", "URAIAN", "AKTIF", "INAKTIF", "KETERANGAN AKHIR", "PERISTIWA", "DASAR", "BERLAKU MULAI", "BERLAKU SAMPAI",
]  # fmt: skip
ISI = "kode, uraian, aktif, inaktif, nasib, peristiwa, dasar, mulai, sampai"


class ImporJRA(Importir):
    """Rows are the same by code and first day; without BERLAKU MULAI the row in force today, else 1 January."""

    jenis = "jra"
    sebab_tak_batal = "Masa simpan arsip sudah dihitung dengan jadwal ini. Impor lagi jadwal sebelumnya, atau ubah barisnya satu per satu."
    lingkup_kantor = True
    kolom = (
        KolomLembar("kode", "KODE", ("KODE KLASIFIKASI", "NO", "NOMOR"), contoh="900.1.3", rupa=KODE),
        KolomLembar(
            "uraian",
            "URAIAN",
            ("JENIS ARSIP", "JENIS", "URAIAN ARSIP", "JENIS/SERIES ARSIP", "JENIS/SERI ARSIP", "SERIES ARSIP"),
            contoh="Pelaksanaan anggaran",
        ),
        KolomLembar("aktif", "AKTIF", ("RETENSI AKTIF", "MASA AKTIF", "JANGKA WAKTU AKTIF"), contoh="2 tahun"),
        KolomLembar(
            "inaktif", "INAKTIF", ("RETENSI INAKTIF", "MASA INAKTIF", "JANGKA WAKTU INAKTIF"), contoh="8 tahun"
        ),
        KolomLembar("nasib", "KETERANGAN AKHIR", ("NASIB", "NASIB AKHIR", "KETERANGAN"), contoh="Musnah"),
        KolomLembar(
            "peristiwa",
            "PERISTIWA",
            ("DIHITUNG", "MULAI DIHITUNG"),
            wajib=False,
            contoh="Setelah tahun anggaran berakhir",
        ),
        KolomLembar("dasar", "DASAR", ("DASAR HUKUM",), wajib=False, contoh="Peraturan Bupati contoh"),
        KolomLembar("mulai", "BERLAKU MULAI", wajib=False, contoh="01-01-2024", rupa=TANGGAL),
        KolomLembar("sampai", "BERLAKU SAMPAI", wajib=False, rupa=TANGGAL),
    )
    kelompok = ("kode", "uraian")  # a schedule names its groups by rows without a retention
    tahap = (
        ("baris", BULAT), ("kode", TEKS), ("uraian", TEKS), ("aktif", BULAT), ("inaktif", BULAT), ("nasib", TEKS),
        ("peristiwa", TEKS), ("dasar", TEKS), ("mulai", TEKS), ("sampai", TEKS),
    )  # fmt: skip
    penilai = "arsip.rules.baris_jra:penilai_jra"

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse a code given twice for the same first day (KODE_GANDA), and a last day before the first or beyond the
        next row's first (SAMPAI_SALAH)."""
        yield from _sampai_salah(tahap)
        pertama: dict[tuple[str, str], int] = {}
        for baris, kode, mulai in tahap.ambil("SELECT baris, kode, mulai FROM tahap_jra ORDER BY baris"):
            if pertama.setdefault((kode, mulai), baris) != baris:
                pesan = f"Kode ini sudah ada pada baris {pertama[(kode, mulai)]}. Hapus salah satu."
                yield TemuanBaris(baris, "kode", kode, "KODE_GANDA", pesan, menolak=True)

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """What is new, changed, the same."""
        baru = berubah = sama = 0
        for lama, isi in _pasangan(tahap):
            beda = lama is not None and any(getattr(lama, n) != v for n, v in isi.items())
            baru += lama is None
            berubah += beda
            sama += lama is not None and not beda
        return Rekap(baru, berubah, sama), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for the whole file; the dates of all records follow once."""
        isi = [i for lama, i in _pasangan(tahap) if lama is None or any(getattr(lama, n) != v for n, v in i.items())]
        if isi:
            jadwal_muat(baris=isi, oleh=batch.oleh)


def _sampai_salah(tahap: Tahap) -> Iterator[TemuanBaris]:
    pasangan = _pasangan(tahap)
    nomor = [n for (n,) in tahap.ambil("SELECT baris FROM tahap_jra ORDER BY baris")]
    mulai: dict[str, set[dt.date]] = {}
    for kode, hari in JadwalRetensi.objects.hidup().values_list("kode", "berlaku_mulai"):
        mulai.setdefault(kode, set()).add(hari)
    for _, isi in pasangan:
        mulai.setdefault(isi["kode"], set()).add(isi["berlaku_mulai"])
    for baris, (_, isi) in zip(nomor, pasangan, strict=True):
        awal, akhir = isi["berlaku_mulai"], isi.get("berlaku_sampai")
        if akhir is not None and (akhir < awal or any(awal < h <= akhir for h in mulai[isi["kode"]])):
            pesan = (
                "Hari terakhir mendahului hari mulainya, atau melewati baris lain dengan kode ini. Perbaiki tanggalnya."
            )
            yield TemuanBaris(baris, "sampai", f"{akhir:%d-%m-%Y}", "SAMPAI_SALAH", pesan, menolak=True)


def _pasangan(tahap: Tahap) -> list[tuple[JadwalRetensi | None, dict[str, Any]]]:
    """Each row of the file with the row that is there."""
    hari = timezone.localdate()
    ada = {(j.kode, j.berlaku_mulai): j for j in JadwalRetensi.objects.hidup()}
    kini = {j.kode: j for j in JadwalRetensi.objects.pada(hari).order_by("berlaku_mulai", "id")}
    hasil = []
    for kode, uraian, aktif, inaktif, nasib, peristiwa, dasar, mulai, sampai in tahap.ambil(
        f"SELECT {ISI} FROM tahap_jra ORDER BY baris"  # noqa: S608  (names of our own columns)
    ):
        if mulai:
            awal = hari_iso(mulai)
        else:
            awal = kini[kode].berlaku_mulai if kode in kini else hari.replace(month=1, day=1)
        isi = {
            "kode": kode,
            "uraian": uraian,
            "aktif_tahun": aktif,
            "inaktif_tahun": inaktif,
            "nasib": nasib,
            "peristiwa": peristiwa,
            "dasar_hukum": dasar,
            "berlaku_mulai": awal,
        }
        if sampai:  # without one a known row keeps its last day
            isi["berlaku_sampai"] = hari_iso(sampai)
        hasil.append((ada.get((kode, awal)), isi))
    return hasil


def ekspor_jra(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All rows by order of codes, in the shape of the import."""
    baris = JadwalRetensi.objects.hidup().order_by("urut", "berlaku_mulai", "id")
    return JUDUL, (
        [
            j.kode,
            j.uraian,
            j.aktif_tahun,
            j.inaktif_tahun,
            j.get_nasib_display(),
            j.get_peristiwa_display(),
            j.dasar_hukum,
            f"{j.berlaku_mulai:%d-%m-%Y}",
            f"{j.berlaku_sampai:%d-%m-%Y}" if j.berlaku_sampai else "",
        ]
        for j in baris.iterator(chunk_size=2000)
    )
