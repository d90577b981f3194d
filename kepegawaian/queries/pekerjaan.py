"""Work of the staff that waits for a user: leave, daily performance, interns' logbooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from inti.formats import hari_tanggal, tanggal_pendek
from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from inti.queries.meja import Kerja, lipat
from inti.queries.sekaligus import kolom
from kepegawaian.models import CatatanHarian, PengajuanCuti
from kepegawaian.queries.kinerja import batas_kini
from kepegawaian.rules.kinerja import SEHARI, batas_putus
from kepegawaian.rules.magang import senin

TERPANJANG_LIBUR = 60 * SEHARI  # calendar looked up beyond what waits: more than any limit of working days


@kolom("pegawai__nama", "jenis", "mulai", "sampai", "status", "atasan", "pejabat", "dibuat_pada")
def cuti_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Leave to consider or decide (`cuti.menunggu`), due the day before it begins."""
    antrean = reverse("kepegawaian:cuti_antrean")
    return lipat([_cuti(c, _langkah(c)) for c in isi], "cuti", "Periksa berurutan", antrean)


def _langkah(c: PengajuanCuti) -> str:
    timbang = c.status == PengajuanCuti.Status.DIAJUKAN and not c.sekaligus
    return "Pertimbangkan cuti" if timbang else "Putuskan cuti"


def _cuti(c: PengajuanCuti, langkah: str) -> Kerja:
    masa = f"{c.get_jenis_display()}, {tanggal_pendek(c.mulai)} sampai {tanggal_pendek(c.sampai)}"
    return Kerja(f"Cuti {c.pegawai.nama}", masa, langkah, c.get_absolute_url(), c.mulai - SEHARI, c.dibuat_pada)


def cuti_kembali(pengguna: Pengguna) -> QuerySet[PengajuanCuti]:
    """One's own leave that the superior wants changed."""
    return PengajuanCuti.objects.hidup().filter(pegawai__pengguna=pengguna, status=PengajuanCuti.Status.PERUBAHAN)


@kolom("pegawai__nama", "jenis", "mulai", "sampai", "dibuat_pada")
def cuti_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Due as any leave that is not decided yet."""
    baris = [_cuti(c, "Perbaiki pengajuan") for c in isi]
    return lipat(baris, "pengajuan cuti dikembalikan", "Perbaiki pengajuan", reverse("kepegawaian:cuti_saya"))


@kolom("tanggal", "pegawai__nama", "diajukan_pada")
def kinerja_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Activities to judge (`kinerja.menunggu`): a row for each person and day, due before they wait too long.

    Two more queries, for the limit in force and the days off.
    """
    semua = sorted(isi, key=lambda k: (k.tanggal, k.pegawai.nama, k.pegawai_id))
    hari, antrean = timezone.localdate(), reverse("kepegawaian:kinerja_antrean")
    diajukan: dict[int, dt.date] = {k.pk: timezone.localdate(k.diajukan_pada) for k in semua}
    libur = libur_antara(min(diajukan.values()), max(diajukan.values()) + TERPANJANG_LIBUR)
    batas = batas_kini(hari).hari_setuju
    baris = []
    for (tanggal, _), milik in groupby(semua, key=lambda k: (k.tanggal, k.pegawai_id)):
        kegiatan: list[Any] = list(milik)
        pegawai, awal = kegiatan[0].pegawai, min(kegiatan, key=lambda k: k.diajukan_pada)
        baris.append(
            Kerja(
                f"Kinerja {pegawai.nama}",
                f"{hari_tanggal(tanggal)}, {len(kegiatan)} kegiatan",
                "Nilai kinerja",
                f"{antrean}#hari-{pegawai.pk}-{tanggal:%Y%m%d}",
                batas_putus(diajukan[awal.pk], batas, libur),
                awal.diajukan_pada,
                len(kegiatan),
            )
        )
    return lipat(baris, "kegiatan harian", "Nilai berurutan", antrean)


@kolom("peserta__nama", "peserta__sekolah__nama", "tanggal", "dibuat_pada")
def paraf_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Days that wait for initials (`magang.menunggu_paraf`): a row for each intern."""
    antrean, baris = reverse("kepegawaian:paraf"), []
    urut = sorted(isi, key=lambda c: (c.peserta.nama, c.peserta_id, c.tanggal))
    for _, milik in groupby(urut, key=lambda c: c.peserta_id):
        hari: list[Any] = list(milik)
        peserta = hari[0].peserta
        baris.append(
            Kerja(
                f"Buku harian {peserta.nama}",
                f"{peserta.sekolah.nama}, {len(hari)} hari sejak {tanggal_pendek(hari[0].tanggal)}",
                "Beri paraf",
                f"{antrean}#peserta-{peserta.pk}",
                sejak=hari[0].dibuat_pada,
                banyak=len(hari),
            )
        )
    return lipat(baris, "hari buku harian magang", "Beri paraf", antrean)


def buku_kembali(pengguna: Pengguna) -> QuerySet[CatatanHarian]:
    """Days of the intern's own logbook that came back."""
    return CatatanHarian.objects.hidup().filter(peserta__akun=pengguna).exclude(catatan_kembali="")


@kolom("tanggal", "catatan_kembali", "diubah_pada")
def buku_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each with the reason; it is mended in its week of the logbook."""
    buku = reverse("kepegawaian:buku")
    baris = [
        Kerja(
            hari_tanggal(c.tanggal),
            c.catatan_kembali,
            "Perbaiki catatan",
            f"{buku}?minggu={senin(c.tanggal).isoformat()}#hari-{c.tanggal:%Y%m%d}",
            sejak=c.diubah_pada,
        )
        for c in isi
    ]
    return lipat(baris, "hari buku harian dikembalikan", "Perbaiki catatan", buku)
