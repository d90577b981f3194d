"""A calculation as it was made: ordered steps, what went in, which rule was in force, what came out. Pure.

    upah = Langkah("Upah sebulan", Nilai.rupiah(5_000_000), rumus="gaji pokok + tunjangan tetap", masukan=(...))
    Hitungan("Santunan kematian", pada=hari, langkah=(upah, ...), hasil=Nilai.rupiah(42_000_000))

It is kept with its case as JSON (`ke_data`): what was used then, whatever the rules say later. Money is whole rupiah.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, Protocol

from inti.formats import ribuan, rupiah, tanggal_panjang, tanggal_pendek
from inti.formats.tanggal import hari_iso

VERSI = 1
Jenis = Literal["rupiah", "bilangan", "tanggal", "teks"]
_ISI: dict[str, tuple[type, ...]] = {
    "rupiah": (int,), "bilangan": (int, Decimal), "tanggal": (dt.date,), "teks": (str,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nilai:
    """A value of a step: whole rupiah, a number with its unit ("hari", "%"), a date or a text.

    Raises ValueError for a value of another kind: a binary fraction, sen, a moment in place of a day.
    """

    jenis: Jenis
    isi: int | Decimal | dt.date | str
    satuan: str = ""

    def __post_init__(self) -> None:
        salah = type(self.isi) not in _ISI.get(self.jenis, ())
        if salah or (isinstance(self.isi, Decimal) and not self.isi.is_finite()):
            raise ValueError(f"{self.isi!r} bukan {self.jenis}.")

    @classmethod
    def rupiah(cls, isi: int | Decimal) -> Nilai:
        """Whole rupiah; a Decimal without sen becomes int. Raises ValueError for sen: rounding is a step of its own."""
        if isinstance(isi, Decimal) and isi.is_finite() and isi == isi.to_integral_value():
            isi = int(isi)
        return cls("rupiah", isi)

    @classmethod
    def bilangan(cls, isi: int | Decimal, satuan: str = "") -> Nilai:
        """A number: a count, a rate, a percentage."""
        return cls("bilangan", isi, satuan)

    @classmethod
    def tanggal(cls, isi: dt.date) -> Nilai:
        return cls("tanggal", isi)

    @classmethod
    def kata(cls, isi: str) -> Nilai:
        """A word: a kind, a class, yes or no."""
        return cls("teks", isi)

    @property
    def teks(self) -> str:
        """As an office writes it: Rp 5.000.000, 5,7%, 12 bulan, 1 Juli 2026."""
        if isinstance(self.isi, str):
            return self.isi
        if isinstance(self.isi, dt.date):
            return tanggal_panjang(self.isi)
        if self.jenis == "rupiah":
            return rupiah(self.isi)
        return f"{ribuan(self.isi)}{'' if self.satuan in ('', '%') else ' '}{self.satuan}"


class Berlaku(Protocol):
    """A row of a dated rule table."""

    @property
    def berlaku_mulai(self) -> dt.date: ...
    @property
    def berlaku_sampai(self) -> dt.date | None: ...
    @property
    def dasar_hukum(self) -> str: ...
    @property
    def tanda(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Aturan:
    """The rule row that was in force: its name, span (`sampai` None: still), value, legal base and its mark."""

    nama: str
    mulai: dt.date
    sampai: dt.date | None
    nilai: Nilai
    dasar: str
    tanda: str = ""

    @classmethod
    def dari_baris(cls, baris: Berlaku, *, nama: str, nilai: Nilai) -> Aturan:
        """Of a dated row of a rule table."""
        return cls(nama, baris.berlaku_mulai, baris.berlaku_sampai, nilai, baris.dasar_hukum, baris.tanda)

    @property
    def masa(self) -> str:
        """Its span in words."""
        return f"sejak {tanggal_pendek(self.mulai)}" + (f" sampai {tanggal_pendek(self.sampai)}" if self.sampai else "")

    @property
    def kalimat(self) -> str:
        """Tarif JHT 5,7%, sejak 01-07-2015: PP 46/2015 (R)."""
        return f"{self.nama} {self.nilai.teks}, {self.masa}: {self.dasar}{f' ({self.tanda})' if self.tanda else ''}"


@dataclass(frozen=True, slots=True)
class Masukan:
    """What went into a step."""

    label: str
    nilai: Nilai


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step: its formula in words, what went in, what came out, the rules in force, where the formula comes from.

    `sumber` and `tanda` are the legal base of the formula itself and its mark; a step may be made of steps.
    """

    label: str
    hasil: Nilai
    rumus: str = ""
    masukan: tuple[Masukan, ...] = ()
    aturan: tuple[Aturan, ...] = ()
    sumber: str = ""
    tanda: str = ""
    langkah: tuple[Langkah, ...] = ()

    @property
    def masuk(self) -> str:
        """What went in, in one line."""
        return "; ".join(f"{m.label}: {m.nilai.teks}" for m in self.masukan)

    @property
    def asal(self) -> str:
        """Where the formula comes from, with its mark."""
        return f"{self.sumber}{f' ({self.tanda})' if self.tanda else ''}" if self.sumber else ""


