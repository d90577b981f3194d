"""Days off in and out."""

from __future__ import annotations

from inti.models import HariLibur
from inti.sheets.rekam import B, ImporRekam


class ImporLibur(ImporRekam):
    """Days off by date."""

    jenis, model, kunci = "libur", HariLibur, ("tanggal",)
    kalender = True
    bidang = (
        B("tanggal", "TANGGAL", ("TGL", "HARI"), contoh="17-08-2027"),
        B("nama", "NAMA HARI", ("NAMA", "KETERANGAN", "HARI LIBUR"), contoh="Hari Kemerdekaan Republik Indonesia"),
        B("jenis", "JENIS", ("JENIS LIBUR",), contoh="Libur nasional"),
        B("dasar_hukum", "DASAR HUKUM", ("DASAR",), contoh="SKB Tiga Menteri"),
    )


ekspor_libur = ImporLibur.ekspor
