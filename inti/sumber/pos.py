"""The outbox for the administrator: which mails wait, went, failed. Neither their text nor a whole address is shown."""

from __future__ import annotations

from inti.formats.waktu import saat
from inti.models import PosKeluar
from inti.pages import Daftar
from inti.pages.sumber import K, Sumber, Verba
from inti.services import pos as services

MATI = (
    "Pengiriman pos belum dinyalakan (EMAIL_URL kosong): yang disiapkan disimpan di sini sebagai ditahan dan tidak ada "
    "yang keluar."
)


class _DenganKeadaan(Daftar):
    @property
    def keterangan(self) -> str:  # type: ignore[override]
        """What a held mail means at present."""
        return "" if services.pos_menyala() else MATI


class PosSumber(Sumber):
    model, jalur, ruang, rute = PosKeluar, "kantor/pos/", "", "pos"
    judul, sampah = "Pos keluar", False
    kolom = (
        K("perihal", utama=True),
        K("status"),
        K("kepada_samar", "Kepada", kelas="hp-penuh"),
        K("percobaan", kelas="n hp-tidak"),
        K("galat", kelas="hp-tidak"),
        K("dibuat_pada", "Disiapkan", isi=lambda o: saat(o.dibuat_pada), kelas="t hp-tidak"),
    )
    saring, cari = ("status",), ("perihal",)
    fakta = (
        "perihal",
        "jenis",
        K("status", isi=lambda o: o.get_status_display()),
        K("kepada_samar", "Kepada"),
        K("sebab", "Mengenai"),
        K("lampiran", isi=lambda o: "ada" if o.lampiran_id else ""),
        "oleh",
        "percobaan",
        "galat",
        K("coba_pada", isi=lambda o: saat(o.coba_pada)),
        K("terkirim_pada", isi=lambda o: saat(o.terkirim_pada)),
    )
    halaman = {Daftar: _DenganKeadaan}
    daftar = {
        "kosong": ("Belum ada pos keluar", "Pos yang disiapkan aplikasi tampil di sini sebelum dan sesudah dikirim.")
    }
    verba = (
        Verba(
            services.pos_kirim_lagi,
            "Kirim lagi",
            "inti.kirim_poskeluar",
            "Pos masuk antrean lagi.",
            "paper-airplane",
            tanya=True,
            utama=True,
            bila=lambda o: o.status in PosKeluar.PERLU,
        ),
        Verba(
            services.pos_batalkan,
            "Batalkan",
            "inti.batalkan_poskeluar",
            "Pos dibatalkan.",
            "x-mark",
            tanya=True,
            bahaya=True,
            bila=lambda o: o.status in {*PosKeluar.PERLU, PosKeluar.Status.ANTRE},
        ),
    )
