"""Saving an import that was checked: one act, which may be proposed like any other."""

from __future__ import annotations

from typing import Any

from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.konteks import penyusun_kini
from inti.models import BerkasTersimpan, Pengguna, Tugas
from inti.perubahan import layanan


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
def impor_simpan(*, berkas: BerkasTersimpan, pemeriksaan: Tugas, oleh: Pengguna) -> Tugas:
    """Queue the saving of the good rows of a checked file. Out: the job; a check is saved once.

    Who proposed it must reach every row too, and the counts must still be those that were proposed. Raises
    AturanDilanggar (BELUM_DIPERIKSA) for a check that did not end.
    """
    if pemeriksaan.jenis != "impor-periksa" or pemeriksaan.keadaan != Tugas.Keadaan.SELESAI:
        raise AturanDilanggar("BELUM_DIPERIKSA", "Berkas ini belum selesai diperiksa.", "Tunggu hasilnya.")
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
