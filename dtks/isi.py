"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    Bersegel,
    DariSumber,
    Isi,
    JenisDokumen,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Menu,
    Pencari,
    Subjek,
    Tindakan,
)

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
        Menu("Antrean", "megaphone", "antrean", "panggil_tiket", 9, utama=True),
        Menu("Loket rekomendasi", "identification", "loket", "layani_kunjungan", 10, utama=True),
        Menu("Ajukan permohonan", "home-modern", "desa", "ajukan_permohonan", 10, utama=True),
        Menu("Banyak NIK sekaligus", "queue-list", "sekaligus_daftar", "view_sekaligus", 10, utama=True),
        Menu(
            "Permohonan",
            "clipboard-document-list",
            "permohonan_daftar",
            "view_permohonan",
            11,
            ".queries.desa.menunggu",
            utama=True,
        ),
        Menu(
            "Surat menunggu",
            "pencil-square",
            "surat_antrean",
            "setujui_suratrekomendasi",
            12,
            ".queries.layanan.surat_menunggu",
        ),
        Menu("Surat rekomendasi", "document-text", "surat_daftar", "view_suratrekomendasi", 13, utama=True),
        Menu("Laporan bulanan", "chart-bar", "bulanan", "lihat_laporan", 13, utama=True),
        Menu("Data terpadu", "users", "individu_daftar", "view_individu", 14, utama=True),
        Menu("Tinjauan data", "document-magnifying-glass", "tinjau_daftar", "view_tinjauganda", 15),
        Menu("NIK bermasalah", "flag", "nik_daftar", "view_nikbermasalah", 15),
        Menu("Impor data", "arrow-up-tray", "impor", "impor_individu", 16),
        Menu("Rencana intervensi", "banknotes", "rencana_daftar", "view_rencanaintervensi", 16),
        Menu("Aturan layanan", "adjustments-horizontal", "aturan_daftar", "view_aturanlayanan", 17),
        # Counselling has this line and a letter. No card, search, count or export: children's data.
        Menu(
            "Konseling keluarga", "chat-bubble-left-right", "konseling_daftar", "view_konseling", 19, kelompok="PUSPAGA"
        ),
    ),
    tindakan=(Tindakan("Layani warga", "identification", "loket", "layani_kunjungan", "loket kunjungan"),),
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
