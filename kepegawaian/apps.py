"""Staff files. In this state: who works here, with which rank and post, and who may sign."""

from typing import Any

from django.apps import AppConfig


class KepegawaianConfig(AppConfig):
    name = "kepegawaian"
    verbose_name = "Kepegawaian"

    def ready(self) -> None:
        from inti import registry

        registry.daftarkan_menu(
            "Kepegawaian",
            "Pegawai",
            "user-group",
            "kepegawaian:pegawai_daftar",
            izin="kepegawaian.view_pegawai",
            urut=60,
        )
        registry.daftarkan_demo(20, "kepegawaian.demo.isi")
        registry.daftarkan_ekspor(
            "pegawai", "kepegawaian.sheets.ekspor.ekspor_pegawai", izin="kepegawaian.view_pegawai", sebutan="Pegawai"
        )
        registry.daftarkan_demo_besar(20, "kepegawaian.demo.isi_besar")
        self._magang(registry)

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
            hitung="kepegawaian.queries.magang.hitung_paraf",
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
