"""The rules of leave as they stand in 2026, for an office that begins. Afterwards they are edited on their page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from inti.models import Pengguna
from inti.models.bertanggal import ASAL_BAWAAN
from inti.perubahan import layanan, simpan_baru
from kepegawaian.models import AturanCuti, JenisCuti

J, B, K = JenisCuti, AturanCuti.Satuan.BULAN, AturanCuti.Satuan.HARI_KERJA
ASN = (dt.date(2017, 12, 22), "PP 11/2017; PerBKN 24/2017 jo. PerBKN 7/2021")
P3K = (dt.date(2018, 11, 28), "PP 49/2018")
SURAT = {"surat_mulai": 1, "surat_pemerintah_mulai": 15}
TAHUNAN = {"hak": 12, "satuan": K, "masa_kerja": 12, "simpan": 18, "simpan_tertunda": 24}
MELAHIRKAN = {"hak": 3, "satuan": B, "kelahiran": 3}
BAKU: tuple[tuple[JenisCuti, str, tuple[dt.date, str], dict[str, Any]], ...] = (
    (J.TAHUNAN, "PNS", ASN, TAHUNAN),
    (J.TAHUNAN, "CPNS", ASN, TAHUNAN),
    # PP 49/2018 says nothing of keeping days: an office that keeps them changes the row.
    (J.TAHUNAN, "PPPK", P3K, {"hak": 12, "satuan": K, "masa_kerja": 12, "simpan": 12, "simpan_tertunda": 12}),
    (J.BESAR, "PNS", ASN, {"hak": 3, "satuan": B, "masa_kerja": 60, "jeda": 60}),
    (J.SAKIT, "PNS", ASN, {"hak": 12, "satuan": B, **SURAT}),
    (J.SAKIT, "CPNS", ASN, {"hak": 12, "satuan": B, **SURAT}),
    (J.SAKIT, "PPPK", P3K, {"hak": 1, "satuan": B, **SURAT}),
    (J.MELAHIRKAN, "PNS", ASN, MELAHIRKAN),
    (J.MELAHIRKAN, "CPNS", ASN, MELAHIRKAN),
    (J.MELAHIRKAN, "PPPK", P3K, MELAHIRKAN),
    (J.PENTING, "PNS", ASN, {"hak": 1, "satuan": B}),
    (J.PENTING, "CPNS", ASN, {"hak": 1, "satuan": B}),
    (J.CLTN, "PNS", ASN, {"hak": 36, "satuan": B, "masa_kerja": 60}),
)


@layanan("Aturan cuti diisi")
def aturan_cuti_isi(*, oleh: Pengguna | None) -> list[AturanCuti]:
    """Add a rule for each kind and group that has none, also none in the trash; gives the new rows."""
    ada = set(AturanCuti.objects.values_list("jenis", "kelompok"))
    return [
        simpan_baru(
            AturanCuti(jenis=jenis, kelompok=kelompok, berlaku_mulai=mulai, dasar_hukum=dasar, asal=ASAL_BAWAAN, **isi)
        )
        for jenis, kelompok, (mulai, dasar), isi in BAKU
        if (jenis, kelompok) not in ada
    ]
