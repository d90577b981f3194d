"""Plain editing of any record: create, change, trash, restore, and take back one save."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils import timezone
from django_fsm import FSMField

from inti.formats.waktu import saat
from inti.galat import AturanDilanggar
from inti.konteks import DAFTAR_LAYANAN
from inti.models import BerkasTersimpan, Dokumen, Pengguna, Perubahan, Rekam
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki

TAK_DISENTUH = {"id", "versi", "dibuat_pada", "diubah_pada", "dibuang_pada"}


@layanan("Dibuat")
def rekam_tambah(*, model: str, isian: dict[str, Any], oleh: Pengguna) -> Rekam:
    """Store a new record of `model` ("app.model") with the cleaned fields of its form."""
    hasil: Rekam = simpan_baru(apps.get_model(model)(**isian))
    _miliki(hasil, isian)
    return hasil


@layanan("Diubah", dapat_dikembalikan=True)
def rekam_ubah(*, objek: Rekam, isian: dict[str, Any], oleh: Pengguna, sebab: str = "") -> Rekam:
    """Change the given fields of a record. Raises VersiBerubah when somebody saved it meanwhile, DataTetap."""
    with perubahan(objek, oleh=oleh, sebab=sebab) as segar:
        pastikan_tak_tetap(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
    _miliki(segar, isian)
    return segar


@layanan("Beberapa data diubah sekaligus", dapat_dikembalikan=True)
def rekam_ubah_massal(*, objek: list[Rekam], isian: dict[str, Any], oleh: Pengguna, sebab: str = "") -> Rekam | None:
    """Change the same fields of several records in one act; all or none."""
    for satu in objek:
        rekam_ubah(objek=satu, isian=isian, oleh=oleh, sebab=sebab)
    return objek[0] if objek else None


@layanan("Dibuang")
def rekam_buang(*, objek: Rekam, oleh: Pengguna, sebab: str = "") -> Rekam:
    """Move a record to the trash; it can be restored. Raises AturanDilanggar while living records point to it, DataTetap."""
    if penunjuk := penunjuk_hidup(objek):
        raise AturanDilanggar("MASIH_DIPAKAI", f"{objek} masih dipakai oleh {penunjuk}.", "Alihkan dahulu, lalu buang.")
    if ada := Dokumen.objects.filter(
        objek_label=objek._meta.label_lower, objek_id=str(objek.pk), keadaan="berlaku"
    ).first():
        raise AturanDilanggar(
            "DOKUMEN_MASIH_BERLAKU",
            f"{ada.judul} {ada.nomor} atas data ini masih berlaku.",
            "Batalkan dahulu, lalu buang.",
        )
    with perubahan(objek, oleh=oleh, sebab=sebab) as segar:
        pastikan_tak_tetap(segar)
        segar.dibuang_pada = timezone.now()
    return segar


@layanan("Dipulihkan")
def rekam_pulihkan(*, objek: Rekam, oleh: Pengguna) -> Rekam:
    """Take a record out of the trash."""
    with perubahan(objek, oleh=oleh) as segar:
        segar.dibuang_pada = None
    return segar


@layanan("Dikembalikan ke semula")
def perubahan_kembalikan(*, perubahan_asal: Perubahan, oleh: Pengguna) -> Rekam:
    """Take back one save or bulk edit: each record gets the values it had before, unless it was changed since.

    States, numbers and prints are never taken back; they have verbs of their own. Raises AturanDilanggar.
    """
    jenis = DAFTAR_LAYANAN.get(perubahan_asal.layanan)
    if jenis is None or not jenis.dapat_dikembalikan or not perubahan_asal.objek:
        raise AturanDilanggar(
            "TIDAK_DAPAT_KEMBALI", "Perbuatan ini tidak dapat dikembalikan.", "Gunakan tindakan yang sesuai."
        )
    if Perubahan.objects.filter(mengembalikan=perubahan_asal).exists():
        raise AturanDilanggar("SUDAH_KEMBALI", "Perubahan ini sudah dikembalikan.", "Muat ulang halaman.")
    hasil: Rekam | None = None
    for label, pk, _tanda in reversed(perubahan_asal.objek):  # what made room for another gets it back last
        hasil = kembalikan_satu(apps.get_model(label), pk, perubahan_asal, oleh)
    _tandai(perubahan_asal)
    assert hasil is not None  # `objek` is not empty
    return hasil


def _miliki(objek: Rekam, isian: dict[str, Any]) -> None:
    """Files named by a record become its own: who may see it may fetch them."""
    berkas = [v for v in isian.values() if isinstance(v, BerkasTersimpan) and not v.pemilik_label]
    if berkas:
        berkas_miliki(berkas, label=objek._meta.label_lower, pk=objek.pk)


def kembalikan_satu(model: type[Rekam], pk: int, asal: Perubahan, oleh: Pengguna) -> Rekam:
    """Give a record the values it had before an act. Raises AturanDilanggar (SUDAH_BERUBAH_LAGI), DataTetap."""
    objek = model._base_manager.get(pk=pk)
    versi = list(model.riwayat.filter(id=pk).order_by("-history_id")[:20])  # type: ignore[attr-defined]
    tempat = next((i for i, v in enumerate(versi) if v.perubahan_id == asal.pk), None)
    if tempat is None or versi[tempat].versi != objek.versi or tempat + 1 >= len(versi):
        raise AturanDilanggar("SUDAH_BERUBAH_LAGI", f"{objek} sudah diubah lagi sesudahnya.", "Ubah seperti biasa.")
    sesudah, sebelum = versi[tempat], versi[tempat + 1]
    with perubahan(objek, oleh=oleh, sebab=f"Mengembalikan perubahan {saat(asal.waktu)}") as segar:
        pastikan_tak_tetap(segar)
        for bidang in model._meta.concrete_fields:
            if bidang.name in TAK_DISENTUH or isinstance(bidang, FSMField) or not hasattr(sebelum, bidang.attname):
                continue
            if getattr(sebelum, bidang.attname) != getattr(sesudah, bidang.attname):
                setattr(segar, bidang.attname, getattr(sebelum, bidang.attname))
    return segar


def _tandai(asal: Perubahan) -> None:
    from inti.konteks import id_perubahan_kini

    Perubahan.objects.filter(pk=id_perubahan_kini()).update(mengembalikan=asal)


def penunjuk_hidup(objek: Rekam) -> str:
    """Name of the kind of living record that refers to this one, or an empty string."""
    for relasi in objek._meta.related_objects:
        model = relasi.related_model
        if not isinstance(model, type) or not issubclass(model, Rekam):
            continue
        if model._base_manager.filter(**{relasi.field.name: objek}, dibuang_pada__isnull=True).exists():
            return str(model._meta.verbose_name)
    return ""
