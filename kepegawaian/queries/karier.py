"""Dated facts of many people in few queries, as plain data for the rules."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kepegawaian.models import (
    AturanKepegawaian,
    GajiBerkala,
    JabatanPegawai,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    StatusPegawai,
)
from kepegawaian.rules import karier as aturan
from kepegawaian.rules.cuti import mulai_kerja
from kepegawaian.rules.karier import PNS
from kepegawaian.rules.nilai import BarisNilai, Nilai

_STATUS = ("tmt", "jenis", "keadaan", "sampai")
_JABATAN = ("tmt", "nama", "jenis", "unit_id", "jenjang", "eselon", "memimpin", "sebagai", "sampai")


def nilai_aturan() -> Nilai:
    """All rule values with their dates. One query."""
    baris = AturanKepegawaian.objects.hidup().values_list(
        "kode", "nilai", "berlaku_mulai", "berlaku_sampai", "dasar_hukum"
    )
    return Nilai(BarisNilai(*b) for b in baris)


def karier_pegawai(pegawai: Iterable[Pegawai]) -> dict[int, aturan.Karier]:
    """Career of each person by key. Five queries, however many people."""
    lahir = {p.pk: p.tanggal_lahir for p in pegawai}
    status = _kumpul(StatusPegawai, lahir, _STATUS, aturan.Status)
    jabatan = _kumpul(JabatanPegawai, lahir, _JABATAN, aturan.Jabatan)
    didik = _kumpul(PendidikanPegawai, lahir, ("tmt", "tingkat"), aturan.Didik)
    pangkat = _kumpul(
        PangkatPegawai, lahir, ("tmt", "pangkat", "golongan", "mk_tahun", "mk_bulan", "cara"), _kepangkatan
    )
    kgb = _kumpul(GajiBerkala, lahir, ("tmt", "mk_tahun", "mk_bulan"), _kgb)
    return {
        pk: aturan.Karier(hari, status[pk], pangkat[pk], jabatan[pk], kgb[pk], didik[pk]) for pk, hari in lahir.items()
    }


def penempatan_pegawai(pegawai: Iterable[Pegawai]) -> dict[int, aturan.Karier]:
    """Only posts and kinds of staff of each person: what the question of a superior needs. Two queries."""
    lahir = {p.pk: p.tanggal_lahir for p in pegawai}
    status = _kumpul(StatusPegawai, lahir, _STATUS, aturan.Status)
    jabatan = _kumpul(JabatanPegawai, lahir, _JABATAN, aturan.Jabatan)
    return {pk: aturan.Karier(hari, status[pk], jabatan=jabatan[pk]) for pk, hari in lahir.items()}


def _kepangkatan(tmt: dt.date, pangkat: str, golongan: str, tahun: int, bulan: int, cara: str) -> aturan.Kepangkatan:
    return aturan.Kepangkatan(tmt, pangkat, golongan, tahun * 12 + bulan, cara)


def _kgb(tmt: dt.date, tahun: int, bulan: int) -> aturan.Kgb:
    return aturan.Kgb(tmt, tahun * 12 + bulan)


def _kumpul(model: Any, pk: dict[int, Any], bidang: tuple[str, ...], buat: Any) -> dict[int, list[Any]]:
    """Facts of one kind by person. A large set is read whole: a list of thousands of keys is slower than the table."""
    hasil: dict[int, list[Any]] = defaultdict(list)
    kueri = model.objects.hidup()
    if len(pk) <= 500:
        kueri = kueri.filter(pegawai_id__in=list(pk))
    for siapa, *isi in kueri.order_by("tmt", "id").values_list("pegawai_id", *bidang):
        if siapa in pk:
            hasil[siapa].append(buat(*isi))
    return hasil


def mulai_bekerja(pegawai: Pegawai) -> dt.date | None:
    """First day of his service of the present kind (PNS with CPNS before it, PPPK): by its facts, else by his number."""
    return mulai_bekerja_semua([pegawai])[pegawai.pk]


def mulai_bekerja_semua(pegawai: Iterable[Pegawai]) -> dict[int, dt.date | None]:
    """`mulai_bekerja` of many by their keys, in one query."""
    orang = {p.pk: p for p in pegawai}
    status = _kumpul(StatusPegawai, orang, ("tmt", "jenis"), lambda tmt, jenis: (tmt, jenis))
    hasil = {}
    for p in orang.values():
        kelompok = PNS if p.jenis in PNS else {p.jenis}
        tmt = next((t for t, jenis in status[p.pk] if jenis in kelompok), None)
        hasil[p.pk] = tmt or mulai_kerja(p.jenis, p.nip)
    return hasil
