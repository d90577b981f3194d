"""Letters and archives: the classification, letters in and out, records, retention."""

from typing import Any

from django.apps import AppConfig

GRUP = "Arsip surat"
NASKAH = "arsip.queries.naskah"
MENU_KELUAR = (
    ("Naskah menunggu Anda", "pencil-square", "naskah_antrean", "setujui_naskah", 48, f"{NASKAH}.menunggu"),
    ("Konsep surat", "document-text", "naskah_daftar", "view_naskah", 49, ""),
    ("Menunggu nomor", "hashtag", "naskah_siap", "nomori_naskah", 49, f"{NASKAH}.siap_dinomori"),
    ("Surat keluar", "paper-airplane", "suratkeluar_daftar", "view_suratkeluar", 50, ""),
    ("Templat surat", "document-duplicate", "templatsurat_daftar", "view_templatsurat", 55, ""),
)
EKSPOR_KELUAR = (
    ("surat-keluar", "ekspor_surat_keluar", "view_suratkeluar", "Surat keluar"),
    ("srikandi-keluar", "ekspor_srikandi", "view_suratkeluar", "Surat keluar untuk SRIKANDI"),
    ("konsep-surat", "ekspor_naskah", "view_naskah", "Konsep surat"),
    ("surat-massal", "ekspor_massal", "view_suratmassal", "Surat massal"),
    ("ekspedisi", "ekspor_ekspedisi", "view_suratkeluar", "Buku ekspedisi"),
    ("templat-surat", "ekspor_templat", "view_templatsurat", "Templat surat"),
    ("pola-nomor", "ekspor_pola", "view_polanomor", "Pola nomor"),
)


