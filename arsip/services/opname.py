"""Stocktakes: begun in a place, filled by scanning, closed with what is missing."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from arsip.models import BerkasArsip, Opname, TemuanOpname
from arsip.queries.opname import belum_terlihat
from arsip.rules.label import REKAM, baca_label
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat
from inti.perubahan import layanan, perubahan, simpan_baru

H = TemuanOpname.Hasil


@layanan("Opname dimulai")
def opname_mulai(*, tempat: Tempat, oleh: Pengguna) -> Opname:
    """Begin in a room or a rack. Raises AturanDilanggar(OPNAME_BERJALAN)."""
    if Opname.objects.hidup().filter(petugas=oleh, status=Opname.Status.BERJALAN).exists():
        raise AturanDilanggar("OPNAME_BERJALAN", "Anda masih mempunyai opname yang berjalan.", "Tutup dahulu.")
    return simpan_baru(Opname(tempat=tempat, petugas=oleh, mulai_pada=timezone.now()))


@layanan("Terlihat pada opname")
def opname_lihat(*, opname: Opname, kode: str, oleh: Pengguna) -> TemuanOpname:
    """Mark what a label names as seen; seen again changes nothing.

    A thing of another place is noted as not belonging here. Raises AturanDilanggar: KODE_SALAH, OPNAME_DITUTUP,
    BUKAN_PETUGAS, SUDAH_MUSNAH.
    """
    segar = Opname.objects.select_for_update(of=("self",)).select_related("tempat").get(pk=opname.pk)
    if segar.status != Opname.Status.BERJALAN:
        raise AturanDilanggar("OPNAME_DITUTUP", "Opname ini sudah ditutup.", "Mulai opname baru.")
    if segar.petugas_id != oleh.pk:
        raise AturanDilanggar("BUKAN_PETUGAS", "Opname ini dikerjakan orang lain.", "Mulai opname Anda sendiri.")
    sasaran = sasaran_label(kode, oleh)
    if sasaran is None:
        raise AturanDilanggar("KODE_SALAH", "Kode label tidak dikenal.", "Pindai kembali atau ketik kodenya.")
    isi: dict[str, Any] = {"berkas": sasaran} if isinstance(sasaran, BerkasArsip) else {"tempat": sasaran}
    letak = sasaran.tempat if isinstance(sasaran, BerkasArsip) else sasaran
    if isinstance(sasaran, BerkasArsip) and sasaran.status == BerkasArsip.Status.MUSNAH:
        raise AturanDilanggar("SUDAH_MUSNAH", f"{sasaran} tercatat sudah musnah.", "Sisihkan dan laporkan.")
    ada = TemuanOpname.objects.filter(opname=segar, **isi).first()
    if ada is not None:
        return ada
    di_sini = letak is not None and letak.jalur.startswith(segar.tempat.jalur)
    return simpan_baru(TemuanOpname(opname=segar, hasil=H.ADA if di_sini else H.ASING, waktu=timezone.now(), **isi))


def sasaran_label(kode: str, oleh: Pengguna) -> BerkasArsip | Tempat | None:
    """What a label names, if this user may meet it; None otherwise."""
    terbaca = baca_label(kode)
    if terbaca is None:
        return None
    jenis, pk = terbaca
    if jenis == REKAM:
        return BerkasArsip.objects.all().untuk(oleh).select_related("tempat").filter(pk=pk).first()
    return Tempat.objects.hidup().filter(pk=pk).first()


@layanan("Opname ditutup")
def opname_tutup(*, opname: Opname, catatan: str, oleh: Pengguna) -> Opname:
    """Write down what was not seen, and close. Raises AturanDilanggar(BUKAN_PETUGAS, the state), VersiBerubah."""
    with perubahan(opname, oleh=oleh) as segar:
        if segar.petugas_id != oleh.pk:
            raise AturanDilanggar("BUKAN_PETUGAS", "Opname ini dikerjakan orang lain.", "Minta petugasnya menutup.")
        segar.tutup()
        segar.ditutup_pada, segar.catatan = timezone.now(), catatan
    boks, berkas = belum_terlihat(segar)
    for b in boks:
        simpan_baru(TemuanOpname(opname=segar, tempat=b.tempat, hasil=H.HILANG, waktu=segar.ditutup_pada))
    for r in berkas:
        simpan_baru(TemuanOpname(opname=segar, berkas=r, hasil=H.HILANG, waktu=segar.ditutup_pada))
    return segar
