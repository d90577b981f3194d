"""Plans against poverty: drafted, families picked, approved, carried out; results one by one or several at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.utils import timezone

from dtks.models import RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import sisipkan_sasaran, terpakai
from dtks.rules.intervensi import NOL, boleh_menambah, periksa_rencana, rupiah_bulat
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Wilayah
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru

S, H = RencanaIntervensi.Status, SasaranIntervensi.Hasil


@layanan("Rencana disusun")
def rencana_susun(*, isian: dict[str, Any], oleh: Pengguna) -> RencanaIntervensi:
    """A draft. Raises AturanDilanggar (JADWAL, RENTANG_DESIL, TANPA_DESA, RUPIAH_*), ValidationError."""
    if oleh.unit is None:
        raise AturanDilanggar("UNIT_KOSONG", "Akun Anda tidak mempunyai unit kerja.", "Hubungi admin.")
    _periksa(isian)
    return simpan_baru(RencanaIntervensi(unit=oleh.unit, dirancang_oleh=oleh, **isian))


@layanan("Rencana diubah")
def rencana_ubah(*, rencana: RencanaIntervensi, isian: dict[str, Any], oleh: Pengguna) -> RencanaIntervensi:
    """Change a draft; who changed it last counts as its drafter. Raises AturanDilanggar, VersiBerubah."""
    _periksa(isian)
    with perubahan(rencana, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        segar.dirancang_oleh = oleh
    return segar


def _periksa(isian: dict[str, Any]) -> None:
    rupiah_bulat(isian["anggaran"])
    rupiah_bulat(isian["per_keluarga"])
    desil = (isian["desil_min"], isian["desil_max"])
    periksa_rencana(isian["tahun"], isian["mulai"], isian["sampai"], desil, isian["desa"])
    if Wilayah.objects.filter(kode__in=isian["desa"], tingkat=Wilayah.Tingkat.DESA).count() != len(set(isian["desa"])):
        raise AturanDilanggar("DESA_TIDAK_DIKENAL", "Ada desa yang tidak dikenal.", "Pilih dari daftar desa.")


@layanan("Keluarga sasaran dipilih")
def sasaran_pilih(*, rencana: RencanaIntervensi, oleh: Pengguna) -> RencanaIntervensi:
    """Pick the plan's families out of the registry: only new ones are added, no result is touched.

    A draft also lets go of families outside its villages or range. Raises AturanDilanggar(RENCANA_SELESAI), VersiBerubah.
    """
    with perubahan(rencana, oleh=oleh) as segar:
        if segar.status == S.SELESAI:
            raise AturanDilanggar("RENCANA_SELESAI", "Rencana ini sudah selesai.", "Susun rencana baru.")
        if segar.status == S.RANCANGAN:
            milik = SasaranIntervensi.objects.filter(rencana=segar, hasil=H.BELUM)
            tetap = milik.filter(desa__kode__in=segar.desa, desil__gte=segar.desil_min, desil__lte=segar.desil_max)
            milik.exclude(pk__in=tetap.values("pk"))._raw_delete(milik.db)
        segar.baru = sisipkan_sasaran(segar)  # type: ignore[attr-defined]  # for the page's message
    return segar


@layanan("Rencana disetujui")
def rencana_setujui(*, rencana: RencanaIntervensi, oleh: Pengguna) -> RencanaIntervensi:
    """Approve; not by who drafted it. Raises AturanDilanggar(MERANCANG_SENDIRI, TANPA_SASARAN, the state), VersiBerubah."""
    with perubahan(rencana, oleh=oleh) as segar:
        if segar.dirancang_oleh_id == oleh.pk:
            raise AturanDilanggar(
                "MERANCANG_SENDIRI", "Anda sendiri yang merancangnya.", "Minta pimpinan lain menyetujui."
            )
        if not segar.sasaran.exists():
            raise AturanDilanggar("TANPA_SASARAN", "Belum ada keluarga sasaran.", "Pilih keluarga sasaran dahulu.")
        segar.setujui()
        segar.disetujui_oleh, segar.disetujui_pada = oleh, timezone.now()
    return segar


@layanan("Rencana mulai dijalankan")
def rencana_jalankan(*, rencana: RencanaIntervensi, oleh: Pengguna) -> RencanaIntervensi:
    """Under way: results come in from now on. Raises AturanDilanggar (the state), VersiBerubah."""
    with perubahan(rencana, oleh=oleh) as segar:
        segar.jalankan()
    return segar


@layanan("Rencana diselesaikan")
def rencana_selesaikan(*, rencana: RencanaIntervensi, oleh: Pengguna) -> RencanaIntervensi:
    """Close: nothing more comes in. Raises AturanDilanggar (the state), VersiBerubah."""
    with perubahan(rencana, oleh=oleh) as segar:
        segar.selesaikan()
    return segar


@layanan("Hasil sasaran dicatat")
def hasil_catat(
    *,
    sasaran: list[SasaranIntervensi],
    hasil: str,
    tanggal: dt.date | None,
    jumlah: Decimal,
    catatan: str,
    oleh: Pengguna,
    diakui: bool = False,
) -> SasaranIntervensi:
    """The same result for one or several families, all or none; an amount only where something was received.

    Raises AturanDilanggar(TANPA_PILIHAN, BELUM_BERJALAN, TANGGAL_HASIL, JUMLAH_TANPA_TERIMA, ANGGARAN_TERLAMPAUI, ...).
    """
    rupiah_bulat(jumlah)
    if not sasaran:
        raise AturanDilanggar("TANPA_PILIHAN", "Belum ada keluarga yang dipilih.", "Beri tanda pada barisnya.")
    if hasil != H.DITERIMA and jumlah:
        raise AturanDilanggar(
            "JUMLAH_TANPA_TERIMA", "Jumlah hanya diisi bila bantuan diterima.", "Kosongkan jumlahnya."
        )
    per_rencana: dict[int, list[SasaranIntervensi]] = defaultdict(list)
    for satu in sasaran:
        per_rencana[satu.rencana_id].append(satu)
    for rencana in RencanaIntervensi.objects.select_for_update().filter(pk__in=per_rencana).order_by("pk"):
        _boleh_dicatat(rencana, hasil, tanggal)
        milik = per_rencana[rencana.pk]
        sisa = terpakai(rencana, [s.pk for s in milik])
        boleh_menambah(rencana.anggaran, sisa, jumlah * len(milik), diakui)
    for satu in sasaran:
        with perubahan(satu, oleh=oleh) as segar:
            segar.hasil, segar.jumlah, segar.catatan = hasil, jumlah if hasil == H.DITERIMA else NOL, catatan
            segar.tanggal = None if hasil == H.BELUM else tanggal
            segar.dicatat_oleh = oleh
    return segar


def _boleh_dicatat(rencana: RencanaIntervensi, hasil: str, tanggal: dt.date | None) -> None:
    if rencana.status != S.BERJALAN:
        raise AturanDilanggar(
            "BELUM_BERJALAN",
            f"{rencana} {rencana.get_status_display().lower()}; hasil dicatat saat berjalan.",
            "Jalankan rencananya dahulu.",
        )
    if hasil != H.BELUM and (tanggal is None or not rencana.mulai <= tanggal <= timezone.localdate()):
        raise AturanDilanggar("TANGGAL_HASIL", "Tanggal hasil sebelum jadwal atau sesudah hari ini.", "Perbaiki.")
