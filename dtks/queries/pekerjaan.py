"""Work of the counter and of villages that waits for a user.

What waits for citizens (papers to bring, letters to fetch) is nobody's work: it is among the facts. Counselling gives
nothing here: children's data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from dtks.models import Permohonan, SuratRekomendasi
from dtks.queries.layanan import surat_menunggu
from inti.models import Pengguna
from inti.queries.meja import Kerja, lipat
from inti.queries.sekaligus import kolom

S, P = SuratRekomendasi.Status, Permohonan.Status
DIPERIKSA = "status=diperiksa"


def _diperiksa(pengguna: Pengguna) -> QuerySet[Permohonan]:
    """Requests to decide; one whose letter came back is listed once, as the letter."""
    kembali = SuratRekomendasi.objects.untuk(pengguna).filter(status=S.DIKEMBALIKAN).order_by().values("permohonan")
    return Permohonan.objects.untuk(pengguna).filter(status=P.DIPERIKSA).exclude(pk__in=kembali)


def permohonan_desa(pengguna: Pengguna) -> QuerySet[Permohonan]:
    """Requests that villages filed and nobody decided yet."""
    return _diperiksa(pengguna).filter(asal=Permohonan.Asal.DESA)


@kolom("pemohon", "nomor__teks", "jenis", "desa__nama", "dibuat_pada")
def permohonan_desa_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by applicant, number and village."""
    daftar = f"{reverse('dtks:permohonan_daftar')}?asal=desa&{DIPERIKSA}"
    return lipat(_permohonan(isi), "permohonan dari desa", "Putuskan berurutan", daftar)


def permohonan(pengguna: Pengguna) -> QuerySet[Permohonan]:
    """Requests taken at the counter and not decided yet."""
    return _diperiksa(pengguna).exclude(asal=Permohonan.Asal.DESA)


@kolom("pemohon", "nomor__teks", "jenis", "desa__nama", "dibuat_pada")
def permohonan_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by applicant, number and village."""
    daftar = f"{reverse('dtks:permohonan_daftar')}?{DIPERIKSA}"
    return lipat(_permohonan(isi), "permohonan di loket", "Putuskan berurutan", daftar)


def _permohonan(isi: Sequence[Permohonan]) -> list[Kerja]:
    return [Kerja(p.pemohon, _asal(p), "Putuskan permohonan", p.get_absolute_url(), sejak=p.dibuat_pada) for p in isi]


def _asal(p: Permohonan) -> str:
    return ", ".join(filter(None, (str(p.nomor), p.get_jenis_display(), str(p.desa or ""))))


def surat_kembali(pengguna: Pengguna) -> QuerySet[SuratRekomendasi]:
    """Letters that the head sent back: their requests are to be decided again, once no paper is awaited."""
    return SuratRekomendasi.objects.untuk(pengguna).filter(status=S.DIKEMBALIKAN, permohonan__status=P.DIPERIKSA)


@kolom("pemohon", "permohonan__nomor__teks", "alasan_kembali", "diubah_pada")
def surat_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each with the reason; it is mended on the request, which is then accepted again."""
    baris = [
        Kerja(
            f"Surat untuk {s.pemohon}",
            f"{s.permohonan.nomor}, {s.alasan_kembali}",
            "Perbaiki permohonan, lalu terima lagi",
            s.permohonan.get_absolute_url(),
            sejak=s.diubah_pada,
        )
        for s in isi
    ]
    daftar = f"{reverse('dtks:surat_daftar')}?status=dikembalikan"
    return lipat(baris, "surat dikembalikan", "Perbaiki permohonan", daftar)


def surat_diputus(pengguna: Pengguna) -> QuerySet[SuratRekomendasi]:
    """Letters to approve; who served or decided a request doesn't approve its letter."""
    semua = surat_menunggu(pengguna).exclude(permohonan__diputus_oleh=pengguna)
    return semua.exclude(permohonan__kunjungan__dilayani_oleh=pengguna)


@kolom("pemohon", "permohonan__nomor__teks", "permohonan__jenis", "permohonan__desa__nama", "diminta_pada")
def surat_diputus_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by applicant, number and village."""
    baris = _surat(isi, "Setujui atau kembalikan")
    return lipat(baris, "surat rekomendasi", "Periksa berurutan", reverse("dtks:surat_antrean"))


def surat_dicetak(pengguna: Pengguna) -> QuerySet[SuratRekomendasi]:
    """Approved letters that nobody printed yet; for a village those of its own people."""
    return SuratRekomendasi.objects.untuk(pengguna).filter(status=S.DISETUJUI)


@kolom("pemohon", "permohonan__nomor__teks", "permohonan__jenis", "permohonan__desa__nama", "diminta_pada")
def surat_dicetak_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by applicant, number and village."""
    daftar = f"{reverse('dtks:surat_daftar')}?status=disetujui"
    return lipat(_surat(isi, "Cetak surat"), "surat siap cetak", "Cetak sekaligus", daftar)


def _surat(isi: Sequence[SuratRekomendasi], langkah: str) -> list[Kerja]:
    return [
        Kerja(f"Surat untuk {s.pemohon}", _asal(s.permohonan), langkah, s.get_absolute_url(), sejak=s.diminta_pada)
        for s in isi
    ]


def desa_kembali(pengguna: Pengguna) -> QuerySet[Permohonan]:
    """A village's requests that came back for want of papers."""
    return Permohonan.objects.untuk(pengguna).filter(asal=Permohonan.Asal.DESA, status=P.BELUM_LENGKAP)


@kolom("pemohon", "nomor__teks", "jenis", "diubah_pada")
def desa_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each leads to the form on which only what lacks is photographed."""
    baris = [
        Kerja(
            p.pemohon,
            f"{p.nomor}, {p.get_jenis_display()}",
            "Lengkapi berkas",
            reverse("dtks:desa_lengkapi", args=[p.pk]),
            sejak=p.diubah_pada,
        )
        for p in isi
    ]
    daftar = f"{reverse('dtks:permohonan_daftar')}?status=belum_lengkap"
    return lipat(baris, "permohonan dikembalikan", "Lengkapi berkas", daftar)
