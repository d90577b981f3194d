"""Reads of the counter: what a search finds, what waits for whom, what the day and the month looked like."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from dtks.models import Individu, Kunjungan, Pemeriksaan, Permohonan, SuratRekomendasi
from dtks.queries.registri import cari_id, cari_kk, cari_nama, cari_nik
from dtks.rules.alasan import SEMUA
from inti.formats import periksa_nik, rapikan_nomor, samar_angka_panjang, samar_nik
from inti.formats.nomor import angka_ascii, hanya_angka
from inti.models import Pengguna
from inti.queries.cari import TemuanCari

BATAS_CALON = 20


@dataclass(frozen=True)
class HasilCari:
    """What a search at the counter found: one person, several to choose from, or nobody."""

    cara: str
    samar: str
    bersih: str
    hasil: str = Pemeriksaan.Hasil.TIDAK
    individu: Individu | None = None
    calon: list[Individu] = field(default_factory=list)
    galat: str = ""


def cari_warga(teks: str) -> HasilCari:
    """Find by NIK or No KK (16 digits, blanks allowed), ID-DTKS (other digits), or name (a near match counts)."""
    nomor = rapikan_nomor(teks)
    if not hanya_angka(nomor):
        return _oleh_nama(teks)
    if len(nomor) == 16 and angka_ascii(nomor):
        calon = list(cari_nik(nomor)[:BATAS_CALON])
        if calon:
            return _pilih(Pemeriksaan.Cara.NIK, samar_nik(nomor), nomor, calon)
        anggota = list(cari_kk(nomor)[:BATAS_CALON])
        if anggota:
            return _pilih(Pemeriksaan.Cara.KK, samar_nik(nomor), nomor, anggota)
        cacat = periksa_nik(nomor).galat
        return HasilCari(Pemeriksaan.Cara.NIK, samar_nik(nomor), nomor, galat=cacat[0].pesan if cacat else "")
    calon = list(cari_id(nomor)[:BATAS_CALON])
    if calon:
        return _pilih(Pemeriksaan.Cara.ID, samar_nik(nomor), nomor, calon)
    if sum(c.isalpha() for c in nomor) > len(hanya_angka(nomor)):
        return _oleh_nama("".join(c for c in teks if not hanya_angka(c)))
    if 12 <= len(nomor) <= 20 and angka_ascii(nomor):
        return HasilCari(
            Pemeriksaan.Cara.NIK,
            "",
            nomor,
            galat=f"Tidak ada ID itu. NIK atau nomor KK harus 16 angka; yang diisi {len(nomor)}. Periksa pada KTP.",
        )
    return HasilCari(Pemeriksaan.Cara.ID, samar_nik(nomor), nomor)


def _oleh_nama(teks: str) -> HasilCari:
    nama = " ".join(teks.split())
    temuan = cari_nama(nama, batas=BATAS_CALON)
    samar = samar_angka_panjang(nama)
    if not temuan:
        return HasilCari(Pemeriksaan.Cara.NAMA, samar, nama)
    return _pilih(Pemeriksaan.Cara.NAMA, samar, nama, temuan)


def _pilih(cara: str, samar: str, bersih: str, calon: list[Individu]) -> HasilCari:
    if len(calon) == 1 and cara != Pemeriksaan.Cara.NAMA:
        return HasilCari(cara, samar, bersih, Pemeriksaan.Hasil.DITEMUKAN, calon[0], [])
    hasil = Pemeriksaan.Hasil.MIRIP if cara == Pemeriksaan.Cara.NAMA else Pemeriksaan.Hasil.DITEMUKAN
    return HasilCari(cara, samar, bersih, hasil, None, calon)


def dilayani_hari_ini(pengguna: Pengguna) -> list[Permohonan]:
    """Requests that this clerk took today, newest first (at most 10)."""
    return list(
        Permohonan.objects.untuk(pengguna)
        .filter(tanggal=timezone.localdate(), kunjungan__dilayani_oleh=pengguna)
        .select_related("nomor")
        .order_by("-id")[:10]
    )


def surat_menunggu(pengguna: Pengguna) -> QuerySet:
    """Letters that wait for approval within the user's scope."""
    return SuratRekomendasi.objects.untuk(pengguna).filter(status=SuratRekomendasi.Status.MENUNGGU)


def _di_loket(pengguna: Pengguna) -> bool:
    """Whether the counter is work of this user's unit: somebody of it has served there, or nobody anywhere has yet."""
    return Kunjungan.objects.untuk(pengguna).exists() or not Kunjungan.objects.exists()


