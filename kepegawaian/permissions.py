"""Permissions of the staff files and the roles that hold them.

`personalia` is held beside another role: the personnel desk, which keeps the files of the whole office.
"""

FAKTA = (
    "statuspegawai",
    "pangkatpegawai",
    "jabatanpegawai",
    "gajiberkala",
    "pendidikanpegawai",
    "diklatpegawai",
    "penghargaanpegawai",
    "hukumanpegawai",
    "berkaspegawai",
)

HAK = {
    "kepegawaian.view_pegawai": "pimpinan penyelia staf personalia magang",
    "kepegawaian.lihat_pribadi": "pimpinan penyelia personalia",
    "kepegawaian.kelola_kantor": "personalia",
    "kepegawaian.add_pegawai": "personalia",
    "kepegawaian.change_pegawai": "personalia penyelia",
    "kepegawaian.usul_change_pegawai": "magang",
    "kepegawaian.delete_pegawai": "personalia",
    "kepegawaian.lihat_diri": "pimpinan penyelia staf loket konselor personalia",
    "kepegawaian.ubah_diri": "personalia penyelia",
    "kepegawaian.usul_ubah_diri": "pimpinan staf loket konselor",
    "kepegawaian.lihat_rekap_pegawai": "pimpinan penyelia personalia",
    "kepegawaian.terbitkan_surat_pegawai": "personalia pimpinan",
    **{f"kepegawaian.view_{f}": "pimpinan penyelia staf loket konselor personalia" for f in FAKTA},
    "kepegawaian.view_suratpegawai": "pimpinan penyelia personalia",
    "kepegawaian.add_berkaspegawai": "personalia penyelia",
    "kepegawaian.change_berkaspegawai": "personalia penyelia",
    "kepegawaian.delete_berkaspegawai": "personalia",
    "kepegawaian.unggah_massal_berkaspegawai": "personalia",
    "kepegawaian.impor_pegawai": "personalia",
    "kepegawaian.ekspor_pegawai": "personalia pimpinan",
    "kepegawaian.view_aturankepegawaian": "admin pimpinan penyelia personalia",
    "kepegawaian.add_aturankepegawaian": "admin personalia",
    "kepegawaian.change_aturankepegawaian": "admin personalia",
    "kepegawaian.delete_aturankepegawaian": "admin personalia",
    "kepegawaian.view_formasi": "pimpinan penyelia personalia",
    "kepegawaian.add_formasi": "personalia",
    "kepegawaian.change_formasi": "personalia",
    "kepegawaian.delete_formasi": "personalia",
    "kepegawaian.view_kategoriberkas": "admin pimpinan penyelia personalia",
    "kepegawaian.add_kategoriberkas": "admin personalia",
    "kepegawaian.change_kategoriberkas": "admin personalia",
    "kepegawaian.delete_kategoriberkas": "admin personalia",
    "kepegawaian.view_atasankhusus": "pimpinan penyelia personalia",
    "kepegawaian.add_atasankhusus": "personalia",
    "kepegawaian.change_atasankhusus": "personalia",
}
