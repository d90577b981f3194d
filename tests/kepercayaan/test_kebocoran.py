"""T01, T04, T05, T28: somebody else's canaries in no reply, whatever the route, the method, the id and where it is put."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dtks.models import Individu, Penggabungan, Permohonan, Sekaligus, SuratRekomendasi, Tiket, TinjauGanda
from dtks.services import loket as services
from dtks.services.sekaligus import sekaligus_periksa
from inti.access import semua_rute
from inti.models import Pengguna, UnitKerja, Usulan, Wilayah
from tests.conftest import buat_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
Masuk = Callable[[Pengguna], Client]
KENARI = "KENARIRAHASIA"
NIK_KENARI = "9971015503849876"


@pytest.fixture
def rumah_lain(
    buat_warga: Callable[..., Individu],
    buat_permohonan: Callable[..., Permohonan],
    desa_lain: Wilayah,
    unit_lain: UnitKerja,
    aturan: None,
    magang: Pengguna,
) -> dict[str, Any]:
    """Another unit's and another village's records, a canary in every text of theirs."""
    petugas = buat_pengguna("loketlain", "loket", unit=unit_lain, nama="Petugas Lain")
    orang = buat_warga(nama=f"{KENARI} NAMA", desa=desa_lain, nik=NIK_KENARI, alamat=f"{KENARI} JALAN")
    kembar = buat_warga(nama=f"{KENARI} KEMBAR", desa=desa_lain, nik=NIK_KENARI)
    p = buat_permohonan(orang, oleh=petugas, pengantar_nomor=f"{KENARI}/1", keperluan=f"{KENARI} perlu")
    services.permohonan_terima(permohonan=p, oleh=petugas)
    usulan = Usulan.objects.create(
        pk=777_001,  # no other record bears this key: a path to the proposal never opens something of one's own
        layanan="dtks.permohonan_tunda", izin="dtks.putuskan_permohonan", alamat="/", sasaran=f"{KENARI} usul",
        beda=[{"judul": KENARI, "baru": True, "baris": [["a", "b", KENARI]]}], pengusul=petugas, unit=unit_lain,
        diajukan_pada=timezone.now(),
    )  # fmt: skip
    daftar = sekaligus_periksa(nama=f"{KENARI} daftar", jenis="reaktivasi", daftar=[NIK_KENARI], oleh=petugas)
    tiket = Tiket.objects.create(
        unit=unit_lain,
        tanggal=timezone.localdate(),
        urut=1,
        kode="P-987",
        keperluan="tanya",
        diambil_pada=timezone.now(),
    )
    tinjau = TinjauGanda.objects.create(jenis="nik_ganda", individu=orang, lain=kembar, catatan=f"{KENARI} catatan")
    gabung = Penggabungan.objects.create(utama=orang, lain=kembar, alasan=f"{KENARI} alasan")
    return {
        m._meta.label_lower: o
        for m, o in (
            (Individu, orang), (Permohonan, p), (SuratRekomendasi, SuratRekomendasi.objects.get()), (Usulan, usulan),
            (Sekaligus, daftar), (Tiket, tiket), (TinjauGanda, tinjau), (Penggabungan, gabung),
        )
    }  # fmt: skip


def isi(balasan: HttpResponse) -> str:
    """Everything that a reply says: status line aside, headers and body."""
    kepala = " ".join(f"{k}:{v}" for k, v in balasan.headers.items())
    tubuh = b"".join(balasan.streaming_content) if getattr(balasan, "streaming", False) else balasan.content  # type: ignore[attr-defined]
    return kepala + tubuh.decode("utf-8", "replace")


def alamat(rumah: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every route with the keys of the other house's records in its path, and without any key."""
    kunci = {str(o.pk) for o in rumah.values()}
    for r in semua_rute():
        if r.jalur.startswith("/admin/") or r.nama in {"keluar", "sesi_keluarkan_lain"}:
            continue
        jalur = r.jalur
        for pola, ganti in (
            ("<uuid:pk>", str(uuid.UUID(int=7))), ("<str:kode>", "TIDAKADA"), ("<slug:jenis>", "reaktivasi"),
            ("<slug:bagian>", "riwayat"), ("<slug:verba>", "layani"),
        ):  # fmt: skip
            jalur = jalur.replace(pola, ganti)
        if "<int:pk>" in jalur:
            yield from ((r.nama, jalur.replace("<int:pk>", k)) for k in sorted(kunci))
        elif "<" not in jalur:
            yield r.nama, jalur


