"""The letter of recommendation: asked for, approved and numbered, printed, handed over; sent back or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from arsip.services.keluar import surat_keluar_batalkan, surat_keluar_kirim, surat_keluar_terbitkan
from dtks.documents.surat import Naskah, data_surat, snapshot_surat, teks_surat
from dtks.models import AturanLayanan, Permohonan, SuratRekomendasi
from dtks.queries.aturan import aturan_pada
from dtks.services.identitas import identitas_permohonan
from dtks.services.putusan import buka_putusan
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.dokumen import dokumen_cetak
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai
from kepegawaian.queries.pejabat import penanda_tangan


@layanan("Surat diminta")
def surat_minta(*, permohonan: Permohonan, oleh: Pengguna) -> SuratRekomendasi:
    """Ask for the letter of an accepted request: a new one, or the one that was sent back to be mended.

    Where the counter's decision suffices it is issued at once.
    """
    aturan = aturan_pada(permohonan.jenis, permohonan.tanggal)
    kembali = SuratRekomendasi.objects.filter(
        permohonan=permohonan, status=SuratRekomendasi.Status.DIKEMBALIKAN
    ).first()
    if kembali is not None:
        with perubahan(kembali, oleh=oleh) as surat:
            surat.ajukan_lagi()
            surat.pemohon, surat.tujuan, surat.diminta_pada = permohonan.pemohon, aturan.tujuan_surat, timezone.now()
    else:
        surat = simpan_baru(
            SuratRekomendasi(
                permohonan=permohonan,
                pemohon=permohonan.pemohon,
                tujuan=aturan.tujuan_surat,
                diminta_pada=timezone.now(),
            )
        )
    if aturan.persetujuan == AturanLayanan.Persetujuan.LOKET and aturan.penandatangan is not None:
        return _terbitkan(surat, aturan.penandatangan, oleh)
    return surat


@layanan("Surat disetujui")
def surat_setujui(*, surat: SuratRekomendasi, oleh: Pengguna) -> SuratRekomendasi:
    """Approve: number, page, archive copy. The approver signs, and nobody approves what he decided himself.

    Raises AturanDilanggar(BUKAN_PENANDATANGAN, MEMERIKSA_SENDIRI, SURAT_TIDAK_MENUNGGU), VersiBerubah.
    """
    pegawai = penanda_tangan(oleh)
    kunjungan = surat.permohonan.kunjungan
    if oleh.pk in {surat.permohonan.diputus_oleh_id, kunjungan.dilayani_oleh_id if kunjungan else None}:
        raise AturanDilanggar(
            "MEMERIKSA_SENDIRI",
            "Anda sendiri yang melayani atau memutus permohonan ini.",
            "Minta pejabat lain menyetujui.",
        )
    return _terbitkan(surat, pegawai, oleh)


def _terbitkan(surat: SuratRekomendasi, penandatangan: Pegawai, oleh: Pengguna) -> SuratRekomendasi:
    permohonan = surat.permohonan
    aturan = aturan_pada(permohonan.jenis, permohonan.tanggal)
    identitas_permohonan(permohonan, oleh, bersurat=True)
    hari, teks = timezone.localdate(), teks_surat(permohonan)
    with perubahan(surat, oleh=oleh) as segar:
        if segar.status != SuratRekomendasi.Status.MENUNGGU:
            raise AturanDilanggar(
                "SURAT_TIDAK_MENUNGGU", f"Surat ini {segar.get_status_display().lower()}.", "Muat ulang antrean."
            )
        sampai = hari + dt.timedelta(days=aturan.masa_berlaku_surat)
        naskah = Naskah(hari, segar.tujuan, teks["hal"], penandatangan, sampai)
        keluar = surat_keluar_terbitkan(
            tanggal=hari,
            tujuan=naskah.tujuan,
            hal=naskah.hal,
            klasifikasi=aturan.kode_klasifikasi,
            unit=permohonan.unit,
            penandatangan=penandatangan,
            data=lambda nomor: data_surat(naskah, nomor),
            snapshot=lambda nomor, kode: snapshot_surat(
                permohonan=permohonan, naskah=naskah, aturan=aturan, nomor=nomor, kode=kode, teks=teks
            ),
            objek=segar,
            oleh=oleh,
        )
        segar.surat_keluar = keluar
        segar.disetujui_oleh, segar.disetujui_pada, segar.alasan_kembali = oleh, timezone.now(), ""
        segar.setujui()
    if permohonan.diputus_oleh != oleh:
        beritahu(permohonan.diputus_oleh, f"Surat {keluar.nomor} untuk {segar.pemohon} disetujui; siap dicetak.", segar)
    if permohonan.diajukan_oleh is not None:
        beritahu(permohonan.diajukan_oleh, f"Surat {keluar.nomor} untuk {segar.pemohon} siap dicetak di desa.", segar)
    return segar


@layanan("Surat dikembalikan")
def surat_kembalikan(*, surat: SuratRekomendasi, oleh: Pengguna, alasan: str) -> SuratRekomendasi:
    """Send the letter back with what must be mended: its request is open again, and asks anew when accepted."""
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        segar.kembalikan()
        segar.alasan_kembali = alasan
    beritahu(segar.permohonan.diputus_oleh, f"Surat untuk {segar.pemohon} dikembalikan: {alasan}", segar)
    buka_putusan(segar.permohonan, oleh, alasan)
    return segar


@layanan("Surat dicetak", tanpa_usul=True)  # interns print
def surat_cetak(*, surat: Sequence[SuratRekomendasi], oleh: Pengguna, alasan: str = "") -> tuple[bytes, int]:
    """Print letters into one PDF, logging each print. A reprint needs a reason. Returns the PDF and the letters' count."""
    dokumen: list[Dokumen] = []
    for satu in surat:
        if satu.surat_keluar is None or satu.surat_keluar.dokumen is None:
            raise AturanDilanggar(
                "SURAT_BELUM_DISETUJUI", f"{satu} belum disetujui.", "Tunggu persetujuan, atau lepaskan dari pilihan."
            )
        dokumen.append(satu.surat_keluar.dokumen)
        if satu.status == SuratRekomendasi.Status.DISETUJUI:
            with perubahan(satu, oleh=oleh, sebab=alasan) as segar:
                segar.catat_cetak()
    if not dokumen:
        raise AturanDilanggar(
            "TIDAK_ADA_SURAT", "Belum ada surat yang dipilih.", "Beri tanda pada baris surat, lalu cetak."
        )
    return dokumen_cetak(dokumen=dokumen, oleh=oleh, alasan=alasan), len(dokumen)


