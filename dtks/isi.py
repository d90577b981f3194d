"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    Bersegel,
    DariSumber,
    Fakta,
    Isi,
    Jadwal,
    JenisDokumen,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Menu,
    Pekerjaan,
    Pencari,
    Subjek,
    Tindakan,
)

LAYANAN, DATA, REKAP = "Pelayanan", "Data terpadu", "Rekap dan rencana"

ISI = Isi(
    aplikasi=Aplikasi(
        "DTSEN dan loket",
        "Loket",
        "identification",
        "Data terpadu, antrean, permohonan, dan surat rekomendasi.",
        10,
        "arsip",
    ),
    sumber=(
        DariSumber(".sumber.aturan.AturanSumber"),
        DariSumber(".sumber.aturan.SyaratSumber"),
        DariSumber(".sumber.aturan.PeriodeSumber"),
        DariSumber(".sumber.aturan.JamSumber"),
        DariSumber(".sumber.antrean.MejaSumber"),
        DariSumber(".sumber.antrean.LayarSumber"),
    ),
    menu=(
        Menu("Loket", "identification", "loket", "layani_kunjungan", 9, kelompok=LAYANAN, utama=True),
        Menu("Antrean", "megaphone", "antrean", "panggil_tiket", 10, kelompok=LAYANAN, utama=True),
        Menu("Ajukan permohonan", "home-modern", "desa", "ajukan_permohonan", 10, kelompok=LAYANAN, utama=True),
        Menu(
            "Permohonan",
            "clipboard-document-list",
            "permohonan_daftar",
            "view_permohonan",
            11,
            ".queries.desa.menunggu",
            LAYANAN,
            utama=True,
        ),
        Menu(
            "Surat rekomendasi", "document-text", "surat_daftar", "view_suratrekomendasi", 12, "", LAYANAN, utama=True
        ),
        Menu("Banyak NIK", "queue-list", "sekaligus_daftar", "view_sekaligus", 13, kelompok=LAYANAN, utama=True),
        Menu("Data terpadu", "users", "individu_daftar", "view_individu", 14, kelompok=DATA, utama=True),
        Menu("Laporan bulanan", "chart-bar", "bulanan", "lihat_laporan", 15, kelompok=REKAP, utama=True),
        Menu(
            "Surat menunggu",
            "pencil-square",
            "surat_antrean",
            "setujui_suratrekomendasi",
            16,
            ".queries.layanan.surat_menunggu",
            LAYANAN,
        ),
        Menu("Tinjauan data", "document-magnifying-glass", "tinjau_daftar", "view_tinjauganda", 16, kelompok=DATA),
        Menu("NIK bermasalah", "flag", "nik_daftar", "view_nikbermasalah", 16, kelompok=DATA),
        Menu("Impor data", "arrow-up-tray", "impor", "impor_individu", 17, kelompok=DATA),
        Menu("Rencana intervensi", "banknotes", "rencana_daftar", "view_rencanaintervensi", 17, kelompok=REKAP),
        Menu("Aturan layanan", "adjustments-horizontal", "aturan_daftar", "view_aturanlayanan", 18, kelompok="Aturan"),
        # Counselling has this line and a letter. No work, fact, act, search, count or export: children's data.
        Menu(
            "Konseling keluarga", "chat-bubble-left-right", "konseling_daftar", "view_konseling", 19, kelompok="PUSPAGA"
        ),
    ),
    pekerjaan=(
        # Who serves at the counter decides a request, or proposes how.
        Pekerjaan(
            "permohonan-desa",
            ".queries.pekerjaan.permohonan_desa",
            ".queries.pekerjaan.permohonan_desa_baris",
            "layani_kunjungan",
        ),
        Pekerjaan(
            "permohonan", ".queries.pekerjaan.permohonan", ".queries.pekerjaan.permohonan_baris", "layani_kunjungan"
        ),
        Pekerjaan(
            "surat-kembali",
            ".queries.pekerjaan.surat_kembali",
            ".queries.pekerjaan.surat_kembali_baris",
            "layani_kunjungan",
        ),
        Pekerjaan(
            "surat",
            ".queries.pekerjaan.surat_diputus",
            ".queries.pekerjaan.surat_diputus_baris",
            "setujui_suratrekomendasi",
        ),
        Pekerjaan(
            "cetak",
            ".queries.pekerjaan.surat_dicetak",
            ".queries.pekerjaan.surat_dicetak_baris",
            "cetak_suratrekomendasi",
        ),
        Pekerjaan(
            "desa-kembali",
            ".queries.pekerjaan.desa_kembali",
            ".queries.pekerjaan.desa_kembali_baris",
            "ajukan_permohonan",
        ),
    ),
    fakta=(
        Fakta("loket", ".queries.fakta.loket", "view_permohonan", 20),
        Fakta("desa", ".queries.fakta.desa", "ajukan_permohonan", 20),
    ),
    jadwal=(Jadwal("jam-loket", ".queries.fakta.jam_loket", "layani_kunjungan"),),
    tindakan=(
        Tindakan(
            "Layani warga di loket", "identification", "loket", "layani_kunjungan", "kunjungan rekomendasi cari NIK"
        ),
        Tindakan("Panggil antrean", "megaphone", "antrean", "panggil_tiket", "tiket berikutnya"),
        Tindakan("Ajukan permohonan warga", "home-modern", "desa", "ajukan_permohonan", "periksa warga reaktivasi"),
        Tindakan("Banyak NIK sekaligus", "queue-list", "sekaligus_baru", "add_sekaligus", "tempel daftar NIK"),
        Tindakan("Impor data terpadu", "arrow-up-tray", "impor", "impor_individu", "DTSEN DTKS unggah"),
        Tindakan("Rencana intervensi baru", "banknotes", "rencana_tambah", "add_rencanaintervensi", "bantuan keluarga"),
        Tindakan("Periksa seluruh NIK", "magnifying-glass", "nik_kumpulkan", "change_nikbermasalah", "NIK bermasalah"),
    ),
    pencari=(
        Pencari("permohonan", "Permohonan dan surat", ".queries.layanan.cari_umum_permohonan", "view_permohonan"),
        Pencari("individu", "Data terpadu", ".queries.layanan.cari_umum_individu", "view_individu"),
    ),
    impor=(
        JenisImpor("dtks", ".sheets.ImporDtks", "impor_individu"),
        JenisImpor("koreksi-nik", ".sheets.koreksi_nik.ImporKoreksiNik", "change_nikbermasalah"),
    ),
    ekspor=(
        JenisEkspor("dtks", ".sheets.ekspor_dtks", "ekspor_individu", "Data terpadu"),
        JenisEkspor(
            "dtks-layanan-bulanan", ".sheets.bulanan.ekspor_layanan_bulanan", "lihat_laporan", "Layanan per bulan"
        ),
        JenisEkspor(
            "dtks-penolakan-bulanan", ".sheets.bulanan.ekspor_penolakan_bulanan", "lihat_laporan", "Penolakan per bulan"
        ),
        JenisEkspor("nik-bermasalah", ".sheets.layanan.ekspor_nik", "ekspor_individu", "NIK bermasalah"),
        JenisEkspor("permohonan", ".sheets.layanan.ekspor_permohonan", "ekspor_individu", "Permohonan"),
        JenisEkspor(
            "rekap-intervensi", ".sheets.intervensi.ekspor_rekap", "ekspor_intervensi", "Rekap intervensi per desa"
        ),
        JenisEkspor(
            "rencana-intervensi", ".sheets.intervensi.ekspor_rencana", "ekspor_intervensi", "Rencana intervensi"
        ),
        JenisEkspor(
            "sasaran-intervensi",
            ".sheets.intervensi.ekspor_sasaran",
            "ekspor_intervensi",
            "Keluarga sasaran intervensi",
        ),
        JenisEkspor("sekaligus", ".sheets.layanan.ekspor_sekaligus", "ekspor_individu", "Pemeriksaan sekaligus"),
        JenisEkspor("surat-rekomendasi", ".sheets.layanan.ekspor_surat", "ekspor_individu", "Surat rekomendasi"),
        JenisEkspor("tiket-antrean", ".sheets.layanan.ekspor_tiket", "view_tiket", "Tiket antrean"),
    ),
    dokumen=(
        JenisDokumen("surat-rekomendasi", "Surat rekomendasi", ".documents.surat"),
        JenisDokumen("puspaga", "Surat hasil konseling", ".documents.puspaga"),
    ),
    tugas=(
        JenisTugas("dtks-sekaligus-terima", ".jobs.sekaligus_terima"),
        JenisTugas(
            "dtks-sekaligus-setujui",
            ".jobs.sekaligus_setujui",
            ".services.surat.surat_batalkan",
            "batalkan_suratrekomendasi",
        ),
        JenisTugas("dtks-nik-kumpulkan", ".jobs.nik_kumpulkan_semua"),
    ),
    periksa=(
        BagianPeriksa("dtks-layanan", ".periksa.layanan", "Permohonan dan surat rekomendasi"),
        BagianPeriksa("dtks-registri", ".periksa.registri", "Data terpadu"),
    ),
    subjek=(
        Subjek(
            "Data terpadu, permohonan, dan surat",
            ".queries.subjek.cari_subjek",
            ".queries.subjek.salinan_subjek",
            ".services.privasi.individu_batasi",
            ".services.privasi.individu_cabut",
        ),
    ),
    segel=(
        Bersegel("Pemeriksaan", "cara dicari_samar hasil individu_id calon sumber_data periode_data oleh_id waktu"),
    ),
    demo=(
        BagianDemo(40, ".demo.isi"),
        BagianDemo(41, ".demo.privasi.isi_privasi"),
    ),
    demo_besar=(BagianDemo(40, ".demo.isi_besar"),),
    templat_surat=(".documents.templat.templat_surat",),
    beku=(".queries.beku.surat_beku",),
    hitung=(".hitung.pengajuan_baru", ".hitung.reaktivasi"),
)
