"""Switching an app off: it leaves no trace but its data, and comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import AplikasiAktif, Pengguna, Tugas
from inti.queries.aplikasi import aplikasi_mati, semua_saklar
from inti.registry import semua_aplikasi
from inti.services.aplikasi import aplikasi_atur

pytestmark = pytest.mark.django_db

Masuk = Callable[[Pengguna], Client]


def _hanya(administrator: Pengguna, *mati: str) -> None:
    aplikasi_atur(aktif=sorted(set(semua_aplikasi()) - set(mati)), oleh=administrator)


@pytest.mark.parametrize("kode", [k for k, a in semua_aplikasi().items() if not a.tetap])
def test_off_it_is_gone_and_on_it_is_as_before(
    kode: str, administrator: Pengguna, peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Masuk
) -> None:
    pemakai = [k for k, a in semua_aplikasi().items() if kode in a.memakai.split()]
    sebelum = {n: set(Pengguna.objects.get(pk=p.pk).get_all_permissions()) for n, p in peran.items()}
    halaman = {n: masuk_sebagai(p).get("/").content for n, p in peran.items()}
    milik = [r.rute for r in registry.semua_menu() if r.app == kode]
    assert milik
    _hanya(administrator, kode, *pemakai)
    for p in peran.values():
        segar = Pengguna.objects.get(pk=p.pk)
        assert not {i for i in segar.get_all_permissions() if i.startswith(f"{kode}.")}
        klien = masuk_sebagai(segar)
        isi = klien.get("/").content.decode()
        assert f'"/{kode}/' not in isi
        assert klien.get(f"/halaman/{kode}/").status_code == 404
        cari = klien.post("/cari/", {"q": "surat"}).content.decode()
        assert f'"/{kode}/' not in cari
        for m in (m for m in registry.semua_menu() if m.app == kode):
            assert klien.get(registry_alamat(m.rute)).status_code == 403
    for jenis, isi_impor in registry.semua_importir().items():
        if isi_impor.izin.startswith(f"{kode}."):
            assert masuk_sebagai(peran["penyelia"]).get(f"/impor/{jenis}/").status_code in {403, 404}
    _hanya(administrator)
    assert aplikasi_mati() == set()
    for n, p in peran.items():
        assert set(Pengguna.objects.get(pk=p.pk).get_all_permissions()) == sebelum[n]
        assert masuk_sebagai(p).get("/").content.count(b"<a ") == halaman[n].count(b"<a ")


def registry_alamat(rute: str) -> str:
    from django.urls import reverse

    return reverse(rute)


def test_the_refusal_names_the_switch_and_the_superuser_is_no_exception(
    administrator: Pengguna, penyelia: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    _hanya(administrator, "dtks")
    darurat = Pengguna.objects.create_superuser("darurat", "sandi-darurat-kantor", nama="Darurat")
    for siapa in (penyelia, darurat):
        balasan = masuk_sebagai(siapa).get("/dtks/permohonan/")
        assert balasan.status_code == 403
        assert "tidak dipakai kantor Anda" in balasan.content.decode()
    assert "dtks" not in masuk_sebagai(darurat).get("/admin/").content.decode().lower()


def test_public_pages_of_an_app_that_is_off_are_not_there(
    administrator: Pengguna, instansi: Any, client: Client
) -> None:
    assert client.get("/cek/").status_code == 200
    _hanya(administrator, "dtks")
    assert client.get("/cek/").status_code == 404
    assert client.get("/masuk/").status_code == 200
    _hanya(administrator)
    assert client.get("/cek/").status_code == 200


def test_jobs_of_an_app_that_is_off_do_nothing_and_say_why(administrator: Pengguna, staf: Pengguna) -> None:
    _hanya(administrator, "dtks")
    jenis = next(t.jenis for t in registry.semua_isi()["dtks"].tugas)
    tugas = Tugas.objects.create(jenis=jenis, judul="Percobaan", argumen={}, oleh=staf)
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert (tugas.keadaan, tugas.hasil) == (Tugas.Keadaan.GAGAL, {"kode": "APLIKASI_MATI"})
    semua = {*registry.semua_harian(), *registry.semua_berkala()}
    tanpa = {*registry.semua_harian(semua_aplikasi()), *registry.semua_berkala(semua_aplikasi())}
    assert semua
    assert tanpa == set()
    kode = {t["kode"] for t in registry.semua_templat_surat()}
    assert {t["kode"] for t in registry.semua_templat_surat({"dtks"})} < kode


def test_what_another_app_needs_stays_on(administrator: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="APLIKASI_DIPAKAI"):
        _hanya(administrator, "arsip")
    for tetap in (k for k, a in semua_aplikasi().items() if a.tetap):
        with pytest.raises(AturanDilanggar, match="APLIKASI_TETAP"):
            _hanya(administrator, tetap)
    with pytest.raises(AturanDilanggar, match="APLIKASI_ASING"):
        aplikasi_atur(aktif=[*semua_aplikasi(), "asing"], oleh=administrator)
    assert aplikasi_mati() == set()
    assert {s.kode: bool(s.dikunci) for s in semua_saklar(set(semua_aplikasi()))} == {
        "dtks": False,
        "arsip": True,
        "kepegawaian": True,
    }
    assert {s.kode for s in semua_saklar(set(semua_aplikasi()) - {"dtks"}) if s.dikunci} == {"kepegawaian"}


def test_the_page_stores_the_switches_with_history(
    administrator: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(administrator)
    assert klien.get("/kantor/aplikasi/").status_code == 200
    balasan = klien.post("/kantor/aplikasi/", {"aktif": ["dtks"]})
    assert balasan.status_code == 422
    assert "dipakai Loket" in balasan.content.decode()
    assert klien.post("/kantor/aplikasi/", {"aktif": ["arsip"]}).status_code == 302
    assert aplikasi_mati() == {"dtks"}
    assert "Terakhir diubah" in klien.get("/kantor/aplikasi/").content.decode()
    assert klien.post("/kantor/aplikasi/", {"aktif": ["arsip", "dtks"]}).status_code == 302
    assert list(AplikasiAktif.riwayat.order_by("history_id").values_list("aktif", "history_user")) == [
        (False, administrator.pk),
        (True, administrator.pk),
    ]
    assert masuk_sebagai(pimpinan).post("/kantor/aplikasi/", {"aktif": []}).status_code == 200
    assert aplikasi_mati() == set(), "a head sees the switches and changes none"
    assert masuk_sebagai(penyelia).get("/kantor/aplikasi/").status_code == 403
