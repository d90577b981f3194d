"""Counselling and plans of the demonstration office, through their services. Invented people only."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone

from dtks.models import Konseling, RencanaIntervensi, SasaranIntervensi
from dtks.services import intervensi, puspaga
from inti.models import Pengguna, Wilayah

PASANGAN = (
    # his name, age, hers, age, reason, how far
    ("Aditya Firmansyah", 20, "Melati Puspitasari", 17, "khawatir", "surat"),
    ("Rizal Maulana", 18, "Sekar Ayuningtyas", 18, "sekolah", "selesai"),
    ("Bayu Setiawan", 21, "Nadya Rahmawati", 16, "ekonomi", "selesai"),
    ("Galih Prakoso", 18, "Intan Permatasari", 19, "adat", "berjalan"),
    ("Fajar Nugraha", 22, "Dinda Kirana", 17, "khawatir", "terdaftar"),
    ("Yusuf Ramadhan", 18, "Aulia Safitri", 17, "lain", "batal"),
)
HASIL = (
    ("menunda", "Keduanya masih ingin menyelesaikan sekolah; keluarga sepakat menunda dan mendampingi.", ""),
    ("siap", "Keduanya memahami hak dan kewajiban; keluarga bersedia mendampingi selama dua tahun.", ""),
    ("dirujuk", "Perlu pemeriksaan kesehatan dan pendampingan psikolog lebih dahulu.", "Puskesmas Wanasari Barat"),
)


def isi_program() -> None:
    """Six couples in every state, two plans with results."""
    if not Konseling.objects.exists():
        _konseling()
    if not RencanaIntervensi.objects.exists():
        _intervensi()


def _konseling() -> None:
    konselor = Pengguna.objects.get(username="staf2")
    kepala = Pengguna.objects.get(username="pimpinan")
    hari = timezone.localdate()
    for n, (pria, umur_pria, wanita, umur_wanita, alasan, sampai) in enumerate(PASANGAN):
        tanggal = hari - dt.timedelta(days=40 - 6 * n)
        kasus = puspaga.konseling_daftar(
            isian={
                "tanggal": tanggal,
                "pengadilan": "negeri" if n == 3 else "agama",
                **_orang("pria", pria, umur_pria, tanggal, n),
                **_orang("wanita", wanita, umur_wanita, tanggal, n),
                "alasan": alasan,
                "uraian": "Keluarga kedua calon mengajukan konseling sebelum ke pengadilan.",
            },
            oleh=konselor,
        )
        if sampai == "terdaftar":
            continue
        if sampai == "batal":
            puspaga.konseling_batal(konseling=kasus, alasan="Keluarga menunda rencana pernikahan.", oleh=konselor)
            continue
        for k in range(2 if sampai == "surat" else 1):
            puspaga.sesi_catat(konseling=kasus, isian=_sesi(tanggal + dt.timedelta(days=2 * k), k), oleh=konselor)
            kasus.refresh_from_db()
        if sampai == "berjalan":
            continue
        hasil, kesimpulan, rujukan = HASIL[n % 3]
        kasus = puspaga.konseling_selesai(
            konseling=kasus, hasil=hasil, kesimpulan=kesimpulan, rujukan=rujukan, oleh=konselor
        )
        if sampai == "surat":
            puspaga.konseling_setujui(konseling=kasus, oleh=kepala)


def _orang(sisi: str, nama: str, umur: int, tanggal: dt.date, n: int) -> dict[str, Any]:
    lahir = dt.date(tanggal.year - umur, 1 + n % 2, 3 + n) if tanggal.month > 2 else dt.date(tanggal.year - umur, 1, 1)
    hari = lahir.day + (40 if sisi == "wanita" else 0)
    isi = {
        "nama": nama,
        "nik": f"997101{hari:02d}{lahir:%m%y}{n + 1:04d}",
        "lahir": lahir,
        "pendidikan": "sma" if umur > 18 else "smp",
        "alamat": f"Dukuh Melati RT {n + 1:02d}, Wanasari Barat",
        "wali": f"{'Suparno' if sisi == 'pria' else 'Mulyani'} {nama.split()[-1]}",
        "wali_hubungan": "Ayah kandung" if sisi == "pria" else "Ibu kandung",
        "wali_telepon": "",
    }
    return {f"{sisi}_{k}": v for k, v in isi.items()}


def _sesi(tanggal: dt.date, ke: int) -> dict[str, Any]:
    return {
        "tanggal": tanggal,
        "hadir_pria": True,
        "hadir_wanita": True,
        "hadir_wali_pria": ke == 0,
        "hadir_wali_wanita": True,
        "hadir_lain": "",
        "ringkasan": "Membahas pendidikan, kesehatan reproduksi, dan kesiapan ekonomi keluarga."
        if ke == 0
        else "Membahas rencana sekolah dan dukungan kedua keluarga.",
        "rencana": "Keluarga membicarakan pilihan menunda di rumah." if ke == 0 else "",
    }


def _intervensi() -> None:
    penyelia, kepala = (Pengguna.objects.get(username=u) for u in ("penyelia", "pimpinan"))
    kode = Wilayah.objects.filter(kode__startswith="99.71.", tingkat="DESA").order_by("kode")
    desa = list(kode.values_list("kode", flat=True))
    tahun = timezone.localdate().year
    bersama: dict[str, Any] = {"tahun": tahun, "mulai": dt.date(tahun, 1, 1), "sampai": dt.date(tahun, 12, 31)}
    pangan = _rencana(
        penyelia,
        kepala,
        bersama
        | {
            "nama": "Bantuan pangan keluarga miskin",
            "program": "pangan",
            "opd": "Dinas Sosial",
            "sumber_dana": "kabupaten",
            "anggaran": Decimal(60_000_000),
            "per_keluarga": Decimal(600_000),
            "desil_min": 1,
            "desil_max": 2,
            "desa": desa,
        },
    )
    rumah = _rencana(
        penyelia,
        kepala,
        bersama
        | {
            "nama": "Rehabilitasi rumah tidak layak huni",
            "program": "rumah",
            "opd": "Dinas Perumahan dan Kawasan Permukiman",
            "sumber_dana": "provinsi",
            "anggaran": Decimal(400_000_000),
            "per_keluarga": Decimal(20_000_000),
            "desil_min": 1,
            "desil_max": 2,
            "desa": desa[:12],
        },
    )
    _hasil(pangan, penyelia, 8)
    _hasil(rumah, penyelia, 3)


def _rencana(penyelia: Pengguna, kepala: Pengguna, isian: dict[str, Any]) -> RencanaIntervensi:
    rencana = intervensi.rencana_susun(isian=isian, oleh=penyelia)
    rencana = intervensi.sasaran_pilih(rencana=rencana, oleh=penyelia)
    rencana = intervensi.rencana_setujui(rencana=rencana, oleh=kepala)
    return intervensi.rencana_jalankan(rencana=rencana, oleh=penyelia)


def _hasil(rencana: RencanaIntervensi, oleh: Pengguna, banyak: int) -> None:
    sasaran = list(SasaranIntervensi.objects.filter(rencana=rencana).order_by("id")[: banyak + 3])
    hari = timezone.localdate()
    lain = zip(sasaran[:3], ("tidak_ditemukan", "menolak", "pindah"), strict=False)
    for satu, hasil in lain:
        intervensi.hasil_catat(
            sasaran=[satu], hasil=hasil, tanggal=hari, jumlah=Decimal(0), catatan="Menurut petugas desa", oleh=oleh
        )
    if terima := sasaran[3:]:
        intervensi.hasil_catat(
            sasaran=terima, hasil="diterima", tanggal=hari, jumlah=rencana.per_keluarga, catatan="", oleh=oleh
        )
