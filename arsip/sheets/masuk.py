"""Spreadsheets of letters in: the book and the dispositions out, SRIKANDI's shape, an old book in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arsip.columns.masuk import DisposisiColumns, SuratMasukColumns
from arsip.models import TERTUTUP, Disposisi, Keamanan, Kecepatan, SuratMasuk
from arsip.queries.masuk import BarisBuku, lengkapi_disposisi
from arsip.services.masuk import surat_masuk_muat
from inti.formats.tanggal import hari_iso
from inti.models import BatchImpor
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.kolom import KODE, NOMOR, TANGGAL, KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap

Isi = tuple[list[str], Iterable[list[Any]]]
POTONG = 500  # letters of one act of an import
JUDUL_BUKU = ["NO AGENDA", "DITERIMA", "PENGIRIM", "NOMOR DAN TANGGAL SURAT", "HAL", "SIFAT", "KLASIFIKASI",
              "DISPOSISI", "STATUS"]  # fmt: skip
JUDUL_SRIKANDI = ["NOMOR AGENDA", "TANGGAL DITERIMA", "ASAL NASKAH", "NOMOR NASKAH", "TANGGAL NASKAH", "HAL",
                  "SIFAT NASKAH", "TINGKAT URGENSI", "KLASIFIKASI", "LAMPIRAN", "CARA DITERIMA", "TUJUAN",
                  "NOMOR ACUAN SRIKANDI"]  # fmt: skip
KOLOM = (
    KolomLembar("agenda", "NO AGENDA", ("NOMOR AGENDA", "NO. AGENDA", "AGENDA", "NO URUT", "NOMOR URUT"), wajib=False,
          contoh="117", rupa=NOMOR),
    KolomLembar("diterima", "DITERIMA", ("TANGGAL DITERIMA", "TGL DITERIMA", "TANGGAL TERIMA", "TGL TERIMA", "TGL MASUK",
          "TANGGAL MASUK", "TANGGAL PENERIMAAN", "TANGGAL PENERIMAAN SURAT"), contoh="20-11-2026", rupa=TANGGAL),
    KolomLembar("pengirim", "PENGIRIM", ("DARI", "ASAL SURAT", "ASAL", "SURAT DARI", "ALAMAT PENGIRIM", "INSTANSI",
          "ASAL NASKAH"), contoh="Kecamatan Lembayung"),
    KolomLembar("nomor_surat", "NOMOR SURAT", ("NO SURAT", "NO. SURAT", "NOMOR", "NOMOR NASKAH"),
          contoh="400/117/Kec/2026", rupa=NOMOR),
    KolomLembar("tanggal_surat", "TANGGAL SURAT", ("TGL SURAT", "TANGGAL", "TANGGAL NASKAH"), contoh="18-11-2026",
          rupa=TANGGAL),
    KolomLembar("hal", "HAL", ("PERIHAL", "ISI RINGKAS", "ISI SINGKAT", "ISI RINGKASAN", "TENTANG", "ISI SURAT"),
          contoh="Undangan rapat koordinasi"),
    KolomLembar("sifat", "SIFAT", ("SIFAT SURAT", "SIFAT NASKAH", "KEAMANAN"), wajib=False, contoh="Biasa"),
    KolomLembar("klasifikasi", "KLASIFIKASI", ("KODE KLASIFIKASI", "KODE", "KODE SURAT"), wajib=False, contoh="000.1.2",
          rupa=KODE),
    KolomLembar("lampiran", "LAMPIRAN", ("LAMP", "LAMP.", "JUMLAH LAMPIRAN"), wajib=False, contoh="1 berkas"),
    KolomLembar("catatan", "CATATAN", ("KETERANGAN", "KET"), wajib=False, contoh=""),
    KolomLembar("urgensi", "URGENSI", ("TINGKAT URGENSI", "KECEPATAN"), wajib=False, contoh="Segera"),
    KolomLembar("status", "STATUS", ("KEADAAN",), wajib=False, contoh=""),
    KolomLembar("acuan", "NOMOR ACUAN SRIKANDI", ("ACUAN SRIKANDI",), wajib=False, contoh="", rupa=NOMOR),
    KolomLembar("cara", "CARA DITERIMA", ("CARA TERIMA",), wajib=False, contoh="Pos"),
)  # fmt: skip


class ImporSuratMasuk(Importir):
    """A book of letters. The same sender, number and date is the same letter: it isn't entered again.

    A row that says it was cancelled enters nothing: our own sheet of all letters comes back as it went out.
    """

    jenis = "surat-masuk"
    sebab_tak_batal = (
        "Surat sudah bernomor agenda. Batalkan suratnya satu per satu dengan alasan; nomornya tetap tercatat."
    )
    lingkup_kantor = True  # rows name no unit: they are entered in the importer's own
    kolom = KOLOM
    tahap = (("baris", BULAT), *((k, TEKS) for k in (
        "kunci", "diterima", "pengirim", "nomor_surat", "tanggal_surat", "hal", "keamanan", "kecepatan",
        "klasifikasi", "lampiran", "catatan", "agenda_lama", "batal", "srikandi", "cara",
    )))  # fmt: skip
    penilai = "arsip.rules.baris_masuk:penilai_surat_masuk"

    def konteks(self) -> dict[str, Any]:
        """Today, beyond which nothing was received."""
        return {"hari": timezone.localdate().isoformat()}

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse a letter that the file holds twice (SURAT_GANDA)."""
        pertama: dict[str, int] = {}
        for baris, kunci, nomor in tahap.ambil(
            "SELECT baris, kunci, nomor_surat FROM tahap_surat_masuk WHERE batal = '' ORDER BY baris"
        ):
            if pertama.setdefault(kunci, baris) != baris:
                pesan = f"Surat ini sama dengan baris {pertama[kunci]}. Hapus salah satu."
                yield TemuanBaris(baris, "nomor_surat", nomor, "SURAT_GANDA", pesan, menolak=True)

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """New ones, and those that the book has already."""
        semua = tahap.ambil("SELECT kunci, batal FROM tahap_surat_masuk")
        hidup = [kunci for kunci, batal in semua if not batal]
        baru = len(hidup) - len(_tersimpan(hidup))
        return Rekap(baru, 0, len(semua) - baru), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """New letters in the order of their days, some hundreds in an act."""
        nama = [n for n, _ in self.tahap[1:]]
        pilih = ", ".join(nama)  # our own columns
        baris = tahap.ambil(f"SELECT {pilih} FROM tahap_surat_masuk WHERE batal = '' ORDER BY diterima, baris")  # noqa: S608
        ada = _tersimpan([b[0] for b in baris])
        isian = [_isian(dict(zip(nama, b, strict=True))) for b in baris if b[0] not in ada]
        for awal in range(0, len(isian), POTONG):
            surat_masuk_muat(baris=isian[awal : awal + POTONG], oleh=batch.oleh)


