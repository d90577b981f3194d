"""The office's own row: one row, an emblem that is a picture and nothing else, colours that can be read."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from inti.models import BerkasTersimpan, Instansi, Pengguna
from inti.services.berkas import berkas_baca

ISIAN = {
    "nama": "Dinas Sosial",
    "nama_pendek": "Dinsos",
    "pemerintah": "Pemerintah Kabupaten Wanasari",
    "alamat": "Jalan Melati 8",
    "kota": "Wanasari",
    "warna_aksen": "#403e93",
    "warna_aksen_gelap": "#b3b1f5",
    "kertas": "F4",
    "margin_kiri": "25",
    "margin_kanan": "20",
    "versi": "1",
}


def gambar(bentuk: str = "PNG", ukuran: tuple[int, int] = (40, 60)) -> bytes:
    keluaran = BytesIO()
    Image.new("RGB", ukuran, "#403e93").save(keluaran, format=bentuk)
    return keluaran.getvalue()


@pytest.fixture
def klien(administrator: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]) -> Client:
    return masuk_sebagai(administrator)


def kirim(klien: Client, isi: bytes | None = None, **lain: Any) -> Any:
    berkas = {} if isi is None else {"lambang_baru": SimpleUploadedFile("Lambang Daerah.png", isi)}
    return klien.post("/kantor/instansi/ubah/", {**ISIAN, **lain, **berkas})


def test_the_first_time_makes_the_row_and_the_second_changes_it(klien: Client) -> None:
    assert "belum diisi" in klien.get("/kantor/instansi/").content.decode()
    assert kirim(klien).status_code == 302
    assert kirim(klien, kota="Kota Lain").status_code == 302
    assert Instansi.objects.get().kota == "Kota Lain"
    assert "Data instansi disimpan" in klien.get("/kantor/instansi/riwayat/").content.decode()
    assert kirim(klien, kota="Basi").status_code == 409


@pytest.mark.parametrize("bentuk", ["PNG", "JPEG"])
def test_an_emblem_is_drawn_anew_and_shown_to_all(bentuk: str, klien: Client, client: Client) -> None:
    assert client.get("/kantor/instansi/lambang.png").status_code == 404
    kirim(klien, gambar(bentuk) + b"<script>alert(1)</script>")
    berkas = Instansi.objects.get().lambang
    assert berkas is not None and berkas.jenis_isi == "image/png"
    isi = berkas_baca(berkas)
    assert isi.startswith(b"\x89PNG") and b"script" not in isi
    assert "/kantor/instansi/lambang.png?v=" in klien.get("/").content.decode()  # the head of every page bears it
    balasan = client.get("/kantor/instansi/lambang.png")
    assert (balasan.status_code, balasan.content) == (200, isi)
    assert klien.get(f"/berkas/{berkas.pk}/").status_code == 200
    assert kirim(klien, hapus_lambang="on", versi="1").status_code == 302
    assert Instansi.objects.get().lambang is None


@pytest.mark.parametrize(
    "isi",
    [
        b"bukan gambar",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.4\n%%EOF",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        gambar(ukuran=(600, 600))[:300],
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_stored(isi: bytes, klien: Client) -> None:
    assert kirim(klien, isi).status_code in {409, 422}
    assert not BerkasTersimpan.objects.exists() and not Instansi.objects.exists()


@pytest.mark.parametrize(
    "keliru",
    [
        {"warna_aksen": "#ffff00"},
        {"warna_aksen_gelap": "#202020"},
        {"warna_aksen": "merah"},
        {"warna_aksen": "#12345;}body{display:none"},
        {"margin_kiri": "200"},
        {"kertas": "A3"},
        {"nama": ""},
    ],
)
def test_what_cannot_be_read_or_printed_is_refused(keliru: dict[str, str], klien: Client) -> None:
    assert kirim(klien, **keliru).status_code == 422
    assert not Instansi.objects.exists()


def test_a_head_reads_but_does_not_change(pimpinan: Pengguna, instansi: Instansi, masuk_sebagai: Any) -> None:
    klien = masuk_sebagai(pimpinan)
    assert klien.get("/kantor/instansi/").status_code == 200
    assert kirim(klien).status_code == 403
