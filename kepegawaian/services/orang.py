"""A person's identity, family and appointed superior."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from kepegawaian.models import JAUH, AtasanKhusus, KeluargaPegawai, Pegawai
from kepegawaian.services.karier import segarkan


@layanan("Data pegawai diubah")
def pegawai_ubah(
    *,
    pegawai: Pegawai,
    isian: dict[str, Any],
    oleh: Pengguna,
    alasan: str = "",
    foto: BerkasTersimpan | None = None,
) -> Pegawai:
    """Change who he is; pension and the like follow from the birth date. `foto` None leaves the photo that is there.

    Raises VersiBerubah, ValidationError, AturanDilanggar(FOTO_BUKAN_GAMBAR).
    """
    if foto is not None and not foto.jenis_isi.startswith("image/"):
        raise AturanDilanggar("FOTO_BUKAN_GAMBAR", "Foto harus JPG atau PNG.", "Pilih berkas gambar.")
    with perubahan(pegawai, oleh=oleh, sebab=alasan) as segar:
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
        segar.foto = foto or segar.foto
    if foto is not None:
        berkas_miliki([foto], label="kepegawaian.pegawai", pk=segar.pk)
    return segarkan(segar, oleh)


@layanan("Data sendiri diperbaiki")
def diri_ubah(
    *, pegawai: Pegawai, isian: dict[str, Any], bukti: BerkasTersimpan | None, alasan: str, oleh: Pengguna
) -> Pegawai:
    """A member of staff has his own data mended, with the paper that shows it. Raises AturanDilanggar(BUKAN_DIRI)."""
    if pegawai.pengguna_id is None:
        raise AturanDilanggar("BUKAN_DIRI", "Data ini tidak terhubung ke akun.", "Hubungi pengelola kepegawaian.")
    with perubahan(pegawai, oleh=oleh, sebab=alasan) as segar:
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
    if bukti is not None and not bukti.pemilik_label:
        berkas_miliki([bukti], label="kepegawaian.pegawai", pk=segar.pk)
    return segarkan(segar, oleh)


@layanan("Anggota keluarga dicatat")
def keluarga_tambah(*, pegawai: Pegawai, isian: dict[str, Any], oleh: Pengguna) -> KeluargaPegawai:
    """A member of his family."""
    return simpan_baru(KeluargaPegawai(pegawai=pegawai, **isian))


@layanan("Atasan ditetapkan")
def atasan_tetapkan(*, pegawai: Pegawai, isian: dict[str, Any], oleh: Pengguna) -> AtasanKhusus:
    """Appoint a superior for a time. Raises AturanDilanggar(ATASAN_TUMPANG | ATASAN_BERPUTAR)."""
    akhir = isian["sampai"] or JAUH
    bentrok = (
        AtasanKhusus.objects.hidup()
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=isian["tmt"]), pegawai=pegawai, tmt__lte=akhir)
        .select_related("atasan")
        .first()
    )
    if bentrok is not None:
        raise AturanDilanggar(
            "ATASAN_TUMPANG",
            f"Sudah ditetapkan {bentrok.atasan} mulai {bentrok.tmt:%d-%m-%Y}"
            + (f" sampai {bentrok.sampai:%d-%m-%Y}." if bentrok.sampai else " tanpa batas."),
            "Pilih waktu yang tidak bertumpang.",
        )
    balik = AtasanKhusus.objects.hidup().filter(
        Q(sampai__isnull=True) | Q(sampai__gte=isian["tmt"]),
        pegawai=isian["atasan"],
        atasan=pegawai,
        tmt__lte=akhir,
    )
    if balik.exists():
        raise AturanDilanggar(
            "ATASAN_BERPUTAR",
            f"{isian['atasan']} sudah menjadi bawahan {pegawai} pada waktu itu.",
            "Pilih orang lain.",
        )
    return simpan_baru(AtasanKhusus(pegawai=pegawai, **isian))
