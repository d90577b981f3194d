"""What stands in the waiting room: counters, and devices that take tickets or call them. Each belongs to a unit."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from dtks.models import Layar, Meja
from dtks.services import antrean as services
from inti.pages import Bagian, Rincian
from inti.pages.sumber import K, Sumber, Verba
from inti.permintaan import Permintaan


class MejaSumber(Sumber):
    model, jalur, judul = Meja, "antrean/meja/", "Loket antrean"
    kolom = (K("nama", "Loket", utama=True, urut=True), K("unit", kelas="hp-penuh"))
    isian = ("nama", "unit")
    daftar = {"kosong": ("Belum ada loket", "Tambahkan loket agar petugas dapat memanggil antrean.")}


class _DenganAlamat(Rincian):
    def isi(self, request: Permintaan, objek: Layar, bagian: str) -> dict[str, Any]:
        """The address to open on the device."""
        return {"alamat": request.build_absolute_uri(reverse("dtks_antrean:layar", args=[objek.kode]))}


class LayarSumber(Sumber):
    model, jalur, judul = Layar, "antrean/layar/", "Layar antrean"
    kolom = (K("nama", "Layar", utama=True, urut=True), K("jenis", kelas="hp-penuh"), K("unit", kelas="hp-tidak"))
    isian = ("nama", "jenis", "unit")
    daftar = {"kosong": ("Belum ada layar", "Tambahkan mesin tiket dan papan panggilan untuk ruang tunggu.")}
    rincian = {"bagian": (Bagian("ringkasan", "Ringkasan", "dtks/layar_ringkasan.html"),)}
    halaman = {Rincian: _DenganAlamat}
    verba = (
        Verba(
            services.layar_ganti_kode,
            "Ganti alamat",
            "dtks.change_layar",
            "Alamat lama tidak berlaku lagi.",
            "arrow-path",
            kata="ganti",
            tanya=True,
            bahaya=True,
        ),
    )
