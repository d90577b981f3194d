"""The expedition book on paper."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from inti.documents import Kolom
from inti.documents.daftar import daftar_pdf
from inti.formats import tanggal_panjang, tanggal_pendek
from inti.models import Pengguna
from kepegawaian.queries.tanda_tangan import ttd_kepala

KOLOM = (
    Kolom("No", 9, "kanan"), Kolom("Tanggal", 20), Kolom("Nomor surat", 38), Kolom("Hal"), Kolom("Dikirim kepada"),
    Kolom("Cara, kurir, atau resi", 38), Kolom("Diterima oleh", 34), Kolom("Tanggal dan paraf", 34),
)  # fmt: skip


def buku_ekspedisi(kueri: QuerySet, *, dari: dt.date, sampai: dt.date, oleh: Pengguna) -> bytes:
    """The sendings of a queryset in order of day; receipts that are missing leave room for a signature."""
    baris = []
    for n, e in enumerate(kueri.select_related("surat__nomor").order_by("dikirim_pada", "pk"), 1):
        cara = f"{e.get_cara_display()}{f', {e.pembawa}' if e.pembawa else ''}"
        terima = tanggal_pendek(e.diterima_pada) if e.diterima_pada else ""
        baris.append(
            (
                str(n),
                tanggal_pendek(e.dikirim_pada),
                e.surat.nomor.teks,
                e.surat.hal,
                e.tujuan,
                cara,
                e.diterima_oleh,
                terima,
            )
        )
    pengantar = f"Pengiriman {tanggal_panjang(dari)} sampai {tanggal_panjang(sampai)}, {len(baris)} baris."
    return daftar_pdf(
        judul="Buku ekspedisi surat keluar", kolom=KOLOM, baris=baris, oleh=oleh, pengantar=pengantar, ttd=ttd_kepala
    )
