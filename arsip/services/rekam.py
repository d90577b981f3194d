"""Records: written down, filed, moved, their clock started, held, scanned, moved to the inactive ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from arsip.models import (
    BerkasArsip,
    Boks,
    ButirPemusnahan,
    JenisArsip,
    Pemusnahan,
    PindaianArsip,
    SuratKeluar,
    SuratMasuk,
)
from arsip.models.pilihan import TERTUTUP, Keamanan
from arsip.queries.boks import boks_dari
from arsip.queries.retensi import jadwal_kini
from arsip.services.keluar import surat_keluar_arsipkan
from arsip.services.pindaian import PDF, periksa_pdf
from arsip.services.retensi import hitung_berkas
from arsip.services.tertutup import tolak_usul_tertutup
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna, Tempat, UnitKerja
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.berkas import berkas_baca, berkas_miliki

LABEL = "arsip.berkasarsip"
PENGENAL = ("jenis", "nomor", "uraian", "tanggal", "unit", "lembar")  # what a list of records says one is


@layanan("Arsip dicatat")
def berkas_arsip_tambah(*, isian: dict[str, Any], oleh: Pengguna) -> BerkasArsip:
    """A record with its form's fields. Raises AturanDilanggar(BOKS_DITUTUP), ValidationError."""
    berkas = BerkasArsip(**isian, dibuat_oleh=oleh)
    tolak_usul_tertutup(berkas.keamanan, oleh)
    _boks_terbuka([berkas.tempat])
    hitung_berkas(berkas)
    return simpan_baru(berkas)


