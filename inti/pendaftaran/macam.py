"""Kinds of things that an app gives to the house, as data. Its `isi.py` holds one `ISI = Isi(...)` and calls nothing.

Names may be short, as they are said within the app: a dotted path that begins with a dot is the app's own
(".queries.pekerjaan.naskah_baris"), a route without a colon lies in its namespace, a permission without a dot is its own,
and a code is preceded by its label. `inti.pendaftaran.baca` completes them; `inti.pendaftaran.periksa` looks whether
what they name exists. Nothing they name is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from inti.access import MASUK
from inti.rules.pos import isian_perihal

Jalur = Annotated[str, "jalur"]  # dotted path of a function or class
Rute = Annotated[str, "rute"]  # route that needs no argument; no other line leads to it
Izin = Annotated[str, "izin"]  # as a route declares it
Kode = Annotated[str, "kode"]  # one word of the whole house, nowhere else used for the same kind
KodeApp = Annotated[str, "kode_app"]  # likewise, but the app's own
Label = Annotated[str, "label"]  # a model, "app.Model"
App = Annotated[str, "app"]  # label of the app that declares it; never said
Kelompok = Annotated[str | None, "kelompok"]  # a heading; None: the app's name


@dataclass(frozen=True)
class Aplikasi:
    """The app itself: its name, the word on the rail (at most 8 letters where possible), its icon, what it is for in a
    sentence, its place among the others, and the apps without which it can't be used (`memakai`: labels, separated by
    spaces). `tetap`: no office can do without it; `kaki`: stands apart at the
    foot of the rail."""

    nama: str
    singkat: str
    ikon: str
    kalimat: str
    urut: int
    memakai: str = ""
    tetap: bool = False
    kaki: bool = False


@dataclass(frozen=True)
class Menu:
    """A line of the navigation. `hitung(pengguna)` gives the queryset whose rows are counted beside it; `utama`: one of
    the seven lines (at most) that stand in the app's short menu, the others are found under "Semua halaman", there
    below the heading `kelompok`."""

    teks: str
    ikon: str
    rute: Rute
    izin: Izin = MASUK
    urut: int = 50
    hitung: Jalur = ""
    kelompok: Kelompok = None
    utama: bool = False
    app: App = ""


@dataclass(frozen=True)
class DariSumber:
    """A noun (`inti.pages.sumber.Sumber`) that gives its own routes, menu line, act ("Tambah …"), export and import;
    here only the line's place."""

    kelas: Jalur
    urut: int = 50
    hitung: Jalur = ""
    kelompok: Kelompok = None
    utama: bool = False
    app: App = ""


@dataclass(frozen=True)
class Pekerjaan:
    """Work that waits for a user: on the desk, as the count on the rail, and as an act in the palette.

    `kueri(pengguna) -> QuerySet` is what waits; all of them are counted in one statement on every page.
    `baris(pengguna, kueri) -> list[inti.queries.meja.Kerja]` are its rows, by one query; their `banyak` add up to the
    count (`inti.queries.meja.lipat` folds what is alike).
    """

    kode: KodeApp
    kueri: Jalur
    baris: Jalur
    izin: Izin


@dataclass(frozen=True)
class Fakta:
    """Facts beside the work of the desk: `isi(pengguna) -> list[inti.queries.meja.FaktaMeja]`, by one query where it
    can be; an empty list where the user's unit has nothing to do with it."""

    kode: KodeApp
    isi: Jalur
    izin: Izin
    urut: int = 50


@dataclass(frozen=True)
class Jadwal:
    """Times of today beside the work of the desk: `isi(pengguna, hari) -> list[(datetime.time, sentence)]`."""

    kode: KodeApp
    isi: Jalur
    izin: Izin


@dataclass(frozen=True)
class Tindakan:
    """An act that palette and search offer to who may do or propose it: it opens a page or form and changes nothing by
    itself. `kata`: further words under which it is sought."""

    teks: str
    ikon: str
    rute: Rute
    izin: Izin
    kata: str = ""
    app: App = ""


@dataclass(frozen=True)
class Pencari:
    """A source for the one search box: `cari(pengguna, teks) -> list[inti.queries.cari.Temuan]`."""

    kode: KodeApp
    judul: str
    cari: Jalur
    izin: Izin
    app: App = ""


@dataclass(frozen=True)
class JenisDokumen:
    """A kind of printed document with a service of its own (all others are `kertas`). `modul` has
    `gambar(snapshot, *, kaki) -> bytes` and `TATA_LETAK`, the layout's version: a print of an older one is never drawn
    anew."""

    kode: KodeApp
    sebutan: str
    modul: Jalur


@dataclass(frozen=True)
class TataLetak:
    """How a kind of document is drawn now: the layout's version, and `gambar(snapshot, *, kaki) -> bytes`."""

    kode: str
    gambar: Callable[..., bytes]


@dataclass(frozen=True)
class JenisImpor:
    """A kind of import: an `inti.sheets.impor.Importir` and the permission of its page."""

    jenis: Kode
    kelas: Jalur
    izin: Izin


@dataclass(frozen=True)
class JenisEkspor:
    """A kind of export: `sumber(pengguna | None) -> (headings, iterable of rows)`, or a Sumber, whose list it is."""

    jenis: Kode
    sumber: Jalur
    izin: Izin
    sebutan: str


