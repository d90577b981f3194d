"""Pages on personal data and the merging of sheets, under /kantor/."""

from django.urls import path

from inti.views import alarm, gabung, insiden, privasi

urlpatterns = [
    path("kantor/privasi/", privasi.PermintaanDaftar.as_view(), name="privasi_daftar"),
    path("kantor/privasi/baru/", privasi.PermintaanTambah.as_view(), name="privasi_tambah"),
    path("kantor/privasi/<int:pk>/", privasi.PermintaanRincian.as_view(), name="privasi"),
    path("kantor/privasi/<int:pk>/jawab/", privasi.permintaan_jawab, name="privasi_jawab"),
    path("kantor/privasi/<int:pk>/tolak/", privasi.permintaan_tolak, name="privasi_tolak"),
    path("kantor/privasi/<int:pk>/batasi/", privasi.permintaan_batasi, name="privasi_batasi"),
    path("kantor/privasi/<int:pk>/cabut/", privasi.permintaan_cabut, name="privasi_cabut"),
    path("kantor/privasi/<int:pk>/salinan/<slug:jenis>/", privasi.permintaan_salinan, name="privasi_salinan"),
    path("kantor/privasi/<int:pk>/<slug:bagian>/", privasi.PermintaanRincian.as_view(), name="privasi_bagian"),
    path("kantor/insiden/", insiden.InsidenDaftar.as_view(), name="insiden_daftar"),
    path("kantor/insiden/baru/", insiden.InsidenTambah.as_view(), name="insiden_tambah"),
    path("kantor/insiden/<int:pk>/", insiden.InsidenRincian.as_view(), name="insiden"),
    path("kantor/insiden/<int:pk>/ubah/", insiden.InsidenUbah.as_view(), name="insiden_ubah"),
    path("kantor/insiden/<int:pk>/lapor/", insiden.insiden_lapor, name="insiden_lapor"),
    path("kantor/insiden/<int:pk>/tutup/", insiden.insiden_tutup, name="insiden_tutup"),
    path("kantor/insiden/<int:pk>/surat/<slug:jenis>/", insiden.insiden_surat, name="insiden_surat"),
    path("kantor/insiden/<int:pk>/<slug:bagian>/", insiden.InsidenRincian.as_view(), name="insiden_bagian"),
    path("kantor/alarm/", alarm.AlarmDaftar.as_view(), name="alarm_daftar"),
    path("kantor/alarm/<int:pk>/", alarm.AlarmRincian.as_view(), name="alarm"),
    path("kantor/alarm/<int:pk>/ditinjau/", alarm.alarm_ditinjau, name="alarm_tinjau"),
    path("kantor/alarm/<int:pk>/<slug:bagian>/", alarm.AlarmRincian.as_view(), name="alarm_bagian"),
    path("kantor/gabung-lembar/", gabung.gabung_lembar, name="gabung_lembar"),
    path("kantor/gabung-lembar/<uuid:pk>/", gabung.gabung_hasil, name="gabung_hasil"),
    path("kantor/gabung-lembar/<uuid:pk>/unduh/", gabung.gabung_unduh, name="gabung_unduh"),
]
