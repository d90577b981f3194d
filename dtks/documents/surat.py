"""What the counter prints: the letter of recommendation, and the slip for a citizen who must complete or go elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from arsip.queries.templat import teks_templat
from dtks.documents.templat import KODE, teks_bawaan
from dtks.models import AnggotaPermohonan, AturanLayanan, JenisPermohonan, Permohonan, SuratRekomendasi
from dtks.queries.aturan import jam_pada
from dtks.rules.alasan import SEMUA
from dtks.rules.jam import jadwal_sebaris
from inti.documents import (
    VERSI_TATA_LETAK,
    Blok,
    BlokNomor,
    Butir,
    Isian,
    Judul,
    Kolom,
    Paragraf,
    Surat,
    Tabel,
    TandaTangan,
    Tujuan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.documents.tulisan import blok
from inti.formats import jam, samar_nik, tanggal_panjang, tanggal_pendek, terbilang
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.rules.isian import isi_bidang
from inti.services.dokumen import DataDokumen
from kepegawaian.models import Pegawai
from kepegawaian.queries.tanda_tangan import tanda_tangan

JENIS = "dtks.surat-rekomendasi"
TATA_LETAK = f"surat-{VERSI_TATA_LETAK}"
TABEL = "{daftar_warga}"


def teks_surat(permohonan: Permohonan) -> dict[str, str]:
    """The wording of the letter for this request: the office's template, else as delivered."""
    jenis = JenisPermohonan(permohonan.jenis)
    return teks_templat(KODE[jenis]) or teks_bawaan(jenis)


class Naskah(NamedTuple):
    """What is known of the letter before it has a number: day, addressee, subject, signer, last valid day."""

    tanggal: dt.date
    tujuan: str
    hal: str
    penandatangan: Pegawai
    sampai: dt.date


def data_surat(naskah: Naskah, nomor: str) -> DataDokumen:
    """What the letter says of itself on the page that verifies it."""
    p = naskah.penandatangan
    return DataDokumen(
        jenis=JENIS,
        judul="Surat rekomendasi",
        nomor=nomor,
        tanggal=naskah.tanggal,
        penandatangan=f"{p.nama}, {p.jabatan}",
        berlaku_sampai=naskah.sampai,
    )


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Letters of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Surat rekomendasi", kaki=list(kaki))


def snapshot_surat(
    *,
    permohonan: Permohonan,
    naskah: Naskah,
    aturan: AturanLayanan,
    nomor: str,
    kode: str,
    teks: dict[str, str],
) -> dict[str, Any]:
    """The letter as immutable data: what the registry said that day, whatever it says later. `teks`: see `teks_surat`."""
    instansi = Instansi.kini()
    anggota = list(permohonan.anggota.all())
    isian = {
        "dasar": _pembuka(permohonan),
        "pernyataan": _pernyataan(permohonan, anggota),
        "masa": f"{aturan.masa_berlaku_surat} ({terbilang(aturan.masa_berlaku_surat)})",
        "sampai": tanggal_panjang(naskah.sampai),
        "desa": _nama_desa(permohonan) if permohonan.desa else "",
    }
    warga = _tabel_anggota(permohonan, anggota)
    isi = tuple(warga if b == Paragraf(TABEL) else b for b in blok(isi_bidang(teks["isi"], isian)))
    tembusan = [
        isi_bidang(b, isian).strip() for b in teks["tembusan"].splitlines() if isian["desa"] or "{desa}" not in b
    ]
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        nomor=BlokNomor(
            nomor=nomor,
            sifat="Biasa",
            lampiran="1 (satu) berkas",
            hal=naskah.hal,
            tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(naskah.tanggal)}",
        ),
        tujuan=Tujuan(tuple(b.strip() for b in naskah.tujuan.split(";"))),
        isi=isi,
        penutup=isi_bidang(teks["penutup"], isian),
        ttd=(tanda_tangan(naskah.penandatangan),),
        qr=qr_periksa(kode),
        tembusan=tuple(t for t in tembusan if t),
    )
    return surat_ke_data(surat)


