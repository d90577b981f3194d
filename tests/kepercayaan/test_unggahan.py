"""Files meant to harm: refused with a code, or kept under our name and handed out so that no browser runs them."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as pengaturan
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter

from dtks.models import Permohonan
from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import BerkasTersimpan, Pengguna, Tugas
from inti.services.berkas import berkas_simpan, nama_aman, siapkan_unggahan
from tests.arsip.contoh_masuk import pdf as contoh_pdf

HTML = b"<html><script>alert(document.domain)</script></html>"
PDF = b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog %s >>\nendobj\ntrailer << /Root 1 0 R >>\n%%%%EOF\n"


def gambar(bentuk: str, ukuran: tuple[int, int] = (64, 48), **opsi: Any) -> bytes:
    keluar = BytesIO()
    Image.new("RGB", ukuran, "#3a6").save(keluar, bentuk, **opsi)
    return keluar.getvalue()


def zip_berisi(nama: str, isi: bytes, *, tautan: bool = False) -> bytes:
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        entri = zipfile.ZipInfo(nama)
        if tautan:
            entri.create_system, entri.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        arsip.writestr(entri, isi)
    return keluar.getvalue()


def png_palsu(lebar: int, tinggi: int) -> bytes:
    """A picture of a few bytes that says it is enormous."""
    asli = gambar("PNG", (1, 1))
    kepala = lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    potong = b"IHDR" + kepala
    return asli[:8] + len(kepala).to_bytes(4, "big") + potong + zlib.crc32(potong).to_bytes(4, "big") + asli[33:]


DITOLAK: dict[str, tuple[bytes, str]] = {
    "GIF that is a script": (b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)//", "BERKAS_JENIS"),
    "real GIF": (gambar("GIF"), "BERKAS_JENIS"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "BERKAS_JENIS"),
    "SVG with a prologue": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "BERKAS_JENIS"),
    "HTML named pdf": (HTML, "BERKAS_JENIS"),
    "HTML before a PDF": (HTML + PDF % b"", "BERKAS_JENIS"),
    "program": (b"MZ\x90\x00" + b"\0" * 500, "BERKAS_JENIS"),
    "program of Linux": (b"\x7fELF" + b"\0" * 500, "BERKAS_JENIS"),
    "script": (b"#!/bin/sh\nid\n", "BERKAS_JENIS"),
    "nothing": (b"", "BERKAS_JENIS"),
    "zip with a way out": (zip_berisi("../../etc/cron.d/x", b"x"), "BERKAS_JENIS"),
    "zip with a link": (zip_berisi("tautan", b"/etc/passwd", tautan=True), "BERKAS_JENIS"),
    "PDF that is a zip": (PDF % b"" + zip_berisi("x.html", HTML), "BERKAS_AKTIF"),
    "PDF with a program": (PDF % b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "BERKAS_AKTIF"),
    "PDF that starts one": (PDF % b"/OpenAction << /S /Launch /F (cmd.exe) >>", "BERKAS_AKTIF"),
    "PDF that carries files": (PDF % b"/Names << /EmbeddedFiles 3 0 R >>", "BERKAS_AKTIF"),
    "PDF with a film": (PDF % b"/Subtype /RichMedia", "BERKAS_AKTIF"),
    "PDF program by another spelling": (
        PDF % b"/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>",
        "BERKAS_AKTIF",
    ),
    "PDF launch by another spelling": (PDF % b"/OpenAction << /S /#4caunch /F (cmd.exe) >>", "BERKAS_AKTIF"),
    "50,000 px square": (png_palsu(50_000, 50_000), "GAMBAR_BESAR"),
    "PNG cut off": (gambar("PNG")[:60], "GAMBAR_RUSAK"),
    "JPEG cut off": (gambar("JPEG")[:200], "GAMBAR_RUSAK"),
    "only a JPEG's first letters": (b"\xff\xd8\xff\xe0" + HTML, "GAMBAR_RUSAK"),
    "heavy PDF": (PDF % b"" + b"\0" * (10 * 1024 * 1024), "BERKAS_BESAR"),
}


@pytest.mark.parametrize("apa", DITOLAK)
def test_refused_with_its_code(apa: str) -> None:
    isi, kode = DITOLAK[apa]
    with pytest.raises(AturanDilanggar) as galat:
        siapkan_unggahan(isi)
    assert galat.value.kode == kode and galat.value.langkah


def test_a_program_in_a_packed_part_of_a_pdf_is_refused() -> None:
    """Objects may lie deflated in a stream, where a look at the raw bytes finds no word."""
    dalam = zlib.compress(b"5 0 << /S /JavaScript /JS (app.alert(1)) >>")
    isi = (
        b"%PDF-1.5\n7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + str(len(dalam)).encode()
        + b" >>\nstream\n"
        + dalam
        + b"\nendstream\nendobj\ntrailer << >>\n%%EOF\n"
    )
    with pytest.raises(AturanDilanggar) as galat:
        siapkan_unggahan(isi)
    assert galat.value.kode == "BERKAS_AKTIF"


def test_an_honest_pdf_is_taken_as_it_is() -> None:
    from reportlab.pdfgen.canvas import Canvas

    keluar = BytesIO()
    kanvas = Canvas(keluar)
    kanvas.drawString(72, 700, "Surat pengantar desa")
    kanvas.save()
    assert siapkan_unggahan(keluar.getvalue()) == (keluar.getvalue(), "application/pdf")


def test_a_photograph_loses_what_hides_in_and_behind_it() -> None:
    exif = Image.Exif()
    exif[0x0110], exif[0x8298] = "TELEPON-RAHASIA", "PEMILIK-RAHASIA"
    exif.get_ifd(0x8825)[2] = (7.0, 17.0, 0.0)
    isi, jenis = siapkan_unggahan(gambar("JPEG", exif=exif.tobytes(), comment=b"KOMENTAR-RAHASIA") + HTML)
    assert jenis == "image/jpeg"
    assert b"RAHASIA" not in isi and b"script" not in isi and b"Exif" not in isi
    with Image.open(BytesIO(isi)) as hasil:
        assert dict(hasil.getexif()) == {}


def test_a_png_loses_what_hides_in_and_behind_it() -> None:
    info = PngInfo()
    info.add_text("Author", "PEMILIK-RAHASIA")
    exif = Image.Exif()
    exif[0x0110] = "TELEPON-RAHASIA"
    isi, jenis = siapkan_unggahan(gambar("PNG", pnginfo=info, exif=exif.tobytes()) + HTML)
    assert jenis == "image/png"
    assert b"RAHASIA" not in isi and b"script" not in isi


NAMA = (
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\cmd.exe",
    "/etc/shadow",
    "C:\\boot.ini",
    "ktp.jpg\x00.exe",
    "ktp\u202egpj.exe",
    "ktp\u2066\u2069.jpg",
    'ktp"; filename="x.html',
    "ktp\r\nSet-Cookie: x=1.jpg",
    "<img src=x onerror=alert(1)>.jpg",
    "...",
    ".",
    "",
    " . .. ",
    "a" * 300 + ".jpg",
    "a." + "b" * 300,
    "CON",
    "ktp.jpg/",
    "\ufeff.htaccess",
)


@pytest.mark.parametrize("nama", NAMA)
def test_a_name_is_words_to_show_and_nothing_else(nama: str) -> None:
    aman = nama_aman(nama)
    assert 0 < len(aman) <= 200
    assert not set(aman) & set('/\\\0\r\n<>:"|?*\u202e\u2066\u2069\ufeff')
    assert aman not in {".", ".."} and not aman.startswith(".")


@pytest.fixture
def gudang(settings: Any, tmp_path: Path) -> Path:
    settings.BERKAS_DIR = tmp_path / "berkas"
    return tmp_path


@pytest.mark.django_db
def test_the_stored_path_is_never_the_users_name(loket: Pengguna, gudang: Path) -> None:
    for nama in NAMA:
        baris = berkas_simpan(isi=b"x", nama=nama, jenis_isi="image/jpeg", oleh=loket)
        jalur = (Path(pengaturan.BERKAS_DIR) / baris.jalur).resolve()
        assert jalur.is_relative_to(gudang / "berkas") and jalur.read_bytes() == b"x"
        assert jalur.name.replace("-", "").isalnum(), "a name of ours"
        assert stat.S_IMODE(jalur.stat().st_mode) & 0o077 == 0
    assert {p.name for p in gudang.iterdir()} == {"berkas"}, "nothing beside the store"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("jenis", "lampiran"),
    [
        ("application/pdf", True),
        ("text/html", True),
        ("image/svg+xml", True),
        ("image/gif", True),
        ("application/octet-stream", True),
        ("image/jpeg", False),
        ("image/png", False),
    ],
)
def test_whatever_lies_in_the_store_is_handed_out_harmless(
    jenis: str,
    lampiran: bool,
    permohonan: Permohonan,
    loket: Pengguna,
    gudang: Path,
    masuk_sebagai: Callable[[Pengguna], Client],
) -> None:
    for nama in NAMA[:9]:
        b = berkas_simpan(
            isi=HTML,
            nama=nama,
            jenis_isi=jenis,
            oleh=loket,
            pemilik_label="dtks.Permohonan",
            pemilik_id=str(permohonan.pk),
        )
        balasan = masuk_sebagai(loket).get(f"/berkas/{b.pk}/")
        assert balasan.status_code == 200
        assert balasan.headers["X-Content-Type-Options"] == "nosniff"
        csp = balasan.headers["Content-Security-Policy"]
        assert "sandbox" in csp and "default-src 'none'" in csp and "allow-" not in csp
        sikap = balasan.headers["Content-Disposition"]
        assert sikap.startswith("attachment" if lampiran else "inline")
        assert "\r" not in sikap and "\n" not in sikap and sikap.count('"') in {0, 2}
        assert "no-store" in balasan.headers["Cache-Control"]
        assert "Set-Cookie" not in balasan.headers


@pytest.mark.django_db
@pytest.mark.parametrize(
    "apa", ["zip with a link", "zip with a way out", "program", "SVG", "HTML named pdf", "nothing"]
)
def test_an_import_reads_no_hostile_file_and_says_so(
    apa: str, staf: Pengguna, instansi: Any, gudang: Path, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(staf)
    berkas = SimpleUploadedFile("../../data.xlsx", DITOLAK[apa][0] or b" ")
    balasan = klien.post("/impor/dtks/", {"berkas": berkas})
    assert balasan.status_code == 302
    simpan = BerkasTersimpan.objects.get()
    assert simpan.nama_asli == "data.xlsx" and simpan.pemilik_label == ""
    assert klien.get(f"/berkas/{simpan.pk}/").status_code == 404, "what is imported is fetched by nobody"
    jalankan(str(Tugas.objects.get().pk))
    tugas = Tugas.objects.get()
    assert tugas.keadaan == "gagal" and "Traceback" not in tugas.pesan
    assert "root:" not in f"{tugas.hasil}{tugas.pesan}"


def test_a_pdf_that_is_only_locked_is_no_program() -> None:
    """Objects packed in a stream and then locked, as newer scanners write them; a program in the clear is still one."""
    terkunci = (
        b"%PDF-1.7\n2 0 obj\n<< /Type /ObjStm /Length 16 /Filter /FlateDecode /N 1 /First 4 >>\nstream\n"
        b"1m{V4=zD6F_Wb<Ui\nendstream\nendobj\ntrailer << /Encrypt 9 0 R >>\n%%EOF\n"
    )
    with pytest.raises(AturanDilanggar) as galat:
        siapkan_unggahan(terkunci)
    assert galat.value.kode == "BERKAS_TERKUNCI" and "dikunci terhadap perubahan" in galat.value.kalimat
    with pytest.raises(AturanDilanggar, match="BERKAS_AKTIF"):
        siapkan_unggahan(terkunci.replace(b"/Encrypt", b"/JavaScript 3 0 R /Encrypt"))
    tulis = PdfWriter(clone_from=PdfReader(BytesIO(contoh_pdf())))
    tulis.encrypt("", "rahasia-pemilik", algorithm="AES-256")
    keluar = BytesIO()
    tulis.write(keluar)
    assert siapkan_unggahan(keluar.getvalue())[1] == "application/pdf", "nothing of it is packed"


@pytest.mark.parametrize("depan", [b"\n", b"\r\n\r\n", b"\x1b%-12345X@PJL\r\n", b" " * 900])
def test_a_pdf_may_begin_behind_a_line_break(depan: bytes) -> None:
    assert siapkan_unggahan(depan + contoh_pdf())[1] == "application/pdf"


@pytest.mark.parametrize("depan", [b" " * 1024, b"<html>"])
def test_what_begins_too_far_behind_is_no_pdf(depan: bytes) -> None:
    with pytest.raises(AturanDilanggar, match="BERKAS_JENIS"):
        siapkan_unggahan(depan + contoh_pdf())
