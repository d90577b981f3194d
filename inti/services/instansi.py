"""The office's own row: letterhead, colours, paper, emblem."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Instansi, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_simpan, periksa_unggahan

SISI_LAMBANG = 1200  # pixels: 20 mm on paper at 1,500 dpi


@layanan("Data instansi disimpan", dapat_dikembalikan=True)
def instansi_simpan(*, instansi: Instansi | None, isian: dict[str, Any], oleh: Pengguna) -> Instansi:
    """Store the office's data; the first time this makes its one row."""
    if instansi is None or instansi.pk is None:
        if Instansi.objects.exists():
            raise AturanDilanggar("INSTANSI_ADA", "Data instansi sudah ada.", "Muat ulang halaman, lalu ubah.")
        return simpan_baru(Instansi(**isian))
    with perubahan(instansi, oleh=oleh) as segar:
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
    return segar


def lambang_simpan(*, isi: bytes, nama: str, oleh: Pengguna) -> BerkasTersimpan:
    """Store an emblem. It is drawn anew as PNG, so that nothing but the picture is kept. Raises AturanDilanggar."""
    if periksa_unggahan(isi) not in {"image/png", "image/jpeg"}:
        raise AturanDilanggar("LAMBANG_JENIS", "Lambang bukan gambar PNG atau JPG.", "Pilih berkas lain.")
    keluaran = BytesIO()
    try:
        with Image.open(BytesIO(isi)) as gambar:
            tegak = ImageOps.exif_transpose(gambar).convert("RGBA")
            tegak.thumbnail((SISI_LAMBANG, SISI_LAMBANG))
            tegak.save(keluaran, format="PNG", optimize=True)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as galat:
        raise AturanDilanggar("GAMBAR_RUSAK", "Gambar rusak atau tidak terbaca.", "Pilih berkas lain.") from galat
    return berkas_simpan(
        isi=keluaran.getvalue(),
        nama=nama.rpartition(".")[0] + ".png",
        jenis_isi="image/png",
        oleh=oleh,
    )
