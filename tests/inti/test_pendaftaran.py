"""What apps declare in their `isi.py`: every name stands for something, and what doesn't is refused by a sentence."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from inti import registry
from inti.pages.sumber import Sumber
from inti.pendaftaran.baca import baca_isi, lengkapi, macam
from inti.pendaftaran.macam import (
    Aplikasi,
    BagianDemo,
    Bersegel,
    DariSumber,
    Isi,
    JenisDokumen,
    JenisEkspor,
    JenisImpor,
    JenisTugas,
    Menu,
    Tindakan,
)
from inti.pendaftaran.periksa import isi_aplikasi, periksa_isi, pernyataan
from inti.sheets.impor import Importir
from inti.templatetags.tu import ikon

APLIKASI = Aplikasi("Contoh", "Contoh", "cube", "Contoh.", 1)
SEMUA = list(pernyataan(registry.dengan_sumber(registry.semua_isi())))


def galat(**isi: Any) -> list[str]:
    """What the system checks say of an app `arsip` that gives this."""
    penuh = lengkapi(Isi(aplikasi=APLIKASI, **isi), apps.get_app_config("arsip"))
    return [g.msg for g in periksa_isi(pernyataan({"arsip": penuh}))]


# --- what stands ------------------------------------------------------------------------------------------------------


def test_the_house_passes_its_own_checks() -> None:
    assert isi_aplikasi(None) == []
    assert len(SEMUA) > 150
    assert {label for label, _, _ in SEMUA} >= {"inti", "kepegawaian", "arsip", "dtks"}


@pytest.mark.parametrize(("label", "kunci", "p"), SEMUA, ids=lambda n: n if isinstance(n, str) else "")
def test_every_path_leads_to_what_its_kind_needs(label: str, kunci: str, p: Any) -> None:
    if isinstance(p, JenisDokumen):
        modul = import_module(p.modul)
        assert callable(modul.gambar) and modul.TATA_LETAK
        return
    jalur = [p] if isinstance(p, str) else [getattr(p, n) for n, apa in macam(p).items() if apa == "jalur"]
    for j in filter(None, jalur):
        assert callable(import_string(j)), j
    if isinstance(p, JenisImpor):
        kelas = registry.importir(p.jenis)
        assert issubclass(kelas, Importir) and kelas.jenis == p.jenis
    if isinstance(p, JenisEkspor):
        assert callable(registry.ekspor(p.jenis))
    if isinstance(p, Menu | Tindakan):
        assert "<svg" in ikon(p.ikon)


def test_each_app_has_a_face_and_at_most_nine_lines_stand_open() -> None:
    semua = registry.semua_aplikasi()
    assert [a.urut for a in semua.values()] == sorted({a.urut for a in semua.values()}), "no two have the same place"
    for label, a in semua.items():
        assert "<svg" in ikon(a.ikon) and a.kalimat.endswith(".") and len(a.singkat) <= 8, label
    utama = Counter(label for label, _, p in SEMUA if isinstance(p, Menu) and p.utama)
    assert set(utama) == set(semua) and max(utama.values()) <= 9


def test_a_noun_gives_its_own_line_export_and_import() -> None:
    formasi = next(m for m in registry.semua_menu() if m.rute == "kepegawaian:formasi_daftar")
    assert (formasi.teks, formasi.izin, formasi.kelompok) == (
        "Formasi",
        "kepegawaian.view_formasi",
        "Pegawai dan magang",
    )
    sekolah = registry.semua_ekspor()["magang-sekolah"]
    assert (sekolah.izin, sekolah.sebutan) == ("kepegawaian.change_sekolah", "Sekolah asal magang")

    class SumberContoh(Sumber):
        model, jalur, kolom, isian = import_string(sekolah.sumber).model, "contoh/", (), ("nama",)
        jenis, importir, ikon = "contoh", "x.ImporContoh", "cube"
        daftar = {"ekspor_izin": "kepegawaian.view_sekolah"}

    isi = SumberContoh.pernyataan(DariSumber("x.SumberContoh", urut=7, kelompok="Contoh", utama=True))
    assert isi["impor"] == (JenisImpor("contoh", "x.ImporContoh", "kepegawaian.impor_sekolah"),)
    assert isi["ekspor"] == (JenisEkspor("contoh", "x.SumberContoh", "kepegawaian.view_sekolah", "Sekolah"),)
    (baris,) = isi["menu"]
    assert (baris.rute, baris.urut, baris.utama) == ("kepegawaian:sekolah_daftar", 7, True)
    assert SumberContoh.alamat()[0].callback.view_class.impor == "contoh", "its list leads to the import"


# --- what is refused --------------------------------------------------------------------------------------------------


def test_an_unknown_key_is_refused_at_start_with_app_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def impor(nama: str) -> ModuleType:
        assert nama == "arsip.isi"
        Isi(aplikasi=APLIKASI, warna="biru")  # type: ignore[call-arg]
        raise AssertionError

    monkeypatch.setattr("inti.pendaftaran.baca.import_module", impor)
    with pytest.raises(ImproperlyConfigured, match=r"^arsip/isi\.py menyebut 'warna', yang tidak dikenal Isi\.$"):
        baca_isi(apps.get_app_config("arsip"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (None, r"arsip/isi\.py tidak berisi ISI"),
        (Isi(aplikasi=APLIKASI, harian=".x.y"), r"arsip/isi\.py: 'harian' harus berupa tuple berisi str"),  # type: ignore[arg-type]
        (Isi(aplikasi=APLIKASI, menu=(BagianDemo(1, ".x.y"),)), r"'menu' harus berupa tuple berisi Menu"),  # type: ignore[arg-type]
    ],
)
def test_contents_of_another_shape_are_refused_at_start(isi: Any, pesan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    modul = ModuleType("arsip.isi")
    modul.ISI = isi  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "arsip.isi", modul)
    with pytest.raises(ImproperlyConfigured, match=pesan):
        baca_isi(apps.get_app_config("arsip"))


BOKS = Menu("Boks", "inbox", "boks_daftar", "view_boks")
RAPI = JenisTugas("rapikan", ".jobs.massal.surat_massal")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"menu": (replace(BOKS, rute="tiada"),)}, "menu: rute 'arsip:tiada' tidak ada."),
        ({"menu": (replace(BOKS, izin="view_tiada"),)}, "menu: izin 'arsip.view_tiada' tidak ada."),
        ({"menu": (replace(BOKS, hitung=".queries.tiada.x"),)}, "menu: jalur 'arsip.queries.tiada.x' tidak ada."),
        ({"menu": (BOKS, replace(BOKS, teks="Dus"))}, "menu: 'arsip:boks_daftar' sudah dinyatakan arsip/isi.py."),
        ({"tugas": (RAPI, RAPI)}, "tugas: 'rapikan' sudah dinyatakan arsip/isi.py."),
        (
            {"harian": (".services.harian.tiada_begini",)},
            "harian: jalur 'arsip.services.harian.tiada_begini' tidak ada.",
        ),
        (
            {"penerbit_surat": (".services.keluar.surat_keluar_terbitkan", ".services.disposisi.disposisi_ingatkan")},
            "penerbit_surat: 'arsip.services.disposisi.disposisi_ingatkan' sudah dinyatakan arsip/isi.py.",
        ),
        ({"segel": (Bersegel("Tiada", "waktu"),)}, "segel: model 'arsip.Tiada' tidak ada."),
        ({"segel": (Bersegel("Boks", "dibuang_pada warna"),)}, "segel: arsip.Boks tidak berkolom 'warna'."),
        ({"sumber": (DariSumber(".sumber.tiada.X"),)}, "sumber: jalur 'arsip.sumber.tiada.X' tidak ada."),
    ],
)
def test_a_name_that_does_not_exist_or_stands_twice_is_named(isi: dict[str, Any], pesan: str) -> None:
    assert galat(**isi) == [f"arsip/isi.py, {pesan}"]


def test_two_apps_may_not_give_the_same_kind() -> None:
    satu = Isi(aplikasi=APLIKASI, impor=(JenisImpor("boks", "arsip.sheets.jra.ImporJRA", "arsip.impor_jra"),))
    pesan = [g.msg for g in periksa_isi(pernyataan({"arsip": satu, "dtks": satu}))]
    assert pesan == ["dtks/isi.py, impor: 'boks' sudah dinyatakan arsip/isi.py."]


def test_short_names_are_those_of_the_app_and_full_ones_stay() -> None:
    asal = Isi(aplikasi=APLIKASI, menu=(BOKS, Menu("Masuk", "home", "dtks:loket", "dtks.view_tiket", kelompok="")))
    boks, masuk = lengkapi(asal, apps.get_app_config("arsip")).menu
    assert (boks.rute, boks.izin, boks.kelompok) == ("arsip:boks_daftar", "arsip.view_boks", "Contoh")
    assert (masuk.rute, masuk.izin, masuk.kelompok) == ("dtks:loket", "dtks.view_tiket", "")
