"""The list of records proposed for destruction, and the berita acara with its list and witnesses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from arsip.models import AnggotaPanitia, ButirPemusnahan, Pemusnahan
from inti.documents import (
    VERSI_TATA_LETAK,
    Blok,
    Isian,
    Judul,
    Kolom,
    Paragraf,
    Surat,
    Tabel,
    TandaTangan,
)
from inti.documents.resmi import Deret, KertasResmi, Penanda, Terbitan
from inti.formats import hari_tanggal, tanggal_panjang, tanggal_pendek, terbilang
from inti.models import Pengguna

MUSNAH = ButirPemusnahan.Penilaian.MUSNAH
KOLOM = (
    Kolom("No.", 9, "kanan"),
    Kolom("Kode berkas"),
    Kolom("Kode klasifikasi"),
    Kolom("Uraian"),
    Kolom("Tanggal", 19),
    Kolom("Lembar", 14, "kanan"),
    Kolom("Retensi"),
)


class _KertasPemusnahan(KertasResmi):
    """Signed by hand by those who were there, so undated above their names."""

    tata_letak, kode_belum = f"arsip-musnah-{VERSI_TATA_LETAK}", "DOKUMEN_BELUM_ADA"
    model, izin = Pemusnahan, {"cetak": "arsip.view_pemusnahan"}

    @classmethod
    def lembar(cls, data: Any, t: Terbitan) -> Surat:
        """Heading, number, blocks, signatures."""
        return cls.surat(data, t, judul=Judul(cls.judul, t.nomor))


class DaftarUsul(_KertasPemusnahan):
    """The list with the committee's word on each record."""

    kode, sebutan, singkat = "arsip.usul-musnah", "Daftar arsip usul musnah", "daftar usul"
    kata, bidang, judul = "usul", "usul", "DAFTAR ARSIP USUL MUSNAH"
    hubungan = ("nomor", "usul")

    @classmethod
    def tanggal(cls, objek: Pemusnahan) -> dt.date:
        """Of the assessment."""
        assert objek.nilai_tanggal is not None
        return objek.nilai_tanggal

    @classmethod
    def nomor_sendiri(cls, objek: Pemusnahan) -> str:
        return str(objek.nomor.teks)

    @classmethod
    def penandatangan(cls, objek: Pemusnahan, oleh: Pengguna) -> Penanda:
        return Penanda(_ttd_panitia(objek), _ketua(objek))

    @classmethod
    def bagian(cls, data: Pemusnahan) -> tuple[Blok, ...]:
        """What may go, and what stays."""
        semua = urutkan(_butir(data))
        musnah = [b for b in semua if b.penilaian == MUSNAH]
        simpan = [b for b in semua if b.penilaian != MUSNAH]
        isi: tuple[Blok, ...] = (
            Isian(
                (
                    ("Usulan", f"{data.nomor.teks}, {tanggal_panjang(data.tanggal)}"),
                    ("Uraian", data.uraian),
                    ("Unit", data.unit.nama),
                    ("Penilaian", f"{data.nilai_nomor}, {tanggal_panjang(data.nilai_tanggal)}"),
                    ("Persetujuan", f"diminta dari {data.get_setuju_dari_display()}"),
                )
            ),
            Paragraf(data.nilai_teks),
            Paragraf(f"Dinilai musnah, {len(musnah)} berkas:", tebal=True, rekat=True),
            _tabel(musnah),
        )
        if simpan:
            isi += (Paragraf(f"Tetap disimpan, {len(simpan)} berkas:", tebal=True, rekat=True), _tabel(simpan))
        return isi


class BeritaAcara(_KertasPemusnahan):
    """Who destroyed what, by whose approval and decree, where, how, before whom; with the list."""

    kode, sebutan, singkat = "arsip.ba-musnah", "Berita acara pemusnahan arsip", "berita acara"
    kata, bidang, judul = "berita-acara", "berita_acara", "BERITA ACARA PEMUSNAHAN ARSIP"
    nomor, hubungan = Deret("ba.pemusnahan", "BA-PMS/{urut:03d}/{tahun}"), ("nomor", "berita_acara")

    @classmethod
    def tanggal(cls, objek: Pemusnahan) -> dt.date:
        """The day of it."""
        assert objek.laksana_pada is not None
        return objek.laksana_pada

    @classmethod
    def penandatangan(cls, objek: Pemusnahan, oleh: Pengguna) -> Penanda:
        """The witnesses, and the head of the committee."""
        saksi = tuple(TandaTangan((f"Saksi, {s.jabatan}",), s.nama) for s in objek.saksi.hidup().order_by("pk"))
        return Penanda((*saksi, *_ttd_panitia(objek)[:1]), _ketua(objek))

    @classmethod
    def bagian(cls, data: Pemusnahan) -> tuple[Blok, ...]:
        """The act in words, its papers, the list."""
        p, butir = data, urutkan(_butir(data).filter(penilaian=MUSNAH))
        lembar = sum(b.berkas.lembar for b in butir)
        return (
            Paragraf(
                f"Pada hari ini, {hari_tanggal(p.laksana_pada)}, bertempat di {p.laksana_tempat}, kami yang bertanda "
                f"tangan di bawah ini telah melaksanakan pemusnahan arsip sebanyak {len(butir)} "
                f"({terbilang(len(butir))}) berkas, {lembar} lembar, sebagaimana daftar pada berita acara ini, secara "
                "total sehingga tidak dapat dikenali lagi, dengan cara "
                f"{p.get_laksana_cara_display().lower()}; salinan elektroniknya dihapus dari penyimpanan."
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
        )


def urutkan(butir: Iterable[ButirPemusnahan]) -> list[ButirPemusnahan]:
    """Lines as the lists show them: by kind of record, then by code as people count."""
    return sorted(butir, key=lambda b: (b.berkas.jenis.urutan, b.berkas.jenis_id, b.berkas.urut_kode, b.pk))


def _butir(p: Pemusnahan) -> QuerySet[ButirPemusnahan]:
    hasil: QuerySet[ButirPemusnahan] = p.butir.hidup().select_related("berkas__jenis")
    return hasil


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
