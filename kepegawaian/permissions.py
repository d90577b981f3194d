"""Permissions of the staff files and the roles that hold them."""

HAK = {
    "kepegawaian.view_pegawai": "pimpinan penyelia staf",
    "kepegawaian.add_pegawai": "penyelia",
    "kepegawaian.change_pegawai": "penyelia",
    "kepegawaian.delete_pegawai": "penyelia",
    "kepegawaian.ajukan_cuti": "pimpinan penyelia staf loket konselor",
    "kepegawaian.view_pengajuancuti": "pimpinan penyelia staf loket konselor",
    "kepegawaian.lihat_cuti_unit": "pimpinan penyelia",
    "kepegawaian.pertimbangkan_cuti": "pimpinan penyelia",
    "kepegawaian.putuskan_cuti": "pimpinan penyelia",
    "kepegawaian.tarik_cuti": "pimpinan",
    "kepegawaian.add_saldoawalcuti": "penyelia",
    "kepegawaian.change_saldoawalcuti": "penyelia",
    "kepegawaian.view_aturancuti": "admin pimpinan penyelia staf loket",
    "kepegawaian.add_aturancuti": "admin penyelia",
    "kepegawaian.change_aturancuti": "admin penyelia",
    "kepegawaian.delete_aturancuti": "admin penyelia",
}
