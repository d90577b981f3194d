"""A batch: each thing for itself, the rest gone on with, the refused tried again, all of it taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.jobs.butir import Butir, K, butir_kembalikan, butir_lanjutkan, kerjakan_butir, ringkasan_butir
from inti.jobs.jalan import Jalannya, jalankan
from inti.models import HariLibur, Pengguna, Tugas
from inti.services.rekam import rekam_tambah

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
BURUK: set[str] = set()  # names that the rules refuse for the moment


def isi(jalannya: Jalannya, *, oleh: Pengguna, nama: list[str], berhenti: int = 0) -> dict[str, Any]:
    """A job of the tests: a day off for each name."""

    def satu(n: int) -> HariLibur:
        if nama[n] in BURUK:
            raise AturanDilanggar("TANGGAL_BENTROK", f"{nama[n]} tidak dapat.", "Coba lagi.")
        hari = {"tanggal": f"2031-01-{n + 1:02d}", "nama": nama[n]}
        hasil: HariLibur = rekam_tambah(model="inti.harilibur", isian=hari, oleh=oleh)  # type: ignore[assignment]
        return hasil

    semua = [Butir(str(n), s, n) for n, s in enumerate(nama)]
    return kerjakan_butir(jalannya, semua, satu, kata="hari dicatat", berhenti_sesudah=berhenti)


def balik(*, objek: HariLibur, oleh: Pengguna, alasan: str) -> None:
    """Its way back."""
    if objek.nama == "tetap":
        raise AturanDilanggar("SUDAH_DIPAKAI", "Sudah dipakai.", "Biarkan.")
    objek.delete()


@pytest.fixture(autouse=True)
def jenis(monkeypatch: pytest.MonkeyPatch) -> None:
    from inti import registry
    from inti.pendaftaran.macam import JenisTugas

    BURUK.clear()
    asli, uji = (
        registry.jenis_tugas,
        JenisTugas("uji-batch", f"{__name__}.isi", f"{__name__}.balik", "inti.add_tempat"),
    )
    monkeypatch.setattr(registry, "jenis_tugas", lambda j: uji if j == "uji-batch" else asli(j))


def jalan(tugas: Tugas) -> Tugas:
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    return tugas


def batch(oleh: Pengguna, *nama: str, berhenti: int = 0) -> Tugas:
    return jalan(
        tugas_antrekan(jenis="uji-batch", judul="Uji", oleh=oleh, argumen={"nama": list(nama), "berhenti": berhenti})
    )


def test_one_that_is_refused_holds_up_no_other_and_is_tried_again(penyelia: Pengguna) -> None:
    BURUK.add("b")
    tugas = batch(penyelia, "a", "b", "c")
    assert (tugas.keadaan, tugas.hasil["ringkas"]) == ("selesai", "2 hari dicatat, 1 tidak dapat.")  # type: ignore[index]
    assert list(tugas.butir.values_list("keadaan", "kode")) == [
        ("selesai", ""),
        ("ditolak", "TANGGAL_BENTROK"),
        ("selesai", ""),
    ]
    with pytest.raises(AturanDilanggar) as galat:
        butir_lanjutkan(tugas=tugas, ulangi=False)
    assert galat.value.kode == "TIDAK_ADA_SISA"
    BURUK.clear()
    butir_lanjutkan(tugas=tugas, ulangi=True)
    assert jalan(tugas).hasil["ringkas"] == "3 hari dicatat."  # type: ignore[index]
    assert HariLibur.objects.count() == 3


def test_too_many_refusals_in_a_row_end_the_run_and_the_rest_waits(penyelia: Pengguna) -> None:
    BURUK.update({"b", "c"})
    tugas = batch(penyelia, "a", "b", "c", "d", berhenti=2)
    assert tugas.hasil["ringkas"].startswith("Dihentikan: 2 berturut-turut tidak dapat. 1 hari dicatat")  # type: ignore[index]
    assert ringkasan_butir(tugas)[K.MENUNGGU] == 1
    butir_lanjutkan(tugas=tugas, ulangi=False)
    BURUK.clear()
    assert jalan(tugas).hasil["berhasil"] == 4  # type: ignore[index]


def test_a_repeat_does_nothing_twice(penyelia: Pengguna) -> None:
    tugas = batch(penyelia, "a", "b")
    Tugas.objects.filter(pk=tugas.pk).update(keadaan="antre", percobaan=0)
    jalan(tugas)
    assert HariLibur.objects.count() == 2
    assert tugas.butir.count() == 2


def test_a_batch_is_taken_back_but_for_what_cannot_be(penyelia: Pengguna) -> None:
    tugas = batch(penyelia, "a", "tetap", "c")
    hasil = jalan(butir_kembalikan(tugas=tugas, oleh=penyelia, alasan="Salah daftar"))
    assert hasil.hasil["ringkas"] == "2 dikembalikan, 1 tidak dapat."  # type: ignore[index]
    assert list(HariLibur.objects.values_list("nama", flat=True)) == ["tetap"]
    assert list(tugas.butir.values_list("keadaan", flat=True)) == ["dikembalikan", "selesai", "dikembalikan"]


def test_the_page_shows_its_owner_each_thing_and_nobody_else(
    masuk_sebagai: Masuk, penyelia: Pengguna, administrator: Pengguna, staf: Pengguna
) -> None:
    BURUK.add("Rina")
    tugas = batch(penyelia, "Budi", "Rina")
    halaman = masuk_sebagai(penyelia).get(f"/tugas/{tugas.pk}/").content.decode()
    assert "Rina tidak dapat." in halaman and "Coba lagi 1 yang tidak dapat" in halaman
    assert "Budi" not in masuk_sebagai(administrator).get(f"/tugas/{tugas.pk}/").content.decode()
    klien = masuk_sebagai(staf)
    assert klien.post(f"/tugas/{tugas.pk}/lanjutkan/").status_code == 404
    assert klien.get(f"/tugas/{tugas.pk}/kembalikan/").status_code == 404


def test_from_the_page_it_is_gone_on_with_and_taken_back(masuk_sebagai: Masuk, penyelia: Pengguna) -> None:
    BURUK.add("b")
    tugas, klien = batch(penyelia, "a", "b"), masuk_sebagai(penyelia)
    BURUK.clear()
    klien.post(f"/tugas/{tugas.pk}/lanjutkan/", {"ulangi": "1"})
    assert jalan(tugas).hasil["berhasil"] == 2  # type: ignore[index]
    assert klien.post(f"/tugas/{tugas.pk}/kembalikan/", {"alasan": ""}).status_code == 422
    klien.post(f"/tugas/{tugas.pk}/kembalikan/", {"alasan": "Salah daftar"})
    jalan(Tugas.objects.get(jenis="butir-kembalikan"))
    assert not HariLibur.objects.exists()
