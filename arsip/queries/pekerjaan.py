"""Work of letters and archives that waits for a user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from arsip.models import Naskah, Peminjaman, Pemusnahan, SuratMassal
from arsip.rules.masuk import batas_wajar
from inti.models import Pengguna
from inti.queries.meja import Kerja, lipat
from inti.queries.sekaligus import kolom


@kolom("hal", "nomor__teks", "pengirim", "diterima", "kecepatan", "dibuat_pada")
def surat_masuk_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Letters to dispose of (`disposisi.menunggu`); due while they don't wait too long for their speed."""
    baris = [
        Kerja(
            s.hal,
            f"agenda {s.nomor}, dari {s.pengirim}",
            "Disposisikan",
            reverse("arsip:suratmasuk_disposisikan", args=[s.pk]),
            batas_wajar(s.diterima, s.kecepatan),
            s.dibuat_pada,
        )
        for s in isi
    ]
    return lipat(baris, "surat masuk", "Disposisikan berurutan", reverse("arsip:disposisi_antrean"))


@kolom("surat__hal", "surat__nomor__teks", "dari__nama", "batas", "dikirim_pada")
def disposisi_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Dispositions to see to (`disposisi.untuk_saya`), due on the day that their giver set."""
    baris = [
        Kerja(
            d.surat.hal,
            f"agenda {d.surat.nomor}, dari {d.dari}",
            "Tindak lanjuti disposisi",
            d.get_absolute_url(),
            d.batas,
            d.dikirim_pada,
        )
        for d in isi
    ]
    return lipat(baris, "disposisi", "Tindak lanjuti berurutan", reverse("arsip:disposisi_saya"))


@kolom("hal", "konseptor__nama", "status", "diubah_pada")
def naskah_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Drafts to initial or to approve (`naskah.menunggu`)."""
    langkah = {Naskah.Status.DIPERIKSA: "Beri paraf", Naskah.Status.MENUNGGU: "Setujui atau kembalikan"}
    baris = [
        Kerja(n.hal, f"dari {n.konseptor}", langkah[n.status], n.get_absolute_url(), sejak=n.diubah_pada) for n in isi
    ]
    return lipat(baris, "naskah", "Periksa berurutan", reverse("arsip:naskah_antrean"))


def massal(pengguna: Pengguna) -> QuerySet[SuratMassal]:
    """Batches that wait for this user's signature."""
    return SuratMassal.objects.untuk(pengguna).filter(
        status=SuratMassal.Status.MENUNGGU, penandatangan__pengguna=pengguna
    )


@kolom("nama", "konseptor__nama", "diubah_pada")
def massal_baris(isi: Sequence[Any]) -> list[Kerja]:
    """By their names."""
    baris = [
        Kerja(m.nama, f"dari {m.konseptor}", "Setujui semua", m.get_absolute_url(), sejak=m.diubah_pada) for m in isi
    ]
    return lipat(baris, "kumpulan surat massal", "Periksa berurutan", reverse("arsip:naskah_antrean"))


def naskah_kembali(pengguna: Pengguna) -> QuerySet[Naskah]:
    """One's own drafts that came back. Whoever wrote one mends it; an intern proposes how."""
    milik = Naskah.objects.untuk(pengguna).filter(konseptor=pengguna, status=Naskah.Status.KONSEP)
    return milik.exclude(alasan_kembali="")


@kolom("hal", "alasan_kembali", "diubah_pada")
def naskah_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each with the reason."""
    baris = [Kerja(n.hal, n.alasan_kembali, "Perbaiki konsep", n.get_absolute_url(), sejak=n.diubah_pada) for n in isi]
    return lipat(baris, "konsep dikembalikan", "Perbaiki konsep", f"{reverse('arsip:naskah_daftar')}?status=konsep")


def massal_kembali(pengguna: Pengguna) -> QuerySet[SuratMassal]:
    """One's own batches that came back."""
    milik = SuratMassal.objects.untuk(pengguna).filter(konseptor=pengguna, status=SuratMassal.Status.KONSEP)
    return milik.exclude(alasan_kembali="")


