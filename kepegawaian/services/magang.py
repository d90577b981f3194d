"""Interns: taken in, placed, given an account, begun, ended. What changes on the intern follows to his account."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from inti.formats import tanggal_pendek
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.pengguna import pengguna_nonaktifkan, pengguna_setel_sandi, pengguna_tambah, pengguna_ubah
from kepegawaian.models import CatatanHarian, Pegawai, Penempatan, PesertaMagang
from kepegawaian.rules.magang import Rentang, periksa_masa, periksa_penempatan, periksa_tertampung, tempat_akun

PALING_AWAL = dt.timedelta(days=7)  # the one-time password lives as long
HENTI = "Magang dihentikan"


@layanan("Peserta magang diterima")
def magang_terima(*, isian: dict[str, Any], unit: UnitKerja, oleh: Pengguna) -> PesertaMagang:
    """Take an intern in: fields of PesertaMagang in `isian`, placed in `unit` for the whole period.

    Raises AturanDilanggar(MASA_TERBALIK), ValidationError.
    """
    peserta = PesertaMagang(**isian)
    periksa_masa(peserta.masa)
    simpan_baru(peserta)
    simpan_baru(
        Penempatan(
            peserta=peserta, unit=unit, mulai=peserta.mulai, sampai=peserta.sampai, pembimbing=peserta.pembimbing
        )
    )
    return peserta


@layanan("Data peserta magang diubah")
def magang_ubah(*, peserta: PesertaMagang, isian: dict[str, Any], oleh: Pengguna) -> PesertaMagang:
    """Change an open intern's data. Placements that began or ended with the old period go along with the new one.

    Raises AturanDilanggar (MAGANG_DITUTUP, MASA_TERBALIK, PENEMPATAN_DI_LUAR_MASA, PENEMPATAN_TUMPANG,
    CATATAN_TIDAK_TERTAMPUNG), VersiBerubah, ValidationError.
    """
    with perubahan(peserta, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        lama = segar.masa
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        periksa_masa(segar.masa)
        _geser_penempatan(segar, lama, oleh)
        _periksa_semua(segar)
    akun_selaraskan(peserta=segar, oleh=oleh)
    return segar


def _geser_penempatan(peserta: PesertaMagang, lama: Rentang, oleh: Pengguna) -> None:
    for p in _penempatan(peserta):
        mulai = peserta.mulai if p.mulai == lama.mulai else p.mulai
        sampai = peserta.sampai if p.sampai == lama.sampai else p.sampai
        if (mulai, sampai) != (p.mulai, p.sampai) and mulai <= sampai:
            with perubahan(p, oleh=oleh) as segar:
                segar.mulai, segar.sampai = mulai, sampai


@layanan("Peserta magang ditempatkan")
def penempatan_tambah(
    *, peserta: PesertaMagang, isian: dict[str, Any], oleh: Pengguna, lanjutan: bool = True
) -> Penempatan:
    """A further placement. With `lanjutan` the one that runs on its first day ends the day before.

    Raises AturanDilanggar (as magang_ubah), VersiBerubah.
    """
    with perubahan(peserta, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        for p in _penempatan(segar) if lanjutan else ():
            if p.mulai < isian["mulai"] <= p.sampai:
                with perubahan(p, oleh=oleh) as sebelumnya:
                    sebelumnya.sampai = isian["mulai"] - dt.timedelta(days=1)
        baru = Penempatan(peserta=segar, **isian)
        periksa_penempatan(segar.masa, [*(p.rentang for p in _penempatan(segar)), baru.rentang])
        simpan_baru(baru)
        _periksa_semua(segar)
    akun_selaraskan(peserta=segar, oleh=oleh)
    return baru


@layanan("Penempatan magang diubah")
def penempatan_ubah(*, penempatan: Penempatan, isian: dict[str, Any], oleh: Pengguna) -> Penempatan:
    """Change a placement. Raises AturanDilanggar (as magang_ubah), VersiBerubah."""
    peserta = PesertaMagang.objects.select_for_update().get(pk=penempatan.peserta_id)
    pastikan_tak_tetap(peserta)
    with perubahan(penempatan, oleh=oleh) as segar:
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        periksa_penempatan(
            peserta.masa, [segar.rentang, *(p.rentang for p in _penempatan(peserta) if p.pk != segar.pk)]
        )
    _periksa_semua(peserta)
    akun_selaraskan(peserta=peserta, oleh=oleh)
    return segar


@layanan("Akun peserta magang dibuka")
def akun_magang_buka(*, peserta: PesertaMagang, username: str, oleh: Pengguna) -> PesertaMagang:
    """An account with the role magang that begins and ends with the period; its one-time password is shown once.

    The password stands in `akun.sandi_sekali` of the result. Raises AturanDilanggar (MAGANG_DITUTUP, AKUN_ADA,
    MASA_LEWAT, AKUN_TERLALU_AWAL, PEMBIMBING_TANPA_AKUN), ValidationError for a name that is taken.
    """
    hari = timezone.localdate()
    with perubahan(peserta, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        if segar.akun_id is not None:
            raise AturanDilanggar("AKUN_ADA", f"{segar} sudah mempunyai akun.", "Muat ulang halaman.")
        if segar.sampai < hari:
            raise AturanDilanggar("MASA_LEWAT", "Masa magang sudah lewat.", "Perpanjang masanya dahulu.")
        if hari < segar.mulai - PALING_AWAL:
            raise AturanDilanggar(
                "AKUN_TERLALU_AWAL",
                "Kata sandi sekali pakai berumur 7 hari; akun dibuka paling awal 7 hari sebelum mulai.",
                f"Buka akun mulai {tanggal_pendek(segar.mulai - PALING_AWAL)}.",
            )
        akun = pengguna_tambah(
            username=username, isian={"nama": segar.nama, **_isi_akun(segar)}, peran=["magang"], oleh=oleh
        )
        segar.akun = akun
    return segar


@layanan("Kata sandi peserta magang disetel ulang")
def akun_magang_sandi(*, peserta: PesertaMagang, oleh: Pengguna, sebab: str) -> PesertaMagang:
    """A fresh one-time password (`akun.sandi_sekali`). Raises AturanDilanggar(MAGANG_DITUTUP, AKUN_BELUM_ADA)."""
    with perubahan(peserta, oleh=oleh, sebab=sebab) as segar:
        pastikan_tak_tetap(segar)
        if segar.akun is None:
            raise AturanDilanggar("AKUN_BELUM_ADA", f"{segar} belum mempunyai akun.", "Buka akunnya dahulu.")
        segar.akun = pengguna_setel_sandi(pengguna=segar.akun, oleh=oleh, sebab=sebab)
    return segar


@layanan("Akun peserta magang diselaraskan", tanpa_usul=True, diri=True)
def akun_selaraskan(*, peserta: PesertaMagang, oleh: Pengguna | None) -> bool:
    """Bring an open intern's account in line with name, period, placement of the day and supervisor; True if it changed.

    Raises AturanDilanggar(PEMBIMBING_TANPA_AKUN).
    """
    if peserta.akun_id is None or not peserta.terbuka:
        return False
    akun = Pengguna.objects.get(pk=peserta.akun_id)
    isian = {"nama": peserta.nama, **_isi_akun(peserta)}
    if all(getattr(akun, n) == v for n, v in isian.items()):
        return False
    pengguna_ubah(pengguna=akun, isian=isian, oleh=oleh or akun, sebab="Mengikuti data magang")
    return True


@layanan("Magang dimulai")
def magang_mulai(*, peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    """The first day came. Raises AturanDilanggar(BELUM_MULAI, KEADAAN_TIDAK_SESUAI), VersiBerubah."""
    with perubahan(peserta, oleh=oleh) as segar:
        if timezone.localdate() < segar.mulai:
            raise AturanDilanggar(
                "BELUM_MULAI", f"Magang baru mulai {tanggal_pendek(segar.mulai)}.", "Ubah masanya bila lebih awal."
            )
        segar.jalankan()
    return segar


@layanan("Magang diselesaikan")
def magang_selesai(*, peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    """The period is over; the account ends today. Raises AturanDilanggar(MASA_BELUM_BERAKHIR, KEADAAN_TIDAK_SESUAI)."""
    with perubahan(peserta, oleh=oleh) as segar:
        segar.selesaikan()
        if timezone.localdate() < segar.sampai:
            raise AturanDilanggar(
                "MASA_BELUM_BERAKHIR",
                f"Masa magang baru berakhir {tanggal_pendek(segar.sampai)}.",
                "Ubah masanya dahulu bila selesai lebih awal.",
            )
        _tutup_akun(segar, oleh, "Magang selesai")
    return segar


@layanan("Magang dihentikan")
def magang_henti(*, peserta: PesertaMagang, alasan: str, oleh: Pengguna) -> PesertaMagang:
    """Stopped before the end; the account ends today. Raises AturanDilanggar(KEADAAN_TIDAK_SESUAI), VersiBerubah."""
    with perubahan(peserta, oleh=oleh, sebab=alasan) as segar:
        segar.hentikan()
        segar.alasan_henti = alasan
        _tutup_akun(segar, oleh, HENTI)
    return segar


def bimbingan(peserta: PesertaMagang, pengguna: Pengguna) -> bool:
    """Whether he guides this intern now or somewhere in the period, or answers for interns of the unit (penyelia)."""
    if pengguna.has_perm("kepegawaian.akhiri_pesertamagang"):
        return PesertaMagang.objects.untuk(pengguna).filter(pk=peserta.pk).exists()
    pegawai = Pegawai.objects.hidup().filter(pengguna=pengguna).first()
    if pegawai is None:
        return False
    return peserta.pembimbing_id == pegawai.pk or any(p.pembimbing_id == pegawai.pk for p in _penempatan(peserta))


def _tutup_akun(peserta: PesertaMagang, oleh: Pengguna, sebab: str) -> None:
    """End the account today, with its sessions: its period is cut and it is shut."""
    if peserta.akun_id is None:
        return
    akun, hari = Pengguna.objects.get(pk=peserta.akun_id), timezone.localdate()
    if akun.berlaku_mulai is not None and akun.berlaku_mulai <= hari and not (akun.berlaku_sampai or hari) < hari:
        pengguna_ubah(pengguna=akun, isian={"berlaku_sampai": hari}, oleh=oleh, sebab=sebab)
    if akun.is_active:
        pengguna_nonaktifkan(pengguna=akun, oleh=oleh, sebab=sebab)


def _isi_akun(peserta: PesertaMagang) -> dict[str, Any]:
    """Unit, supervisor and period of the account as the placements say today."""
    semua = {p.pk: p for p in _penempatan(peserta)}
    tempat = tempat_akun([p.rentang for p in semua.values()], timezone.localdate())
    penempatan = semua[tempat.kunci] if tempat is not None and tempat.kunci is not None else None
    pembimbing = penempatan.pembimbing if penempatan else peserta.pembimbing
    if pembimbing.pengguna is None:
        raise AturanDilanggar(
            "PEMBIMBING_TANPA_AKUN",
            f"{pembimbing} belum mempunyai akun, padahal menjadi pembimbing.",
            "Pilih pembimbing lain atau hubungkan akunnya di Pegawai.",
        )
    return {
        "unit": penempatan.unit if penempatan else peserta.pembimbing.unit,
        "atasan": pembimbing.pengguna,
        "berlaku_mulai": peserta.mulai,
        "berlaku_sampai": peserta.sampai,
    }


def _penempatan(peserta: PesertaMagang) -> list[Penempatan]:
    return list(peserta.penempatan.hidup().select_related("unit", "pembimbing__pengguna").order_by("mulai", "id"))


def _periksa_semua(peserta: PesertaMagang) -> None:
    """Placements as they now stand hold the whole logbook."""
    semua = [p.rentang for p in _penempatan(peserta)]
    periksa_penempatan(peserta.masa, semua)
    catatan = CatatanHarian.objects.hidup().filter(peserta=peserta).values_list("tanggal", "unit__nama")
    periksa_tertampung(list(catatan), semua)


def akun_selaraskan_semua() -> tuple[int, list[str]]:
    """Let every open account follow today's placement, one act each. Out: how many changed, and what went wrong."""
    berubah, gagal = 0, []
    terbuka = PesertaMagang.objects.hidup().filter(
        akun__isnull=False, status__in=["diterima", "berjalan"], sampai__gte=timezone.localdate()
    )
    for peserta in terbuka.select_related("pembimbing"):
        try:
            berubah += akun_selaraskan(peserta=peserta, oleh=None)
        except AturanDilanggar as galat:
            gagal.append(f"Peserta {peserta.pk}: {galat.kalimat}")
    return berubah, gagal