def kartu_loket(pengguna: Pengguna) -> dict[str, Any] | None:
    """The clerk's day: figures, and what to do next with each open request or printed letter.

    None for a unit that neither serves at the counter nor has anything to do for it.
    """
    hari = timezone.localdate()
    permohonan = Permohonan.objects.untuk(pengguna)
    surat = SuratRekomendasi.objects.untuk(pengguna).select_related("permohonan__nomor")
    status = Counter(dict(surat.order_by().values_list("status").annotate(Count("id"))))
    terbuka = permohonan.filter(status__in=Permohonan.TERBUKA)
    dikembalikan = surat.filter(status="dikembalikan").order_by().values("permohonan")  # listed once, as the letter
    kerja = [
        (p, "Putuskan permohonan" if p.status == "diperiksa" else "Tunggu berkas dari warga", p.nomor.teks)
        for p in terbuka.exclude(pk__in=dikembalikan).select_related("nomor").order_by("id")[:5]
    ]
    langkah = {
        "dikembalikan": "Perbaiki permohonan, lalu terima lagi",
        "disetujui": "Cetak surat",
        "dicetak": "Serahkan kepada pemohon",
    }
    kerja += [
        (s, langkah[s.status], s.permohonan.nomor.teks)
        for s in surat.filter(status__in=list(langkah)).order_by("diminta_pada")[:8]
    ]
    if not kerja and not _di_loket(pengguna):
        return None
    return {
        "dilayani": Kunjungan.objects.untuk(pengguna).filter(waktu__date=hari).count(),
        "terbuka": terbuka.count(),
        "siap_cetak": status["disetujui"],
        "siap_serah": status["dicetak"],
        "kerja": kerja,
    }


def kartu_pejabat(pengguna: Pengguna) -> dict[str, Any]:
    """What waits for the head: letters, oldest first."""
    menunggu = SuratRekomendasi.objects.untuk(pengguna).filter(status=SuratRekomendasi.Status.MENUNGGU)
    return {
        "jumlah": menunggu.count(),
        "surat": list(menunggu.select_related("permohonan__nomor", "permohonan__desa").order_by("diminta_pada")[:6]),
    }


def kartu_grafik(pengguna: Pengguna) -> dict[str, Any] | None:
    """Visits on the last ten working days, and this month's reasons for refusing, as points of two charts."""
    if not _di_loket(pengguna):
        return None
    hari = timezone.localdate()
    kerja = [d for d in (hari - dt.timedelta(days=i) for i in range(20)) if d.weekday() < 5][:10][::-1]
    per_hari = Counter(
        timezone.localtime(w).date()
        for w in Kunjungan.objects.untuk(pengguna).filter(waktu__date__gte=kerja[0]).values_list("waktu", flat=True)
    )
    nilai = [per_hari[d] for d in kerja]
    alasan = (
        Permohonan.objects.untuk(pengguna)
        .filter(status="ditolak", tanggal__gte=hari.replace(day=1))
        .order_by()
        .values_list("alasan")
        .annotate(n=Count("id"))
        .order_by("-n")[:5]
    )
    return {
        "batang": batang_tegak(
            [(f"{d:%d-%m}", n) for d, n in zip(kerja, nilai, strict=True)], hari_ini=kerja[-1] == hari
        ),
        "kalimat": "Kunjungan per hari kerja: "
        + ", ".join(f"{d:%d-%m} {n}" for d, n in zip(kerja, nilai, strict=True))
        + ".",
        "alasan": batang_datar([(SEMUA[k].kalimat.rstrip("."), n) for k, n in alasan]),
        "alasan_tinggi": len(alasan) * 34 or 34,
    }


def batang_tegak(
    data: list[tuple[str, int]], *, hari_ini: bool = True, lebar: int = 360, tinggi: int = 96
) -> list[dict[str, Any]]:
    """Upright bars for a server-drawn SVG: place and size of each with its label; the last is today's or nobody's."""
    puncak, langkah = max([n for _, n in data] + [1]), lebar / max(len(data), 1)
    return [
        {
            "x": round(i * langkah + 5, 1),
            "lebar": round(langkah - 10, 1),
            "tengah": round(i * langkah + langkah / 2, 1),
            "tinggi": round(n / puncak * tinggi, 1),
            "y": round(112 - n / puncak * tinggi, 1),
            "label": label,
            "nilai": n,
            "kini": hari_ini and i == len(data) - 1,
        }
        for i, (label, n) in enumerate(data)
    ]


def batang_datar(data: list[tuple[str, int]], *, lebar: int = 300) -> list[dict[str, Any]]:
    """Lying bars with their words above them."""
    puncak = max([n for _, n in data] + [1])
    return [
        {"y": i * 34, "label": label, "nilai": n, "lebar": round(n / puncak * lebar, 1)}
        for i, (label, n) in enumerate(data)
    ]


def cari_umum_individu(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Persons for the one search box, within the user's scope."""
    hasil = cari_warga(teks)
    orang = [hasil.individu] if hasil.individu else hasil.calon
    boleh = set(Individu.objects.untuk(pengguna).filter(pk__in=[o.pk for o in orang]).values_list("pk", flat=True))
    return [
        TemuanCari(o.nama, f"{samar_nik(o.nik)}, {o.desa_teks.title()}", reverse("dtks:individu", args=[o.pk]))
        for o in orang
        if o.pk in boleh
    ]


def cari_umum_permohonan(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Requests and letters by number or applicant, within the user's scope."""
    from django.db.models import Q

    cocok = (
        Q(nomor__teks__icontains=teks)
        | Q(pemohon__icontains=teks)
        | Q(surat__surat_keluar__nomor__teks__icontains=teks)
    )
    hasil = Permohonan.objects.untuk(pengguna).filter(cocok).select_related("nomor").distinct().order_by("-id")[:20]
    return [
        TemuanCari(
            p.pemohon, f"{p.nomor}, {p.get_jenis_display()}, {p.get_status_display().lower()}", p.get_absolute_url()
        )
        for p in hasil
    ]
