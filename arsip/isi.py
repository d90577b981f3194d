"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    DariSumber,
    Fakta,
    Isi,
    JenisDokumen,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Menu,
    Pekerjaan,
    Pencari,
    Tindakan,
)

SURAT, DISPOSISI, ARSIP, RETENSI, ALAT = "Surat", "Disposisi", "Arsip", "Retensi", "Templat dan alat"

ISI = Isi(
    aplikasi=Aplikasi(
        "Arsip surat", "Surat", "envelope", "Surat masuk dan keluar, disposisi, arsip, peminjaman, dan retensi.", 20
    ),
    sumber=(
        DariSumber(".sumber.instruksi.InstruksiSumber"),
        DariSumber(".sumber.boks.BoksSumber", 53, kelompok=ARSIP),
        DariSumber(".sumber.jenis.JenisSumber"),
        DariSumber(".sumber.jra.JadwalSumber"),
        DariSumber(".sumber.jra.ParameterSumber"),
        DariSumber(".sumber.pola.PolaSumber"),
        DariSumber(".sumber.klasifikasi.VersiSumber"),
    ),
    menu=(
        Menu("Surat masuk", "inbox", "suratmasuk_daftar", "view_suratmasuk", 40, kelompok=SURAT, utama=True),
        Menu(
            "Surat keluar", "paper-airplane", "suratkeluar_daftar", "view_suratkeluar", 41, kelompok=SURAT, utama=True
        ),
        Menu("Konsep", "document-text", "naskah_daftar", "view_naskah", 42, kelompok=SURAT, utama=True),
        Menu("Berkas arsip", "archive-box", "berkas_daftar", "view_berkasarsip", 43, kelompok=ARSIP, utama=True),
        Menu("Peminjaman", "arrows-right-left", "pinjam_daftar", "view_peminjaman", 44, kelompok=ARSIP, utama=True),
        Menu("Retensi", "clock", "jatuh_tempo", "view_pemusnahan", 45, kelompok=RETENSI, utama=True),
        Menu("Cari arsip", "document-magnifying-glass", "cari", "cari_indeksarsip", 46, kelompok=ARSIP, utama=True),
        Menu(
            "Surat menunggu disposisi",
            "inbox-arrow-down",
            "disposisi_antrean",
            "disposisikan_suratmasuk",
            47,
            ".queries.disposisi.menunggu",
            DISPOSISI,
        ),
        Menu(
            "Disposisi untuk saya",
            "clipboard-document-check",
            "disposisi_saya",
            "view_disposisi",
            47,
            ".queries.disposisi.untuk_saya",
            DISPOSISI,
        ),
        Menu("Semua disposisi", "share", "disposisi_daftar", "view_disposisi", 48, kelompok=DISPOSISI),
        Menu(
            "Naskah menunggu Anda",
            "pencil-square",
            "naskah_antrean",
            "setujui_naskah",
            48,
            ".queries.naskah.menunggu",
            SURAT,
        ),
        Menu("Menunggu nomor", "hashtag", "naskah_siap", "nomori_naskah", 49, ".queries.naskah.siap_dinomori", SURAT),
        Menu("Opname", "clipboard-document-check", "opname_daftar", "view_opname", 54, kelompok=ARSIP),
        Menu("Pemusnahan", "fire", "pemusnahan_daftar", "view_pemusnahan", 54, kelompok=RETENSI),
        Menu("Jadwal retensi", "calendar-days", "jadwalretensi_daftar", "view_jadwalretensi", 55, kelompok=RETENSI),
        Menu("Templat surat", "document-duplicate", "templatsurat_daftar", "view_templatsurat", 56, kelompok=ALAT),
        Menu("Klasifikasi", "tag", "klasifikasi_daftar", "view_klasifikasi", 56, kelompok=ALAT),
        Menu("Alat PDF", "wrench-screwdriver", "alat_pdf", "olah_teksberkas", 57, kelompok=ALAT),
    ),
    pekerjaan=(
        Pekerjaan(
            "surat-masuk",
            ".queries.disposisi.menunggu",
            ".queries.pekerjaan.surat_masuk_baris",
            "disposisikan_suratmasuk",
        ),
        Pekerjaan(
            "disposisi", ".queries.disposisi.untuk_saya", ".queries.pekerjaan.disposisi_baris", "terima_disposisi"
        ),
        Pekerjaan("naskah", ".queries.naskah.menunggu", ".queries.pekerjaan.naskah_baris", "setujui_naskah"),
        Pekerjaan("massal", ".queries.pekerjaan.massal", ".queries.pekerjaan.massal_baris", "setujui_naskah"),
        # Its writer mends it; an intern, who may only propose changes, wrote his own too.
        Pekerjaan(
            "naskah-kembali",
            ".queries.pekerjaan.naskah_kembali",
            ".queries.pekerjaan.naskah_kembali_baris",
            "view_naskah",
        ),
        Pekerjaan(
            "massal-kembali",
            ".queries.pekerjaan.massal_kembali",
            ".queries.pekerjaan.massal_kembali_baris",
            "add_suratmassal",
        ),
        Pekerjaan("nomor", ".queries.naskah.siap_dinomori", ".queries.pekerjaan.nomor_baris", "nomori_naskah"),
        Pekerjaan(
            "pinjam-terlambat",
            ".queries.pekerjaan.pinjam_terlambat",
            ".queries.pekerjaan.pinjam_terlambat_baris",
            "pinjamkan_arsip",
        ),
        Pekerjaan(
            "pinjam-diminta",
            ".queries.pekerjaan.pinjam_diminta",
            ".queries.pekerjaan.pinjam_diminta_baris",
            "pinjamkan_arsip",
        ),
        Pekerjaan(
            "musnah-nilai",
            ".queries.pekerjaan.musnah_dinilai",
            ".queries.pekerjaan.musnah_baris",
            "nilai_pemusnahan",
        ),
        Pekerjaan(
            "musnah-putus",
            ".queries.pekerjaan.musnah_diputus",
            ".queries.pekerjaan.musnah_baris",
            "setujui_pemusnahan",
        ),
        Pekerjaan(
            "musnah-laksana",
            ".queries.pekerjaan.musnah_dilaksanakan",
            ".queries.pekerjaan.musnah_baris",
            "laksanakan_pemusnahan",
        ),
    ),
    fakta=(Fakta("belum-ditempatkan", ".queries.fakta.belum", "tempatkan_berkasarsip", 40),),
    tindakan=(
        Tindakan("Catat surat masuk", "plus", "suratmasuk_tambah", "add_suratmasuk", "agenda baru"),
        Tindakan(
            "Konsep surat baru", "document-text", "naskah_pilih", "add_naskah", "tulis surat keluar undangan nota"
        ),
        Tindakan("Surat massal baru", "rectangle-stack", "suratmassal_tambah", "add_suratmassal", "banyak surat"),
        Tindakan("Arsip baru", "archive-box", "berkas_tambah", "add_berkasarsip", "berkas arsip simpan"),
        Tindakan("Tempatkan arsip", "inbox-stack", "berkas_belum", "tempatkan_berkasarsip", "menempatkan harian boks"),
        Tindakan("Mulai opname", "clipboard-document-check", "opname_mulai", "catat_opname", "hitung arsip rak"),
        Tindakan("Templat surat baru", "document-duplicate", "templatsurat_tambah", "add_templatsurat"),
        Tindakan("Kode klasifikasi baru", "tag", "klasifikasi_tambah", "add_klasifikasi"),
        Tindakan("Alat PDF", "wrench-screwdriver", "alat_pdf", "olah_teksberkas", "gabung pisah putar kenali pindaian"),
    ),
    pencari=(
        Pencari("isi", "Isi surat dan arsip", ".queries.cari.cari_ringkas", "cari_indeksarsip"),
        Pencari("berkas", "Berkas arsip", ".queries.rekam.cari_berkas", "view_berkasarsip"),
        Pencari("masuk", "Surat masuk", ".queries.masuk.cari_surat_masuk", "view_suratmasuk"),
    ),
    impor=(
        JenisImpor("jra", ".sheets.jra.ImporJRA", "impor_jra"),
        JenisImpor("klasifikasi", ".sheets.klasifikasi.ImporKlasifikasi", "impor_klasifikasi"),
        JenisImpor("surat-masuk", ".sheets.masuk.ImporSuratMasuk", "impor_suratmasuk"),
    ),
    ekspor=(
        JenisEkspor(
            "arsip-belum-ditempatkan", ".sheets.rekam.ekspor_belum", "view_berkasarsip", "Arsip belum ditempatkan"
        ),
        JenisEkspor("berkas-arsip", ".sheets.rekam.ekspor_berkas", "view_berkasarsip", "Berkas arsip"),
        JenisEkspor("disposisi", ".sheets.masuk.ekspor_disposisi", "ekspor_suratmasuk", "Disposisi"),
        JenisEkspor("ekspedisi", ".sheets.keluar.ekspor_ekspedisi", "view_suratkeluar", "Buku ekspedisi"),
        JenisEkspor(
            "jatuh-tempo-retensi", ".sheets.rekam.ekspor_jatuh", "view_berkasarsip", "Arsip jatuh tempo retensi"
        ),
        JenisEkspor("jra", ".sheets.jra.ekspor_jra", "view_jadwalretensi", "JRA dalam bentuk impornya"),
        JenisEkspor("klasifikasi", ".sheets.klasifikasi.ekspor_klasifikasi", "view_klasifikasi", "Klasifikasi arsip"),
        JenisEkspor("konsep-surat", ".sheets.keluar.ekspor_naskah", "view_naskah", "Konsep surat"),
        JenisEkspor("opname-arsip", ".sheets.rekam.ekspor_opname", "view_opname", "Opname arsip"),
        JenisEkspor("peminjaman-arsip", ".sheets.rekam.ekspor_pinjam", "view_peminjaman", "Peminjaman arsip"),
        JenisEkspor("pemusnahan-arsip", ".sheets.rekam.ekspor_pemusnahan", "view_pemusnahan", "Pemusnahan arsip"),
        JenisEkspor("pindah-inaktif", ".sheets.rekam.ekspor_inaktif", "view_berkasarsip", "Arsip pindah ke inaktif"),
        JenisEkspor(
            "srikandi-keluar", ".sheets.keluar.ekspor_srikandi", "view_suratkeluar", "Surat keluar untuk SRIKANDI"
        ),
        JenisEkspor("srikandi-masuk", ".sheets.masuk.ekspor_srikandi", "kelola_kantor", "Surat masuk untuk SRIKANDI"),
        JenisEkspor(
            "surat-belum-diarsipkan", ".sheets.rekam.ekspor_surat_belum", "view_berkasarsip", "Surat belum diarsipkan"
        ),
        JenisEkspor("surat-keluar", ".sheets.keluar.ekspor_surat_keluar", "view_suratkeluar", "Surat keluar"),
        JenisEkspor("surat-massal", ".sheets.keluar.ekspor_massal", "view_suratmassal", "Surat massal"),
        JenisEkspor("surat-masuk", ".sheets.masuk.ekspor_surat_masuk", "ekspor_suratmasuk", "Surat masuk"),
        JenisEkspor("templat-surat", ".sheets.keluar.ekspor_templat", "view_templatsurat", "Templat surat"),
        JenisEkspor("temuan-opname", ".sheets.rekam.ekspor_temuan", "view_opname", "Temuan opname"),
    ),
    dokumen=(JenisDokumen("surat", "Surat keluar", ".documents.naskah"),),
    tugas=(
        JenisTugas(
            "surat-massal", ".jobs.massal.surat_massal", ".services.keluar.surat_keluar_cabut", "batalkan_suratkeluar"
        ),
        JenisTugas("alat-pdf", ".jobs.alat.alat_pdf"),
        JenisTugas("kenali-tulisan", ".jobs.alat.kenali_tulisan"),
    ),
    periksa=(
        BagianPeriksa("surat-keluar", ".periksa.keluar.surat_keluar", "Buku surat keluar"),
        BagianPeriksa("arsip-rekam", ".periksa.rekam.rekam", "Arsip, boks, peminjaman, pemusnahan"),
        BagianPeriksa("surat-masuk", ".periksa.masuk.surat_masuk", "Surat masuk sesuai nomor dan disposisinya"),
    ),
    demo=(
        BagianDemo(15, ".demo.klasifikasi.isi_klasifikasi"),
        BagianDemo(16, ".demo.templat.isi_templat"),
        BagianDemo(35, ".demo.keluar.isi_keluar"),
        BagianDemo(40, ".demo.masuk.isi_masuk"),
        BagianDemo(45, ".demo.rekam.isi_rekam"),
        BagianDemo(95, ".demo.cari.isi_indeks"),
    ),
    berkala=(".services.indeks.indeks_bila_waktunya",),
    harian=(
        ".services.harian.ingatkan_pinjaman",
        ".services.disposisi.disposisi_ingatkan",
    ),
    jaga_tempat=(".services.rekam.tempat_terjaga",),
    kertas=(
        ".documents.pinjam.SuratTagihan",
        ".documents.pemusnahan.DaftarUsul",
        ".documents.pemusnahan.BeritaAcara",
    ),
    penerbit_surat=(".services.keluar.surat_keluar_terbitkan",),
    pembatal_surat=(".services.keluar.surat_keluar_batalkan_dokumen",),
)
