"""The way in: rail and short menu on a desk, bar and sheet on a phone, with and without JavaScript; keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_the_menu_hides_stays_hidden_and_comes_back(kantor: Any, buka: Callable[..., Page]) -> None:
    penyelia = buka("penyelia")
    penyelia.get_by_role("navigation", name="Aplikasi", exact=True).get_by_role("link", name="Surat").click()
    menu = penyelia.get_by_role("navigation", name="Surat")
    expect(menu.get_by_role("link", name="Surat masuk")).to_be_visible()
    assert menu.get_by_role("link").count() <= 9
    penyelia.keyboard.press("[")
    expect(menu).to_be_hidden()
    penyelia.goto("/arsip/berkas/")
    expect(menu).to_be_hidden()
    penyelia.locator(".tu-menu-lipat > summary").click()
    penyelia.get_by_role("button", name="Buka menu ini lagi").click()
    expect(menu.get_by_role("link", name="Surat masuk")).to_be_visible()
    penyelia.reload()
    expect(menu.get_by_role("link", name="Surat masuk")).to_be_visible()


def test_every_page_is_reached_by_the_index_without_javascript(kantor: Any, buka: Callable[..., Page]) -> None:
    penyelia = buka("penyelia", java_script_enabled=False)
    penyelia.get_by_role("navigation", name="Aplikasi", exact=True).get_by_role("link", name="Surat").click()
    penyelia.get_by_role("link", name="Semua halaman surat").click()
    penyelia.locator("main").get_by_role("link", name="Jadwal retensi").click()
    expect(penyelia.get_by_role("heading", level=1)).to_contain_text("Jadwal retensi")


def test_the_sheet_of_a_phone_opens_without_javascript(kantor: Any, buka: Callable[..., Page]) -> None:
    kepala = buka("pimpinan", "telepon", java_script_enabled=False)
    bilah = kepala.get_by_role("navigation", name="Tempat utama")
    bilah.get_by_role("link", name="Aplikasi").click()
    lembar = kepala.get_by_role("dialog", name="Aplikasi")
    expect(lembar).to_be_visible()
    lembar.get_by_role("link", name="Pegawai").click()
    expect(lembar).to_be_hidden()
    bilah.get_by_role("link", name="Aplikasi").click()
    expect(lembar.get_by_role("link", name="DUK dan rekap")).to_be_visible()
    lembar.get_by_role("link", name="Tutup").last.click()
    expect(lembar).to_be_hidden()


@pytest.mark.utama
def test_letters_fire_only_where_nothing_is_typed_and_can_be_switched_off(
    kantor: Any, buka: Callable[..., Page]
) -> None:
    staf = buka("staf")
    staf.goto("/arsip/surat-masuk/")
    cari = staf.locator("main [data-cari]")
    cari.click()
    cari.press_sequentially("ngj[")
    expect(cari).to_have_value("ngj[")
    assert staf.url.endswith("/arsip/surat-masuk/")
    cari.evaluate("e => e.blur()")
    staf.keyboard.press("g")
    staf.wait_for_url("**/")
    staf.goto("/akun/")
    staf.get_by_role("button", name="Matikan").click()
    expect(staf.get_by_text("Pilihan tombol disimpan.")).to_be_visible()
    staf.goto("/arsip/surat-masuk/")
    staf.keyboard.press("n")
    staf.keyboard.press("g")
    staf.wait_for_timeout(300)
    assert staf.url.endswith("/arsip/surat-masuk/")
