"""Patterns of letter numbers: `{kode}/{urut:03d}/{unit}/{bulan_romawi}/{tahun}`. Pure."""

from __future__ import annotations

from string import Formatter

NAMA = {
    "kode": "kode klasifikasi",
    "urut": "nomor urut",
    "unit": "kode unit",
    "bulan_romawi": "bulan dengan angka Romawi",
    "tahun": "tahun",
}
BENTUK_URUT = {"", "02d", "03d", "04d", "05d"}


def cacat_pola(pola: str, *, per_kode: bool = False, per_unit: bool = False) -> list[str]:
    """What is wrong with a pattern, in sentences; empty when it can be used.

    `per_kode`, `per_unit`: each code (unit) has numbers of its own, so the pattern must show which, or two letters
    would bear the same number.
    """
    try:
        bagian = list(Formatter().parse(pola))
    except ValueError:
        return ["Kurung kurawal tidak berpasangan."]
    salah = []
    nama = []
    for _, bidang, bentuk, ubah in bagian:
        if bidang is None:
            continue
        nama.append(bidang)
        if bidang not in NAMA:
            salah.append(f"{{{bidang}}} tidak dikenal; yang ada {', '.join('{' + n + '}' for n in NAMA)}.")
        elif ubah or (bentuk and (bidang != "urut" or bentuk not in BENTUK_URUT)):
            salah.append(f"Bentuk {{{bidang}:{bentuk}}} tidak dikenal; tulis {{urut}} atau {{urut:03d}}.")
    for wajib in ("urut", "tahun"):
        if nama.count(wajib) != 1:
            salah.append(f"Pola harus memuat {{{wajib}}} satu kali.")
    if per_kode and "kode" not in nama:
        salah.append("Setiap kode mempunyai nomor urut sendiri, jadi pola harus memuat {kode}.")
    if per_unit and "unit" not in nama:
        salah.append("Setiap unit mempunyai nomor urut sendiri, jadi pola harus memuat {unit}.")
    return salah
