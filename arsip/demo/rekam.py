"""Records of the demonstration office: a records room, 24 boxes of older papers, monthly boxes of letters, loans, a
stocktake, one destruction carried out and one that is blocked. Everything is invented and the same each time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from arsip.demo.jra import isi_jra
from arsip.demo.rekam_surat import boks_bulanan, surat_diarsipkan
from arsip.demo.riwayat_arsip import isi_opname, isi_pemusnahan, isi_pindaian, isi_pinjaman
from arsip.models import BerkasArsip, Boks, JenisArsip
from arsip.queries.retensi import jadwal_kini
from arsip.services.retensi import hitung_berkas
from inti.models import Pengguna, Tempat, UnitKerja

RAK, PER_RAK, RUANG = 4, 6, "arsip/ra/"
BELUM = 14  # records of these last days lie nowhere yet
NAMA = ("Bima", "Citra", "Damar", "Elok", "Fajar", "Gita", "Hasta", "Intan", "Jati", "Kirana", "Lestari", "Mega")


@transaction.atomic
def isi_rekam() -> None:
    """Schedule, places, records, and what happened to some of them. Idempotent."""
    jenis = isi_jra()
    oleh = Pengguna.objects.filter(username="arsiparis").first()
    unit = {u.kode: u for u in UnitKerja.objects.hidup()}
    if oleh is None or "umpeg" not in unit or BerkasArsip.objects.exists():
        return
    hari = timezone.localdate()
    boks = _boks(jenis, hari, oleh)
    surat = surat_diarsipkan(jenis, hari)
    berkas = [*_berkas(jenis, unit, boks, hari), *surat]
    boks += boks_bulanan(surat, Tempat.objects.get(jalur=RUANG), hari, oleh)
    jadwal = jadwal_kini()
    for b in berkas:
        b.dibuat_oleh = oleh
        hitung_berkas(b, jadwal)
        if b.aktif_sampai < hari - dt.timedelta(days=200) and b.tempat is not None:
            b.inaktifkan()  # moved in earlier years
    _nomori(berkas, boks)
    bulk_create_with_history(berkas, BerkasArsip, batch_size=300)
    bulk_create_with_history(boks, Boks)
    isi_pinjaman(oleh, hari)
    isi_opname(oleh, hari)
    isi_pindaian(oleh)
    isi_pemusnahan(oleh, hari)


def _boks(jenis: dict[str, JenisArsip], hari: dt.date, oleh: Pengguna) -> list[Boks]:
    """Building, room, racks and boxes: the kinds side by side, the newest box of each still open."""
    gedung = _tempat("arsip", "Gedung arsip", Tempat.Jenis.GEDUNG, None)
    ruang = _tempat("ra", "Ruang arsip", Tempat.Jenis.RUANG, gedung)
    rak = [_tempat(f"r{n}", f"Rak {n}", Tempat.Jenis.RAK, ruang) for n in range(1, RAK + 1)]
    kode = ["surat-keluar", "surat-masuk", "keuangan", "klaim", "pegawai", "lain"]
    tempat = []
    for n in range(RAK * PER_RAK):
        atas = rak[n // PER_RAK]
        tempat.append(
            Tempat(
                kode=f"b{n + 1:03d}", nama=f"Boks {n + 1:03d}", jenis=Tempat.Jenis.BOKS, induk=atas,
                jalur=f"{atas.jalur}b{n + 1:03d}/",
            )
        )  # fmt: skip
    bulk_create_with_history(tempat, Tempat)
    hasil = []
    for n, t in enumerate(Tempat.objects.filter(jalur__startswith=ruang.jalur, jenis="boks").order_by("jalur")):
        tutup = n // len(kode) < RAK - 1  # the last rack's boxes are being filled
        bulan = (hari.replace(day=1) - dt.timedelta(days=31 * (RAK * PER_RAK - n))).replace(day=1)
        saat = timezone.make_aware(dt.datetime.combine(bulan + dt.timedelta(days=33), dt.time(15, 10)))
        hasil.append(
            Boks(
                tempat=t,
                jenis=jenis[kode[n % len(kode)]],
                bulan=bulan,
                status=Boks.Status.DITUTUP if tutup else Boks.Status.TERBUKA,
                ditutup_oleh=oleh if tutup else None,
                ditutup_pada=saat if tutup else None,
            )
        )
    return hasil


def _tempat(kode: str, nama: str, jenis: str, induk: Tempat | None) -> Tempat:
    jalur = f"{induk.jalur if induk else ''}{kode}/"
    ada = Tempat.objects.filter(jalur=jalur).first()
    if ada is None:
        ada = Tempat(kode=kode, nama=nama, jenis=jenis, induk=induk, jalur=jalur)
        ada.save()
    return ada


def _berkas(
    jenis: dict[str, JenisArsip], unit: dict[str, UnitKerja], boks: list[Boks], hari: dt.date
) -> Iterator[BerkasArsip]:
    """Series of older papers, each into a box of its kind."""
    milik: dict[int, list[Boks]] = {}
    for b in boks:
        milik.setdefault(b.jenis_id or 0, []).append(b)

    def letak(macam: JenisArsip, n: int, tanggal: dt.date) -> Tempat | None:
        if tanggal > hari - dt.timedelta(days=BELUM) or (n % 17 == 5 and tanggal.year == hari.year - 1):
            return None
        pilihan = milik[macam.pk]
        return pilihan[n % len(pilihan)].tempat

    kini = hari.year
    # kind, unit, pattern, what, code, first year, last year, per year
    seri = (
        ("surat-masuk", "umpeg", "SM-{t}-{n}", "Undangan dari kecamatan nomor {n}", "000.1.1", kini - 9, kini - 1, 38),
        ("surat-keluar", "sekretariat", "005/{n}/{t}", "Surat rapat dinas nomor {n}", "000.1.2", kini - 4, kini - 1, 32),
        ("surat-masuk", "linjamsos", "SM-PBI-{t}-{n}", "Permohonan data desa nomor {n}", "400.9.3", kini - 6, kini - 1, 24),
        ("keuangan", "sekretariat", "SPJ-{t}-{n}", "Pertanggungjawaban kegiatan nomor {n}", "900.1.5", kini - 13, kini - 1, 20),
        ("klaim", "linjamsos", "JHT-{t}-{n}", "Berkas jaminan sosial a.n. {o}", "400.9.2", kini - 5, kini - 1, 34),
        ("pegawai", "umpeg", "PEG-{n}", "Berkas pegawai a.n. {o}", "800.1.6", kini - 3, kini - 3, 36),
        ("lain", "rehsos", "REH-{t}-{n}", "Rehabilitasi a.n. {o}", "400.9.4.1", kini - 4, kini - 1, 18),
        ("lain", "sekretariat", "LAP-{t}-{n}", "Laporan kinerja bagian {n}", "000.7.2", kini - 8, kini - 1, 5),
        ("lain", "sekretariat", "MON-{t}-{n}", "Berkas monitoring tanpa kode nomor {n}", "", kini - 2, kini - 1, 6),
    )  # fmt: skip
    for macam, kode_unit, pola, uraian, klasifikasi, dari, sampai, banyak in seri:
        for tahun in range(dari, sampai + 1):
            for n in range(1, banyak + 1):
                tanggal = dt.date(tahun, 1 + (n * 7) % 12, 1 + (n * 11) % 28)
                peristiwa = tanggal + dt.timedelta(days=90) if macam == "klaim" and n % 2 else None
                yield BerkasArsip(
                    nomor=pola.format(t=tahun, n=n), jenis=jenis[macam], unit=unit[kode_unit],
                    uraian=uraian.format(n=n, o=f"{NAMA[n % len(NAMA)]} {NAMA[(n * 5 + tahun) % len(NAMA)]}"),
                    klasifikasi=klasifikasi, tanggal=tanggal, tempat=letak(jenis[macam], n + tahun, tanggal),
                    lembar=2 + n % 9, tanggal_peristiwa=peristiwa,
                    keamanan="rahasia" if macam == "lain" and klasifikasi == "400.9.4.1" and n % 6 == 0 else "biasa",
                )  # fmt: skip


def _nomori(berkas: list[BerkasArsip], boks: list[Boks]) -> None:
    """What closing does: order by kind and code, numbers 1 to n."""
    isi: dict[int, list[BerkasArsip]] = {}
    for b in berkas:
        if b.tempat_id:
            isi.setdefault(b.tempat_id, []).append(b)
    for k in boks:
        if k.status == Boks.Status.DITUTUP:
            urut = sorted(isi.get(k.tempat_id, []), key=lambda b: (b.jenis.urutan, b.jenis_id, b.urut_kode))
            for n, b in enumerate(urut, start=1):
                b.urut_boks = n
            k.jumlah = len(urut)
