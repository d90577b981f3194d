"""What `hitung dtks` answers: the recommendation at the counter on plain input."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dtks.rules.putusan import (
    Aturan,
    DataPengajuan,
    DataWarga,
    Periode,
    Putusan,
    nilai_pengajuan_baru,
    nilai_reaktivasi,
)
from inti.formats.tanggal import hari_iso
from inti.hitung.jawaban import Jawaban, Masukan, perlu


def _jawab(putusan: Putusan) -> Jawaban:
    utama = putusan.utama
    kode = sorted(t.kode for t in putusan.temuan if t.sifat in {"ragu", "tidak"})
    return Jawaban({"saran": putusan.saran, "kode": kode, "utama": utama.kode if utama else ""})


def _isi(kelas: Callable[..., Any], masukan: Masukan, nama: str) -> Any:
    """The part of the question as the rules take it; lists become tuples. None when it isn't there."""
    if masukan.get(nama) is None:
        return None
    return kelas(**{k: tuple(v) if isinstance(v, list) else v for k, v in masukan[nama].items()})


def pengajuan_baru(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`warga` and `berkas` (fields of DataWarga and Pengajuan; no `berkas`: papers are not judged), `periode` ([from,
    to]) -> `saran`, `kode` of what stands in the way, `utama` the first of them."""
    periode = Periode(*map(hari_iso, masukan["periode"])) if masukan.get("periode") else None
    warga, berkas = _isi(DataWarga, masukan, "warga"), _isi(DataPengajuan, masukan, "berkas")
    return _jawab(nilai_pengajuan_baru(warga, berkas, periode, perlu(tanggal)))


def reaktivasi(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`warga`, `berkas` as above, `desil` ([lowest, highest] that the office serves) -> as above."""
    aturan = Aturan(*masukan["desil"])
    return _jawab(nilai_reaktivasi(_isi(DataWarga, masukan, "warga"), _isi(DataPengajuan, masukan, "berkas"), aturan))
