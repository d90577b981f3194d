"""A real Chromium against a live server with the demonstration office. Skipped with a word where none is installed."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
LUAS = {"meja": {"width": 1280, "height": 900}, "telepon": {"width": 360, "height": 740}}


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """CI runs each app's main flow (mark `utama`) and looks at the main pages in one look; `make test-lama` runs all."""
    kita = [i for i in items if "peramban" in i.path.parts]
    per_halaman: dict[tuple[str, ...], list[pytest.Item]] = defaultdict(list)
    for item in kita:
        item.add_marker(pytest.mark.peramban)
        if CHROMIUM is None and not os.environ.get("WAJIB_PERAMBAN"):
            item.add_marker(
                pytest.mark.skip(reason="Chromium tidak terpasang; pasang paket chromium untuk uji peramban")
            )
        isi = dict(item.callspec.params) if hasattr(item, "callspec") else {}
        if "luas" in isi:
            lain = [str(v) for k, v in sorted(isi.items()) if k not in {"luas", "tema"}]
            per_halaman[(str(item.path), item.name.split("[")[0], *lain)].append(item)
        elif item.get_closest_marker("utama") is None:
            item.add_marker(pytest.mark.lama)
    for n, (_, rupa) in enumerate(sorted(per_halaman.items())):  # desk and light here, telephone and dark there
        pokok = "test_aksesibel" in rupa[0].path.name
        for item in rupa:
            if not pokok or item is not rupa[n % len(rupa)]:
                item.add_marker(pytest.mark.lama)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    assert CHROMIUM, "Chromium tidak ditemukan"
    bendera = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    return {"executable_path": CHROMIUM, "args": bendera.split()}


@pytest.fixture
def kantor(kantor_demo: str, transactional_db: None, live_server: Any) -> Any:
    """The demonstration office behind a live server; `.url` and `.sandi`."""
    live_server.sandi = kantor_demo
    return live_server


def _ketik_sesudah_dimuat(halaman: Page) -> None:
    """Keys wait for the page's own scripts, as a person's do: a heading is there before they have run."""
    for cara in ("press", "type"):
        tekan = getattr(halaman.keyboard, cara)

        def sesudah(*isi: Any, tekan: Callable[..., None] = tekan, **lain: Any) -> None:
            halaman.wait_for_load_state()
            tekan(*isi, **lain)

        setattr(halaman.keyboard, cara, sesudah)


@pytest.fixture
def buka(browser: Browser, kantor: Any) -> Iterator[Callable[..., Page]]:
    """Sign a user in on a desk or a phone, light or dark; console errors and failed scripts fail the test."""
    konteks, keluhan = [], []

    def masuk(pengguna: str = "", luas: str = "meja", tema: str = "light", **lain: Any) -> Page:
        k = browser.new_context(
            base_url=kantor.url, viewport=LUAS[luas], color_scheme=tema, locale="id-ID", accept_downloads=True, **lain
        )
        konteks.append(k)
        halaman = k.new_page()
        _ketik_sesudah_dimuat(halaman)
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("console", lambda p: keluhan.append(p.text) if "Content Security Policy" in p.text else None)
        if pengguna:
            halaman.goto("/masuk/")
            halaman.fill("#id_username", pengguna)
            halaman.fill("#id_password", kantor.sandi)
            halaman.click("main button[type=submit]")
            halaman.wait_for_url("**/")
        return halaman

    yield masuk
    for k in konteks:
        k.close()
    assert keluhan == []
