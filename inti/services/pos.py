"""The outbox: put in within the caller's transaction, taken out by the worker (`inti.jobs.pos`), released by people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, models, transaction
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.models import BerkasTersimpan, Pengguna, PosKeluar, Tugas
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.rules.pos import LAMA_SERAH, coba_lagi, temuan_perihal

S = PosKeluar.Status
_KATA = {
    "PERIHAL_ANGKA": "Perihal memuat deret angka yang dapat berupa nomor orang.",
    "PERIHAL_PRIBADI": "Perihal memuat data pribadi.",
    "PERIHAL_PANJANG": "Perihal terlalu panjang.",
}


def pos_menyala() -> bool:
    """Whether this office sends mail (`EMAIL_URL`)."""
    return bool(settings.POS_MENYALA)


@layanan("Pos keluar disiapkan", tanpa_usul=True, rahasia=True)
def pos_kirim(
    *,
    jenis: str,
    kepada: str,
    isian: Mapping[str, Any],
    kunci: str,
    sebab: models.Model | None = None,
    lampiran: BerkasTersimpan | None = None,
    oleh: Pengguna | None,
) -> PosKeluar:
    """Put a mail of a declared kind (`JenisPos`) into the outbox; it leaves after the caller's commit.

    `isian` fills the kind's subject and text; `kunci` names this mail among all of its kind: a second call gives the
    first one's row. Without `EMAIL_URL` it is kept as held. Raises AturanDilanggar: POS_TAK_DIKENAL, ALAMAT_POS,
    PERIHAL_ANGKA, PERIHAL_PRIBADI, PERIHAL_PANJANG.
    """
    macam = registry.jenis_pos(jenis)
    if macam is None:
        raise AturanDilanggar("POS_TAK_DIKENAL", f"Jenis pos {jenis} tidak dikenal.", "Pakai jenis yang terdaftar.")
    try:
        validate_email(kepada)
    except ValidationError as galat:
        raise AturanDilanggar("ALAMAT_POS", "Alamat pos-el tidak sah.", "Perbaiki alamatnya.") from galat
    perihal = " ".join(macam.perihal.format(**isian).split())
    for kode in temuan_perihal(perihal, [str(isian[n]) for n in macam.pribadi.split() if n in isian]):
        raise AturanDilanggar(kode, _KATA[kode], "Pakai nomor surat atau nama layanan saja.")
    kunci_penuh = f"{jenis}:{kunci}"
    if (ada := PosKeluar.objects.filter(kunci=kunci_penuh).first()) is not None:
        return ada
    baru = PosKeluar(
        kunci=kunci_penuh,
        jenis=jenis,
        kepada=kepada,
        perihal=perihal,
        isi=_teks(macam.templat, isian),
        lampiran=lampiran,
        sebab_label=sebab._meta.label_lower if sebab is not None else "",
        sebab_id=str(sebab.pk) if sebab is not None else "",
        oleh=oleh,
        status=S.ANTRE if pos_menyala() else S.DITAHAN,
        coba_pada=timezone.now(),
    )
    try:
        with transaction.atomic():
            return simpan_baru(baru)
    except (IntegrityError, ValidationError):  # the same mail from somebody else at this moment
        ada = PosKeluar.objects.filter(kunci=kunci_penuh).first()
        if ada is None:
            raise
        return ada


def _teks(templat: str, isian: Mapping[str, Any]) -> str:
    """The text of a mail: plain, so that an ampersand stays one."""
    dalam: Any = get_template(templat)
    return str(dalam.template.render(Context(dict(isian), autoescape=False))).strip() + "\n"


# --- the worker's steps ---------------------------------------------------------------------------------------------


@layanan("Pos keluar diserahkan", tanpa_usul=True)
def pos_serahkan(*, pos: PosKeluar, oleh: None = None) -> PosKeluar:
    """Mark before handing over. Raises AturanDilanggar when another worker was faster."""
    with perubahan(pos, oleh=None) as segar:
        segar.serahkan()
        segar.percobaan += 1
        segar.diserahkan_pada, segar.galat = timezone.now(), ""
    return segar


@layanan("Pos keluar terkirim", tanpa_usul=True)
def pos_terkirim(*, pos: PosKeluar, oleh: None = None) -> PosKeluar:
    """The mail server took it."""
    with perubahan(pos, oleh=None) as segar:
        segar.kirimkan()
        segar.terkirim_pada, segar.coba_pada = timezone.now(), None
    return segar


@layanan("Pos keluar belum terkirim", tanpa_usul=True)
def pos_tidak_terkirim(*, pos: PosKeluar, galat: str, tetap: bool, oleh: None = None) -> PosKeluar:
    """Certainly not sent: tried again later, or (`tetap`, or too often) failed. `galat` tells nothing of a person."""
    with perubahan(pos, oleh=None) as segar:
        segar.galat = galat[:120]
        segar.coba_pada = None if tetap else coba_lagi(segar.percobaan, timezone.now())
        if segar.coba_pada is None:
            segar.gagalkan()
        else:
            segar.tunda()
    return segar


@layanan("Pos keluar tidak pasti terkirim", tanpa_usul=True)
def pos_ragukan(*, pos: PosKeluar, galat: str, oleh: None = None) -> PosKeluar:
    """Nobody knows whether it went out; a person decides."""
    with perubahan(pos, oleh=None) as segar:
        segar.ragukan()
        segar.galat, segar.coba_pada = galat[:120], None
    return segar


@layanan("Pos keluar ditahan", tanpa_usul=True)
def pos_tahan(*, pos: PosKeluar, oleh: None = None) -> PosKeluar:
    """Kept back while the office sends no mail."""
    with perubahan(pos, oleh=None) as segar:
        segar.tahan()
    return segar


# --- what people do -------------------------------------------------------------------------------------------------


@layanan("Pos keluar dikirim lagi")
def pos_kirim_lagi(*, pos: PosKeluar, oleh: Pengguna) -> PosKeluar:
    """Release what is held, failed or uncertain. Raises AturanDilanggar: POS_MATI, POS_KOSONG (its text is gone)."""
    if not pos_menyala():
        raise AturanDilanggar("POS_MATI", "Pengiriman pos belum dinyalakan.", "Isi EMAIL_URL pada peladen dahulu.")
    with perubahan(pos, oleh=oleh) as segar:
        if not segar.kepada:
            raise AturanDilanggar("POS_KOSONG", "Isi pos ini sudah dihapus.", "Ulangi perbuatan yang menyebabkannya.")
        segar.antrekan()
        segar.percobaan, segar.coba_pada, segar.galat = 0, timezone.now(), ""
    return segar


@layanan("Pos keluar dibatalkan")
def pos_batalkan(*, pos: PosKeluar, oleh: Pengguna) -> PosKeluar:
    """Not to be sent."""
    with perubahan(pos, oleh=oleh) as segar:
        segar.batalkan()
        segar.coba_pada = None
    return segar


# --- from time to time ----------------------------------------------------------------------------------------------


def pos_bila_waktunya() -> int:
    """At each beat of a worker: hold what can't go, doubt what a dead worker left, queue the job for what is due.

    Out: how many mails are due.
    """
    kini = timezone.now()
    for pos in PosKeluar.objects.filter(status=S.DISERAHKAN, diserahkan_pada__lt=kini - LAMA_SERAH):
        _selama_masih(pos_ragukan, pos, galat="Pekerja berhenti saat menyerahkan.")
    if not pos_menyala():
        for pos in PosKeluar.objects.filter(status=S.ANTRE):
            _selama_masih(pos_tahan, pos)
        return 0
    banyak = yang_jatuh_waktu(kini).count()
    jalan = Tugas.objects.filter(jenis="pos-antar", keadaan__in=[Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN])
    if banyak and not jalan.exists():
        tugas_antrekan(jenis="pos-antar", judul="Mengirim pos keluar", argumen={}, oleh=None, jumlah=banyak)
    return banyak


def yang_jatuh_waktu(kini: dt.datetime) -> models.QuerySet[PosKeluar]:
    """Mails whose turn has come, the longest waiting first."""
    return PosKeluar.objects.filter(status=S.ANTRE, coba_pada__lte=kini).order_by("coba_pada", "id")


def pos_sesudah_pulih() -> int:
    """After a backup was put back: what waited then may have been sent since, so a person decides. Out: how many."""
    semua = list(PosKeluar.objects.filter(status__in=[S.ANTRE, S.DISERAHKAN]))
    for pos in semua:
        pos_ragukan(pos=pos, galat="Dipulihkan dari cadangan.")
    return len(semua)


def _selama_masih(lakukan: Any, pos: PosKeluar, **lain: Any) -> None:
    """Do it unless another worker did meanwhile."""
    try:
        lakukan(pos=pos, **lain)
    except AturanDilanggar:
        return
