"""What a destroyed record says elsewhere is destroyed with it: scans, the letter's print and words, their text for searching.

The letter book keeps its line (number, date, addressee, subject), the record its tombstone. What the sealed history
tells of a draft's words stays there: nothing may alter it (docs/keputusan/0008).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from arsip.models import (
    BerkasArsip,
    LampiranNaskah,
    Naskah,
    PindaianArsip,
    SuratKeluar,
    SuratMassal,
    SuratMasuk,
    TeksBerkas,
    VersiNaskah,
)
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import perubahan
from inti.services.berkas import berkas_musnahkan
from inti.services.dokumen import dokumen_musnahkan

KOSONG = "Isi surat ini sudah dimusnahkan bersama arsipnya."


def isi_musnahkan(*, berkas: Sequence[BerkasArsip], oleh: Pengguna) -> None:
    """Destroy the content of records just destroyed. Call it inside that service."""
    masuk = list(SuratMasuk.objects.filter(pk__in=_milik(berkas, SuratMasuk)))
    keluar = list(SuratKeluar.objects.select_related("dokumen__berkas").filter(pk__in=_milik(berkas, SuratKeluar)))
    naskah = list(Naskah.objects.filter(surat_keluar__in=keluar))
    lampiran = LampiranNaskah.objects.filter(naskah__in=naskah)
    isi = BerkasTersimpan.objects.filter(
        Q(pk__in=PindaianArsip.objects.filter(berkas_arsip__in=berkas).values("berkas"))
        | Q(pk__in=[s.pindaian_id for s in keluar if s.pindaian_id])
        | Q(pk__in=lampiran.values("berkas"))
        | Q(pemilik_label=SuratMasuk._meta.label_lower, pemilik_id__in=[str(s.pk) for s in masuk])
    )
    sidik = list(isi.values_list("sha256", flat=True))
    berkas_musnahkan(isi)
    dokumen_musnahkan(dokumen=[s.dokumen for s in keluar if s.dokumen is not None])
    masih_ada = BerkasTersimpan.objects.filter(sha256__in=sidik, dimusnahkan_pada__isnull=True).values("sha256")
    TeksBerkas.objects.filter(sha256__in=sidik).exclude(sha256__in=masih_ada).delete()
    VersiNaskah.objects.filter(naskah__in=naskah).delete()
    for konsep in naskah:
        with perubahan(konsep, oleh=oleh) as segar:
            segar.isi, segar.penutup, segar.tembusan = KOSONG, "", ""
    _kosongkan_baris(keluar, oleh)
    # The index of words follows whatever changed.
    for surat_masuk in masuk:
        with perubahan(surat_masuk, oleh=oleh):
            pass
    for surat_keluar in keluar:
        with perubahan(surat_keluar, oleh=oleh):
            pass


def _kosongkan_baris(keluar: Sequence[SuratKeluar], oleh: Pengguna) -> None:
    """Of a batch's list the rows of destroyed letters keep their addressee only."""
    for massal in SuratMassal.objects.filter(pk__in={s.massal_id for s in keluar if s.massal_id}).order_by("pk"):
        urut = {s.massal_urut for s in keluar if s.massal_id == massal.pk}
        with perubahan(massal, oleh=oleh) as segar:
            segar.baris = [{"tujuan": b.get("tujuan", "")} if n in urut else b for n, b in enumerate(segar.baris)]


def _milik(berkas: Sequence[BerkasArsip], model: type[SuratMasuk] | type[SuratKeluar]) -> list[int]:
    return [int(b.objek_id) for b in berkas if b.objek_label == model._meta.label_lower]
