"""The file store: checked by content, written whole or not at all, under a name of ours."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import filetype
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageOps, UnidentifiedImageError

from inti.galat import AturanDilanggar
from inti.konteks import catat_berkas_baru
from inti.models import BerkasTersimpan, Pengguna

MB = 1024 * 1024
UNGGAHAN = {"application/pdf": 10 * MB, "image/jpeg": 10 * MB, "image/png": 10 * MB}
FOTO_TERBESAR = 25 * MB  # of a photograph as a phone sends it; it is stored reduced
SISI_FOTO = 2200  # longest side after reducing, enough to read a paper by
PIKSEL_TERBANYAK = 50_000_000
PIKSEL_FOTO = 120_000_000  # of a JPEG, which is decoded at a fraction of its size
PDF_AWAL = 1024  # bytes within which a PDF may begin (ISO 32000-2, annex I)
PDF_AKTIF = tuple(
    b"/" + n for n in b"JavaScript Launch EmbeddedFile RichMedia SubmitForm GoToR GoToE ImportData".split()
)
PDF_UNGKAP = re.compile(rb"#([0-9A-Fa-f]{2})")  # /J#53 is another spelling of /JS
PDF_ALIRAN = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)
PDF_JS = re.compile(rb"/JS\s*[(<\d]")
PNG_TERLIHAT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"pHYs"}


def nama_aman(nama: str) -> str:
    """The user's file name for display and download only: no path, no control or direction characters, 120 letters."""
    dasar = nama.replace("\\", "/").rsplit("/", 1)[-1]
    bersih = "".join(c for c in dasar if c.isprintable() and c not in '<>:"|?*')
    pangkal, titik, akhir = bersih.rpartition(".")
    return (f"{pangkal[:110]}{titik}{akhir[:9]}" if titik else bersih[:120]).strip(" .") or "berkas"


def periksa_unggahan(isi: bytes) -> str:
    """Kind (MIME) of an uploaded paper by its content. Raises AturanDilanggar when it is not a plain PDF, JPG or PNG."""
    jenis = filetype.guess_mime(isi) or ""
    if not jenis and _pdf_berawalan(isi):
        jenis = "application/pdf"
    if jenis not in UNGGAHAN:
        raise AturanDilanggar(
            "BERKAS_JENIS", "Berkas bukan PDF, JPG, atau PNG.", "Pindai atau foto kembali, lalu unggah."
        )
    if len(isi) > UNGGAHAN[jenis]:
        raise AturanDilanggar(
            "BERKAS_BESAR",
            f"Berkas {len(isi) // MB} MB; paling besar {UNGGAHAN[jenis] // MB} MB.",
            "Perkecil lalu unggah kembali.",
        )
    if jenis == "application/pdf":
        if _pdf_tertutup(isi):
            raise AturanDilanggar(
                "BERKAS_TERKUNCI", "PDF ini dikunci terhadap perubahan.", "Cetak ulang ke PDF biasa, lalu unggah."
            )
        if _pdf_aktif(isi) or zipfile.is_zipfile(BytesIO(isi)):
            raise AturanDilanggar(
                "BERKAS_AKTIF",
                "PDF memuat program atau lampiran tersembunyi.",
                "Cetak ulang ke PDF biasa, lalu unggah.",
            )
        return jenis
    try:
        with Image.open(BytesIO(isi)) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                raise _gambar_besar()
            gambar.verify()
    except Image.DecompressionBombError as galat:
        raise _gambar_besar() from galat
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as galat:
        raise AturanDilanggar(
            "GAMBAR_RUSAK", "Gambar rusak atau tidak terbaca.", "Foto kembali lalu unggah."
        ) from galat
    return jenis


def _gambar_besar() -> AturanDilanggar:
    return AturanDilanggar("GAMBAR_BESAR", "Gambar terlalu besar.", "Perkecil ukuran gambar lalu unggah kembali.")


def _pdf_berawalan(isi: bytes) -> bool:
    """Whether a PDF begins behind a line break or a printer's words, within the bytes in which readers look for it."""
    letak = isi[:PDF_AWAL].find(b"%PDF-")
    return letak >= 0 and b"<" not in isi[:letak]