# The registry is the whole office's: a unit sees every person, a village only its own; cases are the unit's own.
SIAPA = [("desa", True), ("perusahaan", True), ("admin", True), ("magang", False), ("loket", False), ("staf", False), ("penyelia", False)]  # fmt: skip


@pytest.mark.parametrize(("peran_kini", "juga_registri"), SIAPA)
@pytest.mark.parametrize("semua_cara", [False, pytest.param(True, marks=pytest.mark.lama)])
def test_no_reply_holds_another_houses_canary(
    peran_kini: str,
    juga_registri: bool,
    semua_cara: bool,
    rumah_lain: dict[str, Any],
    peran: dict[str, Pengguna],
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    klien = masuk_sebagai(peran[peran_kini])
    registri = f"{KENARI} (NAMA|KEMBAR|JALAN)"
    sebelum = _semua_versi()
    for nama, jalur in alamat(rumah_lain):
        metode: tuple[tuple[str, dict[str, str]], ...] = (
            ("get", {}),
            ("get", {"HTTP_HX_REQUEST": "true"}),
            ("head", {}),
        )
        for kata, kepala in metode:
            balasan = getattr(klien, kata)(jalur, **kepala)
            teks = isi(balasan)
            if not juga_registri:
                teks = re.sub(registri, "", teks)
            assert KENARI not in teks, (peran_kini, kata, nama, jalur)
            assert NIK_KENARI not in teks, (peran_kini, kata, nama, jalur)
            if balasan.status_code != 200 and not semua_cara:
                break  # what refuses a plain GET is asked in other ways by `make test-lama`
    assert _semua_versi() == sebelum


@pytest.mark.parametrize("peran_kini", ["desa", "loket", "penyelia", "pimpinan"])
def test_foreign_keys_in_a_body_change_nothing_and_tell_nothing(
    peran_kini: str, rumah_lain: dict[str, Any], peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Masuk
) -> None:
    """T04: ids swapped in the body of every POST: bulk choices, versions, choices of keys."""
    if peran_kini == "pimpinan":
        pytest.skip("pimpinan memimpin kedua unit")
    klien = masuk_sebagai(peran[peran_kini])
    asal = {label: type(o)._base_manager.filter(pk=o.pk).values().get() for label, o in rumah_lain.items()}
    kunci = [str(o.pk) for o in rumah_lain.values()]
    for nama, jalur in alamat({"inti.usulan": rumah_lain["inti.usulan"]}):
        if nama.startswith(("tema", "akun", "masuk", "sesi", "tugas")):
            continue
        kirim = dict.fromkeys(
            ("pilih", "individu", "kunjungan", "meja", "unit", "utama", "salah", "objek", "pk"), kunci
        )
        teks = isi(klien.post(jalur, kirim | {f"versi_{k}": "1" for k in kunci} | {"versi": "1", "alasan": "x"}))
        teks = teks if peran_kini == "desa" else re.sub(f"{KENARI} (NAMA|KEMBAR|JALAN)", "", teks)
        assert KENARI not in teks, (nama, jalur)
    for label, objek in rumah_lain.items():
        segar = type(objek)._base_manager.filter(pk=objek.pk).values().get()
        assert segar == asal[label], f"{label} milik orang lain berubah"


def _semua_versi() -> dict[str, list[Any]]:
    return {
        m._meta.label_lower: list(m._base_manager.order_by("pk").values_list("pk", "versi"))
        for m in apps.get_models()
        if any(f.name == "versi" for f in m._meta.concrete_fields)
        and not m.__name__.startswith("Riwayat")
        and isinstance(m._meta.pk, models.AutoField)
    }


@pytest.mark.parametrize("peran_kini", ["pimpinan", "penyelia", "staf", "loket", "magang", "desa"])
def test_no_page_shows_a_whole_nik(
    peran_kini: str,
    buat_warga: Callable[..., Individu],
    surat: SuratRekomendasi,
    peran: dict[str, Pengguna],
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    """T28: pages of one's own people mask every number; showing one is an act of its own with its reason."""
    nik = set(Individu.objects.values_list("nik", flat=True)) | set(Individu.objects.values_list("no_kk", flat=True))
    klien = masuk_sebagai(peran[peran_kini])
    kunci = {"dtks.permohonan": surat.permohonan, "dtks.surat": surat, "dtks.individu": Individu.objects.first()}
    for nama, jalur in alamat(kunci):
        balasan = klien.get(jalur)
        if "html" not in balasan.headers.get("Content-Type", ""):
            continue  # papers bear the whole number; who may print them is another test's matter
        teks = isi(balasan)
        assert not any(n in teks for n in nik), (peran_kini, nama, jalur)
        assert not any(n in jalur for n in nik)
