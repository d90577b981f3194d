"""What an import would change: each row beside the person or fact it concerns."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils import timezone

from inti.formats import rapikan_nomor
from inti.models import Pengguna, UnitKerja
from inti.sheets.hasil import TemuanBaris, di_luar
from kepegawaian.models import Pegawai
from kepegawaian.models.pegawai import STAF
from kepegawaian.queries.karier import karier_pegawai
from kepegawaian.rules import karier as aturan
from kepegawaian.rules.urutan import periksa_jabatan, periksa_pangkat, periksa_status
from kepegawaian.services.karier import FAKTA

DIRI = (
    "nip",
    "nik",
    "nama",
    "kelamin",
    "tempat_lahir",
    "tanggal_lahir",
    "agama",
    "kawin",
    "alamat",
    "telepon",
    "surel",
)
Baris = tuple[int, str, dict[str, Any]]


@dataclass
class BandingOrang:
    """A row: the person it concerns (None: new), what of his identity differs, and facts to add."""

    baris: int
    pegawai: Pegawai | None
    diri: dict[str, Any]
    fakta: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    cacat: tuple[str, str, str] | None = None

    @property
    def berubah(self) -> bool:
        """Whether anything is to be stored."""
        return bool(self.diri or self.fakta)


def _dikenal(semua: Sequence[Baris]) -> tuple[dict[str, Pegawai], dict[str, Pegawai]]:
    """Living people by NIP and by NIK, of those that the rows name. Two queries."""
    nip = {i["nip"] for *_, i in semua if i.get("nip")}
    nik = {i["nik"] for *_, i in semua if i.get("nik")}
    hidup = Pegawai.objects.hidup().select_related("unit")
    return (
        {p.nip: p for p in hidup.exclude(nip="") if p.nip in nip},
        {p.nik: p for p in hidup.exclude(nik="") if p.nik in nik},
    )


def luar_orang(semua: Sequence[Baris], pengguna: Pengguna) -> Iterator[TemuanBaris]:
    """Rows about people, or for units, that this user doesn't reach."""
    per_nip, per_nik = _dikenal(semua)
    jalur = STAF.jalur(pengguna)
    unit = {u.kode for u in UnitKerja.objects.hidup() if u.jalur.startswith(jalur)}
    for baris, _, isi in semua:
        p = per_nip.get(isi["nip"]) or per_nik.get(isi["nik"])
        if p is not None and not p.unit.jalur.startswith(jalur):
            yield di_luar(baris, "nip" if isi["nip"] else "nik", isi["nip"] or isi["nik"])
        elif isi["unit"] not in unit:
            yield di_luar(baris, "unit", isi["unit"])


def banding_orang(semua: Sequence[Baris]) -> list[BandingOrang]:
    """Rows beside the people they concern. An empty cell never blanks what is there."""
    per_nip, per_nik = _dikenal(semua)
    unit = {u.kode: u for u in UnitKerja.objects.hidup()}
    hari = timezone.localdate()
    hasil = []
    for baris, _, isi in semua:
        p = per_nip.get(isi["nip"]) if isi["nip"] else None
        p = p or (per_nik.get(isi["nik"]) if isi["nik"] else None)
        if p is None:
            hasil.append(BandingOrang(baris, None, {n: isi[n] for n in DIRI}, _fakta_awal(isi, unit, hari)))
            continue
        beda = {n: isi[n] for n in DIRI if isi[n] not in ("", None) and isi[n] != _tercatat(p, n)}
        fakta, cacat = _fakta_beda(p, isi, unit)
        hasil.append(BandingOrang(baris, p, beda, fakta, cacat))
    return hasil


def _tercatat(p: Pegawai, nama: str) -> Any:
    """What is there, in the form a row has it: a telephone number without its dashes."""
    return rapikan_nomor(p.telepon) if nama == "telepon" else getattr(p, nama)


def _fakta_awal(isi: dict[str, Any], unit: dict[str, UnitKerja], hari: dt.date) -> list[tuple[str, dict[str, Any]]]:
    """Facts that a new person begins with; without a TMT, today."""
    mulai = isi["tmt_status"] or isi["tmt_jabatan"] or isi["tmt_pangkat"] or hari
    hasil: list[tuple[str, dict[str, Any]]] = [
        ("status", {"tmt": mulai, "jenis": isi["jenis"], "sampai": isi["kontrak"]}),
        ("jabatan", {"tmt": isi["tmt_jabatan"] or mulai, **_jabatan(isi, unit)}),
    ]
    if isi["pangkat"] or isi["golongan"]:
        hasil.append(("pangkat", {"tmt": isi["tmt_pangkat"] or mulai, **_pangkat(isi)}))
    return hasil


def _jabatan(isi: dict[str, Any], unit: dict[str, UnitKerja]) -> dict[str, Any]:
    return {
        "nama": isi["jabatan"],
        "jenis": isi["jenis_jabatan"],
        "jenjang": isi["jenjang"],
        "eselon": isi["eselon"],
        "memimpin": isi["memimpin"],
        "unit": unit[isi["unit"]],
    }


