"""The list of a batch of letters: a workbook whose columns are the template's blanks."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from arsip.models import TemplatSurat
from inti.sheets.baca import Pembaca
from inti.sheets.hasil import nilai_tampil
from inti.sheets.kolom import KolomLembar

TETAP = (
    KolomLembar("tujuan", "TUJUAN", ("NAMA", "KEPADA", "NAMA PERUSAHAAN"), contoh="Kepala Desa Sumberjo"),
    KolomLembar("alamat", "ALAMAT", (), wajib=False, contoh="Jalan Raya 1; Wanasari"),
    KolomLembar("telepon", "TELEPON", ("HP", "NO HP", "NO TELEPON"), wajib=False, contoh="0812-0000-0000"),
)
GALAT_TAMPIL = 200


@dataclass
class DaftarMassal:
    """What a list holds: good rows as dictionaries, and (row, column, value, sentence) of what is wrong."""

    baris: list[dict[str, Any]] = field(default_factory=list)
    galat: list[tuple[int, str, str, str]] = field(default_factory=list)


def kolom_massal(templat: TemplatSurat) -> tuple[KolomLembar, ...]:
    """Columns of a list for this template: addressee, address, phone, then each blank by its label."""
    contoh = {"tanggal": "20-11-2026", "hari": "20-11-2026", "uang": "1500000", "angka": "3"}
    tetap = {k.judul for k in TETAP}
    return (
        *TETAP,
        *(
            KolomLembar(
                b["nama"],
                b["label"].upper() if b["label"].upper() not in tetap else b["nama"].upper(),
                wajib=b["wajib"],
                contoh=contoh.get(b["jenis"], b["label"]),
            )
            for b in templat.bidang
        ),
    )


def baca_massal(berkas: Path, templat: TemplatSurat) -> DaftarMassal:
    """Read a list in a child process, every bad cell named. Raises BerkasTakTerpakai when the file can't be used."""
    hasil = DaftarMassal()
    kolom = kolom_massal(templat)
    nama = [k.nama for k in kolom]
    judul = {k.nama: k for k in kolom}
    with Pembaca(berkas, kolom, None, penilai=("arsip.rules.baris_massal:penilai", {"bidang": templat.bidang})) as p:
        for nomor, (nilai, temuan), _isi in p.potongan_ternilai():
            for tempat, n in enumerate(nomor):
                isi = nilai[tempat]
                if isi is not None:
                    hasil.baris.append(dict(zip(nama, isi, strict=True)))
                if tempat in temuan:
                    for bidang, sel, _kode, pesan, _tolak in temuan[tempat][1]:
                        k = judul[bidang]
                        hasil.galat.append((n, k.judul, nilai_tampil(k, sel), pesan))
    return hasil


def templat_massal(templat: TemplatSurat) -> bytes:
    """An empty workbook with the headings and one example row."""
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Daftar"
    kolom = kolom_massal(templat)
    lembar.append([k.judul for k in kolom])
    lembar.append([k.contoh for k in kolom])
    for n in range(1, len(kolom) + 1):
        lembar.cell(2, n).number_format = "@"
        lembar.column_dimensions[lembar.cell(1, n).column_letter].width = 24
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()
