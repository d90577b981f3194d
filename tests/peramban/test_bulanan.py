"""A head reads the month on a phone, follows a number to its list, and prints it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from playwright.sync_api import Page, expect
from pypdf import PdfReader


def test_a_head_reads_the_month_on_a_phone_and_prints_it(kantor: Any, buka: Callable[..., Page]) -> None:
    kepala = buka("pimpinan", "telepon")
    bilah = kepala.get_by_role("navigation", name="Tempat utama")
    bilah.get_by_role("link", name="Aplikasi").click()
    kepala.get_by_role("dialog", name="Aplikasi").get_by_role("link", name="Loket").click()
    bilah.get_by_role("link", name="Aplikasi").click()
    kepala.get_by_role("dialog", name="Aplikasi").get_by_role("link", name="Laporan bulanan").click()
    expect(kepala.get_by_role("heading", name="Laporan bulanan")).to_be_visible()

    kepala.click("nav[aria-label='Rentang laporan'] >> text=2022")
    expect(kepala.locator("dl.tu-deret")).to_contain_text("1.787")
    layanan = kepala.get_by_role("region", name="Warga dilayani menurut jenis permohonan")
    expect(layanan.locator("tbody tr").nth(4)).to_contain_text("858")
    expect(layanan.locator("tfoot")).to_contain_text("1.411")
    expect(kepala.get_by_text("dapat dicegah sebelum warga berangkat")).to_be_visible()
    assert kepala.evaluate("document.documentElement.scrollWidth") <= 360

    # one month, chosen by hand
    kepala.select_option("#id_dari", "6")
    kepala.click("button:has-text('Tampilkan')")
    expect(kepala.get_by_text("Juni 2022").first).to_be_visible()
    expect(layanan.locator("tbody tr")).to_have_count(1)

    # a number leads to the list behind it
    kepala.get_by_role("region", name="Warga ditolak menurut alasan").locator("tbody a", has_text="21").click()
    expect(kepala.get_by_text("21 hasil")).to_be_visible()
    kepala.go_back()

    tangkapan: dict[str, bytes] = {}

    def teruskan(rute: Any) -> None:
        balasan = rute.fetch()
        tangkapan["pdf"] = balasan.body()
        rute.fulfill(status=200, content_type="text/html", body="<p>tercetak</p>")

    kepala.context.route("**/bulanan/cetak/**", teruskan)
    with kepala.context.expect_page() as tab:
        kepala.click("text=Cetak")
    expect(tab.value.get_by_text("tercetak")).to_be_visible()
    teks = re.sub(r"\s+", " ", " ".join(h.extract_text() for h in PdfReader(BytesIO(tangkapan["pdf"])).pages))
    for bagian in (
        "PEMERINTAH KABUPATEN WANASARI",
        "LAPORAN LAYANAN REKOMENDASI JUNI 2022",
        "Juni 2022 812 46 858",
        "Juni 2022 83 62 21 0",
        "Dra. Ratna Kusumawati, M.Si.",
        "Halaman 1 dari",
    ):
        assert bagian in teks, bagian
