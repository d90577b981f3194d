"""An import of ordinary records by declaration: columns, key, scope; the rest follows from the model.

    class ImporKendaraan(ImporRekam):
        jenis, model, kunci = "kendaraan", Kendaraan, ("plat",)
        bidang = (
            B("plat", "NOMOR POLISI", ("NOPOL", "PLAT"), contoh="K 1234 AB"),
            B("jenis", contoh="Mobil"),
            B("unit", "KODE UNIT", cari="kode", contoh="umum"),
        )

A row is known by its key. A blank cell says nothing: it leaves what is known. Rows become records through one service,
each with its history; the batch can be taken back as long as its records were not touched again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from inti.gerbang.diri import tentang_diri
from inti.models import Rekam
from inti.sheets.hasil import Rekap, TemuanBaris, di_luar, diri_sendiri
from inti.sheets.impor import Importir
from inti.sheets.kolom import NOMOR, TANGGAL, KolomLembar, baku_judul
from inti.sheets.rekam_banding import BarisRekam, BarisTahap, bandingkan, cacat
from inti.sheets.tahap import BULAT, TEKS, Tahap

if TYPE_CHECKING:
    from inti.models import BatchImpor, Pengguna

POTONG = 500  # records stored by one act


@dataclass(frozen=True)
class B:
    """A field in a sheet: heading (its name in capitals), other headings, how a related record is named (`cari`).

    `jenis` overrides what follows from the field: teks, hari, bulat, desimal, uang, ya, kelamin. `periksa` names a pure
    function `module:name` from a read value to the stored one; it raises SelSalah. `bernomor`: digits that a number cell
    would spoil (NIK, NPP). `rupa` as in `KolomLembar`; a key of text, and what has digits, may not become a date.
    """

    nama: str
    judul: str = ""
    alias: tuple[str, ...] = ()
    cari: str = ""
    contoh: str = ""
    jenis: str = ""
    periksa: str = ""
    wajib: bool | None = None
    rahasia: bool = False
    bernomor: bool = False
    rupa: str = ""


class ImporRekam(Importir):
    """Records of one model by attributes (see the module)."""

    model: ClassVar[type[Rekam]]
    kunci: ClassVar[tuple[str, ...]]
    bidang: ClassVar[tuple[B, ...]]
    penilai = "inti.sheets.penilai_rekam:penilai"
    tahap = (("baris", BULAT), ("isi", TEKS))

    def __init_subclass__(cls) -> None:
        cls.kolom = tuple(_kolom(cls.model, b, kunci=b.nama in cls.kunci) for b in cls.bidang)
        cls.lingkup_kantor = cls.lingkup_kantor or cls.model.lingkup_kantor

    def __init__(self, **opsi: Any) -> None:
        super().__init__(**opsi)
        self._rujukan: dict[str, dict[str, Any]] = {}
        self._hasil: list[BarisRekam] = []  # the last comparison

    def konteks(self) -> dict[str, Any]:
        """Kinds, limits and choices of the fields, as plain data."""
        return {"kolom": [_rupa(self.model, b) for b in self.bidang]}

    def rujukan(self, nama: str) -> models.QuerySet:
        """Records that a column may name: the living ones of its model."""
        model: Any = self.model._meta.get_field(nama).related_model
        return (
            model._default_manager.hidup() if hasattr(model._default_manager, "hidup") else model._default_manager.all()
        )

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse names that lead nowhere or to two, a key given twice or in the trash, a record that would not hold."""
        semua = self._ambil(tahap)
        salah: set[int] = set()
        for b in self.bidang:
            if b.cari:
                for temuan in self._rujuk(b, semua):
                    salah.add(temuan.baris)
                    yield temuan
        self._hasil = self._bandingkan([s for s in semua if s[0] not in salah])
        yield from cacat(self, self._hasil)

    def di_luar_lingkup(self, tahap: Tahap, pengguna: Pengguna) -> Iterable[TemuanBaris]:
        """Records beyond the user's reach, and new ones that would be."""
        if self.lingkup_kantor:
            yield from super().di_luar_lingkup(tahap, pengguna)
            return
        batas = self.model.lingkup_oleh
        if batas is None:
            raise NotImplementedError(f"{self.model.__name__} tidak menyatakan batas lingkupnya")
        ada = {nomor for nomor, _ in self._ambil(tahap)}
        hasil = [h for h in self._hasil if h.baris in ada]
        lama = [h.objek.pk for h in hasil if h.objek.pk]
        boleh: set[int] = set()
        for awal in range(0, len(lama), POTONG):
            kueri = self.model._default_manager.filter(batas.saringan(pengguna), pk__in=lama[awal : awal + POTONG])
            boleh |= set(kueri.values_list("pk", flat=True))
        for h in hasil:
            # `cacat` left each record as it would be stored: nobody moves one out of his reach either
            if (h.objek.pk and h.objek.pk not in boleh) or not batas.memuat(pengguna, h.objek):
                yield di_luar(h.baris, self.kunci[0], "")

    def tentang_diri(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """By the model's own word whose facts it holds; a row that changes nothing is none."""
        ada = {nomor for nomor, _ in self._ambil(tahap)}
        for h in self._hasil:
            if h.baris in ada and (h.berubah or not h.objek.pk) and tentang_diri(h.objek, pengguna):
                yield diri_sendiri(h.baris, self.kunci[0], "")

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Counts by record, read anew: what was known may have changed since the check."""
        self._hasil = self._bandingkan(self._ambil(tahap))
        baru = sum(not h.objek.pk for h in self._hasil)
        berubah = sum(bool(h.objek.pk and h.berubah) for h in self._hasil)
        return Rekap(baru, berubah, len(self._hasil) - baru - berubah), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """Some hundreds of records in an act."""
        from inti.services.impor_rekam import impor_rekam_simpan

        ubah = [(h.objek, h.berubah) for h in self._hasil if not h.objek.pk or h.berubah]
        for awal in range(0, len(ubah), POTONG):
            self.perbuatan.append(impor_rekam_simpan(batch=batch, baris=ubah[awal : awal + POTONG], oleh=batch.oleh))

    @classmethod
    def ekspor(cls, pengguna: Pengguna | None) -> tuple[list[str], Iterable[list[Any]]]:
        """All records by key in the shape of the import, within the reader's reach (None, the command: all)."""
        semua: Any = cls.model._default_manager
        kueri = (semua.hidup() if pengguna is None else semua.untuk(pengguna)).order_by(*cls.kunci, "id")
        hubungan = [b.nama for b in cls.bidang if b.cari]
        kueri = kueri.select_related(*hubungan) if hubungan else kueri
        return cls.lembar(kueri.iterator(chunk_size=2000))

    @classmethod
    def lembar(cls, objek: Iterable[Any]) -> tuple[list[str], Iterable[list[Any]]]:
        """Records in the shape of the import: headings and rows, so that what goes out comes back unchanged."""
        baca = [_penulis(cls.model, b) for b in cls.bidang]
        return [k.judul for k in cls.kolom], ([b(o) for b in baca] for o in objek)

    def _ambil(self, tahap: Tahap) -> list[BarisTahap]:
        semua = tahap.ambil(f"SELECT baris, isi FROM {tahap.nama} ORDER BY baris")  # noqa: S608  (our own table)
        return [(nomor, json.loads(isi)) for nomor, isi in semua]

    def _rujuk(self, b: B, semua: Sequence[BarisTahap]) -> Iterator[TemuanBaris]:
        teks = {baku_judul(isi[b.nama]) for _, isi in semua if b.nama in isi}
        ada: dict[str, list[Any]] = {}
        for satu in self.rujukan(b.nama) if teks else ():
            for cara in b.cari.split("|"):
                if (tanda := baku_judul(getattr(satu, cara))) in teks and satu not in ada.setdefault(tanda, []):
                    ada[tanda].append(satu)
        self._rujukan[b.nama] = {t: v[0] for t, v in ada.items() if len(v) == 1}
        judul = next(k.judul for k in self.kolom if k.nama == b.nama)
        for baris, isi in semua:
            if b.nama in isi and len(calon := ada.get(baku_judul(isi[b.nama]), [])) != 1:
                kode = "RUJUKAN_GANDA" if calon else "RUJUKAN_TIDAK_ADA"
                pesan = f"{judul} ini dipakai lebih dari satu data." if calon else f"{judul} ini belum ada."
                yield TemuanBaris(baris, b.nama, isi[b.nama], kode, f"{pesan} Perbaiki tulisannya.", menolak=True)

    def _bandingkan(self, semua: Sequence[BarisTahap]) -> list[BarisRekam]:
        rujukan = self._rujukan.items()
        baris = [(n, {**i, **{r: peta[baku_judul(i[r])] for r, peta in rujukan if r in i}}) for n, i in semua]
        return bandingkan(self, baris)


def _kolom(model: type[models.Model], b: B, *, kunci: bool) -> KolomLembar:
    bidang: Any = model._meta.get_field(b.nama)
    wajib = b.wajib if b.wajib is not None else _wajib(bidang)
    teks = isinstance(bidang, models.CharField) and not b.cari and not b.jenis
    dugaan = NOMOR if teks and (kunci or b.bernomor) else TANGGAL if isinstance(bidang, models.DateField) else ""
    judul = b.judul or str(bidang.verbose_name).upper()
    return KolomLembar(b.nama, judul, b.alias, wajib, b.rahasia, b.contoh, b.rupa or dugaan)


def _wajib(bidang: Any) -> bool:
    return not (bidang.blank or bidang.null or bidang.has_default() or isinstance(bidang, models.BooleanField))


JENIS = (
    (models.BooleanField, "ya"),
    (models.DateField, "hari"),
    (models.IntegerField, "bulat"),
    (models.DecimalField, "desimal"),
)


def _rupa(model: type[models.Model], b: B) -> dict[str, Any]:
    bidang: Any = model._meta.get_field(b.nama)
    rupa = {
        "nama": b.nama,
        "jenis": b.jenis or next((j for k, j in JENIS if isinstance(bidang, k) and not bidang.choices), "teks"),
        "wajib": b.wajib if b.wajib is not None else _wajib(bidang),
        "panjang": bidang.max_length,
        "periksa": b.periksa,
        "bernomor": b.bernomor,
    }
    if bidang.choices:
        rupa["pilihan"] = {baku_judul(t): str(k) for k, label in bidang.flatchoices for t in (k, label)}
    for v in getattr(bidang, "validators", ()):
        if v.__class__.__name__ == "MinValueValidator":
            rupa["paling_kecil"] = max(int(v.limit_value), rupa.get("paling_kecil", int(v.limit_value)))
        elif v.__class__.__name__ == "MaxValueValidator":
            rupa["paling_besar"] = min(int(v.limit_value), rupa.get("paling_besar", int(v.limit_value)))
    return rupa


def _penulis(model: type[models.Model], b: B) -> Any:
    bidang: Any = model._meta.get_field(b.nama)
    if b.cari:
        cara = b.cari.split("|")[0]
        return lambda o: getattr(getattr(o, b.nama), cara, "")
    if bidang.choices:
        return lambda o: getattr(o, f"get_{b.nama}_display")()
    if isinstance(bidang, models.BooleanField):
        return lambda o: "Ya" if getattr(o, b.nama) else "Tidak"
    return lambda o: "" if getattr(o, b.nama) is None else getattr(o, b.nama)
