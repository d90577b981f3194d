"""Who read what: one row for each opened person, unmasked number, export, download or refusal."""

from __future__ import annotations

from django.db import models

from inti.gerbang.alamat import alamat_klien
from inti.models import JejakBaca
from inti.permintaan import Permintaan


def jejak_catat(request: Permintaan, jenis: str, objek: models.Model | None = None, keterangan: str = "") -> JejakBaca:
    """Record one reading by the request's user. `keterangan` never holds the value that was read or sought."""
    request.tercatat = True
    return JejakBaca.objects.create(
        jenis=jenis,
        oleh=request.user if request.user.is_authenticated else None,
        objek_label=objek._meta.label_lower if objek is not None else "",
        objek_id=str(objek.pk) if objek is not None else "",
        keterangan=keterangan[:200],
        alamat=alamat_klien(request),
    )


def baca_catat(request: Permintaan, objek: models.Model) -> None:
    """Record that a person's record is shown; once for each record in a request."""
    tanda = (objek._meta.label_lower, objek.pk)
    dibaca: set[tuple[str, object]] = getattr(request, "dibaca", set())
    if tanda not in dibaca:
        request.dibaca = dibaca | {tanda}
        jejak_catat(request, JejakBaca.Jenis.BUKA, objek)
