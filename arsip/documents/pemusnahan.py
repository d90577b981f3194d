"""The list of records proposed for destruction, and the berita acara with its list and witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from arsip.models import AnggotaPanitia, ButirPemusnahan, Pemusnahan, SaksiPemusnahan
from inti.documents import (
    VERSI_TATA_LETAK,
    Isian,
    Judul,
    Kolom,
    Paragraf,
    Surat,
    Tabel,
    TandaTangan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.formats import hari_tanggal, tanggal_panjang, tanggal_pendek, terbilang
from inti.models import Instansi
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen

JENIS_USUL, JENIS_BA = "arsip.usul-musnah", "arsip.ba-musnah"
TATA_LETAK = f"arsip-musnah-{VERSI_TATA_LETAK}"
KOLOM = (
    Kolom("No.", 9, "kanan"),
    Kolom("Kode berkas"),
    Kolom("Kode klasifikasi"),
    Kolom("Uraian"),
    Kolom("Tanggal", 19),
    Kolom("Lembar", 14, "kanan"),
    Kolom("Retensi"),
)


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Papers of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Pemusnahan arsip", kaki=list(kaki))


def data_usul(p: Pemusnahan) -> DataDokumen:
    """What the list says of itself: no record by name."""
    assert p.nilai_tanggal is not None
    return DataDokumen(JENIS_USUL, "Daftar arsip usul musnah", p.nomor.teks, p.nilai_tanggal, _ketua(p))


def data_berita_acara(p: Pemusnahan, nomor: str) -> DataDokumen:
    """What the berita acara says of itself."""
    assert p.laksana_pada is not None
    return DataDokumen(JENIS_BA, "Berita acara pemusnahan arsip", nomor, p.laksana_pada, _ketua(p))


def snapshot_usul(*, pemusnahan: Pemusnahan, butir: Iterable[ButirPemusnahan], kode: str) -> dict[str, Any]:
    """The list with the committee's word on each record."""
    semua = list(butir)
    musnah = [b for b in semua if b.penilaian == ButirPemusnahan.Penilaian.MUSNAH]
    isi: list[Any] = [
        Isian(
            (
                ("Usulan", f"{pemusnahan.nomor.teks}, {tanggal_panjang(pemusnahan.tanggal)}"),
                ("Uraian", pemusnahan.uraian),
                ("Unit", pemusnahan.unit.nama),
                ("Penilaian", f"{pemusnahan.nilai_nomor}, {tanggal_panjang(pemusnahan.nilai_tanggal)}"),
                ("Persetujuan", f"diminta dari {pemusnahan.get_setuju_dari_display()}"),
            )
        ),
        Paragraf(pemusnahan.nilai_teks),
        Paragraf(f"Dinilai musnah, {len(musnah)} berkas:", tebal=True, rekat=True),
        _tabel(musnah),
    ]
    if simpan := [b for b in semua if b not in musnah]:
        isi += [Paragraf(f"Tetap disimpan, {len(simpan)} berkas:", tebal=True, rekat=True), _tabel(simpan)]
    return _surat("DAFTAR ARSIP USUL MUSNAH", pemusnahan.nomor.teks, isi, _ttd_panitia(pemusnahan), kode)


def snapshot_berita_acara(
    *,
    pemusnahan: Pemusnahan,
    butir: Sequence[ButirPemusnahan],
    saksi: Sequence[SaksiPemusnahan],
    nomor: str,
    kode: str,
) -> dict[str, Any]:
    """Who destroyed what, by whose approval and decree, where, how, before whom; with the list."""
    p = pemusnahan
    lembar = sum(b.berkas.lembar for b in butir)
    isi = [
        Paragraf(
            f"Pada hari ini, {hari_tanggal(p.laksana_pada)}, bertempat di {p.laksana_tempat}, kami yang bertanda tangan "
            f"di bawah ini telah melaksanakan pemusnahan arsip sebanyak {len(butir)} ({terbilang(len(butir))}) berkas, "
            f"{lembar} lembar, sebagaimana daftar pada berita acara ini, secara total sehingga tidak dapat dikenali "
            f"lagi, dengan cara {p.get_laksana_cara_display().lower()}; salinan elektroniknya dihapus dari penyimpanan."
        ),
        Isian(
            (
                ("Usulan", f"{p.nomor.teks}, {tanggal_panjang(p.tanggal)}"),
                ("Penilaian", f"{p.nilai_nomor}, {tanggal_panjang(p.nilai_tanggal)}"),
                (
                    "Persetujuan",
                    f"{p.get_setuju_dari_display()}, nomor {p.setuju_nomor}, {tanggal_panjang(p.setuju_tanggal)}",
                ),
                ("Keputusan", f"nomor {p.tetap_nomor}, {tanggal_panjang(p.tetap_tanggal)}"),
                ("Panitia", "; ".join(f"{a.pegawai.nama} ({a.get_peran_display().lower()})" for a in _panitia(p))),
            )
        ),
        Paragraf("Daftar arsip yang dimusnahkan:", tebal=True, rekat=True),
        _tabel(butir, jumlah=True),
        Paragraf("Berita acara ini dibuat dengan sebenarnya dan disimpan permanen."),
    ]
    ttd = (*(TandaTangan((f"Saksi, {s.jabatan}",), s.nama) for s in saksi), *_ttd_panitia(p)[:1])
    return _surat("BERITA ACARA PEMUSNAHAN ARSIP", nomor, isi, ttd, kode)


def _surat(judul: str, nomor: str, isi: list[Any], ttd: tuple[TandaTangan, ...], kode: str) -> dict[str, Any]:
    instansi = Instansi.kini()
    return surat_ke_data(
        Surat(
            kop=kop_instansi(instansi),
            kertas=kertas_instansi(instansi),
            judul=Judul(judul, nomor),
            isi=tuple(isi),
            ttd=ttd,
            qr=qr_periksa(kode),
        )
    )


def _tabel(butir: Sequence[ButirPemusnahan], *, jumlah: bool = False) -> Tabel:
    baris = tuple(
        (
            str(n),
            b.berkas.nomor,
            b.berkas.klasifikasi,
            f"{b.berkas.uraian}{f' ({b.catatan})' if b.catatan else ''}",
            tanggal_pendek(b.berkas.tanggal),
            str(b.berkas.lembar),
            f"{b.tahun} tahun, habis {tanggal_pendek(b.berkas.inaktif_sampai)}",
        )
        for n, b in enumerate(butir, start=1)
    )
    akhir = ("", "Jumlah", "", "", "", str(sum(b.berkas.lembar for b in butir)), "") if jumlah else None
    return Tabel(KOLOM, baris, akhir)


def _panitia(p: Pemusnahan) -> list[AnggotaPanitia]:
    return list(p.panitia.hidup().select_related("pegawai").order_by("pk"))


def _ketua(p: Pemusnahan) -> str:
    return next(f"{a.pegawai.nama}, ketua panitia" for a in _panitia(p) if a.peran == AnggotaPanitia.Peran.KETUA)


def _ttd_panitia(p: Pemusnahan) -> tuple[TandaTangan, ...]:
    urut = [AnggotaPanitia.Peran.KETUA, AnggotaPanitia.Peran.SEKRETARIS]
    orang = {a.peran: a.pegawai for a in _panitia(p)}
    return tuple(
        TandaTangan(
            (f"{AnggotaPanitia.Peran(r).label} panitia,",),
            orang[r].nama,
            pangkat=orang[r].pangkat_surat or "",
            nip=orang[r].nip_tampil or "",
        )
        for r in urut
    )
