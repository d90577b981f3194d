"""The classification in and out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from arsip.models import Klasifikasi, VersiKlasifikasi
from arsip.rules.kode import leluhur
from arsip.services.klasifikasi import awal_versi, versi_klasifikasi_muat
from inti.models import BatchImpor
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.kolom import KODE, KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap

JUDUL = ["KODE", "NAMA", "VERSI", "BERLAKU MULAI", "DASAR HUKUM"]


class ImporKlasifikasi(Importir):
    """An edition of the classification. Codes of the same edition are the same by code; without VERSI the newest one."""

    jenis = "klasifikasi"
    sebab_tak_batal = (
        "Kode dipakai arsip dan surat. Impor lagi berkas versi sebelumnya, atau ubah kodenya satu per satu."
    )
    lingkup_kantor = True
    kolom = (
        KolomLembar("kode", "KODE", ("KODE KLASIFIKASI",), contoh="400.9.2", rupa=KODE),
        KolomLembar("nama", "NAMA", ("MASALAH", "URAIAN", "NAMA KLASIFIKASI"), contoh="Jaminan sosial"),
        KolomLembar("versi", "VERSI", ("VERSI KLASIFIKASI",), wajib=False, contoh="Permendagri 83/2022"),
        KolomLembar("mulai", "BERLAKU MULAI", wajib=False, contoh="01-01-2023"),
        KolomLembar("dasar", "DASAR HUKUM", wajib=False, contoh="Permendagri 83 Tahun 2022"),
    )
    tahap = (("baris", BULAT), ("kode", TEKS), ("nama", TEKS), ("versi", TEKS), ("mulai", TEKS), ("dasar", TEKS))
    penilai = "arsip.rules.baris:penilai_klasifikasi"

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse a code given twice (KODE_GANDA), one whose parent is neither here nor there (INDUK_KODE), and an edition
        that begins on another's first day (VERSI_SEHARI)."""
        semua = tahap.ambil("SELECT baris, kode, versi FROM tahap_klasifikasi ORDER BY baris")
        pertama: dict[tuple[str, str], int] = {}
        for baris, kode, versi in semua:
            if pertama.setdefault((versi, kode), baris) != baris:
                pesan = f"Kode ini sudah ada pada baris {pertama[(versi, kode)]}. Hapus salah satu."
                yield TemuanBaris(baris, "kode", kode, "KODE_GANDA", pesan, menolak=True)
        ada = {(nama, kode) for nama, kode in self._tersimpan({v for _, _, v in semua})}
        for baris, kode, versi in semua:
            atas = list(leluhur(kode))[1:2]
            if atas and (versi, atas[0]) not in ada and (versi, atas[0]) not in pertama:
                pesan = f"Kode di atasnya, {atas[0]}, belum ada. Tambahkan barisnya pada berkas ini."
                yield TemuanBaris(baris, "kode", kode, "INDUK_KODE", pesan, menolak=True)
        sehari = self._sehari(tahap)
        for baris, _, versi in semua:
            if versi in sehari:
                hari, lain = sehari[versi]
                pesan = f"{lain} juga berlaku mulai {hari:%d-%m-%Y}. Tulis hari mulai yang lain untuk versi ini."
                yield TemuanBaris(baris, "mulai", f"{hari:%d-%m-%Y}", "VERSI_SEHARI", pesan, menolak=True)

    @staticmethod
    def _sehari(tahap: Tahap) -> dict[str, tuple[dt.date, str]]:
        """New editions of the file by name, where another begins on the same day: that day, and the other's name."""
        ada, hasil = {v.berlaku_mulai: v.nama for v in VersiKlasifikasi.objects.hidup()}, {}
        for nama, mulai, _ in tahap.ambil(
            "SELECT versi, MAX(mulai), MIN(baris) FROM tahap_klasifikasi GROUP BY versi ORDER BY 3"
        ):
            hari = awal_versi(mulai)
            if _versi(nama) is None and ada.setdefault(hari, nama) != nama:
                hasil[nama] = (hari, ada[hari])
        return hasil

    @staticmethod
    def _tersimpan(versi: set[str]) -> Iterator[tuple[str, str]]:
        for nama in versi:
            ada = _versi(nama)
            if ada is not None:
                for kode in ada.kode_set.hidup().values_list("kode", flat=True):
                    yield nama, kode

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Codes are the same by edition and code."""
        baru = berubah = sama = 0
        for _versi_ada, ada, isi in self._pasangkan(tahap):
            for kode, nama in isi.items():
                lama = ada.get(kode)
                baru += lama is None
                berubah += lama is not None and lama.nama != nama
                sama += lama is not None and lama.nama == nama
        return Rekap(baru, berubah, sama), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for each edition: new codes from the root downwards, changed names."""
        keterangan = {
            versi: (mulai, dasar)
            for versi, mulai, dasar in tahap.ambil(
                "SELECT versi, MAX(mulai), MAX(dasar) FROM tahap_klasifikasi GROUP BY versi"
            )
        }
        for (nama, versi), ada, isi in self._pasangkan(tahap):
            if any(k not in ada or ada[k].nama != n for k, n in isi.items()):
                mulai, dasar = keterangan[nama]
                versi_klasifikasi_muat(
                    versi=versi, nama=nama, mulai=mulai, dasar=dasar, kode=sorted(isi.items()), oleh=batch.oleh
                )

    def _pasangkan(
        self, tahap: Tahap
    ) -> Iterator[tuple[tuple[str, VersiKlasifikasi | None], dict[str, Klasifikasi], dict[str, str]]]:
        """Per edition named in the file: the edition that is there, its codes, and the file's codes."""
        isi: dict[str, dict[str, str]] = {}
        for versi, kode, nama in tahap.ambil("SELECT versi, kode, nama FROM tahap_klasifikasi ORDER BY baris"):
            isi.setdefault(versi, {})[kode] = nama
        for nama, kode_kode in isi.items():
            versi = _versi(nama)
            ada = {k.kode: k for k in versi.kode_set.hidup()} if versi else {}
            yield (nama, versi), ada, kode_kode


def _versi(nama: str) -> VersiKlasifikasi | None:
    """The edition of that name; without a name the newest."""
    kueri = VersiKlasifikasi.objects.hidup()
    return (kueri.filter(nama=nama) if nama else kueri.order_by("-berlaku_mulai", "-id")).first()


def ekspor_klasifikasi(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All codes by edition and order, in the shape of the import."""
    kueri = Klasifikasi.objects.hidup().select_related("versi_klasifikasi")
    baris = kueri.order_by("versi_klasifikasi__berlaku_mulai", "versi_klasifikasi_id", "urut", "id")
    return JUDUL, (
        [
            k.kode,
            k.nama,
            k.versi_klasifikasi.nama,
            f"{k.versi_klasifikasi.berlaku_mulai:%d-%m-%Y}",
            k.versi_klasifikasi.dasar_hukum,
        ]
        for k in baris.iterator(chunk_size=2000)
    )
