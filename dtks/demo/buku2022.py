"""The paper register of February to June 2022 as single records: 1,787 people served and beside them 298 turned away.

The monthly figures are those that one Dinas Sosial published of its counter; the people are invented. In February the
yearly period for new entries was not open yet. Rows and their history are written in sets: no service could have made
them on their day, and the demonstration must load in seconds.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from django.db import connection
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone

from dtks.demo.hari_loket import Giliran, antre, bagi, hari_kerja
from dtks.demo.registri import BELAKANG, LAKI, PEREMPUAN
from dtks.models import (
    AnggotaPermohonan,
    JenisPermohonan,
    Kunjungan,
    Pemeriksaan,
    PeriodePengajuan,
    Permohonan,
)
from dtks.services.loket import POLA_NOMOR
from inti.formats import samar_nik
from inti.models import Nomor, Pengguna, Rekam, SeriNomor, Wilayah
from inti.models.bertanggal import ASAL_CONTOH

TAHUN = 2022
BARU, REAKTIVASI = JenisPermohonan.PENGAJUAN_BARU, JenisPermohonan.REAKTIVASI
TERDAFTAR, TANPA_ID, BELUM_BUKA = "SUDAH_TERDAFTAR", "ID_DTKS_TIDAK_DICANTUMKAN", "PERIODE_BELUM_DIBUKA"
# Month: served (new, reactivated), turned away (registered already, no ID on the village's letter, period closed).
BUKU = {
    2: (0, 100, 0, 14, 37),
    3: (74, 108, 31, 15, 0),
    4: (321, 80, 46, 17, 0),
    5: (204, 42, 40, 15, 0),
    6: (812, 46, 62, 21, 0),
}
LAYANAN = ((BARU, ""), (REAKTIVASI, ""), (BARU, TERDAFTAR), (REAKTIVASI, TANPA_ID), (BARU, BELUM_BUKA))
# For six weeks the registry's site was down and the counter looked into a copy.
SALINAN = (dt.date(2022, 3, 14), dt.date(2022, 4, 22))
TEMUAN = {
    (BARU, ""): (("BELUM_TERDAFTAR", "ya"), ("PERIODE_DIBUKA", "ya"), ("PENGANTAR_ADA", "ya")),
    (REAKTIVASI, ""): (("TERDAFTAR", "ya"), ("ID_DTKS_ADA", "ya"), ("PENGANTAR_ADA", "ya")),
}


@dataclass
class Catatan:
    """A line of the register before it is stored."""

    tanggal: dt.date
    giliran: Giliran
    petugas: int  # one of the three
    jenis: JenisPermohonan
    alasan: str


def isi_buku() -> None:
    """Fill the register once."""
    if Permohonan.objects.filter(asal=Permohonan.Asal.BUKU).exists():
        return
    PeriodePengajuan.objects.get_or_create(
        nama=f"Pengajuan {TAHUN}",
        defaults={
            "berlaku_mulai": dt.date(TAHUN, 3, 1),
            "berlaku_sampai": dt.date(TAHUN, 6, 30),
            "dasar_hukum": "Surat Edaran Kepala Dinas Sosial",
            "asal": ASAL_CONTOH,
        },
    )
    acak = random.Random(TAHUN)  # noqa: S311  (invented people, the same each time)
    _simpan(acak, [c for bulan in BUKU for c in _sebulan(acak, bulan)])


def _sebulan(acak: random.Random, bulan: int) -> list[Catatan]:
    isi = [layanan for layanan, n in zip(LAYANAN, BUKU[bulan], strict=True) for _ in range(n)]
    banyak = 1 if bulan < 4 else 2  # a second clerk helped when the queue grew
    hasil = []
    for hari, layanan in bagi(acak, isi, hari_kerja(TAHUN, bulan)).items():
        bertugas, giliran = acak.sample(range(3), banyak), antre(acak, hari, len(layanan), banyak)
        hasil += [
            Catatan(hari, g, bertugas[g.petugas], jenis, alasan)
            for g, (jenis, alasan) in zip(giliran, layanan, strict=True)
        ]
    return hasil


def _simpan(acak: random.Random, catatan: list[Catatan]) -> None:
    petugas = [Pengguna.objects.select_related("unit").get(username=u) for u in ("loket", "loket2", "staf")]
    desa = list(
        Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA, kode__startswith="99.71")
        .select_related("induk")
        .order_by("kode")
    )
    asal = acak.choices(desa, weights=[acak.uniform(0.4, 2.2) for _ in desa], k=len(catatan))
    kunjungan = [
        Kunjungan(
            waktu=_saat(c.tanggal, c.giliran.datang),
            selesai_pada=_saat(c.tanggal, c.giliran.selesai),
            unit=petugas[0].unit,
            desa=d,
            dilayani_oleh=petugas[c.petugas],
        )
        for c, d in zip(catatan, asal, strict=True)
    ]
    Kunjungan.objects.bulk_create(kunjungan)
    anggota = [_orang(acak, c, d, n) for n, (c, d) in enumerate(zip(catatan, asal, strict=True), 1)]
    periksa = [_periksa(c, k, a) for c, k, a in zip(catatan, kunjungan, anggota, strict=True)]
    Pemeriksaan.objects.bulk_create(periksa)
    nomor = _nomor(len(catatan), petugas[2])
    permohonan = [
        _permohonan(acak, c, k, p, a, n)
        for c, k, p, a, n in zip(catatan, kunjungan, periksa, anggota, nomor, strict=True)
    ]
    Permohonan.objects.bulk_create(permohonan)
    for a, p in zip(anggota, permohonan, strict=True):
        a.permohonan = p
    AnggotaPermohonan.objects.bulk_create(anggota)
    pemilik = Permohonan.objects.filter(nomor=OuterRef("pk")).values(teks=Cast("pk", CharField()))[:1]
    Nomor.objects.filter(pk__gte=nomor[0].pk, pk__lte=nomor[-1].pk, seri=nomor[0].seri).update(
        objek_id=Subquery(pemilik)
    )
    for rekam in (kunjungan, permohonan):
        _riwayat(type(rekam[0]), rekam[0].pk, rekam[-1].pk, petugas[2])


def _riwayat(model: type[Rekam], awal: int, akhir: int, oleh: Pengguna) -> None:
    """First versions of a run of new rows, copied by the database itself: a third of the time that objects take."""
    versi = model.riwayat.model  # type: ignore[attr-defined]
    kolom = ", ".join(f'"{f.column}"' for f in versi.tracked_fields)
    with connection.cursor() as kursor:
        kursor.execute(
            f"INSERT INTO {versi._meta.db_table} ({kolom}, history_date, history_type, history_user_id) "  # noqa: S608  (names of our own columns)
            f"SELECT {kolom}, dibuat_pada, '+', %s FROM {model._meta.db_table} WHERE id BETWEEN %s AND %s ORDER BY id",
            [oleh.pk, awal, akhir],
        )


def _saat(tanggal: dt.date, detik: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(tanggal, dt.time()) + dt.timedelta(seconds=detik))


def _nomor(banyak: int, oleh: Pengguna) -> list[Nomor]:
    """The year's series, opened and used up in one go."""
    seri, _ = SeriNomor.objects.get_or_create(kode="dtks.permohonan", tahun=TAHUN, defaults={"pola": POLA_NOMOR})
    awal = seri.terakhir + 1
    seri.terakhir += banyak
    seri.save(update_fields=["terakhir"])
    return Nomor.objects.bulk_create(
        Nomor(
            seri=seri,
            urut=u,
            teks=seri.pola.format(urut=u, tahun=TAHUN),
            oleh=oleh,
            objek_label="dtks.permohonan",
        )
        for u in range(awal, seri.terakhir + 1)
    )


