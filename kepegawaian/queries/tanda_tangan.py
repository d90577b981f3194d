"""Signature blocks of the office's people, the same on every paper of every app."""

from __future__ import annotations

from inti.documents import TandaTangan
from inti.documents.resmi import Penanda
from inti.models import Pengguna
from kepegawaian.models import Pegawai
from kepegawaian.queries.pejabat import pejabat_untuk


def jabatan_pejabat(p: Pegawai) -> tuple[str, ...]:
    """The lines above an official's name: in whose name he signs, if in somebody's, and his post."""
    return (p.atas_nama.rstrip(","), f"{p.jabatan},") if p.atas_nama else (f"{p.jabatan},",)


def tanda_tangan(p: Pegawai, tempat_tanggal: str = "", *, sebagai: tuple[str, ...] = ()) -> TandaTangan:
    """Block of a person: post (or `sebagai`), name, rank and NIP for those who have them."""
    return TandaTangan(
        jabatan=sebagai or jabatan_pejabat(p),
        nama=p.nama,
        pangkat=p.pangkat_surat,
        nip=p.nip_tampil,
        tempat_tanggal=tempat_tanggal,
    )


def penanda(p: Pegawai, tempat_tanggal: str = "") -> Penanda:
    """An official as the signer of a declared paper."""
    return Penanda((tanda_tangan(p, tempat_tanggal),), f"{p.nama}, {p.jabatan}", p)


def ttd_kepala(oleh: Pengguna, tempat_tanggal: str = "") -> tuple[TandaTangan, ...]:
    """Who signs a list: the reader if he may sign, else the nearest official above him; nobody where there is none."""
    pejabat = pejabat_untuk(oleh)
    return (tanda_tangan(pejabat, tempat_tanggal),) if pejabat is not None else ()