class ArsipConfig(AppConfig):
    name = "arsip"
    verbose_name = "Arsip surat"

    def ready(self) -> None:
        from inti import registry

        self._keluar(registry)
        registry.daftarkan_menu(
            GRUP, "Klasifikasi", "tag", "arsip:klasifikasi_daftar", izin="arsip.view_klasifikasi", urut=56
        )
        registry.daftarkan_ekspor(
            "klasifikasi", "arsip.sheets.klasifikasi.ekspor_klasifikasi", izin="arsip.view_klasifikasi",
            sebutan="Klasifikasi arsip",
        )  # fmt: skip
        registry.daftarkan_ekspor(
            "versi-klasifikasi", "arsip.sheets.klasifikasi.ekspor_versi", izin="arsip.view_klasifikasi",
            sebutan="Versi klasifikasi",
        )  # fmt: skip
        registry.daftarkan_importir(
            "klasifikasi", "arsip.sheets.klasifikasi.ImporKlasifikasi", izin="arsip.impor_klasifikasi"
        )
        registry.daftarkan_periksa("surat-keluar", "arsip.periksa.keluar.surat_keluar", "Buku surat keluar")
        registry.daftarkan_penerbit_surat("arsip.services.surat_keluar_terbitkan")
        registry.daftarkan_demo(15, "arsip.demo.klasifikasi.isi_klasifikasi")
        self._cari(registry)
        self._rekam(registry)
        self._masuk(registry)

    @staticmethod
    def _keluar(registry: Any) -> None:
        """Letters out: menu, desk card, search, documents, jobs, exports, demonstration."""
        for teks, ikon, rute, izin, urut, hitung in MENU_KELUAR:
            registry.daftarkan_menu(GRUP, teks, ikon, f"arsip:{rute}", izin=f"arsip.{izin}", urut=urut, hitung=hitung)
        for jenis, fungsi, izin, sebutan in EKSPOR_KELUAR:
            registry.daftarkan_ekspor(jenis, f"arsip.sheets.keluar.{fungsi}", izin=f"arsip.{izin}", sebutan=sebutan)
        registry.daftarkan_kartu(
            "arsip.naskah",
            "arsip.queries.kartu.kartu_naskah",
            "arsip/kartu_naskah.html",
            izin="arsip.view_naskah",
            urut=12,
        )
        registry.daftarkan_dokumen(
            "arsip.surat", "Surat keluar", "arsip.documents.naskah.gambar", tata_letak=_tata_letak()
        )
        registry.daftarkan_tugas("surat-massal", "arsip.jobs.massal.surat_massal")
        registry.daftarkan_demo(16, "arsip.demo.templat.isi_templat")
        registry.daftarkan_demo(35, "arsip.demo.keluar.isi_keluar")

    @staticmethod
    def _masuk(registry: Any) -> None:
        """Letters in and dispositions: menu, desk cards, search, sheets, reminders, checks, demonstration."""
        for teks, ikon, rute, izin, urut, hitung in (
            ("Surat menunggu disposisi", "inbox-arrow-down", "disposisi_antrean", "disposisikan_suratmasuk", 46,
             "arsip.queries.disposisi.menunggu"),
            ("Disposisi untuk saya", "clipboard-document-check", "disposisi_saya", "view_disposisi", 47,
             "arsip.queries.disposisi.untuk_saya"),
            ("Surat masuk", "inbox", "suratmasuk_daftar", "view_suratmasuk", 48, ""),
            ("Semua disposisi", "share", "disposisi_daftar", "view_disposisi", 49, ""),
        ):  # fmt: skip
            registry.daftarkan_menu(GRUP, teks, ikon, f"arsip:{rute}", izin=f"arsip.{izin}", urut=urut, hitung=hitung)
        for kode, isi, izin, urut in (
            ("antrean", "kartu_antrean", "disposisikan_suratmasuk", 4),
            ("disposisi", "kartu_saya", "view_disposisi", 5),
        ):
            registry.daftarkan_kartu(
                f"arsip.{kode}",
                f"arsip.queries.disposisi.{isi}",
                f"arsip/kartu_{kode}.html",
                izin=f"arsip.{izin}",
                urut=urut,
            )
        registry.daftarkan_pencari(
            "arsip.masuk", "Surat masuk", "arsip.queries.masuk.cari_surat_masuk", izin="arsip.view_suratmasuk"
        )
        for jenis, fungsi, izin, sebutan in (
            ("surat-masuk", "ekspor_surat_masuk", "ekspor_suratmasuk", "Surat masuk"),
            ("srikandi-masuk", "ekspor_srikandi", "kelola_kantor", "Surat masuk untuk SRIKANDI"),
            ("disposisi", "ekspor_disposisi", "ekspor_suratmasuk", "Disposisi"),
        ):
            registry.daftarkan_ekspor(jenis, f"arsip.sheets.masuk.{fungsi}", izin=f"arsip.{izin}", sebutan=sebutan)
        registry.daftarkan_importir("surat-masuk", "arsip.sheets.masuk.ImporSuratMasuk", izin="arsip.impor_suratmasuk")
        registry.daftarkan_harian("arsip.services.disposisi.disposisi_ingatkan")
        registry.daftarkan_periksa(
            "surat-masuk", "arsip.periksa.masuk.surat_masuk", "Surat masuk sesuai nomor dan disposisinya"
        )
        registry.daftarkan_demo(40, "arsip.demo.masuk.isi_masuk")

    @staticmethod
    def _rekam(registry: Any) -> None:
        """Records: menu, desk card, search, papers, import, exports, checks, the day's work, demonstration."""
        from arsip.documents.pemusnahan import TATA_LETAK as MUSNAH
        from arsip.documents.pinjam import TATA_LETAK as PINJAM

        for teks, ikon, rute, izin, urut in (
            ("Berkas arsip", "archive-box", "berkas_daftar", "view_berkasarsip", 52),
            ("Boks", "inbox-stack", "boks_daftar", "view_boks", 53),
            ("Peminjaman", "arrows-right-left", "pinjam_daftar", "view_peminjaman", 53),
            ("Jatuh tempo retensi", "clock", "jatuh_tempo", "view_pemusnahan", 54),
            ("Pemusnahan", "fire", "pemusnahan_daftar", "view_pemusnahan", 54),
            ("Opname", "clipboard-document-check", "opname_daftar", "view_opname", 55),
            ("Jadwal retensi", "calendar-days", "jadwalretensi_daftar", "view_jadwalretensi", 57),
        ):
            registry.daftarkan_menu(GRUP, teks, ikon, f"arsip:{rute}", izin=f"arsip.{izin}", urut=urut)
        for jenis, fungsi, izin, sebutan in (
            ("jadwal-retensi", "ekspor_jadwal", "view_jadwalretensi", "Jadwal retensi arsip"),
            ("jenis-arsip", "ekspor_jenis", "view_jenisarsip", "Jenis arsip"),
            ("parameter-arsip", "ekspor_parameter", "view_parameterarsip", "Parameter arsip"),
            ("berkas-arsip", "ekspor_berkas", "view_berkasarsip", "Berkas arsip"),
            ("arsip-belum-ditempatkan", "ekspor_belum", "view_berkasarsip", "Arsip belum ditempatkan"),
            ("surat-belum-diarsipkan", "ekspor_surat_belum", "view_berkasarsip", "Surat belum diarsipkan"),
            ("pindah-inaktif", "ekspor_inaktif", "view_berkasarsip", "Arsip pindah ke inaktif"),
            ("jatuh-tempo-retensi", "ekspor_jatuh", "view_berkasarsip", "Arsip jatuh tempo retensi"),
            ("boks", "ekspor_boks", "view_boks", "Boks arsip"),
            ("peminjaman-arsip", "ekspor_pinjam", "view_peminjaman", "Peminjaman arsip"),
            ("opname-arsip", "ekspor_opname", "view_opname", "Opname arsip"),
            ("temuan-opname", "ekspor_temuan", "view_opname", "Temuan opname"),
            ("pemusnahan-arsip", "ekspor_pemusnahan", "view_pemusnahan", "Pemusnahan arsip"),
        ):
            registry.daftarkan_ekspor(jenis, f"arsip.sheets.rekam.{fungsi}", izin=f"arsip.{izin}", sebutan=sebutan)
        registry.daftarkan_ekspor(
            "jra", "arsip.sheets.jra.ekspor_jra", izin="arsip.view_jadwalretensi", sebutan="JRA dalam bentuk impornya"
        )
        registry.daftarkan_importir("jra", "arsip.sheets.jra.ImporJRA", izin="arsip.impor_jra")
        registry.daftarkan_dokumen(
            "arsip.tagihan", "Surat tagihan arsip", "arsip.documents.pinjam.gambar", tata_letak=PINJAM
        )
        for kode, sebutan in (("usul-musnah", "Daftar arsip usul musnah"), ("ba-musnah", "Berita acara pemusnahan")):
            registry.daftarkan_dokumen(f"arsip.{kode}", sebutan, "arsip.documents.pemusnahan.gambar", tata_letak=MUSNAH)
        registry.daftarkan_pencari(
            "arsip.berkas", "Berkas arsip", "arsip.queries.rekam.cari_berkas", izin="arsip.view_berkasarsip"
        )
        registry.daftarkan_kartu(
            "arsip.rekam", "arsip.queries.rekam.kartu_arsip", "arsip/kartu_arsip.html", izin="arsip.pinjamkan_arsip",
            urut=38,
        )  # fmt: skip
        registry.daftarkan_harian("arsip.services.harian.ingatkan_pinjaman")
        registry.daftarkan_penjaga_tempat("arsip.services.rekam.tempat_terjaga")
        registry.daftarkan_periksa("arsip-rekam", "arsip.periksa.rekam.rekam", "Arsip, boks, peminjaman, pemusnahan")
        registry.daftarkan_demo(45, "arsip.demo.rekam.isi_rekam")

    @staticmethod
    def _cari(registry: Any) -> None:
        """Search in the archive and the PDF tools: menu, the one search box, index, jobs, demonstration."""
        registry.daftarkan_menu(
            GRUP, "Cari arsip", "document-magnifying-glass", "arsip:cari", izin="arsip.cari_indeksarsip", urut=45
        )
        registry.daftarkan_menu(
            GRUP, "Alat PDF", "wrench-screwdriver", "arsip:alat_pdf", izin="arsip.olah_teksberkas", urut=57
        )
        registry.daftarkan_pencari(
            "arsip.isi", "Isi surat dan arsip", "arsip.queries.cari.cari_ringkas", izin="arsip.cari_indeksarsip"
        )
        registry.daftarkan_berkala("arsip.services.indeks.indeks_bila_waktunya")
        registry.daftarkan_tugas("alat-pdf", "arsip.jobs.alat.alat_pdf")
        registry.daftarkan_tugas("kenali-tulisan", "arsip.jobs.alat.kenali_tulisan")
        registry.daftarkan_demo(95, "arsip.demo.cari.isi_indeks")


def _tata_letak() -> str:
    from inti.documents import VERSI_TATA_LETAK

    return f"arsip-{VERSI_TATA_LETAK}"
