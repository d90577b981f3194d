"""Invented families and the office's dated rules. Every number begins with 99: it can be nobody's."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from django.utils import timezone

from dtks.models import (
    AturanLayanan,
    Individu,
    JenisPermohonan,
    KeadaanPeriode,
    Keluarga,
    PeriodePengajuan,
    SyaratBerkas,
    TinjauGanda,
)
from inti.models import UnitKerja, Wilayah
from inti.models.bertanggal import ASAL_CONTOH
from inti.rules.nama import kunci_nama

LAKI = [
    "Agus",
    "Bambang",
    "Cahyo",
    "Dedi",
    "Eko",
    "Fajar",
    "Gunawan",
    "Hadi",
    "Imam",
    "Joko",
    "Karno",
    "Lukman",
    "Mulyono",
    "Prasetyo",
    "Rudi",
    "Slamet",
    "Teguh",
    "Wahyu",
    "Yusuf",
    "Zainal",
]
PEREMPUAN = [
    "Ani",
    "Bunga",
    "Citra",
    "Dewi",
    "Endang",
    "Fitri",
    "Gita",
    "Hesti",
    "Indah",
    "Juminah",
    "Kartini",
    "Lestari",
    "Murni",
    "Ningsih",
    "Painem",
    "Rahayu",
    "Siti",
    "Tuti",
    "Wulan",
    "Yanti",
]
BELAKANG = [
    "Santoso",
    "Wibowo",
    "Susanto",
    "Hidayat",
    "Kurniawan",
    "Saputra",
    "Setiawan",
    "Nugroho",
    "Purnomo",
    "Hartono",
    "Utami",
    "Rahmawati",
    "Astuti",
    "Wahyuni",
    "Handayani",
]
KELUARGA = 160
# The family that the guide and the tests meet by name: husband, wife and two children in Sumberjo.
TETAP = (
    ("SLAMET NUGROHO", "L", dt.date(1984, 3, 15), "KEPALA KELUARGA", "990000000000001"),
    ("SRI HANDAYANI", "P", dt.date(1987, 4, 12), "ISTRI", "990000000000002"),
    ("FAJAR NUGROHO", "L", dt.date(2011, 7, 11), "ANAK", ""),
    ("INDAH NUGROHO", "P", dt.date(2017, 2, 19), "ANAK", ""),
)


def isi_registri() -> None:
    """Families in every village, with two periods of data each."""
    if Individu.objects.exists():
        return
    desa = list(
        Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA, kode__startswith="99.71")
        .select_related("induk")
        .order_by("kode")
    )
    acak = random.Random(1945)  # noqa: S311  (invented people, the same each time)
    keluarga, individu = [], []
    for n in range(KELUARGA):
        tempat = desa[0] if n == 0 else desa[n % len(desa)]
        kk = f"{_kecamatan(tempat)}{acak.randrange(1, 29):02d}0615{n + 1:04d}"
        rumah = Keluarga(no_kk=kk)
        keluarga.append(rumah)
        individu += list(_anggota(acak, rumah, tempat, n))
    Keluarga.objects.bulk_create(keluarga)
    for i in individu:
        i.keluarga_id = i.keluarga.pk
    Individu.objects.bulk_create(individu)
    _keadaan(acak, individu)
    _ganda(individu)


def _anggota(acak: random.Random, rumah: Keluarga, desa: Wilayah, n: int) -> Iterator[Individu]:
    desil = 3 if n == 0 else acak.choices(range(1, 11), weights=[16, 15, 14, 13, 12, 9, 7, 6, 5, 3])[0]
    bersama = {
        "keluarga": rumah,
        "no_kk": rumah.no_kk,
        "desa": desa,
        "desa_teks": desa.nama,
        "kecamatan_teks": desa.induk.nama if desa.induk else "",
        "alamat": f"DUKUH {acak.choice(BELAKANG).upper()}",
        "rt": f"{acak.randrange(1, 9):03d}",
        "rw": f"{acak.randrange(1, 5):03d}",
        "desil": desil,
        "tempat_lahir": "WANASARI",
        "sumber_data": "DTSEN",
        "periode_data": "2026-TW3",
        "periode_urut": 202609,
        "dikecualikan": n % 37 == 9,
    }
    if n == 0:
        for i, (nama, kelamin, lahir, hubungan, id_dtks) in enumerate(TETAP, 1):
            yield _orang(bersama, desa, nama, kelamin, lahir, hubungan, id_dtks, f"{i:04d}", pbi=True)
        return
    marga = acak.choice(BELAKANG).upper()
    for i in range(acak.choice((1, 2, 3, 3, 4, 4, 5))):
        perempuan = acak.random() < 0.5 if i != 1 else True
        nama = f"{acak.choice(PEREMPUAN if perempuan else LAKI).upper()} {acak.choice(BELAKANG).upper() if i < 2 else marga}"
        lahir = dt.date(
            acak.randrange(1955, 1990) if i < 2 else acak.randrange(2005, 2024),
            acak.randrange(1, 13),
            acak.randrange(1, 29),
        )
        hubungan = ("KEPALA KELUARGA", "ISTRI")[i] if i < 2 else "ANAK"
        id_dtks = "" if acak.random() < 0.15 else f"99{n:08d}{i:05d}"
        yield _orang(
            bersama,
            desa,
            nama,
            "P" if perempuan else "L",
            lahir,
            hubungan,
            id_dtks,
            f"{n * 7 + i + 10:04d}",
            pbi=desil <= 5 and acak.random() < 0.7,
        )


def _orang(
    bersama: dict,
    desa: Wilayah,
    nama: str,
    kelamin: str,
    lahir: dt.date,
    hubungan: str,
    id_dtks: str,
    seri: str,
    *,
    pbi: bool,
) -> Individu:
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return Individu(
        nama=nama,
        kunci_nama=kunci_nama(nama),
        jenis_kelamin=kelamin,
        tanggal_lahir=lahir,
        hubungan=hubungan,
        id_dtks=id_dtks,
        pbi_jk=pbi,
        pkh=bool(bersama["desil"] <= 3 and pbi),
        bpnt=bool(bersama["desil"] <= 4 and pbi),
        nik=f"{_kecamatan(desa)}{hari:02d}{lahir:%m%y}{seri}",
        **bersama,
    )


def _kecamatan(desa: Wilayah) -> str:
    return desa.kode[:8].replace(".", "")


def _keadaan(acak: random.Random, individu: list[Individu]) -> None:
    isi = []
    for i in individu:
        umum = {
            "no_kk": i.no_kk,
            "hubungan": i.hubungan,
            "alamat": i.alamat,
            "rt": i.rt,
            "rw": i.rw,
            "desa_id": i.desa_id,
            "desa_teks": i.desa_teks,
            "pbi_jk": i.pbi_jk,
            "pkh": i.pkh,
            "bpnt": i.bpnt,
            "dikecualikan": i.dikecualikan,
            "sumber": i.sumber_data,
        }
        lama = min(10, max(1, (i.desil or 5) + acak.choice((-1, 0, 0, 1))))
        isi.append(KeadaanPeriode(individu=i, periode="2026-TW2", periode_urut=202606, desil=lama, **umum))
        isi.append(KeadaanPeriode(individu=i, periode="2026-TW3", periode_urut=202609, desil=i.desil, **umum))
    KeadaanPeriode.objects.bulk_create(isi)


def _ganda(individu: list[Individu]) -> None:
    """Three NIKs on two persons each: they wait for review, and the citizens are served all the same."""
    for a, b in ((40, 41), (120, 190), (260, 301)):
        satu, dua = individu[a], individu[b]
        Individu.objects.filter(pk=dua.pk).update(nik=satu.nik)
        TinjauGanda.objects.create(
            jenis=TinjauGanda.Jenis.NIK_GANDA, individu=dua, lain=satu, rincian={"asal": "data contoh"}
        )


def isi_aturan() -> None:
    """Rules before and since 2025, papers, and the periods of proposals around today."""
    if AturanLayanan.objects.exists():
        return
    hari = timezone.localdate()
    unit = UnitKerja.objects.filter(kode="linjamsos").first()
    tujuan = "Kepala BPJS Kesehatan Cabang Wanasari; di Wanasari"
    for jenis, mulai, sampai, desil, wajib, dasar in (
        (
            JenisPermohonan.REAKTIVASI,
            dt.date(2022, 1, 1),
            dt.date(2024, 12, 31),
            4,
            True,
            "Keputusan Kepala Dinas Sosial 460/12/2022",
        ),
        (JenisPermohonan.REAKTIVASI, dt.date(2025, 1, 1), None, 5, False, "Inpres 4/2025; Permensos 3/2026"),
        (JenisPermohonan.PENGAJUAN_BARU, dt.date(2022, 1, 1), None, 5, False, "Permensos 3/2025"),
    ):
        AturanLayanan.objects.create(
            jenis=jenis,
            berlaku_mulai=mulai,
            berlaku_sampai=sampai,
            desil_max=desil,
            id_dtks_wajib=wajib,
            unit_pelaksana=unit,
            tujuan_surat=tujuan,
            dasar_hukum=dasar,
            asal=ASAL_CONTOH,
        )
    for jenis, kode, nama, wajib, urutan in (
        (JenisPermohonan.REAKTIVASI, "ktp", "KTP", True, 1),
        (JenisPermohonan.REAKTIVASI, "kk", "Kartu Keluarga", True, 2),
        (JenisPermohonan.REAKTIVASI, "surat-faskes", "Surat keterangan membutuhkan layanan", True, 3),
        (JenisPermohonan.REAKTIVASI, "sktm", "SKTM", False, 4),
        (JenisPermohonan.PENGAJUAN_BARU, "ktp", "KTP", True, 1),
        (JenisPermohonan.PENGAJUAN_BARU, "kk", "Kartu Keluarga", True, 2),
        (JenisPermohonan.PENGAJUAN_BARU, "sktm", "SKTM", True, 3),
        (JenisPermohonan.PENGAJUAN_BARU, "foto-rumah", "Foto rumah", False, 4),
    ):
        SyaratBerkas.objects.create(
            jenis=jenis,
            kode=kode,
            nama=nama,
            wajib=wajib,
            urutan=urutan,
            berlaku_mulai=dt.date(2022, 1, 1),
            dasar_hukum="Permensos 3/2026",
            asal=ASAL_CONTOH,
        )
    for nama, mulai, sampai in (
        (f"Pengajuan {hari.year - 1}", dt.date(hari.year - 1, 3, 1), dt.date(hari.year - 1, 6, 30)),
        (f"Pengajuan {hari.year}", hari - dt.timedelta(days=60), hari + dt.timedelta(days=30)),
    ):
        PeriodePengajuan.objects.create(
            nama=nama,
            berlaku_mulai=mulai,
            berlaku_sampai=sampai,
            dasar_hukum="Surat Edaran Kepala Dinas Sosial",
            asal=ASAL_CONTOH,
        )


def isi_besar(n: int) -> None:
    """N further persons, written in sets; those of an earlier run count."""
    acak = random.Random(17)  # noqa: S311
    desa = list(
        Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA, kode__startswith="99.71")
        .select_related("induk")
        .order_by("kode")
    )
    mulai = Individu.objects.filter(id_dtks__startswith="98").count()
    for awal in range(mulai, n, 20_000):
        keluarga = [Keluarga(no_kk=f"9899{i // 4:012d}") for i in range(awal, min(awal + 20_000, n), 4)]
        Keluarga.objects.bulk_create(keluarga)
        orang = [
            _besar(acak, keluarga[(i - awal) // 4], desa[i % len(desa)], i) for i in range(awal, min(awal + 20_000, n))
        ]
        Individu.objects.bulk_create(orang)
        KeadaanPeriode.objects.bulk_create(
            KeadaanPeriode(
                individu=o,
                periode=o.periode_data,
                periode_urut=o.periode_urut,
                no_kk=o.no_kk,
                hubungan=o.hubungan,
                alamat=o.alamat,
                rt=o.rt,
                rw=o.rw,
                desa_id=o.desa_id,
                desa_teks=o.desa_teks,
                desil=o.desil,
                pbi_jk=o.pbi_jk,
                pkh=o.pkh,
                bpnt=o.bpnt,
                sumber=o.sumber_data,
            )
            for o in orang
        )


def _besar(acak: random.Random, keluarga: Keluarga, desa: Wilayah, i: int) -> Individu:
    perempuan, desil = acak.random() < 0.5, acak.randrange(1, 11)
    lahir = dt.date(1940, 1, 1) + dt.timedelta(days=acak.randrange(30_000))
    nama = f"{acak.choice(PEREMPUAN if perempuan else LAKI)} {acak.choice(BELAKANG)} {acak.choice(BELAKANG)}".upper()
    return Individu(
        keluarga=keluarga,
        no_kk=keluarga.no_kk,
        nik=f"98{i:014d}",
        id_dtks=f"98{i:013d}",
        nama=nama,
        kunci_nama=kunci_nama(nama),
        tempat_lahir="WANASARI",
        tanggal_lahir=lahir,
        jenis_kelamin="P" if perempuan else "L",
        hubungan="LAINNYA",
        alamat="DUKUH REKAAN",
        rt="001",
        rw="001",
        desa=desa,
        desa_teks=desa.nama,
        kecamatan_teks=desa.induk.nama if desa.induk else "",
        desil=desil,
        pbi_jk=desil <= 5,
        sumber_data="DTSEN",
        periode_data="2026-TW3",
        periode_urut=202609,
    )
