"""Accounts: who may come in, with which roles, until when. No password is ever an argument of a recorded service."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from inti.access import PERAN
from inti.galat import AturanDilanggar
from inti.gerbang.diri import tentang_diri, tolak_diri
from inti.konteks import id_perubahan_kini, pelaku_kini
from inti.models import Pemberitahuan, Pengguna, Perubahan
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.rules.akun import DataAkun, periksa_akun
from inti.services.faktor import faktor_lepas
from inti.services.sesi import sesi_akhiri

ABJAD_SANDI = "abcdefghjkmnpqrstvwxyz23456789"
UMUR_SANDI_SEKALI = dt.timedelta(days=7)
BIDANG = ("nama", "email", "unit", "desa", "perusahaan", "atasan", "berlaku_mulai", "berlaku_sampai")
BIDANG_DIRI = ("nama", "email")


def tema_pilih(*, pengguna: Pengguna, tema: str) -> None:
    """Keep a user's own choice of "light", "dark" or "" (follow the device); anything else is as the last."""
    Pengguna.objects.filter(pk=pengguna.pk).update(tema=tema if tema in {"light", "dark"} else "")


def tombol_huruf_pilih(*, pengguna: Pengguna, hidup: bool) -> None:
    """Keep a user's own choice whether keys of one letter do anything (WCAG 2.1.4)."""
    Pengguna.objects.filter(pk=pengguna.pk).update(tombol_huruf=hidup)


@layanan("Akun dibuat")
def pengguna_tambah(*, username: str, isian: dict[str, Any], peran: Collection[str], oleh: Pengguna) -> Pengguna:
    """A new account with roles and a one-time password (`sandi_sekali` of the result, never to be seen again).

    `isian` holds fields out of BIDANG only. Raises ValidationError when roles and placement do not fit together.
    """
    baru = Pengguna(username=username.strip().lower(), wajib_ganti_sandi=True, is_staff="admin" in peran)
    _isi(baru, isian)
    _periksa(baru, peran)
    sandi = _beri_sandi_sekali(baru, oleh)
    simpan_baru(baru)
    baru.groups.set(_grup(peran))
    _terangkan(f"Peran: {sebut_peran(peran)}.")
    baru.sandi_sekali = sandi
    return baru


@layanan("Akun diubah", diri=True)
def pengguna_ubah(*, pengguna: Pengguna, isian: dict[str, Any], oleh: Pengguna, sebab: str = "") -> Pengguna:
    """Change name, placement, period or supervisor (BIDANG). Sessions end when the period no longer covers today.

    Of oneself only how one is called (BIDANG_DIRI): place and period decide what one may see. Raises AturanDilanggar
    (DIRI_SENDIRI, AKUN_DARURAT), VersiBerubah, ValidationError.
    """
    _boleh_kelola(pengguna, oleh)
    if tentang_diri(pengguna, pelaku_kini()) and any(
        getattr(pengguna, n) != v for n, v in isian.items() if n not in BIDANG_DIRI
    ):
        tolak_diri()
    with perubahan(pengguna, oleh=oleh, sebab=sebab) as segar:
        _isi(segar, isian)
        _periksa(segar, peran_pengguna(segar))
    if not segar.boleh_masuk():
        sesi_akhiri(pengguna=segar)
    return segar


@layanan("Peran diatur")
def pengguna_atur_peran(*, pengguna: Pengguna, peran: Collection[str], oleh: Pengguna, dasar: str = "") -> Pengguna:
    """Give a user exactly these roles. A role taken away ends his sessions. Nobody sets his own."""
    _boleh_kelola(pengguna, oleh)
    semula = peran_pengguna(pengguna)
    with perubahan(pengguna, oleh=oleh) as segar:
        _periksa(segar, peran)
        segar.is_staff = segar.is_superuser or "admin" in peran
    segar.groups.set(_grup(peran))
    if set(semula) - set(peran):
        sesi_akhiri(pengguna=segar)
    _terangkan(f"Semula {sebut_peran(semula)}; menjadi {sebut_peran(peran)}. {dasar}")
    return segar


@layanan("Akun dinonaktifkan")
def pengguna_nonaktifkan(*, pengguna: Pengguna, oleh: Pengguna, sebab: str) -> Pengguna:
    """Shut an account and end its sessions. Nobody shuts his own."""
    _boleh_kelola(pengguna, oleh)
    with perubahan(pengguna, oleh=oleh, sebab=sebab) as segar:
        if not segar.is_active:
            raise AturanDilanggar("AKUN_TIDAK_AKTIF", "Akun ini sudah tidak aktif.", "Muat ulang halaman.")
        segar.is_active = False
    sesi_akhiri(pengguna=segar)
    return segar


@layanan("Akun diaktifkan kembali")
def pengguna_aktifkan(*, pengguna: Pengguna, oleh: Pengguna, sebab: str = "") -> Pengguna:
    """Open an account again; its old sessions stay dead."""
    _boleh_kelola(pengguna, oleh)
    with perubahan(pengguna, oleh=oleh, sebab=sebab) as segar:
        if segar.is_active:
            raise AturanDilanggar("AKUN_AKTIF", "Akun ini masih aktif.", "Muat ulang halaman.")
        segar.is_active = True
    sesi_akhiri(pengguna=segar)
    return segar


