"""What keeps records from being destroyed, for many at once in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from arsip.models import BerkasArsip, Peminjaman
from arsip.rules.musnah import DataMusnah, Halangan, halangan
from inti import registry


def halangan_berkas(
    berkas: Iterable[BerkasArsip], hari: dt.date, penilaian: Mapping[int, str] | None = None
) -> dict[int, list[Halangan]]:
    """Blocks of each record by its key on a day. `penilaian`: what the committee said of those to be assessed."""
    semua = list(berkas)
    dipinjam = set(
        Peminjaman.objects.di_luar().filter(berkas__in=[b.pk for b in semua]).values_list("berkas_id", flat=True)
    )
    per_label: dict[str, set[str]] = {}
    for b in semua:
        if b.objek_id:
            per_label.setdefault(b.objek_label, set()).add(b.objek_id)
    beku = {label: registry.yang_beku(label, kunci) for label, kunci in per_label.items()}
    return {
        b.pk: halangan(
            DataMusnah(
                status=b.status,
                kode=b.klasifikasi,
                ada_jadwal=b.retensi_id is not None,
                nasib=b.nasib,
                penilaian=(penilaian or {}).get(b.pk, ""),
                inaktif_sampai=b.inaktif_sampai,
                tahan=b.tahan_alasan,
                periksa=b.periksa_alasan,
                dipinjam=b.pk in dipinjam,
                beku=beku.get(b.objek_label, {}).get(b.objek_id, ""),
            ),
            hari,
        )
        for b in semua
    }
