"""`peta-hak`: every route with the permission it needs and which role holds it."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from inti.access import ADMIN_DJANGO, MASUK, PERAN, PUBLIK, Rute, hak_peran, izin_usul, semua_rute


class Command(BaseCommand):
    help = "Menampilkan setiap rute, izin yang dibutuhkan, dan peran yang memegangnya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluarkan sebagai JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the map."""
        peta = peta_hak()
        if options["json"]:
            self.stdout.write(json.dumps(peta, ensure_ascii=False, indent=1))
            return
        for r in peta:
            boleh = ", ".join(f"{p} (mengusul)" if p in r["mengusul"] else p for p in PERAN if r["peran"][p])
            self.stdout.write(f"{r['jalur']:<60} {','.join(r['metode']):<9} {r['izin']:<36} {boleh}")


def peta_hak() -> list[dict[str, Any]]:
    """Rows of the map: name, path, methods, permission, and for each role (and nobody signed in) yes or no.

    `mengusul` names the roles for which what they send there becomes a proposal.
    """
    hak = hak_peran()
    return [
        {
            "nama": r.nama,
            "jalur": r.jalur,
            "metode": list(r.metode),
            "izin": r.izin,
            "tanpa_masuk": r.izin == PUBLIK,
            "peran": {p: _boleh(r, p, hak[p]) or _mengusul(r, hak[p]) for p in PERAN},
            "mengusul": [p for p in PERAN if (r.hanya_usul or not _boleh(r, p, hak[p])) and _mengusul(r, hak[p])],
        }
        for r in semua_rute()
    ]


def _boleh(rute: Rute, peran: str, hak: set[str]) -> bool:
    if rute.izin in {PUBLIK, MASUK}:
        return True
    if rute.izin == ADMIN_DJANGO:
        return peran == "admin"
    return rute.izin in hak


def _mengusul(rute: Rute, hak: set[str]) -> bool:
    """Whether what this role sends to the route becomes a proposal (pages without an act are not opened by it)."""
    return "POST" in rute.metode and izin_usul(rute.izin) in hak
