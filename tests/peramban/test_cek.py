"""A citizen with a cheap phone: checks from home, meets the question, follows a request; with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dtks.models import Individu, Permohonan
from dtks.rules.soal import BANYAK, soal_ke

JAWABAN = {s.teks: s.jawaban for s in map(soal_ke, range(BANYAK))}


def bersih(halaman: Page) -> None:
    """Axe finds nothing and nothing scrolls sideways."""
    cacat = Axe().run(halaman).response["violations"]
    assert [(c["id"], [n["html"][:120] for n in c["nodes"][:3]]) for c in cacat] == [], halaman.url
    assert halaman.evaluate("document.documentElement.scrollWidth") <= 360, halaman.url


def isi(halaman: Page, nomor: str, nama: str) -> None:
    halaman.goto("/cek/")
    halaman.get_by_label("NIK atau nomor KK").fill(nomor)
    halaman.get_by_label("Nama sesuai KTP").fill(nama)
    halaman.get_by_role("button", name="Periksa").click()


@pytest.mark.utama
@pytest.mark.parametrize("skrip", [True, False])
def test_a_citizen_checks_and_follows_a_request(
    kantor: Any, buka: Callable[..., Page], skrip: bool, settings: Any
) -> None:
    sri = Individu.objects.get(nama="SRI HANDAYANI")
    warga = buka("", "telepon", java_script_enabled=skrip)
    periksa = bersih if skrip else (lambda halaman: None)  # axe itself needs JavaScript

    isi(warga, f"{sri.nik[:4]} {sri.nik[4:8]} {sri.nik[8:12]} {sri.nik[12:]}", "Sri Handayani")
    expect(warga.get_by_role("heading", level=1)).to_contain_text("Terdaftar")
    expect(warga.get_by_text("S•• H••••••••")).to_be_visible()
    assert sri.nik not in warga.content() and sri.nik not in warga.url and "Handayani" not in warga.content()
    periksa(warga)

    isi(warga, sri.nik, "Budi Santoso")
    expect(warga.get_by_role("heading", level=1, name="Data tidak dapat ditampilkan")).to_be_visible()
    periksa(warga)

    isi(warga, sri.nik[:14], "Sri Handayani")
    expect(warga.get_by_text("yang diisi 14")).to_be_visible()
    periksa(warga)

    settings.CEK_BATAS_ALAMAT = 0  # as after twenty answers from this address
    isi(warga, sri.nik, "Sri Handayani")
    tanya = warga.locator("label[for=id_jawaban]").inner_text()
    periksa(warga)
    warga.get_by_label(tanya).fill(str(JAWABAN[tanya]))
    warga.get_by_role("button", name="Lanjutkan").click()
    expect(warga.get_by_text("S•• H••••••••")).to_be_visible()
    settings.CEK_BATAS_ALAMAT = 1000

    for status, judul in (
        ("diperiksa", "Sedang diperiksa"),
        ("belum_lengkap", "Berkas perlu dilengkapi"),
        ("ditolak", "Permohonan ditolak"),
    ):
        p = Permohonan.objects.filter(status=status).first()
        assert p is not None
        warga.goto("/cek/permohonan/")
        warga.get_by_label("Kode lacak").fill(p.kode_lacak_tampil.lower())
        warga.get_by_role("button", name="Lihat").click()
        expect(warga.get_by_role("heading", level=1, name=judul)).to_be_visible()
        assert p.pemohon not in warga.content() and p.kode_lacak not in warga.url
        periksa(warga)

    warga.get_by_role("link", name="Tanya jawab").click()
    warga.locator("summary", has_text="Apakah membayar?").click()
    expect(warga.get_by_text("Jangan memberi uang")).to_be_visible()
    periksa(warga)


def test_the_keyboard_alone_is_enough(kantor: Any, buka: Callable[..., Page]) -> None:
    warga = buka("", "telepon")
    warga.goto("/cek/")
    warga.keyboard.press("Tab")
    expect(warga.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    warga.keyboard.press("Tab")
    warga.keyboard.type("9971019999999999")
    warga.keyboard.press("Tab")
    warga.keyboard.type("Budi Santoso")
    warga.keyboard.press("Enter")
    expect(warga.get_by_role("heading", level=1, name="Data tidak dapat ditampilkan")).to_be_visible()


def test_names_with_markup_open_no_dialog(kantor: Any, buka: Callable[..., Page]) -> None:
    warga = buka("", "telepon")
    warga.on("dialog", lambda d: pytest.fail(d.message))
    for jahat in (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)//'\"<svg onload=alert(1)>",
    ):
        isi(warga, "123", jahat)
        expect(warga.locator("#id_nama")).to_have_value(jahat)
        isi(warga, "9971019999999999", jahat)
        warga.wait_for_load_state()
