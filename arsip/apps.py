"""Letters and archives: the classification, letters in and out, records, retention."""

from typing import Any

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
        self._masuk(registry)

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
        registry.daftarkan_berkala("arsip.services.disposisi.ingatkan_bila_waktunya")
        registry.daftarkan_periksa(
            "surat-masuk", "arsip.periksa_masuk.surat_masuk", "Surat masuk sesuai nomor dan disposisinya"
        )
        registry.daftarkan_demo(40, "arsip.demo.masuk.isi_masuk")
