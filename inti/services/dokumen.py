"""Issued documents: an immutable snapshot with its PDF and hash, a log of every print, and cancelling.

The approved PDF is the archive copy. A print is drawn from the same snapshot with a footer that says which copy it
is; when the layout has changed since, the stored PDF itself is stamped instead.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils import timezone

from inti import registry
from inti.documents import cap_salinan, gabung_pdf
from inti.formats.waktu import saat
from inti.galat import AturanDilanggar
from inti.models import Cetakan, Dokumen, Pengguna
from inti.services.berkas import berkas_baca, berkas_musnahkan, berkas_simpan

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to misread
PANJANG_KODE = 16  # 80 bits: can't be guessed

CETAK_ULANG = "inti.cetak_ulang"  # a second print may leave the office twice: a right of its own


@dataclass(frozen=True)
class DataDokumen:
    """What a document says of itself apart from its page."""

    jenis: str
    judul: str
    nomor: str
    tanggal: dt.date
    penandatangan: str
    berlaku_sampai: dt.date | None = None


def kode_baru() -> str:
    """A fresh code for `/v/KODE/`: 80 random bits."""
    return "".join(secrets.choice(ABJAD) for _ in range(PANJANG_KODE))


def baca_kode(teks: str) -> str:
    """A code as typed or scanned, without dashes and with look-alikes mended; empty when it can't be one."""
    bersih = teks.upper().replace("-", "").replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    return bersih if len(bersih) == PANJANG_KODE and all(c in ABJAD for c in bersih) else ""


def sidik_snapshot(snapshot: Any) -> str:
    """SHA-256 of a snapshot as JSON keeps it, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(snapshot, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def dokumen_terbitkan(
    *,
    data: DataDokumen,
    kode: str,
    snapshot: dict[str, Any],
    objek: Any,
    oleh: Pengguna | None,
    tunggal: bool = False,
) -> Dokumen:
    """Draw the page from `snapshot`, store it with its hash, and record it. Call it inside the service that approves.

    `tunggal`: the database refuses it while another valid one of this kind and record is there.
    """
    tata = registry.tata_letak(data.jenis)
    pdf = tata.gambar([snapshot], kaki=[""])
    label, pk = objek._meta.label_lower, str(objek.pk)
    berkas = berkas_simpan(
        isi=pdf,
        nama=f"{f'{data.judul} {data.nomor}'.strip()}.pdf".replace("/", "-"),
        jenis_isi="application/pdf",
        oleh=oleh,
        pemilik_label=label,
        pemilik_id=pk,
    )
    return Dokumen.objects.create(
        snapshot_sha256=sidik_snapshot(snapshot),
        kode=kode,
        jenis=data.jenis,
        judul=data.judul,
        nomor=data.nomor,
        tanggal=data.tanggal,
        berlaku_sampai=data.berlaku_sampai,
        penandatangan=data.penandatangan,
        snapshot=snapshot,
        tata_letak=tata.kode,
        berkas=berkas,
        sha256=hashlib.sha256(pdf).hexdigest(),
        objek_label=label,
        objek_id=pk,
        tunggal=tunggal,
        oleh=oleh,
    )


def dokumen_cetak(*, dokumen: Sequence[Dokumen], oleh: Pengguna, alasan: str = "") -> bytes:
    """Print documents into one PDF and log each print. A second print needs a reason and says "Salinan ke-2".

    Raises AturanDilanggar(ALASAN_CETAK_ULANG) when one was printed before and no reason is given,
    TANPA_HAK_CETAK_ULANG when `oleh` may not print again, DOKUMEN_BATAL when
    one is cancelled, DOKUMEN_MUSNAH when its archive copy was destroyed. Call it inside the service that records the print.
    """
    terkunci = {
        d.pk: d
        for d in Dokumen.objects.select_for_update(of=("self",))
        .select_related("berkas")
        .filter(pk__in=[d.pk for d in dokumen])
    }
    urut = [terkunci[d.pk] for d in dokumen]
    if any(d.keadaan == Dokumen.Keadaan.DIBATALKAN for d in urut):
        raise AturanDilanggar(
            "DOKUMEN_BATAL", "Dokumen sudah dibatalkan.", "Muat ulang daftar; terbitkan yang baru bila perlu."
        )
    if any(d.berkas.dimusnahkan_pada is not None for d in urut):
        raise AturanDilanggar(
            "DOKUMEN_MUSNAH", "Arsip dokumen ini sudah dimusnahkan.", "Lihat berita acara pemusnahannya."
        )
    terakhir = dict(Cetakan.objects.filter(dokumen__in=terkunci).values_list("dokumen").annotate(Max("ke")).order_by())
    if terakhir and not oleh.has_perm(CETAK_ULANG):
        raise AturanDilanggar(
            "TANPA_HAK_CETAK_ULANG", "Dokumen sudah pernah dicetak.", "Minta petugas kantor mencetak ulang."
        )
    if terakhir and not alasan.strip():
        raise AturanDilanggar("ALASAN_CETAK_ULANG", "Dokumen sudah pernah dicetak.", "Tulis alasan mencetak ulang.")
    waktu = timezone.now()
    cetakan = [
        Cetakan(
            dokumen=d,
            ke=terakhir.get(d.pk, 0) + 1,
            oleh=oleh,
            waktu=waktu,
            alasan=alasan.strip() if d.pk in terakhir else "",
        )
        for d in urut
    ]
    Cetakan.objects.bulk_create(cetakan)
    return _gambar(urut, [kaki_cetak(c, oleh) for c in cetakan])


def kaki_cetak(cetakan: Cetakan, oleh: Pengguna) -> str:
    """Footer of a print: when, by whom, which copy."""
    salinan = "cetakan ke-1" if cetakan.ke == 1 else f"Salinan ke-{cetakan.ke}"
    return f"Dicetak {saat(cetakan.waktu)} oleh {oleh.nama}, {salinan}"


def dokumen_batalkan(*, dokumen: Dokumen, alasan: str) -> None:
    """Mark a document as no longer valid; `/v/KODE/` says so from now on. Call it inside the service that cancels."""
    Dokumen.objects.filter(pk=dokumen.pk).update(keadaan=Dokumen.Keadaan.DIBATALKAN, alasan_batal=alasan[:300])


def dokumen_musnahkan(*, dokumen: Sequence[Dokumen]) -> None:
    """Destroy what documents say: stored PDF and snapshot. What the book says of them stays, and `/v/KODE/` answers.

    Call it inside the service that destroys what they belong to.
    """
    berkas_musnahkan([d.berkas for d in dokumen])
    Dokumen.objects.filter(pk__in=[d.pk for d in dokumen]).update(snapshot={})


def _gambar(dokumen: Sequence[Dokumen], kaki: Sequence[str]) -> bytes:
    jenis = dokumen[0].jenis
    try:
        tata = registry.tata_letak(jenis)
    except KeyError:  # of a kind that is declared no longer: its archive copy stays
        tata = None
    if tata is not None and all(d.jenis == jenis and d.tata_letak == tata.kode for d in dokumen):
        return tata.gambar([d.snapshot for d in dokumen], kaki=list(kaki))
    return gabung_pdf([cap_salinan(berkas_baca(d.berkas), kaki=k) for d, k in zip(dokumen, kaki, strict=True)])
