"""The gate of identity: everybody named on a request is looked up again by NIK and KK before anything is written on him.

One function for all paths: counter, village, an intern's proposal when it is sent and when it is approved, a pasted list,
a decision, a letter's approval.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dtks.models import AnggotaPermohonan, Individu, Permohonan
from dtks.queries.registri import cari_kk, cari_nik
from dtks.rules.identitas import BIDANG, Beda, Orang, bandingkan, bertentangan
from inti.formats import samar_nik, tanggal_pendek
from inti.galat import AturanDilanggar
from inti.models import Pengguna

_KALIMAT = {
    "IDENTITAS_SUDAH_TERCATAT": (
        "Permohonan menyebut orang yang belum tercatat, padahal NIK itu ada di data terpadu.",
        "Periksa lagi dengan NIK itu, lalu catat dari hasilnya.",
    ),
    "IDENTITAS_NIK_BERBEDA": (
        "Pada nomor KK itu sudah tercatat orang bernama sama dengan NIK lain.",
        "Cocokkan NIK pada KTP dan KK, lalu periksa lagi dengan nomor KK.",
    ),
    "IDENTITAS_TIDAK_ADA": (
        "Orang yang dimohonkan tidak ada lagi di data terpadu.",
        "Periksa lagi dengan NIK dari KTP.",
    ),
    "IDENTITAS_DIGABUNG": (
        "Data orang ini sudah digabungkan dengan data lain.",
        "Perbarui permohonan dari data terpadu, atau periksa lagi dengan NIK.",
    ),
    "IDENTITAS_BERUBAH": (
        "Data terpadu tidak lagi sama dengan permohonan.",
        "Perbarui permohonan dari data terpadu, lalu putuskan lagi.",
    ),
    "SURAT_MENYEBUT_TERDAFTAR": (
        "Surat reaktivasi menyatakan orang ini terdaftar, padahal data terpadu hari ini tidak.",
        "Tolak permohonan ini, atau lepaskan orangnya dari permohonan.",
    ),
    "SURAT_MENYEBUT_BELUM_TERDAFTAR": (
        "Surat pengajuan baru menyatakan orang ini belum tercatat, padahal data terpadu hari ini mencatatnya.",
        "Tolak permohonan ini, atau lepaskan orangnya dari permohonan.",
    ),
}


def identitas_pastikan(
    *, jenis: str, anggota: Iterable[dict[str, Any]], oleh: Pengguna | None, bersurat: bool = False
) -> None:
    """Look everybody up again; the first difference stops the act and shows both sides.

    `anggota` as for `permohonan_catat`; `bersurat`: a letter follows, so what it would say must hold today too.
    Raises AturanDilanggar with a code of `dtks.rules.identitas`.
    """
    for satu in anggota:
        disebut = _disebut(satu)
        diri = _diri(disebut)
        if diri is not None or disebut.kunci is not None:
            beda = bandingkan(disebut, diri=_tercatat(diri))
        else:
            senik, sekeluarga = cari_nik(disebut.nik), cari_kk(disebut.no_kk)
            beda = bandingkan(
                disebut,
                diri=None,
                senik=[o for o in map(_tercatat, senik) if o],
                sekeluarga=[o for o in map(_tercatat, sekeluarga) if o],
            )
        if beda is None and bersurat and (kode := bertentangan(jenis, _tercatat(diri))):
            beda = Beda(kode, disebut, _tercatat(diri))
        if beda is not None:
            raise _galat(beda, oleh)


def anggota_sebagai_data(permohonan: Permohonan) -> list[dict[str, Any]]:
    """Members of a stored request as the gate takes them."""
    return [
        {k: getattr(a, k) for k in ("individu_id", "nama", "nik", "no_kk", "tanggal_lahir", "id_dtks", "desil")}
        for a in permohonan.anggota.all()
    ]


def identitas_permohonan(permohonan: Permohonan, oleh: Pengguna | None, *, bersurat: bool) -> None:
    """The gate for a request as it stands. Raises as `identitas_pastikan`."""
    identitas_pastikan(jenis=permohonan.jenis, anggota=anggota_sebagai_data(permohonan), oleh=oleh, bersurat=bersurat)


def orang_kini(anggota: AnggotaPermohonan) -> Individu | None:
    """Whom a member is today: his entry, the one it was joined to, or the only bearer of a NIK that was not known before."""
    if anggota.individu_id is not None:
        return _diri(Orang(anggota.nama, anggota.nik, kunci=anggota.individu_id))
    senik = cari_nik(anggota.nik)
    return senik[0] if len(senik) == 1 else None


def nik_benar(orang: Individu) -> str:
    """The NIK to write of a person: as the population office put it right, else as recorded."""
    return orang.nik_bermasalah.exclude(nik_benar="").values_list("nik_benar", flat=True).first() or orang.nik


def _disebut(satu: dict[str, Any]) -> Orang:
    orang = satu.get("individu")
    return Orang(
        nama=satu["nama"],
        nik=satu["nik"],
        no_kk=satu["no_kk"],
        tanggal_lahir=satu.get("tanggal_lahir"),
        id_dtks=satu.get("id_dtks") or "",
        desil=satu.get("desil"),
        kunci=orang.pk if orang is not None else satu.get("individu_id"),
    )


def _diri(disebut: Orang) -> Individu | None:
    """The entry of today, or the one that it was joined to."""
    if disebut.kunci is None:
        return None
    satu = Individu.objects.select_related("digabung_ke").filter(pk=disebut.kunci).first()
    return satu.digabung_ke or satu if satu is not None else None


def _tercatat(orang: Individu | None) -> Orang | None:
    if orang is None:
        return None
    return Orang(
        nama=orang.nama,
        nik=nik_benar(orang),
        no_kk=orang.no_kk,
        tanggal_lahir=orang.tanggal_lahir,
        id_dtks=orang.id_dtks,
        desil=orang.desil,
        kunci=orang.pk,
        terdaftar=orang.terdaftar,
    )


def _galat(beda: Beda, oleh: Pengguna | None) -> AturanDilanggar:
    kalimat, langkah = _KALIMAT[beda.kode]
    return AturanDilanggar(
        beda.kode, f"{kalimat} Permohonan: {_sebut(beda.disebut, beda)}. Data terpadu: {_lawan(beda, oleh)}.", langkah
    )


def _lawan(beda: Beda, oleh: Pengguna | None) -> str:
    """The registry's side. A village learns of its own people only."""
    if beda.tercatat is None:
        return "tidak ada"
    if oleh is not None and oleh.desa_id is not None:
        milik = Individu.objects.lingkup(oleh).filter(pk=beda.tercatat.kunci).exists()
        if not milik:
            return "tercatat di desa lain"
    return _sebut(beda.tercatat, beda)


def _sebut(orang: Orang, beda: Beda) -> str:
    bagian = [orang.nama, f"NIK {samar_nik(orang.nik)}"]
    if beda.kode == "IDENTITAS_BERUBAH":
        bagian = [orang.nama] if "nama" not in beda.bidang else []
        bagian += [f"{sebutan} {_nilai(orang, b)}" for b, sebutan in BIDANG if b in beda.bidang]
    elif orang.kunci is None:
        bagian.append("belum tercatat")
    elif orang is beda.tercatat:
        bagian.append("terdaftar" if orang.terdaftar else "tidak lagi terdaftar")
    return ", ".join(bagian)


def _nilai(orang: Orang, bidang: str) -> str:
    nilai = getattr(orang, bidang)
    if bidang in {"nik", "no_kk"}:
        return samar_nik(nilai)
    return tanggal_pendek(nilai) if bidang == "tanggal_lahir" and nilai else str(nilai or "kosong")
