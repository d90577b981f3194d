"""A small office for tests that kill processes: `python -m tests.kepercayaan.kantor_mati siapkan|ulangi|nilai BANYAK`."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys


def siapkan(banyak: int) -> dict[str, object]:
    """An office with `banyak` lists of one person each, every one queued to be taken as a request; a kiosk."""
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from dtks.models import AturanLayanan, Individu, Keluarga, Layar, SyaratBerkas
    from dtks.services.sekaligus import sekaligus_periksa, sekaligus_pilih
    from inti.jobs import tugas_antrekan
    from inti.models import Instansi, Pengguna, UnitKerja

    Instansi.objects.create(nama="Dinas", nama_pendek="Dinas", pemerintah="Kab", alamat="Jalan 1", kota="Kota")
    unit = UnitKerja.objects.create(kode="u", nama="Unit", jalur="u/")
    loket = Pengguna.objects.create_user("loket", "sandi-uji-yang-panjang", nama="Loket", unit=unit)
    loket.groups.set([Group.objects.get(name="loket")])
    AturanLayanan.objects.create(
        jenis="reaktivasi", berlaku_mulai=dt.date(2022, 1, 1), desil_max=5, dasar_hukum="uji", tujuan_surat="BPJS"
    )
    SyaratBerkas.objects.create(
        jenis="reaktivasi", kode="ktp", nama="KTP", berlaku_mulai=dt.date(2022, 1, 1), dasar_hukum="uji"
    )
    hari = timezone.localdate()
    for n in range(banyak):
        keluarga = Keluarga.objects.create(no_kk=f"99710101060{n:05d}")
        orang = Individu.objects.create(
            nama=f"WARGA {n}", kunci_nama="", keluarga=keluarga, nik=f"99710115038{n:05d}", no_kk=keluarga.no_kk,
            desil=2, id_dtks=f"99{n:05d}", sumber_data="DTSEN", periode_data="2026-TW3", periode_urut=202609,
        )  # fmt: skip
        daftar = sekaligus_periksa(nama=f"Daftar {n}", jenis="reaktivasi", daftar=[orang.nik], oleh=loket)
        isian = {"pengantar_nomor": "1", "pengantar_tanggal": hari}
        sekaligus_pilih(sekaligus=daftar, pilih=[1], isian=isian, berkas_ada=["ktp"], oleh=loket)
        tugas_antrekan(
            jenis="dtks-sekaligus-terima", judul=f"Daftar {n}", argumen={"sekaligus": daftar.pk}, oleh=loket, jumlah=1
        )
    layar = Layar.objects.create(nama="Kiosk", jenis="tiket", unit=unit)
    return {"kiosk": layar.kode}


def ulangi() -> dict[str, object]:
    """Put jobs that died too often back in the queue, as an operator would."""
    from inti.jobs import tuai, tugas_ulangi
    from inti.models import Tugas

    milik = Tugas.objects.filter(jenis="dtks-sekaligus-terima")
    tuai()
    gagal = list(milik.filter(keadaan="gagal"))
    for tugas in gagal:
        tugas_ulangi(tugas=tugas)
    return {"diulang": len(gagal), "sisa": milik.exclude(keadaan="selesai").count()}


def nilai() -> dict[str, object]:
    """What stands in the end: jobs, requests, letters, numbers, tickets."""
    from django.db.models import Count, Max

    from dtks.models import AnggotaPermohonan, Permohonan, SuratRekomendasi, Tiket
    from inti.models import Nomor, Perubahan, Tugas

    nomor = Nomor.objects.filter(seri__kode="dtks.permohonan")
    return {
        "tugas": dict(Tugas.objects.filter(jenis="dtks-sekaligus-terima").values_list("keadaan").annotate(Count("pk"))),
        "permohonan": Permohonan.objects.count(),
        "orang_ganda": AnggotaPermohonan.objects.values("nik").annotate(n=Count("pk")).filter(n__gt=1).count(),
        "surat": SuratRekomendasi.objects.count(),
        "tanpa_surat": Permohonan.objects.filter(status="diterima", surat__isnull=True).count(),
        "nomor": nomor.count(),
        "nomor_tertinggi": nomor.aggregate(m=Max("urut"))["m"] or 0,
        "tiket": Tiket.objects.count(),
        "tiket_tertinggi": Tiket.objects.aggregate(m=Max("urut"))["m"] or 0,
        "kunci": sorted(k.split(".", 1)[1] for k in Perubahan.objects.values_list("kunci", flat=True) if k),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    perintah = {"siapkan": lambda: siapkan(int(sys.argv[2])), "ulangi": ulangi, "nilai": nilai}[sys.argv[1]]
    print(json.dumps(perintah()))  # noqa: T201
