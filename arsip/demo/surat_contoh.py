"""Invented senders of the demonstration office with what they write about: (kind, name, short name, code and subject)."""

from __future__ import annotations

DESA = ("Sumberjo", "Karanganyar", "Banyubiru", "Girimulyo", "Purwodadi", "Margasari")
KECAMATAN = ("Wanasari Barat", "Wanasari Timur", "Lembayung", "Tegalrejo")
LAMPIRAN = ("", "", "1 lembar", "1 berkas", "2 lembar", "1 bundel")
CARA = ("langsung", "langsung", "pos", "kurir", "surel", "surel", "srikandi")
HASIL = (
    "Sudah dihadiri; notula menyusul.",
    "Jawaban sudah dikirim.",
    "Data sudah direkap dan diserahkan.",
    "Sudah dibicarakan dengan pengirim.",
    "Diarsipkan.",
    "Sudah ditinjau ke lapangan.",
)
CATATAN = (
    "",
    "",
    "Mohon selesai pekan ini.",
    "Siapkan data pendukung.",
    "Laporkan hasilnya.",
    "Dampingi staf yang baru.",
)
ALAMAT = {
    "pusat": "Jalan Pusat Contoh 1, Jakarta",
    "provinsi": "Jalan Provinsi 12, Nusa Tengah",
    "kabupaten": "Jalan Alun-alun 2, Wanasari",
    "kecamatan": "Jalan Kecamatan 5, Wanasari",
    "desa": "Balai Desa, Wanasari",
    "lembaga": "Jalan Mawar 17, Wanasari",
    "perusahaan": "Kawasan Industri Wanasari Blok C",
    "sekolah": "Jalan Pendidikan 9, Wanasari",
}
_RAPAT = [
    ("000.1.2.1", "Undangan rapat koordinasi penyaluran bantuan"),
    ("000.1.2.1", "Undangan rapat evaluasi triwulan"),
    ("000.1.1", "Undangan pembukaan pelatihan pendamping"),
]
_DATA = [
    ("400.9.1", "Permintaan pemutakhiran data kesejahteraan sosial"),
    ("400.9.6", "Permintaan data penanganan fakir miskin"),
    ("000.7.2", "Permintaan bahan laporan kinerja"),
]
_DESA = [
    ("400.9.3", "Permohonan rekomendasi layanan bagi warga"),
    ("400.9.4.2", "Laporan warga lanjut usia telantar"),
    ("400.9.4.3", "Permohonan alat bantu bagi penyandang disabilitas"),
    ("300.2.1", "Laporan kejadian dan permohonan bantuan logistik"),
    ("400.9.1", "Pengiriman berita acara musyawarah desa"),
]
_LEMBAGA = [
    ("400.10.1", "Proposal bantuan sarana panti asuhan"),
    ("200.1", "Pemberitahuan kepengurusan baru"),
    ("400.9.5", "Permohonan narasumber penyuluhan"),
]
_PERUSAHAAN = [
    ("600.4", "Tawaran kerja sama tanggung jawab sosial"),
    ("000.2.1", "Penawaran harga pengadaan alat tulis"),
    ("000.2.2", "Penawaran perawatan kendaraan dinas"),
]
_SEKOLAH = [
    ("000.9.3", "Permohonan praktik kerja lapangan"),
    ("000.9.2", "Permohonan izin penelitian"),
    ("000.1.3", "Permohonan kunjungan belajar"),
]
_DALAM = [
    ("800.1.6", "Permintaan kelengkapan berkas kepegawaian"),
    ("900.1.5", "Permintaan pertanggungjawaban keuangan"),
    ("700.1.2", "Permintaan tindak lanjut hasil pemeriksaan"),
    ("000.5.3", "Pemberitahuan jadwal penyusutan arsip"),
]

PENGIRIM: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    ("pusat", "Direktorat Jaminan Sosial (contoh)", "DJS", _DATA + _RAPAT),
    ("pusat", "Pusat Data Kesejahteraan (contoh)", "PDK", _DATA),
    ("provinsi", "Dinas Sosial Provinsi Nusa Tengah", "Dinsos", _DATA + _RAPAT),
    ("provinsi", "Badan Penanggulangan Bencana Provinsi Nusa Tengah", "BPBD", _RAPAT + _DESA[3:4]),
    ("kabupaten", "Sekretariat Daerah Kabupaten Wanasari", "Setda", _DALAM + _RAPAT),
    ("kabupaten", "Inspektorat Kabupaten Wanasari", "Itkab", _DALAM[1:3]),
    ("kabupaten", "Badan Kepegawaian Kabupaten Wanasari", "BKD", _DALAM[:1] + _RAPAT[2:]),
    ("kabupaten", "Badan Keuangan Kabupaten Wanasari", "BKAD", _DALAM[1:2] + _RAPAT[:1]),
    ("kabupaten", "Dinas Kesehatan Kabupaten Wanasari", "Dinkes", _DATA[:2] + _RAPAT),
    *(("kecamatan", f"Kecamatan {k}", f"Kec-{k[:3]}", _DESA + _RAPAT) for k in KECAMATAN),
    *(("desa", f"Pemerintah Desa {d}", f"Ds-{d[:3]}", _DESA) for d in DESA),
    ("lembaga", "Panti Asuhan Harapan Wanasari", "PA-HW", _LEMBAGA),
    ("lembaga", "Forum Relawan Lembayung", "FRL", _LEMBAGA),
    ("lembaga", "Yayasan Bina Lansia Tegalrejo", "YBL", _LEMBAGA),
    ("perusahaan", "PT Samudra Tekstil Abadi", "STA", _PERUSAHAAN),
    ("perusahaan", "CV Maju Tenteram", "MT", _PERUSAHAAN),
    ("perusahaan", "Toko Alat Tulis Pelita", "TATP", _PERUSAHAAN[1:2]),
    ("sekolah", "SMK Contoh Wanasari", "SMK", _SEKOLAH),
    ("sekolah", "Universitas Nusa Tengah", "UNT", _SEKOLAH),
]
