"""The course of a case, as data: submitted, passed on, sent back, drawn back, handed over, stopped, closed.

Call these inside the service that changes the case, while `perubahan(kasus)` holds its lock: the act, its history and
its proposal are that service's. The case's own state moves by its transitions, after what these say comes next.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from inti.galat import AturanDilanggar, Tetap
from inti.models import JedaPegangan, Pegangan, Pengguna
from inti.models.alur import BerAlur
from inti.queries.alur import jeda_pegangan, langkah_putaran
from inti.queries.kalender import libur_antara
from inti.rules.alur import (
    AJUKAN,
    ALIHKAN,
    KEMBALIKAN,
    PENGAJU,
    TARIK,
    TOLAK,
    TUTUP,
    Alur,
    Kekurangan,
    Pemegang,
    batas_tahap,
    nilai_pengembalian,
    nilai_perbuatan,
)

DITUNJUK = "ditunjuk"  # of a holding: named by hand, so its office is not asked again
JAUH_HARI = 730  # days of the calendar that a deadline may look ahead


def alur_ajukan(
    kasus: BerAlur,
    *,
    oleh: Pengguna | None,
    rencana: Sequence[tuple[str, Pemegang]] | None = None,
    pada: dt.datetime | None = None,
) -> Pegangan:
    """Submit a case, for the first time or again: the first stage has it. Out: its holding.

    `rencana` names the stages with their holders; without it all declared ones, each with the holder its function gives.
    Raises AturanDilanggar (BELUM_KEMBALI) while somebody else has it.
    """
    _dalam_transaksi()
    saat = pada or timezone.now()
    terbuka = _terbuka(kasus)
    if terbuka is not None and not terbuka.milik_pengaju:
        raise AturanDilanggar("BELUM_KEMBALI", f"{kasus} sedang di tangan orang lain.", "Tarik dahulu.")
    if terbuka is None:
        terbuka = _buka(kasus, _putaran_baru(kasus), 0, PENGAJU, kasus.alur.pembuat(kasus), saat)
    _selesaikan(terbuka, AJUKAN, oleh, saat)
    for n, (tahap, siapa) in enumerate(rencana if rencana is not None else kasus.alur.rencana(kasus), 1):
        _buka(kasus, terbuka.putaran, n, tahap, siapa, saat if n == 1 else None)
    pertama = _terbuka(kasus)
    assert pertama is not None
    return pertama


def alur_maju(
    kasus: BerAlur,
    *,
    verba: str,
    oleh: Pengguna,
    tahap: str = "",
    catatan: str = "",
    putusan: str = "",
    kekurangan: Kekurangan | None = None,
    pengecualian: str = "",
    pada: dt.datetime | None = None,
) -> Pegangan | None:
    """The holder's act on his stage (`tahap`; empty: whichever is open). Out: who has the case next, None at its end.

    TERUSKAN and SETUJUI give it to the next stage, KEMBALIKAN to its maker, TOLAK ends it. `putusan`: the decision in a
    word. `kekurangan`: what a return tells. Raises AturanDilanggar: what `nilai_perbuatan` and `nilai_pengembalian`
    find, and ALUR_DIDAHULUI when somebody acted meanwhile.
    """
    _dalam_transaksi()
    saat, alur = pada or timezone.now(), kasus.alur
    kini = _terbuka(kasus)
    if kini is not None:
        _selaraskan(kasus, kini, saat)
    tahap = tahap or (kini.tahap if kini is not None else alur.tahap[-1].kode)
    putaran = langkah_putaran(kasus, oleh)
    _tolak(kasus, nilai_perbuatan(alur, putaran, tahap=tahap, verba=verba, orang=oleh.pk, catatan=catatan), tahap)
    assert kini is not None
    rincian: dict[str, Any] = {}
    if verba == KEMBALIKAN and kekurangan is not None:
        if alur.kembali_sekali:
            _tolak(kasus, nilai_pengembalian(kekurangan, pengembalian_lalu(kasus), pengecualian), tahap)
        rincian = {
            "kurang": dict(kekurangan.diberitahu), "terlihat": sorted(kekurangan.terlihat), "pengecualian": pengecualian,
        }  # fmt: skip
    _selesaikan(kini, verba, oleh, saat, catatan=catatan, putusan=putusan, rincian=rincian)
    if verba == KEMBALIKAN:
        return _kepada_pembuat(kasus, saat)
    if verba == TOLAK:
        _buang_rencana(kasus)
        return None
    berikut = kasus.alur_kini.filter(mulai_pada__isnull=True).first()
    if berikut is not None:
        _mulai(kasus, berikut, saat)
    return berikut


def alur_tarik(kasus: BerAlur, *, oleh: Pengguna | None, catatan: str = "") -> Pegangan | None:
    """Back to its maker without a decision: drawn back, or changed after it was decided. None where it never left him."""
    _dalam_transaksi()
    saat, kini = timezone.now(), _terbuka(kasus)
    if kini is None or kini.milik_pengaju:
        return kini
    _selesaikan(kini, TARIK, oleh, saat, catatan=catatan)
    return _kepada_pembuat(kasus, saat)


def alur_tutup(kasus: BerAlur, *, oleh: Pengguna | None, catatan: str = "", pada: dt.datetime | None = None) -> None:
    """The case ends where it is: cancelled, lapsed. Nothing where it is in nobody's hand."""
    _dalam_transaksi()
    if (kini := _terbuka(kasus)) is not None:
        _selesaikan(kini, TUTUP, oleh, pada or timezone.now(), catatan=catatan)
        _buang_rencana(kasus)


