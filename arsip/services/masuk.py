"""Incoming letters: registered under the next agenda number, corrected, cancelled, given further scans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from arsip.models import SuratMasuk
from arsip.models.masuk import LABEL
from arsip.rules.masuk import kunci_surat, membawahi, nilai_tanggal
from arsip.services.pindaian import RUSAK, TERKUNCI, cacat_berkas
from arsip.services.rekam import arsip_ikut_surat
from arsip.services.tertutup import tolak_usul_tertutup
from inti.formats import tanggal_pendek
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Nomor, Pengguna, UnitKerja
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.nomor import nomor_ambil, nomor_batalkan

S = SuratMasuk.Status
SERI, POLA = "agenda.masuk", "{urut:04d}/{tahun}"
LAMA = "Dari buku agenda lama."


@layanan("Surat masuk dicatat")
def surat_masuk_catat(
    *,
    isian: dict[str, Any],
    oleh: Pengguna,
    pindaian: Mapping[str, BerkasTersimpan] | None = None,
    kembar_disengaja: bool = False,
) -> SuratMasuk:
    """Enter a letter under the next agenda number of the year in which it was received.

    In: fields of the form; scans that are in the store; whether a letter with the same sender, number and date is
    meant to be entered again. Raises AturanDilanggar (DITERIMA_DEPAN, SURAT_SESUDAH_TERIMA, DITERIMA_LAMA, UNIT_LAIN,
    UNIT_KOSONG, SURAT_KEMBAR), ValidationError.
    """
    _periksa_tanggal(isian["diterima"], isian["tanggal_surat"])
    _boleh_menuju(isian["ditujukan_kepada"], oleh)
    tolak_usul_tertutup(isian.get("keamanan", ""), oleh)
    kunci = kunci_isian(isian)
    # The series' row is the lock: of two clerks with the same letter the second sees the first one's entry.
    nomor = _nomor(isian["diterima"], oleh)
    if not kembar_disengaja and (ada := kembaran(kunci)) is not None:
        raise _kembar(ada, oleh)
    berkas = list((pindaian or {}).values())
    surat = SuratMasuk(
        **isian,
        nomor=nomor,
        kunci=kunci,
        unit=_unit_pencatat(oleh),
        dicatat_oleh=oleh,
        banyak_pindaian=len(berkas),
        cacat=cacat_berkas(berkas),
    )
    return _simpan(surat, nomor, berkas)


def _kembar(ada: SuratMasuk, oleh: Pengguna) -> AturanDilanggar:
    """The refusal of a letter that is there already; of one that he may not meet no number, day or place."""
    kalimat, pesan = "Surat dengan pengirim, nomor, dan tanggal yang sama sudah dicatat", "oleh petugas lain."
    langkah = "Tanyakan kepada petugas agenda, atau centang Simpan juga bila ini memang surat lain."
    if SuratMasuk.objects.untuk(oleh).filter(pk=ada.pk).exists():
        kalimat, pesan = f"{kalimat}:", f"agenda {ada.nomor}, diterima {tanggal_pendek(ada.diterima)}."
        langkah = "Buka surat itu, atau centang Simpan juga bila ini memang surat lain."
    return AturanDilanggar("SURAT_KEMBAR", f"{kalimat} {pesan}", langkah)


@layanan("Surat masuk diubah", dapat_dikembalikan=True)
def surat_masuk_ubah(*, surat: SuratMasuk, isian: dict[str, Any], oleh: Pengguna) -> SuratMasuk:
    """Correct a letter. Its agenda number stays, and so does the year it was received in.

    Raises AturanDilanggar (BUKAN_PENCATAT, SURAT_BATAL, TAHUN_AGENDA, dates and unit as when registered),
    VersiBerubah.
    """
    _pengelola(surat, oleh)
    _periksa_tanggal(isian["diterima"], isian["tanggal_surat"])
    with perubahan(surat, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        if isian["ditujukan_kepada"].pk != segar.ditujukan_kepada_id:
            _boleh_menuju(isian["ditujukan_kepada"], oleh)
        if isian["diterima"].year != segar.diterima.year:
            raise AturanDilanggar(
                "TAHUN_AGENDA",
                f"Nomor agenda {segar.nomor} milik tahun {segar.diterima.year}.",
                "Batalkan surat ini lalu catat kembali pada tahun yang benar.",
            )
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        segar.kunci = kunci_isian(isian)
    if segar.tertutup:
        arsip_ikut_surat(surat=segar, oleh=oleh)
    return segar


@layanan("Pindaian ditambahkan")
def surat_masuk_pindai(*, surat: SuratMasuk, pindaian: Mapping[str, BerkasTersimpan], oleh: Pengguna) -> SuratMasuk:
    """Add scans to a letter; the earlier ones stay. Raises AturanDilanggar (BUKAN_PENCATAT, PINDAIAN_KOSONG)."""
    _pengelola(surat, oleh)
    berkas = list(pindaian.values())
    if not berkas:
        raise AturanDilanggar("PINDAIAN_KOSONG", "Belum ada berkas yang dipilih.", "Pilih PDF atau foto surat.")
    cacat = cacat_berkas(berkas)
    with perubahan(surat, oleh=oleh) as segar:
        segar.banyak_pindaian += len(berkas)
        segar.cacat = next((c for c in (RUSAK, TERKUNCI) if c in {cacat, segar.cacat}), "")
    berkas_miliki(berkas, label=LABEL, pk=segar.pk)
    return segar


@layanan("Surat masuk dibatalkan")
def surat_masuk_batalkan(*, surat: SuratMasuk, alasan: str, oleh: Pengguna) -> SuratMasuk:
    """Cancel a registration: the number stays in the book with its reason. Raises BUKAN_PENCATAT, the state."""
    _pengelola(surat, oleh)
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_batal = alasan
        nomor_batalkan(nomor=segar.nomor, oleh=oleh, alasan=alasan)
    return segar


@layanan("Buku surat masuk dimuat")
def surat_masuk_muat(*, baris: Sequence[dict[str, Any]], oleh: Pengguna | None) -> int:
    """Letters of an imported book in its order, under new agenda numbers. Out: how many.

    A letter that bears a number of an old book was seen to on paper: it waits for no disposition.
    """
    akar, unit = akar_kantor(), _unit_pencatat(oleh)
    for isian in baris:
        lama = isian.get("agenda_lama", "")
        nomor = _nomor(isian["diterima"], oleh)
        surat = SuratMasuk(
            **isian,
            nomor=nomor,
            kunci=kunci_isian(isian),
            ditujukan_kepada=akar,
            unit=unit,
            dicatat_oleh=oleh,
            status=S.TANPA if lama else S.TERDAFTAR,
            alasan_tanpa=LAMA if lama else "",
        )
        _simpan(surat, nomor, [])
    return len(baris)


def kembaran(kunci: str) -> SuratMasuk | None:
    """The first living letter with the same words that was not cancelled."""
    kueri = SuratMasuk.objects.hidup().filter(kunci=kunci).exclude(status=S.DIBATALKAN)
    return kueri.select_related("nomor").order_by("id").first()


def akar_kantor() -> UnitKerja:
    """The office itself: the unit at the top. Raises AturanDilanggar(UNIT_KOSONG) before there is one."""
    akar = UnitKerja.objects.hidup().order_by("jalur", "pk").first()
    if akar is None:
        raise AturanDilanggar("UNIT_KOSONG", "Belum ada unit kerja.", "Minta administrator membuatnya.")
    return akar


def _simpan(surat: SuratMasuk, nomor: Nomor, berkas: Sequence[BerkasTersimpan]) -> SuratMasuk:
    surat = simpan_baru(surat)
    nomor.objek_id = str(surat.pk)
    nomor.save(update_fields=["objek_id"])
    if berkas:
        berkas_miliki(berkas, label=LABEL, pk=surat.pk)
    return surat


def _nomor(diterima: dt.date, oleh: Pengguna | None) -> Nomor:
    return nomor_ambil(seri=SERI, pola=POLA, tanggal=diterima, oleh=oleh, objek_label=LABEL)


def kunci_isian(isian: Mapping[str, Any]) -> str:
    """The key by which the same letter is known again."""
    return kunci_surat(isian["pengirim"], isian["nomor_surat"], isian["tanggal_surat"], isian["hal"])


def _periksa_tanggal(diterima: dt.date, tanggal_surat: dt.date) -> None:
    for cacat in [c for c in nilai_tanggal(diterima, tanggal_surat, timezone.localdate()) if c.menolak][:1]:
        raise AturanDilanggar(cacat.kode, cacat.pesan)


def _unit_pencatat(oleh: Pengguna | None) -> UnitKerja:
    return oleh.unit if oleh is not None and oleh.unit is not None else akar_kantor()


def _boleh_menuju(unit: UnitKerja, oleh: Pengguna) -> None:
    """The letter desk registers for the whole office, others for their unit and those below it."""
    if oleh.has_perm("arsip.kelola_kantor"):
        return
    if oleh.unit is None or not membawahi(oleh.unit.jalur, unit.jalur):
        raise AturanDilanggar(
            "UNIT_LAIN", f"Anda mencatat surat untuk unit Anda saja, bukan {unit}.", "Serahkan kepada meja surat."
        )


def _pengelola(surat: SuratMasuk, oleh: Pengguna) -> None:
    """Who keeps this entry of the book: the letter desk, and the unit that registered it."""
    if not dikelola(surat, oleh):
        raise AturanDilanggar("BUKAN_PENCATAT", f"{surat} dicatat unit lain.", "Minta unit itu memperbaikinya.")


def dikelola(surat: SuratMasuk, oleh: Pengguna) -> bool:
    """Whether this user keeps the letter's entry (what he may do with it is a matter of permissions)."""
    return oleh.has_perm("arsip.kelola_kantor") or (oleh.unit_id is not None and surat.unit_id == oleh.unit_id)
