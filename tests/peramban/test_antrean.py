"""Ticket, call, serve, close, with a board that survives a lost connection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dtks.models import JamLayanan, Layar, Tiket

pytestmark = pytest.mark.django_db(transaction=True)
Buka = Callable[..., Page]


def test_a_ticket_is_taken_called_served_and_leaves_its_mark(kantor: Any, buka: Buka) -> None:
    JamLayanan.objects.all().delete()  # whatever hour it is
    Tiket.objects.all().delete()
    Tiket.riwayat.all().delete()
    kiosk, papan = Layar.objects.get(jenis="tiket"), Layar.objects.get(jenis="papan")
    tablet = buka(luas="telepon")
    tablet.goto(f"/antrean/{kiosk.kode}/")
    tablet.get_by_text("Lansia", exact=True).click()
    tablet.get_by_role("button", name="Kartu JKN nonaktif").click()
    expect(tablet.get_by_role("heading")).to_contain_text("P-001")
    tv = buka()
    tv.goto(f"/antrean/{papan.kode}/")
    expect(tv.get_by_text("1 orang menunggu")).to_be_visible()

    petugas = buka("loket")
    petugas.goto("/dtks/antrean/")
    petugas.select_option("#meja", label="Loket 2")
    petugas.get_by_role("button", name="Duduk di sini").click()
    expect(petugas.locator(".tu-antrean-besar")).to_be_visible()  # the page after the redirect
    petugas.keyboard.press("n")
    expect(petugas.locator(".tu-antrean-besar")).to_have_text("P-001", timeout=15_000)
    expect(tv.locator(".tu-papan-kode")).to_have_text("P-001", timeout=10_000)
    expect(tv.locator(".tu-papan-utama")).to_contain_text("Loket 2")
    assert tv.locator("body").get_attribute("data-berbunyi") == "1"

    tv.context.set_offline(True)
    expect(tv.locator("[data-putus]")).to_be_visible(timeout=15_000)
    petugas.get_by_role("button", name="Panggil lagi").click()
    tv.context.set_offline(False)
    expect(tv.locator("[data-putus]")).to_be_hidden(timeout=15_000)
    expect(tv.locator("body")).to_have_attribute("data-berbunyi", "2", timeout=15_000)

    petugas.get_by_role("button", name="Layani").click()
    expect(petugas.locator(".tu-antrean-kini")).to_contain_text("P-001")
    petugas.get_by_role("button", name="Selesai").click()
    expect(petugas.get_by_text("P-001 selesai.")).to_be_visible()
    tiket = Tiket.objects.get()
    assert tiket.status == Tiket.Status.SELESAI and tiket.kunjungan.selesai_pada is not None
    expect(tv.locator(".tu-papan-diam")).to_be_visible(timeout=10_000)
