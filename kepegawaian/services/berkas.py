"""Papers of the staff: scanned, replaced by a newer scan (the old one stays), moved to a place, many at once."""

from __future__ import annotations

from typing import Any

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from kepegawaian.models import BerkasPegawai, KategoriBerkas, Pegawai

LABEL = "kepegawaian.berkaspegawai"


@layanan("Berkas pegawai ditambahkan")
def berkas_tambah(
    *,
    pegawai: Pegawai,
    kategori: KategoriBerkas,
    isian: dict[str, Any],
    pindaian: BerkasTersimpan,
    halaman: int,
    oleh: Pengguna,
) -> BerkasPegawai:
    """File a scan. Of a category that holds one paper only, or for the same number, it replaces the one that is there.

    The replaced row keeps its file and is marked. Raises AturanDilanggar(BERKAS_SAMA) for the very same content.
    """
    terdahulu = _terdahulu(pegawai, kategori, isian.get("nomor", ""))
    if terdahulu is not None and terdahulu.berkas.sha256 == pindaian.sha256:
        raise AturanDilanggar(
            "BERKAS_SAMA", f"{kategori} yang sama persis sudah ada.", "Periksa pindaian; mungkin salah pilih berkas."
        )
    baru = BerkasPegawai(
        pegawai=pegawai,
        kategori=kategori,
        berkas=pindaian,
        halaman=halaman,
        versi_ke=terdahulu.versi_ke + 1 if terdahulu else 1,
        diunggah_oleh=oleh,
        **isian,
    )
    if terdahulu is not None and not baru.nomor:
        baru.nomor = terdahulu.nomor
    simpan_baru(baru)
    berkas_miliki([pindaian], label=LABEL, pk=baru.pk)
    if terdahulu is not None:
        with perubahan(terdahulu, oleh=oleh) as lama:
            lama.digantikan = baru
    return baru


def _terdahulu(pegawai: Pegawai, kategori: KategoriBerkas, nomor: str) -> BerkasPegawai | None:
    """The paper that a new scan stands for: the category's only one, else the one of the same number."""
    kini = (
        BerkasPegawai.objects.hidup()
        .filter(pegawai=pegawai, kategori=kategori, digantikan__isnull=True)
        .select_related("berkas")
        .order_by("-id")
    )
    if kategori.boleh_banyak:
        kini = kini.filter(nomor=nomor) if nomor else kini.none()
    return kini.first()


@layanan("Keterangan berkas diubah", dapat_dikembalikan=True)
def berkas_ubah(*, berkas: BerkasPegawai, isian: dict[str, Any], oleh: Pengguna) -> BerkasPegawai:
    """Mend number, date, validity or place."""
    with perubahan(berkas, oleh=oleh) as segar:
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
    return segar


@layanan("Berkas pegawai diunggah sekaligus")
def berkas_massal(*, isi: list[dict[str, Any]], oleh: Pengguna) -> BerkasPegawai | None:
    """File many scans in one act; each `isi` holds pegawai, kategori, pindaian, halaman. A scan already there is passed.

    Gives the first that was filed, None when all were there.
    """
    pertama = None
    for satu in isi:
        terdahulu = _terdahulu(satu["pegawai"], satu["kategori"], "")
        if terdahulu is not None and terdahulu.berkas.sha256 == satu["pindaian"].sha256:
            continue
        baru = berkas_tambah(isian={}, oleh=oleh, **satu)
        pertama = pertama or baru
    return pertama
