"""What every page must pass: its status, axe, and no scrolling sideways."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ABAIKAN = {"rules": {"color-contrast-enhanced": {"enabled": False}}}


def cacat_halaman(halaman: Page, jalur: str, status: int = 200) -> list[tuple[str, str, object]]:
    """Open a page and give what is wrong with it."""
    balasan = halaman.goto(jalur)
    assert balasan is not None
    assert balasan.status == status, (jalur, balasan.status)
    cacat: list[tuple[str, str, object]] = [
        (jalur, p["id"], [n["html"][:120] for n in p["nodes"][:3]])
        for p in Axe().run(halaman, options=ABAIKAN).response["violations"]
    ]
    lebar = halaman.evaluate("document.documentElement.scrollWidth")
    if lebar > halaman.viewport_size["width"]:  # type: ignore[index]
        cacat.append((jalur, "bergulir ke samping", lebar))
    return cacat