def _pdf_tertutup(isi: bytes) -> bool:
    """Whether a PDF's packed objects can't be looked into because it is locked, though nothing in it names a program."""
    terang = _terang(isi)
    if b"/Encrypt" not in PDF_ALIRAN.sub(b"", terang) or any(tanda in terang for tanda in PDF_AKTIF):
        return False
    for aliran in PDF_ALIRAN.finditer(isi):
        if b"/ObjStm" in _terang(isi[max(0, aliran.start() - 400) : aliran.start()]).rsplit(b" obj", 1)[-1]:
            try:
                zlib.decompressobj().decompress(aliran[1], MB)
            except zlib.error:
                return True
    return False


def _pdf_aktif(isi: bytes) -> bool:
    """Whether a PDF names a program, a start of one or an attachment, spelt in any way or packed in an object stream.

    /JS is three letters, which megabytes of a scan contain by chance: it counts outside the streams only.
    """
    terang = _terang(isi)
    if any(tanda in terang for tanda in PDF_AKTIF) or PDF_JS.search(PDF_ALIRAN.sub(b"", terang)):
        return True
    for aliran in PDF_ALIRAN.finditer(isi):
        kepala = _terang(isi[max(0, aliran.start() - 400) : aliran.start()]).rsplit(b" obj", 1)[-1]
        if b"/ObjStm" not in kepala:
            continue
        try:
            dalam = _terang(zlib.decompressobj().decompress(aliran[1], 4 * MB))
        except zlib.error:  # objects packed in a way that can't be looked into
            return True
        if PDF_JS.search(dalam) or any(tanda in dalam for tanda in PDF_AKTIF):
            return True
    return False


def _terang(isi: bytes) -> bytes:
    return PDF_UNGKAP.sub(lambda m: bytes([int(m[1], 16)]), isi)


def _png_polos(isi: bytes) -> bytes:
    """A sound PNG without words, places and dates, and without what was put behind its end."""
    keluar, letak = [isi[:8]], 8
    while letak + 12 <= len(isi):
        jenis, akhir = isi[letak + 4 : letak + 8], letak + 12 + int.from_bytes(isi[letak : letak + 4], "big")
        if jenis in PNG_TERLIHAT:
            keluar.append(isi[letak:akhir])
        if jenis == b"IEND":
            break
        letak = akhir
    return b"".join(keluar)


def siapkan_unggahan(isi: bytes) -> tuple[bytes, str]:
    """An uploaded paper ready for the store, and its kind (MIME). A photograph is reduced and loses its hidden data.

    Where and with which phone a paper was photographed is nobody's business, so a JPEG is always drawn anew and a PNG
    keeps its picture only.
    Raises AturanDilanggar when it is not a plain PDF, JPG or PNG, is damaged, or is too large to be reduced.
    """
    if filetype.guess_mime(isi) != "image/jpeg":
        jenis = periksa_unggahan(isi)
        return (_png_polos(isi) if jenis == "image/png" else isi), jenis
    if len(isi) > FOTO_TERBESAR:
        raise AturanDilanggar(
            "BERKAS_BESAR",
            f"Foto {len(isi) // MB} MB; paling besar {FOTO_TERBESAR // MB} MB.",
            "Foto kembali dengan mutu biasa, lalu unggah.",
        )
    try:
        with Image.open(BytesIO(isi)) as gambar:
            if gambar.width * gambar.height > PIKSEL_FOTO:
                raise _gambar_besar()
            gambar.draft("RGB", (SISI_FOTO, SISI_FOTO))
            tegak = ImageOps.exif_transpose(gambar).convert("RGB")
            tegak.thumbnail((SISI_FOTO, SISI_FOTO))
            tegak.info.clear()  # the comment would be written again
            keluaran = BytesIO()
            tegak.save(keluaran, "JPEG", quality=80, optimize=True)
    except Image.DecompressionBombError as galat:
        raise _gambar_besar() from galat
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as galat:
        raise AturanDilanggar(
            "GAMBAR_RUSAK", "Gambar rusak atau tidak terbaca.", "Foto kembali lalu unggah."
        ) from galat
    return keluaran.getvalue(), "image/jpeg"


