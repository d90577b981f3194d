"""Letters and archives: the classification, letters in and out, records, retention."""

from django.apps import AppConfig

GRUP = "Arsip surat"


class ArsipConfig(AppConfig):
    name = "arsip"
    verbose_name = "Arsip surat"

    def ready(self) -> None:
        from inti import registry

        registry.daftarkan_menu(
            GRUP, "Surat keluar", "paper-airplane", "arsip:suratkeluar_daftar", izin="arsip.view_suratkeluar", urut=50
        )
        registry.daftarkan_menu(
            GRUP, "Klasifikasi", "tag", "arsip:klasifikasi_daftar", izin="arsip.view_klasifikasi", urut=56
        )
        registry.daftarkan_ekspor(
            "surat-keluar",
            "arsip.sheets.keluar.ekspor_surat_keluar",
            izin="arsip.view_suratkeluar",
            sebutan="Surat keluar",
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
        registry.daftarkan_periksa("surat-keluar", "arsip.periksa.surat_keluar", "Buku surat keluar")
        registry.daftarkan_penerbit_surat("arsip.services.surat_keluar_terbitkan")
        registry.daftarkan_demo(15, "arsip.demo.klasifikasi.isi_klasifikasi")
