"""Office, units, invented regions and the demonstration logins. Idempotent: what is there stays."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils import timezone

from inti.demo.perusahaan import isi_perusahaan
from inti.models import Instansi, Pengguna, Perusahaan, UnitKerja, Wilayah

# Region codes begin with 99: no such province exists, so no invented number can be anybody's.
KECAMATAN = {"01": "WANASARI BARAT", "02": "WANASARI TIMUR", "03": "LEMBAYUNG", "04": "TEGALREJO"}
DESA = ("SUMBERJO", "KARANGANYAR", "BANYUBIRU", "GIRIMULYO", "PURWODADI", "MARGASARI")
UNIT = (
    ("dinsos", "Dinas Sosial", ""),
    ("sekretariat", "Sekretariat", "dinsos"),
    ("linjamsos", "Bidang Perlindungan dan Jaminan Sosial", "dinsos"),
    ("rehsos", "Bidang Rehabilitasi Sosial", "dinsos"),
    ("umpeg", "Subbagian Umum dan Kepegawaian", "sekretariat"),
)


@dataclass(frozen=True)
class Akun:
    """A demonstration login: user name, person, role, and where he belongs."""

    username: str
    nama: str
    peran: str
    unit: str = ""
    desa: str = ""
    perusahaan: str = ""
    tambahan: str = ""  # a second role


AKUN = (
    Akun("admin", "Bima Prakasa", "admin", unit="sekretariat"),
    Akun("pimpinan", "Dra. Ratna Kusumawati, M.Si.", "pimpinan", unit="dinsos"),
    Akun("penyelia", "Hendra Saputra, S.Sos.", "penyelia", unit="linjamsos"),
    Akun("staf", "Laras Wulandari, S.Sos.", "staf", unit="linjamsos"),
    Akun("loket", "Rina Puspita", "loket", unit="linjamsos"),
    Akun("loket2", "Bagas Pramono", "loket", unit="linjamsos"),
    Akun("magang", "Arif Gunawan", "magang", unit="linjamsos"),
    Akun("penyelia2", "Sulastri Dewanti, S.Sos.", "penyelia", unit="rehsos"),
    Akun("staf2", "Yoga Pratama, A.Md.", "staf", unit="rehsos", tambahan="konselor"),
    Akun("personalia", "Wahyu Nugroho, S.A.P.", "staf", unit="umpeg", tambahan="personalia"),
    Akun("penyelia3", "Endang Lestari, S.E.", "penyelia", unit="umpeg", tambahan="personalia"),
    Akun("arsiparis", "Siti Rahmawati, A.Md.", "staf", unit="umpeg", tambahan="arsiparis"),
    Akun("desa", "Admin Desa Sumberjo", "desa", desa="SUMBERJO"),
    Akun("desa2", "Admin Desa Karanganyar", "desa", desa="KARANGANYAR"),
    Akun("perusahaan", "HRD PT Samudra Tekstil Abadi", "perusahaan", perusahaan="PT Samudra Tekstil Abadi"),
    Akun("perusahaan2", "HRD CV Maju Tenteram", "perusahaan", perusahaan="CV Maju Tenteram"),
)


def sandi_demo() -> str:
    """The one password of the demonstration logins: DEMO_SANDI, else the same everywhere.

    It may be known to all: the accounts exist only where `demo` was run, and `check --deploy` refuses such a system.
    """
    return os.environ.get("DEMO_SANDI") or "kantor-contoh-wanasari"


def isi() -> None:
    """Office, units, regions, companies."""
    if not Instansi.objects.exists():
        Instansi.objects.create(
            nama="Dinas Sosial",
            nama_pendek="Dinsos",
            pemerintah="Pemerintah Kabupaten Wanasari",
            alamat="Jalan Melati Nomor 8, Wanasari",
            kota="Wanasari",
            kode_pos="59299",
            telepon="(0299) 555-0142",
            laman="dinsos.wanasari.example",
            surel="dinsos@wanasari.example",
            jam_layanan="Senin–Kamis 07.30–16.00 (istirahat 12.00–13.00), Jumat 07.30–11.00",
        )
    _unit()
    _wilayah()
    isi_perusahaan()


def _unit() -> None:
    for kode, nama, induk in UNIT:
        atas = UnitKerja.objects.get(kode=induk) if induk else None
        UnitKerja.objects.get_or_create(
            kode=kode, defaults={"nama": nama, "induk": atas, "jalur": f"{atas.jalur if atas else ''}{kode}/"}
        )


def _wilayah() -> None:
    tingkat = Wilayah.Tingkat
    provinsi, _ = Wilayah.objects.get_or_create(
        kode="99", defaults={"nama": "NUSA TENGAH", "tingkat": tingkat.PROVINSI}
    )
    kabupaten, _ = Wilayah.objects.get_or_create(
        kode="99.71", defaults={"nama": "WANASARI", "tingkat": tingkat.KABUPATEN, "induk": provinsi}
    )
    for kode, nama in KECAMATAN.items():
        kecamatan, _ = Wilayah.objects.get_or_create(
            kode=f"99.71.{kode}", defaults={"nama": nama, "tingkat": tingkat.KECAMATAN, "induk": kabupaten}
        )
        for n, desa in enumerate(DESA, 1):
            Wilayah.objects.get_or_create(
                kode=f"99.71.{kode}.{2000 + n}",
                defaults={"nama": f"DESA {desa}", "tingkat": tingkat.DESA, "induk": kecamatan},
            )


def isi_akun() -> str:
    """The demonstration logins with one password, which is returned. Existing ones get it anew."""
    sandi = sandi_demo()
    hari = timezone.localdate()
    penyelia = None
    for a in AKUN:
        akun = Pengguna.objects.filter(username=a.username).first() or Pengguna(username=a.username, akun_demo=True)
        if not akun.akun_demo:
            continue  # a real account of that name is never touched
        akun.nama, akun.is_active, akun.is_staff = a.nama, True, a.peran == "admin"
        akun.unit = UnitKerja.objects.get(kode=a.unit) if a.unit else None
        akun.desa = Wilayah.objects.get(kode__startswith="99.71.01.", nama=f"DESA {a.desa}") if a.desa else None
        akun.perusahaan = Perusahaan.objects.get(nama=a.perusahaan) if a.perusahaan else None
        if a.peran == "magang":
            akun.berlaku_mulai, akun.berlaku_sampai, akun.atasan = (
                hari - dt.timedelta(days=30),
                hari + dt.timedelta(days=60),
                penyelia,
            )
        akun.set_password(sandi)
        akun.save()
        akun.groups.set(Group.objects.filter(name__in=[a.peran, a.tambahan]))
        penyelia = akun if a.username == "penyelia" else penyelia
    return sandi
