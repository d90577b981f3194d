"""Canaries in the filled office: every text of every record of every app bears the mark of the record that it is of.

A mark in a reply tells which record it came from; whether the reader may meet that record says the model's own scope.
Nothing here names an app or a model: what is sown and judged follows from the models that are installed.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from django.apps import apps
from django.db import connection, models

from inti.migrasi.lipat import aplikasi_kita
from inti.models import Kueri, Pengguna

TANDA = re.compile(r"kn(\d+)x([0-9a-f-]+)nk")
TERPANJANG = 46  # letters of a mark with the key of a UUID
PROSA = (models.CharField, models.TextField)
# Read by programs, not by people: a word of prose in it does not make it prose.
# What the office shows beyond the scope of its record, and why.
TERBUKA = {"kepegawaian.pegawai": {"nama", "jabatan"}}  # who signs stands on letters, in choices and on the chart
TERBUKA_UMUM = {"dtks.Meja", "dtks.Layar"}  # the waiting room's display calls desks by name
BUKAN_PROSA = re.compile(r"sandi|password|hash|sidik|sha256|jalur|kunci|snapshot|label|alamat_sunting")


def asal(model: type[models.Model]) -> type[models.Model]:
    """The model whose record a row tells of: a version's is its record's."""
    return getattr(model, "instance_type", None) or model


@functools.cache
def nomor_model() -> dict[type[models.Model], int]:
    """Every model of our apps with its number in a mark."""
    kita = {a.label for a in aplikasi_kita()}
    semua = [m for m in apps.get_models() if m._meta.app_label in kita and m._meta.managed and asal(m) is m]
    return {m: n for n, m in enumerate(semua)}


def tabur() -> int:
    """Mark every text of every record. Out: how many fields were sown."""
    jumlah = 0
    kita = {a.label for a in aplikasi_kita()}
    with connection.cursor() as kursor:
        for model in apps.get_models():
            if model._meta.app_label not in kita or not model._meta.managed or asal(model) not in nomor_model():
                continue
            kunci = "id" if asal(model) is not model else model._meta.pk.column  # type: ignore[union-attr]
            semua = [f for f in model._meta.local_concrete_fields if _prosa(kursor, model, f)]
            bidang = [(f.column, (f.max_length or 10_000) - TERPANJANG) for f in semua]
            if bidang:
                tanda = f"' kn{nomor_model()[asal(model)]}x' || CAST({kunci} AS text) || 'nk'"
                isi = ", ".join(
                    f'"{b}" = CASE "{b}" WHEN \'\' THEN \'\' ELSE SUBSTR("{b}", 1, {muat}) || {tanda} END'
                    for b, muat in bidang
                )
                kursor.execute(f"UPDATE {model._meta.db_table} SET {isi}")
                jumlah += len(bidang)
    return jumlah


def _prosa(kursor: Any, model: type[models.Model], bidang: models.Field) -> bool:
    """Whether people write words here: text without choices, of which some row has two words."""
    if not isinstance(bidang, PROSA) or bidang.choices or bidang.primary_key or BUKAN_PROSA.search(bidang.name):
        return False
    if bidang.max_length is not None and bidang.max_length <= TERPANJANG:
        return False
    if bidang.name in TERBUKA.get(asal(model)._meta.label_lower, ()):
        return False
    kursor.execute(
        f"""SELECT 1 FROM {model._meta.db_table} WHERE "{bidang.column}" LIKE '%% %%' """
        f"""AND "{bidang.column}" NOT LIKE '[%%' AND "{bidang.column}" NOT LIKE '{{%%' LIMIT 1"""
    )
    return kursor.fetchone() is not None


class Penglihatan:
    """What one user (None: nobody signed in) may meet, model by model, by the scopes that the models declare."""

    def __init__(self, pengguna: Pengguna | None) -> None:
        self.pengguna = pengguna
        self._milik: dict[type[models.Model], set[str] | None] = {}

    def asing(self, teks: str) -> set[tuple[str, str]]:
        """Records whose mark stands in a text although the user may not meet them: (model, key)."""
        hasil = set()
        nama = {n: m for m, n in nomor_model().items()}
        for n, kunci in set(TANDA.findall(teks)):
            model, pk = nama[int(n)], kunci.replace("-", "")
            boleh = self.milik(model)
            if boleh is not None and pk not in boleh:
                hasil.add((model._meta.label, pk))
        return hasil

    def milik(self, model: type[models.Model]) -> set[str] | None:
        """Keys within the user's scope, in the trash too; None where no scope narrows (the whole office's)."""
        if model not in self._milik:
            self._milik[model] = None  # a circle of parents is nobody's
            self._milik[model] = self._hitung(model)
        return self._milik[model]

    def _hitung(self, model: type[models.Model]) -> set[str] | None:
        semua = model._default_manager.all()
        if getattr(model, "lingkup_kantor", False):
            return None
        cara = [
            getattr(semua, n)
            for n in ("lingkup", "untuk")
            if getattr(type(semua), n, None) not in {None, getattr(Kueri, n)}
        ]
        if cara and self.pengguna is None:
            return set()
        if cara:
            return {_teks(pk) for c in cara for pk in c(self.pengguna).values_list("pk", flat=True)}
        for bidang in induk(model):
            atas = self.milik(bidang.related_model)  # type: ignore[arg-type]
            if atas is not None:
                pasangan = semua.values_list("pk", bidang.attname)
                return {_teks(pk) for pk, milik in pasangan if _teks(milik) in atas}
        return None

    def lewat(self, label: str, milik: str, kunci: str) -> None:
        """Let the user meet records too to which records within his reach point by a key."""
        model, pemilik = apps.get_model(label), apps.get_model(milik)
        ada, atas = self.milik(model), self.milik(pemilik)
        if ada is not None and atas is not None:
            pasangan = pemilik._default_manager.values_list("pk", kunci)
            ada |= {_teks(ke) for pk, ke in pasangan if _teks(pk) in atas}


def induk(model: type[models.Model]) -> list[models.ForeignKey]:
    """Keys by which a record is part of another: those under which the other lists it (actors are listed nowhere)."""
    return [
        f
        for f in model._meta.concrete_fields
        if isinstance(f, models.ForeignKey) and not f.remote_field.hidden and isinstance(f.related_model, type)
    ]


def _teks(pk: Any) -> str:
    return getattr(pk, "hex", None) or str(pk)
