"""Nothing leaves the machine: pages, imports, prints and public checks run behind a wall that lists each try."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dtks.models import AnggotaPermohonan, Individu, SuratRekomendasi
from dtks.services import surat as surat_services
from inti.jobs.jalan import jalankan
from inti.models import Dokumen, Instansi, Pengguna, Percobaan, Tugas
from tests.kepercayaan.penyerang import dalam_negeri, klien_peran, tembok

pytestmark = pytest.mark.django_db


@pytest.fixture
def pendengar() -> Iterator[tuple[str, list[str]]]:
    """A listener on this machine and what came to it."""
    datang: list[str] = []

    class Dengar(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            datang.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_POST = do_OPTIONS = do_GET

        def log_message(self, *_: Any) -> None:
            """Nothing on the screen."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Dengar)
    benang = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    benang.start()
    yield f"http://127.0.0.1:{server.server_port}", datang
    server.shutdown()
    server.server_close()


def test_the_wall_holds_and_lists() -> None:
    with tembok() as mencoba:
        for coba in (
            lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.2),
            lambda: socket.getaddrinfo("contoh.example", 80),
            lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
        ):
            with pytest.raises(OSError):
                coba()
    assert len(mencoba) == 3
    assert dalam_negeri(("127.0.0.1", 1)) and dalam_negeri("/run/x.sock") and not dalam_negeri(("10.0.0.1", 1))


def test_nothing_that_looks_like_an_address_is_fetched(
    pendengar: tuple[str, list[str]],
    instansi: Instansi,
    warga: Individu,
    surat: SuratRekomendasi,
    penyelia: Pengguna,
    staf: Pengguna,
) -> None:
    """An office's own address, names and imports with references: shown, printed and imported, never followed."""
    alamat, datang = pendengar
    Instansi.objects.update(laman=alamat, nama=f'<img src="{alamat}/a"/> Dinas'[:120], alamat=f"{alamat}/b", surel="")
    gambar = f'<img src="{alamat}/c"/>'
    Individu.objects.filter(pk=warga.pk).update(nama=gambar, alamat=f"@import url({alamat}/d)")
    AnggotaPermohonan.objects.update(nama=gambar)  # as the registry says: a difference would stop the letter
    SuratRekomendasi.objects.update(pemohon=gambar, tujuan=f"<link href='{alamat}/e'/>")
    isi = f'ID_DTKS,NIK,NO_KK,NAMA,DESIL\n,9971011503840001,9971010106010001,"=WEBSERVICE(""{alamat}/f"")",3\n'
    klien, klien_staf = klien_peran(penyelia), klien_peran(staf)
    with tembok() as mencoba:
        surat.refresh_from_db()
        surat_services.surat_setujui(surat=surat, oleh=penyelia)
        cetak = klien.post(f"/dtks/surat/{surat.pk}/cetak/", {"versi": SuratRekomendasi.objects.get().versi})
        assert cetak.status_code in {200, 302}
        klien_staf.post("/impor/dtks/", {"berkas": SimpleUploadedFile("a.csv", isi.encode())})
        jalankan(str(Tugas.objects.get().pk))
        for jalur in (
            "/",
            "/kantor/instansi/",
            f"/dtks/surat/{surat.pk}/",
            f"/dtks/individu/{warga.pk}/",
            "/dtks/individu/",
        ):
            klien.get(jalur)
        kode = Dokumen.objects.values_list("kode", flat=True).first()
        assert Client().get(f"/v/{kode}/").status_code == 200
        Percobaan.objects.all().delete()
        Client().post("/cek/", {"nomor": warga.nik, "nama": alamat})
    assert mencoba == [] and datang == []


@pytest.mark.parametrize("kepala", ["HTTP_X_FORWARDED_FOR", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_USER_AGENT"])
def test_nothing_in_a_request_is_fetched(
    kepala: str, pendengar: tuple[str, list[str]], instansi: Instansi, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    alamat, datang = pendengar
    with tembok() as mencoba:
        Client().get("/cek/", {"url": alamat, "next": alamat, "lanjut": alamat}, **{kepala: alamat})
    assert mencoba == [] and datang == []
