"""Merging many sheets into one workbook, in the background."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from inti.jobs.impor import XLSX
from inti.jobs.jalan import Jalannya
from inti.models import BerkasTersimpan, Pengguna
from inti.services.berkas import berkas_simpan
from inti.sheets.gabung_lembar import gabung_lembar

TAMPIL = 200  # skipped sheets named on the page; all of them are in the workbook


def gabung(jalannya: Jalannya, *, oleh: Pengguna, berkas: list[str], kunci: str = "") -> dict[str, Any]:
    """Merge stored files in the order of their upload. Out: figures, skipped sheets, and the key of the workbook."""
    ada = {str(b.pk): b for b in BerkasTersimpan.objects.filter(pk__in=berkas, oleh=oleh)}
    sumber = [(ada[k].nama_asli, Path(settings.BERKAS_DIR) / ada[k].jalur) for k in berkas if k in ada]
    with tempfile.TemporaryDirectory() as folder:
        buku = Path(folder) / "gabungan.xlsx"
        hasil = gabung_lembar(sumber, buku, kemajuan=lambda n: jalannya.maju(n, pesan=f"{n} lembar dibaca"))
        with transaction.atomic():
            jalannya.pastikan_milik()
            tersimpan = berkas_simpan(
                isi=buku.read_bytes(),
                nama="gabungan.xlsx",
                jenis_isi=XLSX,
                oleh=oleh,
                pemilik_label="inti.tugas",
                pemilik_id=str(jalannya.tugas.pk),
            )
    return {
        "lembar": len(hasil.lembar) - len(hasil.dilewati),
        "baris": hasil.baris,
        "kolom": hasil.kolom,
        "dilewati": [[c.berkas, c.lembar, c.sebab] for c in hasil.dilewati[:TAMPIL]],
        "banyak_dilewati": len(hasil.dilewati),
        "angka_panjang": sum(c.angka_panjang for c in hasil.lembar),
        "buku": str(tersimpan.pk),
        "tautan": reverse("gabung_hasil", args=[jalannya.tugas.pk]),
    }
