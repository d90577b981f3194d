"""Daily performance of the demonstration office: two months of a dozen people, in all states, some waiting too long."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from inti.models import Pengguna
from kepegawaian.models import KegiatanHarian, Pegawai, PenilaianBulanan, TargetKinerja
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.rules.kinerja import SEHARI, akhir_bulan, awal_bulan, hari_kerja, predikat

S = KegiatanHarian.Status
LAIN = ("jaminan", "bencana", "datasos")  # sections whose heads, without logins, write too
# target of a year: what, unit of output, amount, activities with their minutes
PIMPIN = (
    ("Pengendalian pelaksanaan program bidang", "laporan", 240, (("Memimpin rapat koordinasi mingguan", 120), ("Menelaah laporan kegiatan seksi", 90))),
    ("Pembinaan pegawai", "kegiatan", 240, (("Memeriksa dan menyetujui kinerja harian", 60), ("Membimbing staf menyusun telaahan", 75))),
    ("Surat dan naskah dinas yang diselesaikan", "surat", 600, (("Memeriksa dan memaraf naskah dinas", 150),)),
)  # fmt: skip
PELAKSANA = (
    ("Pemutakhiran data penerima bantuan", "data", 2400, (("Memadankan data kependudukan", 180), ("Memperbaiki data ganda", 120))),
    ("Laporan layanan", "laporan", 240, (("Menyusun rekap layanan", 90), ("Menghitung capaian bulanan", 75))),
    ("Pelayanan surat rekomendasi", "layanan", 900, (("Memeriksa kelengkapan berkas pemohon", 150), ("Mengetik konsep surat", 90))),
)  # fmt: skip
KATA_KEMBALI = ("Lampirkan daftar hadirnya.", "Jumlah tidak sesuai rekap loket.", "Jelaskan hasilnya.")


def isi_kinerja() -> None:
    """Targets, activities and last month's ratings. What is there stays."""
    if KegiatanHarian.objects.exists():
        return
    acak, hari = random.Random(31), timezone.localdate()  # noqa: S311  (invented people)
    orang = _orang()
    target = _target(orang, hari)
    awal = awal_bulan(awal_bulan(hari) - SEHARI)
    baris: list[KegiatanHarian] = []
    for p in orang:
        dulu, kini = atasan_pada(p, awal), atasan_pada(p, hari)
        for n in range((hari - awal).days + 1):
            tanggal = awal + n * SEHARI
            if hari_kerja(tanggal) and acak.random() > 0.06:
                atasan = kini if dulu == kini else atasan_pada(p, tanggal)
                baris += _hari(acak, p, tanggal, hari, atasan, target)
    bulk_create_with_history(baris, KegiatanHarian, batch_size=500)
    _nilai(acak, orang, awal)


def _orang() -> list[Pegawai]:
    """All with a login, and three heads of sections below them."""
    aktif = Pegawai.objects.aktif().select_related("unit", "pengguna")
    berakun = list(aktif.filter(pengguna__akun_demo=True).order_by("id"))
    return berakun + list(aktif.filter(unit__kode__in=LAIN, memimpin=True, pengguna=None).order_by("id")[:3])


def _isi(p: Pegawai) -> tuple[tuple[str, str, int, tuple[tuple[str, int], ...]], ...]:
    return PIMPIN if p.memimpin else PELAKSANA


def _target(orang: list[Pegawai], hari: dt.date) -> dict[tuple[int, int, str], TargetKinerja]:
    """Targets of the years that the two months touch."""
    tahun = sorted({awal_bulan(awal_bulan(hari) - SEHARI).year, hari.year})
    semua = [
        TargetKinerja(pegawai=p, tahun=t, uraian=u, satuan=s, jumlah=j, indikator="Sesuai jadwal dan lengkap")
        for p in orang
        for t in tahun
        for u, s, j, _ in _isi(p)
    ]
    tersimpan = bulk_create_with_history(semua, TargetKinerja, batch_size=500)
    return {(t.pegawai_id, t.tahun, t.uraian): t for t in tersimpan}


def _hari(
    acak: random.Random,
    p: Pegawai,
    tanggal: dt.date,
    hari: dt.date,
    atasan: Pegawai | None,
    target: dict[tuple[int, int, str], TargetKinerja],
) -> list[KegiatanHarian]:
    hasil = []
    for uraian, satuan, _, kegiatan in acak.sample(_isi(p), acak.choice((2, 3))):
        nama, menit = acak.choice(kegiatan)
        isi: dict[str, Any] = {
            "pegawai": p,
            "tanggal": tanggal,
            "kegiatan": nama,
            "target": target[(p.pk, tanggal.year, uraian)],
            "jumlah": acak.randrange(1, 12) if satuan in {"data", "layanan", "surat"} else 1,
            "satuan": satuan,
            "menit": menit + acak.choice((0, 15, 30, 45)),
            "tautan": "Map kegiatan bidang" if acak.random() < 0.3 else "",
        }
        hasil.append(KegiatanHarian(**isi, **_keadaan(acak, tanggal, hari, atasan)))
    return hasil


def _keadaan(acak: random.Random, tanggal: dt.date, hari: dt.date, atasan: Pegawai | None) -> dict[str, Any]:
    """Today is a draft, the last days wait, some older ones wait too long, a few came back, the rest is approved."""
    if tanggal == hari or atasan is None:
        return {"status": S.KONSEP}
    diajukan = {"atasan": atasan, "diajukan_pada": _saat(tanggal, 15, acak.randrange(30, 59))}
    lama = (hari - tanggal).days
    if lama <= 3 or (7 <= lama <= 12 and acak.random() < 0.12):
        return diajukan | {"status": S.DIAJUKAN}
    if atasan.pengguna_id is None:
        return diajukan | {"status": S.DIAJUKAN} if lama < 12 else {"status": S.KONSEP}
    putus = {"diputus_oleh": atasan.pengguna, "diputus_pada": _saat(min(tanggal + SEHARI, hari - SEHARI), 9, 10)}
    if lama <= 9 and acak.random() < 0.08:
        return diajukan | putus | {"status": S.DIKEMBALIKAN, "catatan": acak.choice(KATA_KEMBALI)}
    return diajukan | putus | {"status": S.DISETUJUI}


def _saat(hari: dt.date, jam: int, menit: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(hari, dt.time(jam, menit)))


def _nilai(acak: random.Random, orang: list[Pegawai], bulan: dt.date) -> None:
    """Last month's ratings by superiors with a login; one person is still without."""
    hasil = []
    for p in orang:
        atasan = atasan_pada(p, akhir_bulan(bulan))
        penilai: Pengguna | None = atasan.pengguna if atasan else None
        if atasan is None or penilai is None or (p.pengguna and p.pengguna.username == "loket2"):
            continue
        h, q = acak.choice((("atas", "atas"), ("sesuai", "sesuai"), ("sesuai", "atas"), ("bawah", "sesuai")))
        hasil.append(
            PenilaianBulanan(
                pegawai=p,
                bulan=bulan,
                hasil=h,
                perilaku=q,
                predikat=predikat(h, q).value,
                catatan="Pertahankan ketepatan waktu." if h != "bawah" else "Selesaikan laporan sebelum tanggal 5.",
                rujukan_ekinerja=f"EK-{bulan:%Y%m}-{p.pk:05d}" if acak.random() < 0.7 else "",
                atasan=atasan,
                dinilai_oleh=penilai,
            )
        )
    bulk_create_with_history(hasil, PenilaianBulanan)
