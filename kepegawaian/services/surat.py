"""Letters of the personnel desk, one or many in one act, each with its number from the letter book."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from typing import Any

from django.utils import timezone

from inti import registry
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Pengguna
from inti.perubahan import layanan, simpan_baru
from inti.services.dokumen import dokumen_cetak
from kepegawaian.documents import surat as cetakan
from kepegawaian.models import Pegawai, SuratPegawai
from kepegawaian.queries.berkas import kelengkapan
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.queries.pejabat import pejabat_wajib
from kepegawaian.rules.karier import keadaan_pada

HARI_TENGGAT = 14


@layanan("Surat KGB diterbitkan")
def surat_kgb_terbitkan(*, pegawai: Sequence[Pegawai], oleh: Pengguna) -> SuratPegawai:
    """A notice for each, of the KGB that comes next; all or none.

    Raises AturanDilanggar: KGB_TIDAK_ADA, KGB_SUDAH (each names the person), PEJABAT_TIDAK_ADA, TIDAK_ADA_DIPILIH.
    """
    pejabat = _pejabat(pegawai, oleh)
    nilai, karier, hari = nilai_aturan(), karier_pegawai(pegawai), timezone.localdate()
    hasil = []
    for p in pegawai:
        keadaan = keadaan_pada(karier[p.pk], hari, nilai)
        if keadaan.kgb is None or keadaan.masa_kerja_mulai is None:
            raise AturanDilanggar(
                "KGB_TIDAK_ADA", f"KGB berikutnya bagi {p} tidak diketahui.", "Lengkapi riwayat pangkatnya."
            )
        if SuratPegawai.objects.hidup().filter(pegawai=p, jenis="kgb", untuk=keadaan.kgb.tanggal).exists():
            raise AturanDilanggar(
                "KGB_SUDAH",
                f"Surat KGB {p} untuk {keadaan.kgb.tanggal:%d-%m-%Y} sudah diterbitkan.",
                "Cetak dari daftar surat kepegawaian.",
            )
        snapshot = functools.partial(
            cetakan.snapshot_kgb,
            pegawai=p,
            jatuh=keadaan.kgb,
            mulai=keadaan.masa_kerja_mulai,
            pejabat=pejabat,
            tanggal=hari,
        )
        hasil.append(
            _terbitkan(p, cetakan.JENIS_KGB, SuratPegawai.Jenis.KGB, keadaan.kgb.tanggal, pejabat, snapshot, oleh)
        )
    return hasil[0]


@layanan("Surat kelengkapan berkas diterbitkan")
def surat_berkas_terbitkan(*, pegawai: Sequence[Pegawai], oleh: Pengguna) -> SuratPegawai:
    """A letter to each who lacks papers; whoever lacks none is passed. Raises as the KGB notice, and BERKAS_LENGKAP."""
    pejabat = _pejabat(pegawai, oleh)
    hari = timezone.localdate()
    lengkap = kelengkapan(pegawai, None)
    hasil = []
    for p in pegawai:
        kurang = [str(k) for k in lengkap[p.pk].kurang]
        if kurang:
            snapshot = functools.partial(
                cetakan.snapshot_berkas,
                pegawai=p,
                kurang=kurang,
                tenggat=hari + dt.timedelta(days=HARI_TENGGAT),
                pejabat=pejabat,
                tanggal=hari,
            )
            hasil.append(_terbitkan(p, cetakan.JENIS_BERKAS, SuratPegawai.Jenis.BERKAS, hari, pejabat, snapshot, oleh))
    if not hasil:
        raise AturanDilanggar("BERKAS_LENGKAP", "Berkas mereka sudah lengkap.", "Tidak perlu surat.")
    return hasil[0]


@layanan("Surat kepegawaian dicetak", tanpa_usul=True, diri=True)
def surat_pegawai_cetak(*, surat: Sequence[SuratPegawai], oleh: Pengguna, alasan: str = "") -> bytes:
    """Print letters into one PDF. Raises AturanDilanggar(ALASAN_CETAK_ULANG | DOKUMEN_BATAL)."""
    return dokumen_cetak(dokumen=[s.dokumen for s in surat], oleh=oleh, alasan=alasan)


def _pejabat(pegawai: Sequence[Pegawai], oleh: Pengguna) -> Pegawai:
    if not pegawai:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada pegawai yang dipilih.", "Centang pada daftar.")
    return pejabat_wajib(oleh)


def _terbitkan(
    p: Pegawai,
    jenis: str,
    macam: str,
    untuk: dt.date,
    pejabat: Pegawai,
    snapshot: Callable[..., dict[str, Any]],
    oleh: Pengguna,
) -> SuratPegawai:
    hari = timezone.localdate()
    keluar = registry.penerbit_surat()(
        tanggal=hari,
        tujuan=p.nama,
        hal=cetakan.HAL[jenis],
        klasifikasi=cetakan.KLASIFIKASI[jenis],
        unit=p.unit,
        penandatangan=pejabat,
        data=lambda nomor: cetakan.data_surat(jenis, nomor, hari, pejabat),
        snapshot=lambda nomor, kode: snapshot(nomor=nomor, kode=kode),
        oleh=oleh,
    )
    dokumen: Dokumen = keluar.dokumen
    return simpan_baru(
        SuratPegawai(
            pegawai=p,
            jenis=macam,
            untuk=untuk,
            tanggal=hari,
            nomor=keluar.nomor.teks,
            dokumen=dokumen,
            dibuat_oleh=oleh,
        )
    )
