"""Error pages: what happened, and one way on. They never depend on the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inti.galat import AplikasiMati, DataTetap, VersiBerubah


def _halaman(request: HttpRequest, status: int, ikon: str, judul: str, isi: str, **lain: Any) -> HttpResponse:
    return render(
        request,
        "inti/galat.html",
        {"status": status, "ikon": ikon, "judul_galat": judul, "isi_galat": isi, **lain},
        status=status,
    )


def permintaan_keliru(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself can't be read."""
    return _halaman(
        request, 400, "exclamation-triangle", "Permintaan tidak dapat dibaca", "Muat ulang halaman lalu kirim kembali."
    )


def tanpa_izin(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the task is somebody else's, or of an app that the office doesn't use."""
    if isinstance(exception, AplikasiMati):
        return _halaman(
            request,
            403,
            "no-symbol",
            "Aplikasi ini tidak dipakai kantor Anda",
            "Datanya tetap tersimpan. Administrator dapat menghidupkannya pada Kantor, Aplikasi.",
        )
    return _halaman(
        request,
        403,
        "lock-closed",
        "Anda tidak memiliki izin",
        "Ini tugas peran lain. Bila seharusnya tugas Anda, hubungi administrator.",
    )


def tidak_ditemukan(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: a wrong address or a record outside the user's area, in the same words."""
    return _halaman(
        request,
        404,
        "magnifying-glass",
        "Halaman tidak ditemukan",
        "Alamatnya salah, atau datanya di luar wilayah kerja Anda.",
    )


def cara_lain(request: HttpRequest, cara: Sequence[str]) -> HttpResponse:
    """405: the page is there, but not for this method; `cara` are those that it takes."""
    balasan = _halaman(
        request,
        405,
        "exclamation-triangle",
        "Halaman ini dibuka dengan cara lain",
        "Alamat ini hanya menerima kiriman dari tombol atau formulirnya. Kembali ke Meja, lalu tekan tombolnya.",
    )
    balasan.headers["Allow"] = ", ".join(cara)
    return balasan


def terkunci(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """429: too many tries."""
    return _halaman(
        request,
        429,
        "clock",
        "Terlalu banyak percobaan",
        "Tunggu 15 menit, lalu coba lagi. Bila akun Anda memakai faktor kedua, Anda dapat masuk sekarang dengan kodenya. "
        "Bila lupa kata sandi, hubungi administrator.",
        alamat_objek="/masuk/berkode/",
        teks_objek="Masuk dengan kode",
    )


def galat_sistem(request: HttpRequest) -> HttpResponse:
    """500: our fault; what was being typed may not be saved."""
    return _halaman(
        request,
        500,
        "wrench-screwdriver",
        "Terjadi gangguan sistem",
        "Kejadian ini sudah dicatat. Bila Anda sedang menyimpan, periksa dahulu apakah sudah tersimpan sebelum mengulang.",
    )


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is stale or foreign."""
    return _halaman(
        request,
        403,
        "lock-closed",
        "Formulir kedaluwarsa",
        "Halaman terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi.",
    )


def halaman_data_tetap(request: HttpRequest, galat: DataTetap) -> HttpResponse:
    """409: the record's state allows no editing any more; what was typed is shown, nothing was applied."""
    return _halaman(
        request,
        409,
        "lock-closed",
        "Data tidak dapat diubah lagi",
        galat.kalimat,
        alamat_objek=galat.objek.get_absolute_url() if hasattr(galat.objek, "get_absolute_url") else "",
        teks_objek="Buka datanya",
        isian=_kiriman(request),
    )


def _kiriman(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be copied from the page that did not take it."""
    tanpa = {"csrfmiddlewaretoken", "kunci_kirim", "versi", "lanjut"}
    return [(k, v) for k, v in request.POST.items() if v and k not in tanpa and "sandi" not in k]


def halaman_versi_berubah(request: HttpRequest, galat: VersiBerubah) -> HttpResponse:
    """409: who saved what meanwhile, beside what this user typed. Nothing was applied."""
    from inti.queries.riwayat import sejak_versi

    objek = galat.objek
    kiriman = _kiriman(request)
    return _halaman(
        request,
        409,
        "arrow-path",
        "Data sudah berubah",
        "Isian Anda belum disimpan dan masih tertulis di bawah." if kiriman else "Perintah Anda belum dijalankan.",
        objek=objek,
        alamat_objek=objek.get_absolute_url() if hasattr(objek, "get_absolute_url") else "",
        perubahan=sejak_versi(objek, galat.versi_dibuka),
        isian=kiriman,
        alamat_ulang=request.path,
    )
