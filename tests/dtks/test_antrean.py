"""The waiting room: fair calls, two clerks never the same person, devices by their address alone, times that add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from dtks.models import Individu, Kunjungan, Layar, Meja, Permohonan, Tiket
from dtks.queries.antrean import lama_tunggu, papan
from dtks.rules.antrean import Menunggu, kode_tiket, perkiraan, pilih_berikut
from dtks.services import antrean as services
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja

pytestmark = pytest.mark.keduanya

Masuk = Callable[[Pengguna], Client]
S = Tiket.Status


@pytest.mark.parametrize(
    ("menunggu", "terakhir", "harapan"),
    [
        ("", [], None),
        ("a", [], 1),
        ("aap", [], 3),
        ("aapp", [True], 3),
        ("aapp", [True, True], 1),
        ("pp", [True, True], 1),
        ("aap", [True, False], 3),
        ("aa", [True, True], 1),
    ],
)
def test_priority_first_but_not_for_ever(menunggu: str, terakhir: list[bool], harapan: int | None) -> None:
    baris = [Menunggu(n, n, c == "p") for n, c in enumerate(menunggu, 1)]
    assert pilih_berikut(baris, terakhir) == harapan


@given(st.lists(st.booleans(), max_size=40))
def test_everybody_is_called_once_and_nobody_waits_behind_more_than_two_of_priority(prioritas: list[bool]) -> None:
    sisa = [Menunggu(n, n, p) for n, p in enumerate(prioritas, 1)]
    panggilan: list[bool] = []
    beruntun = 0
    urut_biasa = []
    while sisa:
        kunci = pilih_berikut(sisa, panggilan)
        satu = next(m for m in sisa if m.kunci == kunci)
        ada_biasa = any(not m.prioritas for m in sisa)
        sisa.remove(satu)
        beruntun = beruntun + 1 if satu.prioritas and ada_biasa else 0
        assert beruntun <= 2
        panggilan.insert(0, satu.prioritas)
        if not satu.prioritas:
            urut_biasa.append(satu.urut)
    assert len(panggilan) == len(prioritas) and urut_biasa == sorted(urut_biasa)


def test_words_of_a_ticket_and_the_estimate() -> None:
    assert (kode_tiket(False, 7), kode_tiket(True, 112)) == ("A-007", "P-112")
    menit = dt.timedelta(minutes=6)
    assert perkiraan(4, 2, [menit] * 3) == 12
    assert perkiraan(0, 2, [menit]) == 1
    assert perkiraan(4, 2, []) is None and perkiraan(4, 0, [menit]) is None


@pytest.fixture
def meja(unit: UnitKerja) -> list[Meja]:
    return [Meja.objects.create(nama=f"Loket {n}", unit=unit) for n in (1, 2)]


@pytest.fixture
def kiosk(unit: UnitKerja, instansi: Any) -> Layar:
    return Layar.objects.create(nama="Tablet", jenis=Layar.Jenis.TIKET, unit=unit)


@pytest.fixture
def ambil(unit: UnitKerja) -> Callable[..., Tiket]:
    return lambda prioritas="": services.tiket_ambil(unit=unit, keperluan="tanya", prioritas=prioritas)


@pytest.mark.django_db
def test_two_clerks_call_two_people(
    meja: list[Meja], ambil: Callable[..., Tiket], loket: Pengguna, loket_2: Pengguna
) -> None:
    ambil(), ambil()
    satu = services.antrean_panggil(meja=meja[0], oleh=loket)
    dua = services.antrean_panggil(meja=meja[1], oleh=loket_2)
    assert (satu.kode, dua.kode) == ("A-001", "A-002")
    with pytest.raises(AturanDilanggar, match="ANTREAN_KOSONG"):
        services.antrean_panggil(meja=meja[1], oleh=loket_2)


@pytest.mark.django_db
def test_the_whole_way_makes_a_visit_that_what_is_looked_up_belongs_to(
    meja: list[Meja],
    ambil: Callable[..., Tiket],
    warga: Individu,
    aturan: None,
    loket: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    ambil()
    klien = masuk_sebagai(loket)
    klien.post("/dtks/antrean/", {"meja": meja[0].pk})
    klien.post("/dtks/antrean/panggil/")
    tiket = Tiket.objects.get()
    assert (tiket.status, tiket.meja, tiket.petugas) == (S.DIPANGGIL, meja[0], loket)
    klien.post(f"/dtks/antrean/tiket/{tiket.pk}/ulang/")
    assert klien.post(f"/dtks/antrean/tiket/{tiket.pk}/layani/").url == "/dtks/loket/"  # type: ignore[attr-defined]
    assert "A-001" in klien.get("/dtks/loket/").content.decode()
    hasil = klien.post("/dtks/loket/", {"cari": warga.nik}).url  # type: ignore[attr-defined]
    klien.post(
        f"{hasil}reaktivasi/",
        {f"pilih_{warga.pk}": "on", "ada_ktp": "on", "ada_surat-faskes": "on", "pengantar_nomor": "1"},
    )
    permohonan = Permohonan.objects.get()
    tiket.refresh_from_db()
    assert tiket.panggilan == 2
    assert permohonan.kunjungan == tiket.kunjungan and Kunjungan.objects.count() == 1
    assert permohonan.desa == warga.desa, "the visit learns its village from the person"
    klien.post(f"/dtks/antrean/tiket/{tiket.pk}/tutup/")
    tiket.refresh_from_db()
    assert tiket.status == S.SELESAI and tiket.kunjungan.selesai_pada == tiket.selesai_pada
    assert lama_tunggu([tiket.kunjungan_id]) == [tiket.dipanggil_pada - tiket.diambil_pada]


@pytest.mark.django_db
def test_calling_the_next_closes_who_is_still_served(
    meja: list[Meja], ambil: Callable[..., Tiket], loket: Pengguna
) -> None:
    ambil(), ambil()
    satu = services.tiket_layani(tiket=services.antrean_panggil(meja=meja[0], oleh=loket), oleh=loket)
    services.antrean_panggil(meja=meja[0], oleh=loket)
    satu.refresh_from_db()
    assert satu.status == S.SELESAI and satu.kunjungan.selesai_pada is not None


@pytest.mark.django_db
def test_calling_the_next_asks_whether_the_called_one_came(
    meja: list[Meja], ambil: Callable[..., Tiket], loket: Pengguna
) -> None:
    ambil(), ambil()
    satu = services.antrean_panggil(meja=meja[0], oleh=loket)
    with pytest.raises(AturanDilanggar, match="TIKET_BELUM_DIJAWAB"):
        services.antrean_panggil(meja=meja[0], oleh=loket)
    assert services.antrean_panggil(meja=meja[0], oleh=loket, hadir=False).kode == "A-002"
    satu.refresh_from_db()
    assert satu.status == S.TIDAK_HADIR and not Kunjungan.objects.exists()


@pytest.mark.django_db
def test_who_was_not_there_keeps_his_place_on_the_same_day(
    meja: list[Meja], ambil: Callable[..., Tiket], loket: Pengguna
) -> None:
    ambil(), ambil()
    satu = services.tiket_lewati(tiket=services.antrean_panggil(meja=meja[0], oleh=loket), oleh=loket)
    services.tiket_kembali(tiket=satu, oleh=loket)
    assert services.antrean_panggil(meja=meja[0], oleh=loket).kode == "A-001"
    lama = ambil()
    Tiket.objects.filter(pk=lama.pk).update(status=S.TIDAK_HADIR, tanggal=dt.date(2020, 1, 1))
    with pytest.raises(AturanDilanggar, match="TIKET_LEWAT"):
        services.tiket_kembali(tiket=Tiket.objects.get(pk=lama.pk), oleh=loket)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "verba", "boleh"),
    [
        ("menunggu", "layani", False),
        ("menunggu", "tutup", False),
        ("dipanggil", "kembali", False),
        ("dilayani", "ulang", False),
        ("dilayani", "lewati", False),
        ("selesai", "layani", False),
        ("selesai", "kembali", False),
        ("tidak_hadir", "tutup", False),
        ("dipanggil", "lewati", True),
        ("dipanggil", "tutup", True),
    ],
)
def test_no_step_is_skipped(
    status: str,
    verba: str,
    boleh: bool,
    ambil: Callable[..., Tiket],
    loket: Pengguna,
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    tiket = ambil()
    Tiket.objects.filter(pk=tiket.pk).update(status=status)
    masuk_sebagai(loket).post(f"/dtks/antrean/tiket/{tiket.pk}/{verba}/")
    assert (Tiket.objects.get().status != status) is boleh


@pytest.mark.django_db
def test_a_device_needs_its_address_and_nothing_else(kiosk: Layar, client: Client, penyelia: Pengguna) -> None:
    halaman = client.get(f"/antrean/{kiosk.kode}/")
    assert halaman.status_code == 200 and "Sentuh keperluan Anda" in halaman.content.decode()
    balasan = client.post(f"/antrean/{kiosk.kode}/", {"keperluan": "reaktivasi", "prioritas": "hamil"})
    tiket = Tiket.objects.get()
    assert (tiket.kode, tiket.prioritas) == ("P-001", "hamil")
    assert "P-001" in client.get(balasan.url).content.decode()  # type: ignore[attr-defined]
    assert client.post(f"/antrean/{kiosk.kode}/", {"keperluan": "hapus"}).status_code == 422
    assert client.get("/antrean/0000000000000000/").status_code == 404
    lama = kiosk.kode
    services.layar_ganti_kode(layar=kiosk, oleh=penyelia)
    assert client.get(f"/antrean/{lama}/").status_code == 404


@pytest.mark.django_db
def test_a_kiosk_cannot_fill_the_line_without_end(
    kiosk: Layar, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dtks.views.antrean.TIKET_PER_JAM", 3)
    status = [client.post(f"/antrean/{kiosk.kode}/", {"keperluan": "tanya"}).status_code for _ in range(5)]
    assert status == [302, 302, 302, 429, 429] and Tiket.objects.count() == 3


@pytest.mark.django_db
def test_the_board_shows_calls_and_no_person(
    unit: UnitKerja, meja: list[Meja], ambil: Callable[..., Tiket], loket: Pengguna, instansi: Any, client: Client
) -> None:
    layar = Layar.objects.create(nama="TV", jenis=Layar.Jenis.PAPAN, unit=unit)
    ambil(), ambil()
    tiket = services.antrean_panggil(meja=meja[0], oleh=loket)
    isi = client.get(f"/antrean/{layar.kode}/papan/").content.decode()
    assert "A-001" in isi and "Loket 1" in isi and "1 orang menunggu" in isi and loket.nama not in isi
    tanda = papan(unit)["tanda"]
    services.tiket_panggil_ulang(tiket=tiket, oleh=loket)
    assert papan(unit)["tanda"] != tanda, "calling again chimes again"
    assert client.get(f"/antrean/{layar.kode}/tiket/{tiket.pk}/").status_code == 404


@pytest.mark.django_db
def test_another_units_line_is_not_ours(
    ambil: Callable[..., Tiket],
    kiosk: Layar,
    staf_lain: Pengguna,
    unit_lain: UnitKerja,
    masuk_sebagai: Masuk,
    client: Client,
) -> None:
    tiket = ambil()
    klien = masuk_sebagai(staf_lain)
    assert tiket.kode not in klien.get("/dtks/antrean/").content.decode()
    assert klien.post(f"/dtks/antrean/tiket/{tiket.pk}/layani/").status_code == 404
    lain = Layar.objects.create(nama="Lain", jenis=Layar.Jenis.TIKET, unit=unit_lain)
    assert client.get(f"/antrean/{lain.kode}/tiket/{tiket.pk}/").status_code == 404


@pytest.mark.django_db
def test_the_day_begins_at_one_again(ambil: Callable[..., Tiket]) -> None:
    ambil()
    Tiket.objects.update(tanggal=dt.date(2020, 1, 1))
    assert ambil().kode == "A-001"
