"""The rating of a month, given by the superior of its last day."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai, PenilaianBulanan
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.rules.kinerja import akhir_bulan, predikat


@layanan("Kinerja bulanan dinilai", diri=True)
def penilaian_beri(
    *,
    pegawai: Pegawai,
    bulan: dt.date,
    hasil: str,
    perilaku: str,
    oleh: Pengguna,
    catatan: str = "",
    rujukan_ekinerja: str = "",
    penilaian: PenilaianBulanan | None = None,
) -> PenilaianBulanan:
    """Rate a month, or mend the rating `penilaian`. `bulan` is its first day; the predikat follows from the matrix.

    Raises AturanDilanggar: PENILAIAN_SENDIRI, BUKAN_ATASAN, BULAN_BELUM_SELESAI; VersiBerubah; ValidationError when
    somebody rated the month meanwhile.
    """
    if pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar("PENILAIAN_SENDIRI", "Kinerja sendiri tidak dapat dinilai sendiri.", "")
    akhir = akhir_bulan(bulan)
    if timezone.localdate() < akhir:
        raise AturanDilanggar(
            "BULAN_BELUM_SELESAI", "Bulan ini belum selesai.", f"Penilaian dapat diberikan mulai {akhir:%d-%m-%Y}."
        )
    atasan = atasan_pada(pegawai, akhir)
    if atasan is None or atasan.pengguna_id != oleh.pk:
        raise AturanDilanggar(
            "BUKAN_ATASAN",
            f"Atasan {pegawai} pada {akhir:%d-%m-%Y} adalah {atasan or 'belum diketahui'}.",
            "Bila keliru, minta pengelola kepegawaian menetapkan atasannya.",
        )
    isi = {
        "hasil": hasil,
        "perilaku": perilaku,
        "predikat": predikat(hasil, perilaku).value,
        "catatan": catatan,
        "rujukan_ekinerja": rujukan_ekinerja,
        "atasan": atasan,
        "dinilai_oleh": oleh,
    }
    if penilaian is None:
        penilaian = simpan_baru(PenilaianBulanan(pegawai=pegawai, bulan=bulan, **isi))
    else:
        with perubahan(penilaian, oleh=oleh) as segar:
            for nama, nilai in isi.items():
                setattr(segar, nama, nilai)
        penilaian = segar
    beritahu(pegawai.pengguna, f"Kinerja {bulan:%m-%Y} dinilai: {penilaian.get_predikat_display()}.", penilaian)
    return penilaian
