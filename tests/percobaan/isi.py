"""What the trial app gives to the house: one of each kind that the walks ask for by themselves."""

from inti.pendaftaran.macam import (
    Aplikasi,
    BagianPeriksa,
    Fakta,
    Isi,
    JenisEkspor,
    JenisTugas,
    Menu,
    Pekerjaan,
    Pencari,
)

ISI = Isi(
    aplikasi=Aplikasi("Percobaan", "Coba", "beaker", "Barang yang dititipkan di meja.", 99),
    ruang="",
    menu=(Menu("Titipan", "archive-box", "bocor", urut=98, hitung=".gerai.menunggu"),),
    pekerjaan=(Pekerjaan("titipan", ".gerai.menunggu", ".gerai.baris", "view_titipan"),),
    fakta=(Fakta("titipan", ".gerai.fakta", "view_titipan"),),
    pencari=(Pencari("titipan", "Titipan", ".gerai.cari", "view_titipan"),),
    ekspor=(JenisEkspor("titipan", ".gerai.ekspor", "view_titipan", "Titipan"),),
    kertas=(".kertas.TandaTerima", ".kertas.Kutipan"),
    tugas=(JenisTugas("titipan-sapu", ".gerai.sapu"),),
    periksa=(BagianPeriksa("titipan", ".gerai.periksa", "Titipan ada pemiliknya"),),
    harian=(".gerai.sapu",),
    hitung=(".gerai.lama_titip",),
)
