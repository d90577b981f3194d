"""Spreadsheets of records, boxes, loans, stocktakes and destructions. `pengguna` None (the command) gives all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CharField, Count, Q
from django.db.models.functions import Cast
from django.utils import timezone

from arsip.columns.boks import OpnameColumns, PemusnahanColumns, PinjamColumns, TemuanColumns
from arsip.columns.rekam import BerkasColumns, SuratBelumColumns, TempoColumns
from arsip.models import (
    BerkasArsip,
    Opname,
    Peminjaman,
    Pemusnahan,
    SuratKeluar,
    TemuanOpname,
)
from arsip.queries.retensi import jatuh_tempo, pindah_inaktif

Sumber = tuple[list[str], Iterable[list[Any]]]


def _kueri(model: Any, pengguna: Any) -> Any:
    return model.objects.hidup() if pengguna is None else model.objects.all().untuk(pengguna)


def ekspor_berkas(pengguna: Any) -> Sumber:
    """All records as people count codes."""
    return BerkasColumns.sumber(_kueri(BerkasArsip, pengguna).order_by("urut_kode", "id"))


def ekspor_belum(pengguna: Any) -> Sumber:
    """Records that lie nowhere, oldest first; the page cuts them at the office's limit."""
    return BerkasColumns.sumber(_kueri(BerkasArsip, pengguna).ada().filter(tempat=None).order_by("tanggal", "id"))


def ekspor_surat_belum(pengguna: Any) -> Sumber:
    """Letters out without a record, oldest first, with the days they wait; the page cuts them at the office's limit."""
    hari = timezone.localdate()
    sudah = BerkasArsip.objects.hidup().filter(objek_label="arsip.suratkeluar").values("objek_id")
    kueri = _kueri(SuratKeluar, pengguna).filter(keadaan="terbit")
    kueri = kueri.annotate(kunci=Cast("pk", CharField())).exclude(kunci__in=sudah)

    def baris() -> Iterator[SuratKeluar]:
        for s in kueri.select_related("nomor", "unit").order_by("tanggal", "id").iterator(chunk_size=2000):
            s.umur_hari = (hari - s.tanggal).days
            yield s

    return SuratBelumColumns.ekspor(baris())


def ekspor_inaktif(pengguna: Any) -> Sumber:
    """Records to be moved to the inactive ones today."""
    kueri = pindah_inaktif(_kueri(BerkasArsip, pengguna), timezone.localdate())
    return TempoColumns.sumber(kueri.order_by("aktif_sampai", "id"))


def ekspor_jatuh(pengguna: Any) -> Sumber:
    """Records at the end of their time today."""
    kueri = jatuh_tempo(_kueri(BerkasArsip, pengguna), timezone.localdate())
    return TempoColumns.sumber(kueri.order_by("inaktif_sampai", "id"))


def ekspor_pinjam(pengguna: Any) -> Sumber:
    return PinjamColumns.sumber(_kueri(Peminjaman, pengguna).order_by("id"))


def ekspor_opname(pengguna: Any) -> Sumber:
    return OpnameColumns.sumber(_kueri(Opname, pengguna).order_by("id"))


def ekspor_temuan(pengguna: Any) -> Sumber:
    """What stocktakes found."""
    kueri = _kueri(TemuanOpname, pengguna)
    if pengguna is not None:
        boleh = BerkasArsip.objects.lingkup(pengguna).values("pk")
        kueri = kueri.filter(Q(berkas__isnull=True) | Q(berkas__in=boleh))
    return TemuanColumns.sumber(kueri.order_by("id"))


def ekspor_pemusnahan(pengguna: Any) -> Sumber:
    hidup = Q(butir__dibuang_pada__isnull=True)
    return PemusnahanColumns.sumber(
        _kueri(Pemusnahan, pengguna).annotate(banyak=Count("butir", filter=hidup)).order_by("id")
    )
