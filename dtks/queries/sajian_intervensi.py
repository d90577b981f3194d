"""The recap of a plan as tables and charts: made once, shown by the page, the PDF and the workbook alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dtks.models import RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import BarisRekap, rekap
from dtks.queries.sajian_bulanan import Sel, TabelBulanan
from dtks.rules.intervensi import NOL, TemuanRencana, periksa_anggaran
from inti.formats import ribuan, rupiah
from inti.models import Pengguna
from inti.rules.bagan import Bagan, Batang, Kelompok

H = SasaranIntervensi.Hasil
TERBANYAK_BAGAN = 12
TERPANJANG_KATA = 23


@dataclass(frozen=True)
class SajianRekap:
    """What a recap shows, in order."""

    arti: tuple[str, ...]
    temuan: tuple[TemuanRencana, ...]
    desa: TabelBulanan
    hasil: TabelBulanan
    bagan: tuple[Bagan, ...]
    sasaran: int
    diterima: int
    terpakai: Decimal


def sajikan_rekap(rencana: RencanaIntervensi, pengguna: Pengguna) -> SajianRekap:
    """Tables, charts and sentences of one plan within the user's scope."""
    baris = rekap(rencana, pengguna)
    jumlah = {h: sum(b.hasil[h] for b in baris) for h in H.values}
    uang = sum((b.jumlah for b in baris), NOL)
    semua = sum(jumlah.values())
    perlu = uang + rencana.per_keluarga * jumlah[H.BELUM]
    return SajianRekap(
        arti=tuple(_arti(rencana, jumlah, semua, uang)),
        temuan=tuple(periksa_anggaran(rencana.anggaran, uang, perlu)),
        desa=_tabel_desa(baris, jumlah, semua, uang),
        hasil=_tabel_hasil(rencana, jumlah, uang),
        bagan=(_bagan_hasil(jumlah), _bagan_desa(baris)),
        sasaran=semua,
        diterima=jumlah[H.DITERIMA],
        terpakai=uang,
    )


def _arti(rencana: RencanaIntervensi, jumlah: dict[str, int], semua: int, uang: Decimal) -> list[str]:
    if not semua:
        return ["Keluarga sasaran belum dipilih."]
    kalimat = [f"{ribuan(jumlah[H.DITERIMA])} dari {ribuan(semua)} keluarga sasaran sudah menerima."]
    kalimat.append(f"Tersalur {rupiah(uang)} dari anggaran {rupiah(rencana.anggaran)}.")
    if lain := jumlah[H.TIDAK_DITEMUKAN] + jumlah[H.PINDAH]:
        kalimat.append(f"{ribuan(lain)} keluarga tidak ditemukan atau pindah; datanya perlu diperiksa di desa.")
    return kalimat


def _tabel_desa(baris: list[BarisRekap], jumlah: dict[str, int], semua: int, uang: Decimal) -> TabelBulanan:
    isi = tuple(
        (
            Sel(b.desa.title()),
            Sel(b.kecamatan.title()),
            *(Sel(b.hasil[h]) for h in H.values),
            Sel(b.semua),
            Sel(int(b.jumlah)),
        )
        for b in baris
    )
    kaki = (Sel("Jumlah"), Sel(""), *(Sel(jumlah[h]) for h in H.values), Sel(semua), Sel(int(uang)))
    kepala = ("Desa", "Kecamatan", *H.labels, "Keluarga", "Jumlah (Rp)")
    return TabelBulanan("desa", "Hasil menurut desa", kepala, isi, kaki, kata=2)


def _tabel_hasil(rencana: RencanaIntervensi, jumlah: dict[str, int], uang: Decimal) -> TabelBulanan:
    sisa, perlu = rencana.anggaran - uang, rencana.per_keluarga * jumlah[H.BELUM]
    baris = (
        (Sel("Anggaran"), Sel(int(rencana.anggaran))),
        (Sel("Tersalur"), Sel(int(uang))),
        (Sel("Perkiraan untuk yang belum"), Sel(int(perlu))),
    )
    # What is left is no surplus while those who still wait need more than that.
    kaki = (Sel("Sisa anggaran"), Sel(int(sisa))) if perlu <= sisa else (Sel("Kekurangan"), Sel(int(perlu - sisa)))
    return TabelBulanan("uang", "Anggaran", ("Uraian", "Rupiah"), baris, kaki)


def _bagan_hasil(jumlah: dict[str, int]) -> Bagan:
    kalimat = "; ".join(f"{H(h).label} {ribuan(n)}" for h, n in jumlah.items())
    kelompok = tuple(
        Kelompok(H(h).label, (Batang((("b1" if h == H.DITERIMA else "b2", n),)),)) for h, n in jumlah.items()
    )
    return Bagan("Keluarga menurut hasil", f"{kalimat}.", kelompok, datar=True)


def _bagan_desa(baris: list[BarisRekap]) -> Bagan:
    besar = sorted(baris, key=lambda b: (-b.semua, b.kecamatan, b.desa))[:TERBANYAK_BAGAN]
    judul = "Diterima dan sisanya menurut desa"
    if len(baris) > TERBANYAK_BAGAN:
        judul += f" ({TERBANYAK_BAGAN} terbesar)"
    return Bagan(
        judul,
        "; ".join(f"{b.desa.title()} diterima {b.hasil[H.DITERIMA]} dari {b.semua}" for b in besar) + ".",
        tuple(
            Kelompok(
                _kata(b),
                (Batang((("b1", b.hasil[H.DITERIMA]), ("b2", b.semua - b.hasil[H.DITERIMA]))),),
            )
            for b in besar
        ),
        (("b1", "Diterima"), ("b2", "Lainnya")),
        datar=True,
    )


def _kata(b: BarisRekap) -> str:
    """A village with its kecamatan, as far as there is room: the same name occurs in several."""
    kata = ", ".join(n.title().removeprefix("Desa ") for n in (b.desa, b.kecamatan) if n)
    return kata if len(kata) <= TERPANJANG_KATA else f"{kata[: TERPANJANG_KATA - 1].rstrip()}…"
