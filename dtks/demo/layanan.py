"""A month of work at the demonstration counter, done through the services that the pages call."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from django.db.models import Q
from django.utils import timezone

from dtks.forms.layanan import anggota_dari
from dtks.models import Individu, JenisPermohonan, Kunjungan, Pemeriksaan, Permohonan, SuratRekomendasi
from dtks.queries.penilaian import nilai_permohonan
from dtks.services import loket, surat
from inti.formats import samar_nik
from inti.models import Pengguna

REAKTIVASI, BARU = JenisPermohonan.REAKTIVASI, JenisPermohonan.PENGAJUAN_BARU


def isi_layanan() -> None:
    """About sixty visits on the last working days, in every state, with letters waiting, printed and handed over."""
    if Permohonan.objects.exists():
        return
    acak = random.Random(2026)  # noqa: S311
    pemutus = list(Pengguna.objects.filter(username__in=["loket", "loket2"], akun_demo=True).order_by("username"))
    kepala = Pengguna.objects.get(username="pimpinan")
    orang = [
        i
        for i in Individu.objects.filter(hubungan="KEPALA KELUARGA").select_related("desa").order_by("id")
        if i.id_dtks
    ]
    hari = timezone.localdate()
    hari_kerja = [d for d in (hari - dt.timedelta(days=k) for k in range(28)) if d.weekday() < 5][::-1]
    for n, warga in enumerate(orang[1:64]):
        tanggal = hari_kerja[n * len(hari_kerja) // 63]
        _layani(acak, warga, pemutus[n % 2], kepala, tanggal, n)


def _layani(
    acak: random.Random, warga: Individu, petugas: Pengguna, kepala: Pengguna, tanggal: dt.date, n: int
) -> None:
    periksa = loket.pemeriksaan_catat(
        cara=Pemeriksaan.Cara.NIK,
        dicari_samar=samar_nik(warga.nik),
        hasil=Pemeriksaan.Hasil.DITEMUKAN,
        individu=warga,
        oleh=petugas,
    )
    lengkap = n % 6 != 4
    if n % 5 == 3:
        loket.kunjungan_tolak(
            pemeriksaan=periksa, jenis=BARU, anggota=anggota_dari(warga), alasan="SUDAH_TERDAFTAR", oleh=petugas
        )
        _mundurkan(periksa, tanggal, acak)
        return
    permohonan = loket.permohonan_catat(
        pemeriksaan=periksa,
        jenis=REAKTIVASI,
        anggota=[anggota_dari(warga, f"99{n:011d}")],
        isian=_isian(warga, tanggal, n),
        berkas_ada=["ktp", "kk", *(["surat-faskes"] if lengkap else [])],
        oleh=petugas,
    )
    utama = nilai_permohonan(permohonan).utama
    if utama is not None and utama.kode == "ID_DTKS_TIDAK_DICANTUMKAN":
        permohonan = loket.permohonan_lengkapi_id(permohonan=permohonan, oleh=petugas)
    saran = nilai_permohonan(permohonan).saran
    if saran == "terima" and n % 11 != 7:
        _terima(permohonan, petugas, kepala, n)
    elif saran == "lengkapi":
        loket.permohonan_tunda(permohonan=permohonan, oleh=petugas)
    elif saran == "tolak":
        utama = nilai_permohonan(permohonan).utama
        loket.permohonan_tolak(permohonan=permohonan, oleh=petugas, alasan=utama.kode if utama else "DATA_TIDAK_COCOK")
    _mundurkan(periksa, tanggal, acak)


def _isian(warga: Individu, tanggal: dt.date, n: int) -> dict[str, Any]:
    lama = n % 17 == 5  # a village letter from before 2025 that leaves the ID out
    return {
        "pengantar_nomor": f"140/{200 + n}/{'XII/2024' if lama else f'{tanggal.month}/{tanggal.year}'}",
        "pengantar_tanggal": dt.date(2024, 12, 20) if lama else tanggal - dt.timedelta(days=1),
        "id_pada_pengantar": not lama,
        "faskes_nama": "Puskesmas Wanasari Barat" if n % 2 else "RSUD Wanasari",
        "faskes_nomor": f"445/{1100 + n}",
        "faskes_tanggal": tanggal,
        "keperluan": "pelayanan kesehatan",
        "telepon": "",
    }


def _terima(permohonan: Permohonan, petugas: Pengguna, kepala: Pengguna, n: int) -> None:
    loket.permohonan_terima(permohonan=permohonan, oleh=petugas)
    menunggu = SuratRekomendasi.objects.select_related("permohonan__kunjungan").get(permohonan=permohonan)
    if n >= 52:
        return  # the newest wait for the head
    if n % 13 == 6:
        surat.surat_kembalikan(
            surat=menunggu, oleh=kepala, alasan="Nama fasilitas kesehatan berbeda dengan surat aslinya."
        )
        return
    jadi = surat.surat_setujui(surat=menunggu, oleh=kepala)
    if n >= 46:
        return  # approved, not printed yet
    surat.surat_cetak(surat=[jadi], oleh=petugas)
    if n < 40:
        jadi.refresh_from_db()
        surat.surat_serahkan(surat=jadi, oleh=petugas, kepada=jadi.pemohon)


def _mundurkan(periksa: Pemeriksaan, tanggal: dt.date, acak: random.Random) -> None:
    """Set the visit back to its day, so that the charts have a month to show. Only the demonstration does this."""
    periksa.refresh_from_db()
    pukul = timezone.make_aware(dt.datetime.combine(tanggal, dt.time(8 + acak.randrange(3), acak.randrange(60))))
    permohonan = list(Permohonan.objects.filter(kunjungan_id=periksa.kunjungan_id).values_list("pk", flat=True))
    surat = list(SuratRekomendasi.objects.filter(permohonan__in=permohonan).values_list("pk", flat=True))
    diputus = pukul + dt.timedelta(minutes=6)
    _setel(Kunjungan, [periksa.kunjungan_id], waktu=pukul, selesai_pada=pukul + dt.timedelta(minutes=7))
    _setel(Permohonan, permohonan, tanggal=tanggal, dibuat_pada=pukul)
    _setel(Permohonan, permohonan, hanya=Q(diputus_pada__isnull=False), diputus_pada=diputus)
    _setel(SuratRekomendasi, surat, diminta_pada=diputus)


def _setel(model: Any, pk: list[Any], hanya: Q | None = None, **isian: Any) -> None:
    """Write the same into rows and their versions, so that each row stays what its history says."""
    for kueri in (model.objects.filter(pk__in=pk), model.riwayat.filter(id__in=pk)):
        kueri.filter(hanya or Q()).update(**isian)
