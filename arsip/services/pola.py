"""Which number a letter gets: the series and pattern in force, the next number, an insertion, or a reserved one."""

from __future__ import annotations

import datetime as dt

from arsip.models import PolaNomor, Seri, SuratKeluar
from arsip.models.nomor import pola_pada
from inti.formats import tanggal_panjang
from inti.galat import AturanDilanggar
from inti.models import Nomor, Pengguna, SeriNomor, UnitKerja
from inti.services.nomor import nomor_ambil, nomor_pakai_cadangan, nomor_sisipkan

BUKU = "arsip.suratkeluar"


def seri_surat(seri: str, *, klasifikasi: str, unit: UnitKerja, hari: dt.date) -> tuple[str, str]:
    """Key and pattern of the series for a letter. Without a pattern of the office each code has its own, as
    400.9/0001/2026."""
    aturan = pola_pada(seri, unit, hari)
    if aturan is None:
        awal = "" if seri == Seri.SURAT else f"{seri}."
        return f"surat.{awal}{klasifikasi}", f"{klasifikasi}/{{urut:04d}}/{{tahun}}"
    buku = f"surat.{seri}" if aturan.unit_id is None else f"surat.{seri}.{aturan.unit_id}"
    if aturan.urutan == PolaNomor.Satu.UNIT and aturan.unit_id is None:
        buku = f"{buku}.u{unit.pk}"
    if aturan.urutan == PolaNomor.Satu.KODE:
        buku = f"{buku}.{klasifikasi}"
    return buku, aturan.pola


def nomor_surat(
    *,
    seri: str,
    klasifikasi: str,
    unit: UnitKerja,
    tanggal: dt.date,
    oleh: Pengguna | None,
    sisip_sesudah: int | None = None,
    cadangan: Nomor | None = None,
    alasan: str = "",
) -> Nomor:
    """The number of a letter, in the transaction that uses it: the next one, one inserted behind `sisip_sesudah`, or a
    reserved one. Raises as the kernel's services, and AturanDilanggar(SERI_BELUM_ADA, CADANGAN_LAIN, SISIPAN_TANGGAL)."""
    kode, pola = seri_surat(seri, klasifikasi=klasifikasi, unit=unit, hari=tanggal)
    isian = {"kode": klasifikasi, "unit": unit.kode.upper()}
    if sisip_sesudah is None and cadangan is None:
        return nomor_ambil(seri=kode, pola=pola, tanggal=tanggal, oleh=oleh, objek_label=BUKU, isian=isian)
    buku = SeriNomor.objects.filter(kode=kode, tahun=tanggal.year).first()
    if buku is None:
        raise AturanDilanggar(
            "SERI_BELUM_ADA", f"Buku nomor tahun {tanggal.year} untuk surat ini belum dibuka.", "Ambil nomor biasa."
        )
    if cadangan is not None:
        if cadangan.seri_id != buku.pk:
            raise AturanDilanggar(
                "CADANGAN_LAIN", f"Nomor {cadangan.teks} dicadangkan untuk buku lain.", "Pilih dari buku surat ini."
            )
        return nomor_pakai_cadangan(nomor=cadangan, tanggal=tanggal, oleh=oleh, objek_label=BUKU, isian=isian)
    assert sisip_sesudah is not None
    _urut_hari(buku, sisip_sesudah, tanggal)
    return nomor_sisipkan(
        seri=buku, urut=sisip_sesudah, tanggal=tanggal, oleh=oleh, alasan=alasan, objek_label=BUKU, isian=isian
    )


def _urut_hari(buku: SeriNomor, sesudah: int, tanggal: dt.date) -> None:
    """Refuse an insertion that breaks the order of days in its book: 5a lies between the days of 5 and 6. A day before
    the book's first letter has no such place and may stand anywhere."""
    hari = SuratKeluar.objects.filter(nomor__seri=buku, nomor__sisipan="").values_list("nomor__urut", "tanggal")
    tepat = hari.filter(tanggal__lte=tanggal).order_by("-nomor__urut").first()
    tetangga = dict(hari.filter(nomor__urut__in=[sesudah, sesudah + 1]))
    if tepat is None or (tetangga.get(sesudah, tanggal) <= tanggal <= tetangga.get(sesudah + 1, tanggal)):
        return
    raise AturanDilanggar(
        "SISIPAN_TANGGAL",
        f"Nomor urut {sesudah} bukan nomor terakhir sampai {tanggal_panjang(tanggal)}.",
        f"Sisipkan sesudah nomor urut {tepat[0]}.",
    )
