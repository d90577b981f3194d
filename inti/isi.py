"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.access import MASUK
from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    Bersegel,
    DariSumber,
    Fakta,
    Isi,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Menu,
    Pekerjaan,
    Tindakan,
)

PRIBADI = "Data pribadi"

ISI = Isi(
    aplikasi=Aplikasi(
        "Administrasi",
        "Kantor",
        "cog-6-tooth",
        "Instansi, unit kerja, akun, kalender, nomor, dan keadaan sistem.",
        90,
        tetap=True,
        kaki=True,
    ),
    ruang="",
    sumber=(
        DariSumber(".sumber.unit.UnitSumber", 92, kelompok="Kantor"),
        DariSumber(".sumber.tempat.TempatSumber", 92, kelompok="Kantor"),
        DariSumber(".sumber.perusahaan.PerusahaanSumber", 92, kelompok="Kantor"),
    ),
    menu=(
        Menu(
            "Periksa usulan", "queue-list", "usulan_antrean", "setujui_usulan", 1, ".queries.usulan.menunggu", "Usulan"
        ),
        Menu("Usulan", "inbox-stack", "usulan_daftar", "view_usulan", 2, kelompok="Usulan"),
        Menu("Aplikasi", "squares-2x2", "aplikasi", "view_aplikasiaktif", 85, kelompok="Kantor", utama=True),
        Menu("Instansi dan unit", "building-library", "instansi", "view_instansi", 86, kelompok="Kantor", utama=True),
        Menu("Akun dan peran", "users", "pengguna_daftar", "view_pengguna", 87, kelompok="Kantor", utama=True),
        Menu("Kalender", "calendar-days", "libur_daftar", "view_harilibur", 88, kelompok="Kantor", utama=True),
        Menu("Nomor", "hashtag", "seri_daftar", "view_serinomor", 89, kelompok="Kantor", utama=True),
        Menu(
            "Pemeriksaan, cadangan",
            "shield-check",
            "periksa_sistem",
            "periksa_sistem",
            90,
            kelompok="Sistem",
            utama=True,
        ),
        Menu("Tugas latar", "cog-6-tooth", "tugas_daftar", "view_tugas", 95, kelompok="Sistem"),
        Menu("Pos keluar", "envelope", "pos_daftar", "view_poskeluar", 95, kelompok="Sistem"),
        Menu("Gabung lembar", "square-3-stack-3d", "gabung_lembar", "gabung_lembar", 96, kelompok="Sistem"),
        Menu("Permintaan data", "finger-print", "privasi_daftar", "view_permintaansubjek", 97, kelompok=PRIBADI),
        Menu("Insiden data", "shield-exclamation", "insiden_daftar", "view_insiden", 97, kelompok=PRIBADI),
        Menu("Alarm pembacaan", "bell-alert", "alarm_daftar", "view_alarmbaca", 98, kelompok=PRIBADI),
        Menu("Jejak baca", "eye", "jejak_daftar", "view_jejakbaca", 99, kelompok=PRIBADI),
    ),
    pekerjaan=(
        Pekerjaan("usulan", ".queries.usulan.menunggu", ".queries.pekerjaan.usulan_baris", "setujui_usulan"),
        Pekerjaan(
            "usulan-kembali",
            ".queries.pekerjaan.usulan_kembali",
            ".queries.pekerjaan.usulan_kembali_baris",
            "tarik_usulan",
        ),
        Pekerjaan(
            "permintaan",
            ".queries.pekerjaan.permintaan",
            ".queries.pekerjaan.permintaan_baris",
            "jawab_permintaansubjek",
        ),
        Pekerjaan("insiden", ".queries.pekerjaan.insiden", ".queries.pekerjaan.insiden_baris", "change_insiden"),
        Pekerjaan("alarm", ".queries.pekerjaan.alarm", ".queries.pekerjaan.alarm_baris", "tinjau_alarmbaca"),
        Pekerjaan(
            "tugas-gagal", ".queries.pekerjaan.tugas_gagal", ".queries.pekerjaan.tugas_gagal_baris", "view_tugas"
        ),
        Pekerjaan("pos", ".queries.pekerjaan.pos", ".queries.pekerjaan.pos_baris", "kirim_poskeluar"),
    ),
    fakta=(
        Fakta("sistem", ".queries.fakta.sistem", "view_tugas", 10),
        Fakta("usulan-saya", ".queries.fakta.usulan_saya", "tarik_usulan", 60),
    ),
    tindakan=(
        Tindakan("Pengguna baru", "user-plus", "pengguna_tambah", "add_pengguna", "akun pegawai buka akun"),
        Tindakan("Hari libur baru", "calendar-days", "libur_tambah", "add_harilibur", "kalender cuti bersama"),
        Tindakan("Isi dari kalender nasional", "calendar-days", "libur_isi", "add_harilibur", "hari libur"),
        Tindakan("Ubah instansi", "building-library", "instansi_ubah", "change_instansi", "kop lambang identitas"),
        Tindakan("Permintaan data baru", "finger-print", "privasi_tambah", "add_permintaansubjek", "data pribadi PDP"),
        Tindakan("Insiden baru", "shield-exclamation", "insiden_tambah", "add_insiden", "kebocoran data pribadi"),
        Tindakan("Gabung lembar", "square-3-stack-3d", "gabung_lembar", "gabung_lembar", "satukan excel"),
        Tindakan("Ganti kata sandi", "key", "akun_sandi", MASUK, "password akun saya"),
    ),
    impor=(
        JenisImpor("wilayah", ".sheets.impor_wilayah.ImporWilayah", "impor_wilayah"),
        JenisImpor("libur", ".sheets.libur.ImporLibur", "change_harilibur"),
    ),
    ekspor=(
        JenisEkspor("alarm-pembacaan", ".sheets.ekspor.ekspor_alarm", "view_alarmbaca", "Alarm pembacaan"),
        JenisEkspor("libur", ".sheets.libur.ekspor_libur", "view_harilibur", "Hari libur"),
        JenisEkspor("insiden-data-pribadi", ".sheets.ekspor.ekspor_insiden", "view_insiden", "Insiden data pribadi"),
        JenisEkspor("jejak-baca", ".sheets.ekspor.ekspor_jejak", "view_jejakbaca", "Jejak baca"),
        JenisEkspor("nomor", ".sheets.ekspor.ekspor_nomor", "view_serinomor", "Nomor"),
        JenisEkspor("pengguna", ".sheets.ekspor.ekspor_pengguna", "change_pengguna", "Pengguna"),
        JenisEkspor(
            "permintaan-data-pribadi",
            ".sheets.ekspor.ekspor_permintaan_data",
            "jawab_permintaansubjek",
            "Permintaan data pribadi",
        ),
        JenisEkspor("usulan", ".sheets.ekspor.ekspor_usulan", "view_usulan", "Usulan"),
    ),
    tugas=(
        JenisTugas("impor-periksa", ".jobs.impor.periksa"),
        JenisTugas("impor-simpan", ".jobs.impor.simpan"),
        JenisTugas("butir-kembalikan", ".jobs.butir.kembalikan"),
        JenisTugas("pos-antar", ".jobs.pos.antar"),
        JenisTugas("segel", ".jobs.sistem.segel"),
        JenisTugas("periksa", ".jobs.sistem.periksa"),
        JenisTugas("gabung-lembar", ".jobs.gabung.gabung"),
    ),
    periksa=(
        BagianPeriksa("nomor", ".periksa.nomor.periksa", "Nomor tanpa bolong dan ganda"),
        BagianPeriksa("riwayat", ".periksa.riwayat.periksa", "Baris sama dengan riwayat terakhirnya"),
        BagianPeriksa("kunci", ".periksa.kunci.periksa", "Tidak ada kunci yatim"),
        BagianPeriksa("aturan", ".periksa.aturan.periksa", "Aturan bertanggal tanpa tindih"),
        BagianPeriksa("impor", ".periksa.kerja.impor", "Jumlah pada impor"),
        BagianPeriksa("tugas", ".periksa.kerja.tugas", "Tugas latar tidak macet"),
        BagianPeriksa("berkas", ".periksa.berkas.periksa", "Berkas dan dokumen utuh"),
        BagianPeriksa("pos", ".periksa.pos.periksa", "Pos keluar tidak macet"),
        BagianPeriksa("alur", ".periksa.alur.periksa", "Perkara di satu tangan"),
        BagianPeriksa("segel", ".periksa.segel.periksa", "Segel riwayat utuh"),
    ),
    segel=(
        Bersegel("Perubahan", "layanan argumen oleh_id waktu sebab kunci objek hasil_label hasil_id mengembalikan_id"),
        Bersegel("JejakBaca", "jenis oleh_id waktu objek_label objek_id keterangan alamat"),
        Bersegel(
            "BatchImpor",
            "jenis nama_berkas sha256 lembar oleh_id waktu dibaca baru berubah sama ditolak status laporan",
        ),
        Bersegel("NilaiLama", "batch_id model objek_id sebelum"),
        Bersegel("Nomor", "seri_id urut sisipan teks oleh_id waktu"),
        Bersegel(
            "Dokumen",
            "kode jenis judul nomor tanggal berlaku_sampai penandatangan snapshot_sha256 tata_letak berkas_id sha256 "
            "objek_label objek_id oleh_id waktu",
        ),
        Bersegel("Cetakan", "dokumen_id ke oleh_id waktu alasan"),
        Bersegel("BerkasTersimpan", "nama_asli jenis_isi ukuran sha256 oleh_id waktu"),
    ),
    berkala=(".services.pos.pos_bila_waktunya",),
    harian=(".services.alur_ingat.alur_harian", ".services.sapu.pos_kosongkan", ".services.survei.survei_token_buang"),
    hitung=(".hitung.dasar.hari_kerja", ".hitung.dasar.tambah_hari_kerja", ".hitung.dasar.terbilang"),
    demo=(
        BagianDemo(10, ".demo.isi"),
        BagianDemo(11, ".demo.kalender.isi"),
        BagianDemo(90, ".demo.privasi.isi_privasi"),
    ),
)
