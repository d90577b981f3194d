"""A head clears her desk in order on a phone; an administrator switches an app off and on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from inti.models import Pengguna
from inti.queries.meja import hitung_menunggu, kerja_saya

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_a_head_works_her_desk_off_in_order_on_a_phone(kantor: Any, buka: Callable[..., Page]) -> None:
    siapa = Pengguna.objects.get(username="pimpinan")
    milik = kerja_saya(siapa, hitung_menunggu(siapa))
    assert len(milik) > 3
    kepala = buka("pimpinan", "telepon")
    baris = kepala.locator("main tbody th[scope=row] a")
    assert [baris.nth(n).inner_text() for n in range(len(milik))] == [b.teks for b in milik], "the most urgent first"
    assert kepala.evaluate("document.documentElement.scrollWidth") <= 360
    kepala.get_by_role("button", name="Kerjakan berurutan").click()
    kepala.wait_for_url(f"**{milik[0].alamat.partition('#')[0]}**")
    expect(kepala.get_by_text("Kerjakan berurutan.")).to_be_visible()

    # a thing that she finishes opens the next one
    nilai = next(n for n, b in enumerate(milik) if b.langkah == "Nilai kinerja")
    for n in range(nilai):
        kepala.get_by_role("button", name="Lewati").click()
        kepala.wait_for_url(f"**{milik[n + 1].alamat.partition('#')[0]}**")
    ini = kepala.locator(f"#{milik[nilai].alamat.partition('#')[2]}")
    ini.get_by_role("button", name="Setujui").first.click()
    expect(kepala.locator(".tu-urut")).to_be_visible()
    segar = kerja_saya(Pengguna.objects.get(pk=siapa.pk), hitung_menunggu(siapa))
    assert milik[nilai].tanda not in {b.tanda for b in segar}

    kepala.get_by_role("button", name="Kembali ke meja").click()
    expect(kepala.get_by_role("heading", name="Pekerjaan saya")).to_be_visible()
    expect(kepala.locator(".tu-urut")).to_have_count(0)


def test_escape_leads_back_to_the_desk(kantor: Any, buka: Callable[..., Page]) -> None:
    penyelia = buka("penyelia")
    penyelia.get_by_role("button", name="Kerjakan berurutan").click()
    expect(penyelia.locator(".tu-urut")).to_be_visible()
    penyelia.keyboard.press("Escape")
    expect(penyelia.get_by_role("heading", name="Pekerjaan saya")).to_be_visible()
    expect(penyelia.locator(".tu-urut")).to_have_count(0)


@pytest.mark.utama
def test_an_app_switched_off_is_gone_and_comes_back(kantor: Any, buka: Callable[..., Page]) -> None:
    admin, penyelia, warga = buka("admin"), buka("penyelia"), buka()
    rel = penyelia.get_by_role("navigation", name="Aplikasi", exact=True)
    expect(rel.get_by_role("link", name="Loket")).to_be_visible()
    sebelum = penyelia.locator("main table").inner_text()

    admin.goto("/kantor/aplikasi/")
    admin.get_by_role("switch", name="Loket").uncheck()
    admin.get_by_role("button", name="Simpan").click()
    expect(admin.get_by_text("Aplikasi yang dipakai disimpan.")).to_be_visible()

    penyelia.reload()
    expect(rel.get_by_role("link", name="Surat")).to_be_visible()
    expect(rel.get_by_role("link", name="Loket")).to_have_count(0)
    expect(penyelia.locator("main")).not_to_contain_text("Loket ·")
    penyelia.keyboard.press("Control+k")
    penyelia.keyboard.type("permohonan")
    expect(penyelia.get_by_role("dialog")).not_to_contain_text("Loket")
    penyelia.keyboard.press("Escape")
    penyelia.goto("/dtks/permohonan/")
    expect(penyelia.get_by_role("heading", level=1)).to_contain_text("tidak dipakai kantor Anda")
    tanggapan = warga.goto("/cek/")
    assert tanggapan is not None and tanggapan.status == 404

    admin.get_by_role("switch", name="Loket").check()
    admin.get_by_role("button", name="Simpan").click()
    expect(admin.get_by_role("switch", name="Loket")).to_be_checked()
    penyelia.goto("/")
    assert penyelia.locator("main table").inner_text() == sebelum
    tanggapan = warga.goto("/cek/")
    assert tanggapan is not None and tanggapan.status == 200
