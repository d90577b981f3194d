"""The judge of one row of the population office's answer. Pure: it runs in the parsing child."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inti.formats import periksa_nik, rapikan_nomor
from inti.formats.nomor import angka_ascii
from inti.sheets.nilai import Penilai, TemuanSel


def penilai(konteks: dict[str, Any]) -> Penilai:
    """Judge of (id, nik, nik_benar, jawaban). Refuses ID_REKAP, and a right NIK that is none (codes of `periksa_nik`)."""

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        nomor = rapikan_nomor(str(sel[0]).removesuffix(".0"))
        if not angka_ascii(nomor) or len(nomor) > 15:
            temuan.append(("id", sel[0], "ID_REKAP", "ID rekap tidak sah. Jangan mengubah kolom ini.", True))
        benar = ""
        if sel[2] != "":
            hasil = periksa_nik(sel[2])
            benar = hasil.nilai
            temuan += [("nik_benar", sel[2], c.kode, c.pesan, True) for c in hasil.galat[:1]]
        jawaban = " ".join(str(sel[3]).split())[:200]
        return (None if temuan else (int(nomor), rapikan_nomor(sel[1]), benar, jawaban)), temuan

    return nilai
