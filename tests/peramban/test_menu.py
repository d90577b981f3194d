"""Groups of the menu: closed by who doesn't need them, remembered, open where the page is; counts stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_a_closed_group_stays_closed_but_for_its_own_pages(kantor: Any, buka: Callable[..., Page]) -> None:
    penyelia = buka("penyelia")
    pegawai = penyelia.locator("#navigasi").get_by_role("link", name="Pegawai", exact=True)
    expect(pegawai).to_be_visible()
    grup = penyelia.locator("[data-grup=Kepegawaian] > summary")
    grup.focus()
    penyelia.keyboard.press("Enter")
    expect(pegawai).to_be_hidden()
    expect(grup.locator(".tu-hitung")).to_be_visible()
    penyelia.goto("/dtks/permohonan/")
    expect(pegawai).to_be_hidden()
    penyelia.goto("/kepegawaian/pegawai/")
    expect(pegawai).to_be_visible()
    penyelia.goto("/dtks/permohonan/", wait_until="load")  # the script has closed the group before it is clicked
    expect(grup).to_be_visible()
    grup.click()
    expect(pegawai).to_be_visible()  # opened, and so remembered, before the page is left
    penyelia.reload()
    expect(pegawai).to_be_visible()


def test_without_javascript_every_group_is_there(kantor: Any, buka: Callable[..., Page]) -> None:
    penyelia = buka("penyelia", java_script_enabled=False)
    expect(penyelia.locator("#navigasi").get_by_role("link", name="Pegawai", exact=True)).to_be_visible()
