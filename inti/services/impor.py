"""Saving an import that was checked: one act, which may be proposed like any other."""

from __future__ import annotations

from typing import Any

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.konteks import penyusun_kini
from inti.models import BerkasTersimpan, Pengguna, PetaJudul, Tugas
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.sheets.kolom import baku_judul


def _pokok(tugas: Tugas) -> list[tuple[str, str]]:
    """What a proposal shows: the file and the outcome of its check."""
    laporan = Tugas.objects.get(pk=tugas.argumen["asal"]).hasil or {}
    kata = (
        ("Baris dibaca", "dibaca"),
        ("Baru", "baru"),
        ("Berubah", "berubah"),
        ("Sama", "sama"),
        ("Ditolak", "ditolak"),
    )
    return [("Jenis impor", tugas.argumen["jenis"]), ("Berkas", laporan.get("berkas", ""))] + [
        (k, str(laporan.get(n, 0))) for k, n in kata
    ]


@layanan("Impor disimpan", rincian=_pokok)
def impor_simpan(*, berkas: BerkasTersimpan, pemeriksaan: Tugas, oleh: Pengguna, paham: bool = False) -> Tugas:
    """Queue the saving of the good rows of a checked file. Out: the job; a check is saved once.

    Who proposed it must reach every row too, and the counts must still be those that were proposed. Raises
    AturanDilanggar: BELUM_DIPERIKSA for a check that did not end, PERLU_DIPERIKSA where something is said of nearly every
    row and nobody said that he knows it (`paham`).
    """
    if pemeriksaan.jenis != "impor-periksa" or pemeriksaan.keadaan != Tugas.Keadaan.SELESAI:
        raise AturanDilanggar("BELUM_DIPERIKSA", "Berkas ini belum selesai diperiksa.", "Tunggu hasilnya.")
    if (pemeriksaan.hasil or {}).get("hampir_semua") and not paham:
        raise AturanDilanggar(
            "PERLU_DIPERIKSA",
            "Hampir semua baris berkas ini diberi peringatan yang sama.",
            "Periksa berkasnya, lalu centang bahwa Anda sudah memeriksanya.",
        )
    Tugas.objects.select_for_update().get(pk=pemeriksaan.pk)
    ada = Tugas.objects.filter(jenis="impor-simpan", argumen__asal=str(pemeriksaan.pk))
    if (simpan := ada.exclude(keadaan__in=["gagal", "dibatalkan"]).first()) is not None:
        return simpan
    laporan, penyusun = pemeriksaan.hasil or {}, penyusun_kini(oleh)
    argumen: dict[str, Any] = {**pemeriksaan.argumen, "berkas": str(berkas.pk), "asal": str(pemeriksaan.pk)}
    if penyusun != oleh:
        argumen |= {"penyusun": penyusun.pk, "harap": [laporan[n] for n in ("baru", "berubah", "sama", "ditolak")]}
    return tugas_antrekan(
        jenis="impor-simpan",
        judul=f"Menyimpan {berkas.nama_asli}",
        oleh=oleh,
        jumlah=laporan.get("dibaca", 0),
        argumen=argumen,
    )


@layanan("Judul kolom dipetakan")
def peta_judul_simpan(*, jenis: str, peta: dict[str, str], oleh: Pengguna) -> PetaJudul | None:
    """Keep what headings of the office's sheets mean: heading to a column's name, "" to leave it out.

    Raises AturanDilanggar (KOLOM_TAK_DIKENAL, KOLOM_DIPETAKAN_DUA_KALI).
    """
    dikenal = {k.nama for k in registry.importir(jenis).kolom}
    dituju = [k for k in peta.values() if k]
    if not dikenal.issuperset(dituju):
        raise AturanDilanggar("KOLOM_TAK_DIKENAL", "Kolom yang dipilih tidak ada.", "Pilih dari daftar.")
    if len(set(dituju)) != len(dituju):
        raise AturanDilanggar(
            "KOLOM_DIPETAKAN_DUA_KALI",
            "Satu kolom dipilih untuk dua judul.",
            "Pilih kolom lain, atau abaikan salah satu.",
        )
    hasil: PetaJudul | None = None
    for judul, kolom in peta.items():
        ada = PetaJudul.objects.hidup().filter(jenis=jenis, baku=baku_judul(judul)).first()
        if ada is None:
            hasil = simpan_baru(PetaJudul(jenis=jenis, baku=baku_judul(judul), judul=judul[:120], kolom=kolom))
        elif ada.kolom != kolom:
            with perubahan(ada, oleh=oleh) as hasil:
                hasil.kolom = kolom
    return hasil
