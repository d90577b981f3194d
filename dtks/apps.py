"""Social registry and the counter of a Dinas Sosial: check, decide, recommend."""

from typing import Any

from django.apps import AppConfig


class DtksConfig(AppConfig):
    name = "dtks"
    verbose_name = "DTSEN dan loket"

    def ready(self) -> None:
        from inti import registry

        grup = "DTSEN dan loket"
        registry.daftarkan_menu(
            grup, "Loket rekomendasi", "identification", "dtks:loket", izin="dtks.layani_kunjungan", urut=10
        )
        registry.daftarkan_menu(
            grup, "Ajukan permohonan", "home-modern", "dtks:desa", izin="dtks.ajukan_permohonan", urut=10
        )
        registry.daftarkan_menu(
            grup,
            "Permohonan",
            "clipboard-document-list",
            "dtks:permohonan_daftar",
            izin="dtks.view_permohonan",
            urut=11,
            hitung="dtks.queries.desa.menunggu",
        )
        registry.daftarkan_kartu(
            "dtks.desa",
            "dtks.queries.desa.kartu_desa",
            "dtks/kartu_desa.html",
            izin="dtks.ajukan_permohonan",
            urut=4,
        )
        registry.daftarkan_menu(
            grup,
            "Surat menunggu",
            "pencil-square",
            "dtks:surat_antrean",
            izin="dtks.setujui_suratrekomendasi",
            urut=12,
            hitung="dtks.queries.layanan.surat_menunggu",
        )
        registry.daftarkan_menu(
            grup, "Surat rekomendasi", "document-text", "dtks:surat_daftar", izin="dtks.view_suratrekomendasi", urut=13
        )
        registry.daftarkan_menu(
            grup, "Laporan bulanan", "chart-bar", "dtks:bulanan", izin="dtks.lihat_laporan", urut=13
        )
        registry.daftarkan_menu(
            grup, "Data terpadu", "users", "dtks:individu_daftar", izin="dtks.view_individu", urut=14
        )
        registry.daftarkan_menu(
            grup,
            "Tinjauan data",
            "document-magnifying-glass",
            "dtks:tinjau_daftar",
            izin="dtks.view_tinjauganda",
            urut=15,
        )
        registry.daftarkan_menu(grup, "Impor data", "arrow-up-tray", "dtks:impor", izin="dtks.impor_individu", urut=16)
        registry.daftarkan_menu(
            grup,
            "Aturan layanan",
            "adjustments-horizontal",
            "dtks:aturan_daftar",
            izin="dtks.view_aturanlayanan",
            urut=17,
        )
        registry.daftarkan_menu(grup, "Antrean", "megaphone", "dtks:antrean", izin="dtks.panggil_tiket", urut=9)
        registry.daftarkan_ekspor(
            "tiket-antrean", "dtks.sheets.layanan.ekspor_tiket", izin="dtks.view_tiket", sebutan="Tiket antrean"
        )
        registry.daftarkan_menu(
            grup, "Banyak NIK sekaligus", "queue-list", "dtks:sekaligus_daftar", izin="dtks.view_sekaligus", urut=10
        )
        registry.daftarkan_tugas("dtks-sekaligus-terima", "dtks.jobs.sekaligus_terima")
        registry.daftarkan_tugas("dtks-sekaligus-setujui", "dtks.jobs.sekaligus_setujui")
        registry.daftarkan_ekspor(
            "sekaligus",
            "dtks.sheets.layanan.ekspor_sekaligus",
            izin="dtks.ekspor_individu",
            sebutan="Pemeriksaan sekaligus",
        )
        registry.daftarkan_menu(
            grup, "NIK bermasalah", "flag", "dtks:nik_daftar", izin="dtks.view_nikbermasalah", urut=15
        )
        registry.daftarkan_importir(
            "koreksi-nik", "dtks.sheets.koreksi_nik.ImporKoreksiNik", izin="dtks.change_nikbermasalah"
        )
        registry.daftarkan_ekspor(
            "nik-bermasalah", "dtks.sheets.layanan.ekspor_nik", izin="dtks.ekspor_individu", sebutan="NIK bermasalah"
        )
        registry.daftarkan_tugas("dtks-nik-kumpulkan", "dtks.jobs.nik_kumpulkan_semua")
        registry.daftarkan_importir("dtks", "dtks.sheets.ImporDtks", izin="dtks.impor_individu")
        registry.daftarkan_ekspor(
            "dtks", "dtks.sheets.ekspor_dtks", izin="dtks.ekspor_individu", sebutan="Data terpadu"
        )
        registry.daftarkan_kartu(
            "dtks.pejabat",
            "dtks.queries.layanan.kartu_pejabat",
            "dtks/kartu_pejabat.html",
            izin="dtks.setujui_suratrekomendasi",
            urut=5,
        )
        registry.daftarkan_kartu(
            "dtks.loket",
            "dtks.queries.layanan.kartu_loket",
            "dtks/kartu_loket.html",
            izin="dtks.layani_kunjungan",
            urut=10,
        )
        registry.daftarkan_kartu(
            "dtks.grafik",
            "dtks.queries.layanan.kartu_grafik",
            "dtks/kartu_grafik.html",
            izin="dtks.view_suratrekomendasi",
            urut=20,
        )
        registry.daftarkan_pencari(
            "dtks.permohonan",
            "Permohonan dan surat",
            "dtks.queries.layanan.cari_umum_permohonan",
            izin="dtks.view_permohonan",
        )
        registry.daftarkan_pencari(
            "dtks.individu", "Data terpadu", "dtks.queries.layanan.cari_umum_individu", izin="dtks.view_individu"
        )
        registry.daftarkan_dokumen(
            "dtks.surat-rekomendasi", "Surat rekomendasi", "dtks.documents.surat.gambar", tata_letak="surat-1"
        )
        registry.daftarkan_templat_surat("dtks.documents.templat.templat_surat")
        registry.daftarkan_demo(40, "dtks.demo.isi")
        registry.daftarkan_demo(41, "dtks.demo.privasi.isi_privasi")
        self._aturan(registry)
        self._puspaga(registry)
        self._intervensi(registry, grup)
        registry.daftarkan_demo_besar(40, "dtks.demo.isi_besar")
        registry.daftarkan_ekspor(
            "permohonan", "dtks.sheets.layanan.ekspor_permohonan", izin="dtks.ekspor_individu", sebutan="Permohonan"
        )
        registry.daftarkan_ekspor(
            "surat-rekomendasi",
            "dtks.sheets.layanan.ekspor_surat",
            izin="dtks.ekspor_individu",
            sebutan="Surat rekomendasi",
        )
        registry.daftarkan_ekspor(
            "dtks-layanan-bulanan",
            "dtks.sheets.bulanan.ekspor_layanan_bulanan",
            izin="dtks.lihat_laporan",
            sebutan="Layanan per bulan",
        )
        registry.daftarkan_ekspor(
            "dtks-penolakan-bulanan",
            "dtks.sheets.bulanan.ekspor_penolakan_bulanan",
            izin="dtks.lihat_laporan",
            sebutan="Penolakan per bulan",
        )
        registry.daftarkan_subjek(
            "dtks",
            "Data terpadu, permohonan, dan surat",
            "dtks.queries.subjek.cari_subjek",
            "dtks.queries.subjek.salinan_subjek",
            "dtks.services.privasi.individu_batasi",
            "dtks.services.privasi.individu_cabut",
        )
        registry.daftarkan_periksa("dtks-layanan", "dtks.periksa.layanan", "Permohonan dan surat rekomendasi")
        registry.daftarkan_periksa("dtks-registri", "dtks.periksa.registri", "Data terpadu")
        registry.daftarkan_beku("dtks.queries.beku.surat_beku")
        registry.daftarkan_segel(
            "dtks.Pemeriksaan", "cara dicari_samar hasil individu_id calon sumber_data periode_data oleh_id waktu"
        )

    @staticmethod
    def _aturan(registry: Any) -> None:
        """Exports of the rule tables."""
        for jenis, fungsi, izin, sebutan in (
            ("aturan-layanan", "aturan", "aturanlayanan", "Aturan layanan"),
            ("syarat-berkas", "syarat", "syaratberkas", "Syarat berkas permohonan"),
            ("periode-pengajuan", "periode", "periodepengajuan", "Periode pengajuan"),
            ("jam-layanan", "jam", "jamlayanan", "Jam layanan"),
        ):
            registry.daftarkan_ekspor(
                jenis, f"dtks.sumber.aturan.ekspor_{fungsi}", izin=f"dtks.view_{izin}", sebutan=sebutan
            )

    @staticmethod
    def _puspaga(registry: Any) -> None:
        """Counselling: a menu line and a letter. No card, search, count or export: children's data."""
        registry.daftarkan_menu(
            "PUSPAGA",
            "Konseling keluarga",
            "chat-bubble-left-right",
            "dtks:konseling_daftar",
            izin="dtks.view_konseling",
            urut=19,
        )
        registry.daftarkan_dokumen(
            "dtks.puspaga", "Surat hasil konseling", "dtks.documents.puspaga.gambar", tata_letak="puspaga-1"
        )

    @staticmethod
    def _intervensi(registry: Any, grup: str) -> None:
        """Plans against poverty: a menu line and three exports."""
        registry.daftarkan_menu(
            grup,
            "Rencana intervensi",
            "banknotes",
            "dtks:rencana_daftar",
            izin="dtks.view_rencanaintervensi",
            urut=16,
        )
        for jenis, fungsi, sebutan in (
            ("rencana-intervensi", "ekspor_rencana", "Rencana intervensi"),
            ("sasaran-intervensi", "ekspor_sasaran", "Keluarga sasaran intervensi"),
            ("rekap-intervensi", "ekspor_rekap", "Rekap intervensi per desa"),
        ):
            registry.daftarkan_ekspor(
                jenis, f"dtks.sheets.intervensi.{fungsi}", izin="dtks.ekspor_intervensi", sebutan=sebutan
            )
