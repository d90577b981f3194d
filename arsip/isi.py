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
    JenisTugas,
    Menu,
    Pencari,
    Tindakan,
)

ISI = Isi(
    aplikasi=Aplikasi(
        "Arsip surat", "Surat", "envelope", "Surat masuk dan keluar, disposisi, arsip, peminjaman, dan retensi.", 20
    ),
    sumber=(
        DariSumber(".sumber.instruksi.InstruksiSumber"),
        DariSumber(".sumber.boks.BoksSumber", 53),
        DariSumber(".sumber.jenis.JenisSumber"),
        DariSumber(".sumber.jra.JadwalSumber"),
        DariSumber(".sumber.jra.ParameterSumber"),
        DariSumber(".sumber.pola.PolaSumber"),
        DariSumber(".sumber.klasifikasi.VersiSumber"),
    ),
    menu=(
        Menu("Cari arsip", "document-magnifying-glass", "cari", "cari_indeksarsip", 45, utama=True),
        Menu(
            "Surat menunggu disposisi",
            "inbox-arrow-down",
            "disposisi_antrean",
            "disposisikan_suratmasuk",
            46,
            ".queries.disposisi.menunggu",
        ),
        Menu(
            "Disposisi untuk saya",
            "clipboard-document-check",
            "disposisi_saya",
            "view_disposisi",
            47,
            ".queries.disposisi.untuk_saya",
        ),
        Menu(
            "Naskah menunggu Anda", "pencil-square", "naskah_antrean", "setujui_naskah", 48, ".queries.naskah.menunggu"
        ),
        Menu("Surat masuk", "inbox", "suratmasuk_daftar", "view_suratmasuk", 48, utama=True),
        Menu("Konsep surat", "document-text", "naskah_daftar", "view_naskah", 49, utama=True),
        Menu("Menunggu nomor", "hashtag", "naskah_siap", "nomori_naskah", 49, ".queries.naskah.siap_dinomori"),
        Menu("Semua disposisi", "share", "disposisi_daftar", "view_disposisi", 49),
        Menu("Surat keluar", "paper-airplane", "suratkeluar_daftar", "view_suratkeluar", 50, utama=True),
        Menu("Berkas arsip", "archive-box", "berkas_daftar", "view_berkasarsip", 52, utama=True),
        Menu("Peminjaman", "arrows-right-left", "pinjam_daftar", "view_peminjaman", 53, utama=True),
        Menu("Jatuh tempo retensi", "clock", "jatuh_tempo", "view_pemusnahan", 54, utama=True),
        Menu("Pemusnahan", "fire", "pemusnahan_daftar", "view_pemusnahan", 54),
        Menu("Templat surat", "document-duplicate", "templatsurat_daftar", "view_templatsurat", 55),
        Menu("Opname", "clipboard-document-check", "opname_daftar", "view_opname", 55),
        Menu("Klasifikasi", "tag", "klasifikasi_daftar", "view_klasifikasi", 56),
        Menu("Alat PDF", "wrench-screwdriver", "alat_pdf", "olah_teksberkas", 57),
        Menu("Jadwal retensi", "calendar-days", "jadwalretensi_daftar", "view_jadwalretensi", 57),
    ),
    tindakan=(Tindakan("Catat surat masuk", "plus", "suratmasuk_tambah", "add_suratmasuk", "agenda baru"),),
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
