"""Invented addressees, subjects and drafts of letters out."""

from __future__ import annotations

from typing import Any

# name, address lines, phone (numbers of the block 0299 555 are nobody's)
TUJUAN = (
    ("Kepala Desa Sumberjo", "Jalan Balai Desa 1\nDesa Sumberjo, Kecamatan Wanasari Barat", "(0299) 555-0201"),
    ("Kepala Desa Karanganyar", "Jalan Raya Karanganyar 12\nKecamatan Wanasari Barat", "(0299) 555-0202"),
    ("Camat Wanasari Timur", "Jalan Diponegoro 4\nWanasari", "(0299) 555-0211"),
    ("Camat Lembayung", "Jalan Pahlawan 9\nLembayung", "(0299) 555-0212"),
    ("Kepala Badan Perencanaan Pembangunan Daerah", "Jalan Pemuda 3\nWanasari", "(0299) 555-0221"),
    ("Kepala Badan Pengelolaan Keuangan dan Aset Daerah", "Jalan Pemuda 5\nWanasari", "(0299) 555-0222"),
    ("Kepala Dinas Kesehatan", "Jalan Kartini 20\nWanasari", "(0299) 555-0223"),
    ("Kepala Dinas Kependudukan dan Pencatatan Sipil", "Jalan Veteran 7\nWanasari", "(0299) 555-0224"),
    ("Kepala Dinas Sosial Provinsi Nusa Tengah", "Jalan Merdeka 100\nMandalajati", "(0298) 555-0101"),
    ("Ketua Panti Asuhan Kasih Bunda", "Jalan Anggrek 15\nWanasari", "(0299) 555-0231"),
    ("Ketua Lembaga Kesejahteraan Sosial Harapan", "Jalan Cempaka 8\nTegalrejo", "(0299) 555-0232"),
    ("PT Samudra Tekstil Abadi", "Kawasan Industri Wanasari Blok C-4\nWanasari", "(0299) 555-0241"),
    ("CV Maju Tenteram", "Jalan Raya Timur 88\nWanasari", "(0299) 555-0242"),
    ("Direktur RSUD Wanasari", "Jalan Kesehatan 1\nWanasari", "(0299) 555-0225"),
    ("Kepala SMK Negeri 1 Wanasari", "Jalan Pelajar 2\nWanasari", "(0299) 555-0251"),
    ("Inspektur Daerah", "Jalan Pemuda 11\nWanasari", "(0299) 555-0226"),
)
# book of numbers, code, subject, weight
MACAM = (
    ("surat", "000.1.2.1", "Undangan rapat koordinasi ke-{n}", 18),
    ("surat", "400.9.1", "Permintaan data kesejahteraan sosial triwulan {n}", 8),
    ("surat", "400.9.2", "Usulan perbaikan kepesertaan jaminan sosial gelombang {n}", 10),
    ("surat", "400.9.4.1", "Rujukan rehabilitasi anak nomor daftar {n}", 6),
    ("surat", "400.9.4.3", "Penyaluran alat bantu tahap {n}", 6),
    ("surat", "400.9.6", "Penyampaian hasil verifikasi keluarga miskin desa ke-{n}", 10),
    ("surat", "400.10.1", "Tanggapan permohonan hibah {n}/{tahun}", 6),
    ("surat", "300.2.1", "Laporan bantuan korban bencana kejadian ke-{n}", 5),
    ("surat", "900.1.3", "Penyampaian rencana pelaksanaan anggaran bulan ke-{n}", 6),
    ("surat", "700.1.2", "Tindak lanjut hasil pemeriksaan butir {n}", 3),
    ("surat", "000.9.3", "Jawaban permohonan praktik kerja rombongan {n}", 4),
    ("tugas", "800.1.11", "Tugas pendampingan kegiatan ke-{n}", 9),
    ("nota", "000.1", "Laporan pelaksanaan kegiatan ke-{n}", 6),
    ("sk", "100.3.2", "Pembentukan tim kerja {n} tahun {tahun}", 3),
)
ALASAN_BATAL = ("Salah tujuan, diganti surat baru", "Kegiatan dibatalkan", "Surat ganda")
KURIR = ("Pramu bakti kantor", "Petugas ekspedisi", "Resi 2026-WNS", "")
PENERIMA = ("Bagian umum", "Resepsionis", "Sekretaris desa", "Petugas piket", "Staf tata usaha")

