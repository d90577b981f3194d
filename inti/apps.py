"""The kernel: the office itself and the tools that every app uses."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class IntiConfig(AppConfig):
    name = "inti"
    verbose_name = "Inti"

    def ready(self) -> None:
        from inti import checks, registry  # noqa: F401
        from inti.access import selaraskan_hak

        # Django makes each app's permissions after migrating it; the roles follow in the same breath.
        post_migrate.connect(selaraskan_hak, dispatch_uid="inti.selaraskan_hak")
        registry.daftarkan_menu("", "Beranda", "home", "beranda", urut=0)
        registry.daftarkan_menu(
            "",
            "Periksa usulan",
            "queue-list",
            "usulan_antrean",
            izin="inti.setujui_usulan",
            urut=1,
            hitung="inti.queries.usulan.menunggu",
        )
        registry.daftarkan_menu("", "Usulan", "inbox-stack", "usulan_daftar", izin="inti.view_usulan", urut=2)
        registry.daftarkan_menu(
            "Administrasi", "Pengguna", "users", "pengguna_daftar", izin="inti.view_pengguna", urut=91
        )
        registry.daftarkan_menu(
            "Administrasi", "Unit kerja", "building-office-2", "unit_daftar", izin="inti.view_unitkerja", urut=92
        )
        registry.daftarkan_menu(
            "Administrasi", "Tempat arsip", "archive-box", "tempat_daftar", izin="inti.view_tempat", urut=92
        )
        registry.daftarkan_menu(
            "Administrasi", "Instansi", "building-library", "instansi", izin="inti.view_instansi", urut=93
        )
        registry.daftarkan_menu(
            "Administrasi", "Kalender kerja", "calendar-days", "libur_daftar", izin="inti.view_harilibur", urut=90
        )
        registry.daftarkan_demo(11, "inti.demo.kalender.isi")
        registry.daftarkan_menu("Administrasi", "Nomor", "hashtag", "seri_daftar", izin="inti.view_serinomor", urut=94)
        registry.daftarkan_menu(
            "Administrasi", "Tugas latar", "cog-6-tooth", "tugas_daftar", izin="inti.view_tugas", urut=95
        )
        registry.daftarkan_menu(
            "Administrasi", "Jejak baca", "eye", "jejak_daftar", izin="inti.view_jejakbaca", urut=96
        )
        registry.daftarkan_menu(
            "Administrasi", "Pemeriksaan sistem", "shield-check", "periksa_sistem", izin="inti.periksa_sistem", urut=97
        )
        registry.daftarkan_importir("wilayah", "inti.sheets.impor_wilayah.ImporWilayah", izin="inti.impor_wilayah")
        registry.daftarkan_demo(10, "inti.demo.isi")
        registry.daftarkan_tugas("impor-periksa", "inti.jobs.impor.periksa")
        registry.daftarkan_tugas("impor-simpan", "inti.jobs.impor.simpan")
        registry.daftarkan_tugas("segel", "inti.jobs.sistem.segel")
        registry.daftarkan_tugas("periksa", "inti.jobs.sistem.periksa")
        _daftarkan_segel_dan_periksa()
        _daftarkan_privasi()
        registry.daftarkan_kartu(
            "inti.sistem", "inti.queries.sistem.kartu_sistem", "inti/kartu_sistem.html", izin="inti.view_tugas", urut=1
        )
        for kode, izin in (("pemeriksa", "inti.setujui_usulan"), ("pengusul", "inti.tarik_usulan")):
            registry.daftarkan_kartu(
                f"inti.usulan-{kode}", f"inti.queries.usulan.kartu_{kode}", "inti/kartu_usulan.html", izin=izin, urut=3
            )
        for jenis, fungsi, izin, sebutan in (
            ("pengguna", "ekspor_pengguna", "inti.change_pengguna", "Pengguna"),
            ("unit-kerja", "ekspor_unit", "inti.view_unitkerja", "Unit kerja"),
            ("jejak-baca", "ekspor_jejak", "inti.view_jejakbaca", "Jejak baca"),
            ("nomor", "ekspor_nomor", "inti.view_serinomor", "Nomor"),
            ("usulan", "ekspor_usulan", "inti.view_usulan", "Usulan"),
            ("tempat", "ekspor_tempat", "inti.view_tempat", "Tempat arsip"),
            ("hari-libur", "ekspor_libur", "inti.view_harilibur", "Hari libur"),
        ):
            registry.daftarkan_ekspor(jenis, f"inti.sheets.ekspor.{fungsi}", izin=izin, sebutan=sebutan)


def _daftarkan_segel_dan_periksa() -> None:
    """What is sealed besides the history tables (columns that nothing alters later), and what `periksa` looks at."""
    from inti import registry

    for label, kolom in (
        ("Perubahan", "layanan argumen oleh_id waktu sebab kunci objek hasil_label hasil_id mengembalikan_id"),
        ("JejakBaca", "jenis oleh_id waktu objek_label objek_id keterangan alamat"),
        (
            "BatchImpor",
            "jenis nama_berkas sha256 lembar oleh_id waktu dibaca baru berubah sama ditolak status laporan",
        ),
        ("NilaiLama", "batch_id model objek_id sebelum"),
        ("Nomor", "seri_id urut sisipan teks oleh_id waktu"),
        (
            "Dokumen",
            "kode jenis judul nomor tanggal berlaku_sampai penandatangan snapshot_sha256 tata_letak berkas_id sha256 "
            "objek_label objek_id oleh_id waktu",
        ),
        ("Cetakan", "dokumen_id ke oleh_id waktu alasan"),
        ("BerkasTersimpan", "nama_asli jenis_isi ukuran sha256 oleh_id waktu"),
    ):
        registry.daftarkan_segel(f"inti.{label}", kolom)
    for kode, fungsi, sebutan in (
        ("nomor", "nomor.periksa", "Nomor tanpa bolong dan ganda"),
        ("riwayat", "riwayat.periksa", "Baris sama dengan riwayat terakhirnya"),
        ("kunci", "kunci.periksa", "Tidak ada kunci yatim"),
        ("aturan", "aturan.periksa", "Aturan bertanggal tanpa tindih"),
        ("impor", "kerja.impor", "Jumlah pada impor"),
        ("tugas", "kerja.tugas", "Tugas latar tidak macet"),
        ("berkas", "berkas.periksa", "Berkas dan dokumen utuh"),
        ("segel", "segel.periksa", "Segel riwayat utuh"),
    ):
        registry.daftarkan_periksa(kode, f"inti.periksa.{fungsi}", sebutan)


def _daftarkan_privasi() -> None:
    """Personal data: requests, incidents, alarms; and the merging of sheets."""
    from inti import registry

    kelompok = "Administrasi"
    for teks, ikon, rute, izin, urut in (
        ("Permintaan data", "finger-print", "privasi_daftar", "inti.view_permintaansubjek", 86),
        ("Insiden data", "shield-exclamation", "insiden_daftar", "inti.view_insiden", 87),
        ("Alarm pembacaan", "bell-alert", "alarm_daftar", "inti.view_alarmbaca", 88),
        ("Gabung lembar", "square-3-stack-3d", "gabung_lembar", "inti.gabung_lembar", 89),
    ):
        registry.daftarkan_menu(kelompok, teks, ikon, rute, izin=izin, urut=urut)
    registry.daftarkan_tugas("gabung-lembar", "inti.jobs.gabung.gabung")
    registry.daftarkan_kartu(
        "inti.privasi",
        "inti.queries.privasi.kartu_privasi",
        "inti/kartu_privasi.html",
        izin="inti.jawab_permintaansubjek",
        urut=6,
    )
    registry.daftarkan_demo(90, "inti.demo.privasi.isi_privasi")
    for jenis, fungsi, izin, sebutan in (
        ("permintaan-data-pribadi", "ekspor_permintaan_data", "inti.jawab_permintaansubjek", "Permintaan data pribadi"),
        ("insiden-data-pribadi", "ekspor_insiden", "inti.view_insiden", "Insiden data pribadi"),
        ("alarm-pembacaan", "ekspor_alarm", "inti.view_alarmbaca", "Alarm pembacaan"),
    ):
        registry.daftarkan_ekspor(jenis, f"inti.sheets.ekspor.{fungsi}", izin=izin, sebutan=sebutan)
