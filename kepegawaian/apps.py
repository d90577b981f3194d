"""Staff files: careers, papers, due lists, leave, daily performance, interns."""

from django.apps import AppConfig

GRUP = "Kepegawaian"
REKAP = "kepegawaian.lihat_rekap_pegawai"
MENU = (
    ("Halaman saya", "identification", "saya", "kepegawaian.lihat_diri", 58),
    ("Pegawai", "user-group", "pegawai_daftar", "kepegawaian.view_pegawai", 60),
    ("Bagan organisasi", "share", "bagan", "kepegawaian.view_pegawai", 61),
    ("Jatuh tempo", "calendar-days", "kgb_tempo", REKAP, 62),
    ("Berkas belum lengkap", "folder-minus", "kurang_daftar", REKAP, 63),
    ("DUK dan rekap", "list-bullet", "duk", REKAP, 64),
    ("Surat kepegawaian", "envelope", "surat_daftar", "kepegawaian.view_suratpegawai", 65),
    ("Formasi", "squares-plus", "formasi_daftar", "kepegawaian.view_formasi", 66),
    ("Kategori berkas", "tag", "kategori_daftar", "kepegawaian.view_kategoriberkas", 67),
    ("Aturan kepegawaian", "book-open", "aturan_daftar", "kepegawaian.view_aturankepegawaian", 68),
)
KINERJA = (
    ("Kinerja harian", "clipboard-document-list", "kinerja", "kepegawaian.isi_kinerja", 59, ""),
    (
        "Kinerja menunggu persetujuan",
        "clipboard-document-check",
        "kinerja_antrean",
        "kepegawaian.setujui_kegiatanharian",
        59,
        "kepegawaian.queries.kinerja.jumlah_menunggu",
    ),
    ("Rekap kinerja", "chart-bar-square", "kinerja_rekap", REKAP, 64, ""),
    ("Alihkan atasan", "arrows-right-left", "kinerja_alihkan_semua", "kepegawaian.alihkan_kegiatanharian", 64, ""),
)
EKSPOR_KINERJA = (
    ("kinerja-bulanan", "ekspor_kinerja_bulanan", "Rekap kinerja bulanan"),
    ("kinerja-harian", "ekspor_kinerja_harian", "Kinerja harian"),
    ("target-kinerja", "ekspor_target_kinerja", "Target kinerja"),
)
EKSPOR = (
    ("pegawai", "ekspor_pegawai", "kepegawaian.ekspor_pegawai", "Pegawai"),
    ("pegawai-riwayat", "ekspor_riwayat", "kepegawaian.ekspor_pegawai", "Riwayat karier pegawai"),
    ("duk", "ekspor_duk", REKAP, "Daftar urut kepangkatan PNS"),
    ("duk-pppk", "ekspor_duk_pppk", REKAP, "Daftar PPPK"),
    ("nominatif", "ekspor_nominatif", REKAP, "Daftar nominatif"),
    ("bezetting", "ekspor_bezetting", REKAP, "Bezetting"),
    ("statistik-pegawai", "ekspor_statistik", REKAP, "Statistik pegawai"),
    ("kgb", "ekspor_kgb", REKAP, "Kenaikan gaji berkala"),
    ("kenaikan-pangkat", "ekspor_naik", REKAP, "Kenaikan pangkat"),
    ("pensiun", "ekspor_pensiun", REKAP, "Pensiun"),
    ("kontrak", "ekspor_kontrak", REKAP, "Kontrak berakhir"),
    ("berkas-kurang", "ekspor_kurang", REKAP, "Berkas belum lengkap"),
    ("surat-kepegawaian", "ekspor_surat", "kepegawaian.view_suratpegawai", "Surat kepegawaian"),
    ("formasi", "ekspor_formasi", "kepegawaian.view_formasi", "Formasi"),
    ("kategori-berkas", "ekspor_kategori", "kepegawaian.view_kategoriberkas", "Kategori berkas"),
    ("aturan-kepegawaian", "ekspor_aturan", "kepegawaian.view_aturankepegawaian", "Aturan kepegawaian"),
)


class KepegawaianConfig(AppConfig):
    name = "kepegawaian"
    verbose_name = "Kepegawaian"

    def ready(self) -> None:
        from inti import registry

        for teks, ikon, rute, izin, urut in MENU:
            registry.daftarkan_menu(GRUP, teks, ikon, f"kepegawaian:{rute}", izin=izin, urut=urut)
        for jenis, fungsi, izin, sebutan in EKSPOR:
            registry.daftarkan_ekspor(jenis, f"kepegawaian.sheets.ekspor.{fungsi}", izin=izin, sebutan=sebutan)
        for teks, ikon, rute, izin, urut, hitung in KINERJA:
            registry.daftarkan_menu(GRUP, teks, ikon, f"kepegawaian:{rute}", izin=izin, urut=urut, hitung=hitung)
        for jenis, fungsi, sebutan in EKSPOR_KINERJA:
            registry.daftarkan_ekspor(jenis, f"kepegawaian.sheets.kinerja.{fungsi}", izin=REKAP, sebutan=sebutan)
        registry.daftarkan_kartu(
            "kepegawaian.kinerja",
            "kepegawaian.queries.kinerja.kartu_antrean",
            "kepegawaian/kartu_kinerja.html",
            izin="kepegawaian.setujui_kegiatanharian",
            urut=35,
        )
        registry.daftarkan_demo(21, "kepegawaian.demo.kinerja.isi_kinerja")
        for jenis, kelas in (("pegawai", "ImporPegawai"), ("pegawai-riwayat", "ImporRiwayat")):
            registry.daftarkan_importir(jenis, f"kepegawaian.sheets.importir.{kelas}", izin="kepegawaian.impor_pegawai")
        registry.daftarkan_demo(20, "kepegawaian.demo.isi")
        registry.daftarkan_demo_besar(20, "kepegawaian.demo.isi_besar")
        for kode, sebutan in (
            ("kgb", "Surat pemberitahuan KGB"),
            ("kurang-berkas", "Surat permintaan kelengkapan berkas"),
        ):
            registry.daftarkan_dokumen(
                f"kepegawaian.{kode}",
                sebutan,
                "kepegawaian.documents.surat.gambar",
                tata_letak=_tata_letak(),
            )
        registry.daftarkan_pencari(
            "kepegawaian.pegawai", "Pegawai", "kepegawaian.queries.cari.cari_pegawai", izin="kepegawaian.view_pegawai"
        )
        registry.daftarkan_kartu(
            "kepegawaian.tempo",
            "kepegawaian.queries.kartu.kartu_tempo",
            "kepegawaian/kartu_tempo.html",
            izin=REKAP,
            urut=40,
        )
        registry.daftarkan_kartu(
            "kepegawaian.saya",
            "kepegawaian.queries.kartu.kartu_saya",
            "kepegawaian/kartu_saya.html",
            izin="kepegawaian.lihat_diri",
            urut=45,
        )
        registry.daftarkan_berkala("kepegawaian.services.harian.segarkan_bila_waktunya")
        registry.daftarkan_periksa("kepegawaian", "kepegawaian.periksa.periksa", "Keadaan pegawai sesuai riwayatnya")


def _tata_letak() -> str:
    from inti.documents import VERSI_TATA_LETAK

    return f"kepegawaian-{VERSI_TATA_LETAK}"