@dataclass(frozen=True, slots=True)
class LangkahBernomor:
    """A step with its number ("2.1") and how deep it stands."""

    nomor: str
    langkah: Langkah
    dalam: int


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The sheet: what is counted, for which day the rules were read, the steps, the result."""

    judul: str
    pada: dt.date
    langkah: tuple[Langkah, ...]
    hasil: Nilai
    catatan: str = ""

    @property
    def urut(self) -> list[LangkahBernomor]:
        """All steps in order, those within a step behind it."""
        return list(_urut(self.langkah, "", 0))

    @property
    def aturan(self) -> list[Aturan]:
        """Every rule row that was used, once."""
        return list(dict.fromkeys(a for s in self.urut for a in s.langkah.aturan))


def _urut(langkah: Sequence[Langkah], depan: str, dalam: int) -> Iterator[LangkahBernomor]:
    for n, satu in enumerate(langkah, start=1):
        yield LangkahBernomor(f"{depan}{n}", satu, dalam)
        yield from _urut(satu.langkah, f"{depan}{n}.", dalam + 1)


def ke_data(h: Hitungan) -> dict[str, Any]:
    """The sheet as JSON: days as ISO text, decimals as text so that no digit is lost, money as whole numbers."""
    return {
        "versi": VERSI,
        "judul": h.judul,
        "pada": h.pada.isoformat(),
        "langkah": [_langkah_ke(s) for s in h.langkah],
        "hasil": _nilai_ke(h.hasil),
        "catatan": h.catatan,
    }


def dari_data(data: Mapping[str, Any]) -> Hitungan:
    """The sheet of `ke_data`. Raises ValueError for another version or what is no sheet."""
    if not isinstance(data, Mapping) or data.get("versi") != VERSI:
        raise ValueError("Versi lembar hitungan tidak dikenal.")
    try:
        return Hitungan(
            data["judul"],
            hari_iso(data["pada"]),
            tuple(_langkah_dari(s) for s in data["langkah"]),
            _nilai_dari(data["hasil"]),
            data["catatan"],
        )
    except (KeyError, TypeError, AttributeError, InvalidOperation) as galat:
        raise ValueError("Lembar hitungan tidak utuh.") from galat


def _nilai_ke(n: Nilai) -> dict[str, Any]:
    isi: Any = n.isi
    if isinstance(isi, dt.date):
        isi = isi.isoformat()
    elif isinstance(isi, Decimal):
        isi = {"desimal": str(isi)}
    return {"jenis": n.jenis, "isi": isi} | ({"satuan": n.satuan} if n.satuan else {})


def _nilai_dari(d: Mapping[str, Any]) -> Nilai:
    isi = d["isi"]
    if d["jenis"] == "tanggal":
        isi = hari_iso(isi)
    elif isinstance(isi, Mapping):
        isi = Decimal(isi["desimal"])
    return Nilai(d["jenis"], isi, d.get("satuan", ""))


def _langkah_ke(s: Langkah) -> dict[str, Any]:
    return {
        "label": s.label,
        "hasil": _nilai_ke(s.hasil),
        "rumus": s.rumus,
        "masukan": [[m.label, _nilai_ke(m.nilai)] for m in s.masukan],
        "aturan": [
            {
                "nama": a.nama,
                "mulai": a.mulai.isoformat(),
                "sampai": a.sampai.isoformat() if a.sampai else None,
                "nilai": _nilai_ke(a.nilai),
                "dasar": a.dasar,
                "tanda": a.tanda,
            }
            for a in s.aturan
        ],
        "sumber": s.sumber,
        "tanda": s.tanda,
        "langkah": [_langkah_ke(x) for x in s.langkah],
    }


def _langkah_dari(d: Mapping[str, Any]) -> Langkah:

    return Langkah(
        label=d["label"],
        hasil=_nilai_dari(d["hasil"]),
        rumus=d["rumus"],
        masukan=tuple(Masukan(label, _nilai_dari(n)) for label, n in d["masukan"]),
        aturan=tuple(
            Aturan(
                a["nama"],
                hari_iso(a["mulai"]),
                hari_iso(a["sampai"]) if a["sampai"] else None,
                _nilai_dari(a["nilai"]),
                a["dasar"],
                a["tanda"],
            )
            for a in d["aturan"]
        ),
        sumber=d["sumber"],
        tanda=d["tanda"],
        langkah=tuple(_langkah_dari(x) for x in d["langkah"]),
    )
