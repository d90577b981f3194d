"""Batches: a job that does one thing after the other, each in its own transaction, and keeps what came of each.

    def sekaligus_terima(jalannya, *, oleh, sekaligus):
        return kerjakan_butir(jalannya, semua, satu, kata="permohonan dicatat", berhenti_sesudah=25)

What the rules refuse holds up nothing else. A killed worker, a cancel or the stop threshold leaves the rest waiting:
the job's page shows each thing, goes on with the rest, tries the refused again, and takes all back where the kind of
job says how (`JenisTugas.balik`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import Count

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs.jalan import Dibatalkan, Jalannya
from inti.jobs.layanan import antrekan_lagi, tugas_antrekan
from inti.models import ButirTugas, Pengguna, Tugas

K = ButirTugas.Keadaan
TAMPIL = 500  # items of a batch shown on its page; all of them are counted


@dataclass(frozen=True)
class Butir:
    """One thing to do: a key that is the same in a repeat, how it reads (no number of a person), and the thing itself."""

    kunci: str
    sebutan: str
    isi: Any


def butir_objek(objek: Iterable[models.Model], sebut: Callable[[Any], str] = str) -> list[Butir]:
    """Records as things to do."""
    return [Butir(f"{o._meta.label_lower}:{o.pk}", sebut(o), o) for o in objek]


def kerjakan_butir(
    jalannya: Jalannya,
    semua: Sequence[Butir],
    satu: Callable[[Any], models.Model | None],
    *,
    kata: str,
    gagal: Callable[[Any, AturanDilanggar], None] | None = None,
    berhenti_sesudah: int = 0,
) -> dict[str, Any]:
    """Do `satu` for each thing that is not done yet. Out: figures and a sentence for the job's page.

    `kata` is what was done ("surat disetujui"); `gagal` hears of each refusal; so many refusals one after the other end
    the run (0: never). Raises SewaHilang when another worker took over.
    """
    _daftarkan(jalannya.tugas, semua)
    selesai = set(jalannya.tugas.butir.filter(keadaan=K.SELESAI).values_list("kunci", flat=True))
    berturut = 0
    for n, butir in enumerate(semua, 1):
        if butir.kunci in selesai:
            continue
        try:
            with transaction.atomic():
                jalannya.pastikan_milik()
                hasil = satu(butir.isi)
                _catat(jalannya.tugas, butir, K.SELESAI, hasil=hasil)
            berturut = 0
        except AturanDilanggar as galat:
            _catat(jalannya.tugas, butir, K.DITOLAK, galat=galat)
            if gagal is not None:
                gagal(butir.isi, galat)
            berturut += 1
        except Dibatalkan:
            return _ringkas(jalannya.tugas, kata, "Dihentikan")
        if berhenti_sesudah and berturut >= berhenti_sesudah:
            return _ringkas(jalannya.tugas, kata, f"Dihentikan: {berturut} berturut-turut tidak dapat")
        jalannya.maju(n, len(semua), f"{n} dari {len(semua)}")
    return _ringkas(jalannya.tugas, kata, "")


def ringkasan_butir(tugas: Tugas) -> dict[str, int]:
    """How many things of a batch are in each state."""
    hitung = dict(tugas.butir.values_list("keadaan").annotate(Count("pk")).order_by())
    return {k: hitung.get(k, 0) for k in K.values}


def butir_lanjutkan(*, tugas: Tugas, ulangi: bool) -> None:
    """Go on with what was not done; with `ulangi` try the refused again too.

    Raises AturanDilanggar (TUGAS_BERJALAN, TIDAK_ADA_SISA).
    """
    with transaction.atomic():
        baris = _terkunci(tugas)
        if ulangi:
            baris.butir.filter(keadaan=K.DITOLAK).update(keadaan=K.MENUNGGU, kode="", pesan="")
        if not baris.butir.filter(keadaan=K.MENUNGGU).exists():
            raise AturanDilanggar("TIDAK_ADA_SISA", "Semua butir sudah dikerjakan.", "Muat ulang halaman.")
        antrekan_lagi(Tugas.objects.filter(pk=baris.pk))


def butir_kembalikan(*, tugas: Tugas, oleh: Pengguna, alasan: str) -> Tugas:
    """Queue the taking back of what a batch did. Raises AturanDilanggar (TUGAS_BERJALAN, TIDAK_DAPAT_KEMBALI)."""
    if registry.balik_tugas(tugas.jenis) is None:
        raise AturanDilanggar(
            "TIDAK_DAPAT_KEMBALI", "Hasil tugas ini tidak dikembalikan sekaligus.", "Batalkan satu per satu."
        )
    with transaction.atomic():
        baris = _terkunci(tugas)
        return tugas_antrekan(
            jenis="butir-kembalikan",
            judul=f"Mengembalikan: {baris.judul}",
            argumen={"batch": str(baris.pk), "alasan": alasan},
            oleh=oleh,
        )


def kembalikan(jalannya: Jalannya, *, oleh: Pengguna, batch: str, alasan: str) -> dict[str, Any]:
    """The job that takes a batch back, thing by thing, by the way its kind declares; what can't go back says why."""
    tugas = Tugas.objects.get(pk=batch)
    balik = registry.balik_tugas(tugas.jenis)
    assert balik is not None  # looked at when this was queued
    sasaran = next(iter(inspect.signature(balik).parameters))
    kembali = tetap = 0
    semua = list(tugas.butir.filter(keadaan=K.SELESAI).exclude(hasil_id="").order_by("-urut"))
    for n, butir in enumerate(semua, 1):
        objek = apps.get_model(butir.hasil_label)._base_manager.get(pk=butir.hasil_id)
        try:
            with transaction.atomic():
                jalannya.pastikan_milik()
                balik(**{sasaran: objek}, oleh=oleh, alasan=alasan)
                ButirTugas.objects.filter(pk=butir.pk).update(keadaan=K.DIKEMBALIKAN, pesan=alasan[:300])
            kembali += 1
        except AturanDilanggar as galat:
            ButirTugas.objects.filter(pk=butir.pk).update(kode=galat.kode, pesan=galat.kalimat[:300])
            tetap += 1
        jalannya.maju(n, len(semua), f"{kembali} dikembalikan")
    return {"ringkas": f"{kembali} dikembalikan, {tetap} tidak dapat.", "tautan": tugas.get_absolute_url()}


