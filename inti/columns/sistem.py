"""Columns of the kernel's lists."""

from __future__ import annotations

from django.apps import apps
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from inti.formats import tanggal_pendek
from inti.formats.waktu import saat
from inti.models import JejakBaca, Nomor, Pengguna, SeriNomor, Tugas, UnitKerja
from inti.pages import Columns, Kolom, Status
from inti.services.nomor import teks_nomor
from inti.services.pengguna import peran_pengguna, sebut_peran
from inti.templatetags.tu import label_html, status_html

KEADAAN_TUGAS = {"antre": "konsep", "berjalan": "50", "selesai": "selesai", "gagal": "tolak", "dibatalkan": "batal"}
LABEL_NOMOR = {"dipakai": "baik", "dicadangkan": "awas", "dibatalkan": "salah"}


def tempat(pengguna: Pengguna) -> str:
    """Unit, village or company of a user."""
    return str(pengguna.unit or pengguna.desa or pengguna.perusahaan or "")


def masa(pengguna: Pengguna) -> str:
    """Period of an account: "01-09-2026 sampai 30-11-2026"; empty when it has none."""
    mulai, sampai = pengguna.berlaku_mulai, pengguna.berlaku_sampai
    if mulai is None and sampai is None:
        return ""
    awal = tanggal_pendek(mulai) if mulai else "sejak dibuat"
    return f"{awal} sampai {tanggal_pendek(sampai) if sampai else 'tidak ditentukan'}"


def keadaan_akun(pengguna: Pengguna) -> tuple[str, str]:
    """Kind of label and word: may this account sign in today, and if not, why."""
    hari = timezone.localdate()
    if not pengguna.is_active:
        return "salah", "Nonaktif"
    if pengguna.berlaku_mulai is not None and hari < pengguna.berlaku_mulai:
        return "awas", "Belum mulai"
    if pengguna.berlaku_sampai is not None and hari > pengguna.berlaku_sampai:
        return "awas", "Masa lewat"
    if pengguna.sandi_sekali_basi():
        return "awas", "Sandi sementara basi"
    return "baik", "Aktif"


def objek_jejak(jejak: JejakBaca) -> str:
    """What was read, by kind and key; never by name or number."""
    if not jejak.objek_label:
        return ""
    try:
        sebutan = str(apps.get_model(jejak.objek_label)._meta.verbose_name)
    except LookupError:  # a kind of record that an earlier version had
        sebutan = jejak.objek_label
    return f"{sebutan.capitalize()} {jejak.objek_id}"


def unit_berlekuk(unit: UnitKerja) -> SafeString:
    """A unit's name, moved in by its depth in the tree."""
    hasil = format_html("{}", unit.nama)
    for _ in range(unit.kedalaman):
        hasil = format_html('<span class="d-block ps-4">{}</span>', hasil)
    return hasil


def kemajuan(tugas: Tugas) -> str:
    """How far a job has come: "1.200 dari 5.000"."""
    if tugas.jumlah:
        return f"{tugas.kemajuan:,} dari {tugas.jumlah:,}".replace(",", ".")
    return f"{tugas.kemajuan:,}".replace(",", ".") if tugas.kemajuan else ""


def status_tugas(tugas: Tugas) -> SafeString:
    """State of a job as its mark and word."""
    return status_html(KEADAAN_TUGAS[tugas.keadaan], tugas.get_keadaan_display())


def contoh_nomor(seri: SeriNomor) -> str:
    """How the next number of a series would read today; what only its letter will say stays open."""
    return teks_nomor(seri, seri.terakhir + 1, timezone.localdate())


class PenggunaColumns(Columns):
    hubungan = ("unit", "desa", "perusahaan")
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    username = Kolom("Nama pengguna", "username", urut="username", kelas="hp-penuh")
    peran = Kolom("Peran", lambda o: sebut_peran(peran_pengguna(o)), kelas="hp-penuh")
    tempat = Kolom("Unit, desa, atau perusahaan", tempat, kelas="hp-tidak")
    masa = Kolom("Masa berlaku", masa, kelas="t hp-tidak")
    keadaan = Kolom("Keadaan", lambda o: label_html(*keadaan_akun(o)), ekspor=lambda o: keadaan_akun(o)[1])


