"""The plan of posts in and out."""

from __future__ import annotations

from inti.sheets.rekam import B, ImporRekam
from kepegawaian.models import Formasi


class ImporFormasi(ImporRekam):
    """Posts by unit and name."""

    jenis, model, kunci = "formasi", Formasi, ("nama", "unit")
    bidang = (
        B("unit", "KODE UNIT", ("UNIT", "UNIT KERJA"), cari="kode|nama", contoh="linjamsos"),
        B("nama", "NAMA JABATAN", ("JABATAN",), contoh="Pengelola Data"),
        B("jenis", "JENIS JABATAN", ("JENIS",), contoh="Pelaksana"),
        B("jenjang", "JENJANG", ("JENJANG FUNGSIONAL",)),
        B("eselon", "ESELON"),
        B("kelas", "KELAS JABATAN", ("KELAS",), contoh="7"),
        B("kebutuhan", "KEBUTUHAN", ("JUMLAH", "ABK"), contoh="2"),
        B("memimpin", "MEMIMPIN UNIT", ("MEMIMPIN",), contoh="Tidak"),
    )
