"""What the app gives to the house, as data; see `inti/pendaftaran/macam.py`."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    BagianPeriksa,
    Bersegel,
    DariSumber,
    Isi,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Kartu,
    Menu,
)

ISI = Isi(
    aplikasi=Aplikasi(
        "Administrasi", "Kantor", "cog-6-tooth", "Instansi, unit kerja, akun, kalender, nomor, dan keadaan sistem.", 90
    ),
    ruang="",
    sumber=(
        DariSumber(".sumber.unit.UnitSumber", 92, utama=True),
        DariSumber(".sumber.tempat.TempatSumber", 92),
        DariSumber(".sumber.perusahaan.PerusahaanSumber", 92),
    ),
    menu=(
        Menu("Beranda", "home", "beranda", urut=0, kelompok=""),
        Menu("Periksa usulan", "queue-list", "usulan_antrean", "setujui_usulan", 1, ".queries.usulan.menunggu", ""),
        Menu("Usulan", "inbox-stack", "usulan_daftar", "view_usulan", 2, kelompok=""),
        Menu("Permintaan data", "finger-print", "privasi_daftar", "view_permintaansubjek", 86),
        Menu("Insiden data", "shield-exclamation", "insiden_daftar", "view_insiden", 87),
        Menu("Alarm pembacaan", "bell-alert", "alarm_daftar", "view_alarmbaca", 88),
        Menu("Gabung lembar", "square-3-stack-3d", "gabung_lembar", "gabung_lembar", 89),
        Menu("Kalender kerja", "calendar-days", "libur_daftar", "view_harilibur", 90, utama=True),
        Menu("Pengguna", "users", "pengguna_daftar", "view_pengguna", 91, utama=True),
        Menu("Instansi", "building-library", "instansi", "view_instansi", 93, utama=True),
        Menu("Nomor", "hashtag", "seri_daftar", "view_serinomor", 94, utama=True),
        Menu("Tugas latar", "cog-6-tooth", "tugas_daftar", "view_tugas", 95),
        Menu("Pos keluar", "envelope", "pos_daftar", "view_poskeluar", 95),
        Menu("Jejak baca", "eye", "jejak_daftar", "view_jejakbaca", 96),
        Menu("Pemeriksaan sistem", "shield-check", "periksa_sistem", "periksa_sistem", 97, utama=True),
    ),
    kartu=(
        Kartu("sistem", ".queries.sistem.kartu_sistem", "inti/kartu_sistem.html", "view_tugas", 1),
        Kartu("usulan-pemeriksa", ".queries.usulan.kartu_pemeriksa", "inti/kartu_usulan.html", "setujui_usulan", 3),
        Kartu("usulan-pengusul", ".queries.usulan.kartu_pengusul", "inti/kartu_usulan.html", "tarik_usulan", 3),
        Kartu("privasi", ".queries.privasi.kartu_privasi", "inti/kartu_privasi.html", "jawab_permintaansubjek", 6),
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
        BagianPeriksa("impor", ".periksa.kerja.impor", "Jumlah pada impor"),
        BagianPeriksa("tugas", ".periksa.kerja.tugas", "Tugas latar tidak macet"),
        BagianPeriksa("berkas", ".periksa.berkas.periksa", "Berkas dan dokumen utuh"),
        BagianPeriksa("pos", ".periksa.pos.periksa", "Pos keluar tidak macet"),
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
    harian=(".services.sapu.pos_kosongkan", ".services.survei.survei_token_buang"),
    hitung=(".hitung.dasar.hari_kerja", ".hitung.dasar.tambah_hari_kerja", ".hitung.dasar.terbilang"),
    demo=(
        BagianDemo(10, ".demo.isi"),
        BagianDemo(11, ".demo.kalender.isi"),
        BagianDemo(90, ".demo.privasi.isi_privasi"),
    ),
)
