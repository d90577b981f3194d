"""Edges of a declared noun: a file that is kept, a right of its own, a unit beyond reach, a paper that outlives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arsip.models import Boks
from arsip.services.boks import boks_tambah
from inti.forms.pindaian import PindaianField
from inti.galat import AturanDilanggar
from inti.models import Dokumen, Lingkup, Pengguna, Tempat, UnitKerja
from inti.pages.kertas import _pastikan_boleh
from inti.services.berkas import berkas_simpan
from inti.services.rekam import rekam_buang
from inti.services.tempat import tempat_tambah
from kepegawaian.models import Formasi
from kepegawaian.sumber.formasi import FormasiSumber

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def formasi(unit: UnitKerja) -> Formasi:
    return Formasi.objects.create(unit=unit, nama="Pengelola Data", jenis="pelaksana")


@pytest.fixture
def boks(arsiparis: Pengguna) -> Boks:
    rak = tempat_tambah(kode="rak", nama="Rak", jenis=Tempat.Jenis.RAK, induk=None, oleh=arsiparis)
    return boks_tambah(kode="b1", nama="Boks 1", induk=rak, jenis=None, bulan=None, oleh=arsiparis)


def test_a_file_that_is_not_sent_again_is_kept() -> None:
    medan = PindaianField(required=True)
    assert medan.clean(None, initial="kunci-berkas-lama") is None
    baru = medan.clean(SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF"), initial="kunci-berkas-lama")
    assert baru.jenis_isi == "application/pdf"


def test_who_holds_the_nouns_own_right_is_offered_what_it_allows(
    boks: Boks, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    alamat = f"/arsip/boks/{boks.pk}/"
    assert f'href="{alamat}ubah/"' in masuk_sebagai(arsiparis).get(alamat).content.decode()


def test_an_office_wide_desk_reaches_every_unit_and_others_their_own(
    personalia: Pengguna, staf: Pengguna, unit: UnitKerja
) -> None:
    lingkup = Lingkup(unit="unit", seluruh="kepegawaian.kelola_kantor")
    assert lingkup.jalur(personalia) == unit.jalur.split("/", 1)[0] + "/"
    assert lingkup.jalur(staf) == unit.jalur


def test_a_unit_beyond_reach_that_stands_there_stays_on_offer(
    formasi: Formasi, staf_lain: Pengguna, unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    class Dasar(FormasiSumber.__bases__[0]):  # type: ignore[misc,name-defined]
        model, jalur, kolom, isian = Formasi, "uji/", (), ("unit", "nama")

    for instansi, ditawarkan in ((formasi, {unit.pk, unit_lain.pk}), (None, {unit_lain.pk})):
        form = Dasar.kelas_form()(instance=instansi)
        Dasar.pilihan(form, staf_lain)
        assert set(form.fields["unit"].queryset.values_list("pk", flat=True)) == ditawarkan


def test_a_record_with_a_valid_paper_is_not_thrown_away(formasi: Formasi, personalia: Pengguna) -> None:
    berkas = berkas_simpan(isi=b"x", nama="a.pdf", jenis_isi="application/pdf", oleh=personalia)
    kertas = Dokumen.objects.create(
        kode="A" * 16, jenis="uji", judul="Kartu", nomor="K/1", tanggal=dt.date(2026, 1, 5), penandatangan="x",
        snapshot={}, snapshot_sha256="0", tata_letak="x", berkas=berkas, sha256="0",
        objek_label="kepegawaian.formasi", objek_id=str(formasi.pk), oleh=personalia,
    )  # fmt: skip
    with pytest.raises(AturanDilanggar) as galat:
        rekam_buang(objek=formasi, oleh=personalia)
    assert galat.value.kode == "DOKUMEN_MASIH_BERLAKU"
    Dokumen.objects.filter(pk=kertas.pk).update(keadaan=Dokumen.Keadaan.DIBATALKAN)
    rekam_buang(objek=formasi, oleh=personalia)


def test_who_may_only_propose_prints_nothing(magang: Pengguna, penyelia: Pengguna) -> None:
    kertas: Any = SimpleNamespace(izin={"cetak": "arsip.change_suratmasuk"})
    with pytest.raises(PermissionDenied):
        _pastikan_boleh(cast(Any, SimpleNamespace(user=magang)), kertas)
    kertas.izin["cetak"] = "inti.view_usulan"
    assert penyelia.has_perm("inti.view_usulan")
    _pastikan_boleh(cast(Any, SimpleNamespace(user=penyelia)), kertas)