def _isian(b: dict[str, str]) -> dict[str, Any]:
    del b["kunci"], b["batal"]
    if not b["cara"]:
        del b["cara"]
    hari = {n: hari_iso(b[n]) for n in ("diterima", "tanggal_surat")}
    return {**b, **hari}


def _tersimpan(kunci: Sequence[str]) -> set[str]:
    """Which of these letters the book has; asked in parts, for a database takes so many values only."""
    hidup = SuratMasuk.objects.hidup().exclude(status=SuratMasuk.Status.DIBATALKAN)
    ada: set[str] = set()
    for awal in range(0, len(kunci), POTONG):
        ada |= set(hidup.filter(kunci__in=kunci[awal : awal + POTONG]).values_list("kunci", flat=True))
    return ada


def baris_buku(baris: Iterable[BarisBuku]) -> Iterator[list[Any]]:
    """Lines of the agenda book as cells."""
    for b in baris:
        surat = b.surat.replace("\n", ", ")
        yield [b.nomor, b.diterima, b.pengirim, surat, b.hal, b.sifat, b.klasifikasi, b.disposisi, b.status]


def ekspor_surat_masuk(pengguna: Any) -> Isi:
    """All letters by id with who has them; `pengguna` narrows to his scope, None (the command) gives all."""
    return SuratMasukColumns.ekspor(_lengkap(_lingkup(pengguna).select_related(*SuratMasukColumns.hubungan)))


def ekspor_srikandi(pengguna: Any) -> Isi:
    """Open letters, not cancelled, in the columns of the national system, by id."""
    return baris_srikandi(_lingkup(pengguna))


def baris_srikandi(kueri: QuerySet[SuratMasuk]) -> Isi:
    """Letters of a queryset in the columns of the national system; closed and cancelled ones are left out."""
    kueri = kueri.exclude(status=SuratMasuk.Status.DIBATALKAN).exclude(keamanan__in=TERTUTUP)
    baris = kueri.select_related("nomor", "ditujukan_kepada").iterator(chunk_size=2000)
    return JUDUL_SRIKANDI, (
        [s.nomor.teks, s.diterima, s.pengirim, s.nomor_surat, s.tanggal_surat, s.hal,
         Keamanan(s.keamanan).label, Kecepatan(s.kecepatan).label, s.klasifikasi, s.lampiran, s.get_cara_display(),
         s.ditujukan_kepada.nama, s.srikandi]
        for s in baris
    )  # fmt: skip


def ekspor_disposisi(pengguna: Any) -> Isi:
    """All dispositions by id, within the reader's reach."""
    semua = Disposisi.objects
    return DisposisiColumns.sumber((semua.hidup() if pengguna is None else semua.untuk(pengguna)).order_by("id"))


def _lingkup(pengguna: Any) -> QuerySet[SuratMasuk]:
    semua = SuratMasuk.objects
    return (semua.hidup() if pengguna is None else semua.untuk(pengguna)).order_by("id")


def _lengkap(kueri: QuerySet[SuratMasuk]) -> Iterator[SuratMasuk]:
    baris = kueri.iterator(chunk_size=2000)
    while potong := list(itertools.islice(baris, 2000)):
        lengkapi_disposisi(potong)
        yield from potong
