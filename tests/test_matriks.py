"""The map of rights: every route declares who may come in, and what the domain keeps apart stays apart.

That each account meets exactly what the map says is seen by the walk (tests/kepercayaan/test_jalan.py).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from inti.access import ADMIN_DJANGO, MASUK, PERAN, PUBLIK, boleh, hak_app, semua_rute
from inti.management.commands.peta_hak import peta_hak
from inti.models import Pengguna

pytestmark = pytest.mark.django_db
BUKAN_ADMIN = [r for r in semua_rute() if not r.jalur.startswith("/admin/")]


def _alamat(jalur: str) -> str:
    """A path with arguments that name nothing: permission is decided before any record is sought."""
    for pola, isi in (
        ("<uuid:pk>", str(uuid.UUID(int=7))),
        ("<int:pk>", "987654321"),
        ("<str:kode>", "TIDAKADA"),
        ("<slug:jenis>", "dtks"),
        ("<slug:bagian>", "riwayat"),
        ("<slug:verba>", "layani"),
        ("<slug:macam>", "kgb"),
        ("<int:templat>", "987654321"),
        ("<slug:app>", "dtks"),
    ):
        jalur = jalur.replace(pola, isi)
    assert "<" not in jalur, f"jenis argumen rute belum dikenal uji ini: {jalur}"
    return jalur


def test_every_route_declares_who_may_come_in() -> None:
    assert [r.jalur for r in semua_rute() if not r.izin] == []


def test_every_declared_permission_exists_and_somebody_holds_it() -> None:
    from django.apps import apps
    from django.contrib.auth.models import Permission

    ada = {f"{p.content_type.app_label}.{p.codename}" for p in Permission.objects.select_related("content_type")}
    dipegang = {izin for app in apps.get_app_configs() for izin in hak_app(app)}
    for r in semua_rute():
        if r.izin not in {PUBLIK, MASUK, ADMIN_DJANGO}:
            assert r.izin in ada, r
            assert r.izin in dipegang, r


@pytest.mark.parametrize(
    ("nama", "boleh"),
    [("staf", True), ("penyelia", True), ("loket", False), ("magang", False), ("desa", False), ("admin", False)],
)
def test_only_holders_of_the_importers_permission_reach_its_page(
    nama: str, boleh: bool, peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    assert masuk_sebagai(peran[nama]).get("/impor/dtks/").status_code == (200 if boleh else 403)


def test_django_admin_is_closed_to_all_but_the_admin(
    peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    for nama in PERAN:
        status = masuk_sebagai(peran[nama]).get("/admin/").status_code
        assert (status == 200) is (nama == "admin"), (nama, status)


def test_an_undeclared_view_is_closed(masuk_sebagai: Callable[[Pengguna], Client], staf: Pengguna, rf: Any) -> None:
    from django.core.exceptions import PermissionDenied

    from inti.middleware import HakMiddleware

    permintaan = rf.get("/")
    permintaan.user, permintaan.resolver_match, permintaan.session, permintaan.sesi = (
        staf,
        None,
        {},
        SimpleNamespace(punya_faktor=False, peran_wajib=False),
    )
    with pytest.raises(PermissionDenied):
        HakMiddleware(lambda r: None).process_view(permintaan, lambda r: None, (), {})  # type: ignore[arg-type,return-value]


def test_roles_that_the_domain_keeps_apart() -> None:
    """From domain/README.md, written down apart from permissions.py: who must never hold what."""
    peta = {r["nama"]: r["peran"] for r in peta_hak() if r["nama"]}
    jalur = {r["jalur"]: r["peran"] for r in peta_hak()}
    usul = {r["nama"]: r["mengusul"] for r in peta_hak() if r["nama"]}
    assert not any(
        jalur[j]["admin"]
        for j in jalur
        if j.startswith(("/dtks/permohonan", "/dtks/surat", "/dtks/individu", "/dtks/loket"))
    )
    for verba in ("terima", "tolak", "tunda", "lengkapi_id", "segarkan"):
        putus = {"penyelia", "staf", "loket", "magang"} | (
            {"pimpinan"} if verba in {"terima", "tolak", "tunda"} else set()
        )
        assert {p for p, b in peta[f"permohonan_{verba}"].items() if b} == putus, "the head may for the units below"
        assert usul[f"permohonan_{verba}"] == ["magang"], "an intern proposes and never decides"
    assert all(set(m) <= {"magang"} for n, m in usul.items() if n != "saya_ubah")
    pegawai = ["pimpinan", "penyelia", "staf", "loket", "konselor", "personalia"]
    assert usul["saya_ubah"] == pegawai, "one's own data are mended by another, whatever right one holds"
    for verba in (
        "surat_setujui",
        "surat_setujui_massal",
        "surat_kembalikan",
        "surat_batalkan",
        "surat_terbitkan_ulang",
    ):
        assert {p for p, b in peta[verba].items() if b} == {"penyelia", "pimpinan"}
    assert {p for p, b in peta["surat_cetak"].items() if b} == {"penyelia", "staf", "loket", "magang", "desa"}
    for j in (j for j in jalur if j.startswith("/dtks/puspaga/")):
        assert {p for p, b in jalur[j].items() if b} <= {"konselor", "pimpinan"}, j
    assert {p for p, b in peta["individu_tampilkan"].items() if b} == {"pimpinan", "penyelia", "staf", "loket"}
    assert not any(
        peran["perusahaan"] for j, peran in jalur.items() if j.startswith(("/dtks/", "/arsip/", "/kepegawaian/"))
    )


def test_the_menu_offers_only_what_the_role_may_open(
    peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    """Every line that a role may open stands in its app's index; of all others none, nor in any menu."""
    from inti.registry import semua_aplikasi, semua_menu

    for nama in PERAN:
        klien = masuk_sebagai(peran[nama])
        beranda = klien.get("/").content.decode()
        for app in semua_aplikasi():
            milik = {m for m in semua_menu() if m.app == app and boleh(peran[nama], m.izin)}
            balasan = klien.get(f"/halaman/{app}/")
            assert balasan.status_code == (200 if milik else 404), (nama, app)
            isi = balasan.content.decode() if milik else beranda
            for m in (m for m in semua_menu() if m.app == app):
                assert (f'href="{reverse(m.rute)}"' in isi) is (m in milik), (nama, m.rute)