@layanan("Surat diserahkan")
def surat_serahkan(*, surat: SuratRekomendasi, oleh: Pengguna, kepada: str) -> SuratRekomendasi:
    """Hand the printed letter to the citizen or who came for him; a village hands over what it filed.

    Raises AturanDilanggar(SERAH_DI_LOKET), VersiBerubah.
    """
    if oleh.desa_id is not None and surat.permohonan.asal != Permohonan.Asal.DESA:
        raise AturanDilanggar(
            "SERAH_DI_LOKET", "Surat ini dimohonkan di loket dinas.", "Warga mengambilnya di loket dinas."
        )
    with perubahan(surat, oleh=oleh) as segar:
        segar.serahkan()
        segar.diserahkan_kepada, segar.diserahkan_pada = kepada, timezone.now()
    if segar.surat_keluar is not None:
        surat_keluar_kirim(
            surat=segar.surat_keluar, tujuan=kepada, cara="langsung", dikirim_pada=timezone.localdate(), oleh=oleh,
            diterima_oleh=kepada,
        )  # fmt: skip
    return segar


@layanan("Surat dibatalkan")
def surat_batalkan(*, surat: SuratRekomendasi, oleh: Pengguna, alasan: str) -> SuratRekomendasi:
    """Cancel a letter with its number; the request can be decided anew. Who decided or filed it learns why."""
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        if segar.surat_keluar is not None:
            surat_keluar_batalkan(surat=segar.surat_keluar, oleh=oleh, alasan=alasan)
        segar.batalkan()
        segar.alasan_kembali = alasan
    for siapa in (segar.permohonan.diputus_oleh, segar.permohonan.diajukan_oleh):
        if siapa != oleh:
            beritahu(siapa, f"{segar} dibatalkan: {alasan}", segar)
    if segar.permohonan.status == Permohonan.Status.DITERIMA:
        buka_putusan(segar.permohonan, oleh, alasan)
    return segar
