"""Dispositions of the demonstration office's letters in every state: chained, overdue, withdrawn, done."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from arsip.demo.surat_contoh import CATATAN, HASIL
from arsip.models import Disposisi, SuratMasuk
from arsip.services.disposisi import INSTRUKSI
from inti.models import Pengguna

S, D = SuratMasuk.Status, Disposisi.Status


@dataclass
class Orang:
    """Who works with letters: the desk, the head, the heads below him, and the people of each."""

    meja: Pengguna
    kepala: Pengguna
    bidang: list[Pengguna]
    bawahan: dict[int, list[Pengguna]]


def orang_demo() -> Orang:
    """The demonstration logins by what they do."""
    ada = {p.username: p for p in Pengguna.objects.filter(akun_demo=True).select_related("unit")}
    bawahan = {
        "penyelia": ("staf", "loket", "loket2"),
        "penyelia2": ("staf2",),
        "penyelia3": ("personalia", "arsiparis"),
    }
    return Orang(
        ada["arsiparis"],
        ada["pimpinan"],
        [ada[n] for n in bawahan],
        {ada[n].pk: [ada[b] for b in isi] for n, isi in bawahan.items()},
    )


def pada_jam(hari: dt.date, jam: int, menit: int) -> dt.datetime:
    """A moment of a day in the office's time, never beyond now."""
    return min(timezone.make_aware(dt.datetime.combine(hari, dt.time(jam, menit))), timezone.now())


def disposisi_contoh(acak: random.Random, orang: Orang, surat: list[SuratMasuk]) -> list[Disposisi]:
    """For every letter that was disposed of, what its head sent, and what was passed on; those before these."""
    hasil: list[Disposisi] = []
    for n, s in enumerate(surat):
        if s.status in (S.DIDISPOSISI, S.SELESAI):
            hasil += _satu(acak, orang, s, n)
    return hasil


def _satu(acak: random.Random, orang: Orang, s: SuratMasuk, n: int) -> list[Disposisi]:
    kepala = next((b for b in orang.bidang if b.unit_id == s.ditujukan_kepada_id), orang.kepala)
    bawah = orang.bidang if kepala == orang.kepala else orang.bawahan[kepala.pk]
    dipilih = acak.sample(bawah, min(len(bawah), 1 + (n % 4 == 0)))
    terbuka = s.status == S.DIDISPOSISI
    hasil: list[Disposisi] = []
    for urut, penerima in enumerate(dipilih):
        # At least the first holder of a letter under way is not done yet.
        d = _buat(acak, s, None, kepala, penerima, n, buka=terbuka and (urut == 0 or n % 3 == 0))
        hasil.append(d)
        anak = orang.bawahan.get(penerima.pk)
        if anak and n % 5 < 3 and d.status != D.DIKIRIM:
            hasil.append(_buat(acak, s, d, penerima, acak.choice(anak), n + 1, buka=terbuka and d.status == D.DIBACA))
    if n % 29 == 0 and (lain := [p for p in bawah if p not in dipilih]):
        ditarik = _buat(acak, s, None, kepala, lain[0], n, buka=True)
        ditarik.__dict__ |= {"status": D.DITARIK, "dibaca_pada": None, "alasan_tarik": "Salah memilih penerima."}
        hasil.append(ditarik)
    return hasil


def _buat(
    acak: random.Random,
    s: SuratMasuk,
    induk: Disposisi | None,
    dari: Pengguna,
    kepada: Pengguna,
    n: int,
    *,
    buka: bool,
) -> Disposisi:
    kirim = pada_jam(s.diterima + dt.timedelta(days=1 if induk is None else 2), 8 + n % 7, n % 60)
    isi: dict[str, Any] = {}
    if not buka:
        selesai = pada_jam(s.diterima + dt.timedelta(days=3 + n % 4), 14, (n * 7) % 60)
        isi = {"status": D.SELESAI, "dibaca_pada": kirim, "selesai_pada": selesai, "hasil": acak.choice(HASIL)}
    elif n % 3:
        isi = {"status": D.DIBACA, "dibaca_pada": pada_jam(kirim.date(), 16, n % 60)}
    batas = s.diterima + dt.timedelta(days=(4, 9, 14, 28)[n % 4]) if n % 3 != 1 else None
    return Disposisi(
        surat=s,
        induk=induk,
        dari=dari,
        kepada=kepada,
        instruksi=acak.sample(INSTRUKSI[:7], 1 + n % 2),
        catatan=acak.choice(CATATAN),
        batas=batas,
        dikirim_pada=kirim,
        **isi,
    )
