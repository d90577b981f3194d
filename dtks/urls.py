"""Pages of the registry and the counter."""

from django.urls import path

from dtks.views import antrean, aturan, bulanan, desa, loket, permohonan, registri, sekaligus, surat

app_name = "dtks"
urlpatterns = [
    path("loket/", loket.loket, name="loket"),
    path("loket/<uuid:pk>/", loket.hasil, name="loket_hasil"),
    path("loket/<uuid:pk>/pilih/", loket.pilih, name="loket_pilih"),
    path("loket/<uuid:pk>/<slug:jenis>/", loket.permohonan_baru, name="permohonan_baru"),
    path("loket/<uuid:pk>/<slug:jenis>/tolak/", loket.tolak_langsung, name="tolak_langsung"),
    path("desa/", desa.desa, name="desa"),
    path("desa/<uuid:pk>/", desa.desa_hasil, name="desa_hasil"),
    path("desa/<uuid:pk>/<slug:jenis>/", desa.desa_ajukan, name="desa_ajukan"),
    path("permohonan/<int:pk>/lengkapi/", desa.desa_lengkapi, name="desa_lengkapi"),
    path("permohonan/", permohonan.PermohonanDaftar.as_view(), name="permohonan_daftar"),
    path("permohonan/<int:pk>/", permohonan.PermohonanRincian.as_view(), name="permohonan"),
    path("permohonan/<int:pk>/terima/", permohonan.permohonan_terima, name="permohonan_terima"),
    path("permohonan/<int:pk>/tolak/", permohonan.permohonan_tolak, name="permohonan_tolak"),
    path("permohonan/<int:pk>/tunda/", permohonan.permohonan_tunda, name="permohonan_tunda"),
    path("permohonan/<int:pk>/lengkapi-id/", permohonan.permohonan_lengkapi_id, name="permohonan_lengkapi_id"),
    path("permohonan/<int:pk>/ubah-berkas/", permohonan.permohonan_ubah_berkas, name="permohonan_ubah_berkas"),
    path("permohonan/<int:pk>/lembar/", permohonan.permohonan_lembar, name="permohonan_lembar"),
    path("permohonan/<int:pk>/<slug:bagian>/", permohonan.PermohonanRincian.as_view(), name="permohonan_bagian"),
    path("antrean/", antrean.antrean, name="antrean"),
    path("antrean/panggil/", antrean.antrean_panggil, name="antrean_panggil"),
    path("antrean/tiket/", antrean.TiketDaftar.as_view(), name="tiket_daftar"),
    path("antrean/tiket/<int:pk>/<slug:verba>/", antrean.tiket_verba, name="tiket_verba"),
    path("antrean/layar/<int:pk>/ganti/", antrean.layar_ganti, name="layar_ganti"),
    path("sekaligus/", sekaligus.SekaligusDaftar.as_view(), name="sekaligus_daftar"),
    path("sekaligus/baru/", sekaligus.sekaligus_baru, name="sekaligus_baru"),
    path("sekaligus/<int:pk>/", sekaligus.sekaligus, name="sekaligus"),
    path("sekaligus/<int:pk>/terima/", sekaligus.sekaligus_terima, name="sekaligus_terima"),
    path("sekaligus/<int:pk>/setujui/", sekaligus.sekaligus_setujui, name="sekaligus_setujui"),
    path("sekaligus/<int:pk>/cetak/", sekaligus.sekaligus_cetak, name="sekaligus_cetak"),
    path("surat/", surat.SuratDaftar.as_view(), name="surat_daftar"),
    path("surat/antrean/", surat.surat_antrean, name="surat_antrean"),
    path("surat/setujui/", surat.surat_setujui_massal, name="surat_setujui_massal"),
    path("surat/cetak/", surat.surat_cetak_massal, name="surat_cetak_massal"),
    path("surat/<int:pk>/", surat.SuratRincian.as_view(), name="surat"),
    path("surat/<int:pk>/setujui/", surat.surat_setujui, name="surat_setujui"),
    path("surat/<int:pk>/kembalikan/", surat.surat_kembalikan, name="surat_kembalikan"),
    path("surat/<int:pk>/cetak/", surat.surat_cetak, name="surat_cetak"),
    path("surat/<int:pk>/cetak-ulang/", surat.surat_cetak_ulang, name="surat_cetak_ulang"),
    path("surat/<int:pk>/serahkan/", surat.surat_serahkan, name="surat_serahkan"),
    path("surat/<int:pk>/batalkan/", surat.surat_batalkan, name="surat_batalkan"),
    path("surat/<int:pk>/<slug:bagian>/", surat.SuratRincian.as_view(), name="surat_bagian"),
    path("bulanan/", bulanan.bulanan, name="bulanan"),
    path("bulanan/cetak/", bulanan.bulanan_cetak, name="bulanan_cetak"),
    path("bulanan/unduh/", bulanan.bulanan_unduh, name="bulanan_unduh"),
    path("individu/", registri.IndividuDaftar.as_view(), name="individu_daftar"),
    path("individu/<int:pk>/", registri.IndividuRincian.as_view(), name="individu"),
    path("individu/<int:pk>/tampilkan/", registri.individu_tampilkan, name="individu_tampilkan"),
    path("tinjauan/", registri.TinjauDaftar.as_view(), name="tinjau_daftar"),
    path("tinjauan/<int:pk>/", registri.tinjau_rincian, name="tinjau"),
    path("impor/", registri.impor, name="impor"),
]
for nama, kelas in {"aturan": "Aturan", "syarat": "Syarat", "periode": "Periode", "jam": "Jam"}.items():
    urlpatterns += [
        path(f"{nama}/", getattr(aturan, f"{kelas}Daftar").as_view(), name=f"{nama}_daftar"),
        path(f"{nama}/baru/", getattr(aturan, f"{kelas}Tambah").as_view(), name=f"{nama}_tambah"),
        path(f"{nama}/sampah/", getattr(aturan, f"{kelas}Pulihkan").as_view(), name=f"{nama}_sampah"),
        path(f"{nama}/<int:pk>/", getattr(aturan, f"{kelas}Rincian").as_view(), name=nama),
        path(f"{nama}/<int:pk>/ubah/", getattr(aturan, f"{kelas}Ubah").as_view(), name=f"{nama}_ubah"),
        path(f"{nama}/<int:pk>/buang/", getattr(aturan, f"{kelas}Buang").as_view(), name=f"{nama}_buang"),
        path(f"{nama}/<int:pk>/<slug:bagian>/", getattr(aturan, f"{kelas}Rincian").as_view(), name=f"{nama}_bagian"),
    ]
for nama in ("meja", "layar"):
    kelas = nama.capitalize()
    urlpatterns += [
        path(f"antrean/{nama}/", getattr(antrean, f"{kelas}Daftar").as_view(), name=f"{nama}_daftar"),
        path(f"antrean/{nama}/baru/", getattr(antrean, f"{kelas}Tambah").as_view(), name=f"{nama}_tambah"),
        path(f"antrean/{nama}/sampah/", getattr(antrean, f"{kelas}Pulihkan").as_view(), name=f"{nama}_sampah"),
        path(f"antrean/{nama}/<int:pk>/", getattr(antrean, f"{kelas}Rincian").as_view(), name=nama),
        path(f"antrean/{nama}/<int:pk>/ubah/", getattr(antrean, f"{kelas}Ubah").as_view(), name=f"{nama}_ubah"),
        path(f"antrean/{nama}/<int:pk>/buang/", getattr(antrean, f"{kelas}Buang").as_view(), name=f"{nama}_buang"),
        path(
            f"antrean/{nama}/<int:pk>/<slug:bagian>/",
            getattr(antrean, f"{kelas}Rincian").as_view(),
            name=f"{nama}_bagian",
        ),
    ]
