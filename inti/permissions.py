"""Permissions of the kernel and the roles that hold them. The admin runs the system and sees no case."""

HAK = {
    "inti.view_instansi": "admin pimpinan",
    "inti.change_instansi": "admin",
    "inti.view_unitkerja": "admin pimpinan penyelia staf",
    "inti.add_unitkerja": "admin",
    "inti.change_unitkerja": "admin",
    "inti.delete_unitkerja": "admin",
    "inti.view_pengguna": "admin",
    "inti.add_pengguna": "admin",
    "inti.change_pengguna": "admin",
    "inti.view_wilayah": "admin penyelia staf loket",
    "inti.impor_wilayah": "admin",
    "inti.view_serinomor": "admin penyelia pimpinan",
    "inti.batalkan_nomor": "penyelia pimpinan",
    "inti.cadangkan_nomor": "penyelia pimpinan",
    "inti.view_usulan": "pimpinan penyelia magang",
    "inti.setujui_usulan": "penyelia",
    "inti.tarik_usulan": "magang",
    "inti.view_tugas": "admin",
    "inti.periksa_sistem": "admin pimpinan",
    "inti.view_jejakbaca": "admin pimpinan",
}
