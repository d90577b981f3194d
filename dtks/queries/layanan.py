"""Reads of the counter: what a search finds, what waits for whom, what the day looked like."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from dtks.models import Individu, Kunjungan, Pemeriksaan, Permohonan, SuratRekomendasi
from dtks.queries.registri import cari_id, cari_kk, cari_nama, cari_nik
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


def di_loket(pengguna: Pengguna) -> bool:
    """Whether the counter is work of this user's unit: somebody of it has served there, or nobody anywhere has yet."""
    return Kunjungan.objects.untuk(pengguna).exists() or not Kunjungan.objects.exists()


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
