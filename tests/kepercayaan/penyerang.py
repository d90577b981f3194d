"""What the attacks share: addresses of real records for every route, a wall around the process, and a walk."""

from __future__ import annotations

import functools
import inspect
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any

from django.db import connections
from django.db.models import Model
from django.test import Client
from django.urls import resolve

from inti.access import Rute, semua_rute
from inti.management.commands.peta_hak import peta_hak
from inti.models import Pengguna
from tests.test_matriks import _alamat as alamat_kosong

URUTAN_PERAN = (
    "penyelia",
    "pimpinan",
    "staf",
    "personalia",
    "arsiparis",
    "konselor",
    "admin",
    "loket",
    "desa",
    "magang",
    "perusahaan",
)
KELUAR = {"keluar", "sesi_keluarkan_lain"}  # they end the session of the very client that walks


def rute_biasa() -> list[Rute]:
    """Every route of the house but those of Django admin."""
    return [r for r in semua_rute() if not r.jalur.startswith("/admin/")]


def fungsi(rute: Rute) -> Any:
    """The view behind a route."""
    return resolve(alamat_kosong(rute.jalur)).func


def model_rute(rute: Rute) -> type[Model] | None:
    """The model whose key stands in the route's address, as far as its view tells or a sister route does."""
    return _model(fungsi(rute)) or _dari_saudara().get(_awal(rute.jalur))


def _model(view: Any) -> type[Model] | None:
    kelas = getattr(view, "view_class", None)
    if kelas:
        return getattr(kelas, "model", None)
    return getattr(view, "model", None) or inspect.getclosurevars(view).nonlocals.get("model")


def _awal(jalur: str) -> str:
    return jalur.split("<", 1)[0]


@functools.cache
def _dari_saudara() -> dict[str, type[Model]]:
    from dtks.models import Layar, Pemeriksaan, Sekaligus, Tiket, TinjauGanda
    from inti.models import BerkasTersimpan, Dokumen, Nomor, Pengguna, Tugas

    tahu: dict[str, type[Model]] = {
        "/dtks/loket/": Pemeriksaan,
        "/dtks/desa/": Pemeriksaan,
        "/dtks/sekaligus/": Sekaligus,
        "/dtks/tinjauan/": TinjauGanda,
        "/dtks/antrean/tiket/": Tiket,
        "/kantor/nomor/satu/": Nomor,
        "/kantor/pengguna/": Pengguna,
        "/tugas/": Tugas,
        "/berkas/": BerkasTersimpan,
        "/v/": Dokumen,
        "/antrean/": Layar,
    }
    for r in rute_biasa():
        if "pk>" in r.jalur and (m := _model(fungsi(r))) is not None:
            tahu.setdefault(_awal(r.jalur), m)
    return tahu


def alamat_nyata(rute: Rute, pengguna: Pengguna | None = None) -> str:
    """The route's address with the key of a record that this user may meet; with one of nothing where there is none."""
    jalur, model = rute.jalur, model_rute(rute)
    if model is not None:
        semua = model._default_manager.all()
        if pengguna is not None and hasattr(semua, "untuk"):
            semua = semua.untuk(pengguna)
        objek = semua.order_by("pk").first()
        if objek is not None:
            jalur = jalur.replace("<int:pk>", str(objek.pk)).replace("<uuid:pk>", str(objek.pk))
            jalur = jalur.replace("<str:kode>", str(getattr(objek, "kode", "")) or "TIDAKADA")
    if jalur.startswith(("/dtks/loket/", "/dtks/desa/")):
        jalur = jalur.replace("<slug:jenis>", "reaktivasi")
    return alamat_kosong(jalur)


def pemegang() -> dict[str, str]:
    """Path of each route -> the first role that may open it; nothing for routes open to everybody."""
    return {
        r["jalur"]: next((p for p in URUTAN_PERAN if r["peran"][p]), "") for r in peta_hak() if not r["tanpa_masuk"]
    }


def klien_peran(pengguna: Pengguna | None, **opsi: Any) -> Client:
    """A client signed in as a user, or nobody's."""
    klien = Client(**opsi)
    if pengguna is not None:
        klien.force_login(pengguna, backend="inti.gerbang.auth.PenggunaBackend")
    return klien


def dalam_negeri(alamat: Any) -> bool:
    """Whether a socket address is this machine itself."""
    if not isinstance(alamat, tuple):
        return True  # a socket of the file system
    tuan = str(alamat[0])
    try:
        return ip_address(tuan).is_loopback
    except ValueError:
        return tuan in {"localhost", ""}


@contextmanager
def tembok() -> Iterator[list[str]]:
    """Nothing leaves the machine meanwhile; what tried to is refused and listed."""
    mencoba: list[str] = []
    for koneksi in connections.all():
        koneksi.ensure_connection()
    asli = {n: getattr(socket.socket, n) for n in ("connect", "connect_ex", "sendto")}
    asli_cari = socket.getaddrinfo

    def jaga(nama: str) -> Callable[..., Any]:
        def panggil(self: Any, *argumen: Any) -> Any:
            if not dalam_negeri(argumen[-1]):
                mencoba.append(f"{nama} {argumen[-1]}")
                raise OSError("ke luar ditutup")
            return asli[nama](self, *argumen)

        return panggil

    def cari(tuan: Any, *argumen: Any, **opsi: Any) -> Any:
        if not dalam_negeri((tuan or "localhost",)):
            mencoba.append(f"getaddrinfo {tuan}")
            raise socket.gaierror("ke luar ditutup")
        return asli_cari(tuan, *argumen, **opsi)

    try:
        for n in asli:
            setattr(socket.socket, n, jaga(n))
        socket.getaddrinfo = cari
        yield mencoba
    finally:
        for n in asli:
            setattr(socket.socket, n, asli[n])
        socket.getaddrinfo = asli_cari
