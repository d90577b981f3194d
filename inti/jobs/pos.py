"""Sending what waits in the outbox: mark, hand over, note. Nothing is handed over twice knowingly."""

from __future__ import annotations

import hashlib
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.jobs.jalan import Jalannya
from inti.models import Instansi, Pengguna, PosKeluar
from inti.services.berkas import berkas_baca
from inti.services.pos import (
    pos_menyala,
    pos_ragukan,
    pos_serahkan,
    pos_terkirim,
    pos_tidak_terkirim,
    yang_jatuh_waktu,
)

SEKALI = 200  # mails of one job; what is left has its turn at the next beat
BELUM = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)  # the server said no: certainly not sent


def antar(jalannya: Jalannya, *, oleh: Pengguna | None) -> dict[str, Any]:
    """Send what is due. Out: how many were sent and how many were not. Repeating it sends no mail again."""
    terkirim = belum = 0
    semua = list(yang_jatuh_waktu(timezone.now())[:SEKALI]) if pos_menyala() else []
    hubungan = get_connection()
    try:
        for n, pos in enumerate(semua):
            jalannya.maju(n, len(semua))
            hasil = _satu(pos, hubungan)
            terkirim, belum = terkirim + (hasil is True), belum + (hasil is False)
    finally:
        hubungan.close()
    return {"terkirim": terkirim, "belum": belum}


def _satu(pos: PosKeluar, hubungan: BaseEmailBackend) -> bool | None:
    """One mail; None when another worker has it, or nobody knows."""
    try:
        diserahkan = pos_serahkan(pos=pos)
    except AturanDilanggar:
        return None
    try:
        surat = _surat(diserahkan, hubungan)
        hubungan.open()
    except AturanDilanggar as galat:  # its file is gone or altered
        pos_tidak_terkirim(pos=diserahkan, galat=galat.pesan, tetap=True)
        return False
    except (smtplib.SMTPException, OSError) as galat:
        pos_tidak_terkirim(pos=diserahkan, galat=_sebut(galat), tetap=False)
        return False
    try:
        surat.send()
    except BELUM as galat:
        pos_tidak_terkirim(pos=diserahkan, galat=_sebut(galat), tetap=_kode(galat) >= 500)
        return False
    except (smtplib.SMTPException, OSError) as galat:  # the line broke on the way
        hubungan.close()
        pos_ragukan(pos=diserahkan, galat=_sebut(galat))
        return None
    pos_terkirim(pos=diserahkan)
    return True


def _surat(pos: PosKeluar, hubungan: BaseEmailBackend) -> EmailMessage:
    """The mail, with an id of its own that stays the same whenever it is sent."""
    kantor = Instansi.kini().surel
    akun = settings.EMAIL_HOST_USER if "@" in settings.EMAIL_HOST_USER else ""
    dari = akun or kantor or settings.DEFAULT_FROM_EMAIL
    ciri = hashlib.sha256(pos.kunci.encode()).hexdigest()[:32]
    surat = EmailMessage(
        subject=pos.perihal,
        body=pos.isi,
        from_email=dari,
        to=[pos.kepada],
        reply_to=[kantor] if kantor and kantor != dari else None,
        connection=hubungan,
        headers={"Message-ID": f"<{ciri}@{dari.rpartition('@')[2]}>", "Auto-Submitted": "auto-generated"},
    )
    if pos.lampiran is not None:
        surat.attach(pos.lampiran.nama_asli, berkas_baca(pos.lampiran), pos.lampiran.jenis_isi)
    return surat


def _kode(galat: Exception) -> int:
    """The server's code: of the answer, or of the only recipient's refusal; 0 when there is none."""
    if isinstance(galat, smtplib.SMTPRecipientsRefused):
        return max((kode for kode, _ in galat.recipients.values()), default=0)
    return int(getattr(galat, "smtp_code", 0))


def _sebut(galat: Exception) -> str:
    """What went wrong without the server's words, which may name the recipient."""
    kode = _kode(galat)
    return f"{type(galat).__name__} {kode}".strip() if kode else type(galat).__name__
