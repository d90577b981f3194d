"""What a village files for its own people: a request with its papers, so that nobody travels."""

from __future__ import annotations

from typing import Any

from dtks.models import Pemeriksaan, Permohonan
from dtks.queries.aturan import aturan_pada
from dtks.queries.penilaian import hari_ini, nilai_bersama
from dtks.rules.putusan import TOLAK
from dtks.services.loket import buat_permohonan, catat_berkas, permohonan_berkas
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan


@layanan("Permohonan diajukan desa")
def permohonan_ajukan(
    *,
    pemeriksaan: Pemeriksaan,
    jenis: str,
    anggota: list[dict[str, Any]],
    isian: dict[str, Any],
    pindaian: dict[str, Any],
    oleh: Pengguna,
) -> Permohonan:
    """File a request for people of one's own village; `pindaian` are the photographed papers by their code.

    The registry's ID is taken along, so that it can't be left out. Raises AturanDilanggar: somebody of another village,
    a request that would be refused anyway (registered already, period closed, excluded), no unit set to look at it.
    """
    if oleh.desa is None:
        raise AturanDilanggar("TANPA_DESA", "Akun Anda belum mempunyai desa.", "Hubungi administrator.")
    orang = [a["individu"] for a in anggota if a.get("individu") is not None]
    if any(o.desa_id != oleh.desa_id for o in orang):
        raise AturanDilanggar("DESA_LAIN", "Ada orang yang bukan warga desa Anda.", "Ajukan lewat desanya sendiri.")
    aturan = aturan_pada(jenis, hari_ini())
    if aturan.unit_pelaksana is None:
        raise AturanDilanggar(
            "UNIT_PELAKSANA_KOSONG", "Dinas belum membuka pengajuan dari desa.", "Hubungi dinas atau datang ke loket."
        )
    putusan = nilai_bersama(jenis, [(a["nama"], a.get("individu")) for a in anggota], None, hari_ini())
    if putusan.saran == TOLAK and putusan.utama is not None:
        raise AturanDilanggar("TIDAK_PERLU_DIAJUKAN", putusan.utama.kalimat, putusan.utama.langkah)
    if terhalang := next((t for t in putusan.temuan if t.kode == "ANGGOTA_TERHALANG"), None):
        raise AturanDilanggar(
            terhalang.kode, f"{terhalang.kalimat} {terhalang.bukti}", "Lepaskan tandanya, lalu kirim."
        )
    dasar = {
        "asal": Permohonan.Asal.DESA,
        "diajukan_oleh": oleh,
        "unit": aturan.unit_pelaksana,
        "id_pada_pengantar": bool(orang) and all(o.id_dtks for o in orang),
    }
    warga = [{"desa_id": oleh.desa_id} | a for a in anggota]  # who is not registered yet is of the village that files
    permohonan = buat_permohonan(pemeriksaan, jenis, warga, isian | dasar, oleh)
    catat_berkas(permohonan, set(), pindaian, oleh)
    return permohonan


@layanan("Berkas dilengkapi desa")
def permohonan_lengkapi_desa(
    *, permohonan: Permohonan, isian: dict[str, Any], pindaian: dict[str, Any], oleh: Pengguna
) -> Permohonan:
    """Add what a returned request lacks. It is looked at again once nothing lacks. Raises AturanDilanggar, VersiBerubah."""
    if permohonan.asal != Permohonan.Asal.DESA or not permohonan.terbuka:
        raise AturanDilanggar(
            "TIDAK_DAPAT_DILENGKAPI", "Permohonan ini tidak menunggu berkas dari desa.", "Muat ulang halaman."
        )
    ada = list(permohonan.berkas.filter(ada=True).values_list("syarat__kode", flat=True))
    return permohonan_berkas(permohonan=permohonan, isian=isian, berkas_ada=ada, oleh=oleh, pindaian=pindaian)
