"""Incidents with personal data: take down, mend while open, report, close."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import Insiden, Pengguna
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.queries.privasi import pemegang_peran
from inti.rules.privasi import MENDESAK, batas_waktu
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import ingatkan_sekali

POLA_NOMOR = "IN-{tahun}-{urut:04d}"


@layanan("Insiden dicatat")
def insiden_catat(*, isian: dict[str, Any], oleh: Pengguna) -> Insiden:
    """Take an incident down; its clock runs from `diketahui_pada`. Raises AturanDilanggar for a time to come."""
    _tidak_nanti(isian["diketahui_pada"])
    nomor = nomor_ambil(
        seri="inti.insiden",
        pola=POLA_NOMOR,
        tanggal=timezone.localdate(),
        oleh=oleh,
        objek_label="inti.insiden",
    )
    hasil = simpan_baru(
        Insiden(**isian, nomor=nomor, dicatat_oleh=oleh, batas_pada=batas_waktu(isian["diketahui_pada"]))
    )
    nomor.objek_id = str(hasil.pk)
    nomor.save(update_fields=["objek_id"])
    return hasil


@layanan("Insiden diperbarui")
def insiden_ubah(*, insiden: Insiden, isian: dict[str, Any], oleh: Pengguna) -> Insiden:
    """Mend what is known so far; a reported incident stays as it was reported."""
    _tidak_nanti(isian["diketahui_pada"])
    with perubahan(insiden, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        if batas_waktu(segar.diketahui_pada) != segar.batas_pada:
            segar.diingatkan_pada = None
    return segar


@layanan("Insiden dilaporkan")
def insiden_lapor(*, insiden: Insiden, kepada: str, pada: dt.datetime, oleh: Pengguna) -> Insiden:
    """Note to whom and when the notice went out. Raises AturanDilanggar for a time to come or before it was known."""
    _tidak_nanti(pada)
    with perubahan(insiden, oleh=oleh) as segar:
        if pada < segar.diketahui_pada:
            raise AturanDilanggar("LAPOR_DULU", "Dilaporkan sebelum diketahui.", "Periksa tanggal dan jamnya.")
        segar.laporkan()
        segar.dilaporkan_kepada, segar.dilaporkan_pada, segar.dilaporkan_oleh = kepada, pada, oleh
    return segar


@layanan("Insiden ditutup")
def insiden_tutup(*, insiden: Insiden, penutup: str, oleh: Pengguna) -> Insiden:
    """Close with what came of it."""
    with perubahan(insiden, oleh=oleh) as segar:
        segar.tutup()
        segar.penutup, segar.ditutup_pada = penutup, timezone.now()
    return segar


def ingatkan_insiden(kini: dt.datetime | None = None) -> int:
    """Tell who took it down, administrators and heads once when less than 24 hours are left. Out: how many incidents."""
    kini = kini or timezone.now()
    tunggu = Insiden.objects.hidup().filter(
        status=Insiden.Status.TERBUKA, diingatkan_pada__isnull=True, batas_pada__lt=kini + MENDESAK
    )
    atasan = [*pemegang_peran("admin", None), *pemegang_peran("pimpinan", None)]
    return sum(
        ingatkan_sekali(
            satu,
            bidang="diingatkan_pada",
            kini=kini,
            kepada=[satu.dicatat_oleh, *atasan],
            teks=f"{satu}: batas pelaporan kurang dari 24 jam",
        )
        for satu in tunggu.select_related("nomor", "dicatat_oleh")
    )


def _tidak_nanti(saat: dt.datetime) -> None:
    if saat > timezone.now():
        raise AturanDilanggar("WAKTU_NANTI", "Waktu itu belum tiba.", "Periksa tanggal dan jamnya.")
