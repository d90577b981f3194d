"""Pages of the staff: list, one person with his tabs, new, change, trash."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from inti.access import boleh, boleh_atau_usul
from inti.forms.dasar import TanggalField
from inti.gerbang.diri import tentang_diri
from inti.models import UnitKerja
from inti.pages import Aksi, Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan
from kepegawaian.columns.pegawai import PegawaiColumns
from kepegawaian.filters.pegawai import PegawaiFilter
from kepegawaian.forms.pegawai import PegawaiBaruForm, PegawaiForm
from kepegawaian.models import Keadaan, Pegawai
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.queries.berkas import kelengkapan
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.queries.orang import fakta_orang, keluarga_orang, tempo_orang
from kepegawaian.rules.karier import KeadaanPegawai, keadaan_pada, masa_kerja
from kepegawaian.services import karier as layanan_karier
from kepegawaian.services import orang as layanan_orang
from kepegawaian.views.karier import pindaian

DAFTAR = ("Pegawai", "kepegawaian:pegawai_daftar")
PRIBADI = "kepegawaian.lihat_pribadi"
UBAH = "kepegawaian.change_pegawai"


class PegawaiDaftar(Daftar):
    impor = "pegawai"
    model, columns, permission, judul = Pegawai, PegawaiColumns, "kepegawaian.view_pegawai", "Pegawai"
    filters = PegawaiFilter
    urut_awal, cari_di, cari_petunjuk = "nama", ("nama", "nip", "jabatan"), "Nama, NIP, atau jabatan"
    tampilan = (
        ("Aktif", "keadaan=aktif"),
        ("PNS", "keadaan=aktif&jenis=PNS"),
        ("PPPK", "keadaan=aktif&jenis=PPPK"),
        ("Non-PNS", "keadaan=aktif&jenis=NON_PNS"),
    )
    tambah = ("Pegawai baru", "kepegawaian:pegawai_tambah", "kepegawaian.add_pegawai")
    tautan = (
        ("Unggah berkas sekaligus", "arrow-up-tray", "kepegawaian:berkas_massal", "kepegawaian.unggah_massal_berkaspegawai"),
        ("Tempat sampah", "trash", "kepegawaian:pegawai_sampah", "kepegawaian.delete_pegawai"),
    )  # fmt: skip
    ekspor_izin = "kepegawaian.lihat_rekap_pegawai"  # the list shows no NIK; the file for the import does
    kosong = ("Belum ada pegawai", "Pegawai yang dicatat atau diimpor tampil di sini.")


class PegawaiRincian(Rincian):
    model, permission, daftar = Pegawai, "kepegawaian.view_pegawai", DAFTAR
    hubungan = ("unit", "pengguna", "foto")
    ubah_rute, buang_rute = "kepegawaian:pegawai_ubah", "kepegawaian:pegawai_buang"
    PRIBADI_BAGIAN = (
        Bagian("karier", "Karier", "kepegawaian/pegawai_karier.html"),
        Bagian("berkas", "Berkas", "kepegawaian/pegawai_berkas.html"),
        Bagian("keluarga", "Keluarga", "kepegawaian/pegawai_keluarga.html"),
    )

    def get(self, request: Permintaan, pk: Any, bagian: str = "", **kwargs: Any) -> HttpResponse:
        """Tabs of personal matters, and the history that tells them too, only for who may see personal data."""
        ringkas = Bagian("ringkasan", "Ringkasan", "kepegawaian/pegawai_ringkasan.html")
        self.ada_riwayat = pribadi = boleh(request.user, PRIBADI)
        self.bagian = (ringkas, *(self.PRIBADI_BAGIAN if pribadi else ()))
        return super().get(request, pk, bagian, **kwargs)

    def aksi(self, request: Permintaan, objek: Pegawai) -> list[Any]:
        """What may be added to his file."""
        hasil = []
        if boleh(request.user, "kepegawaian.add_berkaspegawai"):
            hasil.append(
                Aksi("Tambah berkas", reverse("kepegawaian:berkas_tambah", args=[objek.pk]), "paper-clip", utama=True)
            )
        if boleh(request.user, PRIBADI):
            unduh = reverse("kepegawaian:pegawai_satu_pdf", args=[objek.pk])
            hasil.append(Aksi("Unduh berkas (PDF)", unduh, "arrow-down-tray", tab_baru=True, diri=True))
        return hasil

    def isi(self, request: Permintaan, objek: Pegawai, bagian: str) -> dict[str, Any]:
        """What one tab needs."""
        bisa_ubah = boleh_atau_usul(request.user, UBAH) and not tentang_diri(objek, request.user)
        if bagian == "karier":
            return {"kelompok": fakta_orang(objek), "boleh_karier": bisa_ubah}
        if bagian == "berkas":
            return {"lengkap": kelengkapan([objek], request.user)[objek.pk], "boleh_berkas": bisa_ubah}
        if bagian == "keluarga":
            return {"keluarga": keluarga_orang(objek), "boleh_karier": bisa_ubah}
        return self._ringkasan(request, objek)

    def _ringkasan(self, request: Permintaan, objek: Pegawai) -> dict[str, Any]:
        hari = baca_hari(request.GET.get("pada", ""))
        nilai, karier = nilai_aturan(), karier_pegawai([objek])[objek.pk]
        keadaan = keadaan_pada(karier, hari or timezone.localdate(), nilai)
        return {
            "pada": hari,
            "keadaan": keadaan_tampil(keadaan, hari or timezone.localdate(), objek) if hari else None,
            "tempo": tempo_orang(keadaan),
            "masa_kerja": masa_kerja(keadaan.masa_kerja_mulai, timezone.localdate()),
            "atasan": atasan_pada(objek, hari or timezone.localdate()) if objek.aktif else None,
            "pribadi": boleh(request.user, PRIBADI),
            "boleh_atasan": boleh(request.user, "kepegawaian.add_atasankhusus")
            and not tentang_diri(objek, request.user),
            "umur": objek.umur_pada(timezone.localdate()),
        }


def baca_hari(teks: str) -> dt.date | None:
    """A date as typed in an address or a field; None for anything else."""
    try:
        hari: dt.date | None = TanggalField(required=False).clean(teks[:10])
    except ValidationError:
        return None
    return hari


def keadaan_tampil(k: KeadaanPegawai, hari: dt.date, objek: Pegawai) -> list[tuple[str, Any]]:
    """The state on a day as name and value, out of the facts alone."""
    from kepegawaian.models import Jenis, Pangkat

    unit = UnitKerja.objects.filter(pk=k.jabatan.unit_id).first() if k.jabatan else None
    status = ""
    if k.status is not None:
        aktif = k.status.keadaan == Keadaan.AKTIF
        status = Jenis(k.status.jenis).label if aktif else Keadaan(k.status.keadaan).label
    pangkat = ""
    if k.pangkat is not None:
        pangkat = (
            f"{Pangkat(k.pangkat.pangkat).label} ({k.pangkat.pangkat})"
            if k.pangkat.pangkat
            else f"Golongan {k.pangkat.golongan}"
        )
    tahun, bulan = masa_kerja(k.masa_kerja_mulai, hari)
    return [
        ("Status", status or "belum tercatat pada tanggal itu"),
        ("Pangkat/golongan", pangkat),
        ("Masa kerja golongan", f"{tahun} tahun {bulan} bulan" if k.masa_kerja_mulai else ""),
        ("Jabatan", k.jabatan.nama if k.jabatan else ""),
        ("Unit kerja", unit.nama if unit else ""),
        ("Pendidikan terakhir", k.didik),
    ]


class _DenganPengguna:
    kelas_form: type[PegawaiForm] = PegawaiForm

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> PegawaiForm:
        """The form offers only units and accounts within the user's own, and personal data only to who may see it.

        A proposal was typed without those fields, so whoever mends it gets its form: an absent field would blank what
        is there.
        """
        pengisi = request.usulan.pengusul if request.usulan else request.user
        pribadi = boleh(request.user, PRIBADI) and boleh(pengisi, PRIBADI)
        berkas = request.FILES if data is not None else None
        return self.kelas_form(data, berkas, instance=objek, pengguna=request.user, pribadi=pribadi)


class PegawaiTambah(_DenganPengguna, Tambah):
    model, form, permission = Pegawai, PegawaiBaruForm, "kepegawaian.add_pegawai"
    judul, daftar = "Pegawai baru", DAFTAR
    kelas_form = PegawaiBaruForm

    def simpan(self, request: Permintaan, form: PegawaiBaruForm, objek: Any) -> Pegawai:
        """The person with his first facts."""
        hasil: Pegawai = layanan_karier.pegawai_terima(
            isian=form.diri(),
            status=form.status(),
            jabatan=form.jabatan(),
            pangkat=form.pangkat(),
            oleh=request.user,
        )
        return hasil


class PegawaiUbah(_DenganPengguna, Ubah):
    model, form, permission, judul, daftar = Pegawai, PegawaiForm, UBAH, "Ubah pegawai", DAFTAR

    def simpan(self, request: Permintaan, form: PegawaiForm, objek: Any) -> Pegawai:
        """Identity; the state follows, since pension counts from the birth date."""
        hasil: Pegawai = layanan_orang.pegawai_ubah(
            pegawai=objek, isian=form.isian(), oleh=request.user, foto=pindaian(request, form, "unggah_foto")
        )
        return hasil


class PegawaiBuang(Buang):
    model, permission, daftar = Pegawai, "kepegawaian.delete_pegawai", DAFTAR


class PegawaiPulihkan(Pulihkan):
    model, permission, daftar = Pegawai, "kepegawaian.delete_pegawai", DAFTAR
