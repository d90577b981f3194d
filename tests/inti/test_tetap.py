"""A record whose state allows no editing: the page, the service, the trash and the take-back refuse, not the button alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from inti.galat import DataTetap, Tetap
from inti.models import Pengguna, Perubahan, Rekam
from inti.pages.formulir import Ubah
from inti.services.rekam import perubahan_kembalikan, rekam_buang, rekam_tambah, rekam_ubah, rekam_ubah_massal
from kepegawaian.models import Sekolah
from tests.kepercayaan.penyerang import fungsi, klien_peran, rute_biasa

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
BEKU = Tetap("SEKOLAH_BEKU", "Sekolah ini sudah dibekukan.", "Catat sekolah yang baru.")


@pytest.fixture
def sekolah(penyelia: Pengguna) -> Sekolah:
    isian = {"nama": "SMKN 9 Wanasari", "jenis": "smk", "pimpinan": "Kepala SMKN 9", "kota": "Wanasari"}
    return rekam_tambah(model="kepegawaian.sekolah", isian=isian, oleh=penyelia)


def test_what_the_page_does_not_offer_cannot_be_sent_either(
    sekolah: Sekolah, penyelia: Pengguna, instansi: Any, masuk_sebagai: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    klien = masuk_sebagai(penyelia)
    alamat = sekolah.get_absolute_url()
    assert f"{alamat}ubah/" in klien.get(alamat).content.decode()
    monkeypatch.setattr(Sekolah, "tetap", lambda self: BEKU)
    isi = klien.get(alamat).content.decode()
    assert f"{alamat}ubah/" not in isi and f"{alamat}buang/" not in isi
    assert klien.get(f"{alamat}ubah/").status_code == 409
    isian = {"nama": "Nama lain", "jenis": "smk", "pimpinan": "Kepala", "kota": "Kota", "versi": sekolah.versi}
    balasan = klien.post(f"{alamat}ubah/", isian)
    assert balasan.status_code == 409
    assert "Sekolah ini sudah dibekukan. Catat sekolah yang baru." in balasan.content.decode()
    assert "Nama lain" in balasan.content.decode(), "what was typed is not lost"
    assert Sekolah.objects.values_list("nama", "versi").get(pk=sekolah.pk) == ("SMKN 9 Wanasari", 1)


def test_the_services_refuse_by_themselves(
    sekolah: Sekolah, penyelia: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    rekam_ubah(objek=sekolah, isian={"nama": "SMKN 10 Wanasari"}, oleh=penyelia)
    satu_simpan = Perubahan.objects.get(layanan="inti.rekam_ubah")
    monkeypatch.setattr(Sekolah, "tetap", lambda self: BEKU)
    for perbuatan in (
        lambda: rekam_ubah(objek=sekolah, isian={"nama": "x"}, oleh=penyelia),
        lambda: rekam_ubah_massal(objek=[sekolah], isian={"nama": "x"}, oleh=penyelia),
        lambda: rekam_buang(objek=sekolah, oleh=penyelia),
        lambda: perubahan_kembalikan(perubahan_asal=satu_simpan, oleh=penyelia),
    ):
        with pytest.raises(DataTetap, match="SEKOLAH_BEKU"):
            perbuatan()
    sekolah.refresh_from_db()
    assert (sekolah.nama, sekolah.versi, sekolah.dibuang_pada) == ("SMKN 10 Wanasari", 2, None)


def berkeadaan() -> list[type[Rekam]]:
    """Every model that says of itself when it may no longer be edited."""
    return [m for m in apps.get_models() if issubclass(m, Rekam) and m.tetap is not Rekam.tetap]


def test_no_form_changes_a_record_of_the_filled_office_that_is_past_editing(kantor_demo: str) -> None:
    """Each kind that has such a state, each such form, each account that reaches it."""
    semua = [(p, klien_peran(p)) for p in Pengguna.objects.filter(akun_demo=True)]
    akun = [(p, k) for p, k in semua if k.get("/").status_code == 200]
    assert len(akun) > 10
    rute = [(r, fungsi(r).view_class) for r in rute_biasa() if hasattr(fungsi(r), "view_class")]
    jumpa = set()
    for model in berkeadaan():
        tetap = next((o for o in model._default_manager.all() if o.tetap() is not None), None)
        assert tetap is not None, f"kantor contoh tidak mempunyai {model._meta.verbose_name} yang tetap"
        for r, kelas in rute:
            if not issubclass(kelas, Ubah) or kelas.model is not model:
                continue
            for pengguna, klien in akun:
                alamat = r.jalur.replace("<int:pk>", str(tetap.pk))
                status = {klien.get(alamat).status_code, klien.post(alamat, {"versi": tetap.versi}).status_code}
                assert status <= {403, 404, 409}, (r.nama, pengguna.username, status)
                jumpa |= {model} if status == {409} else set()
        assert model._default_manager.values_list("versi", flat=True).get(pk=tetap.pk) == tetap.versi
    assert jumpa == set(berkeadaan())
