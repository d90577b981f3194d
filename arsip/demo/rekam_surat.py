"""The letters of two years as records: each archived one in the box of its month, but for a few that nobody filed.

Monthly boxes of letters stand in a room of their own; all but the newest of each kind are closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from arsip.models import BerkasArsip, Boks, JenisArsip, SuratKeluar, SuratMasuk
from arsip.services.rekam import uraian_arsip
from inti.models import Pengguna, Tempat

BELUM = 14  # days: what was archived since then lies nowhere yet
TERSIMPAN = 45  # days after which a letter in that was dealt with is filed


def surat_diarsipkan(jenis: dict[str, JenisArsip], hari: dt.date) -> list[BerkasArsip]:
    """Records, not stored yet, of every letter out that says it is archived and of the letters in done long ago."""
    batas = hari - dt.timedelta(days=TERSIMPAN)
    keluar = SuratKeluar.objects.filter(keadaan=SuratKeluar.Keadaan.DIARSIPKAN)
    masuk = SuratMasuk.objects.filter(
        status__in=[SuratMasuk.Status.SELESAI, SuratMasuk.Status.TANPA], diterima__lt=batas
    ).exclude(klasifikasi="")
    hasil = [
        _rekam(s, jenis["surat-keluar"], s.hal, s.tanggal, 1 + n % 2)
        for n, s in enumerate(keluar.select_related("nomor", "unit").order_by("tanggal", "id"))
    ]
    hasil += [
        _rekam(s, jenis["surat-masuk"], f"{s.hal}, dari {s.pengirim}", s.diterima, 1 + n % 3)
        for n, s in enumerate(masuk.select_related("nomor", "unit").order_by("diterima", "id"))
    ]
    return hasil


def _rekam(
    surat: SuratKeluar | SuratMasuk, jenis: JenisArsip, uraian: str, tanggal: dt.date, lembar: int
) -> BerkasArsip:
    assert surat.unit is not None
    return BerkasArsip(
        nomor=surat.nomor.teks[:60], jenis=jenis, uraian=uraian_arsip(uraian, jenis, surat.keamanan),
        klasifikasi=surat.klasifikasi, tanggal=tanggal, unit=surat.unit, lembar=lembar, keamanan=surat.keamanan,
        objek_label=surat._meta.label_lower, objek_id=str(surat.pk),
    )  # fmt: skip


def boks_bulanan(berkas: Sequence[BerkasArsip], ruang: Tempat, hari: dt.date, oleh: Pengguna) -> list[Boks]:
    """Boxes by kind and month, not stored yet, in a rack for each year; the records are put into them."""
    per_boks: dict[tuple[str, dt.date], list[BerkasArsip]] = {}
    for b in berkas:
        lupa = b.tanggal.year == hari.year and int(b.objek_id) % 90 == 7
        if b.tanggal <= hari - dt.timedelta(days=BELUM) and not lupa:
            per_boks.setdefault((b.jenis.kode, b.tanggal.replace(day=1)), []).append(b)
    rak = {n: _rak(n, ruang) for n in sorted({bulan.year for _, bulan in per_boks})}
    tempat = [_tempat(jenis, bulan, rak[bulan.year]) for jenis, bulan in sorted(per_boks)]
    bulk_create_with_history(tempat, Tempat)
    menurut_jalur = {t.jalur: t for t in Tempat.objects.filter(jalur__startswith=ruang.jalur, jenis="boks")}
    hasil = []
    for kunci, tempat_boks in zip(sorted(per_boks), tempat, strict=True):
        bulan, milik, t = kunci[1], per_boks[kunci], menurut_jalur[tempat_boks.jalur]
        tutup = bulan < (hari.replace(day=1) - dt.timedelta(days=40)).replace(day=1)
        saat = timezone.make_aware(dt.datetime.combine(bulan + dt.timedelta(days=33), dt.time(15, 10)))
        for b in milik:
            b.tempat = t
        hasil.append(
            Boks(
                tempat=t,
                jenis=milik[0].jenis,
                bulan=bulan,
                status=Boks.Status.DITUTUP if tutup else Boks.Status.TERBUKA,
                ditutup_oleh=oleh if tutup else None,
                ditutup_pada=saat if tutup else None,
            )
        )
    return hasil


def _rak(tahun: int, ruang: Tempat) -> Tempat:
    rak = Tempat(
        kode=f"s{tahun}", nama=f"Lemari surat {tahun}", jenis=Tempat.Jenis.RAK, induk=ruang, jalur=f"{ruang.jalur}s{tahun}/"
    )  # fmt: skip
    rak.save()
    return rak


def _tempat(jenis: str, bulan: dt.date, rak: Tempat) -> Tempat:
    arah = "k" if jenis == "surat-keluar" else "m"
    kode = f"s{arah}{bulan:%y%m}"
    sebutan = "Surat keluar" if arah == "k" else "Surat masuk"
    return Tempat(
        kode=kode, nama=f"{sebutan} {bulan:%m-%Y}", jenis=Tempat.Jenis.BOKS, induk=rak, jalur=f"{rak.jalur}{kode}/"
    )  # fmt: skip
