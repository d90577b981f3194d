"""The one door for change.

A service call is data: which service, which arguments, which version of its target, who, when. `@layanan` turns a
function into such a call: one transaction, one row of `Perubahan`, one history line for each record touched, and a
key that makes a second sending of the same form harmless. Inside, `perubahan(...)` locks a record, refuses a stale
version and saves; `simpan_baru(...)` stores a new one.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django_fsm import FSMField, TransitionNotAllowed

from inti.galat import AturanDilanggar, DataTetap, SudahDikirim, VersiBerubah
from inti.gerbang.diri import pastikan_bukan_diri, pastikan_panggilan_orang_lain
from inti.konteks import ATAS_USUL, DAFTAR_LAYANAN, KINI, KUNCI_KIRIM, PENGUSUL, SESUDAH, Kini, Layanan
from inti.panggilan import sebagai_data

if TYPE_CHECKING:
    from inti.models import Pengguna, Perubahan, Rekam

R = TypeVar("R", bound="Rekam")


_SQLITE_GANDA = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}


def layanan(
    sebutan: str,
    *,
    dapat_dikembalikan: bool = False,
    tanpa_usul: bool = False,
    rahasia: bool = False,
    diri: bool = False,
    rincian: Callable[[Any], list[tuple[str, str]]] | None = None,
    sebut: Callable[[dict[str, Any]], str] | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a keyword-only service under `app.function` and make each outermost call one recorded transaction.

    `sebutan` is the past participle shown in the history ("Permohonan ditolak"); `sebut` says it from the arguments where
    a service serves many kinds. A call within another service is
    part of the outer act. A user who may only propose (`Pengguna.hanya_mengusul`) never gets past this door, whatever
    the page forgot: his call becomes a proposal, or PermissionDenied. Raises SudahDikirim when the bound key was used,
    AturanDilanggar(DIRI_SENDIRI) when the act is about its own actor and the service isn't one for oneself (`diri`).
    """

    def hias(fungsi: Callable[..., Any]) -> Callable[..., Any]:
        nama = f"{fungsi.__module__.split('.')[0]}.{fungsi.__name__}"

        @functools.wraps(fungsi)
        def panggil(**kwargs: Any) -> Any:
            if KINI.get() is not None:
                return fungsi(**kwargs)
            if not tanpa_usul:
                if (usulkan := PENGUSUL.get()) is not None:
                    usulkan(DAFTAR_LAYANAN[nama], kwargs)
                if getattr(kwargs.get("oleh"), "hanya_mengusul", False):
                    raise PermissionDenied
            if not diri:
                pastikan_panggilan_orang_lain(kwargs)
            kunci = KUNCI_KIRIM.get()
            try:
                with _perbuatan(nama, _tanpa_isi(kwargs) if rahasia else kwargs, kunci, diri) as kini:
                    hasil = fungsi(**kwargs)
                    _tutup(kini, hasil)
                    if (lanjut := SESUDAH.get()) is not None:
                        SESUDAH.set(None)
                        ATAS_USUL.set(None)
                        lanjut(kini.baris)
            except IntegrityError as galat:
                terdahulu = _dengan_kunci(kunci, kwargs.get("oleh"))
                if terdahulu is not None:
                    raise SudahDikirim(terdahulu) from galat
                if _ganda(galat):  # somebody was faster between the check and the writing
                    raise AturanDilanggar("DATA_BENTROK", _BENTROK, "Muat ulang halaman, lalu periksa.") from galat
                raise
            KUNCI_KIRIM.set(None)
            return hasil

        DAFTAR_LAYANAN[nama] = Layanan(
            nama, sebutan, fungsi, panggil, dapat_dikembalikan, tanpa_usul, rahasia, rincian, diri, sebut
        )
        return panggil

    return hias


_BENTROK = "Orang lain baru saja menyimpan data yang sama."


def _ganda(galat: IntegrityError) -> bool:
    """Whether a unique constraint refused: the database's own word for it, on both kinds."""
    asal = galat.__cause__
    return getattr(asal, "sqlstate", "") == "23505" or getattr(asal, "sqlite_errorcode", 0) in _SQLITE_GANDA


@contextmanager
def _perbuatan(nama: str, argumen: dict[str, Any], kunci: str | None, diri: bool) -> Iterator[Kini]:
    """One act: its transaction, its row, and no file left behind when it fails."""
    kini: Kini | None = None
    try:
        with transaction.atomic():
            kini = Kini(_catat(nama, argumen, kunci), argumen.get("oleh"), diri=diri)
            token = KINI.set(kini)
            try:
                yield kini
            finally:
                KINI.reset(token)
    except BaseException:
        _buang_berkas(kini)
        raise


def coba_layanan(layanan: Layanan, argumen: dict[str, Any], baca: Callable[[Kini, Any], Any]) -> Any:
    """What a call would do: run it through all its guards, let `baca` look at the outcome, and undo everything.

    Raises whatever the service refuses, but not that it is about oneself: to propose that is everybody's right, and who
    approves it is somebody else. Gives what `baca` gave.
    """
    with _perbuatan(layanan.nama, argumen, None, diri=True) as kini:
        hasil = baca(kini, layanan.fungsi(**argumen))
        transaction.set_rollback(True)
    _buang_berkas(kini)
    return hasil


