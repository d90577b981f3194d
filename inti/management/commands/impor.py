"""`impor`: the upload page's pipeline from the command line."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, cast

from django.core.management.base import BaseCommand

from inti import registry
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.hasil import HasilImpor
from inti.sheets.impor import impor_berkas

_DITAMPILKAN = 20  # findings shown in words; --json gives all


class Command(BaseCommand):
    """Exit code 0: no row refused; 1: some were; 2: the file can't be used."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = (
        "Memeriksa berkas (xlsx, xls, ods, csv) dan, dengan --simpan, menyimpannya. "
        "Kode keluar: 0 tidak ada baris yang ditolak; 1 ada; 2 berkasnya tidak dapat dipakai."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Arguments of every kind, and the options that kinds declare."""
        parser.add_argument("jenis", metavar="JENIS", help=f"salah satu dari: {', '.join(registry.semua_importir())}")
        parser.add_argument("berkas", metavar="BERKAS", type=Path, help="berkas yang diimpor")
        parser.add_argument("--simpan", action="store_true", help="simpan bila tidak ada baris yang ditolak")
        parser.add_argument("--lewati-galat", action="store_true", help="simpan baris yang baik walau ada yang ditolak")
        parser.add_argument(
            "--lembar", metavar="NAMA", help="nama lembar; tanpa ini dipilih yang judulnya paling cocok"
        )
        parser.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON pada keluaran baku")
        for nama, bantuan in _pilihan().items():
            parser.add_argument(f"--{nama}", action="store_true", help=bantuan)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the import and end with its exit code."""
        jenis = options["jenis"]
        if jenis not in registry.semua_importir():
            self._berhenti(f"Jenis {jenis} tidak dikenal. Jenis yang ada: {', '.join(registry.semua_importir())}.")
        opsi = {nama: True for nama in _pilihan() if options[nama.replace("-", "_")]}
        asing = sorted(set(opsi) - set(registry.importir(jenis).pilihan))
        if asing:
            self._berhenti(f"Pilihan --{asing[0]} tidak berlaku untuk impor {jenis}.")
        try:
            hasil = impor_berkas(
                jenis,
                options["berkas"],
                simpan=options["simpan"],
                lewati_galat=options["lewati_galat"],
                lembar=options["lembar"],
                **cast(dict[str, Any], opsi),
            )
        except BerkasTakTerpakai as galat:
            self._berhenti(galat.pesan)
        if options["json"]:
            self.stdout.write(json.dumps(hasil.sebagai_json(), ensure_ascii=False))
        self._ceritakan(hasil)
        sys.exit(hasil.kode_keluar)

    def _berhenti(self, pesan: str) -> None:
        self.stderr.write(pesan)
        sys.exit(2)

    def _ceritakan(self, hasil: HasilImpor) -> None:
        """The result in words."""
        lembar = f", lembar {hasil.lembar}" if hasil.lembar else ""
        self.stderr.write(
            f"{hasil.berkas}{lembar}: {hasil.dibaca} baris dibaca, {hasil.baru} baru, {hasil.berubah} berubah, "
            f"{hasil.sama} sama, {hasil.ditolak} ditolak."
        )
        for pesan in hasil.dilewati:
            self.stderr.write(pesan)
        for sebutan, daftar in (("Ditolak", hasil.galat), ("Peringatan", hasil.peringatan)):
            for g in daftar[:_DITAMPILKAN]:
                kolom = f", kolom {g['kolom']}" if g["kolom"] else ""
                self.stderr.write(f"{sebutan}: baris {g['baris']}{kolom}: {g['pesan']}")
            if len(daftar) > _DITAMPILKAN:
                self.stderr.write(f"{sebutan}: {len(daftar) - _DITAMPILKAN} lagi. Gunakan --json untuk melihat semua.")
        self.stderr.write("Data disimpan." if hasil.disimpan else "Data belum disimpan.")


def _pilihan() -> dict[str, str]:
    """Options that any importer declares, with their help."""
    return {
        nama: teks for jenis in registry.semua_importir() for nama, teks in registry.importir(jenis).pilihan.items()
    }