@layanan("Kata sandi disetel ulang")
def pengguna_setel_sandi(*, pengguna: Pengguna, oleh: Pengguna, sebab: str) -> Pengguna:
    """A fresh one-time password (`sandi_sekali` of the result); sessions end; the second factor stays."""
    _boleh_kelola(pengguna, oleh)
    with perubahan(pengguna, oleh=oleh, sebab=sebab) as segar:
        sandi = _beri_sandi_sekali(segar, oleh)
    sesi_akhiri(pengguna=segar)
    _kabari(segar, "Kata sandi Anda disetel ulang oleh administrator.")
    segar.sandi_sekali = sandi
    return segar


@layanan("Dikeluarkan dari semua sesi")
def pengguna_keluarkan(*, pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    """End all sessions of another user; one's own end on one's own page, which keeps the present one."""
    _boleh_kelola(pengguna, oleh)
    with perubahan(pengguna, oleh=oleh) as segar:
        sesi_akhiri(pengguna=segar)
    return segar


@layanan("Faktor kedua dilepas administrator")
def pengguna_lepas_faktor(*, pengguna: Pengguna, oleh: Pengguna, sebab: str) -> Pengguna:
    """Take the second factor of somebody who lost his telephone away, end his sessions and tell him."""
    _boleh_kelola(pengguna, oleh)
    segar = faktor_lepas(pengguna=pengguna, oleh=oleh, sebab=sebab)
    sesi_akhiri(pengguna=segar)
    _kabari(segar, "Faktor kedua akun Anda dilepas oleh administrator. Pasang kembali.")
    return segar


def sandi_ganti(*, pengguna: Pengguna, sandi: str, kunci_sesi: str | None) -> Pengguna:
    """Set the user's own new password (already validated); every session but `kunci_sesi` ends."""
    with transaction.atomic():
        segar = sandi_tandai_diganti(pengguna=pengguna, oleh=pengguna)
        segar.set_password(sandi)
        Pengguna.objects.filter(pk=segar.pk).update(password=segar.password)
        sesi_akhiri(pengguna=segar, kecuali=kunci_sesi)
    return segar


@layanan("Kata sandi diganti", tanpa_usul=True, diri=True)
def sandi_tandai_diganti(*, pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    """Lock the account and put the change into its history, without the password."""
    with perubahan(pengguna, oleh=oleh) as segar:
        segar.wajib_ganti_sandi, segar.sandi_sekali_sampai = False, None
    return segar


def peran_pengguna(pengguna: Pengguna) -> list[str]:
    """A user's roles in the office's order."""
    milik = {g.name for g in pengguna.groups.all()}
    return [p for p in PERAN if p in milik]


def sebut_peran(peran: Collection[str]) -> str:
    """Roles as words: "Penyelia, Staf"."""
    return ", ".join(p.capitalize() for p in PERAN if p in set(peran)) or "tanpa peran"


def _isi(pengguna: Pengguna, isian: dict[str, Any]) -> None:
    if asing := set(isian) - set(BIDANG):
        raise ValueError(f"bukan isian akun: {', '.join(sorted(asing))}")
    for nama, nilai in isian.items():
        setattr(pengguna, nama, nilai)


def _periksa(pengguna: Pengguna, peran: Collection[str]) -> None:
    temuan = periksa_akun(
        DataAkun(
            peran=peran,
            unit=pengguna.unit_id is not None,
            desa=pengguna.desa_id is not None,
            perusahaan=pengguna.perusahaan_id is not None,
            atasan=pengguna.atasan_id is not None and pengguna.atasan_id != pengguna.pk,
            mulai=pengguna.berlaku_mulai,
            sampai=pengguna.berlaku_sampai,
        )
    )
    if temuan:
        raise ValidationError({t.bidang: ValidationError(t.pesan, code=t.kode) for t in reversed(temuan)})


def _grup(peran: Collection[str]) -> list[Group]:
    if asing := set(peran) - set(PERAN):
        raise ValueError(f"bukan peran: {', '.join(sorted(asing))}")
    return list(Group.objects.filter(name__in=peran))


def _boleh_kelola(pengguna: Pengguna, oleh: Pengguna) -> None:
    """The role admin does not reach an emergency account: whoever could reset its password would hold it."""
    if pengguna.is_superuser and not oleh.is_superuser:
        raise AturanDilanggar("AKUN_DARURAT", "Akun darurat hanya diatur dari konsol.", "Hubungi pengelola server.")


def _beri_sandi_sekali(pengguna: Pengguna, oleh: Pengguna) -> str:
    """Set a random password of 78 bits that must be changed at the first sign-in; returns it in groups of four.

    Who gave it is kept beyond that first change, since whoever read the password can make it himself: what is proposed
    from this account he does not approve until somebody else gives another (`inti.queries.akun.penahu_sandi`).
    """
    huruf = "".join(secrets.choice(ABJAD_SANDI) for _ in range(16))
    sandi = "-".join(huruf[i : i + 4] for i in range(0, 16, 4))
    pengguna.set_password(sandi)
    pengguna.wajib_ganti_sandi = True
    pengguna.sandi_sekali_sampai = timezone.now() + UMUR_SANDI_SEKALI
    pengguna.sandi_oleh, pengguna.sandi_oleh_pada = oleh, timezone.now()
    return sandi


def _terangkan(teks: str) -> None:
    """What the history line says beside its verb."""
    Perubahan.objects.filter(pk=id_perubahan_kini()).update(sebab=teks.strip()[:500])


def _kabari(pengguna: Pengguna, teks: str) -> None:
    Pemberitahuan.objects.create(pengguna=pengguna, teks=teks, tautan=reverse("akun"))
