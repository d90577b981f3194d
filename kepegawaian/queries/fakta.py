"""Facts of the staff beside the work of the desk."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from inti.formats import ribuan
from inti.formats.tanggal import HARI
from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from inti.queries.meja import FaktaMeja
from inti.rules.kalender import hari_kerja, mundur_hari_kerja
from kepegawaian.models import Pegawai, PengajuanCuti, PesertaMagang
from kepegawaian.queries.berkas import kelengkapan
from kepegawaian.queries.daftar import jatuh_tempo
from kepegawaian.queries.magang import minggu_buku, peserta_saya
from kepegawaian.rules.magang import senin

TEMPO_BULAN = 3
SEBUT_ORANG = 3  # so many people are named, of more how many they are
LIBUR_TERPANJANG = dt.timedelta(days=21)  # no row of days off is longer


def tempo(pengguna: Pengguna) -> list[FaktaMeja]:
    """What falls due within three months, by list; lists without anybody are left out."""
    nama = {"kgb": "KGB", "pangkat": "Kenaikan pangkat", "pensiun": "Pensiun", "kontrak": "Kontrak berakhir"}
    jatuh = jatuh_tempo(pengguna, TEMPO_BULAN)
    return [
        FaktaMeja(
            f"{nama[m]}, {TEMPO_BULAN} bulan",
            "{} orang",
            f"{reverse(f'kepegawaian:{m}_tempo')}?dalam={TEMPO_BULAN}",
            kueri=jatuh[m],
            bila_ada=True,
        )
        for m in nama
    ]


def berkas_saya(pengguna: Pengguna) -> list[FaktaMeja]:
    """One's own papers that lack; nothing when none does."""
    p = Pegawai.objects.hidup().filter(pengguna=pengguna).first()
    kurang = kelengkapan([p], pengguna)[p.pk].kurang if p is not None else []
    if not kurang:
        return []
    return [FaktaMeja("Berkas saya", f"belum ada: {', '.join(map(str, kurang))}", reverse("kepegawaian:saya"), "awas")]


def buku(pengguna: Pengguna) -> list[FaktaMeja]:
    """The intern's attendance of today, and the days of this week not written yet."""
    peserta = peserta_saya(pengguna)
    if peserta is None:
        return []
    hari = timezone.localdate()
    hadir = peserta.kehadiran.filter(tanggal=hari).first()
    if hadir is not None:
        kini = ", ".join(filter(None, (hadir.get_keadaan_display(), hadir.jam)))
    elif peserta.status == PesertaMagang.Status.BERJALAN and hari in peserta.masa:
        kini = "kehadiran belum dicatat"
    else:
        kini = "di luar masa magang"
    minggu = minggu_buku(peserta, senin(hari)) if hari in peserta.masa else []
    kosong = [HARI[h.tanggal.weekday()] for h in minggu if h.boleh and h.catatan is None]
    alamat = reverse("kepegawaian:buku")
    return [
        FaktaMeja("Hari ini", kini, alamat),
        FaktaMeja("Belum diisi minggu ini", ", ".join(kosong) or "tidak ada", alamat),
    ]


def cuti_kini(pengguna: Pengguna) -> list[FaktaMeja]:
    """Who of the user's staff begins leave today, is back from it today, and how many are away."""
    hari = timezone.localdate()
    baris = list(
        PengajuanCuti.objects.untuk(pengguna)
        .filter(status__in=PengajuanCuti.BERLAKU, mulai__lte=hari, berakhir__gte=hari - LIBUR_TERPANJANG)
        .select_related("pegawai")
        .order_by("pegawai__nama", "id")
    )
    pergi = [c.pegawai.nama for c in baris if c.berakhir >= hari]
    alamat = reverse("kepegawaian:cuti_kalender")
    isi = {
        "Mulai cuti hari ini": [c.pegawai.nama for c in baris if c.mulai == hari],
        "Kembali dari cuti hari ini": _kembali([c for c in baris if c.berakhir < hari], hari),
    }
    hasil = [FaktaMeja("Sedang cuti", f"{ribuan(len(pergi))} orang", alamat)] if pergi else []
    return hasil + [FaktaMeja(nama, _orang(siapa), alamat) for nama, siapa in isi.items() if siapa]


def _kembali(usai: list[PengajuanCuti], hari: dt.date) -> list[str]:
    """Those for whom this is the first working day after their leave. One query, when any leave ended lately."""
    if not usai:
        return []
    libur = libur_antara(hari - 2 * LIBUR_TERPANJANG, hari)
    if not hari_kerja(hari, hari, libur):
        return []
    lalu = mundur_hari_kerja(hari, 1, libur)
    return [c.pegawai.nama for c in usai if c.berakhir >= lalu]


def _orang(nama: list[str]) -> str:
    lain = len(nama) - SEBUT_ORANG
    return ", ".join(nama[:SEBUT_ORANG]) + (f", dan {lain} lainnya" if lain > 0 else "")
