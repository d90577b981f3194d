"""Around an import: what asks before it saves, a busy machine, the empty workbook, why a batch can't be taken back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dtks.models import Individu
from inti import registry
from inti.jobs.jalan import jalankan
from inti.models import BatchImpor, Pengguna, Tugas, UnitKerja
from inti.sheets import baca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.impor import impor_berkas
from inti.sheets.rekam import ImporRekam
from tests.inti.kasus_impor import JUDUL_DTKS, JUDUL_SURAT, buku, surat, warga

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


def periksa(klien: Client, jenis: str, berkas: Path) -> Tugas:
    klien.post(f"/impor/{jenis}/", {"berkas": SimpleUploadedFile(berkas.name, berkas.read_bytes())})
    tugas = Tugas.objects.order_by("-dibuat_pada")[0]
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    return tugas


def test_what_is_said_of_every_row_asks_before_anything_is_saved(
    tmp_path: Path, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    berkas = buku(tmp_path / "x.xlsx", {"S": [JUDUL_DTKS, *(warga(n, desa="ENTAH") for n in range(25))]})
    tugas = periksa(klien, "dtks", berkas)
    halaman = f"/impor/dtks/{tugas.pk}/"
    assert 'name="paham"' in klien.get(halaman).content.decode()
    tolak = klien.post(halaman)
    assert tolak.status_code == 422 and "Hampir semua baris" in tolak.content.decode()
    assert not Tugas.objects.filter(jenis="impor-simpan").exists()
    assert klien.post(halaman, {"paham": "1"}).status_code == 302
    jalankan(str(Tugas.objects.get(jenis="impor-simpan").pk))
    assert Individu.objects.count() == 25


def test_other_sheets_lead_to_the_page_that_merges_them(
    tmp_path: Path, penyelia: Pengguna, masuk_sebagai: Masuk, dinas: UnitKerja
) -> None:
    klien = masuk_sebagai(penyelia)
    isi = {b: [JUDUL_DTKS, warga(n)] for n, b in enumerate(("JANUARI", "FEBRUARI"))}
    tugas = periksa(klien, "dtks", buku(tmp_path / "x.xlsx", isi))
    halaman = klien.get(f"/impor/dtks/{tugas.pk}/").content.decode()
    assert "FEBRUARI" in halaman and "Gabungkan lembarnya" in halaman


def test_a_busy_machine_is_no_damaged_file_and_is_tried_again(
    tmp_path: Path, penyelia: Pengguna, masuk_sebagai: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    klien = masuk_sebagai(penyelia)
    berkas = buku(tmp_path / "x.xlsx", {"S": [JUDUL_DTKS, warga(1)]})
    with monkeypatch.context() as m:
        m.setattr(baca, "detik_dinding", lambda cpu: 0.001)
        with pytest.raises(BerkasTakTerpakai, match="sedang sibuk"):
            periksa(klien, "dtks", berkas)
        tugas = Tugas.objects.get()
        assert tugas.keadaan == Tugas.Keadaan.ANTRE, "the worker takes it up again"
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert tugas.keadaan == Tugas.Keadaan.SELESAI and (tugas.hasil or {})["baru"] == 1


def test_the_page_gives_an_empty_workbook(penyelia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(penyelia)
    assert "?templat=1" in klien.get("/impor/dtks/").content.decode()
    isi = b"".join(klien.get("/impor/dtks/?templat=1"))
    judul = [s.value for s in next(iter(openpyxl.load_workbook(BytesIO(isi)).worksheets[0].rows))]
    assert judul == list(JUDUL_DTKS)


def test_every_kind_can_be_taken_back_or_says_why_not() -> None:
    for jenis in registry.semua_importir():
        kelas = registry.importir(jenis)
        assert issubclass(kelas, ImporRekam) or len(kelas.sebab_tak_batal) > 40, jenis


def test_a_batch_that_stays_says_why(
    tmp_path: Path, arsiparis: Pengguna, dinas: UnitKerja, masuk_sebagai: Masuk
) -> None:
    berkas = buku(tmp_path / "x.xlsx", {"S": [JUDUL_SURAT, surat(1)]})
    impor_berkas("surat-masuk", berkas, simpan=True, oleh=arsiparis)
    batch = BatchImpor.objects.get()
    klien = masuk_sebagai(arsiparis)
    assert f"/impor/surat-masuk/batch/{batch.pk}/" in klien.get("/impor/surat-masuk/").content.decode()
    halaman = klien.get(f"/impor/surat-masuk/batch/{batch.pk}/").content.decode()
    assert "tidak dapat dibatalkan sekaligus" in halaman and "nomor agenda" in halaman
