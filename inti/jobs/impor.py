"""Imports from the page, in the background: first a check with its report, then the saving of what the user saw."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.conf import settings

from inti.galat import AturanDilanggar
from inti.jobs.jalan import Jalannya
from inti.models import BerkasTersimpan, Pengguna
from inti.services.berkas import berkas_baca, berkas_simpan
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.hasil import HasilImpor
from inti.sheets.impor import impor_berkas
from inti.sheets.perbaikan import Perbaikan
from inti.sheets.tulis import tulis_tabel

CONTOH = 8  # rows shown for each kind of error; all of them are in the workbook
DIPERBAIKI = 200  # bad rows that may be mended on the page; with more the workbook is the better place
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def periksa(
    jalannya: Jalannya, *, oleh: Pengguna, jenis: str, berkas: str, opsi: dict[str, Any], perbaikan: str = ""
) -> dict[str, Any]:
    """Check a stored file without saving anything. Out: the report that the preview page shows.

    `perbaikan` is the stored file of what was mended on the page. Where headings lack, the report says which (`petakan`).
    """
    return _jalankan(jalannya, oleh, jenis, berkas, opsi, simpan=False, perbaikan=perbaikan)


def simpan(
    jalannya: Jalannya,
    *,
    oleh: Pengguna,
    jenis: str,
    berkas: str,
    opsi: dict[str, Any],
    asal: str,
    penyusun: int | None = None,
    harap: list[int] | None = None,
    perbaikan: str = "",
) -> dict[str, Any]:
    """Save the good rows of the file that was checked by the job `asal`. Repeating it changes nothing.

    `penyusun` proposed it, `harap` are the counts that were approved.
    """
    pengusul = Pengguna.objects.get(pk=penyusun) if penyusun else None
    return _jalankan(
        jalannya, oleh, jenis, berkas, opsi, simpan=True, penyusun=pengusul, harap=harap, perbaikan=perbaikan
    )


def _jalankan(
    jalannya: Jalannya,
    oleh: Pengguna,
    jenis: str,
    berkas: str,
    opsi: dict[str, Any],
    *,
    simpan: bool,
    perbaikan: str,
    **lain: Any,
) -> dict[str, Any]:
    tersimpan = BerkasTersimpan.objects.get(pk=berkas)
    try:
        hasil = impor_berkas(
            jenis,
            Path(settings.BERKAS_DIR) / tersimpan.jalur,
            simpan=simpan,
            lewati_galat=simpan,
            nama_berkas=tersimpan.nama_asli,
            oleh=oleh,
            kemajuan=lambda n: jalannya.maju(n, pesan=f"{n} baris diperiksa"),
            sebelum_simpan=jalannya.pastikan_milik,
            perbaikan=baca_perbaikan(perbaikan),
            **lain,
            **opsi,
        )
    except BerkasTakTerpakai as galat:
        if galat.rincian.get("asing") and not simpan:
            return {"petakan": galat.rincian, "pesan": galat.pesan, "berkas": tersimpan.nama_asli}
        if galat.kode == "WAKTU_HABIS" and jalannya.tugas.percobaan < jalannya.tugas.paling_banyak:
            raise  # the machine was busy: the worker tries again
        raise AturanDilanggar(galat.kode, galat.pesan) from galat
    return _laporan(hasil, jalannya, oleh)


def _laporan(hasil: HasilImpor, jalannya: Jalannya, oleh: Pengguna) -> dict[str, Any]:
    laporan = hasil.sebagai_json()
    laporan["kelompok_galat"] = _kelompok(laporan.pop("galat"))
    laporan["kelompok_peringatan"] = _kelompok(laporan.pop("peringatan"))
    laporan["judul"], laporan["pratinjau"] = hasil.judul, hasil.pratinjau
    laporan["kolom_asing"], laporan["kolom_tiada"] = hasil.kolom_asing, hasil.kolom_tiada
    laporan["batch"] = hasil.batch_id
    laporan |= {"serupa": hasil.serupa, "hampir_semua": hasil.hampir_semua, "dilewati": hasil.dilewati}
    laporan["buku_galat"] = _buku_galat(hasil, jalannya, oleh) if hasil.baris_galat else ""
    laporan["sel_galat"] = _sel_galat(hasil, jalannya, oleh) if hasil.baris_galat and not hasil.disimpan else ""
    return laporan


def _kelompok(temuan: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings by code, the most frequent first, with a few examples of each."""
    per_kode: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for t in temuan:
        per_kode[t["kode"]].append(t)
    urut = sorted(per_kode.items(), key=lambda k: -len(k[1]))
    return [{"kode": k, "pesan": isi[0]["pesan"], "jumlah": len(isi), "contoh": isi[:CONTOH]} for k, isi in urut]


def _buku_galat(hasil: HasilImpor, jalannya: Jalannya, oleh: Pengguna) -> str:
    """A workbook with just the bad rows as they were, and why each was refused."""
    with tempfile.TemporaryDirectory() as folder:
        buku = Path(folder) / "galat.xlsx"
        tulis_tabel(
            buku,
            ["BARIS", *hasil.judul, "ALASAN"],
            ([n, *_sel(s), " ".join(a)] for n, s, a in hasil.baris_galat),
            lembar="Perlu diperbaiki",
        )
        tersimpan = berkas_simpan(
            isi=buku.read_bytes(),
            nama=f"perlu-diperbaiki-{hasil.jenis}.xlsx",
            jenis_isi=XLSX,
            oleh=oleh,
            pemilik_label="inti.tugas",
            pemilik_id=str(jalannya.tugas.pk),
        )
    return str(tersimpan.pk)


def _sel_galat(hasil: HasilImpor, jalannya: Jalannya, oleh: Pengguna) -> str:
    """The first bad rows with their cells as text and why, for the page that mends them: a file, since it holds people."""
    isi = [[n, [str(s) for s in _sel(sel)], alasan] for n, sel, alasan in hasil.baris_galat[:DIPERBAIKI]]
    return simpan_data(isi, f"baris-galat-{hasil.jenis}.json", oleh, str(jalannya.tugas.pk))


def simpan_data(isi: Any, nama: str, oleh: Pengguna | None, tugas: str) -> str:
    """Plain data with people in it as a stored file of a job. Out: its key."""
    berkas = berkas_simpan(
        isi=json.dumps(isi, ensure_ascii=False).encode(),
        nama=nama,
        jenis_isi="application/json",
        oleh=oleh,
        pemilik_label="inti.tugas",
        pemilik_id=tugas,
    )
    return str(berkas.pk)


def baca_perbaikan(kunci: str) -> Perbaikan | None:
    """What was mended on the page, from its stored file; None for none."""
    return Perbaikan.dari_data(json.loads(berkas_baca(BerkasTersimpan.objects.get(pk=kunci)))) if kunci else None


def _sel(sel: Any) -> list[Any]:
    return ["" if s is None else str(int(s)) if isinstance(s, float) and s.is_integer() else s for s in sel]
