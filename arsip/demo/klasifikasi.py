"""A classification for the demonstration office: the ten first-level subjects and what an office of social affairs uses.

The first level is that of Permendagri 83/2022; what stands below is of our own wording, for a real office loads the
whole regulation from a file.
"""

from __future__ import annotations

from arsip.models import Klasifikasi
from arsip.services.klasifikasi import versi_klasifikasi_muat

NAMA, DASAR = "Klasifikasi contoh 2023", "Permendagri 83 Tahun 2022 (ringkas)"
KODE = """000 Umum
000.1 Ketatausahaan dan kerumahtanggaan
000.1.1 Undangan
000.1.2 Rapat dinas
000.1.2.1 Undangan rapat
000.1.2.2 Notula rapat
000.1.3 Penerimaan tamu
000.2 Perlengkapan
000.2.1 Pengadaan barang
000.2.2 Pemeliharaan barang
000.2.3 Penghapusan barang
000.5 Kearsipan
000.5.1 Pengelolaan arsip dinamis
000.5.2 Peminjaman arsip
000.5.3 Penyusutan arsip
000.7 Perencanaan
000.7.1 Rencana kerja
000.7.2 Laporan kinerja
000.8 Organisasi dan tata laksana
000.8.3 Tata laksana
000.8.3.3 Pelayanan publik
000.9 Penelitian dan magang
000.9.2 Izin penelitian
000.9.3 Praktik kerja dan magang
100 Pemerintahan
100.3 Hukum
100.3.2 Keputusan kepala dinas
100.3.7 Perjanjian dan kerja sama
100.4 Pemerintahan desa
200 Politik
200.1 Organisasi kemasyarakatan
300 Keamanan dan Ketertiban
300.2 Penanggulangan bencana
300.2.1 Bantuan korban bencana
400 Kesejahteraan Rakyat
400.9 Sosial
400.9.1 Data kesejahteraan sosial
400.9.2 Jaminan sosial
400.9.3 Rekomendasi layanan sosial
400.9.4 Rehabilitasi sosial
400.9.4.1 Rehabilitasi anak
400.9.4.2 Rehabilitasi lanjut usia
400.9.4.3 Rehabilitasi penyandang disabilitas
400.9.5 Pemberdayaan sosial
400.9.6 Penanganan fakir miskin
400.9.7 Konseling keluarga
400.10 Hibah dan bantuan sosial
400.10.1 Permohonan hibah
400.10.2 Pencairan hibah
500 Perekonomian
500.3 Koperasi dan usaha kecil
600 Pekerjaan Umum dan Ketenagaan
600.4 Ketenagakerjaan
700 Pengawasan
700.1 Pemeriksaan
700.1.2 Tindak lanjut hasil pemeriksaan
800 Kepegawaian
800.1 Administrasi kepegawaian
800.1.6 Berkas pegawai
800.1.10 Kenaikan gaji berkala
800.1.11 Surat tugas
800.1.12 Cuti
800.2 Pendidikan dan pelatihan
900 Keuangan
900.1 Anggaran
900.1.3 Pelaksanaan anggaran
900.1.5 Pertanggungjawaban
900.2 Perbendaharaan"""


def isi_klasifikasi() -> None:
    """The edition, once."""
    if Klasifikasi.objects.exists():
        return
    kode = [(b.split(" ", 1)[0], b.split(" ", 1)[1]) for b in KODE.splitlines()]
    versi_klasifikasi_muat(versi=None, nama=NAMA, mulai="2023-01-01", dasar=DASAR, kode=kode, oleh=None)
