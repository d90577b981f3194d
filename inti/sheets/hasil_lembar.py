"""What an import says of a file as a whole: what was left out of it, and what is said of nearly every row."""

from __future__ import annotations

from collections import Counter
from typing import Any

from inti.sheets.baca import CatatanLembar
from inti.sheets.hasil import HasilImpor

HAMPIR_SEMUA, SEDIKITNYA = 0.9, 20  # of the rows read, in a file of so many at least
_BARIS_DISEBUT = 8


def catat_lembar(hasil: HasilImpor, catatan: CatatanLembar) -> None:
    """Write what was met beside the rows into the report: what was left out, warnings, sheets that are left to read."""
    for sebab, nomor in catatan.dilewati.items():
        lagi = f" dan {len(nomor) - _BARIS_DISEBUT} lagi" if len(nomor) > _BARIS_DISEBUT else ""
        di = ", ".join(map(str, nomor[:_BARIS_DISEBUT])) + lagi
        hasil.dilewati.append(f"{len(nomor)} baris tidak dibaca sebagai data ({sebab}): baris {di}.")
    if catatan.digabung:
        sebut = ", ".join(catatan.digabung[:_BARIS_DISEBUT])
        pesan = f"Sel digabung ({sebut}): isinya dipakai untuk semua barisnya. Periksa hasilnya."
        hasil.peringatan.append(_tentang(0, pesan, "SEL_DIGABUNG"))
    if catatan.tersembunyi:
        banyak = f"{catatan.tersembunyi} baris" if catatan.tersembunyi > 0 else "Baris"
        pesan = f"{banyak} yang tersembunyi atau tersaring di lembar ini ikut dibaca."
        hasil.peringatan.append(_tentang(0, pesan, "BARIS_TERSEMBUNYI"))
    if catatan.serupa:
        pesan = (
            f"Lembar {_sebut(catatan.serupa)} berisi tabel serupa dan tidak dibaca. "
            "Gabungkan lembarnya dahulu, atau impor satu per satu."
        )
        hasil.peringatan.append(_tentang(0, pesan, "LEMBAR_TAK_DIBACA"))
    if catatan.lembar_tersembunyi:
        pesan = f"Lembar tersembunyi tidak dibaca: {_sebut(catatan.lembar_tersembunyi)}."
        hasil.peringatan.append(_tentang(0, pesan, "LEMBAR_TERSEMBUNYI"))
    for judul in catatan.tertukar:
        pesan = (
            f"Hari dan bulan pada kolom {judul} mungkin tertukar: semua sel tanggalnya jatuh pada tanggal 1 sampai 12, "
            "dan yang sesudahnya tertulis sebagai teks. Cocokkan dengan naskah aslinya."
        )
        hasil.peringatan.append(_tentang(0, pesan, "HARI_BULAN_TERTUKAR") | {"kolom": judul})
    hasil.serupa = catatan.serupa


def ringkas_peringatan(hasil: HasilImpor) -> None:
    """A warning on nearly every row becomes one finding about the file, which asks before anything is saved."""
    if hasil.dibaca < SEDIKITNYA:
        return
    banyak = Counter((p["kode"], p["kolom"]) for p in hasil.peringatan if p["baris"])
    for (kode, kolom), jumlah in banyak.items():
        if jumlah < hasil.dibaca * HAMPIR_SEMUA:
            continue
        milik = [p for p in hasil.peringatan if (p["kode"], p["kolom"]) == (kode, kolom)]
        pesan = f"{milik[0]['pesan']} Ini berlaku untuk {jumlah} dari {hasil.dibaca} baris: periksa berkasnya."
        hasil.peringatan = [p for p in hasil.peringatan if (p["kode"], p["kolom"]) != (kode, kolom)]
        hasil.peringatan.insert(0, milik[0] | {"pesan": pesan})
        hasil.hampir_semua.append(pesan)


def _tentang(baris: int, pesan: str, kode: str) -> dict[str, Any]:
    return {"baris": baris, "kolom": "", "nilai": "", "pesan": pesan, "kode": kode}


def _sebut(nama: list[str]) -> str:
    return ", ".join(n[:40] for n in nama[:12])
