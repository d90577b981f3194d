"""Letters in of the demonstration office: two years of a letter desk, with a few scans; all invented.

Written in sets, for three thousand acts would take a minute: rows, numbers and first versions as the services would
have left them.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from django.db import connection, transaction
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from arsip.demo.disposisi import Orang, disposisi_contoh, orang_demo, pada_jam
from arsip.demo.surat_contoh import ALAMAT, CARA, LAMPIRAN, PENGIRIM
from arsip.models import Disposisi, Keamanan, Kecepatan, SuratMasuk
from arsip.models.masuk import LABEL
from arsip.rules.masuk import kunci_surat
from arsip.services.disposisi import instruksi_isi
from arsip.services.masuk import POLA, SERI
from inti.documents.jilid import lembar_contoh
from inti.formats import tanggal_panjang
from inti.models import Nomor, Pengguna, Rekam, SeriNomor, UnitKerja
from inti.queries.kalender import libur_antara
from inti.services.berkas import berkas_simpan

S = SuratMasuk.Status
BANYAK, HARI = 3000, 760
BARU = 26  # days within which letters may still be under way
BERPINDAIAN = 10
PDF = "application/pdf"


@dataclass
class CalonSurat:
    """A letter that will be: when it came, and its state."""

    n: int
    tanggal: dt.date
    unit: UnitKerja
    status: str


@transaction.atomic
def isi_masuk() -> None:
    """Instructions, letters, dispositions, a few scans. Idempotent."""
    instruksi_isi(oleh=None)
    if SuratMasuk.objects.exists():
        return
    acak = random.Random(2027)  # noqa: S311  (invented letters, the same each time)
    orang = orang_demo()
    calon = _calon(acak, orang)
    surat = [_surat(acak, orang, c, nomor) for c, nomor in zip(calon, _nomor(calon, orang.meja), strict=True)]
    SuratMasuk.objects.bulk_create(surat, batch_size=500)
    pemilik = SuratMasuk.objects.filter(nomor=OuterRef("pk")).values(teks=Cast("pk", CharField()))[:1]
    Nomor.objects.filter(seri__kode=SERI).update(objek_id=Subquery(pemilik))
    disposisi = disposisi_contoh(acak, orang, surat)
    Disposisi.objects.bulk_create([d for d in disposisi if d.induk is None], batch_size=500)
    Disposisi.objects.bulk_create([d for d in disposisi if d.induk is not None], batch_size=500)
    _pindai(surat, orang.meja)
    _riwayat(SuratMasuk, orang.meja)
    _riwayat(Disposisi, orang.kepala)


def _calon(acak: random.Random, orang: Orang) -> list[CalonSurat]:
    kini = timezone.localdate()
    awal = kini - dt.timedelta(days=HARI)
    libur = libur_antara(awal, kini)
    kerja = [d for d in (awal + dt.timedelta(days=n) for n in range(HARI + 1)) if d.weekday() < 5 and d not in libur]
    akar = UnitKerja.objects.get(kode="dinsos")
    tujuan = [akar] * 11 + [p.unit for p in orang.bidang[:2] if p.unit is not None]
    hasil = []
    for n, tanggal in enumerate(sorted(acak.choices(kerja, k=BANYAK)), start=1):
        unit = acak.choice(tujuan)
        hasil.append(CalonSurat(n, tanggal, unit, _status(n, (kini - tanggal).days, ke_kepala=unit == akar)))
    return hasil


def _status(n: int, umur: int, *, ke_kepala: bool) -> str:
    if n % 173 == 0:
        return S.DIBATALKAN
    if umur <= 2:
        return S.TERDAFTAR
    if n % 11 == 0:
        return S.TANPA
    if umur > BARU:
        return S.SELESAI
    if n % (9 if ke_kepala else 4) == 0:
        return S.TERDAFTAR
    return S.DIDISPOSISI if n % 2 else S.SELESAI


def _nomor(calon: list[CalonSurat], oleh: Pengguna) -> list[Nomor]:
    """Agenda numbers in the order of the days, year by year, without a gap; cancelled ones with their reason."""
    hasil: list[Nomor] = []
    for tahun, isi in groupby(calon, key=lambda c: c.tanggal.year):
        satu_tahun = list(isi)
        seri, _ = SeriNomor.objects.get_or_create(kode=SERI, tahun=tahun, defaults={"pola": POLA})
        awal = seri.terakhir + 1
        seri.terakhir += len(satu_tahun)
        seri.save(update_fields=["terakhir"])
        hasil += [
            Nomor(
                seri=seri,
                urut=u,
                teks=seri.pola.format(urut=u, tahun=tahun),
                oleh=oleh,
                objek_label=LABEL,
                keadaan=Nomor.Keadaan.DIBATALKAN if c.status == S.DIBATALKAN else Nomor.Keadaan.DIPAKAI,
                alasan=_alasan_batal(c.n) if c.status == S.DIBATALKAN else "",
            )
            for u, c in enumerate(satu_tahun, start=awal)
        ]
    return Nomor.objects.bulk_create(hasil, batch_size=1000)


def _alasan_batal(n: int) -> str:
    return "Dicatat dua kali." if n % 2 else "Surat untuk kantor lain."


def _surat(acak: random.Random, orang: Orang, c: CalonSurat, nomor: Nomor) -> SuratMasuk:
    jenis, pengirim, singkat, pokok = acak.choice(PENGIRIM)
    kode, hal = acak.choice(pokok)
    tanggal_surat = c.tanggal - dt.timedelta(days=acak.choice((0, 1, 1, 2, 2, 3, 5, 8)))
    nomor_surat = f"{kode}/{acak.randrange(1, 980)}/{singkat}/{tanggal_surat.year}" if c.n % 41 else ""
    tertutup = c.n % 97 == 0
    hal = "Permohonan tindak lanjut pengaduan" if tertutup else hal
    selesai = c.status == S.SELESAI
    assert orang.meja.unit is not None
    return SuratMasuk(
        nomor=nomor,
        diterima=c.tanggal,
        pengirim=pengirim,
        pengirim_alamat=ALAMAT[jenis] if c.n % 3 == 0 else "",
        nomor_surat=nomor_surat,
        tanggal_surat=tanggal_surat,
        hal=hal,
        keamanan=Keamanan.RAHASIA if tertutup else Keamanan.TERBATAS if c.n % 53 == 0 else Keamanan.BIASA,
        kecepatan=acak.choices(list(Kecepatan), weights=(80, 15, 5))[0],
        lampiran=acak.choice(LAMPIRAN),
        klasifikasi=kode if c.n % 5 else "",
        ditujukan_kepada=c.unit,
        cara=acak.choice(CARA),
        srikandi=f"SRK-{c.tanggal:%Y%m}-{c.n:05d}" if c.n % 6 == 0 else "",
        unit=orang.meja.unit,
        dicatat_oleh=orang.meja,
        kunci=kunci_surat(pengirim, nomor_surat, tanggal_surat, hal),
        status=c.status,
        alasan_batal=_alasan_batal(c.n) if c.status == S.DIBATALKAN else "",
        alasan_tanpa=("Tembusan untuk diketahui." if c.n % 2 else "Cukup disimpan.") if c.status == S.TANPA else "",
        selesai_pada=pada_jam(min(c.tanggal + dt.timedelta(days=4 + c.n % 6), timezone.localdate()), 15, c.n % 60)
        if selesai
        else None,
        catatan_selesai="Sudah dibicarakan dalam rapat staf." if selesai and c.n % 37 == 0 else "",
    )


def _pindai(surat: list[SuratMasuk], oleh: Pengguna) -> None:
    """Scans of the newest letters: plain ones, one behind a password, one damaged."""
    terbaru = [s for s in surat if s.status != S.DIBATALKAN and not s.tertutup][-BERPINDAIAN:]
    for n, s in enumerate(terbaru):
        isi = lembar_contoh([s.pengirim, f"Nomor {s.nomor_surat or '-'}", tanggal_panjang(s.tanggal_surat), "", s.hal])
        s.banyak_pindaian = 1
        if n == 3:
            isi, s.cacat = _terkunci(isi), SuratMasuk.Cacat.TERKUNCI
        elif n == 6:
            isi, s.cacat = isi[: len(isi) // 3], SuratMasuk.Cacat.RUSAK
        berkas_simpan(
            isi=isi, nama=f"surat-{n + 1}.pdf", jenis_isi=PDF, oleh=oleh, pemilik_label=LABEL, pemilik_id=str(s.pk)
        )
    SuratMasuk.objects.bulk_update(terbaru, ["banyak_pindaian", "cacat"])


def _terkunci(isi: bytes) -> bytes:
    tulis = PdfWriter(clone_from=PdfReader(BytesIO(isi)))
    tulis.encrypt("contoh-terkunci", algorithm="AES-256")
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def _riwayat(model: type[Rekam], oleh: Pengguna) -> None:
    """First versions of all rows, copied by the database itself: a third of the time that objects take."""
    versi = model.riwayat.model  # type: ignore[attr-defined]
    kolom = ", ".join(f'"{f.column}"' for f in versi.tracked_fields)
    with connection.cursor() as kursor:
        kursor.execute(
            f"INSERT INTO {versi._meta.db_table} ({kolom}, history_date, history_type, history_user_id) "  # noqa: S608  (names of our own columns)
            f"SELECT {kolom}, dibuat_pada, '+', %s FROM {model._meta.db_table} ORDER BY id",
            [oleh.pk],
        )
