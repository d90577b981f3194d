"""Permissions of letters and archives and the roles that hold them.

`arsiparis` is held beside another role: the letter desk and the archive of the whole office.
"""

KANTOR = "pimpinan penyelia staf loket konselor arsiparis magang"

HAK = {
    "arsip.view_suratkeluar": "pimpinan penyelia staf loket magang arsiparis",
    "arsip.kirim_suratkeluar": "arsiparis penyelia staf",
    "arsip.batalkan_suratkeluar": "arsiparis penyelia",
    "arsip.view_naskah": "pimpinan penyelia staf magang arsiparis",
    "arsip.add_naskah": "penyelia staf arsiparis",
    "arsip.change_naskah": "penyelia staf arsiparis",
    "arsip.usul_add_naskah": "magang",
    "arsip.usul_change_naskah": "magang",
    "arsip.setujui_naskah": "pimpinan penyelia",
    "arsip.nomori_naskah": "arsiparis penyelia",
    "arsip.view_suratmassal": "pimpinan penyelia staf arsiparis",
    "arsip.add_suratmassal": "penyelia staf arsiparis",
    "arsip.view_templatsurat": "pimpinan penyelia staf magang arsiparis",
    "arsip.add_templatsurat": "arsiparis penyelia",
    "arsip.change_templatsurat": "arsiparis penyelia",
    "arsip.delete_templatsurat": "arsiparis",
    "arsip.view_polanomor": "admin pimpinan penyelia arsiparis",
    "arsip.add_polanomor": "admin arsiparis",
    "arsip.change_polanomor": "admin arsiparis",
    "arsip.kelola_kantor": "arsiparis",
    "arsip.view_klasifikasi": KANTOR,
    "arsip.add_klasifikasi": "arsiparis",
    "arsip.change_klasifikasi": "arsiparis",
    "arsip.delete_klasifikasi": "arsiparis",
    "arsip.impor_klasifikasi": "arsiparis",
    "arsip.add_versiklasifikasi": "arsiparis",
    "arsip.change_versiklasifikasi": "arsiparis",
}