@kolom("nama", "alasan_kembali", "diubah_pada")
def massal_kembali_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each with the reason. A batch is not edited: it is asked for again, or given up."""
    baris = [
        Kerja(m.nama, m.alasan_kembali, "Ajukan lagi atau batalkan", m.get_absolute_url(), sejak=m.diubah_pada)
        for m in isi
    ]
    return lipat(baris, "kumpulan dikembalikan", "Ajukan lagi atau batalkan", reverse("arsip:suratmassal_daftar"))


@kolom("hal", "konseptor__nama", "disetujui_pada")
def nomor_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Approved drafts without a number (`naskah.siap_dinomori`)."""
    baris = [
        Kerja(n.hal, f"dari {n.konseptor}", "Beri nomor", n.get_absolute_url(), sejak=n.disetujui_pada) for n in isi
    ]
    return lipat(baris, "naskah disetujui", "Beri nomor", reverse("arsip:naskah_siap"))


def pinjam_terlambat(pengguna: Pengguna) -> QuerySet[Peminjaman]:
    """Records out past their day."""
    return Peminjaman.objects.untuk(pengguna).terlambat(timezone.localdate())


@kolom("berkas__uraian", "nomor__teks", "peminjam__nama", "nama", "instansi", "jatuh_tempo", "dibuat_pada")
def pinjam_terlambat_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by the record and its borrower, due on the day when it should have come back."""
    baris = [
        Kerja(
            p.berkas.uraian,
            f"{p.nomor}, {p.siapa}",
            "Tagih atau terima kembali",
            p.get_absolute_url(),
            p.jatuh_tempo,
            p.dibuat_pada,
        )
        for p in isi
    ]
    return lipat(
        baris, "arsip terlambat kembali", "Tagih atau terima kembali", f"{reverse('arsip:pinjam_daftar')}?tempo=lewat"
    )


def pinjam_diminta(pengguna: Pengguna) -> QuerySet[Peminjaman]:
    """Loans that somebody asked for."""
    return Peminjaman.objects.untuk(pengguna).filter(status=Peminjaman.Status.DIMINTA)


@kolom("berkas__uraian", "nomor__teks", "peminjam__nama", "nama", "instansi", "dibuat_pada")
def pinjam_diminta_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each by the record and who wants it."""
    baris = [
        Kerja(
            p.berkas.uraian, f"{p.nomor}, {p.siapa}", "Serahkan atau tolak", p.get_absolute_url(), sejak=p.dibuat_pada
        )
        for p in isi
    ]
    return lipat(baris, "permintaan pinjam", "Serahkan atau tolak", f"{reverse('arsip:pinjam_daftar')}?status=diminta")


P = Pemusnahan.Status
LANGKAH_MUSNAH = {
    P.USULAN: "Catat penilaian",
    P.DINILAI: "Catat persetujuan",
    P.DISETUJUI: "Tetapkan",
    P.DITETAPKAN: "Laksanakan pemusnahan",
}


def musnah_dinilai(pengguna: Pengguna) -> QuerySet[Pemusnahan]:
    """Destructions to assess."""
    return Pemusnahan.objects.untuk(pengguna).filter(status=P.USULAN)


def musnah_diputus(pengguna: Pengguna) -> QuerySet[Pemusnahan]:
    """Destructions to approve, which nobody does for his own, or to decree."""
    semua = Pemusnahan.objects.untuk(pengguna).filter(status__in=[P.DINILAI, P.DISETUJUI])
    return semua.exclude(status=P.DINILAI, pengusul=pengguna)


def musnah_dilaksanakan(pengguna: Pengguna) -> QuerySet[Pemusnahan]:
    """Destructions to carry out."""
    return Pemusnahan.objects.untuk(pengguna).filter(status=P.DITETAPKAN)


@kolom("uraian", "nomor__teks", "status", "diubah_pada")
def musnah_baris(isi: Sequence[Any]) -> list[Kerja]:
    """Each with the step that it has come to."""
    baris = [
        Kerja(p.uraian, str(p.nomor), LANGKAH_MUSNAH[p.status], p.get_absolute_url(), sejak=p.diubah_pada) for p in isi
    ]
    return lipat(baris, "usul musnah", "Periksa berurutan", reverse("arsip:pemusnahan_daftar"))
