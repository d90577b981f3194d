"""Look-ups in a registry of a million persons: a NIK against a bare cursor, names against the clock.

Ours is what the counter calls: the queryset or `cari_nama` with its verdict. The floor of a NIK is the same SELECT of
the same columns by a bare Django cursor; of 500 NIKs one `nik__in`; of a name the 10 ms that are allowed.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.basis_data import ada_postgresql, jalankan_terpisah, siapkan_django, url_postgresql, url_sqlite

BANYAK = 1_000_000
BATAS_NAMA = 0.010
DEPAN = (
    "AGUS BAMBANG CAHYO DEDI EKO FAJAR GUNAWAN HADI IMAM JOKO SITI DEWI ENDANG FITRI GITA HESTI INDAH TUTI WULAN YANTI"
)
TENGAH = "NUR TRI DWI ADI PUTRA RAHMAT SETIA BUDI LESTARI AYU KUSUMA WAHYU RATNA PURWO SURYA ARIF RINA MEGA INTAN YOGA"
BELAKANG = "SANTOSO WIBOWO SUSANTO HIDAYAT KURNIAWAN SAPUTRA SETIAWAN NUGROHO PURNOMO HARTONO RAHMAWATI ASTUTI WAHYUNI"
DICARI = ("Agus Santoso", "Siti Nur Rahmawati", "Rahmat Hidayat", "Siti", "Bambang Purwo Hartono", "Tuti Wahyunni")


def isi(banyak: int) -> list[str]:
    """Fill the registry in sets; out: the NIKs of some persons."""
    from django.db import connection

    from dtks.models import Individu, Keluarga
    from inti.rules.nama import kunci_nama

    acak = random.Random(3)
    Keluarga.objects.create(id=1, no_kk="9971010101150001")
    depan, tengah, belakang = DEPAN.split(), TENGAH.split(), BELAKANG.split()
    kunci: dict[str, str] = {}
    nik = []
    for awal in range(0, banyak, 50_000):
        orang = []
        for n in range(awal, min(awal + 50_000, banyak)):
            nama = " ".join((acak.choice(depan), *([acak.choice(tengah)] if n % 3 else []), acak.choice(belakang)))
            if nama not in kunci:
                kunci[nama] = kunci_nama(nama)
            orang.append(
                Individu(
                    keluarga_id=1, nik=f"9971{n:012d}", no_kk="9971010101150001", nama=nama, kunci_nama=kunci[nama],
                    desil=n % 10 + 1, periode_data="2026-TW3", periode_urut=202609,
                )
            )  # fmt: skip
        Individu.objects.bulk_create(orang, batch_size=1_000)
        nik += [o.nik for o in acak.sample(orang, 100)]
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")
    return nik


def ukur(fungsi: Callable[[Any], Any], butir: list[Any]) -> float:
    """Median seconds of one call, after a warm-up."""
    for b in butir[:20]:
        fungsi(b)
    waktu = []
    for b in butir:
        mulai = time.perf_counter()
        fungsi(b)
        waktu.append(time.perf_counter() - mulai)
    return statistics.median(waktu)


def di_dalam(banyak: int) -> list[dict[str, Any]]:
    """Measure in this process, on DATABASE_URL."""
    siapkan_django()
    from django.db import connection

    from dtks.models import Individu
    from dtks.queries.registri import cari_nama, cari_nik, cari_nik_banyak

    nik = isi(banyak)
    kolom = ", ".join(f'"{f.column}"' for f in Individu._meta.concrete_fields)
    satu = f"SELECT {kolom} FROM dtks_individu WHERE nik = %s ORDER BY id"

    def kursor(sql: str, isi: list[Any]) -> list[Any]:
        with connection.cursor() as k:
            k.execute(sql, isi)
            return k.fetchall()

    banyak_nik = [nik[i : i + 500] for i in range(0, len(nik) - 499, 100)]
    baris = [
        ("NIK", ukur(lambda n: list(cari_nik(n)), nik), ukur(lambda n: kursor(satu, [n]), nik)),
        (
            "500 NIK",
            ukur(cari_nik_banyak, banyak_nik),
            ukur(lambda n: list(Individu.objects.filter(nik__in=n)), banyak_nik),
        ),
        *((f"nama {nama}", ukur(cari_nama, [nama] * 30), BATAS_NAMA) for nama in DICARI),
    ]
    assert len(list(cari_nik(nik[0]))) == 1 and len(cari_nama("Agus Santoso")) == 50
    return [{"apa": f"cari {apa}, {connection.vendor}", "kita": k, "lantai": d} for apa, k, d in baris]


def jalankan(banyak: int = BANYAK) -> list[dict[str, Any]]:
    """One row for each look-up and database: what, size, ours, floor (seconds), ratio."""
    hasil = []
    for sumber in (url_sqlite, url_postgresql) if ada_postgresql() else (url_sqlite,):
        with sumber() as url:
            hasil += json.loads(jalankan_terpisah("benchmarks.cari", url, str(banyak)))
    return [h | {"ukuran": banyak, "rasio": h["kita"] / h["lantai"]} for h in hasil]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(di_dalam(int(sys.argv[1]))))
    else:
        for h in jalankan():
            print(f"{h['apa']:45} {h['kita'] * 1000:8.2f} ms {h['lantai'] * 1000:8.2f} ms {h['rasio']:5.2f} x")
