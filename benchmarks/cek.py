"""The public check under load: two gunicorn workers, 200 requests a second for a minute, beside an empty view.

Requests start by the clock, whether earlier ones were answered or not, each on a connection of its own, half of them
by people of the registry (100,000 persons) with their right name, half by numbers that nobody has. Times are from the
moment a request was due, so waiting in the queue counts. The floor is the same POST to a view that does nothing.
The client runs on the same machine and takes its share of it. See `wsgi_cek` for what differs from production.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.basis_data import ada_postgresql, siapkan_django, url_postgresql, url_sqlite

PER_DETIK, DETIK, ORANG, PEKERJA = 200, int(os.environ.get("BENCH_DETIK", "60")), 100_000, 2
TANPA_BATAS = {f"CEK_BATAS_{n}": "1000000000" for n in ("ALAMAT", "UMUM", "ORANG", "ORANG_HARI", "KERAS")}
AKAR = Path(__file__).resolve().parent.parent


def isi() -> list[tuple[str, str]]:
    """Fill the registry of DATABASE_URL; out: some numbers with their names, as many numbers of nobody."""
    siapkan_django()
    from django.core.management import call_command

    from dtks.models import Individu

    call_command("demo", besar=ORANG)
    ada = list(Individu.objects.filter(nik__startswith="98").order_by("id").values_list("nik", "nama")[::50])
    return [p for n, orang in enumerate(ada) for p in (orang, (f"97{n:014d}", orang[1]))]


async def _satu(porta: int, permintaan: bytes, saat: float) -> tuple[float, int]:
    """One request due at `saat`; out: seconds until the reply was complete, status (0: no reply)."""
    await asyncio.sleep(max(0.0, saat - time.perf_counter()))
    try:
        baca, tulis = await asyncio.open_connection("127.0.0.1", porta)
        tulis.write(permintaan)
        balasan = await asyncio.wait_for(baca.read(-1), 30)
        tulis.close()
    except (OSError, TimeoutError):
        return time.perf_counter() - saat, 0
    return time.perf_counter() - saat, int(balasan.split(b" ", 2)[1]) if balasan else 0


async def _beban(porta: int, alamat: str, orang: list[tuple[str, str]], detik: int) -> dict[str, float]:
    kepala, token = _kenalan(porta)
    mulai = time.perf_counter() + 0.5
    tugas = []
    for n in range(PER_DETIK * detik):
        nomor, nama = orang[n % len(orang)]
        tubuh = urlencode({"nomor": nomor, "nama": nama.title(), "csrfmiddlewaretoken": token}).encode()
        garis = f"POST {alamat} HTTP/1.1\r\n{kepala}Content-Length: {len(tubuh)}\r\n\r\n".encode()
        tugas.append(asyncio.create_task(_satu(porta, garis + tubuh, mulai + n / PER_DETIK)))
    hasil = await asyncio.gather(*tugas)
    waktu = sorted(w for w, _ in hasil)
    gagal = sum(status != 200 for _, status in hasil)
    return {"tengah": waktu[len(waktu) // 2], "p99": waktu[int(len(waktu) * 0.99)], "gagal": gagal}


def _kenalan(porta: int) -> tuple[str, str]:
    """Fetch the form once for its cookie and token, as a browser does."""
    with urllib.request.urlopen(f"http://127.0.0.1:{porta}/cek/") as balasan:
        kue = balasan.headers["Set-Cookie"].split(";")[0]
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', balasan.read())
    assert token is not None
    kepala = {
        "Host": f"127.0.0.1:{porta}",
        "Cookie": kue,
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    return "".join(f"{k}: {v}\r\n" for k, v in kepala.items()), token[1].decode()


def _tunggu(porta: int) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{porta}/-/sehat", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("gunicorn tidak mulai")


def ukur(url: str) -> list[dict[str, Any]]:
    """Both views on one database."""
    lingkungan = os.environ | TANPA_BATAS | {
        "DATABASE_URL": url, "DEBUG": "0", "HTTPS": "0", "SECRET_KEY": "bN3xY9kLm2Rt5Vw8" * 4, "LOG_LEVEL": "ERROR",
    }  # fmt: skip
    ambil = [sys.executable, "-m", "benchmarks.cek", "isi"]
    keluaran = subprocess.run(ambil, env=lingkungan, cwd=AKAR, stdout=subprocess.PIPE, text=True, check=True).stdout
    orang = [(nomor, nama) for nomor, nama in json.loads(keluaran.splitlines()[-1])]
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        porta = s.getsockname()[1]
    perintah = ["gunicorn", "benchmarks.wsgi_cek:application", "-w", str(PEKERJA), "-b", f"127.0.0.1:{porta}"]
    proses = subprocess.Popen([sys.executable, "-m", *perintah, "--log-level", "error"], env=lingkungan, cwd=AKAR)
    try:
        _tunggu(porta)
        hasil = {}
        for alamat in ("/kosong/", "/cek/"):
            asyncio.run(_beban(porta, alamat, orang, 3))
            hasil[alamat] = asyncio.run(_beban(porta, alamat, orang, DETIK))
    finally:
        proses.terminate()
        proses.wait()
    kita, dasar = hasil["/cek/"], hasil["/kosong/"]
    gagal = int(kita["gagal"] + dasar["gagal"])
    mesin = "postgresql" if url.startswith("postgres") else "sqlite"
    return [
        {
            "apa": f"cek publik, {sebutan}, {mesin} (lantai: view kosong)",
            "ukuran": f"{PER_DETIK}/dtk {DETIK} dtk{f', {gagal} gagal' if gagal else ''}",
            "kita": kita[kunci],
            "lantai": dasar[kunci],
            "rasio": kita[kunci] / dasar[kunci],
        }
        for kunci, sebutan in (("tengah", "nilai tengah"), ("p99", "99 dari 100"))
    ]


def jalankan() -> list[dict[str, Any]]:
    """Rows for each database: median and 99th percentile, ours and the floor, in seconds."""
    hasil = []
    for sumber in (url_sqlite, url_postgresql) if ada_postgresql() else (url_sqlite,):
        with sumber() as url:
            hasil += ukur(url)
    return hasil


if __name__ == "__main__":
    if "isi" in sys.argv:
        print(json.dumps(isi()))
    else:
        for h in jalankan():
            print(f"{h['apa']:62} {h['kita'] * 1000:8.2f} ms {h['lantai'] * 1000:8.2f} ms {h['rasio']:5.2f} x")