def alur_alihkan(kasus: BerAlur, *, kepada: Pemegang, oleh: Pengguna | None, alasan: str) -> Pegangan:
    """The same stage in another hand, with a reason; its days begin anew. Raises AturanDilanggar (ALUR_SELESAI, ALASAN_KOSONG)."""
    _dalam_transaksi()
    kini = _wajib_terbuka(kasus)
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Pengalihan memerlukan alasan.", "Tulis alasannya.")
    baru = _pindah(kasus, kini, kepada, timezone.now(), oleh, alasan)
    baru.rincian = {DITUNJUK: True}
    baru.save(update_fields=["rincian"])
    return baru


def alur_jeda(kasus: BerAlur, *, karena: str, sebab: str, oleh: Pengguna | None) -> JedaPegangan:
    """Stop the clock of the open stage. `karena`: JedaPegangan.Karena. Raises AturanDilanggar (ALUR_SELESAI, JAM_BERHENTI,
    ALASAN_KOSONG)."""
    _dalam_transaksi()
    kini = _wajib_terbuka(kasus)
    if kini.jeda.filter(selesai_pada__isnull=True).exists():
        raise AturanDilanggar("JAM_BERHENTI", "Hitungan harinya sudah berhenti.", "Muat ulang halaman.")
    if not sebab.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Penghentian hitungan memerlukan sebab.", "Tulis sebabnya.")
    jeda = JedaPegangan.objects.create(pegangan=kini, mulai_pada=timezone.now(), karena=karena, sebab=sebab, oleh=oleh)
    _hitung_batas(kasus, kini)
    return jeda


def alur_lanjut(kasus: BerAlur, *, oleh: Pengguna | None) -> Pegangan:
    """The clock of the open stage goes on; its limit moves by the days that it stood. Raises AturanDilanggar (ALUR_SELESAI,
    JAM_BERJALAN)."""
    _dalam_transaksi()
    kini = _wajib_terbuka(kasus)
    if not kini.jeda.filter(selesai_pada__isnull=True).update(selesai_pada=timezone.now()):
        raise AturanDilanggar("JAM_BERJALAN", "Hitungan harinya sedang berjalan.", "Muat ulang halaman.")
    _hitung_batas(kasus, kini)
    return kini


def pengembalian_lalu(kasus: BerAlur) -> list[Kekurangan]:
    """What earlier returns of a case told, oldest first."""
    baris = Pegangan.objects.milik_kasus(kasus).filter(hasil=KEMBALIKAN).order_by("putaran", "urut")
    isi: list[dict[str, Any]] = [r for r in baris.values_list("rincian", flat=True) if r]
    return [Kekurangan(r["kurang"], frozenset(r["terlihat"])) for r in isi]


def alur_selaraskan(kasus: BerAlur) -> None:
    """Follow a change of the person behind an office: the open stage goes to whom its function names now."""
    _dalam_transaksi()
    if (kini := _terbuka(kasus)) is not None:
        _selaraskan(kasus, kini, timezone.now())


def _selaraskan(kasus: BerAlur, kini: Pegangan, saat: dt.datetime) -> None:
    """Account and office may part (another account, another signer): a declared holder is asked again."""
    fungsi = kasus.alur[kini.tahap].pemegang
    siapa = fungsi(kasus) if fungsi is not None and DITUNJUK not in kini.rincian else Pemegang()
    if siapa.orang is not None and kini.pemegang_id is not None and siapa.orang.pk != kini.pemegang_id:
        baru = _pindah(kasus, kini, siapa, saat, None, "Pemegang jabatan berganti.")
        kini.__dict__.update(baru.__dict__)


def _tolak(kasus: BerAlur, sebab: Tetap | None, tahap: str) -> None:
    """Raise a refusal: {siapa} is the stage's holder; one without a sentence is worded by the case's own state."""
    if sebab is None:
        return
    if not sebab.pesan:
        kata = kasus.status_tampil[1].lower()
        raise AturanDilanggar(sebab.kode, f"{kasus} sudah {kata}.", "Muat ulang halaman.")
    siapa = kasus.alur_kini.filter(tahap=tahap).values_list("pemegang__nama", flat=True).last()
    raise AturanDilanggar(
        sebab.kode, sebab.pesan, sebab.langkah.format(siapa=siapa or kasus.alur[tahap].tangan or "pemegang izinnya")
    )


