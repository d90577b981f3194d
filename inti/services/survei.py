"""One-use tokens of a survey: made in a batch for a subject, given away as a link or QR, used once.

    with transaction.atomic():
        survei_token_pakai(token=token, subjek=survei)   # raises AturanDilanggar: used, unknown, expired
        Jawaban.objects.create(survei=survei, nilai=...)  # a model of the base TanpaIdentitas, without @layanan

Neither function leaves a trace of who used what: using is no recorded act.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection, models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from inti.galat import AturanDilanggar
from inti.gerbang.batas import hitung_coba
from inti.models import Pengguna, TokenSurvei
from inti.perubahan import layanan
from inti.services.dokumen import baca_kode, kode_baru

SEKALI = 5000  # tokens of one batch
COBA_PER_JAM = 20  # tries of one address: an office's visitors share one, a guesser needs 2**80


@layanan("Token survei dibuat", tanpa_usul=True)
def survei_token_buat(*, subjek: models.Model, banyak: int, sampai: dt.date, oleh: Pengguna | None) -> list[str]:
    """Make `banyak` tokens for a survey's record, good until `sampai` (its day included). Out: the tokens, which are
    kept nowhere; print or show them now, and not on a paper that is stored. Raises AturanDilanggar: BANYAK_TOKEN, SAMPAI_LEWAT.
    """
    if not 1 <= banyak <= SEKALI:
        raise AturanDilanggar("BANYAK_TOKEN", f"Sekali buat 1 sampai {SEKALI} token.", "Perbaiki banyaknya.")
    if sampai < timezone.localdate():
        raise AturanDilanggar("SAMPAI_LEWAT", "Tanggal itu sudah lewat.", "Tulis tanggal mendatang.")
    token = {_sidik(t): t for t in (kode_baru() for _ in range(banyak))}
    label, pk = _subjek(subjek)
    TokenSurvei.objects.bulk_create(  # by digest: the order of the rows is not that of the tokens
        [TokenSurvei(sidik=s, subjek_label=label, subjek_id=pk, berlaku_sampai=sampai) for s in sorted(token)],
        batch_size=500,
    )
    return list(token.values())


def survei_token_berlaku(*, token: str, subjek: models.Model) -> bool:
    """Whether the token may still be used: what the page of the form asks before it is shown."""
    return _yang(token, subjek).exists()


def survei_token_pakai(*, token: str, subjek: models.Model) -> None:
    """Use a token up, in the transaction that stores the answer. Of two at once one gets through.

    Raises AturanDilanggar(TOKEN_TIDAK_BERLAKU), the same for used, unknown and expired ones; RuntimeError outside a
    transaction, where a fault afterwards would lose the answer and the token both.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("survei_token_pakai hanya di dalam transaksi yang menyimpan jawabannya.")
    terhapus, _ = _yang(token, subjek).delete()
    if terhapus != 1:
        raise AturanDilanggar(
            "TOKEN_TIDAK_BERLAKU",
            "Tautan survei ini sudah dipakai atau tidak berlaku lagi.",
            "Minta tautan baru di loket.",
        )


def survei_coba(request: HttpRequest) -> None:
    """First line of the public route, outside any transaction: count a try of this address.

    Raises BatasTerlampaui beyond 20 an hour.
    """
    hitung_coba(request, "survei", paling_banyak=COBA_PER_JAM, detik=3600)


def survei_token_buang() -> int:
    """Once a day: tokens past their day go. Out: how many."""
    return TokenSurvei.objects.filter(berlaku_sampai__lt=timezone.localdate()).delete()[0]


def _yang(token: str, subjek: models.Model) -> models.QuerySet[TokenSurvei]:
    label, pk = _subjek(subjek)
    hari = timezone.localdate()
    return TokenSurvei.objects.filter(
        sidik=_sidik(baca_kode(token)), subjek_label=label, subjek_id=pk, berlaku_sampai__gte=hari
    )


def _subjek(subjek: models.Model) -> tuple[str, str]:
    return subjek._meta.label_lower, str(subjek.pk)


def _sidik(token: str) -> str:
    return salted_hmac("inti.survei", token, algorithm="sha256").hexdigest()
