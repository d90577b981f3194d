"""Staff files: careers, papers, due lists, leave, daily performance, interns."""

from typing import Any

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
        "kepegawaian.queries.kinerja.menunggu",
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
)


EKSPOR_ATURAN = (
    ("aturan-kepegawaian", "aturan.ekspor_aturan", "aturankepegawaian", "Aturan kepegawaian"),
    ("aturan-cuti", "aturan.ekspor_cuti", "aturancuti", "Aturan cuti"),
    ("aturan-nilai-magang", "magang_aturan.ekspor_nilai", "aturannilai", "Aturan nilai magang"),
    ("ketentuan-hari-magang", "magang_aturan.ekspor_ketentuan", "ketentuanhari", "Seragam dan jam magang"),
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
        for jenis, fungsi, nama, sebutan in EKSPOR_ATURAN:
            registry.daftarkan_ekspor(
                jenis, f"kepegawaian.sumber.{fungsi}", izin=f"kepegawaian.view_{nama}", sebutan=sebutan
            )
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
        registry.daftarkan_subjek(
            "kepegawaian",
            "Data pegawai",
            "kepegawaian.queries.subjek.cari_subjek",
            "kepegawaian.queries.subjek.salinan_subjek",
        )
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
        registry.daftarkan_harian("kepegawaian.services.harian.harian")
        registry.daftarkan_periksa("kepegawaian", "kepegawaian.periksa.periksa", "Keadaan pegawai sesuai riwayatnya")
        self._cuti(registry)
        self._magang(registry)

    @staticmethod
    def _cuti(registry: Any) -> None:
        """Leave: own, queue, list, rules; a card, a form on paper, two exports, a part of the demonstration office."""
        grup = "Kepegawaian"
        for teks, ikon, rute, izin, urut, hitung in (
            ("Cuti saya", "sun", "cuti_saya", "ajukan_cuti", 61, ""),
            (
                "Cuti menunggu Anda",
                "inbox-arrow-down",
                "cuti_antrean",
                "pertimbangkan_cuti",
                62,
                "kepegawaian.queries.cuti.menunggu",
            ),
            ("Daftar cuti", "calendar", "cuti_daftar", "lihat_cuti_unit", 63, ""),
            ("Aturan cuti", "scale", "aturan_cuti_daftar", "view_aturancuti", 64, ""),
        ):
            registry.daftarkan_menu(
                grup, teks, ikon, f"kepegawaian:{rute}", izin=f"kepegawaian.{izin}", urut=urut, hitung=hitung
            )
        registry.daftarkan_kartu(
            "kepegawaian.cuti",
            "kepegawaian.queries.cuti.kartu_cuti",
            "kepegawaian/kartu_cuti.html",
            izin="kepegawaian.pertimbangkan_cuti",
            urut=7,
        )
        registry.daftarkan_dokumen(
            "kepegawaian.cuti", "Formulir cuti", "kepegawaian.documents.cuti.gambar", tata_letak="cuti-1"
        )
        for jenis, fungsi, sebutan in (("cuti", "ekspor_cuti", "Cuti"), ("saldo-cuti", "ekspor_saldo", "Saldo cuti")):
            registry.daftarkan_ekspor(
                jenis, f"kepegawaian.sheets.cuti.{fungsi}", izin="kepegawaian.lihat_cuti_unit", sebutan=sebutan
            )
        registry.daftarkan_demo(27, "kepegawaian.demo.cuti.isi")

    @staticmethod
    def _magang(registry: Any) -> None:
        """Interns: menu, desk cards, search, papers, list, demonstration."""
        grup = "Kepegawaian"
        registry.daftarkan_menu(
            grup, "Buku harian saya", "book-open", "kepegawaian:buku", izin="kepegawaian.isi_catatan", urut=8
        )
        registry.daftarkan_menu(
            grup,
            "Peserta magang",
            "academic-cap",
            "kepegawaian:magang_daftar",
            izin="kepegawaian.view_pesertamagang",
            urut=62,
        )
        registry.daftarkan_menu(
            grup,
            "Catatan menunggu paraf",
            "pencil-square",
            "kepegawaian:paraf",
            izin="kepegawaian.paraf_catatanharian",
            urut=63,
            hitung="kepegawaian.queries.magang.menunggu_paraf",
        )
        registry.daftarkan_kartu(
            "kepegawaian.buku",
            "kepegawaian.queries.magang.kartu_saya",
            "kepegawaian/kartu_buku.html",
            izin="kepegawaian.isi_catatan",
            urut=6,
        )
        registry.daftarkan_kartu(
            "kepegawaian.paraf",
            "kepegawaian.queries.magang.kartu_paraf",
            "kepegawaian/kartu_paraf.html",
            izin="kepegawaian.paraf_catatanharian",
            urut=30,
        )
        registry.daftarkan_pencari(
            "kepegawaian.magang",
            "Peserta magang",
            "kepegawaian.queries.magang.cari_umum_magang",
            izin="kepegawaian.view_pesertamagang",
        )
        registry.daftarkan_dokumen(
            "kepegawaian.magang-terima",
            "Surat penerimaan magang",
            "kepegawaian.documents.magang.gambar",
            tata_letak="magang-1",
        )
        registry.daftarkan_dokumen(
            "kepegawaian.magang-sertifikat",
            "Sertifikat magang",
            "kepegawaian.documents.magang_sertifikat.gambar",
            tata_letak="sertifikat-1",
        )
        for jenis, fungsi, izin, sebutan in (
            ("magang", "ekspor_magang", "change_pesertamagang", "Peserta magang"),
            ("magang-sekolah", "ekspor_sekolah", "change_sekolah", "Sekolah asal magang"),
        ):
            registry.daftarkan_ekspor(
                jenis, f"kepegawaian.sheets.magang.{fungsi}", izin=f"kepegawaian.{izin}", sebutan=sebutan
            )
        registry.daftarkan_demo(22, "kepegawaian.demo.magang.isi_magang")


def _tata_letak() -> str:
    from inti.documents import VERSI_TATA_LETAK

    return f"kepegawaian-{VERSI_TATA_LETAK}"
