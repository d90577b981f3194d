"""Invented staff of the demonstration office."""

from __future__ import annotations

import random

from simple_history.utils import bulk_create_with_history

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pangkat, Pegawai

PEGAWAI = (
    (
        "pimpinan",
        "Dra. Ratna Kusumawati, M.Si.",
        "197209141998032004",
        Pangkat.IV_C,
        "Kepala Dinas Sosial",
        "dinsos",
        True,
        "",
    ),
    (
        "penyelia",
        "Hendra Saputra, S.Sos.",
        "198103052006041007",
        Pangkat.III_D,
        "Kepala Bidang Perlindungan dan Jaminan Sosial",
        "linjamsos",
        True,
        "a.n. Kepala Dinas Sosial",
    ),
    (
        "staf",
        "Laras Wulandari, S.Sos.",
        "199006172015032003",
        Pangkat.III_B,
        "Pengelola Data Perlindungan Sosial",
        "linjamsos",
        False,
        "",
    ),
    (
        "penyelia2",
        "Sulastri Dewanti, S.Sos.",
        "198307212008012011",
        Pangkat.III_C,
        "Kepala Bidang Rehabilitasi Sosial",
        "rehsos",
        True,
        "a.n. Kepala Dinas Sosial",
    ),
    (
        "staf2",
        "Yoga Pratama, A.Md.",
        "199502112020121002",
        Pangkat.II_D,
        "Pekerja Sosial Terampil",
        "rehsos",
        False,
        "",
    ),
)
PPPK = (
    ("loket", "Rina Puspita", "199204282023212018", "Petugas Layanan Operasional", "linjamsos"),
    ("loket2", "Bagas Pramono", "199311022023211006", "Petugas Layanan Operasional", "linjamsos"),
)
NON_PNS = (
    ("Sumiati", "Tenaga Kebersihan", "sekretariat"),
    ("Darmo Wibowo", "Pengemudi", "sekretariat"),
    ("Nanik Setyowati", "Tenaga Administrasi", "sekretariat"),
)
DEPAN = [
    "Adi",
    "Beni",
    "Candra",
    "Dian",
    "Erna",
    "Farid",
    "Galih",
    "Heni",
    "Indra",
    "Jihan",
    "Kusno",
    "Lukito",
    "Maya",
    "Nanda",
    "Oki",
    "Prima",
    "Ratih",
    "Surya",
    "Tari",
    "Utomo",
]
BELAKANG = [
    "Anggara",
    "Basuki",
    "Cahyono",
    "Darmawan",
    "Efendi",
    "Firmansyah",
    "Gunadi",
    "Hartanto",
    "Iskandar",
    "Jatmiko",
]


def isi() -> None:
    """Staff of the small office; those with a login are tied to it."""
    for akun, nama, nip, pangkat, jabatan, unit, tanda, atas_nama in PEGAWAI:
        Pegawai.objects.get_or_create(
            nip=nip,
            defaults={
                "nama": nama,
                "pangkat": pangkat,
                "jabatan": jabatan,
                "unit": UnitKerja.objects.get(kode=unit),
                "boleh_menandatangani": tanda,
                "atas_nama": atas_nama,
                "pengguna": Pengguna.objects.filter(username=akun, akun_demo=True).first(),
            },
        )
    for akun, nama, nip, jabatan, unit in PPPK:
        Pegawai.objects.get_or_create(
            nip=nip,
            defaults={
                "nama": nama,
                "jenis": Pegawai.Jenis.PPPK,
                "jabatan": jabatan,
                "unit": UnitKerja.objects.get(kode=unit),
                "pengguna": Pengguna.objects.filter(username=akun, akun_demo=True).first(),
            },
        )
    for nama, jabatan, unit in NON_PNS:
        Pegawai.objects.get_or_create(
            nama=nama,
            jenis=Pegawai.Jenis.NON_PNS,
            defaults={"jabatan": jabatan, "unit": UnitKerja.objects.get(kode=unit)},
        )


def isi_besar(n: int) -> None:
    """N/100 further invented staff, without a login or a NIP; those of an earlier run count."""
    acak, unit = random.Random(5), list(UnitKerja.objects.all())  # noqa: S311  (invented names, not secrets)
    ada = Pegawai.objects.filter(jabatan="Pegawai rekaan").count()
    bulk_create_with_history(
        [
            Pegawai(
                nama=f"{acak.choice(DEPAN)} {acak.choice(BELAKANG)} {i}",
                jenis=Pegawai.Jenis.NON_PNS,
                jabatan="Pegawai rekaan",
                unit=acak.choice(unit),
            )
            for i in range(ada, n // 100)
        ],
        Pegawai,
        batch_size=1000,
    )
