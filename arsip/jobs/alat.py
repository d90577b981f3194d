"""Jobs of the PDF tools: large files worked on in the background, and writing recognised in scans."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from arsip.models import SuratMasuk, TeksBerkas
from arsip.queries.pengenalan import program_pengenal
from arsip.queries.sumber_indeks import SUMBER
from arsip.services.indeks import indeks_tulis
from arsip.services.teks_berkas import teks_berkas_kenali
from inti.galat import AturanDilanggar
from inti.jobs.jalan import Jalannya
from inti.models import BerkasTersimpan, Pengguna
from inti.olah.induk import olah
from inti.services.berkas import berkas_simpan

MEMORI, DETIK = 1_000 * 1024 * 1024, 300.0  # of a job: more than within a request
DETIK_KENALI = 900  # for one scan; a page takes two to five seconds


def alat_pdf(
    jalannya: Jalannya, *, oleh: Pengguna, macam: str, berkas: list[str], isian: dict[str, Any], kunci: str = ""
) -> dict[str, Any]:
    """Merge, split, turn or reorder stored files of the user. Out: the key of the result and its address."""
    ada = {str(b.pk): b for b in BerkasTersimpan.objects.filter(pk__in=berkas, oleh=oleh)}
    bahan = [
        (b.nama_asli, Path(settings.BERKAS_DIR) / b.jalur, b.jenis_isi) for b in (ada[k] for k in berkas if k in ada)
    ]
    jalannya.maju(0, len(bahan), f"{len(bahan)} berkas diolah")
    hasil = olah(macam, bahan, isian, batas_halaman=0, memori=MEMORI, detik=DETIK)
    with transaction.atomic():
        jalannya.pastikan_milik()
        jadi = berkas_simpan(
            isi=hasil.isi, nama=hasil.nama, jenis_isi=hasil.jenis, oleh=oleh,
            pemilik_label="inti.tugas", pemilik_id=str(jalannya.tugas.pk),
        )  # fmt: skip
    return {
        "hasil": str(jadi.pk),
        "halaman": hasil.halaman,
        "tautan": reverse("arsip:alat_pdf_hasil", args=[jalannya.tugas.pk]),
    }


def kenali_tulisan(jalannya: Jalannya, *, oleh: Pengguna, surat: int) -> dict[str, Any]:
    """Recognise the writing in the scans of a letter and take it into the index. The scans stay as they came.

    Raises AturanDilanggar when the program is gone or the letter is out of the user's scope.
    """
    program = program_pengenal()
    if program is None:
        raise AturanDilanggar("PENGENAL_TIDAK_ADA", "Pengenal tulisan belum terpasang.", "Hubungi administrator.")
    objek = SuratMasuk.objects.untuk(oleh).filter(pk=surat).first()
    if objek is None:
        raise AturanDilanggar("SURAT_TIDAK_ADA", "Surat tidak ditemukan.", "Muat ulang halaman.")
    pindaian = objek.pindaian()
    kosong = set(
        TeksBerkas.objects.filter(
            sha256__in=[b.sha256 for b in pindaian], keadaan=TeksBerkas.Keadaan.KOSONG, dikenali=False
        ).values_list("sha256", flat=True)
    )
    dikenali = 0
    for n, berkas in enumerate([b for b in pindaian if b.sha256 in kosong], start=1):
        jalannya.maju(n - 1, len(kosong), f"Pindaian {n} dari {len(kosong)}")
        teks = _kenali(program, Path(settings.BERKAS_DIR) / berkas.jalur)
        teks_berkas_kenali(sha256=berkas.sha256, teks=teks)
        dikenali += bool(teks.strip())
    with transaction.atomic():
        jalannya.pastikan_milik()
        indeks_tulis(sumber=SUMBER["arsip.suratmasuk"], pk=[objek.pk])
    return {"pindaian": len(kosong), "bertulisan": dikenali, "tautan": objek.get_absolute_url()}


def _kenali(program: str, jalur: Path) -> str:
    """The text of one scan. The program works on a copy; its text comes beside the PDF that it makes."""
    with tempfile.TemporaryDirectory() as folder:
        masuk, teks = Path(folder) / "masuk", Path(folder) / "teks.txt"
        masuk.write_bytes(jalur.read_bytes())
        perintah = [program, "--quiet", "--skip-text", "--image-dpi", "200", "-l", "ind", "--sidecar", str(teks)]
        try:
            subprocess.run(  # noqa: S603  (the program found on PATH, paths of ours)
                [*perintah, str(masuk), str(Path(folder) / "keluar.pdf")],
                check=True,
                timeout=DETIK_KENALI,
                capture_output=True,
            )
        except (subprocess.SubprocessError, OSError) as galat:
            raise AturanDilanggar(
                "PENGENAL_GAGAL", "Tulisan pada pindaian tidak dapat dikenali.", "Pindai kembali dengan lebih jelas."
            ) from galat
        return teks.read_text(encoding="utf-8", errors="ignore") if teks.is_file() else ""
