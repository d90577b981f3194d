"""Kinds of records, numbers and a retention schedule of the demonstration office. Figures are examples, no office's."""

from __future__ import annotations

import datetime as dt

from simple_history.utils import bulk_create_with_history

from arsip.models import JadwalRetensi, JenisArsip, ParameterArsip
from arsip.rules.kode import kunci_urut
from inti.models.bertanggal import ASAL_CONTOH

JENIS = (
    ("surat-masuk", "Surat masuk", 10),
    ("surat-keluar", "Surat keluar", 20),
    ("klaim", "Berkas klaim", 30),
    ("pegawai", "Berkas pegawai", 40),
    ("keuangan", "Keuangan", 50),
    ("lain", "Lainnya", 90),
)
PARAMETER = (
    ("batas_anri", 10, "Ketentuan pemusnahan arsip (contoh)"),
    ("batas_arsip", 7, "Prosedur kantor (contoh)"),
    ("lama_pinjam", 7, "Prosedur kantor (contoh)"),
)
DASAR = "Jadwal retensi contoh Wanasari"
MULAI = dt.date(2012, 1, 1)
# code, what, active, inactive, fate, event
JRA = """000|Umum|1|1|musnah|tanggal
000.1|Ketatausahaan dan kerumahtanggaan|1|2|musnah|tanggal
000.1.1|Undangan|1|1|musnah|tanggal
000.1.2|Rapat dinas|1|2|musnah|tanggal
000.1.2.2|Notula rapat|2|3|dinilai|tanggal
000.1.3|Penerimaan tamu|1|1|musnah|tanggal
000.2|Perlengkapan|2|3|musnah|akhir_tahun_anggaran
000.2.1|Pengadaan barang|2|8|musnah|akhir_tahun_anggaran
000.2.2|Pemeliharaan barang|2|3|musnah|akhir_tahun_anggaran
000.2.3|Penghapusan barang|2|8|permanen|akhir_tahun_anggaran
000.5|Kearsipan|2|3|musnah|tanggal
000.5.1|Pengelolaan arsip dinamis|2|3|musnah|tanggal
000.5.2|Peminjaman arsip|1|1|musnah|tanggal
000.5.3|Penyusutan arsip|2|3|permanen|tanggal
000.7|Perencanaan|2|3|musnah|akhir_tahun_anggaran
000.7.1|Rencana kerja|2|3|dinilai|akhir_tahun_anggaran
000.7.2|Laporan kinerja|2|3|permanen|akhir_tahun_anggaran
000.8|Organisasi dan tata laksana|2|3|permanen|tidak_berlaku
000.8.3|Tata laksana|2|3|dinilai|tidak_berlaku
000.9|Penelitian dan magang|1|2|musnah|tutup_berkas
100|Pemerintahan|2|3|dinilai|tanggal
100.3.2|Keputusan kepala dinas|2|3|permanen|tidak_berlaku
100.3.7|Perjanjian dan kerja sama|2|8|permanen|tidak_berlaku
100.4|Pemerintahan desa|1|2|musnah|tanggal
200.1|Organisasi kemasyarakatan|1|2|musnah|tanggal
300.2|Penanggulangan bencana|2|5|dinilai|tutup_berkas
400.9|Sosial|2|3|musnah|tanggal
400.9.1|Data kesejahteraan sosial|2|5|dinilai|tanggal
400.9.2|Jaminan sosial|2|8|musnah|tutup_berkas
400.9.3|Rekomendasi layanan sosial|1|2|musnah|tanggal
400.9.4|Rehabilitasi sosial|2|5|dinilai|tutup_berkas
400.9.7|Konseling keluarga|2|10|musnah|tutup_berkas
400.10|Hibah dan bantuan sosial|2|8|musnah|akhir_tahun_anggaran
500.3|Koperasi dan usaha kecil|1|2|musnah|tanggal
600.4|Ketenagakerjaan|1|4|musnah|tutup_berkas
700.1|Pemeriksaan|2|8|permanen|selesai_perkara
800.1|Administrasi kepegawaian|1|2|musnah|tanggal
800.1.6|Berkas pegawai|1|30|dinilai|berhenti
800.1.10|Kenaikan gaji berkala|1|2|musnah|tanggal
800.1.12|Cuti|1|2|musnah|tanggal
900.1|Anggaran|2|5|musnah|akhir_tahun_anggaran
900.1.5|Pertanggungjawaban|2|8|musnah|akhir_tahun_anggaran"""


def isi_jra() -> dict[str, JenisArsip]:
    """Kinds, numbers, schedule; once. Out: kinds by code."""
    if not JenisArsip.objects.exists():
        bulk_create_with_history([JenisArsip(kode=k, nama=n, urutan=u) for k, n, u in JENIS], JenisArsip)
        bulk_create_with_history(
            [
                ParameterArsip(kode=k, nilai=n, dasar_hukum=d, berlaku_mulai=MULAI, asal=ASAL_CONTOH)
                for k, n, d in PARAMETER
            ],
            ParameterArsip,
        )
        baris = []
        for teks in JRA.splitlines():
            kode, uraian, aktif, inaktif, nasib, peristiwa = teks.split("|")
            baris.append(
                JadwalRetensi(
                    kode=kode,
                    uraian=uraian,
                    aktif_tahun=int(aktif),
                    inaktif_tahun=int(inaktif),
                    nasib=nasib,
                    peristiwa=peristiwa,
                    dasar_hukum=DASAR,
                    berlaku_mulai=MULAI,
                    asal=ASAL_CONTOH,
                    urut=kunci_urut(kode),
                )
            )
        bulk_create_with_history(baris, JadwalRetensi)
    return {j.kode: j for j in JenisArsip.objects.hidup()}