def _orang(acak: random.Random, c: Catatan, desa: Wilayah, n: int) -> AnggotaPermohonan:
    """Nobody: every number begins with 99, and the serial is one that the invented registry does not use."""
    perempuan = acak.random() < 0.56
    lahir = dt.date(1948, 1, 1) + dt.timedelta(days=acak.randrange(20_000))
    daerah = desa.kode[:8].replace(".", "")
    salinan = SALINAN[0] <= c.tanggal <= SALINAN[1]
    return AnggotaPermohonan(
        jenis=c.jenis,
        mengikat=False,  # its letter was written on paper and ran out long ago
        desa=desa,
        nama=f"{acak.choice(PEREMPUAN if perempuan else LAKI)} {acak.choice(BELAKANG)}".upper(),
        nik=f"{daerah}{lahir.day + (40 if perempuan else 0):02d}{lahir:%m%y}{2000 + n:04d}",
        no_kk=f"{daerah}{acak.randrange(1, 29):02d}{acak.randrange(1, 13):02d}{acak.randrange(8, 22):02d}{2000 + n:04d}",
        tempat_lahir="WANASARI",
        tanggal_lahir=lahir,
        hubungan="KEPALA KELUARGA" if not perempuan else acak.choice(("ISTRI", "KEPALA KELUARGA", "ANAK")),
        alamat=f"DUKUH {acak.choice(BELAKANG).upper()}, {desa.nama}",
        id_dtks=f"97{n:013d}" if c.jenis == REAKTIVASI and c.alasan != TANPA_ID else "",
        sumber_data="Salinan Excel DTKS" if salinan else "SIKS-NG",
        periode_data="2022-01",
    )


