"""Counselling: registered, sessions, result, letter signed, given up. No act keeps its arguments outside the case."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from arsip.services.keluar import surat_keluar_batalkan, surat_keluar_bukukan, surat_keluar_lampirkan
from dtks.documents.puspaga import HAL, KLASIFIKASI, data_surat, snapshot_surat, tujuan_surat
from dtks.models import Konseling, SesiKonseling
from dtks.rules.puspaga import SISI, periksa_hasil, periksa_pasangan, periksa_sesi
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.dokumen import dokumen_cetak, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai
from kepegawaian.queries.pejabat import penanda_tangan

S = Konseling.Status
HADIR = ("hadir_pria", "hadir_wanita", "hadir_wali_pria", "hadir_wali_wanita")
TANPA_RINCIAN = "Konseling dibatalkan; alasannya pada berkas konseling."


@layanan("Konseling didaftarkan", tanpa_usul=True, rahasia=True)
def konseling_daftar(*, isian: dict[str, Any], oleh: Pengguna) -> Konseling:
    """Register a couple of whom at least one is under 19 on the day `isian["tanggal"]`.

    Raises AturanDilanggar (see rules.puspaga.periksa_pasangan; UNIT_KOSONG), ValidationError.
    """
    if oleh.unit is None:
        raise AturanDilanggar("UNIT_KOSONG", "Akun Anda tidak mempunyai unit kerja.", "Hubungi admin.")
    _periksa(isian)
    nomor = nomor_ambil(
        seri="puspaga",
        pola="K-{tahun}-{urut:04d}",
        tanggal=isian["tanggal"],
        oleh=oleh,
        objek_label="dtks.konseling",
    )
    konseling = simpan_baru(Konseling(nomor=nomor, unit=oleh.unit, **isian))
    nomor.objek_id = str(konseling.pk)
    nomor.save(update_fields=["objek_id"])
    return konseling


def _periksa(isian: dict[str, Any]) -> None:
    periksa_pasangan(
        {s: isian[f"{s}_lahir"] for s in SISI},
        {s: isian[f"{s}_nik"] for s in SISI},
        isian["tanggal"],
        timezone.localdate(),
    )


@layanan("Data konseling diubah", tanpa_usul=True, rahasia=True)
def konseling_ubah(*, konseling: Konseling, isian: dict[str, Any], oleh: Pengguna) -> Konseling:
    """Mend the register while the case is open. Raises AturanDilanggar, VersiBerubah, ValidationError."""
    _periksa(isian)
    with perubahan(konseling, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        if segar.nomor.seri.tahun != isian["tanggal"].year:
            raise AturanDilanggar("TAHUN_NOMOR", "Tahun daftar tidak dapat diubah.", "Batalkan dan daftarkan baru.")
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
    return segar


@layanan("Sesi konseling dicatat", tanpa_usul=True, rahasia=True)
def sesi_catat(*, konseling: Konseling, isian: dict[str, Any], oleh: Pengguna) -> SesiKonseling:
    """One meeting held by `oleh`. Raises AturanDilanggar (TANGGAL_SESI, TANPA_HADIR, the state), VersiBerubah."""
    hadir = sum(bool(isian.get(n)) for n in HADIR)
    periksa_sesi(isian["tanggal"], hadir, konseling.tanggal, timezone.localdate())
    with perubahan(konseling, oleh=oleh) as segar:
        segar.mulai()
    return simpan_baru(SesiKonseling(konseling=segar, konselor=oleh, **isian))


@layanan("Sesi konseling diubah", tanpa_usul=True, rahasia=True)
def sesi_ubah(*, sesi: SesiKonseling, isian: dict[str, Any], oleh: Pengguna) -> SesiKonseling:
    """Mend a session of an open case; who held it stays. Raises AturanDilanggar, VersiBerubah."""
    konseling = Konseling.objects.select_for_update().get(pk=sesi.konseling_id)
    pastikan_tak_tetap(konseling)
    hadir = sum(bool(isian.get(n)) for n in HADIR)
    periksa_sesi(isian["tanggal"], hadir, konseling.tanggal, timezone.localdate())
    with perubahan(sesi, oleh=oleh) as segar:
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
    return segar


@layanan("Hasil konseling diisi", tanpa_usul=True, rahasia=True)
def konseling_selesai(
    *, konseling: Konseling, hasil: str, kesimpulan: str, oleh: Pengguna, rujukan: str = ""
) -> Konseling:
    """Write the result after at least one session; tells who may sign, by the case's number alone.

    Raises AturanDilanggar (BELUM_ADA_SESI, RUJUKAN_KOSONG, the state), VersiBerubah.
    """
    with perubahan(konseling, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        periksa_hasil(segar.sesi.count(), hasil, rujukan)
        segar.hasil, segar.kesimpulan, segar.rujukan = hasil, kesimpulan, rujukan if hasil == "dirujuk" else ""
        segar.hasil_oleh, segar.hasil_pada = oleh, timezone.localdate()
        segar.selesaikan()
    for pegawai in _penanda_tangan(segar):
        beritahu(pegawai.pengguna, f"{segar} menunggu tanda tangan Anda.", segar)
    return segar


def _penanda_tangan(konseling: Konseling) -> list[Pegawai]:
    """Who may sign this case's letter."""
    calon = (
        Pegawai.objects.hidup()
        .filter(boleh_menandatangani=True, pengguna__is_active=True, pengguna__groups__name="pimpinan")
        .select_related("pengguna__unit")
        .distinct()
    )
    return [
        p
        for p in calon
        if p.pengguna is not None
        and p.pengguna_id != konseling.hasil_oleh_id
        and p.pengguna.unit is not None
        and konseling.unit.jalur.startswith(p.pengguna.unit.jalur)
    ]