def _buang_berkas(kini: Kini | None) -> None:
    for jalur in kini.berkas if kini else []:
        jalur.unlink(missing_ok=True)


def _catat(nama: str, argumen: dict[str, Any], kunci: str | None) -> Perubahan:
    from inti.models import Perubahan

    data = {k: sebagai_data(v) for k, v in argumen.items() if k != "oleh"}
    sebab = str(argumen.get("sebab") or argumen.get("alasan") or argumen.get("catatan") or "")
    return Perubahan.objects.create(
        layanan=nama,
        argumen=data,
        oleh=argumen.get("oleh"),
        sebab=sebab[:500],
        kunci=_kunci_milik(kunci, argumen.get("oleh")),
    )


def _tanpa_isi(argumen: dict[str, Any]) -> dict[str, Any]:
    """Who acts and on which records, without a word of what was written: for acts on restricted cases."""
    return {k: v for k, v in argumen.items() if k == "oleh" or isinstance(v, models.Model)}


def _kunci_milik(kunci: str | None, oleh: Pengguna | None) -> str | None:
    """A form's key as its sender's own: the same key from somebody else is another key, not a clash."""
    return f"{oleh.pk if oleh else 0}.{kunci}"[:64] if kunci else None


def kiriman_terdahulu(oleh: Pengguna) -> Perubahan | None:
    """What the first sending of the bound form did, if it was sent before: asked when a form no longer holds, since what
    the first sending made may be the very thing that it clashes with."""
    return _dengan_kunci(KUNCI_KIRIM.get(), oleh)


def _dengan_kunci(kunci: str | None, oleh: Pengguna | None) -> Perubahan | None:
    from inti.models import Perubahan

    return Perubahan.objects.filter(kunci=_kunci_milik(kunci, oleh), oleh=oleh).first() if kunci else None


def _tutup(kini: Kini, hasil: Any) -> None:
    """Write which records the act touched, and which one to show when the same form comes again."""
    kini.baris.objek = [list(o) for o in kini.objek]
    if isinstance(hasil, models.Model) and hasil.pk:
        kini.baris.hasil_label, kini.baris.hasil_id = hasil._meta.label_lower, str(hasil.pk)
    kini.baris.save(update_fields=["objek", "hasil_label", "hasil_id"])


def periksa_utuh(objek: models.Model) -> None:
    """Validate fields, rules and constraints. Raises ValidationError.

    As `full_clean`, but a protected state is left alone: it can only be moved by a transition, which checks it.
    """
    objek.clean_fields(exclude={f.name for f in objek._meta.concrete_fields if isinstance(f, FSMField)})
    objek.clean()
    objek.validate_unique()
    objek.validate_constraints()


def _wajib_kini() -> Kini:
    kini = KINI.get()
    if kini is None:
        raise RuntimeError("Perubahan hanya melalui layanan: beri @layanan pada fungsinya.")
    return kini


def _bukan_diri(kini: Kini, objek: models.Model) -> None:
    if not kini.diri:
        pastikan_bukan_diri(objek, kini.oleh)
    subjek = getattr(objek, "subjek_pengguna", lambda: None)()
    kini.subjek |= {subjek} if subjek is not None else set()


@contextmanager
def perubahan(objek: R, *, oleh: Pengguna | None, sebab: str = "") -> Iterator[R]:
    """Lock `objek`, check that it is still the version its caller saw, and save it with history on leaving.

    Yields the fresh row. Raises VersiBerubah when somebody saved it meanwhile, ValidationError when it is not whole.
    """
    kini = _wajib_kini()
    segar = type(objek)._base_manager.select_for_update().get(pk=objek.pk)
    if segar.versi != objek.versi:
        raise VersiBerubah(segar, objek.versi)
    _bukan_diri(kini, segar)
    try:
        yield segar
    except TransitionNotAllowed as galat:
        bidang = getattr(segar, "bidang_keadaan", "status")
        sebutan = str(getattr(segar, f"get_{bidang}_display")()).lower()  # only records with states come here
        raise AturanDilanggar("KEADAAN_TIDAK_SESUAI", f"{segar} sudah {sebutan}.", "Muat ulang halaman.") from galat
    _bukan_diri(kini, segar)  # nor does anybody make a record his own
    segar.versi += 1
    periksa_utuh(segar)
    segar.save()
    objek.versi = segar.versi
    kini.objek.append((segar._meta.label_lower, segar.pk, "~"))
    if sebab and not kini.baris.sebab:
        kini.baris.sebab = sebab[:500]
        kini.baris.save(update_fields=["sebab"])


def pastikan_tak_tetap(objek: Rekam) -> None:
    """Raise DataTetap when the record's own state allows no plain editing (`Rekam.tetap`)."""
    if (sebab := objek.tetap()) is not None:
        raise DataTetap(objek, sebab)


def simpan_baru(objek: R) -> R:
    """Validate and store a new record with its first history line."""
    kini = _wajib_kini()
    _bukan_diri(kini, objek)
    periksa_utuh(objek)
    objek.save(force_insert=True)
    kini.objek.append((objek._meta.label_lower, objek.pk, "+"))
    return objek