def _pembuka(p: Permohonan) -> str:
    dasar = []
    if p.pengantar_nomor and p.pengantar_tanggal:
        desa = f" Kepala Desa {_nama_desa(p)}" if p.desa else " desa"
        dasar.append(f"surat pengantar{desa} nomor {p.pengantar_nomor} tanggal {tanggal_panjang(p.pengantar_tanggal)}")
    if p.faskes_nama:
        rincian = f" nomor {p.faskes_nomor}" if p.faskes_nomor else ""
        rincian += f" tanggal {tanggal_panjang(p.faskes_tanggal)}" if p.faskes_tanggal else ""
        dasar.append(f"surat keterangan membutuhkan layanan dari {p.faskes_nama}{rincian}")
    return f"Berdasarkan {' dan '.join(dasar)}, dengan ini" if dasar else "Dengan ini"


def _tabel_anggota(p: Permohonan, anggota: list[AnggotaPermohonan]) -> Tabel:
    dengan_id = any(a.id_dtks for a in anggota)
    kolom = [
        Kolom("No.", 8, "kanan"),
        Kolom("Nama", None),
        Kolom("NIK dan nomor KK", 33),  # sixteen digits on one line
        Kolom("Tempat dan tanggal lahir", 21),
        Kolom("Nomor kartu JKN", 25),
        Kolom("ID-DTKS", 29) if dengan_id else Kolom("Desil, periode", 20),
    ]
    if p.faskes_nama:
        kolom.append(Kolom("Fasilitas", 24))
    baris = []
    for i, a in enumerate(anggota, 1):
        lahir = "\n".join(
            b for b in (a.tempat_lahir.title(), tanggal_pendek(a.tanggal_lahir) if a.tanggal_lahir else "") if b
        )
        data = "\n".join(b for b in (a.id_dtks, f"desil {a.desil}" if a.desil else "", a.periode_data) if b)
        sel = [
            str(i),
            a.nama.title() if a.nama.isupper() else a.nama,
            f"{a.nik}\n{a.no_kk}",
            lahir or "-",
            a.kartu_jkn or "-",
            data or "-",
        ]
        baris.append(tuple([*sel, p.faskes_nama] if p.faskes_nama else sel))
    return Tabel(tuple(kolom), tuple(baris))


def _pernyataan(p: Permohonan, anggota: list[AnggotaPermohonan]) -> str:
    utama = anggota[0]
    alamat = f"Alamat: {utama.alamat}. " if utama.alamat else ""
    if p.jenis == JenisPermohonan.REAKTIVASI:
        sumber = f"{utama.sumber_data or 'data terpadu'} periode {utama.periode_data}".strip()
        butuh = (
            "membutuhkan layanan kesehatan"
            if p.faskes_nama
            else f"memerlukan surat ini untuk {p.keperluan or 'pelayanan kesehatan'}"
        )
        return f"{alamat}Warga tersebut tercatat dalam {sumber}, dan pada saat surat ini diterbitkan {butuh}."
    return (
        f"{alamat}Warga tersebut belum tercatat dalam data terpadu pada tanggal surat ini dan diusulkan sesuai surat pengantar desa "
        f"untuk {p.keperluan or 'pelayanan kesehatan'}."
    )


def _nama_desa(p: Permohonan) -> str:
    nama = str(p.desa or "")
    return nama.removeprefix("Desa ").removeprefix("Kelurahan ")


