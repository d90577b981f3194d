"""Part `berkas`: stored files against their hashes, documents against their files, prints in a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings

from inti.models import BerkasTersimpan, Dokumen
from inti.periksa.temuan import CATATAN, TemuanPeriksa, temuan_sql
from inti.services.dokumen import sidik_snapshot

BERKAS, DOKUMEN = "inti.BerkasTersimpan", "inti.Dokumen"
LANGKAH = "Ambil berkas ini dari cadangan terakhir yang utuh."


def periksa() -> Iterator[TemuanPeriksa]:
    """Files missing or altered, rows without an owner, files without a row; documents and prints."""
    akar, dikenal = Path(settings.BERKAS_DIR), set()
    for b in BerkasTersimpan.objects.order_by("pk").iterator(chunk_size=2_000):
        dikenal.add(b.jalur)
        yield from _satu(akar, b)
    yield from _tanpa_baris(akar, dikenal)
    yield from _tanpa_pemilik()
    yield from temuan_sql(
        "SELECT d.id, d.nomor FROM inti_dokumen d JOIN inti_berkastersimpan b ON b.id = d.berkas_id "
        "WHERE d.sha256 <> b.sha256 ORDER BY d.id",
        "DOKUMEN_BEDA_BERKAS",
        DOKUMEN,
        "Dokumen {1} (baris {0}) menunjuk berkas dengan sidik yang lain.",
        LANGKAH,
    )
    yield from _snapshot()
    yield from temuan_sql(
        "SELECT id, nomor FROM inti_dokumen WHERE keadaan = 'dibatalkan' AND alasan_batal = '' ORDER BY id",
        "DOKUMEN_BATAL_TANPA_ALASAN",
        DOKUMEN,
        "Dokumen {1} (baris {0}) dibatalkan tanpa alasan.",
        "Cari pembatalannya di riwayat surat.",
    )
    yield from temuan_sql(
        "SELECT dokumen_id, COUNT(*), MAX(ke) FROM inti_cetakan GROUP BY dokumen_id "
        "HAVING COUNT(*) <> MAX(ke) OR MIN(ke) <> 1 ORDER BY 1",
        "CETAKAN_BOLONG",
        "inti.Cetakan",
        "Dokumen {0} mempunyai {1} catatan cetak, padahal cetakan terakhir ke-{2}.",
        "Bandingkan catatan cetak dengan cadangan.",
    )


def _satu(akar: Path, b: BerkasTersimpan) -> Iterator[TemuanPeriksa]:
    if b.dimusnahkan_pada is not None:  # rightly absent
        if (akar / b.jalur).exists():
            pesan = f"Berkas {b.jalur} sudah dimusnahkan, tetapi isinya masih ada di penyimpanan."
            yield TemuanPeriksa(
                "BERKAS_MUSNAH_MASIH_ADA", BERKAS, str(b.pk), pesan, "Jalankan pekerja; ia membersihkannya."
            )
        return
    try:
        with (akar / b.jalur).open("rb") as isi:
            sidik = hashlib.file_digest(isi, "sha256").hexdigest()
    except FileNotFoundError:
        yield TemuanPeriksa("BERKAS_HILANG", BERKAS, str(b.pk), f"Berkas {b.jalur} tidak ada di penyimpanan.", LANGKAH)
        return
    except OSError:
        yield TemuanPeriksa("BERKAS_TAK_TERBACA", BERKAS, str(b.pk), f"Berkas {b.jalur} tidak dapat dibaca.", LANGKAH)
        return
    if sidik != b.sha256:
        pesan = f"Isi berkas {b.jalur} tidak sama dengan yang disimpan."
        yield TemuanPeriksa("BERKAS_BERUBAH", BERKAS, str(b.pk), pesan, LANGKAH)


def _snapshot() -> Iterator[TemuanPeriksa]:
    """What a print is drawn from against its sealed hash; of a destroyed document nothing may be left."""
    for d in Dokumen.objects.select_related("berkas").order_by("pk").iterator(chunk_size=500):
        if d.berkas.dimusnahkan_pada is not None:
            if d.snapshot:
                pesan = f"Dokumen {d.nomor} (baris {d.pk}) sudah dimusnahkan, tetapi isinya masih ada."
                yield TemuanPeriksa("DOKUMEN_MUSNAH_MASIH_ADA", DOKUMEN, str(d.pk), pesan, "Laporkan kepada pengelola.")
        elif sidik_snapshot(d.snapshot) != d.snapshot_sha256:
            pesan = f"Isi dokumen {d.nomor} (baris {d.pk}) tidak sama dengan saat diterbitkan."
            yield TemuanPeriksa(
                "DOKUMEN_BERUBAH", DOKUMEN, str(d.pk), pesan, "Bandingkan dengan cadangan terakhir yang utuh."
            )


def _tanpa_baris(akar: Path, dikenal: set[str]) -> Iterator[TemuanPeriksa]:
    """Left by an act that was undone after its file was written, or of an act still under way: no fault."""
    asing = sorted(p for p in akar.glob("??/??/*") if p.relative_to(akar).as_posix() not in dikenal)
    asing = [p for p in asing if not BerkasTersimpan.objects.filter(pk=p.name).exists()] if len(asing) < 50 else asing
    if asing:
        contoh = ", ".join(p.relative_to(akar).as_posix() for p in asing[:3])
        pesan = f"{len(asing)} berkas di penyimpanan tidak mempunyai baris, misalnya {contoh}."
        yield TemuanPeriksa("BERKAS_TANPA_BARIS", BERKAS, "", pesan, "Boleh dihapus sesudah dicadangkan.", CATATAN)


def _tanpa_pemilik() -> Iterator[TemuanPeriksa]:
    """Rows whose owner is gone: nobody may fetch such a file any more."""
    for label in BerkasTersimpan.objects.exclude(pemilik_label="").values_list("pemilik_label", flat=True).distinct():
        milik = BerkasTersimpan.objects.filter(pemilik_label=label)
        try:
            model = apps.get_model(label)
        except LookupError:
            yield TemuanPeriksa(
                "BERKAS_YATIM", BERKAS, "", f"Jenis pemilik {label} tidak ada.", "Perbaiki versi aplikasi."
            )
            continue
        ada = {str(pk) for pk in model._base_manager.values_list("pk", flat=True).iterator()}
        for pk, pemilik in milik.order_by("pk").values_list("pk", "pemilik_id"):
            if pemilik not in ada:
                pesan = f"Berkas {pk} milik {label} {pemilik}, yang tidak ada."
                yield TemuanPeriksa("BERKAS_YATIM", BERKAS, str(pk), pesan, "Cari pemiliknya di cadangan.")
