"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    DariSumber,
    Isi,
    JenisDokumen,
    JenisEkspor,
    JenisImpor,
    Kartu,
    Menu,
    Pencari,
    Subjek,
)

ISI = Isi(
    aplikasi=Aplikasi(
        "Kepegawaian", "Pegawai", "user-group", "Data pegawai, karier, cuti, kinerja harian, dan peserta magang.", 30
    ),
    sumber=(
        DariSumber(".sumber.aturan.AturanSumber"),
        DariSumber(".sumber.aturan.AturanCutiSumber"),
        DariSumber(".sumber.magang_aturan.AturanNilaiSumber"),
        DariSumber(".sumber.magang_aturan.KetentuanSumber"),
        DariSumber(".sumber.formasi.FormasiSumber", urut=66),
        DariSumber(".sumber.sekolah.SekolahSumber"),
    ),
    menu=(
        Menu("Buku harian saya", "book-open", "buku", "isi_catatan", 8, utama=True),
        Menu("Halaman saya", "identification", "saya", "lihat_diri", 58, utama=True),
        Menu("Kinerja harian", "clipboard-document-list", "kinerja", "isi_kinerja", 59, utama=True),
        Menu(
            "Kinerja menunggu persetujuan",
            "clipboard-document-check",
            "kinerja_antrean",
            "setujui_kegiatanharian",
            59,
            ".queries.kinerja.menunggu",
        ),
        Menu("Pegawai", "user-group", "pegawai_daftar", "view_pegawai", 60, utama=True),
        Menu("Bagan organisasi", "share", "bagan", "view_pegawai", 61),
        Menu("Cuti saya", "sun", "cuti_saya", "ajukan_cuti", 61, utama=True),
        Menu("Jatuh tempo", "calendar-days", "kgb_tempo", "lihat_rekap_pegawai", 62, utama=True),
        Menu(
            "Cuti menunggu Anda", "inbox-arrow-down", "cuti_antrean", "pertimbangkan_cuti", 62, ".queries.cuti.menunggu"
        ),
        Menu("Peserta magang", "academic-cap", "magang_daftar", "view_pesertamagang", 62, utama=True),
        Menu("Berkas belum lengkap", "folder-minus", "kurang_daftar", "lihat_rekap_pegawai", 63),
        Menu("Daftar cuti", "calendar", "cuti_daftar", "lihat_cuti_unit", 63),
        Menu(
            "Catatan menunggu paraf",
            "pencil-square",
            "paraf",
            "paraf_catatanharian",
            63,
            ".queries.magang.menunggu_paraf",
        ),
        Menu("DUK dan rekap", "list-bullet", "duk", "lihat_rekap_pegawai", 64, utama=True),
        Menu("Rekap kinerja", "chart-bar-square", "kinerja_rekap", "lihat_rekap_pegawai", 64),
        Menu("Alihkan atasan", "arrows-right-left", "kinerja_alihkan_semua", "alihkan_kegiatanharian", 64),
        Menu("Aturan cuti", "scale", "aturan_cuti_daftar", "view_aturancuti", 64),
        Menu("Surat kepegawaian", "envelope", "surat_daftar", "view_suratpegawai", 65),
        Menu("Kategori berkas", "tag", "kategori_daftar", "view_kategoriberkas", 67),
        Menu("Aturan kepegawaian", "book-open", "aturan_daftar", "view_aturankepegawaian", 68),
    ),
    kartu=(
        Kartu("buku", ".queries.magang.kartu_saya", "kepegawaian/kartu_buku.html", "isi_catatan", 6),
        Kartu("cuti", ".queries.cuti.kartu_cuti", "kepegawaian/kartu_cuti.html", "pertimbangkan_cuti", 7),
        Kartu("paraf", ".queries.magang.kartu_paraf", "kepegawaian/kartu_paraf.html", "paraf_catatanharian", 30),
        Kartu(
            "kinerja", ".queries.kinerja.kartu_antrean", "kepegawaian/kartu_kinerja.html", "setujui_kegiatanharian", 35
        ),
        Kartu("tempo", ".queries.kartu.kartu_tempo", "kepegawaian/kartu_tempo.html", "lihat_rekap_pegawai", 40),
        Kartu("saya", ".queries.kartu.kartu_saya", "kepegawaian/kartu_saya.html", "lihat_diri", 45),
    ),
    pencari=(
        Pencari("pegawai", "Pegawai", ".queries.cari.cari_pegawai", "view_pegawai"),
        Pencari("magang", "Peserta magang", ".queries.magang.cari_umum_magang", "view_pesertamagang"),
    ),
    impor=(
        JenisImpor("pegawai", ".sheets.importir.ImporPegawai", "impor_pegawai"),
        JenisImpor("pegawai-riwayat", ".sheets.importir.ImporRiwayat", "impor_pegawai"),
    ),
    ekspor=(
        JenisEkspor("berkas-kurang", ".sheets.ekspor.ekspor_kurang", "lihat_rekap_pegawai", "Berkas belum lengkap"),
        JenisEkspor("bezetting", ".sheets.ekspor.ekspor_bezetting", "lihat_rekap_pegawai", "Bezetting"),
        JenisEkspor("cuti", ".sheets.cuti.ekspor_cuti", "lihat_cuti_unit", "Cuti"),
        JenisEkspor("duk", ".sheets.ekspor.ekspor_duk", "lihat_rekap_pegawai", "Daftar urut kepangkatan PNS"),
        JenisEkspor("duk-pppk", ".sheets.ekspor.ekspor_duk_pppk", "lihat_rekap_pegawai", "Daftar PPPK"),
        JenisEkspor("kategori-berkas", ".sheets.ekspor.ekspor_kategori", "view_kategoriberkas", "Kategori berkas"),
        JenisEkspor("kenaikan-pangkat", ".sheets.ekspor.ekspor_naik", "lihat_rekap_pegawai", "Kenaikan pangkat"),
        JenisEkspor("kgb", ".sheets.ekspor.ekspor_kgb", "lihat_rekap_pegawai", "Kenaikan gaji berkala"),
        JenisEkspor(
            "kinerja-bulanan", ".sheets.kinerja.ekspor_kinerja_bulanan", "lihat_rekap_pegawai", "Rekap kinerja bulanan"
        ),
        JenisEkspor("kinerja-harian", ".sheets.kinerja.ekspor_kinerja_harian", "lihat_rekap_pegawai", "Kinerja harian"),
        JenisEkspor("kontrak", ".sheets.ekspor.ekspor_kontrak", "lihat_rekap_pegawai", "Kontrak berakhir"),
        JenisEkspor("magang", ".sheets.magang.ekspor_magang", "change_pesertamagang", "Peserta magang"),
        JenisEkspor("nominatif", ".sheets.ekspor.ekspor_nominatif", "lihat_rekap_pegawai", "Daftar nominatif"),
        JenisEkspor("pegawai", ".sheets.ekspor.ekspor_pegawai", "ekspor_pegawai", "Pegawai"),
        JenisEkspor("pegawai-riwayat", ".sheets.ekspor.ekspor_riwayat", "ekspor_pegawai", "Riwayat karier pegawai"),
        JenisEkspor("pensiun", ".sheets.ekspor.ekspor_pensiun", "lihat_rekap_pegawai", "Pensiun"),
        JenisEkspor("saldo-cuti", ".sheets.cuti.ekspor_saldo", "lihat_cuti_unit", "Saldo cuti"),
        JenisEkspor("statistik-pegawai", ".sheets.ekspor.ekspor_statistik", "lihat_rekap_pegawai", "Statistik pegawai"),
        JenisEkspor("surat-kepegawaian", ".sheets.ekspor.ekspor_surat", "view_suratpegawai", "Surat kepegawaian"),
        JenisEkspor("target-kinerja", ".sheets.kinerja.ekspor_target_kinerja", "lihat_rekap_pegawai", "Target kinerja"),
    ),
    dokumen=(
        JenisDokumen("kgb", "Surat pemberitahuan KGB", ".documents.surat"),
        JenisDokumen("kurang-berkas", "Surat permintaan kelengkapan berkas", ".documents.surat"),
        JenisDokumen("cuti", "Formulir cuti", ".documents.cuti"),
    ),
    kertas=(".documents.magang.SuratPenerimaan", ".documents.magang_sertifikat.SertifikatMagang"),
    periksa=(BagianPeriksa("kepegawaian", ".periksa.periksa", "Keadaan pegawai sesuai riwayatnya"),),
    subjek=(Subjek("Data pegawai", ".queries.subjek.cari_subjek", ".queries.subjek.salinan_subjek"),),
    demo=(
        BagianDemo(20, ".demo.isi"),
        BagianDemo(21, ".demo.kinerja.isi_kinerja"),
        BagianDemo(22, ".demo.magang.isi_magang"),
        BagianDemo(27, ".demo.cuti.isi"),
    ),
    demo_besar=(BagianDemo(20, ".demo.isi_besar"),),
    harian=(".services.harian.harian",),
    hitung=(
        ".hitung.pensiun",
        ".hitung.kgb",
        ".hitung.kenaikan_pangkat",
        ".hitung.cuti_hari",
        ".hitung.cuti_nilai",
        ".hitung.cuti_saldo",
    ),
)