def _pangkat(isi: dict[str, Any]) -> dict[str, Any]:
    return {n: isi[n] for n in ("pangkat", "golongan", "mk_tahun", "mk_bulan")}


def _fakta_beda(
    p: Pegawai, isi: dict[str, Any], unit: dict[str, UnitKerja]
) -> tuple[list[tuple[str, dict[str, Any]]], tuple[str, str, str] | None]:
    """Facts that bring the person from his state to the row's; a refusal when a TMT does not allow one."""
    fakta: list[tuple[str, dict[str, Any]]] = []
    if isi["jenis"] != p.jenis:
        fakta.append(("status", {"tmt": isi["tmt_status"], "jenis": isi["jenis"], "sampai": isi["kontrak"]}))
    if (isi["pangkat"] or isi["golongan"]) and (isi["pangkat"], isi["golongan"]) != (p.pangkat, p.golongan):
        fakta.append(("pangkat", {"tmt": isi["tmt_pangkat"], **_pangkat(isi)}))
    jabatan = _jabatan(isi, unit)
    if (jabatan["nama"], jabatan["unit"].pk) != (p.jabatan, p.unit_id):
        fakta.append(("jabatan", {"tmt": isi["tmt_jabatan"], **jabatan}))
    kolom = {"status": "tmt_status", "pangkat": "tmt_pangkat", "jabatan": "tmt_jabatan"}
    lama = {"status": None, "pangkat": p.pangkat_tmt, "jabatan": p.jabatan_tmt}
    for macam, satu in fakta:
        batas = lama[macam]
        if satu["tmt"] is None or (batas is not None and satu["tmt"] <= batas):
            mulai = f" (TMT {batas:%d-%m-%Y})" if batas else ""
            pesan = (
                f"Berbeda dari {macam} yang tercatat{mulai}. Isi TMT yang lebih baru, atau pakai impor pegawai-riwayat."
            )
            return [], (kolom[macam], "KEADAAN_TANPA_TMT", pesan)
    return fakta, None


def cacat_orang(semua: Sequence[Baris]) -> Iterator[TemuanBaris]:
    """Rows whose state can't follow what is known, whose numbers belong to two people, or to one thrown away."""
    per_nip, per_nik = _dikenal(semua)
    terbuang = set(Pegawai.objects.terbuang().exclude(nip="").values_list("nip", flat=True))
    for b, (_, _, isi) in zip(banding_orang(semua), semua, strict=True):
        a, c = per_nip.get(isi["nip"]), per_nik.get(isi["nik"])
        if a is not None and c is not None and a.pk != c.pk:
            pesan = f"NIP milik {a.nama}, NIK milik {c.nama}. Periksa keduanya."
            yield TemuanBaris(b.baris, "nik", isi["nik"], "NOMOR_DUA_ORANG", pesan, menolak=True)
        elif isi["nip"] in terbuang:
            yield TemuanBaris(
                b.baris,
                "nip",
                isi["nip"],
                "PEGAWAI_TERBUANG",
                "Pegawai ini ada di tempat sampah. Pulihkan dahulu.",
                menolak=True,
            )
        elif b.cacat is not None:
            yield TemuanBaris(b.baris, b.cacat[0], isi.get(b.cacat[0], ""), b.cacat[1], b.cacat[2], menolak=True)


@dataclass
class BandingFakta:
    """A row of facts: whose, which kind, the fact that is there (None: new), and what differs."""

    baris: int
    pegawai: Pegawai
    macam: str
    isi: dict[str, Any]
    fakta: Any
    beda: dict[str, Any]


BarisRiwayat = tuple[int, str, str, dict[str, Any]]
PEMBEDA = {"jabatan": "sebagai", "pendidikan": "tingkat", "pelatihan": "nama", "penghargaan": "nama", "hukuman": "nama"}
"""What tells facts of one kind and day apart: a Plt. beside the definitive post, two trainings that begin together."""
BAWAAN = {"mk_tahun": 0, "mk_bulan": 0, "jam": 0, "cara": "reguler", "keadaan": "aktif", "memimpin": False}
"""What a new fact has where its row says nothing."""


def _orang_riwayat(semua: Sequence[BarisRiwayat]) -> dict[str, Pegawai]:
    kunci = {k for _, k, *_ in semua}
    hidup = Pegawai.objects.hidup().select_related("unit")
    return {n: p for p in hidup for n in (p.nik, p.nip) if n in kunci}


