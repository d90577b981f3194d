"""Pages of daily performance, below kinerja/."""

from django.urls import path

from kepegawaian.views import kinerja, kinerja_atasan, kinerja_bulan

rute = [
    path("", kinerja.kinerja_hari, name="kinerja"),
    path("salin/", kinerja.kinerja_salin, name="kinerja_salin"),
    path("target/", kinerja.kinerja_target, name="kinerja_target"),
    path("target/baru/", kinerja.TargetTambah.as_view(), name="target_tambah"),
    path("target/<int:pk>/ubah/", kinerja.TargetUbah.as_view(), name="target_ubah"),
    path("target/<int:pk>/tutup/", kinerja.target_tutup, name="target_tutup"),
    path("kegiatan/", kinerja.KegiatanDaftar.as_view(), name="kegiatan_daftar"),
    path("kegiatan/<int:pk>/", kinerja.KegiatanRincian.as_view(), name="kegiatan"),
    path("kegiatan/<int:pk>/kembalikan/", kinerja_atasan.kegiatan_kembalikan, name="kegiatan_kembalikan"),
    path("kegiatan/<int:pk>/<slug:bagian>/", kinerja.KegiatanRincian.as_view(), name="kegiatan_bagian"),
    path("antrean/", kinerja_atasan.kinerja_antrean, name="kinerja_antrean"),
    path("antrean/setujui/", kinerja_atasan.kegiatan_setujui, name="kegiatan_setujui"),
    path("alihkan/", kinerja_atasan.kinerja_alihkan, name="kinerja_alihkan"),
    path("alihkan/semua/", kinerja_atasan.kinerja_alihkan_semua, name="kinerja_alihkan_semua"),
    path("bulan/", kinerja_bulan.kinerja_bulan_saya, name="kinerja_bulan_saya"),
    path("pegawai/<int:pk>/", kinerja_bulan.kinerja_bulan, name="kinerja_bulan"),
    path("pegawai/<int:pk>/nilai/", kinerja_bulan.kinerja_nilai, name="kinerja_nilai"),
    path("rekap/", kinerja_bulan.kinerja_rekap, name="kinerja_rekap"),
]
