"""Permissions of letters and archives and the roles that hold them."""

HAK = {
    "arsip.view_suratkeluar": "pimpinan penyelia staf loket magang",
}
