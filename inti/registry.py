"""What upper apps give to the kernel's pages. They register it in their `apps.py`; the kernel keeps the list.

Nothing here imports an app: callables are named by dotted path and loaded when first used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string

from inti.rules.pos import isian_perihal


@dataclass(frozen=True)
class MenuItem:
    """A line of the navigation. `izin` as a route declares it; `hitung(pengguna)` gives the queryset whose rows are
    counted beside it (dotted path)."""

    grup: str
    teks: str
    ikon: str
    rute: str
    izin: str
    urut: int
    hitung: str = ""


@dataclass(frozen=True)
class Kartu:
    """A panel of the desk: `isi(pengguna) -> dict | None` by dotted path, drawn by `template`."""

    kode: str
    isi: str
    template: str
    izin: str
    urut: int


@dataclass(frozen=True)
class Pencari:
    """A source for the one search box: `cari(pengguna, teks) -> list[Temuan]` by dotted path."""

    kode: str
    judul: str
    cari: str
    izin: str


@dataclass(frozen=True)
class JenisDokumen:
    """A kind of printed document: how its snapshot becomes a page, and the layout's version."""

    kode: str
    sebutan: str
    gambar: str
    tata_letak: str


@dataclass(frozen=True)
class Importir:
    """A kind of import: its class by dotted path and the permission of the page."""

    jenis: str
    kelas: str
    izin: str


@dataclass(frozen=True)
class Ekspor:
    """A kind of export: `baris(pengguna|None) -> (judul kolom, iterable of rows)` by dotted path."""

    jenis: str
    sumber: str
    izin: str
    sebutan: str


@dataclass(frozen=True)
class Pemeriksa:
    """A part of `periksa`: `fungsi() -> Iterable[inti.periksa.Temuan]` by dotted path."""

    kode: str
    fungsi: str
    sebutan: str


@dataclass(frozen=True)
class Subjek:
    """What an app holds of people, for requests of data subjects; all callables by dotted path.

    `cari(pengguna, nik, nama) -> list[OrangSubjek]`, `salinan(kunci) -> list[TabelSubjek]` (inti.queries.subjek);
    `batasi(*, permintaan, kunci, sampai, alasan, oleh)` and `cabut(*, permintaan, alasan, oleh) -> int` run within
    the act of the kernel's service; both are empty where a law obliges the office to go on using the data.
    """

    kode: str
    sebutan: str
    cari: str
    salinan: str
    batasi: str
    cabut: str


@dataclass(frozen=True)
class JenisPos:
    """A kind of outgoing mail: the pattern of its subject, the template of its text, which of its fields are personal."""

    kode: str
    sebutan: str
    perihal: str
    templat: str
    pribadi: tuple[str, ...]


_menu: list[MenuItem] = []
_kartu: list[Kartu] = []
_pencari: list[Pencari] = []
_dokumen: dict[str, JenisDokumen] = {}
_importir: dict[str, Importir] = {}
_ekspor: dict[str, Ekspor] = {}
_tugas: dict[str, str] = {}
_periksa: dict[str, Pemeriksa] = {}
_subjek: dict[str, Subjek] = {}
_beku: list[str] = []
_penjaga_tempat: list[str] = []
_segel: dict[str, tuple[str, ...]] = {}
_penerbit_surat: list[str] = []
_templat_surat: list[str] = []
_berkala: list[str] = []
_harian: list[str] = []
_pos: dict[str, JenisPos] = {}
_hitung: dict[str, dict[str, str]] = {}
_demo: list[tuple[int, str]] = []
_demo_besar: list[tuple[int, str]] = []


def daftarkan_menu(
    grup: str, teks: str, ikon: str, rute: str, *, izin: str = "masuk", urut: int = 50, hitung: str = ""
) -> None:
    """Add a line to the navigation."""
    _menu.append(MenuItem(grup, teks, ikon, rute, izin, urut, hitung))


def semua_menu() -> list[MenuItem]:
    """Navigation in its order."""
    return sorted(_menu, key=lambda m: m.urut)


def daftarkan_kartu(kode: str, isi: str, template: str, *, izin: str, urut: int = 50) -> None:
    """Add a panel to the desk."""
    _kartu.append(Kartu(kode, isi, template, izin, urut))


def semua_kartu() -> list[Kartu]:
    """Panels in their order."""
    return sorted(_kartu, key=lambda k: k.urut)


