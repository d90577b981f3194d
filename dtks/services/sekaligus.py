"""A pasted list of NIKs: looked up in one go; the people chosen become requests one by one, each its own act."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dtks.forms.layanan import anggota_dari
from dtks.models import Kunjungan, Pemeriksaan, Sekaligus, SekaligusBaris
from dtks.queries.penilaian import data_warga, nilai_permohonan, penilai
from dtks.queries.registri import cari_nik_banyak
from dtks.rules.putusan import LENGKAPI, TERIMA, Putusan
from dtks.rules.sekaligus import PALING_BANYAK
from dtks.services.loket import buat_permohonan, catat_berkas, pemeriksaan_catat, permohonan_terima
from inti.formats import periksa_nik, samar_nik
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru

H = SekaligusBaris.Hasil


@layanan("Daftar NIK diperiksa")
def sekaligus_periksa(*, nama: str, jenis: str, daftar: list[str], oleh: Pengguna) -> Sekaligus:
    """Look a list up and keep every answer. One query for each 500 numbers, whatever their number.

    Raises AturanDilanggar when the list is empty, longer than 500, or the user has no unit.
    """
    if not daftar or len(daftar) > PALING_BANYAK:
        raise AturanDilanggar(
            "DAFTAR_PANJANG", f"Daftar berisi {len(daftar)} nomor.", f"Isi 1 sampai {PALING_BANYAK} NIK."
        )
    if oleh.unit is None:
        raise AturanDilanggar("TANPA_UNIT", "Akun Anda belum mempunyai unit kerja.", "Hubungi administrator.")
    induk = simpan_baru(Sekaligus(nama=nama, jenis=jenis, unit=oleh.unit, oleh=oleh, waktu=timezone.now()))
    SekaligusBaris.objects.bulk_create(_baris(induk, daftar))
    return induk


def _baris(induk: Sekaligus, daftar: list[str]) -> list[SekaligusBaris]:
    sah = {n for n in daftar if not periksa_nik(n).galat}
    orang = cari_nik_banyak(sah)
    menilai = penilai(induk.jenis, timezone.localdate())
    hasil, dilihat = [], set()
    for urutan, nomor in enumerate(daftar, 1):
        baris = SekaligusBaris(induk=induk, urutan=urutan, nik=nomor)
        ada = orang.get(nomor, [])
        if nomor not in sah:
            baris.hasil, baris.pesan = H.SALAH, periksa_nik(nomor).galat[0].pesan[:200]
        elif nomor in dilihat:
            baris.hasil = H.ULANG
        elif len(ada) > 1:
            baris.hasil, baris.pesan = H.GANDA, "Layani di loket, atau tinjau dahulu data gandanya."
        else:
            baris.hasil = H.DITEMUKAN if ada else H.TIDAK
            baris.individu = ada[0] if ada else None
            _nilai(baris, menilai(data_warga(baris.individu), None))
            if baris.individu is None and baris.saran == TERIMA:
                baris.saran, baris.pesan = LENGKAPI, "Datanya belum ada; catat sebagai pengajuan baru di loket."
        dilihat.add(nomor)
        hasil.append(baris)
    return hasil


def _nilai(baris: SekaligusBaris, putusan: Putusan) -> None:
    baris.saran = putusan.saran
    if putusan.utama is not None:
        baris.kode, baris.pesan = putusan.utama.kode, f"{putusan.utama.kalimat} {putusan.utama.bukti}".strip()[:200]


@layanan("Permohonan sekaligus dipilih")
def sekaligus_pilih(
    *, sekaligus: Sekaligus, pilih: list[int], isian: dict[str, Any], berkas_ada: list[str], oleh: Pengguna
) -> Sekaligus:
    """Choose who of the list becomes a request under its one cover letter (`isian`, papers in `berkas_ada`).

    Only people whose recommendation is to accept can be chosen. Raises AturanDilanggar when nobody is, VersiBerubah.
    """
    boleh = sekaligus.baris.filter(saran=TERIMA, individu__isnull=False, permohonan__isnull=True, urutan__in=pilih)
    with perubahan(sekaligus, oleh=oleh) as segar:
        if not boleh.update(dipilih=True):
            raise AturanDilanggar(
                "TIDAK_ADA_DIPILIH", "Belum ada orang yang dipilih.", "Beri tanda pada baris yang disarankan diterima."
            )
        segar.isian, segar.berkas_ada = _sebagai_json(isian), berkas_ada
    return segar


def _sebagai_json(isian: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in isian.items()}


@layanan("Permohonan dari daftar dicatat")
def sekaligus_catat_satu(*, baris: SekaligusBaris, oleh: Pengguna) -> SekaligusBaris:
    """Take one chosen line as a request, and accept it when its papers are complete. Harmless when done before."""
    from django.utils.dateparse import parse_date

    segar = SekaligusBaris.objects.select_for_update(of=("self",)).select_related("individu").get(pk=baris.pk)
    if segar.permohonan_id is not None or segar.individu is None or not segar.dipilih:
        return segar
    induk = Sekaligus.objects.select_for_update(of=("self",)).select_related("unit", "oleh").get(pk=segar.induk_id)
    orang = segar.individu
    kunjungan = _kunjungan(induk, orang.desa_id)
    periksa = pemeriksaan_catat(
        cara=Pemeriksaan.Cara.NIK,
        dicari_samar=samar_nik(segar.nik),
        hasil=Pemeriksaan.Hasil.DITEMUKAN,
        individu=orang,
        oleh=induk.oleh,
        kunjungan=kunjungan,
    )
    isian = {k: parse_date(v) if k.endswith("_tanggal") and v else v for k, v in induk.isian.items()}
    isian["id_pada_pengantar"] = bool(orang.id_dtks)
    dasar = {"kunjungan": kunjungan, "unit": kunjungan.unit}
    permohonan = buat_permohonan(periksa, induk.jenis, [anggota_dari(orang)], isian | dasar, oleh)
    catat_berkas(permohonan, set(induk.berkas_ada), {}, oleh)
    segar.permohonan = permohonan
    putusan = nilai_permohonan(permohonan)
    if putusan.saran == TERIMA:
        permohonan_terima(permohonan=permohonan, oleh=oleh)
        segar.pesan = ""
    else:
        _nilai(segar, putusan)
    segar.save(update_fields=["permohonan", "pesan", "saran", "kode"])
    return segar


def _kunjungan(induk: Sekaligus, desa: int | None) -> Kunjungan:
    """The visit of one village's people on the list: who brought it stands for them, never for another village's."""
    ada = Kunjungan.objects.filter(permohonan__baris_sekaligus__induk=induk, desa=desa).order_by("id").first()
    return ada or simpan_baru(
        Kunjungan(
            waktu=induk.waktu,
            unit=induk.unit,
            desa_id=desa,
            dilayani_oleh=induk.oleh,
            selesai_pada=timezone.now(),
        )
    )
