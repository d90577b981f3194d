"""Coming in and going out, and the user's own account."""

from inti.views.akun.faktor import faktor, faktor_lepas, faktor_pemulihan
from inti.views.akun.masuk import Masuk, keluar, masuk_kode
from inti.views.akun.saya import akun, sandi, sesi_keluarkan, sesi_keluarkan_lain, tema, tombol
from inti.views.akun.terkunci import masuk_berkode

__all__ = [
    "Masuk",
    "akun",
    "faktor",
    "faktor_lepas",
    "faktor_pemulihan",
    "keluar",
    "masuk_berkode",
    "masuk_kode",
    "sandi",
    "sesi_keluarkan",
    "sesi_keluarkan_lain",
    "tema",
    "tombol",
]
