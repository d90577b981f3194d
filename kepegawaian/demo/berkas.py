"""Papers of the invented staff: small PDFs that say what they stand for, places, some expired, some replaced."""

from __future__ import annotations

import datetime as dt
import random

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from inti.documents.jilid import lembar_contoh
from inti.models import Pengguna, Tempat
from inti.services.berkas import berkas_miliki, berkas_simpan
from kepegawaian.models import BerkasPegawai, Jenis, KategoriBerkas, Pegawai
from kepegawaian.queries.berkas import syarat_pada

ORANG = 26  # people with papers: the rest of the office is what the list of lacking papers is for
TEMPAT = (("ruang-arsip", "Ruang arsip kepegawaian", "ruang", ""), ("l1", "Lemari 1", "lemari", "ruang-arsip"), ("l2", "Lemari 2", "lemari", "ruang-arsip"))  # fmt: skip


def isi_berkas(orang: list[Pegawai], acak: random.Random) -> None:
    """Papers for those with a login and every fifth of the others; whoever was a TKS kept his old contract."""
    tempat = _tempat()
    oleh = Pengguna.objects.filter(username="personalia").first()
    syarat, hari = syarat_pada(timezone.localdate()), timezone.localdate()
    kategori = {k.pk: k for k in KategoriBerkas.objects.all()}
    dipilih = [p for n, p in enumerate(orang) if p.pengguna_id or n % 5 == 0 or p.jenis == Jenis.PPPK_PW][:ORANG]
    baris = []
    for p in dipilih:
        for pk in sorted(syarat.get(p.jenis, set())):
            if acak.random() < 0.2:
                continue  # something always lacks
            k = kategori[pk]
            sampai = None
            if k.berkedaluwarsa:
                habis = acak.random() < 0.15
                sampai = hari - dt.timedelta(days=20) if habis else hari + dt.timedelta(days=acak.randrange(40, 300))
            baris.append(_satu(p, k, f"{k.kode[:3]}-{acak.randrange(100, 999)}", sampai, acak.choice(tempat), oleh))
    kontrak = next((k for k in kategori.values() if k.kode == "KONTRAK"), None)
    for p in dipilih:
        if p.jenis == Jenis.PPPK_PW and kontrak is not None:
            lama = _satu(p, kontrak, "TKS-2024", dt.date(2025, 9, 30), tempat[0], oleh)
            lama.tanggal = dt.date(2024, 1, 2)
            baris.append(lama)
    tersimpan = bulk_create_with_history(baris, BerkasPegawai, batch_size=500)
    for b in tersimpan:
        berkas_miliki([b.berkas], label="kepegawaian.berkaspegawai", pk=b.pk)


def _satu(
    p: Pegawai, k: KategoriBerkas, nomor: str, sampai: dt.date | None, tempat: Tempat, oleh: Pengguna | None
) -> BerkasPegawai:
    isi = lembar_contoh((f"{k.nama} (contoh)", p.nama, f"Nomor {nomor}"))
    berkas = berkas_simpan(isi=isi, nama=f"{k.kode}.pdf", jenis_isi="application/pdf", oleh=oleh)
    return BerkasPegawai(
        pegawai=p,
        kategori=k,
        nomor=nomor,
        tanggal=dt.date(2024, 3, 1),
        berlaku_sampai=sampai,
        berkas=berkas,
        tempat=tempat,
        diunggah_oleh=oleh,
    )


def _tempat() -> list[Tempat]:
    ada: dict[str, Tempat] = {}
    for kode, nama, jenis, induk in TEMPAT:
        atas = ada.get(induk)
        jalur = f"{atas.jalur if atas else ''}{kode}/"
        t = Tempat.objects.filter(jalur=jalur).first()
        if t is None:
            (t,) = bulk_create_with_history(
                [Tempat(kode=kode, nama=nama, jenis=jenis, induk=atas, jalur=jalur)], Tempat
            )
        ada[kode] = t
    return list(ada.values())
