"""Letters and archives. In this state: the book of outgoing letters, fed by the apps that issue them."""

from django.apps import AppConfig


class ArsipConfig(AppConfig):
    name = "arsip"
    verbose_name = "Arsip surat"

    def ready(self) -> None:
        from inti import registry

        registry.daftarkan_menu(
            "Arsip surat",
            "Surat keluar",
            "paper-airplane",
            "arsip:suratkeluar_daftar",
            izin="arsip.view_suratkeluar",
            urut=50,
        )
        registry.daftarkan_ekspor(
            "surat-keluar", "arsip.sheets.ekspor_surat_keluar", izin="arsip.view_suratkeluar", sebutan="Surat keluar"
        )
        registry.daftarkan_periksa("surat-keluar", "arsip.periksa.surat_keluar", "Buku surat keluar")
        registry.daftarkan_penerbit_surat("arsip.services.surat_keluar_terbitkan")