def _periksa(c: Catatan, kunjungan: Kunjungan, orang: AnggotaPermohonan) -> Pemeriksaan:
    ada = c.jenis == REAKTIVASI or c.alasan == TERDAFTAR
    return Pemeriksaan(
        kunjungan=kunjungan,
        cara=Pemeriksaan.Cara.NIK,
        dicari_samar=samar_nik(orang.nik),
        hasil=Pemeriksaan.Hasil.DITEMUKAN if ada else Pemeriksaan.Hasil.TIDAK,
        sumber_data=orang.sumber_data,
        periode_data=orang.periode_data,
        oleh=kunjungan.dilayani_oleh,
        waktu=_saat(c.tanggal, c.giliran.dipanggil),
    )


def _permohonan(
    acak: random.Random, c: Catatan, kunjungan: Kunjungan, periksa: Pemeriksaan, orang: AnggotaPermohonan, nomor: Nomor
) -> Permohonan:
    temuan = ((c.alasan, "tidak"),) if c.alasan else TEMUAN[c.jenis, ""]
    pengantar = c.tanggal - dt.timedelta(days=acak.randrange(1, 6))
    return Permohonan(
        nomor=nomor,
        jenis=c.jenis,
        asal=Permohonan.Asal.BUKU,
        kunjungan=kunjungan,
        pemeriksaan=periksa,
        unit=kunjungan.unit,
        desa=kunjungan.desa,
        pemohon=orang.nama,
        tanggal=c.tanggal,
        pengantar_nomor=f"140/{acak.randrange(20, 400)}/{pengantar.month}/{TAHUN}",
        pengantar_tanggal=pengantar,
        id_pada_pengantar=bool(orang.id_dtks),
        faskes_nama=acak.choice(("Puskesmas Wanasari Barat", "RSUD Wanasari")) if c.jenis == REAKTIVASI else "",
        keperluan="pelayanan kesehatan",
        status=Permohonan.Status.DITOLAK if c.alasan else Permohonan.Status.DITERIMA,
        saran="tolak" if c.alasan else "terima",
        temuan=[{"kode": kode, "sifat": sifat, "bukti": ""} for kode, sifat in temuan],
        alasan=c.alasan,
        diputus_oleh=kunjungan.dilayani_oleh,
        diputus_pada=_saat(c.tanggal, c.giliran.selesai - 30),
    )
