"""Columns of the staff lists: the page and its export use the same."""

from __future__ import annotations

from typing import Any

from inti.formats import tanggal_pendek
from inti.pages import Columns, Kolom
from inti.templatetags.tu import label_html
from kepegawaian.models import JAUH

LABEL = {"aktif": "baik", "pensiun": "", "berhenti": "awas", "pindah": "", "meninggal": ""}


def tanggal(bidang: str) -> Any:
    """The date of a column that holds JAUH when there is none."""

    def baca(o: Any) -> str:
        hari = getattr(o, bidang)
        return "" if hari == JAUH else tanggal_pendek(hari)

    return baca


class PegawaiColumns(Columns):
    hubungan = ("unit",)
    rute = "kepegawaian:pegawai"
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    nip = Kolom("NIP", "nip_tampil", kelas="t hp-tidak", ekspor="nip")
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-kanan")
    pangkat = Kolom("Pangkat/golongan", "pangkat_tampil", kelas="hp-tidak")
    jabatan = Kolom("Jabatan", "jabatan", kelas="hp-penuh")
    unit = Kolom("Unit", "unit.nama", kelas="hp-tidak")
    keadaan = Kolom(
        "Keadaan",
        lambda o: label_html(LABEL[o.keadaan], o.get_keadaan_display()),
        kelas="hp-tidak",
        ekspor=lambda o: o.get_keadaan_display(),
    )


def kolom_tempo(bidang: str, judul: str) -> type[Columns]:
    """Columns of one due list: who, when, and the rule that made it so (`sebab`, put on the rows by the page)."""
    isi: dict[str, Any] = {
        "hubungan": ("unit",),
        "rute": "kepegawaian:pegawai",
        "nama": Kolom("Nama", "nama", utama=True),
        "nip": Kolom("NIP", "nip_tampil", kelas="t hp-tidak", ekspor="nip"),
        "pangkat": Kolom("Pangkat/golongan", "pangkat_tampil", kelas="hp-tidak"),
        "unit": Kolom("Unit", "unit.nama", kelas="hp-tidak"),
        "pada": Kolom(judul, tanggal(bidang), urut=bidang, kelas="t hp-kanan"),
        "sebab": Kolom("Sebab", "sebab", kelas="hp-penuh"),
    }
    return type("TempoColumns", (Columns,), isi)


class KategoriColumns(Columns):
    nama = Kolom("Kategori", "nama", utama=True)
    kode = Kolom("Kode", "kode", urut="kode", kelas="tu-kode hp-kanan")
    wajib = Kolom("Wajib untuk", "wajib", kelas="hp-penuh")
    berlaku = Kolom("Masa berlaku", lambda o: "Ada" if o.berkedaluwarsa else "", kelas="hp-tidak")
    rahasia = Kolom("Terbatas", lambda o: "Ya" if o.rahasia else "", kelas="hp-tidak")
