"""One open or valid request per person and kind: who is bound by which request, and when he is free again.

The rule stands in the database (`anggota_satu_nik`, `anggota_satu_orang`). A date can't stand in an index, so the flag is
let go here: by a refusal at once, by a letter that ran out when the person is asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from dtks.models import AnggotaPermohonan, Permohonan, SuratRekomendasi
from inti.formats import tanggal_pendek
from inti.galat import AturanDilanggar

S = SuratRekomendasi.Status


def ikatan(jenis: str, nik: Iterable[str], orang: Iterable[int]) -> QuerySet[AnggotaPermohonan]:
    """Members bound by an open or valid request of a kind, by NIK or by entry of the registry."""
    return AnggotaPermohonan.objects.filter(
        Q(nik__in=list(nik)) | Q(individu__in=list(orang)), jenis=jenis, mengikat=True
    ).select_related("permohonan__nomor")


def ikatan_bebaskan(jenis: str, nik: Iterable[str], orang: Iterable[int]) -> None:
    """Let go of those whose letter ran out before today."""
    nik, orang = list(nik), list(orang)
    berlaku = SuratRekomendasi.objects.filter(permohonan=OuterRef("permohonan")).exclude(status=S.DIBATALKAN)
    lewat = berlaku.filter(surat_keluar__dokumen__berlaku_sampai__lt=timezone.localdate())
    habis = ikatan(jenis, nik, orang).filter(Exists(lewat), permohonan__status=Permohonan.Status.DITERIMA)
    AnggotaPermohonan.objects.filter(pk__in=list(habis.values_list("pk", flat=True))).update(mengikat=False)


def ikatan_pastikan(jenis: str, anggota: Iterable[tuple[str, str, int | None]], kecuali: int | None = None) -> None:
    """Refuse a second request of a kind for a person. `anggota`: name, NIK and entry of each; `kecuali`: the request itself.

    Raises AturanDilanggar(PERMOHONAN_TERBUKA, SURAT_MASIH_BERLAKU), each with the request to go to.
    """
    semua = list(anggota)
    nik, orang = [n for _, n, _ in semua], [o for _, _, o in semua if o is not None]
    ikatan_bebaskan(jenis, nik, orang)
    lain = ikatan(jenis, nik, orang).exclude(permohonan=kecuali).order_by("id").first()
    if lain is not None:
        raise _galat(lain)


def _galat(lain: AnggotaPermohonan) -> AturanDilanggar:
    p = lain.permohonan
    siapa = f"{lain.nama}, {p.get_jenis_display()}"
    surat = p.surat.exclude(status=S.DIBATALKAN).select_related("surat_keluar__nomor", "surat_keluar__dokumen").first()
    keluar = surat.surat_keluar if surat is not None else None
    if p.terbuka or keluar is None or keluar.dokumen is None:
        keadaan = "suratnya menunggu persetujuan" if surat is not None and not p.terbuka else "belum diputus"
        return AturanDilanggar(
            "PERMOHONAN_TERBUKA",
            f"Sudah ada permohonan {p.nomor.teks} untuk {siapa}; {keadaan}.",
            "Lanjutkan permohonan itu; jangan dicatat dua kali.",
        )
    sampai = keluar.dokumen.berlaku_sampai
    return AturanDilanggar(
        "SURAT_MASIH_BERLAKU",
        f"Surat {keluar.nomor} untuk {siapa} masih berlaku{f' sampai {tanggal_pendek(sampai)}' if sampai else ''}.",
        "Cetak ulang surat itu, atau terbitkan ulang dengan alasan.",
    )


def ikat(permohonan: Permohonan) -> None:
    """Bind every member of a request that is opened again. Raises as `ikatan_pastikan` when another one came meanwhile."""
    semua = list(permohonan.anggota.all())
    ikatan_pastikan(permohonan.jenis, [(a.nama, a.nik, a.individu_id) for a in semua], kecuali=permohonan.pk)
    permohonan.anggota.update(mengikat=True)


def lepas_ikatan(permohonan: Permohonan) -> None:
    """A request that is refused binds nobody."""
    permohonan.anggota.update(mengikat=False)