class JejakColumns(Columns):
    hubungan = ("oleh",)
    waktu = Kolom("Waktu", lambda o: saat(o.waktu), urut="id", kelas="t")
    jenis = Kolom("Perbuatan", lambda o: o.get_jenis_display(), kelas="hp-kanan")
    oleh = Kolom("Oleh", lambda o: o.oleh.nama if o.oleh else "Tidak dikenal", kelas="hp-penuh")
    objek = Kolom("Data", objek_jejak, kelas="hp-penuh")
    keterangan = Kolom("Keterangan", "keterangan", kelas="hp-tidak")
    alamat = Kolom("Alamat", "alamat", kelas="t hp-tidak")


class TugasColumns(Columns):
    hubungan = ("oleh",)
    judul = Kolom("Tugas", "judul", utama=True)
    keadaan = Kolom("Keadaan", status_tugas, kelas="t hp-kanan", ekspor=lambda o: o.get_keadaan_display())
    kemajuan = Kolom("Kemajuan", kemajuan, kelas="n hp-tidak")
    oleh = Kolom("Oleh", lambda o: o.oleh.nama if o.oleh else "Sistem", kelas="hp-penuh")
    dibuat = Kolom("Dibuat", lambda o: saat(o.dibuat_pada), urut="dibuat_pada", kelas="t hp-penuh")
    selesai = Kolom("Berakhir", lambda o: saat(o.selesai_pada), kelas="t hp-tidak")


class SeriColumns(Columns):
    kode = Kolom("Seri", "kode", urut="kode", utama=True)
    tahun = Kolom("Tahun", "tahun", urut="tahun", kelas="hp-kanan")
    contoh = Kolom("Nomor berikutnya", contoh_nomor, kelas="t hp-penuh")
    pola = Kolom("Pola", "pola", kelas="hp-tidak")
    terakhir = Kolom("Nomor terakhir", "terakhir", kelas="n")
    cadangan = Kolom("Cadangan belum dicocokkan", "cadangan", kelas="n hp-tidak")


def _keterangan_nomor(nomor: Nomor) -> str:
    """Why it was inserted or reserved, and what became of it."""
    return "; ".join(t for t in (nomor.asal if nomor.asal not in nomor.alasan else "", nomor.alasan) if t)


class NomorColumns(Columns):
    hubungan = ("oleh",)
    teks = Kolom("Nomor", "teks", urut="urut", kelas="t")
    keadaan = Kolom(
        "Keadaan",
        lambda o: label_html(LABEL_NOMOR[o.keadaan], o.get_keadaan_display()),
        kelas="hp-kanan",
        ekspor=lambda o: o.get_keadaan_display(),
    )
    alasan = Kolom("Keterangan", _keterangan_nomor, kelas="hp-penuh")
    oleh = Kolom("Oleh", lambda o: o.oleh.nama if o.oleh else "Sistem", kelas="hp-tidak")
    waktu = Kolom("Waktu", lambda o: saat(o.waktu), kelas="t hp-tidak")


class UsulanColumns(Columns):
    hubungan = ("pengusul", "pemeriksa")
    sasaran = Kolom("Mengenai", lambda o: o.sasaran or o.sebutan, utama=True)
    sebutan = Kolom("Yang diusulkan", "sebutan", kelas="hp-penuh")
    pengusul = Kolom("Pengusul", lambda o: o.pengusul.nama, kelas="hp-tidak")
    diajukan = Kolom("Diajukan", lambda o: saat(o.diajukan_pada), urut="diajukan_pada", kelas="t hp-tidak")
    status = Status(urut="status")
    pemeriksa = Kolom("Diperiksa oleh", lambda o: o.pemeriksa.nama if o.pemeriksa else "", kelas="hp-tidak")
