"""The days of a leave as it keeps them: written when it is filed, decided, called back, and computed again by a verb."""

from __future__ import annotations

from collections.abc import Iterable

from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai, PengajuanCuti
from kepegawaian.queries.cuti import hitung_pengajuan
from kepegawaian.queries.cuti_basi import CutiBasi, basi_satu
from kepegawaian.rules.cuti import Hitungan

S = PengajuanCuti.Status
# Refusals of an application that a change of the calendar may bring upon a leave: told, since it can't be refused any more.
AKIBAT = frozenset({"KUOTA_LEWAT", "KUOTA_TAHUN_BERIKUT", "TANPA_HARI_KERJA"})


def hitungan_isi(cuti: PengajuanCuti, hitungan: Hitungan, satuan: str, kabar: Iterable[str]) -> None:
    """Write the days on the leave with what they were counted by: the days left out, each with its reason."""
    cuti.hari, cuti.satuan = hitungan.hari, satuan
    cuti.per_tahun = {str(t): n for t, n in hitungan.per_tahun.items()}
    cuti.rincian = {
        "tidak_dihitung": [
            {"sebab": sebab, "tanggal": [h.isoformat() for h in hari]} for sebab, hari in hitungan.tidak_dihitung
        ],
        "kabar": list(kabar),
    }


def pegawai_kunci(pegawai: Pegawai) -> None:
    """One act on a person's leave at a time: balances and overlaps are read under this lock."""
    Pegawai.objects.select_for_update().filter(pk=pegawai.pk).first()


@layanan("Cuti dihitung ulang", tanpa_usul=True)
def cuti_hitung_ulang(*, cuti: PengajuanCuti, alasan: str, oleh: Pengguna) -> PengajuanCuti:
    """Count a leave again by the calendar and the rule in force; state, dates and the decided form stay as they are.

    A balance that this brings below nothing is told on the leave. Raises AturanDilanggar (DIRI_SENDIRI,
    CUTI_SUDAH_SESUAI), VersiBerubah.
    """
    pegawai_kunci(cuti.pegawai)
    with perubahan(cuti, oleh=oleh, sebab=alasan) as segar:
        basi = basi_satu(segar)
        if basi is None:
            raise AturanDilanggar(
                "CUTI_SUDAH_SESUAI", "Hari cuti ini sudah sesuai dengan kalender.", "Tidak ada yang perlu dihitung."
            )
        beda = basi.beda
        hitungan_isi(segar, basi.hitungan, basi.satuan, _kabar(segar))
    beritahu(segar.pegawai.pengguna, f"{segar} dihitung ulang menurut kalender kerja: {beda}.", segar)
    return segar


@layanan("Beberapa cuti dihitung ulang", tanpa_usul=True)
def cuti_hitung_ulang_semua(*, cuti: list[PengajuanCuti], alasan: str, oleh: Pengguna) -> PengajuanCuti | None:
    """Count several again in one act; all or none. Raises as `cuti_hitung_ulang`."""
    for satu in cuti:
        cuti_hitung_ulang(cuti=satu, alasan=alasan, oleh=oleh)
    return cuti[0] if cuti else None


def _kabar(cuti: PengajuanCuti) -> list[str]:
    if cuti.berakhir < cuti.mulai:
        return []
    hasil = hitung_pengajuan(
        cuti.pegawai,
        jenis=cuti.jenis,
        mulai=cuti.mulai,
        sampai=cuti.berakhir,
        kecuali=cuti.pk,
        kelahiran_ke=cuti.kelahiran_ke,
        tanggal=cuti.tanggal,
    )
    akibat = frozenset() if cuti.status == S.DITANGGUHKAN else AKIBAT
    return [t.kalimat for t in hasil.temuan if t.sifat == "kabar" or t.kode in akibat]


def cuti_orang_lain(basi: list[CutiBasi], oleh: Pengguna) -> list[PengajuanCuti]:
    """Those of them that this user may count again: one's own is somebody else's to do."""
    return [b.cuti for b in basi if b.cuti.pegawai.pengguna_id != oleh.pk]
