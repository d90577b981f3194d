"""Companies in and out. A row is the company that bears one of its numbers; an empty number leaves what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from inti.models import BatchImpor, Pengguna, Perusahaan
from inti.services.perusahaan import perusahaan_muat
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.kolom import KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap

NOMOR = ("npp", "nib", "npwp")
Baris = tuple[int, str, str, str, str]  # row, name, NPP, NIB, NPWP
Isi = dict[str, str]


class ImporPerusahaan(Importir):
    """Names and numbers. What the office does with a company is the business of other imports."""

    jenis = "perusahaan"
    sebab_tak_batal = (
        "Nomor perusahaan dipakai data lain. Perbaiki perusahaannya satu per satu; isi semula ada di riwayatnya."
    )
    lingkup_kantor = True
    kolom = (
        KolomLembar(
            "nama", "NAMA PERUSAHAAN", ("NAMA", "PERUSAHAAN", "NAMA BADAN USAHA"), contoh="PT Samudra Tekstil Abadi"
        ),
        KolomLembar("npp", "NPP", ("NOMOR PENDAFTARAN PERUSAHAAN",), wajib=False, contoh="99000001"),
        KolomLembar("nib", "NIB", ("NOMOR INDUK BERUSAHA",), wajib=False, contoh="9900000000017"),
        KolomLembar("npwp", "NPWP", ("NPWP PERUSAHAAN",), wajib=False, rahasia=True, contoh="0990000000000101"),
    )
    tahap = (("baris", BULAT), ("nama", TEKS), ("npp", TEKS), ("nib", TEKS), ("npwp", TEKS))
    penilai = "inti.sheets.perusahaan:penilai"

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse a number given twice (NOMOR_GANDA) and numbers of two companies in one row (NOMOR_DUA_PERUSAHAAN)."""
        milik = _pemilik()
        pertama: dict[tuple[str, str], int] = {}
        for baris, _, *nomor in _baris(tahap):
            cocok = set()
            for bidang, isi in zip(NOMOR, nomor, strict=True):
                if not isi:
                    continue
                cocok |= {milik[(bidang, isi)]} if (bidang, isi) in milik else set()
                if pertama.setdefault((bidang, isi), baris) != baris:
                    pesan = f"{bidang.upper()} ini sudah ada pada baris {pertama[(bidang, isi)]}. Hapus salah satu."
                    yield TemuanBaris(baris, bidang, isi, "NOMOR_GANDA", pesan, menolak=True)
            if len(cocok) > 1:
                pesan = "Nomor pada baris ini milik dua perusahaan yang berbeda. Periksa pada dokumennya."
                yield TemuanBaris(baris, "", "", "NOMOR_DUA_PERUSAHAAN", pesan, menolak=True)

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Companies are the same by any of their numbers."""
        rekap = Rekap()
        for pk, ubah in _pasangkan(tahap):
            rekap.baru += pk is None
            rekap.berubah += pk is not None and bool(ubah)
            rekap.sama += pk is not None and not ubah
        return rekap, ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for the whole file."""
        baris = [(pk, ubah) for pk, ubah in _pasangkan(tahap) if ubah]
        if baris:
            perusahaan_muat(baris=baris, oleh=batch.oleh)


def _baris(tahap: Tahap) -> list[Baris]:
    return tahap.ambil("SELECT baris, nama, npp, nib, npwp FROM tahap_perusahaan ORDER BY baris")


def _pemilik() -> dict[tuple[str, str], int]:
    """(kind, number) of every living company -> its key."""
    semua = Perusahaan.objects.hidup().values_list("pk", *NOMOR)
    return {(b, n): pk for pk, *nomor in semua for b, n in zip(NOMOR, nomor, strict=True) if n}


def _pasangkan(tahap: Tahap) -> Iterator[tuple[int | None, Isi]]:
    """Each row with the company that it is (None: a new one) and the fields that it would set."""
    milik = _pemilik()
    kini: dict[int, dict[str, str]] = defaultdict(dict)
    kini |= {p["pk"]: p for p in Perusahaan.objects.hidup().values("pk", "nama", *NOMOR)}
    for _, *nilai in _baris(tahap):
        isi = {k: v for k, v in zip(("nama", *NOMOR), nilai, strict=True) if v}
        pk = next((milik[(b, isi[b])] for b in NOMOR if (b, isi.get(b)) in milik), None)
        yield pk, isi if pk is None else {k: v for k, v in isi.items() if kini[pk][k] != v}


def ekspor_perusahaan(pengguna: Pengguna | None) -> tuple[list[str], Iterable[list[Any]]]:
    """Living companies by id, in the shape of the import."""
    semua = Perusahaan.objects.hidup().order_by("id").values_list("nama", *NOMOR)
    return [k.judul for k in ImporPerusahaan.kolom], (list(b) for b in semua.iterator(chunk_size=2000))
