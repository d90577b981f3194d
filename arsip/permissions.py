"""Permissions of letters and archives and the roles that hold them.

`arsiparis` is held beside another role: the letter desk and the archive of the whole office.
"""

KANTOR = "pimpinan penyelia staf loket konselor arsiparis magang"

HAK = {
    "arsip.view_suratkeluar": "pimpinan penyelia staf loket magang arsiparis",
    "arsip.kelola_kantor": "arsiparis",
    "arsip.view_klasifikasi": KANTOR,
    "arsip.add_klasifikasi": "arsiparis",
    "arsip.change_klasifikasi": "arsiparis",
    "arsip.delete_klasifikasi": "arsiparis",
    "arsip.impor_klasifikasi": "arsiparis",
    "arsip.add_versiklasifikasi": "arsiparis",
    "arsip.change_versiklasifikasi": "arsiparis",
    "arsip.view_suratmasuk": KANTOR,
    "arsip.add_suratmasuk": "arsiparis penyelia staf",
    "arsip.usul_add_suratmasuk": "magang",
    "arsip.change_suratmasuk": "arsiparis penyelia staf",
    "arsip.batalkan_suratmasuk": "arsiparis penyelia",
    "arsip.disposisikan_suratmasuk": "pimpinan penyelia",
    "arsip.ekspor_suratmasuk": "pimpinan penyelia staf arsiparis",
    "arsip.impor_suratmasuk": "arsiparis",
    "arsip.view_disposisi": "pimpinan penyelia staf loket konselor arsiparis",
    "arsip.terima_disposisi": "pimpinan penyelia staf loket konselor",
    "arsip.view_instruksidisposisi": "pimpinan penyelia arsiparis",
    "arsip.add_instruksidisposisi": "arsiparis",
    "arsip.change_instruksidisposisi": "arsiparis",
    "arsip.delete_instruksidisposisi": "arsiparis",
}
