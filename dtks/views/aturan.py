"""Dated rules, papers and periods: edited here, without a programmer."""

from __future__ import annotations

from typing import Any

from dtks.columns.layanan import AturanColumns, JamColumns, PeriodeColumns, SyaratColumns
from dtks.forms.layanan import AturanForm, JamForm, PeriodeForm, SyaratForm
from dtks.models import AturanLayanan, JamLayanan, PeriodePengajuan, SyaratBerkas
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah

TAUTAN = (
    ("Aturan", "adjustments-horizontal", "dtks:aturan_daftar", "dtks.view_aturanlayanan"),
    ("Syarat berkas", "paper-clip", "dtks:syarat_daftar", "dtks.view_syaratberkas"),
    ("Periode pengajuan", "calendar-days", "dtks:periode_daftar", "dtks.view_periodepengajuan"),
    ("Jam layanan", "clock", "dtks:jam_daftar", "dtks.view_jamlayanan"),
)
KETERANGAN = (
    "Yang berlaku pada tanggal permohonanlah yang dipakai. Tambah baris baru bila aturan berubah; akhiri yang lama."
)


class _Fakta(Rincian):
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Any, objek: Any, bagian: str) -> dict[str, Any]:
        """Each field with its value."""
        return {"fakta": fakta(objek, self.isian)}

    isian: tuple[str, ...] = ()


def fakta(objek: Any, isian: tuple[str, ...]) -> list[tuple[str, str]]:
    """Field names and values as a person reads them."""
    hasil = []
    for nama in isian:
        medan = objek._meta.get_field(nama)
        nilai = getattr(objek, f"get_{nama}_display")() if medan.choices else getattr(objek, nama)
        teks = (
            {True: "Ya", False: "Tidak", None: "tidak ditentukan"}.get(nilai)
            if isinstance(nilai, bool) or nilai is None
            else nilai
        )
        hasil.append(
            (str(medan.verbose_name).capitalize(), f"{teks:%d-%m-%Y}" if hasattr(teks, "strftime") else str(teks))
        )
    return hasil


class AturanDaftar(Daftar):
    model, columns, permission = AturanLayanan, AturanColumns, "dtks.view_aturanlayanan"
    judul, keterangan, tautan = "Aturan layanan", KETERANGAN, TAUTAN[1:]
    tambah = ("Aturan baru", "dtks:aturan_tambah", "dtks.add_aturanlayanan")


class AturanRincian(_Fakta):
    model, permission = AturanLayanan, "dtks.view_aturanlayanan"
    daftar, ubah_rute, buang_rute = ("Aturan layanan", "dtks:aturan_daftar"), "dtks:aturan_ubah", "dtks:aturan_buang"
    hubungan = ("penandatangan",)
    isian = tuple(AturanForm.Meta.fields)


class AturanTambah(Tambah):
    model, form, permission, judul = AturanLayanan, AturanForm, "dtks.add_aturanlayanan", "Aturan baru"
    daftar = ("Aturan layanan", "dtks:aturan_daftar")


class AturanUbah(Ubah):
    model, form, permission, judul = AturanLayanan, AturanForm, "dtks.change_aturanlayanan", "Ubah aturan"
    daftar = ("Aturan layanan", "dtks:aturan_daftar")


class AturanBuang(Buang):
    model, permission, daftar = AturanLayanan, "dtks.delete_aturanlayanan", ("Aturan layanan", "dtks:aturan_daftar")


class AturanPulihkan(Pulihkan):
    model, permission, daftar = AturanLayanan, "dtks.delete_aturanlayanan", ("Aturan layanan", "dtks:aturan_daftar")


class SyaratDaftar(Daftar):
    model, columns, permission = SyaratBerkas, SyaratColumns, "dtks.view_syaratberkas"
    judul, keterangan, tautan = "Syarat berkas", KETERANGAN, (TAUTAN[0], *TAUTAN[2:])
    tambah = ("Syarat baru", "dtks:syarat_tambah", "dtks.add_syaratberkas")


class SyaratRincian(_Fakta):
    model, permission = SyaratBerkas, "dtks.view_syaratberkas"
    daftar, ubah_rute, buang_rute = ("Syarat berkas", "dtks:syarat_daftar"), "dtks:syarat_ubah", "dtks:syarat_buang"
    isian = tuple(SyaratForm.Meta.fields)


