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
    **dict.fromkeys(
        ("arsip.view_jadwalretensi", "arsip.view_jenisarsip", "arsip.view_parameterarsip"),
        "pimpinan penyelia staf arsiparis",
    ),
    **dict.fromkeys(
        (
            "arsip.add_jadwalretensi",
            "arsip.change_jadwalretensi",
            "arsip.impor_jra",
            "arsip.add_jenisarsip",
            "arsip.change_jenisarsip",
            "arsip.add_parameterarsip",
            "arsip.change_parameterarsip",
            "arsip.usulkan_pemusnahan",
            "arsip.laksanakan_pemusnahan",
        ),
        "arsiparis",
    ),
    "arsip.view_berkasarsip": "pimpinan penyelia staf magang arsiparis",
    "arsip.lihat_tertutup": "pimpinan",
    **dict.fromkeys(
        (
            "arsip.add_berkasarsip",
            "arsip.change_berkasarsip",
            "arsip.tempatkan_berkasarsip",
            "arsip.kelola_boks",
            "arsip.pinjamkan_arsip",
            "arsip.catat_opname",
            "arsip.nilai_pemusnahan",
        ),
        "penyelia arsiparis",
    ),
    **dict.fromkeys(
        ("arsip.usul_add_berkasarsip", "arsip.usul_change_berkasarsip", "arsip.usul_tempatkan_berkasarsip"), "magang"
    ),
    "arsip.tahan_berkasarsip": "pimpinan penyelia arsiparis",
    "arsip.view_boks": "pimpinan penyelia staf magang arsiparis",
    "arsip.view_peminjaman": "pimpinan penyelia staf arsiparis",
    "arsip.minta_pinjam": "pimpinan penyelia staf arsiparis",
    "arsip.view_opname": "pimpinan penyelia arsiparis",
    "arsip.view_pemusnahan": "pimpinan penyelia arsiparis",
    "arsip.setujui_pemusnahan": "pimpinan",
}