# template, writer, signer, fields, own blanks (a small number: days from today), how far it came
NASKAH: tuple[tuple[str, str, str, dict[str, Any], dict[str, Any], str], ...] = (
    ("undangan", "staf", "pimpinan", {"tujuan": "Camat se-Kabupaten Wanasari", "alamat": "di Tempat"},
     {"acara": "rapat pemutakhiran data kesejahteraan sosial", "hari": 6, "pukul": "09.00 WIB sampai selesai",
      "tempat": "Aula Dinas Sosial", "agenda": "1. Capaian pemutakhiran per kecamatan\n2. Kendala di desa\n3. Rencana tindak lanjut"}, "menunggu"),
    ("undangan", "staf", "pimpinan", {"tujuan": "Ketua Lembaga Kesejahteraan Sosial Harapan", "alamat": "Jalan Cempaka 8\nTegalrejo", "telepon": "(0299) 555-0232"},
     {"acara": "sosialisasi akreditasi lembaga", "hari": 9, "pukul": "10.00 WIB", "tempat": "Ruang rapat Sekretariat", "agenda": ""}, "dikirim"),
    ("surat-tugas", "staf", "penyelia3", {},
     {"dasar": "Surat Camat Lembayung tentang permintaan pendampingan verifikasi data.", "keperluan": "mendampingi verifikasi keluarga miskin",
      "mulai": 2, "sampai": 4, "tempat": "Kecamatan Lembayung", "biaya": "DPA Dinas Sosial tahun berjalan"}, "terbit"),
    ("nota-dinas", "staf", "penyelia3", {"tujuan": "Kepala Dinas Sosial"},
     {"perihal": "Usulan jadwal layanan keliling", "uraian": "Bersama ini diusulkan jadwal layanan keliling bulan depan.\n\n"
      "| No | Desa | Tanggal |\n| 1 | Sumberjo | minggu pertama |\n| 2 | Karanganyar | minggu kedua |\n| 3 | Banyubiru | minggu ketiga |"}, "disetujui"),
    ("surat-pengantar", "arsiparis", "penyelia3", {"tujuan": "Kepala Badan Pengelolaan Keuangan dan Aset Daerah", "alamat": "Jalan Pemuda 5\nWanasari"},
     {"barang": "Laporan pertanggungjawaban bulan Oktober", "banyak": "1 (satu) berkas", "keterangan": "Disampaikan dengan hormat"}, "ttd"),
    ("pencairan-hibah", "staf", "pimpinan", {"tujuan": "Kepala Badan Pengelolaan Keuangan dan Aset Daerah", "alamat": "Jalan Pemuda 5\nWanasari", "lampiran": "5 (lima) berkas"},
     {"penerima": "Panti Asuhan Kasih Bunda", "kegiatan": "perbaikan asrama anak", "nilai": 75_000_000, "keputusan": "400.10/12/2026",
      "bank": "Bank Daerah Nusa Tengah", "rekening": "000-123-999"}, "kembali"),
    ("perjanjian-hibah", "staf", "pimpinan", {"pihak_kedua_nama": "Maria Lestari", "pihak_kedua_jabatan": "Ketua Panti Asuhan Kasih Bunda"},
     {"kegiatan": "perbaikan asrama anak", "lembaga": "Panti Asuhan Kasih Bunda", "alamat_lembaga": "Jalan Anggrek 15, Wanasari",
      "nilai": 75_000_000, "mulai": 5, "sampai": 200}, "diperiksa"),
    ("keputusan", "arsiparis", "pimpinan", {},
     {"tentang": "TIM PEMUTAKHIRAN DATA KESEJAHTERAAN SOSIAL", "menimbang": "untuk kelancaran pemutakhiran data perlu dibentuk tim;",
      "mengingat": "Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial;",
      "kesatu": "Membentuk Tim Pemutakhiran Data Kesejahteraan Sosial dengan susunan dalam lampiran.",
      "kedua": "Tim bertugas mengoordinasikan, memverifikasi, dan melaporkan hasil pemutakhiran."}, "terbit"),
    ("pengumuman", "arsiparis", "penyelia3", {}, {"tentang": "Jam layanan selama pemeliharaan listrik",
      "uraian": "Diberitahukan bahwa layanan loket pada hari Sabtu ditiadakan selama pemeliharaan jaringan listrik.\n\n1. Permohonan tetap diterima melalui desa.\n2. Surat yang sudah siap dapat diambil hari Senin."}, "terbit"),
    ("berita-acara", "arsiparis", "penyelia3", {"pihak_kedua_nama": "Wahyu Nugroho, S.A.P.", "pihak_kedua_jabatan": "Analis Sumber Daya Manusia Aparatur"},
     {"perihal": "Serah terima kunci ruang arsip", "tempat": "Dinas Sosial", "uraian": "PIHAK KESATU menyerahkan kepada PIHAK KEDUA:\n\n| No | Barang | Banyaknya |\n| 1 | Kunci ruang arsip | 2 |\n| 2 | Kunci lemari arsip vital | 1 |"}, "terbit"),
    ("surat-keterangan", "staf", "penyelia", {}, {"nama": "Sutrisno", "lahir": "Wanasari, 3 Mei 1980", "alamat_warga": "Desa Sumberjo RT 02 RW 01",
      "keterangan": "Yang bersangkutan tercatat pada data kesejahteraan sosial sampai dengan tanggal surat ini.", "keperluan": "melengkapi persyaratan beasiswa"}, "konsep"),
    ("surat-pernyataan", "arsiparis", "penyelia3", {}, {"tentang": "melaksanakan tugas", "pernyataan": "benar melaksanakan tugas pada unit kerja tersebut terhitung mulai 1 Januari 2026."}, "konsep"),
    ("jawaban-surat", "staf", "penyelia", {"tujuan": "Kepala Desa Karanganyar", "alamat": "Jalan Raya Karanganyar 12"},
     {"nomor_asal": "400.9/17/2026", "tanggal_asal": -9, "hal_asal": "permohonan data penerima bantuan", "jawaban": "Data dapat diambil oleh admin desa melalui akun desa masing-masing."}, "menunggu"),
)  # fmt: skip
