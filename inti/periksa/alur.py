"""Part `alur`: a case is in exactly one hand, and in the hand that its state says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inti.models import Pegangan
from inti.models.alur import model_beralur
from inti.periksa.temuan import TemuanPeriksa


def periksa() -> Iterator[TemuanPeriksa]:
    """Cases whose state says that somebody has them while nobody or somebody else does; stages held by no account."""
    for model in model_beralur():
        yield from _model(model)
    mati = Pegangan.objects.dipegang().filter(pemegang__is_active=False).order_by("pk")
    for p in mati.select_related("pemegang"):
        pesan = f"{p.objek_label} {p.objek_id} di tangan {p.pemegang}, yang akunnya tidak aktif."
        yield TemuanPeriksa("ALUR_PEMEGANG_MATI", "inti.Pegangan", str(p.pk), pesan, "Alihkan kepada penggantinya.")


def _model(model: Any) -> Iterator[TemuanPeriksa]:
    tangan = {t.keadaan: t.kode for t in model.alur.tahap if t.keadaan}
    dipegang = dict(
        Pegangan.objects.dipegang().filter(objek_label=model._meta.label_lower).values_list("objek_id", "tahap")
    )
    baris = model._base_manager.filter(**{f"{model.bidang_keadaan}__in": list(tangan)}).order_by("pk")
    for pk, keadaan in baris.values_list("pk", model.bidang_keadaan):
        if dipegang.get(pk) != tangan[keadaan]:
            pesan = f"{model._meta.verbose_name} {pk} berkeadaan {keadaan}, tetapi tidak di tangan tahap itu."
            yield TemuanPeriksa("ALUR_LAIN", model._meta.label, str(pk), pesan, "Laporkan kepada pengelola sistem.")
    tutup = set(model._base_manager.filter(pk__in=list(dipegang)).values_list("pk", flat=True))
    for pk in sorted(set(dipegang) - tutup):
        pesan = f"{model._meta.verbose_name} {pk} dipegang, tetapi datanya tidak ada."
        yield TemuanPeriksa(
            "ALUR_TANPA_PERKARA", model._meta.label, str(pk), pesan, "Laporkan kepada pengelola sistem."
        )
