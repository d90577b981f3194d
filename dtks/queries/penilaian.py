"""From records to the plain data of the rules: what the system recommends on a person or a request today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from django.utils import timezone

from dtks.models import Individu, JenisPermohonan, Permohonan
from dtks.queries.aturan import aturan_pada, periode_pada
from dtks.rules.putusan import (
    Aturan,
    DataPengajuan,
    DataWarga,
    Putusan,
    Temuan,
    UmurSurat,
    dengan_anggota,
    nilai_pengajuan_baru,
    nilai_reaktivasi,
)
from inti.rules.kelengkapan import DaftarBerkas, Syarat, periksa_berkas

KODE_FASKES = "surat-faskes"


def data_warga(individu: Individu | None, *, cocok: bool = True) -> DataWarga:
    """What the rules need to know of a person; None: the registry does not know him."""
    if individu is None:
        return DataWarga(terdaftar=False, cocok=cocok)
    return DataWarga(
        terdaftar=individu.terdaftar,
        cocok=cocok,
        desil=individu.desil,
        id_dtks=individu.id_dtks,
        dikecualikan=individu.dikecualikan,
        sumber=individu.sumber_data,
        periode=individu.periode_data,
    )


def penilai(jenis: str, hari: dt.date) -> Callable[[DataWarga, DataPengajuan | None], Putusan]:
    """The rules in force on `hari`, fetched once, as a function of a person and his papers."""
    if jenis == JenisPermohonan.PENGAJUAN_BARU:
        periode, berikut = periode_pada(hari)
        return lambda warga, berkas: nilai_pengajuan_baru(warga, berkas, periode, hari, dibuka_lagi=berikut)
    baris = aturan_pada(jenis, hari)
    aturan = Aturan(baris.desil_min, baris.desil_max, baris.dasar_hukum)
    return lambda warga, berkas: nilai_reaktivasi(warga, berkas, aturan)


def nilai(jenis: str, warga: DataWarga, berkas: DataPengajuan | None, hari: dt.date) -> Putusan:
    """Recommend by the rules in force on `hari`."""
    return penilai(jenis, hari)(warga, berkas)


def nilai_permohonan(permohonan: Permohonan) -> Putusan:
    """Recommend on a request as it stands now, by the rules of its date."""
    anggota = permohonan.anggota.select_related("individu")
    return nilai_bersama(
        permohonan.jenis, [(a.nama, a.individu) for a in anggota], pengajuan(permohonan), permohonan.tanggal
    )


def putusan_kini(permohonan: Permohonan) -> Putusan:
    """What to show of a request: the recommendation of now while it is open, then the one its decision was taken on."""
    if permohonan.terbuka:
        return nilai_permohonan(permohonan)
    return Putusan(permohonan.saran, [Temuan(t["kode"], t["sifat"], t["bukti"]) for t in permohonan.temuan])


def nilai_bersama(
    jenis: str, anggota: Sequence[tuple[str, Individu | None]], berkas: DataPengajuan | None, hari: dt.date
) -> Putusan:
    """Recommend on persons who are named together, each with what the registry knows of him; the first is the applicant."""
    menilai = penilai(jenis, hari)
    pemohon, *lain = [(nama, data_warga(orang)) for nama, orang in anggota] or [("", data_warga(None))]
    return dengan_anggota(menilai(pemohon[1], berkas), [(nama, menilai(warga, None)) for nama, warga in lain])


def daftar_berkas(permohonan: Permohonan) -> DaftarBerkas:
    """The checklist of a request, as it stands."""
    semua = list(permohonan.berkas.select_related("syarat"))
    syarat = [Syarat(b.syarat_id, b.syarat.nama, b.syarat.wajib, b.syarat) for b in semua]
    return periksa_berkas(syarat, {b.syarat_id: [b] for b in semua if b.ada}, permohonan.tanggal)


def pengajuan(permohonan: Permohonan) -> DataPengajuan:
    """The papers of a request as the rules see them."""
    kurang = [s.asal for s in daftar_berkas(permohonan).kurang]
    hari_aturan = permohonan.pengantar_tanggal or permohonan.tanggal
    return DataPengajuan(
        pengantar=bool(permohonan.pengantar_nomor and permohonan.pengantar_tanggal),
        id_pengantar=permohonan.id_pada_pengantar or permohonan.id_dilengkapi_oleh_id is not None,
        wajib_id=permohonan.jenis == JenisPermohonan.REAKTIVASI and wajib_id_pada(hari_aturan),
        berkas_kurang=tuple(s.nama for s in kurang if s.kode != KODE_FASKES),
        faskes_kurang=any(s.kode == KODE_FASKES for s in kurang),
        umur=_umur_surat(permohonan),
    )


def _umur_surat(permohonan: Permohonan) -> tuple[UmurSurat, ...]:
    """Ages of the letters whose dates are known, with the limits of the day of the request."""
    aturan = aturan_pada(permohonan.jenis, permohonan.tanggal)
    surat = (
        ("Surat pengantar", permohonan.pengantar_tanggal, aturan.umur_pengantar),
        ("Surat faskes", permohonan.faskes_tanggal, aturan.umur_faskes),
    )
    return tuple(UmurSurat(s, (permohonan.tanggal - hari).days, batas) for s, hari, batas in surat if hari)


def wajib_id_pada(hari: dt.date) -> bool:
    """Whether the village's letter of that day had to name the ID-DTKS (rules dated before 2025)."""
    from dtks.models import AturanLayanan

    aturan = AturanLayanan.objects.pada(hari).filter(jenis=JenisPermohonan.REAKTIVASI).first()
    return bool(aturan and aturan.id_dtks_wajib)


def hari_ini() -> dt.date:
    """Today in the office."""
    return timezone.localdate()