@layanan("Arsip diubah")
def berkas_arsip_ubah(*, berkas: BerkasArsip, isian: dict[str, Any], oleh: Pengguna) -> BerkasArsip:
    """Change what is written of a record; its dates follow. Raises AturanDilanggar(SUDAH_MUSNAH, BOKS_DITUTUP, DALAM_PEMUSNAHAN)."""
    with perubahan(berkas, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        if "tempat" in isian and isian["tempat"] != segar.tempat:
            _boks_terbuka([segar.tempat, isian["tempat"]])
        if any(getattr(segar, nama) != isian[nama] for nama in PENGENAL if nama in isian):
            _belum_dinilai_musnah(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        tolak_usul_tertutup(segar.keamanan, oleh)
        hitung_berkas(segar)
    return segar


@layanan("Arsip ditempatkan")
def berkas_arsip_tempatkan(*, berkas: Sequence[BerkasArsip], tempat: Tempat | None, oleh: Pengguna) -> BerkasArsip:
    """Put records into a box or folder, all or none; None takes them out. Raises AturanDilanggar.

    BOKS_DITUTUP (from or into a closed box), SUDAH_MUSNAH, TIDAK_ADA_DIPILIH.
    """
    if not berkas:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada arsip yang dipilih.", "Centang barisnya.")
    pindah = [b for b in berkas if b.tempat_id != (tempat.pk if tempat else None)]
    _boks_terbuka([b.tempat for b in pindah] + ([tempat] if pindah else []))
    hasil = berkas[0]
    for satu in pindah:
        with perubahan(satu, oleh=oleh) as segar:
            pastikan_tak_tetap(segar)
            segar.tempat, segar.urut_boks = tempat, None
        hasil = segar
    return hasil


@layanan("Peristiwa retensi dicatat")
def peristiwa_catat(*, berkas: Sequence[BerkasArsip], tanggal: dt.date | None, oleh: Pengguna) -> BerkasArsip:
    """Start the clock of records on a day (None: it stands again).

    Raises AturanDilanggar: PERISTIWA_NANTI, PERISTIWA_MENDAHULUI, TIDAK_ADA_DIPILIH, SUDAH_MUSNAH.
    """
    if tanggal is not None and tanggal > timezone.localdate():
        raise AturanDilanggar("PERISTIWA_NANTI", "Tanggal peristiwa belum tiba.", "Periksa tanggalnya.")
    if not berkas:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada arsip yang dipilih.", "Centang barisnya.")
    jadwal, hasil = jadwal_kini(), berkas[0]
    for satu in berkas:
        with perubahan(satu, oleh=oleh) as segar:
            pastikan_tak_tetap(segar)
            if tanggal is not None and tanggal < segar.tanggal:
                raise AturanDilanggar(
                    "PERISTIWA_MENDAHULUI",
                    f"Tanggal peristiwa mendahului tanggal {segar}, {segar.tanggal:%d-%m-%Y}.",
                    "Periksa tahunnya; masa simpan tidak dihitung sebelum arsipnya ada.",
                )
            segar.tanggal_peristiwa = tanggal
            hitung_berkas(segar, jadwal)
        hasil = segar
    return hasil


@layanan("Arsip ditahan")
def arsip_tahan(*, berkas: BerkasArsip, alasan: str, oleh: Pengguna) -> BerkasArsip:
    """Hold a record for a case at law: nothing destroys it. Raises AturanDilanggar(SUDAH_MUSNAH, ALASAN_KOSONG)."""
    with perubahan(berkas, oleh=oleh, sebab=alasan) as segar:
        pastikan_tak_tetap(segar)
        segar.tahan_alasan, segar.tahan_oleh, segar.tahan_pada = _alasan(alasan), oleh, timezone.now()
    return segar


@layanan("Penahanan arsip dilepas")
def arsip_lepas(*, berkas: BerkasArsip, alasan: str, oleh: Pengguna) -> BerkasArsip:
    """Lift the hold, with the reason in the history."""
    with perubahan(berkas, oleh=oleh, sebab=_alasan(alasan)) as segar:
        segar.tahan_alasan, segar.tahan_oleh, segar.tahan_pada = "", None, None
    return segar


@layanan("Pemeriksaan atas arsip dimulai")
def arsip_periksa_mulai(*, berkas: BerkasArsip, alasan: str, oleh: Pengguna) -> BerkasArsip:
    """An audit wants this record: nothing destroys it until the audit is closed."""
    with perubahan(berkas, oleh=oleh, sebab=alasan) as segar:
        pastikan_tak_tetap(segar)
        segar.periksa_alasan, segar.periksa_oleh, segar.periksa_pada = _alasan(alasan), oleh, timezone.now()
    return segar


@layanan("Pemeriksaan atas arsip diakhiri")
def arsip_periksa_akhiri(*, berkas: BerkasArsip, alasan: str, oleh: Pengguna) -> BerkasArsip:
    """The audit is closed."""
    with perubahan(berkas, oleh=oleh, sebab=_alasan(alasan)) as segar:
        segar.periksa_alasan, segar.periksa_oleh, segar.periksa_pada = "", None, None
    return segar


@layanan("Arsip dipindahkan ke inaktif")
def arsip_inaktifkan(*, berkas: Sequence[BerkasArsip], oleh: Pengguna) -> BerkasArsip:
    """Move records whose active time is over to the inactive ones. Raises AturanDilanggar(BELUM_INAKTIF)."""
    if not berkas:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada arsip yang dipilih.", "Centang barisnya.")
    hari, hasil = timezone.localdate(), berkas[0]
    for satu in berkas:
        with perubahan(satu, oleh=oleh) as segar:
            if segar.aktif_sampai >= hari:
                raise AturanDilanggar(
                    "BELUM_INAKTIF", f"Masa aktif {segar} belum lewat.", "Keluarkan dari pilihan Anda."
                )
            segar.inaktifkan()
        hasil = segar
    return hasil


@layanan("Arsip ditetapkan permanen")
def arsip_permanenkan(*, berkas: Sequence[BerkasArsip], alasan: str, oleh: Pengguna) -> BerkasArsip:
    """Keep records for ever: those whose fate says so, or that were assessed so. Raises AturanDilanggar."""
    if not berkas:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada arsip yang dipilih.", "Centang barisnya.")
    hasil = berkas[0]
    for satu in berkas:
        with perubahan(satu, oleh=oleh, sebab=alasan) as segar:
            if segar.nasib == "musnah":
                raise AturanDilanggar(
                    "BUKAN_PERMANEN", f"{segar} bernasib musnah menurut JRA.", "Perbaiki JRA atau kodenya dahulu."
                )
            segar.permanenkan()
        hasil = segar
    return hasil


@layanan("Pindaian ditambahkan")
def pindaian_tambah(*, berkas: BerkasArsip, pindaian: BerkasTersimpan, oleh: Pengguna) -> BerkasArsip:
    """Keep a stored scan with a record; a damaged or locked PDF is kept and flagged. Raises AturanDilanggar."""
    with perubahan(berkas, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        _belum_dinilai_musnah(segar)
    halaman, mutu = periksa_pindaian(berkas_baca(pindaian), pindaian.jenis_isi)
    simpan_baru(PindaianArsip(berkas_arsip=segar, berkas=pindaian, halaman=halaman, mutu=mutu))
    berkas_miliki([pindaian], label=LABEL, pk=segar.pk)
    return segar


def periksa_pindaian(isi: bytes, jenis: str) -> tuple[int, str]:
    """(pages, quality) of a scan; a picture is one page."""
    if jenis != PDF:
        return 1, PindaianArsip.Mutu.BAIK
    halaman, cacat = periksa_pdf(isi)
    return halaman, PindaianArsip.Mutu(cacat) if cacat else PindaianArsip.Mutu.BAIK


@layanan("Diarsipkan")
def arsipkan_objek(
    *,
    objek: Any,
    uraian: str,
    klasifikasi: str,
    jenis: JenisArsip | str,
    tanggal: dt.date,
    tempat: Tempat | None,
    oleh: Pengguna,
    unit: UnitKerja | None = None,
    nomor: str = "",
    lembar: int = 1,
    keamanan: str = "biasa",
) -> BerkasArsip:
    """The record of a letter or of an upper app's case. Called twice it gives the record that is there.

    `jenis` by itself or by its code. The unit is the given one, the object's, or the actor's.
    Raises AturanDilanggar(TANPA_UNIT, JENIS_TIDAK_ADA, BOKS_DITUTUP), ValidationError.
    """
    label, pk = objek._meta.label_lower, str(objek.pk)
    ada = BerkasArsip.objects.hidup().filter(objek_label=label, objek_id=pk).first()
    if ada is not None:
        return ada
    macam = JenisArsip.objects.hidup().filter(kode=jenis).first() if isinstance(jenis, str) else jenis
    if macam is None:
        raise AturanDilanggar("JENIS_TIDAK_ADA", f"Jenis arsip {jenis} belum ada.", "Buat dahulu pada Jenis arsip.")
    pengolah = unit or getattr(objek, "unit", None) or oleh.unit
    if pengolah is None:
        raise AturanDilanggar("TANPA_UNIT", "Unit pengolah belum diketahui.", "Pilih unitnya.")
    _boks_terbuka([tempat])
    berkas = BerkasArsip(
        nomor=(nomor or str(getattr(objek, "nomor", "") or f"{objek._meta.model_name}-{pk}"))[:60],
        jenis=macam,
        uraian=uraian_arsip(uraian, macam, keamanan),
        klasifikasi=klasifikasi,
        tanggal=tanggal,
        unit=pengolah,
        tempat=tempat,
        lembar=lembar,
        keamanan=keamanan,
        objek_label=label,
        objek_id=pk,
        dibuat_oleh=oleh,
    )
    hitung_berkas(berkas)
    return simpan_baru(berkas)


@layanan("Surat diarsipkan")
def surat_arsipkan(*, surat: Sequence[SuratKeluar], oleh: Pengguna) -> BerkasArsip:
    """Letters out as records of their own, not yet filed. Raises AturanDilanggar(TIDAK_ADA_DIPILIH, ...)."""
    if not surat:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada surat yang dipilih.", "Centang barisnya.")
    return [_arsipkan_keluar(s, s.klasifikasi, None, 1, oleh) for s in surat][-1]


@layanan("Surat keluar disimpan dalam arsip")
def surat_keluar_simpan(
    *, surat: SuratKeluar, klasifikasi: str, tempat: Tempat | None, lembar: int, oleh: Pengguna
) -> BerkasArsip:
    """File one letter out; its way ends there. Raises as `arsipkan_objek`, AturanDilanggar(SURAT_BATAL)."""
    return _arsipkan_keluar(surat, klasifikasi, tempat, lembar, oleh)


@layanan("Surat masuk disimpan dalam arsip")
def surat_masuk_simpan(
    *, surat: SuratMasuk, klasifikasi: str, tempat: Tempat | None, lembar: int, oleh: Pengguna
) -> BerkasArsip:
    """File one letter in, under its agenda number. Raises as `arsipkan_objek`, AturanDilanggar(SURAT_BATAL)."""
    if surat.status == SuratMasuk.Status.DIBATALKAN:
        raise AturanDilanggar("SURAT_BATAL", "Surat ini sudah dibatalkan.", "Tidak diarsipkan.")
    return arsipkan_objek(
        objek=surat,
        uraian=f"{surat.hal}, dari {surat.pengirim}",
        klasifikasi=klasifikasi,
        jenis="surat-masuk",
        tanggal=surat.diterima,
        tempat=tempat,
        lembar=lembar,
        keamanan=surat.keamanan,
        oleh=oleh,
    )


def _arsipkan_keluar(
    surat: SuratKeluar, klasifikasi: str, tempat: Tempat | None, lembar: int, oleh: Pengguna
) -> BerkasArsip:
    k = SuratKeluar.Keadaan
    if surat.keadaan == k.DIBATALKAN:
        raise AturanDilanggar("SURAT_BATAL", f"Surat {surat.nomor} sudah dibatalkan.", "Tidak diarsipkan.")
    if surat.keadaan in {k.TERBIT, k.TTD, k.DIKIRIM}:
        surat_keluar_arsipkan(surat=surat, oleh=oleh)
    return arsipkan_objek(
        objek=surat,
        uraian=surat.hal,
        klasifikasi=klasifikasi,
        jenis="surat-keluar",
        tanggal=surat.tanggal,
        tempat=tempat,
        lembar=lembar,
        keamanan=surat.keamanan,
        oleh=oleh,
    )


def uraian_arsip(uraian: str, jenis: JenisArsip, keamanan: str) -> str:
    """What the record of a letter or case says it is. Lists, boxes and berita acara are read by more people than a
    closed letter, so of that its nature alone is told; who may read the letter opens it from the record."""
    return f"{jenis}, {Keamanan(keamanan).label.lower()}" if keamanan in TERTUTUP else uraian[:300]


@layanan("Arsip mengikuti suratnya")
def arsip_ikut_surat(*, surat: SuratMasuk, oleh: Pengguna) -> BerkasArsip | None:
    """A letter was closed after it was filed: its record is closed with it."""
    milik = BerkasArsip.objects.ada().filter(objek_label=surat._meta.label_lower, objek_id=str(surat.pk))
    berkas = milik.exclude(keamanan__in=TERTUTUP).select_related("jenis").first()
    if berkas is None:
        return None
    with perubahan(berkas, oleh=oleh) as segar:
        segar.keamanan = surat.keamanan
        segar.uraian = uraian_arsip(segar.uraian, berkas.jenis, surat.keamanan)
    return segar


def _belum_dinilai_musnah(berkas: BerkasArsip) -> None:
    """What was assessed and approved is what is destroyed: no other name, no further scan, in between."""
    p = Pemusnahan.Status
    dinilai = ButirPemusnahan.objects.hidup().filter(
        berkas=berkas,
        penilaian=ButirPemusnahan.Penilaian.MUSNAH,
        pemusnahan__status__in=[p.DINILAI, p.DISETUJUI, p.DITETAPKAN],
    )
    if (satu := dinilai.select_related("pemusnahan__nomor").first()) is not None:
        raise AturanDilanggar(
            "DALAM_PEMUSNAHAN",
            f"{berkas} sudah dinilai musnah pada {satu.pemusnahan}.",
            "Keluarkan dahulu dari daftar pemusnahan itu.",
        )


def tempat_terjaga(tempat: Tempat, ke: Tempat | None) -> None:
    """A folder with records neither leaves a closed box nor enters one. Raises AturanDilanggar(BOKS_DITUTUP)."""
    if BerkasArsip.objects.ada().di_dalam(tempat.jalur).exists():
        _boks_terbuka([tempat.induk, ke])


def _boks_terbuka(tempat: Sequence[Tempat | None]) -> None:
    """Refuse what would enter or leave a closed box; the boxes stay locked until the act ends."""
    for b in boks_dari(tempat, kunci=True):
        if b.status == Boks.Status.DITUTUP:
            raise AturanDilanggar(
                "BOKS_DITUTUP", f"{b.tempat.nama} sudah ditutup.", "Buka kembali boksnya dengan alasan."
            )


def _alasan(teks: str) -> str:
    if not teks.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Alasannya belum ditulis.", "Tulis alasannya.")
    return teks.strip()[:300]
