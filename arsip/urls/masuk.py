"""Pages of letters in and their dispositions."""

from django.urls import path

from arsip.views import disposisi, instruksi, masuk, masuk_buku

masuk_dan_disposisi = [
    path("surat-masuk/", masuk.SuratMasukDaftar.as_view(), name="suratmasuk_daftar"),
    path("surat-masuk/baru/", masuk.SuratMasukTambah.as_view(), name="suratmasuk_tambah"),
    path("surat-masuk/saran/pengirim/", masuk.suratmasuk_saran_pengirim, name="suratmasuk_saran_pengirim"),
    path("surat-masuk/saran/hal/", masuk.suratmasuk_saran_hal, name="suratmasuk_saran_hal"),
    path("surat-masuk/agenda/", masuk_buku.agenda_masuk, name="agenda_masuk"),
    path("surat-masuk/<int:pk>/", masuk.SuratMasukRincian.as_view(), name="suratmasuk"),
    path("surat-masuk/<int:pk>/ubah/", masuk.SuratMasukUbah.as_view(), name="suratmasuk_ubah"),
    path("surat-masuk/<int:pk>/pindai/", masuk.suratmasuk_pindai, name="suratmasuk_pindai"),
    path("surat-masuk/<int:pk>/batalkan/", masuk.suratmasuk_batalkan, name="suratmasuk_batalkan"),
    path("surat-masuk/<int:pk>/selesaikan/", masuk.suratmasuk_selesaikan, name="suratmasuk_selesaikan"),
    path("surat-masuk/<int:pk>/lewatkan/", disposisi.suratmasuk_lewatkan, name="suratmasuk_lewatkan"),
    path("surat-masuk/<int:pk>/disposisikan/", disposisi.suratmasuk_disposisikan, name="suratmasuk_disposisikan"),
    path("surat-masuk/<int:pk>/lembar/", masuk_buku.suratmasuk_lembar, name="suratmasuk_lembar"),
    path("surat-masuk/<int:pk>/<slug:bagian>/", masuk.SuratMasukRincian.as_view(), name="suratmasuk_bagian"),
    path("disposisi/", disposisi.DisposisiDaftar.as_view(), name="disposisi_daftar"),
    path("disposisi/antrean/", disposisi.disposisi_antrean, name="disposisi_antrean"),
    path("disposisi/saya/", disposisi.disposisi_saya, name="disposisi_saya"),
    path("disposisi/saran/", disposisi.disposisi_saran, name="disposisi_saran"),
    path("disposisi/saran/unit/", disposisi.disposisi_saran_unit, name="disposisi_saran_unit"),
    path("disposisi/instruksi/isi/", instruksi.instruksi_isi, name="instruksidisposisi_isi"),
    path("disposisi/<int:pk>/", disposisi.DisposisiRincian.as_view(), name="disposisi"),
    path("disposisi/<int:pk>/selesai/", disposisi.disposisi_selesai, name="disposisi_selesai"),
    path("disposisi/<int:pk>/teruskan/", disposisi.disposisi_teruskan, name="disposisi_teruskan"),
    path("disposisi/<int:pk>/tarik/", disposisi.disposisi_tarik, name="disposisi_tarik"),
    path("disposisi/<int:pk>/<slug:bagian>/", disposisi.DisposisiRincian.as_view(), name="disposisi_bagian"),
]