def berkas_simpan(
    *, isi: bytes, nama: str, jenis_isi: str, oleh: Pengguna | None, pemilik_label: str = "", pemilik_id: str = ""
) -> BerkasTersimpan:
    """Write bytes into the store (fsync, then rename) and record them. The caller has checked the content.

    Raises AturanDilanggar(BERKAS_PENUH) when the disk can't take it; nothing half-written stays.
    """
    baris = BerkasTersimpan(
        nama_asli=nama_aman(nama),
        jenis_isi=jenis_isi,
        ukuran=len(isi),
        sha256=hashlib.sha256(isi).hexdigest(),
        oleh=oleh,
        pemilik_label=pemilik_label,
        pemilik_id=pemilik_id,
    )
    tujuan = Path(settings.BERKAS_DIR) / baris.jalur
    sementara = ""
    try:
        tujuan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=tujuan.parent, delete=False) as keluaran:
            sementara = keluaran.name
            keluaran.write(isi)
            keluaran.flush()
            os.fsync(keluaran.fileno())
        Path(sementara).replace(tujuan)
        catat_berkas_baru(tujuan)
    except OSError as galat:
        if sementara:
            Path(sementara).unlink(missing_ok=True)
        raise AturanDilanggar(
            "BERKAS_PENUH",
            "Berkas tidak dapat ditulis ke penyimpanan.",
            "Hubungi administrator; data lain tetap dapat dibuka.",
        ) from galat
    baris.save(force_insert=True)
    return baris


def berkas_unggahan(unggahan: Any, *, oleh: Pengguna) -> BerkasTersimpan:
    """A cleaned upload (`inti.forms.pindaian`) into the store; its owner comes with the act that keeps it."""
    return berkas_simpan(isi=unggahan.isi, nama=unggahan.name, jenis_isi=unggahan.jenis_isi, oleh=oleh)


def isian_tersimpan(isian: dict[str, Any], *, oleh: Pengguna) -> dict[str, Any]:
    """A form's cleaned fields with its uploads in the store; a file that was not sent again is left out."""
    hasil = {}
    for nama, nilai in isian.items():
        if hasattr(nilai, "jenis_isi") and hasattr(nilai, "isi"):
            hasil[nama] = berkas_unggahan(nilai, oleh=oleh)
        else:
            hasil[nama] = nilai
    return hasil


def berkas_baca(berkas: BerkasTersimpan) -> bytes:
    """Content of a stored file, checked against its hash. Raises AturanDilanggar: missing, altered, or destroyed."""
    if berkas.dimusnahkan_pada is not None:
        raise AturanDilanggar(
            "BERKAS_DIMUSNAHKAN", "Isi berkas ini sudah dimusnahkan.", "Lihat berita acara pemusnahannya."
        )
    try:
        isi = (Path(settings.BERKAS_DIR) / berkas.jalur).read_bytes()
    except FileNotFoundError as galat:
        raise AturanDilanggar("BERKAS_HILANG", "Berkas tidak ada di penyimpanan.", "Hubungi administrator.") from galat
    if hashlib.sha256(isi).hexdigest() != berkas.sha256:
        raise AturanDilanggar("BERKAS_BERUBAH", "Isi berkas tidak sama dengan yang disimpan.", "Hubungi administrator.")
    return isi


def berkas_miliki(berkas: Iterable[BerkasTersimpan], *, label: str, pk: object) -> None:
    """Give files to the record they belong to; who may see it may fetch them."""
    BerkasTersimpan.objects.filter(pk__in=[b.pk for b in berkas]).update(pemilik_label=label, pemilik_id=str(pk))


def berkas_musnahkan(berkas: Iterable[BerkasTersimpan]) -> int:
    """Destroy the content of stored files; their rows stay and say when. Out: how many were destroyed now.

    Call it inside the service that destroys what they belong to: a file leaves the disk when that act is committed,
    and an act that is undone leaves it where it is. A crash in between is mended by `berkas_sapu`.
    """
    semua = list(
        BerkasTersimpan.objects.select_for_update().filter(pk__in=[b.pk for b in berkas], dimusnahkan_pada__isnull=True)
    )
    BerkasTersimpan.objects.filter(pk__in=[b.pk for b in semua]).update(dimusnahkan_pada=timezone.now())
    transaction.on_commit(lambda: _hapus(semua))
    return len(semua)


def berkas_sapu() -> int:
    """Take files of destroyed rows off the disk, should any be left there (a crash, an older backup put back)."""
    return _hapus(BerkasTersimpan.objects.filter(dimusnahkan_pada__isnull=False).iterator(chunk_size=2000))


def _hapus(berkas: Iterable[BerkasTersimpan]) -> int:
    jumlah = 0
    for b in berkas:
        jalur = Path(settings.BERKAS_DIR) / b.jalur
        if jalur.exists():
            jalur.unlink()
            jumlah += 1
    return jumlah
