"""Maker and checker: an intern's act is a proposal; a penyelia returns, edits, approves; nobody approves his own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from dtks.models import Individu, Pemeriksaan, Permohonan, SuratRekomendasi
from dtks.services import loket as services
from inti.access import boleh_atau_usul, semua_rute
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import BerkasTersimpan, Pengguna, Perubahan, Rekam, Sesi, Usulan
from inti.panggilan import dari_data, sebagai_data
from inti.services.usulan import usulan_kembalikan, usulan_setujui
from tests.test_matriks import BUKAN_ADMIN, _alamat

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
S = Usulan.Status
TOLAK = {"alasan": "SUDAH_TERDAFTAR", "catatan": ""}


@pytest.fixture
def usul(permohonan: Permohonan, magang: Pengguna, masuk_sebagai: Masuk) -> Usulan:
    """An intern proposes to accept a request whose papers are complete."""
    balasan = masuk_sebagai(magang).post(f"/dtks/permohonan/{permohonan.pk}/terima/", {"versi": permohonan.versi})
    usulan = Usulan.objects.get()
    assert balasan.status_code == 302 and balasan.url == f"/usulan/{usulan.pk}/"  # type: ignore[attr-defined]
    return usulan


def test_what_an_intern_sends_is_kept_and_nothing_changes(
    usul: Usulan, permohonan: Permohonan, magang: Pengguna
) -> None:
    permohonan.refresh_from_db()
    assert (permohonan.status, permohonan.versi) == ("diperiksa", 1)
    assert not SuratRekomendasi.objects.exists()
    assert not Perubahan.objects.filter(layanan="dtks.permohonan_terima").exists()
    assert (usul.layanan, usul.izin, usul.pengusul) == (
        "dtks.permohonan_terima",
        "dtks.putuskan_permohonan",
        magang,
    )
    status = next(b for kel in usul.beda for b in kel["baris"] if b[0] == "Status")
    assert status == ["Status", "Diperiksa", "Diterima"]


def test_approving_replays_the_call_in_the_approvers_name_and_says_whose_proposal_it_was(
    usul: Usulan, permohonan: Permohonan, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    assert permohonan.pemohon in klien.get("/usulan/antrean/").content.decode()
    klien.post(f"/usulan/{usul.pk}/setujui/", {"versi": usul.versi})
    permohonan.refresh_from_db()
    usul = Usulan.objects.get(pk=usul.pk)
    assert permohonan.status == "diterima" and permohonan.diputus_oleh == penyelia
    assert (usul.status, usul.pemeriksa, usul.hasil.layanan) == (S.DISETUJUI, penyelia, "dtks.permohonan_terima")
    assert "atas usulan Arif Gunawan" in klien.get(f"/dtks/permohonan/{permohonan.pk}/riwayat/").content.decode()


def test_approved_once_is_never_done_twice(usul: Usulan, penyelia: Pengguna) -> None:
    kedua = Usulan.objects.get(pk=usul.pk)
    usulan_setujui(usulan=usul, oleh=penyelia)
    with pytest.raises((AturanDilanggar, VersiBerubah)):
        usulan_setujui(usulan=kedua, oleh=penyelia)
    with pytest.raises((AturanDilanggar, VersiBerubah)):
        usulan_setujui(usulan=Usulan.objects.get(pk=usul.pk), oleh=penyelia)
    assert SuratRekomendasi.objects.count() == 1


def test_a_target_that_changed_meanwhile_is_shown_not_overwritten(
    usul: Usulan, permohonan: Permohonan, penyelia: Pengguna, loket: Pengguna, masuk_sebagai: Masuk
) -> None:
    services.permohonan_berkas(
        permohonan=permohonan, isian={"telepon": "+628111"}, berkas_ada=["ktp", "surat-faskes"], oleh=loket
    )
    klien = masuk_sebagai(penyelia)
    assert "Data sudah berubah" in klien.get("/usulan/antrean/").content.decode()
    assert "+628111" in klien.get(f"/usulan/{usul.pk}/").content.decode()
    assert klien.post(f"/usulan/{usul.pk}/setujui/", {"versi": usul.versi}).status_code == 409
    permohonan.refresh_from_db()
    assert permohonan.status == "diperiksa"
    assert Usulan.objects.get().status == S.MENUNGGU


def test_approval_binds_to_the_proposal_that_was_looked_at(
    usul: Usulan, permohonan: Permohonan, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    """T07: the proposer mends it after the checker opened it."""
    masuk_sebagai(magang).post(
        f"/dtks/permohonan/{permohonan.pk}/terima/",
        {"versi": permohonan.versi, "usulan": usul.pk, "usulan_versi": usul.versi, "catatan": "lain"},
    )
    assert Usulan.objects.get().versi == usul.versi + 1
    assert masuk_sebagai(penyelia).post(f"/usulan/{usul.pk}/setujui/", {"versi": usul.versi}).status_code == 409
    assert Permohonan.objects.get().status == "diperiksa"


def test_return_mend_approve(
    warga: Individu, aturan: None, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    """The whole way of a new request with a photographed paper, which stays when only a field is mended."""
    klien = masuk_sebagai(magang)
    klien.post("/dtks/loket/", {"cari": warga.nik})
    alamat = f"/dtks/loket/{Pemeriksaan.objects.get().pk}/reaktivasi/"
    isian = {f"pilih_{warga.pk}": "on", "ada_ktp": "on", "ada_surat-faskes": "on", "pengantar_nomor": "1"}
    klien.post(alamat, isian | {"pindai_ktp": SimpleUploadedFile("ktp.png", _png(), "image/png")})
    usulan = Usulan.objects.get()
    assert not Permohonan.objects.exists()
    berkas = BerkasTersimpan.objects.get()
    assert (berkas.pemilik_label, berkas.pemilik_id) == ("inti.usulan", str(usulan.pk))
    atas = masuk_sebagai(penyelia)
    assert atas.get(f"/berkas/{berkas.pk}/").status_code == 200
    atas.post(f"/usulan/{usulan.pk}/kembalikan/", {"alasan": "Nomor pengantar keliru", "versi": usulan.versi})
    assert "Nomor pengantar keliru" in klien.get(f"/usulan/{usulan.pk}/").content.decode()
    formulir = klien.get(f"{alamat}?usulan={usulan.pk}").content.decode()
    assert 'value="1"' in formulir and "Nomor pengantar keliru" in formulir
    usulan = Usulan.objects.get()
    klien.post(
        alamat, isian | {"pengantar_nomor": "140/7", "usulan": str(usulan.pk), "usulan_versi": str(usulan.versi)}
    )
    usulan = Usulan.objects.get()
    assert usulan.status == S.MENUNGGU
    atas.post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    jadi = Permohonan.objects.get()
    assert jadi.pengantar_nomor == "140/7"
    assert jadi.kunjungan.dilayani_oleh == magang, "who stood at the counter served"
    assert jadi.berkas.get(syarat__kode="ktp").berkas == berkas
    berkas.refresh_from_db()
    assert (berkas.pemilik_label, berkas.pemilik_id) == ("dtks.permohonan", str(jadi.pk))


def test_editing_before_approving_is_one_act(
    usul: Usulan, permohonan: Permohonan, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    assert "Usulan Arif Gunawan" in klien.get(usul.alamat_sunting).content.decode()
    klien.post(
        usul.alamat,
        {"versi": permohonan.versi, "usulan": usul.pk, "usulan_versi": usul.versi, "catatan": "sesuai berkas"},
    )
    usul = Usulan.objects.get(pk=usul.pk)
    assert (usul.status, usul.disunting, usul.pemeriksa) == (S.DISETUJUI, True, penyelia)
    assert Permohonan.objects.get().catatan == "sesuai berkas"


def test_nobody_approves_his_own_by_any_way(
    usul: Usulan, permohonan: Permohonan, magang: Pengguna, masuk_sebagai: Masuk
) -> None:
    """T06: second role, batch, replay, edit-then-approve, return, admin."""
    klien = masuk_sebagai(magang)
    for alamat in (f"/usulan/{usul.pk}/setujui/", f"/usulan/{usul.pk}/kembalikan/", "/usulan/setujui/"):
        assert klien.post(alamat, {"pilih": usul.pk, f"versi_{usul.pk}": usul.versi}).status_code == 403
    magang.groups.add(Group.objects.get(name="penyelia"))
    magang.is_staff = True
    magang.save(update_fields=["is_staff"])
    klien = masuk_sebagai(Pengguna.objects.get(pk=magang.pk))
    assert permohonan.pemohon not in klien.get("/usulan/antrean/").content.decode()
    klien.post(f"/usulan/{usul.pk}/setujui/", {"versi": usul.versi})
    klien.post("/usulan/setujui/", {"pilih": usul.pk, f"versi_{usul.pk}": usul.versi})
    klien.post(f"/usulan/{usul.pk}/kembalikan/", {"versi": usul.versi, "alasan": "x"})
    with pytest.raises(AturanDilanggar, match="USULAN_SENDIRI"):
        usulan_kembalikan(usulan=usul, oleh=Pengguna.objects.get(pk=magang.pk), catatan="x")
    assert Usulan.objects.get().status == S.MENUNGGU
    assert Permohonan.objects.get().status == "diperiksa"
    assert klien.post(f"/admin/inti/usulan/{usul.pk}/change/", {"status": "disetujui"}).status_code in {302, 403, 404}
    assert Usulan.objects.get().status == S.MENUNGGU


def test_an_approver_needs_the_right_to_the_act_and_the_record_within_reach(
    usul: Usulan, konselor: Pengguna, staf_lain: Pengguna, masuk_sebagai: Masuk
) -> None:
    with pytest.raises(AturanDilanggar, match="TANPA_IZIN"):
        usulan_setujui(usulan=usul, oleh=konselor)
    staf_lain.groups.set([Group.objects.get(name="penyelia")])
    with pytest.raises(AturanDilanggar, match="DI_LUAR_LINGKUP"):
        usulan_setujui(usulan=usul, oleh=staf_lain)
    klien = masuk_sebagai(staf_lain)
    assert klien.get(f"/usulan/{usul.pk}/").status_code == 404
    assert klien.post(f"/usulan/{usul.pk}/setujui/", {"versi": 1}).status_code == 404


def test_a_refusal_of_the_rules_comes_at_once_not_at_approval(
    permohonan: Permohonan, magang: Pengguna, masuk_sebagai: Masuk
) -> None:
    balasan = masuk_sebagai(magang).post(
        f"/dtks/permohonan/{permohonan.pk}/tolak/", TOLAK | {"versi": permohonan.versi}
    )
    assert balasan.status_code == 409
    assert "berbeda dari saran" in balasan.content.decode()
    assert not Usulan.objects.exists()


def test_the_same_form_twice_is_one_proposal(permohonan: Permohonan, magang: Pengguna, masuk_sebagai: Masuk) -> None:
    klien, isian = masuk_sebagai(magang), {"versi": permohonan.versi, "kunci_kirim": "usul-sekali"}
    for _ in range(2):
        assert klien.post(f"/dtks/permohonan/{permohonan.pk}/terima/", isian).status_code == 302
    assert Usulan.objects.count() == 1


def test_a_batch_goes_on_past_one_that_cannot_be_approved(
    buat_warga: Callable[..., Individu],
    buat_permohonan: Callable[..., Permohonan],
    magang: Pengguna,
    penyelia: Pengguna,
    loket: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    klien, semua = masuk_sebagai(magang), [buat_permohonan(buat_warga()) for _ in range(3)]
    for p in semua:
        klien.post(f"/dtks/permohonan/{p.pk}/terima/", {"versi": p.versi})
    services.permohonan_terima(permohonan=semua[1], oleh=loket)
    isian: dict[str, Any] = {"pilih": [u.pk for u in Usulan.objects.all()]}
    isian |= {f"versi_{u.pk}": u.versi for u in Usulan.objects.all()}
    masuk_sebagai(penyelia).post("/usulan/setujui/", isian)
    assert Usulan.objects.filter(status=S.DISETUJUI).count() == 2
    assert Permohonan.objects.filter(diputus_oleh=penyelia).count() == 2


def test_a_proposer_never_passes_the_door_itself(permohonan: Permohonan, magang: Pengguna) -> None:
    """Whatever a page forgets, the service refuses."""
    with pytest.raises(PermissionDenied):
        services.permohonan_terima(permohonan=permohonan, oleh=magang)


def test_an_intern_changes_nothing_by_any_route_or_verb(
    surat: SuratRekomendasi, permohonan: Permohonan, magang: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    """Every route with real keys in its path: no record of the office moves, whatever is sent."""
    klien = masuk_sebagai(magang)
    kunci = {"dtks": [permohonan.pk, surat.pk, surat.permohonan.kunjungan_id], "": [magang.unit_id, magang.pk, 1]}
    sebelum = _isi_kantor()
    for r in semua_rute():
        if r.jalur.startswith("/admin/") or r.nama in {"keluar", "sesi_keluarkan_lain", "sesi_keluarkan"}:
            continue
        if r not in BUKAN_ADMIN or r.nama.startswith(("surat_cetak", "usulan", "tema")):
            continue  # prints and his own proposals and account are his
        if not boleh_atau_usul(magang, r.izin):
            continue  # refused at the gate: the walk over all pages sees that
        for pk in kunci["dtks" if r.jalur.startswith("/dtks/") else ""]:
            alamat = _alamat(r.jalur.replace("<int:pk>", str(pk)))
            klien.post(alamat, {"versi": 1, "alasan": "DATA_TIDAK_COCOK", "catatan": "x", "pilih": pk, "nama": "x"})
    assert _isi_kantor() == sebelum


def _isi_kantor() -> dict[str, list[Any]]:
    """Every record with its version, but for proposals."""
    return {
        m._meta.label: list(m._base_manager.order_by("pk").values_list("pk", "versi", "dibuang_pada"))
        for m in apps.get_models()
        if issubclass(m, Rekam) and m is not Usulan
    }


def test_a_kept_call_gives_back_the_same_values(permohonan: Permohonan) -> None:
    import datetime as dt
    import uuid
    from decimal import Decimal

    isi = {
        "p": permohonan,
        "d": [{"hari": dt.date(2026, 11, 22), "uang": Decimal("12.50"), "id": uuid.UUID(int=5)}],
        "t": dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC),
        "b": True,
        "n": None,
    }
    assert dari_data(sebagai_data(isi)) == isi
    assert dari_data(sebagai_data(permohonan)).versi == permohonan.versi


def test_a_session_is_not_a_record(magang: Pengguna, masuk_sebagai: Masuk) -> None:
    masuk_sebagai(magang).get("/")
    assert Sesi.objects.filter(pengguna=magang).count() == 1


def _png() -> bytes:
    keluaran = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(keluaran, "PNG")
    return keluaran.getvalue()
