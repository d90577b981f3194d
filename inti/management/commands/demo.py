"""`demo`: load the demonstration office of invented people; prints its logins."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from inti import registry
from inti.demo.kantor import AKUN, isi_akun, sandi_demo
from inti.models import Instansi, Pengguna


class Command(BaseCommand):
    help = "Mengisi kantor contoh dengan orang rekaan. Boleh diulang. Jangan dipakai pada data sungguhan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--besar", type=int, default=0, metavar="N", help="tambah N orang dalam data terpadu, N/100 pegawai"
        )
        parser.add_argument("--bila-kosong", action="store_true", help="hanya bila belum ada instansi")

    def handle(self, *args: Any, besar: int, bila_kosong: bool, **options: Any) -> None:
        """Fill what is missing, part by part, lower apps first."""
        if bila_kosong and Instansi.objects.exists():
            if Pengguna.objects.filter(akun_demo=True).exists():
                self.stderr.write("Kantor contoh sudah ada. Akunnya: " + ", ".join(a.username for a in AKUN))
                self.stderr.write(f"Kata sandi, bila belum diubah: {sandi_demo()}")
            return
        with transaction.atomic():
            sandi = isi_akun_dan_bagian(besar)
        self.stderr.write("Kantor contoh siap. Masuk dengan salah satu akun berikut:")
        for a in AKUN:
            self.stderr.write(f"  {a.username:<12} {a.peran:<11} {a.nama}")
        self.stderr.write(f"Kata sandi semua akun contoh: {sandi}")


def isi_akun_dan_bagian(besar: int) -> str:
    """Office first, then logins, then what each app adds."""
    bagian = registry.semua_demo()
    bagian[0]()
    sandi = isi_akun()
    for isi in bagian[1:]:
        isi()
    for tambah in registry.semua_demo("demo_besar") if besar else ():
        tambah(besar)
    return sandi
