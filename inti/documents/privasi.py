"""Papers on personal data: the copy for the person himself, and the notices of an incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from inti.documents import (
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
)
from inti.formats import jam, ribuan, samar_nik, tanggal_panjang, tanggal_pendek
from inti.models import Insiden, Instansi, Pengguna, PermintaanSubjek
from inti.queries.kantor import kertas_instansi, kop_instansi
from inti.queries.subjek import TabelSubjek

OTORITAS, SUBJEK = "otoritas", "subjek"


def salinan_pdf(permintaan: PermintaanSubjek, tabel: Sequence[TabelSubjek], oleh: Pengguna) -> bytes:
    """The copy of a person's data, table by table, signed by whoever hands it out."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    isi: list[Blok] = [
        Isian(
            (
                ("Permintaan", f"{permintaan.nomor}, {permintaan.get_jenis_display()}"),
                ("Atas nama", permintaan.nama),
                ("NIK", samar_nik(permintaan.nik)),
                ("Diterima", _saat(permintaan.diterima_pada)),
            )
        )
    ]
    for nomor, t in enumerate(tabel, 1):
        isi.append(Paragraf(f"{nomor}. {t.judul}", tebal=True, rata="kiri", rekat=True))
        if len(t.kepala) == 2:
            isi.append(Isian(tuple((b[0], b[1]) for b in t.baris)))
        else:
            isi.append(Tabel(tuple(Kolom(k) for k in t.kepala), tuple(tuple(b) for b in t.baris)))
    if not tabel:
        yang = (
            "catatan pembacaan atau perubahan" if permintaan.jenis == PermintaanSubjek.Jenis.JEJAK else "data pribadi"
        )
        isi.append(Paragraf(f"Tidak ada {yang} atas nama tersebut yang disimpan."))
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul(
            "SALINAN DATA PRIBADI"
            if permintaan.jenis != PermintaanSubjek.Jenis.JEJAK
            else "JEJAK PEMROSESAN DATA PRIBADI"
        ),
        isi=tuple(isi),
        penutup="Salinan ini diberikan kepada pemilik data menurut Undang-Undang Nomor 27 Tahun 2022.",
        ttd=(_petugas(oleh, instansi, kini.date()),),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=f"Salinan data {permintaan.nomor}")


def surat_insiden(insiden: Insiden, kepada: str, oleh: Pengguna) -> bytes:
    """The written notice of an incident to the authority (`otoritas`) or to those concerned (`subjek`)."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    untuk_subjek = kepada == SUBJEK
    terjadi = _saat(insiden.terjadi_pada) if insiden.terjadi_pada else "belum diketahui"
    rincian = [
        ("Waktu kejadian", terjadi),
        ("Waktu diketahui", _saat(insiden.diketahui_pada)),
        ("Data pribadi yang terungkap", insiden.data_terdampak),
    ]
    if not untuk_subjek:
        rincian.append(("Jumlah orang terdampak", f"{ribuan(insiden.jumlah_orang)} orang"))
    isi: list[Blok] = [
        Paragraf(
            "Dengan ini kami memberitahukan terjadinya kegagalan pelindungan data pribadi "
            + ("yang menyangkut data Saudara, " if untuk_subjek else "pada instansi kami, ")
            + "sesuai Pasal 46 Undang-Undang Nomor 27 Tahun 2022, sebagai berikut.",
        ),
        Isian(tuple(rincian)),
        Paragraf("Kapan dan bagaimana data terungkap:", tebal=True, rata="kiri", rekat=True),
        Paragraf(insiden.kejadian),
        Paragraf("Upaya penanganan dan pemulihan:", tebal=True, rata="kiri", rekat=True),
        Paragraf(insiden.tindakan),
    ]
    if untuk_subjek:
        isi.append(
            Butir(
                (
                    "Waspadai orang yang menghubungi Saudara atas nama kantor kami dan meminta nomor atau kode.",
                    "Saudara dapat meminta salinan, koreksi, atau pembatasan data di kantor kami.",
                ),
                penanda="strip",
            )
        )
    tempat = f"{instansi.kota}, {tanggal_panjang(kini.date())}"
    tujuan = "Pemilik data pribadi yang terdampak" if untuk_subjek else "Kepala Lembaga Pelindungan Data Pribadi"
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        nomor=BlokNomor(
            nomor=str(insiden.nomor), hal="Pemberitahuan kegagalan pelindungan data pribadi", tempat_tanggal=tempat
        ),
        tujuan=Tujuan((tujuan, "di tempat")),
        isi=tuple(isi),
        penutup="Demikian pemberitahuan ini kami sampaikan. Keterangan lebih lanjut dapat diminta pada alamat di atas.",
        ttd=(_petugas(oleh, instansi, None),),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=f"Pemberitahuan insiden {insiden.nomor}")


def _petugas(oleh: Pengguna, instansi: Instansi, hari: dt.date | None) -> TandaTangan:
    tempat = f"{instansi.kota}, {tanggal_panjang(hari)}" if hari else ""
    return TandaTangan(jabatan=(f"{oleh.unit or instansi.nama},",), nama=oleh.nama, tempat_tanggal=tempat)


def _saat(waktu: dt.datetime) -> str:
    setempat = timezone.localtime(waktu)
    return f"{tanggal_panjang(setempat)} pukul {jam(setempat)}"
