"""A draft as the letter that will be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from arsip.models import Bentuk, Naskah
from arsip.queries.naskah import nilai_baku
from inti.documents import (
    VERSI_TATA_LETAK,
    BlokNomor,
    Isian,
    Judul,
    Paragraf,
    Surat,
    TandaTangan,
    Tujuan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.documents.tulisan import blok
from inti.formats import tanggal_panjang
from inti.models import Instansi
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.rules.isian import isi_bidang
from inti.services.dokumen import DataDokumen
from kepegawaian.queries.tanda_tangan import jabatan_pejabat, tanda_tangan

JENIS, TATA_LETAK = "arsip.surat", f"arsip-{VERSI_TATA_LETAK}"
BELUM = "…"  # where the number and the date will stand


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Letters of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Surat keluar", kaki=list(kaki))


def data_naskah(naskah: Any, nomor: str, tanggal: dt.date) -> DataDokumen:
    """What the letter says of itself on the page that verifies it: neither whom it is for nor what it says."""
    return DataDokumen(
        jenis=JENIS,
        judul=naskah.templat.nama,
        nomor=nomor,
        tanggal=tanggal,
        penandatangan=f"{naskah.penandatangan.nama}, {_jabatan_tercetak(naskah)}",
    )


def _jabatan_tercetak(naskah: Any) -> str:
    """The post that stands above the signature: whoever acts for another signs under that post."""
    s = Naskah.Sebutan
    jabatan = naskah.penandatangan.jabatan
    awal = {s.PLT: "Plt.", s.PLH: "Plh."}.get(naskah.sebutan)
    return f"{awal} {naskah.atas_nama or jabatan}" if awal else jabatan


def snapshot_naskah(naskah: Any, *, nomor: str, tanggal: dt.date, kode: str) -> dict[str, Any]:
    """The numbered letter as plain data."""
    return surat_ke_data(surat_naskah(naskah, nomor=nomor, tanggal=tanggal, kode=kode))


def surat_naskah(naskah: Any, *, nomor: str = BELUM, tanggal: dt.date | None = None, kode: str = "") -> Surat:
    """The letter; without a number and date as it stands now, marked KONSEP. `naskah`: a draft or what is like one."""
    instansi = Instansi.kini()
    nilai = nilai_baku(naskah, nomor=nomor, tanggal=tanggal)
    isi = blok(isi_bidang(naskah.isi, nilai))
    hal = isi_bidang(naskah.hal, nilai)
    tempat = f"{instansi.kota}, {tanggal_panjang(tanggal) if tanggal else BELUM}"
    kepala: dict[str, Any] = {}
    ttd_tempat = tempat
    if naskah.bentuk == Bentuk.SURAT:
        kepala["nomor"] = BlokNomor(
            nomor=nomor, hal=hal, sifat=naskah.sifat, lampiran=naskah.lampiran or "-", tempat_tanggal=tempat
        )
        kepala["tujuan"] = Tujuan((naskah.tujuan, *naskah.alamat.splitlines()))
        ttd_tempat = ""
    elif naskah.bentuk == Bentuk.NOTA:
        kepala["judul"] = Judul("NOTA DINAS")
        isi = (Isian(_kepala_nota(naskah, nomor, hal, tanggal)), *isi)
        ttd_tempat = ""
    elif naskah.bentuk == Bentuk.KEPUTUSAN:
        kepala["judul"] = Judul(f"KEPUTUSAN {naskah.penandatangan.jabatan.upper()}", nomor)
        isi = (Paragraf("TENTANG", rata="tengah"), Paragraf(hal.upper(), rata="tengah", tebal=True), *isi)
        ttd_tempat = f"Ditetapkan di {instansi.kota}\npada tanggal {tanggal_panjang(tanggal) if tanggal else BELUM}"
    else:
        kepala["judul"] = Judul(isi_bidang(naskah.judul, nilai).upper() or hal.upper(), nomor)
    tembusan = tuple(b.strip() for b in isi_bidang(naskah.tembusan, nilai).splitlines() if b.strip())
    return Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        isi=isi,
        penutup=isi_bidang(naskah.penutup, nilai),
        ttd=tanda_tangan_naskah(naskah, ttd_tempat),
        qr=qr_periksa(kode) if kode else None,
        tembusan=tembusan,
        batal="" if kode else "KONSEP",
        **kepala,
    )


def _kepala_nota(naskah: Any, nomor: str, hal: str, tanggal: dt.date | None) -> tuple[tuple[str, str], ...]:
    return (
        ("Yth.", naskah.tujuan),
        ("Dari", naskah.penandatangan.jabatan),
        ("Tanggal", tanggal_panjang(tanggal) if tanggal else BELUM),
        ("Nomor", nomor),
        ("Sifat", naskah.sifat),
        ("Lampiran", naskah.lampiran or "-"),
        ("Hal", hal),
    )


def tanda_tangan_naskah(naskah: Any, tempat_tanggal: str = "") -> tuple[TandaTangan, ...]:
    """The signer with a.n., u.b., Plt. or Plh. as the draft says; before him a second party at its left."""
    p = naskah.penandatangan
    jabatan = {
        Naskah.Sebutan.AN: (f"a.n. {naskah.atas_nama}", f"{p.jabatan},"),
        Naskah.Sebutan.UB: (f"a.n. {naskah.atas_nama}", "u.b.", f"{p.jabatan},"),
        Naskah.Sebutan.PLT: (f"Plt. {naskah.atas_nama or p.jabatan},",),
        Naskah.Sebutan.PLH: (f"Plh. {naskah.atas_nama or p.jabatan},",),
    }.get(naskah.sebutan, jabatan_pejabat(p))
    if not naskah.pihak_kedua_nama:
        return (tanda_tangan(p, tempat_tanggal, sebagai=jabatan),)
    pertama = tanda_tangan(p, sebagai=("PIHAK KESATU,", *jabatan))
    kedua = TandaTangan(jabatan=("PIHAK KEDUA,", f"{naskah.pihak_kedua_jabatan},"), nama=naskah.pihak_kedua_nama)
    return (kedua, pertama)