@dataclass(frozen=True)
class JenisTugas:
    """A kind of background job: `fungsi(jalannya, **argumen) -> dict`, idempotent. `balik(*, objek, oleh, alasan)` is
    the service that takes back one thing that a batch did (`inti.jobs.butir`), with the permission it needs."""

    jenis: Kode
    fungsi: Jalur
    balik: Jalur = ""
    izin_balik: Izin = MASUK


@dataclass(frozen=True)
class JenisPos:
    """A kind of outgoing mail for `inti.services.pos.pos_kirim`: `perihal` is a pattern ("Surat {nomor} siap"),
    `templat` a plain-text template of the body, `pribadi` names the fields that tell of a person ("nama nik").

    Raises ValueError when the subject uses one of those.
    """

    kode: Kode
    sebutan: str
    perihal: str
    templat: str
    pribadi: str = ""

    def __post_init__(self) -> None:
        if terpakai := isian_perihal(self.perihal) & set(self.pribadi.split()):
            raise ValueError(f"perihal pos {self.kode} memuat data pribadi: {', '.join(sorted(terpakai))}")


@dataclass(frozen=True)
class BagianPeriksa:
    """A part of `periksa`: `fungsi() -> Iterable[inti.periksa.Temuan]`, and what it looks at in a few words."""

    kode: Kode
    fungsi: Jalur
    sebutan: str


@dataclass(frozen=True)
class Turunan:
    """Records that keep figures computed from the calendar of days off; the kernel's calendar pages say how many differ.

    `basi(mulai, sampai, andai) -> Sized` gives those with a day in the span whose figures are not what the calendar says
    now, or would say with `andai` (date -> name of the day off, None: no day off any more). `sebutan` names one of them;
    `rute` is the page that shows and recomputes them, for whoever has `izin`.
    """

    sebutan: str
    basi: Jalur
    rute: Rute
    izin: Izin
    app: App = ""


@dataclass(frozen=True)
class Subjek:
    """What an app holds of people, for requests of data subjects; its code is the app's label.

    `cari(pengguna, nik, nama) -> list[OrangSubjek]`, `salinan(kunci) -> list[TabelSubjek]` (inti.queries.subjek);
    `batasi(*, permintaan, kunci, sampai, alasan, oleh)` and `cabut(*, permintaan, alasan, oleh) -> int` run within
    the act of the kernel's service; both are empty where a law obliges the office to go on using the data.
    """

    sebutan: str
    cari: Jalur
    salinan: Jalur
    batasi: Jalur = ""
    cabut: Jalur = ""
    kode: KodeApp = ""


@dataclass(frozen=True)
class Bersegel:
    """Rows that are sealed besides the history tables: `kolom` names the columns that nothing alters after the row's
    transaction, separated by spaces."""

    model: Label
    kolom: str


@dataclass(frozen=True)
class BagianDemo:
    """A part of the demonstration office, idempotent; parts run in their order, lower apps first."""

    urut: int
    fungsi: Jalur


@dataclass(frozen=True, kw_only=True)
class Isi:
    """All that one app gives. `ruang` is the namespace of its routes (None: the app's label)."""

    aplikasi: Aplikasi
    ruang: str | None = None
    sumber: tuple[DariSumber, ...] = ()
    menu: tuple[Menu, ...] = ()
    pekerjaan: tuple[Pekerjaan, ...] = ()
    fakta: tuple[Fakta, ...] = ()
    jadwal: tuple[Jadwal, ...] = ()
    tindakan: tuple[Tindakan, ...] = ()
    pencari: tuple[Pencari, ...] = ()
    impor: tuple[JenisImpor, ...] = ()
    ekspor: tuple[JenisEkspor, ...] = ()
    dokumen: tuple[JenisDokumen, ...] = ()
    # Declared papers: classes of `inti.documents.resmi.KertasResmi`.
    kertas: tuple[Jalur, ...] = ()
    tugas: tuple[JenisTugas, ...] = ()
    pos: tuple[JenisPos, ...] = ()
    periksa: tuple[BagianPeriksa, ...] = ()
    turunan: tuple[Turunan, ...] = ()
    subjek: tuple[Subjek, ...] = ()
    segel: tuple[Bersegel, ...] = ()
    demo: tuple[BagianDemo, ...] = ()
    # Fillers of `demo --besar N`: functions of N.
    demo_besar: tuple[BagianDemo, ...] = ()
    # Questions that `hitung` puts to the app's rules: pure functions `(masukan, tanggal | None) -> Jawaban`, each asked
    # for by its own name.
    hitung: tuple[Jalur, ...] = ()
    # Letter templates whose wording an office may change: `() -> list[dict]` in the shape of the letter book's.
    templat_surat: tuple[Jalur, ...] = ()
    # Called at every beat of every worker; each knows itself when its time has come.
    berkala: tuple[Jalur, ...] = ()
    # Called at the first beat of the day of every worker; several may do it at once.
    harian: tuple[Jalur, ...] = ()
    # `(tempat, ke | None) -> None`, called before a place moves in the tree; raises AturanDilanggar to refuse it.
    jaga_tempat: tuple[Jalur, ...] = ()
    # `(label, kunci: set[str]) -> dict[str, str]`: of the keys of "app.model" those that must not be destroyed now,
    # each with a sentence why: they concern a person whose request is open, or who is frozen. No number of his in it.
    beku: tuple[Jalur, ...] = ()
    # The port through which lower apps issue letters; see `inti.registry.penerbit_surat`. One app of the house fills it.
    penerbit_surat: tuple[Jalur, ...] = ()
    # What cancels them there: `(*, dokumen, alasan, oleh)`.
    pembatal_surat: tuple[Jalur, ...] = ()
