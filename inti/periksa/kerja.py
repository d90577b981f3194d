"""Parts `impor` and `tugas`: sums of saved imports; jobs that nobody holds any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from inti.models import BatchImpor, Tugas
from inti.periksa.temuan import TemuanPeriksa, temuan_sql


def impor() -> Iterator[TemuanPeriksa]:
    """A batch read as many rows as it sorted; its report says the same; it is marked when rows were refused."""
    isi = F("baru") + F("berubah") + F("sama") + F("ditolak")
    for b in BatchImpor.objects.exclude(dibaca=isi).order_by("pk"):
        pesan = f"Impor {b.pk}: dibaca {b.dibaca}, padahal baru, berubah, sama, dan ditolak berjumlah {b.baru + b.berubah + b.sama + b.ditolak}."
        yield TemuanPeriksa("IMPOR_JUMLAH", "inti.BatchImpor", str(b.pk), pesan, "Bandingkan dengan cadangan.")
    tertulis = BatchImpor.objects.exclude(laporan={}).order_by("pk")
    for b in tertulis.only("dibaca", "baru", "berubah", "sama", "ditolak", "laporan").iterator(chunk_size=200):
        beda = [
            k
            for k in ("dibaca", "baru", "berubah", "sama", "ditolak")
            if b.laporan.get(k, getattr(b, k)) != getattr(b, k)
        ]
        if beda:
            pesan = f"Impor {b.pk}: angka {', '.join(beda)} tidak sama dengan laporannya."
            yield TemuanPeriksa("IMPOR_LAPORAN", "inti.BatchImpor", str(b.pk), pesan, "Bandingkan dengan cadangan.")
    salah = Q(status=BatchImpor.Status.TERSIMPAN, ditolak__gt=0) | Q(status=BatchImpor.Status.SEBAGIAN, ditolak=0)
    for b in BatchImpor.objects.filter(salah).order_by("pk"):
        pesan = f"Impor {b.pk}: keadaannya tidak sesuai dengan {b.ditolak} baris yang ditolak."
        yield TemuanPeriksa("IMPOR_KEADAAN", "inti.BatchImpor", str(b.pk), pesan, "Bandingkan dengan cadangan.")
    yield from temuan_sql(
        """SELECT b.id, b.berubah, COUNT(n.id) FROM inti_batchimpor b LEFT JOIN inti_nilailama n ON n.batch_id = b.id
        WHERE b.berubah = 0 GROUP BY b.id, b.berubah HAVING COUNT(n.id) > 0 AND b.baru = 0 ORDER BY b.id""",
        "IMPOR_NILAI_LAMA",
        "inti.BatchImpor",
        "Impor {0} tidak mengubah apa pun, padahal ada {2} nilai lama.",
        "Bandingkan dengan cadangan.",
    )


def tugas() -> Iterator[TemuanPeriksa]:
    """Jobs that run without a holder: a lease that ran out two leases ago, or one that ends in a far future."""
    kini, dua = timezone.now(), dt.timedelta(seconds=settings.SEWA_TUGAS * 2)
    macet = Q(sewa_sampai__lt=kini - dua) | Q(sewa_sampai__gt=kini + dua) | Q(sewa_sampai__isnull=True)
    for t in Tugas.objects.filter(macet, keadaan=Tugas.Keadaan.BERJALAN).order_by("pk"):
        pesan = f"Tugas {t.judul} tercatat berjalan, padahal tidak ada yang memegangnya."
        yield TemuanPeriksa("TUGAS_MACET", "inti.Tugas", str(t.pk), pesan, "Jalankan pekerja; tugas ini diambil alih.")
    salah = Q(keadaan=Tugas.Keadaan.SELESAI, hasil__isnull=True) | Q(keadaan=Tugas.Keadaan.SELESAI, selesai_pada=None)
    for t in Tugas.objects.filter(salah).order_by("pk"):
        pesan = f"Tugas {t.judul} tercatat selesai tanpa hasil atau tanpa waktu selesai."
        yield TemuanPeriksa("TUGAS_TANPA_HASIL", "inti.Tugas", str(t.pk), pesan, "Ulangi tugas itu bila perlu.")