def daftarkan_pencari(kode: str, judul: str, cari: str, *, izin: str) -> None:
    """Add a source to the one search box."""
    _pencari.append(Pencari(kode, judul, cari, izin))


def semua_pencari() -> list[Pencari]:
    """Sources of the one search box."""
    return list(_pencari)


def daftarkan_dokumen(kode: str, sebutan: str, gambar: str, *, tata_letak: str) -> None:
    """Add a kind of printed document."""
    _dokumen[kode] = JenisDokumen(kode, sebutan, gambar, tata_letak)


def jenis_dokumen(kode: str) -> JenisDokumen:
    """A registered kind of document; KeyError when none."""
    return _dokumen[kode]


def daftarkan_importir(jenis: str, kelas: str, *, izin: str) -> None:
    """Add a kind of import."""
    _importir[jenis] = Importir(jenis, kelas, izin)


def importir(jenis: str) -> Any:
    """The importer class of a kind; KeyError when none."""
    return import_string(_importir[jenis].kelas)


def semua_importir() -> dict[str, Importir]:
    """Kinds of import by name."""
    return dict(sorted(_importir.items()))


def daftarkan_ekspor(jenis: str, sumber: str, *, izin: str, sebutan: str) -> None:
    """Add a kind of export."""
    _ekspor[jenis] = Ekspor(jenis, sumber, izin, sebutan)


def semua_ekspor() -> dict[str, Ekspor]:
    """Kinds of export by name."""
    return dict(sorted(_ekspor.items()))


def daftarkan_tugas(jenis: str, fungsi: str) -> None:
    """Add a kind of background job: `fungsi(jalannya, **argumen) -> dict` by dotted path, idempotent."""
    _tugas[jenis] = fungsi


def fungsi_tugas(jenis: str) -> Callable[..., Any]:
    """The function of a kind of job; KeyError when none."""
    return import_string(_tugas[jenis])


def daftarkan_periksa(kode: str, fungsi: str, sebutan: str) -> None:
    """Add a part to `periksa`: what it looks at in a few words, and a function that yields what is wrong."""
    _periksa[kode] = Pemeriksa(kode, fungsi, sebutan)


def semua_periksa() -> list[Pemeriksa]:
    """Parts of `periksa` in the order of their registration, lower apps first."""
    return list(_periksa.values())


def daftarkan_subjek(kode: str, sebutan: str, cari: str, salinan: str, batasi: str = "", cabut: str = "") -> None:
    """Say what an app holds of people: how to find, copy, freeze and unfreeze it. See `Subjek`."""
    _subjek[kode] = Subjek(kode, sebutan, cari, salinan, batasi, cabut)


def semua_subjek() -> list[Subjek]:
    """What apps hold of people, in the order of registration."""
    return list(_subjek.values())


def daftarkan_penjaga_tempat(fungsi: str) -> None:
    """Let an app refuse that a place moves in the tree: `fungsi(tempat: Tempat, ke: Tempat | None) -> None` by dotted
    path, called before it moves; it raises AturanDilanggar."""
    _penjaga_tempat.append(fungsi)


def jaga_tempat(tempat: Any, ke: Any) -> None:
    """Ask every app whether a place may move below `ke` (None: to the root). Raises AturanDilanggar."""
    for fungsi in _penjaga_tempat:
        import_string(fungsi)(tempat, ke)


def daftarkan_beku(fungsi: str) -> None:
    """Say which records concern a person who asked something about his data that is still open, or is frozen.

    `fungsi(label: str, kunci: set[str]) -> dict[str, str]` by dotted path: of the keys of "app.model" those that may
    not be destroyed now, each with a sentence why. No number of the person in it.
    """
    _beku.append(fungsi)


def yang_beku(label: str, kunci: set[str]) -> dict[str, str]:
    """Of records named by label and keys those that concern an open request or a frozen person, each with why."""
    hasil: dict[str, str] = {}
    for fungsi in _beku:
        hasil |= import_string(fungsi)(label, kunci)
    return hasil


def daftarkan_segel(label: str, kolom: str) -> None:
    """Seal rows of "app.Model" too: `kolom` names the columns that nothing alters after the row's transaction.

    History tables are sealed without being registered.
    """
    _segel[label] = tuple(kolom.split())


