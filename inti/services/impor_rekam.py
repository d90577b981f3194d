"""Storing and taking back the rows of a declared import."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.konteks import id_perubahan_kini
from inti.models import BatchImpor, Pengguna, Perubahan
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.rekam import kembalikan_satu, penunjuk_hidup


@layanan("Baris impor disimpan", rahasia=True)
def impor_rekam_simpan(*, batch: BatchImpor, baris: list[tuple[Any, dict[str, Any]]], oleh: Pengguna | None) -> int:
    """Store new records, and the changed fields of known ones, each with its history. Out: the act's key.

    Raises VersiBerubah, DataTetap, ValidationError: nothing of the batch is stored then.
    """
    for objek, berubah in baris:
        if not objek.pk:
            simpan_baru(objek)
            continue
        with perubahan(objek, oleh=oleh) as segar:
            pastikan_tak_tetap(segar)
            for nama, nilai in berubah.items():
                setattr(segar, nama, nilai)
    kunci = id_perubahan_kini()
    assert kunci is not None  # inside a service
    return kunci


@layanan("Impor dibatalkan")
def impor_batalkan(*, batch: BatchImpor, oleh: Pengguna) -> BatchImpor:
    """Take a batch back: new records go to the trash, changed ones get their former values.

    Records that somebody touched since stay as they are and are counted in the batch's report. Raises AturanDilanggar
    (SUDAH_DIBATALKAN, TIDAK_DAPAT_DIBATALKAN, TIDAK_ADA_YANG_KEMBALI).
    """
    batch = BatchImpor.objects.select_for_update().get(pk=batch.pk)
    if batch.status == BatchImpor.Status.DIBATALKAN:
        raise AturanDilanggar("SUDAH_DIBATALKAN", "Impor ini sudah dibatalkan.", "Muat ulang halaman.")
    perbuatan = Perubahan.objects.filter(pk__in=batch.laporan.get("perbuatan", [])).order_by("-pk")
    if not perbuatan:
        raise AturanDilanggar(
            "TIDAK_DAPAT_DIBATALKAN",
            "Impor jenis ini tidak dapat dibatalkan sekaligus.",
            "Perbaiki datanya satu per satu.",
        )
    kembali, sisa = 0, []
    for asal in perbuatan:
        for label, pk, tanda in reversed(asal.objek):
            objek = apps.get_model(label)._base_manager.get(pk=pk)
            try:
                _buang(objek, oleh) if tanda == "+" else kembalikan_satu(type(objek), pk, asal, oleh)
                kembali += 1
            except AturanDilanggar as galat:
                sisa.append([label, pk, str(objek)[:120], galat.pesan])
    if not kembali:
        raise AturanDilanggar(
            "TIDAK_ADA_YANG_KEMBALI", "Semua data impor ini sudah diubah lagi sesudahnya.", "Perbaiki satu per satu."
        )
    batch.status = BatchImpor.Status.DIBATALKAN
    batch.laporan["sisa"], batch.laporan["kembali"] = sisa, kembali
    batch.save(update_fields=["status", "laporan"])
    return batch


def _buang(objek: Any, oleh: Pengguna) -> None:
    if objek.versi != 1 or objek.dibuang_pada is not None:
        raise AturanDilanggar("SUDAH_BERUBAH_LAGI", f"{objek} sudah diubah lagi sesudahnya.", "Buang seperti biasa.")
    if penunjuk := penunjuk_hidup(objek):
        raise AturanDilanggar("MASIH_DIPAKAI", f"{objek} masih dipakai oleh {penunjuk}.", "Alihkan dahulu.")
    with perubahan(objek, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        segar.dibuang_pada = timezone.now()
