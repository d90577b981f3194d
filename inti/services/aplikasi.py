"""Switching apps on and off for the whole office."""

from __future__ import annotations

from inti.galat import AturanDilanggar
from inti.models import AplikasiAktif, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries.aplikasi import aplikasi_mati, pemakai
from inti.registry import semua_aplikasi


@layanan("Aplikasi yang dipakai diatur")
def aplikasi_atur(*, aktif: list[str], oleh: Pengguna) -> list[AplikasiAktif]:
    """Use these apps (labels) and no others. Out: the switches that changed.

    Raises AturanDilanggar APLIKASI_DIPAKAI when an app that is to be used needs one that isn't, APLIKASI_TETAP when one
    is missing that no office can do without, APLIKASI_ASING for a label of no app.
    """
    semua, pakai = semua_aplikasi(), set(aktif)
    if asing := pakai - set(semua):
        raise AturanDilanggar(
            "APLIKASI_ASING", f"Tidak ada aplikasi {', '.join(sorted(asing))}.", "Muat ulang halaman."
        )
    for kode, satu in semua.items():
        if kode in pakai:
            continue
        if satu.tetap:
            raise AturanDilanggar("APLIKASI_TETAP", f"{satu.singkat} selalu dipakai.", "Biarkan tetap hidup.")
        if oleh_siapa := pemakai(kode, pakai):
            siapa = ", ".join(oleh_siapa)
            raise AturanDilanggar(
                "APLIKASI_DIPAKAI", f"{satu.singkat} dipakai {siapa}.", f"Matikan {siapa} dahulu, atau biarkan hidup."
            )
    kini_mati = aplikasi_mati()
    baris = {a.kode: a for a in AplikasiAktif.objects.hidup()}
    berubah = []
    for kode in (k for k in semua if (k in pakai) == (k in kini_mati)):
        if kode not in baris:
            berubah.append(simpan_baru(AplikasiAktif(kode=kode, aktif=kode in pakai)))
            continue
        with perubahan(baris[kode], oleh=oleh) as segar:
            segar.aktif = kode in pakai
        berubah.append(segar)
    return berubah