def _terkunci(tugas: Tugas) -> Tugas:
    baris = Tugas.objects.select_for_update().get(pk=tugas.pk)
    if baris.keadaan in {Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN}:
        raise AturanDilanggar("TUGAS_BERJALAN", "Tugas ini sedang berjalan.", "Tunggu sampai berhenti.")
    return baris


def _daftarkan(tugas: Tugas, semua: Sequence[Butir]) -> None:
    """Write down what there is to do before the first is done; a repeat finds it."""
    ada = set(tugas.butir.values_list("kunci", flat=True))
    awal = len(ada)
    ButirTugas.objects.bulk_create(
        [
            ButirTugas(tugas=tugas, urut=awal + n, kunci=b.kunci, sebutan=b.sebutan[:160])
            for n, b in enumerate((b for b in semua if b.kunci not in ada), 1)
        ],
        ignore_conflicts=True,
    )


def _catat(
    tugas: Tugas, butir: Butir, keadaan: str, *, hasil: models.Model | None = None, galat: AturanDilanggar | None = None
) -> None:
    isi = {"keadaan": keadaan, "kode": galat.kode if galat else "", "pesan": galat.kalimat[:300] if galat else ""}
    if hasil is not None:
        isi |= {"hasil_label": hasil._meta.label_lower, "hasil_id": str(hasil.pk)}
    ButirTugas.objects.filter(tugas=tugas, kunci=butir.kunci).update(**isi)


def _ringkas(tugas: Tugas, kata: str, berhenti: str) -> dict[str, Any]:
    hitung = ringkasan_butir(tugas)
    bagian = [f"{hitung[K.SELESAI]} {kata}"]
    if hitung[K.DITOLAK]:
        bagian.append(f"{hitung[K.DITOLAK]} tidak dapat")
    if hitung[K.MENUNGGU]:
        bagian.append(f"{hitung[K.MENUNGGU]} belum")
    kalimat = ", ".join(bagian)
    return {
        "ringkas": f"{berhenti}. {kalimat}." if berhenti else f"{kalimat}.",
        "berhasil": hitung[K.SELESAI],
        "ditolak": hitung[K.DITOLAK],
        "belum": hitung[K.MENUNGGU],
    }
