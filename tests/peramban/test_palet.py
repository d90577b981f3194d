"""The palette by keyboard: in five strokes from anywhere; the focus comes back; without scripts the page does the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from inti.models import JejakBaca

pytestmark = pytest.mark.django_db(transaction=True)


class Jari:
    """Counts the strokes of a keyboard; a chord is one."""

    def __init__(self, halaman: Page) -> None:
        self.halaman, self.banyak = halaman, 0

    def tekan(self, *tombol: str) -> None:
        for t in tombol:
            self.halaman.keyboard.press(t)
            self.banyak += 1


def pilihan(halaman: Page) -> Any:
    return halaman.locator("#palet [aria-selected=true]")


@pytest.mark.utama
def test_letter_and_counter_in_five_strokes_from_anywhere(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    for dari, huruf, judul in (
        ("/dtks/individu/", "cat", "**/arsip/surat-masuk/baru/"),
        ("/kepegawaian/cuti/saya/", "lay", "**/dtks/loket/"),
    ):
        staf.goto(dari)
        jari = Jari(staf)
        jari.tekan("Control+k", *huruf, "Enter")  # at once: Enter waits for its answer
        staf.wait_for_url(judul)
        assert jari.banyak <= 5
    loket = buka("loket")
    loket.goto("/arsip/surat-masuk/")
    jari = Jari(loket)
    jari.tekan("Control+k", *"lok", "Enter")
    loket.wait_for_url("**/dtks/loket/")
    assert jari.banyak <= 5


def test_the_palette_by_keyboard(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    staf.goto("/arsip/surat-masuk/")
    tautan = staf.locator("main a[href]").first
    tautan.focus()
    palet, isian, semua = staf.locator("#palet"), staf.locator("#q-palet"), staf.locator("#palet [role=option]:visible")

    # nothing typed: pages, and what this page offers
    staf.keyboard.press("Control+k")
    expect(isian).to_be_focused()
    expect(palet.locator("h2")).to_have_text(["Sering dibuka", "Di halaman ini"])
    expect(staf.locator("#palet [data-kelompok=sering] [role=option]")).to_have_count(5)
    expect(staf.locator("#palet [data-kelompok=disini] [role=option]").first).to_be_visible()
    expect(pilihan(staf)).to_have_count(1)

    # typed: the first is selected, arrows wrap
    staf.keyboard.type("surat")
    expect(palet.get_by_text("Halaman", exact=True)).to_be_visible()
    expect(pilihan(staf)).to_have_text(re.compile("surat", re.I))
    pertama = pilihan(staf).get_attribute("id")
    expect(isian).to_have_attribute("aria-activedescendant", str(pertama))
    banyak = semua.count()
    assert banyak > 3
    expect(palet.get_by_role("status")).to_contain_text(f"{banyak} jawaban")
    staf.keyboard.press("ArrowUp")
    assert pilihan(staf).get_attribute("id") == semua.last.get_attribute("id")
    staf.keyboard.press("ArrowDown")
    assert pilihan(staf).get_attribute("id") == pertama

    # Tab keeps the group of what is selected, and gives the others back
    staf.keyboard.press("ArrowUp")
    staf.keyboard.press("Tab")
    expect(staf.locator("#palet h2:visible")).to_have_text(["Halaman"])
    staf.keyboard.press("Tab")
    expect(semua).to_have_count(banyak)

    # another tab
    with staf.context.expect_page() as baru:
        staf.keyboard.press("Control+Enter")
    assert baru.value.url != staf.url
    baru.value.close()
    expect(palet).to_be_visible()

    # Esc: the focus is where it was, the text is gone; keys of the page below were never pressed
    staf.keyboard.press("Escape")
    expect(palet).to_be_hidden()
    expect(tautan).to_be_focused()
    expect(isian).to_have_value("")
    assert staf.url.endswith("/arsip/surat-masuk/")
    assert "surat" not in staf.evaluate("Object.entries(localStorage).join('|').replaceAll(/\\/[^|]*/g, '')")
    assert JejakBaca.objects.filter(jenis="cari", oleh__username="staf").exists()

    # what is typed into the head's field goes along
    staf.locator("#q-atas").focus()
    staf.keyboard.type("zzqx")
    expect(isian).to_have_value("zzqx")
    expect(palet.get_by_text("Tidak ada yang cocok.").first).to_be_visible()
    staf.keyboard.press("Enter")
    expect(palet).to_be_visible()
    staf.keyboard.press("Escape")
    expect(staf.locator("#q-atas")).to_be_focused()
    expect(staf.locator("#q-atas")).to_have_value("")


def test_an_answer_that_comes_late_is_dropped(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    tertahan: list[Route] = []

    def tahan(rute: Route) -> None:
        if "q=kalender" in (rute.request.post_data or ""):
            tertahan.append(rute)
        else:
            rute.continue_()

    staf.route("**/palet/", tahan)
    staf.keyboard.press("Control+k")
    with staf.expect_request(lambda r: "q=kalender" in (r.post_data or "")):
        staf.keyboard.type("kalender")
    staf.locator("#q-palet").fill("banyak nik")
    expect(pilihan(staf)).to_contain_text("Banyak NIK sekaligus")
    for rute in tertahan:
        rute.fulfill(body='<div role="option" id="usang" data-alamat="/">Usang</div>')
    staf.wait_for_timeout(300)
    expect(staf.locator("#usang")).to_have_count(0)


def test_enter_waits_for_the_question_that_is_already_out(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    tertahan: list[Route] = []
    staf.route("**/palet/", lambda r: tertahan.append(r) if "q=cat" in (r.request.post_data or "") else r.continue_())
    staf.keyboard.press("Control+k")
    with staf.expect_request(lambda r: "q=cat" in (r.post_data or "")):
        staf.keyboard.type("cat")
    staf.keyboard.press("Enter")
    staf.keyboard.press("Enter")
    staf.wait_for_timeout(300)
    assert len(tertahan) == 1, "asked, and logged, once"
    tertahan[0].continue_()
    staf.wait_for_url("**/arsip/surat-masuk/baru/")


def test_the_palette_opens_where_the_browser_keeps_nothing(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    staf.add_init_script(
        "const simpan = Storage.prototype.setItem; Storage.prototype.setItem = function (k, v) {"
        " if (k.startsWith('tu-palet')) throw new DOMException('', 'QuotaExceededError'); simpan.call(this, k, v); }"
    )
    staf.goto("/arsip/surat-masuk/")
    staf.locator("#q-atas").dispatch_event("keydown")  # without a key, as when the browser fills a field in
    staf.keyboard.press("Control+k")
    expect(staf.locator("#palet [data-kelompok=sering] [role=option]")).to_have_count(5)
    staf.keyboard.type("cat")
    staf.keyboard.press("Enter")
    staf.wait_for_url("**/arsip/surat-masuk/baru/")


def test_pages_opened_most_come_first(kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf")
    staf.keyboard.press("Control+k")
    expect(pilihan(staf)).to_have_count(1)
    staf.keyboard.press("Escape")
    for _ in range(3):
        staf.goto("/kepegawaian/bagan/")
    staf.goto("/arsip/surat-masuk/baru/")  # no page of the menu
    staf.goto("/pemberitahuan/")
    staf.keyboard.press("Control+k")
    expect(pilihan(staf)).to_have_attribute("data-alamat", "/kepegawaian/bagan/")
    kunci = staf.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('tu-palet-'))")
    assert len(kunci) == 1
    assert "baru" not in staf.evaluate(
        "localStorage.getItem(Object.keys(localStorage).find((k) => k.startsWith('tu-palet-')))"
    )


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_the_open_palette_is_accessible(tema: str, kantor: Any, buka: Callable[..., Page]) -> None:
    staf = buka("staf", tema=tema)
    staf.keyboard.press("Control+k")
    expect(pilihan(staf)).to_have_count(1)
    for teks in ("", "surat", "zzqx"):
        staf.locator("#q-palet").fill(teks)
        expect(
            staf.locator("#palet [role=option]").first if teks != "zzqx" else staf.locator(".tu-palet-pesan")
        ).to_be_visible()
        if teks == "surat":
            expect(staf.locator("#palet mark").first).to_be_visible()
        cacat = Axe().run(staf).response["violations"]
        assert [(p["id"], [n["html"][:120] for n in p["nodes"][:3]]) for p in cacat] == [], teks


def test_without_javascript_the_page_gives_the_same(kantor: Any, buka: Callable[..., Page]) -> None:
    def jawaban(halaman: Page, pilih: str) -> list[str]:
        return [re.sub(r"\s+", " ", t).strip() for t in halaman.locator(pilih).all_text_contents()]

    dengan, tanpa = buka("staf"), buka("staf", java_script_enabled=False)
    dengan.keyboard.press("Control+k")
    dengan.keyboard.type("cuti")
    expect(dengan.locator("#palet mark").first).to_be_visible()
    tanpa.fill("#q-atas", "cuti")
    tanpa.press("#q-atas", "Enter")
    expect(tanpa.get_by_role("heading", name="Cari", exact=True)).to_be_visible()
    assert tanpa.url.endswith("/cari/")
    palet = jawaban(dengan, "#palet [role=option]")
    halaman = jawaban(tanpa, ".tu-jawaban .tu-jawab > li")
    assert palet
    assert [j for j in halaman if j in palet] == palet
    assert jawaban(dengan, "#palet h2") == jawaban(tanpa, ".tu-jawaban h2")
