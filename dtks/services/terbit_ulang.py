"""A request brought level with the registry of today, and the letter issued anew: the ways beside a second request."""

from __future__ import annotations

from dtks.forms.layanan import anggota_dari
from dtks.models import Permohonan, SuratRekomendasi
from dtks.queries.penilaian import nilai_permohonan
from dtks.rules.putusan import TERIMA
from dtks.services.identitas import orang_kini
from dtks.services.ikatan import ikatan_pastikan
from dtks.services.loket import permohonan_terima, sudah_diputus, temuan_sebagai_data
from dtks.services.surat import surat_batalkan
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan

S = SuratRekomendasi.Status
TERBIT = (S.DISETUJUI, S.DICETAK, S.DISERAHKAN)


@layanan("Permohonan diperbarui dari data terpadu")
def permohonan_segarkan(*, permohonan: Permohonan, oleh: Pengguna) -> Permohonan:
    """Take over what the registry says today of every member; findings and recommendation follow.

    Raises AturanDilanggar (SUDAH_DIPUTUS, PERMOHONAN_TERBUKA, SURAT_MASIH_BERLAKU).
    """
    with perubahan(permohonan, oleh=oleh, sebab="Disamakan dengan data terpadu") as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        semua = list(segar.anggota.all())
        for satu in semua:
            if (orang := orang_kini(satu)) is not None:
                for nama, nilai in anggota_dari(orang, satu.kartu_jkn).items():
                    setattr(satu, nama, nilai)
        ikatan_pastikan(segar.jenis, [(a.nama, a.nik, a.individu_id) for a in semua], kecuali=segar.pk)
        for satu in semua:
            satu.save()
        segar.pemohon, segar.desa_id = semua[0].nama, semua[0].desa_id
        putusan = nilai_permohonan(segar)
        segar.saran, segar.temuan = putusan.saran, temuan_sebagai_data(putusan)
    return segar


@layanan("Surat diterbitkan ulang")
def surat_terbitkan_ulang(
    *, surat: SuratRekomendasi, oleh: Pengguna, alasan: str, boleh_putus: bool = False
) -> Permohonan:
    """Issue anew instead of filing twice: the old letter ends with its number, its request follows the registry of today.

    `boleh_putus`: the caller checked that this user may accept requests; then one with nothing against it is accepted at
    once and its new letter waits for approval, else it is open to be mended. Raises AturanDilanggar(SURAT_BELUM_TERBIT).
    """
    if surat.status not in TERBIT:
        raise AturanDilanggar(
            "SURAT_BELUM_TERBIT", f"{surat} {surat.get_status_display().lower()}.", "Lanjutkan permohonannya."
        )
    surat_batalkan(surat=surat, oleh=oleh, alasan=alasan)
    terbuka = permohonan_segarkan(permohonan=Permohonan.objects.get(pk=surat.permohonan_id), oleh=oleh)
    if boleh_putus and nilai_permohonan(terbuka).saran == TERIMA:
        return permohonan_terima(permohonan=terbuka, oleh=oleh, catatan=f"Diterbitkan ulang: {alasan}"[:300])
    return terbuka
