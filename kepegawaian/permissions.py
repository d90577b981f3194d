"""Permissions of the staff files and the roles that hold them."""

HAK = {
    "kepegawaian.view_pegawai": "pimpinan penyelia staf",
    "kepegawaian.add_pegawai": "penyelia",
    "kepegawaian.change_pegawai": "penyelia",
    "kepegawaian.delete_pegawai": "penyelia",
}
