"""Declared papers (`inti.documents.resmi`): issued, printed, cancelled. Each act names its paper by code, so that it can
be kept as data, proposed and read in the history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from inti import registry
from inti.documents.resmi import BukuSurat, Deret, KertasResmi, Terbitan
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Nomor, Pengguna, Rekam
from inti.perubahan import layanan, perubahan
from inti.queries.dokumen import dokumen_berlaku, dokumen_kertas
from inti.services.dokumen import DataDokumen, dokumen_batalkan, dokumen_cetak, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_ambil, nomor_batalkan
from inti.services.pemberitahuan import beritahu

R = TypeVar("R", bound=Rekam)
Kelas = type[KertasResmi]


def _sebut(kata: Callable[[Kelas], str]) -> Callable[[dict[str, Any]], str]:
    """How an act reads: "Kartu kendaraan diterbitkan"; empty for a paper that is declared no longer."""

    def _baca(argumen: dict[str, Any]) -> str:
        kertas = registry.semua_kertas().get(argumen.get("kertas", ""))
        return f"{kertas.sebutan} {kata(kertas)}" if kertas is not None else ""

    return _baca


@layanan("Dokumen diterbitkan", sebut=_sebut(lambda k: k.kata_terbit[1]))
def kertas_terbitkan(*, objek: R, kertas: str, oleh: Pengguna) -> R:
    """Issue a paper of a record, `kertas` by its code: number, page, archive copy; who it concerns is told.

    Raises AturanDilanggar (what the paper's `boleh_terbit` and `penandatangan` refuse; its `kode_sudah`), VersiBerubah.
    """
    kelas = registry.kertas(kertas)
    _cocok(kelas, objek)
    with perubahan(objek, oleh=oleh) as segar:
        kertas_buat(kelas, segar, oleh)
    for siapa in kelas.kabari(segar):
        beritahu(siapa, f"{kelas.sebutan} {segar} sudah {kelas.kata_terbit[1]}.", segar)
    return segar


def kertas_buat(kertas: Kelas, objek: Any, oleh: Pengguna) -> Dokumen:
    """Number, draw and keep a paper of a locked record, and set its field; call it within the act that issues it.

    Raises as `kertas_terbitkan`. A refusal comes before any number is taken.
    """
    if kertas.satu_saja and (ada := dokumen_berlaku([objek], kertas).get(objek.pk)) is not None:
        nomor = f" dengan nomor {ada.nomor}" if ada.nomor else ""
        raise AturanDilanggar(
            kertas.kode_sudah, f"{kertas.sebutan} sudah terbit{nomor}.", "Cetak yang itu, atau batalkan dahulu."
        )
    if (tolak := kertas.boleh_terbit(objek)) is not None:
        raise tolak
    hari, penanda, sampai = kertas.tanggal(objek), kertas.penandatangan(objek, oleh), kertas.sah_sampai(objek)

    def _data(nomor: str) -> DataDokumen:
        return DataDokumen(kertas.kode, kertas.sebutan, nomor, hari, penanda.sebutan, sampai)

    def _snapshot(nomor: str, kode: str) -> dict[str, Any]:
        return kertas.snapshot(objek, Terbitan(nomor, kode, hari, penanda, sampai))

    if isinstance(kertas.nomor, BukuSurat):
        entri = registry.penerbit_surat()(
            tanggal=hari,
            klasifikasi=kertas.nomor.klasifikasi,
            penandatangan=penanda.orang,
            data=_data,
            snapshot=_snapshot,
            objek=objek,
            tunggal=kertas.satu_saja,
            oleh=oleh,
            **kertas.buku(objek),
        )
        dokumen: Dokumen = entri.dokumen
    else:
        teks = _nomor(kertas.nomor, hari, objek, oleh) if kertas.nomor is not None else kertas.nomor_sendiri(objek)
        kode = kode_baru()
        entri = dokumen = dokumen_terbitkan(
            data=_data(teks),
            kode=kode,
            snapshot=_snapshot(teks, kode),
            objek=objek,
            oleh=oleh,
            tunggal=kertas.satu_saja,
        )
    if kertas.bidang:
        ke_dokumen = objek._meta.get_field(kertas.bidang).related_model is Dokumen
        setattr(objek, kertas.bidang, dokumen if ke_dokumen else entri)
    return dokumen


@layanan("Dokumen dicetak", tanpa_usul=True, sebut=_sebut(lambda _: "dicetak"), diri=True)
def kertas_cetak(
    *, objek: Sequence[Rekam], kertas: str, oleh: Pengguna, alasan: str = "", dokumen: Dokumen | None = None
) -> bytes:
    """Print the valid papers of one or many records into one PDF, each print logged; `dokumen`: this one of the first's.

    Raises AturanDilanggar: TIDAK_ADA_DIPILIH, the paper's `kode_belum`, ALASAN_CETAK_ULANG, DOKUMEN_BATAL.
    """
    kelas = registry.kertas(kertas)
    if not objek:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada yang dipilih.", "Beri tanda pada barisnya, lalu cetak.")
    for satu in objek:
        _cocok(kelas, satu)
    if dokumen is not None:
        return dokumen_cetak(dokumen=[_pilih(kelas, objek[0], dokumen)], oleh=oleh, alasan=alasan)
    ada = dokumen_berlaku(objek, kelas)
    for satu in objek:
        if satu.pk not in ada:
            siapa = f" untuk {satu}" if len(objek) > 1 else ""
            raise AturanDilanggar(
                kelas.kode_belum, f"{kelas.sebutan}{siapa} belum terbit.", "Terbitkan dahulu, lalu cetak."
            )
    return dokumen_cetak(dokumen=[ada[o.pk] for o in objek], oleh=oleh, alasan=alasan)


@layanan("Dokumen dibatalkan", sebut=_sebut(lambda _: "dibatalkan"))
def kertas_batalkan(*, objek: R, kertas: str, alasan: str, oleh: Pengguna, dokumen: Dokumen | None = None) -> R:
    """No longer valid from now on, and `/v/` says so; its number stays taken, with the reason. The record may have a new
    one. Raises AturanDilanggar (the paper's `kode_belum`, DOKUMEN_BATAL, what the letter book refuses), VersiBerubah."""
    kelas = registry.kertas(kertas)
    _cocok(kelas, objek)
    with perubahan(objek, oleh=oleh, sebab=alasan) as segar:
        pilihan = dokumen if dokumen is not None else dokumen_berlaku([segar], kelas).get(segar.pk)
        if pilihan is None:
            raise AturanDilanggar(kelas.kode_belum, f"{kelas.sebutan} belum terbit.", "Muat ulang halaman.")
        _pilih(kelas, segar, pilihan)
        if isinstance(kelas.nomor, BukuSurat):
            registry.pembatal_surat()(dokumen=pilihan, alasan=alasan, oleh=oleh)
        else:
            dokumen_batalkan(dokumen=pilihan, alasan=alasan)
        if isinstance(kelas.nomor, Deret):
            pemilik = {"objek_label": segar._meta.label_lower, "objek_id": str(segar.pk)}
            nomor = Nomor.objects.get(seri__kode=kelas.nomor.seri, teks=pilihan.nomor, **pemilik)
            nomor_batalkan(nomor=nomor, alasan=alasan, oleh=oleh)
        if kelas.bidang and kelas.milik(segar) == pilihan:
            setattr(segar, kelas.bidang, None)
    return segar


def _nomor(deret: Deret, hari: dt.date, objek: Any, oleh: Pengguna) -> str:
    return nomor_ambil(
        seri=deret.seri,
        pola=deret.pola,
        tanggal=hari,
        oleh=oleh,
        objek_label=objek._meta.label_lower,
        objek_id=str(objek.pk),
    ).teks


def _cocok(kertas: Kelas, objek: Any) -> None:
    """A stored call names paper and record apart: they must belong together."""
    if not isinstance(objek, kertas.model):
        raise TypeError(f"{kertas.kode} bukan kertas {objek._meta.label}")


def _pilih(kertas: Kelas, objek: Any, dokumen: Dokumen) -> Dokumen:
    """The record's own paper, still valid."""
    segar = dokumen_kertas(objek, [kertas]).filter(pk=dokumen.pk).first()
    if segar is None or segar.keadaan != Dokumen.Keadaan.BERLAKU:
        raise AturanDilanggar("DOKUMEN_BATAL", "Dokumen ini tidak berlaku lagi.", "Muat ulang halaman.")
    return segar
