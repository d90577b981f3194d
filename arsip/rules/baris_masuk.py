"""Judge of a row of an imported book of letters: plain cells in, values and findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from arsip.rules.baris import baca_kode, baca_tanggal
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
PANJANG = {"pengirim": 160, "nomor_surat": 80, "hal": 300, "lampiran": 80, "catatan": 500, "agenda": 40}
SEBUTAN = {"pengirim": "Pengirim", "hal": "Hal"}


def penilai_surat_masuk(konteks: dict[str, Any]) -> Penilai:
    """Judge of (agenda, diterima, pengirim, nomor_surat, tanggal_surat, hal, sifat, klasifikasi, lampiran, catatan).

    Refuses: ISIAN_KOSONG, ISIAN_PANJANG, TANGGAL_SALAH, DITERIMA_DEPAN, SURAT_SESUDAH_TERIMA, DITERIMA_LAMA,
    SIFAT_TAK_DIKENAL, KODE_BENTUK. Out: values in the order of the stage, from `kunci` on.
    """
    hari_ini = hari_iso(konteks["hari"])

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        teks = {
            nama: _teks(sel[n])
            for n, nama in (
                (0, "agenda"),
                (2, "pengirim"),
                (3, "nomor_surat"),
                (5, "hal"),
                (8, "lampiran"),
                (9, "catatan"),
            )
        }
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
                temuan.append((c.bidang, sel[1 if c.bidang == "diterima" else 4], c.kode, c.pesan, True))
        sifat = SIFAT.get("".join(ch for ch in str(sel[6]).casefold() if ch.isalnum()))
        if sifat is None:
            pesan = "Sifat tidak dikenal. Tulis Biasa, Segera, Sangat Segera, Terbatas, Rahasia, atau Sangat Rahasia."
            temuan.append(("sifat", sel[6], "SIFAT_TAK_DIKENAL", pesan, True))
        kode = baca_kode(sel[7])
        if kode and not kode_sah(kode):
            temuan.append(("klasifikasi", sel[7], "KODE_BENTUK", "Kode tidak sah. Tulis seperti 400.9.2.", True))
        if temuan or sifat is None or diterima is None or tanggal is None:
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
        ), temuan

    return nilai


def _teks(sel: Any) -> str:
    if isinstance(sel, float) and sel.is_integer():
        sel = int(sel)
    return " ".join(str(sel).split())


def _tanggal(sel: Any, kolom: str, temuan: list[TemuanSel]) -> dt.date | None:
    try:
        hari = baca_tanggal(sel)
    except ValueError:
        hari = None
    if hari is None:
        temuan.append((kolom, sel, "TANGGAL_SALAH", "Tulis tanggal seperti 20-11-2026.", True))
    return hari
