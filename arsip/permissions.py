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
}
