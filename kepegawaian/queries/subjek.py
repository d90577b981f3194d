"""What the staff files hold of one person, for a request of his own (`inti.queries.subjek`).

His family are other people: no table names them. An employer keeps these data by law, so they are copied, not frozen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from inti.formats import tanggal_pendek
from inti.formats.waktu import saat
from inti.models import JejakBaca, Pengguna, Rekam
from inti.queries.subjek import OrangSubjek, TabelSubjek
from inti.rules.nama import nilai_kecocokan
from kepegawaian.models import (
    BerkasPegawai,
    DiklatPegawai,
    GajiBerkala,
    HukumanPegawai,
    JabatanPegawai,
    KegiatanHarian,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    PengajuanCuti,
    PenghargaanPegawai,
    PenilaianBulanan,
    SaldoAwalCuti,
    StatusPegawai,
    SuratPegawai,
    TargetKinerja,
)
from kepegawaian.models.pilihan import JAUH

MILIK: tuple[type[Rekam], ...] = (
    StatusPegawai, PangkatPegawai, JabatanPegawai, GajiBerkala, PendidikanPegawai, DiklatPegawai, PenghargaanPegawai,
    HukumanPegawai, BerkasPegawai, SaldoAwalCuti, PengajuanCuti, TargetKinerja, PenilaianBulanan, KegiatanHarian,
    SuratPegawai,
)  # fmt: skip
TANPA = {f.name for f in Rekam._meta.get_fields()} | {"id", "pegawai", "pengguna", "foto"}


def cari_subjek(pengguna: Pengguna, nik: str, nama: str) -> list[OrangSubjek]:
    """The member of staff who bears a NIK, for those who may read personal data of his unit."""
    if not pengguna.has_perm("kepegawaian.lihat_pribadi"):
        return []
    return [
        OrangSubjek(
            kode="kepegawaian",
            kunci=str(p.pk),
            nama=p.nama,
            keterangan=f"{p.jabatan}, {p.unit}, data pegawai",
            cocok=nilai_kecocokan(nama, p.nama.partition(",")[0]).cocok,
            alamat=p.get_absolute_url(),
        )
        for p in Pegawai.objects.untuk(pengguna).filter(nik=nik).exclude(nik="").select_related("unit")
    ]


def salinan_subjek(kunci: str) -> list[TabelSubjek]:
    """All that is held of the person behind a key of `cari_subjek`, and who read it."""
    pegawai = Pegawai.objects.get(pk=int(kunci))
    return [
        TabelSubjek("Data pegawai", ("Isian", "Nilai"), [(_judul(f), _nilai(pegawai, f)) for f in _bidang(Pegawai)]),
        *(_tabel(model, pegawai) for model in MILIK),
        _tabel_baca(pegawai),
    ]


def _bidang(model: type[Rekam]) -> list[models.Field[Any, Any]]:
    return [
        f
        for f in model._meta.concrete_fields
        if f.name not in TANPA
        and f.editable
        and not (f.remote_field is not None and f.remote_field.model._meta.label == "inti.BerkasTersimpan")
    ]


def _tabel(model: type[Rekam], pegawai: Pegawai) -> TabelSubjek:
    bidang = _bidang(model)
    hubungan = [f.name for f in bidang if f.remote_field is not None]
    semua = model._default_manager.filter(pegawai=pegawai, dibuang_pada__isnull=True).select_related(*hubungan)
    nama = str(model._meta.verbose_name_plural)
    return TabelSubjek(
        nama[:1].upper() + nama[1:],
        tuple(_judul(f) for f in bidang),
        [tuple(_nilai(o, f) for f in bidang) for o in semua.order_by("pk")],
    )


def _tabel_baca(pegawai: Pegawai) -> TabelSubjek:
    semua = JejakBaca.objects.filter(objek_label=Pegawai._meta.label_lower, objek_id=str(pegawai.pk))
    baris: Sequence[Sequence[str]] = [
        (saat(j.waktu), j.get_jenis_display(), j.oleh.nama if j.oleh else "Sistem", j.keterangan)
        for j in semua.select_related("oleh").order_by("waktu", "pk")
    ]
    return TabelSubjek("Siapa membuka data pegawai", ("Waktu", "Perbuatan", "Petugas", "Sebab"), baris, jejak=True)


def _judul(f: models.Field[Any, Any]) -> str:
    nama = str(f.verbose_name)
    return nama[:1].upper() + nama[1:]


def _nilai(objek: Rekam, f: models.Field[Any, Any]) -> str:
    nilai = getattr(objek, f"get_{f.name}_display")() if f.choices else getattr(objek, f.name)
    if nilai is None or nilai == "" or nilai == JAUH:
        return "kosong"
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if hasattr(nilai, "hour") and hasattr(nilai, "year"):
        return saat(nilai)
    return tanggal_pendek(nilai) if hasattr(nilai, "year") else str(nilai)
