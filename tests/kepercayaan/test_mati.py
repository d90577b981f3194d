"""T14: workers and web processes die by SIGKILL at random moments; nothing is lost, nothing is done twice."""

from __future__ import annotations

import http.client
import json
import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.inti.sistem_uji import AKAR, Pabrik, Sistem

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sistem(tmp_path: Path) -> Iterator[Sistem]:
    pabrik = Pabrik(tmp_path)
    yield pabrik()
    pabrik.bersihkan()


def kantor(sistem: Sistem, *perintah: str) -> dict[str, Any]:
    hasil = subprocess.run(
        [sys.executable, "-m", "tests.kepercayaan.kantor_mati", *perintah],
        cwd=AKAR,
        env=sistem.lingkungan,
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    return dict(json.loads(hasil.stdout))


def _pekerja(sistem: Sistem) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "pekerja", "--jeda", "0.1"],
        cwd=AKAR,
        env=sistem.lingkungan | {"SEWA_TUGAS": "3"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("banyak", [pytest.param(6, id="6"), pytest.param(100, marks=pytest.mark.lama, id="100")])
def test_jobs_whose_workers_are_killed_are_neither_lost_nor_done_twice(sistem: Sistem, banyak: int) -> None:
    kantor(sistem, "siapkan", str(banyak))
    acak, dibunuh = random.Random(7), 0
    pekerja = [_pekerja(sistem), _pekerja(sistem)]
    akhir = time.monotonic() + 60 + banyak * 6
    try:
        while time.monotonic() < akhir:
            time.sleep(acak.uniform(2.0, 5.0))
            if dibunuh < banyak // 3:
                korban = acak.randrange(2)
                pekerja[korban].kill()
                pekerja[korban].wait()
                dibunuh += 1
                pekerja[korban] = _pekerja(sistem)
            elif kantor(sistem, "ulangi")["sisa"] == 0:
                break
    finally:
        for p in pekerja:
            p.kill()
            p.wait()
    hasil = kantor(sistem, "nilai")
    assert dibunuh >= banyak // 3
    assert hasil["tugas"] == {"selesai": banyak}
    assert (hasil["permohonan"], hasil["surat"], hasil["orang_ganda"], hasil["tanpa_surat"]) == (banyak, banyak, 0, 0)
    assert (hasil["nomor"], hasil["nomor_tertinggi"]) == (banyak, banyak), "no gap in the numbers"


def _porta() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _web(sistem: Sistem, porta: int) -> subprocess.Popen[bytes]:
    proses = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", "--nothreading", f"127.0.0.1:{porta}"],
        cwd=AKAR,
        env=sistem.lingkungan | {"DEBUG": "1", "LOG_LEVEL": "ERROR"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", porta), timeout=0.2).close()
            return proses
        except OSError:
            time.sleep(0.1)
    raise AssertionError("peladen tidak menyala")


class Warga:
    """Somebody at the kiosk who notes what was acknowledged, and sends the same form again when nobody answered."""

    def __init__(self, porta: int, kode: str) -> None:
        self.porta, self.alamat = porta, f"/antrean/{kode}/"
        self.putus = 0

    def _minta(self, metode: str, alamat: str, isi: str = "", kuki: str = "") -> tuple[int, str, str]:
        hubungan = http.client.HTTPConnection("127.0.0.1", self.porta, timeout=15)
        kepala = {"Content-Type": "application/x-www-form-urlencoded"} | ({"Cookie": kuki} if kuki else {})
        hubungan.request(metode, alamat, isi or None, kepala)
        balasan = hubungan.getresponse()
        teks = balasan.read().decode()
        return balasan.status, teks, balasan.getheader("Set-Cookie", "")

    def kirim(self, kunci: str) -> None:
        """Until the server says that it is stored."""
        for _ in range(200):
            try:
                _, halaman, kuki = self._minta("GET", self.alamat)
                sandi = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', halaman)
                if sandi is None:
                    continue
                isi = f"csrfmiddlewaretoken={sandi[1]}&kunci_kirim={kunci}&keperluan=tanya&prioritas="
                status, _, _ = self._minta("POST", self.alamat, isi, kuki.split(";")[0])
                if status == 302:
                    return
            except (OSError, http.client.HTTPException):
                self.putus += 1  # the browser tells him that the connection broke
                time.sleep(0.2)
        raise AssertionError(f"{kunci} tidak pernah diterima")


@pytest.mark.parametrize("banyak", [pytest.param(10, id="10"), pytest.param(200, marks=pytest.mark.lama, id="200")])
def test_submissions_during_which_the_web_process_dies_are_whole_or_absent(sistem: Sistem, banyak: int) -> None:
    kode = str(kantor(sistem, "siapkan", "0")["kiosk"])
    porta, acak = _porta(), random.Random(11)
    web = _web(sistem, porta)
    warga = Warga(porta, kode)
    kunci = [f"kirim-{n:04d}" for n in range(banyak)]
    selesai = threading.Event()
    galat: list[Exception] = []

    def kirim_semua() -> None:
        try:
            for k in kunci:
                warga.kirim(k)
        except (
            AssertionError,
            OSError,
            http.client.HTTPException,
        ) as salah:  # handed to the test's own thread, which raises it
            galat.append(salah)
        finally:
            selesai.set()

    utas = threading.Thread(target=kirim_semua)
    utas.start()
    dibunuh = 0
    try:
        while not selesai.wait(acak.uniform(0.03, 0.25)):
            if dibunuh < banyak // 5:
                web.kill()
                web.wait()
                dibunuh += 1
                web = _web(sistem, porta)
    finally:
        web.kill()
        web.wait()
        utas.join(timeout=60)
    assert not galat, galat
    hasil = kantor(sistem, "nilai")
    assert dibunuh > 0 and warga.putus > 0, "the killing must have hit somebody"
    assert (hasil["tiket"], hasil["tiket_tertinggi"]) == (banyak, banyak)
    assert set(kunci) <= set(hasil["kunci"])


def test_the_ledger_of_a_kiosk_tells_a_double_from_one(sistem: Sistem) -> None:
    """The test's own instrument: the same key twice is one ticket, two keys are two."""
    kode = str(kantor(sistem, "siapkan", "0")["kiosk"])
    porta = _porta()
    web = _web(sistem, porta)
    try:
        warga = Warga(porta, kode)
        for k in ("a-1", "a-1", "b-2"):
            warga.kirim(k)
    finally:
        web.kill()
        web.wait()
    assert kantor(sistem, "nilai")["tiket"] == 2