def lembar_putusan(permohonan: Permohonan, oleh: Pengguna) -> bytes:
    """The slip for the citizen: everything that lacks at once, or why not and where to go. Numbers stay masked."""
    instansi = Instansi.kini()
    ditolak = permohonan.status == Permohonan.Status.DITOLAK
    tanda_terima = permohonan.status in {Permohonan.Status.DIPERIKSA, Permohonan.Status.DITERIMA}
    kode = [permohonan.alasan] if ditolak else [t["kode"] for t in permohonan.temuan if t["sifat"] in {"ragu", "tidak"}]
    bukti = {t["kode"]: t["bukti"] for t in permohonan.temuan}
    utama = permohonan.anggota.first()
    isi: list[Blok] = [
        Isian(
            (
                ("Nomor permohonan", permohonan.nomor.teks),
                ("Nama", permohonan.pemohon),
                ("NIK", samar_nik(utama.nik) if utama else "-"),
                ("Jenis", permohonan.get_jenis_display()),
                ("Tanggal", tanggal_panjang(permohonan.tanggal)),
                ("Kode lacak", permohonan.kode_lacak_tampil),
            )
        ),
        Paragraf(
            f"Ikuti permohonan ini di {settings.ALAMAT_UMUM.rstrip('/')}{reverse('cek:lacak')} dengan kode lacak di atas. "
            "Simpan kode ini; siapa pun yang memegangnya dapat melihat sampai di mana permohonan."
        ),
    ]
    if tanda_terima:
        isi.append(Paragraf(_sampai_di_mana(permohonan)))
    else:
        isi += _alasan_dan_langkah(permohonan, kode, bukti, ditolak)
    jam_loket = jadwal_sebaris(jam_pada(timezone.localdate())) or instansi.jam_layanan
    isi.append(Paragraf(f"{f'Jam layanan: {jam_loket}. ' if jam_loket else ''}Layanan ini tidak dipungut biaya."))
    kini = timezone.localtime()
    judul = "TANDA TERIMA PERMOHONAN" if tanda_terima else "LEMBAR ALASAN" if ditolak else "LEMBAR KEKURANGAN BERKAS"
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul(judul),
        isi=tuple(isi),
        ttd=(
            TandaTangan(
                jabatan=("Petugas,",),
                nama=oleh.nama,
                tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(kini.date())}",
            ),
        ),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul="Lembar permohonan")


def _sampai_di_mana(permohonan: Permohonan) -> str:
    """Where an open or accepted request stands on the day its receipt is printed."""
    S = SuratRekomendasi.Status
    surat = permohonan.surat.exclude(status=S.DIBATALKAN).first()
    tempat = "kantor desa" if permohonan.asal == Permohonan.Asal.DESA else "loket ini"
    if surat is not None and surat.status == S.DISERAHKAN:
        return "Permohonan selesai. Surat rekomendasi sudah diserahkan."
    if surat is not None and surat.status == S.DICETAK:
        return f"Surat rekomendasi sudah jadi dan dapat diambil di {tempat} dengan membawa KTP."
    return "Permohonan sudah dicatat dan sedang diproses. Anda belum perlu datang kembali."


def _alasan_dan_langkah(permohonan: Permohonan, kode: list[str], bukti: dict[str, str], ditolak: bool) -> list[Blok]:
    """Why not, or all that lacks; and what to do, where."""
    isi: list[Blok] = [
        Paragraf(
            "Permohonan ini belum dapat dilayani karena:"
            if ditolak
            else "Mohon dilengkapi semuanya sekaligus sebelum kembali:"
        ),
        Butir(tuple(_butir(k, bukti.get(k, "")) for k in kode)),
    ]
    if permohonan.catatan:
        isi.append(Paragraf(f"Catatan petugas: {permohonan.catatan}"))
    langkah = [f"{SEMUA[k].langkah} Tempat: {SEMUA[k].tempat}." for k in kode if SEMUA[k].langkah]
    return [*isi, Paragraf("Yang perlu dilakukan:", tebal=True), Butir(tuple(langkah))]


def _butir(kode: str, bukti: str) -> str:
    return f"{SEMUA[kode].kalimat.rstrip('.')}{f': {bukti}' if bukti else ''}."
