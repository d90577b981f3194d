"""Judge of a row of an imported book of letters: plain cells in, values and findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from arsip.rules.baris import baca_kode, hari_sel, teks_sel
from arsip.rules.kode import kode_sah
from arsip.rules.masuk import kunci_surat, nilai_tanggal
from inti.formats.tanggal import hari_iso
from inti.sheets.nilai import Penilai, TemuanSel

SIFAT = {
    "": ("biasa", "biasa"),
    "biasa": ("biasa", "biasa"),
    "b": ("biasa", "biasa"),
    "penting": ("biasa", "segera"),
    "segera": ("biasa", "segera"),
    "sangatsegera": ("biasa", "sangat"),
    "kilat": ("biasa", "sangat"),
    "terbatas": ("terbatas", "biasa"),
    "rahasia": ("rahasia", "biasa"),
    "sangatrahasia": ("sangat", "biasa"),
}
URUTAN = (
    "agenda", "diterima", "pengirim", "nomor_surat", "tanggal_surat", "hal", "sifat", "klasifikasi", "lampiran",
    "catatan", "urgensi", "status", "acuan", "cara",
)  # fmt: skip
PANJANG = {"pengirim": 160, "nomor_surat": 80, "hal": 300, "lampiran": 80, "catatan": 500, "agenda": 40, "acuan": 60}
CARA = {
    "langsung": "langsung", "diantarlangsung": "langsung", "pos": "pos", "kurir": "kurir", "surel": "surel",
    "posel": "surel", "email": "surel", "srikandi": "srikandi",
}  # fmt: skip
SEBUTAN = {"pengirim": "Pengirim", "hal": "Hal"}


def penilai_surat_masuk(konteks: dict[str, Any]) -> Penilai:
    """Judge of a row in the order of `URUTAN`; columns from URGENSI on may lack.

    Refuses: ISIAN_KOSONG, ISIAN_PANJANG, TANGGAL_SALAH, DITERIMA_DEPAN, SURAT_SESUDAH_TERIMA, DITERIMA_LAMA,
    SURAT_LAMA, SIFAT_TAK_DIKENAL, KODE_BENTUK. Out: values in the order of the stage, from `kunci` on.
    """
    hari_ini = hari_iso(konteks["hari"])

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        sel = (*sel, *[""] * (len(URUTAN) - len(sel)))
        teks = {nama: teks_sel(sel[URUTAN.index(nama)]) for nama in PANJANG}
        for nama, sebutan in SEBUTAN.items():
            if not teks[nama]:
                temuan.append((nama, "", "ISIAN_KOSONG", f"{sebutan} belum diisi.", True))
        for nama, batas in PANJANG.items():
            if len(teks[nama]) > batas:
                pesan = f"Lebih dari {batas} huruf. Singkatkan."
                temuan.append((nama, teks[nama][:60], "ISIAN_PANJANG", pesan, True))
        diterima = _tanggal(sel[1], "diterima", temuan)
        tanggal = _tanggal(sel[4], "tanggal_surat", temuan)
        if diterima and tanggal:
            for c in nilai_tanggal(diterima, tanggal, hari_ini):
                temuan.append((c.bidang, sel[1 if c.bidang == "diterima" else 4], c.kode, c.pesan, c.menolak))
        sifat = _sifat(sel[6], sel[10], temuan)
        kode = baca_kode(sel[7])
        if kode and not kode_sah(kode):
            temuan.append(("klasifikasi", sel[7], "KODE_BENTUK", "Kode tidak sah. Tulis seperti 400.9.2.", True))
        if any(t[4] for t in temuan) or sifat is None or diterima is None or tanggal is None:
            return None, temuan
        kunci = kunci_surat(teks["pengirim"], teks["nomor_surat"], tanggal, teks["hal"])
        return (
            kunci,
            diterima.isoformat(),
            teks["pengirim"],
            teks["nomor_surat"],
            tanggal.isoformat(),
            teks["hal"],
            *sifat,
            kode,
            teks["lampiran"],
            teks["catatan"],
            teks["agenda"],
            "1" if _baku(sel[11]).startswith("dibatalkan") else "",
            teks["acuan"],
            CARA.get(_baku(sel[13]), ""),
        ), temuan

    return nilai


def _sifat(keamanan: Any, kecepatan: Any, temuan: list[TemuanSel]) -> tuple[str, str] | None:
    """Security and speed; an old book has both in one column, a sheet of ours has two."""
    satu, dua = SIFAT.get(_baku(keamanan)), SIFAT.get(_baku(kecepatan))
    for kolom, sel, hasil in (("sifat", keamanan, satu), ("urgensi", kecepatan, dua)):
        if hasil is None:
            pesan = f"{kolom.capitalize()} tidak dikenal. Tulis Biasa, Segera, Sangat Segera, Terbatas, Rahasia, atau Sangat Rahasia."
            temuan.append((kolom, sel, "SIFAT_TAK_DIKENAL", pesan, True))
    if satu is None or dua is None:
        return None
    return satu[0] if satu[0] != "biasa" else dua[0], dua[1] if dua[1] != "biasa" else satu[1]


def _baku(sel: Any) -> str:
    return "".join(ch for ch in teks_sel(sel).casefold() if ch.isalnum())


def _tanggal(sel: Any, kolom: str, temuan: list[TemuanSel]) -> dt.date | None:
    ada = len(temuan)
    hari = hari_sel(sel, kolom, temuan)
    if hari is None and len(temuan) == ada:
        temuan.append((kolom, sel, "TANGGAL_SALAH", "Tanggal belum diisi. Tulis seperti 20-11-2026.", True))
    return hari
