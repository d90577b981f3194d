"""Spreadsheets out of the letter book, drafts, sendings, templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from arsip.columns.naskah import EkspedisiColumns, MassalColumns, NaskahColumns, TemplatColumns
from arsip.models import Ekspedisi, Naskah, SuratKeluar, SuratMassal, TemplatSurat

Tabel = tuple[list[str], Iterable[list[Any]]]
JUDUL = ["NOMOR", "TANGGAL", "TUJUAN", "HAL", "KLASIFIKASI", "SIFAT", "UNIT", "PENANDA TANGAN", "STATUS"]
JUDUL_SRIKANDI = [
    "NOMOR NASKAH", "TANGGAL NASKAH", "JENIS NASKAH", "KODE KLASIFIKASI", "SIFAT", "URGENSI", "HAL", "KEPADA",
    "PENGIRIM", "JABATAN PENGIRIM", "RUJUKAN SRIKANDI",
]  # fmt: skip


def _untuk(model: Any, pengguna: Any) -> QuerySet:
    """Living rows within the user's scope; all of them for the command (None)."""
    return model.objects.untuk(pengguna) if pengguna is not None else model.objects.hidup()


def ekspor_surat_keluar(pengguna: Any) -> Tabel:
    """All letters by date then id."""
    kueri = _untuk(SuratKeluar, pengguna)
    baris = kueri.select_related("nomor", "unit", "penandatangan").order_by("tanggal", "id").iterator(chunk_size=2000)
    return JUDUL, (
        [
            s.nomor.teks,
            s.tanggal,
            s.tujuan,
            s.hal,
            s.klasifikasi,
            s.get_keamanan_display(),
            s.unit.nama,
            s.penandatangan.nama,
            s.get_keadaan_display(),
        ]
        for s in baris
    )


def ekspor_srikandi(pengguna: Any) -> Tabel:
    """Valid letters in the columns by which SRIKANDI registers one, its reference where it is known."""
    kueri = _untuk(SuratKeluar, pengguna).exclude(keadaan=SuratKeluar.Keadaan.DIBATALKAN)
    baris = kueri.select_related("nomor", "penandatangan", "dokumen").order_by("tanggal", "id")
    return JUDUL_SRIKANDI, (
        [
            s.nomor.teks,
            s.tanggal,
            s.dokumen.judul if s.dokumen else "",
            s.klasifikasi,
            s.get_keamanan_display(),
            s.get_kecepatan_display(),
            s.hal,
            s.tujuan,
            s.penandatangan.nama,
            s.penandatangan.jabatan,
            s.srikandi,
        ]
        for s in baris.iterator(chunk_size=2000)
    )


def ekspor_naskah(pengguna: Any) -> Tabel:
    """Drafts by id."""
    return NaskahColumns.sumber(_untuk(Naskah, pengguna).order_by("id"))


def ekspor_massal(pengguna: Any) -> Tabel:
    """Batches by id."""
    return MassalColumns.sumber(_untuk(SuratMassal, pengguna).order_by("id"))


def ekspor_ekspedisi(pengguna: Any) -> Tabel:
    """Sendings by day."""
    return EkspedisiColumns.sumber(_untuk(Ekspedisi, pengguna).order_by("dikirim_pada", "id"))


def ekspor_templat(pengguna: Any) -> Tabel:
    """Templates by name."""
    return TemplatColumns.sumber(_untuk(TemplatSurat, pengguna).order_by("nama", "id"))