def semua_segel() -> dict[str, tuple[str, ...]]:
    """Columns sealed of each registered model."""
    return dict(_segel)


def daftarkan_penerbit_surat(fungsi: str) -> None:
    """Fill the port through which a lower app issues a letter; see `penerbit_surat`."""
    _penerbit_surat[:] = [fungsi]


def penerbit_surat() -> Callable[..., Any]:
    """The port for letters of lower apps, filled by the letter book.

    `penerbit_surat()(*, tanggal, tujuan, hal, klasifikasi, unit, penandatangan, data, snapshot, oleh)` gives the next
    number, draws `snapshot(nomor, kode)`, stores the print as the archive copy and returns the book's record, which
    bears `nomor`, `dokumen` and `get_absolute_url()`. `data(nomor)` says what the document says of itself. Call it
    within a service. Raises LookupError when no letter book is installed.
    """
    if not _penerbit_surat:
        raise LookupError("Buku surat belum terpasang.")
    return import_string(_penerbit_surat[0])


def daftarkan_templat_surat(fungsi: str) -> None:
    """Add letter templates whose wording an office may change: `fungsi() -> list[dict]` by dotted path, in the shape
    of the letter book's templates."""
    _templat_surat.append(fungsi)


def semua_templat_surat() -> list[dict[str, Any]]:
    """Templates that apps give to the letter book."""
    return [t for f in _templat_surat for t in import_string(f)()]


def daftarkan_berkala(fungsi: str) -> None:
    """Call `fungsi()` (dotted path) at every beat of every worker; it knows itself when its time has come."""
    _berkala.append(fungsi)


def semua_berkala() -> list[Callable[[], Any]]:
    """What workers do from time to time."""
    return [import_string(f) for f in _berkala]


def daftarkan_harian(fungsi: str) -> None:
    """Call `fungsi()` (dotted path) at the first beat of the day of every worker; several may do it at once."""
    _harian.append(fungsi)


def semua_harian() -> list[Callable[[], Any]]:
    """What workers do once a day."""
    return [import_string(f) for f in _harian]


def daftarkan_pos(kode: str, sebutan: str, *, perihal: str, templat: str, pribadi: str = "") -> None:
    """Add a kind of outgoing mail for `inti.services.pos.pos_kirim`. `perihal` is a pattern ("Surat {nomor} siap"),
    `templat` a plain-text template of the body, `pribadi` the fields that tell of a person ("nama nik").

    Raises ValueError when the subject uses one of those.
    """
    rahasia = tuple(pribadi.split())
    if terpakai := isian_perihal(perihal) & set(rahasia):
        raise ValueError(f"perihal pos {kode} memuat data pribadi: {', '.join(sorted(terpakai))}")
    _pos[kode] = JenisPos(kode, sebutan, perihal, templat, rahasia)


def jenis_pos(kode: str) -> JenisPos | None:
    """A kind of outgoing mail; None when it is not declared."""
    return _pos.get(kode)


def daftarkan_hitung(app: str, fungsi: dict[str, str]) -> None:
    """Say which questions an app answers from its rules (command `hitung`): name -> dotted path of a pure function
    `(masukan: Mapping, tanggal: date | None) -> Jawaban`. See `inti.hitung`."""
    _hitung[app] = _hitung.get(app, {}) | fungsi


def semua_hitung() -> dict[str, dict[str, str]]:
    """Questions of each app."""
    return {a: dict(f) for a, f in sorted(_hitung.items())}


def fungsi_hitung(app: str, fungsi: str) -> Callable[..., Any]:
    """The function of a question; KeyError when the app has none of that name."""
    return import_string(_hitung[app][fungsi])


def daftarkan_demo(urut: int, fungsi: str) -> None:
    """Add a part of the demonstration office: an idempotent function by dotted path, lower apps first."""
    _demo.append((urut, fungsi))


def semua_demo() -> list[Callable[..., Any]]:
    """Parts of the demonstration office in order."""
    return [import_string(f) for _, f in sorted(_demo)]


def daftarkan_demo_besar(urut: int, fungsi: str) -> None:
    """Add what `demo --besar N` fills: a function of N by dotted path."""
    _demo_besar.append((urut, fungsi))


def semua_demo_besar() -> list[Callable[..., Any]]:
    """Fillers of `demo --besar` in order."""
    return [import_string(f) for _, f in sorted(_demo_besar)]
