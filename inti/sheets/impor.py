"""The pipeline of every import: read, check every row, stage, compare, and merge in one transaction.

An app declares an `Importir`: its columns, how one row is judged, and how the staged rows are compared and merged.
The pipeline does the rest, so that the page, the command and a job give the same answer.
"""

from __future__ import annotations

import gc
import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import transaction

from inti import registry
from inti.galat import AturanDilanggar
from inti.sheets.baca import KepalaLembar, Pembaca
from inti.sheets.hasil import HasilImpor, Rekap, TemuanBaris, catat_temuan, di_luar, nilai_tampil
from inti.sheets.hasil_lembar import catat_lembar, ringkas_peringatan
from inti.sheets.kolom import KolomLembar, baku_judul, dengan_peta
from inti.sheets.perbaikan import Perbaikan, Potongan
from inti.sheets.tahap import Tahap

if TYPE_CHECKING:
    from inti.models import BatchImpor, Pengguna

PRATINJAU = 20  # rows kept for the preview
GALAT_DISIMPAN = 20_000  # refused rows kept with their cells for the error workbook
GALAT_LAPORAN = 500  # findings kept in the batch's report


class Importir(ABC):
    """One kind of import. A subclass is declared in its app's `isi.py`, or by its Sumber."""

    jenis: ClassVar[str]
    kolom: ClassVar[tuple[KolomLembar, ...]]
    tahap: ClassVar[tuple[tuple[str, str], ...]]  # staged columns, `baris` first
    tambahan: ClassVar[tuple[tuple[str, str], ...]] = ()
    penilai: ClassVar[str]  # `module:factory` of the pure judge of one row (`inti.sheets.nilai`)
    kelompok: ClassVar[tuple[str, ...]] = ()  # columns that alone filled make a row a caption of the rows below it
    kalender: ClassVar[bool] = False  # it changes the calendar: its result says what was computed by another one
    pilihan: ClassVar[dict[str, str]] = {}  # extra options of the command and the page: name -> help in Indonesian
    sebab_tak_batal: ClassVar[str] = ""  # why a batch can't be taken back as a whole, and what to do instead
    lingkup_kantor: ClassVar[bool] = False  # True: rows belong to the whole office, whoever of it writes them

    def __init__(self, **opsi: Any) -> None:
        tak_dikenal = set(opsi) - set(self.pilihan)
        if tak_dikenal:
            raise TypeError(f"pilihan tidak dikenal: {', '.join(sorted(tak_dikenal))}")
        self.opsi = opsi
        self.kolom_ada: list[bool] = []
        self.perbuatan: list[int] = []  # acts that stored the rows, where the batch can be taken back as a whole
        self.angka_lain: dict[str, int] = {}  # counts of this kind's own, added to the result by `bandingkan`

    def konteks(self) -> dict[str, Any]:
        """Plain data for the judge; asked for once, before the file is opened."""
        return {}

    def siapkan(self, kepala: KepalaLembar) -> None:  # noqa: B027  (a hook: most importers need none)
        """Called once when the heading is known, before the first row."""

    def terima(self, nomor: int, nilai: tuple[Any, ...]) -> tuple[Any, ...]:
        """The tuple to stage for a row that was judged good."""
        return (nomor, *nilai)

    def tolak(self, nomor: int, sel: Sequence[Any]) -> None:  # noqa: B027  (a hook)
        """Called for each refused row."""

    def periksa_akhir(self, tahap: Tahap) -> Iterable[TemuanBaris]:
        """Findings that need all rows at once. A row that they refuse is removed from the stage by the pipeline."""
        return ()

    def di_luar_lingkup(self, tahap: Tahap, pengguna: Pengguna) -> Iterable[TemuanBaris]:
        """Staged rows that this user (who imports, or proposed it) may not write; the pipeline refuses them.

        Data of the whole office are closed to villages and companies; any other importer says which rows are whose.
        """
        if not self.lingkup_kantor:
            raise NotImplementedError(f"{type(self).__name__} tidak menyatakan lingkup barisnya")
        if pengguna.desa_id or pengguna.perusahaan_id:
            for (baris,) in tahap.ambil(f"SELECT baris FROM {tahap.nama} ORDER BY baris"):  # noqa: S608  (our own table)
                yield di_luar(baris, "", "")

    def tentang_diri(self, tahap: Tahap, pengguna: Pengguna) -> Iterable[TemuanBaris]:
        """Staged rows that change what is kept of who imports them; the pipeline refuses them (`inti.gerbang.diri`)."""
        return ()

    @abstractmethod
    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Compare the staged rows with the tables, without changing these. Out: counts, and warnings."""

    @abstractmethod
    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """Write the staged rows in sets. Runs in one transaction, after `bandingkan` on the same stage."""


def impor_berkas(
    jenis: str,
    berkas: Path,
    *,
    simpan: bool = False,
    lewati_galat: bool = False,
    lembar: str | None = None,
    nama_berkas: str | None = None,
    oleh: Pengguna | None = None,
    penyusun: Pengguna | None = None,
    harap: Sequence[int] | None = None,
    kemajuan: Callable[[int], None] | None = None,
    sebelum_simpan: Callable[[], None] | None = None,
    peta: Mapping[str, str] | None = None,
    perbaikan: Perbaikan | None = None,
    **opsi: Any,
) -> HasilImpor:
    """Check a file and, when asked, save it.

    In: kind, path; `simpan` saves when no row is refused, with `lewati_galat` the good rows in any case; `lembar` names
    the sheet; `oleh` imports and `penyusun` proposed it: rows outside the reach of either, and rows that change
    what is kept of `oleh` himself, are refused (nobody: the
    command, which sees the whole office); `harap` are the counts (new, changed, same, refused) that were agreed to;
    `kemajuan` is called with the number of rows read so far and may raise to cancel;
    `sebelum_simpan` is called first in the transaction that saves, and may raise to let nothing be saved;
    `peta` maps headings of the office's own to columns ("" leaves one out), None: what the office has kept;
    `perbaikan` are cells that were mended and rows that were left out on the page.
    Raises BerkasTakTerpakai when the file itself can't be used, KeyError for an unknown kind, AturanDilanggar
    (DATA_BERUBAH) when the counts are no longer those of `harap`.
    """
    importir: Importir = registry.importir(jenis)(**opsi)
    if peta is None:
        peta = peta_kantor(jenis)
    kolom = dengan_peta(importir.kolom, {j: k for j, k in peta.items() if k})
    hasil = HasilImpor(jenis, nama_berkas or berkas.name, judul=[k.judul for k in importir.kolom])
    ditolak: dict[int, list[str]] = {}
    with (
        _tanpa_pemulung(),
        Tahap(f"tahap_{jenis.replace('-', '_')}", importir.tahap, importir.tambahan) as tahap,
        Pembaca(
            berkas,
            kolom,
            lembar,
            penilai=(importir.penilai, importir.konteks()),
            dengan_sel=perbaikan.ganti.keys() if perbaikan else (),
            kelompok=importir.kelompok,
        ) as pembaca,
    ):
        _terapkan_kepala(hasil, importir, pembaca.kepala, peta)
        importir.siapkan(pembaca.kepala)
        potongan = perbaikan.terapkan(pembaca, importir) if perbaikan else pembaca.potongan_ternilai()
        _baca_dan_tahapkan(hasil, importir, potongan, tahap, ditolak, kemajuan)
        catat_lembar(hasil, pembaca.catatan)
        akhir = list(importir.periksa_akhir(tahap))
        _tolak_akhir(tahap, akhir, ditolak)
        for siapa in dict.fromkeys(p for p in (oleh, penyusun) if p is not None):
            luar = list(importir.di_luar_lingkup(tahap, siapa))
            _tolak_akhir(tahap, luar, ditolak)
            akhir += luar
        if oleh is not None:
            sendiri = list(importir.tentang_diri(tahap, oleh))
            _tolak_akhir(tahap, sendiri, ditolak)
            akhir += sendiri
        catat_temuan(hasil, importir.kolom, akhir)
        hasil.ditolak = len(ditolak)
        if simpan and (lewati_galat or not ditolak):
            _simpan(hasil, importir, tahap, berkas, oleh, sebelum_simpan, harap)
        else:
            rekap, peringatan = importir.bandingkan(tahap)
            _pakai_rekap(hasil, importir, rekap, peringatan)
    _lengkapi_sel(hasil, ditolak, berkas, kolom, importir, perbaikan)
    hasil.galat.sort(key=lambda g: g["baris"])
    hasil.peringatan.sort(key=lambda g: g["baris"])
    ringkas_peringatan(hasil)
    return hasil


@contextmanager
def _tanpa_pemulung() -> Iterator[None]:
    """No search for reference cycles meanwhile: rows make none, and walking them all took a tenth of an import."""
    semula = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if semula:
            gc.enable()


def peta_kantor(jenis: str) -> dict[str, str]:
    """What the office's own headings mean for a kind of import: normalised heading to a column's name, or ""."""
    from inti.models import PetaJudul

    return dict(PetaJudul.objects.hidup().filter(jenis=jenis).values_list("baku", "kolom"))


def _terapkan_kepala(hasil: HasilImpor, importir: Importir, kepala: KepalaLembar, peta: Mapping[str, str]) -> None:
    importir.kolom_ada = kepala.ada
    asing = [j for j in kepala.asing if baku_judul(j) not in peta]
    hasil.lembar, hasil.kolom_asing = kepala.lembar, asing
    hasil.kolom_tiada = [k.judul for k, ada in zip(importir.kolom, kepala.ada, strict=True) if not ada]
    if asing:
        pesan = f"Kolom yang tidak dikenal diabaikan: {', '.join(asing[:20])}."
        hasil.peringatan.append(
            {"baris": kepala.baris_judul, "kolom": "", "nilai": "", "pesan": pesan, "kode": "KOLOM_TAK_DIKENAL"}
        )


def _baca_dan_tahapkan(
    hasil: HasilImpor,
    importir: Importir,
    potongan: Iterable[Potongan],
    tahap: Tahap,
    ditolak: dict[int, list[str]],
    kemajuan: Callable[[int], None] | None,
) -> None:
    """Stage the good rows of each chunk while the child prepares and judges the next."""
    for nomor_baris, (nilai, temuan), isi in potongan:
        terima = importir.terima
        tahap.isi([terima(n, v) for n, v in zip(nomor_baris, nilai, strict=True) if v is not None])
        for tempat, (sel, daftar) in temuan.items():
            nomor = nomor_baris[tempat]
            catat_temuan(hasil, importir.kolom, [TemuanBaris(nomor, *t) for t in daftar])
            if nilai[tempat] is None:
                importir.tolak(nomor, sel)
                ditolak[nomor] = [t[3] for t in daftar if t[4]]
                if len(hasil.baris_galat) < GALAT_DISIMPAN:
                    hasil.baris_galat.append((nomor, sel, ditolak[nomor]))
        if isi and len(hasil.pratinjau) < PRATINJAU:
            _pratinjau(hasil, importir, nomor_baris, isi)
        hasil.dibaca += len(nilai)
        if kemajuan is not None:
            kemajuan(hasil.dibaca)
    tahap.selesai_isi()


def _lengkapi_sel(
    hasil: HasilImpor,
    ditolak: dict[int, list[str]],
    berkas: Path,
    kolom: Sequence[KolomLembar],
    importir: Importir,
    perbaikan: Perbaikan | None,
) -> None:
    """Cells of rows that only the comparison refused: read once more, for the workbook and the page that mends them."""
    kurang = sorted(ditolak.keys() - {n for n, _, _ in hasil.baris_galat})[: GALAT_DISIMPAN - len(hasil.baris_galat)]
    if not kurang:
        return
    nilai, perbaikan = (importir.penilai, importir.konteks()), perbaikan or Perbaikan()
    dengan_sel = {*kurang, *perbaikan.ganti}
    with Pembaca(
        berkas, kolom, hasil.lembar or None, penilai=nilai, dengan_sel=dengan_sel, kelompok=importir.kelompok
    ) as pembaca:
        potongan = perbaikan.terapkan(pembaca, importir)
        for nomor, (_, temuan), _ in potongan:
            hasil.baris_galat += [
                (nomor[t], sel, ditolak[nomor[t]]) for t, (sel, _) in temuan.items() if nomor[t] in kurang
            ]
    hasil.baris_galat.sort(key=lambda b: b[0])


def _pratinjau(hasil: HasilImpor, importir: Importir, nomor: list[int], isi: list[tuple[Any, ...]]) -> None:
    for n, sel in list(zip(nomor, isi, strict=True))[: PRATINJAU - len(hasil.pratinjau)]:
        tampil = [nilai_tampil(k, s) for k, s in zip(importir.kolom, sel, strict=True)]
        hasil.pratinjau.append((n, tampil))


def _tolak_akhir(tahap: Tahap, akhir: list[TemuanBaris], ditolak: dict[int, list[str]]) -> None:
    baru = {t.baris for t in akhir if t.menolak}
    for t in akhir:
        if t.menolak:
            ditolak.setdefault(t.baris, []).append(t.pesan)
    for baris in baru:
        tahap.jalankan(f"DELETE FROM {tahap.nama} WHERE baris = %s", [baris])  # noqa: S608  (our own table's name)


def _pakai_rekap(hasil: HasilImpor, importir: Importir, rekap: Rekap, peringatan: Iterable[TemuanBaris]) -> None:
    hasil.baru, hasil.berubah, hasil.sama = rekap.baru, rekap.berubah, rekap.sama
    hasil.tambahan = importir.angka_lain
    catat_temuan(hasil, importir.kolom, peringatan)


def _simpan(
    hasil: HasilImpor,
    importir: Importir,
    tahap: Tahap,
    berkas: Path,
    oleh: Pengguna | None,
    sebelum: Callable[[], None] | None,
    harap: Sequence[int] | None,
) -> None:
    from inti.models import BatchImpor

    jejak = _sha256(berkas)
    with transaction.atomic():
        if sebelum is not None:
            sebelum()
        rekap, peringatan = importir.bandingkan(tahap)
        _pakai_rekap(hasil, importir, rekap, peringatan)
        if harap is not None and list(harap) != [hasil.baru, hasil.berubah, hasil.sama, hasil.ditolak]:
            raise AturanDilanggar(
                "DATA_BERUBAH", "Data sudah berubah sejak berkas ini diperiksa.", "Periksa berkasnya sekali lagi."
            )
        batch = BatchImpor.objects.create(
            jenis=hasil.jenis,
            nama_berkas=hasil.berkas[:200],
            sha256=jejak,
            lembar=hasil.lembar[:100],
            oleh=oleh,
            dibaca=hasil.dibaca,
            baru=hasil.baru,
            berubah=hasil.berubah,
            sama=hasil.sama,
            ditolak=hasil.ditolak,
            status=BatchImpor.Status.SEBAGIAN if hasil.ditolak else BatchImpor.Status.TERSIMPAN,
        )
        importir.gabung(tahap, batch)
        hasil.disimpan, hasil.batch_id = True, batch.pk
        batch.laporan = _laporan(hasil)
        if importir.perbuatan:
            batch.laporan["perbuatan"] = importir.perbuatan
        batch.save(update_fields=["laporan"])


def _laporan(hasil: HasilImpor) -> dict[str, Any]:
    laporan = hasil.sebagai_json()
    laporan["galat"], laporan["peringatan"] = hasil.galat[:GALAT_LAPORAN], hasil.peringatan[:GALAT_LAPORAN]
    laporan["dilewati"] = hasil.dilewati
    return laporan


def _sha256(berkas: Path) -> str:
    with berkas.open("rb") as isi:
        return hashlib.file_digest(isi, "sha256").hexdigest()
