"""T08: no state is skipped. T09: a form takes what it declares and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_fsm import FSMField

from dtks.models import Individu, NikBermasalah, Permohonan, SuratRekomendasi, Tiket
from inti.access import semua_rute
from inti.models import Pengguna, UnitKerja, Usulan
from inti.pages.formulir import Tambah, Ubah
from inti.panggilan import sebagai_data
from kepegawaian.models import Pegawai

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
ISIAN = {
    "alasan": "SUDAH_TERDAFTAR",
    "catatan": "alasan tertulis",
    "kepada": "Warga",
    "sebab": "uji",
    "pengantar_nomor": "1",
    "pengantar_tanggal": "18-11-2026",
    "faskes_nama": "RSUD",
    "ada_ktp": "on",
}
# Who may do most with each kind, and the routes of its verbs.
JENIS: dict[str, tuple[type[models.Model], str, tuple[str, ...]]] = {
    "permohonan": (Permohonan, "penyelia", ("permohonan_terima", "permohonan_tolak", "penolakan_buka", "anggota_lepas", "permohonan_tunda", "permohonan_lengkapi_id", "permohonan_ubah_berkas", "desa_lengkapi")),
    "surat": (SuratRekomendasi, "pimpinan", ("surat_setujui", "surat_kembalikan", "surat_cetak", "surat_cetak_ulang", "surat_serahkan", "surat_batalkan")),
    "tiket": (Tiket, "penyelia", ("ulang", "layani", "tutup", "lewati", "kembali")),
    "usulan": (Usulan, "penyelia", ("usulan_setujui", "usulan_kembalikan", "usulan_tarik")),
}  # fmt: skip
KASUS = [(jenis, s, v) for jenis, (m, _, verba) in JENIS.items() for s in m.Status.values for v in verba]  # type: ignore[attr-defined]


def digambar(model: type[models.Model]) -> set[tuple[str, str]]:
    """(from, to) of every drawn transition."""
    bidang = next(f for f in model._meta.concrete_fields if isinstance(f, FSMField))
    return {(str(t.source), str(t.target)) for t in bidang.get_all_transitions(model) if t.target is not None}


@pytest.fixture
def contoh(
    surat: SuratRekomendasi,
    unit: UnitKerja,
    magang: Pengguna,
    buat_permohonan: Callable[..., Permohonan],
    warga: Individu,
) -> dict[str, Any]:
    """One record of each kind, whole enough that every verb could be meant."""
    return {
        "permohonan": buat_permohonan(warga),
        "surat": surat,
        "tiket": Tiket.objects.create(
            unit=unit,
            tanggal=timezone.localdate(),
            urut=1,
            kode="A-001",
            keperluan="tanya",
            diambil_pada=timezone.now(),
        ),
        "usulan": Usulan.objects.create(
            layanan="dtks.permohonan_tunda",
            argumen=sebagai_data({"permohonan": surat.permohonan}),
            izin="dtks.putuskan_permohonan",
            alamat="/",
            pengusul=magang,
            unit=unit,
            diajukan_pada=timezone.now(),
        ),
    }


@pytest.fixture
def berkuasa(penyelia: Pengguna, pimpinan: Pengguna) -> dict[str, Pengguna]:
    """A penyelia and a head who hold every right of the office, so that only the state can stop them."""
    semua = Group.objects.exclude(name__in=["magang", "desa", "perusahaan"])
    for p in (penyelia, pimpinan):
        p.groups.set(semua)
    return {"penyelia": Pengguna.objects.get(pk=penyelia.pk), "pimpinan": Pengguna.objects.get(pk=pimpinan.pk)}


@pytest.mark.parametrize(("jenis", "status", "verba"), KASUS)
def test_only_drawn_transitions_change_a_state(
    jenis: str,
    status: str,
    verba: str,
    contoh: dict[str, Any],
    berkuasa: dict[str, Pengguna],
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    model, siapa, _ = JENIS[jenis]
    objek = contoh[jenis]
    isi: dict[str, Any] = {"status": status}
    if jenis == "permohonan" and status == "ditolak":
        isi["alasan"] = "SUDAH_TERDAFTAR"
    model._base_manager.filter(pk=objek.pk).update(**isi)
    alamat = (
        f"/dtks/antrean/tiket/{objek.pk}/{verba}/"
        if jenis == "tiket"
        else reverse(verba if verba.startswith("usulan") else f"dtks:{verba}", args=[objek.pk])
    )
    masuk_sebagai(berkuasa[siapa]).post(alamat, ISIAN | {"versi": objek.versi})
    kini = model._base_manager.values_list("status", flat=True).get(pk=objek.pk)
    assert kini == status or (status, kini) in digambar(model)


def test_the_table_of_drawn_transitions_has_forbidden_pairs_too() -> None:
    """So that the test above can fail."""
    for model, _, _ in JENIS.values():
        semua = set(itertools.permutations(model.Status.values, 2))  # type: ignore[attr-defined]
        assert semua - digambar(model), model
    assert ("benar", "dijawab") not in digambar(NikBermasalah)


TURUNAN = {"jalur"}  # computed from the declared fields at every save


def _nilai_liar(bidang: models.Field) -> str:
    if isinstance(bidang, models.BooleanField):
        return "on"
    if isinstance(bidang, (models.DateTimeField, models.DateField)):
        return "2001-01-01"
    if bidang.is_relation or isinstance(bidang, (models.IntegerField, models.DecimalField)):
        return "1"
    return "liar"


def _formulir() -> list[tuple[str, type[Any], type[models.Model], bool]]:
    from django.urls import get_resolver

    hasil = []
    for r in semua_rute():
        cocok = (
            get_resolver().resolve(r.jalur.replace("<int:pk>", "1"))
            if "<" not in r.jalur.replace("<int:pk>", "")
            else None
        )
        kelas = getattr(cocok.func, "view_class", None) if cocok else None
        if kelas is not None and issubclass(kelas, (Tambah, Ubah)):
            hasil.append((r.jalur, kelas, kelas.model, issubclass(kelas, Ubah)))
    return hasil


def test_fields_that_a_form_does_not_declare_cannot_be_sent(
    berkuasa: dict[str, Pengguna], instansi: Any, pegawai_uji: Pegawai, masuk_sebagai: Masuk
) -> None:
    """Every create and change form, with every field of its model added to what is sent."""
    klien = masuk_sebagai(berkuasa["penyelia"])
    dicoba = 0
    for jalur, kelas, model, ubah in _formulir():
        if not ubah:
            continue
        objek = model._base_manager.order_by("pk").first()
        if objek is None:
            continue
        sah = set(getattr(kelas.form, "base_fields", {}))
        bidang = [f for f in model._meta.concrete_fields if f.name not in sah and f.attname not in sah]
        sebelum = {f.attname: getattr(objek, f.attname) for f in bidang}
        kirim = {f.name: _nilai_liar(f) for f in bidang} | {f.attname: _nilai_liar(f) for f in bidang}
        kirim |= {n: str(getattr(objek, n, "") or "") for n in sah} | {"versi": getattr(objek, "versi", "")}
        klien.post(jalur.replace("<int:pk>", str(objek.pk)), kirim)
        segar = model._base_manager.get(pk=objek.pk)
        tetap = set(sebelum) - {"versi", "diubah_pada"} - TURUNAN
        for n in TURUNAN & set(sebelum):
            assert str(getattr(segar, n)) != kirim[n], (jalur, n)
        assert {n: getattr(segar, n) for n in tetap} == {n: sebelum[n] for n in tetap}, (jalur, model)
        dicoba += 1
    assert dicoba >= 4


@pytest.fixture
def pegawai_uji(aturan: None, penyelia: Pengguna, unit: UnitKerja) -> Pegawai:
    from dtks.models import Layar, Meja

    Meja.objects.create(nama="Loket 1", unit=unit)
    Layar.objects.create(nama="TV", jenis="papan", unit=unit)
    return Pegawai.objects.get(pengguna=penyelia)