@layanan("Surat hasil konseling ditandatangani", tanpa_usul=True, rahasia=True)
def konseling_setujui(*, konseling: Konseling, oleh: Pengguna) -> Konseling:
    """Sign: number, page, archive copy. Nobody signs a result that he wrote, or a session that he held.

    Raises AturanDilanggar(BUKAN_PENANDATANGAN, MEMERIKSA_SENDIRI, KEADAAN_TIDAK_SESUAI), VersiBerubah.
    """
    pegawai = penanda_tangan(oleh)
    with perubahan(konseling, oleh=oleh) as segar:
        if segar.hasil_oleh_id == oleh.pk or segar.sesi.filter(konselor=oleh).exists():
            raise AturanDilanggar(
                "MEMERIKSA_SENDIRI", "Anda sendiri konselor pada kasus ini.", "Minta pejabat lain menandatangani."
            )
        segar.terbitkan()  # refuses another state before a number is taken
        keluar = surat_keluar_bukukan(
            tanggal=timezone.localdate(),
            tujuan=tujuan_surat(segar),
            hal=HAL,
            klasifikasi=KLASIFIKASI,
            unit=segar.unit,
            penandatangan=pegawai,
            oleh=oleh,
        )
        kode = kode_baru()
        dokumen = dokumen_terbitkan(
            data=data_surat(keluar),
            kode=kode,
            snapshot=snapshot_surat(konseling=segar, keluar=keluar, kode=kode),
            objek=segar,
            oleh=oleh,
        )
        segar.surat_keluar = surat_keluar_lampirkan(surat=keluar, dokumen=dokumen, oleh=oleh)
        segar.disetujui_oleh = oleh
    beritahu(segar.hasil_oleh, f"Surat {segar} sudah ditandatangani.", segar)
    return segar


@layanan("Surat hasil konseling dicetak", tanpa_usul=True, rahasia=True)
def konseling_cetak(*, konseling: Konseling, oleh: Pengguna, alasan: str = "") -> bytes:
    """Print the letter; a further copy needs a reason. Raises AturanDilanggar(SURAT_BELUM_ADA, ALASAN_CETAK_ULANG)."""
    if konseling.status != S.SURAT_TERBIT or konseling.surat_keluar is None or konseling.surat_keluar.dokumen is None:
        raise AturanDilanggar("SURAT_BELUM_ADA", "Suratnya belum terbit.", "Tunggu tanda tangan pimpinan.")
    return dokumen_cetak(dokumen=[konseling.surat_keluar.dokumen], oleh=oleh, alasan=alasan)


@layanan("Konseling dibatalkan", tanpa_usul=True, rahasia=True)
def konseling_batal(*, konseling: Konseling, alasan: str, oleh: Pengguna) -> Konseling:
    """Give a case up. Its letter is cancelled without telling the reason outside the case. Raises AturanDilanggar."""
    with perubahan(konseling, oleh=oleh) as segar:
        if segar.surat_keluar is not None:
            surat_keluar_batalkan(surat=segar.surat_keluar, oleh=oleh, alasan=TANPA_RINCIAN)
        segar.alasan_batal = alasan
        segar.batalkan()
    return segar
