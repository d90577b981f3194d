"""The office itself: its units and its own row."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inti.access import PUBLIK, boleh, dengan_izin
from inti.forms.kantor import InstansiForm
from inti.models import Instansi
from inti.pages import Aksi, Bagian, Rincian, Ubah, objek_atau_404
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_baca, berkas_miliki
from inti.services.instansi import instansi_simpan, lambang_simpan

DAFTAR_INSTANSI = ("Instansi", "instansi")


class InstansiRincian(Rincian):
    model, permission, judul = Instansi, "inti.view_instansi", "Instansi"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_instansi.html"),)

    def get(self, request: Any, pk: Any = None, bagian: str = "", **_: Any) -> HttpResponse:
        """The one row, or a page that says how to begin."""
        satu = Instansi.objects.untuk(request.user).first()
        if satu is None:
            isi = {"judul": "Instansi", "boleh_ubah": boleh(request.user, "inti.change_instansi")}
            return render(request, "inti/instansi_kosong.html", isi)
        return super().get(request, satu.pk, bagian)

    def aksi(self, request: Permintaan, objek: Any) -> list[Aksi]:
        """Changing it; the route takes no key, since there is one office."""
        ubah = Aksi("Ubah", reverse("instansi_ubah"), "pencil")
        return [ubah] if boleh(request.user, "inti.change_instansi") else []

    def isi(self, request: Permintaan, objek: Instansi, bagian: str) -> dict[str, Any]:
        """Facts of the office by group."""
        kontak = [("Telepon", objek.telepon), ("Laman", objek.laman), ("Pos-el", objek.surel)]
        return {
            "kop": [
                ("Pemerintah", objek.pemerintah),
                ("Nama instansi", objek.nama),
                ("Nama pendek", objek.nama_pendek),
                ("Alamat", f"{objek.alamat} {objek.kode_pos}".strip()),
                ("Kota", objek.kota),
                *kontak,
                ("Jam layanan", objek.jam_layanan),
            ],
            "cetak": [
                ("Kertas surat", objek.get_kertas_display()),
                ("Margin", f"kiri {objek.margin_kiri} mm, kanan {objek.margin_kanan} mm"),
                ("Warna aksen", f"{objek.warna_aksen}; tampilan gelap {objek.warna_aksen_gelap}"),
            ],
        }


class InstansiUbah(Ubah):
    model, form, permission, judul = Instansi, InstansiForm, "inti.change_instansi", "Ubah data instansi"
    daftar, kembali, template = DAFTAR_INSTANSI, "instansi", "inti/instansi_form.html"

    def objek(self, request: Permintaan, pk: Any) -> Any:
        """The one row with the version that the form was opened with; an unsaved one before the first time."""
        satu = Instansi.objects.first()
        return objek_atau_404(request, Instansi, satu.pk) if satu else Instansi()

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Instansi:
        """Store the emblem, then the row, both or neither."""
        isian = dict(form.cleaned_data)
        unggahan, hapus = isian.pop("lambang_baru"), isian.pop("hapus_lambang", False)
        with transaction.atomic():
            if unggahan is not None:
                isian["lambang"] = lambang_simpan(isi=unggahan.read(), nama=unggahan.name, oleh=request.user)
            elif hapus:
                isian["lambang"] = None
            hasil = instansi_simpan(instansi=objek, isian=isian, oleh=request.user)
            if isian.get("lambang") is not None:
                berkas_miliki([isian["lambang"]], label="inti.instansi", pk=hasil.pk)
        return hasil


@dengan_izin(PUBLIK)
def lambang(request: HttpRequest) -> HttpResponse:
    """The office's emblem, for its own pages and the public ones."""
    berkas = Instansi.kini().lambang
    if berkas is None:
        raise Http404
    return HttpResponse(
        berkas_baca(berkas),
        content_type="image/png",
        headers={"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"},
    )
