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
        self._cuti(registry)

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
                "kepegawaian.queries.cuti.hitung_menunggu",
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