def _terbuka(kasus: BerAlur) -> Pegangan | None:
    return Pegangan.objects.milik_kasus(kasus).dipegang().select_for_update(of=("self",)).first()


def _wajib_terbuka(kasus: BerAlur) -> Pegangan:
    kini = _terbuka(kasus)
    if kini is None:
        raise AturanDilanggar("ALUR_SELESAI", f"{kasus} tidak di tangan siapa pun.", "Muat ulang halaman.")
    return kini


def _putaran_baru(kasus: BerAlur) -> int:
    lama = Pegangan.objects.milik_kasus(kasus)
    lama.filter(berlaku=True).update(berlaku=False)
    akhir = lama.order_by("-putaran").values_list("putaran", flat=True).first()
    return (akhir or 0) + 1


def _buka(kasus: BerAlur, putaran: int, urut: int, tahap: str, siapa: Pemegang, mulai: dt.datetime | None) -> Pegangan:
    baru = Pegangan(
        objek_label=kasus._meta.label_lower,
        objek_id=kasus.pk,
        putaran=putaran,
        urut=urut,
        tahap=kasus.alur[tahap].kode,
        pemegang=siapa.orang,
        izin=siapa.izin,
        unit=siapa.unit,
    )
    baru.save(force_insert=True)
    if mulai is not None:
        _mulai(kasus, baru, mulai)
    return baru


def _mulai(kasus: BerAlur, pegangan: Pegangan, saat: dt.datetime) -> None:
    pegangan.mulai_pada = saat
    pegangan.save(update_fields=["mulai_pada"])
    _hitung_batas(kasus, pegangan)


def _hitung_batas(kasus: BerAlur, pegangan: Pegangan) -> None:
    pegangan.batas = batas_pegangan(kasus.alur, pegangan)
    pegangan.save(update_fields=["batas"])


def batas_pegangan(alur: Alur, pegangan: Pegangan) -> dt.date | None:
    """The last day in time of an open stage by the calendar as it is now."""
    hari = alur[pegangan.tahap].hari
    if hari == 0 or pegangan.mulai_pada is None:
        return None
    mulai = timezone.localdate(pegangan.mulai_pada)
    libur = libur_antara(mulai, mulai + dt.timedelta(days=JAUH_HARI))
    return batas_tahap(mulai, hari, jeda_pegangan(pegangan.jeda.all()), libur)


def _selesaikan(
    pegangan: Pegangan,
    hasil: str,
    oleh: Pengguna | None,
    saat: dt.datetime,
    *,
    catatan: str = "",
    putusan: str = "",
    rincian: dict[str, Any] | None = None,
) -> None:
    """End a holding once: whoever comes second finds it ended."""
    isi = {
        "hasil": hasil, "oleh": oleh, "selesai_pada": saat, "catatan": catatan[:300], "putusan": putusan[:60],
        "rincian": rincian or {},
    }  # fmt: skip
    if not Pegangan.objects.filter(pk=pegangan.pk, selesai_pada__isnull=True).update(**isi):
        raise AturanDilanggar("ALUR_DIDAHULUI", "Orang lain baru saja mengerjakannya.", "Muat ulang halaman.")
    pegangan.jeda.filter(selesai_pada__isnull=True).update(selesai_pada=saat)
    for nama, nilai in isi.items():
        setattr(pegangan, nama, nilai)


def _pindah(
    kasus: BerAlur, kini: Pegangan, kepada: Pemegang, saat: dt.datetime, oleh: Pengguna | None, alasan: str
) -> Pegangan:
    """Later stages make room: the same stage comes once more, right behind."""
    _selesaikan(kini, ALIHKAN, oleh, saat, catatan=alasan)
    for nanti in kasus.alur_kini.filter(urut__gt=kini.urut).order_by("-urut"):
        nanti.urut += 1
        nanti.save(update_fields=["urut"])
    return _buka(kasus, kini.putaran, kini.urut + 1, kini.tahap, kepada, saat)


def _buang_rencana(kasus: BerAlur) -> None:
    kasus.alur_kini.filter(mulai_pada__isnull=True).delete()


def _kepada_pembuat(kasus: BerAlur, saat: dt.datetime) -> Pegangan:
    _buang_rencana(kasus)
    return _buka(kasus, _putaran_baru(kasus), 0, PENGAJU, kasus.alur.pembuat(kasus), saat)


def _dalam_transaksi() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("alur bergerak di dalam layanan yang mengubah perkaranya")
