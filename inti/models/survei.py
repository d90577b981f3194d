"""Surveys without identity: one-use tokens, and what an answer may hold so that nothing leads back to its giver."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone


class TokenSurvei(models.Model):
    """A token that was not used yet, by its keyed digest; the one who got it is written nowhere.

    Using it deletes the row: what is not there can't be joined with an answer, neither by key, time nor order.
    """

    sidik = models.CharField(max_length=64, primary_key=True)
    subjek_label = models.CharField(max_length=80)
    subjek_id = models.CharField(max_length=40)
    berlaku_sampai = models.DateField(db_index=True)

    class Meta:
        verbose_name = "token survei"
        verbose_name_plural = "token survei"
        indexes = [models.Index(fields=["subjek_label", "subjek_id"], name="token_subjek")]
        constraints = [
            models.CheckConstraint(condition=~Q(subjek_label="") & ~Q(subjek_id=""), name="token_bersubjek"),
        ]

    def __str__(self) -> str:
        return "Token survei"


class TanpaIdentitas(models.Model):
    """Base of an app's answers: a random key that says nothing of their order, and the day, nothing finer.

    An answer has no user, no address, no history and no service call of its own: save it plainly, in the transaction
    that uses up the token.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hari = models.DateField("tanggal", default=timezone.localdate, editable=False)

    class Meta:
        abstract = True
