"""Staff files. In this state: who works here, with which rank and post, and who may sign."""

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
