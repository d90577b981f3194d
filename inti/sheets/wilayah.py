"""The judge of one row of the import `wilayah`: code, name, level, parent. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from inti.formats import rapikan_nomor
from inti.formats.nomor import angka_ascii
from inti.sheets.nilai import Penilai, TemuanSel

_KODE = re.compile(r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$")
TINGKAT = {2: "PROVINSI", 5: "KABUPATEN", 8: "KECAMATAN", 13: "DESA"}
_SEBUTAN = {"KOTA": "KABUPATEN", "KABUPATENKOTA": "KABUPATEN", "KELURAHAN": "DESA", "DESAKELURAHAN": "DESA"}


def baku_kode(sel: Any) -> str:
    """A region's code with its dots: `3317012001` is `33.17.01.2001`. Out: cleaned text, sound or not."""
    if isinstance(sel, float) and not sel.is_integer():
        return str(sel)  # 33.1 may have been 33.10: refused
    angka = rapikan_nomor(sel)
    if not angka_ascii(angka) or len(angka) not in (2, 4, 6, 10):
        return str(sel).strip()
    return ".".join(b for b in (angka[:2], angka[2:4], angka[4:6], angka[6:]) if b)


def penilai(konteks: dict[str, Any]) -> Penilai:
    """Judge of (kode, nama, tingkat, induk). Refuses: KODE_WILAYAH, NAMA_KOSONG, TINGKAT_WILAYAH, INDUK_WILAYAH."""

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        kode, nama = baku_kode(sel[0]), " ".join(str(sel[1]).split())
        induk = baku_kode(sel[3]) if sel[3] != "" else ""
        temuan = list(_temuan(sel, kode, nama, induk))
        return (None if temuan else (kode, nama, TINGKAT[len(kode)], induk)), temuan

    return nilai


def _temuan(sel: Sequence[Any], kode: str, nama: str, induk: str) -> Iterator[TemuanSel]:
    tingkat = re.sub(r"[^A-Z]", "", str(sel[2]).upper())
    if not _KODE.match(kode):
        yield "kode", sel[0], "KODE_WILAYAH", "Kode wilayah tidak sah. Tulis sebagai teks seperti 33.17.01.", True
    elif _SEBUTAN.get(tingkat, tingkat) != TINGKAT[len(kode)]:
        pesan = f"Tingkat tidak sesuai dengan kodenya; seharusnya {TINGKAT[len(kode)]}."
        yield "tingkat", sel[2], "TINGKAT_WILAYAH", pesan, True
    elif induk != kode.rpartition(".")[0]:
        pesan = f"Kode induk tidak sesuai; seharusnya {kode.rpartition('.')[0] or 'kosong'}."
        yield "induk", sel[3], "INDUK_WILAYAH", pesan, True
    if not nama:
        yield "nama", sel[1], "NAMA_KOSONG", "Nama wilayah belum diisi.", True
    elif len(nama) > 80:
        yield "nama", sel[1], "ISIAN_TERLALU_PANJANG", "Nama wilayah lebih dari 80 huruf. Singkatkan.", True
