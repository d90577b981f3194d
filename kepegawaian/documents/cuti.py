"""The form of asking for and granting leave, on one page. Source: PerBKN 24/2017, annex I.b."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from inti.documents import (
    VERSI_TATA_LETAK,
    Blok,
    Judul,
    Kotak,
    Surat,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.formats import tanggal_panjang, tanggal_pendek
from inti.formats.waktu import saat
from inti.models import Instansi
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen
from kepegawaian.models import JenisCuti, Pegawai, PengajuanCuti
from kepegawaian.queries.karier import mulai_bekerja
from kepegawaian.rules.cuti import masa_kerja
from kepegawaian.rules.saldo_cuti import Saldo

JENIS = "kepegawaian.cuti"
TATA_LETAK = f"cuti-{VERSI_TATA_LETAK}"
H, S = PengajuanCuti.Hasil, PengajuanCuti.Status
PUTUSAN = {S.DISETUJUI: H.SETUJU, S.DITARIK: H.SETUJU, S.DITANGGUHKAN: H.DITANGGUHKAN, S.TIDAK_DISETUJUI: H.TIDAK}


def data_formulir(cuti: PengajuanCuti) -> DataDokumen:
    """What the form says of itself on the page that verifies it: no kind of leave, no reason."""
    p = cuti.pejabat
    return DataDokumen(
        jenis=JENIS,
        judul="Formulir cuti",
        nomor=cuti.nomor.teks,
        tanggal=timezone.localdate(),
        penandatangan=f"{p.nama}, {p.jabatan}",
    )


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Forms of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Formulir cuti", kaki=list(kaki))


def snapshot_cuti(*, cuti: PengajuanCuti, saldo: Saldo, kode: str = "") -> dict[str, Any]:
    """The form as immutable data. Without a code it is a draft and says so across the page."""
    instansi = Instansi.kini()
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul("FORMULIR PERMINTAAN DAN PEMBERIAN CUTI", cuti.nomor.teks),
        isi=(*_permintaan(cuti, saldo), *_putusan(cuti)),
        ttd=(),
        qr=qr_periksa(kode) if kode else None,
        batal="" if kode else "KONSEP",
        kaki="" if kode else "Pratinjau; bukan formulir yang diputus.",
    )
    return surat_ke_data(surat)


def _permintaan(cuti: PengajuanCuti, saldo: Saldo) -> list[Blok]:
    p = cuti.pegawai
    jenis = [f"{_centang(cuti.jenis == k)} {n}. {kata}" for n, (k, kata) in enumerate(JenisCuti.choices, start=1)]
    return [
        Kotak(
            "I. DATA PEGAWAI",
            (1.1, 3, 1, 2.2),
            (
                ("Nama", p.nama, "NIP", p.nip_tampil or "-"),
                ("Jabatan", p.jabatan, "Masa kerja", _masa_kerja(p, cuti)),
                (
                    "Unit kerja",
                    p.unit.nama,
                    "Pangkat",
                    f"{p.pangkat_surat} ({p.pangkat})" if p.pangkat_surat and p.pangkat else "-",
                ),
            ),
        ),
        Kotak("II. JENIS CUTI YANG DIAMBIL", (1, 1), tuple((jenis[n], jenis[n + 1]) for n in range(0, 6, 2))),
        Kotak("III. ALASAN CUTI", (1,), ((_alasan(cuti),),)),
        Kotak(
            "IV. LAMANYA CUTI",
            (0.8, 1.6, 1.1, 1.8, 0.5, 1.8),
            (
                (
                    "Selama",
                    cuti.lama,
                    "mulai tanggal",
                    tanggal_panjang(cuti.mulai),
                    "s.d.",
                    tanggal_panjang(cuti.sampai),
                ),
            ),
        ),
        _catatan(cuti, saldo),
        Kotak(
            "VI. ALAMAT SELAMA MENJALANKAN CUTI",
            (1.2, 1),
            (
                (
                    f"{cuti.alamat}\nTelepon {cuti.telepon}",
                    f"Hormat saya,\n(diajukan di aplikasi {tanggal_pendek(cuti.tanggal)})\n\n{p.nama}\n{_nip(p)}",
                ),
            ),
            tengah=(1,),
        ),
    ]


def _putusan(cuti: PengajuanCuti) -> list[Blok]:
    putus = PUTUSAN.get(cuti.status, "")
    return [
        *_bagian(
            "VII. PERTIMBANGAN ATASAN LANGSUNG", cuti.timbang, cuti.timbang_catatan, cuti.atasan, cuti.timbang_pada
        ),
        *_bagian(
            "VIII. KEPUTUSAN PEJABAT YANG BERWENANG MEMBERIKAN CUTI",
            putus,
            cuti.putus_catatan,
            cuti.pejabat,
            cuti.putus_pada,
        ),
    ]


def _bagian(judul: str, hasil: str, catatan: str, siapa: Pegawai, kapan: Any) -> list[Blok]:
    di = f"(di aplikasi {saat(kapan)})" if kapan else ""
    kata = tuple(f"{_centang(hasil == k)} {str(k.label).upper()}" for k in H)
    return [
        Kotak(judul, (1, 1, 1, 1), (kata,), tengah=(0, 1, 2, 3), rekat=True),
        Kotak(
            "",
            (1.2, 1),
            ((f"Catatan: {catatan or '-'}", f"{siapa.jabatan},\n{di}\n\n{siapa.nama}\n{_nip(siapa)}"),),
            tengah=(1,),
        ),
    ]


def _catatan(cuti: PengajuanCuti, saldo: Saldo) -> Kotak:
    tahunan = cuti.jenis == JenisCuti.TAHUNAN
    lain = f"Cuti ini: {cuti.get_jenis_display().lower()}, {cuti.lama}." if not tahunan else ""
    per_tahun = ", ".join(f"{t}: {n} hari" for t, n in sorted(cuti.isi_tahun().items()))
    kata = f"Dihitung {per_tahun}." if tahunan else lain
    return Kotak(
        "V. CATATAN CUTI TAHUNAN",
        (1.1, 1, 3.4),
        (
            (f"N-2 ({saldo.tahun - 2})", f"{saldo.n2} hari", kata),
            (
                f"N-1 ({saldo.tahun - 1})",
                f"{saldo.n1} hari",
                f"Sudah dipakai pada {saldo.tahun}: {saldo.terpakai} hari.",
            ),
            (f"N ({saldo.tahun})", f"{saldo.hak} hari", f"Sisa: {saldo.sisa} hari, tanpa cuti bersama."),
        ),
    )


def _alasan(cuti: PengajuanCuti) -> str:
    anak = f" (kelahiran anak ke-{cuti.kelahiran_ke})" if cuti.kelahiran_ke else ""
    return f"{cuti.alasan}{anak}"


def _masa_kerja(p: Pegawai, cuti: PengajuanCuti) -> str:
    bulan = masa_kerja(mulai_bekerja(p), cuti.tanggal)
    return "-" if bulan is None else f"{bulan // 12} tahun {bulan % 12} bulan"


def _nip(p: Pegawai) -> str:
    return f"NIP {p.nip_tampil}" if p.nip else ""


def _centang(ya: bool) -> str:
    return "[\u00a0V\u00a0]" if ya else "[\u00a0\u00a0\u00a0\u00a0]"
