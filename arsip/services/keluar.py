"""The book of outgoing letters: a letter enters it with its number in the act that issues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from arsip.models import SuratKeluar
from inti.models import Dokumen, Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.dokumen import DataDokumen, dokumen_batalkan, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_ambil, nomor_batalkan
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
    oleh: Pengguna,
) -> SuratKeluar:
    """Give the next number of the year's series of `klasifikasi` and enter the letter into the book."""
    nomor = nomor_ambil(
        seri=f"surat.{klasifikasi}",
        pola=f"{klasifikasi}/{{urut:04d}}/{{tahun}}",
        tanggal=tanggal,
        oleh=oleh,
        objek_label="arsip.suratkeluar",
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
    oleh: Pengguna,
) -> SuratKeluar:
    """Number, draw and book a letter of a lower app in one go: the kernel's port (inti.registry.penerbit_surat)."""
    surat = surat_keluar_bukukan(
        tanggal=tanggal,
        tujuan=tujuan,
        hal=hal,
        klasifikasi=klasifikasi,
        unit=unit,
        penandatangan=penandatangan,
        oleh=oleh,
    )
    kode, nomor = kode_baru(), surat.nomor.teks
    dokumen = dokumen_terbitkan(data=data(nomor), kode=kode, snapshot=snapshot(nomor, kode), objek=surat, oleh=oleh)
    return surat_keluar_lampirkan(surat=surat, dokumen=dokumen, oleh=oleh)


@layanan("Dokumen surat disimpan")
def surat_keluar_lampirkan(*, surat: SuratKeluar, dokumen: Dokumen, oleh: Pengguna) -> SuratKeluar:
    """Keep the approved PDF as the archive copy of the letter."""
    with perubahan(surat, oleh=oleh) as segar:
        segar.dokumen = dokumen
    return segar


@layanan("Surat keluar dibatalkan")
def surat_keluar_batalkan(*, surat: SuratKeluar, oleh: Pengguna, alasan: str) -> SuratKeluar:
    """Cancel a letter: its number stays taken with the reason, its document is no longer valid."""
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        segar.keadaan, segar.alasan_batal = SuratKeluar.Keadaan.DIBATALKAN, alasan
        nomor_batalkan(nomor=segar.nomor, oleh=oleh, alasan=alasan)
        if segar.dokumen is not None:
            dokumen_batalkan(dokumen=segar.dokumen, alasan=alasan)
    return segar
