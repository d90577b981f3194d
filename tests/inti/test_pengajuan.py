"""Doors that no page of today happens to lean on, each tried by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from inti.access import dengan_izin
from inti.galat import AturanDilanggar
from inti.gerbang.pengajuan import dapat_mengusulkan
from inti.models import Kueri, Pengguna
from inti.services.berkas import berkas_baca, berkas_simpan
from kepegawaian.models import Pegawai

pytestmark = pytest.mark.django_db


def test_proposing_opens_acts_and_no_mere_page(magang: Pengguna, rf: Any) -> None:
    permintaan = rf.get("/")
    permintaan.user = magang
    perbuatan = dengan_izin("dtks.putuskan_permohonan", metode=("GET", "POST"))(lambda r: None)
    halaman = dengan_izin("dtks.putuskan_permohonan")(lambda r: None)
    assert dapat_mengusulkan(permintaan, perbuatan, "dtks.putuskan_permohonan") is True
    assert dapat_mengusulkan(permintaan, halaman, "dtks.putuskan_permohonan") is False
    assert dapat_mengusulkan(permintaan, perbuatan, "dtks.setujui_suratrekomendasi") is False
    assert dapat_mengusulkan(permintaan, perbuatan, "masuk") is False


def test_a_model_without_a_declared_scope_shows_nobody_anything(
    staf: Pengguna, penyelia: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    class TanpaLingkup(Kueri):
        pass

    milik = TanpaLingkup(Pegawai)
    assert Pegawai.objects.exists()
    monkeypatch.setattr(Pegawai, "lingkup_oleh", None)
    monkeypatch.setattr(Pegawai, "lingkup_kantor", False)
    assert list(milik.untuk(staf)) == []
    monkeypatch.setattr(Pegawai, "lingkup_kantor", True)
    assert milik.untuk(staf).count() == 1


def test_a_stored_file_that_was_altered_or_lost_is_not_served(staf: Pengguna) -> None:
    berkas = berkas_simpan(isi=b"isi surat", nama="surat.pdf", jenis_isi="application/pdf", oleh=staf)
    assert berkas_baca(berkas) == b"isi surat"
    jalur = Path(settings.BERKAS_DIR) / berkas.jalur
    jalur.write_bytes(b"isi palsu")
    with pytest.raises(AturanDilanggar, match="BERKAS_BERUBAH"):
        berkas_baca(berkas)
    jalur.unlink()
    with pytest.raises(AturanDilanggar, match="BERKAS_HILANG"):
        berkas_baca(berkas)


def test_a_file_of_somebody_elses_record_is_not_there(
    staf: Pengguna, staf_lain: Pengguna, magang: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    from django.utils import timezone

    from inti.models import Usulan

    usulan = Usulan.objects.create(
        layanan="inti.rekam_ubah",
        izin="dtks.change_permohonan",
        alamat="/",
        pengusul=magang,
        unit=magang.unit,
        diajukan_pada=timezone.now(),
    )
    berkas = berkas_simpan(
        isi=b"x",
        nama="ktp.png",
        jenis_isi="image/png",
        oleh=magang,
        pemilik_label="inti.usulan",
        pemilik_id=str(usulan.pk),
    )
    lain = Pengguna.objects.create_user("magang2", "sandi-uji-yang-panjang", nama="Lain", unit=staf_lain.unit)
    lain.groups.set(magang.groups.all())
    assert masuk_sebagai(magang).get(f"/berkas/{berkas.pk}/").status_code == 200
    assert masuk_sebagai(lain).get(f"/berkas/{berkas.pk}/").status_code == 404
    assert masuk_sebagai(staf).get(f"/berkas/{berkas.pk}/").status_code == 404


def test_signed_in_pages_are_kept_by_nobody(
    staf: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    assert "no-store" in masuk_sebagai(staf).get("/")["Cache-Control"]
