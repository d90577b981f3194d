"""Reads of the interns' desk: a week of the logbook, a month of attendance, what waits for initials, what he did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from inti.formats import tanggal_pendek
from inti.formats.tanggal import bulan_alamat, hari_alamat
from inti.models import Cetakan, JejakBaca, Pengguna, Usulan
from kepegawaian.models import CatatanHarian, KehadiranMagang, KetentuanHari, Penempatan, PesertaMagang
from kepegawaian.rules.magang import akhir_pekan, senin, tempat_pada

HARI_KERJA = 5
BATAS = 100


@dataclass(frozen=True)
class HariBuku:
    """A day of the logbook's week: its entry, its placement, what is usual, whether the intern may write it now."""

    tanggal: dt.date
    catatan: CatatanHarian | None
    bagian: str
    ketentuan: KetentuanHari | None
    boleh: bool
    sebab: str  # why not

    @property
    def akhir_pekan(self) -> bool:
        """Flagged on the page."""
        return akhir_pekan(self.tanggal)


@dataclass(frozen=True)
class TemuanCari:
    """A result of the one search box."""

    teks: str
    keterangan: str
    alamat: str


def peserta_saya(pengguna: Pengguna) -> PesertaMagang | None:
    """The intern whose account this is."""
    return PesertaMagang.objects.hidup().filter(akun=pengguna).select_related("sekolah", "pembimbing").first()


def minggu_diminta(teks: str, peserta: PesertaMagang) -> dt.date:
    """Monday of the week asked for, within the internship; this week when nothing readable was asked."""
    hari = hari_alamat(teks) or timezone.localdate()
    return senin(min(max(hari, peserta.mulai), peserta.sampai))


def bulan_diminta(teks: str, peserta: PesertaMagang) -> dt.date:
    """First day of the month asked for ("2026-11"), within the internship."""
    hari = bulan_alamat(teks) or timezone.localdate()
    return min(max(hari, peserta.mulai.replace(day=1)), peserta.sampai).replace(day=1)


def tetangga_minggu(awal: dt.date, peserta: PesertaMagang) -> tuple[str, str]:
    """The weeks before and after as text for an address; empty beyond the internship."""
    sebelum, sesudah = awal - dt.timedelta(days=7), awal + dt.timedelta(days=7)
    return (
        sebelum.isoformat() if awal > peserta.mulai else "",
        sesudah.isoformat() if sesudah <= peserta.sampai else "",
    )


def catatan_minggu(peserta: PesertaMagang, awal: dt.date) -> list[CatatanHarian]:
    """Entries of a week in order."""
    return list(
        peserta.catatan.hidup()
        .filter(tanggal__gte=awal, tanggal__lt=awal + dt.timedelta(days=7))
        .select_related("unit", "paraf_oleh")
        .order_by("tanggal")
    )


def minggu_buku(peserta: PesertaMagang, awal: dt.date, *, penuh: bool = False) -> list[HariBuku]:
    """Monday to Friday, with `penuh` or an entry there the weekend too."""
    ada = {c.tanggal: c for c in catatan_minggu(peserta, awal)}
    tempat = [p.rentang for p in peserta.penempatan.hidup().select_related("unit")]
    ketentuan = ketentuan_minggu(awal)
    kini, hasil = timezone.localdate(), []
    for n in range(7):
        hari = awal + dt.timedelta(days=n)
        catatan = ada.get(hari)
        if n >= HARI_KERJA and not penuh and catatan is None:
            continue
        di = tempat_pada(tempat, hari)
        sebab = _sebab(peserta, catatan, hari, kini, di is not None)
        bagian = catatan.unit.nama if catatan else (di.nama if di else "")
        hasil.append(HariBuku(hari, catatan, bagian, ketentuan.get(n), not sebab, sebab))
    return hasil


def _sebab(peserta: PesertaMagang, catatan: CatatanHarian | None, hari: dt.date, kini: dt.date, ada: bool) -> str:
    if hari not in peserta.masa:
        return "Di luar masa magang"
    if catatan is not None and catatan.paraf_pada:
        return "Sudah diparaf"
    if peserta.status != PesertaMagang.Status.BERJALAN:
        return "Magang tidak berjalan"
    if hari > kini:
        return "Belum tiba"
    return "" if ada else "Belum ditempatkan"


def ketentuan_minggu(awal: dt.date) -> dict[int, KetentuanHari]:
    """By weekday, what is usual in the week from `awal` on: the row in force on that day."""
    minggu = {n: awal + dt.timedelta(days=n) for n in range(7)}
    baris = KetentuanHari.objects.hidup().filter(berlaku_mulai__lte=minggu[6])
    return {k.hari: k for k in baris if k.berlaku_mulai <= minggu[k.hari] <= (k.berlaku_sampai or minggu[6])}


def kehadiran_bulan(peserta: PesertaMagang, bulan: dt.date) -> list[KehadiranMagang]:
    """Attendance of a month in order."""
    akhir = (bulan.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return list(
        peserta.kehadiran.filter(tanggal__gte=bulan, tanggal__lt=akhir)
        .select_related("dicatat_oleh")
        .order_by("tanggal")
    )


def menunggu_paraf(pengguna: Pengguna) -> QuerySet[CatatanHarian]:
    """Days that wait for this supervisor's initials, the oldest first."""
    bagian = Penempatan._base_manager.filter(pembimbing__pengguna=pengguna, dibuang_pada__isnull=True)
    return (
        CatatanHarian.objects.hidup()
        .filter(Q(peserta__pembimbing__pengguna=pengguna) | Q(peserta__in=bagian.values("peserta")))
        .filter(paraf_pada__isnull=True, catatan_kembali="")
        .exclude(peserta__status=PesertaMagang.Status.DIHENTIKAN)
        .order_by("peserta__nama", "peserta_id", "tanggal")
    )


def perbuatan(akun: Pengguna | None) -> dict[str, Any]:
    """What an intern printed, took away as a file, and proposed; the newest hundred of each."""
    if akun is None:
        return {"cetakan": [], "unduhan": [], "usulan": []}
    return {
        "cetakan": list(Cetakan.objects.filter(oleh=akun).select_related("dokumen").order_by("-waktu")[:BATAS]),
        "unduhan": list(JejakBaca.objects.filter(oleh=akun, jenis=JejakBaca.Jenis.UNDUH).order_by("-id")[:BATAS]),
        "usulan": list(Usulan.objects.hidup().filter(pengusul=akun).select_related("pemeriksa")[:BATAS]),
    }


def cari_umum_magang(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Interns by name or number, within the user's scope."""
    kueri = PesertaMagang.objects.untuk(pengguna).filter(Q(nama__icontains=teks) | Q(nomor_induk=teks))
    return [
        TemuanCari(
            p.nama,
            f"{p.sekolah.nama}, {tanggal_pendek(p.mulai)} s.d. {tanggal_pendek(p.sampai)}",
            reverse("kepegawaian:magang", args=[p.pk]),
        )
        for p in kueri.select_related("sekolah")[:10]
    ]
