"""`hitung`: worked examples, or one question, through an app's own rules with the reference data as shipped."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from inti import registry
from inti.formats.tanggal import hari_iso
from inti.hitung.contoh import ContohTakTerbaca, baca_contoh, baca_json, jalankan_contoh, tanpa_basis_data
from inti.hitung.jawaban import CACAT, sebagai_json, tanya


class Command(BaseCommand):
    """Exit code 0: all agree; 1: some differ or are unknown; 2: the app, question, input or file can't be used."""

    requires_system_checks: list[str] = []  # no page and no table is needed
    help = "Menjalankan contoh hitungan, atau satu pertanyaan, dengan aturan aplikasi dan data acuan bawaannya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """App, then either a question with its input or a file of examples."""
        parser.add_argument("app", metavar="APP", help=f"salah satu dari: {', '.join(registry.semua_hitung())}")
        parser.add_argument("fungsi", metavar="FUNGSI", nargs="?", help="jenis pertanyaan")
        parser.add_argument("--contoh", metavar="BERKAS", type=Path, help="berkas .csv berisi contoh hitungan")
        parser.add_argument("--masukan", metavar="JSON", help="masukan satu pertanyaan, sebuah objek JSON")
        parser.add_argument("--tanggal", metavar="TTTT-BB-HH", help="tanggal pertanyaan")
        parser.add_argument("--json", action="store_true", help="keluarkan hasil contoh sebagai JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the examples, or answer."""
        if options["app"] not in registry.semua_hitung():
            self._tolak(f"Aplikasi {options['app']} tidak mempunyai hitungan.")
        if options["contoh"] is not None:
            self._contoh(options["app"], options["contoh"], options["json"])
        elif options["fungsi"] and options["masukan"] is not None:
            self._satu(options["app"], options["fungsi"], options["masukan"], options["tanggal"])
        else:
            self._tolak("Beri --contoh BERKAS, atau FUNGSI dengan --masukan JSON.")

    def _contoh(self, app: str, berkas: Path, json_saja: bool) -> None:
        try:
            hasil = jalankan_contoh(app, baca_contoh(berkas))
        except ContohTakTerbaca as galat:
            self._tolak(str(galat))
        if json_saja:
            self.stdout.write(json.dumps(hasil, ensure_ascii=False))
        else:
            for b in hasil["beda"]:
                self.stdout.write(f"{b['no']} {b['fungsi']}: diharapkan {b['diharapkan']}, hasil {b['hasil']}")
            if hasil["tidak_dikenal"]:
                self.stdout.write(f"Tidak dikenal: {', '.join(hasil['tidak_dikenal'])}")
            self.stdout.write(f"{hasil['cocok']} dari {hasil['baris']} contoh cocok.")
        if hasil["beda"] or hasil["tidak_dikenal"]:
            sys.exit(1)

    def _satu(self, app: str, fungsi: str, masukan: str, tanggal: str | None) -> None:
        try:
            isi = baca_json(masukan)
            hari = hari_iso(tanggal) if tanggal else None
        except ValueError as galat:
            self._tolak(f"Masukan atau tanggal tidak terbaca: {galat}.")
        if fungsi not in registry.semua_hitung()[app]:
            self._tolak(f"Pertanyaan {fungsi} tidak dikenal. Yang ada: {', '.join(registry.semua_hitung()[app])}.")
        with tanpa_basis_data():
            jawaban = tanya(app, fungsi, isi, hari)
        if jawaban.hasil.get("galat") == CACAT:
            self._tolak(f"Masukan tidak dapat dibaca: {jawaban.hasil['pesan']}.")
        keluar = {"fungsi": fungsi, "tanggal": hari, "hasil": jawaban.hasil, "aturan": jawaban.aturan}
        self.stdout.write(json.dumps(sebagai_json(keluar), ensure_ascii=False))

    def _tolak(self, pesan: str) -> NoReturn:
        self.stderr.write(pesan)
        sys.exit(2)
