"""The judge of one row of the import `perusahaan`: name, NPP, NIB, NPWP. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inti.formats.usaha import periksa_nib, periksa_npp_usaha, periksa_npwp_usaha
from inti.sheets.nilai import Penilai, TemuanSel

_PERIKSA = (("npp", periksa_npp_usaha), ("nib", periksa_nib), ("npwp", periksa_npwp_usaha))


def penilai(konteks: dict[str, Any]) -> Penilai:
    """Judge of (nama, npp, nib, npwp). Refuses NAMA_KOSONG, ISIAN_TERLALU_PANJANG, NOMOR_KOSONG when all three lack,
    and what `inti.formats.usaha` refuses of each number."""

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        nama, temuan, nomor = " ".join(str(sel[0]).split()), [], []
        if not nama:
            temuan.append(("nama", sel[0], "NAMA_KOSONG", "Nama perusahaan belum diisi.", True))
        elif len(nama) > 160:
            temuan.append(("nama", nama, "ISIAN_TERLALU_PANJANG", "Nama lebih dari 160 huruf. Singkatkan.", True))
        for (bidang, periksa), isi in zip(_PERIKSA, sel[1:], strict=True):
            hasil = periksa(isi) if str(isi).strip() not in {"", "-"} else None
            nomor.append(hasil.nilai if hasil else "")
            for c in (*hasil.galat, *hasil.peringatan) if hasil else ():
                temuan.append((bidang, isi, c.kode, c.pesan, c.menolak))
        if not any(nomor):
            pesan = "Isi paling sedikit satu dari NPP, NIB, dan NPWP."
            temuan.append(("npp", "", "NOMOR_KOSONG", pesan, True))
        return (None if any(t[4] for t in temuan) else (nama, *nomor)), temuan

    return nilai
