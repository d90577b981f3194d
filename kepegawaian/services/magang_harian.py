"""An intern's days. He writes his own logbook and attendance himself: they are his papers, not the office's records,
so these services alone are open to a proposer (`tanpa_usul`), and each narrows to his own row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from inti.formats import hari_tanggal
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import CatatanHarian, KehadiranMagang, PesertaMagang
from kepegawaian.rules.magang import periksa_hari
from kepegawaian.services.magang import bimbingan

K = KehadiranMagang.Keadaan
ISI = ("jam_mulai", "jam_selesai", "kegiatan", "seragam")


@layanan("Buku harian diisi", tanpa_usul=True, diri=True)
def catatan_simpan(*, peserta: PesertaMagang, baris: Sequence[dict[str, Any]], oleh: Pengguna) -> PesertaMagang:
    """Store the intern's own days, all or none. A row: tanggal, jam_mulai, jam_selesai, kegiatan, seragam, versi.

    `versi` is the one that was shown, None for a new day. A day whose activity is emptied goes. Rows that say what is
    stored already are left alone. Raises PermissionDenied for somebody else's book, AturanDilanggar (MAGANG_TIDAK_BERJALAN,
    HARI_DEPAN, HARI_DI_LUAR_MASA, BELUM_DITEMPATKAN, SUDAH_DIPARAF), VersiBerubah, ValidationError.
    """
    milik = _milik(peserta, oleh)
    tempat = [p.rentang for p in milik.penempatan.hidup().select_related("unit")]
    unit = dict(milik.penempatan.hidup().values_list("pk", "unit"))
    ada = {c.tanggal: c for c in milik.catatan.hidup().filter(tanggal__in=[b["tanggal"] for b in baris])}
    for b in baris:
        lama = ada.get(b["tanggal"])
        if _sama(lama, b):
            continue
        if lama is not None:
            _ubah(lama, b, oleh)
            continue
        di = periksa_hari(b["tanggal"], timezone.localdate(), milik.masa, tempat)
        simpan_baru(
            CatatanHarian(peserta=milik, tanggal=b["tanggal"], unit_id=unit[di.kunci or 0], **{n: b[n] for n in ISI})
        )
    return milik


def _sama(lama: CatatanHarian | None, baris: dict[str, Any]) -> bool:
    if lama is None:
        return not baris["kegiatan"]
    return all(getattr(lama, n) == baris[n] for n in ISI)


def _ubah(lama: CatatanHarian, baris: dict[str, Any], oleh: Pengguna) -> None:
    if lama.paraf_pada is not None:
        raise AturanDilanggar(
            "SUDAH_DIPARAF",
            f"Catatan {hari_tanggal(lama.tanggal)} sudah diparaf.",
            "Minta pembimbing mengembalikannya bila perlu diperbaiki.",
        )
    if baris["versi"] is None:
        raise VersiBerubah(lama, 0)
    lama.versi = baris["versi"]
    with perubahan(lama, oleh=oleh) as segar:
        if baris["kegiatan"]:
            for nama in ISI:
                setattr(segar, nama, baris[nama])
        else:
            segar.dibuang_pada = timezone.now()
        segar.catatan_kembali = ""


@layanan("Buku harian diparaf")
def catatan_paraf(*, catatan: Sequence[CatatanHarian], oleh: Pengguna) -> PesertaMagang | None:
    """Initial days, all or none; those initialled meanwhile are left. Gives the first day's intern.

    Raises AturanDilanggar(BUKAN_PEMBIMBING, CATATAN_DIKEMBALIKAN), VersiBerubah.
    """
    _periksa_pembimbing(catatan, oleh)
    kini = timezone.now()
    for satu in catatan:
        if satu.paraf_pada is not None:
            continue
        with perubahan(satu, oleh=oleh) as segar:
            if segar.catatan_kembali:
                raise AturanDilanggar(
                    "CATATAN_DIKEMBALIKAN",
                    f"{segar} masih dikembalikan.",
                    "Tunggu peserta memperbaikinya.",
                )
            segar.paraf_oleh, segar.paraf_pada = oleh, kini
    return catatan[0].peserta if catatan else None


@layanan("Catatan harian dikembalikan")
def catatan_kembalikan(*, catatan: CatatanHarian, alasan: str, oleh: Pengguna) -> CatatanHarian:
    """Send a day back with what must be mended, initialled or not. Raises AturanDilanggar(BUKAN_PEMBIMBING)."""
    _periksa_pembimbing([catatan], oleh)
    with perubahan(catatan, oleh=oleh, sebab=alasan) as segar:
        if segar.peserta.status != PesertaMagang.Status.BERJALAN:
            raise AturanDilanggar(
                "MAGANG_TIDAK_BERJALAN",
                f"Magang {segar.peserta} sudah {segar.peserta.get_status_display().lower()}.",
                "Catatan tidak dapat diperbaiki lagi.",
            )
        segar.paraf_oleh = segar.paraf_pada = None
        segar.catatan_kembali = alasan
    beritahu(segar.peserta.akun, f"{segar} dikembalikan: {alasan}", segar)
    return segar


@layanan("Kehadiran diisi", tanpa_usul=True, diri=True)
def kehadiran_isi(
    *, peserta: PesertaMagang, keadaan: str, oleh: Pengguna, keterangan: str = "", hari: dt.date | None = None
) -> KehadiranMagang:
    """The intern's own attendance. Present: today, the first sending is arrival, the next departure, by the clock.

    Izin and sakit: any day of the period up to today that nobody has filled in yet, with a word.
    Raises PermissionDenied, AturanDilanggar (HARI_DEPAN, HARI_DI_LUAR_MASA, BELUM_DITEMPATKAN, KEHADIRAN_TERISI).
    """
    milik, kini = _milik(peserta, oleh), timezone.localtime()
    tanggal = kini.date() if keadaan == K.HADIR or hari is None else hari
    tempat = [p.rentang for p in milik.penempatan.hidup().select_related("unit")]
    periksa_hari(tanggal, kini.date(), milik.masa, tempat)
    jam = kini.time().replace(second=0, microsecond=0)
    ada = milik.kehadiran.filter(tanggal=tanggal).first()
    if ada is None:
        return simpan_baru(
            KehadiranMagang(
                peserta=milik,
                tanggal=tanggal,
                keadaan=keadaan,
                jam_datang=jam if keadaan == K.HADIR else None,
                keterangan=keterangan,
                dicatat_oleh=oleh,
            )
        )
    if not (keadaan == ada.keadaan == K.HADIR and ada.jam_pulang is None):
        raise AturanDilanggar(
            "KEHADIRAN_TERISI",
            f"Kehadiran {hari_tanggal(tanggal)} sudah tercatat: {ada.get_keadaan_display().lower()}.",
            "Minta pembimbing membetulkannya bila keliru.",
        )
    with perubahan(ada, oleh=oleh) as segar:
        segar.jam_pulang = jam
    return segar


@layanan("Kehadiran dicatat pembimbing")
def kehadiran_catat(*, peserta: PesertaMagang, isian: dict[str, Any], oleh: Pengguna) -> KehadiranMagang:
    """Write or mend one day: tanggal, keadaan, jam_datang, jam_pulang, keterangan.

    Raises AturanDilanggar (BUKAN_PEMBIMBING and as kehadiran_isi), ValidationError.
    """
    segar = PesertaMagang.objects.select_for_update().get(pk=peserta.pk)
    if not bimbingan(segar, oleh):
        raise _bukan_pembimbing()
    tempat = [p.rentang for p in segar.penempatan.hidup().select_related("unit")]
    periksa_hari(isian["tanggal"], timezone.localdate(), segar.masa, tempat)
    isi = {**isian, "dicatat_oleh": oleh}
    if isian["keadaan"] != K.HADIR:
        isi |= {"jam_datang": None, "jam_pulang": None}
    ada = segar.kehadiran.filter(tanggal=isian["tanggal"]).first()
    if ada is None:
        return simpan_baru(KehadiranMagang(peserta=segar, **isi))
    with perubahan(ada, oleh=oleh) as hasil:
        for nama, nilai in isi.items():
            setattr(hasil, nama, nilai)
    return hasil


def _milik(peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    """The intern's own row, locked while his days are written. Anybody else's is none of his business."""
    segar = PesertaMagang.objects.select_for_update().get(pk=peserta.pk)
    if segar.akun_id is None or segar.akun_id != oleh.pk:
        raise PermissionDenied
    if segar.status != PesertaMagang.Status.BERJALAN:
        raise AturanDilanggar(
            "MAGANG_TIDAK_BERJALAN",
            f"Magang Anda {segar.get_status_display().lower()}, belum atau tidak lagi berjalan.",
            "Hubungi pembimbing.",
        )
    return segar


def _periksa_pembimbing(catatan: Sequence[CatatanHarian], oleh: Pengguna) -> None:
    if not all(bimbingan(p, oleh) for p in {c.peserta for c in catatan}):
        raise _bukan_pembimbing()


def _bukan_pembimbing() -> AturanDilanggar:
    return AturanDilanggar(
        "BUKAN_PEMBIMBING", "Anda bukan pembimbing peserta ini.", "Minta pembimbing atau penyelianya."
    )
