"""The book of outgoing letters: a letter enters it with its number in the act that issues it; then it is signed, sent,
received, filed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from arsip.models import Ekspedisi, Naskah, Seri, SuratKeluar
from arsip.services.pola import nomor_surat
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Dokumen, Nomor, Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.dokumen import DataDokumen, dokumen_batalkan, dokumen_cetak, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_batalkan
from kepegawaian.models import Pegawai


@layanan("Surat keluar dibukukan")
def surat_keluar_bukukan(
    *,
    tanggal: dt.date,
    tujuan: str,
    hal: str,
    klasifikasi: str,
    unit: UnitKerja,
    penandatangan: Pegawai,
    oleh: Pengguna | None,
    seri: str = Seri.SURAT,
    lain: dict[str, Any] | None = None,
    sisip_sesudah: int | None = None,
    cadangan: Nomor | None = None,
    alasan: str = "",
) -> SuratKeluar:
    """Give the letter its number (see `nomor_surat`) and enter it into the book. `lain`: further fields of the entry."""
    nomor = nomor_surat(
        seri=seri,
        klasifikasi=klasifikasi,
        unit=unit,
        tanggal=tanggal,
        oleh=oleh,
        sisip_sesudah=sisip_sesudah,
        cadangan=cadangan,
        alasan=alasan,
    )
    surat = simpan_baru(
        SuratKeluar(
            nomor=nomor,
            tanggal=tanggal,
            tujuan=tujuan,
            hal=hal,
            klasifikasi=klasifikasi,
            unit=unit,
            penandatangan=penandatangan,
            **(lain or {}),
        )
    )
    nomor.objek_id = str(surat.pk)
    nomor.save(update_fields=["objek_id"])
    return surat


@layanan("Surat keluar diterbitkan")
def surat_keluar_terbitkan(
    *,
    tanggal: dt.date,
    tujuan: str,
    hal: str,
    klasifikasi: str,
    unit: UnitKerja,
    penandatangan: Pegawai,
    data: Callable[[str], DataDokumen],
    snapshot: Callable[[str, str], dict[str, Any]],
    oleh: Pengguna | None,
    seri: str = Seri.SURAT,
    lain: dict[str, Any] | None = None,
    sisip_sesudah: int | None = None,
    cadangan: Nomor | None = None,
    alasan: str = "",
    objek: Any = None,
    tunggal: bool = False,
) -> SuratKeluar:
    """Number, draw and book a letter in one go: also the kernel's port for lower apps (inti.registry.penerbit_surat).

    `objek` is the record whose document it is (None: the entry's own), `tunggal`: its only valid one of that kind.
    """
    surat = surat_keluar_bukukan(
        tanggal=tanggal,
        tujuan=tujuan,
        hal=hal,
        klasifikasi=klasifikasi,
        unit=unit,
        penandatangan=penandatangan,
        oleh=oleh,
        seri=seri,
        lain=lain,
        sisip_sesudah=sisip_sesudah,
        cadangan=cadangan,
        alasan=alasan,
    )
    kode, nomor = kode_baru(), surat.nomor.teks
    dokumen = dokumen_terbitkan(
        data=data(nomor),
        kode=kode,
        snapshot=snapshot(nomor, kode),
        objek=surat if objek is None else objek,
        oleh=oleh,
        tunggal=tunggal,
    )
    return surat_keluar_lampirkan(surat=surat, dokumen=dokumen, oleh=oleh)


@layanan("Dokumen surat disimpan")
def surat_keluar_lampirkan(*, surat: SuratKeluar, dokumen: Dokumen, oleh: Pengguna | None) -> SuratKeluar:
    """Keep the approved PDF as the archive copy of the letter."""
    with perubahan(surat, oleh=oleh) as segar:
        segar.dokumen = dokumen
    return segar


@layanan("Surat keluar dibatalkan")
def surat_keluar_batalkan(*, surat: SuratKeluar, oleh: Pengguna, alasan: str) -> SuratKeluar:
    """Cancel a letter: its number stays taken with the reason, its document is no longer valid. Raises SURAT_MUSNAH."""
    if surat.musnah:
        raise AturanDilanggar("SURAT_MUSNAH", "Surat ini sudah dimusnahkan.", "Catatannya tidak diubah lagi.")
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_batal = alasan
        nomor_batalkan(nomor=segar.nomor, oleh=oleh, alasan=alasan)
        if segar.dokumen is not None:
            dokumen_batalkan(dokumen=segar.dokumen, alasan=alasan)
    return segar


def surat_keluar_batalkan_dokumen(*, dokumen: Dokumen, alasan: str, oleh: Pengguna) -> SuratKeluar:
    """Cancel the letter of a document, from the record that issued it: the kernel's port (inti.registry.pembatal_surat)."""
    return surat_keluar_batalkan(surat=SuratKeluar.objects.get(dokumen=dokumen), oleh=oleh, alasan=alasan)


@layanan("Surat keluar dibatalkan dari buku")
def surat_keluar_cabut(*, surat: SuratKeluar, oleh: Pengguna, alasan: str) -> SuratKeluar:
    """Cancel a letter that was written here. One that another record issued is cancelled there. Raises SURAT_LAIN."""
    sendiri = surat.massal_id is not None or Naskah.objects.filter(surat_keluar=surat).exists()
    if not sendiri:
        raise AturanDilanggar(
            "SURAT_LAIN",
            "Surat ini diterbitkan dari pekerjaan lain, misalnya permohonan atau berkas pegawai.",
            "Batalkan dari halaman asalnya, agar keduanya sama.",
        )
    return surat_keluar_batalkan(surat=surat, oleh=oleh, alasan=alasan)


@layanan("Surat ditandatangani")
def surat_keluar_tandatangani(
    *, surat: SuratKeluar, tanggal: dt.date, pindaian: BerkasTersimpan | None, oleh: Pengguna
) -> SuratKeluar:
    """Record the signature on paper, with a scan of the signed letter if there is one.

    Raises TANGGAL_NANTI, TANGGAL_TTD.
    """
    _sudah_tiba(tanggal)
    if tanggal < surat.tanggal:
        raise AturanDilanggar(
            "TANGGAL_TTD", "Surat tidak dapat ditandatangani sebelum tanggalnya.", "Perbaiki tanggalnya."
        )
    with perubahan(surat, oleh=oleh) as segar:
        segar.tandatangani()
        segar.ditandatangani_pada = tanggal
        if pindaian is not None:
            segar.pindaian = pindaian
            berkas_miliki([pindaian], label="arsip.suratkeluar", pk=segar.pk)
    return segar


@layanan("Surat dikirim")
def surat_keluar_kirim(
    *,
    surat: SuratKeluar,
    tujuan: str,
    cara: str,
    dikirim_pada: dt.date,
    oleh: Pengguna,
    pembawa: str = "",
    diterima_oleh: str = "",
) -> Ekspedisi:
    """One more line of the expedition book; with who took it there and then, when it was handed over.

    Raises AturanDilanggar(SURAT_BATAL, SURAT_MUSNAH, TANGGAL_NANTI, TANGGAL_KIRIM).
    """
    if surat.keadaan == SuratKeluar.Keadaan.DIBATALKAN:
        raise AturanDilanggar("SURAT_BATAL", "Surat ini sudah dibatalkan.", "Tidak dikirim.")
    if surat.musnah:
        raise AturanDilanggar("SURAT_MUSNAH", "Surat ini sudah dimusnahkan.", "Tidak ada lagi yang dikirim.")
    _sudah_tiba(dikirim_pada)
    if dikirim_pada < surat.tanggal:
        raise AturanDilanggar("TANGGAL_KIRIM", "Surat tidak dapat dikirim sebelum tanggalnya.", "Perbaiki tanggalnya.")
    if surat.keadaan in {SuratKeluar.Keadaan.TERBIT, SuratKeluar.Keadaan.TTD}:
        with perubahan(surat, oleh=oleh) as segar:
            segar.kirim()
    return simpan_baru(
        Ekspedisi(
            surat=surat,
            tujuan=tujuan,
            cara=cara,
            dikirim_pada=dikirim_pada,
            pembawa=pembawa,
            diterima_oleh=diterima_oleh,
            diterima_pada=dikirim_pada if diterima_oleh else None,
        )
    )


@layanan("Surat diterima tujuan")
def ekspedisi_terima(
    *,
    ekspedisi: Ekspedisi,
    diterima_oleh: str,
    diterima_pada: dt.date,
    oleh: Pengguna,
    bukti: BerkasTersimpan | None = None,
) -> Ekspedisi:
    """Who took it and when, with the receipt, once. Raises TANGGAL_NANTI, TANGGAL_TERIMA, SURAT_BATAL,
    SUDAH_DITERIMA."""
    _sudah_tiba(diterima_pada)
    if diterima_pada < ekspedisi.dikirim_pada:
        raise AturanDilanggar(
            "TANGGAL_TERIMA", "Surat tidak dapat diterima sebelum dikirim.", "Perbaiki tanggal terimanya."
        )
    if ekspedisi.surat.keadaan == SuratKeluar.Keadaan.DIBATALKAN:
        raise AturanDilanggar("SURAT_BATAL", "Surat ini sudah dibatalkan.", "Tidak ada tanda terima yang dicatat.")
    with perubahan(ekspedisi, oleh=oleh) as segar:
        if segar.diterima_pada is not None:
            raise AturanDilanggar("SUDAH_DITERIMA", "Tanda terimanya sudah dicatat.", "Muat ulang halaman.")
        segar.diterima_oleh, segar.diterima_pada = diterima_oleh, diterima_pada
        if bukti is not None:
            segar.bukti = bukti
            berkas_miliki([bukti], label="arsip.ekspedisi", pk=segar.pk)
    return segar


@layanan("Surat keluar diarsipkan")
def surat_keluar_arsipkan(*, surat: SuratKeluar, oleh: Pengguna | None) -> SuratKeluar:
    """End of its way: it lies where it can be found."""
    with perubahan(surat, oleh=oleh) as segar:
        segar.arsipkan()
    return segar


@layanan("Rujukan SRIKANDI dicatat", dapat_dikembalikan=True)
def surat_keluar_rujukan(*, surat: SuratKeluar, srikandi: str, oleh: Pengguna) -> SuratKeluar:
    """Keep the reference that the national system gave."""
    with perubahan(surat, oleh=oleh) as segar:
        segar.srikandi = srikandi
    return segar


@layanan("Surat keluar dicetak", tanpa_usul=True)  # interns print
def surat_keluar_cetak(*, surat: list[SuratKeluar], oleh: Pengguna, alasan: str = "") -> bytes:
    """Print letters into one PDF. Raises AturanDilanggar(TANPA_DOKUMEN | ALASAN_CETAK_ULANG | DOKUMEN_BATAL)."""
    dokumen = [s.dokumen for s in surat if s.dokumen is not None]
    if len(dokumen) != len(surat) or not dokumen:
        raise AturanDilanggar(
            "TANPA_DOKUMEN", "Ada surat yang belum mempunyai dokumen.", "Lepaskan dari pilihan, lalu cetak."
        )
    return dokumen_cetak(dokumen=dokumen, oleh=oleh, alasan=alasan)


def _sudah_tiba(tanggal: dt.date) -> None:
    """What is recorded of a letter has happened."""
    if tanggal > timezone.localdate():
        raise AturanDilanggar("TANGGAL_NANTI", "Tanggalnya belum tiba.", "Catat pada harinya.")