def banding_riwayat(semua: Sequence[BarisRiwayat]) -> list[BandingFakta]:
    """Facts beside those that are there: the same kind and day is the same fact (see PEMBEDA). One query a kind."""
    orang = _orang_riwayat(semua)
    unit = {u.kode: u for u in UnitKerja.objects.hidup()}
    pk = {p.pk for p in orang.values()}
    ada: dict[tuple[str, int, dt.date], list[Any]] = {}
    for macam in {m for _, _, m, _ in semua}:
        for f in apps.get_model(FAKTA[macam]).objects.hidup().order_by("id"):
            if f.pegawai_id in pk:
                ada.setdefault((macam, f.pegawai_id, f.tmt), []).append(f)
    sehari = Counter((kunci, macam, isi["tmt"]) for _, kunci, macam, isi in semua)
    hasil = []
    for baris, kunci, macam, mentah in semua:
        if kunci not in orang:
            continue
        isi = mentah | ({"unit": unit[mentah["unit"]]} if "unit" in mentah else {})
        p = orang[kunci]
        f = _sama(ada.get((macam, p.pk, isi["tmt"]), []), macam, isi, sendiri=sehari[kunci, macam, isi["tmt"]] == 1)
        beda = {n: v for n, v in isi.items() if v not in ("", None) and getattr(f, n) != v} if f is not None else {}
        if f is None:
            isi = {n: BAWAAN.get(n, v) if v in ("", None) else v for n, v in isi.items()}
        hasil.append(BandingFakta(baris, p, macam, isi, f, beda))
    return hasil


def _sama(ada: list[Any], macam: str, isi: dict[str, Any], *, sendiri: bool) -> Any:
    """Which of the facts of that day a row means, None for a new one. One alone on both sides is mended."""
    pembeda = PEMBEDA.get(macam)
    if pembeda is None:
        return ada[-1] if ada else None
    cocok = next((f for f in ada if getattr(f, pembeda) == isi[pembeda]), None)
    if cocok is None and sendiri and len(ada) == 1 and macam != "jabatan":
        return ada[0]
    return cocok


def cacat_riwayat(semua: Sequence[BarisRiwayat]) -> Iterator[TemuanBaris]:
    """Unknown people, doubles within the file, and histories that can't be once the file is in."""
    orang = _orang_riwayat(semua)
    pertama: dict[tuple[str, str, dt.date, Any], int] = {}
    for baris, kunci, macam, isi in semua:
        if kunci not in orang:
            yield TemuanBaris(
                baris, "nip", kunci, "PEGAWAI_TIDAK_ADA", "Belum ada pegawai dengan nomor ini.", menolak=True
            )
        elif (lain := pertama.setdefault((kunci, macam, isi["tmt"], isi.get(PEMBEDA.get(macam, ""))), baris)) != baris:
            pesan = f"Catatan {macam} dengan TMT yang sama sudah ada pada baris {lain}."
            yield TemuanBaris(baris, "tmt", isi["tmt"], "CATATAN_GANDA", pesan, menolak=True)
    yield from _urutan(semua, orang)


def luar_riwayat(semua: Sequence[BarisRiwayat], pengguna: Pengguna) -> Iterator[TemuanBaris]:
    """Facts of people that this user doesn't reach."""
    orang, jalur = _orang_riwayat(semua), STAF.jalur(pengguna)
    for baris, kunci, *_ in semua:
        if kunci in orang and not orang[kunci].unit.jalur.startswith(jalur):
            yield di_luar(baris, "nip", kunci)


def _urutan(semua: Sequence[BarisRiwayat], orang: dict[str, Pegawai]) -> Iterator[TemuanBaris]:
    """Contradictions of each person's history with the file in it; told at the person's first row."""
    karier = karier_pegawai({p.pk: p for p in orang.values()}.values())
    tambah: dict[int, list[tuple[int, str, dict[str, Any]]]] = {}
    for baris, kunci, macam, isi in semua:
        if kunci in orang:
            tambah.setdefault(orang[kunci].pk, []).append((baris, macam, isi))
    for p in {p.pk: p for p in orang.values()}.values():
        k, baru = karier[p.pk], tambah[p.pk]
        status = {s.tmt: s for s in k.status}
        pangkat = {s.tmt: s for s in k.pangkat}
        for _, m, i in baru:
            hari = i["tmt"]
            if m == "status":
                keadaan = i["keadaan"] or getattr(status.get(hari), "keadaan", BAWAAN["keadaan"])
                sampai = i["sampai"] or getattr(status.get(hari), "sampai", None)
                status[hari] = aturan.Status(hari, i["jenis"], keadaan, sampai)
            elif m == "pangkat":
                cara = i["cara"] or getattr(pangkat.get(hari), "cara", BAWAAN["cara"])
                pangkat[hari] = aturan.Kepangkatan(hari, i["pangkat"], i["golongan"], 0, cara)
        jabatan = {(s.tmt, s.sebagai): s for s in k.jabatan} | {
            (i["tmt"], i["sebagai"]): aturan.Jabatan(i["tmt"], i["nama"], i["jenis"], 0, sebagai=i["sebagai"])
            for _, m, i in baru
            if m == "jabatan"
        }
        for bentrok in (
            *periksa_status(list(status.values()), p.tanggal_lahir),
            *periksa_pangkat(list(pangkat.values())),
            *periksa_jabatan(list(jabatan.values())),
        ):
            yield TemuanBaris(baru[0][0], "tmt", "", bentrok.kode, f"{bentrok.kalimat} {bentrok.langkah}", menolak=True)
