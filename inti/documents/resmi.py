"""A declared paper: what an office issues of a record. From one class the kernel numbers, draws, keeps, prints and
cancels it, answers for it at `/v/KODE/`, and gives the record its verbs and its tab "Cetakan".

    class KartuKendaraan(KertasResmi):
        kode, sebutan, tata_letak = "umum.kartu-kendaraan", "Kartu kendaraan", "kartu-1"
        model, nomor = Kendaraan, Deret("umum.kartu", "KK/{urut:03d}/{tahun}")
        izin = {"terbit": "umum.change_kendaraan", "cetak": "umum.view_kendaraan", "batal": "umum.change_kendaraan"}

        @classmethod
        def bagian(cls, data): return (Isian((("Nomor polisi", data.plat), ("Unit", data.unit.nama))),)

Name it in the app's `isi.py` (`kertas=(".documents.kendaraan.KartuKendaraan",)`) and where it is offered: `cetak` of a
`Sumber`, or of a `Rincian` with `rute_kertas` among the routes. What is kept of an issued paper is the whole page as
parts (`surat_ke_data`), so that words changed in the class afterwards change no paper that was issued before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from inti.documents import (
    BlokNomor,
    Judul,
    Kertas,
    KodeQR,
    Kop,
    Paragraf,
    Sertifikat,
    Surat,
    TandaTangan,
    Tujuan,
    gambar_sertifikat,
    gambar_surat,
    sertifikat_dari_data,
    sertifikat_ke_data,
    surat_dari_data,
    surat_ke_data,
)
from inti.documents.bagian import Blok
from inti.formats import tanggal_panjang
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Instansi, Pengguna, UnitKerja
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa

TERBITKAN, TANDA_TANGANI = ("Terbitkan", "diterbitkan"), ("Tanda tangani", "ditandatangani")


@dataclass(frozen=True)
class Deret:
    """Numbers of a series of its own; see `inti.services.nomor.nomor_ambil` for the pattern."""

    seri: str
    pola: str


@dataclass(frozen=True)
class BukuSurat:
    """Numbers of the letter book, into which the paper is entered under a classification."""

    klasifikasi: str


@dataclass(frozen=True)
class Penanda:
    """Who signs: his blocks on the paper, how `/v/` names him, and his record for the letter book."""

    ttd: tuple[TandaTangan, ...]
    sebutan: str
    orang: Any = None


@dataclass(frozen=True)
class Terbitan:
    """What a paper knows of its issue alone."""

    nomor: str
    kode: str
    tanggal: dt.date
    penanda: Penanda
    sampai: dt.date | None = None

    @property
    def qr(self) -> KodeQR:
        """The address at which anybody checks it."""
        return qr_periksa(self.kode)

    @property
    def tempat_tanggal(self) -> str:
        """Town and day, as they stand above a signature or beside a number."""
        return f"{Instansi.kini().kota}, {tanggal_panjang(self.tanggal)}"


class KertasResmi:
    """A paper by attributes (see the module): a heading, its number, blocks, signatures, QR. `SuratResmi` is a letter.

    `izin` says who may do what: terbit (issue), cetak (print), batal (cancel). A key that is left out has neither route
    nor verb: a paper whose issue moves the record's state has its own service, which calls
    `inti.services.kertas.kertas_buat` within its act.
    """

    kode: ClassVar[str] = ""  # stable: what issued papers are known by
    sebutan: ClassVar[str] = ""  # on `/v/`, so never of a person
    tata_letak: ClassVar[str] = ""  # its version; papers of another one are printed from their archive copy
    model: ClassVar[type[models.Model]]
    izin: ClassVar[dict[str, str]]
    nomor: ClassVar[Deret | BukuSurat | None] = None
    satu_saja: ClassVar[bool] = True  # at most one valid paper of a record, held by the database
    bidang: ClassVar[str] = ""  # the record's field for its valid paper (a Dokumen, or the book's entry), if it has one
    kata: ClassVar[str] = ""  # in addresses and route names; empty: what follows the dot in `kode`
    singkat: ClassVar[str] = ""  # on buttons; empty: `sebutan`
    judul: ClassVar[str] = ""  # on the page; empty: `sebutan` in capitals
    penutup: ClassVar[str] = ""
    tembusan: ClassVar[tuple[str, ...]] = ()
    kata_terbit: ClassVar[tuple[str, str]] = TERBITKAN  # the verb, and its participle
    kode_sudah: ClassVar[str] = "SUDAH_TERBIT"  # refusal when there is a valid one
    kode_belum: ClassVar[str] = "BELUM_TERBIT"  # refusal to print when there is none
    hubungan: ClassVar[tuple[str, ...]] = ()  # what its verbs read along with the record
    template_terbit: ClassVar[str] = "inti/verba.html"  # the page that asks before it is issued

    def __init_subclass__(cls) -> None:
        cls.kata = vars(cls).get("kata") or cls.kode.rsplit(".", 1)[-1]
        cls.singkat = vars(cls).get("singkat") or cls.sebutan[:1].lower() + cls.sebutan[1:]

    # --- of the record -----------------------------------------------------------------------------------------------

    @classmethod
    def data(cls, objek: Any) -> Any:
        """What the page shows, gathered; queries stand here. Empty of this: the record itself."""
        return objek

    @classmethod
    def bagian(cls, data: Any) -> tuple[Blok, ...]:
        """The blocks of the page. Its last valid day, if it has one, is written below them."""
        raise NotImplementedError

    @classmethod
    def boleh_terbit(cls, objek: Any) -> AturanDilanggar | None:
        """Why it may not be issued now; None when it may. Asked under the record's lock."""
        return None

    @classmethod
    def ditawarkan(cls, objek: Any) -> bool:
        """Whether the record's page offers to issue it."""
        return cls.boleh_terbit(objek) is None

    @classmethod
    def penandatangan(cls, objek: Any, oleh: Pengguna) -> Penanda:
        """Who signs; whoever issues it, where nothing else is said. May raise AturanDilanggar."""
        return Penanda((TandaTangan(("Petugas,",), oleh.nama),), oleh.nama)

    @classmethod
    def tanggal(cls, objek: Any) -> dt.date:
        """Its date; the day of its issue, where the record knows no other."""
        return timezone.localdate()

    @classmethod
    def nomor_sendiri(cls, objek: Any) -> str:
        """The number of a paper that bears its record's own and takes none."""
        return ""

    @classmethod
    def sah_sampai(cls, objek: Any) -> dt.date | None:
        """Its last valid day, if it has one."""
        return None

    @classmethod
    def kabari(cls, objek: Any) -> Sequence[Pengguna | None]:
        """Who is told that it was issued."""
        return ()

    # --- of the letter book ------------------------------------------------------------------------------------------

    @classmethod
    def unit(cls, objek: Any) -> UnitKerja:
        """Whose letter it is."""
        unit: UnitKerja = objek.unit
        return unit

    @classmethod
    def buku(cls, objek: Any) -> dict[str, Any]:
        """Its entry in the letter book: `tujuan`, `hal`, `unit`, and where needed `lain` (see the port's arguments)."""
        return {"tujuan": str(objek)[:160], "hal": cls.sebutan, "unit": cls.unit(objek)}

    # --- the page ----------------------------------------------------------------------------------------------------

    @classmethod
    def lembar(cls, data: Any, t: Terbitan) -> Surat | Sertifikat:
        """The whole page: a statement whose heading stands over its number, dated above the last signature."""
        *depan, akhir = t.penanda.ttd
        return cls.surat(
            data,
            t,
            judul=Judul(cls.judul or cls.sebutan.upper(), t.nomor),
            ttd=(*depan, replace(akhir, tempat_tanggal=akhir.tempat_tanggal or t.tempat_tanggal)),
        )

    @classmethod
    def surat(cls, data: Any, t: Terbitan, **isi: Any) -> Surat:
        """A page on the office's letterhead and paper with the blocks, last valid day, closing words, QR and copies."""
        kop, kertas = kepala()
        bagian = cls.bagian(data)
        if t.sampai is not None:
            bagian += (Paragraf(f"{cls.sebutan} ini berlaku sampai dengan {tanggal_panjang(t.sampai)}."),)
        surat = Surat(
            kop=kop,
            isi=bagian,
            ttd=t.penanda.ttd,
            penutup=cls.penutup,
            qr=t.qr,
            tembusan=cls.tembusan,
            kertas=kertas,
        )
        return replace(surat, **isi)

    @classmethod
    def snapshot(cls, objek: Any, t: Terbitan) -> dict[str, Any]:
        """The page as immutable data."""
        lembar = cls.lembar(cls.data(objek), t)
        return sertifikat_ke_data(lembar) if isinstance(lembar, Sertifikat) else surat_ke_data(lembar)

    @classmethod
    def gambar(cls, snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
        """Papers of snapshots in one PDF, each with its footer."""
        if "sertifikat" in snapshot[0]:
            return gambar_sertifikat([sertifikat_dari_data(s) for s in snapshot], judul=cls.sebutan, kaki=list(kaki))
        return gambar_surat([surat_dari_data(s) for s in snapshot], judul=cls.sebutan, kaki=list(kaki))

    # --- where its paper lies ----------------------------------------------------------------------------------------

    @classmethod
    def milik(cls, objek: Any) -> Dokumen | None:
        """The valid paper that the record's own field names."""
        isi = getattr(objek, cls.bidang) if cls.bidang else None
        return isi if isi is None or isinstance(isi, Dokumen) else isi.dokumen


class SuratResmi(KertasResmi):
    """A letter: block of number, sifat, lampiran and hal, addressee, blocks, signatures, copies."""

    hal: ClassVar[str] = ""  # empty: `sebutan`
    sifat: ClassVar[str] = "Biasa"
    lampiran: ClassVar[str] = "-"
    tembusan: ClassVar[tuple[str, ...]] = ("Arsip",)

    @classmethod
    def tujuan(cls, data: Any) -> tuple[str, ...]:
        """Lines of the addressee."""
        raise NotImplementedError

    @classmethod
    def lembar(cls, data: Any, t: Terbitan) -> Surat | Sertifikat:
        """The whole letter."""
        hal = cls.hal or cls.sebutan
        nomor = BlokNomor(t.nomor, hal, t.tempat_tanggal, cls.sifat, cls.lampiran)
        return cls.surat(data, t, nomor=nomor, tujuan=Tujuan(cls.tujuan(data)))

    @classmethod
    def buku(cls, objek: Any) -> dict[str, Any]:
        """As any paper, with the letter's own addressee and matter."""
        tujuan = cls.tujuan(cls.data(objek))[0][:160]
        return super().buku(objek) | {"tujuan": tujuan, "hal": cls.hal or cls.sebutan}


def kepala() -> tuple[Kop, Kertas]:
    """The office's letterhead and paper (A4 or F4)."""
    instansi = Instansi.kini()
    return kop_instansi(instansi), kertas_instansi(instansi)