class SyaratTambah(Tambah):
    model, form, permission, judul = SyaratBerkas, SyaratForm, "dtks.add_syaratberkas", "Syarat baru"
    daftar = ("Syarat berkas", "dtks:syarat_daftar")


class SyaratUbah(Ubah):
    model, form, permission, judul = SyaratBerkas, SyaratForm, "dtks.change_syaratberkas", "Ubah syarat"
    daftar = ("Syarat berkas", "dtks:syarat_daftar")


class SyaratBuang(Buang):
    model, permission, daftar = SyaratBerkas, "dtks.delete_syaratberkas", ("Syarat berkas", "dtks:syarat_daftar")


class SyaratPulihkan(Pulihkan):
    model, permission, daftar = SyaratBerkas, "dtks.delete_syaratberkas", ("Syarat berkas", "dtks:syarat_daftar")


class PeriodeDaftar(Daftar):
    model, columns, permission = PeriodePengajuan, PeriodeColumns, "dtks.view_periodepengajuan"
    judul, keterangan = "Periode pengajuan", "Di luar periode, pengajuan baru disarankan ditolak."
    tautan = (*TAUTAN[:2], TAUTAN[3])
    urut_awal = "-berlaku_mulai"
    tambah = ("Periode baru", "dtks:periode_tambah", "dtks.add_periodepengajuan")


class PeriodeRincian(_Fakta):
    model, permission = PeriodePengajuan, "dtks.view_periodepengajuan"
    daftar, ubah_rute, buang_rute = (
        ("Periode pengajuan", "dtks:periode_daftar"),
        "dtks:periode_ubah",
        "dtks:periode_buang",
    )
    isian = tuple(PeriodeForm.Meta.fields)


class PeriodeTambah(Tambah):
    model, form, permission, judul = PeriodePengajuan, PeriodeForm, "dtks.add_periodepengajuan", "Periode baru"
    daftar = ("Periode pengajuan", "dtks:periode_daftar")


class PeriodeUbah(Ubah):
    model, form, permission, judul = PeriodePengajuan, PeriodeForm, "dtks.change_periodepengajuan", "Ubah periode"
    daftar = ("Periode pengajuan", "dtks:periode_daftar")


class PeriodeBuang(Buang):
    model, permission, daftar = (
        PeriodePengajuan,
        "dtks.delete_periodepengajuan",
        ("Periode pengajuan", "dtks:periode_daftar"),
    )


class PeriodePulihkan(Pulihkan):
    model, permission, daftar = (
        PeriodePengajuan,
        "dtks.delete_periodepengajuan",
        ("Periode pengajuan", "dtks:periode_daftar"),
    )


class JamDaftar(Daftar):
    model, columns, permission = JamLayanan, JamColumns, "dtks.view_jamlayanan"
    judul, tautan = "Jam layanan", TAUTAN[:3]
    keterangan = "Tampil di halaman cek publik, lembar warga, dan poster. Hari yang tidak tertulis berarti tutup."
    urut_awal = "hari_awal"
    tambah = ("Jam baru", "dtks:jam_tambah", "dtks.add_jamlayanan")
    kosong = ("Jam layanan belum diisi", "Tambahkan hari dan jam loket agar warga tahu kapan dapat datang.")


class JamRincian(_Fakta):
    model, permission = JamLayanan, "dtks.view_jamlayanan"
    daftar, ubah_rute, buang_rute = ("Jam layanan", "dtks:jam_daftar"), "dtks:jam_ubah", "dtks:jam_buang"
    isian = tuple(JamForm.Meta.fields)


class JamTambah(Tambah):
    model, form, permission, judul = JamLayanan, JamForm, "dtks.add_jamlayanan", "Jam baru"
    daftar = ("Jam layanan", "dtks:jam_daftar")


class JamUbah(Ubah):
    model, form, permission, judul = JamLayanan, JamForm, "dtks.change_jamlayanan", "Ubah jam layanan"
    daftar = ("Jam layanan", "dtks:jam_daftar")


class JamBuang(Buang):
    model, permission, daftar = JamLayanan, "dtks.delete_jamlayanan", ("Jam layanan", "dtks:jam_daftar")


class JamPulihkan(Pulihkan):
    model, permission, daftar = JamLayanan, "dtks.delete_jamlayanan", ("Jam layanan", "dtks:jam_daftar")
